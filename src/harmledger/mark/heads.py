"""Heads of a table's columns that no word of the lexicon explains, though figures of harm may stand below them."""

import re
from collections.abc import Mapping, Sequence

from harmledger.text.marks import Cell, Row

_COUNTS = re.compile(r"\d[\d,]*\+?(?:\s*[/+–-]\s*\d[\d,]*)*(?:\s*\([^)]*\))?")
_PLACES = frozenset(("place", "area"))
_LABELS = _PLACES | {"date"}


def unread(
    text: str,
    head: Sequence[tuple[int, int]],
    words: Sequence[str],
    roles: Mapping[str, str],
    rows: Sequence[Row],
    other: frozenset[str],
) -> tuple[Cell, ...]:
    """The heads, each of an unknown column of numbers; none that tells of `other` things than people and places.

    For a column without a head it is the whole line: its numbers may be a part of the column's before it.
    """
    found = (
        Cell("", *(cell if word else (head[0][0], head[-1][1])))
        for at, (cell, word) in enumerate(zip(head, words, strict=True))
        if (word or at) and word not in roles and word not in other and counts(text, rows, at)
    )
    return tuple(dict.fromkeys(found))


def missed(
    text: str,
    head: Sequence[tuple[int, int]],
    words: Sequence[str],
    roles: Mapping[str, str],
    rows: Sequence[Row],
    other: frozenset[str],
) -> tuple[Cell, ...]:
    """The heads for which a table of harm is none: that of the names, or of the figures.

    Beside a known head of the other kind only: names beside figures of harm, or `Killed (M/F)` beside places.
    """
    if any(r.broken for r in rows):
        return ()
    held = [roles.get(w, "") for w in words]
    strange = [at for at, w in enumerate(words) if w and not held[at] and w not in other]
    if _PLACES.isdisjoint(held):
        harm = any(r and r not in _LABELS and counts(text, rows, at) for at, r in enumerate(held))
        return tuple(Cell("", *head[at]) for at in strange if harm and _names(text, rows, at))[:1]
    return tuple(Cell("", *head[at]) for at in strange if _tells(words[at], roles) and counts(text, rows, at))


def _tells(word: str, roles: Mapping[str, str]) -> bool:
    """Does a head begin with one that tells of harm?"""
    parts = word.split()
    return any(roles.get(" ".join(parts[:n]), "date") not in _LABELS for n in range(1, len(parts)))


def _column(text: str, rows: Sequence[Row], at: int) -> list[str]:
    cells = [r.cells[at] for r in rows if not r.broken and not r.total]
    return [text[c.start : c.end] for c in cells if c.end > c.start]


def counts(text: str, rows: Sequence[Row], at: int) -> bool:
    """Does a column hold numbers? Other cells of it may be blank, or without a digit."""
    cells = _column(text, rows, at)
    found = [c for c in cells if any(map(str.isdigit, c))]
    return bool(found) and 2 * len(found) >= len(cells) and all(_COUNTS.fullmatch(c) for c in found)


def _names(text: str, rows: Sequence[Row], at: int) -> bool:
    """Does each cell of a column begin as a name does?"""
    cells = _column(text, rows, at)
    return bool(cells) and all(c[:1].isupper() for c in cells)
