import io
import os
import threading
from pathlib import Path

import pytest

from harmledger.adapters.fetch.inputs import inputs
from harmledger.adapters.fetch.lines import lines
from harmledger.collect.raw import Raw
from harmledger.errors import InputError


def names(folder: Path, *paths: str) -> list[str]:
    """What inputs gives, by name; a refused one with an exclamation mark."""
    out = []
    for found in inputs([str(folder / p) for p in paths]):
        where = found.address if isinstance(found, Raw) else "!" + found.where
        out.append(where.replace(folder.as_posix() + "/", ""))
    return out


def refused(*paths: Path, **more: int) -> InputError:
    (found,) = inputs([str(p) for p in paths], **more)  # type: ignore[arg-type]
    assert isinstance(found, InputError)
    assert found.remedy
    return found


def test_folders_are_walked_in_order_and_only_reports_taken(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/c.HTML",
        "a/b.pdf",
        ".hidden.txt",
        ".git/x.txt",
        "sources.toml",
        "x.csv",
        "README.md",
        "n",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Nine were killed.")
    (tmp_path / "z.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path, ".") == ["a/b.pdf", "a/c.HTML", "b.txt", "!gone.txt", "n", "!z.docx"]


def test_one_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Nine were killed.")
    found = names(tmp_path, "none.txt", "empty.txt", "good.txt", "bad\0name")
    assert found[:3] == ["!none.txt", "!empty.txt", "good.txt"]
    assert len(found) == 4


def test_what_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nine were killed.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "chmod" in refused(path).remedy


def test_json_lines_have_addresses_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": "x", "text": "a"}\r\n\n{"text": "b"}\n{bad\n{"id": 5, "text": "c"}')
    found = [f for f in inputs([str(path)]) if isinstance(f, Raw)]
    assert [(f.address.rpartition("#")[2], f.line) for f in found] == [("x", 1), ("3", 3), ("4", 4), ("5", 5)]
    assert found[0].data == b'{"id": "x", "text": "a"}'


def test_a_report_beyond_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    assert "max_bytes" in refused(tmp_path / "a.txt", max_bytes=100).remedy
    (tmp_path / "b.txt").write_bytes(b"x" * 100)
    (found,) = inputs([str(tmp_path / "b.txt")], max_bytes=100)
    assert isinstance(found, Raw)


def test_a_long_line_is_refused_and_the_next_read(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 200 + b'"}\n{"id": "y", "text": "b"}\n')
    first, second = inputs([str(path)], max_bytes=100)
    assert isinstance(first, InputError)
    assert first.line == 1
    assert isinstance(second, Raw)
    assert second.address.endswith("#y")


@pytest.mark.parametrize(
    ("data", "addresses"),
    [(b'{"id": "x", "text": "a"}\n{"text": "b"}\n', ["-#x", "-#2"]), (b"Nine were killed.", ["-"]), (b"", ["-"])],
)
def test_stdin(data: bytes, addresses: list[str]) -> None:
    found = list(inputs(["-"], io.BytesIO(data)))
    assert [f.address if isinstance(f, Raw) else f.where for f in found] == addresses
    assert all(isinstance(f, Raw) for f in found) is bool(data)


def test_no_stdin() -> None:
    (found,) = inputs(["-"])
    assert isinstance(found, InputError)


def test_a_named_pipe_is_read_like_stdin(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"Nine were killed.",))
    writer.start()
    (one,) = inputs([str(path)])
    writer.join()
    assert isinstance(one, Raw)
    assert one.data == b"Nine were killed."


@pytest.mark.parametrize("chunk", [1, 3, 7, 1000])
def test_lines_whatever_the_chunks(chunk: int) -> None:
    data = b"\xef\xbb\xbfone\n\ntwelve bytes\r\nfar too long a line\nlast"
    stream = io.BytesIO(data)
    start = stream.read(5)
    assert list(lines(start, stream, 13, chunk)) == [
        (1, b"one"),
        (2, b""),
        (3, b"twelve bytes"),
        (4, None),
        (5, b"last"),
    ]


def test_lines_hold_little(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b'{"text": "x"}\n' * (size // 14)

    stream = Endless()
    some = lines(b"", stream, 100, 1400)  # type: ignore[arg-type]
    assert next(some) == (1, b'{"text": "x"}')
    assert stream.given == 1400
