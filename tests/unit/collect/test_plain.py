import json

import pytest

from harmledger.collect.collect import collect
from harmledger.collect.kinds import JSON, TEXT
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.codes import IssueCode
from harmledger.model.ids import digest
from harmledger.model.report import Report


def text(data: str) -> Report:
    return collect(Raw("a.txt", data.encode(), TEXT)).report


def line(record: object, number: int = 7) -> Raw:
    return Raw("posts.jsonl#7", json.dumps(record).encode(), JSON, number)


def test_header_block() -> None:
    report = text("Title: Nine killed\nPublished: 2020-01-16\nPUBLISHER: A weekly\nNote: a demo\n\nNine were killed.\n")
    assert (report.title, report.published, report.publisher) == ("Nine killed", "2020-01-16", "A weekly")
    assert report.text == "Nine were killed.\n"


@pytest.mark.parametrize(
    "data",
    [
        "Idlib: nine killed\n\nNine were killed.",
        "Title: nine killed\nNine were killed.\n\nTwo were children.",
        "Nine were killed.\n\nTitle: x\n\n",
        "Title: nine killed",
        "\nTitle: x\n\nNine were killed.",
    ],
)
def test_no_header_block(data: str) -> None:
    report = text(data)
    assert report.text == data
    assert report.title is None


def test_identity_of_a_file_is_its_address() -> None:
    one, other = text("Nine were killed."), text("Ten were killed.")
    assert one.id == other.id
    assert one.capture != other.capture
    assert one.capture == digest(b"Nine were killed.")


def test_json_line() -> None:
    given = {"id": "x1", "text": "Nine\r\nwere killed.", "title": " A  title ", "published": "2020-01-16", "more": [1]}
    report = collect(line({**given, "publisher": "", "url": None, "language": "ar"})).report
    assert report.id == "x1"
    assert report.text == "Nine\nwere killed."
    assert (report.title, report.publisher, report.language) == ("A title", None, "ar")


def test_a_number_may_be_an_id() -> None:
    assert collect(line({"id": 12, "text": "Nine were killed."})).report.id == "12"


def test_a_nameless_line_is_known_by_its_content_wherever_it_stands() -> None:
    one = collect(line({"text": "Nine were killed."}, 1)).report
    assert collect(line({"text": "Nine were killed."}, 2)).report.id == one.id
    assert collect(line({"text": "Ten were killed."}, 1)).report.id != one.id


def test_a_page_is_known_by_its_url() -> None:
    one = collect(line({"text": "Nine.", "url": "https://www.example.org/a?utm_source=x"})).report
    other = collect(line({"text": "Ten.", "url": "http://example.org/a/"})).report
    assert one.id == other.id
    assert one.url == "https://www.example.org/a?utm_source=x"
    front = {"url": "https://example.org/"}
    assert collect(line({"text": "Nine.", **front})).report.id != collect(line({"text": "Ten.", **front})).report.id


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{bad", "no JSON"),
        (b"[1]", "a list"),
        (b"null", "null"),
        (b"{}", "lacks 'text'"),
        (b'{"text": null}', "lacks 'text'"),
        (b'{"text": 5}', "'text' is a number"),
        (b'{"text": "x", "title": {}}', "'title' is an object"),
        (b'{"text": "x", "id": true}', "'id' is true or false"),
        (b'{"text": "  "}', "holds no text"),
        (b"[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_line_names_file_line_and_remedy(data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        collect(Raw("posts.jsonl#3", data, JSON, 3))
    assert problem in caught.value.problem
    assert (caught.value.where.partition("#")[0], caught.value.line) == ("posts.jsonl", 3)
    assert caught.value.remedy


def test_broken_utf_8_in_a_line_is_kept() -> None:
    found = collect(Raw("posts.jsonl#1", b'{"text": "' + "قتل".encode() + b' \xff"}', JSON, 1))
    assert found.report.text == "قتل \ufffd"
    assert [i.code for i in found.issues] == [IssueCode.TEXT_BROKEN]


def test_what_json_can_hold_and_utf_8_cannot() -> None:
    found = collect(Raw("posts.jsonl#1", b'{"text": "Nine \\ud800 were killed."}', JSON, 1))
    assert found.report.text == "Nine \ufffd were killed."
    (issue,) = found.issues
    assert (issue.code, issue.address, issue.line) == (IssueCode.TEXT_BROKEN, "posts.jsonl#1", 1)
    assert issue.span is not None
    assert issue.span.holds(found.report.text)
