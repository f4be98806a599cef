"""Tables, csv and jsonl of the same records."""

import csv
import io
import json

import pytest

from harmledger.cli.columns import KINDS
from harmledger.cli.output import Format, emit
from harmledger.model.account import Account, Reading
from harmledger.model.claim import Claim
from harmledger.model.codes import IssueCode, Outcome, Scope
from harmledger.model.count import Count
from harmledger.model.issue import Issue
from harmledger.model.source import Speaker
from harmledger.model.span import Span

TEXT = "Two people were killed and at least five injured, medics said."
CLAIMS = (
    Claim("c1", Outcome.KILLED, Count.exact(2, "Two"), Span.of(TEXT, 0, 22), speaker=Speaker("medics")),
    Claim("c2", Outcome.INJURED, Count.at_least(5, "at least five"), Span.of(TEXT, 27, 48)),
)
READING = Reading("r1", "2020-01-16", "en", (Account("a1", Scope.INCIDENT, claims=CLAIMS),))


def test_jsonl_gives_the_whole_record_in_the_model_s_order(capsys: pytest.CaptureFixture[str]) -> None:
    emit("reading", [READING], Format.JSONL)
    row = json.loads(capsys.readouterr().out)
    assert list(row) == [
        *("report", "published", "language", "accounts", "agreements", "positions", "evidence", "issues")
    ]
    assert row["accounts"][0]["claims"][0]["span"] == {
        "start": 0,
        "end": 22,
        "quote": "Two people were killed",
        "in_title": False,
    }


def test_csv_gives_a_line_for_each_figure(capsys: pytest.CaptureFixture[str]) -> None:
    emit("reading", [READING], Format.CSV)
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [(r["claim.outcome"], r["claim.count.low"], r["claim.count.high"]) for r in rows] == [
        ("killed", "2", "2"),
        ("injured", "5", ""),
    ]
    assert rows[0]["claim.speaker.name"] == "medics"
    assert rows[0]["claim.span.quote"] == "Two people were killed"


def test_a_table_holds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    emit("reading", [READING], Format.TABLE)
    out = capsys.readouterr().out
    assert "medics" in out
    assert "5 or more" in out


def test_off_a_terminal_it_is_jsonl(capsys: pytest.CaptureFixture[str]) -> None:
    emit("reading", [READING], None)
    assert json.loads(capsys.readouterr().out)["report"] == "r1"


def test_an_empty_table_says_so_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    emit("issue", [], Format.TABLE)
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "no issues\n")


def test_an_empty_csv_has_its_header(capsys: pytest.CaptureFixture[str]) -> None:
    emit("issue", [], Format.CSV)
    assert capsys.readouterr().out.startswith("report,code,words")


def test_words_that_a_spreadsheet_would_run_are_defused(capsys: pytest.CaptureFixture[str]) -> None:
    emit("issue", [Issue(next(iter(IssueCode)), '=HYPERLINK("x")')], Format.CSV)
    row = next(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert row["words"] == '\'=HYPERLINK("x")'


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_has_no_column_twice(kind: str) -> None:
    assert len(set(KINDS[kind].csv)) == len(KINDS[kind].csv)


def test_a_terminal_obeys_no_report(capsys: pytest.CaptureFixture[str]) -> None:
    emit("issue", [Issue(next(iter(IssueCode)), "before\x1b]0;owned\x07after\x1b[2J")], Format.TABLE)
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "before" in out
