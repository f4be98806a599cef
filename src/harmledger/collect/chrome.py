"""Chrome: the words around a report on a page or in a saved post that are none of its text. They are data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

from harmledger.text.lexicon import expand
from harmledger.text.normal import norm
from harmledger.text.tokens import split

LONGEST = 160  # no line of chrome is longer
_MOST_WORDS = 30
Phrases = Mapping[str, frozenset[tuple[str, ...]]]
_CUT = 24
_FIRST = re.compile(r"(?<![#\w])[^\W\d_][\w\u0640\u064b-\u065f-]*(?:['’]t\b)?")
_SCALES: Phrases = {w: frozenset({(w,)}) for w in ("k", "m", "b")}


class Line(Enum):
    """What a line of chrome is; OTHER is none."""

    OTHER = auto()
    BUTTON = auto()
    RELATED = auto()
    COMMENTS = auto()


@dataclass(frozen=True)
class Chrome:
    """Words of chrome of all languages at once, as normalised tokens, each set by its phrases' first words.

    `buttons` say nothing, `counters` say nothing beside a number, `related` head other stories' headlines, `comments`
    what readers say, `more` ends a text that is cut off.
    """

    buttons: Phrases = field(default_factory=dict)
    counters: Phrases = field(default_factory=dict)
    related: frozenset[tuple[str, ...]] = frozenset()
    comments: frozenset[tuple[str, ...]] = frozenset()
    more: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def of(cls, tables: Iterable[Mapping[str, list[str]]]) -> "Chrome":
        """From parsed tables of such lists, one a language."""
        found: dict[str, set[tuple[str, ...]]] = {
            name: set() for name in ("buttons", "counters", "related", "comments", "more")
        }
        for table in tables:
            for name, phrases in found.items():
                phrases.update(tuple(_words(one)) for phrase in table.get(name, ()) for one in expand(phrase))
        return cls(
            _by_first(found["buttons"] | found["related"] | found["comments"]),
            _by_first(found["counters"]),
            frozenset(found["related"]),
            frozenset(found["comments"]),
            frozenset(found["more"]),
        )

    def line(self, said: str) -> Line:
        """What a line is, as a whole."""
        if len(said) > LONGEST or not self._may_begin(said):
            return Line.OTHER
        tokens = split(said)
        words = [w for w in tokens if w[0].isalpha()]
        numbers = len(words) < len(tokens) and any(w[0].isdigit() for w in tokens)
        if not words or len(words) > _MOST_WORDS:
            return Line.OTHER
        whole = tuple(words)
        if whole in self.comments and not tokens[0][0].isdigit():
            return Line.COMMENTS
        if whole in self.related and not numbers:
            return Line.RELATED
        return Line.BUTTON if self._covered(words, numbers) else Line.OTHER

    def heads(self, said: str) -> bool:
        """Does a line begin with a head of other stories, a colon, and one of their headlines?"""
        head, colon, rest = said[:60].partition(":")
        return bool(colon and rest.strip()) and self._may_begin(said) and tuple(_words(head)) in self.related

    def cut(self, said: str) -> int:
        """Where in a line the button at its end begins that shows the rest of a cut-off text; its length for none."""
        for at in (said.rfind("..."), said.rfind("…")):
            end = at + (3 if said[at : at + 3] == "..." else 1)
            if at >= 0 and len(said) - end <= _CUT and tuple(_words(said[end:])) in self.more:
                return end
        return len(said)

    def _may_begin(self, said: str) -> bool:
        """Is the line's first word the first of a phrase? Most lines are told apart by that alone."""
        first = _FIRST.search(said)
        return first is not None and norm(first.group()) in self._firsts

    @cached_property
    def _firsts(self) -> frozenset[str]:
        return frozenset([*self.buttons, *self.counters, *_SCALES])

    def _covered(self, words: list[str], numbers: bool) -> bool:
        """Are the words phrases of buttons one after another, or of counters where there is a number?"""
        at = 0
        while at < len(words):
            phrases = self.buttons.get(words[at], frozenset())
            if numbers:
                phrases |= self.counters.get(words[at], frozenset()) | _SCALES.get(words[at], frozenset())
            fits = [len(p) for p in phrases if tuple(words[at : at + len(p)]) == p]
            if not fits:
                return False
            at += max(fits)
        return True


NO_CHROME = Chrome()


def _words(said: str) -> list[str]:
    return [w for w in split(said) if w[0].isalpha()]


def _by_first(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    found: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            found.setdefault(phrase[0], set()).add(phrase)
    return {first: frozenset(rest) for first, rest in found.items()}
