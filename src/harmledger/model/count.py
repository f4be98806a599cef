"""Count: people, as low, best and high, and the words used.

`None` is open or unstated. The rules from words to bounds are METHOD's; the words themselves live in the lexicons.
"""

from dataclasses import dataclass, replace

from harmledger.errors import ModelError


@dataclass(frozen=True, slots=True)
class Count:
    """How many people: `low` <= `best` <= `high` wherever both are stated; the words always stay beside the numbers.

    Raises:
        ModelError: bounds cross, or one is negative.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    words: str = ""

    def __post_init__(self) -> None:
        stated = [n for n in (self.low, self.best, self.high) if n is not None]
        if stated != sorted(stated) or any(n < 0 for n in stated):
            raise ModelError(f"bounds cross or are negative: {self.low}, {self.best}, {self.high} ({self.words!r})")

    @classmethod
    def exact(cls, n: int, words: str = "") -> "Count":
        """`21`: 21-21-21."""
        return cls(n, n, n, words)

    @classmethod
    def at_least(cls, n: int, words: str = "") -> "Count":
        """`at least 21`, `21+`: 21-21-None."""
        return cls(n, n, None, words)

    @classmethod
    def more_than(cls, n: int, words: str = "") -> "Count":
        """`more than 1,000`: 1001-None-None."""
        return cls(n + 1, None, None, words)

    @classmethod
    def up_to(cls, n: int, words: str = "") -> "Count":
        """`up to 40`: None-40-40."""
        return cls(None, n, n, words)

    @classmethod
    def about(cls, n: int, words: str = "") -> "Count":
        """`about 30`: None-30-None."""
        return cls(None, n, None, words)

    @classmethod
    def between(cls, low: int, high: int, words: str = "") -> "Count":
        """`15 to 20`: 15-None-20; crossed ends are put in order."""
        low, high = min(low, high), max(low, high)
        return cls(low, low if low == high else None, high, words)

    @classmethod
    def from_low(cls, n: int, words: str = "") -> "Count":
        """`dozens`, `several`: a lowest safe number, nothing else stated."""
        return cls(n, None, None, words)

    def plus(self, other: "Count", words: str | None = None) -> "Count":
        """Both together, people counted in neither twice; a bound is stated only where both state it.

        A missing low counts 0, so the sum's low is stated wherever either is.
        """
        low = None if self.low is None and other.low is None else (self.low or 0) + (other.low or 0)
        best = None if self.best is None or other.best is None else self.best + other.best
        high = None if self.high is None or other.high is None else self.high + other.high
        if words is None:
            words = " + ".join(w for w in (self.words, other.words) if w)
        return Count(low, best, high, words)

    def less(self, n: int) -> "Count":
        """Without `n` people who are no part of what is asked for; no bound falls below 0."""
        low, best, high = (None if b is None else max(b - n, 0) for b in (self.low, self.best, self.high))
        return Count(low, best, high, self.words)

    def said_with(self, words: str) -> "Count":
        """The same bounds under other words."""
        return replace(self, words=words)

    @property
    def is_stated(self) -> bool:
        """Does it hold any number at all?"""
        return self.low is not None or self.best is not None or self.high is not None

    @property
    def figure(self) -> int:
        """The one number to print where only one fits: best, else low, else high, else 0."""
        for n in (self.best, self.low, self.high):
            if n is not None:
                return n
        return 0
