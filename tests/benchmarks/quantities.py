"""Quantities: value, unit, bound, change, what is counted, and what must not be found.

Each set marks quantities by a habit of its own; `HABITS` says how a set writes what we find.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest import mock

import spacy
from attrs import frozen

from newsfacts import Article, Change, Lexicons, Pipeline, Quantity, Reading, Record, Span
from newsfacts.steps.quantities import Figures, Quantities
from newsfacts.steps.quantities.units import units
from newsfacts.steps.quantities.words import Words
from tests.benchmarks.files import Json, find, read, write
from tests.benchmarks.intervals import bootstrap
from tests.benchmarks.scorers import score_quantities as scorer

PEERS: dict[str, tuple[float, str]] = {
    "newsquant.value_f1": (0.920, "CQE, published; quantulum3 .728, measured"),
    "newsquant.value_unit_f1": (0.856, "CQE, published; quantulum3 .456, measured"),
    "newsquant.value_change_f1": (0.881, "CQE, published; quantulum3 .518, measured"),
    "newsquant.value_about_f1": (0.761, "CQE, published; Recognizers .093, measured"),
    "bounds.f1": (0.43, "GPT-3 on NewsQuant, measured on its published output; others 0"),
    "gum_news.cardinal_f1": (0.881, "Recognizers with its dates, measured"),
    "pud_news.cardinal_f1": (0.846, "Recognizers with its dates, measured"),
    "newsprobe.value_f1": (0.744, "quantulum3, measured"),
    "traps.hit_rate": (0.24, "Recognizers with its dates, measured"),
    "pud_news.counted_head_acc": (0.29, "quantulum3, measured"),
    "gum_news.ordinal_f1": (0.900, "Recognizers, measured"),
    "specs_unit_news.value_f1": (0.876, "Recognizers, measured"),
    "specs_unit_news.value_unit_f1": (0.734, "Recognizers, measured"),
}


@frozen
class Habit:
    """How a set writes quantities.

    `ends`: every numeral is a quantity, and nothing else, so a range is two. `phrase`: the unit of a count is the
    phrase counted, not its head. `age`: what follows the unit of an age. `per`: a rate is part of the unit. `nouns`:
    nouns of change tell a change. `verbs`: multiplying verbs ("doubled") are quantities. `share`: what
    stands before the unit of a fraction. `names`: its words for units.
    """

    ends: bool = False
    phrase: bool = False
    age: str = ""
    per: bool = False
    nouns: bool = True
    verbs: bool = True
    share: str = ""
    names: Mapping[str, str] = {}


HABITS = {
    "newsquant": Habit(
        phrase=True,
        age=" of age",
        per=True,
        nouns=False,
        verbs=False,
        share="% ",
        names={"parts per billion": "parts-per-billion", "metric horsepower": "horsepower"},
    ),
    "newsprobe": Habit(age=" of age", per=True),
    "gum_news": Habit(ends=True),
    "pud_news": Habit(ends=True),
    "re3d": Habit(),
    "specs_unit": Habit(names={"GBP": "pound", "NLG": "Netherlands guilder"}),
    "specs_range": Habit(),
    "specs_number": Habit(),
    "specs_ordinal": Habit(),
    "specs_percent": Habit(),
    "quantulum_tests": Habit(),
    "measeval": Habit(),
}
SMALL_WORDS = frozenset([
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "as", "its", "their",
    "his", "her", "our", "your", "my", "that", "this", "these", "those", "s", "it", "is", "was", "were", "are", "be",
    "been", "has", "have", "had", "he", "she", "they", "we", "you", "i", "who", "which", "than", "more",
])  # fmt: skip
IRREGULAR = {"best": "good", "better": "good", "worst": "bad", "worse": "bad", "smaller": "small", "larger": "large"}
REPEATS = (
    "1 to ", "one hundred and ", "a half ", "at least ", "12-", "$", "dozens of ", "3,", "from 1 ", "5 of the ",
    "12 people died. ", "rose 5% to ", "$12 (£8) ", "the toll rose to 12 ",
)  # fmt: skip
KINDS = {"money": "money", "percent": "percent", "age": "age", "temperature": "temperature", "time": "duration"}


# --- what we find, in a set's terms
def predict(data: Path, pipeline: Pipeline, out: Path) -> dict[str, Path]:
    """Write the quantities of every set that is there."""
    written: dict[str, Path] = {}
    for name, habit in HABITS.items():
        if (path := find(data, f"{name}.jsonl")) is None:
            continue
        records = read(path)
        articles = pipeline.pipe(Record.make(item["text"], id=item["id"]) for item in records)
        rows = ({"id": article.id, "quantities": list(rows_of(article, habit))} for article in articles)
        written[name] = write(out / f"{name}.jsonl", rows)
    return written


def rows_of(article: Article, habit: Habit) -> Iterator[Json]:
    """Give the quantities of an article as a set writes them."""
    for quantity in article.quantities:
        if (habit.ends and not is_numeral(quantity)) or (not habit.verbs and quantity.rule == "multiplying-verb"):
            continue
        row = row_of(article, quantity, habit)
        if habit.ends and (ends := list(ends_of(article, quantity))):
            for span, value in ends:
                yield row | place(article, span) | {"value": value, "value2": None}
        else:
            yield row


def is_numeral(quantity: Quantity) -> bool:
    """Tell numerals from nouns and verbs ("hundreds", "doubled"), which treebanks do not mark as numbers."""
    return quantity.value.precision != "vague" and quantity.rule not in {"multiplying-verb", "fold"}


def row_of(article: Article, quantity: Quantity, habit: Habit) -> Json:
    """Give one quantity as a set writes it."""
    value, value2, bound = numbers_of(quantity)
    change = quantity.change
    told = change is not None and change.role == "by" and (habit.nouns or not by_noun(article, quantity, change))
    return place(article, quantity.span) | {
        "num_start": quantity.number.start,
        "num_end": quantity.number.end,
        "value": value,
        "value2": value2,
        "bound": bound,
        "unit": unit_of(article, quantity, habit),
        "change": change.direction if told and change is not None else "",
        "kind": kind_of(quantity),
        "counted": counted_of(article, quantity, habit),
        "about": sorted({word for span in quantity.about for word in content_words(article[span])}),
    }


def by_noun(article: Article, quantity: Quantity, change: Change) -> bool:
    """Tell whether a noun tells the change: "an increase of 2%", "a 3 percent drop"."""
    after = change.cue.start >= quantity.span.end and article[change.cue].lower() not in {"higher", "lower"}
    return after or article.text[change.cue.end : change.cue.end + 4] == " of "


def place(article: Article, span: Span) -> Json:
    """Give a span and its text."""
    return {"start": span.start, "end": span.end, "surface": article[span]}


def numbers_of(quantity: Quantity) -> tuple[float | None, float | None, str]:
    """Give the value, the end of a range, and the bound."""
    value = quantity.value
    if value.precision == "vague":
        return None, None, "~"
    low, high = (None if end is None else float(end) for end in (value.low, value.high))
    if high is None:
        return low, None, ">" if value.low_open else ">="
    if low is None:
        return high, None, "<" if value.high_open else "<="
    return low, None if low == high else high, "~" if value.precision == "approximate" else "="


def counted_of(article: Article, quantity: Quantity, habit: Habit) -> str:
    """Give the phrase counted; where every numeral is marked, the noun that a numeral counts may be a unit."""
    if quantity.counted is not None:
        return article[quantity.counted]
    if not habit.ends or quantity.unit_span is None:
        return ""
    return (quantity.unit or "") if quantity.dimension == "age" else article[quantity.unit_span].split()[-1]


def unit_of(article: Article, quantity: Quantity, habit: Habit) -> str:
    """Give the unit: its name, or the noun counted."""
    names = unit_names()
    unit = quantity.unit
    if unit is None:
        counted = "" if quantity.counted is None else article[quantity.counted]
        words = content_words(counted)
        unit = " ".join(map(positive, words) if habit.phrase else words[-1:])
        unit = f"{habit.share}{unit}" if is_fraction(article, quantity) else unit
    elif quantity.dimension == "age":
        unit += habit.age
    elif unit == "times" and habit.phrase:
        unit = "count"
    else:
        unit = habit.names.get(unit) or names.get(unit, unit)
    if habit.per and quantity.per is not None:
        unit += f" per {unit_called(article[quantity.per])}"
    return unit


def is_fraction(article: Article, quantity: Quantity) -> bool:
    """Tell a share in words ("a third") from other numbers."""
    high = quantity.value.high
    return high is not None and 0 < high < 1 and article[quantity.number][-1].isalpha()


def unit_called(word: str) -> str:
    """Give the name of a unit from its sign, or the word itself."""
    match = units(Lexicons()).after(Words.of(word), 0, glued=True)
    return word if match is None else match.unit.name


def positive(word: str) -> str:
    """Give the base form of a compared adjective: "richest" is "rich"."""
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    for ending in ("iest", "ier"):
        if low.endswith(ending) and len(low) > 5:
            return low[: -len(ending)] + "y"
    return low[:-3] if low.endswith("est") and len(low) > 5 else word


def unit_names() -> dict[str, str]:
    """Give the words for money, by code: the longest word of the table, which is the unmistakable one."""
    rows = (row for row in Lexicons().rows("units") if row[1] == "money" and row[2])
    plain = {
        "USD": "dollar",
        "GBP": "pound sterling",
        "penny": "pence",
        "cent": "cent",
        "ILS": "shekel",
        "CNY": "chinese yuan",
    }
    return {row[0]: max(row[2].split(";"), key=len) for row in rows} | plain


def kind_of(quantity: Quantity) -> str:
    """Give the kind in the sets' terms."""
    if quantity.ordinal:
        return "ordinal"
    if quantity.unit is None:
        return "vague" if quantity.value.precision == "vague" else "cardinal"
    return KINDS.get(quantity.dimension, "multiple" if quantity.dimension == "multiple" else "measure")


