"""The word lists of the page, as the layout steps ask for them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from attrs import frozen

from newsfacts import Lexicons
from newsfacts.steps.layout.lines import Piece, fold

LEXICON = "layout"
CREDIT_ROLES = (
    "contributing", "editing", "fact_checking", "photography", "producing", "reporting", "translating", "writing",
)  # fmt: skip


@frozen(eq=False)
class Phrases:
    """Phrases of words, found at a place in a line."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    @staticmethod
    def of(phrases: Iterable[str]) -> Phrases:
        """Make them of plain strings; the longest comes first."""
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted((tuple(phrase.split()) for phrase in phrases), key=lambda w: (-len(w), w)):
            by_first.setdefault(words[0], []).append(words)
        return Phrases({first: tuple(found) for first, found in by_first.items()})

    def at(self, pieces: tuple[Piece, ...], i: int) -> int:
        """Give how many pieces the longest phrase at `i` takes, 0 where none starts."""
        if i >= len(pieces):
            return 0
        for words in self.by_first.get(pieces[i].low.rstrip("."), ()):
            if len(pieces) - i >= len(words) and all(
                pieces[i + k].low.rstrip(".") == word for k, word in enumerate(words)
            ):
                return len(words)
        return 0


@frozen(eq=False)
class Words:
    """The word lists of the page around an article."""

    cues: Phrases
    agencies: Phrases
    staff_phrases: Phrases
    date_labels: Phrases
    update_labels: Phrases
    labels: frozenset[str]
    silent_labels: frozenset[str]
    agency_names: frozenset[str]
    staff: frozenset[str]
    roles: frozenset[str]
    modifiers: frozenset[str]
    outlets: frozenset[str]
    news_outlets: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    post_nominals: frozenset[str]
    honorifics: frozenset[str]
    given: frozenset[str]
    not_names: frozenset[str]
    weekdays: frozenset[str]
    zones: frozenset[str]
    states: frozenset[str]
    cities: frozenset[str]
    countries: frozenset[str]
    dateline_words: frozenset[str]
    boilerplate: frozenset[str]
    boilerplate_starts: tuple[str, ...]
    button_starts: tuple[str, ...]
    caption_starts: tuple[str, ...]
    caption_marks: tuple[str, ...]
    caption_ends: tuple[str, ...]
    caption_joiners: frozenset[str]
    short_agencies: frozenset[str]
    bio_marks: tuple[str, ...]
    credit_roles: dict[str, str]
    credit_stems: tuple[str, ...]
    credit_additional: frozenset[str]
    credit_fillers: frozenset[str]
    contributed_to: tuple[str, ...]
    attributions: frozenset[str]
    time_words: frozenset[str]
    reading_times: tuple[str, ...]
    byline_weights: dict[str, float]
    relay_verbs: frozenset[str]
    after_outlets: frozenset[str]
    pieces_of_writing: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Words:
        """Give the lists of these lexicons; they are made once."""
        return lexicons.compiled(Words, lambda: _compile(lexicons))

    def is_given(self, word: str) -> bool:
        """Tell whether a word, or a part of it before a hyphen, is a known given name."""
        plain = bare(word)
        return plain in self.given or ("-" in plain and plain.split("-")[0] in self.given)


def bare(word: str) -> str:
    """Give a word in lower case without accents and full stop.

    >>> bare("Zoë.")
    'zoe'
    """
    if word.isascii():
        return word.lower().rstrip(".")
    return "".join(c for c in unicodedata.normalize("NFKD", fold(word)) if not unicodedata.combining(c)).rstrip(".")


def _compile(lexicons: Lexicons) -> Words:
    def words(key: str) -> frozenset[str]:
        return frozenset(fold(word) for word in lexicons.words(LEXICON, key))

    def bare_words(key: str) -> frozenset[str]:
        return frozenset(bare(word) for word in lexicons.words(LEXICON, key))

    def starts(key: str) -> tuple[str, ...]:
        return tuple(sorted(words(key)))

    return Words(
        cues=Phrases.of(words("byline_cues")),
        agencies=Phrases.of(words("agencies")),
        staff_phrases=Phrases.of(words("staff")),
        date_labels=Phrases.of(words("date_labels")),
        update_labels=Phrases.of(words("update_labels")),
        labels=words("label_cues"),
        silent_labels=words("silent_labels"),
        agency_names=words("agencies"),
        staff=words("staff"),
        roles=words("roles"),
        modifiers=words("role_modifiers"),
        outlets=words("outlet_words"),
        news_outlets=words("outlet_words") - words("other_bodies"),
        particles=bare_words("particles"),
        suffixes=bare_words("suffixes"),
        post_nominals=bare_words("post_nominals"),
        honorifics=bare_words("honorifics"),
        given=frozenset(lexicons.words("given_names", "names")),
        not_names=words("not_names"),
        weekdays=words("weekdays"),
        zones=words("zones"),
        states=bare_words("states"),
        cities=bare_words("dateline_cities") | frozenset(_column(lexicons, 4)),
        countries=frozenset((*_column(lexicons, 1), *_column(lexicons, 2))),
        dateline_words=words("dateline_words"),
        boilerplate=words("boilerplate"),
        boilerplate_starts=starts("boilerplate_starts"),
        button_starts=starts("button_starts"),
        caption_starts=starts("caption_starts"),
        caption_marks=starts("caption_marks"),
        caption_ends=starts("caption_ends"),
        caption_joiners=words("caption_joiners"),
        short_agencies=words("short_agencies"),
        bio_marks=starts("bio_marks"),
        credit_roles={word: role.replace("_", "-") for role in CREDIT_ROLES for word in words(f"credit_roles_{role}")},
        credit_stems=("contributed", "reported", *(w for role in CREDIT_ROLES for w in starts(f"credit_roles_{role}"))),
        credit_additional=words("credit_additional"),
        credit_fillers=words("credit_fillers"),
        contributed_to=starts("contributed_to"),
        attributions=words("attributions"),
        time_words=words("time_words"),
        reading_times=starts("reading_times"),
        byline_weights={name: float(weight) for name, weight in lexicons.rows("byline_weights")},
        relay_verbs=words("relay_verbs"),
        after_outlets=words("after_outlets"),
        pieces_of_writing=words("pieces_of_writing"),
    )


def _column(lexicons: Lexicons, number: int) -> Iterator[str]:
    """Give the names in a column of the list of countries."""
    for row in lexicons.rows("countries"):
        yield from (bare(name) for name in row[number].split("|") if name)
