"""Place candidates to Places: the gazetteer's entry that is meant, how finely it is known, and what is not known."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmledger.geo.entry import Entry, lies_in
from harmledger.locate.datelines import datelines
from harmledger.locate.namesakes import choose
from harmledger.locate.nesting import ADMIN, at_home, in_town, name_capitals, nest
from harmledger.locate.parts import name_parts
from harmledger.locate.respelled import in_latin, respelled
from harmledger.locate.sites import hold_sites
from harmledger.locate.spot import AREAS, FAMOUS, LOCATIVE, Gazetteer, Spot
from harmledger.locate.spots import find_spots
from harmledger.locate.unlisted import Mention, Told, unlisted
from harmledger.model.codes import IssueCode, PlaceMatch, PlacePrecision
from harmledger.model.issue import Issue, taken_for
from harmledger.model.place import Candidate, Place
from harmledger.model.report import Report
from harmledger.model.span import Span
from harmledger.text.keys import key
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks, PlaceCandidate

__all__ = ["Gazetteer", "Mention", "resolve"]

VICINITY_KM = 25.0
# How much better the best namesake must be than the next one elsewhere to be sure of.
CLEAR = 1.0
# What a publisher's country, and a country's own words, speak for places there; a name that certainly lies there is 1.
PUBLISHED, SPOKEN = 1.0, 2.0
# So many candidates an issue names.
_NAMED = 4


def resolve(
    marks: Marks, report: Report, gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[tuple[Mention, ...], tuple[Issue, ...]]:
    """The places a report tells of, in order, and an Issue for each that no gazetteer knows or that stays ambiguous.

    A name is never taken for one that is merely similar, and a village said to lie in an area not for a namesake
    elsewhere: it keeps its words, the area it lies in, no point, and that area's precision [METHOD, Precision].
    """
    spots, unknown = find_spots(marks, gazetteer, lexicon)
    inside = {} if marks.capitals else hold_sites(marks, spots, unknown, lexicon)
    unknown += nest(marks, spots, lexicon)
    choose(spots, _homes(report, marks))
    name_capitals(marks, spots, gazetteer)
    spots, foreign = at_home(spots, bool(lexicon.rule("caseless")))
    spots, quarters = in_town(spots)
    unknown += foreign + quarters
    if lexicon.rule("caseless"):
        unknown = _widest(unknown, marks)
    tellers, sent = lexicon.list("place_teller"), datelines(marks, lexicon)
    following: dict[int, dict[str, str]] = defaultdict(dict)
    for h in marks.hits:
        following[h.first][h.category] = h.value
    spots = _plain(spots, marks, following)
    name_parts(marks, spots, gazetteer, lexicon)
    mentions = [_mention(marks, s, gazetteer, tellers, following.get(s.last, {})) for s in spots]
    mentions = [replace(m, role="dateline") if m.candidate.first in sent else m for m in mentions]
    mentions = [_with_site(m, inside) for m in mentions] if inside else mentions
    mentions = _all_within(mentions)
    issues = [
        Issue(IssueCode.PLACE_AMBIGUOUS, m.place.words, m.place.span, taken_for(m.place))
        for m in mentions
        if not m.confident and m.role == "site"
    ]
    told, latin = Told(marks, mentions, lexicon), lexicon.tables.get("latin", {})
    for candidate in unknown:
        alike = respelled(marks, candidate, told, gazetteer, latin)
        if len(alike) == 1:
            mentions.append(_by_spelling(marks, candidate, alike[0], gazetteer))
            told.add(mentions[-1])
            continue
        place = unlisted(marks, candidate, told)
        if len(alike) > 1 and not told.covers(candidate):
            span = Span.of(marks.tokens.text, candidate.start, candidate.end)
            issues.append(Issue(IssueCode.PLACE_AMBIGUOUS, span.quote, span, _or(alike)))
        if place is not None:
            name = in_latin(place.words, latin) if latin else place.words
            place = replace(place, spelt=gazetteer.spelt(name, place.country))
            mentions.append(Mention(candidate, place, False, "site"))
            told.add(mentions[-1])
            issues.append(Issue(IssueCode.PLACE_UNKNOWN, place.words, place.span, "no gazetteer knows it"))
        elif candidate in foreign and candidate.cue in LOCATIVE:
            span = Span.of(marks.tokens.text, candidate.start, candidate.end)
            issues.append(Issue(IssueCode.PLACE_AMBIGUOUS, span.quote, span, "left out: its namesakes lie elsewhere"))
    mentions.sort(key=lambda m: (m.candidate.first, m.candidate.last))
    return tuple(mentions), tuple(issues)


def _by_spelling(marks: Marks, candidate: PlaceCandidate, entry: Entry, gazetteer: Gazetteer) -> Mention:
    span = Span.of(marks.tokens.text, candidate.start, candidate.end)
    place = replace(_place(entry, candidate, span, gazetteer), match=PlaceMatch.SPELLING)
    return Mention(candidate, place, False, "site")


def _or(entries: Sequence[Entry]) -> str:
    """What an issue says of a spelling that several places' names share."""
    names = [", ".join(x for x in (e.name, e.admin1) if x) for e in entries[:_NAMED]]
    more = f" or {len(entries) - _NAMED} more" if len(entries) > _NAMED else ""
    return f"spelled like {' or '.join(names)}{more}"


