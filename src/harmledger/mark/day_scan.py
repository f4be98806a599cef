"""A text laid out for the reading of its day phrases: tokens, the lexicon's day words by their first token."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Tokens

Args = dict[str, str | int]
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\Z")
_DEEDS = frozenset({"attack", "strike_on", "leave", "deed", "deed_noun"})
_UNHARMED = frozenset({"displaced", "detained", "missing"})
_NAMED = frozenset({"day_weekday", "day_month", "day_relative"})
_YEAR = re.compile(r"[12]\d{3}\Z|9999\Z")


@dataclass(slots=True)
class Atom:
    """Tokens `first` to `last` (exclusive) and what they say; `kind` and `args` as in `DayPhrase`."""

    first: int
    last: int
    kind: str
    args: Args


@dataclass(slots=True)
class Scan:
    """One text under the eye: its tokens, the lexicon's day words in it by first token, the little words' lists.

    `lists` go by their names without `day_`. `harm`: the tokens that words of hurt and death begin at; `deeds`: those
    of attacks as well.
    """

    tokens: Tokens
    lexicon: Lexicon
    cats: dict[int, dict[str, tuple[int, str]]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    harm: frozenset[int] = frozenset()
    deeds: frozenset[int] = frozenset()

    def norm(self, at: int) -> str:
        """The normalised token at a position, empty off the text's ends."""
        norms = self.tokens.norms
        return norms[at] if 0 <= at < len(norms) else ""

    def says(self, at: int, name: str) -> bool:
        """Is the token at a position in the list `day_NAME`?"""
        norms = self.tokens.norms  # the most called of all: no call of its own
        return 0 <= at < len(norms) and norms[at] in self.lists.get(name, ())

    def cat(self, at: int, category: str) -> tuple[int, str] | None:
        """End and value of the lexicon's phrase of `day_CATEGORY` that begins at a token."""
        found = self.cats.get(at)
        return found.get("day_" + category) if found else None

    def touches(self, at: int) -> bool:
        """Does the token begin where the one before it ends?"""
        return 0 < at < len(self.tokens) and self.tokens.ends[at - 1] == self.tokens.starts[at]

    def number(self, at: int) -> int | None:
        """The number a token says, 0 for a vague one (`several`), None for none."""
        word = self.norm(at)
        if word.isascii() and word.isdigit() and len(word) < 5:
            return int(word)
        return self.numbers.get(word)

    def day(self, at: int) -> int | None:
        """The day of a month a token says, with or without its ending."""
        found = _DAY.match(self.norm(at))
        return int(found.group(1)) if found and 1 <= int(found.group(1)) <= 31 else None

    def names_day(self, at: int) -> bool:
        """Does a word begin here that names a day or a month: one that the verb before it has as its own?"""
        return at in self.cats and not _NAMED.isdisjoint(self.cats[at])

    def nth(self, at: int) -> int | None:
        """The day of a month that a token says with its ending (`5th`), where no noun and no month goes on from it."""
        day, word = self.day(at), self.norm(at + 1)
        alone = not word[:1].isalnum() or self.says(at + 1, "clock_before") or self.says(at + 1, "at")
        return day if day and alone and self.norm(at)[-1].isalpha() else None

    def year(self, at: int) -> int | None:
        """The four-digit year a token says."""
        return int(self.norm(at)) if _YEAR.match(self.norm(at)) else None


def scan(tokens: Tokens, lexicon: Lexicon, hits: tuple[Hit, ...]) -> Scan:
    """A text with its day words laid out; those inside names and sayings (`day_never`) are left out."""
    cats: dict[int, dict[str, tuple[int, str]]] = {}
    never: set[int] = set()
    for hit in hits:
        if hit.category.startswith("day_"):
            if hit.category == "day_never":
                never.update(range(hit.first, hit.last))
            else:
                cats.setdefault(hit.first, {})[hit.category] = (hit.last, hit.value)
    if never:
        cats = {at: found for at, found in cats.items() if at not in never}
    numbers = lexicon.tables.get("day_numbers", lexicon.numbers)
    harm = frozenset(h.first for h in hits if h.category.startswith("harm") and h.value not in _UNHARMED)
    deeds = harm.union(h.first for h in hits if h.category in _DEEDS)
    return Scan(tokens, lexicon, cats, numbers, _lists(lexicon), harm, deeds)


@lru_cache(maxsize=8)
def _lists(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    return {name.removeprefix("day_"): words for name, words in lexicon.lists.items() if name.startswith("day_")}
