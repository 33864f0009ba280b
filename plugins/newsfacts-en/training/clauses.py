"""New sentences with reporting clauses, made of gold trees in the convention of EWT and GUM.

Content first ("C," said S): the verb is root and the content its ccomp. Content last: the same. In the middle of its
content the verb is parataxis of the content. "According to S": S is an obl of the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from attrs import frozen

from training.casing import headline_case
from training.material import Material, Statement, Verb
from training.speakers import Casting, Speaker, lowered, mark, top_parts
from training.trees import Paragraph, Sentence, Word, copied, root_of

QUOTES = (('"', '"'), ("“", "”"), ("‘", "’"))
CLOSERS = frozenset(",.!?:;)”’")
OPENERS = frozenset("(“‘")
SHARES = {
    "inverted quoted": 24,
    "inverted plain": 12,
    "straight quoted": 12,
    "straight plain": 13,
    "medial inverted quoted": 7,
    "medial straight quoted": 6,
    "medial inverted plain": 3,
    "medial straight plain": 6,
    "two quotations": 4,
    "content last quoted": 6,
    "content last plain": 8,
    "adding": 3,
    "two verbs": 5,
    "according to": 4,
}


@frozen
class Clause:
    """A reporting clause without its content."""

    words: Sentence
    verb: Word


@frozen
class Content:
    """What is reported, without its final mark."""

    words: Sentence
    root: Word
    end: str
    source: Statement


class Reporter:
    """Makes paragraphs that report."""

    def __init__(self, material: Material, rng: Random) -> None:
        self.material = material
        self.rng = rng
        self.casting = Casting(material, rng)
        self.quotes = QUOTES[0]

    def paragraph(self) -> Paragraph:
        """A made sentence, now and then among the gold sentences that stood around its content."""
        [kind] = self.rng.choices(list(SHARES), list(SHARES.values()))
        [self.quotes] = self.rng.choices(QUOTES, [48, 48, 4])
        made, source = self.made(kind)
        for sentence in made:
            spaced(sentence)
            sentence[0].form = sentence[0].form[:1].upper() + sentence[0].form[1:]
        before = [copied(source.paragraph[source.place - 1])] if source.place and self._maybe(0.35) else []
        last = source.place + 1 == len(source.paragraph)
        after = [copied(source.paragraph[source.place + 1])] if not last and self._maybe(0.25) else []
        return before + made + after

    def headline(self) -> Sentence:
        """A headline with its content first and no final stop: "Bridge Will Close, Mayor Says"."""
        [sentence], _ = self.content_first(inverted=False, quoted=False)
        sentence = sentence[:-1]
        spaced(sentence)
        for word, form in zip(sentence, headline_case([word.form for word in sentence]), strict=True):
            word.form = form
        return sentence

    def made(self, kind: str) -> tuple[list[Sentence], Statement]:
        """Sentences of a kind of ``SHARES``, and where their content stood."""
        inverted, quoted = "inverted" in kind, "quoted" in kind
        if kind.startswith("medial"):
            return self._medial(inverted=inverted, quoted=quoted)
        if kind.startswith("content last"):
            content = self._content(nested=not quoted)
            return [self._content_last(content, quoted=quoted)], content.source
        if kind == "adding":
            return self._adding()
        if kind == "two verbs":
            return self._two_verbs()
        if kind == "two quotations":
            return self._two_quotations()
        if kind == "according to":
            return self._according()
        return self.content_first(inverted=inverted, quoted=quoted)

    def _maybe(self, chance: float) -> bool:
        return self.rng.random() < chance

    # -- parts ------------------------------------------------------------------------------------
    def _content(self, *, question: bool = False, nested: bool = False) -> Content:
        source = self.rng.choice(self.material.questions if question else self.material.statements)
        words = copied(source.words)
        words[-2].space = True
        content = Content(words[:-1], root_of(words), words[-1].form, source)
        if nested and self._maybe(0.1):
            inner = self._content_last(content, quoted=False)[:-1]
            return Content(inner, root_of(inner), ".", source)
        return content

    def _verb(self, *, inverted: bool, quoted: bool, question: bool) -> Verb:
        verbs = [
            verb
            for verb in self.material.words.verbs
            if (verb.question if question else verb.lemma != "ask")
            and (not inverted or not verb.listener or question)
            and (quoted or not inverted or verb.unquoted)
        ]
        return self.rng.choices(verbs, [verb.weight for verb in verbs])[0]

    def _clause(
        self, *, inverted: bool, quoted: bool = True, question: bool = False, tail: float = 0.35, named: float = 0.62
    ) -> Clause:
        """The words around the verb: "said Lee, the mayor, on Monday", "the mayor told reporters"."""
        entry = self._verb(inverted=inverted, quoted=quoted, question=question)
        verb = Word(entry.past, entry.lemma, "VERB", "VBD", dep="root")
        if inverted or self._maybe(named):
            speaker = self.casting.speaker("nsubj", verb)
        else:
            speaker = self.casting.pronoun("nsubj", verb)
        auxiliaries = self._tense(verb, entry, speaker, inverted=inverted)
        after = self._listener(entry, verb) if not inverted else []
        if self._maybe(tail):
            after += self._time(verb)
        comma = [mark(",", speaker.aside)] if speaker.aside else []
        if inverted:
            words = [verb, *speaker.words, *(comma if after else []), *after]
        else:
            words = [*speaker.words, *comma, *auxiliaries, verb, *after]
        return Clause(words, verb)

    def _tense(self, verb: Word, entry: Verb, speaker: Speaker, *, inverted: bool) -> Sentence:
        """Inflect the verb; gives its auxiliaries."""
        number = "Plur" if speaker.plural else "Sing"
        agreement = f"Mood=Ind|Number={number}|Person={speaker.person}"
        bare = speaker.plural or speaker.person == "1"
        draw = self.rng.random()
        if draw < 0.22:
            verb.form, verb.xpos = (entry.lemma, "VBP") if bare else (entry.present, "VBZ")
            verb.feats = f"{agreement}|Tense=Pres|VerbForm=Fin"
        elif draw < 0.3 and not inverted:
            form, xpos, tense = ("had", "VBD", "Past") if self._maybe(0.35) else ("has", "VBZ", "Pres")
            if bare and form == "has":
                form, xpos = "have", "VBP"
            verb.form, verb.xpos, verb.feats = entry.participle or entry.past, "VBN", "Tense=Past|VerbForm=Part"
            return [Word(form, "have", "AUX", xpos, f"{agreement}|Tense={tense}|VerbForm=Fin", "aux", verb)]
        else:
            verb.feats = f"{agreement}|Tense=Past|VerbForm=Fin"
        return []

    def _listener(self, entry: Verb, verb: Word) -> Sentence:
        if entry.listener and (entry.lemma == "tell" or self._maybe(0.3)):
            return self.casting.placed(self.rng.choice(self.material.listeners), "iobj", verb)
        return []

    def _time(self, verb: Word) -> Sentence:
        part = self.rng.choice(self.material.weekdays if self._maybe(0.45) else self.material.times)
        return self.casting.placed(part, root_of(copied(part)).dep, verb)

    def _quote(self, side: int, head: Word) -> Word:
        """An opening or closing quotation mark."""
        return Word(self.quotes[side], '"', "PUNCT", ("``", "''")[side], dep="punct", head=head, space=bool(side))

    def _quoted(self, words: Sequence[Word], head: Word, end: str = ".") -> Sentence:
        """A quotation that stands alone."""
        return [self._quote(0, head), *words, mark(end, head, "."), self._quote(1, head)]

    # -- patterns ---------------------------------------------------------------------------------
    def content_first(self, *, inverted: bool, quoted: bool) -> tuple[list[Sentence], Statement]:
        """Content first: "The bridge will close," said Lee; the verb is its head."""
        content = self._content(question=quoted and self._maybe(0.1), nested=not quoted)
        clause = self._clause(inverted=inverted, quoted=quoted, question=content.end == "?")
        root = content.root
        root.head, root.dep = clause.verb, "ccomp"
        end = mark("," if content.end == "." or not quoted else content.end, root)
        if end.form != ",":
            end.xpos = "."
        opening = [self._quote(0, root)] if quoted else []
        closing = [self._quote(1, root)] if quoted else []
        british = quoted and end.form == "," and self._maybe(0.1)
        middle = [*closing, end] if british else [end, *closing]
        before: list[Sentence] = []
        after: list[Sentence] = []
        if quoted and self._maybe(0.15):
            other = self._content()
            before = [[self._quote(0, other.root), *other.words, mark(other.end, other.root, ".")]]
            opening = []
        if quoted and self._maybe(0.2):
            other = self._content()
            after = [self._quoted(other.words, other.root, other.end)]
        sentence = [*opening, *content.words, *middle, *clause.words, mark(".", clause.verb)]
        return [*before, sentence, *after], content.source

    def _content_last(self, content: Content, *, quoted: bool) -> Sentence:
        """Content last: "Lee said the bridge will close."."""
        clause = self._clause(inverted=False, tail=0.0 if quoted else 0.15)
        root = content.root
        if quoted:
            root.head, root.dep = clause.verb, "ccomp"
            colon = mark(self.rng.choice([",", ",", ":"]), root)
            return [*clause.words, colon, *self._quoted(content.words, root, content.end)]
        return [*clause.words, *self._after_verb(content, clause.verb, that=0.3), mark(".", clause.verb)]

    def _after_verb(self, content: Content, verb: Word, *, that: float) -> Sentence:
        """A content without quotation marks under the verb before it, now and then with "that"."""
        content.root.head, content.root.dep = verb, "ccomp"
        lowered(content.words[0])
        opening = [Word("that", "that", "SCONJ", "IN", dep="mark", head=content.root)] if self._maybe(that) else []
        return [*opening, *content.words]

    def _adding(self) -> tuple[list[Sentence], Statement]:
        """Two contents: "Lee said it will close, adding that all are safe."."""
        content, more = self._content(), self._content()
        sentence = self._content_last(content, quoted=False)
        said = root_of(sentence)
        adding = Word("adding", "add", "VERB", "VBG", "VerbForm=Ger", "advcl", said)
        second = self._after_verb(more, adding, that=0.8)
        return [[*sentence[:-1], mark(",", adding), adding, *second, sentence[-1]]], content.source

    def _two_verbs(self) -> tuple[list[Sentence], Statement]:
        """One speaker, two contents: "Lee said it will close, and warned that all would leave."."""
        content, more = self._content(), self._content()
        sentence = self._content_last(content, quoted=False)
        said = root_of(sentence)
        entry = self._verb(inverted=False, quoted=False, question=False)
        verb = Word(entry.past, entry.lemma, "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", "conj", said)
        joint = self.rng.choice(("and", "and", "but"))
        linked = [Word(joint, joint, "CCONJ", "CC", dep="cc", head=verb), verb, *self._listener(entry, verb)]
        second = self._after_verb(more, verb, that=0.85)
        comma = [mark(",", verb)] if self._maybe(0.4) else []
        return [[*sentence[:-1], *comma, *linked, *second, sentence[-1]]], content.source

    def _medial(self, *, inverted: bool, quoted: bool) -> tuple[list[Sentence], Statement]:
        """The clause inside its content: "The bridge," said Lee, "will close."."""
        while True:
            content = self._content()
            if cuts := list(cut_points(content.words, content.root)):
                break
        place = self.rng.choice(cuts)
        left, right = content.words[:place], content.words[place:]
        root, tops = content.root, top_parts(content.words, content.root)
        clause = self._clause(inverted=inverted, quoted=quoted, tail=0.12)
        clause.verb.head, clause.verb.dep = root, "parataxis"
        comma = left.pop() if left[-1].form == "," else mark(",", tops[left[-1]] if quoted else clause.verb)
        last, first = tops[left[-1]], tops[right[0]]
        second, stop = mark(",", clause.verb), mark(content.end, root, ".")
        if not quoted:
            return [[*left, comma, *clause.words, second, *right, stop]], content.source
        opener = self._quote(0, root if root in left or len({tops[word] for word in left}) > 1 else last)
        reopener = self._quote(0, first if root in left else root)
        one = [opener, *left, comma, self._quote(1, last)]
        two = [reopener, *right, stop, self._quote(1, root)]
        return [[*one, *clause.words, second, *two]], content.source

    def _two_quotations(self) -> tuple[list[Sentence], Statement]:
        """The clause between two sentences: "It is over," Lee said, "I am going home."."""
        content, more = self._content(), self._content()
        root = content.root
        clause = self._clause(inverted=self._maybe(0.5), tail=0.0)
        for other in (clause.verb, more.root):
            other.head, other.dep = root, "parataxis"
        one = [self._quote(0, root), *content.words, mark(",", root), self._quote(1, root)]
        two = [self._quote(0, more.root), *more.words, mark(more.end, root, "."), self._quote(1, root)]
        return [[*one, *clause.words, mark(",", clause.verb), *two]], content.source

    def _according(self) -> tuple[list[Sentence], Statement]:
        """A source without a verb: "It will close, according to Lee."."""
        content = self._content()
        root = content.root
        speaker = self.casting.speaker("obl", root)
        according = Word("according", "accord", "VERB", "VBG", "ExtPos=ADP|VerbForm=Ger", "case", speaker.head)
        source = [according, Word("to", "to", "ADP", "IN", "_", "fixed", according), *speaker.words]
        stop = mark(content.end, root, ".")
        if self._maybe(0.4):
            lowered(content.words[0])
            return [[*source, mark(",", speaker.head), *content.words, stop]], content.source
        comma = [mark(",", speaker.head)] if self._maybe(0.85) else []
        return [[*content.words, *comma, *source, stop]], content.source


def cut_points(words: Sentence, root: Word) -> Iterator[int]:
    """Where a reporting clause may break into a sentence, better places more than once."""
    tops = top_parts(words, root)
    for place in range(2, len(words) - 1):
        left, right = tops[words[place - 1]], tops[words[place]]
        before, after = words[place - 1], words[place]
        crossed = {tops[word] for word in words[:place]} & {tops[word] for word in words[place:]} - {root}
        if crossed or after.upos == "PUNCT" or not before.space:
            continue
        if before.form == ",":
            yield from (place,) * 6
        elif left.dep.startswith("nsubj") and left.upos != "PRON":
            yield from (place,) * 4
        elif right.dep in ("advcl", "conj") and left.dep not in ("aux", "cop", "mark", "cc", "det"):
            yield from (place,) * 3


def spaced(sentence: Sentence) -> None:
    """Put blanks where writing has them around marks."""
    for word, after in pairwise(sentence):
        closes = after.upos == "PUNCT" and (after.xpos == "''" or after.form in CLOSERS)
        if closes or word.xpos == "``" or word.form in OPENERS:
            word.space = False
        elif word.form == "," or word.xpos == "''":
            word.space = True
    sentence[-1].space = True
