"""The words of publication dates and of page chrome, from the package's own data files, read once a process."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from harmledger.collect.chrome import Chrome
from harmledger.collect.datewords import DateWords


@cache
def date_words() -> DateWords:
    """Month names and labels of every language there is a file for."""
    return DateWords.of(_tables("published"))


@cache
def chrome() -> Chrome:
    """The words of buttons, menus and lists of other stories, of every language there is a file for."""
    return Chrome.of(_tables("chrome"))


def _tables(folder: str) -> Iterator[dict[str, Any]]:
    here = files("harmledger.lexicon") / folder
    names = sorted(f.name for f in here.iterdir() if f.name.endswith(".toml"))
    return (tomllib.loads((here / name).read_text(encoding="utf8")) for name in names)
