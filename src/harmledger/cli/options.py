"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from harmledger.cli.output import Format

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt .html .pdf .eml .jsonl), folders, or - for standard input (a report a line as JSON).",
        show_default=False,
    ),
]
Ledger = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        metavar="LEDGER",
        envvar="HARMLEDGER_LEDGER",
        help="The ledger: a file, made if it is not there.",
        show_default=False,
    ),
]
How = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="table (default on a terminal), jsonl (default elsewhere) or csv."),
]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="From this day on: 2020-01-12 or 2020-01.")]
To = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Up to and with this day.")]
Where = Annotated[str | None, typer.Option("--place", metavar="NAME", help="In this place or admin area.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes read at once.")]
Agreements = Annotated[
    Path | None,
    typer.Option("--agreements", metavar="FILE", help="Truces and ceasefires to hold incidents against (TOML)."),
]
Sources = Annotated[
    Path | None,
    typer.Option("--sources", metavar="FILE", help="Who speaks: names, aliases, kinds, sides (TOML)."),
]
