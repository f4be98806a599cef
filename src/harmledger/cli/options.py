"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated, Literal

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
        metavar="INPUT",
        help="Files (.txt .html .pdf .eml .jsonl), folders, or - for standard input (a report a line as JSON).",
        show_default=False,
    ),
]
_LEDGER = typer.Option(
    "--ledger", "-l", metavar="FILE", help="The ledger. Else HARMLEDGER_LEDGER or the settings.", show_default=False
)
Ledger = Annotated[str | None, _LEDGER]
How = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Default: table on a terminal, jsonl elsewhere.", show_default=False),
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Under each claim, the pattern and the lexicon's entries that made it."),
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
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="How many processes read at once.", show_default=False),
]
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
ExportHow = Annotated[Literal["jsonl", "csv", "geojson"], typer.Option("--format", "-f", help="Shape of the export.")]
Things = Annotated[Literal["incidents", "claims"], typer.Option("--what", help="What is handed out.")]
