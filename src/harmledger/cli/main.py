"""The command `harmledger`: its commands, and how it ends.

Exit codes: 0 done, 1 failed or something was refused, 2 wrong usage, 130 interrupted.
"""

import os
import sys
import traceback
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from harmledger import __version__
from harmledger.cli import gazetteer, ledger, reports, settings
from harmledger.cli.output import say
from harmledger.errors import HarmledgerError

INTERRUPTED = 130


class House(TyperGroup):
    """All commands under one roof: each ends the same way, whatever went wrong."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The commands in the order of the work, not of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        """Runs a command; an error becomes a sentence and an exit code."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except HarmledgerError as e:
            say(f"harmledger: {e}")
            raise typer.Exit(1) from e
        except BrokenPipeError:
            # Whoever read the results has seen enough. What is still buffered must not complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            say("harmledger: interrupted; what was kept so far is whole, the same command goes on from there")
            raise typer.Exit(INTERRUPTED) from None
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except OSError as e:
            say(f"harmledger: {e.filename or 'a file'}: {e.strerror or e}. Free space or mend access, then run again.")
            raise typer.Exit(1) from e
        except Exception as e:
            _own_fault(e)
            raise typer.Exit(1) from e
        return done


def _own_fault(error: Exception) -> None:
    where = traceback.extract_tb(error.__traceback__)[-1]
    say(
        f"harmledger: a fault of harmledger itself, not of your input: {type(error).__name__}: {error} "
        f"({where.filename}, line {where.lineno}, in {where.name}). Please report it with the command you typed; "
        "HARMLEDGER_DEBUG=1 shows the whole trace."
    )
    if os.environ.get("HARMLEDGER_DEBUG"):
        traceback.print_exception(error)


app = typer.Typer(
    cls=House,
    name="harmledger",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `harmledger read FILE`, which keeps nothing; then `harmledger run FOLDER --ledger my.db`.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"harmledger {__version__}")
        raise typer.Exit


@app.callback()
def house(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Turns reports of violence into a record of civilian harm that can be checked line by line.

    Results go to standard output, progress and warnings to standard error. Exit code 0: done; 1: failed, or
    something was refused; 2: wrong usage.
    """


reports.register(app)
ledger.register(app)
gazetteer.register(app)
settings.register(app)


def main() -> None:
    """Runs the command line; does not return."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf8", errors="backslashreplace")
    app()
