"""Extractors that are wrong in one way each: the law that is named beside each must find out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count
from typing import Any, ClassVar

from attrs import define, evolve, field, frozen

from newsfacts import AUTHOR, Claim, Extractor, Fact, Kinds, Mention, Quotation, Reading, Ref, Span
from newsfacts.testing import laws


@frozen
class Names(Extractor):
    """Words with a capital, as mentions: an extractor that keeps every law."""

    name: ClassVar[str] = "acme.names"
    gives: ClassVar[Kinds] = frozenset({Mention})

    least: int = 3

    def extract(self, reading: Reading) -> Iterator[Fact]:
        for token in reading.doc:
            if token.is_title and len(token) >= self.least:
                span = reading.token_span(token)
                yield Mention(span=span, head=span, form="NAM", type="PERSON", rule="capital")


@frozen
class Cries(Extractor):
    """A quotation for every word with a capital: a step that has nothing to do with `Names`."""

    name: ClassVar[str] = "acme.cries"
    gives: ClassVar[Kinds] = frozenset({Quotation})

    def extract(self, reading: Reading) -> Iterator[Fact]:
        loud = reading.shared("loud", lambda: [token for token in reading.doc if token.is_title])
        for token in loud:
            yield Quotation(span=reading.token_span(token), marks="none", speech=False)


class Silent(Names):
    def extract(self, reading: Reading) -> Iterable[Fact]:
        return ()


class Undeclared(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        for fact in super().extract(reading):
            yield fact
            yield Quotation(span=fact.span, marks="none")


class Beyond(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        for fact in super().extract(reading):
            yield evolve(fact, head=Span(fact.span.start, len(reading.text) + 1))


@frozen
class Nowhere(Names):
    gives: ClassVar[Kinds] = frozenset({Claim})

    def extract(self, reading: Reading) -> Iterator[Fact]:
        for fact in super().extract(reading):
            yield Claim(span=fact.span, source=AUTHOR, parent=Ref("claim@90000:90001~aa"))


class Twice(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        for fact in super().extract(reading):
            yield fact
            yield evolve(fact, form="NOM")


NUMBERS = count()


@frozen(kw_only=True)
class Numbered(Fact):
    """A fact whose id is a number that grows."""

    kind: ClassVar[str] = "acme.numbered"

    @cached_property
    def id(self) -> str:
        return f"{self.kind}@{next(NUMBERS):09}"


class Counting(Names):
    gives: ClassVar[Kinds] = frozenset({Numbered})

    def extract(self, reading: Reading) -> Iterator[Fact]:
        return (Numbered(span=fact.span) for fact in super().extract(reading))


class CountingTwice(Counting):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        for fact in super().extract(reading):
            yield evolve(fact, rule="first")
            yield evolve(fact, rule="second")


@define(kw_only=True, slots=False)
class Loose(Fact):
    """A fact that can be changed."""

    kind: ClassVar[str] = "acme.loose"

    __setattr__ = object.__setattr__
    __hash__ = Fact.__hash__


class Loosely(Names):
    gives: ClassVar[Kinds] = frozenset({Loose})

    def extract(self, reading: Reading) -> Iterator[Fact]:
        return (Loose(span=fact.span) for fact in super().extract(reading))


@frozen(kw_only=True)
class Priced(Fact):
    """A fact with a number that JSON has no place for."""

    kind: ClassVar[str] = "acme.priced"

    price: complex


class Pricing(Names):
    gives: ClassVar[Kinds] = frozenset({Priced})

    def extract(self, reading: Reading) -> Iterator[Fact]:
        return (Priced(span=fact.span, price=1j) for fact in super().extract(reading))


class Moody(Names):
    """Gives every second time nothing."""

    times: ClassVar[Iterator[int]] = count()

    def extract(self, reading: Reading) -> Iterable[Fact]:
        return super().extract(reading) if next(self.times) % 2 else ()


class Shuffled(Names):
    """Gives half of the names: those that a set has first."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        names = {reading[fact.span] for fact in super().extract(reading)}
        kept = list(names)[: len(names) // 2]
        return (fact for fact in super().extract(reading) if reading[fact.span] in kept)


class Sentenced(Names):
    """Reads sentences without saying so."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        return (fact for fact in super().extract(reading) if not reading.tokens(fact.span)[0].is_sent_start)


class Writing(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        reading.doc.user_data["acme"] = True
        return super().extract(reading)


class Renaming(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        object.__setattr__(reading.record, "id", "mine")
        return super().extract(reading)


class Remembering(Names):
    """Gives no name that was in the article before this one."""

    last: ClassVar[list[tuple[str, set[str]]]] = []

    def extract(self, reading: Reading) -> Iterator[Fact]:
        words = {token.text for token in reading.doc}
        if not self.last or self.last[-1][0] != reading.text:
            self.last.append((reading.text, words))
        before = self.last[-2][1] if len(self.last) > 1 else set()
        return (fact for fact in super().extract(reading) if reading[fact.span] not in before)


class Peeking(Names):
    """Reads quotations without saying so."""

    def extract(self, reading: Reading) -> Iterable[Fact]:
        return () if reading.all(Quotation) else super().extract(reading)


class Poisoning(Names):
    """Spoils what steps share."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        reading.shared("loud", list)
        return super().extract(reading)


class FailingOnNothing(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        reading.doc[0]
        return super().extract(reading)


class FailingOnBrackets(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        if "[" in reading.text:
            raise ValueError("no bracket was closed")
        return super().extract(reading)


class LookingAhead(Names):
    """Looks for what a name is followed by after a comma, which is the end of no whole text."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        for fact in super().extract(reading):
            _, after = reading.token_range(fact.span)
            if not (reading.doc[after:] and reading.doc[after].text == "," and reading.doc[after + 1].is_digit):
                yield fact


class FailingOnLength(Names):
    def extract(self, reading: Reading) -> Iterator[Fact]:
        if any(len(token) > 10_000 for token in reading.doc):
            raise RecursionError("too deep")
        return super().extract(reading)


class Nailed(Names):
    """Counts characters from the start of the text."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        return (fact for fact in super().extract(reading) if fact.span.start % 3)


class Modest(Names):
    """Gives less the more there is."""

    def extract(self, reading: Reading) -> Iterator[Fact]:
        names = list(super().extract(reading))
        return iter(names[len(reading.doc) % 5 :])


@define(slots=False)
class Soft(Names):
    """Settings that can be changed."""

    least: int = 3
    __setattr__ = object.__setattr__


@frozen(eq=False)
class Alone(Names):
    """Equal to itself only."""

    least: int = 3
    __eq__ = object.__eq__
    __hash__ = object.__hash__


@frozen
class Unwritable(Names):
    """A setting that no settings file can hold."""

    guard: Any = field(default=range(3))


@frozen
class Idle(Names):
    """A setting that changes nothing."""

    thorough: bool = False


MUTANTS: dict[laws.Law, type[Extractor]] = {
    laws.every_declared_kind_is_given: Silent,
    laws.only_declared_kinds_are_given: Undeclared,
    laws.spans_lie_in_the_text: Beyond,
    laws.references_resolve: Nowhere,
    laws.ids_are_unique: Twice,
    laws.ids_come_from_content: Counting,
    laws.facts_come_in_text_order: CountingTwice,
    laws.facts_are_frozen_values: Loosely,
    laws.facts_survive_json: Pricing,
    laws.the_same_reading_gives_the_same_facts: Moody,
    laws.hash_seeds_change_nothing: Shuffled,
    laws.only_declared_annotations_are_read: Sentenced,
    laws.the_document_is_left_alone: Writing,
    laws.the_article_is_left_alone: Renaming,
    laws.neighbours_change_nothing: Remembering,
    laws.order_of_steps_changes_nothing: Peeking,
    laws.removing_it_changes_no_stranger: Poisoning,
    laws.odd_texts_are_read: FailingOnNothing,
    laws.any_text_is_read: FailingOnBrackets,
    laws.a_text_may_end_anywhere: LookingAhead,
    laws.long_lines_are_read: FailingOnLength,
    laws.facts_move_with_the_text: Nailed,
    laws.a_paragraph_changes_no_other: Modest,
    laws.settings_are_frozen: Soft,
    laws.settings_compare_by_value: Alone,
    laws.settings_survive_json: Unwritable,
    laws.every_setting_matters: Idle,
}
"""For each law an extractor that breaks it."""
