"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from harmledger.cli.output import Format
from harmledger.errors import ModelError
from harmledger.model.when import first_day


def day(words: str | None) -> str | None:
    """A day, month or year as typed; wrong usage where it is none."""
    if words is not None:
        try:
            first_day(words)
        except ModelError as e:
            raise typer.BadParameter(f"{e}; write a day as 2020-01-12, a month as 2020-01") from None
    return words


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt .html .pdf .eml .jsonl), folders, or - for standard input (a report a line as JSON).",
        show_default=False,
    ),
]
Ledger = Annotated[
    Path,
    typer.Option(
        "--ledger",
        "-l",
        metavar="FILE",
        envvar="HARMLEDGER_LEDGER",
        help="The ledger.",
        show_default=False,
    ),
]
How = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Default: table on a terminal, jsonl elsewhere.", show_default=False),
]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="DAY", help="From this day, month or year on.", callback=day, show_default=False),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="DAY", help="Up to and with this one.", callback=day, show_default=False),
]
Where = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="In this place or admin area.", show_default=False)
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="How many processes read at once.")]
Agreements = Annotated[
    Path | None,
    typer.Option(
        "--agreements",
        metavar="FILE",
        help="Truces and ceasefires to hold incidents against (TOML).",
        show_default=False,
    ),
]
Sources = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        metavar="FILE",
        help="Who speaks: names, aliases, kinds, sides (TOML).",
        show_default=False,
    ),
]
