"""Lines of a byte stream, none held that is longer than allowed."""

from collections.abc import Iterator
from typing import BinaryIO


def lines(start: bytes, stream: BinaryIO, most: int, chunk: int = 1 << 20) -> Iterator[tuple[int, bytes | None]]:
    """Number from 1 and bytes of each line, without its end or a byte order mark; None for one longer than `most`.

    `start` has been read from the stream already. Memory stays below `most` and one chunk.
    """
    parts: list[bytes] = []
    number, size, over = 1, 0, False
    block = start or stream.read(chunk)
    first = True
    while block:
        if first:
            block, first = block.removeprefix(b"\xef\xbb\xbf"), False
        *done, rest = block.split(b"\n")
        for piece in done:
            size += len(piece)
            yield number, None if over or size > most else b"".join([*parts, piece]).removesuffix(b"\r")
            number, parts, size, over = number + 1, [], 0, False
        size += len(rest)
        if size > most:
            parts, over = [], True
        elif rest:
            parts.append(rest)
        block = stream.read(chunk)
    if size:
        yield number, None if over else b"".join(parts)
