"""Place candidates to Places: the gazetteer's entry that is meant, how finely it is known, and what is not known."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from harmledger.geo.entry import Entry
from harmledger.locate.namesakes import choose
from harmledger.locate.nesting import ADMIN, at_home, name_capitals, nest
from harmledger.locate.spots import AREAS, FAMOUS, LOCATIVE, Gazetteer, Spot, find_spots
from harmledger.model.codes import IssueCode, PlacePrecision
from harmledger.model.issue import Issue
from harmledger.model.place import Place
from harmledger.model.report import Report
from harmledger.model.span import Span
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks, PlaceCandidate

__all__ = ["Gazetteer", "Mention", "resolve"]

VICINITY_KM = 25.0
# How much better the best namesake must be than the next one elsewhere to be sure of.
CLEAR = 1.0
# How far back an area told of still says where an unknown village lies, in sentences.
RECALLED = 3
_FALLBACK_KM = {PlacePrecision.ADMIN1: 100.0, PlacePrecision.ADMIN2: 30.0, PlacePrecision.COUNTRY: 500.0}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place told of. `role`: site (it is said to be where something is), mention, origin (`from`), body (an office
    or group named after it), speaker (a capital that stands for its government), demonym (`Russian`).

    `confident`: no namesake elsewhere comes near. Only a site or mention can be where a thing happened.
    """

    candidate: PlaceCandidate
    place: Place
    confident: bool
    role: str


def resolve(
    marks: Marks, report: Report, gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Issue, ...]]:
    """The places a report tells of, in order, and an Issue for each that no gazetteer knows or that stays ambiguous.

    A name is never taken for one that is merely similar, and a village said to lie in an area not for a namesake
    elsewhere: it keeps its words, the area it lies in, no point, and that area's precision [METHOD, Precision].
    """
    spots, unknown = find_spots(marks, gazetteer, lexicon)
    unknown += nest(marks, spots)
    choose(spots, _home(report))
    name_capitals(marks, spots, gazetteer)
    spots, foreign = at_home(spots)
    unknown += foreign
    spots = [s for s in spots if _kept(s)]
    tellers = lexicon.list("place_teller")
    mentions = [_mention(marks, s, gazetteer, tellers) for s in spots]
    issues = [
        Issue(IssueCode.PLACE_AMBIGUOUS, m.place.words, m.place.span, f"taken for {_told(m.place)}")
        for m in mentions
        if not m.confident and m.role == "site"
    ]
    for candidate in unknown:
        place = _unknown(marks, candidate, mentions)
        if place is not None:
            mentions.append(Mention(candidate, place, False, "site"))
            issues.append(Issue(IssueCode.PLACE_UNKNOWN, place.words, place.span, "no gazetteer knows it"))
    mentions.sort(key=lambda m: (m.candidate.first, m.candidate.last))
    return tuple(mentions), tuple(issues)


def _told(place: Place) -> str:
    return ", ".join(x for x in (place.name, place.admin1, place.country) if x)


