"""What the rules of stance look at: the parse, the senses of words, who is speaking at each word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from attrs import frozen
from spacy.tokens import Token

from newsfacts import Mention, Party, Quotation, Reading, Span, TimeExpression
from newsfacts.steps.stance.frames import Judgements, Sense, Senses, WordClass, judgements, senses
from newsfacts.steps.stance.voices import Voice, voices
from newsfacts.syntax import Role, Syntax

Range = tuple[int, int]

FIRST_PERSON: Final = frozenset({"i", "me", "my", "myself", "our", "ours", "ourselves", "us", "we"})
PERSONAL: Final = frozenset(
    {"everyone", "he", "her", "him", "his", "many", "others", "she", "some", "their", "them", "they", "who"}
)
NOBODY: Final = frozenset(
    {
        "anything",
        "everything",
        "neither",
        "no-one",
        "nobody",
        "none",
        "nothing",
        "something",
        "what",
        "which",
        "whatever",
    }
)
REFLEXIVE: Final = frozenset(
    {"herself", "himself", "itself", "myself", "oneself", "ourselves", "themselves", "yourself"}
)
FINITE: Final = frozenset({"VBD", "VBP", "VBZ"})
SEEN_AS: Final = frozenset({"adverbial-clause", "oblique", "open-complement"})
HAVES: Final = frozenset({"enjoy", "have", "secure"})
SOURCES: Final = frozenset({"among", "from", "of"})
INDEFINITE: Final = frozenset({"anybody", "anyone", "somebody", "someone", "those", "whoever"})
DENIALS: Final = frozenset({"neither", "no"})
MERELY: Final = frozenset({"because", "before", "just", "merely", "only", "simply", "solely", "until"})
RECIPROCAL: Final = frozenset({("each", "other"), ("one", "another")})
LESSENED: Final = frozenset({("anything", "but"), ("far", "from"), ("less", "than")})
ACTORS: Final = frozenset({"GPE", "GROUP", "NORP", "ORG", "PERSON"})

_BESIDE: Final[frozenset[Role]] = frozenset(
    {"adverbial-clause", "apposition", "discourse", "mark", "parataxis", "relative-clause"}
)
HOLDER_CUT: Final[frozenset[Role]] = _BESIDE | {"adnominal-clause", "adverb", "negation", "other"}
TARGET_CUT: Final[frozenset[Role]] = _BESIDE | {"auxiliary", "copula", "subject"}
CLAUSE_CUT: Final[frozenset[Role]] = frozenset({"discourse", "mark", "parataxis"})


@frozen(eq=False)
class Scene:
    """One article as the rules of stance see it; `places` are the token ranges to look at, if not all."""

    reading: Reading
    places: tuple[Range, ...] | None = None

    @cached_property
    def indices(self) -> Sequence[int]:
        """The words to look at: all, or those of the places asked for."""
        if self.places is None:
            return range(len(self.reading.doc))
        return [index for start, end in self.places for index in range(start, end)]

    @cached_property
    def syntax(self) -> Syntax:
        """Questions about clauses."""
        return self.reading.syntax

    @cached_property
    def judgements(self) -> Judgements:
        """Words that judge what they are said of."""
        return judgements(self.reading.lexicons)

    @cached_property
    def _senses(self) -> Senses:
        return senses(self.reading.lexicons)

    @cached_property
    def voices(self) -> Sequence[Voice | None]:
        """Who speaks at each token; None for the author."""
        tokens, pos = self.reading.words, self.reading.columns.pos
        verbs = (tokens[index] for index in self.indices if pos[index] == "VERB")
        return voices(self.reading, verbs, self.senses_of, self.speaks)

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The words between quotation marks."""
        return self._inside(quotation.span for quotation in self.reading.all(Quotation))

    def speaks(self, token: Token) -> bool:
        """Tell whether a word names somebody, or something written: "the letter voiced support"."""
        return self.lemmas[token.i] in self.judgements.documents or self.can_act(token)

    @cached_property
    def lemmas(self) -> list[str]:
        """The lemma of every token, lower-cased."""
        return self.reading.columns.lemmas

    @cached_property
    def lowers(self) -> Sequence[str]:
        """The form of every token, lower-cased."""
        return self.reading.columns.lowers

    # --- words
    def may_take_sides(self, index: int) -> bool:
        """Tell whether a word has senses at all, whatever its class."""
        return index in self.sided

    @cached_property
    def sided(self) -> frozenset[int]:
        """The words that have senses at all, whatever their class."""
        return self.reading.shared("stance.sided", self._find_sided)

    def _find_sided(self) -> frozenset[int]:
        known, pairs = self._senses, zip(self.lowers, self.lemmas, strict=True)
        return frozenset(i for i, (lower, lemma) in enumerate(pairs) if lower in known or lemma in known)

    def senses_of(self, token: Token) -> tuple[Sense, ...]:
        """Give the senses of a word that fit its class and its particle."""
        if (found := self._fitting.get(token.i)) is None:
            found = self._fitting[token.i] = self._find_senses(token)
        return found

    @cached_property
    def _fitting(self) -> dict[int, tuple[Sense, ...]]:
        return self.reading.shared("stance.senses", dict)

    def _find_senses(self, token: Token) -> tuple[Sense, ...]:
        lower, lemma, known = self.reading.columns.lowers[token.i], self.lemmas[token.i], self._senses
        entries = known.get(lower, ())
        if lemma != lower and lemma in known:
            entries = (*entries, *(sense for sense in known[lemma] if sense not in entries))
        return tuple(sense for sense in entries if self._fits(token, sense)) if entries else ()

    def _fits(self, token: Token, sense: Sense) -> bool:
        if not _is_of_class(token, sense.word_class):
            return False
        if sense.word_class == "adjective" and token.pos_ == "VERB":
            return self.syntax.is_passive(token) or self.syntax.conjuncts(token)[0].pos_ == "ADJ"
        if not sense.second:
            return not (sense.word_class == "verb" and self._has_stance_particle(token))
        if sense.word_class == "verb":
            return token.i + 1 < len(self.reading.doc) and token.nbor(1).lower_ == sense.second
        return token.i > 0 and token.nbor(-1).lower_ == sense.second

    def _has_stance_particle(self, token: Token) -> bool:
        """Whether a particle makes another verb of it: "back down", "call off", "stand down"."""
        particle = self.syntax.particle(token)
        return particle is not None and particle.lower_ not in {"on", "up", "for"}

    def cues(self) -> Iterator[tuple[Token, Sense]]:
        """Give every word that takes sides, with its first fitting sense, in running text."""
        for index in filter(self.sided.__contains__, self.indices):
            token = self.reading.words[index]
            senses = [sense for sense in self.senses_of(token) if sense.family.use == "frame"]
            if senses and self.is_running(token):
                yield token, next(filter(_is_verbal, senses), senses[0]) if self._is_done_by(token) else senses[0]

    def _is_done_by(self, token: Token) -> bool:
        """Whether a participle is a verb, not an adjective: "opposed by farmers"."""
        return token.tag_ == "VBN" and self.syntax.agent(token) is not None

    def is_running(self, token: Token) -> bool:
        """Tell whether a word stands in running text, not in a byline or a caption."""
        block = self.reading.block_at(token.idx)
        return block is None or block.is_running_text

    def asks(self, token: Token) -> bool:
        """Tell whether the sentence of a word is a question."""
        return bool(self._questions) and self.syntax.root_of(token).i in self._questions

    @cached_property
    def _questions(self) -> frozenset[int]:
        """The roots of the sentences that are questions; a mark may be taken for the start of the next one."""
        doc = self.reading.doc
        marks = [index for index, word in enumerate(self.reading.columns.lowers) if word == "?"]
        return frozenset(self.syntax.root_of(doc[near]).i for mark in marks for near in (mark, max(0, mark - 1)))

    def beside(self, index: int) -> tuple[int, ...]:
        """Give the words below and above a word in the parse."""
        if (found := self._arcs.get(index)) is None:
            token = self.reading.words[index]
            below, above = self.syntax.children(token), self.syntax.head(token)
            found = self._arcs[index] = (*(kid.i for kid in below), *(() if above is None else (above.i,)))
        return found

    @cached_property
    def _arcs(self) -> dict[int, tuple[int, ...]]:
        return {}

    def company(self, noun: Token) -> tuple[tuple[str, Token], ...]:
        """Give the prepositional phrases of a noun, and those right after it that the parser gave to its verb."""
        syntax = self.syntax
        own = syntax.obliques(noun)
        verb = syntax.head(noun)
        if own or verb is None or syntax.role(noun) not in {"object", "subject", "oblique"}:
            return own
        _, end = syntax.subtree(noun)
        return tuple((word, other) for word, other in syntax.obliques(verb) if syntax.subtree(other)[0] == end)

    def is_denied(self, word: Token) -> bool:
        """Tell whether a word is negated; "not just" and "but not before" deny nothing."""
        if not self.syntax.is_negated(word):
            return False
        negation = self.syntax.negation(word)
        after = negation.i + 1 if negation is not None else len(self.lowers)
        return after >= len(self.lowers) or self.lowers[after] not in MERELY

    def is_over(self, verb: Token) -> bool:
        """Tell whether something was so and is so no longer: "no longer opposes"."""
        return any(word.lower_ == "longer" for word in self.syntax.adverbs(verb)) and self.syntax.is_negated(verb)

    def reports(self, verb: Token) -> bool:
        """Tell whether a verb gives what somebody says or thinks."""
        return any(sense.family.use == "report" for sense in self.senses_of(verb))

    def is_had(self, noun: Token) -> bool:
        """Tell whether somebody has what others feel: "has the support of", "won the backing of"."""
        verb = self.syntax.head(noun)
        if verb is None or self.syntax.role(noun) != "object" or self.syntax.determiner(noun) is None:
            return False
        if not any(word in SOURCES and self.can_act(other) for word, other in self.syntax.obliques(noun)):
            return False
        return self.lemmas[verb.i] in HAVES or any(each.family.use == "receives" for each in self.senses_of(verb))

    def subject(self, verb: Token) -> Token | None:
        """Give the subject of a verb; a finite one takes none from a modal: "said X could win, and urged"."""
        syntax = self.syntax
        first = syntax.conjuncts(verb)[0] if syntax.role(verb) == "conjunct" else verb
        if verb.tag_ in FINITE and self._is_apart(verb, first) and syntax.subject(verb, inherited=False) is None:
            upper = syntax.head(first)
            while upper is not None and upper.tag_ not in FINITE:
                upper = syntax.head(upper)
            if upper is not None:
                return syntax.subject(upper)
        return syntax.subject(verb)

    def _is_apart(self, verb: Token, first: Token) -> bool:
        """Whether a finite verb goes on with nothing beside it: "said X could win and urged", "had lost, and urged"."""
        if first.tag_ != "VBN" or verb.tag_ != "VBD":
            return first.tag_ == "VB"
        opener = self.syntax.coordinator(verb)
        return opener is not None and opener.i > 0 and self.lowers[opener.i - 1] == ","

    def before(self, noun: Token) -> int:
        """Give the end of the last word before the preposition of a noun."""
        start, _ = self.syntax.subtree(noun)
        while start > 1 and not self.reading.words[start - 1].is_alpha:
            start -= 1
        return self.reading.span(start - 1, start).end if start else 0

    def is_lessened(self, token: Token) -> bool:
        """Tell whether a word is said to be missed: "less than enthusiastic", "far from perfect"."""
        return token.i > 1 and (token.nbor(-2).lower_, token.nbor(-1).lower_) in LESSENED

    # --- parties and targets
    def can_act(self, token: Token) -> bool:
        """Tell whether a noun names a person, a state, an organisation or a group."""
        if (
            token.lower_ in FIRST_PERSON
            or token.lower_ in PERSONAL
            or token.pos_ == "PROPN"
            or token.ent_type_ in ACTORS
        ):
            return True
        if (ref := self.reading.entity_at(token)) is not None:
            return self.reading[ref].type in ACTORS
        return self.lemmas[token.i] in self.judgements.actors or token.i in self._actors

    def meant(self, noun: Token) -> Token:
        """Give what a word stands for: waste in "years of waste", fraud in "what she called a fraud"."""
        if noun.lower_ == "what":
            verbs = (verb for verb in self.syntax.relative_clauses(noun) if self.labels(verb))
            named = next((word for verb in verbs for word in (self.named(verb),) if word is not None), None)
            return noun if named is None else named
        if noun.i in self.times or self.lemmas[noun.i] in self.judgements.hollow:
            return next((other for word, other in self.syntax.obliques(noun) if word == "of"), noun)
        return noun

    def labels(self, verb: Token) -> bool:
        """Tell whether a verb gives a thing a name: "called", "described"."""
        return any(sense.family.use == "label" for sense in self.senses_of(verb))

    def named(self, verb: Token) -> Token | None:
        """Give the name that a verb gives: fraud in "called it a fraud", "what she called a fraud"."""
        syntax = self.syntax
        if syntax.complement_kind(verb) == "small":
            return syntax.complement(verb)
        for kid in syntax.children(verb):
            if kid.i > verb.i and syntax.role(kid) in SEEN_AS and any(k.lower_ == "as" for k in syntax.children(kid)):
                return kid
        word = syntax.object(verb)
        return None if word is None or word.i < verb.i else word

    def is_target(self, token: Token) -> bool:
        """Tell whether a word may head a target: no time, no hollow noun ("request for comment")."""
        if (
            token.i in self.times
            or token.lower_ in NOBODY | REFLEXIVE
            or self.lemmas[token.i] in self.judgements.hollow
        ):
            return False
        determiner = self.syntax.determiner(token)
        if determiner is not None and determiner.lower_ in DENIALS | NOBODY:
            return False
        around = self.lowers[max(0, token.i - 1) : token.i + 2]
        if not RECIPROCAL.isdisjoint(pairwise(around)):
            return False
        return not self.syntax.is_relative_word(token)

    @cached_property
    def times(self) -> frozenset[int]:
        """The words of times that a calendar knows: they are no targets; those of "before Hale backed it" may be."""
        return self._inside(time.span for time in self.reading.all(TimeExpression) if time.form == "TIMEX3")

    @cached_property
    def _actors(self) -> frozenset[int]:
        return self._inside(mention.head for mention in self.reading.all(Mention) if mention.type in ACTORS)

    def _inside(self, spans: Iterable[Span]) -> frozenset[int]:
        """The words of some phrases."""
        return frozenset(index for span in spans for index in range(*self.reading.token_range(span)))

    def party(self, token: Token) -> Party | None:
        """Give the holder that a noun phrase names; "I" and "we" are the speaker if the sentence names him."""
        if token.tag_ in {"WDT", "WP"}:
            noun = self.syntax.antecedent(token)
            return None if noun is None or noun == token else self.party(noun)
        if token.lower_ in NOBODY | INDEFINITE or token.i in self.times or self._is_any(token) or self._counts(token):
            return None
        voice = self.voices[token.i]
        if token.lower_ == "it" and voice is not None and self.reading.entity_at(token) is None:
            return None
        if token.lower_ in FIRST_PERSON and voice is not None and voice.is_near(self.syntax.root_of(token)):
            return voice.party
        span = self.syntax.phrase(token, without=HOLDER_CUT)
        if span is None or self.reading[span].partition(" ")[0].lower() in DENIALS:
            return None
        return self.reading.party(token, self._without_time(token, span))

    def _counts(self, token: Token) -> bool:
        """Whether a noun only tells how many: "rejected by nine votes"."""
        return self.lemmas[token.i] in {"margin", "vote"} and not self.syntax.possessor(token)

    def _is_any(self, token: Token) -> bool:
        determiner = self.syntax.determiner(token)
        return determiner is not None and determiner.lower_ in {"any", "whichever"}

    def _without_time(self, token: Token, span: Span) -> Span:
        """Ryan in "Ryan on Thursday"."""
        for _, other in self.syntax.obliques(token):
            start, _ = self.syntax.subtree(other)
            if other.i in self.times and start > token.i:
                end = self.reading.span(start - 1, start).end
                return Span(span.start, end) if span.start < end < span.end else span
        return span

    def nominal_span(self, token: Token) -> Span | None:
        """Give a noun phrase without relative clauses and what is beside it."""
        span = self._without_but(self.syntax.phrase(token, without=TARGET_CUT))
        senses = () if span is None else self.senses_of(token)
        if span is None or not senses or self.syntax.obliques(token):
            return span
        for word, other in self.company(token):
            further = self.syntax.phrase(other, without=TARGET_CUT)
            if further is not None and (word == "from" or any(word in sense.family.prepositions for sense in senses)):
                return Span(span.start, max(span.end, further.end))
        return span

    def _without_but(self, span: Span | None) -> Span | None:
        """The principle in "the principle but not the plan"."""
        first, last = (0, 0) if span is None else self.reading.token_range(span)
        for index in range(first + 1, last - 1):
            if span is not None and self.lowers[index : index + 2] == ["but", "not"]:
                return Span(span.start, self.reading.span(index - 1, index).end)
        return span

    def clause_span(self, verb: Token) -> Span | None:
        """Give a clause without "that" or "to", and without clauses coordinated with it."""
        syntax = self.syntax
        other = any(syntax.subject(each, inherited=False) for each in syntax.conjuncts(verb) if each.i > verb.i)
        span = self._without_tail(verb, syntax.phrase(verb, without=CLAUSE_CUT | {"conjunct"} if other else CLAUSE_CUT))
        subject = syntax.subject(verb, inherited=False)
        first = None if subject is None or subject.i > verb.i else syntax.phrase(subject)
        if span is None or first is None or not span.start <= first.start < span.end:
            return span
        return Span(first.start, span.end)

    def _without_tail(self, verb: Token, span: Span | None) -> Span | None:
        """A clause up to the comma before what else is done: "opening an inquiry, lending support"."""
        for kid in () if span is None else self.syntax.children(verb):
            start = self.syntax.subtree(kid)[0] if kid.i > verb.i + 1 else 0
            if self.syntax.role(kid) == "adverbial-clause" and start and self.lowers[start - 1] == ",":
                end = self.reading.span(start - 2, start - 1).end
                return Span(span.start, end) if span is not None and span.start < end < span.end else span
        return span


def _is_verbal(sense: Sense) -> bool:
    return sense.word_class == "verb"


def _is_of_class(token: Token, word_class: WordClass) -> bool:
    if word_class == "verb":
        return token.pos_ == "VERB" or (token.pos_ == "PROPN" and token.tag_ in FINITE)
    if word_class == "adjective":
        return token.pos_ in {"ADJ", "VERB"} and token.tag_ in {"JJ", "VBN", "JJR"}
    return token.pos_ == ("ADP" if word_class == "adposition" else "NOUN")
