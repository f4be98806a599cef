"""Written dates: what one means, as an ISO 8601 time cut to what it says. Month names are data, given by wiring."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2})"
    r"(?:[T ]\s*(?P<h>\d{2})(?::?(?P<min>\d{2})(?::?\d{2}(?:[.,]\d+)?)?)?\s*"
    r"(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?\Z",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?!\d)")
_ARABIC = re.compile("[\u0600-\u06ff]")


class NoSuchDay(ValueError):
    """Words that have the shape of a date and name no day there is (31 February, month 13, the year 9999)."""


@dataclass(frozen=True)
class DateWords:
    """Month names and the labels that lead in a publication time, of all languages at once.

    `months` has lower-case names to 1-12; `labels` are lower case. Empty: only dates in figures are understood.
    """

    months: Mapping[str, int]
    labels: tuple[str, ...] = ()

    @classmethod
    def of(cls, tables: Iterable[Mapping[str, object]]) -> "DateWords":
        """From parsed tables with `months` and `labels`, one a language."""
        months: dict[str, int] = {}
        labels: list[str] = []
        for table in tables:
            named, leads = table.get("months"), table.get("labels")
            if isinstance(named, Mapping):
                months |= {str(k).lower(): int(v) for k, v in named.items()}
            if isinstance(leads, list):
                labels += [str(w).lower() for w in leads]
        return cls(months, tuple(labels))

    @cached_property
    def worded(self) -> re.Pattern[str] | None:
        """A day, a month's name and a year, in either order of day and month; double month names are one."""
        if not self.months:
            return None
        name = "|".join(sorted(map(re.escape, self.months), key=len, reverse=True))
        month = rf"(?:{name})\.?(?:\s*[/-]\s*(?:{name}))?"
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        return re.compile(
            rf"(?<!\w)(?:(?P<d1>{day})\s*(?:of\s+)?[-/]?\s*(?P<m1>{month})|(?P<m2>{month})\s*(?P<d2>{day}))"
            rf"\s*[,،/-]?\s*(?P<y>(?:19|20)\d\d|\d\d(?=\s*(?:\(|--|—|–)))(?!\d)",
            re.IGNORECASE,
        )

    @cached_property
    def led(self) -> re.Pattern[str] | None:
        """A label at the beginning of a line, with a colon or without, and what follows it in the line."""
        if not self.labels:
            return None
        lead = "|".join(sorted(map(re.escape, self.labels), key=len, reverse=True))
        return re.compile(
            rf"^[^\S\n]*(?:{lead})(?:[^\S\n]*[:：]|(?=[^\S\n]+\d))[^\S\n]*(?P<rest>\S[^\n]{{0,60}})", re.I | re.M
        )


NO_WORDS = DateWords({})


def figures(words: str) -> str:
    """The words with Arabic-Indic figures as ASCII ones, offset by offset."""
    return words.translate(_DIGITS)


def whole(words: str, known: DateWords = NO_WORDS) -> str | None:
    """The time that the words as a whole say: ISO 8601, a mail's date, or a written date; None where they say none.

    Seconds are cut off. A zone is kept as said; a time without one is kept without.

    Raises:
        NoSuchDay: they have the shape of a date and name no day.
    """
    words = figures(words).strip()
    found = _ISO.match(words)
    if found:
        return _iso(found)
    if re.search(r"\d:\d\d", words):
        try:
            return stamp(parsedate_to_datetime(words))
        except (ValueError, OverflowError, TypeError, IndexError):
            pass
    inside = within(words, known)
    return inside[0] if inside and inside[1] > 0.5 * len(words) else None


def within(words: str, known: DateWords = NO_WORDS) -> tuple[str, int, int, int] | None:
    """The first full date within the words: ISO day, its length in letters, where it begins and ends.

    A date in figures whose day and month could be swapped counts only in Arabic script, which says the day first.

    Raises:
        NoSuchDay: the first thing of that shape names no day.
    """
    words = figures(words)
    hits = [h for p in (_YEAR_FIRST, _YEAR_LAST, known.worded) if p for h in [p.search(words)] if h]
    for hit in sorted(hits, key=lambda h: h.start()):
        parts = hit.groupdict()
        if "a" in parts:
            first, second = int(parts["a"]), int(parts["b"])
            if first != second and first <= 12 and second <= 12 and not _ARABIC.search(words):
                continue
            month, day = (first, second) if second > 12 else (second, first)
        elif "d1" in parts:
            name = parts["m1"] or parts["m2"]
            month, day = _month(name, known), int(re.sub(r"\D", "", parts["d1"] or parts["d2"]))
        else:
            month, day = int(parts["m"]), int(parts["d"])
        year = int(parts["y"])
        if year < 100:
            year += 1900 if year >= 70 else 2000
        return _day(year, month, day, hit.group()).isoformat(), hit.end() - hit.start(), hit.start(), hit.end()
    return None


def _month(name: str, known: DateWords) -> int:
    lower = " ".join(name.lower().replace(".", " ").split())
    return known.months.get(lower) or next(n for m, n in known.months.items() if lower.startswith(m))


def _iso(found: re.Match[str]) -> str:
    year, month, day = found["y"], found["m"], found["d"]
    checked = _day(int(year), int(month or 1), int(day or 1), found.group())
    if not month:
        return f"{checked:%Y}".zfill(4)
    if not day:
        return checked.isoformat()[:7]
    if not found["h"]:
        return checked.isoformat()
    if int(found["h"]) > 23 or int(found["min"] or 0) > 59:
        raise NoSuchDay(f"{found.group()!r} is no time of day")
    return f"{checked.isoformat()}T{found['h']}{':' + found['min'] if found['min'] else ''}{_zone(found['zone'])}"


def _zone(said: str | None) -> str:
    if not said:
        return ""
    if said.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    digits = said[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 15 or int(digits[2:]) > 59:
        raise NoSuchDay(f"{said!r} is no time zone")
    return f"{said[0]}{digits[:2]}:{digits[2:]}"


def _day(year: int, month: int, day: int, words: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as e:
        raise NoSuchDay(f"{words!r}: {e}") from None


def stamp(at: datetime) -> str:
    """A datetime as ISO 8601 to the minute, with its zone where it has one."""
    iso = at.isoformat(timespec="minutes")
    return iso.replace("+00:00", "Z")
