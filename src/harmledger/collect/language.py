"""Which language a text is in: by its script where that is enough, else by a statistical guess; None where unsure."""

import re
from copy import copy
from functools import cache
from typing import Any

_LATIN = ("ca", "cs", "da", "de", "en", "es", "fi", "fr", "ha", "hr", "hu", "id", "it", "nl", "no", "pl", "pt", "ro",
          "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi")  # fmt: skip
_SCRIPTS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[A-Za-z\u00c0-\u024f]"), _LATIN),
    (re.compile("[\u0620-\u064a\u066e-\u06d3]"), ("ar", "fa", "ps", "ug", "ur")),
    (re.compile("[\u0400-\u04ff]"), ("be", "bg", "mk", "ru", "sr", "uk")),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\u0370-\u03ff]"), ("el",)),
    (re.compile("[\u0530-\u058f]"), ("hy",)),
    (re.compile("[\u10a0-\u10ff]"), ("ka",)),
    (re.compile("[\u1200-\u137f]"), ("am",)),
    (re.compile("[\u0900-\u097f]"), ("hi", "mr", "ne")),
    (re.compile("[\u0980-\u09ff]"), ("bn",)),
    (re.compile("[\u0e00-\u0e7f]"), ("th",)),
    (re.compile("[\u1000-\u109f]"), ("my",)),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
    (re.compile("[\u3040-\u30ff]"), ("ja",)),
    (re.compile("[\u4e00-\u9fff]"), ("zh",)),
)
_NOISE = re.compile(r"https?://\S+|[@#]\w+|[\d_]+")
_SAMPLE, _LEAST, _SURE, _SHARE = 3000, 16, 0.5, 0.15
_CODE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z0-9-]+)?\Z")


def code(said: str | None) -> str | None:
    """The ISO 639-1 code in a language tag (`en-GB`, `AR`); None where it holds none."""
    found = _CODE.match(said.strip().lower()) if said else None
    return found[1] if found else None


def script(tongue: str) -> re.Pattern[str] | None:
    """What finds a letter of the script that a language is written in; None for a language that is not known."""
    return next((pattern for pattern, known in _SCRIPTS if tongue in known), None)


def language(text: str, hint: str | None = None) -> str | None:
    """The language of a text, ISO 639-1.

    A script other than Latin decides already at a share of 15 % of the letters: the buttons and menus around a post
    are in Latin script more often than the post. `hint`, what a page says of itself, is taken where the text is too
    short or the guess unsure, if its script fits. None where nothing is sure.
    """
    sample = _NOISE.sub(" ", text[:_SAMPLE])
    counts = [len(pattern.findall(sample)) for pattern, _ in _SCRIPTS]
    other = max(range(1, len(counts)), key=counts.__getitem__)
    at = other if counts[other] and counts[other] >= _SHARE * sum(counts) else 0
    letters, (pattern, candidates) = counts[at], _SCRIPTS[at]
    if letters == 0:
        return None
    fitting = hint if hint in candidates else None
    if len(candidates) == 1:
        return candidates[0]
    if letters < _LEAST:
        return fitting
    words = " ".join(word for word in sample.split() if pattern.search(word)) if at else sample
    guess, confidence = _identifier(candidates).classify(words)
    return str(guess) if confidence >= _SURE else fitting


@cache
def _identifier(candidates: tuple[str, ...]) -> Any:
    """The guesser among some languages; all share the one model's big tables."""
    found = copy(_model())
    found.set_languages(sorted(set(candidates) & set(found.labels)))
    return found


@cache
def _model() -> Any:
    """All languages; imported here because it takes half a second and 80 MB to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
