"""The table of the lemma mender: irregular forms and known bases, counted in the training trees."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from newsfacts_en.lemmas import CLASSES, ENDINGS, bases

from training.packing import PACKAGE
from training.trees import Text

TABLE = PACKAGE / "lemmas.tsv"
HEAD = """# Inflected forms with their lemmas, and known bases.
# Source: the training trees of EWT and GUM (SOURCES.md), and training/irregular.tsv (own list); licence: CC BY-SA 4.0.
# Written by training/lemma_table.py; sorted and unique.
"""
BARE = {"VB": "verb", "VBP": "verb", "NN": "noun", "JJ": "adjective", "RB": "adverb"}


def write_table(texts: Iterable[Text], path: Path = TABLE) -> None:
    """Write the table."""
    lemmas, known = _counted(texts)
    lines = {f"{base}\t{name}" for name, bases_ in known.items() for base in bases_}
    own = Path(__file__).with_name("irregular.tsv").read_text(encoding="utf-8").splitlines()
    lines |= {line for line in own if line and not line.startswith("#")}
    own_forms = {tuple(line.split("\t")[:2]) for line in lines}
    for (form, tag), counts in lemmas.items():
        [(lemma, count)] = counts.most_common(1)
        sure = 3 * count >= 2 * counts.total()
        if sure and (form, tag) not in own_forms and lemma != _by_rule(form, tag, known[CLASSES[tag[0]]]):
            lines.add(f"{form}\t{tag}\t{lemma}")
    path.write_text(HEAD + "".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")


def _by_rule(form: str, tag: str, known: set[str]) -> str | None:
    return next((base for base in bases(form, tag) if base in known), None)


def _counted(texts: Iterable[Text]) -> tuple[dict[tuple[str, str], Counter[str]], dict[str, set[str]]]:
    """How often a form has a lemma, and the bases seen, without misspelt words."""
    lemmas: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    known: dict[str, set[str]] = {name: set() for name in CLASSES.values()}
    words = (word for text in texts for paragraph in text for sentence in paragraph for word in sentence)
    for word in words:
        form, lemma = word.form.lower(), word.lemma
        if "Typo=Yes" in word.feats or "Abbr=Yes" in word.feats or not form.isalpha() or not lemma.isalpha():
            continue
        if word.xpos in ENDINGS and lemma.islower():
            lemmas[form, word.xpos][lemma] += 1
            known[CLASSES[word.xpos[0]]].add(lemma)
        elif word.xpos in BARE and form == lemma:
            known[BARE[word.xpos]].add(lemma)
    return lemmas, known
