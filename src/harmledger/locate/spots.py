"""Spots: the passages of a report whose words some place is called by, before it is settled which place is meant."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from harmledger.geo.entry import Entry
from harmledger.geo.spread import Spread
from harmledger.model.codes import PlacePrecision
from harmledger.text.keys import MARK, key
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, PlaceCandidate
from harmledger.text.normal import norm

LONGEST = 6
# Names this large are known without a word of help (100,000 people).
FAMOUS = 100_000
# Two common words are a name only of a place this large (`Long Beach`).
KNOWN = 10_000
LOCATIVE = frozenset({"in", "at", "on", "near", "outside", "between", "to", "from", "through"})
_PEOPLE = frozenset({"nation", "demonym"})  # what belongs to a state, to another area
AREAS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.REGION})


class Gazetteer(Protocol):
    """A list of places and of all their names. It finds nothing that is merely similar."""

    def lookup(self, keys: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The places known under each key (`text.keys.key`), most people first; keys of no place are left out."""

    def alike(self, name: str, country: str | None) -> tuple[Entry, ...]:
        """Places of a country, or any, one of whose names may be this one in other Latin letters: those most alike."""

    def capital(self, country: str) -> Entry | None:
        """The capital of a country (ISO 3166-1 alpha-2), where it is known."""

    def part(self, place_id: str, side: str) -> Spread | None:
        """The `north`, `southeast`, `central` ... part of a country or first-level area, where it has one."""


@dataclass(slots=True)
class Spot:
    """Tokens `first` to `last` (exclusive) and the places called so. `via` tells by what: name, demonym, short,
    capital. A `weak` one counts only inside an area told with it.
    """

    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]
    via: str = "name"
    candidate: PlaceCandidate | None = None
    inside: "Spot | None" = None
    partial: bool = False
    weak: bool = False
    chosen: Entry | None = None
    scores: dict[str, float] = field(default_factory=dict)

    @property
    def cue(self) -> str:
        """How it is led in."""
        return self.candidate.cue if self.candidate else ""

    @property
    def noun(self) -> str:
        """The kind said with it."""
        return self.candidate.noun if self.candidate else ""

    @property
    def helped(self) -> bool:
        """Does the text say that it is a place: a cue, a kind, a part, what it lies in?"""
        return bool(self.noun or self.inside or self.cue in LOCATIVE or (self.candidate and self.candidate.said_as))


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words as `locate` asks for them."""

    common: frozenset[str]
    given: frozenset[str]
    titles: frozenset[str]
    joints: frozenset[str]
    articles: frozenset[str]
    # No part of a candidate is a name: in a script without capitals each possible name is a candidate.
    whole: bool = False
    definites: frozenset[str] = frozenset()

    def is_common(self, norms: Sequence[str]) -> bool:
        """Do words that nobody has listed as a name begin with one that means something else; without capitals, are
        they nothing but such words?
        """
        own = [n for n in norms if n not in self.definites]
        return self.common.issuperset(own if self.whole else own[:1])

    @staticmethod
    def _uncapitalised(lexicon: Lexicon) -> tuple[bool, frozenset[str]]:
        caseless = bool(lexicon.rule("caseless"))
        return caseless, lexicon.list("definites") if caseless else frozenset()

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """Those of a lexicon."""
        names = ("given_name", "titles", "place_joint", "place_article")
        given, titles, joints, articles = map(lexicon.list, names)
        return cls(lexicon.common, given, titles, joints, articles, *cls._uncapitalised(lexicon))


def find_spots(marks: Marks, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[list[Spot], list[PlaceCandidate]]:
    """The spots of a report in order, none overlapping another, and the candidates of which nothing is known."""
    words = Words.of(lexicon)
    said = _said_otherwise(marks)
    pieces = [(c, *_called(c, lexicon)) for c in marks.places if c.piece]
    spans = {c: list(_spans(marks, c, words)) for c in marks.places if not c.piece}
    wanted = {k for found in spans.values() for _, _, k in found} | {value.rpartition("/")[2] for _, value in said}
    wanted |= {key(value.rpartition("/")[2]) for _, value in said} | {name for _, name, _ in pieces}
    known = gazetteer.lookup(sorted(wanted))
    taken: set[int] = set()
    spots: list[Spot] = []
    spots += _fixed(_not_inside(said, spans.values(), known), known, marks, taken)
    persons = surnames(marks, words)
    around = _Around.of(marks)
    tied = _tied(pieces, known, words, persons)
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
                spot = Spot(first, last, name, known[name], candidate=mine, partial=partial)
                inside = any(last <= b for b in around.bodies.get(first, ())) and all(
                    e.kind not in AREAS for e in spot.entries
                )
                if (
                    not inside
                    and taken.isdisjoint(range(first, last))
                    and _allowed(marks, spot, words, persons, around)
                ):
                    spots.append(spot)
                    taken.update(range(first, last))
    spots += [s for s in tied if s.cue == "between" and taken.isdisjoint(range(s.first, s.last))]
    unknown = [
        c for c in ordered
        if taken.isdisjoint(range(c.first, c.last)) and not words.is_common(marks.tokens.norms[c.first : c.last])
    ]  # fmt: skip
    spots.sort(key=lambda s: (s.first, s.last, s.candidate.start if s.candidate else 0))
    return spots, unknown


def _called(piece: PlaceCandidate, lexicon: Lexicon) -> tuple[str, str]:
    """The key of what part of a hyphenated word names, and by what: a state's word stands for the state."""
    hits = lexicon.hits([norm(w) for w in piece.words.split()]) if piece.cue == "between" else ()
    for hit in hits:
        if hit.category in (*_PEOPLE, "place_short"):
            return key(hit.value.rpartition("/")[2]), "short" if hit.category == "place_short" else "demonym"
    return key(piece.words), "name"


