import pytest

from harmledger.collect.decode import broken, decode, known, mend
from harmledger.model.codes import IssueCode

ARABIC = "قتل ثمانية عشر مدنيا في غارات جوية على إدلب"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_in_every_dress(codec: str) -> None:
    assert decode(ARABIC.encode(codec)).text == ARABIC


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(codec: str) -> None:
    assert decode("Nine civilians were killed".encode(codec)).text == "Nine civilians were killed"


def test_declared_code_page() -> None:
    assert decode("вчера убиты девять человек".encode("cp1251"), "windows-1251").text == "вчера убиты девять человек"
    assert not broken("x", decode("é".encode("latin-1"), "iso-8859-1"))


@pytest.mark.parametrize(("text", "page"), [(ARABIC, "cp1256"), ("Neun wurden getötet", "cp1252")])
def test_a_guess_is_an_issue(text: str, page: str) -> None:
    decoded = decode(text.encode(page))
    assert decoded.text == text
    issues = broken(decoded.text, decoded)
    assert [(i.code, i.words) for i in issues] == [(IssueCode.TEXT_BROKEN, page)]


def test_broken_utf_8_keeps_all_else_and_shows_where() -> None:
    decoded = decode((ARABIC + " ").encode() + b"\xff\xfe in Idlib")
    assert decoded.text == ARABIC + " \ufffd\ufffd in Idlib"
    (issue,) = broken(decoded.text, decoded)
    assert issue.code is IssueCode.TEXT_BROKEN
    assert issue.message.startswith("2 characters")
    assert issue.span is not None
    assert issue.span.start == len(ARABIC) + 1
    assert issue.span.holds(decoded.text)


def test_only_line_ends_change() -> None:
    decomposed = "e\u0301 \u00a0 \u200f tab\there"
    assert decode(f"{decomposed}\r\nb\rc\n".encode()).text == f"{decomposed}\nb\nc\n"


def test_half_a_surrogate_pair_becomes_the_mark_of_loss() -> None:
    assert mend("a\ud800b") == "a\ufffdb"


@pytest.mark.parametrize(
    ("name", "codec"),
    [("UTF8", "utf-8"), (' "windows-1256" ', "cp1256"), ("bogus", None), ("base64", None), ("", None)],
)
def test_declared_names(name: str, codec: str | None) -> None:
    assert known(name) == codec
