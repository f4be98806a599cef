"""Roll: the known sources by any of their names, and what languages' words say of names.

Who speaks and who did it go by many names in many spellings; a user's sources file says which of them are one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from harmledger.model.source import Source
from harmledger.text.normal import fold

_WORD = re.compile(r"[^\W_]+")
_BRACKET = re.compile(r"\(([^)]*)\)")


def name_key(name: str) -> str:
    """A name as names are compared: folded words, no marks."""
    return " ".join(_WORD.findall(fold(name)))


def forms(name: str) -> tuple[str, ...]:
    """A name, the same without what stands in brackets, and what stands there: `Civil rescuers (White Helmets)`."""
    return tuple(dict.fromkeys(f for f in (name, _BRACKET.sub(" ", name), *_BRACKET.findall(name)) if f.strip()))


@dataclass(frozen=True, slots=True)
class Common:
    """What lexicons know of names: words that name nobody (`medics`), articles (`the`), and armed actors' sides."""

    unnamed: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    sides: Mapping[str, str] = field(default_factory=dict)


NOTHING = Common()


@dataclass(frozen=True)
class Roll:
    """The known sources by any of their names. `unnamed` are words that name nobody (`medics`, `officials`).

    `camps`: the sides of armed actors as lexicons know them, by name.
    """

    by_name: Mapping[str, Source] = field(default_factory=dict)
    unnamed: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    camps: Mapping[str, str] = field(default_factory=dict)

    def source(self, name: str | None) -> Source | None:
        """The source of that name or alias; a leading article, a bracketed short form make no difference."""
        if not name:
            return None
        for form in forms(name):
            known = name_key(form)
            lead, _, rest = known.partition(" ")
            found = self.by_name.get(known) or (self.by_name.get(rest) if lead in self.articles else None)
            if found is not None:
                return found
        return None

    def with_names(self, more: Mapping[str, Source]) -> "Roll":
        """These sources by some more names, those that a source has already aside."""
        return replace(self, by_name={**{name_key(name): s for name, s in more.items()}, **self.by_name})

    def names_nobody(self, name: str) -> bool:
        """Is it a description and not a name: known as one, or without a capital in a script that has them?"""
        if name_key(name) in self.unnamed:
            return True
        return name == name.lower() and name != name.upper()

    def named(self, name: str) -> str:
        """The one name under which this voice goes."""
        known = self.source(name)
        return known.name if known else " ".join(name.split())

    def side(self, name: str) -> str:
        """The side that a party or voice stands on: its own name where no source says more."""
        known = self.source(name)
        return name_key(known.side if known and known.side else self.named(name))

    def camp(self, name: str) -> str:
        """As `side`, but where no source says more the side on which lexicons know the party."""
        known = self.source(name)
        if known and known.side:
            return name_key(known.side)
        names = (known.name, *known.aliases) if known else (name,)
        return next((self.camps[k] for n in names if (k := name_key(n)) in self.camps), self.side(name))


def roll(sources: Iterable[Source], common: Common = NOTHING) -> Roll:
    """The sources by every name they have; where two claim one name, the first keeps it."""
    by_name: dict[str, Source] = {}
    for source in sources:
        for name in (source.name, *source.aliases):
            by_name.setdefault(name_key(name), source)
    by_name.pop("", None)
    unnamed, articles = (frozenset(map(name_key, words)) for words in (common.unnamed, common.articles))
    return Roll(by_name, unnamed, articles, _camps(by_name, common.sides))


def _camps(by_name: Mapping[str, Source], sides: Mapping[str, str]) -> dict[str, str]:
    """The lexicons' sides, each under the name that the sources give it, where those on it that they list agree."""
    given: dict[str, set[str]] = {}
    for party, side in sides.items():
        source = by_name.get(name_key(party))
        if source is not None and source.side:
            given.setdefault(side, set()).add(name_key(source.side))
    return {
        name_key(party): min(given[side]) if len(given.get(side, ())) == 1 else name_key(side)
        for party, side in sides.items()
    }
