"""How a record's values look in a table's cell: short, and never saying more than the record does."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

# A report's text may hold codes that a terminal would obey: move the cursor, change its title, hide a line.
_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}

Row = Mapping[str, Any]
Cell = Callable[[Row], str]


def tame(text: str) -> str:
    """The text with the terminal's control codes shown as replacement characters."""
    return text.translate(_CONTROLS)


def dig(row: Any, path: str) -> Any:
    """The value at a dotted path (`where.0.name`), None where the path ends early; the row itself at ``."""
    for key in path.split(".") if path else ():
        if isinstance(row, Mapping):
            row = row.get(key)
        elif isinstance(row, list | tuple) and key.isdigit():
            row = row[int(key)] if int(key) < len(row) else None
        else:
            return None
    return row


def plain(path: str) -> Cell:
    """The value at a path as text."""
    return lambda row: _text(dig(row, path))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return "; ".join(f"{k}: {_text(v)}" for k, v in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(_text(v) for v in value)
    return str(value)


def figure(count: Row | None) -> str:
    """Bounds as people say them: `21`, `18 to 21`, `21 or more`, `up to 40`, `about 30`; empty where unstated."""
    if not count:
        return ""
    low, best, high = count.get("low"), count.get("best"), count.get("high")
    more = " or more" if count.get("high_open") else ""
    if low is not None and high is not None:
        middle = "" if low == high or best in (None, low, high) else f" (most say {best})"
        return (str(low) if low == high else f"{low} to {high}") + more + middle
    if low is not None:
        return f"{low} or more"
    if high is not None:
        return f"up to {high}"
    return "" if best is None else f"about {best}"


def quoted(span: Row) -> str:
    """A span's words in quotation marks on one line, and where they stand: `"five dead" (20-29)`."""
    of = "title, " if span["in_title"] else ""
    return f'"{line(span["quote"])}" ({of}{span["start"]}-{span["end"]})'


def line(quote: str) -> str:
    """Words on one line."""
    return " ".join(quote.split())


def bounds(path: str) -> Cell:
    """The figure at a path."""
    return lambda row: figure(dig(row, path))


def interval(path: str) -> Cell:
    """A When: its one day, or its ends; empty where unknown."""

    def cell(row: Row) -> str:
        when = dig(row, path)
        if not when:
            return ""
        start, end = when.get("start"), when.get("end")
        return f"{start or ''}" if start == end else f"{start or '…'} to {end or '…'}"

    return cell


def place(path: str) -> Cell:
    """A Place with its admin areas: `Maarat al-Numan, Idlib`; `?` after words that no gazetteer knows."""

    def cell(row: Row) -> str:
        at = dig(row, path)
        if not at:
            return ""
        unknown = "" if at.get("lat") is not None or at.get("geoname_id") or at.get("place_id") else "?"
        return ", ".join(_once([f"{at.get('name') or at.get('words')}{unknown}", at.get("admin2"), at.get("admin1")]))

    return cell


def each(path: str, key: str, between: str = ", ") -> Cell:
    """One key of each record in a list: `Russia, Syria`."""
    return lambda row: between.join(_once(_text(one.get(key)) for one in dig(row, path) or ()))


def voices(path: str) -> Cell:
    """Each voice with its figure and how many copies told it, a line each: `White Helmets 19 (4 copies)`."""

    def cell(row: Row) -> str:
        told = []
        for voice in dig(row, path) or ():
            copies = voice.get("copies") or 1
            again = f" ({copies} copies)" if copies > 1 else ""
            told.append(f"{voice.get('voice')} {figure(voice)}{again}")
        return "\n".join(told)

    return cell


def findings(path: str) -> Cell:
    """What stands against agreements, a line each: `inside truce-of-january (3 days in force)`.

    Those that it is possibly inside of are only counted, those that it is outside of not named.
    """

    def cell(row: Row) -> str:
        said, doubtful = [], 0
        for finding in dig(row, path) or ():
            if finding.get("finding") == "possibly":
                doubtful += 1
            elif finding.get("finding") != "outside":
                days = finding.get("days_in_force")
                after = "" if days is None else f" ({days} days in force)"
                said.append(f"{finding.get('finding')} {finding.get('agreement')}{after}")
        if doubtful:
            said.append(f"possibly inside {doubtful}{' more' if said else ''}")
        return "\n".join(said)

    return cell


def announced(row: Row) -> str:
    """Each announced hour of an agreement and who says so: `2020-01-09T14:00+03:00 (Russian military)`."""
    said = [(interval("when")(one), one.get("said_by")) for one in row.get("announced") or ()]
    if not said:
        return interval("effective")(row)
    return "\n".join(f"{when} ({by})" if by else when for when, by in said)


def count(path: str) -> Cell:
    """How many there are in a list."""
    return lambda row: str(len(dig(row, path) or ()))


def _once(words: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))
