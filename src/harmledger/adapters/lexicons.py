"""Lexicons from the package's own data files, read once a process."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from harmledger.errors import LexiconError
from harmledger.text.lexicon import Lexicon, build
from harmledger.text.origins import Origins
from harmledger.text.origins import origins as origins_in
from harmledger.text.tokens import split


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language (ISO 639-1): its `xx.toml` and `xx.*.toml`, in the order of their names.

    Raises:
        LexiconError: no such language, or a file that is no TOML or no lexicon.
    """
    return build(language, [(name, parsed) for name, _, parsed in _files(language)], split)


@cache
def origins(language: str) -> Origins:
    """Where the words of a language stand in its files.

    Raises:
        LexiconError: as `load`.
    """
    lexicon = load(language)
    return origins_in(_files(language), lambda phrase: list(lexicon.split(split(phrase))))


def _files(language: str) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Each file of a language: its name, its text, and the same parsed."""
    here = files("harmledger.lexicon")
    names = sorted(f.name for f in here.iterdir() if f.name.endswith(".toml") and f.name.split(".")[0] == language)
    if not names:
        raise LexiconError(f"no lexicon for language {language!r}; there are: {', '.join(languages())}")
    found: list[tuple[str, str, Mapping[str, Any]]] = []
    for name in names:
        text = (here / name).read_text(encoding="utf8")
        try:
            found.append((name, text, tomllib.loads(text)))
        except tomllib.TOMLDecodeError as e:
            raise LexiconError(f"{name}: {e}") from e
    return found


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon."""
    names = [f.name for f in files("harmledger.lexicon").iterdir()]
    return tuple(sorted({n.split(".")[0] for n in names if n.endswith(".toml")}))
