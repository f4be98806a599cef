"""Explaining: for each claim the pattern and the lexicon's entries that made it, found again from the report's marks.

Reading itself keeps no such record, so that it costs nothing where nobody asks.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from harmledger.model.account import Account, Reading
from harmledger.model.claim import Claim
from harmledger.model.codes import Stance
from harmledger.model.explain import Entry, Explanation
from harmledger.model.report import Report
from harmledger.model.span import Span
from harmledger.read.figure import Figure
from harmledger.read.figures import Figures
from harmledger.read.items import CODES
from harmledger.read.sight import hits_in, outer, sentence_at
from harmledger.read.speakers import Attributions, attributions
from harmledger.read.tables import TABLE
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks
from harmledger.text.origins import Origin, Origins

_HARM = frozenset(CODES)
_PEOPLE = frozenset(["person", "object"])
_NUMBER = frozenset(["qualifier", "vague"])
_SPEAKER = frozenset(
    ["say", "according", "speaker", "source", "party", "country", "metonym", "post", "outlet", "pronoun"]
)
_REVISION = frozenset(["revision"])
_STANCE = frozenset(["hedge"])
_BY = frozenset(["party", "nation", "country", "metonym", "attacker", "homeforce", "force", "deed_noun"])
_DAY, _PLACE = "day_", "place_"
_ALONG = 2  # tokens beside the name of a place


def explain(report: Report, marks: Marks, reading: Reading, lexicon: Lexicon, told: Origins) -> tuple[Explanation, ...]:
    """What made each claim of a reading, in the reading's order.

    Args:
        report: whose reading it is.
        marks: the same marks that it was read from.
        reading: as read and located.
        lexicon: the language's words, as it was read with.
        told: where they stand.
    """
    if not any(a.claims for a in reading.accounts):
        return ()
    reader = _Explainer(marks, lexicon, told, attributions(marks, report, lexicon))
    return tuple(reader.of(account, claim) for account in reading.accounts for claim in account.claims)


class _Explainer:
    def __init__(self, marks: Marks, lexicon: Lexicon, told: Origins, said: Attributions) -> None:
        self.marks, self.lexicon, self.told, self.said = marks, lexicon, told, said
        self.tokens = marks.tokens
        hits: dict[int, list[Hit]] = defaultdict(list)
        for hit in marks.hits:
            hits[hit.first].append(hit)
        self.figures = Figures(marks, lexicon, hits)
        self.quantities = {q.first: q for q in marks.quantities}
        self.read: dict[int, list[Figure]] = {}

    def of(self, account: Account, claim: Claim) -> Explanation:
        """The explanation of one claim."""
        first, last = self.within(claim.span.start, claim.span.end)
        figure = self.figure(claim, first, last)
        match = figure.match if figure and figure.match else (first, last)
        people = figure.people if figure else (first, last)
        told = [
            *self.pattern(claim.pattern, match),
            *self.terms("harm", *match, _HARM),
            *self.terms("revision", *match, _REVISION),
            *self.numbers(*people),
            *self.people(*people),
        ]
        entries = [
            *(told if claim.pattern != TABLE else self.column(claim, first, last)),
            *self.speaker(claim, first, last),
            *self.day(account),
            *self.place(account),
            *self.deed(account),
        ]
        return Explanation(claim.id, self.letters(*match), tuple(dict.fromkeys(entries)))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens of a range of the text."""
        starts, ends = self.tokens.starts, self.tokens.ends
        first = bisect_right(ends, start)
        return first, max(bisect_left(starts, end), first + 1)

    def figure(self, claim: Claim, first: int, last: int) -> Figure | None:
        """The figure that became a claim, read again."""
        index = sentence_at(self.marks, first)
        if index not in self.read:
            self.read[index] = self.figures.of(index, self.marks.sentences[index])
        mine = [f for f in self.read[index] if (f.first, f.last, f.pattern) == (first, last, claim.pattern)]
        return next((f for f in mine if f.outcome == claim.outcome), mine[0] if mine else None)

    def letters(self, first: int, last: int) -> str:
        """The items of a range, a letter each."""
        sentence = self.marks.sentences[sentence_at(self.marks, first)]
        items = self.figures.coder.items(sentence)
        return "".join(i.code for i in items if i.first >= first and i.last <= last)

    def pattern(self, name: str, match: tuple[int, int]) -> Iterator[Entry]:
        """The rule, and all the words it matched."""
        origin = self.told.patterns.get(name)
        yield self.entry("pattern", *match, origin) if origin else self.entry("pattern", *match, None, name)

    def column(self, claim: Claim, first: int, last: int) -> Iterator[Entry]:
        """What the head says over a cell, and the numbers in it."""
        cells = (c for t in self.marks.tables for r in t.rows for c in r.cells)
        role = next((c.role for c in cells if c.start == claim.span.start), "")
        yield self.entry("column", first, last, self.told.columns.get(role), TABLE)
        yield from self.numbers(first, last)

    def terms(self, part: str, first: int, last: int, categories: frozenset[str]) -> Iterator[Entry]:
        """The terms of some categories in a range."""
        return (self.term(part, hit) for hit in outer(hits_in(self.marks, first, last, categories)))

    def term(self, part: str, hit: Hit) -> Entry:
        """The entry that made a hit."""
        norms = tuple(self.tokens.norms[hit.first : hit.last])
        origin = self.told.terms.get((hit.category, hit.value, norms))
        return self.entry(part, hit.first, hit.last, origin, f"terms.{hit.category}.{hit.value}")

    def entry(self, part: str, first: int, last: int, origin: Origin | None, rule: str = "") -> Entry:
        """An entry met by tokens `first` to `last`; `rule` names what is in no file."""
        span = Span.of(self.tokens.text, self.tokens.starts[first], self.tokens.ends[last - 1])
        words = " ".join(self.tokens.quote(first, last).split())
        if origin is None:
            return Entry(part, words, rule, "", None, None, span)
        return Entry(part, words, origin.table, origin.entry, origin.file, origin.line, span)

    def numbers(self, first: int, last: int) -> Iterator[Entry]:
        """The words that say how many: number words, qualifiers, vague numbers."""
        for at in range(first, last):
            quantity = self.quantities.get(at)
            if quantity is None:
                continue
            yield from self.terms("number", quantity.first, quantity.last, _NUMBER)
            for token in range(quantity.first, quantity.last):
                for word in {self.tokens.norms[token]: 0, **dict.fromkeys(self.tokens.norms[token].split("-"))}:
                    if origin := self.told.numbers.get(word):
                        yield self.entry("number", token, token + 1, origin)

    def people(self, first: int, last: int) -> Iterator[Entry]:
        """The nouns for who was counted; without one it is a name, or a noun that no list has."""
        nouns = list(self.terms("people", first, last, _PEOPLE))
        yield from nouns or [self.entry("people", first, last, None, "no noun of the lexicon")]

    def speaker(self, claim: Claim, first: int, last: int) -> Iterator[Entry]:
        """The words that say who speaks, and the hedge that makes the stance."""
        cue = self.said.of(first, last).cue
        if cue is not None and (claim.speaker is not None or claim.stance is not Stance.ASSERTS):
            yield from self.terms("speaker", *cue, _SPEAKER)
        if claim.stance is not Stance.ASSERTS:
            sentence = self.marks.sentences[sentence_at(self.marks, first)]
            for hit in hits_in(self.marks, sentence.first, min(last + _ALONG, sentence.last), _STANCE):
                if hit.value == claim.stance:
                    yield self.term("stance", hit)

    def day(self, account: Account) -> Iterator[Entry]:
        """The words of the account's day: those of the lexicon, and the rule that read them together."""
        when = account.when
        if when is None or not when.words:
            return
        told = [d for d in self.marks.days if d.words == when.words]
        near = [d for d in told if any(s.start <= d.start < s.end for s in account.told_in)]
        for day in (near or told)[:1]:
            inner = [h for h in self.marks.hits if day.first <= h.first and h.last <= day.last]
            words = outer([h for h in inner if h.category.startswith(_DAY)])
            yield self.entry("day", day.first, day.last, None, f"day rule: {day.kind}")
            yield from (self.term("day", hit) for hit in words)

    def place(self, account: Account) -> Iterator[Entry]:
        """The first place, and the words of the lexicon beside its name."""
        place = account.where[0] if account.where else None
        if place is None or place.span is None:
            return
        first, last = self.within(place.span.start, place.span.end)
        known = f"gazetteer: {place.name} ({place.place_id or place.geoname_id})"
        unknown = place.lat is None
        yield self.entry("place", first, last, None, "in no gazetteer" if unknown else known)
        beside = [h for h in self.marks.hits if h.category.startswith(_PLACE) and h.last >= first and h.first < last]
        yield from (self.term("place", h) for h in outer(beside))

    def deed(self, account: Account) -> Iterator[Entry]:
        """Who did it and with what."""
        for party in account.by:
            if party.span is not None:
                yield from self.terms("by", *self.within(party.span.start, party.span.end), _BY)
        for span in account.told_in:
            hits = hits_in(self.marks, *self.within(span.start, span.end), frozenset(["means"]))
            mine: Sequence[Hit] = [h for h in hits if h.value == account.means]
            if mine:
                yield self.term("means", mine[0])
                return
