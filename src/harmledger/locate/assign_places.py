"""Where an account happened: the places that its own sentences tell of, else the report's."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter

from harmledger.geo.entry import FINENESS, fineness
from harmledger.locate.places import Mention
from harmledger.locate.sentences import sentence_at, sentence_of
from harmledger.locate.spot import AREAS
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.text.marks import Marks

# What each way of being told weighs. Only the order of the sums matters.
_ROLES = {"site": 3.0, "mention": 1.0, "body": 0.5, "dateline": 0.0, "demonym": -1.0}
_CUES = {
    "in": 1.0, "at": 1.0, "on": 0.8, "near": 0.8, "outside": 0.8, "between": 0.3, "through": 0.2, "of": 0.2,
    "to": -0.5, "border": -1.0,
}  # fmt: skip
_FINE = {
    PlacePrecision.SITE: 1.2, PlacePrecision.SETTLEMENT: 1.2, PlacePrecision.VICINITY: 1.1, PlacePrecision.ADMIN3: 1.0,
    PlacePrecision.ADMIN2: 0.9, PlacePrecision.ADMIN1: 0.6, PlacePrecision.REGION: 0.2, PlacePrecision.COUNTRY: -0.6,
    PlacePrecision.INTERNATIONAL: -1.5,
}  # fmt: skip
_NEVER = frozenset({"speaker", "origin"})
_SAID = frozenset({"site", "mention"})
_OUTER_SENTENCE = -4.0
_PER_SENTENCE = 0.6
_MOST = 6
_FOR_ITS_TOWN = 2.0  # `the West Bank city of Hebron` names the area for its town


# Beyond so many sentences, and so many characters from the claim, farther weighs no less.
_FARTHEST = 8
_FAR, _GAP_UNIT = 300, 150


# What decides, besides its rank, which places a mention may come before.
_Kind = tuple[object, ...]
# The most telling mention of each kind with its rank, the smallest first.
_Best = dict[_Kind, tuple[tuple[float, int, int], Mention]]


class Ground:
    """The places that a report tells of, laid out so that each account's can be found without looking at them all."""

    def __init__(self, mentions: Sequence[Mention], marks: Marks) -> None:
        """Takes all of a report's mentions, and its marks."""
        self._mentions, self._marks = mentions, marks
        self._sentences = [sentence_at(marks, m.candidate.first) for m in mentions]
        self._votes = Counter(m.place.country for m in mentions)
        # Where every place is a speaker's or a home, homes are better than nothing.
        self._homes_only = all(m.role in _NEVER for m in mentions)
        self._all = [
            n for n, m in enumerate(mentions) if (m.role == "origin" if self._homes_only else m.role not in _NEVER)
        ]
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        for n in self._all:
            self._by_sentence[self._sentences[n]].append(n)
        self._by_start = sorted(self._all, key=lambda n: mentions[n].candidate.start)
        self._starts = [mentions[n].candidate.start for n in self._by_start]
        self._longest = max((m.candidate.end - m.candidate.start for m in mentions), default=0)
        self._kinds = [_kind(m) for m in mentions]
        self._far: _Best | None = None

    def where(self, spans: Sequence[Span], others: Collection[int] = ()) -> tuple[Place, ...]:
        """The places of one account, the most telling first.

        Those told of in the account's own sentences come first: said to be where (`in`, `at`, `near`) before merely
        named, close to the claim before far, finer before the coarser that holds them. Where they name nothing finer
        than an area or its countryside, the towns inside it of the nearest sentence that tells of no other account
        belong to them. The report's other places
        follow only where those sentences name none that is finer than a country. Speakers' capitals and homes
        (`from X`) are never where a thing happened; a country's demonym is, where nothing else is said.

        Args:
            spans: the passages that tell of the account.
            others: the sentences that tell of other accounts.
        """
        near = _Near(spans, self._marks)
        own = [n for s in near.sentences for n in self._by_sentence.get(s, ())]
        if not self._homes_only and any(_tells(self._mentions[n]) for n in own):
            best = self._rank([*own, *self._closer(own, near, others)], near, {})
        elif not spans:
            best = self._rank(self._all, near, {})
        else:
            best = self._rank(self._about(near), near, dict(self._farther()))
        found: dict[tuple[object, ...], Place] = {}
        for mention in _finer_first([m for _, m in sorted(best.values(), key=itemgetter(0))]):
            place = mention.place
            found.setdefault((place.place_id or place.words, place.precision), place)
            if len(found) == _MOST:
                break
        return tuple(found.values())

    def weight(self, number: int, spans: Sequence[Span]) -> float:
        """How much a mention, by its number, tells of where an account with these passages happened."""
        return self._weight(number, _Near(spans, self._marks))

    def _closer(self, own: Sequence[int], near: "_Near", others: Collection[int]) -> list[int]:
        """The mentions that say more closely where an account is whose own sentences name no more than areas."""
        told = [self._mentions[n] for n in own if self._mentions[n].role in _SAID]
        if not told or not all(_wide(m) for m in told):
            return []
        for apart in range(1, _FARTHEST + 1):
            for sentence in sorted({s + step for s in near.sentences for step in (apart, -apart)}, reverse=True):
                if sentence in others or sentence in near.sentences:
                    continue
                found = [n for n in self._by_sentence.get(sentence, ()) if self._mentions[n].role == "site"]
                found = [n for n in found if any(_inside(self._mentions[n], m) for m in told)]
                found = [n for n in found if not _wide(self._mentions[n])]
                if found:
                    return found
        return []

    def _rank(self, numbers: Iterable[int], near: "_Near | None", best: _Best) -> _Best:
        """Keeps of each kind of mention the most telling. Those after it can bring no place that it did not bring."""
        for n in numbers:
            mention = self._mentions[n]
            rank = (-self._weight(n, near), mention.candidate.first, n)
            kept = best.get(self._kinds[n])
            if kept is None or rank < kept[0]:
                best[self._kinds[n]] = (rank, mention)
        return best

    def _farther(self) -> _Best:
        """The ranking of the report's places for an account that is far from all of them; made when first asked for."""
        if self._far is None:
            found = self._rank(self._all, None, {})
            self._far = dict(sorted(found.items(), key=lambda x: x[1][0]))
        return self._far

    def _about(self, near: "_Near") -> set[int]:
        """The mentions near enough to an account to weigh more than far ones."""
        found: set[int] = set()
        for sentence in near.sentences:
            for s in range(sentence - _FARTHEST, sentence + _FARTHEST + 1):
                found.update(self._by_sentence.get(s, ()))
        for span in near.spans:
            first = bisect_left(self._starts, span.start - _FAR - self._longest)
            found.update(self._by_start[first : bisect_right(self._starts, span.end + _FAR)])
        return found

    def _weight(self, n: int, near: "_Near | None") -> float:
        m = self._mentions[n]
        # A village that no gazetteer knows tells as much as one that it does; only its point is missing.
        fine = PlacePrecision.SETTLEMENT if m.role == "site" and m.place.unlisted else m.place.precision
        weight = _ROLES.get(m.role, 0.0) + _CUES.get(m.candidate.cue, 0.0) + _FINE[fine]
        weight += 0.3 if m.confident else 0.0
        if m.candidate.said_as.endswith(" of"):
            # `X, north of Baghdad` is X; alone, `north of Baghdad` still stands.
            weight -= 1.0
        if m.candidate.noun == "settlement" and m.place.precision in AREAS:
            weight -= _FOR_ITS_TOWN
        apart = _FARTHEST if near is None else near.apart(self._sentences[n])
        if apart is not None:
            weight += _OUTER_SENTENCE - _PER_SENTENCE * min(apart, _FARTHEST)
        gap = _FAR if near is None else near.gap(m.candidate.start, m.candidate.end)
        weight -= min(_FAR, gap) / _GAP_UNIT
        if m.place.country and m.role != "demonym":
            # A place in a country that the report otherwise hardly speaks of is rarely where its news is.
            weight += 0.5 * self._votes[m.place.country] / len(self._mentions)
        if m.place.lat is None and m.place.admin1 is None:
            weight -= 1.0
        return weight


