"""Patterns: the language's rules, regular expressions over the letters of `items`."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harmledger.text.lexicon import Lexicon

# Kinds of pattern: people told as part of a figure, which may stand in a sentence before; parts that
# come to it all; people on top of others; a noun that carries its own outcome; people whose word of harm stands with
# others before them (`killed three in A, two in B`). One without a kind, or of another, takes the outcome of its
# word of harm.
SUBSET, AMONG, SPLIT, MORE, NOUN, TOLL, ELIDED = "subset", "among", "split", "more", "noun", "toll", "elided"
SELF, ROLL = "self", "roll"  # people who harmed themselves; people told one by one by their names
WOUND = "wound"  # people with a wound, of which they may have died
SENT = "sent"  # people harmed only where the sentence tells of violence
BODY = "body"  # people told of by their bodies
REDUCED = "reduced"  # a participle without `was`, which may be the verb of these people instead
# Names of patterns that speak of a killing as known (`the murder of`, `'s murder`): whoever speaks so makes no claim.
MENTIONS = frozenset(("event", "event_who", "event_before", "owned", "body"))

ACTIVE = "active"  # the pattern of a verb of harm before those whom it struck
BODIES = "their_bodies"  # the pattern of the bodies of those told of before
ALONG = "along"  # the pattern by whose words people come on top in the same happening


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule of the language: its regular expression over item letters, and how a match is taken."""

    name: str
    items: re.Pattern[str]
    kind: str = ""


@lru_cache(maxsize=8)
def patterns(lexicon: Lexicon) -> tuple[Pattern, ...]:
    """The language's patterns in order, their macros filled in."""
    macros = {"{" + k + "}": v for k, v in lexicon.patterns.get("_macros", {}).items()}
    found = []
    for name, entry in lexicon.patterns.items():
        if name.startswith("_"):
            continue
        items = entry["items"]
        for macro, text in macros.items():
            items = items.replace(macro, text)
        found.append(Pattern(name, re.compile(items), entry.get("kind", "")))
    return tuple(found)
