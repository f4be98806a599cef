"""Lexicons from the package's own data files, read once a process."""

import tomllib
from functools import cache
from importlib.resources import files

from harmledger.errors import LexiconError
from harmledger.text.lexicon import Lexicon, build
from harmledger.text.tokens import split


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language (ISO 639-1): its `xx.toml` and `xx.*.toml`, in the order of their names.

    Raises:
        LexiconError: no such language, or a file that is no TOML or no lexicon.
    """
    here = files("harmledger.lexicon")
    names = sorted(f.name for f in here.iterdir() if f.name.endswith(".toml") and f.name.split(".")[0] == language)
    if not names:
        raise LexiconError(f"no lexicon for language {language!r}; there are: {', '.join(languages())}")
    parsed = []
    for name in names:
        try:
            parsed.append((name, tomllib.loads((here / name).read_text(encoding="utf8"))))
        except tomllib.TOMLDecodeError as e:
            raise LexiconError(f"{name}: {e}") from e
    return build(language, parsed, split)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon."""
    names = [f.name for f in files("harmledger.lexicon").iterdir()]
    return tuple(sorted({n.split(".")[0] for n in names if n.endswith(".toml")}))
