"""Polls, with how many people were asked: "a survey of 1,200 voters"."""

from collections.abc import Iterator

from attrs import frozen

from newsfacts import Extractor, Fact, Quantity, Reading, Ref, hookimpl


@frozen(kw_only=True)
class Poll(Fact):
    """A poll; `asked` is the quantity that tells how many people were asked."""

    kind = "example.poll"

    asked: Ref[Quantity]


@frozen
class Polls(Extractor):
    """Finds the people asked: a quantity of people that follows "poll of" or "survey of"."""

    name = "example.polls"
    needs = frozenset({Quantity})
    gives = frozenset({Poll})

    words: tuple[str, ...] = ("poll", "survey")

    def extract(self, reading: Reading) -> Iterator[Poll]:
        """Give a poll for every such quantity."""
        for quantity in reading.all(Quantity):
            start, _ = reading.token_range(quantity.span)
            before = [token.lower_ for token in reading.doc[max(start - 2, 0) : start]]
            if before and before[0] in self.words and before[-1] == "of":
                yield Poll(span=quantity.span, asked=quantity.ref, rule="poll-of")


@hookimpl
def newsfacts_extractors() -> list[Extractor]:
    """Add the step."""
    return [Polls()]
