"""Finds reporting verbs, and reads source and content off their frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from attrs import frozen

from newsfacts.steps.sourcing.beside import Beside, quotations_beside
from newsfacts.steps.sourcing.conjoined import reporting_above
from newsfacts.steps.sourcing.contents import (
    announces,
    clause_after,
    clause_before,
    clause_content,
    listed,
    object_content,
    phrase_content,
    taken_up,
)
from newsfacts.steps.sourcing.cues import Cue, cue_of
from newsfacts.steps.sourcing.lexicon import Frames, Sense, frames_of
from newsfacts.steps.sourcing.proposals import Proposal, evolve
from newsfacts.steps.sourcing.scene import Range, Scene
from newsfacts.steps.sourcing.shapes import (
    goes_on,
    has_name,
    is_document,
    is_passive_too,
    is_past,
    is_reduced,
    names_source,
    relative_ahead,
    run_ahead,
    with_start,
)
from newsfacts.steps.sourcing.sources import source_range, speaker_before, subject_of, turned_round

if TYPE_CHECKING:
    from spacy.tokens import Token

    from newsfacts import Lexicons

NOT_CUES: Final = frozenset({"adjective", "auxiliary", "case", "compound", "copula", "determiner", "flat", "mark"})
_FINITE: Final = frozenset({"that", "whether", "wh", "bare"})
_FINITE_TAGS: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})


_AWAY: Final = frozenset({"away", "back", "down", "off", "out", "over", "up"})


def verb_proposals(scene: Scene) -> Iterator[Proposal]:
    """Give a proposal for each verb that reports something."""
    lexicon = frames_of(scene.reading.lexicons, "cue_verbs")
    heads = _heads(scene.reading.lexicons)
    for index in scene.verbs:
        lemma = scene.lemmas[index]
        if lemma not in heads or not scene.prose[index]:
            continue
        token = scene.token(index)
        particle = scene.syntax.particle(token)
        frames = lexicon.get(lemma) if particle is None else _with_particle(lexicon, lemma, particle.lower_)
        if frames is None or scene.syntax.role(token) in NOT_CUES:
            continue
        proposal = Verb.of(scene, token, frames).proposal()
        if proposal is not None:
            yield proposal


def _heads(lexicons: Lexicons) -> frozenset[str]:
    """The verbs that report something alone or with a particle."""
    return lexicons.compiled(
        "cue verb heads", lambda: frozenset(entry.partition(" ")[0] for entry in frames_of(lexicons, "cue_verbs"))
    )


def _with_particle(lexicon: Mapping[str, Frames], lemma: str, particle: str) -> Frames | None:
    """The frames of a verb with its particle; where it has none, only clauses and quotations: no "argued it down"."""
    found = lexicon.get(f"{lemma} {particle}")
    if found is None and lemma in lexicon:
        return {name: sense for name, sense in lexicon[lemma].items() if name in {"clause", "quote"}}
    return found


@frozen(eq=False)
class Verb:
    """A reporting verb in its clause."""

    scene: Scene
    token: Token
    frames: Frames
    cue: Cue
    passive: bool
    subject: Token | None
    """The surface subject, in a relative clause its "who"."""

    @staticmethod
    def of(scene: Scene, token: Token, frames: Frames) -> Verb:
        """Give the verb with its cue and subject."""
        cue = cue_of(scene, token)
        subject = subject_of(scene, token, cue.range)
        if "quote" in frames and (turned := turned_round(scene, token)) is not None:
            return Verb(scene, token, frames, cue, False, turned)
        passive = (scene.syntax.is_passive(token) and not goes_on(scene, token)) or is_reduced(scene, token, frames)
        passive = (passive or is_passive_too(scene, token)) and reporting_above(scene, token) is None
        if (passive or subject is None) and "quote" in frames and not scene.syntax.auxiliaries(token):
            speaker = speaker_before(scene, cue.range[0])
            if speaker is not None:
                return Verb(scene, token, frames, cue, False, speaker)
        return Verb(scene, token, frames, cue, passive, subject)

    def proposal(self) -> Proposal | None:
        """Give the claim of the first frame that fits."""
        if not self.passive:
            return self._active()
        return self._passive() or (self._active() if is_past(self.scene, self.token) else None)

    # --- the parts of a proposal
    def _sense(self, *names: str) -> Sense | None:
        """The sense of the first of these frames that the verb has; "nobj" is "obj" where the verb is negated."""
        if self.cue.negated:
            names = (*names, *(f"n{name}" for name in names))
        if self.subject is not None and "d:obj" in self.frames and is_document(self.scene, self.subject):
            names = (*names, *(f"d:{name}" for name in names))
        return next((self.frames[name] for name in names if name in self.frames), None)

    def _made(
        self, sense: Sense | None, rule: str, content: tuple[Range, ...], *,
        source: Token | None, governed: Token | None = None, quoting: bool = False, more: Range | None = None,
    ) -> Proposal | None:  # fmt: skip
        if sense is None or not content:
            return None
        cue = self.cue.range if more is None else (min(self.cue.range[0], more[0]), max(self.cue.range[1], more[1]))
        reporting = cue
        phrase = None
        if source is not None:
            phrase = source_range(self.scene, source.i, cue)
            reporting = (min(cue[0], phrase[0]), max(cue[1], phrase[1]))
        return Proposal(
            head=self.token.i, cue=(cue,), sense=sense, rule=rule, source=None if source is None else source.i,
            source_range=phrase, content=content, governed=None if governed is None else governed.i,
            negated=self.cue.negated, reporting=reporting, quoting=quoting, weak=self.cue.weak,
        )  # fmt: skip

    @cached_property
    def _clause(self) -> Range:
        """The reporting clause: from its first word to its last, its content left out."""
        start, end = self.cue.range
        if self.subject is not None and self.scene.syntax.head(self.subject) is not None:
            low, high = source_range(self.scene, self.subject.i, self.cue.range)
            if low < start and start - high < 6:
                start = low
            elif end <= low < end + 3:
                end = high
        return start, end

    # --- active
    def _active(self) -> Proposal | None:
        syntax, subject = self.scene.syntax, self.subject
        if subject is None or subject.lower_ in {"me", "them", "us", "you"} or self._is_for_example(subject):
            return None
        beside = quotations_beside(self.scene, *self._clause) if "quote" in self.frames else Beside()
        if beside.right >= 0 and self.scene.tags[self.token.i] == "VBG":
            beside = Beside(right=beside.right)
        if (found := self._as_clause() or self._as_furious()) is not None:
            return found
        kind = syntax.complement_kind(self.token)
        head = syntax.complement(self.token) if kind is not None else None
        if head is not None and head.i < self.token.i and kind in {"wh", "whether"} and beside.left < 0:
            head = kind = None
        if beside.left < 0 and beside.right < 0 and self._sense("clause") is not None and self._announces(head):
            return self._after()
        announced = head is not None and kind in _FINITE and head.i > self.token.i and beside.right < 0
        announced = announced and (kind != "bare" or beside.left < 0)
        if not announced and (beside.left >= 0 or (beside.right >= 0 and kind not in _FINITE)):
            return self._quoting(beside)
        if head is not None and (found := self._complement(head, kind)) is not None:
            return found
        if beside.left >= 0 or beside.right >= 0:
            return self._quoting(beside)
        return (
            self._next_paragraph()
            or self._after()
            or self._named()
            or self._object()
            or self._ahead()
            or self._prepositional()
            or self._before()
        )

    def _is_for_example(self, subject: Token) -> bool:
        """Whether "say" is "for example", as in "a small town, say Harrow"."""
        return self.token.lower_ == "say" and subject.i > self.token.i and self.scene.tags[subject.i] in {"NN", "NNP"}

    def _announces(self, head: Token | None) -> bool:
        return head is not None and head.i < self.token.i and announces(self.scene, *self._clause)

    def _as_clause(self) -> Proposal | None:
        """Give the clause around "as the teller explained", "or so a study suggests"."""
        scene = self.scene
        start, end = self._clause
        word = scene.lower[start - 1] if start else ""
        sense = self._sense("clause", "quote")
        if word not in {"as", "so"} or sense is None or self.subject is None or start >= end - 1:
            return None
        theme = scene.syntax.object(self.token)
        if (theme is not None and theme.i > self.token.i) or not {*scene.lower[end : end + 1]}.isdisjoint(self.frames):
            return None
        first, last = scene.sentence(start)
        if start - 1 < first:
            return None
        said = scene.syntax.complement(self.token)
        said = None if word == "so" and said is not None and said.i < start else said
        apart = (
            word == "as"
            and scene.lower[start - 2] == ","
            and said is not None
            and said.i > end
            and "," in scene.lower[end : end + 5]
        )
        if said is not None and not apart and scene.syntax.role(self.token) != "parataxis":
            return None
        told = "," in scene.lower[end : end + 5] or end + 5 > last
        if end < last and not scene.blank[end] and scene.tags[end] not in {"IN", "RB", "TO"} and not told:
            return None
        close = next((i for i in range(end, last) if scene.lower[i] in {",", "."}), last)
        low = start - 1 - (scene.lower[start - 2] == "or" if start > 1 else 0)
        content = (*phrase_content(scene, first, low, self.token.i), *phrase_content(scene, close, last, self.token.i))
        if not any(tag in _FINITE_TAGS for piece in content for tag in scene.tags[piece[0] : piece[1]]):
            return None
        made = self._made(sense, f"{word}-clause", content, source=self.subject)
        return None if made is None else evolve(made, cue=((start - 1, start), *made.cue))

    def _quoting(self, beside: Beside) -> Proposal | None:
        scene = self.scene
        content = tuple(scene.quotation_ranges[n] for n in (beside.left, beside.right) if n >= 0)
        if beside.left >= 0:
            content = (with_start(scene, content[0]), *content[1:])
        return self._made(self._sense("quote"), "quotation", content, source=self.subject, quoting=True)

    def _complement(self, head: Token, kind: str | None) -> Proposal | None:
        scene, syntax, source = self.scene, self.scene.syntax, self.subject
        if kind == "parataxis":
            sense = self._sense("quote", "clause")
            content = clause_content(scene, head.i, self._span(), self.token.i)
            if len(content) == 1 and content[0][1] <= self._clause[0]:
                content += taken_up(scene, *self._clause)
            return self._made(sense, "parataxis", content, source=source, governed=head, quoting=True)
        if kind in _FINITE:
            sense, rule = self._sense("clause", "quote"), f"clause-{kind}"
        elif kind == "infinitive":
            if (theme := syntax.object(self.token) or syntax.indirect_object(self.token)) is not None:
                return self._told(theme, head)
            sense, rule = self._sense("to"), "infinitive"
        elif kind == "gerund":
            sense, rule = self._sense("ing"), "gerund"
        else:
            return self._seen_as(head)
        content = clause_content(scene, head.i, self._span(), self.token.i)
        if kind == "bare" and (ahead := relative_ahead(scene, self.token, self.subject)) is not None:
            content = (ahead, *content)
        return self._made(sense, rule, content, source=source, governed=head, quoting=kind == "bare")

    def _span(self) -> Range:
        """The reporting clause where its content goes around it."""
        start, end = self._clause
        low, high = self.scene.syntax.subtree(self.token)
        said = self.scene.syntax.complement(self.token)
        if self.scene.syntax.role(self.token) == "parataxis" and not (said is not None and end <= said.i < high):
            return min(start, low), max(end, high)
        return start, end

    def _told(self, theme: Token, head: Token) -> Proposal | None:
        sense = self._sense("oto")
        low, high = self.scene.syntax.subtree(head)
        start, _ = self.scene.syntax.subtree(theme)
        addressed = sense is not None and self.scene.lemmas[self.token.i] in {"ask", "tell", "order", "instruct"}
        content = phrase_content(self.scene, low if addressed else min(start, low), high, self.token.i)
        return self._made(sense, "object-infinitive", content, source=self.subject, governed=head)

    def _seen_as(self, head: Token) -> Proposal | None:
        theme = self.scene.syntax.object(self.token)
        marked = any(word == "as" for word in self.scene.lower[self.scene.syntax.subtree(head)[0] :][:2])
        sense = self._sense("as") if marked else self._sense("small")
        low, high = self.scene.syntax.subtree(head)
        if theme is not None:
            low = min(low, self.scene.syntax.subtree(theme)[0])
        if low <= self.token.i < high:
            return None
        content = phrase_content(self.scene, low, high, self.token.i)
        if theme is None and (ahead := run_ahead(self.scene, self.token, self.subject)) is not None:
            content = (ahead, *content)
        return self._made(sense, "seen-as", content, source=self.subject, governed=head)

    def _as_furious(self) -> Proposal | None:
        """Give 'the actress as "furious" that ...' where the parse takes the "that" clause for the content."""
        theme = self.scene.syntax.object(self.token)
        if "as" not in self.frames or theme is None or theme.i < self.token.i:
            return None
        low, high = self.scene.syntax.subtree(theme)
        head = self.scene.syntax.complement(self.token)
        if head is None or self.scene.lower[high : high + 1] != ["as"] or head.i < high:
            return None
        end = self.scene.syntax.subtree(head)[1]
        content = phrase_content(self.scene, low, end, self.token.i)
        return self._made(self.frames["as"], "seen-as", content, source=self.subject, governed=theme)

    def _ahead(self) -> Proposal | None:
        """Give what a relative clause says of the noun before it: "the plan, which critics compared to a tax"."""
        theme = run_ahead(self.scene, self.token, self.subject)
        if theme is None or {*self.scene.lower[self.cue.range[1] : self.cue.range[1] + 1]} & _AWAY:
            return None
        person = self.scene.lower[theme[0]] in {"who", "whom"}
        for preposition, noun in self.scene.syntax.obliques(self.token):
            sense = self._sense(f"o+{preposition}", *(("as",) if preposition == "as" else ()))
            if sense is not None and noun.i > self.token.i:
                content = (theme, *phrase_content(self.scene, *self.scene.syntax.subtree(noun), self.token.i))
                return self._made(sense, f"ahead-{preposition}", content, source=self.subject, governed=noun)
        return None if person else self._made(self._sense("obj"), "ahead", (theme,), source=self.subject)

    def _named(self) -> Proposal | None:
        """Give what follows "called" where the parse saw no name given: 'called the show “the news of record”'."""
        theme = self.scene.syntax.object(self.token)
        if "small" not in self.frames or theme is None or theme.i < self.token.i:
            return None
        start = self.cue.range[1]
        last = self.scene.sentence(start)[1]
        end = start
        while end < last and (not self.scene.blank[end] or self.scene.quoted[end] >= 0):
            number = self.scene.quoted[end]
            end = self.scene.quotation_ranges[number][1] if number >= 0 != self.scene.quoted[start] else end + 1
        core = self.scene.reading.token_range(self.scene.syntax.noun_phrase(theme))[1]
        if end - core < 1 or not (
            has_name(self.scene, core, end) or any(n >= 0 for n in self.scene.quoted[start + 1 : end])
        ):
            return None
        content = phrase_content(self.scene, start, end, self.token.i)
        return self._made(self.frames["small"], "named", content, source=self.subject, governed=theme)

    def _object(self) -> Proposal | None:
        syntax = self.scene.syntax
        theme = syntax.object(self.token) or syntax.indirect_object(self.token)
        if theme is None and syntax.complement_kind(self.token) == "small":
            theme = syntax.complement(self.token)
        if theme is None or syntax.head(theme) != self.token or theme.i < self.token.i or theme == self.subject:
            return None
        low, high = syntax.subtree(theme)
        for preposition, noun in syntax.obliques(self.token):
            sense = self._sense(f"o+{preposition}")
            if sense is not None and noun.i > theme.i and (preposition != "at" or self._has_figure(noun)):
                content = phrase_content(self.scene, low, syntax.subtree(noun)[1], self.token.i)
                return self._made(sense, f"object-{preposition}", content, source=self.subject, governed=theme)
        if "as" in self.frames and "as" in self.scene.lower[theme.i + 1 : high]:
            content = phrase_content(self.scene, low, high, self.token.i)
            return self._made(self.frames["as"], "seen-as", content, source=self.subject, governed=theme)
        if self.scene.lemmas[self.token.i] in {"cite", "quote"} and names_source(self.scene, self.token):
            return None
        content = object_content(self.scene, self.token, theme)
        return self._made(self._sense("obj"), "object", content, source=self.subject, governed=theme)

    def _has_figure(self, noun: Token) -> bool:
        """Whether a number is told: "put the death toll at 17"."""
        low, high = self.scene.syntax.subtree(noun)
        return "CD" in self.scene.tags[low:high]

    def _prepositional(self) -> Proposal | None:
        syntax = self.scene.syntax
        for preposition, noun in syntax.obliques(self.token):
            if (sense := self._sense(f"oto:{preposition}")) is not None and (to := self._to_do(noun)) is not None:
                low = syntax.subtree(noun)[0]
                content = phrase_content(self.scene, low + 1, syntax.subtree(to)[1], self.token.i)
                more = (low, low + 1) if low == self.cue.range[1] else None
                return self._made(
                    sense, f"{preposition}-infinitive", content, source=self.subject, governed=to, more=more
                )
            if self.scene.tags[noun.i] == "CD":  # "voted 9 to 4 to close it"
                to = self._to_do(noun) if "to" in self.frames else None
                if to is not None:
                    content = phrase_content(self.scene, *syntax.subtree(to), self.token.i)
                    return self._made(self.frames["to"], "infinitive", content, source=self.subject, governed=to)
            elif preposition in self.frames and noun.i > self.token.i:
                low, high = syntax.subtree(noun)
                first = low + len(preposition.split())
                content = phrase_content(self.scene, first, listed(self.scene, high), self.token.i)
                more = (low, first) if low == self.cue.range[1] else None
                return self._made(
                    self.frames[preposition], f"preposition-{preposition}", content, source=self.subject,
                    governed=noun, more=more,
                )  # fmt: skip
        return None

    def _next_paragraph(self) -> Proposal | None:
        """Give the paragraph that "He said:" at the end of one announces, to its end."""
        scene = self.scene
        end = scene.paragraph(self.token.i)[1]
        if (
            self._sense("quote") is None
            or not self.token.i < end - 1 <= self.token.i + 8
            or scene.lower[end - 1] != ":"
        ):
            return None
        if end + 1 >= scene.size:
            return None
        start, stop = scene.paragraph(end + 1)
        content = phrase_content(scene, start, stop, self.token.i)
        return self._made(self._sense("quote"), "next-paragraph", content, source=self.subject, quoting=True)

    def _to_do(self, noun: Token) -> Token | None:
        """The infinitive of "called on the port to ban idling", wherever the parse hangs it."""
        syntax = self.scene.syntax
        for child in (*syntax.children(self.token), *syntax.children(noun)):
            mark = syntax.mark(child)
            if child.i > noun.i and mark is not None and mark.lower_ == "to":
                return child
        return None

    def _after(self) -> Proposal | None:
        """Give a clause after the verb that the parse did not tie to it: "He said most of the voters were polite"."""
        if self._sense("clause") is None:
            return None
        objects = self.scene.reading.lexicons.words("cue_words", "takes_objects")
        sure = "obj" not in self.frames and self.scene.lemmas[self.token.i] not in objects
        content = clause_after(
            self.scene,
            self.cue.range[1],
            sure=sure,
            told="o+of" in self.frames or self.scene.lemmas[self.token.i] == "tell",
        )
        return self._made(self._sense("clause"), "clause-after", content, source=self.subject)

    def _before(self) -> Proposal | None:
        """Give a clause before that the parse did not tie to the verb: "The bridge will close, the council said"."""
        if "quote" not in self.frames or self.scene.tags[self.token.i] == "VBG":
            return None
        told = self.scene.syntax.indirect_object(self.token) or self.scene.syntax.object(self.token)
        told = None if told == self.subject else told
        if told is not None and self.scene.lemmas[self.token.i] != "tell":
            return None
        start, end = self._clause
        if told is not None and told.i >= end:
            end = self.scene.syntax.subtree(told)[1]
        content = clause_before(self.scene, start, end)
        return self._made(self._sense("quote"), "clause-before", content, source=self.subject, quoting=True)

    # --- passive
    def _passive(self) -> Proposal | None:
        syntax = self.scene.syntax
        agent = syntax.agent(self.token)
        kind = syntax.complement_kind(self.token)
        head = syntax.complement(self.token) if kind is not None else None
        if head is not None:
            found = self._passive_complement(head, kind, agent)
            if found is not None:
                return found
        if self.subject is None:
            return None
        theme = self._theme()
        for preposition, noun in syntax.obliques(self.token):
            if (sense := self._sense(f"o+{preposition}")) is not None and syntax.auxiliaries(self.token):
                low, high = syntax.subtree(noun)
                content = (*theme, *phrase_content(self.scene, low, high, self.token.i))
                return self._made(sense, f"passive-{preposition}", content, source=agent, governed=noun)
        if agent is None:
            return None
        low = syntax.subtree(agent)[0]
        more = (low, low + 1) if low == self.cue.range[1] else None
        return self._made(self._sense("obj"), "passive-object", theme, source=agent, governed=self.subject, more=more)

    def _theme(self) -> tuple[Range, ...]:
        assert self.subject is not None
        return (source_range(self.scene, self.subject.i, self.cue.range),)

    def _passive_complement(self, head: Token, kind: str | None, agent: Token | None) -> Proposal | None:
        content = clause_content(self.scene, head.i, self._span(), self.token.i)
        if kind in _FINITE or kind == "parataxis":
            return self._made(self._sense("clause", "quote"), "passive-clause", content, source=agent, governed=head)
        if self.subject is None:
            return None
        if kind == "infinitive":
            sense = self._sense("oto")
            return self._made(sense, "passive-infinitive", (*self._theme(), *content), source=agent, governed=head)
        sense = self._sense("as", "small")
        reduced = not self.scene.syntax.auxiliaries(self.token)
        if reduced and self.scene.syntax.role(self.token) == "adverbial-clause":
            return None
        begins = self.scene.syntax.subtree(head)[0]
        if reduced and agent is None and self.scene.tags[begins] == "NNP":
            return None  # "a charity called Harbour Aid": its name
        return self._made(sense, "passive-as", (*self._theme(), *content), source=agent, governed=head)
