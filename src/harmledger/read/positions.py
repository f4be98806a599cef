"""Positions: what a party says without a figure. Denies, accuses, acknowledges, justifies, warns, urges."""

import itertools

from harmledger.model.account import Position
from harmledger.model.codes import PositionStance
from harmledger.model.report import Report
from harmledger.read.naming import parties_in
from harmledger.read.sight import hits_in, sentences_with, span
from harmledger.read.speakers import Attributions, attributions
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence

_PREFIX = "position_"
_CUES = frozenset(_PREFIX + s.value for s in PositionStance)
_SAY = frozenset(["say"])
_NOUNS = frozenset(["speaker", "homeforce"])
_PRONOUN = frozenset(["pronoun"])
_BACK_TO = 5  # tokens of the longest phrase that sends back
_REACH = 14
_BACK = 2


class _Reader:
    def __init__(self, marks: Marks, report: Report, lexicon: Lexicon, said: Attributions | None) -> None:
        self.marks, self.report, self.lexicon, self._said = marks, report, lexicon, said
        self.index = 0
        self.groups = lexicon.list("position_group")
        self.norms = marks.tokens.norms
        name = lexicon.list
        self.aux, self.passive, self.they = name("position_aux"), name("position_passive"), name("position_they")
        self.who, self.stop, self.by = name("position_who"), name("position_stop"), name("position_by")
        self.active = tuple(name("position_active_endings"))
        self.joint = name("party_joint")
        self.not_title = name("position_not_title")
        self.comma = name("position_comma")

    def read(self, hit: Hit, sentence: Sentence, last: str | None, index: int) -> Position | None:
        self.index = index
        stance = PositionStance(hit.category.removeprefix(_PREFIX))
        if stance is PositionStance.JUSTIFIES:
            return self._justifies(hit, sentence)
        if stance is PositionStance.DENIES and self._of_things(hit, sentence):
            return None
        subject = self._subject(hit, sentence, last)
        if subject is None:
            return None
        party, first = subject
        end = self._end(hit, sentence)
        accused: tuple[str, ...] = ()
        if stance is PositionStance.ACCUSES:
            accused = self._accused(hit, first, end, sentence, party)
            if not accused:
                return None
        return Position(party, stance, span(self.marks, first, end), accused)

    def _of_things(self, hit: Hit, sentence: Sentence) -> bool:
        return hit.last < sentence.last and self.norms[hit.last] in self.lexicon.list("position_deny_not")

    def _subject(self, hit: Hit, sentence: Sentence, last: str | None) -> tuple[str, int] | None:
        """The party right before the verb (auxiliaries and `, which is now` between), or whom its pronoun means."""
        at = hit.first
        while at > sentence.first and self.norms[at - 1] in self.aux:
            at -= 1
        if any(w in self.passive for w in self.norms[at : hit.first]) and not self._active(hit):
            return None
        if at > sentence.first and self.norms[at - 1] in self.they:
            first = at - 1
            if first > sentence.first and self.norms[first - 1] in self.who:
                first -= 1
            before = [p for h, p in parties_in(self.marks, sentence.first, first, self.lexicon, places=True)]
            party = self._speaker(sentence, first) or (before[0] if before else last or self._spoke())
            return (party, first) if party else None
        back = [h for h in hits_in(self.marks, max(sentence.first, at - _BACK_TO), at, _PRONOUN) if h.last == at]
        if back and (party := self._spoke()):
            return party, back[0].first
        near = parties_in(self.marks, max(sentence.first, at - 8), at, self.lexicon)
        for named, party in reversed(near):
            between = self.norms[named.last : at]
            if not between or self._titles(named.last, at):
                first = named.first
                return party, first
        return None

    def _spoke(self) -> str | None:
        """Who spoke in the sentence before, to whom `it` and `the spokesman` send back."""
        if not self.index:
            return None
        before = self.marks.sentences[self.index - 1]
        if not hits_in(self.marks, before.first, before.last, _SAY):
            return None
        for at in (
            before.last - 2,
            (before.first + before.last) // 2,
            before.first,
        ):  # what was said stands before or behind the words that say so
            speaker = self.said().of(max(before.first, at), max(before.first, at) + 1).speaker
            if speaker is not None:
                return speaker.name
        return None

    def said(self) -> Attributions:
        """Who says what in the report; worked out once."""
        if self._said is None:
            self._said = attributions(self.marks, self.report, self.lexicon)
        return self._said

    def _active(self, hit: Hit) -> bool:
        return self.norms[hit.first].endswith(self.active)

    def _titles(self, first: int, last: int) -> bool:
        """Is all that stands between a party and its verb its own people (`Israel's army`, `the UN envoy`)?"""
        if any(w in self.not_title for w in self.norms[first:last]):
            return False
        nouns = hits_in(self.marks, first, last, _NOUNS)
        named_after = all(
            self.marks.tokens.words[t][0].isupper() or self.norms[t] in ("'s", "’s") for t in range(first, last)
        )
        return bool(nouns) or (named_after and not self.marks.capitals and last - first <= 4)

    def _speaker(self, sentence: Sentence, before: int) -> str | None:
        """The party that speaks at the head of the sentence (`Moscow says ... who they have accused`)."""
        for say in hits_in(self.marks, sentence.first, before, _SAY):
            found = parties_in(self.marks, sentence.first, say.first, self.lexicon)
            if found:
                return found[-1][1]
        return None

    def _end(self, hit: Hit, sentence: Sentence) -> int:
        """To the end of the clause: a dash or the sentence's end; commas end it after the object."""
        at = hit.last
        while at < sentence.last and self.norms[at] not in self.stop and self.norms[at] not in (".", '"', "”"):
            if (
                self.norms[at] == ","
                and at - hit.last > 2
                and at + 1 < sentence.last
                and self.norms[at + 1] in self.comma
            ):
                break
            at += 1
        return max(at, hit.last)

    def _accused(self, hit: Hit, first: int, end: int, sentence: Sentence, party: str) -> tuple[str, ...]:
        """Whom: named after the verb, or before a `who they have accused`."""
        if self.norms[first] in self.who:
            before = [p for _, p in parties_in(self.marks, sentence.first, first, self.lexicon, places=True)]
            return (before[-1],) if before and before[-1] != party else ()
        after = parties_in(self.marks, hit.last, min(end, hit.last + _REACH), self.lexicon)
        close = [(h, p) for h, p in after if p != party]
        if not close or close[0][0].first - hit.last > 5:
            return self._group(hit, sentence, party)
        found = [close[0][1]]
        for (one, _), (two, name) in itertools.pairwise(close):
            if not all(w in self.joint for w in self.norms[one.last : two.first]):
                break
            found.append(name)
        return tuple(dict.fromkeys(found))

    def _group(self, hit: Hit, sentence: Sentence, party: str) -> tuple[str, ...]:
        """`accused the group`: the armed party named last before."""
        at = hit.last + 1
        if at >= sentence.last or self.norms[at] not in self.groups:
            return ()
        low = self.marks.sentences[max(0, self.index - _BACK)].first
        before = [p for h, p in parties_in(self.marks, low, sentence.first, self.lexicon) if h.category == "party"]
        return next(((p,) for p in reversed(before) if p != party), ())

    def _justifies(self, hit: Hit, sentence: Sentence) -> Position | None:
        """A party says why: its name, a verb of saying, then the reason."""
        for say in hits_in(self.marks, sentence.first, sentence.last, _SAY):
            found = parties_in(self.marks, max(sentence.first, say.first - 8), say.first, self.lexicon)
            for named, party in reversed(found):
                if not self._joined(named, say):
                    continue
                if named.first > hit.last:  # the reason comes first: `... fending off attacks, Moscow said`
                    return Position(party, PositionStance.JUSTIFIES, span(self.marks, hit.first, say.last))
                end = self._end(hit, sentence)
                return Position(party, PositionStance.JUSTIFIES, span(self.marks, named.first, end))
        return None

    def _joined(self, named: Hit, say: Hit) -> bool:
        between = self.norms[named.last : say.first]
        kind = self.lexicon.terms.get("source", {})
        if named.category == "source" and named.value in kind:
            return False
        return not between or self._titles(named.last, say.first)


def positions(marks: Marks, report: Report, lexicon: Lexicon, said: Attributions | None = None) -> tuple[Position, ...]:
    """What parties say without a figure, each over the words that say it.

    The party stands right before its verb, or is whom a pronoun means: the sentence's own speaker, else the party
    named last. An accusation without an accused is none.

    Args:
        marks: the report's marks.
        report: whose text they are.
        lexicon: terms `position_*`, party, source, metonym, country, nation.
        said: who says each passage; worked out here where not given.
    """
    reader = _Reader(marks, report, lexicon, said)
    found: list[Position] = []
    last: tuple[int, str] | None = None
    for index, sentence, hits in sentences_with(marks, _CUES):
        for hit in hits:
            position = reader.read(hit, sentence, last[1] if last and index - last[0] <= _BACK else None, index)
            if position is None:
                continue
            last = (index, position.party)
            speaker = reader.said().of(hit.first, hit.last).speaker
            if speaker and speaker.name == position.party:
                speaker = None
            found.append(Position(position.party, position.stance, position.span, position.accused, (), speaker))
    return tuple(found)
