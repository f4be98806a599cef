"""What every way in must give alike: bytes found become a Report or an InputError, and the batch goes on."""

import io
import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from harmledger.adapters.fetch.agreements import load_agreements
from harmledger.adapters.fetch.inputs import inputs
from harmledger.adapters.fetch.sources import load_sources
from harmledger.adapters.fetch.words import date_words
from harmledger.collect.batch import refuse_clashes
from harmledger.collect.collect import Collected, collect
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.ids import digest

SAMPLES = Path(__file__).parents[2] / "samples" / "idlib-2020-01"
TEXT = "Nine civilians were killed in the city on Wednesday, rescuers said. Two of them were children."


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["Date"], message["From"] = "Nine killed", "Thu, 16 Jan 2020 12:00:00 +0200", "A weekly"
    message.set_content(TEXT, cte="quoted-printable")
    return message.as_bytes()


WAYS = {
    "a.txt": f"Title: Nine killed\nPublished: 2020-01-16T12:00+02:00\nPublisher: A weekly\n\n{TEXT}".encode(),
    "a.html": (
        '<html><head><title>Nine killed</title><meta property="og:site_name" content="A weekly">'
        '<meta property="article:published_time" content="2020-01-16T12:00:00+02:00"></head>'
        f"<body><article><p>{TEXT}</p></article></body></html>"
    ).encode(),
    "a.eml": mail(),
    "a.jsonl": json.dumps(
        {"text": TEXT, "title": "Nine killed", "published": "2020-01-16T12:00+02:00", "publisher": "A weekly"}
    ).encode(),
}


def collected(*found: Raw | InputError) -> list[Collected | InputError]:
    out: list[Collected | InputError] = []
    for one in found:
        try:
            out.append(one if isinstance(one, InputError) else collect(one, date_words()))
        except InputError as error:
            out.append(error)
    return out


@pytest.mark.parametrize("name", WAYS)
def test_every_format_gives_the_same_report(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WAYS[name])
    (found,) = collected(*inputs([str(tmp_path / name)]))
    assert isinstance(found, Collected)
    report = found.report
    assert report.text.strip() == TEXT
    assert (report.title, report.published, report.publisher) == ("Nine killed", "2020-01-16T12:00+02:00", "A weekly")
    assert (report.language, report.capture) == ("en", digest(WAYS[name]))


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.html"])
def test_stdin_gives_what_the_file_gives(name: str) -> None:
    (found,) = collected(*inputs(["-"], io.BytesIO(WAYS[name])))
    assert isinstance(found, Collected)
    assert found.report.text.strip() == TEXT


def test_a_batch_of_everything_bad_and_one_good(tmp_path: Path) -> None:
    bad = {
        "a.pdf": b"%PDF-1.4 nothing", "b.txt": b"", "c.txt": bytes(500), "d.html": b"<html></html>",
        "e.jsonl": b'{"text": "x"\n{"title": "x"}\n"x"\n', "f.eml": b"\n", "g.zip": b"PK\x03\x04",
    }  # fmt: skip
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "h.txt").write_text(TEXT)
    found = collected(*inputs([str(tmp_path)]))
    assert [isinstance(f, InputError) for f in found] == [True] * 9 + [False]
    errors = [f for f in found if isinstance(f, InputError)]
    assert all(str(e).startswith(tmp_path.as_posix()) and e.remedy for e in errors)
    assert [e.line for e in errors if e.line] == [1, 2, 3]


def test_the_samples() -> None:
    found = list(refuse_clashes(collected(*inputs([str(SAMPLES)]))))
    reports = [f.report for f in found if isinstance(f, Collected)]
    assert len(reports) == len(found) == 22
    assert all(f.issues == () for f in found if isinstance(f, Collected))
    assert sorted({r.language or "" for r in reports}) == ["ar", "en"]
    assert all(r.published and "2020-01-09" <= r.published < "2020-01-17" for r in reports)
    text = "\n".join(r.text for r in reports)
    for chrome in ("Related stories", "Newsletter", "50 people", "harmledger"):
        assert chrome not in text


def test_every_sample_says_what_it_is() -> None:
    for path in SAMPLES.iterdir():
        data = path.read_bytes()
        if path.suffix == ".jsonl":
            assert all(b"written for the harmledger demo" in line for line in data.splitlines())
        assert b"for the harmledger demo" in data or path.name == "README.md"


def test_the_samples_agreements_and_sources() -> None:
    agreements = load_agreements(SAMPLES / "agreements.toml")
    sources = load_sources(SAMPLES / "sources.toml")
    assert [a.id for a in agreements] == ["idlib-2018-09", "idlib-2019-08", "idlib-2020-01"]
    assert [e.when.start for e in agreements[2].announced] == ["2020-01-09T14:00+03:00", "2020-01-12T00:01+03:00"]
    assert all(a.where and a.where[0].point for a in agreements)
    known = {name for s in sources for name in (s.name, *s.aliases)}
    publishers = {f.report.publisher for f in collected(*inputs([str(SAMPLES)])) if isinstance(f, Collected)}
    assert publishers - {None} <= known
