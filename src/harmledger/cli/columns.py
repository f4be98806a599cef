"""What a table and a csv file show of each kind of record. jsonl always shows all."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from harmledger.cli.cells import Cell, Row, announced, bounds, count, each, findings, interval, place, plain, voices


@dataclass(frozen=True)
class Kind:
    """`many` names the records; `table` pairs headers and cells; `csv` lists paths; `within` unfolds a list of lists.

    With `within` (`accounts.claims`) a record gives a line for each innermost record, the outer ones beside it under
    their own names in the singular (`account`, `claim`).
    """

    many: str
    table: tuple[tuple[str, Cell], ...]
    csv: tuple[str, ...]
    within: tuple[str, ...] = ()

    def lines(self, row: Row) -> Iterable[Row]:
        """The table's lines for one record."""
        return _unfold(row, self.within) if self.within else (row,)


def _unfold(row: Mapping[str, Any], within: tuple[str, ...]) -> Iterator[Row]:
    inner, *rest = within
    holder = row if inner in row else next((v for v in row.values() if isinstance(v, Mapping) and inner in v), {})
    for one in holder.get(inner) or ():
        line = {**row, inner.removesuffix("s"): one}
        yield from _unfold(line, tuple(rest)) if rest else (line,)


_WHEN = ("when.start", "when.end", "when.precision", "when.words")
_WHERE = tuple(
    f"where.0.{key}"
    for key in ("name", "words", "precision", "geoname_id", "lat", "lon", "radius_km", "country", "admin1", "admin2")
)
_CLAIM = (
    "outcome",
    "count.low",
    "count.best",
    "count.high",
    "count.words",
    "group.status",
    "group.age",
    "group.sex",
    "group.role",
    "subset_of",
    "speaker.name",
    "stance",
    "span.start",
    "span.end",
    "span.quote",
    "span.in_title",
)
_SUMMARY = ("seen", "added", "unchanged", "revised", "refused", "reread", "issues")

KINDS = {
    "reading": Kind(
        "figures",
        (
            ("report", plain("report")),
            ("when", interval("account.when")),
            ("where", place("account.where.0")),
            ("outcome", plain("claim.outcome")),
            ("people", bounds("claim.count")),
            ("who says so", plain("claim.speaker.name")),
            ("words", plain("claim.span.quote")),
        ),
        (
            *("report", "published", "language", "account.id", "account.scope"),
            *(f"account.{path}" for path in (*_WHEN, *_WHERE, "means", "target")),
            *(f"claim.{path}" for path in ("id", *_CLAIM)),
        ),
        ("accounts", "claims"),
    ),
    "mention": Kind(
        "places",
        (
            ("report", plain("report")),
            ("words", plain("words")),
            ("place", place("")),
            ("precision", plain("precision")),
            ("lat", plain("lat")),
            ("lon", plain("lon")),
        ),
        (
            *("report", "start", "end", "words", "name", "geoname_id", "lat", "lon"),
            *("precision", "country", "admin1", "match", "sure"),
        ),
    ),
    "incident": Kind(
        "incidents",
        (
            ("id", plain("id")),
            ("when", interval("when")),
            ("where", place("where.0")),
            ("by (as alleged)", each("by", "party")),
            ("means", plain("means")),
            ("killed", bounds("toll.killed")),
            ("injured", bounds("toll.injured")),
            ("who says how many were killed", voices("toll.killed.voices")),
            ("against agreements", findings("agreements")),
        ),
        (
            *("id", *_WHEN, *_WHERE, "means", "target"),
            *(
                f"toll.{outcome}.{key}"
                for outcome in ("killed", "injured", "missing", "detained", "displaced", "casualties")
                for key in ("low", "best", "high", "high_open")
            ),
            *("voices", "reports", "mentioned_in", "grades.airwars.grade", "grades.ibc.grade"),
            *("agreements.0.agreement", "agreements.0.finding", "agreements.0.days_in_force"),
        ),
    ),
    "claim": Kind(
        "claims",
        (
            ("id", plain("id")),
            ("report", plain("report")),
            ("outcome", plain("outcome")),
            ("people", bounds("count")),
            ("who says so", plain("speaker.name")),
            ("stance", plain("stance")),
            ("words", plain("span.quote")),
        ),
        ("id", "report", "account", "incident", *_CLAIM),
    ),
    "agreement": Kind(
        "agreements",
        (
            ("id", plain("id")),
            ("in report", plain("report")),
            ("kind", plain("kind")),
            ("in force from (as announced)", announced),
            ("until", interval("ends")),
            ("where", each("where", "name")),
            ("parties", plain("parties")),
            ("brokers", plain("brokers")),
        ),
        (
            *("id", "report", "kind", "name", "effective.start", "effective.end", "effective.precision"),
            *("ends.start", "ends.end", "where.0.name", "parties", "brokers", "exempt", "forbids", "source"),
        ),
    ),
    "issue": Kind(
        "issues",
        (
            ("report", plain("report")),
            ("code", plain("code")),
            ("words", plain("words")),
            ("what is the matter", plain("message")),
            ("address", plain("address")),
            ("line", plain("line")),
        ),
        (
            *("report", "code", "words", "message", "address", "line"),
            *("span.start", "span.end", "span.quote", "span.in_title", "settled_by"),
        ),
    ),
    "audit": Kind(
        "tallies",
        (
            ("who says so", plain("voice")),
            ("outcome", plain("outcome")),
            ("tally", bounds("count")),
            ("window", interval("when")),
            ("where", place("where.0")),
            ("on record", bounds("")),
            ("verdict", plain("verdict")),
            ("differences", plain("differences")),
        ),
        (
            *("claim", "report", "voice", "outcome", "count.low", "count.best", "count.high", "count.words"),
            *(*_WHEN, *_WHERE, "verdict", "low", "high", "with_perhaps", "high_open"),
            *("remainder.0", "remainder.1", "incidents", "perhaps", "differences"),
        ),
    ),
    "totals": Kind(
        "figures",
        (
            ("outcome", plain("line.outcome")),
            ("people", bounds("line")),
            ("incidents", count("line.incidents")),
            ("of these without a lowest figure", count("line.without_low")),
        ),
        (
            *("start", "end", "where.name", "line.outcome", "line.low", "line.high", "line.high_open"),
            *("line.incidents", "line.without_low"),
        ),
        ("lines",),
    ),
    "left out": Kind("incidents", (("left out", plain("incident")), ("because", plain("why"))), ("incident", "why")),
    "summary": Kind(
        "reports",
        tuple((name, plain(name)) for name in _SUMMARY),
        _SUMMARY,
    ),
    "shown": Kind("incidents", (), ("incident.id", "accounts", "joined", "agreements")),
    "place": Kind(
        "places",
        (
            ("id", plain("place_id")),
            ("place", place("")),
            ("country", plain("country")),
            ("kind", plain("kind")),
            ("people", plain("population")),
            ("lat", plain("lat")),
            ("lon", plain("lon")),
        ),
        (
            *("place_id", "name", "kind", "lat", "lon", "radius_km", "population", "country", "geoname_id"),
            *("admin1", "admin2"),
        ),
    ),
}