class _Near:
    """What is how far from an account's passages."""

    def __init__(self, spans: Sequence[Span], marks: Marks) -> None:
        self.spans = spans
        self.sentences = sorted({sentence_of(marks, s.start) for s in spans})
        ordered = sorted(spans, key=lambda s: s.start)
        self._starts = [s.start for s in ordered]
        self._ends = list(accumulate((s.end for s in ordered), max))

    def apart(self, sentence: int) -> int | None:
        """Sentences between one and the nearest of the account's own; None where it is one of them."""
        at = bisect_left(self.sentences, sentence)
        if self.sentences[at : at + 1] == [sentence]:
            return None
        return min((abs(sentence - s) for s in self.sentences[max(0, at - 1) : at + 1]), default=0)

    def gap(self, start: int, end: int) -> int:
        """Characters between a passage and the nearest of the account's."""
        at = bisect_left(self._starts, end)
        before = max(0, start - self._ends[at - 1]) if at else None
        after = self._starts[at] - end if at < len(self._starts) else None
        return min((d for d in (before, after) if d is not None), default=0)


def _kind(m: Mention) -> _Kind:
    p = m.place
    return (p.place_id or p.words, p.precision, p.country, p.admin1, p.admin2, m.role in _SAID)


def _finer_first(ranked: Sequence[Mention]) -> Iterator[Mention]:
    """The same order, but no area before a finer place inside it that is said to be where something is."""
    gone: set[int] = set()
    for at, outer in enumerate(ranked):
        if at in gone:
            continue
        for n in range(at + 1, len(ranked)):
            if n not in gone and ranked[n].role in _SAID and _inside(ranked[n], outer):
                gone.add(n)
                yield ranked[n]
        yield outer


def _inside(one: Mention, area: Mention) -> bool:
    """Is `one` finer and in `area` by its admin path?"""
    inner, outer = one.place, area.place
    if fineness(inner) >= fineness(outer) and not _around(one, area):
        return False
    if inner.country != outer.country:
        return False
    if outer.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION):
        return True
    if outer.precision is PlacePrecision.ADMIN1 or _around(one, area):
        return inner.admin1 == outer.admin1
    return outer.precision is PlacePrecision.ADMIN2 and inner.admin2 is not None and inner.admin2 == outer.admin2


def _around(one: Mention, area: Mention) -> bool:
    """Is `area` the countryside of a town, and `one` told more closely?"""
    return _country_of(area) and not _wide(one)


def _country_of(m: Mention) -> bool:
    return m.candidate.said_as.removesuffix(" of") == "countryside"


def _wide(m: Mention) -> bool:
    """Is it no more than an area, or the countryside of a town?"""
    return _country_of(m) or fineness(m.place) > FINENESS[PlacePrecision.VICINITY]


def _tells(m: Mention) -> bool:
    """Does a mention say where, more finely than a country? A village that no gazetteer knows does."""
    if m.role == "demonym":
        return False
    return FINENESS[m.place.precision] < FINENESS[PlacePrecision.REGION] or (
        m.role == "site" and m.place.place_id is None
    )
