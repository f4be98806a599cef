"""Who says what: for each passage of a report, its speaker, stance, and the day the speaker spoke."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from harmledger.model.codes import Stance
from harmledger.model.report import Report
from harmledger.model.source import Link, Speaker
from harmledger.read.anchors import SPEAKERS, Anchor, Anchors
from harmledger.read.leads import lead
from harmledger.read.sight import hits_in, sentence_at, sentences_with
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks

_CUES = frozenset(["say", "according"])
_TOLL = frozenset(["toll"])
_HEDGE, _UNTRUE = frozenset(["hedge"]), frozenset(["untrue"])
_CLOSED_BY = {"[": "]", "(": ")"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """`speaker` None: nobody in the text. `as_of_days` is the index in the marks' days of when the speaker spoke;
    `cue` the tokens that say who speaks.
    """

    speaker: Speaker | None = None
    stance: Stance = Stance.ASSERTS
    as_of_days: int | None = None
    cue: tuple[int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class _Segment:
    first: int
    last: int
    attribution: Attribution


class Attributions:
    """Who says each passage of one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon, segments: list[_Segment]) -> None:
        self._marks, self._lexicon = marks, lexicon
        self._segments = sorted(segments, key=lambda s: (s.first, -s.last))
        self._starts = [s.first for s in self._segments]
        self._longest = max((s.last - s.first for s in segments), default=0)

    def of(self, first: int, last: int) -> Attribution:
        """Who says tokens `first` to `last`: the closest segment around them, its stance changed by a hedge on them."""
        found = self._around(first, last) or Attribution()
        stance = Stance.DENIES if self._untrue(first, last) else self._hedged(first, last)
        if stance is None or found.stance is Stance.DENIES:
            return found
        return replace(found, stance=stance)

    def _around(self, first: int, last: int) -> Attribution | None:
        best: _Segment | None = None
        at = bisect_right(self._starts, first) - 1
        while at >= 0 and first - self._segments[at].first <= self._longest:
            segment = self._segments[at]
            if segment.last > first and (best is None or segment.last - segment.first < best.last - best.first):
                best = segment
            at -= 1
        if best is None and last - first > 1:
            inside = bisect_right(self._starts, first)
            if inside < len(self._segments) and self._segments[inside].first <= first + (last - first) // 2:
                best = self._segments[inside]
        return best.attribution if best else None

    def _untrue(self, first: int, last: int) -> bool:
        """`Reports that five were killed are false`: led in as told, and called untrue behind it?"""
        if not self._marks.sentences:
            return False
        sentence = self._marks.sentences[sentence_at(self._marks, first)]
        hits = hits_in(self._marks, sentence.first, sentence.last, _UNTRUE)
        return any(h.value == "told" and h.last <= first for h in hits) and any(
            h.value == "called" and h.first >= last for h in hits
        )

    def _hedged(self, first: int, last: int) -> Stance | None:
        """A hedge within the words, or before them in their clause, covers them; one after them does not."""
        sentence = self._marks.sentences[sentence_at(self._marks, first)] if self._marks.sentences else None
        if sentence is None:
            return None
        hits = hits_in(self._marks, sentence.first, min(last + 2, sentence.last), _HEDGE)
        if not hits:
            return None
        norms = self._marks.tokens.norms
        clause = first
        breaks, by = self._lexicon.list("say_hedge_end"), self._lexicon.list("say_passive_by")
        while clause > sentence.first and norms[clause - 1] not in breaks:
            clause -= 1
        found: Stance | None = None
        for hit in hits:
            if clause <= hit.first < last and not (hit.last < len(norms) and norms[hit.last] in by):
                stance = Stance(hit.value)
                found = Stance.EXPECTS if Stance.EXPECTS in (found, stance) else stance
        return found


def attributions(marks: Marks, report: Report, lexicon: Lexicon) -> Attributions:
    """Who says each passage: `X said`, `according to X`, posts, chains of agencies, quotations and pronouns.

    Args:
        marks: the report's marks; only sentences with a verb of saying are looked into.
        report: whose text they are.
        lexicon: terms say, according, hedge, pronoun, speaker, source and the lists `say_*`.
    """
    del report
    reader = Anchors(marks, lexicon)
    segments: list[_Segment] = []
    by_sentence: dict[int, list[Anchor]] = {}
    last: Speaker | None = None
    puts = _puts(marks, lexicon)
    for index, sentence, found in sentences_with(marks, _CUES | SPEAKERS | _TOLL):
        hits = [h for h in found if h.category not in _TOLL]
        if not hits and index not in puts:
            continue
        opening = lead(marks, sentence, hits, reader.subjects)
        cues = sorted([h for h in hits if h.category in _CUES] + puts.get(index, []), key=lambda h: h.first)
        anchors, last = reader.of(sentence, cues, last)
        if opening is not None:
            anchors = [opening, *(a for a in anchors if a.first >= opening.last)]
            last = anchors[-1].speaker
        if anchors:
            by_sentence[index] = anchors
            segments += _spread(anchors, sentence.first, sentence.last, marks.tokens.norms)
    segments += _quoted(marks, by_sentence)
    if reader.agency:
        segments = [_through(s, reader.agency) for s in segments]
    return Attributions(marks, lexicon, segments)


