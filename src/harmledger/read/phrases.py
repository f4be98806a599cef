"""Phrases: where the words that name a speaker begin and end, before a verb of saying or after it."""

from harmledger.read.sight import hits_in
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks

NAMES = frozenset(["source", "party", "metonym", "country"])
NOUNS = frozenset(["speaker", "outlet", "attacker", "homeforce"])
PARTS = NAMES | NOUNS | {"pronoun", "post"}
_SAY = frozenset(["say"])
_TOLD = frozenset(["harm_participle", "harm_intransitive", "harm_event", "harm_noun", "person", "means", "attack"])
_OPEN = frozenset('"“«')  # before a name that nothing else tells from other words
_LONGEST = 22


class Phrases:
    """Finds the bounds of speakers' phrases in one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        self.marks, self.lexicon = marks, lexicon
        self.norms = marks.tokens.norms
        self.days = {d.first: d.last for d in marks.days}
        self.caseless = bool(lexicon.rule("caseless"))
        self.others = lexicon.list("say_that", "stops", "prepositions", "conjunctions")
        name = lexicon.list
        self.articles, self.no_name, self.titles = name("say_article"), name("say_no_name"), name("say_title")
        self.inner, self.clause, self.both = name("say_inner"), name("say_clause"), name("say_and")
        self.determiner, self.leading = name("say_determiner"), name("say_leading")
        self.who = name("say_who")
        self.kinds_of, self.count = name("say_source_kinds"), name("say_count")
        self.auxiliary, self.relative, self.passive = name("say_auxiliary"), name("say_relative"), name("say_passive")

    def before(self, verb: int, floor: int) -> tuple[int, int] | None:
        """The token range of the subject before a verb, not reaching below `floor`; None where there is none."""
        end = verb
        while end > floor and self.norms[end - 1] in self.auxiliary and self.norms[end - 1] not in self.passive:
            end -= 1
        if end <= floor or self.norms[end - 1] in self.passive:
            return None
        if self.norms[end - 1] in self.relative:
            end -= 1
            if end > floor and self.norms[end - 1] == ",":
                end -= 1
        start = end
        if self.norms[end - 1] == ",":
            opening = self._comma_before(end - 1, floor)
            if opening is None and (verb - floor > 12 or self.norms[end - 1 - 1] in self.passive):
                return None
            start = end - 1 if opening is None else opening
            end -= 1
        start = self._walk(start, floor)
        if start > floor + 1 and self.norms[start - 1] in self.who:  # `a source who asked not to be named`
            end = start - 1
            start = self._walk(end, floor)
        if self.days.get(start, end) < end:  # `Late on Tuesday the mayor`
            start = self.days[start]
        start = self._tidy(start, end)
        return (start, end) if start < end else None

    def after(self, at: int, limit: int, *, aside: bool = True) -> tuple[int, int]:
        """The token range of the phrase that names a speaker from `at` on, up to a comma or where it must end."""
        end = at
        reach = at
        for hit in hits_in(self.marks, at, min(limit, at + _LONGEST), PARTS):
            between = [t for t in range(reach, hit.first) if self.norms[t] not in _OPEN or not self.caseless]
            if hit.first - reach > 7 or any(map(self._stop, between)):
                break
            reach = max(reach, hit.last)
        while end < limit and end - at < _LONGEST and not self._stop(end):
            if end > at and self._counts(end):
                break
            if end >= reach and end > at and not self._nominal(end):
                break
            end += 1
        if aside and end < limit and self.norms[end] == "," and end + 1 < limit:
            more = self._appositive(end + 1, limit)
            end = more or end
        return at, end

    def aside(self, verb: int, floor: int) -> bool:
        """Does a comma stand before the verb, or before its auxiliary (French `, a déclaré`)?"""
        while verb - 1 > floor and self.norms[verb - 1] in self.auxiliary:
            verb -= 1
        return verb - 1 > floor and self.norms[verb - 1] == ","

    def _comma_before(self, comma: int, floor: int) -> int | None:
        """Where the head of `X, head of the Observatory, said` ends: the comma that opens the aside."""
        at = comma - 1
        while at > floor and comma - at < 18:
            if self.norms[at] == ",":
                return at if at > floor else None
            if self.norms[at] in (".", ";", ":", '"', "”"):
                return None
            at -= 1
        return None

    def _walk(self, start: int, floor: int) -> int:
        """Back from a verb to where its subject begins."""
        at, steps = start, 0
        while at > floor and steps < _LONGEST:
            norm = self.norms[at - 1]
            if norm in (",", ";", ":", "(", ")", "-", "--", '"', "“", "”", ".", "[", "]", "''", "?", "!"):
                if norm == "." and at - 2 >= floor and self.norms[at - 2] in self.titles:
                    at, steps = at - 2, steps + 2
                    continue
                opening = self._opening(at - 1, floor) if norm == ")" else None
                if opening is None:
                    break
                at, steps = opening, steps + 3
                continue
            if norm in self.both:
                if not self._coordinates(at - 2, floor):
                    break
            elif norm in self.clause:
                break
            at, steps = at - 1, steps + 1
        return at

    def _opening(self, at: int, floor: int) -> int | None:
        """Where a short bracket (a body's initials) opens that closes at `at`."""
        return next((t for t in range(at - 1, max(floor, at - 5), -1) if self.norms[t] == "("), None)

    def _coordinates(self, at: int, floor: int) -> bool:
        """Does the token before an `and` end a speaker too?"""
        if at < floor:
            return False
        if self.norms[at] in self.kinds_of:  # `security and family sources`
            return True
        return any(h.last == at + 1 for h in hits_in(self.marks, max(at - 6, floor), at + 1, NAMES | NOUNS))

    def _tidy(self, start: int, end: int) -> int:
        """Past a leading `On Monday`, `In Kano`, `Meanwhile` to the phrase itself."""
        if start >= end or self.norms[start] not in self.no_name or self.norms[start] in self.articles:
            return start
        if any(h.first == start for h in hits_in(self.marks, start, end, PARTS)):
            return start
        if self.norms[start] in self.determiner:
            return start
        for hit in hits_in(self.marks, start, end, PARTS):
            first = hit.first
            while first - 1 > start and (
                self.norms[first - 1] in self.articles
                or (self.norms[first - 1] not in self.no_name and not self.marks.tokens.words[first - 1][0].isupper())
            ):
                first -= 1
            return first
        return start + 1 if self.norms[start] in self.leading else start

    def _stop(self, at: int) -> bool:
        return self.norms[at] in (",", ".", ";", ":", "(", ")", '"', "“", "”", "[", "]", "--", "-", "?", "!")

    def _counts(self, at: int) -> bool:
        """Does a figure begin here, so that the name is over?"""
        norm = self.norms[at]
        return norm[0].isdigit() or norm in self.lexicon.numbers or norm in self.count

    def _nominal(self, at: int) -> bool:
        """May a token still be part of a name or title?"""
        if self.marks.capitals:
            return self.norms[at] not in self.auxiliary and self.norms[at] not in self.clause
        norm = self.norms[at]
        if self.caseless:  # adjectives may follow (`a medical source`)
            ends = norm in self.others or at in self.days or hits_in(self.marks, at, at + 1, _TOLD)
            return norm in self.inner or (norm.isalpha() and not ends)
        return (self.marks.tokens.words[at][0].isupper() and norm not in self.no_name) or norm in self.inner

    def _appositive(self, at: int, limit: int) -> int | None:
        """End of an aside after a name (`, a doctor at the clinic`); None where the comma starts something else."""
        hits = hits_in(self.marks, at, min(at + 6, limit), NAMES | NOUNS)
        if not hits or (self.norms[at] in self.clause and self.norms[at] not in self.relative):
            return None
        end = at
        while end < limit and not self._stop(end) and end - at < _LONGEST:
            if self.norms[end] in self.passive or any(h.first == end for h in hits_in(self.marks, end, end + 1, _SAY)):
                return None
            end += 1
        return end
