"""Names of people: runs of capitalised words, in capitals throughout told by what they are not.

A script without capitals (`caseless` of `[tables.grammar]`) tells a name by a given name at its start.
"""

from collections.abc import Mapping, Sequence

from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks

_LONGEST = 5  # words of a name


class Names:
    """Finds names in the sentences of one text."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.hits, self.capitals = hits, marks.capitals
        self.norms, self.words = marks.tokens.norms, marks.tokens.words
        lists = lexicon.list
        self.days = {t for d in marks.days for t in range(d.first, d.last)}
        self.stops = lists("stops")
        self.given = lists("given_name") if lexicon.rule("caseless") else frozenset()
        self.known = lexicon.writing.known if lexicon.writing else frozenset[str]()
        self.articles, self.inner = lists("definites"), lists("name_inner")
        self.met: set[str] = set()  # words of full names met so far, each of which may stand for the person
        self.others = lists("things", "compounds", "prepositions", "conjunctions", "speech", "not_names")
        self.titles, self.particles = lists("titles", "abbreviations"), lists("name_particles")
        self.prefixes = tuple(lists("name_prefixes"))
        self.endings, self.adjectives = tuple(lists("common_ends")), tuple(lists("adjective_ends"))

    def end(self, first: int, end: int) -> int:
        """Where the name that starts at a token, after a title or role, ends; `first` where none does."""
        if self.given:
            return self.uncapitalised(first, end)
        here = first
        while here < end and here < first + _LONGEST and (self.is_part(here) or self.is_inside(first - 1, here, end)):
            here += 1
        return here

    def uncapitalised(self, first: int, end: int) -> int:
        """The same in a script without capitals: a given name and words after it that nothing else is known to mean."""
        here, words = first, 0
        while here < end and words < _LONGEST:
            at = here + (words > 0 and self.norms[here] in self.articles)
            if at >= end or not (
                self.norms[at] in self.given
                or (words and self.norms[at] in self.inner)
                or (words and self.norms[at] not in self.known and self.norms[at].isalpha() and len(self.norms[at]) > 1)
            ):
                break
            here, words = at + 1, words + 1
        return here

    def full(self, first: int, end: int) -> int | None:
        """Where a name that nothing leads in ends: two capitalised words or more; one of a name told before, or after
        `the murder of`.
        """
        if self.given:
            last = self.uncapitalised(first, end)
            return last if last > first + 1 else None
        here = first
        while here < end and here < first + _LONGEST and not self.hits.get(here):
            if not (self.is_part(here) or self.is_inside(first, here, end)):
                break
            here += 1
        if here - first > 1:
            self.met.update(self.norms[first:here])
            return here
        alone = here > first and (self.norms[first] in self.met and not self.capitals)
        told = not self.capitals or self.norms[first] in self.met
        if alone or (here > first and told and self.is_event(first - 1) and self.is_surname(first)):
            return here
        return None

    def is_part(self, at: int) -> bool:
        """May a token be part of a person's name?"""
        word, norm = self.words[at], self.norms[at]
        if not word[:1].isupper() or norm in self.stops or at in self.days:
            return False
        if not self.capitals:
            return True
        return norm.isalpha() and not self.hits.get(at) and not norm.endswith(self.endings) and norm not in self.others

    def is_inside(self, first: int, at: int, end: int) -> bool:
        """May a token stand within a name: the stop of `Dr.`, a particle (`bin`, `de la`, `al-Hassan`)?"""
        norm = self.norms[at]
        if norm == ".":
            return at > first and self.norms[at - 1] in self.titles and at + 1 < end
        if at == first or self.capitals:
            return False
        if norm.startswith(self.prefixes):
            return True
        return (
            norm in self.particles and at + 1 < end and (self.is_part(at + 1) or self.norms[at + 1] in self.particles)
        )

    def is_surname(self, at: int) -> bool:
        """May one word alone be a name, and no adjective whose noun follows (`POLITICAL`, `HONDURAN`)?"""
        return not self.norms[at].endswith(self.adjectives)

    def is_event(self, at: int) -> bool:
        """Does a phrase like `the murder of` end with token `at`?"""
        return any(
            hit.category == "harm_event" and hit.last == at + 1
            for first in range(max(0, at - 3), at + 1)
            for hit in self.hits.get(first, ())
        )
