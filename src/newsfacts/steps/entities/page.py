"""Names that the page tells: authors, the people and places of credits and datelines, agencies."""

from __future__ import annotations

from collections.abc import Iterator

from newsfacts import Byline, Credit, Dateline, Reading, Span
from newsfacts.steps.entities.cleaning import Name, person_in
from newsfacts.steps.entities.lists import NameLists
from newsfacts.steps.entities.words import Words

_FORMS = {"person": "PERSON", "organisation": "ORG"}


def names_on_page(reading: Reading, words: Words, lists: NameLists) -> Iterator[Name]:
    """Give the names of bylines, credits and datelines, each once, where they begin and end with words."""
    given: set[Span] = set()
    for span, kind in _spans(reading):
        start, end = words.starts_at.get(span.start), words.ends_at.get(span.end)
        if span not in given and start is not None and end is not None:
            given.add(span)
            listed = lists.listed.get(words.string(start, end))
            name = Name(start, end, kind, "page", listed if listed is not None and listed.type == kind else None)
            whole = person_in(name, words, lists) if kind == "PERSON" else name
            if whole is not None:
                yield whole


def _spans(reading: Reading) -> Iterator[tuple[Span, str]]:
    for byline in reading.all(Byline):
        for author in byline.authors:
            if author.form in _FORMS:
                yield author.name, _FORMS[author.form]
            if author.affiliation is not None:
                yield author.affiliation, "ORG"
            if author.location is not None:
                yield author.location, "GPE"
    for dateline in reading.all(Dateline):
        yield from ((place, "GPE") for place in dateline.places)
        if dateline.agency is not None:
            yield dateline.agency, "ORG"
    for credit in reading.all(Credit):
        yield from ((name, "PERSON") for name in credit.names)
