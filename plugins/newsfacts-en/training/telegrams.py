"""Telegraphic style on gold trees: a sentence cut down to what a headline keeps, its labels still right.

"The mayor was told on Monday that ..." becomes "Mayor told ...". Whole parts of the tree go, or words that carry
nothing (articles, "be" before a participle), so that no word ever loses its head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from training.speakers import lowered
from training.trees import Sentence, Word, copied, is_whole, part_under, root_of

LONGEST = 12
PASSIVE = "Tense=Past|VerbForm=Part|Voice=Pass"
ARTICLES = frozenset({"a", "an", "the"})
NOT = frozenset({"n't", "n’t", "never", "not"})
UNFIT = frozenset({"csubj", "dep", "expl", "goeswith", "list", "orphan", "reparandum"})
UNLIKELY = frozenset({"I", "It", "This", "You", "That", "There", "We", "What", "Who"})
CHANCES: Mapping[str, Mapping[str, float]] = {
    "root": {
        "acl": 0,
        "acl:relcl": 0.05,
        "advcl": 0.3,
        "advmod": 0.12,
        "appos": 0,
        "cc": 0,
        "conj": 0,
        "obl": 0.6,
        "obl:unmarked": 0.3,
    },
    "clause": {
        "acl:relcl": 0.05,
        "advcl": 0.2,
        "advmod": 0.2,
        "appos": 0,
        "conj": 0.3,
        "obl": 0.6,
        "obl:unmarked": 0.3,
    },
    "nominal": {
        "acl": 0.5,
        "acl:relcl": 0.05,
        "advmod": 0.4,
        "amod": 0.7,
        "appos": 0,
        "cc:preconj": 0,
        "conj": 0.75,
        "nmod": 0.6,
        "nmod:unmarked": 0.3,
    },
}
"""How often a part is kept, by what it is under; a part that is not named here is kept."""

NEVER = frozenset({"discourse", "dislocated", "parataxis", "vocative"})
PRESENTS = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
Lemmas = Mapping[tuple[str, str], str]


def telegram(sentence: Sequence[Word], rng: Random, lemmas: Lemmas) -> Sentence | None:
    """The sentence in telegraphic style without its final mark, if it can be told so."""
    words = copied(sentence)
    root = root_of(words)
    subject = next((w for w in words if w.head is root and w.dep.startswith("nsubj")), None)
    if subject is None or any(w.dep in UNFIT or w.xpos == "UH" for w in words):
        return None
    unlikely = 0.9 if words[0].form in UNLIKELY else 0.8 if subject.upos == "PRON" else 0
    if rng.random() < unlikely:
        return None
    words = _cut(words, rng)
    if not _retold(words, root, subject, lemmas, rng):
        return None
    words = _without(words, [w for w in words if w.form == ""])
    while words[-1].upos == "PUNCT":
        words = _without(words, words[-1:])
    return words if 3 <= len(words) <= LONGEST else None


def _cut(words: Sentence, rng: Random) -> Sentence:
    """Without the parts that headlines leave out."""
    gone: set[Word] = set()
    comma_parts = {w.head for w in words if w.dep == "cc"} | {w for w in words if w.dep == "conj"}
    for word in words:
        head = word.head
        if head is None:
            continue
        kind = "root" if head.head is None else "nominal" if head.upos in ("NOUN", "PROPN", "PRON") else "clause"
        if word.dep == "det":
            out = word.form.lower() in ARTICLES
        elif word.dep == "nmod:poss" and word.upos == "PRON":
            out = rng.random() < 0.6
        elif word.dep == "mark" and word.form == "that":
            out = rng.random() < 0.9
        elif word.upos == "PUNCT":
            out = word.xpos != "HYPH" and not (word.form == "," and head in comma_parts)
        elif word.form.lower() in NOT:
            out = False
        else:
            out = word.dep in NEVER or rng.random() >= CHANCES[kind].get(word.dep, 1.0)
        if out:
            gone.add(word)
    return _without(words, [w for w in words if any(up in gone for up in _upward(w))])


def _upward(word: Word | None) -> Iterator[Word]:
    """A word and its heads."""
    while word is not None:
        yield word
        word = word.head


def _without(words: Sentence, gone: Sequence[Word]) -> Sentence:
    """Leave words out; what comes to stand side by side is written apart."""
    kept: Sentence = []
    left = set(gone)
    for i, word in enumerate(words):
        if word in left:
            continue
        if kept and words[i - 1] in left:
            kept[-1].space = kept[-1].space or word.upos != "PUNCT"
        kept.append(word)
    if kept:
        kept[-1].space = True
    return kept


def _retold(words: Sentence, root: Word, subject: Word, lemmas: Lemmas, rng: Random) -> bool:
    """Put the main verb into the tense of headlines; words to leave out lose their letters. False if it cannot be."""
    helpers = [w for w in words if w.head is root and w.dep in ("aux", "aux:pass", "cop")]
    if any(w.head in helpers for w in words):
        return False
    negated = any(w.head is root and w.form.lower() in NOT for w in words)
    being = {w.form.lower() for w in helpers} <= {"is", "are", "was", "were", "been", "has", "have", "had", "'s", "’s"}
    passive = any(w.dep == "aux:pass" for w in helpers)
    if not helpers:
        return root.xpos != "VBD" or _present(root, subject, words, lemmas)
    if helpers[0].form.lower() == "will" and not negated:
        helpers[0].form = helpers[0].lemma = "to"
        helpers[0].upos, helpers[0].xpos, helpers[0].feats, helpers[0].dep = "PART", "TO", "_", "mark"
        return words.index(subject) < words.index(helpers[0])
    if being and not negated:
        copular = helpers[-1].dep == "cop"
        telling = root.upos == "ADJ" or any(w.head is root and w.dep == "case" for w in words)
        if passive or (root.xpos == "VBG" and not copular) or (copular and telling and len(helpers) == 1):
            if rng.random() < (0.9 if passive else 0.6):
                for helper in helpers:
                    helper.form = ""
                return words.index(subject) < words.index(root)
        elif len(helpers) == 1 and not copular and root.xpos == "VBN":
            helpers[0].form = ""
            return _present(root, subject, words, lemmas)
    return helpers[0].xpos != "VBD" or _present(helpers[0], subject, words, lemmas)


def _present(verb: Word, subject: Word, words: Sentence, lemmas: Lemmas) -> bool:
    """Write a verb in the present tense; False if its lemma is not known."""
    lemma = verb.lemma or lemmas.get((verb.form.lower(), verb.xpos), "")
    if not lemma.isalpha():
        return False
    joined = any(w.head is subject and w.dep == "conj" for w in words)
    person = "1" if "Person=1" in subject.feats else "2" if subject.form.lower() == "you" else "3"
    plural = joined or "Number=Plur" in subject.feats or "Number=Plur" in verb.feats
    bare = plural or person != "3"
    verb.lemma = lemma
    verb.form = inflected(lemma, bare=bare)
    verb.xpos = "VBP" if bare else "VBZ"
    number = "Plur" if plural else "Sing"
    verb.feats = f"Mood=Ind|Number={number}|Person={person}|Tense=Pres|VerbForm=Fin"
    return True


def turned(sentence: Sentence, verb: Word, lemma: str, participle: str, *, told: bool) -> Sentence:
    """The passive without "be" of a verb with an object: "Teacher sacked", "Teacher sacked by school" (`told`)."""
    parts = {w.dep: w for w in sentence if w.head is verb}
    if {"aux", "compound:prt", "iobj", "mark"} & parts.keys() or not {"nsubj", "obj"} <= parts.keys():
        return sentence
    subject, undergone = parts["nsubj"], parts["obj"]
    before, after = part_under(sentence, subject), part_under(sentence, undergone)
    rest = [w for w in sentence if w not in before and w not in after]
    if (
        rest[0] is not verb
        or undergone.upos == "PRON"
        or not (is_whole(sentence, before) and is_whole(sentence, after))
    ):
        return sentence
    verb.lemma, verb.form, verb.xpos, verb.feats = lemma, participle, "VBN", PASSIVE
    undergone.dep, subject.dep = "nsubj:pass", "obl:agent"
    agent: Sentence = []
    if told and subject.upos != "PRON":
        lowered(before[0])
        agent = [Word("by", "by", "ADP", "IN", "_", "case", subject), *before]
    for words in (before, after):
        words[-1].space = True
    return [*after, verb, *agent, *rest[1:]]


def planned(sentence: Sentence, verb: Word) -> Sentence:
    """What is to come: "Museum to return bronzes", "Line to be extended"."""
    if verb.upos != "VERB" or any(w.head is verb and w.dep in ("aux", "aux:pass", "cop", "mark") for w in sentence):
        return sentence
    to = [Word("to", "to", "PART", "TO", "_", "mark", verb)]
    if verb.feats == PASSIVE:
        to.append(Word("be", "be", "AUX", "VB", "VerbForm=Inf", "aux:pass", verb))
    elif verb.xpos in ("VBP", "VBZ") and verb.lemma:
        verb.form, verb.xpos, verb.feats = verb.lemma, "VB", "VerbForm=Inf"
    else:
        return sentence
    place = sentence.index(verb)
    return [*sentence[:place], *to, *sentence[place:]]


def inflected(lemma: str, *, bare: bool) -> str:
    """The present tense of a verb.

    >>> [inflected(verb, bare=False) for verb in ("back", "reach", "deny", "have")]
    ['backs', 'reaches', 'denies', 'has']
    """
    if lemma in PRESENTS:
        return PRESENTS[lemma][bare]
    if bare:
        return lemma
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