def ends_of(article: Article, quantity: Quantity) -> Iterator[tuple[Span, float]]:
    """Give the number words of a range or of "one in five", each with its value."""
    value, text = quantity.value, article[quantity.number]
    pair: tuple[Decimal | None, Decimal | None] = (value.low, value.high)
    if quantity.base is not None:
        pair = (value.low, quantity.base)
    elif value.low is None or value.high is None or value.low == value.high or value.precision == "vague":
        return
    parts = re.search(
        r"(.+?)(\s*(?:-|–|—|\bto\b|\band\b|\bor\b|\bin\b|\bout of\b|\bof every\b)\s*)(?:every )?(.+)$", text
    )
    if parts is None:
        return
    start = quantity.number.start
    for group, end in ((1, pair[0]), (3, pair[1])):
        if end is not None:
            yield Span(start + parts.start(group), start + parts.end(group)), float(end)


def content_words(text: str) -> list[str]:
    """Give the words of a phrase but the small ones."""
    return [word for word in re.findall(r"[^\W_][\w&.-]*(?<![.-])", text) if word.lower() not in SMALL_WORDS]


# --- measures
def measure(data: Path, predictions: dict[str, Path]) -> dict[str, float]:
    """Give the measures of METRICS.md, with 95 % intervals over documents where counts allow."""
    return Measuring(data, predictions).all()


