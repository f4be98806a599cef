"""Lines of names and numbers: a table whose head is missing or not known, towns with their tolls under a caption.

`Killed in shelling:` over `Khan Seif: 3` says what is counted. Where nothing does, the lines are kept as a table that
is lost, so that whoever reads it can say so: figures are neither guessed nor dropped in silence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from harmledger.text.marks import Cell, Row, Table

Line = tuple[int, int]
_LONGEST, _WORDS, _FEW = 200, 6, 2
_NAME = r"[^\W\d_][^\n|:;,/.!?\d]{1,40}?"
_BULLET = r"(?:[-•*·▪–‣●|]\s*|\(?\d{1,2}[.)]\s+)?"
_DAY = r"(?:\d{1,4}[ /.-]\w{1,9}(?:[ /.-]\d{2,4})?[\s|,]+)?"
_FIGURES = r"(?P<figures>(?:[\s|:,;–—-]+\d[\d,]*\+?)+)"
_ROW = re.compile(rf"[ \t]*{_BULLET}{_DAY}(?P<label>{_NAME}){_FIGURES}[\s|]*")
_FIRST = re.compile(rf"[ \t]*{_BULLET}\d{{1,4}}\s+(?:[-–—:]\s*|\w{{2,4}}\s+)?(?P<label>[A-Z]{_NAME})[\s|]*")
_PAIR = re.compile(rf"\s*(?P<label>{_NAME})[\s:]+(?P<number>\d[\d,]*\+?)\s*(?:[/;,|]|\Z)")
_RULE = re.compile(r"[\s|:+=_-]+\Z")


def find_pairs(
    text: str, lines: Sequence[Line], at: int, roles: Mapping[str, str], totals: frozenset[str]
) -> tuple[Table, int] | None:
    """The lines of names and numbers that begin at a line, two or more, and the line after them; None where none do."""
    rows: list[Row] = []
    above = next((n for n in range(at - 1, max(-1, at - 3), -1) if not _RULE.match(text[slice(*lines[n])])), at)
    here, told = at, _told(text, lines[above], roles) if above < at else ""
    while here < len(lines) and (found := _rows(text, lines[here], told)):
        rows += found
        here += 1
        if here < len(lines) and _RULE.match(text[slice(*lines[here])]):
            here += 1
    if len(rows) < _FEW:
        return None
    if any(len(r.cells) != _FEW for r in rows):
        told = ""  # several numbers under one word, or a number that may be the line's
    rows = [replace(r, label=None, total=True) if r.label and _says(text, r.label) in totals else r for r in rows]
    head = lines[above] if above < at and _heads(text, lines[above]) else lines[at]
    lost = () if told else (Cell("", *head),)
    start, end = head if head != lines[at] else (lines[at][0], lines[at][0])
    return Table(start, end, tuple(rows), unread=lost, lost=not told, plain=True), here


def _says(text: str, cell: Cell) -> str:
    return text[cell.start : cell.end].lower()


def _heads(text: str, line: Line) -> bool:
    """May a line stand over others: short, and no sentence?"""
    return line[1] - line[0] <= _LONGEST and text[slice(*line)].rstrip()[-1:] not in ".!?"


def _told(text: str, line: Line, roles: Mapping[str, str]) -> str:
    """The one outcome that a caption counts: `Killed in shelling on Monday:`; empty where it tells none, or several."""
    words = re.findall(r"[^\W_]+", text[slice(*line)].lower())
    if text[slice(*line)].rstrip()[-1:] != ":" or line[1] - line[0] > _LONGEST:
        return ""
    spans = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, min(a + 3, len(words)) + 1))
    found = {roles[s] for s in spans if s in roles} - {"place", "area", "date"}
    return found.pop() if len(found) == 1 and " " not in next(iter(found)) else ""


def _rows(text: str, line: Line, told: str) -> list[Row]:
    """What a line says of places: one with its numbers, several with one each; nothing where it is none."""
    start, end = line
    if end - start > _LONGEST:
        return []
    one = _ROW.fullmatch(text, start, end)
    if one is not None and _named(one["label"]):
        numbers = [(m.start(), m.end()) for m in re.compile(r"\d[\d,]*\+?").finditer(text, *one.span("figures"))]
        return [_row(line, one.span("label"), numbers, told)]
    found = list(_pairs(text, line, told))
    if len(found) >= _FEW:
        return found
    first = _FIRST.fullmatch(text, start, end)
    return [Row(start, end)] if first is not None and _named(first["label"]) else []


def _pairs(text: str, line: Line, told: str) -> Iterator[Row]:
    """`Town A 4 / Town B 2`: each pair; none where anything else stands in the line."""
    at, found = line[0], list[Row]()
    while at < line[1]:
        pair = _PAIR.match(text, at, line[1])
        if pair is None or not _named(pair["label"]):
            return
        found.append(_row((pair.start("label"), pair.end("number")), pair.span("label"), [pair.span("number")], told))
        at = pair.end()
    yield from found


def _row(line: Line, label: Line, numbers: Sequence[Line], told: str) -> Row:
    place = Cell("place", *label)
    return Row(*line, label=place, cells=(place, *(Cell(told, *n) for n in numbers)))


def _named(label: str) -> bool:
    """Is it a name: a few words, the first and the last with a capital?"""
    words = label.split()
    return len(words) <= _WORDS and words[0][:1].isupper() and words[-1][:1].isupper()
