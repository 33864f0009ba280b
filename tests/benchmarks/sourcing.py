"""Claims: who says what, on PolNeAR, the project's probe and MEANTIME's reporting links.

Sets (absent ones are skipped): `tune`, `late`, `heldout` (PolNeAR), `probe`, `claims_meantime`. PolNeAR gives a word
one role only, so claims inside claims are left out there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from newsfacts import Article, Claim, Pipeline, Provenance, Record, Span
from newsfacts.syntax import syntax_of
from tests.benchmarks import scorers
from tests.benchmarks.files import Json, find, pair, plain, read, write
from tests.benchmarks.intervals import bootstrap
from tests.benchmarks.scorers import score_sourcing

POLNEAR = ("tune", "late", "heldout")
LEFT_OUT = ("time_anchors", "figures", "stance", "tone", "factuality")
SAY = frozenset(
    {
        "add",
        "added",
        "adding",
        "adds",
        "admit",
        "admits",
        "admitted",
        "admitting",
        "announce",
        "announced",
        "announces",
        "announcing",
        "argue",
        "argued",
        "argues",
        "arguing",
        "claim",
        "claimed",
        "claiming",
        "claims",
        "declare",
        "declared",
        "declares",
        "declaring",
        "explain",
        "explained",
        "explaining",
        "explains",
        "insist",
        "insisted",
        "insisting",
        "insists",
        "note",
        "noted",
        "notes",
        "noting",
        "report",
        "reported",
        "reporting",
        "reports",
        "said",
        "say",
        "saying",
        "says",
        "state",
        "stated",
        "states",
        "stating",
        "suggest",
        "suggested",
        "suggesting",
        "suggests",
        "tell",
        "telling",
        "tells",
        "told",
        "warn",
        "warned",
        "warning",
        "warns",
        "write",
        "writes",
        "writing",
        "written",
        "wrote",
    }
)

PEERS: dict[str, tuple[float, str]] = {
    "polnear.detect_f1": (0.467, "GenderGapTracker, measured; humans .80"),
    "polnear.source_f1": (0.307, "GenderGapTracker, measured; humans .78"),
    "polnear.relaxed_f1": (0.232, "GenderGapTracker, measured; humans .73"),
    "polnear.strict_f1": (0.131, "GenderGapTracker, measured; humans .60"),
    "polnear.direct_f1": (0.724, "textacy by paragraph, measured; humans .985"),
    "polnear.mixed_f1": (0.597, "GenderGapTracker, measured; humans .93"),
    "polnear.indirect_f1": (0.295, "GenderGapTracker, measured; humans .72"),
    "polnear.speech_recall": (0.468, "GenderGapTracker, measured; humans .90"),
    "polnear.token_source_f1": (0.307, "GenderGapTracker, measured; humans .87"),
    "polnear.token_cue_f1": (0.314, "GenderGapTracker, measured; humans .66"),
    "polnear.token_content_f1": (0.630, "GenderGapTracker, measured; humans .90"),
}


# ------------------------------------------------------------------ predictions
def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write the claims of each set that is there."""
    lean = pipeline.without(*(name for name in LEFT_OUT if name in {step.name for step in pipeline.steps}))
    written: dict[str, Path] = {}
    for name in POLNEAR:
        if (path := find(data, f"{name}.jsonl")) is not None:
            articles = list(lean.pipe(_records(read(path))))
            written[name] = write(out / f"{name}.jsonl", map(attributions, articles))
            written[f"{name}.subjects"] = write(out / f"{name}.subjects.jsonl", _subjects(read(path), lean))
    for name, view in (("probe", probed), ("claims_meantime", claims)):
        if (path := find(data, f"{name}.jsonl")) is not None:
            written[name] = write(out / f"{name}.jsonl", map(view, lean.pipe(_records(read(path)))))
    return written


def _records(rows: Iterable[Json]) -> list[Record]:
    return [Record.make(r["text"], id=r["id"], published=r.get("published") or r.get("dct")) for r in rows]


def _spans(spans: Iterable[Span | None]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span is not None]


