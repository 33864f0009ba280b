"""Of which country a side of an event is, and of which sector: government, army, rebels, civilians (PLOVER)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from attrs import field, frozen
from spacy.tokens import Token

from newsfacts import Entity, Lexicons, Reading, Ref, Sector
from newsfacts.places import Countries, countries


class Code(NamedTuple):
    """A country and a sector, each None where it is not told."""

    country: str | None = None
    sector: Sector | None = None


@frozen
class Role:
    """What a role noun tells: a sector; `speaks` if first that of those it speaks for ("army spokesman").

    `leads` tells of one who is of the government where it is of a country ("Kenyan leaders").
    """

    sector: Sector | None
    speaks: bool
    leads: bool


def roles(lexicons: Lexicons) -> Mapping[str, Role]:
    """Give the role nouns and names of the lexicon "sectors"."""

    def read() -> dict[str, Role]:
        rows = lexicons.rows("sectors")
        return {word: Role(code or None, mark != "", mark == "state") for word, code, mark in rows}  # type: ignore[arg-type]

    return lexicons.compiled(roles, read)


def _seconds(lexicons: Lexicons) -> frozenset[str]:
    """The last words of the entries of several words, without the end of a plural."""
    return frozenset(word.rpartition(" ")[2].removesuffix("s") for word in roles(lexicons) if " " in word)


def _telling(reading: Reading) -> frozenset[int]:
    """The places of the words that may tell a sector or a country."""
    lexicons = reading.lexicons
    columns = reading.columns
    lemmas = _lemmas(lexicons).intersection(columns.lemmas)
    names = countries(lexicons).by_word.keys() & columns.texts
    pairs = zip(columns.lemmas, columns.texts, strict=True)
    return frozenset([i for i, (lemma, text) in enumerate(pairs) if lemma in lemmas or text in names])


def _lemmas(lexicons: Lexicons) -> frozenset[str]:
    """The words, and the last words of entries of several words, in both numbers."""

    def read() -> frozenset[str]:
        found = (*roles(lexicons), *_seconds(lexicons))
        return frozenset((*found, *(f"{word}s" for word in found)))

    return lexicons.compiled(_lemmas, read)


_PLACES = frozenset({"FAC", "GPE", "LOC", "NORP"})
_FORMER = frozenset({"deposed", "former", "ousted"})
_ABROAD = frozenset({"COP", "GOV", "JRN", "MIL", "SPY"})
"""Sectors whose people may be in a country that is not theirs."""

_NOTHING = Code()
_MENTIONS = 4
"""How many mentions of an entity are asked who it is: an article introduces somebody at once."""


@frozen(eq=False)
class Codes:
    """Gives the codes of phrases, by their heads; of an entity all its mentions tell them."""

    reading: Reading
    roles: Mapping[str, Role]
    seconds: frozenset[str]
    countries: Countries
    telling: frozenset[int]
    _known: dict[str, Code] = field(factory=dict)
    _open: list[str] = field(factory=list)
    _cut: list[str] = field(factory=list)

    @staticmethod
    def of(reading: Reading) -> Codes:
        """Make it for an article."""
        lexicons = reading.lexicons
        return Codes(
            reading,
            roles(lexicons),
            lexicons.compiled("pairs of sectors", lambda: _seconds(lexicons)),
            countries(lexicons),
            _telling(reading),
        )

    def __call__(self, head: Token) -> Code:
        """Give the codes of the phrase of a word."""
        ref = self.reading.entity_at(head)
        if ref is None:
            if head.i not in self.telling:
                return _NOTHING
            return self._phrase(head) if self._role(head) or self._is_people(head) else Code(self._country(head))
        if (known := self._known.get(ref.id)) is not None:
            return known
        if ref.id in self._open:  # (what somebody owns may name its owner again)
            self._cut.append(ref.id)
            return _NOTHING
        self._open.append(ref.id)
        found = self._entity(ref)
        self._open.pop()
        if not self._open:
            self._cut.clear()
        if not self._cut:
            self._known[ref.id] = found
        return found

    def _entity(self, ref: Ref[Entity]) -> Code:
        entity = self.reading[ref]
        country = entity.country or self._country_of_name(entity)
        sector = self._named(entity.name) if entity.type == "ORG" else None
        if entity.type in _PLACES:
            head = self.reading.words[self.reading.token_range(entity.span)[1] - 1]
            return Code(country, sector or ("CVL" if self._is_people(head) else None))
        for head in self._heads(entity):
            if country and sector:
                break
            if not self._may_tell(head, ref):
                continue
            told = self._phrase(head)
            country, sector = country or told.country, sector or told.sector
        return Code(country, sector)

    def _may_tell(self, head: Token, own: Ref[Entity]) -> bool:
        """Whether a word of a phrase may tell something, or is of another entity, which may."""
        syntax = self.reading.syntax
        start, end = syntax.subtree(syntax.name_head(head))
        if not self.telling.isdisjoint(range(start, end)):
            return True
        refs = map(self.reading.entity_at, self.reading.words[start:end])
        return any(ref is not None and ref != own for ref in refs)

    def _heads(self, entity: Entity) -> Iterator[Token]:
        """The words that say who an entity is: those that head its first mentions, and its titles."""
        mentions = (self.reading[mention] for mention in entity.mentions[:_MENTIONS])
        for span in (*(mention.head for mention in mentions if mention.form != "PRO"), *entity.titles):
            yield self.reading.words[self.reading.token_range(span)[1] - 1]

    def _country_of_name(self, entity: Entity) -> str | None:
        """The country in a name: "Derby" has none, "Bank of Kenya" has."""
        name = entity.name.removeprefix("the ")
        if entity.type in _PLACES:
            return self.countries.code(name)
        found = (self.countries.find(word) for word in name.split()) if entity.type == "ORG" else ()
        return next((each[0].code for each in found if each is not None and each[1] in {"name", "demonym"}), None)

    def _is_people(self, head: Token) -> bool:
        """Whether a word names people of a country: "Kenyans"."""
        people = self.reading.columns.tags[head.i] in {"NNPS", "NNS"}
        found = self.countries.find(head.text) if people else None
        return found is not None and found[1] == "demonym"

    def _named(self, name: str) -> Sector | None:
        """The sector that a name tells, as a whole or by its last telling word ("Ministry" of "Ministry of Health")."""
        whole = name.lower().removeprefix("the ")
        if (known := self.roles.get(whole)) is not None:
            return known.sector
        found = self.countries.find(name)
        if found is not None and found[1] == "metonym":
            return "GOV"
        words = whole.partition(" of ")[0].partition(" for ")[0].split()
        if _lemmas(self.reading.lexicons).isdisjoint(words):
            return None
        pairs = [f"{first} {second}" for first, second in pairwise(words)]
        forms = (form for word in (*pairs[::-1], *words[::-1]) for form in (word, word.removesuffix("s")))
        return next((role.sector for form in forms if (role := self.roles.get(form)) and role.sector), None)

    def _phrase(self, head: Token) -> Code:
        """What a phrase itself says: by its head, by what stands before it, and by whose it is."""
        heads = (head, *self.reading.syntax.titles(head))
        before = tuple(word for each in heads for word in self._before(each))
        sector = next((s for word in heads if (s := self._sector(word))), None)
        sector = sector or next(self._sectors(before), None)
        country = next((c for word in (*before, head) if (c := self._country(word))), None)
        country = country or next((c for word in heads if self._role(word) and (c := self._owner(word, sector))), None)
        if sector is None and country is not None:
            role = self._role(head)
            sector = "CVL" if self._is_people(head) else "GOV" if role is not None and role.leads else None
        if sector == "GOV" and "IGO" in self._sectors(before):
            sector = "IGO"
        if sector == "GOV" and not _FORMER.isdisjoint(self.reading.columns.lowers[word.i] for word in before):
            sector = "ELI"
        return Code(country, sector)

    def _before(self, head: Token) -> tuple[Token, ...]:
        syntax = self.reading.syntax
        return (*syntax.compounds(head), *syntax.adjectives(head))

    def _owner(self, head: Token, sector: str | None) -> str | None:
        """The country that a phrase belongs to: "Kenya's army", "the king of Jordan", "villagers in Nepal"."""
        syntax = self.reading.syntax
        owner = syntax.possessor(head)
        if owner is not None and (code := self._country(owner)):
            return code
        asked = {"from", "of"} if sector is None or sector in _ABROAD else {"at", "from", "in", "of"}
        below = (self._country(noun) for preposition, noun in syntax.obliques(head) if preposition in asked)
        return next(filter(None, below), None)

    def _country(self, word: Token) -> str | None:
        """The country that a word names or belongs to; "Russian" in "pro-Russian" and "Russian-led" is none."""
        text, end = self.reading.text, word.idx + len(word)
        if text[word.idx - 1 : word.idx] == "-" or text[end : end + 1] == "-":
            return None
        if self.reading.entity_at(word) is not None:
            return self(word).country
        return self.countries.code(word.text) if word.text[:1].isupper() else None

    def _sector(self, head: Token) -> Sector | None:
        """The sector of a role noun; one that speaks for others has theirs."""
        role = self._pair(head) or self._role(head)
        if role is None:
            return None
        return next(self._sectors(self._spoken_for(head)), role.sector) if role.speaks else role.sector

    def _pair(self, head: Token) -> Role | None:
        """What the lists say of a word with the one before it: "security forces"."""
        columns = self.reading.columns
        if columns.lemmas[head.i].removesuffix("s") not in self.seconds:
            return None
        pairs = (self._role(head, f"{columns.lowers[word.i]} ") for word in self._before(head))
        return next(filter(None, pairs), None)

    def _role(self, head: Token, before: str = "") -> Role | None:
        """What the lists say of a word, or of two; a plural may have been left as it is."""
        lemma = self.reading.columns.lemmas[head.i]
        return self.roles.get(f"{before}{lemma}") or self.roles.get(f"{before}{lemma.removesuffix('s')}")

    def _spoken_for(self, head: Token) -> Iterator[Token]:
        """What stands beside a word that speaks for it: "army spokesman", "leader of the opposition"."""
        syntax = self.reading.syntax
        yield from self._before(head)
        if (owner := syntax.possessor(head)) is not None:
            yield owner
        yield from (noun for preposition, noun in syntax.obliques(head) if preposition in {"at", "for", "of", "with"})

    def _sectors(self, words: Iterable[Token]) -> Iterator[Sector]:
        for word in words:
            found = self._sector(word) if self.reading.entity_at(word) is None else self(word).sector
            if found is not None:
                yield found
