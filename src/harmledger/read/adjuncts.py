"""What stands around a verb of saying: whom it was told, by what post, and when it was said."""

from bisect import bisect_left

from harmledger.model.codes import LinkRole
from harmledger.model.source import Link
from harmledger.read.sight import hits_in, words
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence

_SOURCE, _POST = frozenset(["source"]), frozenset(["post"])
ENDS = frozenset([",", ".", '"', "”", "“", ")", ";", ":", "--", "-", "''", "]", "(", "["])


class Adjuncts:
    """Reads what goes with the verbs of saying of one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        self.marks, self.lexicon = marks, lexicon
        self.norms = marks.tokens.norms
        self.kinds = lexicon.tables.get("source_kinds", {})
        self.days = [d.first for d in marks.days]
        name = lexicon.list
        self.objects, self.tell, self.that = name("say_object"), name("say_tell"), name("say_that")
        self.words, self.lead_in = name("say_adjunct", "say_adjunct_word"), name("say_article") | {","}
        self.press, self.receivers, self.brackets = name("say_press"), name("say_to"), name("say_bracket")

    def object(self, hit: Hit, sentence: Sentence) -> tuple[tuple[Link, ...], int]:
        """Whom it was told (an agency is a link) or what was posted, and the token after that."""
        at = hit.last
        norm = self.norms[hit.first]
        limit = min(at + 8, sentence.last)
        if norm in self.objects:
            for post in hits_in(self.marks, at, limit, _POST):
                return (Link(post.value, LinkRole.POST),), post.last
            return (), at
        if norm not in self.tell:
            return (), self.to(at, limit)
        for source in hits_in(self.marks, at, limit, _SOURCE):
            kind = self.kinds.get(source.value)
            if kind and source.first - at <= 3:
                return (Link(source.value, LinkRole(kind)),), self.bracket(self.name(source.last, limit), sentence.last)
        for t in range(at, limit):
            if self.norms[t] in self.press:
                return (), t + 1
            if self.norms[t] in self.that or self.norms[t] in ENDS:
                return self.outlet(at, t)
        return (), at

    def outlet(self, first: int, last: int) -> tuple[tuple[Link, ...], int]:
        """An outlet that the lexicon does not know (`told Radio Najma`), up to where the clause ends."""
        name = self.name(first, last)
        plain = self.marks.capitals or name - first < 2
        return (() if plain else (Link(words(self.marks, first, name), LinkRole.OUTLET),)), last

    def name(self, at: int, limit: int) -> int:
        """Past words written large, no days (`the BBC Somali Service`, `Reuters TV`)."""
        while at < limit and self.marks.tokens.words[at][:1].isupper() and self.day(at, at + 1) is None:
            at += 1
        return at

    def to(self, at: int, limit: int) -> int:
        """Past `to Radio X` at the end of a clause."""
        if at < limit and self.norms[at] in self.receivers:
            for t in range(at + 1, limit):
                if self.norms[t] in ENDS or self.norms[t] in self.that:
                    return t
        return at

    def bracket(self, at: int, limit: int) -> int:
        """Past a short name in brackets."""
        inside = at + 2 < limit and self.norms[at] in self.brackets
        return at + 3 if inside and self.norms[at + 2] in ("]", ")") else at

    def posts(self, at: int, end: int) -> tuple[Link, ...]:
        """The post told of in tokens `at` to `end`; a statement is none."""
        found = [h for h in hits_in(self.marks, at, end, _POST) if h.value != "statement"]
        return (Link(found[0].value, LinkRole.POST),) if found else ()

    def after(self, at: int, sentence: Sentence) -> tuple[int, int | None]:
        """Past when and how it was said, up to what ends the clause; the index of a day phrase on the way."""
        day: int | None = None
        end = at
        while end < sentence.last and end - at < 14:
            found = self.day(end, end + 1)
            if found is not None:
                end = max(self.marks.days[found].last, end + 1)
                if day is None and not (end < sentence.last and self.norms[end] in ("'s", "’s")):
                    day = found
            elif self.norms[end] in self.words or self.norms[end] in self.press:
                end += 1
            else:
                known = hits_in(self.marks, end, min(end + 5, sentence.last), _POST | _SOURCE)
                if not known or known[0].first != end:
                    break
                end = known[0].last
        return end, day

    def day(self, first: int, last: int) -> int | None:
        """The index of the first day phrase that starts in a token range."""
        at = bisect_left(self.days, first)
        return at if at < len(self.days) and self.days[at] < last else None

    def ahead(self, first: int, subject: int) -> int | None:
        """`On Monday, the mayor said`, `Late on Tuesday the governor announced`: the day of saying leads it in."""
        found = self.day(first, subject)
        if found is None:
            return None
        day = self.marks.days[found]
        opens = all(n in self.words for n in self.norms[first : day.first])
        return found if opens and all(n in self.lead_in for n in self.norms[day.last : subject]) else None
