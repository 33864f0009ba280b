"""Events: triggers, roles and chains on MEANTIME, types and sides on PLOVER's gold records (score_events.py)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from newsfacts import Article, Event, EventMention, Lexicons, Pipeline, Record, Span
from newsfacts.steps.events.lemmas import Lemmas
from tests.benchmarks.files import Json, find, plain, read, write
from tests.benchmarks.scorers import measures as scores
from tests.benchmarks.scorers import printed_json

PEERS: dict[str, tuple[float, str]] = {
    "meantime.trigger_relaxed_f1": (0.756, "verbs and seen nouns, measured on another half"),
    "meantime.role_f1": (0.490, "subject, object and oblique rules, measured on another half"),
    "meantime.arg0_f1": (0.558, "subject, object and oblique rules, measured on another half"),
    "plover.type_f1": (0.456, "UniversalPetrarch, measured"),
    "plover.type_actor_recipient_f1": (0.210, "UniversalPetrarch on country codes, measured on another half"),
}
SETS = {"meantime": "meantime.jsonl", "plover": "plover_gsr.jsonl"}


def place(span: Span) -> dict[str, int]:
    """Give a span as the scorer wants it."""
    return {"start": span.start, "end": span.end}


def told(article: Article, event: Event) -> Iterator[tuple[EventMention, list[Span]]]:
    """Give the mentions of an event with the words that MEANTIME marks, light and linking verbs too."""
    for mention in event.mentions:
        before = (
            Span(mention.span.start, mention.head.start - 1) if mention.span.start < mention.head.start - 1 else None
        )
        lends = before is not None and mention.span.end == mention.head.end and event.rule != "verb"
        yield mention, [mention.head, before] if lends and before is not None else [mention.head]


def triggers(article: Article) -> Json:
    """Give the triggers of an article."""
    return {
        "id": article.id,
        "events": [
            place(span) | {"class": event.event_class}
            for event in article.events
            for mention in event.mentions
            for span in [Span.hull(words) for m, words in told(article, event) if m is mention]
        ],
    }


def roles(article: Article) -> Json:
    """Give the PropBank roles of an article: each party with the nearest mention of its event in its sentence."""
    found = []
    starts = sorted(mention.head.start for event in article.events for mention in event.mentions)
    for event in article.events:
        mentions = [words for _, words in told(article, event)]
        for pb_role, full in _together(article, event):
            party = _as_told(article, event, full, starts)
            near = [words for words in mentions if _near(article, words[0], party)]
            if near:
                words = min(near, key=lambda w, party=party: abs(w[0].start - party.start))
                found += [{"event": place(w), "role": pb_role, "entity": place(party)} for w in words]
    return {"id": article.id, "roles": found}


def _together(article: Article, event: Event) -> list[tuple[str, Span]]:
    """The parties by PropBank role; MEANTIME takes a coordination ("Ford and GM") as one party."""
    found: list[tuple[str, Span]] = []
    for participant in sorted(event.participants, key=lambda p: (p.pb_role, p.party.span or Span(0, 1))):
        span = participant.party.span
        if not participant.pb_role or span is None:
            continue
        if found and found[-1][0] == participant.pb_role and found[-1][1].end < span.start:
            between = _ASIDE.sub("", article.text[found[-1][1].end : span.start]).replace("the", "").split()
            if set(between) and set(between) <= {",", "and", "or", "&"}:
                found[-1] = (participant.pb_role, Span(found[-1][1].start, span.end))
                continue
        found.append((participant.pb_role, span))
    return found


_ASIDE = re.compile(r"\([^()]*\)")
"""A short name beside the full one: "General Haulage (GH) and Rovale"."""


def _as_told(article: Article, event: Event, party: Span, starts: list[int]) -> Span:
    """The relative word that stands for a party in its clause; MEANTIME takes "which" of "Airbus, which made it"."""
    relative = _RELATIVE.match(article.text, party.end)
    if relative is None:
        return party
    after = [start for start in starts if start > relative.start(1)]
    ours = after and any(mention.head.start == after[0] for mention in event.mentions)
    return Span(relative.start(1), relative.end(1)) if ours else party


_RELATIVE = re.compile(r"[,\s(]+(that|which|who|whom)\b")


def _near(article: Article, event: Span, party: Span) -> bool:
    """Whether no sentence ends between an event and a party."""
    between = article.text[min(event.start, party.start) : max(event.start, party.start)]
    return _STOP.search(between + "X") is None


_STOP = re.compile(r"""[.!?]["”’)]*\s+(?=["“‘]?[A-Z0-9]) | \n""", re.VERBOSE)


def political(article: Article) -> Json:
    """Give the typed events of an article; a side is where it is named, here or by its name elsewhere in the text."""
    return {
        "id": article.id,
        "events": [
            {
                "type": event.type,
                "anchor": place(event.span),
                "actor": _side(article, event, "ACTOR"),
                "recipient": _side(article, event, "RECIPIENT"),
            }
            for event in article.events
            if event.type is not None
        ],
    }


def _side(article: Article, event: Event, role: str) -> list[dict[str, int]]:
    spans: dict[Span, None] = {}
    for participant in event.participants:
        if participant.role == role and participant.party.span is not None:
            spans[participant.party.span] = None
            if participant.party.entity is not None:
                mentions = (article[ref] for ref in article[participant.party.entity].mentions)
                spans |= {mention.span: None for mention in mentions if mention.form == "NAM"}
    return [place(span) for span in spans]


def chains(article: Article) -> Json:
    """Give the mentions of an article's events, one list an event."""
    return {"id": article.id, "chains": [[place(m.head) for m in event.mentions] for event in article.events]}


