"""Accounts: drafts turned into records, each value with its span."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from harmledger.model.account import Account, Party, Victim
from harmledger.model.claim import Claim, Group
from harmledger.model.codes import Means, Outcome, Scope, Target
from harmledger.model.count import Count
from harmledger.model.ids import account_id, claim_id
from harmledger.model.span import Span
from harmledger.read.drafts import Draft
from harmledger.read.fates import Fates, settled, told_apart
from harmledger.read.figure import Figure
from harmledger.read.parties import by, means, target
from harmledger.read.persons import Said
from harmledger.read.retold import credited, retellings, told_once
from harmledger.read.rolls import by_name
from harmledger.read.sight import hits_in
from harmledger.read.speakers import Attribution, Attributions
from harmledger.read.tolls import tolls
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Marks

_TARGETS = frozenset(Target) - {Target.UNKNOWN}
# So many sentences behind who did it may still be told, so many away what it was done with; words that say that a
# passage tells of something else.
_BEHIND, _BESIDE, _ELSE = 2, 3, frozenset({"earlier", "tally", "future", "elsewhere"})


class Maker:
    """Makes the accounts of one report. `spoken` gathers the day phrase of a claim's saying, by claim id."""

    def __init__(
        self, marks: Marks, lexicon: Lexicon, capture: str, said: Attributions, fates: Fates, harmed: frozenset[int]
    ) -> None:
        """Takes, of a report's marks, the sentences whose figures accounts are made of."""
        self.harmed = harmed
        self.marks, self.lexicon, self.capture, self.said, self.fates = marks, lexicon, capture, said, fates
        self.spoken: dict[str, DayPhrase | None] = {}
        self.said_before = [h.first for h in marks.hits if h.category == "said_before"]
        self.used: dict[int, int] = {}
        self.ids: set[str] = set()
        self.age = re.compile(rf"\b(\d{{1,3}})[ -](?:{'|'.join(sorted(lexicon.list('age_years')))})")

    def account(self, draft: Draft, own_parts: Mapping[int, tuple[int, int]]) -> Account:
        """The record of a draft; when and where are left for the locate stage.

        `own_parts` are, of the sentences that tell of other happenings as well, the tokens that tell of this one.
        """
        all_told, fate = by_name(draft.figures), self.fates.of(draft)
        once = told_once(all_told)
        figures = settled(credited(once, (*retellings(once, all_told), *draft.roll.again)), fate)
        ids = {f: self.claim_id(f) for f, _ in figures}
        claims = tuple(self.claim(f, a, ids) for f, a in figures)
        indices = sorted(set(draft.sentences))
        sentences = [self.marks.sentences[i] for i in indices]
        first = sentences[0].first
        own = next((s for s in sentences if not s.title), sentences[0])  # a headline may be cut otherwise one day
        told = tuple(self.span(s.first, s.last) for s in sentences)
        parts = [own_parts.get(i, (s.first, s.last)) for i, s in zip(indices, sentences, strict=True)]
        return Account(
            id=self.account_id(self.span(own.first, own.last).start),
            scope=draft.scope,
            by=self.by(parts, self.owning_up(draft)),
            means=self.means(draft, parts),
            target=self.target(parts),
            toll=self.toll(settled(once, fate)),
            claims=claims,
            background=draft.background,
            speaker=self.said.of(first, first + 1).speaker if not claims else claims[0].speaker,
            told_in=told,
            victims=tuple(v for f, _ in figures if (v := self.victim(f, ids[f]))),
        )

    def toll(self, figures: Sequence[Said]) -> dict[Outcome, Count]:
        """What figures come to, those said before apart."""
        return told_apart(tolls([(replace(f, past=True) if self.is_before(f) else f, a) for f, a in figures]))

    def row(self, scope: Scope, claims: tuple[Claim, ...], parts: Sequence[tuple[int, int]]) -> Account:
        """The record of a table's row, which the first of some passages holds; what was done is told by any of them."""
        whole = {o: [c.count for c in claims if c.outcome is o and c.subset_of is None] for o in Outcome}
        told = tuple(self.span(*p) for p in parts)
        return Account(
            id=self.account_id(told[0].start),
            scope=scope,
            by=self.by(parts),
            means=means(self.marks, parts, self.lexicon),
            target=self.target(parts[:1]),
            toll={o: reduce(Count.plus, counts) for o, counts in whole.items() if counts},
            claims=claims,
            speaker=claims[0].speaker,
            told_in=told,
        )

    def means(self, draft: Draft, parts: Sequence[tuple[int, int]]) -> Means:
        """What the account's passages say; where these say nothing, its neighbours that tell of no one's harm."""
        said = means(self.marks, parts, self.lexicon)
        if said is not Means.UNKNOWN or draft.scope is not Scope.INCIDENT or draft.background:
            return said
        return next((m for p in self.beside(draft) if (m := means(self.marks, [p], self.lexicon)) is not said), said)

    def beside(self, draft: Draft) -> Iterator[tuple[int, int]]:
        """The passages beside a draft's own, the nearest first and those before it first; none of another time."""
        for apart in range(1, _BESIDE + 1):
            for index in (min(draft.sentences) - apart, max(draft.sentences) + apart):
                if index in self.harmed or not 0 <= index < len(self.marks.sentences):
                    continue
                sentence = self.marks.sentences[index]
                if not hits_in(self.marks, sentence.first, sentence.last, _ELSE):
                    yield sentence.first, sentence.last

    def target(self, parts: Sequence[tuple[int, int]]) -> Target:
        """What was hit, by the first passage that tells."""
        found = (target(self.marks, *p, self.lexicon) for p in parts)
        return next((t for t in found if t in _TARGETS), Target.UNKNOWN)

    def owning_up(self, draft: Draft) -> list[tuple[int, int]]:
        """The passages right behind a draft's own that tell of no harm, where it may be said who did it."""
        found: list[tuple[int, int]] = []
        after = max(draft.sentences) + 1
        for index in range(after, min(after + _BEHIND, len(self.marks.sentences))):
            sentence = self.marks.sentences[index]
            ends = index in self.harmed or hits_in(self.marks, sentence.first, sentence.last, _ELSE)
            if ends or draft.scope is not Scope.INCIDENT or draft.background:
                break
            found.append((sentence.first, sentence.last))
        return found

    def by(self, parts: Sequence[tuple[int, int]], behind: Sequence[tuple[int, int]] = ()) -> tuple[Party, ...]:
        """The parties of the passages, each once; those without a name only where none is named.

        Of the passages `behind` only those count that own up, deny or are blamed.
        """
        found: dict[str, Party] = {}
        for first, last in parts:
            for party in by(self.marks, first, last, self.lexicon):
                found.setdefault(party.party, party)
        for first, last in behind:
            for party in by(self.marks, first, last, self.lexicon, only_told=True):
                found.setdefault(party.party, party)
        named = [p for p in found.values() if p.party[:1].isupper() or p.party in self.lexicon.terms.get("party", {})]
        return tuple(named or found.values())

    def span(self, first: int, last: int) -> Span:
        """The span of tokens `first` to `last` (exclusive)."""
        tokens = self.marks.tokens
        return Span.of(tokens.text, tokens.starts[first], tokens.ends[last - 1])

    def account_id(self, anchor: int) -> str:
        """The id of an account that hangs on an offset, the next of those there."""
        anchor -= self.marks.above
        nth = self.used.get(anchor, 0)
        self.used[anchor] = nth + 1
        return account_id(self.capture, anchor, nth)

    def claim_id(self, figure: Figure) -> str:
        """The id of a claim, told apart from one on the same words with the same outcome."""
        tokens = self.marks.tokens
        start, end = tokens.starts[figure.people[0]], tokens.ends[figure.people[1] - 1]
        return self.own_id(start, end, figure.outcome)

    def own_id(self, start: int, end: int, outcome: str) -> str:
        """The id of a claim on a range of the text, the next one where it is taken."""
        start, end = start - self.marks.above, end - self.marks.above
        made = claim_id(self.capture, start, end, outcome)
        while made in self.ids:
            end += 1
            made = claim_id(self.capture, start, end, outcome)
        self.ids.add(made)
        return made

    def claim(self, figure: Figure, said: Attribution, ids: Mapping[Figure, str]) -> Claim:
        """The record of a figure; notes the day phrase of its saying, where one dates it."""
        own = ids[figure]
        if said.as_of_days is not None:
            self.spoken[own] = self.marks.days[said.as_of_days]
        elif figure.past or self.is_before(figure):
            self.spoken[own] = None
        return Claim(
            id=own,
            outcome=Outcome(figure.outcome),
            count=figure.count,
            span=self.span(figure.first, figure.last),
            group=figure.group,
            subset_of=ids.get(figure.parent) if figure.parent else None,
            speaker=said.speaker,
            stance=said.stance,
            pattern=figure.pattern,
        )

    def is_before(self, figure: Figure) -> bool:
        """Is it told as what its speaker had said before (`had earlier spoken of nine killed`)?"""
        first = self.marks.sentences[figure.sentence].first
        said = self.said_before[bisect_left(self.said_before, first) : bisect_left(self.said_before, figure.first)]
        return bool(said) and ";" not in self.marks.tokens.norms[said[-1] : figure.first]

    def victim(self, figure: Figure, claim: str) -> Victim | None:
        """The person a claim of one names or describes. Personal data."""
        if figure.count.best != 1:
            return None
        group: Group = figure.group
        span = self.span(*figure.people)
        age = self.age.search(span.quote)
        name = span.quote if figure.named else None
        return Victim(claim, span, name, int(age.group(1)) if age else None, group.age, group.sex, group.role)
