"""What the ledger knows of a name that several places have: settles what a report leaves open [decision 0014].

A report says where a place lies, or it does not: `Kafr Amma in the Homs countryside`, and elsewhere `Kafr Amma`. Only
what reports say counts here, never what was guessed: neither a likelier namesake nor a place that was settled here
speaks for another. So the result is a function of the set of readings, and one wrong reading does not spread.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from harmledger.model.codes import PlaceMatch, PlacePrecision
from harmledger.model.place import Candidate, Place
from harmledger.model.settled import Settled
from harmledger.model.source import Source
from harmledger.model.told import Told
from harmledger.reckon.voices import CARRIERS, Leaders, leaders, publisher_voice, voice_of
from harmledger.text.keys import key
from harmledger.text.normal import fold
from harmledger.text.roll import NOTHING, Common, Roll, roll

LEAST = 2  # independent reports [METHOD: one voice is provisional]
NAMED = 5  # of those that settle a place, so many are named


@dataclass(frozen=True, slots=True)
class _Said:
    """A place as an account tells it: the `nth` of its `where`."""

    told: Told
    nth: int
    place: Place


def settle(told: Sequence[Told], sources: Sequence[Source] = (), common: Common = NOTHING) -> tuple[Settled, ...]:
    """The open places that other reports tell, by account.

    A candidate is taken where at least two independent reports call a place by that name and say which area it lies
    in, so that no other is left, and every report that does so for a place of that name in the candidates' countries
    means this one. The report's own words and its near copies back nothing, but may speak against. The order of `told`
    plays no part.

    Args:
        told: accounts with their reports, as read.
        sources: known sources: who is one voice.
        common: what lexicons know of names: words that name nobody (`medics`), articles, sides.
    """
    known = roll(sources, common)
    left_open, certain = _by_name(told)
    found = [
        settled
        for name, several in left_open.items()
        if name in certain
        for settled in _of_name(several, certain[name], known)
    ]
    return tuple(sorted(found, key=lambda s: (s.account, s.nth)))


def placed(told: Sequence[Told], settled: Sequence[Settled]) -> tuple[Told, ...]:
    """The accounts with what was settled in the place of what was read."""
    at = by_account(settled)
    return tuple(
        replace(t, account=replace(t.account, where=where(t.account.where, at[t.id]))) if t.id in at else t
        for t in told
    )


def by_account(settled: Sequence[Settled]) -> dict[str, list[Settled]]:
    """What was settled, by account."""
    found: dict[str, list[Settled]] = defaultdict(list)
    for one in settled:
        found[one.account].append(one)
    return dict(found)


def where(read: Sequence[Place], settled: Sequence[Settled]) -> tuple[Place, ...]:
    """An account's places as read, but for those settled, if they are still those that were read then."""
    new = {s.nth: s.place for s in settled if s.nth < len(read) and s.place.span == read[s.nth].span}
    return tuple(new.get(n, place) for n, place in enumerate(read))


def _by_name(told: Sequence[Told]) -> tuple[dict[str, list[_Said]], dict[str, list[_Said]]]:
    """The places left open, and those that reports make certain by what they say, each by name.

    A place that no list has, told to lie in an area, is certain too: a namesake that nobody listed.
    """
    left_open: dict[str, list[_Said]] = defaultdict(list)
    certain: dict[str, list[_Said]] = defaultdict(list)
    for t in told:
        for nth, place in enumerate(t.account.where):
            if place.candidates and place.match is PlaceMatch.NAME:
                left_open[key(place.words)].append(_Said(t, nth, place))
            elif place.within is not None or (place.unlisted and place.admin1):
                certain[key(place.words)].append(_Said(t, nth, place))
    return left_open, certain


def _of_name(left_open: Sequence[_Said], certain: Sequence[_Said], known: Roll) -> Iterator[Settled]:
    first = leaders([s.told for s in (*certain, *left_open)], known)
    telling: dict[str | None, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    meant: dict[str | None, set[str | None]] = defaultdict(set)
    for s in certain:
        meant[s.place.country].add(s.place.place_id)
        telling[s.place.place_id][first[s.told.report].report].append(s.told)
    backing: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in left_open:
        candidate = _agreed(one.place, meant)
        if candidate is None:
            continue
        texts, own = telling[candidate.place_id], first[one.told.report].report
        of = (candidate.place_id, own if own in texts else "")
        if of not in backing:
            backing[of] = _independent([several for text, several in texts.items() if text != own], known, first)
        if backing[of]:
            taken = _take(one.place, candidate, backing[of])
            yield Settled(one.told.report, one.told.id, one.nth, taken)


def _agreed(place: Place, meant: Mapping[str | None, set[str | None]]) -> Candidate | None:
    """The candidate that all mean who tell of a place of that name in the candidates' countries."""
    ids = {place_id for country in {c.country for c in place.candidates} for place_id in meant.get(country, ())}
    if len(ids) != 1 or not _whole(place):
        return None
    found = next((c for c in place.candidates if c.place_id in ids), None)
    loose = place.precision is PlacePrecision.VICINITY
    return None if found is None or (loose and found.precision is not PlacePrecision.SETTLEMENT) else found


def _whole(place: Place) -> bool:
    """Is the place itself or its surroundings told, and no part of it (`northern X`), which has a point of its own?"""
    read = place.candidates[0]
    return place.point == (read.lat, read.lon) and place.precision in (read.precision, PlacePrecision.VICINITY)


def _take(place: Place, candidate: Candidate, by: tuple[str, ...]) -> Place:
    loose = place.precision is PlacePrecision.VICINITY
    return replace(
        place, name=candidate.name, precision=place.precision if loose else candidate.precision,
        geoname_id=candidate.geoname_id, place_id=candidate.place_id, lat=candidate.lat, lon=candidate.lon,
        radius_km=place.radius_km if loose else candidate.radius_km, country=candidate.country,
        admin1=candidate.admin1, admin2=candidate.admin2, match=PlaceMatch.LEDGER, settled_by=by,
    )  # fmt: skip


def _independent(texts: Sequence[Sequence[Told]], known: Roll, first: Leaders) -> tuple[str, ...]:
    """Reports of which none shares an origin with another, one of each text; none where there are not two such.

    The two whose ids come first, and in the order of ids a few more that share nothing with those before.
    """
    origins = {min(t.report for t in ts): {o for t in ts for o in _origins(t, known, first)} for ts in texts}
    if len(origins) < LEAST or set.intersection(*origins.values()):
        return ()
    kept = list(next((p for p in combinations(sorted(origins), LEAST) if origins[p[0]].isdisjoint(origins[p[1]])), ()))
    heard = {o for report in kept for o in origins[report]}
    for report in sorted(origins) if kept else ():
        if len(kept) < NAMED and heard.isdisjoint(origins[report]):
            kept.append(report)
            heard |= origins[report]
    return tuple(sorted(kept))


def _origins(t: Told, known: Roll, first: Leaders) -> set[str]:
    """All to whom what an account says may go back: who put it out, who is named with its figures; and its very words,
    since a text too short for a sketch is copied too.
    """
    speakers = [s for s in (t.account.speaker, *(c.speaker for c in t.account.claims)) if s is not None]
    found = {publisher_voice(t, known, first)}
    found.update(voice_of(s, t, known, first) for s in speakers)
    found.update(known.named(link.name) for s in speakers for link in s.via if link.role in CARRIERS)
    found.update(fold(span.quote) for span in t.account.told_in)
    return found
