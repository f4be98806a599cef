"""Fields: what a report's bytes hold before language, time and id are worked out."""

from dataclasses import dataclass

from harmledger.model.issue import Issue


@dataclass(frozen=True, slots=True)
class Fields:
    """A readable text and what its file says of it; None where it says nothing. `published` is as said."""

    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    id: str | None = None
    issues: tuple[Issue, ...] = ()


def body(text: str, title: str | None) -> str:
    """A text without a first paragraph that only repeats the title."""
    first, _, rest = text.partition("\n\n")
    return rest if title and rest.strip() and " ".join(first.split()) == title else text


def said(value: str | None) -> str | None:
    """A value with its outer white space off; None where nothing is left."""
    value = " ".join(value.split()) if value else ""
    return value or None
