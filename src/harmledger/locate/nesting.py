"""Which place the text puts inside which: `X, Texas`; `X in Idlib province`; `the Malian town of X`."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from harmledger.geo.distance import km
from harmledger.geo.entry import lies_in
from harmledger.locate.spot import AREAS, FAMOUS, Gazetteer, Spot
from harmledger.model.codes import PlacePrecision
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks, PlaceCandidate

# What share of a report's other names must lie in one country for a small place elsewhere to be out of the question.
AGREED = 0.6
ADMIN = frozenset({PlacePrecision.ADMIN1, PlacePrecision.ADMIN2})
_POSSESSIVE = frozenset({"'s", "’s"})
_FILLERS = frozenset({"of", "the", "called", "restive", "volatile"})


def nest(marks: Marks, spots: list[Spot], lexicon: Lexicon) -> list[PlaceCandidate]:
    """Ties each spot to the area that the text puts it in, and leaves both only the places that this allows.

    Gives back the candidates of spots that then cannot be any place of their name; those leave `spots`.
    """
    lost: dict[int, PlaceCandidate] = {}
    kinds, words = _kind_words(marks), lexicon.list("place_held")
    ignored = _POSSESSIVE | {","} | lexicon.list("say_definite")
    for before, after in pairwise(list(spots)):
        for inner, outer, link in (
            (before, after, _held_after(marks, before, after, kinds, words, ignored)),
            (after, before, _held_before(marks, before, after, kinds, lexicon.list("place_of"))),
        ):
            if not link or inner.via != "name" or id(inner) in lost:
                continue
            pairs = [(a, b) for a in inner.entries for b in outer.entries if b.kind in AREAS | ADMIN and lies_in(a, b)]
            if pairs:
                inner.entries = tuple(dict.fromkeys(a for a, _ in pairs))
                inner.inside = outer
                held = {b for _, b in pairs}
                outer.entries = tuple(b for b in outer.entries if b in held)
            elif inner.candidate and inner.helped and _area_told(outer) and _binding(link, inner, outer):
                lost[id(inner)] = inner.candidate
    spots[:] = [s for s in spots if id(s) not in lost]
    return list(lost.values())


def name_capitals(marks: Marks, spots: Sequence[Spot], gazetteer: Gazetteer) -> None:
    """`the Afghan capital`: the country's word stands for the town, unless the town is named right after."""
    capitals = {h.first: h for h in marks.hits if h.category == "place_capital"}
    starting: dict[int, list[Spot]] = defaultdict(list)
    for spot in spots:
        starting[spot.first].append(spot)
    for spot in spots:
        at = spot.last + (marks.tokens.norms[spot.last] in _POSSESSIVE if spot.last < len(marks.tokens) else 0)
        hit = capitals.get(at)
        if hit is None or spot.chosen is None or spot.chosen.kind is not PlacePrecision.COUNTRY:
            continue
        town = gazetteer.capital(spot.chosen.country or "")
        following = [s.chosen for near in (hit.last, hit.last + 1) for s in starting.get(near, ())]
        named = any(e is not None and e.kind not in AREAS for e in following)
        if town is not None and not named:
            spot.last, spot.chosen, spot.via = hit.last, town, "capital"


_SEVERAL, _TOWN = 2, 10_000
# A quarter lies no farther from its town's point, which is named within so many words.
QUARTER_KM, _BESIDE = 15.0, 4


def at_home(spots: Sequence[Spot], caseless: bool = False) -> tuple[list[Spot], list[PlaceCandidate]]:
    """Takes out small places in another country than the one that the report's other names agree on: nothing but the
    name speaks for them. Gives back the candidates of those that the text says are places. Where names are `caseless`,
    any word may be one, and only a kind said with it keeps a village abroad.
    """
    country: dict[str, str] = {}
    for spot in spots:
        if spot.chosen is not None and spot.chosen.country:
            country.setdefault(spot.name, spot.chosen.country)
    votes = Counter(country.values())
    kept, lost = [], []
    for spot in spots:
        if not _stray(spot, votes, country.get(spot.name), caseless):
            kept.append(spot)
        elif spot.helped and spot.candidate:
            lost.append(spot.candidate)
    return kept, lost


def in_town(spots: Sequence[Spot]) -> tuple[list[Spot], list[PlaceCandidate]]:
    """Takes out quarters that are named right before a town and are called like a village far from it. Gives back their
    candidates: the quarter is of that town, and no list has it.
    """
    kept, lost = [], []
    for spot, after in zip_longest(spots, spots[1:]):
        if spot.noun == "quarter" and spot.candidate and after is not None and _elsewhere(spot, after):
            lost.append(spot.candidate)
        else:
            kept.append(spot)
    return kept, lost