@frozen(eq=False)
class Measuring:
    """The gold and the predictions of all sets, and the measures over them."""

    data: Path
    predictions: dict[str, Path]

    def all(self) -> dict[str, float]:
        """Give every measure whose sets are there."""
        measures: dict[str, float] = {}
        for group in (self.newsquant, self.bounds, self.cardinals, self.others):
            measures |= group()
        return measures

    def gold(self, *names: str) -> list[Json]:
        found = (find(self.data, f"{name}.jsonl") for name in names if name in self.predictions)
        return [record for path in found if path is not None for record in read(path)]

    def found(self, *names: str) -> dict[str, Json]:
        paths = (self.predictions[name] for name in names if name in self.predictions)
        return {row["id"]: row for path in paths for row in read(path)}

    def f1(self, label: str, names: Iterable[str], counter: str, **options: Any) -> dict[str, float]:
        """Give the F1 of one of the scorer's counters, with its interval."""
        gold, found = options.pop("gold", None) or self.gold(*names), self.found(*names)
        if not gold:
            return {}
        counts = []
        for record in gold:
            scores = scorer.score([record], found, **options)
            counted = scores.c[counter]
            counts.append((counted.tp, counted.p, counted.g))
        low, high = bootstrap(counts, _f1, rounds=300)
        return {label: _f1(counts), f"{label}.low": low, f"{label}.high": high}

    def newsquant(self) -> dict[str, float]:
        counters = {
            "value_f1": "value", "value_unit_f1": "value+unit", "value_change_f1": "value+bound/change",
            "value_about_f1": "value+about_partial",
        }  # fmt: skip
        parts = (self.f1(f"newsquant.{name}", ["newsquant"], counter) for name, counter in counters.items())
        return {name: value for part in parts for name, value in part.items()}

    def bounds(self) -> dict[str, float]:
        measures = self.f1("bounds.f1", ["newsquant", "specs_range", "newsprobe"], "bound(non =)")
        with mock.patch.dict(scorer.COARSE, {"<=": "<=", ">=": ">="}):
            return measures | self.f1("bounds.strict_f1", ["specs_range", "newsprobe"], "bound(non =)")

    def cardinals(self) -> dict[str, float]:
        sets = {"gum_news": ["gum_news"], "pud_news": ["pud_news"], "news": ["gum_news", "pud_news", "newsprobe"]}
        measures: dict[str, float] = {}
        trained = _in_training(self.data)
        for name, members in sets.items():
            measures |= self.f1(f"{name}.cardinal_f1", members, "value", ignore_kinds=("ordinal",))
            unseen = [record for record in self.gold(*members) if not _seen(record["id"], trained)]
            if trained and name != "pud_news":
                label = f"{name}.unseen.cardinal_f1"
                measures |= self.f1(label, members, "value", ignore_kinds=("ordinal",), gold=unseen)
        return measures

    def others(self) -> dict[str, float]:
        measures: dict[str, float] = {}
        if gold := self.gold("gum_news"):
            ordinals = [_only_ordinals(record) for record in gold]
            found = {key: _only_ordinals(row) for key, row in self.found("gum_news").items()}
            counted = scorer.score(ordinals, found).c["value"]
            measures["gum_news.ordinal_f1"] = counted.prf()[2]
        if gold := self.gold("pud_news"):
            right, total = scorer.score(gold, self.found("pud_news")).acc["counted_head"]
            measures["pud_news.counted_head_acc"] = right / total if total else 0.0
        news = [record for record in self.gold("specs_unit") if record.get("news")]
        if news:
            measures |= self.f1("specs_unit_news.value_f1", ["specs_unit"], "value", gold=news)
            measures |= self.f1("specs_unit_news.value_unit_f1", ["specs_unit"], "value+unit", gold=news)
        measures |= self.f1("newsprobe.value_f1", ["newsprobe"], "value")
        return measures | self.traps() | self.spans() | self.number_layer() | self.growth()

    def traps(self) -> dict[str, float]:
        names = ("gum_news", "pud_news", "re3d", "newsprobe")
        gold = self.gold(*names)
        hit, total = scorer.score(gold, self.found(*names)).neg if gold else (0, 0)
        return {"traps.hit_rate": hit / total} if total else {}

    def spans(self) -> dict[str, float]:
        """Count the predictions whose text is not what stands at their place."""
        texts = {record["id"]: record["text"] for record in self.gold(*HABITS)}
        rows = ((texts[key], q) for key, row in self.found(*HABITS).items() for q in row["quantities"])
        return {"spans.wrong": float(sum(text[q["start"] : q["end"]] != q["surface"] for text, q in rows))}

    def number_layer(self) -> dict[str, float]:
        """CPU time of the step without a parse over that of tokenising the same texts: whole reports."""
        texts = [record["text"] for record in self.gold("re3d")]
        if not texts:
            return {}
        blank, lexicons, step = spacy.blank("en"), Lexicons(), Quantities()
        docs = [blank.make_doc(text) for text in texts]
        tokenising = min(_seconds(lambda: [blank.make_doc(text) for text in texts]) for _ in range(5))

        def extract() -> list[Any]:
            readings = (Reading.of(text, doc, lexicons=lexicons) for text, doc in zip(texts, docs, strict=True))
            return [list(step.extract(reading)) for reading in readings]

        extract()
        return {"number_layer.ratio": min(_seconds(extract) for _ in range(5)) / tokenising}

    def growth(self) -> dict[str, float]:
        """Time for ten times the text over ten times the time, at worst: 1 is linear, 10 quadratic."""
        return {"number_layer.growth": max(_time_of(repeat * 2000) / _time_of(repeat * 200) / 10 for repeat in REPEATS)}


def _time_of(text: str) -> float:
    """Give the CPU time of both steps on a text without a parse."""
    lexicons, doc = Lexicons(), spacy.blank("en").make_doc(text)

    def extract() -> None:
        found = tuple(Quantities().extract(Reading.of(text, doc, lexicons=lexicons)))
        list(Figures().extract(Reading.of(text, doc, lexicons=lexicons, facts=found)))

    extract()
    return min(_seconds(extract) for _ in range(3))


def _seconds(run: Any) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _f1(counts: Iterable[tuple[int, int, int]]) -> float:
    total = [sum(column) for column in zip(*counts, strict=True)]
    return 2 * total[0] / (total[1] + total[2]) if total and total[1] + total[2] else 0.0


def _only_ordinals(record: Json) -> Json:
    return record | {"quantities": [q for q in record["quantities"] if q.get("kind") == "ordinal"]}


def _in_training(data: Path) -> frozenset[str]:
    path = data.parent / "model" / "in_training.json"
    return frozenset(json.loads(path.read_text("utf-8")).get("gum", ())) if path.is_file() else frozenset()


def _seen(record_id: str, trained: frozenset[str]) -> bool:
    return record_id.partition(":")[2].rpartition("-")[0] in trained
