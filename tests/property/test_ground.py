"""The places of an account, found by index, are those that weighing and comparing every mention would find."""

from hypothesis import given
from hypothesis import strategies as st

from harmledger.geo.entry import FINENESS
from harmledger.locate.assign_places import Ground
from harmledger.locate.places import Mention
from harmledger.model.codes import PlacePrecision
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.text.marks import Marks, PlaceCandidate, Sentence
from harmledger.text.tokens import tokenise

LENGTH = 400
TOKENS = tokenise("word " * LENGTH)
ORDERED = [PlacePrecision.SETTLEMENT, PlacePrecision.ADMIN2, PlacePrecision.ADMIN1, PlacePrecision.COUNTRY]


@st.composite
def told(draw):
    """Mentions one after another, some of the same place; and sentences of several lengths."""
    mentions = []
    for first in sorted(draw(st.sets(st.integers(0, LENGTH - 1), max_size=25))):
        kind = draw(st.sampled_from(ORDERED))
        country, admin = draw(st.sampled_from("XY")), draw(st.sampled_from("ab"))
        span = Span.of(TOKENS.text, TOKENS.starts[first], TOKENS.ends[first])
        listed = draw(st.booleans())
        name = f"{kind}{country}{admin}{'' if listed else ' unlisted'}"
        place = Place(
            name, name, kind, place_id=name if listed else None, lat=1.0 if listed else None,
            lon=1.0 if listed else None, country=country, admin1=admin if kind is not ORDERED[-1] else None,
            admin2=admin if FINENESS[kind] <= FINENESS[PlacePrecision.ADMIN2] else None, span=span,
        )  # fmt: skip
        cue = draw(st.sampled_from(["", "in", "near", "to"]))
        role = draw(st.sampled_from(["site", "mention", "body", "demonym", "speaker", "origin"]))
        candidate = PlaceCandidate(first, first + 1, span.start, span.end, span.quote, cue)
        mentions.append(Mention(candidate, place, draw(st.booleans()), role))
    if draw(st.booleans()):
        mentions = [m for m in mentions if m.role in ("speaker", "origin")]
    starts = sorted({0, *draw(st.sets(st.integers(1, LENGTH - 1), max_size=30))})
    sentences = tuple(Sentence(a, b) for a, b in zip(starts, [*starts[1:], LENGTH], strict=True))
    return mentions, Marks(TOKENS, sentences)


@given(told(), st.lists(st.tuples(st.integers(0, LENGTH - 5), st.integers(1, 5)), max_size=3))
def test_the_index_finds_what_looking_at_everything_finds(story, passages):
    mentions, marks = story
    spans = [Span.of(TOKENS.text, TOKENS.starts[a], TOKENS.ends[a + n - 1]) for a, n in passages]
    assert Ground(mentions, marks).where(spans) == tuple(plainly(mentions, spans, marks))


def plainly(mentions, spans, marks):
    ground = Ground(mentions, marks)

    def sentence(at):
        return next(n for n, s in enumerate(marks.sentences) if s.first <= at < s.last)

    here = {sentence(TOKENS.starts.index(s.start)) for s in spans}
    allowed = [m for m in mentions if m.role not in ("speaker", "origin")]
    own = [m for m in allowed if sentence(m.candidate.first) in here]
    area = FINENESS[PlacePrecision.REGION]
    tells = any(
        m.role != "demonym" and (FINENESS[m.place.precision] < area or (m.role == "site" and not m.place.place_id))
        for m in own
    )
    waiting = [*own, *closer(own, allowed, here, sentence)] if tells else allowed
    waiting = waiting or [m for m in mentions if m.role == "origin"]
    waiting = sorted(waiting, key=lambda m: (-ground.weight(mentions.index(m), spans), m.candidate.first))
    found = {}
    while waiting:
        outer = waiting[0]
        inner = next((m for m in waiting if m.role in ("site", "mention") and lies(m.place, outer.place)), outer)
        waiting.remove(inner)
        found.setdefault((inner.place.place_id or inner.place.words, inner.place.precision), inner.place)
    return list(found.values())[:6]


def closer(own, allowed, here, sentence):
    """The villages of the nearest sentence that has some, where an account's own sentences tell of areas only."""
    told = [m for m in own if m.role in ("site", "mention")]
    if not told or any(fine(m.place) for m in told):
        return []
    for apart in range(1, 9):
        for there in sorted({s + step for s in here for step in (apart, -apart)} - here, reverse=True):
            found = [m for m in allowed if m.role == "site" and sentence(m.candidate.first) == there and fine(m.place)]
            found = [m for m in found if any(lies(m.place, t.place) for t in told)]
            if found:
                return found
    return []


def fine(place):
    return place.precision is PlacePrecision.SETTLEMENT or not place.place_id


def rank(place):
    return FINENESS[PlacePrecision.SETTLEMENT if fine(place) else place.precision]


def lies(inner, outer):
    if rank(inner) >= rank(outer) or inner.country != outer.country:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return True
    if outer.precision is PlacePrecision.ADMIN1:
        return inner.admin1 == outer.admin1
    return inner.admin2 is not None and inner.admin2 == outer.admin2
