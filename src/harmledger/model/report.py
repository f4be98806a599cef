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
class Report:
    """The readable text of one capture.

    `id` is the user's own where one was given, else derived from the address. The same id with other bytes is a
    revision. `published` is ISO 8601 cut to what is known, None where unknown; `language` ISO 639-1.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    capture: str = ""