def _tied(
    pieces: Iterable[tuple[PlaceCandidate, str, str]],
    known: Mapping[str, tuple[Entry, ...]],
    words: Words,
    persons: frozenset[str],
) -> list[Spot]:
    """The spots of what hyphens tie, of overlapping ones the longest."""
    end, found = 0, list[Spot]()
    for piece, name, via in sorted(pieces, key=lambda p: (p[0].start, -p[0].end)):
        norms = [norm(w) for w in piece.words.split()]
        entries = tuple(e for e in known.get(name, ()) if via == "name" or e.kind in AREAS)
        person = not any(e.kind in AREAS for e in entries) and all(n in words.given or n in persons for n in norms)
        if entries and piece.start >= end and (via != "name" or not (person or words.common.issuperset(norms))):
            end = piece.end
            found.append(Spot(piece.first, piece.last, name, entries, via, piece))
    return found


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


def _said_otherwise(marks: Marks) -> list[tuple[Hit, str]]:
    """Demonyms and abbreviations written as names are, each with the name it stands for."""
    found = []
    words = marks.tokens.words
    for hit in marks.hits:
        if (hit.category in _PEOPLE or hit.category == "place_short") and words[hit.first][0].isupper():
            found.append((hit, hit.value))
        elif hit.category == "place_postal" and hit.first and words[hit.first].isupper():
            before = words[hit.first - 1]
            if not marks.capitals and (before == "," or before[0].isupper()):
                found.append((hit, f"us/{hit.value}"))
    return found


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

    return [(h, v) for h, v in said if h.category not in _PEOPLE or not inside(h)]


def _fixed(
    said: list[tuple[Hit, str]], known: Mapping[str, tuple[Entry, ...]], marks: Marks, taken: set[int]
) -> list[Spot]:
    spots = []
    candidates: dict[int, PlaceCandidate] = {}
    for one in marks.places:
        candidates.setdefault(one.first, one)
    # `US` is a country's name before it is the word for its people.
    for hit, value in sorted(said, key=lambda x: (x[0].first, -x[0].last, x[0].category in _PEOPLE)):
        word = marks.tokens.words[hit.first]
        if marks.capitals and hit.last == hit.first + 1 and len(word) <= 3 and "." not in word:
            # In capitals `LA`, `CAR`, `US` are words like any other.
            continue
        country, _, name = value.rpartition("/")
        entries = [e for e in known.get(key(name), ()) if e.kind in AREAS]
        if country:
            entries = [e for e in entries if e.kind is not PlacePrecision.COUNTRY]
        if hit.category not in _PEOPLE and not entries:
            entries = list(known.get(key(name), ()))
        if country and hit.category != "place_postal":
            entries = [e for e in entries if e.country == country.upper()]
        if not entries or not taken.isdisjoint(range(hit.first, hit.last)):
            continue
        best = max(entries, key=lambda e: (e.kind is PlacePrecision.COUNTRY, e.population))
        via = "demonym" if hit.category in _PEOPLE else "short"
        spots.append(Spot(hit.first, hit.last, key(name), (best,), via, candidates.get(hit.first)))
        taken.update(range(hit.first, hit.last))
    return spots


def _allowed(marks: Marks, spot: Spot, words: Words, persons: frozenset[str], around: _Around) -> bool:
    """May the words be a place's name here, as far as the language tells?"""
    tokens = marks.tokens
    norms = [n for n in tokens.norms[spot.first : spot.last] if n not in words.definites]
    single = len(norms) == 1
    if all(n in words.common or n.isdigit() for n in norms):
        spot.weak = True
        return _likely_though_common(marks, spot, single, words.whole)
    area = any(e.kind in AREAS for e in spot.entries)
    if single and norms[0] in persons and not (area and spot.cue in LOCATIVE):
        return spot.cue in ("in", "near", "outside") or bool(spot.noun)
    if single and norms[0] in words.given and not spot.helped and not area:
        return False
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
