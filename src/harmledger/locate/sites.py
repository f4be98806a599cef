"""Buildings and grounds told inside a place: `al-Hal market in Idlib`. No list has their points; the place's stands."""

from dataclasses import dataclass, replace

from harmledger.geo.entry import Entry, lies_in
from harmledger.locate.spot import AREAS, Spot
from harmledger.model.codes import PlacePrecision
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks, PlaceCandidate

_FARTHEST = 5
_BETWEEN = 4  # tokens: `in the city of`
_CUES = frozenset({"in", "at"})
_TOWN = "settlement"


@dataclass(frozen=True, slots=True)
class Site:
    """Tokens `first` to `last` (exclusive) name a building or ground; `words` without its article."""

    first: int
    last: int
    words: str


def sites(marks: Marks, lexicon: Lexicon) -> list[Site]:
    """The named sites of a text: capitalised words before one such as `market`."""
    inner, outside = lexicon.list("place_inner"), lexicon.list("place_article") | lexicon.list("prepositions")
    tokens, found = marks.tokens, list[Site]()
    for hit in marks.hits:
        if hit.category != "place_feature" or hit.value != "site":
            continue
        first = hit.first
        while first and hit.first - first < _FARTHEST and _named(tokens.words[first - 1], inner):
            first -= 1
        while first < hit.first and tokens.norms[first] in outside:
            first += 1
        if first < hit.first:
            found.append(Site(first, hit.last, tokens.quote(first, hit.last)))
    return found


def hold_sites(marks: Marks, spots: list[Spot], unknown: list[PlaceCandidate], lexicon: Lexicon) -> dict[int, str]:
    """The named sites that are told to be in a place, by that place's first token.

    A site is in a town where its name is a town's and an area's. Its own name is no other place's elsewhere: such
    spots and candidates are taken out.
    """
    fillers = lexicon.list("place_article") | lexicon.list("place_called")
    kinds = {at for h in marks.hits if h.category == "place_noun" for at in range(h.first, h.last)}
    held: dict[int, str] = {}
    for site in sites(marks, lexicon):
        town = next((s for s in spots if site.last < s.first <= site.last + _BETWEEN), None)
        if town is None or town.candidate is None or town.via != "name" or town.cue not in _CUES:
            continue
        between = range(site.last + 1, town.first)
        if any(at not in kinds and marks.tokens.norms[at] not in fillers for at in between):
            continue
        held[town.first] = site.words
        if not town.noun and _named_alike(town):
            town.candidate = replace(town.candidate, noun=_TOWN)
        spots[:] = [s for s in spots if not site.first <= s.first < site.last or _within(s, town)]
        unknown[:] = [c for c in unknown if not site.first <= c.first < site.last]
    return held


def _named_alike(spot: Spot) -> bool:
    """Has an area of that name a town of that name?"""
    areas = {e.place_id for e in spot.entries if e.kind is PlacePrecision.ADMIN1}
    return any(e.kind is PlacePrecision.SETTLEMENT and e.admin1_id in areas for e in spot.entries)


def _within(inner: Spot, town: Spot) -> bool:
    """May the name be that of a place in the town's own area? Leaves it only such places."""
    near = tuple(e for e in inner.entries if any(_near(e, t) for t in town.entries))
    inner.entries = near or inner.entries
    return bool(near)


def _near(inner: Entry, town: Entry) -> bool:
    if town.kind in AREAS and town.kind is not PlacePrecision.ADMIN1:
        return lies_in(inner, town)
    return inner.place_id == town.place_id or (inner.admin1_id is not None and inner.admin1_id == town.admin1_id)


def _named(word: str, inner: frozenset[str]) -> bool:
    return (
        word[0].isupper() or word in inner or (word.partition("-")[0] in inner and word.partition("-")[2][:1].isupper())
    )
