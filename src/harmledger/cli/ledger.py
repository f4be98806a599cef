"""Commands that look into a ledger, check it, and hand out what may leave it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from harmledger.cli.options import ExportHow, From, How, Jobs, Ledger, Things, To, Where
from harmledger.cli.output import Format, chosen, emit, say
from harmledger.cli.progress import progress
from harmledger.cli.settings import settings, with_ledger
from harmledger.cli.story import story

if TYPE_CHECKING:
    from harmledger.pipeline.queries import Window
    from harmledger.pipeline.store import Ledger as Book


def incidents(ledger: Ledger = None, first: From = None, last: To = None, place: Where = None, how: How = None) -> None:
    """Lists incidents: ranges, voices, grades, findings.

    An incident that may lie in the window or not, since its day is known too coarsely, is listed too.
    """
    from harmledger.pipeline import queries

    with _reckoned(ledger) as book:
        emit("incident", queries.incidents(book, _window(first, last, place)), how)


def claims(ledger: Ledger = None, first: From = None, last: To = None, place: Where = None, how: How = None) -> None:
    """Lists claims: who says what, in which words."""
    from harmledger.pipeline import queries

    with _reckoned(ledger) as book:
        emit("claim", queries.claims(book, _window(first, last, place)), how)


def agreements(ledger: Ledger = None, how: How = None) -> None:
    """Lists truces, of the agreements file and of reports."""
    from harmledger.pipeline import queries

    with _opened(ledger) as book:
        emit("agreement", queries.agreements(book), how)


def totals(
    ledger: Ledger = None,
    first: From = None,
    last: To = None,
    place: Where = None,
    established: Annotated[
        bool, typer.Option("--established", help="Only incidents that two independent voices tell of.")
    ] = False,
    how: How = None,
) -> None:
    """Adds incidents up over a window and a place.

    Each incident counts once. What was left out is said, with the reason. Tallies are never added.
    """
    from harmledger.pipeline import queries

    with _reckoned(ledger) as book:
        found = queries.totals(book, _window(first, last, place), settings().gazetteer, established)
    emit("totals", [found], how)
    if chosen(how) is Format.TABLE and found.left_out:
        emit("left out", found.left_out, how)


def audit(ledger: Ledger = None, how: How = None) -> None:
    """Holds tallies against the incidents on record.

    A tally is a figure for a day, a campaign, a year. It comes out as explained, with an unexplained remainder, or
    over-explained by the incidents inside its window and area.
    """
    from harmledger.pipeline import queries

    with _reckoned(ledger) as book:
        rows, flaws = queries.audit(book)
    emit("audit", rows, how)
    for flaw in flaws:
        say(f"{flaw.voice}, {flaw.outcome}: {flaw.kind}: {flaw.why}")


def issues(
    ledger: Ledger = None,
    settled: Annotated[
        bool, typer.Option("--settled", help="Only the names of several places that other reports have settled.")
    ] = False,
    how: How = None,
) -> None:
    """Lists what could not be understood.

    Which of several places a name means is left out where other reports of the ledger tell.
    """
    from harmledger.pipeline import queries

    with _reckoned(ledger) as book:
        emit("issue", queries.issues(book, settled), how)


def show(
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="Of an incident, account, claim or report; its beginning is enough."),
    ],
    ledger: Ledger = None,
    how: How = None,
) -> None:
    """Shows everything behind one incident, quote by quote."""
    from harmledger.pipeline import queries

    with _reckoned(ledger) as book:
        shown = queries.show(book, name)
    if chosen(how) is Format.TABLE:
        sys.stdout.write(story(shown))
    else:
        emit("shown", [shown], how)


def export(
    ledger: Ledger = None,
    how: ExportHow = "jsonl",
    what: Things = "incidents",
    first: From = None,
    last: To = None,
    place: Where = None,
) -> None:
    """Hands out incidents or claims, redacted.

    Personal data is left out and places of people at risk are coarse. Equal ledgers give equal bytes.
    """
    from harmledger.pipeline.export import ExportFormat, What
    from harmledger.pipeline.export import export as exported

    with _reckoned(ledger) as book:
        for piece in exported(book, ExportFormat(how), What(what), _window(first, last, place)):
            sys.stdout.write(piece)


def rebuild(ledger: Ledger = None, jobs: Jobs = None) -> None:
    """Makes everything derived anew from the log."""
    from harmledger.cli.gazetteer import ensured
    from harmledger.pipeline.wiring import rebuild_ledger

    config = ensured(with_ledger(ledger, jobs=jobs))
    with progress("captures") as tick:
        number = rebuild_ledger(config, tick)
    say(f"{number} captures read anew")


def verify(ledger: Ledger = None) -> None:
    """Checks that the log and the originals are unchanged.

    What is derived from them (claims, incidents) is not checked: `harmledger rebuild` makes it anew.
    """
    from harmledger.pipeline import queries

    with _opened(ledger) as book:
        number = queries.verify(book)
    say(f"{number} entries of the log hold, with their originals")
    say("what is derived from them is not checked; `harmledger rebuild` makes it anew from the log")


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    commands: tuple[Callable[..., None], ...] = (
        *(incidents, show, claims, agreements, totals, audit, issues),
        *(export, rebuild, verify),
    )
    for command in commands:
        app.command()(command)


@contextmanager
def _opened(name: str | None) -> "Iterator[Book]":
    config = with_ledger(name)
    from harmledger.pipeline.wiring import open_ledger

    with open_ledger(config.ledger) as book:
        yield book


@contextmanager
def _reckoned(name: str | None) -> "Iterator[Book]":
    """A ledger whose incidents are asked for: whoever asks is told where they are behind what is on record."""
    from harmledger.pipeline.queries import is_behind

    with _opened(name) as book:
        if is_behind(book):
            say(
                f"warning: the last run on {book.name} was broken off, or is still going: its incidents are not those "
                "of all its reports. Type the same `harmledger run ...` again, and it goes on from there; "
                f"`harmledger rebuild --ledger {book.name}` makes them too, from the log"
            )
        yield book


def _window(first: str | None, last: str | None, place: str | None) -> "Window":
    from harmledger.pipeline.queries import Window

    return Window.of(first, last, place)
