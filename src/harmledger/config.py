"""Settings: one frozen Config, from a TOML file, then the environment, then what the caller says.

The file is `harmledger.toml` in the working folder, else `harmledger/config.toml` in the user's configuration folder
(`XDG_CONFIG_HOME`), unless `HARMLEDGER_CONFIG` names another. A setting `jobs` is `HARMLEDGER_JOBS` in the environment.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from harmledger.errors import ConfigError

PREFIX = "HARMLEDGER_"
OTHERS = frozenset({"HARMLEDGER_CONFIG", "HARMLEDGER_DEBUG"})
MEGABYTE = 1 << 20


def _folder(variable: str, otherwise: str, environment: Mapping[str, str]) -> Path:
    """A user's folder by the XDG base directory rules: an unset or relative one falls back."""
    named = environment.get(variable, "")
    return Path(named) if os.path.isabs(named) else Path.home() / otherwise  # noqa: PTH117 - a text, not yet a path


@dataclass(frozen=True, slots=True)
class Config:
    """Settings. `languages` empty: all there are; `max_bytes`: the most that one report may have."""

    gazetteer: Path = field(
        default_factory=lambda: _folder("XDG_DATA_HOME", ".local/share", os.environ) / "harmledger" / "gazetteer.sqlite"
    )
    ledger: str | None = None
    sources: Path | None = None
    agreements: Path | None = None
    jobs: int = 1
    languages: tuple[str, ...] = ()
    max_bytes: int = 16 * MEGABYTE


def load_config(environment: Mapping[str, str] = os.environ, folder: Path | None = None) -> Config:
    """The settings in force; relative paths of a file are relative to that file.

    Args:
        environment: variables, of which those that begin with `HARMLEDGER_` count.
        folder: the working folder.

    Raises:
        ConfigError: an unknown key (with the one that may be meant), a wrong kind of value, or no TOML.
    """
    said: dict[str, Any] = {}
    path = _file(environment, folder or Path.cwd())
    if path is not None:
        said |= _from_file(path)
    for variable, value in environment.items():
        if variable.startswith(PREFIX) and variable not in OTHERS and value:
            key = variable.removeprefix(PREFIX).lower()
            said[_known(key, variable, [PREFIX + k.upper() for k in _keys()])] = _of_text(key, value, variable)
    return Config(**said)


def _file(environment: Mapping[str, str], folder: Path) -> Path | None:
    named = environment.get("HARMLEDGER_CONFIG")
    if named:
        path = Path(named)
        if not path.is_file():
            raise ConfigError(f"HARMLEDGER_CONFIG names {named}, and there is no such file. Correct or unset it")
        return path
    user = _folder("XDG_CONFIG_HOME", ".config", environment) / "harmledger" / "config.toml"
    return next((p for p in (folder / "harmledger.toml", user) if p.is_file()), None)


def _from_file(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as e:
        raise ConfigError(f"{path}: {e}. Write settings as `key = value`") from e
    said = {}
    for key, value in content.items():
        _known(key, f"{path}: {key}", _keys())
        said[key] = _checked(key, value, f"{path}: {key}", path.parent)
    return said


def _keys() -> list[str]:
    return [f.name for f in fields(Config)]


def _known(key: str, where: str, names: list[str]) -> str:
    if key in _keys():
        return key
    near = get_close_matches(where.split(": ")[-1], names, 1)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}"
    raise ConfigError(f"{where} is no setting. {hint}")


def _of_text(key: str, value: str, where: str) -> Any:
    if key in ("jobs", "max_bytes"):
        try:
            return _checked(key, int(value), where, Path())
        except ValueError:
            raise ConfigError(f"{where} is {value!r}, which is no whole number. Write it in digits") from None
    if key == "languages":
        return _checked(key, [w for w in value.replace(",", " ").split() if w], where, Path())
    return _checked(key, value, where, Path())


def _checked(key: str, value: Any, where: str, base: Path) -> Any:
    if key in ("jobs", "max_bytes"):
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise ConfigError(f"{where} is {value!r}. Write a whole number of at least 1")
        return value
    if key == "languages":
        if not isinstance(value, list) or not all(isinstance(w, str) and len(w) == 2 for w in value):
            raise ConfigError(f'{where} is {value!r}. Write a list of two-letter codes, such as ["en"]')
        return tuple(w.lower() for w in value)
    if not isinstance(value, str) or not value:
        raise ConfigError(f"{where} is {value!r}. Write a text in quotation marks")
    if key == "ledger":
        return value if "://" in value else str(base / Path(value).expanduser())
    return base / Path(value).expanduser()
