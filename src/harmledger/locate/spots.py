"""The spots of a report: its passages whose words some place is called by, before it is settled which one is meant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.geo.entry import Entry
from harmledger.locate.spot import AREAS, KNOWN, LOCATIVE, PEOPLES, Gazetteer, Spot, Words
from harmledger.locate.tied import called, tied_spots
from harmledger.model.codes import PlacePrecision
from harmledger.text.keys import MARK, key
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, PlaceCandidate

LONGEST = 6
_DISTRICTS = frozenset({PlacePrecision.ADMIN2, PlacePrecision.ADMIN3})


def find_spots(marks: Marks, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[list[Spot], list[PlaceCandidate]]:
    """The spots of a report in order, none overlapping another, and the candidates of which nothing is known."""
    words = Words.of(lexicon)
    said = _said_otherwise(marks, words.whole)
    pieces = [(c, *called(c, lexicon)) for c in marks.places if c.piece]
    spans = {c: list(_spans(marks, c, words)) for c in marks.places if not c.piece}
    wanted = {k for found in spans.values() for _, _, k in found} | {value.rpartition("/")[2] for _, value in said}
    wanted |= {key(value.rpartition("/")[2]) for _, value in said} | {name for _, name, _ in pieces}
    known = _with_seats(gazetteer.lookup(sorted(wanted)), gazetteer)
    taken: set[int] = set()
    spots: list[Spot] = []
    spots += _fixed(_not_inside(said, spans.values(), known), known, marks, taken)
    persons = surnames(marks, words)
    norms, waters = marks.tokens.norms, lexicon.list("place_water")
    around = _Around.of(marks)
    tied = tied_spots(pieces, known, words, persons)
    # `Paris-based` is no part of another name; `Wilkes-Barre road` may be one name.
    spots += (based := [s for s in tied if s.cue != "between"])
    taken.update(at for s in based for at in range(s.first, s.last))
    ordered = sorted(spans, key=lambda c: (c.first, -c.last))
    for partial in (False, True):
        for candidate in ordered:
            for first, last, name in spans[candidate]:
                if ((first, last) != (candidate.first, candidate.last)) is not partial or name not in known:
                    continue
                mine = _cut(marks, candidate, first, last) if partial else candidate
                spot = _dry(Spot(first, last, name, known[name], candidate=mine, partial=partial), norms, waters)
                inside = any(last <= b for b in around.bodies.get(first, ())) and all(
                    e.kind not in AREAS for e in spot.entries
                )
                if (
                    spot.entries
                    and not inside
                    and taken.isdisjoint(range(first, last))
                    and _allowed(marks, spot, words, persons, around)
                ):
                    spots.append(spot)
                    taken.update(range(first, last))
    spots += [s for s in tied if s.cue == "between" and taken.isdisjoint(range(s.first, s.last))]
    unknown = [
        c for c in ordered
        if taken.isdisjoint(range(c.first, c.last))
        and not words.is_common(marks.tokens.norms[c.first : c.last])
        and all(b < c.last for b in around.bodies.get(c.first, ()))
    ]  # fmt: skip
    spots.sort(key=lambda s: (s.first, s.last, s.candidate.start if s.candidate else 0))
    return spots, unknown


def _with_seats(known: Mapping[str, tuple[Entry, ...]], gazetteer: Gazetteer) -> Mapping[str, tuple[Entry, ...]]:
    """The places known by a name, and where these are only a district's, the towns in its area that share its own name:
    lists know districts by spellings under which nobody wrote down their towns.
    """
    districts = {name: [e for e in found if e.kind in _DISTRICTS] for name, found in known.items()}
    wanted = {name: {key(e.name) for e in found} - {name} for name, found in districts.items()}
    lacking = {n: k for n, k in wanted.items() if k and all(e.kind is not PlacePrecision.SETTLEMENT for e in known[n])}
    if not lacking:
        return known
    towns = gazetteer.lookup(sorted({k for keys in lacking.values() for k in keys}))
    more = {
        name: tuple(
            dict.fromkeys(
                replace(t, main=False)
                for k in sorted(keys)
                for t in towns.get(k, ())
                if t.kind is PlacePrecision.SETTLEMENT and any(t.admin1_id == e.admin1_id for e in districts[name])
            )
        )
        for name, keys in lacking.items()
    }
    return {name: found + more.get(name, ()) for name, found in known.items()}


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around tokens: the ends of the names of bodies that cover each, the tokens that follow `Lake` or
    `Mount`, the tokens that begin words for bodies and kinds of places.
    """

    bodies: Mapping[int, Sequence[int]]
    in_water: frozenset[int]
    kinds: frozenset[int]
    kind_ends: frozenset[int]

    @classmethod
    def of(cls, marks: Marks) -> "_Around":
        """That of a report."""
        # Parties, sources and outlets: `Al Shabab`, `Islamic State` are no towns.
        bodies: dict[int, list[int]] = defaultdict(list)
        for first, last in {(h.first, h.last) for h in marks.hits if h.category in ("party", "source") and h.value}:
            for at in range(first, last):
                bodies[at].append(last)
        features = (h for h in marks.hits if h.category == "place_feature" and h.value == "feature")
        kinds = ("place_body", "place_feature", "place_noun")
        return cls(
            bodies,
            frozenset(h.last for h in features),
            frozenset(h.first for h in marks.hits if h.category in kinds),
            frozenset(h.last for h in marks.hits if h.category == "place_noun"),
        )


