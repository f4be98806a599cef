"""Published cumulative series: what cannot follow from the figure before [METHOD, Audit of tallies]."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from harmledger.model.audit import AuditRow, SeriesFlaw

FALL, TRANSPOSED = "falls", "transposed digits"
_Key = tuple[str, str, str, tuple[str, ...], str]


def flaws(rows: Sequence[AuditRow]) -> tuple[SeriesFlaw, ...]:
    """Falls in a voice's cumulative figures for one area, outcome, group and first day, as the window grows.

    A fall whose digits are those of the figure before in another order is named as transposed digits.
    """
    found = []
    for _, series in groupby(sorted((r for r in rows if _key(r)), key=_sorting), key=_key):
        for before, after in pairwise(series):
            if _end(after) <= _end(before):
                continue
            ceiling = after.count.high
            if ceiling is None:
                ceiling = after.count.best if after.count.low is None else None
            floor = before.count.low if before.count.low is not None else before.count.best
            if ceiling is None or floor is None or ceiling >= floor:
                continue
            digits = sorted(str(before.count.figure)) == sorted(str(after.count.figure))
            found.append(
                SeriesFlaw(
                    TRANSPOSED if digits else FALL,
                    after.voice,
                    after.outcome,
                    before.claim,
                    after.claim,
                    f"{before.count.figure} by {_end(before)}, {after.count.figure} by {_end(after)}",
                )
            )
    return tuple(found)


def _key(row: AuditRow) -> _Key | None:
    if row.when is None or row.when.start is None or row.when.end is None or not row.where:
        return None
    place, group = row.where[0], row.group
    parts = (group.status or "", group.age or "", group.sex or "", group.role or "")
    return row.voice, row.outcome, place.place_id or place.name, parts, row.when.start


def _sorting(row: AuditRow) -> tuple[_Key | None, str, str]:
    return _key(row), _end(row), row.claim


def _end(row: AuditRow) -> str:
    return row.when.end or "" if row.when else ""
