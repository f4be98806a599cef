"""Spot: a passage whose words some place is called by. The gazetteer and the language's words that it is found with."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from harmledger.geo.entry import Entry
from harmledger.geo.spread import Spread
from harmledger.model.codes import PlacePrecision
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import PlaceCandidate

# Names this large are known without a word of help (100,000 people).
FAMOUS = 100_000
# Two common words are a name only of a place this large (`Long Beach`).
KNOWN = 10_000
LOCATIVE = frozenset({"in", "at", "on", "near", "outside", "between", "to", "from", "through"})
PEOPLES = frozenset({"nation", "demonym"})  # what belongs to a state, to another area
AREAS = frozenset({PlacePrecision.COUNTRY, PlacePrecision.ADMIN1, PlacePrecision.REGION})


class Gazetteer(Protocol):
    """A list of places and of all their names. It finds nothing that is merely similar."""

    def lookup(self, keys: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The places known under each key (`text.keys.key`), most people first; keys of no place are left out."""

    def alike(self, name: str, country: str | None) -> tuple[Entry, ...]:
        """Places of a country, or any, one of whose names may be this one in other Latin letters: those most alike."""

    def spelt(self, name: str, country: str | None) -> str | None:
        """What all Latin spellings of a name share in a country; None where its names have one spelling."""

    def capital(self, country: str) -> Entry | None:
        """The capital of a country (ISO 3166-1 alpha-2), where it is known."""

    def part(self, place_id: str, side: str) -> Spread | None:
        """The `north`, `southeast`, `central` ... part of a country or first-level area, where it has one."""


@dataclass(slots=True)
class Spot:
    """Tokens `first` to `last` (exclusive) and the places called so. `via` tells by what: name, demonym, short,
    capital. A `weak` one counts only inside an area told with it.
    """

    first: int
    last: int
    name: str
    entries: tuple[Entry, ...]
    via: str = "name"
    candidate: PlaceCandidate | None = None
    inside: "Spot | None" = None
    partial: bool = False
    weak: bool = False
    chosen: Entry | None = None
    scores: dict[str, float] = field(default_factory=dict)

    @property
    def cue(self) -> str:
        """How it is led in."""
        return self.candidate.cue if self.candidate else ""

    @property
    def noun(self) -> str:
        """The kind said with it."""
        return self.candidate.noun if self.candidate else ""

    @property
    def helped(self) -> bool:
        """Does the text say that it is a place: a cue, a kind, a part, what it lies in?"""
        return bool(self.noun or self.inside or self.cue in LOCATIVE or (self.candidate and self.candidate.said_as))


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words as `locate` asks for them."""

    common: frozenset[str]
    given: frozenset[str]
    titles: frozenset[str]
    joints: frozenset[str]
    articles: frozenset[str]
    # No part of a candidate is a name: in a script without capitals each possible name is a candidate.
    whole: bool = False
    definites: frozenset[str] = frozenset()

    def is_common(self, norms: Sequence[str]) -> bool:
        """Do words that nobody has listed as a name begin with one that means something else; without capitals, are
        they nothing but such words?
        """
        own = [n for n in norms if n not in self.definites]
        return self.common.issuperset(own if self.whole else own[:1])

    @staticmethod
    def _uncapitalised(lexicon: Lexicon) -> tuple[bool, frozenset[str]]:
        caseless = bool(lexicon.rule("caseless"))
        return caseless, lexicon.list("definites") if caseless else frozenset()

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """Those of a lexicon."""
        names = ("given_name", "titles", "place_joint", "place_article")
        given, titles, joints, articles = map(lexicon.list, names)
        return cls(lexicon.common, given, titles, joints, articles, *cls._uncapitalised(lexicon))
