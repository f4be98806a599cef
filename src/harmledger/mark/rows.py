"""Rows of tables and lines of lists among a text's other marks: sentences of their own, with labels that are places."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from harmledger.text.marks import Cell, DayPhrase, Hit, PlaceCandidate, Row, Sentence, Table, Tokens

_PLACE, _AREA, _IN, _SETTLEMENT = "place", "area", "in", "settlement"
_NO_PLACES = frozenset(
    [
        *("person", "party", "source", "speaker", "attacker", "nation", "outlet", "post", "target", "means", "attack"),
        *("toll", "harm_participle", "harm_noun", "harm_state", "harm_event", "other_cause"),
    ]
)


def known(tables: Sequence[Table], tokens: Tokens, hits: Sequence[Hit], days: Sequence[DayPhrase]) -> tuple[Table, ...]:
    """The tables, a list's lines without the label that names no place: `Men: 3 killed`, `Monday: 3 killed`."""
    other = {h.first for h in hits if h.category in _NO_PLACES} | {at for d in days for at in range(d.first, d.last)}
    return tuple(_known(t, tokens, other) if t.listed or t.plain else t for t in tables)


def _known(table: Table, tokens: Tokens, other: set[int]) -> Table:
    rows = tuple(_unlabelled(r, tokens, other) for r in table.rows)
    if not table.plain:
        return replace(table, rows=rows)
    lost = any(a.label != b.label for a, b in zip(rows, table.rows, strict=True))
    return replace(table, lost=True, unread=table.unread or (_line(table),)) if lost else table


def _line(table: Table) -> Cell:
    """The caption of plain lines, or the first of them."""
    first = table.rows[0]
    return Cell("", *((table.start, table.end) if table.end > table.start else (first.start, first.end)))


def _unlabelled(row: Row, tokens: Tokens, other: set[int]) -> Row:
    if row.label is None:
        return row
    first, last = bisect_left(tokens.starts, row.label.start), bisect_left(tokens.starts, row.label.end)
    return row if other.isdisjoint(range(first, last)) else replace(row, label=None)


def cut(sentences: Sequence[Sentence], tokens: Tokens, tables: Sequence[Table]) -> tuple[Sentence, ...]:
    """The sentences with each head and each row as one of its own; the number of a list's line ends none (`1.`)."""
    numbered = {bisect_left(tokens.starts, row.start) for t in tables if t.listed for row in t.rows}
    edges = sorted({bisect_left(tokens.starts, at) for t in tables for at in _edges(t)})
    found: list[Sentence] = []
    for sentence in sentences:
        inside = edges[bisect_left(edges, sentence.first + 1) : bisect_left(edges, sentence.last)]
        for first, last in pairwise((sentence.first, *inside, sentence.last)):
            before = found[-1] if found else None
            if (
                before
                and before.first in numbered
                and tokens.norms[before.last - 1] == "."
                and first - before.first == 2
            ):
                found[-1] = replace(before, last=last)
            else:
                found.append(replace(sentence, first=first, last=last))
    return tuple(found)


def _edges(table: Table) -> Iterator[int]:
    yield from (table.start, table.end)
    for row in table.rows:
        yield from (row.start, row.end)


def labelled(places: Sequence[PlaceCandidate], tokens: Tokens, tables: Sequence[Table]) -> tuple[PlaceCandidate, ...]:
    """The place candidates with those of the rows' labels, which are told as sites; other cells name none."""
    kept = list(places)
    for table in tables:
        if table.lost:
            continue
        first, last = table.start, max((r.end for r in table.rows), default=table.end)
        inside = [p for p in kept if first <= p.start < last]
        kept = [p for p in kept if not first <= p.start < last]
        for row in table.rows:
            cells = [c for c in row.cells if c.role == _AREA and c != row.label]
            kept += [p for c in cells for p in _sited(c, inside, tokens)]
            if row.label:
                kept += _sited(row.label, inside, tokens)
            if table.listed:
                behind = row.label.end if row.label else row.start
                kept += [p for p in inside if behind <= p.start < row.end]
    return tuple(sorted(kept, key=lambda c: (c.first, -c.last)))


def _sited(cell: Cell, places: Sequence[PlaceCandidate], tokens: Tokens) -> list[PlaceCandidate]:
    """A cell's candidates as sites. A whole one of a column of places names a settlement, listed or not."""
    first, last = bisect_left(tokens.starts, cell.start), bisect_left(tokens.starts, cell.end)
    inside = [replace(p, cue=_IN) for p in places if cell.start <= p.start and p.end <= cell.end]
    if first >= last or cell.role != _PLACE:
        return inside
    whole = next((p for p in inside if (p.first, p.last) == (first, last)), None)
    if whole is None:
        start, end = tokens.starts[first], tokens.ends[last - 1]
        whole = PlaceCandidate(first, last, start, end, tokens.text[start:end], _IN)
    rest = [p for p in inside if (p.first, p.last) != (first, last)]
    return [replace(whole, noun=whole.noun or _SETTLEMENT), *rest]
