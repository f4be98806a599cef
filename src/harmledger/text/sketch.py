"""Near-copy sketches: a few numbers from which the share of wording that two texts have in common can be told.

MinHash over runs of words [Broder 1997], by `datasketch`, imported only when a sketch is made.
"""

from functools import cache
from operator import eq
from typing import Any

from harmledger.text.tokens import split

SIZE = 64
RUN = 4
LEAST = 12
_QUARTER = 4
Sketch = tuple[int, ...]


@cache
def _blank() -> Any:
    from datasketch import MinHash  # type: ignore[import-untyped]  # heavy (scipy); most commands need none

    return MinHash(num_perm=SIZE, seed=1)


def sketch(text: str) -> Sketch:
    """The sketch of a text: `SIZE` numbers, the same on every machine; empty under `LEAST` runs of `RUN` words."""
    words = [w for w in split(text) if w[0].isalnum()]
    runs = {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
    if len(runs) < LEAST:
        return ()
    made = _blank().copy()
    made.update_batch([r.encode() for r in sorted(runs)])
    return tuple(int(n) for n in made.hashvalues)


def likeness(a: Sketch, b: Sketch) -> float:
    """The estimated share (0 to 1) of runs of words that two texts have in common.

    0 where either has no sketch, or where the first quarters of the two have nothing in common (so one in 65,000 pairs
    of texts half alike).
    """
    if not a or len(a) != len(b):
        return 0.0
    if a == b:
        return 1.0
    quarter = len(a) // _QUARTER
    if not any(map(eq, a[:quarter], b[:quarter])):
        return 0.0
    alike: int = sum(map(eq, a, b))
    return alike / len(a)


def landmarks(sketch: Sketch) -> tuple[tuple[int, int], ...]:
    """What to look for copies of a text under: two texts whose sketches share no landmark have a likeness of 0."""
    return tuple(enumerate(sketch[: len(sketch) // _QUARTER]))
