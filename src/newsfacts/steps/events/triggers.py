"""Words that tell an event: verbs, event nouns, and what is said of something with "be"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from attrs import evolve, frozen
from spacy.tokens import Token

from newsfacts import Block, EventClass, Lexicons, Reading
from newsfacts.steps.events.headings import HeadlineVerb, Heads
from newsfacts.steps.events.lemmas import Lemmas
from newsfacts.syntax import Syntax

Form = Literal["verb", "headline-verb", "noun", "adjective", "copula", "pronoun"]

VERBS = frozenset({"verb", "headline-verb"})
"""The forms of triggers that are verbs."""

_NOT_CLAUSES = frozenset(
    {"adjective", "auxiliary", "case", "compound", "copula", "determiner", "discourse", "flat", "mark", "title"}
)


@frozen(eq=False)
class Words:
    """The word lists of events."""

    nouns: frozenset[str]
    general: frozenset[str]
    happenings: frozenset[str]
    light: frozenset[str]
    lending: frozenset[str]
    bare: frozenset[str]
    aspectual: frozenset[str]
    undergoing: frozenset[str]
    linking: frozenset[str]
    motion: frozenset[str]
    measures: frozenset[str]
    measuring: frozenset[str]
    permitting: frozenset[str]
    transfer: frozenset[str]
    venues: frozenset[str]
    classes: Mapping[str, EventClass]
    lemma: Lemmas
    heads: Heads
    stems: Mapping[str, str]
    synonyms: Mapping[str, str]

    @staticmethod
    def of(lexicons: Lexicons) -> Words:
        """Read the word lists."""
        classes: dict[str, EventClass] = {}
        for name, key in _CLASSES:
            classes |= dict.fromkeys(lexicons.words("events", key), name)
        names = (
            "nouns",
            "general",
            "happenings",
            "light",
            "lending",
            "bare",
            "aspectual",
            "undergoing",
            "linking",
            "motion",
            "measures",
            "measuring",
            "permitting",
            "transfer",
        )
        lists = {name: lexicons.words("events", name) for name in names}
        political = {
            noun for frame in lexicons.raw("plover").values() for noun in frame.get("nouns", ()) if " " not in noun
        }
        alike = {word: group[0] for group in lexicons.raw("events")["synonyms"] for word in group}
        lemma = lexicons.compiled(Lemmas, lambda: Lemmas.of(lexicons))
        return Words(
            synonyms=alike,
            **lists | {"nouns": lists["nouns"] | political},
            venues=lists["nouns"]
            | lexicons.words("entity_nouns", "place")
            | lexicons.words("entity_nouns", "organisation"),
            classes=classes,
            lemma=lemma,
            heads=Heads(
                lemma,
                lexicons.words("events", "headlined"),
                lists["nouns"],
                lists["undergoing"],
                lexicons.words("events", "plural"),
            ),
            stems=lexicons.raw("events")["stems"],
        )


_CLASSES: tuple[tuple[EventClass, str], ...] = (
    ("STATE", "stative"), ("PERCEPTION", "perception"), ("I_STATE", "intending_states"), ("I_ACTION", "intending_acts"),
    ("ASPECTUAL", "aspectual"), ("REPORTING", "reporting"),
)  # fmt: skip


@frozen(eq=False)
class Trigger:
    """A word that tells an event; `support` is the verb that lends it its clause ("carried out an attack").

    `lemma` has its particle ("call off"), `base` has not; `lost` tells of a verb that was taken for a noun, and
    `heading` of a word of a headline.
    """

    token: Token
    form: Form
    support: Token | None = None
    lemma: str = ""
    base: str = ""
    lost: HeadlineVerb | None = None
    heading: bool = False

    @property
    def anchor(self) -> Token:
        """The word that the event is told by: of "is the biggest deal" it is "is"."""
        return self.support if self.form == "copula" and self.support is not None else self.token

    @property
    def verb(self) -> Token | None:
        """The word that carries the clause of the event, if it has one."""
        return self.support if self.form in {"noun", "pronoun"} else self.token


def triggers(reading: Reading, words: Words) -> Iterator[Trigger]:
    """Give the words that tell events, in text order."""
    syntax = reading.syntax
    if not syntax.parsed:
        return
    silent = [block.span for block in reading.all(Block) if not block.is_running_text]
    heading = max((block.span.end for block in reading.all(Block) if block.role == "headline"), default=0)
    seen: set[int] = set()
    lost = words.heads.lost(reading)
    for token, base, sort in _telling(reading, words, lost):
        if token.i in lost:
            verb = lost[token.i]
            found: Trigger | None = Trigger(token, "headline-verb", lemma=verb.lemma, base=verb.lemma, lost=verb)
        else:
            found = _trigger(reading, token, base, sort, words)
        if found is None or found.anchor.i in seen:
            continue
        at = token.idx
        if not (silent and any(span.start <= at < span.end for span in silent)):
            seen.add(found.anchor.i)
            yield evolve(found, heading=True) if at < heading else found


_SORTS = dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "verb") | dict.fromkeys(("NN", "NNS"), "noun")
_POINTING = "This"


def _telling(reading: Reading, words: Words, lost: Collection[int]) -> Iterator[tuple[Token, str, str]]:
    """The words that may tell events, each with its base form and its sort; the rest of a text is never looked at."""
    tokens, columns, bases = reading.words, reading.columns, words.lemma.column(reading)
    for i, (tag, word) in enumerate(zip(columns.tags, columns.texts, strict=True)):
        if i in lost:
            yield tokens[i], bases[i], "verb"
        elif tag in _SORTS:
            base, sort = bases[i], _SORTS[tag]
            if sort == "verb" or base in words.nouns:
                yield tokens[i], base, sort
        elif word == _POINTING:
            yield tokens[i], "this", "this"


def _trigger(reading: Reading, token: Token, base: str, sort: str, words: Words) -> Trigger | None:
    syntax = reading.syntax
    if sort == "noun":
        return _noun(reading, syntax, token, base, words)
    role = syntax.role(token)
    if sort == "this":
        return Trigger(token, "pronoun", lemma="this", base="this") if role == "subject" else None
    if role == "copula":
        return _copular(syntax, token, words)
    if role in _NOT_CLAUSES or (token.text[0].isupper() and _is_in_title(reading, token)):
        return None
    return _verb(syntax, token, base, words)


def _is_in_title(reading: Reading, verb: Token) -> bool:
    """Whether a verb is a word of a name: "Stealing Oster", "the Wash Post"."""
    entity = reading.entity_at(verb)
    return entity is not None and reading[entity].type in {"LAW", "ORG", "WORK_OF_ART"}


def _verb(syntax: Syntax, token: Token, base: str, words: Words) -> Trigger | None:
    if not base.isascii():
        return None
    if (base == "be" and not syntax.is_predicate(token)) or (base == "do" and _stands_in(syntax, token)):
        return None
    if base in words.light and _event_object(syntax, token, words) is not None:
        return None
    particle = syntax.particle(token)
    return Trigger(token, "verb", lemma=base if particle is None else f"{base} {particle.lower_}", base=base)


def _stands_in(syntax: Syntax, token: Token) -> bool:
    """Whether "do" only stands for a verb that is left out: "They do not, so we wait"."""
    return (
        syntax.is_negated(token)
        and syntax.logical_object(token) is None
        and syntax.complement(token) is None
        and not syntax.obliques(token)
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ in {"n't", "n’t", "not"}
    )


def _event_object(syntax: Syntax, verb: Token, words: Words) -> Token | None:
    """The event noun that is the object of a verb (or the subject of its passive)."""
    noun = syntax.logical_object(verb)
    if noun is None or noun.tag_ not in {"NN", "NNS"} or words.lemma(noun) not in words.nouns:
        return None
    return noun


def _noun(reading: Reading, syntax: Syntax, token: Token, lemma: str, words: Words) -> Trigger | None:
    if syntax.role(token) in {"compound", "title", "flat"}:
        return None
    entity = reading.entity_at(token)
    if entity is not None and reading[entity].type not in {"EVENT", ""}:
        return None
    head = syntax.head(token)
    support = None
    if head is not None and words.lemma(head) in words.light and head.tag_.startswith("VB"):
        support = head if _event_object(syntax, head, words) == token else None
    return Trigger(token, "noun", support, lemma, lemma)


def _copular(syntax: Syntax, token: Token, words: Words) -> Trigger | None:
    """What is said with "be": an adjective is the event itself, of anything else "be" is."""
    said = syntax.head(token)
    if said is None or said.tag_.startswith("VB"):
        return None
    lemma = words.lemma(said)
    if said.tag_.startswith("JJ"):
        return Trigger(said, "adjective", lemma=lemma, base=lemma)
    return Trigger(said, "copula", token, "be", lemma)
