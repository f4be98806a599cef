"""The gazetteer that the settings name: built where it is missing or out of date, added to, looked into."""

from collections.abc import Callable
from pathlib import Path

from harmledger.config import Config
from harmledger.errors import GazetteerError
from harmledger.geo.entry import Entry

Progress = Callable[[str, int, int], None]


def is_current(path: Path) -> bool:
    """Is there a gazetteer of this version, built from the place lists that are installed?"""
    from harmledger.adapters.engines.gazetteer import SqliteGazetteer
    from harmledger.adapters.engines.gazetteer_sources import versions

    try:
        gazetteer = SqliteGazetteer(path)
    except GazetteerError:
        return False
    try:
        return all(gazetteer.meta.get(f"package:{name}") == version for name, version in versions().items())
    finally:
        gazetteer.close()


def build_gazetteer(config: Config, progress: Progress) -> None:
    """Builds it, replacing what is there."""
    from harmledger.adapters.engines.gazetteer_build import build

    build(config.gazetteer, progress)


def find_places(config: Config, name: str, country: str | None, limit: int) -> tuple[Entry, ...]:
    """Places of a name, most people first."""
    from harmledger.adapters.engines.gazetteer import SqliteGazetteer

    gazetteer = SqliteGazetteer(config.gazetteer)
    try:
        return gazetteer.search(name, country, limit)
    finally:
        gazetteer.close()
