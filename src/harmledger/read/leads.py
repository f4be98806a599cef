"""Leads: who speaks stands before a colon at the head of a line (`The Observatory: 9 killed in Homs`)."""

from collections.abc import Sequence

from harmledger.model.codes import Stance
from harmledger.read.anchors import SPEAKERS, Anchor
from harmledger.read.subjects import Subjects
from harmledger.text.marks import Hit, Marks, Sentence

_COLONS = frozenset(":|")
_LONGEST = 14  # tokens before the colon
_PLACES = frozenset(["country", "metonym"])
_SAYS = frozenset(["say", "according"])


def lead(marks: Marks, sentence: Sentence, hits: list[Hit], subjects: Subjects) -> Anchor | None:
    """The speaker named before the colon that a sentence opens with; None where none is.

    Nothing but signs and an article may stand before the name; a country before a colon tells where, not who. `hits`
    are the sentence's speakers and verbs of saying.
    """
    norms = marks.tokens.norms
    first = sentence.first
    while first < sentence.last and not norms[first].isalnum():
        first += 1
    colon = _colon(norms, first, sentence.last)
    if colon is not None and not any(h.last <= colon for h in hits):  # `Urgent | The Observatory: `
        first, colon = colon + 1, _colon(norms, colon + 1, sentence.last)
    if colon is None or colon in (first, sentence.last - 1):
        return None
    if "@" in norms[first:colon]:  # a profile's head run into its post
        return None
    before = [h for h in hits if h.last <= colon]
    named = [h for h in before if h.category in SPEAKERS and h.first <= first + 1]
    if not named or any(h.category in _SAYS for h in before) or {h.category for h in named} <= _PLACES:
        return None
    said = subjects.read(first, colon)
    if said.speaker is None:
        return None
    return Anchor(first, colon + 1, said.speaker, Stance.ASSERTS, False)


def _colon(norms: Sequence[str], first: int, end: int) -> int | None:
    """The first colon or bar near a token."""
    return next((t for t in range(first, min(first + _LONGEST, end)) if norms[t] in _COLONS), None)
