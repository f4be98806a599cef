"""Marks of a made-up report, and the tokens of some words in it."""

from harmledger.adapters.lexicons import load
from harmledger.mark.marker import mark
from harmledger.model.report import Report
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks

ENGLISH: Lexicon = load("en")


def read(text: str) -> tuple[Marks, Report]:
    report = Report("r", text, language="en")
    return mark(report, ENGLISH), report


def tokens_of(marks: Marks, words: str) -> tuple[int, int]:
    """The token range whose text is `words`."""
    start = marks.tokens.text.index(words)
    end = start + len(words)
    first = next(n for n, s in enumerate(marks.tokens.starts) if s >= start)
    last = next(n for n, e in enumerate(marks.tokens.ends) if e >= end)
    return first, last + 1
