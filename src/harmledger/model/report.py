"""Capture: bytes kept, as seen at an instant. Report: the readable text of one capture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes kept. `digest` is their SHA-256 in hex; `address` the URL or path seen; `fetched` ISO 8601 with zone."""

    digest: str
    address: str
    media_type: str
    size: int
    fetched: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Code points `start` to `end` (exclusive) of a report's text that are in one language (ISO 639-1), or an `aside`.

    An aside is no part of what the report tells: buttons and counters, headlines of other stories, readers' replies,
    the same words once more. It stays in the text, so that offsets hold, and is not read.
    """

    start: int
    end: int
    language: str | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The readable text of one capture.

    `id` is the user's own where one was given, else derived from the address. The same id with other bytes is a
    revision. `published` is ISO 8601 cut to what is known, None where unknown; `language` ISO 639-1, that of most of
    the text. `passages` are those that are asides or in another language, in the order of the text; all the rest is
    the report's own words in its language.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    capture: str = ""
    passages: tuple[Passage, ...] = ()
