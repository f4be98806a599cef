"""Commands that take reports: read, locate, run."""

import typer

from harmledger.cli.options import Agreements, How, Inputs, Jobs, Ledger, Sources
from harmledger.cli.output import emit, say
from harmledger.cli.progress import progress


def read(inputs: Inputs, how: How = None, sources: Sources = None, jobs: Jobs = 1) -> None:
    """Says what reports claim: figures, days, places, parties, speakers. Keeps nothing.

    A report gives a line of JSON; a table or csv has a line for each figure. What could not be understood is
    among a report's issues. With `-` standard input holds a report a line as JSON, of which only "text" is needed.
    """


def locate(inputs: Inputs, how: How = None, jobs: Jobs = 1) -> None:
    """Says which places reports name, also where nothing happened. Keeps nothing.

    A line for each mention. A place that the gazetteer does not know keeps its words, without a point.
    """


def run(
    inputs: Inputs,
    ledger: Ledger,
    agreements: Agreements = None,
    sources: Sources = None,
    jobs: Jobs = 1,
) -> None:
    """Does the whole job: reads reports into a ledger and reckons the incidents.

    It can be repeated and interrupted: what is in the ledger already is not added again. The originals are kept
    beside the ledger. An agreements or sources file is kept too and need not be named again.
    """


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    for command in (read, locate, run):
        app.command()(command)


__all__ = ["emit", "progress", "register", "say"]