def _home(report: Report) -> str | None:
    """The publisher's country by the ending of its address."""
    host = (report.url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    ending = host.rpartition(".")[2].upper()
    if len(ending) != 2 or not ending.isalpha() or ending in ("IO", "CO", "TV", "ME", "EU", "AI"):
        return None
    return "GB" if ending == "UK" else ending


def _kept(spot: Spot) -> bool:
    """Is the text plain enough that the place is meant? A small place needs a word that helps it."""
    best = spot.chosen
    if best is None or (spot.weak and not spot.inside):
        return False
    if spot.via != "name" or spot.helped or best.kind in AREAS:
        return True
    if spot.cue == "of" or spot.last - spot.first > 1:
        return best.population >= 1000 or best.kind in ADMIN
    supported = spot.scores.get(best.place_id, 0.0) >= 6.0
    return best.population >= FAMOUS or (supported and best.kind is PlacePrecision.SETTLEMENT)


def _mention(marks: Marks, spot: Spot, gazetteer: Gazetteer, tellers: frozenset[str]) -> Mention:
    entry = spot.chosen
    assert entry is not None
    start = marks.tokens.starts[spot.first]
    start += marks.tokens.text.startswith("#", start)
    span = Span.of(marks.tokens.text, start, marks.tokens.ends[spot.last - 1])
    source = spot.candidate
    candidate = PlaceCandidate(
        spot.first, spot.last, span.start, span.end, span.quote, spot.cue, spot.noun, source.said_as if source else ""
    )
    place = _place(entry, candidate, span, gazetteer)
    return Mention(candidate, place, _clear(spot, entry), _role(marks, spot, entry, tellers))


def _clear(spot: Spot, entry: Entry) -> bool:
    top = spot.scores.get(entry.place_id, 0.0)
    return all(
        top - spot.scores.get(e.place_id, -99.0) >= CLEAR or e.admin1_id == entry.admin1_id
        for e in spot.entries
        if e.place_id != entry.place_id
    )


def _role(marks: Marks, spot: Spot, entry: Entry, tellers: frozenset[str]) -> str:
    if spot.via == "demonym":
        return "demonym"
    if spot.via == "capital":
        return "site"
    following = {h.category: h.value for h in marks.hits if h.first == spot.last}
    if "place_speech" in following and (entry.kind is PlacePrecision.COUNTRY or entry.capital):
        return "speaker"
    if spot.cue == "from":
        return "origin"
    if spot.cue and marks.tokens.norms[max(0, spot.first - 2)] in tellers:
        return "speaker"
    if spot.cue == "between" and (entry.kind is PlacePrecision.COUNTRY or entry.capital):
        # An agreement between Ankara and Moscow was made by them, and may lie anywhere.
        return "mention"
    if "place_body" in following and not spot.helped:
        return "body"
    return "site" if spot.helped else "mention"


def _place(entry: Entry, said: PlaceCandidate, span: Span, gazetteer: Gazetteer) -> Place:
    lat, lon, precision, radius = entry.lat, entry.lon, entry.kind, entry.radius_km
    side = said.said_as.removesuffix(" of")
    area = entry.kind in (PlacePrecision.COUNTRY, PlacePrecision.ADMIN1)
    if area and side:
        part = gazetteer.part(entry.place_id, side)
        if part is not None and not said.said_as.endswith(" of"):
            lat, lon, radius = part.lat, part.lon, part.radius_km
            precision = PlacePrecision.REGION if entry.kind is PlacePrecision.COUNTRY else entry.kind
    elif entry.kind is PlacePrecision.SETTLEMENT:
        away = said.cue in ("near", "outside") or said.said_as.endswith(" of")
        if away or side in ("countryside", "outskirts") or said.noun == "admin2":
            precision, radius = PlacePrecision.VICINITY, VICINITY_KM
    return Place(
        entry.name, span.quote, precision, entry.geoname_id, entry.place_id, lat, lon, radius, entry.country,
        entry.admin1, entry.admin2, span=span,
    )  # fmt: skip


def _unknown(marks: Marks, candidate: PlaceCandidate, mentions: Sequence[Mention]) -> Place | None:
    """The Place of a name that no gazetteer knows; None where nothing says that it is a place at all."""
    named = candidate.noun in ("settlement", "admin2", "camp")
    followed = candidate.cue in ("in", "near", "at", "outside") and any(
        1 <= m.candidate.first - candidate.last <= 3 and m.place.precision in AREAS | ADMIN and m.role != "demonym"
        for m in mentions
    )
    struck = any(h.category == "strike_on" and h.last == candidate.first for h in marks.hits)
    if not named and (not (followed or struck) or marks.capitals):
        return None
    if any(m.candidate.first < candidate.last and candidate.first < m.candidate.last for m in mentions):
        return None
    words = marks.tokens.words[candidate.first : candidate.last]
    if (candidate.cue not in LOCATIVE and marks.capitals) or all(w.islower() for w in words):
        return None
    span = Span.of(marks.tokens.text, candidate.start, candidate.end)
    within = _area_of(marks, candidate, mentions)
    if within is None:
        return Place(span.quote, span.quote, PlacePrecision.INTERNATIONAL, span=span)
    precision = within.precision if within.precision in _FALLBACK_KM else PlacePrecision.ADMIN1
    if within.admin1 is None:
        precision = PlacePrecision.COUNTRY
    radius = within.radius_km if within.precision is precision else _FALLBACK_KM[precision]
    return Place(
        span.quote, span.quote, precision, radius_km=radius, country=within.country, admin1=within.admin1,
        admin2=within.admin2 if precision is PlacePrecision.ADMIN2 else None, span=span,
    )  # fmt: skip


def _same_area(marks: Marks, sentence: int, candidate: PlaceCandidate, areas: Sequence[Mention]) -> Place | None:
    """`further south in the province`: the province of the place told of last."""
    bounds = marks.sentences[sentence]
    norms = marks.tokens.norms
    nouns = {h.first for h in marks.hits if h.category == "place_noun" and h.value == "admin1"}
    if not any(t in nouns and norms[t - 1] == "the" for t in range(candidate.last + 1, bounds.last)):
        return None
    before = [m.place for m in areas if m.candidate.first < candidate.first and m.place.admin1]
    if not before:
        return None
    last = before[-1]
    assert last.admin1 is not None
    return Place(last.admin1, last.admin1, PlacePrecision.ADMIN1, country=last.country, admin1=last.admin1)


def _area_of(marks: Marks, candidate: PlaceCandidate, mentions: Sequence[Mention]) -> Place | None:
    """The area an unknown name lies in: told right after it, else nearest before it, else the report's country."""
    here = _sentence(marks, candidate.first)
    areas = [m for m in mentions if m.place.country and m.role in ("site", "mention", "body")]
    told_in = AREAS | ADMIN | {PlacePrecision.VICINITY}
    after = [m for m in areas if 0 <= m.candidate.first - candidate.last <= 4 and m.place.precision in told_in]
    if after:
        return after[0].place
    near = [
        m for m in areas
        if m.place.precision in ADMIN and 0 <= here - _sentence(marks, m.candidate.first) <= RECALLED
        and m.candidate.first < candidate.first
    ]  # fmt: skip
    if near:
        return near[-1].place
    if (area := _same_area(marks, here, candidate, areas)) is not None:
        return area
    told = areas or [m for m in mentions if m.role == "demonym" and m.place.country]
    countries = Counter(m.place.country for m in told)
    if not countries:
        return None
    code, votes = countries.most_common(1)[0]
    if votes * 2 <= sum(countries.values()):
        return None
    return Place(code or "", code or "", PlacePrecision.COUNTRY, radius_km=500.0, country=code)


def _sentence(marks: Marks, at: int) -> int:
    return next((i for i, s in enumerate(marks.sentences) if s.first <= at < s.last), 0)