def attributions(article: Article) -> Json:
    """The claims of an article, each word with one role: without those inside others, a cue once."""
    rows: dict[tuple[Span, ...], Json] = {}
    for claim in article.claims:
        if claim.parent is None:
            empty = {"source": _spans([claim.source.span]), "cue": _spans(claim.cue), "content": []}
            rows.setdefault(claim.cue, empty)["content"].extend(_spans(claim.content))
    return {"id": article.id, "attributions": list(rows.values())}


def claims(article: Article) -> Json:
    """All claims of an article; `verbal` ones have a verb, noun or adjective for a cue."""
    rows = [
        {
            "source": _spans([claim.source.span]),
            "cue": _spans(claim.cue),
            "content": _spans(claim.content),
            "verbal": claim.rule not in {"according-to", "headline-colon", "hearsay", "in-view", "speaker-label"},
        }
        for claim in article.claims
    ]
    return {"id": article.id, "attributions": rows}


def probed(article: Article) -> Json:
    """The claims and the links of the chain in a passage."""
    found = article.claims
    places = {claim.id: number for number, claim in enumerate(found)}
    links: dict[tuple[Any, Any], Json] = {}
    for link in article.all(Provenance):
        relayed = None if link.relayed_by is None else link.relayed_by.span
        links[relayed, link.origin.span] = {"relayed_by": pair(relayed), "origin": pair(link.origin.span)}
    relays = {relayed for relayed, _ in links}
    for claim in found:
        for carrier in claim.via:
            ends = carrier.span, claim.source.span
            if (
                claim.source.span is not None
                and carrier.span not in relays
                and ends not in links
                and ends[::-1] not in links
            ):
                links[ends] = {"relayed_by": pair(ends[0]), "origin": pair(ends[1])}
    return {
        "id": article.id,
        "claims": [_claim(article, each, places) for each in found],
        "credits": list(links.values()),
    }


def _claim(article: Article, claim: Claim, places: dict[str, int]) -> Json:
    return {
        "source": _spans([claim.source.span]),
        "source_entity": article.name(claim.source.entity) if claim.source.entity is not None else None,
        "anonymous": claim.anonymous,
        "via": _spans(party.span for party in claim.via),
        "cue": _spans(claim.cue),
        "content": _spans(claim.content),
        "form": claim.form,
        "status": claim.status,
        "parent": None if claim.parent is None else places.get(claim.parent.id),
    }


def _subjects(rows: Sequence[Json], pipeline: Pipeline) -> Iterable[Json]:
    """For each reporting verb with its source right beside it, whether the parse has the source as its subject."""
    for row, doc in zip(rows, pipeline.nlp.pipe(r["text"] for r in rows), strict=True):
        syntax = syntax_of(doc)
        starts = {token.idx: token for token in doc}
        found = []
        for each in row["attributions"]:
            if len(each["cue"]) != 1 or len(each["source"]) != 1:
                continue
            (cue_start, cue_end), (low, high) = each["cue"][0], each["source"][0]
            inverted = low >= cue_end and _blank(row["text"][cue_end:low])
            normal = cue_start >= high and _blank(row["text"][high:cue_start])
            verb = starts.get(cue_start)
            if verb is None or not (inverted or normal) or row["text"][cue_start:cue_end].lower() not in SAY:
                continue
            heads = [t for t in syntax.children(verb) if syntax.role(t) == "subject" and low <= t.idx < high]
            inside = [t for t in doc.char_span(low, high, alignment_mode="expand") if not t.is_punct and not t.is_space]
            tops = [t for t in inside if (head := syntax.head(t)) is None or not low <= head.idx < high]
            found.append({"inverted": inverted, "right": bool(heads), "strict": bool(heads) and len(tops) == 1})
        yield {"id": row["id"], "subjects": found}


def _blank(text: str) -> bool:
    return not text.strip(" ") and len(text) < 3


