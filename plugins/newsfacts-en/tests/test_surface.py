"""The tokenizer reads the surface of news, and no character is lost."""

from __future__ import annotations

import pytest
from spacy.language import Language


def tokens(nlp: Language, text: str) -> list[str]:
    """The words of a text."""
    return [t.text for t in nlp.make_doc(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\nTwo  blanks,\ta tab,\r\n a return.\n",
        "Soft\u00adhyphen, zero\u200bwidth, no\u00a0break, \ufeffmark, emoji 👩🏽\u200d🚒!",
        "“Quotes”—dashes–and…dots!!! ‘So’ ''it'' ``goes`` <b>on</b>",
        "£48m, $1.3bn-plus, US$5m-$10m, 10kW, 5.30pm, 149/£99, €3,000.50; 7:30PM...",
        "@outlet #rain www.example.com/a?b=c mail@example.org",
    ],
)
def test_every_character_is_kept(nlp: Language, text: str) -> None:
    assert "".join(t.text_with_ws for t in nlp(text)) == text


@pytest.mark.parametrize("name", ["Caliber.Az", "Gazeta.ru", "Amazon.com", "Turan.Az", "Kyiv24.Ua"])
@pytest.mark.parametrize("frame", ["{} reported it.", "So says {}.", "The editors of «{}» left.", "{}'s site is down."])
def test_an_outlet_with_a_dot_is_one_word(nlp: Language, name: str, frame: str) -> None:
    assert name in tokens(nlp, frame.format(name))


@pytest.mark.parametrize(
    "title", ["Rep.", "Sen.", "Gov.", "Gen.", "Lt.", "Col.", "Sgt.", "Capt.", "Maj.", "Supt.", "Dr.", "Hon.", "Rev."]
)
def test_a_title_keeps_its_full_stop(nlp: Language, title: str) -> None:
    assert tokens(nlp, f"It was {title} Lee.") == ["It", "was", title, "Lee", "."]


@pytest.mark.parametrize("state", ["N.Y.", "Ala.", "Vt.", "Tex.", "W.Va.", "Calif."])
def test_a_party_and_state_are_three_words(nlp: Language, state: str) -> None:
    assert tokens(nlp, f"Moss, D-{state}, left.") == ["Moss", ",", "D", "-", state, ",", "left", "."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("£48m", "£ 48 m"),
        ("$1.3bn", "$ 1.3 bn"),
        ("US$1.3bn", "US$ 1.3 bn"),
        ("$5m-$10m", "$ 5 m - $ 10 m"),
        ("$3bn-plus", "$ 3 bn - plus"),
        ("149/£99", "149 / £ 99"),
        ("44million", "44 million"),
        ("10kW", "10 kW"),
        ("350km", "350 km"),
        ("5pm", "5 pm"),
        ("5.30pm", "5.30 pm"),
        ("7:30PM", "7:30 PM"),
        ("12th", "12th"),
        ("1990s", "1990s"),
        ("F-16", "F-16"),
    ],
)
def test_an_amount_is_split_from_its_unit(nlp: Language, text: str, words: str) -> None:
    assert tokens(nlp, f"about {text} .")[1:-1] == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(aged 8)", "( aged 8 )"),
        ("They wed in May", "They wed in May"),
        ("U.S.-led talks", "U.S. - led talks"),
        ("anti-corruption and pro-Delhi", "anti-corruption and pro-Delhi"),
        ("a Delhi-based bank", "a Delhi - based bank"),
        ("short- and long-term", "short - and long - term"),
        ("a war,”Lee said", "a war , ” Lee said"),
        ("the mayor‘s house", "the mayor ‘s house"),
        ("--more", "-- more"),
        ("•Stocks fell", "• Stocks fell"),
        ("filmed in 3D.", "filmed in 3D ."),
        ("He left.She stayed", "He left . She stayed"),
    ],
)
def test_a_habit_of_the_newsroom(nlp: Language, text: str, words: str) -> None:
    assert tokens(nlp, text) == words.split()


def test_white_space_is_space_and_nothing_else_is(nlp: Language) -> None:
    doc = nlp("Talks fail\n\nThe talks failed  twice.\tBoth\u00a0 left.\n")
    assert all(t.is_space == (t.pos_ == "SPACE") == (t.tag_ == "_SP") for t in doc)
    assert any(t.is_space for t in doc)


def test_a_headline_is_a_sentence_of_its_own(nlp: Language) -> None:
    doc = nlp("Talks fail in Geneva\n\nThe talks on the border failed on Monday, officials said.")
    assert next(doc.sents).text.strip() == "Talks fail in Geneva"