def surnames(marks: Marks, words: Words) -> frozenset[str]:
    """Normal forms of words that follow a given name or a title somewhere in the report."""
    tokens, found = marks.tokens, set[str]()
    for at in range(len(tokens) - 1):
        if (
            not (tokens.norms[at] in words.given and tokens.words[at][0].isupper())
            and tokens.norms[at] not in words.titles
        ):
            continue
        here = at + 2 if tokens.norms[at + 1] == "." else at + 1
        for word, plain in zip(tokens.words[here : at + 4], tokens.norms[here : at + 4], strict=True):
            if not word[0].isupper() or plain in words.common:
                break
            found.add(plain)
    return frozenset(found)


def _spans(marks: Marks, candidate: PlaceCandidate, words: Words) -> Sequence[tuple[int, int, str]]:
    """Spans of a candidate with their keys, the longest first; a span begins and ends with a word of its own."""
    tokens, found = marks.tokens, []
    first, last = candidate.first, candidate.last
    for length in range(min(last - first, LONGEST), last - first - 1 if words.whole else 0, -1):
        for at in range(first, last - length + 1):
            start, end = tokens.norms[at], tokens.norms[at + length - 1]
            if start in words.joints or end in words.joints:
                continue
            if start in words.articles and (length == 1 or at > first):
                continue
            name = key(marks.tokens.text[tokens.starts[at] : tokens.ends[at + length - 1]])
            if start in words.articles and name.startswith(MARK) and tokens.norms[at + 1][0] != "n":
                continue  # `An Elmwood man` begins with no Arabic article, as `An Nabk` does
            if len(name) > 1:
                found.append((at, at + length, name))
    return found


def _said_otherwise(marks: Marks, caseless: bool) -> list[tuple[Hit, str]]:
    """Demonyms and abbreviations written as names are, each with the name it stands for; without capitals only those
    that are led in as places.
    """
    found = []
    led = {c.first for c in marks.places} if caseless else ()
    words = marks.tokens.words
    for hit in marks.hits:
        if hit.category in PEOPLES or hit.category == "place_short":
            written = words[hit.first][0].isupper() and not _cut_short(words, hit)
            if written or (hit.first in led and hit.category == "place_short"):
                found.append((hit, hit.value))
        elif hit.category == "place_postal" and hit.first and words[hit.first].isupper():
            before = words[hit.first - 1]
            if not marks.capitals and (before == "," or before[0].isupper()):
                found.append((hit, f"us/{hit.value}"))
    return found


def _cut_short(words: Sequence[str], hit: Hit) -> bool:
    """Is it a state's short form (`Ala.`, `Miss`) where nothing says so: no comma before it, nor a dot of its own and a
    small letter before it?
    """
    word, dot = words[hit.first], words[hit.last - 1].endswith(".")
    if "/" not in hit.value or hit.last - hit.first > 1 + (words[hit.last - 1] == ".") or word.isupper():
        return False
    before = words[hit.first - 1] if hit.first else ""
    return before != "," and (not dot or before[:1].isupper())


def _not_inside(
    said: list[tuple[Hit, str]],
    spans: Iterable[Sequence[tuple[int, int, str]]],
    known: Mapping[str, tuple[Entry, ...]],
) -> list[tuple[Hit, str]]:
    """Demonyms that are no part of a longer name: not that of `British Columbia` or `Central African Republic`."""
    longer: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for found in spans:
        for a, b, name in found:
            if b - a > 1 and name in known:
                for at in range(a, b):
                    longer[at].append((a, b))

    def inside(hit: Hit) -> bool:
        return any(hit.last <= b and b - a > hit.last - hit.first for a, b in longer.get(hit.first, ()))

    return [(h, v) for h, v in said if h.category not in PEOPLES or not inside(h)]


