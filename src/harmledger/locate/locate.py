"""Readings placed: day phrases to When, place candidates to Places, in accounts and agreements."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from harmledger.locate.assign_days import when
from harmledger.locate.assign_places import Ground
from harmledger.locate.days import reported_day
from harmledger.locate.days import resolve as resolve_day
from harmledger.locate.places import Mention, resolve
from harmledger.locate.sentences import sentence_of
from harmledger.locate.spot import Gazetteer
from harmledger.model.account import Account, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.claim import Claim
from harmledger.model.codes import LinkRole, Outcome, PlacePrecision, Scope, TimePrecision
from harmledger.model.issue import Issue
from harmledger.model.place import Place
from harmledger.model.report import Report
from harmledger.model.span import Span
from harmledger.model.when import When
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Marks
from harmledger.text.normal import norm


def locate(
    reading: Reading,
    marks: Marks,
    report: Report,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    spoken: Mapping[str, DayPhrase | None] | None = None,
) -> Reading:
    """The reading with When and Places in its accounts and agreements, and an Issue for each that could not be read."""
    if not reading.accounts and not reading.agreements:
        return reading
    mentions, issues = resolve(marks, report, gazetteer, lexicon)
    metonyms = frozenset(norm(w) for words in lexicon.terms.get("metonym", {}).values() for w in words)
    placer = _Placer(marks, report, mentions, spoken or {}, metonyms)
    placer.told_in.update(s for a in reading.accounts for s in a.told_in)
    placer.harm = [s for a in reading.accounts for s in _told(a)]
    placer.sentences.update(sentence_of(marks, s.start) for s in placer.told_in)
    accounts = tuple(placer.account(a) for a in reading.accounts)
    agreements = tuple(placer.agreement(a) for a in reading.agreements)
    met = dict.fromkeys((*reading.issues, *issues, *placer.issues))
    return replace(reading, accounts=accounts, agreements=agreements, issues=tuple(met))


T = TypeVar("T")
_HARM = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES))
_BEHIND = 6  # characters: ` in `, ` near `
_WIDE = frozenset((PlacePrecision.REGION, PlacePrecision.COUNTRY, PlacePrecision.INTERNATIONAL))


class _Placer:
    def __init__(
        self,
        marks: Marks,
        report: Report,
        mentions: Sequence[Mention],
        spoken: Mapping[str, DayPhrase | None],
        metonyms: frozenset[str],
    ) -> None:
        self.marks, self.report, self.mentions, self.spoken = marks, report, mentions, spoken
        self.issues: list[Issue] = []
        self.harm: list[Span] = []
        self.told_in: Counter[Span] = Counter()
        self.sentences: set[int] = set()
        self.metonyms = metonyms
        bodies = {t for h in marks.hits if h.category == "source" for t in range(h.first, h.last)}
        placing = [m for m in mentions if m.role != "body" and m.candidate.first not in bodies]
        self.ground = Ground(placing, marks)
        # The place of a table's row is the row's alone.
        self.rows = [(r.start, r.end) for t in marks.tables for r in t.rows]
        outside = [m for m in placing if not self.row_of(m.candidate.start)]
        self.outside = Ground(outside, marks) if len(outside) < len(placing) else self.ground
        # A people, a capital that speaks, and a party's own country are where nothing finer is told.
        self.mute: set[Span | None] = set()
        self.sent = {m.place.span for m in placing if m.role == "dateline"}
        self.countries: dict[Span | None, set[str]] = defaultdict(set)
        for m in placing:
            if m.role == "demonym" or (m.role != "site" and norm(m.place.words) in metonyms):
                self.mute.add(m.place.span)
            if m.place.precision is PlacePrecision.COUNTRY:
                self.countries[m.place.span].add(m.place.name)
        self.day = reported_day(marks, report.published)
        self.published = report.published or (self.day.isoformat() if self.day else None)

    def account(self, account: Account) -> Account:
        """The account placed; its passages are tried as a whole, its claims' words are what the day must date."""
        anchors = _harm(account.claims) or list(account.told_in)
        marks = self.without_posts(account)
        harm = _told(account)
        found, issues = when(
            marks, account.told_in, self.day, account.background, anchors=harm or anchors,
            tally=account.scope is Scope.TALLY, others=[s for s in self.harm if s not in harm],
        )  # fmt: skip
        self.issues += issues
        if account.scope is Scope.TALLY and found is None and self.published:
            found = When(None, self.published[:10], TimePrecision.LONGER)  # a total as of the report
        same_day = marks is not self.marks and account.scope is not Scope.TALLY
        posted = found.end if found is not None and same_day else None
        places = self.where(account, [*_led_in(account, anchors), *anchors])
        return replace(account, when=found, where=places, claims=tuple(self.claim(c, posted) for c in account.claims))

    def where(self, account: Account, anchors: Sequence[Span]) -> tuple[Place, ...]:
        """The places of an account.

        A capital that speaks is none, nor a party's own country, a people's or a dateline's where another place is
        told; the place in a body's name (`Syria Civil Defence`) never is, nor the country in the words for who did it
        (`Israeli fire killed five people`).
        """
        row = next((r for a in anchors if (r := self.row_of(a.start)) is not None), None)
        mine = [p for p in self.ground.where(anchors) if p.span and self.row_of(p.span.start) == row] if row else []
        found = tuple(mine) or self.outside.where(
            anchors, self.sentences - {sentence_of(self.marks, s.start) for s in (*account.told_in, *anchors)}
        )
        found = tuple(p for p in found if p.span not in self.sent) or found
        parties = {p.party for p in account.by}
        kept = tuple(p for p in found if p.span not in self.mute and parties.isdisjoint(self.countries.get(p.span, ())))
        kept = kept if any(p.precision not in _WIDE for p in kept) else _not_of(account, found)
        return self.own(account, anchors, kept)

    def row_of(self, offset: int) -> tuple[int, int] | None:
        """The range of the table's row that holds an offset."""
        at = bisect_right(self.rows, offset, key=lambda r: r[0]) - 1
        return self.rows[at] if at >= 0 and offset < self.rows[at][1] else None

    def own(self, account: Account, anchors: Sequence[Span], found: tuple[Place, ...]) -> tuple[Place, ...]:
        """Of accounts that share a sentence (`ten in A and six in B`), each has the place right behind its figure."""
        shared = [s for s in account.told_in if self.told_in[s] > 1]
        behind = {p.span for p in found if p.span and any(0 < p.span.start - a.end <= _BEHIND for a in anchors)}
        if not shared or not behind:
            return found
        mine = [p for p in found if p.span in behind]
        wide = [p for p in found if p.span not in behind and not any(p.span and p.span.overlaps(s) for s in shared)]
        return (*mine, *wide)

    def without_posts(self, account: Account) -> Marks:
        """The marks without the `today` of quoted posts, which is the posts' day and not the report's."""
        posts = sorted(c.span.start for c in account.claims if _is_post(c))
        if not posts:
            return self.marks
        starts, ends = self.marks.tokens.starts, self.marks.tokens.ends
        quoted = [
            q for q in self.marks.quotations
            if bisect_left(posts, starts[q.first]) < bisect_left(posts, ends[q.last - 1])
        ]  # fmt: skip
        theirs = {
            d for d in self.marks.days
            if d.kind in ("relative", "today_part") and any(q.first <= d.first < q.last for q in quoted)
        }  # fmt: skip
        if not theirs:
            return self.marks
        return replace(self.marks, days=tuple(d for d in self.marks.days if d not in theirs))

    def claim(self, claim: Claim, posted: str | None) -> Claim:
        """The claim with its voice's time: a post's its happening's, a day said with the saying, or the report's."""
        if posted is not None and _is_post(claim):
            return replace(claim, as_of=posted)
        if claim.id in self.spoken and self.spoken[claim.id] is None:
            # Said before, no more is told: the report's day without its hour stands before any later word.
            return replace(claim, as_of=self.published[:10] if self.published else None)
        phrase = self.spoken.get(claim.id)
        if phrase is not None:
            said, _ = resolve_day(phrase, self.day)
            if said is not None and said.end is not None:
                return replace(claim, as_of=said.end)
        return replace(claim, as_of=self.published)

    def agreement(self, agreement: Agreement) -> Agreement:
        """The agreement with the day it took effect and where it holds, from the words in and about its span."""
        span = agreement.span
        if span is None:
            return agreement
        effective = agreement.effective
        for phrase in self.within(span):
            found, issues = resolve_day(phrase, self.day)
            self.issues += issues
            if found is not None:
                effective = found
                break
        places = tuple(
            m.place
            for m in _starting(self.mentions, span.start, span.end, lambda m: m.candidate.start)
            if m.role in ("site", "mention")
            and norm(m.place.words) not in self.metonyms
            and not {m.place.name, m.place.words} & {*agreement.parties, *agreement.brokers}
        )
        return replace(agreement, effective=effective, where=places)

    def within(self, span: Span) -> list[DayPhrase]:
        """The day phrases of a passage; where it has none, those that follow in its sentence, of saying apart."""
        inside = self.days(span.start, span.end)
        if inside:
            return inside
        ends, starts = self.marks.tokens.ends, self.marks.tokens.starts
        at = bisect_right(self.marks.sentences, span.start, key=lambda s: starts[s.first]) - 1
        return self.days(span.end, ends[self.marks.sentences[at].last - 1]) if at >= 0 else []

    def days(self, start: int, end: int) -> list[DayPhrase]:
        """The day phrases that begin in a range of the text, of saying apart."""
        found = _starting(self.marks.days, start, end, lambda d: d.start)
        return [d for d in found if dict(d.args).get("role") != "speech"]


