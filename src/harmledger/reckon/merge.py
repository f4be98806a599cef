"""When, where, by whom, with what: what the accounts of one incident say together."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from harmledger.geo.entry import fineness
from harmledger.model.account import Party
from harmledger.model.codes import Basis, Means, Target, TimePrecision
from harmledger.model.place import Place
from harmledger.model.told import Told
from harmledger.model.when import When
from harmledger.reckon.spoken import WIDE, spread
from harmledger.text.roll import Roll, name_key

_T = TypeVar("_T", Means, Target)
_FINE = {kind: rank for rank, kind in enumerate(TimePrecision)}
_BASES = (Basis.ACKNOWLEDGED, Basis.CLAIMED, Basis.ALLEGED, Basis.DENIED)


def merged_when(told: Sequence[Told]) -> When | None:
    """The finest time stated; among equally fine ones that of most reports, then the earliest."""
    stated = [t for t in told if t.account.when is not None and (t.account.when.start or t.account.when.end)]
    times = {(w.start, w.end, w.precision): w for t in reversed(stated) if (w := t.account.when)}
    reports = Counter((w.start, w.end, w.precision) for _, w in {(t.report, t.account.when) for t in stated} if w)
    if not times:
        return None
    finest = min(_FINE[k[2]] for k in times)
    best = min((k for k in times if _FINE[k[2]] == finest), key=lambda k: (-reports[k], k[0] or "", k[1] or ""))
    return times[best]


def merged_where(told: Sequence[Told]) -> tuple[Place, ...]:
    """Every place of the accounts once, the finest first, then that of most reports; spans are left to the accounts.

    The places of an account that tells of a wider area come after those of the others, and only where they are wide.
    """
    spreads = {t.id: spread(t.account) for t in told}
    loose = all(spreads.values())
    seen: dict[tuple[str, ...], Place] = {}
    reports: dict[tuple[str, ...], set[str]] = {}
    nth: dict[tuple[str, ...], int] = {}
    for t in told:
        for i, place in enumerate(t.account.where):
            if spreads[t.id] and not loose and fineness(place) < WIDE:
                continue
            key = _place_key(place)
            if key not in seen or (seen[key].candidates and not place.candidates):
                seen[key] = replace(place, span=None)  # what one report makes certain needs no other
            reports.setdefault(key, set()).add(t.report)
            nth[key] = min(i, nth.get(key, i))
    order = sorted(seen, key=lambda k: (nth[k] > 0, fineness(seen[k]), -len(reports[k]), k))
    return tuple(seen[k] for k in order)


def _place_key(place: Place) -> tuple[str, ...]:
    if place.place_id or place.geoname_id is not None:
        return (place.precision, place.place_id or f"gn:{place.geoname_id}", place.site or "")
    return (place.precision, name_key(place.name), place.admin1 or "", place.country or "")


def merged_by(told: Sequence[Told], known: Roll) -> tuple[Party, ...]:
    """Every party with each basis on which it is named, the firmest basis first; in the words of the first account."""
    found: dict[tuple[str, Basis], Party] = {}
    for t in told:
        for party in t.account.by:
            found.setdefault((known.named(party.party), party.basis), replace(party, span=None))
    return tuple(
        replace(found[k], party=k[0]) for k in sorted(found, key=lambda k: (_BASES.index(k[1]), k[0].casefold()))
    )


def merged_means(told: Sequence[Told]) -> Means:
    """The means most reports name; on a tie the first by name."""
    named = {(t.report, t.account.means) for t in told}
    return _most([m for _, m in named], (Means.UNKNOWN, Means.OTHER), Means.UNKNOWN)


def merged_target(told: Sequence[Told]) -> Target:
    """The target most reports name; on a tie the first by name."""
    named = {(t.report, t.account.target) for t in told}
    return _most([g for _, g in named], (Target.UNKNOWN, Target.OTHER), Target.UNKNOWN)


def _most(named: Sequence[_T], dull: tuple[_T, _T], none: _T) -> _T:
    telling = Counter(n for n in named if n not in dull) or Counter(n for n in named if n != none)
    return min(telling, key=lambda n: (-telling[n], n)) if telling else none
