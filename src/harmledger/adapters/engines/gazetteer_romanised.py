"""The tables of how names are written in Latin letters, by country."""

import tomllib
from functools import cache
from importlib.resources import files

from harmledger.text.romanised import Romaniser


@cache
def _by_country() -> dict[str, Romaniser]:
    said = tomllib.loads((files(__package__) / "gazetteer_romanised.toml").read_text(encoding="utf8"))
    found: dict[str, Romaniser] = {}
    for table in said.values():
        steps = tuple((pattern, into) for pattern, into in table["steps"])
        made = Romaniser(steps, table["vowels"], table["doubtful"], frozenset(table["articles"]))
        found |= dict.fromkeys(table["countries"], made)
    return found


def romaniser(country: str | None) -> Romaniser | None:
    """The table for places of a country (ISO 3166-1 alpha-2); None where names have one Latin spelling."""
    return _by_country().get(country) if country else None


def tables() -> tuple[Romaniser, ...]:
    """Every table."""
    return tuple(dict.fromkeys(_by_country().values()))
