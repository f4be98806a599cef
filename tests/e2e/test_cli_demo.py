"""The demo, from the samples to what the commands print of them."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.commands import SAMPLES, Run

from harmledger.model.account import Reading
from harmledger.model.agreement import Agreement
from harmledger.model.audit import AuditRow
from harmledger.model.claim import Claim
from harmledger.model.codec import decode
from harmledger.model.incident import Incident
from harmledger.model.issue import Issue
from harmledger.model.totals import Totals

LISTS = ("incidents", "claims", "agreements", "issues", "audit", "totals")


def rows(run: Run, *words: str | Path) -> list[dict[str, Any]]:
    done = run(*words, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_market_is_one_incident_with_a_range_and_voices(harmledger: Run, demo_ledger: Path) -> None:
    on_the_day = rows(harmledger, "incidents", "--ledger", demo_ledger, "--from", "2020-01-15", "--to", "2020-01-15")
    market = max(on_the_day, key=lambda incident: len(incident["reports"]))
    killed = market["toll"]["killed"]
    assert market["where"][0]["name"] == "Idlib"
    assert killed["low"] <= 18 < killed["high"] == 19
    assert killed["low"] == min(voice["low"] for voice in killed["voices"])
    assert killed["high"] == max(voice["high"] for voice in killed["voices"])
    assert len(market["reports"]) > len(killed["voices"]) > 1
    assert "Syrian Observatory for Human Rights" in {voice["voice"] for voice in killed["voices"]}


def test_each_figure_leads_back_to_a_quote(harmledger: Run, demo_ledger: Path) -> None:
    claims = {claim["id"]: claim for claim in rows(harmledger, "claims", "--ledger", demo_ledger)}
    behind = [
        claim
        for incident in rows(harmledger, "incidents", "--ledger", demo_ledger)
        for toll in incident["toll"].values()
        for voice in toll["voices"]
        for claim in voice["claims"]
    ]
    assert behind
    for claim in behind:
        span = claims[claim]["span"]
        assert span["end"] - span["start"] == len(span["quote"])


def test_tallies_are_in_the_audit_and_in_no_incident(harmledger: Run, demo_ledger: Path) -> None:
    assert rows(harmledger, "audit", "--ledger", demo_ledger)
    highest = [
        toll["high"] or 0
        for incident in rows(harmledger, "incidents", "--ledger", demo_ledger)
        for outcome, toll in incident["toll"].items()
        if outcome == "killed"
    ]
    assert max(highest) < 50


def test_incidents_are_held_against_the_truce(harmledger: Run, demo_ledger: Path) -> None:
    found = {
        finding["finding"]
        for incident in rows(harmledger, "incidents", "--ledger", demo_ledger, "--from", "2020-01-15")
        for finding in incident["agreements"]
    }
    assert "inside" in found
    assert rows(harmledger, "agreements", "--ledger", demo_ledger)


def test_show_tells_everything_behind_an_incident(harmledger: Run, demo_ledger: Path) -> None:
    market = max(rows(harmledger, "incidents", "--ledger", demo_ledger), key=lambda i: len(i["reports"]))
    done = harmledger("show", market["id"], "--ledger", demo_ledger, "--format", "table")
    assert done.returncode == 0, done.stderr
    assert market["id"] in done.stdout
    for voice in market["toll"]["killed"]["voices"]:
        assert voice["voice"] in done.stdout
        assert all(claim in done.stdout for claim in voice["claims"])
    by_beginning = harmledger("show", market["id"][:8], "--ledger", demo_ledger, "--format", "table")
    assert by_beginning.stdout == done.stdout


def test_show_of_nothing_says_so(harmledger: Run, demo_ledger: Path) -> None:
    done = harmledger("show", "i-000000000000", "--ledger", demo_ledger)
    assert done.returncode == 1
    assert "i-000000000000" in done.stderr


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (("incidents",), Incident),
        (("claims",), Claim),
        (("agreements",), Agreement),
        (("issues",), Issue),
        (("audit",), AuditRow),
        (("totals",), Totals),
    ],
)
def test_what_is_printed_is_the_record(harmledger: Run, demo_ledger: Path, words: tuple[str, ...], kind: type) -> None:
    done = harmledger(*words, "--ledger", demo_ledger, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        assert isinstance(decode(line, kind), kind)


def test_a_reading_s_quotes_stand_in_the_text_at_their_offsets(harmledger: Run, tmp_path: Path) -> None:
    lines = (SAMPLES / "06-posts.jsonl").read_text(encoding="utf8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    done = harmledger("read", SAMPLES / "06-posts.jsonl", "--format", "jsonl")
    claims = 0
    for line in done.stdout.splitlines():
        reading = decode(line, Reading)
        for claim in (claim for account in reading.accounts for claim in account.claims):
            claims += 1
            assert claim.span.holds(texts[reading.report])
    assert claims > 5


@pytest.mark.parametrize("name", LISTS)
def test_every_list_comes_in_three_shapes(harmledger: Run, demo_ledger: Path, name: str) -> None:
    lines = rows(harmledger, name, "--ledger", demo_ledger)
    assert lines
    table = harmledger(name, "--ledger", demo_ledger, "--format", "table")
    assert (table.returncode, table.stderr) == (0, "")
    assert len(table.stdout.splitlines()) > len(lines)
    as_csv = list(csv.DictReader(io.StringIO(harmledger(name, "--ledger", demo_ledger, "--format", "csv").stdout)))
    assert len(as_csv) >= len(lines)


def test_a_window_and_a_place_narrow_the_lists(harmledger: Run, demo_ledger: Path) -> None:
    everything = rows(harmledger, "incidents", "--ledger", demo_ledger)
    ariha = rows(harmledger, "incidents", "--ledger", demo_ledger, "--place", "Ariha")
    never = rows(harmledger, "incidents", "--ledger", demo_ledger, "--from", "2031")
    assert 0 < len(ariha) < len(everything)
    assert never == []


def test_a_second_run_adds_nothing(harmledger: Run, tmp_path: Path) -> None:
    words = ("run", SAMPLES, "--ledger", "a.db", "--format", "jsonl")
    first = json.loads(harmledger(*words).stdout)
    before = harmledger("export", "--ledger", "a.db", "--format", "jsonl").stdout
    second = json.loads(harmledger(*words).stdout)
    assert first["added"] > 10
    assert (second["added"], second["revised"], second["refused"]) == (0, 0, 0)
    assert second["unchanged"] == first["added"]
    assert harmledger("export", "--ledger", "a.db", "--format", "jsonl").stdout == before


def test_verify_finds_a_changed_original(harmledger: Run, tmp_path: Path) -> None:
    harmledger("run", SAMPLES, "--ledger", "a.db")
    assert harmledger("verify", "--ledger", "a.db").returncode == 0
    blob = next(p for p in sorted(tmp_path.rglob("*")) if p.is_file() and len(p.name.split(".")[0]) == 64)
    blob.write_bytes(b"something else")
    done = harmledger("verify", "--ledger", "a.db")
    assert done.returncode == 1
    assert blob.name.split(".")[0] in done.stderr


def test_verify_finds_a_changed_entry(harmledger: Run, tmp_path: Path) -> None:
    harmledger("run", SAMPLES / "01-russian-military-truce.txt", "--ledger", "a.db")
    with sqlite3.connect(tmp_path / "a.db") as db:
        (log,) = (
            name
            for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
            if "previous" in sql
        )
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute(f"UPDATE {log} SET body = replace(body, 'sha', 'ahs') || ' ' WHERE seq = 1")
    db.close()
    done = harmledger("verify", "--ledger", "a.db")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_rebuild_gives_the_same(harmledger: Run) -> None:
    harmledger("run", SAMPLES, "--ledger", "a.db")
    before = harmledger("export", "--ledger", "a.db", "--format", "jsonl").stdout
    assert before
    assert harmledger("rebuild", "--ledger", "a.db").returncode == 0
    assert harmledger("export", "--ledger", "a.db", "--format", "jsonl").stdout == before


@pytest.mark.parametrize("shape", ["jsonl", "csv", "geojson"])
def test_an_export_leaves_out_victims(harmledger: Run, demo_ledger: Path, shape: str) -> None:
    done = harmledger("export", "--ledger", demo_ledger, "--format", shape)
    assert done.returncode == 0, done.stderr
    assert done.stdout
    assert "victims" not in done.stdout
    if shape == "geojson":
        assert json.loads(done.stdout)["type"] == "FeatureCollection"


def test_two_processes_read_the_same(harmledger: Run) -> None:
    one = harmledger("read", SAMPLES, "--format", "jsonl")
    two = harmledger("read", SAMPLES, "--format", "jsonl", "--jobs", "2")
    assert one.stdout == two.stdout
    assert one.stdout


def test_locate_names_places_where_nothing_happened(harmledger: Run) -> None:
    text = "The minister met reporters in Ankara on Monday."
    done = harmledger("locate", "-", "--format", "jsonl", stdin=json.dumps({"id": "r", "text": text}))
    (row,) = map(json.loads, done.stdout.splitlines())
    assert (row["report"], row["name"], row["country"]) == ("r", "Ankara", "TR")
    assert text[row["start"] : row["end"]] == row["words"]
