"""Objects of a JSON file one by one, from a stream: however long the file, no more than one of them is held."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import msgspec

_NEXT = re.compile(rb'["{}\[\]]')
_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_VALUE_FOLLOWS = re.compile(rb"\s*:\s*")


@dataclass(frozen=True, slots=True)
class Found:
    """An object: its bytes (None where they are more than allowed), its line, and what was said before its list.

    `around` holds the values that stand before the list in the object that the list is in: a chat's name and id.
    """

    data: bytes | None
    line: int
    around: Mapping[str, Any]


class Broken(Exception):
    """The file ends in the middle, or is no JSON."""


@dataclass
class _Open:
    """A bracket that is open: where it begins in the buffer (-1: gone), and whether its objects are looked for."""

    mark: int
    start: int
    wanted: bool = False
    around: Mapping[str, Any] = field(default_factory=dict)


class Objects:
    """Scans a stream for the objects in lists that stand under one of `keys`, or are the whole file."""

    def __init__(self, start: bytes, stream: BinaryIO, keys: frozenset[str], most: int, chunk: int = 1 << 20) -> None:
        self._stream, self._keys, self._most, self._chunk = stream, keys, most, chunk
        self._buffer = start.removeprefix(b"\xef\xbb\xbf")
        self._at, self._line = 0, 1
        self._open: list[_Open] = []
        self._key: tuple[str, int] | None = None

    def __iter__(self) -> Iterator[Found]:
        """The objects in the order of the file.

        Raises:
            Broken: after the last whole object, where the file does not end as it should.
        """
        while True:
            found = _NEXT.search(self._buffer, self._at)
            if found is None:
                self._at = len(self._buffer)
                if self._more() is None:
                    break
                continue
            if found.group() == b'"':
                if not self._string(found.start()):
                    raise Broken
                continue
            self._at = found.end()
            if found.group() in b"{[":
                self._opens(found.group()[0], found.start())
            elif not self._open:
                raise Broken
            else:
                closed = self._open.pop()
                if closed.mark == ord("{") and self._open and self._open[-1].wanted:
                    yield self._object(closed, found.end())
            self._key = None
        if self._open:
            raise Broken

    def _string(self, at: int) -> bool:
        """Passes over a string and remembers it where it is a wanted key; False where it never ends."""
        while (found := _STRING.match(self._buffer, at)) is None:
            shift = self._more(keep=at)
            if shift is None:
                return False
            at -= shift
        self._at, self._key = found.end(), None
        if found.end() - at < 40:
            name = found.group()[1:-1].decode("utf-8", "replace")
            if name in self._keys:
                self._key = (name, at)
        return True

    def _opens(self, mark: int, start: int) -> None:
        wanted = False
        around: Mapping[str, Any] = {}
        if mark == ord("[") and not any(o.wanted for o in self._open):
            key = self._key
            wanted = not self._open
            if key and _VALUE_FOLLOWS.fullmatch(self._buffer, key[1] + len(key[0]) + 2, start):
                wanted, around = True, self._said(self._open[-1].start, key[1])
            if wanted:
                for one in self._open:
                    one.start = -1
        self._open.append(_Open(mark, start, wanted, around))

    def _said(self, start: int, end: int) -> Mapping[str, Any]:
        if start < 0:
            return {}
        try:
            found = msgspec.json.decode(self._buffer[start:end].rstrip().removesuffix(b",") + b"}")
        except msgspec.DecodeError:
            return {}
        return found if isinstance(found, dict) else {}

    def _object(self, closed: _Open, end: int) -> Found:
        start = closed.start
        data = self._buffer[start:end] if start >= 0 and end - start <= self._most else None
        line = self._line + (self._buffer.count(b"\n", 0, start) if start > 0 else 0)
        return Found(data, line, self._open[-1].around)

    def _more(self, keep: int | None = None) -> int | None:
        """Reads on; says by how much the buffer moved, None at the end or where a string is longer than all limits.

        Objects that are longer than the limit are let go, the outermost first.
        """
        block = self._stream.read(self._chunk)
        if not block:
            return None
        least = min(self._at if keep is None else keep, self._key[1] if self._key else self._at)
        if len(self._buffer) - least > 2 * self._most + self._chunk:
            return None
        held = [o for o in self._open if o.start >= 0 and o.mark == ord("{")]
        while held and len(self._buffer) - held[0].start > self._most + self._chunk:
            held.pop(0).start = -1
        floor = min([least, *(o.start for o in held[:1])])
        self._line += self._buffer.count(b"\n", 0, floor)
        self._buffer = self._buffer[floor:] + block
        self._at = max(0, self._at - floor)
        for one in self._open:
            one.start = one.start - floor if one.start >= floor else -1
        if self._key:
            self._key = (self._key[0], self._key[1] - floor)
        return floor
