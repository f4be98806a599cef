"""The ways of labelling that can be scored, told by the keys of a label."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eval.posts import raw_posts
from eval.score import Figures, Record, counts, harm, peace, toponyms


@dataclass(frozen=True)
class Kind:
    """A way of labelling: the command that answers it, and the scorer."""

    command: str
    score: Callable[[Iterable[Record], Iterable[Record]], Figures]


def kind_of(label: Record) -> Kind | None:
    """How a report was labelled, by the keys of its `gold`; None where there is no scorer for it."""
    if "templates" in label:
        return Kind("read", counts)
    if "toponyms" in label:
        return Kind("locate", toponyms)
    if "killed" in label:
        return Kind("read", harm)
    if "harm" in label:
        return Kind("read", raw_posts)
    return Kind("read", peace) if not label else None
