"""Rates before and during an agreement, as counts over days, with the incidents listed."""

from collections.abc import Sequence
from datetime import date, timedelta

from harmledger.model.agreement import Agreement
from harmledger.model.codes import Outcome
from harmledger.model.incident import Incident
from harmledger.model.totals import Rate, Rates
from harmledger.reckon.findings import announced
from harmledger.reckon.totals import summed
from harmledger.reckon.window import within
from harmledger.reckon.zones import Lies


def rates(agreement: Agreement, incidents: Sequence[Incident], until: date) -> Rates | None:
    """Incidents in its area on the days before its first announced day and from the day after its last one on.

    Both stretches are equally long: as long as it was in force by `until`, or till it ended. None where it states no
    day or no area, or was not in force for a whole day.
    """
    said = announced(agreement)
    if not said or not agreement.where:
        return None
    first, last = min(d for w in said if (d := w.first)), max(d for w in said if (d := w.last or w.first))
    ended = agreement.ends.first if agreement.ends else None
    end = min(until, ended - timedelta(days=1)) if ended else until
    start = last + timedelta(days=1)
    days = (end - start).days + 1
    if days < 1 or first.toordinal() <= days:
        return None
    windows = ((first - timedelta(days=days), first - timedelta(days=1)), (start, end))
    before, during = (_rate(incidents, agreement, a, b) for a, b in windows)
    sure = {*before.incidents, *during.incidents}
    near = [i for i in incidents if i.id not in sure]
    unsure = [i.id for i in near if any(within(i, a, b, agreement.where) is Lies.PERHAPS for a, b in windows)]
    return Rates(agreement.id, before, during, tuple(unsure))


def _rate(incidents: Sequence[Incident], agreement: Agreement, start: date, end: date) -> Rate:
    held = [i for i in incidents if within(i, start, end, agreement.where) is Lies.IN]
    killed = summed(held, Outcome.KILLED)
    days = (end - start).days + 1
    return Rate(start.isoformat(), end.isoformat(), days, tuple(i.id for i in held), killed.low, killed.high)
