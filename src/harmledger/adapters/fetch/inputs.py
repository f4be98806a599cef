"""Inputs: files, folders, `.jsonl` files and stdin to Raws, one bad input at a time refused and the rest going on."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from harmledger.adapters.fetch.exports import messages
from harmledger.adapters.fetch.lines import lines
from harmledger.collect import kinds
from harmledger.collect.raw import Raw
from harmledger.errors import InputError

MAX_BYTES = 64 * 1024 * 1024
_HEAD = 8192


class _Head(msgspec.Struct):
    """What an address needs of a line; whatever else is wrong with it is found when it is collected."""

    id: str | int | None = None


_PEEK = msgspec.json.Decoder(_Head)


def inputs(
    paths: Sequence[str], stdin: BinaryIO | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Raw | InputError]:
    """The reports under some paths, in the order given and folders in the order of their names.

    A `.jsonl` is read line by line and never held whole; its lines are called `file.jsonl#id`. Exports of Telegram, X
    and WhatsApp are split into their messages. In folders, hidden
    files and files that are no reports (`.toml`, `.csv`, `.md`, ledgers) are passed over, a folder seen before through
    another link is not entered again, and anything else that cannot be read is refused.

    Args:
        paths: files and folders; `-` is stdin, JSON lines or one text.
        stdin: where `-` reads from.
        max_bytes: the most that one report may have.
    """
    for path in paths:
        if path == "-":
            yield from _stream("-", stdin, max_bytes)
        else:
            yield from _path(Path(path), max_bytes)


def _path(path: Path, most: int) -> Iterator[Raw | InputError]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _folder(path, most)
        elif stat.S_ISREG(mode):
            yield from _file(path, most)
        elif stat.S_ISFIFO(mode):
            with path.open("rb") as stream:
                yield from _stream(path.as_posix(), stream, most)
        else:
            yield InputError("no file and no folder", where=path.as_posix(), remedy="Give a file or a folder")
    except OSError as e:
        yield _unreadable(path, e)
    except ValueError:  # a NUL in the name
        yield InputError("no name of a file", where=repr(str(path)), remedy="Give a file or a folder")


def _unreadable(path: Path, error: OSError) -> InputError:
    where = path.as_posix()
    if isinstance(error, FileNotFoundError):
        return InputError("no such file or folder", where=where, remedy="Check the name; relative names start here")
    if isinstance(error, PermissionError):
        return InputError("may not be read", where=where, remedy="Give yourself the right to read it (chmod u+r)")
    return InputError(
        f"cannot be read ({error.strerror or error})", where=where, remedy="Copy it to this disk and retry"
    )


def _folder(folder: Path, most: int) -> Iterator[Raw | InputError]:
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            mode = path.stat()
            if not stat.S_ISDIR(mode.st_mode):
                if stat.S_ISREG(mode.st_mode):
                    yield from _path(path, most)
                continue
            if (mode.st_dev, mode.st_ino) in seen:
                continue
            seen.add((mode.st_dev, mode.st_ino))
            inside = sorted(path.iterdir(), reverse=True)
        except OSError as e:
            yield _unreadable(path, e)
            continue
        waiting += (p for p in inside if not p.name.startswith(".") and not kinds.no_report(p.name, p.suffix.lower()))


def _file(path: Path, most: int) -> Iterator[Raw | InputError]:
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        stream.seek(0)
        yield from _stream(path.as_posix(), stream, most, head, path.suffix.lower())


def _stream(
    address: str, stream: BinaryIO | None, most: int, head: bytes | None = None, ending: str = ""
) -> Iterator[Raw | InputError]:
    if stream is None:
        yield InputError("nothing to read from", where=address, remedy="Pipe reports in, or give files")
        return
    start = b""
    if head is None:  # a pipe cannot be rewound: what is looked at is put before the rest
        start = head = stream.read(_HEAD)
    try:
        if not head.strip() and len(head) < _HEAD:
            raise InputError("empty", where=address, remedy="Leave it out, or fetch it again")
        kind = kinds.kind_of(address, ending, head)
        if kind == kinds.LINES:
            yield from _lines(address, start, stream, most)
            return
        if kind in kinds.EXPORTS:
            yield from messages(kind, address, start, stream, most)
            return
        data = start + stream.read(most + 1 - len(start))
        if len(data) > most:
            raise InputError(
                f"more than {most // 1048576} MB in one report",
                where=address,
                remedy="Cut it into its reports, or raise max_bytes in the configuration",
            )
    except InputError as e:
        yield e
        return
    yield Raw(address, data, kind)


def _lines(address: str, start: bytes, stream: BinaryIO, most: int) -> Iterator[Raw | InputError]:
    for number, line in lines(start, stream, most):
        if line is None:
            yield InputError(
                f"a line of more than {most // 1048576} MB",
                where=address,
                line=number,
                remedy="Write one report a line, or raise max_bytes in the configuration",
            )
        elif line.strip():
            yield Raw(f"{address}#{_name(line, number)}", line, kinds.JSON, number)


def _name(line: bytes, number: int) -> str:
    try:
        name = _PEEK.decode(line).id
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        name = None
    return str(name).encode("utf-8", "replace").decode() if name not in (None, "") else str(number)
