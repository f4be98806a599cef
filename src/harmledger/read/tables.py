"""Tables and lists of a report to accounts: each row one of its own, the row of totals a tally."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from harmledger.model.account import Account
from harmledger.model.claim import Claim, Group
from harmledger.model.codes import IssueCode, Outcome, Scope, Stance
from harmledger.model.count import Count
from harmledger.model.issue import Issue
from harmledger.model.source import Speaker
from harmledger.model.span import Span
from harmledger.read.accounts import Maker
from harmledger.read.groups import agree, group_of
from harmledger.read.sight import hits_in, sentence_at
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Cell, Marks, Row, Sentence, Table

_NUMBER = re.compile(r"(\d{1,3}(?:[,. ]\d{3})+|\d+)\s*(\+)?(?:\s*[(\[*†‡][^|\n]*)?")
_VIOLENCE = frozenset(["means", "attack", "attacker", "strike_on"])
_CAUSE = frozenset(["other_cause"])
_MANY = frozenset(["tally"])
_WIDE = frozenset(["month", "year", "season"])
TABLE = "table"
_BEFORE, _CAPTION, _LARGEST = 4, 40, 1_000_000
_OUTCOMES = frozenset(Outcome)


class Tables:
    """Reads the tables of one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon, maker: Maker) -> None:
        self.marks, self.lexicon, self.maker = marks, lexicon, maker
        self.text = marks.tokens.text
        self.blank = lexicon.list("table_blank")
        self.issues: list[Issue] = []

    def accounts(self, table: Table) -> list[Account]:
        """An account for each row that gives a figure.

        None, and an Issue, where a row does not fit its head, where the numbers are no numbers, or where the harm is
        of another cause than violence: wrong figures are worse than none.
        """
        first = self.sentence(table.start)
        caption = self.caption(first)
        if not self.is_violence(table, first):
            return []
        self.heads(table)
        if table.lost:
            return []
        broken = next((r for r in table.rows if r.broken), None)
        if broken is not None:
            self.refuse(broken, "a row that does not fit the table's head: the table is not read")
            return []
        many = self.is_many(caption)
        return [a for row in table.rows if (a := self.row(row, caption, many)) is not None]

    def heads(self, table: Table) -> None:
        """Notes the heads that are not understood, for which a column or the whole table is not read."""
        what = "table" if table.lost else "column"
        message = (
            f"a head that is not known: the {what} is not read; mend its spelling, or name it in the lexicon's words"
        )
        for head in table.unread:
            span = Span.of(self.text, head.start, head.end)
            self.issues.append(Issue(IssueCode.COUNT_UNREADABLE, span.quote, span, message))

    def sentence(self, offset: int) -> int:
        """The sentence that holds an offset."""
        return sentence_at(self.marks, bisect_left(self.marks.tokens.starts, offset))

    def caption(self, first: int) -> Sentence | None:
        """The sentence right before a table, where it is short enough to be its caption."""
        before = self.marks.sentences[first - 1] if first else None
        return before if before and before.last - before.first <= _CAPTION else None

    def is_violence(self, table: Table, first: int) -> bool:
        """Do the words about a table, or its head, tell of violence, and of no other cause?"""
        sentences = self.marks.sentences
        low = sentences[max(0, first - _BEFORE)].first
        high = sentences[self.sentence(table.rows[-1].start)].last
        causes = hits_in(self.marks, low, high, _CAUSE)
        title = sentences[0]
        words = hits_in(self.marks, low, high, _VIOLENCE) + hits_in(self.marks, title.first, title.last, _VIOLENCE)
        if causes and not words and not table.lost:
            hit = causes[0]
            span = self.maker.span(hit.first, hit.last)
            message = "a table of harm of another cause than violence: not read as claims"
            self.issues.append(Issue(IssueCode.OTHER_CAUSE, span.quote, span, message))
        return bool(words) or (table.violent and not causes)

    def is_many(self, caption: Sentence | None) -> bool:
        """Does the caption speak of a stretch of time longer than a day or so?"""
        if caption is None:
            return False
        days = [d for d in self.marks.days if caption.first <= d.first < caption.last]
        return bool(hits_in(self.marks, caption.first, caption.last, _MANY)) or any(d.kind in _WIDE for d in days)

    def row(self, row: Row, caption: Sentence | None, many: bool) -> Account | None:
        """The account of a row; None where it gives no figure, or nothing that says where."""
        if row.label is None and not row.total:
            return None
        passages = [self.range(row.start, row.end)]
        if caption is not None:
            passages.append((caption.first, caption.last))
        speaker, stance = self.speaker(passages)
        claims = self.claims(row, speaker, stance)
        if not claims:
            return None
        wide = row.label is not None and row.label.role == "area"
        scope = Scope.TALLY if row.total or many or wide else Scope.INCIDENT
        return self.maker.row(scope, claims, passages)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens of a range of the text."""
        starts = self.marks.tokens.starts
        return bisect_left(starts, start), bisect_left(starts, end)

    def speaker(self, passages: list[tuple[int, int]]) -> tuple[Speaker | None, Stance]:
        """Who says what the table says: whoever says its caption."""
        first, last = passages[-1]
        said = self.maker.said.of(max(first, last - 2), last)
        return said.speaker, said.stance

    def claims(self, row: Row, speaker: Speaker | None, stance: Stance) -> tuple[Claim, ...]:
        """A claim for each cell that counts people; those of a group are counted in those of all."""
        found: list[Claim] = []
        # Those of a group may be counted in those of all, so these come first.
        for cell in sorted(row.cells, key=lambda c: " " in c.role):
            outcome, _, features = cell.role.partition(" ")
            if outcome not in _OUTCOMES:
                continue
            count = self.count(cell)
            if count is None:
                continue
            span = Span.of(self.text, cell.start, cell.end)
            own = self.maker.own_id(cell.start, cell.end, outcome)
            group = group_of(features.split())
            whole = next(
                (c for c in found if c.outcome == outcome and c.subset_of is None and _holds(c, group, count)), None
            )
            part = whole.id if whole is not None else None
            found.append(Claim(own, Outcome(outcome), count, span, group, part, speaker, stance, pattern=TABLE))
        return tuple(sorted(found, key=lambda c: c.span.start))

    def count(self, cell: Cell) -> Count | None:
        """The number in a cell; None where it is blank, and with an Issue where it holds something else."""
        words = self.text[cell.start : cell.end]
        if words.lower() in self.blank:
            return None
        number = _NUMBER.fullmatch(words)
        if number is not None:
            n = int(re.sub(r"\D", "", number[1]))
            if n <= _LARGEST:
                return Count.at_least(n, words) if number[2] else Count.exact(n, words)
        first, last = self.range(cell.start, cell.end)
        for quantity in self.marks.quantities:
            if (quantity.first, quantity.last) == (first, last):
                return quantity.count
        message = "no number of people: the cell is not read"
        self.issues.append(Issue(IssueCode.COUNT_UNREADABLE, words, Span.of(self.text, cell.start, cell.end), message))
        return None

    def refuse(self, row: Row, message: str) -> None:
        """Notes a row that cannot be read."""
        span = Span.of(self.text, row.start, row.end)
        self.issues.append(Issue(IssueCode.COUNT_UNREADABLE, " ".join(span.quote.split()), span, message))


def _holds(whole: Claim, group: Group, count: Count) -> bool:
    """May the people of a group be among those of another claim of the row?"""
    return whole.group != group and agree(whole.group, group) and whole.count.figure >= count.figure


def taken(marks: Marks) -> Iterator[tuple[int, Row | None]]:
    """The sentences that are heads or rows, each with its row where it is a line of a list."""
    starts = marks.tokens.starts
    for table in marks.tables:
        if not table.listed:
            yield sentence_at(marks, bisect_left(starts, table.start)), None
        for row in table.rows:
            yield sentence_at(marks, bisect_left(starts, row.start)), row if table.listed else None
