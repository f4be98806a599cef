"""When: an interval with a precision. Its ends are ISO 8601, cut to what is known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from harmledger.errors import ModelError
from harmledger.model.codes import TimePrecision

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2}))?(?:Z|[+-]\d{2}:\d{2})?)?)?)?\Z")


def first_day(iso: str) -> date:
    """The first day that a cut ISO time (`2019`, `2019-08`, `2019-08-31`, `2019-08-31T06`) can mean.

    Raises:
        ModelError: not such a time.
    """
    year, month, day = _parts(iso)
    return date(year, month or 1, day or 1)


def last_day(iso: str) -> date:
    """The last day that a cut ISO time can mean; raises as `first_day`."""
    year, month, day = _parts(iso)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(iso: str) -> tuple[int, int | None, int | None]:
    found = _ISO.match(iso)
    if not found:
        raise ModelError(f"{iso!r} is no ISO 8601 time")
    year, month, day = (int(g) if g else None for g in found.group(1, 2, 3))
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError as e:
        raise ModelError(f"{iso!r} is no day: {e}") from None
    assert year is not None
    return year, month, day


@dataclass(frozen=True, slots=True)
class When:
    """A happening lies within `start` and `end`, both inclusive, local to the place; an end `None` is unstated.

    Each end is cut to the precision that is known of it (`2019-08` is a month). `words` are the phrase that says so.
    One day of the precision `days` is the likeliest of a few: of a night's two, of news that names none.

    Raises:
        ModelError: an end is no ISO time, or the interval runs backwards.
    """

    start: str | None
    end: str | None
    precision: TimePrecision
    words: str = ""

    def __post_init__(self) -> None:
        first = None if self.start is None else first_day(self.start)
        last = None if self.end is None else last_day(self.end)
        if first and last and first > last:
            raise ModelError(f"an interval from {self.start} to {self.end} runs backwards")

    @classmethod
    def on(cls, day: date, words: str = "") -> "When":
        """That one day."""
        return cls(day.isoformat(), day.isoformat(), TimePrecision.DAY, words)

    @property
    def first(self) -> date | None:
        """First day it can mean."""
        return None if self.start is None else first_day(self.start)

    @property
    def last(self) -> date | None:
        """Last day it can mean."""
        return None if self.end is None else last_day(self.end)
