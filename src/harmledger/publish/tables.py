"""Records as lines of a file: jsonl and csv. Pure: text in, text out."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from harmledger.model.codec import encode

FORMULA = ("=", "+", "-", "@", "\t")
OUTCOMES = ("killed", "injured", "missing", "detained", "displaced", "casualties")
_PLACE = ("name", "precision", "geoname_id", "lat", "lon", "radius_km", "country", "admin1", "admin2")

INCIDENT_COLUMNS = (
    *("id", "when.start", "when.end", "when.precision"),
    *(f"where.0.{c}" for c in _PLACE),
    *("by", "means", "target"),
    *(f"toll.{outcome}.{bound}" for outcome in OUTCOMES for bound in ("low", "best", "high", "high_open")),
    *("voices", "reports", "mentioned_in", "grades.airwars.grade", "grades.ibc.grade"),
    *("agreements.0.agreement", "agreements.0.finding", "agreements.0.days_in_force", "aliases"),
)
CLAIM_COLUMNS = (
    *(
        "id",
        "report",
        "capture",
        "account",
        "incident",
        "outcome",
        "count.low",
        "count.best",
        "count.high",
        "count.words",
    ),
    *("group.status", "group.age", "group.sex", "group.role", "subset_of", "speaker.name", "stance", "as_of"),
    *("span.start", "span.end", "span.quote", "span.in_title", "redacted"),
)


def jsonl(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line of canonical JSON a record."""
    for record in records:
        yield encode(record).decode() + "\n"


def as_csv(records: Iterable[Mapping[str, Any]], columns: tuple[str, ...]) -> Iterator[str]:
    """A header, then a line a record; `where.0.name` digs, lists are joined by ` | `.

    A cell that a spreadsheet would take for a formula is led in by an apostrophe [OWASP, CSV injection].
    """
    yield _line([c.replace(".0.", ".") for c in columns])
    for record in records:
        yield _line([_cell(_dig(record, c)) for c in columns])


def _line(cells: list[Any]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _dig(record: Any, path: str) -> Any:
    for step in path.split("."):
        if isinstance(record, Mapping):
            record = record.get(step)
        elif isinstance(record, (list, tuple)) and step.isdigit():
            record = record[int(step)] if int(step) < len(record) else None
        else:
            return None
    return record


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, (int, float)):
        return "" if value is None else value
    if isinstance(value, (list, tuple)):
        value = " | ".join(v if isinstance(v, str) else _of_mapping(v) for v in value)
    elif not isinstance(value, str):
        value = encode(value).decode()
    value = value.replace("\r\n", "\n").replace("\r", "\n")  # the writer quotes only the line ends that it writes
    return f"'{value}" if value.lstrip()[:1] in FORMULA or value[:1] in FORMULA else value


def _of_mapping(value: Any) -> str:
    """A party by its name; anything else as it is."""
    return str(value["party"]) if isinstance(value, Mapping) and "party" in value else encode(value).decode()