def _fixed(
    said: list[tuple[Hit, str]], known: Mapping[str, tuple[Entry, ...]], marks: Marks, taken: set[int]
) -> list[Spot]:
    spots = []
    candidates: dict[int, PlaceCandidate] = {}
    for one in marks.places:
        candidates.setdefault(one.first, one)
    # `US` is a country's name before it is the word for its people.
    for hit, value in sorted(said, key=lambda x: (x[0].first, -x[0].last, x[0].category in PEOPLES)):
        word = marks.tokens.words[hit.first]
        if marks.capitals and hit.last == hit.first + 1 and len(word) <= 3 and "." not in word:
            # In capitals `LA`, `CAR`, `US` are words like any other.
            continue
        country, _, name = value.rpartition("/")
        entries = [e for e in known.get(key(name), ()) if e.kind in AREAS]
        if country:
            entries = [e for e in entries if e.kind is not PlacePrecision.COUNTRY]
        if hit.category not in PEOPLES and not entries:
            entries = list(known.get(key(name), ()))
        if country and hit.category != "place_postal":
            entries = [e for e in entries if e.country == country.upper()]
        if not entries or not taken.isdisjoint(range(hit.first, hit.last)):
            continue
        best = max(entries, key=lambda e: (e.kind is PlacePrecision.COUNTRY, e.population))
        via = "demonym" if hit.category in PEOPLES else "short"
        spots.append(Spot(hit.first, hit.last, key(name), (best,), via, candidates.get(hit.first)))
        taken.update(range(hit.first, hit.last))
    return spots


def _dry(spot: Spot, norms: Sequence[str], waters: frozenset[str]) -> Spot:
    """The spot without the first-level areas that are called after a water, where only its name is said: `Red Sea`."""
    if norms[spot.last - 1] in waters and not spot.noun:
        spot.entries = tuple(e for e in spot.entries if e.kind is not PlacePrecision.ADMIN1)
    return spot


def _allowed(marks: Marks, spot: Spot, words: Words, persons: frozenset[str], around: _Around) -> bool:
    """May the words be a place's name here, as far as the language tells?"""
    tokens = marks.tokens
    norms = [n for n in tokens.norms[spot.first : spot.last] if n not in words.definites]
    single = len(norms) == 1
    if all(n in words.common or n.isdigit() for n in norms):
        spot.weak = True
        return _likely_though_common(marks, spot, single, words.whole)
    area = any(e.kind in AREAS for e in spot.entries)
    follows = tokens.norms[spot.last : spot.last + 1] == [","]
    if single and norms[0] in persons and not (area and spot.cue in LOCATIVE):
        return spot.cue in ("in", "near", "outside") or bool(spot.noun)
    if single and norms[0] in words.given and not spot.helped and not area:
        spot.weak = True  # `Norman, Okla.`
        return follows
    if len(norms[0]) < 3 and single:
        return False
    if spot.first in around.in_water and not area:
        return False
    if not spot.partial:
        return True
    if (
        not single
        and spot.last in around.kind_ends
        and any(e.main and e.kind is PlacePrecision.ADMIN2 for e in spot.entries)
    ):
        return True
    before = spot.first - 1
    begins = before < 0 or not tokens.words[before][0].isupper() or tokens.norms[before] in words.articles
    return area or (begins and spot.last in around.kinds)


def _likely_though_common(marks: Marks, spot: Spot, single: bool, whole: bool) -> bool:
    """May common words be a name: `the town of Most`, `Long Beach`; `Reading, Pa.`, which stays weak until it fits?"""
    led = spot.cue or marks.tokens.norms[max(0, spot.first - 1)] == "of"
    if whole:
        # Without capitals a kind before it says that it is a name; a cue only where a town is known by it, and of one
        # word only with its article (`in al-Bab`).
        known = any(e.kind in AREAS or e.population >= KNOWN for e in spot.entries)
        spot.weak = not (spot.noun or (known and spot.helped and spot.last - spot.first > 1))
    elif single and spot.noun and led and not marks.capitals:
        spot.weak = False
    elif not single and not spot.partial:
        known = any(e.main and (e.kind in AREAS or e.population >= KNOWN) for e in spot.entries)
        spot.weak = not known or marks.tokens.words[spot.last - 1].islower()
    return not spot.weak or marks.tokens.norms[spot.last : spot.last + 1] == [","]


def _cut(marks: Marks, candidate: PlaceCandidate, first: int, last: int) -> PlaceCandidate:
    """A part of a candidate: what leads in the whole leads in its beginning, what follows the whole follows its end."""
    start, end = marks.tokens.starts[first], marks.tokens.ends[last - 1]
    begins, ends = first == candidate.first, last == candidate.last
    return PlaceCandidate(
        first, last, start, end, marks.tokens.text[start:end], candidate.cue if begins else "",
        candidate.noun if ends else "", candidate.said_as if begins else "",
    )  # fmt: skip
