"""Places known by another Latin spelling of their name: `Khan Sobol`, where the gazetteer has `Khān as Subul`."""

from collections.abc import Sequence

from harmledger.geo.distance import km
from harmledger.geo.entry import Entry
from harmledger.locate.spots import KNOWN, Gazetteer
from harmledger.locate.unlisted import Told
from harmledger.model.codes import PlacePrecision
from harmledger.text.marks import Marks, PlaceCandidate

SAME_KM = 4.0
_KINDS = frozenset({PlacePrecision.SETTLEMENT, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2, PlacePrecision.ADMIN3})
_NOUNS = frozenset({"settlement", "admin1", "admin2", "camp", "quarter"})
_CUES = frozenset({"in", "at", "near", "outside"})
_SHORT = 4  # letters; so short a name needs a word for its kind


def respelled(marks: Marks, candidate: PlaceCandidate, told: Told, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places that a name may mean which the gazetteer does not have, by its spelling alone.

    Only a name that the text says is a place's, and only places of the country, and of the first-level area, that the
    text puts it in; where it tells none, a name with a word for its kind, and places large enough to be known without.
    One place is the answer; several are a question that stays open; none is the rule. Entries of one name that lie
    together are one place, a town before the area that it is the seat of.
    """
    named = candidate.noun in _NOUNS
    if not (named or candidate.cue in _CUES or candidate.said_as or candidate.first in told.struck):
        return ()
    words = marks.tokens.words[candidate.first : candidate.last]
    if told.covers(candidate) or not words[0][:1].isupper() or (not named and len(candidate.words) <= _SHORT):
        return ()
    if marks.capitals and not named:
        return ()
    within = told.area_of(candidate)
    country = within.country if within else None
    if country is None and not named:
        return ()
    found = [e for e in gazetteer.alike(candidate.words, country) if e.kind in _KINDS and e.point]
    if country is None:
        found = [e for e in found if e.population >= KNOWN]
    first = within.admin1 if within else None
    inside = [e for e in found if first is not None and e.admin1 == first]
    if told.followed(candidate) and first is not None:
        found = inside
    return _apart(inside or found, candidate.noun)


def _apart(entries: Sequence[Entry], noun: str) -> tuple[Entry, ...]:
    """One entry for each place: of those within a few kilometres the one of the kind said, a town where none is."""
    level = {"admin1": PlacePrecision.ADMIN1, "admin2": PlacePrecision.ADMIN2}.get(noun, PlacePrecision.SETTLEMENT)
    if any(e.kind is level for e in entries):
        entries = [e for e in entries if e.kind is level]
    kept: list[Entry] = []
    for entry in sorted(entries, key=lambda e: (-e.population, e.place_id)):
        if all(km(entry.point, other.point) > SAME_KM for other in kept if entry.point and other.point):
            kept.append(entry)
    return tuple(kept)
