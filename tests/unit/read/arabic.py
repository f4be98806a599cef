"""What made-up Arabic reports are read to say."""

from tests.unit.read.told import Bounds, In, bounds

from harmledger.adapters.lexicons import load

ARABIC = load("ar")
_IN_ARABIC = In(ARABIC, "2022-03-16")
told, claims, only, figures = _IN_ARABIC.told, _IN_ARABIC.claims, _IN_ARABIC.only, _IN_ARABIC.figures


def count(text: str) -> Bounds:
    return bounds(only(text))
