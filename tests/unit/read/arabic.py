"""What made-up Arabic reports are read to say."""

from tests.unit.read.told import Bounds, bounds

from harmledger.adapters.lexicons import load
from harmledger.mark.marker import mark
from harmledger.model.account import Reading
from harmledger.model.claim import Claim
from harmledger.model.report import Report
from harmledger.read.reader import read

ARABIC = load("ar")


def told(text: str) -> Reading:
    report = Report("r", text, published="2022-03-16", language="ar", capture="c")
    return read(report, mark(report, ARABIC), ARABIC)[0]


def claims(text: str) -> list[Claim]:
    return [c for a in told(text).accounts for c in a.claims]


def only(text: str) -> Claim:
    found = claims(text)
    assert len(found) == 1, [c.span.quote for c in found]
    return found[0]


def figures(text: str) -> list[tuple[str, int]]:
    """Outcome and figure of each claim, in order."""
    return [(c.outcome.value, c.count.figure) for c in claims(text)]


def count(text: str) -> Bounds:
    return bounds(only(text))
