"""The tokenizer of news text: spaCy's English rules, with the habits of treebanks and newsrooms."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict, cast

import spacy
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

RUN = r"(?:[!?]{2,}|[*]{2,}|_{2,}|={2,})"


class Surface(TypedDict):
    """The lists of ``surface.toml``."""

    abbreviations: list[str]
    not_special: list[str]
    units: list[str]
    prefixes: list[str]
    domains: list[str]


def surface() -> Surface:
    """The word lists of the tokenizer."""
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return cast(Surface, tomllib.loads(text))


def tokenizer_of(vocab: Vocab) -> Tokenizer:
    """The tokenizer of news text.

    >>> [t.text for t in tokenizer_of(spacy.blank("en").vocab)("Caliber.Az: Lt. Lee paid US$1.3bn.")]
    ['Caliber.Az', ':', 'Lt.', 'Lee', 'paid', 'US$', '1.3', 'bn', '.']
    """
    lists = surface()
    english = spacy.blank("en")
    english_tokenizer: Any = english.tokenizer
    defaults: Any = english.Defaults
    units = lists["units"]
    rules = {text: case for text, case in english_tokenizer.rules.items() if text not in lists["not_special"]}
    rules |= {text: [{ORTH: text}] for text in lists["abbreviations"]}
    return Tokenizer(
        vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(_prefixes(defaults.prefixes)).search,
        suffix_search=compile_suffix_regex(_suffixes(defaults.suffixes, units)).search,
        infix_finditer=compile_infix_regex(_infixes(defaults.infixes, units)).finditer,
        token_match=compile_prefix_regex(_whole_words(lists)).match,
        url_match=english_tokenizer.url_match,
    )


def _prefixes(prefixes: Sequence[str]) -> list[str]:
    """A dash or a bullet opens a word ("--Sally", "•Stocks"); a run of marks is one word."""
    return [RUN, *prefixes, r"-+(?=[A-Za-z])", r"[•·▪■►]"]


def _suffixes(suffixes: Sequence[str], units: Sequence[str]) -> list[str]:
    """Units after a number, a reversed quote as apostrophe, a full stop after "3D" and "AT&T", an open hyphen."""
    return [
        *suffixes,
        RUN,
        rf"(?<=[0-9])(?:{_any_of(units)})",
        r"‘[sS]",
        r"(?<=[0-9a-z&][A-Z])\.",
        r"(?<=[A-Za-z]{3})-+",
    ]


def _infixes(infixes: Sequence[str], units: Sequence[str]) -> list[str]:
    """A hyphen after "U.S.", a quote between words, a range of sums, a unit before a hyphen ("$3bn-plus")."""
    return [
        *infixes,
        r"(?<=[A-Z]\.)[-–](?=[A-Za-z])",
        r"(?<=[a-z.,!?])[”\"](?=[A-Za-z])",
        r"(?<=[a-z])[.,!?](?=[”\"])",
        r"(?<=[0-9a-z])[/–-](?=[$£€])",
        r"(?<=[0-9a-z][/–-])[$£€](?=[0-9])",
        rf"(?<=[0-9])(?:{_any_of(units)})(?=[–-])",
    ]


def _any_of(words: Sequence[str]) -> str:
    """A choice in a pattern, long words first."""
    return "|".join(sorted(words, key=len, reverse=True))


def _whole_words(lists: Surface) -> list[str]:
    """Words that no rule may split: "pro-Beijing", "Caliber.Az"."""
    prefix, domain = _any_of(lists["prefixes"]), _any_of(lists["domains"])
    return [
        rf"(?:(?i:{prefix})-[A-Za-z]+$)",
        rf"(?:[A-Z]\w*(?:\.\w+)*\.(?:{domain})$)",
    ]
