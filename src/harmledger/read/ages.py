"""Ages as they are written: `a 14-year-old`, `21 - month-old`, `six years old`, `Ana Silva, 34,`."""

from collections.abc import Sequence

from harmledger.text.lexicon import Lexicon

_OLDEST = 120


class Ages:
    """Reads the age that tokens tell."""

    def __init__(self, norms: Sequence[str], lexicon: Lexicon) -> None:
        self.norms, self.numbers = norms, lexicon.numbers
        self.years, self.young = lexicon.list("age_years_of"), lexicon.list("age_young")
        self.before = lexicon.list("age_before") | frozenset(",(")

    def units(self, at: int) -> tuple[int | None, list[str]]:
        """The number at a token, and the words of its unit (`year`, `old`)."""
        said, *unit = self.norms[at].split("-")
        number = int(said) if said.isdecimal() and len(said) < 4 else self.numbers.get(said)
        if number is not None and not unit and at + 1 < len(self.norms):
            here = at + 2 if self.norms[at + 1] == "-" else at + 1
            unit = self.norms[here].split("-") if here < len(self.norms) else []
        return number, unit

    def of(self, at: int) -> int | None:
        """The whole years of the age that starts at a token: 0 of one in months or days; None where none does."""
        number, unit = self.units(at)
        if number is None or number > _OLDEST:
            return None
        if not self.years.isdisjoint(unit):
            return number
        if not self.young.isdisjoint(unit):
            return 0
        return None

    def beside(self, at: int) -> int | None:
        """The age that stands alone between marks, or after `aged` (`Ana Silva, 34,`)."""
        said = self.norms[at]
        if not said.isdecimal() or len(said) > 2 or self.norms[at - 1] not in self.before:
            return None
        follows = self.norms[at + 1] if at + 1 < len(self.norms) else "."
        return None if follows[0].isalnum() or follows == "-" else int(said)
