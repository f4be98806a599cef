"""Words of lexicons that are no private person's name where they stand with a capital."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from harmledger.text.lexicon import Lexicon, expand
from harmledger.text.tokens import split

# What names bodies, places and feasts; phrases about agreements hold names of towns.
_NAMES = frozenset(
    [
        "party", "source", "nation", "country", "metonym", "demonym", "place_short", "place_postal", "day_feast",
        "day_weekday", "day_month", "day_never", "agreement", "agreement_bare", "agreement_event", "broker",
    ]
)  # fmt: skip
_PEOPLE = frozenset(["person", "speaker"])
_OPENING = ("say_no_name", "say_auxiliary", "prepositions", "conjunctions", "one_articles", "additions", "possessives")
_OFFICES = ("say_ministry", "party_officials")
_SPOKEN = ("speaker", "force", "homeforce", "place_body")


@dataclass(frozen=True)
class Words:
    """Ordinary words of some lexicons.

    `openers` may open a sentence. `spoken` are words that speakers are described with, `offices` those among them that
    tell of an office or a body. `shouted` are short names that are other words, or people's, when not in capitals.
    `leading` may stand before a day. `common` are all words that the lexicons write small. `states` can be parties
    and speak; in a quote they may be a person (`Jordan`).
    """

    lexicons: tuple[Lexicon, ...] = ()
    openers: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    shouted: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    states: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def of(cls, lexicons: Iterable[Lexicon]) -> "Words":
        """The words of some lexicons."""
        given = tuple(lexicons)
        offices = frozenset(w for one in given for w in _offices(one))
        return cls(
            given,
            frozenset(w for one in given for w in _openers(one)),
            offices | {w for one in given for category in _SPOKEN for w in _all(one.terms.get(category, {}))},
            offices,
            frozenset(w for one in given for w in one.list("party_only_capitals")),
            frozenset(w for one in given for w in one.list("prepositions")),
            frozenset(w for one in given for w in one.common | one.list("prepositions")),
            frozenset(tuple(split(name)) for one in given for name in one.terms.get("nation", {})),
        )


def _openers(lexicon: Lexicon) -> Iterator[str]:
    """First words of phrases. A word for one person (`baker`, `hunter`) is none: it is a family name too."""
    yield from lexicon.numbers
    for name in _OPENING:
        yield from (w for phrase in lexicon.list(name) for w in split(phrase)[:1])
    plurals = lexicon.list("plurals")
    for category, entries in lexicon.terms.items():
        if category in _NAMES:
            continue
        for phrase in _phrases(entries):
            norms = split(phrase)
            one_person = category in _PEOPLE and len(norms) == 1 and not norms[0].endswith("s")
            if not one_person or norms[0] in plurals:
                yield norms[0]


def _offices(lexicon: Lexicon) -> Iterator[str]:
    speakers, people = lexicon.terms.get("speaker", {}), lexicon.terms.get("person", {})
    told = {"body": speakers.get("body", ()), "for": speakers.get("spokesperson", ()), "at": people.get("official", ())}
    yield from (split(phrase)[-1] for phrase in _phrases(told))
    for name in _OFFICES:
        yield from (w for phrase in lexicon.list(name) for w in split(phrase))


def _all(entries: Mapping[str, Sequence[str]]) -> Iterator[str]:
    return (w for phrase in _phrases(entries) for w in split(phrase))


def _phrases(entries: Mapping[str, Sequence[str]]) -> Iterator[str]:
    return (one for phrases in entries.values() for phrase in phrases for one in expand(phrase))