def _elsewhere(quarter: Spot, town: Spot) -> bool:
    one, other = quarter.chosen, town.chosen
    if one is None or other is None or town.first - quarter.last > _BESIDE:
        return False
    if one.kind is not PlacePrecision.SETTLEMENT or other.kind is not PlacePrecision.SETTLEMENT:
        return False
    return one.point is not None and other.point is not None and km(one.point, other.point) > QUARTER_KM


def _stray(spot: Spot, votes: Counter[str], own: str | None, caseless: bool) -> bool:
    best = spot.chosen
    if best is None or spot.via != "name" or spot.inside or best.kind in AREAS or best.population >= FAMOUS:
        return False
    others = votes - Counter([own] if own else [])
    if not others:
        return False
    top, most = max(others.items(), key=lambda x: (x[1], x[0]))
    site = caseless and spot.cue == "at"  # a market's or a road's own name, which need not be a town's
    if most < _SEVERAL and spot.helped and best.population >= _TOWN and not site:
        return False  # one other name may be that of a country whose forces came from abroad
    if caseless and not spot.noun and best.population < _TOWN:
        return best.country != top
    return best.country != top and (not others[best.country or ""] or most >= AGREED * others.total())


def _area_told(spot: Spot) -> bool:
    """Does the name mean a country or admin area and hardly anything else?"""
    return bool(spot.entries) and (spot.noun in ("admin1", "admin2", "country") or spot.entries[0].kind in AREAS)


def _binding(link: str, inner: Spot, outer: Spot) -> bool:
    """Do the words leave no doubt that `inner` lies there? A comma may only list; `in` may follow a large city."""
    if link == "comma" and outer.noun not in ("admin1", "admin2"):
        return False
    held = outer.entries[0]
    rivals = [e for e in inner.entries if e.country == held.country or held.kind is PlacePrecision.COUNTRY]
    return link == "kind" or all(e.population < FAMOUS and e.kind not in AREAS for e in rivals)


def _kind_words(marks: Marks) -> set[int]:
    """Tokens of words for kinds and parts of places, which may stand between a place and what holds it."""
    wanted = ("place_noun", "place_part")
    return {at for h in marks.hits if h.category in wanted for at in range(h.first, h.last)}


def _held_after(
    marks: Marks, inner: Spot, outer: Spot, kinds: set[int], words: frozenset[str], ignored: frozenset[str]
) -> str:
    """How `inner` is put in the `outer` right after it: `comma`, `said` (by one of `words`: `in`, `of`; an empty one
    stands for a mere kind between them), `kind` (`X district of`).
    """
    norms, gap = marks.tokens.norms, range(inner.last, outer.first)
    if not 0 < len(gap) <= 6 or outer.via == "demonym":
        return ""
    if inner.noun == "settlement" and all(e.kind in AREAS for e in inner.entries):
        return ""  # `the West Bank city of Hebron`
    if [norms[at] for at in gap] in ([","], ["("]):
        return "comma"
    rest = [norms[at] for at in gap if at not in kinds and norms[at] not in ignored]
    kind = gap[0] in kinds and inner.noun in ("settlement", "admin2")
    held = rest[0] in words if len(rest) == 1 else not rest and "" in words and not kinds.isdisjoint(gap)
    return ("kind" if kind else "said") if held else ""


def _held_before(marks: Marks, outer: Spot, inner: Spot, kinds: set[int], of: frozenset[str]) -> str:
    """Does `outer` right before hold `inner`: `Mali's city of X`, `the Iraqi town X`, `Pakistan's restive X`?

    A district `of` a town is held by it.
    """
    norms, gap = marks.tokens.norms, range(outer.last, inner.first)
    if not 0 < len(gap) <= 5:
        return ""
    if norms[gap[-1]] in of and outer.noun not in ("", "settlement") and all(at in kinds for at in gap[:-1]):
        return ""
    kind = any(at in kinds for at in gap)
    rest = [norms[at] for at in gap if at not in kinds and norms[at] not in _POSSESSIVE and norms[at] not in _FILLERS]
    if rest or not (kind or norms[gap[0]] in _POSSESSIVE):
        return ""
    return "kind" if kind and inner.noun in ("settlement", "admin2") else "said"
