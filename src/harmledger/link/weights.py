"""Weights: what each likeness is worth, as data. The file beside this one holds the ones in use."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from harmledger.errors import ConfigError

LEVELS: Mapping[str, tuple[str, ...]] = {
    "day": ("same", "hours-apart", "days", "week", "coarse", "assumed", "next", "unknown"),
    "place": (
        "same", "near", "spelt-alike", "among", "within", "same-area", "neighbour", "named-apart", "country", "unknown",
    ),
    "by": ("same", "differ", "unknown"),
    "means": ("same", "akin", "differ", "unknown"),
    "target": ("same", "same-common", "differ", "unknown"),
    "killed": ("same-many", "same-few", "same-one", "overlap", "close", "wider", "far", "apart", "unknown"),
    "injured": ("same-many", "same-few", "same-one", "overlap", "close", "wider", "far", "apart", "unknown"),
    "names": ("shared", "differ", "unknown"),
    "voice": ("growing", "same-figure", "unknown"),
    "text": ("passage", "copy", "other"),
    "report": ("same", "other"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers that are no likeness: thresholds (bits), slacks (days, kilometres), stretches (days)."""

    join: float
    unseen: float
    day_slack: int
    km_slack: float
    assumed_days: int
    fine_days: int
    coarse_days: int
    copy_at: float


@dataclass(frozen=True)
class Weights:
    """Bits by comparison and level, and the rules beside them."""

    rules: Rules
    bits: Mapping[str, Mapping[str, float]]


def parse(text: str) -> Weights:
    """Weights from TOML.

    Raises:
        ConfigError: no TOML, a table or level that is missing or unknown, or a value that is no number.
    """
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise ConfigError(f"weights: no TOML: {e}") from e
    kinds = {f.name: f.type for f in fields(Rules)}
    wanted: dict[str, tuple[str, ...]] = {"rules": tuple(kinds), **LEVELS}
    _same_keys("tables", said, tuple(wanted))
    for table, levels in wanted.items():
        if not isinstance(said[table], dict):
            raise ConfigError(f"weights: [{table}] is no table")
        _same_keys(f"[{table}]", said[table], levels)
        for level, value in said[table].items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ConfigError(f"weights: {table}.{level} is no number: {value!r}")
    rules = {k: int(v) if kinds[k] in (int, "int") else float(v) for k, v in said["rules"].items()}
    bits = {table: {level: float(v) for level, v in said[table].items()} for table in LEVELS}
    return Weights(Rules(**rules), bits)  # type: ignore[arg-type]


def _same_keys(where: str, said: Mapping[str, Any], wanted: tuple[str, ...]) -> None:
    for problem, keys in (("has unknown", set(said) - set(wanted)), ("lacks", set(wanted) - set(said))):
        if keys:
            raise ConfigError(f"weights: {where} {problem} {', '.join(sorted(keys))}")