def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write the events of each set that is there."""
    written: dict[str, Path] = {}
    if (path := find(data, SETS["meantime"])) is not None:
        records = [Record.make(r["text"], id=r["id"], published=r.get("dct")) for r in read(path)]
        articles = list(pipeline.pipe(records))
        for name, view in (("triggers", triggers), ("roles", roles), ("chains", chains)):
            written[f"meantime_{name}"] = write(out / f"events_meantime_{name}.jsonl", map(view, articles))
    if (path := find(data, SETS["plover"])) is not None:
        records = [Record.make(r["text"], id=r["id"]) for r in read(path)]
        written["plover"] = write(out / "events_plover.jsonl", map(political, pipeline.pipe(records)))
    return written


def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score what was predicted."""
    measures: dict[str, float] = {}
    if "meantime_triggers" in predictions:
        gold = plain(find(data, SETS["meantime"]) or Path(), predictions["meantime_triggers"].parent)
        measures["meantime.trigger_relaxed_f1"] = _scored("triggers", gold, predictions["meantime_triggers"])[
            "relaxed"
        ]["F1"]
        found = _scored("roles", gold, predictions["meantime_roles"])
        measures["meantime.role_f1"] = found["relaxed"]["F1"]
        measures["meantime.arg0_f1"] = found["per_role"].get("Arg0", {"F1": 0.0})["F1"]
        measures |= coreference(read(gold), read(predictions["meantime_chains"]), predictions["meantime_chains"].parent)
    if "plover" in predictions:
        gold = plain(find(data, SETS["plover"]) or Path(), predictions["plover"].parent)
        found = _scored("spans", gold, predictions["plover"])
        measures["plover.type_f1"] = found["type"]["F1"]
        measures["plover.type_actor_recipient_f1"] = found["full"]["F1"]
    return measures


def _scored(mode: str, gold: Path, predicted: Path) -> Json:
    found: Json = printed_json("score_events.py", mode, gold, predicted)
    return found


def coreference(gold: list[Json], predicted: list[Json], folder: Path) -> dict[str, float]:
    """Give CoNLL F1 of the chains of events (score_entities.py).

    Beside it that of two simple ways on the same mentions: one word, or one base form, tells one event.
    """
    key = [
        {
            "id": r["id"],
            "text": r["text"],
            "annotated_until": r.get("annotated_until"),
            "entities": _as_mentions(r["events"]),
        }
        for r in gold
    ]
    texts = {r["id"]: r["text"] for r in gold}
    gold_path = write(folder / "gold_chains.jsonl", key)
    found: dict[str, float] = {}
    lemmas = Lemmas.of(Lexicons())
    groups: dict[str, Callable[[int, str], object]] = {
        "coref": lambda number, _word: number,
        "coref_same_words": lambda _number, word: word,
        "coref_same_lemmas": lambda _number, word: lemmas.verbs.get(word) or lemmas.nouns.get(word) or word,
    }
    for name, group in groups.items():
        response = [{"id": r["id"], "entities": _grouped(r["chains"], texts[r["id"]], group)} for r in predicted]
        path = write(folder / f"scored_{name}.jsonl", response)
        scored = scores("score_entities.py", gold_path, path)
        found[f"meantime.{name}_conll_f1"] = next(
            v for k, v in scored.items() if k.endswith("conll_f1") and "name" not in k
        )
        path.unlink()
    gold_path.unlink()
    return found


def _as_mentions(events: list[Json]) -> list[Json]:
    return [
        {k: e.get(k) for k in ("start", "end", "chain")} | {"type": "EVENT", "syntactic_type": "NOM"} for e in events
    ]


def _grouped(chains_: list[list[Json]], text: str, group: Callable[[int, str], object]) -> list[Json]:
    """The mentions of a document in clusters: those that `group` gives one value."""
    clusters: dict[object, list[list[int]]] = {}
    for number, chain in enumerate(chains_):
        for m in chain:
            word = text[m["start"] : m["end"]].lower()
            clusters.setdefault(group(number, word), []).append([m["start"], m["end"]])
    return [{"mentions": mentions, "type": "EVENT"} for mentions in clusters.values()]
