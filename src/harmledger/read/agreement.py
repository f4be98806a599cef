"""Agreement: the verb of several people has several for its subject, or it is told of others than those before it.

`the northeast, where ten policemen were killed`, `two guards of the house were shot`: not one person, and not a place.
"""

import re
from collections.abc import Sequence

from harmledger.read.appositives import is_named, one
from harmledger.read.items import HARM, PART, Item
from harmledger.text.lexicon import Lexicon

_JOINED = frozenset("&l")
_MATE = re.compile(r"&w?(?P<mate>[mNu])")
_OTHERS = re.compile(r"(?P<who>[NQ]),?R[^KIGSADTMv.;:&]{1,12},?&w?$")  # `two men who were on their way and`
_PART = re.compile(r",(?P<part>[QN])j[dwX]{0,3}$")
_ENDS = frozenset("XKISVv.;:&")  # what ends the way back from a verb to its subject
_COUNTED = frozenset("NQ")


class Agreement:
    """Looks at the subjects of verbs in the items of one text."""

    def __init__(self, norms: Sequence[str], lexicon: Lexicon) -> None:
        self.norms = norms
        self.of_several, self.neither = lexicon.list("verbs_of_several"), lexicon.list("neither")

    def subject(
        self, match: re.Match[str], items: Sequence[Item], letters: Sequence[str], who: list[int]
    ) -> list[int] | None:
        """The people whom a verb of several tells of, in the place of `who`; None where `who` may well be its subject.

        One person is not, unless joined to others by an `and`. It is then that one and a mate (`a man and woman were
        killed`), else the several between that one and the verb, else the nearest several before; or nobody.
        """
        if (part := self.part(match, letters, who)) is not None:
            return [part]
        if (nearer := self.nearer(match, items)) is not None:
            return [nearer]
        verb = self.verb(match, items)
        if verb is None or sum(one(items[k]) for k in who) != 1:
            return None
        one_told = next(k for k in who if one(items[k]) == 1)
        if items[one_told].code not in "NQmuE":
            return None
        if self.is_joined(items, who[0]):
            others = _OTHERS.search("".join(letters[: who[0]]))
            return None if others is None else [others.start("who"), *who]
        if (mate := _MATE.match("".join(letters), one_told + 1)) is not None and mate.start("mate") < verb:
            return [one_told, mate.start("mate")]
        between = [k for k in range(one_told + 1, verb) if self.is_several(items, letters, k)]
        if between:
            return between[-1:]
        return self.before(one_told, items, letters)

    def before(self, at: int, items: Sequence[Item], letters: Sequence[str]) -> list[int]:
        """The nearest several before an item in its clause; a clause of their own may part them from their verb."""
        for k in range(at - 1, -1, -1):
            if self.is_several(items, letters, k):
                return [k]
            if letters[k] in _ENDS and not (k and letters[k] in HARM and self.is_several(items, letters, k - 1)):
                break
        return []

    def part(self, match: re.Match[str], letters: Sequence[str], who: list[int]) -> int | None:
        """`14 people, three of whom later died`: those of them whom the verb right behind them tells of."""
        if "harm" not in match.groupdict() or match.start("harm") < match.end("who"):
            return None
        found = _PART.search("".join(letters[who[0] : match.start("harm")]))
        return None if found is None else who[0] + found.start("part")

    def nearer(self, match: re.Match[str], items: Sequence[Item]) -> int | None:
        """`the three, when they realized Ana had been shot`: a name right before the verb, behind another subject."""
        at = self.auxiliary(match, items)
        if at is None or items[at - 1].code != "m" or at - 1 < match.end("who"):
            return None
        named = is_named(items[at - 1]) and items[at - 2].code == "w"
        return at - 1 if named and any(i.code == "h" for i in items[match.end("who") : at - 1]) else None

    def auxiliary(self, match: re.Match[str], items: Sequence[Item]) -> int | None:
        """The item of the last auxiliary between people and their harm."""
        if "harm" not in match.groupdict() or match.start("harm") < match.end("who"):
            return None
        near = (k for k in range(match.start("harm") - 1, match.end("who") - 1, -1) if items[k].code == "X")
        return next(near, None)

    def verb(self, match: re.Match[str], items: Sequence[Item]) -> int | None:
        """The item of the verb of several between people and their harm; None where it is another or there is none."""
        verb = self.auxiliary(match, items)
        return verb if verb is not None and self.norms[items[verb].first] in self.of_several else None

    def is_joined(self, items: Sequence[Item], at: int) -> bool:
        """Does an `and` lead in someone, an article at most between?"""
        before = at - 1 - (at > 1 and items[at - 1].code == "w")
        return before >= 0 and (items[before].code in _JOINED or self.norms[items[before].first] in self.neither)

    def is_several(self, items: Sequence[Item], letters: Sequence[str], at: int) -> bool:
        """Is an item several people by number, no part of others (`five of them`)?"""
        part = at + 1 < len(items) and items[at + 1].code == PART
        return letters[at] in _COUNTED and one(items[at]) > 1 and not part

    def is_denied(self, match: re.Match[str], items: Sequence[Item]) -> bool:
        """`neither the mayor nor his driver was hurt`."""
        first = max(0, match.start("who") - 2)
        return any(self.norms[items[k].first] in self.neither for k in range(first, match.end("who")))
