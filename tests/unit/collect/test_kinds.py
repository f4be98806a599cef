import pytest

from harmledger.collect.kinds import HTML, LINES, MAIL, PDF, TEXT, kind_of
from harmledger.errors import InputError


@pytest.mark.parametrize(
    ("ending", "head", "kind"),
    [
        (".txt", b"Nine", TEXT),
        (".htm", b"<p>", HTML),
        (".pdf", b"%PDF-1.4\x00\x01\x02", PDF),
        (".eml", b"From: a", MAIL),
        (".ndjson", b"{}", LINES),
        ("", b"Nine were killed", TEXT),
        ("", "قتل تسعة".encode(), TEXT),
        ("", b"\n<!DOCTYPE html><p>", HTML),
        ("", b"%PDF-1.4", PDF),
        ("", b'{"text": "x"}', LINES),
        (".log", b"Nine were killed", TEXT),
        ("", "Nine were killed".encode("utf-16"), TEXT),
    ],
)
def test_kinds(ending: str, head: bytes, kind: str) -> None:
    assert kind_of("a", ending, head) == kind


@pytest.mark.parametrize(
    ("ending", "head", "word"),
    [
        (".zip", b"PK\x03\x04", "archive"),
        (".txt", b"PK\x03\x04", "archive"),
        (".gz", b"\x1f\x8b\x08", "gzip"),
        (".png", b"\x89PNG\r\n", "picture"),
        (".doc", b"\xd0\xcf\x11\xe0", "office"),
        (".jsonl", bytes(range(32)) * 20, "no text"),
        (".jsonl", '{"text": "Nine"}'.encode("utf-16"), "UTF-16"),
        (".toml", b"a = 1", ".toml"),
        (".json", b"[]", ".json"),
        ("", b"SQLite format 3\x00", "database"),
    ],
)
def test_refused_with_a_remedy(ending: str, head: bytes, word: str) -> None:
    with pytest.raises(InputError) as caught:
        kind_of("folder/a", ending, head)
    assert word in caught.value.problem
    assert caught.value.where == "folder/a"
    assert caught.value.remedy
