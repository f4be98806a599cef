"""TOML files that people write by hand: lists of entries, each key checked, each error with file, line and key."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from harmledger.errors import InputError

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its values, where it begins, and what errors call it."""

    values: Mapping[str, Any]
    file: str
    name: str
    line: int | None

    def refuse(self, problem: str, remedy: str) -> InputError:
        """An error about this entry."""
        return InputError(f"{self.name}: {problem}", where=self.file, line=self.line, remedy=remedy)

    def only(self, keys: Sequence[str]) -> None:
        """Refuse a key that is none of `keys`.

        Raises:
            InputError: there is one.
        """
        for key in self.values:
            if key not in keys:
                raise self.refuse(f"unknown key {key!r}", f"Known are: {', '.join(keys)}")

    def text(self, key: str, required: bool = False) -> str | None:
        """A string, stripped; None where absent.

        Raises:
            InputError: no string, empty, or absent though required.
        """
        value = self.values.get(key)
        if value is None and not required:
            return None
        if not isinstance(value, str) or not value.strip():
            what = "is missing" if value is None else "is no text"
            raise self.refuse(f"{key!r} {what}", f'Write {key} = "..."')
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; empty where absent.

        Raises:
            InputError: anything else.
        """
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.refuse(f"{key!r} is no list of texts", f'Write {key} = ["...", "..."]')
        return tuple(v.strip() for v in value)

    def number(self, key: str, low: float, high: float) -> float | None:
        """A number within bounds; None where absent.

        Raises:
            InputError: no number, or out of bounds.
        """
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.refuse(f"{key!r} is no number from {low:g} to {high:g}", f"Correct {key}")
        return float(value)

    def one_of(self, key: str, kind: type[E]) -> E:
        """A value of a vocabulary.

        Raises:
            InputError: absent, or of no such name.
        """
        said = self.text(key, required=True)
        try:
            return kind(str(said))
        except ValueError:
            raise self.refuse(f"{key!r} is {said!r}", f"It is one of: {', '.join(kind)}") from None

    def time(self, key: str, required: bool = False) -> str | None:
        """A time as text, whether written as a string or as TOML's own date; to the minute; None where absent."""
        value = self.values.get(key)
        if isinstance(value, datetime):
            return value.isoformat(timespec="minutes").replace("+00:00", "Z")
        return value.isoformat() if isinstance(value, date) else self.text(key, required)

    def under(self, key: str) -> tuple["Entry", ...]:
        """The entries of `[[...key]]` under this one.

        Raises:
            InputError: no list of tables.
        """
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.refuse(f"{key!r} is no list of tables", f"Write [[...{key}]] before each")
        return tuple(Entry(v, self.file, f"{self.name}, {key} {n}", self.line) for n, v in enumerate(value, 1))


def entries(path: Path, table: str) -> tuple[Entry, ...]:
    """The entries `[[table]]` of a TOML file.

    Raises:
        InputError: the file cannot be read, is no TOML in UTF-8, or holds anything but such entries.
    """
    where = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        content = tomllib.loads(text)
    except OSError as e:
        raise InputError(f"cannot be read ({e.strerror or e})", where=where, remedy="Check the name") from None
    except UnicodeDecodeError:
        raise InputError("not in UTF-8", where=where, remedy="Save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as e:
        found = re.search(r"line (\d+)", str(e))
        line = int(found[1]) if found else None
        raise InputError(f"no TOML ({e})", where=where, line=line, remedy="Correct that line") from None
    for key in content:
        if key != table:
            raise InputError(f"unknown table {key!r}", where=where, remedy=f"Each entry begins with [[{table}]]")
    values = content.get(table, [])
    if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
        raise InputError(f"{table!r} is no list", where=where, remedy=f"Begin each entry with [[{table}]]")
    starts = [n for n, row in enumerate(text.split("\n"), 1) if re.match(rf"\s*\[\[\s*{table}\s*\]\]", row)]
    lines = starts if len(starts) == len(values) else [None] * len(values)
    return tuple(Entry(v, where, f"{table} {n}", at) for n, (v, at) in enumerate(zip(values, lines, strict=True), 1))
