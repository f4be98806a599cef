"""Places that no gazetteer knows: whether the words name a place at all, and in which area it lies."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from harmledger.locate.nesting import ADMIN
from harmledger.locate.sentences import sentence_at
from harmledger.locate.spot import AREAS, LOCATIVE
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks, PlaceCandidate

# How far back an area told of still says where an unknown village lies, in sentences.
RECALLED = 3
_FALLBACK_KM = {PlacePrecision.ADMIN1: 100.0, PlacePrecision.ADMIN2: 30.0, PlacePrecision.COUNTRY: 500.0}
_WHERE = frozenset({"in", "near", "at", "outside"})
_IN = frozenset({"in", "near", "outside"})
_NEAR = 12  # tokens
_HARM = frozenset({"harm_participle", "harm_intransitive", "harm_gerund", "harm_present", "harm_event"})
_HOLDING = AREAS | ADMIN | {PlacePrecision.VICINITY}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place told of. `role`: site (it is said to be where something is), mention, origin (`from`), body (an office
    or group named after it), speaker (a capital that stands for its government), demonym (`Russian`), dateline (the
    report was sent from there).

    `confident`: no namesake elsewhere comes near. Only a site or mention can be where a thing happened.
    """

    candidate: PlaceCandidate
    place: Place
    confident: bool
    role: str


class Told:
    """The mentions so far, laid out by where they stand, and the words that tell of places nobody has listed."""

    def __init__(self, marks: Marks, mentions: Iterable[Mention], lexicon: Lexicon) -> None:
        """Takes a report's marks, the mentions of listed places in order, and its language's words."""
        self._marks = marks
        self.struck = {h.last for h in marks.hits if h.category == "strike_on"}
        self._harm = sorted(h.first for h in marks.hits if h.category in _HARM)
        self._caseless = bool(lexicon.rule("caseless"))
        self._articles, self._owned = lexicon.list("one_articles"), lexicon.list("clitics")
        self._placed: set[int] = set()
        norms, the = marks.tokens.norms, lexicon.list("place_the")
        nouns = {h.first for h in marks.hits if h.category == "place_noun" and h.value == "admin1"}
        self._the_province = sorted(at for at in nouns if norms[at - 1] in the)
        self._covered: set[int] = set()
        self._starting: dict[int, list[Mention]] = defaultdict(list)
        # Areas with the order in which they came; of those in one sentence, and of those with a province.
        self._areas: dict[int, list[tuple[int, Mention]]] = defaultdict(list)
        self._admin: dict[int, list[tuple[int, Mention]]] = defaultdict(list)
        self._provinces: list[Mention] = []
        self._countries: Counter[str] = Counter()
        self._peoples: Counter[str] = Counter()
        self._count = 0
        for mention in mentions:
            self.add(mention)

    def add(self, m: Mention) -> None:
        """Takes one more mention, which is now the last that came."""
        self._count += 1
        first, country = m.candidate.first, m.place.country
        self._covered.update(range(first, m.candidate.last))
        self._starting[first].append(m)
        if m.role in ("site", "mention") and m.place.precision not in _HOLDING:
            self._placed.add(sentence_at(self._marks, first))
        if country and m.role in ("site", "mention", "body", "dateline"):
            self._areas[first].append((self._count, m))
            self._countries[country] += 1
            if m.place.precision in ADMIN:
                self._admin[sentence_at(self._marks, first)].append((self._count, m))
            if m.place.admin1:
                self._provinces.append(m)
        elif country and m.role == "demonym":
            self._peoples[country] += 1

    def covers(self, candidate: PlaceCandidate) -> bool:
        """Does a mention share a word with it?"""
        return not self._covered.isdisjoint(range(candidate.first, candidate.last))

    def harmed(self, candidate: PlaceCandidate) -> bool:
        """`killed two in X`: is a name that stands right behind its `in` told with harm, and no other place as fine?"""
        here, norms = sentence_at(self._marks, candidate.first), self._marks.tokens.norms
        if self._caseless or candidate.cue not in _IN or norms[candidate.first - 1] in self._articles:
            return False
        sentence = self._marks.sentences[here]
        if here in self._placed or sentence.title or norms[min(candidate.last, len(norms) - 1)] in self._owned:
            return False
        first, last = max(sentence.first, candidate.first - _NEAR), min(sentence.last, candidate.last + _NEAR)
        return bisect_left(self._harm, first) < bisect_left(self._harm, last)

    def followed(self, candidate: PlaceCandidate) -> bool:
        """Does an area stand after it, as in `in X, Idlib`?"""
        return any(
            m.place.precision in AREAS | ADMIN and m.role != "demonym"
            for at in range(candidate.last + 1, candidate.last + 4)
            for m in self._starting.get(at, ())
        )

    def area_of(self, candidate: PlaceCandidate) -> Place | None:
        """The area an unknown name lies in: told right after it, else nearest before it, else the report's country."""
        here = sentence_at(self._marks, candidate.first)
        after = [
            pair for at in range(candidate.last, candidate.last + 5) for pair in self._areas.get(at, ())
            if pair[1].place.precision in _HOLDING
        ]  # fmt: skip
        if after:
            return min(after, key=_came)[1].place
        near = [
            pair for n in range(here - RECALLED, here + 1) for pair in self._admin.get(n, ())
            if pair[1].candidate.first < candidate.first
        ]  # fmt: skip
        if near:
            return max(near, key=_came)[1].place
        if (area := self._same_area(here, candidate)) is not None:
            return area
        countries = self._countries or self._peoples
        if not countries:
            return None
        code, votes = countries.most_common(1)[0]
        if votes * 2 <= countries.total():
            return None
        return Place(code, code, PlacePrecision.COUNTRY, radius_km=500.0, country=code)

    def _same_area(self, sentence: int, candidate: PlaceCandidate) -> Place | None:
        """`further south in the province`: the province of the place told of last."""
        following = bisect_left(self._the_province, candidate.last + 1)
        if following == bisect_left(self._the_province, self._marks.sentences[sentence].last):
            return None
        last = next((m.place for m in reversed(self._provinces) if m.candidate.first < candidate.first), None)
        if last is None or last.admin1 is None:
            return None
        return Place(last.admin1, last.admin1, PlacePrecision.ADMIN1, country=last.country, admin1=last.admin1)


def _came(pair: tuple[int, Mention]) -> int:
    return pair[0]


def unlisted(marks: Marks, candidate: PlaceCandidate, told: Told) -> Place | None:
    """The Place of a name that no gazetteer knows; None where nothing says that it is a place at all."""
    named = candidate.noun in ("settlement", "admin2", "camp")
    followed = candidate.cue in _WHERE and (told.followed(candidate) or told.harmed(candidate))
    struck = candidate.first in told.struck
    if not named and (not (followed or struck) or marks.capitals):
        return None
    if told.covers(candidate):
        return None
    words = marks.tokens.words[candidate.first : candidate.last]
    if (candidate.cue not in LOCATIVE and marks.capitals) or all(w.islower() for w in words):
        return None
    start = candidate.start + marks.tokens.text.startswith("#", candidate.start)
    span = Span.of(marks.tokens.text, start, candidate.end)
    within = told.area_of(candidate)
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
