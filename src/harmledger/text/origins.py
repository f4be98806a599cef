"""Origins: where in a language's files each of its words stands. Made only to explain what was read."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harmledger.text.lexicon import expand


@dataclass(frozen=True, slots=True)
class Origin:
    """An entry as written: its file, line, the table and key it stands under."""

    file: str
    line: int
    table: str
    entry: str


@dataclass(frozen=True)
class Origins:
    """The entries of one language's files.

    `terms` by category, meaning and normalised phrase; `numbers` by word; `patterns` by name; `columns` of a table by
    what they hold.
    """

    terms: Mapping[tuple[str, str, tuple[str, ...]], Origin]
    numbers: Mapping[str, Origin]
    patterns: Mapping[str, Origin]
    columns: Mapping[str, Origin]


def origins(files: Iterable[tuple[str, str, Mapping[str, Any]]], split: Callable[[str], Sequence[str]]) -> Origins:
    """The origins of every term, number and pattern.

    Args:
        files: each file's name, its text, and the same parsed.
        split: phrase -> normalised tokens, as the lexicon was built with.
    """
    terms: dict[tuple[str, str, tuple[str, ...]], Origin] = {}
    numbers: dict[str, Origin] = {}
    patterns: dict[str, Origin] = {}
    columns: dict[str, Origin] = {}
    for name, text, content in files:
        page = _Page(name, text)
        for word in content.get("numbers", {}):
            numbers[word] = page.at("numbers", word, f"{word} = {content['numbers'][word]}")
        for role in content.get("tables", {}).get("columns", {}):
            columns[role] = page.at("tables.columns", role, role)
        for rule, table in content.get("patterns", {}).items():
            if "items" in table:
                patterns[rule] = page.at(f"patterns.{rule}", "items", table["items"])
        for category, entries in content.get("terms", {}).items():
            for meaning, phrases in entries.items():
                for phrase in phrases:
                    origin = page.at(f"terms.{category}", meaning, phrase)
                    for one in expand(phrase):
                        terms.setdefault((category, meaning, tuple(split(one))), origin)
    return Origins(terms, numbers, patterns, columns)


class _Page:
    """One file, by its tables' and keys' places."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.tables = {m[1]: m.end() for m in re.finditer(r"^\[([^\]\n]+)\]", text, re.MULTILINE)}
        self.keys: dict[tuple[str, str], int] = {}
        self.lines = [m.start() for m in re.finditer("\n", text)]

    def at(self, table: str, key: str, entry: str) -> Origin:
        """The origin of an entry under a key of a table."""
        place = (table, key)
        if place not in self.keys:
            found = re.compile(rf"^\"?{re.escape(key)}\"? *=", re.MULTILINE).search(
                self.text, self.tables.get(table, 0)
            )
            self.keys[place] = found.start() if found else self.tables.get(table, 0)
        start = self.keys[place]
        spots = [s for quote in "\"'" if (s := self.text.find(quote + entry + quote, start)) >= 0]
        where = f"{table}.{key}" if table.startswith("terms.") else table
        return Origin(self.name, bisect_left(self.lines, min(spots, default=start)) + 1, where, entry)
