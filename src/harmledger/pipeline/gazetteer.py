"""The gazetteer that the settings name: built where it is missing or out of date, added to, looked into."""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from harmledger.config import Config
from harmledger.errors import GazetteerError
from harmledger.geo.entry import Entry

if TYPE_CHECKING:
    from harmledger.adapters.engines.gazetteer_add import Added

Progress = Callable[[str, int, int], None]
PACKAGE = "package:"


def is_current(path: Path) -> bool:
    """Is there a gazetteer of this version, built from the place lists that are installed and our own?

    One that lists were added to counts as current whatever is installed: building it anew would lose them.
    """
    from harmledger.adapters.engines.gazetteer import SqliteGazetteer
    from harmledger.adapters.engines.gazetteer_schema import own_lists

    try:
        gazetteer = SqliteGazetteer(path)
    except GazetteerError:
        return False
    meta = gazetteer.meta
    try:
        return "added" in meta or (
            meta.get("own") == own_lists()
            and all(_installed(n.removeprefix(PACKAGE)) == v for n, v in meta.items() if n.startswith(PACKAGE))
        )
    finally:
        gazetteer.close()


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def build_gazetteer(config: Config, progress: Progress) -> None:
    """Builds it, replacing what is there."""
    from harmledger.adapters.engines.gazetteer_build import build

    build(config.gazetteer, progress)


def add_places(config: Config, file: Path, country: str | None, progress: Progress) -> "Added":
    """Adds a place list, all of it or nothing; says what it brought.

    Raises:
        InputError: the list is not understood.
        GazetteerError: the gazetteer cannot be written.
    """
    from harmledger.adapters.engines.gazetteer_add import add

    return add(config.gazetteer, file, country, progress)


def find_places(config: Config, name: str, country: str | None, limit: int) -> tuple[Entry, ...]:
    """Places of a name, most people first."""
    from harmledger.adapters.engines.gazetteer import SqliteGazetteer

    gazetteer = SqliteGazetteer(config.gazetteer)
    try:
        return gazetteer.search(name, country, limit)
    finally:
        gazetteer.close()
