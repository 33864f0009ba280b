"""What every fact has: a kind, a span, an id that comes from its content, and who gave it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from hashlib import blake2s
from typing import Any, ClassVar, Literal, Self, TypeVar, get_args

import attrs
from attrs import field, frozen

from newsfacts.spans import Ref, Span

FactT = TypeVar("FactT", bound="Fact")
PartyForm = Literal["AUTHOR", "ENTITY", "UNNAMED"]


def one_of(values: Any, **options: Any) -> Any:
    """Give an attrs field that accepts the values of a `Literal` only, or None where that is the default.

    Facts are made by the hundred, so the check is one look-up.
    """
    allowed = frozenset(get_args(values)) | ({None} if options.get("default", attrs.NOTHING) is None else set())

    def check(_fact: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value not in allowed:
            choices = ", ".join(sorted(str(choice) for choice in allowed if choice is not None))
            raise ValueError(f"{attribute.name!r} must be one of {choices}, not {value!r}")

    return field(validator=check, **options)


@frozen(kw_only=True)
class Fact:
    """One thing that an article says, and the characters that say it.

    Facts are values: frozen, compared by content. `by` names the step that gave the fact (the pipeline stamps it) and
    `rule` the rule inside that step; neither takes part in equality.
    """

    kind: ClassVar[str] = ""
    identity: ClassVar[tuple[str, ...]] = ()

    span: Span
    by: str = field(default="", eq=False)
    rule: str = field(default="", eq=False)

    @cached_property
    def id(self) -> str:
        """The id: kind and span, and for kinds that may share a span a hash of their identity fields.

        >>> from newsfacts import Quotation, Span
        >>> Quotation(span=Span(12, 40), marks="double").id
        'quotation@12:40'
        """
        place = f"{self.kind}@{self.span.start}:{self.span.end}"
        if not self.identity:
            return place
        content = "|".join(canonical(getattr(self, name)) for name in self.identity)
        return f"{place}~{blake2s(content.encode('utf-8', 'surrogatepass'), digest_size=4).hexdigest()}"

    @property
    def ref(self) -> Ref[Self]:
        """A typed pointer to this fact."""
        return Ref(self.id)


def canonical(value: object) -> str:
    """Give one text for one value, the same in every run: what ids are hashed from.

    >>> canonical((Span(0, 4), None, "support"))
    '(0:4,-,support)'
    """
    if value is None:
        return "-"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, _WRITTEN):
        return str(value)
    if isinstance(value, tuple):
        return f"({','.join([canonical(item) for item in value])})"
    if isinstance(value, frozenset):
        return f"({','.join(sorted(canonical(item) for item in value))})"
    names = _compared(type(value))  # type: ignore[arg-type]  # mypy takes classes for unhashable
    parts = [f"{name}={canonical(getattr(value, name))}" for name in names]
    return "{" + ",".join(parts) + "}"


_WRITTEN = (str, Span, Ref, int, Decimal)
"""What is its own text."""


@cache
def _compared(cls: type) -> tuple[str, ...]:
    """The fields of an attrs class that take part in its equality."""
    if not attrs.has(cls):
        raise TypeError(f"a {cls.__name__} cannot be part of a fact's identity")
    return tuple(field.name for field in attrs.fields(cls) if field.eq)


@frozen(kw_only=True)
class Party:
    """Who: the author of the article, an entity, or somebody without a name.

    `span` is the phrase that names the party, with its title ("President Joe Biden"). Only the author may have none,
    and somebody whom the words leave out ("The tribunal was told that ...").
    """

    form: PartyForm = one_of(PartyForm)
    span: Span | None = None
    entity: Ref[Any] | None = None  # Ref[Entity]; the entities module imports this one

    def __attrs_post_init__(self) -> None:
        if self.span is None and self.form == "ENTITY":
            raise ValueError(f"a party of form {self.form} needs the span that names it")


AUTHOR = Party(form="AUTHOR")
"""The author of the article itself."""


@frozen(kw_only=True)
class UnknownFact(Fact):
    """A fact of a kind that is not installed: kept whole, and written as it came.

    `data` is the JSON object of the fact.
    """

    kind: ClassVar[str] = "unknown"

    data: Mapping[str, Any]

    @cached_property
    def id(self) -> str:
        """The id that the fact came with."""
        return str(self.data["id"])

    def __hash__(self) -> int:
        return hash(self.id)
