"""Results to standard output: a table for people, jsonl and csv for programs."""

import csv
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import msgspec

from harmledger.cli.cells import dig, tame
from harmledger.cli.columns import KINDS, Kind
from harmledger.model.codec import plain

PIPE_WIDTH = 160


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def chosen(how: Format | None) -> Format:
    """The format asked for; else a table on a terminal, jsonl anywhere else."""
    return how or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)


def emit(kind: str, records: Iterable[object], how: Format | None) -> None:
    """Prints records of one kind."""
    how = chosen(how)
    if how is Format.JSONL:
        for record in records:
            write_line(record)
    elif how is Format.CSV:
        _csv(KINDS[kind], (plain(r) for r in records))
    else:
        _table(KINDS[kind], (plain(r) for r in records))


def write_line(record: object) -> None:
    """One record as a line of JSON: fields in the order of the model, a table's keys (outcomes, schemes) sorted."""
    encoded = msgspec.json.encode(record, order=None if isinstance(record, dict) else "deterministic")
    sys.stdout.write(encoded.decode() + "\n")
    sys.stdout.flush()


def say(words: str) -> None:
    """A line to standard error."""
    sys.stderr.write(tame(words) + "\n")


def _csv(kind: Kind, rows: Iterable[Any]) -> None:
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow([path.replace(".0.", ".") for path in kind.csv])
    for row in rows:
        for line in kind.lines(row):
            out.writerow([_field(dig(line, path)) for path in kind.csv])


def _field(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        value = " | ".join(value)
    elif not isinstance(value, str):
        value = msgspec.json.encode(value).decode()
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _table(kind: Kind, rows: Iterable[Any]) -> None:
    lines = [[cell(line) for _, cell in kind.table] for row in rows for line in kind.lines(row)]
    if not lines:
        say(f"no {kind.many}")
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for header, _ in kind.table:
        table.add_column(header, overflow="fold")
    for line in lines:
        table.add_row(*(Text(tame(cell)) for cell in line))
    Console(width=None if sys.stdout.isatty() else PIPE_WIDTH, highlight=False).print(table)
