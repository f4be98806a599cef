"""Raw: bytes as found, before anybody has looked at them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one report as found at `address` (a path, a URL, `-`, or `file.jsonl#id` for a line of a file).

    `media_type` is one of `kinds`. `line` is the line of the file from 1, where the bytes are a line of one.
    """

    address: str
    data: bytes
    media_type: str
    line: int | None = None
