"""Parts of the one country that a report tells of: `in the country's north`, `in its east`, `in the capital`."""

from collections.abc import Sequence

from harmledger.geo.spread import SIDES
from harmledger.locate.spot import Gazetteer, Spot
from harmledger.model.codes import PlacePrecision
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, PlaceCandidate

_CUES = frozenset({"in", "near"})


def name_parts(marks: Marks, spots: list[Spot], gazetteer: Gazetteer, lexicon: Lexicon) -> None:
    """Adds the spots of directions and capitals that are told without their country, where it can be but one.

    None where the report's places lie in several countries, or where the words go on to a name (`in northern Idlib`).
    """
    nations = {s.chosen.country for s in spots if s.chosen is not None and s.chosen.country}
    country = next((s.chosen for s in spots if s.chosen is not None and s.chosen.kind is PlacePrecision.COUNTRY), None)
    if country is None or len(nations) != 1:
        return
    town = gazetteer.capital(country.country or "")
    cues = {h.last: h.value for h in marks.hits if h.category == "place_cue" and h.value in _CUES}
    taken = {at for s in spots for at in range(s.first, s.last)}
    for hit in marks.hits:
        side = hit.value if hit.category == "place_part" and hit.value in SIDES else ""
        chosen = country if side else town if hit.category == "place_capital" else None
        if chosen is None:
            continue
        first = _led_from(marks.tokens.norms, hit.first, lexicon.list("place_own"))
        if first in cues and taken.isdisjoint(range(first, hit.last)) and _ends(marks, hit, lexicon):
            start, end = marks.tokens.starts[first], marks.tokens.ends[hit.last - 1]
            words = marks.tokens.text[start:end]
            said = PlaceCandidate(first, hit.last, start, end, words, cues[first], said_as=side)
            spots.append(Spot(first, hit.last, "", (), "part" if side else "capital", said, chosen=chosen))
    spots.sort(key=lambda s: s.first)


def _led_from(norms: Sequence[str], at: int, own: frozenset[str]) -> int:
    """Where `the country's`, `the restive`, `its` before a part begins; the part's own place where nothing does."""
    while at and norms[at - 1] in own:
        at -= 1
    return at


def _ends(marks: Marks, hit: Hit, lexicon: Lexicon) -> bool:
    """Is the part said by itself: written small, and before a mark or a word that begins something else?"""
    if not marks.tokens.words[hit.first].islower():
        return False
    following = marks.tokens.norms[hit.last : hit.last + 1]
    return not following or following[0] in lexicon.list("place_part_end")
