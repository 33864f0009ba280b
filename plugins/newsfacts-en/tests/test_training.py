"""The training project: trees are read, new sentences are trees, unknown tags give no loss."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random

import numpy as np
import pytest
import spacy
from newsfacts_en.weights import cast, models_of
from spacy.language import Language
from training.card import BEGIN, END, write_figures
from training.casing import headline_case, recased
from training.clauses import SHARES, Reporter
from training.documents import document_of
from training.dressing import Dresser, Wardrobe
from training.growing import grown
from training.learning import Course, learn
from training.material import Material, reporting_words
from training.names import NamesCorpus, NamesTaste, Passage, dated, example_of, joined, swapped
from training.packing import dressed, pack
from training.pipelines import SYNTAX, average, new_names, new_syntax, put_together, taken_on
from training.predictions import names_record, parse_record
from training.surface import surface, tokenizer_of
from training.teacher.arborescence import best_tree
from training.teacher.labelling import sentences_of
from training.trees import Sentence, Text, texts_of, written
from training.trees_corpus import TreesCorpus, TreesTaste

GOLD = Path(__file__).with_name("gold.conllu")
PASSAGE = Passage(
    words=["Ana", "Duarte", "left", "Lisbon", "for", "Oslo", "."],
    spaces=[True, True, True, True, True, False, False],
    names=[(0, 2, "PERSON"), (3, 4, "GPE"), (5, 6, "GPE")],
    missing=frozenset({2}),
    source="own",
)


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    return list(texts_of(GOLD))


@pytest.fixture(scope="module")
def material(texts: list[Text]) -> Material:
    return Material.gathered(texts)


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer_of(nlp.vocab)
    return nlp


def is_a_tree(sentence: Sentence) -> bool:
    """One root, and every head inside the sentence."""
    roots = [word for word in sentence if word.head is None]
    return len(roots) == 1 and all(word.head in sentence for word in sentence if word.head)


def test_paragraphs_and_texts_are_kept_apart(texts: list[Text]) -> None:
    assert [[len(paragraph) for paragraph in text] for text in texts] == [[2, 2], [3, 3]]


def test_a_sentence_is_written_as_it_stood(texts: list[Text]) -> None:
    assert written(texts[0][0][1]) == "The bridge wasn't safe."


def test_material_has_speakers_and_statements(material: Material) -> None:
    assert written(material.statements[0].words) == "The mayor spoke on Monday."
    assert "The mayor" in [written(part) for part in material.speakers]
    assert [word.form for word in material.firsts] == ["Rui"]


@pytest.mark.parametrize("kind", SHARES)
def test_a_made_sentence_is_a_tree(material: Material, kind: str) -> None:
    reporter = Reporter(material, Random(1))
    for _ in range(20):
        sentences, _ = reporter.made(kind)
        assert all(is_a_tree(sentence) for sentence in sentences)


def test_in_an_inverted_clause_the_speaker_is_subject_and_the_content_complement(material: Material) -> None:
    sentences, _ = Reporter(material, Random(2)).content_first(inverted=True, quoted=True)
    sentence = next(s for s in sentences if any(word.dep == "ccomp" for word in s))
    verb = next(word for word in sentence if word.head is None)
    assert {word.dep for word in sentence if word.head is verb} >= {"nsubj", "ccomp", "punct"}


def test_made_paragraphs_become_documents(material: Material, blank: Language) -> None:
    rng = Random(3)
    dresser = Dresser(material, rng, Wardrobe(frame=1.0, curly=1.0))
    for _ in range(20):
        doc = document_of(blank, dresser.dressed([dresser.reporter.paragraph()]), rng)
        assert '"' not in doc.text
        assert all(token.dep_ == "dep" and not token.is_sent_start for token in doc if token.is_space)


def test_an_epoch_differs_from_the_next_and_repeats_with_its_seed(texts: list[Text], blank: Language) -> None:
    corpus = TreesCorpus(texts, TreesTaste(made=2.0))
    first, second, again = (
        [example.reference.text for example in corpus.epoch(blank, Random(seed))] for seed in (1, 2, 1)
    )
    assert first == again
    assert first != second


def test_unknown_tags_are_missing(blank: Language) -> None:
    doc = example_of(blank, PASSAGE).reference
    assert [token.ent_iob_ for token in doc] == ["B", "I", "", "B", "O", "B", "O"]


def test_a_swapped_name_keeps_its_place_and_label() -> None:
    pool = {("PERSON", 2): [["Rui", "Costa"]], ("GPE", 1): [["Turin"]]}
    assert swapped(PASSAGE, pool, Random(1)).words == ["Rui", "Costa", "left", "Turin", "for", "Turin", "."]


def test_a_dateline_names_a_town_and_an_agency() -> None:
    for seed in range(20):
        passage = dated(PASSAGE, reporting_words(), Random(seed))
        said = [(" ".join(passage.words[start:end]), label) for start, end, label in passage.names]
        assert said[0][1] == "GPE"
        assert said[0][0].isupper()
        assert said[-3:] == [("Ana Duarte", "PERSON"), ("Lisbon", "GPE"), ("Oslo", "GPE")]
        assert [passage.words[i] for i in passage.missing] == ["left"]


def test_joined_passages_have_a_line_break_between_them() -> None:
    both = joined([PASSAGE, PASSAGE], Random(1))
    assert both.words[7] in ("\n", "\n\n")
    assert both.names[3:] == [(8, 10, "PERSON"), (11, 12, "GPE"), (13, 14, "GPE")]


def test_sources_are_drawn_by_their_share(blank: Language) -> None:
    corpus = NamesCorpus([PASSAGE] * 200, NamesTaste(shares={"own": 0.25}, join=0.0))
    assert 25 < len(list(corpus.epoch(blank, Random(1)))) < 75


def test_headline_case_leaves_small_words_small() -> None:
    assert headline_case(["fall", "of", "the", "mayor's"]) == ["Fall", "of", "the", "Mayor's"]
    assert recased(["the", "straße"], Random(1), title=0.0, upper=1.0) == ["the", "straße"]


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_syntax_learns_and_two_runs_average(texts: list[Text], tmp_path: Path) -> None:
    corpus = TreesCorpus(texts * 10, TreesTaste(made=10.0))
    new_syntax(corpus).to_disk(tmp_path / "new")
    said: list[str] = []
    for seed in (1, 2):
        course = Course(steps=3, words=60, seed=seed, report=2)
        nlp = taken_on(tmp_path / "new", SYNTAX)
        learn(nlp, SYNTAX, corpus.epoch, course, say=said.append, into=tmp_path / str(seed))
    mean = average([spacy.load(tmp_path / "1"), spacy.load(tmp_path / "2")])
    relations = [token[5] for token in parse_record(1, mean("The bridge will close."))["tokens"]]
    assert "root" in relations
    assert "ROOT" not in relations
    assert len(said) == 2


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    words = ["bridge", "lisbon", "oslo"]
    file = tmp_path_factory.mktemp("vectors") / "vectors.npz"
    np.savez(file, words=np.array(words), vectors=np.eye(3, 4, dtype="float16"))
    return file


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_pipeline_given_vectors_starts_as_it_was(texts: list[Text], vectors: Path, tmp_path: Path) -> None:
    corpus = TreesCorpus(texts * 10, TreesTaste(made=10.0))
    new_syntax(corpus).to_disk(tmp_path / "old")
    old = taken_on(tmp_path / "old", SYNTAX)
    grown = taken_on(tmp_path / "old", SYNTAX, vectors)
    for sentence in ("The Bridge will close.", "Lisbon said so, and Oslo agreed."):
        ours, theirs = (parse_record(1, nlp(sentence)) for nlp in (grown, old))
        assert ours == theirs
    learn(grown, SYNTAX, corpus.epoch, Course(steps=3, words=60, warmup=1), say=print, into=tmp_path / "new")
    assert any(node.get_param("W").any() for node in models_of(grown) if node.name == "static_vectors")


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_pipeline_taken_on_in_larger_sizes_starts_as_it_was(texts: list[Text], tmp_path: Path) -> None:
    corpus = TreesCorpus(texts * 10, TreesTaste(made=10.0))
    small = new_syntax(corpus)
    learn(small, SYNTAX, corpus.epoch, Course(steps=3, words=60, warmup=1), say=print, into=tmp_path / "small")
    config = small.config.copy()
    config["components"]["tok2vec"]["model"]["encode"]["depth"] += 2
    config["components"]["parser"]["model"]["hidden_width"] += 8
    large = grown(small, config)
    for sentence in ("The Bridge will close.", "Lisbon said so, and Oslo agreed."):
        ours, theirs = (parse_record(1, nlp(sentence)) for nlp in (large, small))
        assert ours == theirs
    learn(large, SYNTAX, corpus.epoch, Course(steps=3, words=60, warmup=1), say=print, into=tmp_path / "large")
    norms = [node for node in large.get_pipe("tok2vec").model.walk() if node.name == "layernorm"]  # type: ignore[attr-defined]
    assert all(norm.get_param("G").any() for norm in norms)


def test_a_pipeline_is_not_taken_on_in_smaller_sizes(texts: list[Text]) -> None:
    small = new_syntax(TreesCorpus(texts * 10, TreesTaste(made=10.0)))
    config = small.config.copy()
    config["components"]["tok2vec"]["model"]["encode"]["depth"] -= 1
    with pytest.raises(ValueError, match="no place for the weights of 'maxout'"):
        grown(small, config)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_vectors_are_looked_up_in_lower_case_also_when_loaded(vectors: Path, tmp_path: Path) -> None:
    new_names([PASSAGE], vectors).to_disk(tmp_path / "names")
    whole = put_together(spacy.blank("en"), spacy.load(tmp_path / "names"))
    whole.to_disk(tmp_path / "whole")
    doc = spacy.load(tmp_path / "whole").make_doc("The Bridge to OSLO")
    assert [list(token.vector) for token in doc] == [[0] * 4, [1, 0, 0, 0], [0] * 4, [0, 0, 1, 0]]


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_packed_pipeline_makes_the_same_lemmas_with_the_trees_of_its_labels(
    texts: list[Text], vectors: Path, tmp_path: Path
) -> None:
    corpus = TreesCorpus(texts * 10, TreesTaste(made=10.0))
    nlp = new_syntax(corpus, vectors)
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    for word in ("wrote", "bridges", "harbours"):
        lemmatizer.trees.add(word, "write")  # type: ignore[attr-defined]  # (as training does with each word it meets)
    nlp.to_disk(tmp_path / "whole")
    pack(tmp_path / "whole", "0.0.0", tmp_path / "packed")
    packed = spacy.load(tmp_path / "packed")
    cast(packed, "float32")
    trees = packed.get_pipe("trainable_lemmatizer").trees  # type: ignore[attr-defined]
    assert len(trees) < len(lemmatizer.trees)  # type: ignore[attr-defined]
    sentence = "The councils closed its bridges, and harbours rose."
    whole = dressed(spacy.load(tmp_path / "whole"))
    assert [token.lemma_ for token in packed(sentence)] == [token.lemma_ for token in whole(sentence)]


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_names_learn(tmp_path: Path) -> None:
    nlp = new_names([PASSAGE])
    corpus = NamesCorpus([PASSAGE], NamesTaste(shares={}, title=0.0, upper=0.0, swap=0.0, join=0.0, dateline=0.0))
    course = Course(steps=60, words=7, rate=0.01, warmup=1, dropout=0.0)
    learn(nlp, ("ner",), corpus.epoch, course, say=print, into=tmp_path / "names")
    doc = spacy.load(tmp_path / "names")("Ana Duarte left Lisbon for Oslo.")
    assert names_record(1, doc)["ents"][0] == [0, 10, "PERSON"]


def test_word_lists_are_sorted_and_unique() -> None:
    for words in surface().values():
        assert list(words) == sorted(set(words))  # type: ignore[call-overload]
    verbs = [verb.lemma for verb in reporting_words().verbs]
    assert verbs == sorted(set(verbs))


def test_the_card_takes_figures_between_its_marks(tmp_path: Path) -> None:
    card = tmp_path / "card.md"
    card.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write_figures({"own.f1": 0.5, "own.boundary_f1": 0.75}, card)
    text = card.read_text(encoding="utf-8")
    assert text.startswith("before")
    assert text.endswith("after\n")
    assert "| own | 50.0 | 75.0 |" in text
    assert "old" not in text


def tree_score(scores: np.ndarray, heads: Sequence[int]) -> float:
    return float(sum(scores[i, head] for i, head in enumerate(heads)))


def is_one_tree(heads: Sequence[int]) -> bool:
    """One root, and every word reaches it."""
    tops = []
    for word in range(1, len(heads) + 1):
        seen, node = set(), word
        while node and node not in seen:
            seen.add(node)
            node = heads[node - 1]
        tops.append(node)
    return list(heads).count(0) == 1 and not any(tops)


@pytest.mark.parametrize("seed", range(30))
def test_the_best_tree_of_a_root_is_the_best_of_all_trees_with_it(seed: int) -> None:
    scores = np.log(np.random.default_rng(seed).dirichlet(np.full(5, 0.4), size=4) + 1e-6)
    found = best_tree(scores)
    assert is_one_tree(found)
    rivals = [h for h in product(range(5), repeat=4) if is_one_tree(h) and h.index(0) == found.index(0)]
    assert tree_score(scores, found) == pytest.approx(max(tree_score(scores, rival) for rival in rivals))


def test_a_passage_is_cut_at_full_stops_and_gets_our_words() -> None:
    words = ["Mr.", "Duarte", "left", "the", "five-day", "talks", ".", '"', "Why", "?", '"', "he", "asked", "."]
    spaces = [True] * 5 + [False, True, False, False, False, True, True, False, False]
    passage = Passage(words, spaces, (), frozenset(), "own")
    nlp = spacy.blank("en")
    sentences = list(sentences_of(passage, tokenizer_of(nlp.vocab)))
    assert [written(s) for s in sentences] == ["Mr. Duarte left the five-day talks.", '"Why?"', "he asked."]
    assert "five-day" not in [word.form for word in sentences[0]]


def test_taught_text_is_drawn_by_its_share(texts: list[Text], blank: Language) -> None:
    def size(share: float) -> int:
        corpus = TreesCorpus(texts, TreesTaste(made=0, taught=share), texts)
        return sum(len(example) for example in corpus.epoch(blank, Random(1)))

    assert size(0) < size(1)
