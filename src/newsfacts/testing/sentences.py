"""Sentences of a few forms, parsed by hand, with the claims and stances that are in them.

Parses are written with universal labels in the notation of `sketch`, and turned into the other scheme on demand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newsfacts import Claim, Fact, Party, Span, Stance, Target
from newsfacts.testing.parses import sketch
from newsfacts.testing.planted import Planted, at, vocab

Labels = Literal["universal", "clear"]
"""Schemes of dependency labels: of Universal Dependencies, or of ClearNLP, as the usual English pipelines give them."""
RENAMED: Mapping[str, str] = {"obj": "dobj", "nsubj:pass": "nsubjpass", "aux:pass": "auxpass", "fixed": "prep"}


def in_clear(words: str) -> str:
    """Give a parse with universal labels in the other scheme, where a noun hangs on its preposition.

    >>> in_clear("Aid/NN/2/nsubj came|come/VBD/0/root by/IN/4/case sea/NN/2/obl")
    'Aid/NN/2/nsubj came|come/VBD/0/root by/IN/2/prep sea/NN/3/pobj'
    """
    old = [word.rsplit("/", 2) for word in words.split()]
    rows = [[word, head, RENAMED.get(label, label)] for word, head, label in old]
    for number, (_, head, label) in enumerate(old, 1):
        above = int(head) - 1
        if label == "case":
            rows[number - 1][1:] = [old[above][1], "agent" if old[above][2] == "obl:agent" else "prep"]
            rows[above][1:] = [str(number), "pobj"]
        elif label == "fixed":  # (a second preposition has the noun of the first)
            rows[int(old[above][1]) - 1][1] = str(number)
    return " ".join("/".join(row) for row in rows)


def planted(words: str, *facts: Fact, labels: Labels) -> Planted:
    """Give a sentence with its parse in a scheme, and the facts in it."""
    doc = sketch(in_clear(words) if labels == "clear" else words, vocab())
    return Planted(doc.text, facts, doc, parsed=True)


# --- claims
AttributionForm = Literal["indirect", "direct", "inverted", "nested", "according"]


def attributed(form: AttributionForm, name: str, verb: str, content: str, *, other: str, labels: Labels) -> Planted:
    """Give a sentence in which somebody says something: `content` is an article, a noun and a verb."""
    claims: tuple[Claim, ...]
    started = content[0].upper() + content[1:]
    match form:
        case "indirect":
            text = f"{name} {verb} that {content}."
            parse = f"{name}/NNP/2/nsubj {verb}/VBD/0/root {_clause(content, 2, 2, 'ccomp', 'that')} ././2/punct"
            claims = (_claim(text, name, verb, f"that {content}"),)
        case "direct":
            text = f"“{started},” {name} {verb}."
            parse = f"{_quoted(started, 8)} {name}/NNP/8/nsubj {verb}/VBD/0/root ././8/punct"
            claims = (_claim(text, name, verb, f"“{started},”", form="direct"),)
        case "inverted":
            text = f"“{started},” {verb} {name}."
            parse = f"{_quoted(started, 7)} {verb}/VBD/0/root {name}/NNP/7/nsubj ././7/punct"
            claims = (_claim(text, name, verb, f"“{started},”", form="direct"),)
        case "nested":
            text = f"{name} {verb} that {other} knew that {content}."
            parse = (
                f"{name}/NNP/2/nsubj {verb}/VBD/0/root that/IN/5/mark {other}/NNP/5/nsubj knew|know/VBD/2/ccomp "
                f"{_clause(content, 5, 5, 'ccomp', 'that')} ././2/punct"
            )
            outer = _claim(text, name, verb, f"that {other} knew that {content}")
            claims = (outer, _claim(text, other, "knew", f"that {content}"))
        case "according":
            text = f"According to {name}, {content}."
            parse = (
                f"According/VBG/3/case to/IN/1/fixed {name}/NNP/7/obl ,/,/7/punct {_clause(content, 4, 0, 'root')} "
                "././7/punct"
            )
            claims = (_claim(text, name, "According to", content),)
    return planted(parse, *claims, labels=labels)


def _clause(content: str, offset: int, head: int, label: str, marker: str = "") -> str:
    """A clause of article, noun and verb; its verb has a head and a label."""
    the, noun, verb = content.split()
    shift = offset + bool(marker)
    mark = f"{marker}/IN/{shift + 3}/mark " if marker else ""
    return f"{mark}{the}/DT/{shift + 2}/det {noun}/NN/{shift + 3}/nsubj {verb}/VBD/{head}/{label}"


def _quoted(content: str, head: int) -> str:
    return f"“/``/4/punct {_clause(content, 1, head, 'ccomp')} ,/,/4/punct ”/''/4/punct"


def _claim(text: str, name: str, cue: str, content: str, form: Literal["direct", "indirect"] = "indirect") -> Claim:
    spans = (at(text, name), at(text, cue), at(text, content))
    source = Party(form="UNNAMED", span=spans[0])
    return Claim(span=Span.hull(spans), source=source, cue=(spans[1],), content=(spans[2],), form=form)


# --- stances
def standing(
    name: str, verb: str, target: str, side: Literal["support", "oppose"], *, passive: bool, labels: Labels
) -> Planted:
    """Give a sentence in which somebody is for or against something; the verb is one of saying that ends in "ed"."""
    said = f"{verb}|{verb.removesuffix('d')}"
    if passive:
        text, thing = f"The {target} was {verb} by {name}.", f"The {target}"
        parse = (
            f"The/DT/2/det {target}/NN/4/nsubj:pass was|be/VBD/4/aux:pass {said}/VBN/0/root by/IN/6/case "
            f"{name}/NNP/4/obl:agent ././4/punct"
        )
    else:
        text, thing = f"{name} {verb} the {target}.", f"the {target}"
        parse = f"{name}/NNP/2/nsubj {said}/VBD/0/root the/DT/4/det {target}/NN/2/obj ././2/punct"
    fact = Stance(
        span=Span(0, len(text) - 1),
        holder=Party(form="UNNAMED", span=at(text, name)),
        target=Target(span=at(text, thing)),
        polarity=side,
        cue=at(text, verb),
        basis="speech",
    )
    return planted(parse, fact, labels=labels)
