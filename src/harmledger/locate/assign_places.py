"""Where an account happened: the places that its own sentences tell of, else the report's."""

from collections.abc import Sequence

from harmledger.geo.entry import FINENESS
from harmledger.locate.places import Mention
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.text.marks import Marks

# What each way of being told weighs. Only the order of the sums matters.
_ROLES = {"site": 3.0, "mention": 1.0, "body": 0.5, "demonym": -1.0}
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
_OUTER_SENTENCE = -4.0
_PER_SENTENCE = 0.6
_MOST = 6


def where(mentions: Sequence[Mention], spans: Sequence[Span], marks: Marks) -> tuple[Place, ...]:
    """The places of one account, the most telling first.

    Those told of in the account's own sentences come first: said to be where (`in`, `at`, `near`) before merely named,
    close to the claim before far, finer before the coarser that holds them. The report's other places follow only
    where those sentences name none that is finer than a country. Speakers' capitals and homes (`from X`) are never
    where a thing happened; a country's demonym is, where nothing else is said.

    Args:
        mentions: of the whole report.
        spans: the passages that tell of the account.
        marks: of the report.
    """
    here = {_sentence(marks, s) for s in spans}
    own = [m for m in mentions if _sentence_at(marks, m.candidate.first) in here and m.role not in _NEVER]
    chosen = own
    if not any(_tells(m) for m in own):
        chosen = [m for m in mentions if m.role not in _NEVER] or [m for m in mentions if m.role == "origin"]
    ranked = sorted(chosen, key=lambda m: (-_weight(marks, m, spans, here, mentions), m.candidate.first))
    ranked = _finer_first(ranked)
    found: dict[tuple[object, ...], Place] = {}
    for mention in ranked:
        place = mention.place
        found.setdefault((place.place_id or place.words, place.precision), place)
    return tuple(found.values())[:_MOST]


def _finer_first(ranked: list[Mention]) -> list[Mention]:
    """The same order, but no area before a finer place inside it that is said to be where something is."""
    result: list[Mention] = []
    waiting = list(ranked)
    while waiting:
        first = waiting[0]
        inner = next((m for m in waiting if m.role in ("site", "mention") and _inside(m.place, first.place)), first)
        result.append(inner)
        waiting.remove(inner)
    return result


def _inside(inner: Place, outer: Place) -> bool:
    """Is `inner` finer and in `outer` by its admin path?"""
    if FINENESS[inner.precision] >= FINENESS[outer.precision] or inner.country != outer.country:
        return False
    if outer.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION):
        return True
    if outer.precision is PlacePrecision.ADMIN1:
        return inner.admin1 == outer.admin1
    return outer.precision is PlacePrecision.ADMIN2 and inner.admin2 is not None and inner.admin2 == outer.admin2


def _tells(m: Mention) -> bool:
    """Does a mention say where, more finely than a country? A village that no gazetteer knows does."""
    if m.role == "demonym":
        return False
    return FINENESS[m.place.precision] < FINENESS[PlacePrecision.REGION] or (
        m.role == "site" and m.place.place_id is None
    )


def _weight(marks: Marks, m: Mention, spans: Sequence[Span], here: set[int], mentions: Sequence[Mention]) -> float:
    # A village that no gazetteer knows tells as much as one that it does; only its point is missing.
    fine = PlacePrecision.SETTLEMENT if m.role == "site" and m.place.unlisted else m.place.precision
    weight = _ROLES.get(m.role, 0.0) + _CUES.get(m.candidate.cue, 0.0) + _FINE[fine]
    weight += 0.3 if m.confident else 0.0
    if m.candidate.said_as.endswith(" of"):
        # `X, north of Baghdad` is X; alone, `north of Baghdad` still stands.
        weight -= 1.0
    sentence = _sentence_at(marks, m.candidate.first)
    if sentence not in here:
        apart = min((abs(sentence - h) for h in here), default=0)
        weight += _OUTER_SENTENCE - _PER_SENTENCE * min(apart, 8)
    gap = min((_gap(m.candidate.start, m.candidate.end, s) for s in spans), default=0)
    weight -= min(2.0, gap / 150)
    if m.place.country and m.role != "demonym":
        # A place in a country that the report otherwise hardly speaks of is rarely where its news is.
        akin = sum(1 for o in mentions if o.place.country == m.place.country)
        weight += 0.5 * akin / len(mentions)
    if m.place.lat is None and m.place.admin1 is None:
        weight -= 1.0
    return weight


def _gap(start: int, end: int, span: Span) -> int:
    return max(0, start - span.end, span.start - end)


def _sentence(marks: Marks, span: Span) -> int:
    for number, s in enumerate(marks.sentences):
        if marks.tokens.ends[s.last - 1] > span.start:
            return number
    return max(0, len(marks.sentences) - 1)


def _sentence_at(marks: Marks, at: int) -> int:
    return next((i for i, s in enumerate(marks.sentences) if s.first <= at < s.last), 0)
