"""Audit of tallies: what a claim about many happenings leaves unexplained. A tally is never added to anything.

Recorders do this by hand today [Iraq Body Count, x-entries].
"""

from collections.abc import Sequence
from datetime import date

from harmledger.model.audit import AuditRow, AuditVerdict
from harmledger.model.claim import Claim
from harmledger.model.codes import Outcome, Scope, TimePrecision
from harmledger.model.count import Count
from harmledger.model.incident import Incident
from harmledger.model.source import Source
from harmledger.model.told import Told
from harmledger.model.when import When
from harmledger.reckon.spoken import counts
from harmledger.reckon.totals import group_row, summed
from harmledger.reckon.voices import Leaders, leaders, voice_of
from harmledger.reckon.window import Finer, finer, in_area, in_days, may_hold, within
from harmledger.reckon.zones import Lies
from harmledger.text.roll import NOTHING, Common, Roll, roll

_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES)


def audit(
    told: Sequence[Told],
    incidents: Sequence[Incident],
    sources: Sequence[Source] = (),
    common: Common = NOTHING,
) -> tuple[AuditRow, ...]:
    """A row for each figure of each tally that is no part of another, by window, voice and claim."""
    known = roll(sources, common)
    tallies = [t for t in told if t.account.scope is Scope.TALLY]
    first = leaders(tallies, known)
    others = finer(incidents)
    rows = [
        _row(t, claim, incidents, others, known, first)
        for t in tallies
        for claim in t.account.claims
        if claim.subset_of is None and counts(claim)
    ]
    return tuple(sorted(rows, key=lambda r: (r.when.start or "" if r.when else "", r.voice, r.outcome, r.claim)))


def window_of(t: Told) -> tuple[date | None, date | None]:
    """The tally's first and last day; a tally that states no end runs to the day it was put out."""
    when = t.account.when
    first, last = (when.first, when.last) if when else (None, None)
    if last is None and t.published:
        last = When(t.published, t.published, TimePrecision.DAY).last
    return first, last


def _row(t: Told, claim: Claim, incidents: Sequence[Incident], others: Finer, known: Roll, first: Leaders) -> AuditRow:
    start, end = window_of(t)
    areas = t.account.where[:1]
    found = [(i, within(i, start, end, areas)) for i in incidents]
    sure = [i for i, lies in found if lies is Lies.IN]
    among = {i.id for i in sure}
    again = {i.id for i in sure if may_hold(i, others, among) is not None}
    perhaps = [i for i, lies in found if lies is Lies.PERHAPS or i.id in again]
    sure = [i for i in sure if i.id not in again]
    low, high, is_open, held = _sum(sure, claim)
    more = high + _sum(perhaps, claim)[1]
    verdict: AuditVerdict
    remainder: tuple[int | None, int | None] | None
    verdict, remainder = _verdict(claim.count, low, high, is_open)
    if start is None or end is None or not areas:
        verdict, remainder = AuditVerdict.NOT_COMPARABLE, None
    return AuditRow(
        account=t.id,
        claim=claim.id,
        report=t.report,
        voice=voice_of(claim.speaker, t, known, first),
        outcome=claim.outcome,
        count=claim.count,
        group=claim.group,
        when=t.account.when,
        where=t.account.where,
        verdict=verdict,
        low=low,
        high=high,
        with_perhaps=more,
        high_open=is_open,
        remainder=remainder,
        incidents=held,
        perhaps=tuple(i.id for i in perhaps),
        differences=_differences(t, claim, start, end, sure, perhaps),
    )


def _sum(incidents: Sequence[Incident], claim: Claim) -> tuple[int, int, bool, tuple[str, ...]]:
    """Low, high, whether open, and the incidents that have such a figure. Casualties are killed and injured too."""
    outcomes = _HARM if claim.outcome is Outcome.CASUALTIES else (claim.outcome,)
    sums = [summed(incidents, outcome, claim.group) for outcome in outcomes]
    held = {i for s in sums for i in s.incidents}
    return (
        sum(s.low for s in sums),
        sum(s.high for s in sums),
        any(s.high_open for s in sums),
        tuple(i.id for i in incidents if i.id in held),
    )


def _verdict(count: Count, low: int, high: int, is_open: bool) -> tuple[AuditVerdict, tuple[int | None, int | None]]:
    """Explained where the two ranges meet. The remainder is the tally less the sum, the other way when it exceeds."""
    least = count.low if count.low is not None else count.best if count.high is None else 0
    most = count.high if count.high is not None else count.best if count.low is None else None
    if least is not None and high < least and not is_open:
        return AuditVerdict.UNEXPLAINED, (least - high, None if most is None else most - low)
    if least is not None and high < least:
        return AuditVerdict.UNEXPLAINED, (0, None if most is None else most - low)
    if most is not None and low > most:
        return AuditVerdict.OVER_EXPLAINED, (low - most, high - (least or 0))
    return AuditVerdict.EXPLAINED, (0, None if most is None else max(0, most - low))


def _differences(
    t: Told,
    claim: Claim,
    start: date | None,
    end: date | None,
    sure: Sequence[Incident],
    perhaps: Sequence[Incident],
) -> tuple[str, ...]:
    said = []
    group = claim.group
    stated = [str(g) for g in (group.status, group.age, group.sex, group.role) if g]
    whole = sum(1 for i in sure if (toll := i.toll.get(claim.outcome)) and group_row(toll, group) is None)
    if stated and whole:
        kind = ", ".join(stated)
        said.append(f"group: the tally counts {kind} only; {whole} incident(s) count everyone but attackers")
    if start is None:
        said.append("window: the tally does not say from when")
    when = t.account.when
    if when is None or when.last is None:
        said.append(f"window: the tally names no end; taken to run to the day it was put out ({end or 'unknown'})")
    if not t.account.where:
        said.append("area: the tally names none")
    elif len(t.account.where) > 1:
        said.append(f"area: only {t.account.where[0].name} was taken of the places named with it")
    days = sum(1 for i in perhaps if in_days(i, start, end) is Lies.PERHAPS)
    places = sum(1 for i in perhaps if in_area(i, t.account.where[:1]) is Lies.PERHAPS)
    again = sum(1 for i in perhaps if within(i, start, end, t.account.where[:1]) is Lies.IN)
    if days:
        said.append(f"window: {days} incident(s) may lie in it or not")
    if places:
        said.append(f"area: {places} incident(s) may lie in it or not")
    if again:
        said.append(f"area: {again} incident(s) told of a wide area may repeat others")
    if not sure:
        said.append("record: no incident of the ledger lies in its window and area")
    return tuple(said)