def _told(account: Account) -> list[Span]:
    """The words of an account's figures of harm."""
    return [c.span for c in account.claims if c.subset_of is None and c.outcome in _HARM]


def _harm(claims: Sequence[Claim]) -> list[Span]:
    """The words that tell of the harm itself: of who was hurt and died later, those of the hurt [METHOD, Traps]."""
    outcomes = {c.id: c.outcome for c in claims}
    before = [c for c in claims if c.subset_of and outcomes.get(c.subset_of, c.outcome) is not c.outcome]
    after = {c.subset_of for c in before}
    return [c.span for c in claims if (c.subset_of is None and c.id not in after) or c in before]


def _not_of(account: Account, found: Sequence[Place]) -> tuple[Place, ...]:
    """The places that are not told in the words for who did it."""
    return tuple(p for p in found if not any(b.span and p.span and b.span.overlaps(p.span) for b in account.by))


def _led_in(account: Account, anchors: Sequence[Span]) -> list[Span]:
    """The passages before the words of harm that tell of the attack itself: `Jets hit a school in Ariha. Nine died.`"""
    first = min((s.start for s in anchors), default=0)
    news = account.scope is not Scope.TALLY and not account.background
    return [s for s in account.told_in if news and s.end <= first]


def _is_post(claim: Claim) -> bool:
    return claim.speaker is not None and any(link.role is LinkRole.POST for link in claim.speaker.via)


def _starting(ordered: Sequence[T], start: int, end: int, key: Callable[[T], int]) -> Sequence[T]:
    """Those of a sequence, in the order of the text, that begin in a range of it."""
    return ordered[bisect_left(ordered, start, key=key) : bisect_left(ordered, end, key=key)]