def _homes(report: Report, marks: Marks) -> dict[str, float]:
    """Countries that a report is likely from, with how much that says of where its barely named places lie: the
    publisher's by the ending of its address, and the one whose offices and words the report uses most.
    """
    found: dict[str, float] = {}
    host = (report.url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    ending = host.rpartition(".")[2].upper()
    if len(ending) == 2 and ending.isalpha() and ending not in ("IO", "CO", "TV", "ME", "EU", "AI"):
        found["GB" if ending == "UK" else ending] = PUBLISHED
    words = Counter(h.value for h in marks.hits if h.category == "place_home")
    if words:
        most = max(words, key=lambda iso: (words[iso], iso))
        found[most] = found.get(most, 0.0) + SPOKEN
    return found


def _widest(unknown: Sequence[PlaceCandidate], marks: Marks) -> list[PlaceCandidate]:
    """Each unknown name as long as it may be: a beginning that is called like a place elsewhere says nothing here."""
    longest = {c.first: c for c in sorted(marks.places, key=lambda c: c.last)}
    return list({c.first: longest.get(c.first, c) for c in unknown}.values())


def _plain(spots: Sequence[Spot], marks: Marks, following: Mapping[int, Mapping[str, str]]) -> list[Spot]:
    """The spots whose text makes plain that a place is meant, or does so where it says the same name elsewhere."""
    kept = {id(s) for s in spots if _kept(s) or (_stands_for(s, marks, following) and not s.weak)}
    told = {(s.name, s.chosen.place_id) for s in spots if id(s) in kept and s.chosen is not None}
    return [s for s in spots if id(s) in kept or (s.chosen and not s.weak and (s.name, s.chosen.place_id) in told)]


def _stands_for(spot: Spot, marks: Marks, following: Mapping[int, Mapping[str, str]]) -> bool:
    """Is the name said with an office of the town (`Elmwood police`), or as a home after an age (`42, of Elmwood`)?"""
    if spot.chosen is None or spot.chosen.kind not in (PlacePrecision.SETTLEMENT, *ADMIN):
        return False
    if "place_body" in following.get(spot.last, {}):
        return True
    words = marks.tokens.words
    at = spot.first - 1
    return spot.cue == "of" and at >= 2 and words[at - 1] == "," and words[at - 2].isdigit()


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


def _mention(
    marks: Marks, spot: Spot, gazetteer: Gazetteer, tellers: frozenset[str], following: Mapping[str, str]
) -> Mention:
    entry = spot.chosen
    assert entry is not None
    start = marks.tokens.starts[spot.first]
    start += marks.tokens.text.startswith("#", start)
    span = Span.of(marks.tokens.text, start, marks.tokens.ends[spot.last - 1])
    source = spot.candidate
    if source is not None and source.piece:
        span = Span.of(marks.tokens.text, source.start, source.end)
    candidate = PlaceCandidate(
        spot.first, spot.last, span.start, span.end, span.quote, spot.cue, spot.noun, source.said_as if source else ""
    )
    rivals = _rivals(spot, entry)
    place = replace(
        _place(entry, candidate, span, gazetteer),
        within=_within(spot, entry),
        candidates=tuple(_open(e, spot) for e in (entry, *rivals)) if rivals else (),
    )
    clear = all(e.admin1_id == entry.admin1_id for e in rivals)
    return Mention(candidate, place, clear, _role(marks, spot, entry, tellers, following))


def _with_site(mention: Mention, inside: Mapping[int, str]) -> Mention:
    """The mention with the site that is told to be in its town: `al-Hal market in Idlib`."""
    site = inside.get(mention.candidate.first)
    if site is None or mention.place.precision is not PlacePrecision.SETTLEMENT:
        return mention
    return replace(mention, place=replace(mention.place, site=site))


def _rivals(spot: Spot, entry: Entry) -> list[Entry]:
    """The namesakes elsewhere that come near, and the towns of that name in the same area, likeliest first.

    What is not told by its name (`the Afghan capital`) has none.
    """
    top = spot.scores.get(entry.place_id)
    if top is None:
        return []
    near = [e for e in spot.entries if _namesakes(e, entry) and top - spot.scores.get(e.place_id, -99.0) < CLEAR]
    return sorted(near, key=lambda e: (-spot.scores[e.place_id], e.place_id))


def _namesakes(one: Entry, other: Entry) -> bool:
    """Are they two places, and not a town and the area round it that is named after it?"""
    if one.place_id == other.place_id:
        return False
    return one.admin1_id != other.admin1_id or (one.kind is other.kind and not lies_in(one, other))


def _open(entry: Entry, spot: Spot) -> Candidate:
    return Candidate(
        entry.place_id, entry.name, entry.kind, round(spot.scores.get(entry.place_id, 0.0), 2), entry.geoname_id,
        entry.lat, entry.lon, entry.radius_km, entry.country, entry.admin1, entry.admin2,
    )  # fmt: skip


def _within(spot: Spot, entry: Entry) -> str | None:
    """The area that the text puts a place in, if no other place there has the name: likelihood has no say then."""
    area = spot.inside.chosen if spot.inside is not None else None
    if area is None or not lies_in(entry, area) or any(_namesakes(e, entry) for e in spot.entries):
        return None
    return area.name


def _all_within(mentions: Sequence[Mention]) -> list[Mention]:
    """What a report once says that a place lies in holds wherever it tells of that place by that name."""
    told = {(key(m.place.words), m.place.place_id): m.place.within for m in mentions if m.place.within}
    if not told:
        return list(mentions)
    held = ((m, told.get((key(m.place.words), m.place.place_id))) for m in mentions)
    return [
        replace(m, place=replace(m.place, within=area)) if area and not m.place.candidates else m for m, area in held
    ]


def _role(marks: Marks, spot: Spot, entry: Entry, tellers: frozenset[str], following: Mapping[str, str]) -> str:
    """What is told of the place. `following`: what begins right after it, by category."""
    if spot.via == "demonym":
        return "demonym"
    if spot.via == "capital":
        return "site"
    if "place_speech" in following and (entry.kind is PlacePrecision.COUNTRY or entry.capital):
        return "speaker"
    if spot.cue == "from":
        return "origin"
    if spot.cue and marks.tokens.norms[max(0, spot.first - 2)] in tellers:
        return "speaker"
    if spot.cue == "between" and spot.noun != "settlement" and (entry.kind is PlacePrecision.COUNTRY or entry.capital):
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
        away = said.cue in ("near", "outside", "between") or said.said_as.endswith(" of")
        if away or side in ("countryside", "outskirts") or said.noun == "admin2":
            precision, radius = PlacePrecision.VICINITY, VICINITY_KM
    return Place(
        entry.name, span.quote, precision, entry.geoname_id, entry.place_id, lat, lon, radius, entry.country,
        entry.admin1, entry.admin2, match=PlaceMatch.NAME, span=span,
    )  # fmt: skip
