"""Words that may name a place: runs of capitals and what is said with them. No gazetteer is asked here.

Candidates overlap on purpose: the whole run, the run without a leading direction, what follows an inner `of`. Whoever
has a gazetteer takes the longest that it knows.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harmledger.mark.place_context import Context, Said
from harmledger.mark.place_hyphens import Hyphens
from harmledger.mark.place_leads import Leads
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, PlaceCandidate, Sentence, Tokens

LONGEST = 7
LONGEST_IN_CAPITALS = 5
DATELINE_ENDS = frozenset({"--", "-", "(", "–", "—", ","})


@dataclass(frozen=True, slots=True)
class _Run:
    first: int
    last: int


def find_places(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    hits: Sequence[Hit],
    days: Sequence[DayPhrase],
    lexicon: Lexicon,
    capitals: bool,
) -> tuple[PlaceCandidate, ...]:
    """Every run of words that may name a place, in order of first token, the longest first.

    A run is capitalised words with the small words that stand inside names (`Khan al Subl`). People's names, days and
    words before `Street` or `River` are left out. In a text all in `capitals` a run is what a preposition leads in or
    a word like `DEPARTMENT` follows, and a dateline. Of a script without capitals see `place_leads`.
    """
    context = Context(tokens, hits, lexicon)
    leads = Leads(context, lexicon) if lexicon.rule("caseless") else None
    busy = {at for day in days for at in range(day.first, day.last)}
    written = [] if leads is not None or capitals else context.capitals()
    found: list[PlaceCandidate] = []
    seen: set[tuple[int, int]] = set()
    for sentence in sentences:
        runs: Iterator[_Run]
        if leads is not None:
            runs = (_Run(*run) for run in leads.runs(sentence, busy))
        else:
            runs = _capital_runs(context, sentence, busy) if capitals else _runs(context, sentence, busy, written)
        before: tuple[_Run, Said] | None = None
        for run in runs:
            behind = run.first if leads is None else leads.behind(run.first)
            said = context.said(behind, run.last, sentence.first, sentence.last)
            if before and not said.cue and context.joined(before[0].last, run.first):
                said = said.after(before[1])
            before = (run, said)
            for first, last in _readings(context, run) if leads is None else leads.beginnings(run.first, run.last):
                if (first, last) in seen:
                    continue
                seen.add((first, last))
                whole = (first, last) == (run.first, run.last)
                mine = said if whole else context.narrowed(run.first, first, last, said)
                found.append(_candidate(tokens, first, last, mine))
    if written:
        found += Hyphens(context, lexicon).candidates()
    return tuple(sorted(found, key=lambda c: (c.first, -c.last)))


def _candidate(tokens: Tokens, first: int, last: int, said: Said) -> PlaceCandidate:
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return PlaceCandidate(first, last, start, end, tokens.text[start:end], said.cue, said.noun, said.said_as)


def _runs(context: Context, sentence: Sentence, busy: set[int], written: Sequence[int]) -> Iterator[_Run]:
    """The runs of a sentence; `written`: the text's tokens with capitals."""
    end = sentence.first
    for at in written[bisect_left(written, sentence.first) : bisect_left(written, sentence.last)]:
        # A cue with a capital begins a sentence: `In Sharqat`.
        if at < end or at in busy or context.led_by(at):
            continue
        last = at + 1
        while last < sentence.last and last - at < LONGEST and last not in busy:
            if context.capital(last) or context.glued(last):
                last += 1
                continue
            if last == at + 1 and context.shortened(at) and last + 1 < sentence.last:
                last += 2
                continue
            width = context.joint(last)
            if width and last + width < sentence.last and context.capital(last + width) and last + width not in busy:
                last += width + 1
                continue
            break
        if not context.article_only(at, last) and not context.person(at, last) and not context.never(at, last):
            yield _Run(at, last)
        end = last


def _capital_runs(context: Context, sentence: Sentence, busy: set[int]) -> Iterator[_Run]:
    at, led = sentence.first, True
    while at < sentence.last:
        word = context.tokens.norms[at]
        if context.ends_run(at) or at in busy:
            led = context.leads(at) or (led and word in context.led_on)
            at += 1
            continue
        last = at + 1
        while last < sentence.last and last - at < LONGEST_IN_CAPITALS and last not in busy:
            width = 0 if not context.ends_run(last) else context.joint(last)
            if context.ends_run(last) and not width:
                break
            last += max(1, width)
        last = min(last, sentence.last)
        if led or context.kind_inside(at, last) or _dateline(context, at, last, sentence):
            yield _Run(at, last)
            led = True
        else:
            led = False
        at = last


def _dateline(context: Context, at: int, last: int, sentence: Sentence) -> bool:
    following = context.tokens.words[last] if last < sentence.last else ""
    return at == sentence.first and following in DATELINE_ENDS


def _readings(context: Context, run: _Run) -> Iterator[tuple[int, int]]:
    """The whole run; from after each inner `of`; without leading directions and articles; without a kind at its end."""
    inner = range(run.first, run.last - 1)
    starts = [run.first, *(at + 1 for at in inner if context.is_joint(at) and not context.is_joint(at + 1))]
    lead = context.past_directions(run.first, run.last)
    if lead not in starts and lead < run.last:
        starts.append(lead)
    for first in starts:
        yield first, run.last
        short = context.before_kind(first, run.last)
        if first < short < run.last:
            yield first, short
        of = next((at for at in range(first + 1, run.last) if context.is_joint(at)), run.last)
        if of < run.last:
            yield first, of
