"""Places known by another spelling of their name: `Khan Sobol` or `خان السبل`, where they have `Khān as Subul`."""

from collections.abc import Mapping, Sequence

from harmledger.geo.distance import km
from harmledger.geo.entry import Entry
from harmledger.locate.spot import KNOWN, Gazetteer
from harmledger.locate.unlisted import Told
from harmledger.model.codes import PlacePrecision
from harmledger.text.marks import Marks, PlaceCandidate
from harmledger.text.normal import norm

SAME_KM = 4.0
_KINDS = frozenset({PlacePrecision.SETTLEMENT, PlacePrecision.ADMIN1, PlacePrecision.ADMIN2, PlacePrecision.ADMIN3})
_NOUNS = frozenset({"settlement", "admin1", "admin2", "camp", "quarter"})
_CUES = frozenset({"in", "at", "near", "outside"})
_AROUND = frozenset({"countryside", "outskirts"})
_SHORT = 4  # letters; so short a name needs a word for its kind


def respelled(
    marks: Marks, candidate: PlaceCandidate, told: Told, gazetteer: Gazetteer, latin: Mapping[str, str]
) -> tuple[Entry, ...]:
    """The places that a name may mean which the gazetteer does not have, by its spelling alone.

    A name in another script is tried as its letters are written in Latin, by the language's table `latin`. As it has no
    capital, its kind must be said, or its countryside or outskirts, and in which area it lies.

    Only a name that the text says is a place's, and only places of the country, and of the first-level area, that the
    text puts it in; where it tells none, a name with a word for its kind, and places large enough to be known without.
    One place is the answer; several are a question that stays open; none is the rule. Entries of one name that lie
    together are one place, a town before the area that it is the seat of.
    """
    named = candidate.noun in _NOUNS
    if not (named or candidate.cue in _CUES or candidate.said_as or candidate.first in told.struck):
        return ()
    name = in_latin(candidate.words, latin) if latin else candidate.words
    plain = (named or candidate.said_as in _AROUND) if latin else marks.tokens.words[candidate.first][:1].isupper()
    if told.covers(candidate) or not plain or (not named and len(candidate.words) <= _SHORT):
        return ()
    if marks.capitals and not named:
        return ()
    within = told.area_of(candidate)
    country = within.country if within else None
    if country is None and (latin or not named):
        return ()
    found = [e for e in gazetteer.alike(name, country) if e.kind in _KINDS and e.point]
    if country is None:
        found = [e for e in found if e.population >= KNOWN]
    first = within.admin1 if within else None
    inside = [e for e in found if first is not None and e.admin1 == first]
    if first is not None and (latin or told.followed(candidate)):
        found = inside
    return _apart(inside or found, candidate.noun)


def in_latin(name: str, latin: Mapping[str, str]) -> str:
    """A name in Latin letters, by a table of letters; those under `^` begin a word and those before `$` end one."""
    return " ".join(_word_in_latin(word, latin) for word in norm(name.replace("_", " ").strip("#")).split())


def _word_in_latin(word: str, latin: Mapping[str, str]) -> str:
    starts = [k for k in latin if k[0] == "^" and word.startswith(k[1:]) and len(word) > len(k) + 1]
    start = max(starts, key=len, default="")
    rest = word[max(0, len(start) - 1) :]
    end = max((k for k in latin if k[-1] == "$" and rest.endswith(k[:-1])), key=len, default="")
    middle = rest[: len(rest) - max(0, len(end) - 1)]
    return latin.get(start, "") + "".join(latin.get(letter, "") for letter in middle) + latin.get(end, "")


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