# ------------------------------------------------------------------ measures
def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Score what was predicted."""
    measures: dict[str, float] = {}
    sets = [name for name in POLNEAR if name in predictions]
    if sets:
        measures |= _polnear(data, predictions, sets)
    if "probe" in predictions:
        gold_file = plain(find(data, "probe.jsonl") or Path(), predictions["probe"].parent)
        measures |= scorers.measures("score_probe.py", gold_file, predictions["probe"])
    if "claims_meantime" in predictions:
        gold = read(find(data, "claims_meantime.jsonl") or Path())
        measures |= meantime(gold, read(predictions["claims_meantime"]))
    return measures


def _polnear(data: Path, predictions: dict[str, Path], sets: Sequence[str]) -> dict[str, float]:
    gold = list(chain.from_iterable(read(find(data, f"{name}.jsonl") or Path()) for name in sets))
    found = list(chain.from_iterable(read(predictions[name]) for name in sets))
    measures = polnear(score_sourcing.score(gold, found))
    by_id = {row["id"]: row for row in found}
    pairs = [(row, by_id[row["id"]]) for row in gold]
    low, high = bootstrap(pairs, lambda chosen: polnear(_score_renamed(chosen))["polnear.detect_f1"], rounds=40)
    measures |= {"polnear.detect_f1.low": low, "polnear.detect_f1.high": high}
    subjects = [s for name in sets for row in read(predictions[f"{name}.subjects"]) for s in row["subjects"]]
    for name, inverted, key in (
        ("inverted_subject_acc", True, "right"),
        ("inverted_subject_strict_acc", True, "strict"),
        ("normal_subject_acc", False, "right"),
    ):
        chosen = [each[key] for each in subjects if each["inverted"] is inverted]
        if chosen:
            measures[f"polnear.{name}"] = sum(chosen) / len(chosen)
    return measures


def _score_renamed(pairs: Sequence[tuple[Json, Json]]) -> Json:
    """Score documents that may come more than once."""
    gold = [g | {"id": f"{n}"} for n, (g, _) in enumerate(pairs)]
    found = [p | {"id": f"{n}"} for n, (_, p) in enumerate(pairs)]
    return score_sourcing.score(gold, found)  # type: ignore[no-any-return]


def polnear(scored: Json) -> dict[str, float]:
    """The measures of the attribution scorer under their names."""
    levels = {"detect": "detect", "source": "source_given_detect", "relaxed": "relaxed", "strict": "strict"}
    by_level = scored["attribution"]
    measures = {f"polnear.{name}_f1": by_level[level]["all"]["F"] for name, level in levels.items()}
    for form in ("direct", "mixed", "indirect"):
        if (row := by_level["detect"].get(f"class:{form}")) is not None:
            measures[f"polnear.{form}_f1"] = row["F"]
    if (row := by_level["detect"].get("kind:speech")) is not None:
        measures["polnear.speech_recall"] = row["R"]
    for role in ("source", "cue", "content"):
        measures[f"polnear.token_{role}_f1"] = scored["token"][role]["F"]
    return {name: value / 100 for name, value in measures.items()}


def meantime(gold: Sequence[Json], found: Sequence[Json]) -> dict[str, float]:
    """F of claims whose source, cue and a content event are right, up to where the articles are annotated.

    The cues of MEANTIME's links are events, so claims by "according to", a colon or an adverb are left out; where a
    link has no participant, any source is right.
    """
    by_id = {row["id"]: row["attributions"] for row in found}
    hits = predicted = wanted = 0
    for row in gold:
        rest = [c for c in by_id[row["id"]] if c["cue"] and c["cue"][0][0] < row["annotated_until"] and c["verbal"]]
        predicted += len(rest)
        wanted += len(row["claims"])
        for claim in row["claims"]:
            right = next((each for each in rest if _fits(claim, each)), None)
            if right is not None:
                rest.remove(right)
                hits += 1
    precision, recall = hits / max(predicted, 1), hits / max(wanted, 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"meantime.claims_f1": f1, "meantime.claims_p": precision, "meantime.claims_r": recall}


def _fits(gold: Json, found: Json) -> bool:
    def meets(places: Sequence[Json], spans: Sequence[Sequence[int]]) -> bool:
        return any(p["start"] < high and low < p["end"] for p in places for low, high in spans)

    source = meets(gold["sources"], found["source"]) or not gold["sources"]
    content = meets(gold["content_events"], found["content"]) or not gold["content_events"]
    return source and content and meets([gold["cue"]], found["cue"])
