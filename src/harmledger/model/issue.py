"""Issue: something that could not be understood, kept as data."""

from dataclasses import dataclass

from harmledger.model.codes import IssueCode
from harmledger.model.place import Candidate, Place
from harmledger.model.span import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """What could not be understood, and where. `address` and `line` tell of input, `span` of a report's text."""

    code: IssueCode
    words: str
    span: Span | None = None
    message: str = ""
    address: str | None = None
    line: int | None = None


def taken_for(place: Place | Candidate) -> str:
    """What an Issue says of a name of several places that is taken for this one."""
    return f"taken for {place.title}"
