"""Commands on the gazetteer: build, add, find."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from harmledger.cli.options import How
from harmledger.cli.output import emit, say
from harmledger.cli.progress import stages
from harmledger.cli.settings import settings

if TYPE_CHECKING:
    from harmledger.config import Config

places = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The list of places: build it, add to it, look.")


@places.command()
def build(
    if_stale: Annotated[bool, typer.Option("--if-stale", help="Only if it is missing or out of date.")] = False,
) -> None:
    """Builds the gazetteer of the world's towns from the place lists that come with harmledger.

    Lists that were added are not in it afterwards: add them again.
    """
    from harmledger.pipeline.gazetteer import is_current

    config = settings()
    if not (if_stale and is_current(config.gazetteer)):
        _build(config)


@places.command()
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="Where all its places are, if it does not say.")
    ] = None,
) -> None:
    """Adds a place list: a GeoNames country dump, an OCHA list of P-codes, a CSV with name, lat and lon.

    The kind is told by the headers. A place that is known already gains names and is not doubled; the same list again
    adds nothing.
    """
    from harmledger.pipeline.gazetteer import add_places

    config = ensured(settings())
    with stages() as tick:
        added = add_places(config, file, country, tick)
    typer.echo(f"{added.places} places added, {added.known} known already, {added.names} new names for these")


@places.command()
def find(
    name: Annotated[list[str], typer.Argument(metavar="NAME", show_default=False)],
    country: Annotated[
        str | None, typer.Option("--country", metavar="CODE", help="Only in this country, such as SY.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 20,
    how: How = None,
) -> None:
    """Lists places whose name holds these words, most people first. The last word may be unfinished."""
    from harmledger.pipeline.gazetteer import find_places

    code = country.upper() if country else None
    emit("place", find_places(ensured(settings()), " ".join(name), code, limit), how)


def ensured(config: "Config") -> "Config":
    """The settings, once the gazetteer that they name is there: built now where it is missing."""
    if not config.gazetteer.exists():
        _build(config)
    return config


def register(app: typer.Typer) -> None:
    """Adds these commands."""
    app.add_typer(places, name="gazetteer")


def _build(config: "Config") -> None:
    from harmledger.pipeline.gazetteer import build_gazetteer

    say(f"building the gazetteer, once, in {config.gazetteer} (about half a minute)")
    with stages() as tick:
        build_gazetteer(config, tick)
