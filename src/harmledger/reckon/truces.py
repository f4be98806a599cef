"""Truces told of in reports that are a truce of the file told again: held against once, under the file's name."""

from collections.abc import Sequence
from datetime import timedelta

from harmledger.model.agreement import Agreement
from harmledger.model.when import When
from harmledger.reckon.findings import announced
from harmledger.reckon.zones import Lies, lies_in_any

_SLACK = timedelta(days=1)  # `at the weekend`, an announced hour's zone


def distinct(agreements: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """The agreements to hold incidents against, each once.

    A report's own telling (it has a span) is left out where a file sets that agreement down: one country, areas that
    may meet, and a day on which the file has somebody announce it. So is one that no report dates: nothing can be held
    against it. Its words stay on record with their report.
    """
    filed = [a for a in agreements if a.span is None]
    return tuple(
        a
        for a in agreements
        if a.span is None or (a.effective is not None and not any(is_told_again(a, f) for f in filed))
    )


def is_told_again(told: Agreement, filed: Agreement) -> bool:
    """Is what a report tells of the agreement that a file sets down?"""
    days = (*announced(filed), *((filed.effective,) if filed.effective else ()))
    if told.effective is None or not any(_meet(told.effective, day) for day in days):
        return False
    countries = [{p.country for p in a.where if p.country} for a in (told, filed)]
    if all(countries) and not countries[0] & countries[1]:
        return False
    return not told.where or any(lies_in_any(p, filed.where) is not Lies.OUT for p in told.where)


def _meet(a: When, b: When) -> bool:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.first - _SLACK <= b.last and b.first - _SLACK <= a.last
