"""Evidence: videos, photographs, satellite images, documents, remnants said to show harm, and who holds them."""

from harmledger.model.account import Evidence
from harmledger.model.codes import EvidenceKind
from harmledger.model.report import Report
from harmledger.read.sight import hits_in, named, outer, sentences_with, span, words
from harmledger.read.subjects import Subjects
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence

_MEDIA = frozenset(["media"])
_HOLDS = frozenset(["media_holds"])
_HARM = frozenset(["media_harm"])
_NEAR = 14
_NAMES = frozenset(["source", "party", "outlet"])


def evidence(marks: Marks, report: Report, lexicon: Lexicon) -> tuple[Evidence, ...]:
    """Media that a sentence says show harm, each with its holders; a bare photo credit is none.

    Held by the subject of a verb of capturing, posting, obtaining; or by whom `posted by` names. One sentence gives
    one piece of evidence of a kind.

    Args:
        marks: the report's marks.
        report: whose text they are.
        lexicon: terms media, media_holds, media_harm, source, party.
    """
    subjects = Subjects(marks, lexicon)
    found: list[Evidence] = []
    for _, sentence, hits in sentences_with(marks, _MEDIA):
        verbs = hits_in(marks, sentence.first, sentence.last, _HOLDS)
        shown = hits_in(marks, sentence.first, sentence.last, _HARM)
        if not verbs or not shown or _excluded(marks, hits, lexicon):
            continue
        media = _telling(hits)
        verb = _verb(verbs, hits, media)
        near = [h for h in shown if h.first >= min(verb.first, media.first) and abs(h.first - media.first) <= _NEAR]
        if abs(verb.first - media.first) > _NEAR or not near:
            continue
        harm = min(near, key=lambda h: abs(h.first - media.first))
        holders: tuple[str, ...] = ()
        for holding in [verb, *verbs]:
            holders = holders or (
                _holders(marks, sentence, holding, subjects, lexicon, report.publisher)
                if holding.value == "holds"
                else ()
            )
        first, last = min(verb.first, media.first, harm.first), max(verb.last, media.last, harm.last)
        while following := [h for h in shown if h.first == last]:
            last = max(h.last for h in following)
        found.append(Evidence(EvidenceKind(media.value), holders, span(marks, first, last)))
    return tuple(found)


def _telling(hits: list[Hit]) -> Hit:
    """Of `images ... on video` the video: the kind that tells most."""
    order = ["satellite image", "video", "audio", "remnant", "document", "photo"]
    return min(hits, key=lambda h: (order.index(h.value), h.first))


def _verb(verbs: list[Hit], media: list[Hit], best: Hit) -> Hit:
    """The verb of the media: the last holding verb before its first word, else the nearest."""
    first = min(h.first for h in media)
    before = [v for v in verbs if v.value == "holds" and v.last <= first and first - v.last <= 8]
    return before[-1] if before else min(verbs, key=lambda v: (abs(v.first - best.first), v.first))


def _excluded(marks: Marks, hits: list[Hit], lexicon: Lexicon) -> bool:
    norms = marks.tokens.norms
    words = lexicon.list("evidence_self")
    return all(any(w in words for w in norms[max(h.first - 2, 0) : h.first] + norms[h.last : h.last + 1]) for h in hits)


def _holders(
    marks: Marks, sentence: Sentence, verb: Hit, subjects: Subjects, lexicon: Lexicon, publisher: str | None
) -> tuple[str, ...]:
    """Names before an active verb, or after its `by`; `our teams` are the publisher's."""
    norms = marks.tokens.norms
    by = next(
        (t for t in range(verb.last, min(verb.last + 6, sentence.last)) if norms[t] in lexicon.list("position_by")), 0
    )
    if norms[verb.last - 1] in lexicon.list("position_by"):
        by = verb.last - 1
    if by:
        start, end = subjects.after(by + 1, sentence.last)
    else:
        subject = subjects.before(verb.first, sentence.first)
        if subject is None:
            return ()
        start, end = subject
    names = [
        h for h in outer(hits_in(marks, start, end, _NAMES)) if h.category != "outlet" and named(marks, h, lexicon)
    ]
    ours = publisher if publisher and not lexicon.list("evidence_ours").isdisjoint(norms[start:end]) else None
    if ours:
        joined = [t for t in range(start, end) if norms[t] in lexicon.list("say_and")]
        known = [h.value for h in names] or [w for t in joined[:1] if (w := _named(marks, t + 1, end, lexicon))]
        return tuple(dict.fromkeys((ours, *known)))
    if names:
        return tuple(dict.fromkeys(h.value for h in names))
    said = subjects.read(start, end) if start < end else None
    return (said.speaker.name,) if said and said.speaker else ()


def _named(marks: Marks, first: int, last: int, lexicon: Lexicon) -> str:
    """The words of a name that no list knows, without its article; empty where they are none."""
    first += marks.tokens.norms[first] in lexicon.list("say_article")
    name = marks.tokens.words[first:last]
    return words(marks, first, last) if name and all(w[:1].isupper() for w in name) else ""
