"""Opening ledgers that are none, newer, broken, full; and the log that nothing changes."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from harmledger.adapters.store import opening
from harmledger.adapters.store.blobs import Blobs
from harmledger.adapters.store.ledger import SqlLedger
from harmledger.adapters.store.tables import REVISIONS, metadata
from harmledger.errors import LedgerBroken, LedgerError, LedgerNewer
from harmledger.model.codes import IssueCode
from harmledger.model.ids import digest
from harmledger.model.issue import Issue
from harmledger.model.log import EntryKind

AT = "2020-02-01T10:00:00+00:00"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.db"


def made(path, entries=3):
    ledger = SqlLedger(path, create=True)
    ledger.file([Issue(IssueCode.INPUT_REFUSED, "x" * 900, address=str(n)) for n in range(entries)], {}, "b", AT)
    ledger.close()


def tampered(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize("content", [b"Shelling killed two.\n", b"SQLite format 3\0" + b"x" * 200, b"x"])
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_is(path, content):
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"a\.db"):
        SqlLedger(path, create=True)
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == ["a.db"]


def test_another_programs_database_is_refused_and_left_as_it_is(path):
    tampered(path, "CREATE TABLE recipes (name)", "INSERT INTO recipes VALUES ('soup')")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="another program"):
        SqlLedger(path, create=True)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["a.db"]


def test_a_ledger_that_is_not_there_is_not_made_by_looking(path):
    with pytest.raises(LedgerError, match="there is no ledger"):
        SqlLedger(path)
    assert not path.exists()


def test_a_folder_and_a_file_in_no_folder_are_refused(tmp_path):
    with pytest.raises(LedgerError, match="is a folder"):
        SqlLedger(tmp_path, create=True)
    with pytest.raises(LedgerError, match="does not exist"):
        SqlLedger(tmp_path / "no" / "a.db", create=True)


def test_an_empty_file_becomes_a_ledger(path):
    path.touch()
    made(path)
    ledger = SqlLedger(path)
    assert len(list(ledger.verify())) == 3
    ledger.close()


def test_a_newer_ledger_is_refused(path):
    made(path)
    tampered(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerNewer, match="9999"):
        SqlLedger(path)


def test_the_revisions_make_the_tables_that_the_code_uses(path):
    made(path, 0)
    script = Config()
    script.set_main_option("script_location", opening.__file__.replace("opening.py", "migrations"))
    scripts = ScriptDirectory.from_config(script)
    assert [r.revision for r in reversed(list(scripts.walk_revisions()))] == list(REVISIONS)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


@pytest.mark.parametrize("statement", ["UPDATE log SET body = '{}' WHERE seq = 2", "DELETE FROM log WHERE seq = 2"])
def test_the_log_refuses_change(path, statement):
    made(path)
    ledger = SqlLedger(path)
    with pytest.raises(LedgerError, match="never changes"), opening.writing(ledger._engine) as connection:
        connection.execute(text(statement))
    assert len(list(ledger.verify())) == 3
    ledger.close()


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE log SET body = replace(body, 'x', 'y') WHERE seq = 2", "log entry 2 .* was changed"),
        ("UPDATE log SET at = '2019' WHERE seq = 3", "log entry 3"),
        ("DELETE FROM log WHERE seq = 2", "log entry 2 is missing"),
        ("DELETE FROM log WHERE seq = 3", "log entries 3 to 3 are missing"),
    ],
)
def test_verify_names_the_first_entry_that_does_not_hold(path, change, named):
    made(path)
    tampered(path, "PRAGMA foreign_keys=OFF", "DROP TRIGGER log_no_update", "DROP TRIGGER log_no_delete", change)
    ledger = SqlLedger(path)
    with pytest.raises(LedgerBroken, match=named):
        list(ledger.verify())
    ledger.close()


def test_a_full_disk_keeps_what_was_there_and_nothing_half(path):
    made(path)
    ledger = SqlLedger(path)

    def few_pages(connection, _record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 2}")

    opening.event.listen(ledger._engine, "connect", few_pages)
    ledger._engine.dispose()
    with pytest.raises(LedgerError, match=r"full.*free some space"):
        ledger.file([Issue(IssueCode.INPUT_REFUSED, "y" * 9000, address=str(n)) for n in range(99)], {}, "b", AT)
    assert len(list(ledger.verify())) == 3
    ledger.close()
    again = SqlLedger(path)
    assert again.file([Issue(IssueCode.INPUT_REFUSED, "y", address="1")], {}, "b", AT) == ["refused"]
    again.close()


def test_a_ledger_that_may_not_be_written_says_so(path, monkeypatch):
    made(path)
    ledger = SqlLedger(path)
    opening.event.listen(ledger._engine, "connect", lambda c, _: c.execute("PRAGMA query_only=ON"))
    ledger._engine.dispose()
    with pytest.raises(LedgerError, match="readonly"):
        ledger.record(EntryKind.BASIS, [{"code": "1"}], AT)
    ledger.close()


FULL = """
import resource, signal, sys
from pathlib import Path
from harmledger.adapters.store.blobs import Blobs
from harmledger.errors import LedgerError
from harmledger.model.ids import digest
import os
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
data = os.urandom(50_000)
try:
    Blobs(Path(sys.argv[1])).put([(digest(data), data)])
except LedgerError as e:
    print(e)
"""


def test_a_blob_that_does_not_fit_leaves_nothing_half_written(tmp_path):
    done = subprocess.run([sys.executable, "-c", FULL, tmp_path / "blobs"], capture_output=True, text=True, check=True)
    assert "free some space" in done.stdout
    assert [p for p in (tmp_path / "blobs").rglob("*") if p.is_file()] == []


def test_blobs_come_back_and_a_changed_one_is_told(tmp_path):
    blobs, data = Blobs(tmp_path / "b"), "قتل اثنان".encode() * 50
    for _ in range(2):
        blobs.put([(digest(data), data)])
    assert blobs.get(digest(data)) == data
    [file] = [p for p in (tmp_path / "b").rglob("*") if p.is_file()]
    assert file.parent.name == digest(data)[:2]
    whole = file.read_bytes()
    for content in (whole[:-9], b"", b"nonsense"):
        file.write_bytes(content)
        with pytest.raises(LedgerBroken, match="backup"):
            blobs.get(digest(data))
    Blobs(tmp_path / "c").put([(digest(b"z"), b"z")])
    other = next(p for p in (tmp_path / "c").rglob("*") if p.is_file())
    file.write_bytes(other.read_bytes())
    with pytest.raises(LedgerBroken, match="not what was kept"):
        blobs.get(digest(data))
    with pytest.raises(LedgerBroken, match="missing"):
        blobs.get("0" * 64)
