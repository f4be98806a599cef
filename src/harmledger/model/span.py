"""Span: an exact range of a report's text or title, with its quote."""

from dataclasses import dataclass

from harmledger.errors import ModelError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` to `end` (exclusive) of a report's text, or of its title, read exactly `quote`.

    Raises:
        ModelError: the range is empty, runs backwards, or is not as long as its quote.
    """

    start: int
    end: int
    quote: str
    in_title: bool = False

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start or self.end - self.start != len(self.quote):
            raise ModelError(f"a span from {self.start} to {self.end} cannot quote {len(self.quote)} characters")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of `text` between two code-point offsets."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: "Span") -> bool:
        """Do the two share a character?"""
        return self.in_title is other.in_title and self.start < other.end and other.start < self.end

    def holds(self, text: str) -> bool:
        """Is the quote the text at its offsets?"""
        return text[self.start : self.end] == self.quote
