"""CSV both ways: a table of facts out, a table of articles in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from newsfacts import Article, Block, Unreadable
from newsfacts.records import FIELDS

COLUMNS = ("article", "kind", "id", "start", "end", "text", "by", "rule", "fields")
OTHER_NAMES = {
    "body": "text", "content": "text", "article": "text", "maintext": "text", "title": "headline", "author": "byline",
    "authors": "byline", "date": "published", "date_publish": "published", "source": "outlet", "publisher": "outlet",
    "source_domain": "outlet", "lang": "language",
}  # fmt: skip


def to_csv(article: Article) -> str:
    """Give the facts of an article, but for its blocks, as a table; what is special to a kind is JSON in `fields`."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for row in article.to_dict()["facts"]:
        if row["kind"] == Block.kind:
            continue
        span = row["span"]
        rest = {name: value for name, value in row.items() if name not in (*COLUMNS, "span")}
        fields = json.dumps(rest, ensure_ascii=False, sort_keys=True)
        common = (row["kind"], row["id"], span["start"], span["end"], article.text[span["start"] : span["end"]])
        table.writerow((article.id or "", *common, row.get("by", ""), row.get("rule", ""), fields))
    return out.getvalue()


def read_csv(data: bytes) -> Iterable[Mapping[str, object] | Unreadable]:
    r"""Give a record for each row; columns go by the names of the fields, or by common other names.

    >>> list(read_csv(b"title,text\nFerries collide,Two ferries collided.\n"))
    [{'title': 'Ferries collide', 'text': 'Two ferries collided.', 'headline': 'Ferries collide'}]
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return [Unreadable(f"no UTF-8: {error.reason} at byte {error.start}")]
    first = text.partition("\n")[0]
    mark = "\t" if first.count("\t") > first.count(",") else ","
    return _rows(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))


def _rows(table: Iterable[Mapping[str | None, str | None]]) -> Iterator[Mapping[str, object] | Unreadable]:
    try:
        yield from map(_record, table)
    except csv.Error as error:
        yield Unreadable(f"no CSV: {error}")


def _record(row: Mapping[str | None, str | None]) -> Mapping[str, object]:
    record: dict[str, object] = {column: value for column, value in row.items() if column and value}
    for column, value in list(record.items()):
        name = OTHER_NAMES.get(key := column.strip().lower(), key)
        if name in FIELDS:
            record.setdefault(name, value)
    return record
