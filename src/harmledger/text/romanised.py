"""Names written in Latin letters that are not their own: when two spellings may be one name.

Who writes an Arabic name in Latin letters chooses its vowels, doubles letters or not, and picks one of several letters
for a sound. What stays is the order of its consonants, once each sound has one letter; vowels that both spellings have
must be of one class (`u` and `o` are, `a` and `u` are not). Which letters, classes and articles: a table of the
language of names, data of whoever calls.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from harmledger.text.normal import fold

# Names of fewer consonants are told apart by every vowel.
FEWEST = 3
_SILENT = re.compile(r"['`’‘ʼʿʾʻʹ]")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True)
class Romaniser:
    """A language's table.

    `steps` are patterns and what replaces them in a word, in their order, until each consonant is one letter; `vowels`
    says the classes that a vowel may be heard as; `doubtful` the consonants that a letter may stand for; `articles` are
    words that a spelling has or lacks.
    """

    steps: Sequence[tuple[str, str]]
    vowels: Mapping[str, str]
    doubtful: Mapping[str, str]
    articles: frozenset[str]

    @cached_property
    def _compiled(self) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(pattern), into) for pattern, into in self.steps]

    @cached_property
    def _classes(self) -> dict[int, str]:
        return str.maketrans({c: letter for letter, like in self.doubtful.items() for c in like})

    def spell(self, name: str) -> "Spelling | None":
        """The spelling of a name; None where it has a single consonant, or letters that are not Latin."""
        return _spell(self, name)

    def index(self, spelling: "Spelling") -> str:
        """What all spellings of one name share, and some of other names."""
        return spelling.consonants.translate(self._classes)

    def shared(self, name: str) -> str | None:
        """What all spellings of a name share; of few consonants with the vowels. None where `spell` has none."""
        found = self.spell(name)
        if found is None:
            return None
        vowels = "" if len(found.consonants) >= FEWEST else "-" + ".".join(found.vowels)
        return self.index(found) + vowels

    def apart(self, one: "Spelling", other: "Spelling") -> int | None:
        """How many vowels one has and the other lacks; None where they cannot be one name."""
        if len(one.consonants) != len(other.consonants):
            return None
        for a, b in zip(one.consonants, other.consonants, strict=True):
            if a != b and b not in self.doubtful.get(a, "") and a not in self.doubtful.get(b, ""):
                return None
        if bool(one.vowels[-1]) != bool(other.vowels[-1]):
            return None  # the ending of another name: `Nabk`, `Nabka`
        lacking = 0
        for mine, theirs in zip(one.vowels, other.vowels, strict=True):
            if bool(mine) != bool(theirs):
                lacking += 1
            elif mine and not set(mine) & set(theirs):
                return None
        most = len(one.consonants) // 2 if len(one.consonants) >= FEWEST else 0
        return lacking if lacking <= most else None

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name's consonants, and the classes of the vowels before each of them and after the last; empty for none."""

    consonants: str
    vowels: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def _spell(table: Romaniser, name: str) -> Spelling | None:
    plain = _SILENT.sub("", fold(name))
    if not plain.isascii():
        return None
    words = _WORD.findall(plain)
    kept = [w for w in words if w not in table.articles] or words
    consonants: list[str] = []
    slots = [""]
    for word in kept:
        for pattern, into in table._compiled:
            word = pattern.sub(into, word)
        for letter in word:
            if letter in table.vowels:
                slots[-1] += table.vowels[letter]
            elif not (consonants and not slots[-1] and consonants[-1] == letter):
                consonants.append(letter)
                slots.append("")
    if len(consonants) < 2:
        return None
    return Spelling("".join(consonants), tuple("".join(sorted(set(s))) for s in slots))