def _puts(marks: Marks, lexicon: Lexicon) -> dict[int, list[Hit]]:
    """By sentence, the verbs of saying of a toll alone: `residents put the death toll at 15`."""
    verbs, articles = lexicon.list("say_put"), lexicon.list("say_article")
    found: dict[int, list[Hit]] = {}
    norms = marks.tokens.norms
    for toll in (h for h in marks.hits if verbs and h.category in _TOLL):
        at = toll.first - (toll.first > 0 and norms[toll.first - 1] in articles)
        verb = toll.first if norms[toll.first] in verbs else at - 1
        if verb >= 0 and norms[verb] in verbs:
            hit = Hit(verb, verb + 1, "say", Stance.ASSERTS.value)
            found.setdefault(sentence_at(marks, verb), []).append(hit)
    return found


def _spread(anchors: list[Anchor], first: int, last: int, norms: list[str]) -> list[_Segment]:
    """What each anchor of a sentence covers: what follows a leading one, what precedes a closing one and its tail."""
    found: list[_Segment] = []
    floor = first
    for n, anchor in enumerate(anchors):
        end = anchors[n + 1].first if n + 1 < len(anchors) and not anchors[n + 1].closing else last
        attribution = _attribution(anchor)
        if anchor.closing:
            if anchor.first > floor:
                found.append(_Segment(floor, anchor.first, attribution))
            if end > anchor.last:
                found.append(_Segment(anchor.last, end, attribution))
            floor = anchor.last
        else:
            stop = last
            if n + 1 < len(anchors):
                stop = anchors[n + 1].first
                floor = anchor.last
            if anchor.first > first and norms[anchor.first - 1] in _CLOSED_BY:
                close = _CLOSED_BY[norms[anchor.first - 1]]
                stop = next((t for t in range(anchor.last, stop) if norms[t] == close), stop)
            if stop > anchor.last:
                found.append(_Segment(anchor.last, stop, attribution))
    return found


def _attribution(anchor: Anchor) -> Attribution:
    return Attribution(anchor.speaker, anchor.stance, anchor.day, (anchor.first, anchor.last))


def _quoted(marks: Marks, by_sentence: dict[int, list[Anchor]]) -> list[_Segment]:
    """A quotation is said by the anchor that leads it in or closes it, else by who was quoted just before."""
    found: list[_Segment] = []
    carried: tuple[int, Anchor] | None = None
    for quotation in marks.quotations:
        start, end = sentence_at(marks, quotation.first), sentence_at(marks, quotation.last - 1)
        anchor = _leads(by_sentence, start, end, quotation.first, quotation.last)
        paragraph = marks.sentences[start].paragraph if marks.sentences else 0
        if anchor is None and carried and paragraph - carried[0] <= 1 and start not in by_sentence:
            anchor = carried[1]
        if anchor:
            found.append(_Segment(quotation.first, quotation.last, _attribution(anchor)))
            carried = (marks.sentences[end].paragraph, anchor)
    return found


def _leads(by_sentence: dict[int, list[Anchor]], start: int, end: int, first: int, last: int) -> Anchor | None:
    best: Anchor | None = None
    gap = 0
    for index in range(start, end + 2):
        for anchor in by_sentence.get(index, ()):
            if anchor.last <= first:
                distance = first - anchor.last if not anchor.closing else (first - anchor.last) + 1
            elif anchor.first >= last and (anchor.closing or index > end):
                distance = anchor.first - last
                if index > end and distance > 2:
                    continue
            else:
                continue
            if best is None or distance < gap:
                best, gap = anchor, distance
    return best


def _through(segment: _Segment, agency: Link) -> _Segment:
    """The report came by an agency: the last link of each chain that does not have it."""
    said = segment.attribution
    if said.speaker is None or said.speaker.name == agency.name or agency.name in {v.name for v in said.speaker.via}:
        return segment
    speaker = Speaker(said.speaker.name, (*said.speaker.via, agency))
    return _Segment(segment.first, segment.last, replace(said, speaker=speaker))
