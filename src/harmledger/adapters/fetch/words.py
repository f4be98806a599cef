"""The words of publication dates, from the package's own data files, read once a process."""

import tomllib
from functools import cache
from importlib.resources import files

from harmledger.collect.datewords import DateWords


@cache
def date_words() -> DateWords:
    """Month names and labels of every language there is a file for."""
    here = files("harmledger.lexicon") / "published"
    names = sorted(f.name for f in here.iterdir() if f.name.endswith(".toml"))
    return DateWords.of(tomllib.loads((here / name).read_text(encoding="utf8")) for name in names)
