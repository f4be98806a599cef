"""Findings: an incident held against an agreement. What is printed is time, place and who; never a legal judgement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from harmledger.model.agreement import Agreement, Finding
from harmledger.model.claim import Claim
from harmledger.model.codes import FindingKind, Outcome, Status, TimePrecision
from harmledger.model.incident import Incident
from harmledger.model.when import When
from harmledger.reckon.spoken import counts
from harmledger.reckon.zones import Lies, lies_in_any
from harmledger.text.roll import Roll, name_key

_INSIDE, _POSSIBLY, _OUTSIDE = FindingKind.INSIDE, FindingKind.POSSIBLY, FindingKind.OUTSIDE
_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES)
_A_DAY = timedelta(1)
_CLOCK_SLACK = (timedelta(hours=-1.5), timedelta(hours=2.5))  # lawful time against the sun's, the world over


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last`, local time without a zone: within it lies an instant that is not known exactly."""

    first: datetime
    last: datetime


def find(incident: Incident, agreement: Agreement, known: Roll, claims: Sequence[Claim] = ()) -> Finding | None:
    """The finding, or None where the agreement is of another country or its area is not stated at all.

    Inside: surely in its area, after the last hour anybody announced for it and before its end, and by nobody outside
    it. Between two announced hours, or where day, place or party is too uncertain: possibly. Exempt: every person
    counted is a fighter of a group that the agreement leaves out, in the words of a claim. `days_in_force` counts
    calendar days of the place from the last announced one to the incident's first, where it is inside.
    """
    if not agreement.where or not _one_country(incident, agreement):
        return None
    parts = [_when(incident, agreement), _where(incident, agreement), _who(incident, agreement, known)]
    kinds = {kind for kind, _ in parts}
    why = tuple(reason for kind, reason in parts if reason)
    if _OUTSIDE in kinds:
        why = tuple(reason for kind, reason in parts if kind is _OUTSIDE)
        return Finding(agreement.id, _OUTSIDE, None, why)
    exempt = _exempt(agreement, claims)
    if exempt:
        return Finding(agreement.id, FindingKind.EXEMPT, None, (exempt,))
    if _POSSIBLY in kinds:
        return Finding(agreement.id, _POSSIBLY, None, why)
    return Finding(agreement.id, _INSIDE, _days(incident, agreement), why)


def _one_country(incident: Incident, agreement: Agreement) -> bool:
    here = {p.country for p in incident.where[:1] if p.country}
    there = {p.country for p in agreement.where if p.country}
    return not here or not there or bool(here & there)


def announced(agreement: Agreement) -> tuple[When, ...]:
    """Every announced hour, the first first."""
    said = [e.when for e in agreement.announced if e.when.start]
    if agreement.effective and agreement.effective.start:
        said.append(agreement.effective)
    return tuple(sorted(dict.fromkeys(said), key=lambda w: (w.start or "", w.end or "")))


def _when(incident: Incident, agreement: Agreement) -> tuple[FindingKind, str]:
    happened = _local(incident.when, None)
    lon = incident.where[0].lon if incident.where else None
    hours = [s for w in announced(agreement) if (s := _local(w, lon))]
    if happened is None:
        return _POSSIBLY, "its day is not known"
    if not hours:
        return _POSSIBLY, "no hour is announced from which it takes effect"
    first, last = min(h.first for h in hours), max(h.last for h in hours)
    if happened.last < first:
        return _OUTSIDE, f"before it took effect ({_said(agreement)})"
    ends = _local(agreement.ends, lon, at_end=True)
    if ends and happened.first > ends.last:
        return _OUTSIDE, f"after it ended ({agreement.ends.end or agreement.ends.start if agreement.ends else ''})"
    if happened.first <= last:
        between = len({w.start for w in announced(agreement)}) > 1
        return _POSSIBLY, ("between its announced hours" if between else "too near the hour it took effect") + (
            f" ({_said(agreement)})"
        )
    if ends and happened.last >= ends.first:
        return _POSSIBLY, "too near its end"
    return _INSIDE, f"after it took effect ({_said(agreement)})"


def _said(agreement: Agreement) -> str:
    who = {e.when.start: e.said_by for e in agreement.announced}
    return "; ".join(
        f"{w.start} according to {who[w.start]}" if who.get(w.start) else f"{w.start}" for w in announced(agreement)
    )


def _local(when: When | None, lon: float | None, at_end: bool = False) -> Span | None:
    """The local times within which an instant lies. A stated zone is turned to the place's by its longitude, loosely.

    An agreement known to the day takes effect somewhere in it; an incident's When is wholly its own, but that one day
    of the precision `days` (a night's likeliest, news that names none) may be the one before or after.
    """
    if when is None:
        return None
    ends = (when.end or when.start) if at_end else when.start
    start = when.start or when.end
    if start is None or ends is None:
        return None
    first, last = _edge(start, lon, False), _edge(when.end or start, lon, True)
    if when.precision is TimePrecision.DAYS and when.start == when.end:
        first, last = max(first, datetime.min + _A_DAY) - _A_DAY, min(last, datetime.max - _A_DAY) + _A_DAY
    return Span(first, max(first, last))


def _edge(iso: str, lon: float | None, late: bool) -> datetime:
    one = When(iso, iso, TimePrecision.DAY)
    day = one.last if late else one.first
    assert day is not None
    if "T" not in iso:
        return datetime.combine(day, time(23, 59, 59) if late else time())
    instant = datetime.fromisoformat(iso if len(iso) > 13 else iso + ":00")
    late_by = timedelta(minutes=59) if late and len(iso) == 13 else timedelta()
    if instant.tzinfo is None or lon is None or not 1 < instant.year < 9999:
        return instant.replace(tzinfo=None) + late_by
    sun = instant.astimezone(timezone(timedelta(minutes=round(lon * 4)))).replace(tzinfo=None)
    return sun + _CLOCK_SLACK[late] + late_by


def _where(incident: Incident, agreement: Agreement) -> tuple[FindingKind, str]:
    names = ", ".join(p.name for p in agreement.where)
    if not incident.where:
        return _POSSIBLY, "its place is not known"
    place = incident.where[0]
    found = lies_in_any(place, agreement.where)
    if found is Lies.OUT:
        return _OUTSIDE, f"{place.name} lies outside its area ({names})"
    if found is Lies.PERHAPS:
        return _POSSIBLY, f"{place.name} is known too coarsely to be placed in or out of its area ({names})"
    return _INSIDE, f"{place.name} lies in its area ({names})"


def _who(incident: Incident, agreement: Agreement, known: Roll) -> tuple[FindingKind, str]:
    """By whom. Only a list of parties can leave somebody out; brokers alone bind nobody else and exclude nobody."""
    if not agreement.parties:
        return _INSIDE, ""
    bound = {known.side(p) for p in (*agreement.parties, *agreement.brokers)}
    by = [p for p in incident.by if p.basis != "denied"]
    if not by:
        return _POSSIBLY, "who did it is not said"
    inside = [p.party for p in by if known.side(p.party) in bound]
    if not inside:
        return _OUTSIDE, f"by {', '.join(p.party for p in by)}, no party to it"
    return _INSIDE, f"blamed on {', '.join(dict.fromkeys(inside))}, bound by it"


def _exempt(agreement: Agreement, claims: Sequence[Claim]) -> str | None:
    """Were only fighters of an exempt group counted, in so many words? Place alone exempts nobody [METHOD]."""
    harmed = [c for c in claims if c.outcome in _HARM and counts(c)]
    if not harmed or any(c.group.status is not Status.COMBATANT for c in harmed):
        return None
    for group in agreement.exempt:
        wanted = f" {name_key(group)} "
        if wanted.strip() and all(wanted in f" {name_key(c.span.quote)} " for c in harmed):
            return f"only fighters of {group} are counted, whom it leaves out"
    return None


def _days(incident: Incident, agreement: Agreement) -> int | None:
    first: date | None = incident.when.first if incident.when else None
    lon = incident.where[0].lon if incident.where else None
    hours = [s for w in announced(agreement) if (s := _local(w, lon))]
    return (first - max(h.last for h in hours).date()).days if first and hours else None
