import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from tests.unit.pipeline.simple import CLOCK, SimpleLinker, SimplePlan, raw, text

from harmledger.adapters.store.ledger import SqlLedger
from harmledger.collect.raw import Raw
from harmledger.errors import InputError, LedgerBroken
from harmledger.model.agreement import Agreement
from harmledger.model.codec import encode
from harmledger.model.codes import AgreementKind, SourceKind
from harmledger.model.log import EntryKind
from harmledger.model.source import Source
from harmledger.pipeline.filing import Summary
from harmledger.pipeline.rebuild import rebuild
from harmledger.pipeline.run import run


@pytest.fixture
def ledger(tmp_path):
    with_it = SqlLedger(tmp_path / "a.db", create=True)
    yield with_it
    with_it.close()


PLAN = SimplePlan()


def do(ledger, *inputs, plan=PLAN, linker=None, **more):
    return run(inputs, ledger, plan, linker or SimpleLinker(), clock=lambda: CLOCK, **more)


def all_of(ledger) -> bytes:
    return encode([list(ledger.incidents()), list(ledger.accounts()), list(ledger.issues()), list(ledger.told())])


def line(report, body, address="f.jsonl", number=1):
    return Raw(f"{address}#{report}", encode({"id": report, "text": body}), "application/json", number)


def test_a_run_twice_adds_nothing(ledger):
    first = do(ledger, raw(text(3)), raw(text(4), "b.txt"))
    assert (first.seen, first.added, first.unchanged, first.refused) == (2, 2, 0, 0)
    entries, before = list(ledger.entries()), all_of(ledger)
    linker = SimpleLinker()
    second = do(ledger, raw(text(3)), raw(text(4), "b.txt"), linker=linker)
    assert (second.seen, second.added, second.unchanged) == (2, 0, 2)
    assert list(ledger.entries()) == entries and all_of(ledger) == before
    assert linker.calls == 0


def test_two_reports_of_one_happening_are_one_incident(ledger):
    do(ledger, raw(text(3)), raw(text(5), "b.txt"), raw(text(1, "Bera"), "c.txt"))
    alma, bera = ledger.incidents()
    assert (alma.toll["killed"].low, alma.toll["killed"].high) == (3, 5)
    assert len(alma.reports) == 2 and len(bera.reports) == 1


def test_the_same_bytes_at_two_addresses_are_one_blob_and_two_captures(ledger, tmp_path):
    done = do(ledger, raw(text(3)), raw(text(3), "b.txt"))
    assert done.added == 2
    assert len(list(ledger.entries([EntryKind.CAPTURE]))) == 2
    assert len([p for p in (tmp_path / "a.db.blobs").rglob("*") if p.is_file()]) == 1
    assert len({account.id for _, account, _ in ledger.accounts()}) == 2


def test_new_bytes_at_one_address_are_a_revision_and_old_ids_go_on(ledger):
    do(ledger, raw(text(3)))
    [old] = ledger.incidents()
    done = do(ledger, raw("Corrected: " + text(4)))
    assert (done.added, done.revised) == (0, 1)
    [new] = ledger.incidents()
    assert new.toll["killed"].low == 4 and new.id != old.id
    assert old.id in new.aliases and ledger.named(old.id) == [new.id]
    assert len(list(ledger.superseded())) == 1
    assert do(ledger, raw(text(3))).unchanged == 1
    assert next(ledger.incidents()) == new


def test_one_id_with_two_texts_in_one_batch_is_refused_then_a_revision_in_the_next(ledger):
    a, b = line("r1", text(3)), line("r1", text(4), number=2)
    done = do(ledger, a, b)
    assert (done.added, done.refused) == (1, 1)
    assert "r1" in done.refusals[0].message and done.refusals[0].line == 2
    again = do(ledger, a, b)
    assert (again.added, again.revised, again.unchanged, again.refused) == (0, 0, 1, 1)
    assert do(ledger, b).revised == 1
    assert do(ledger, a, b) == Summary(2, 0, 2, 0, 0)


def test_a_refused_input_is_kept_as_an_issue_once_and_the_rest_goes_on(ledger):
    bad = InputError("no such file", where="x.txt", remedy="Check the name")
    for _ in range(2):
        done = do(ledger, bad, raw(""), raw(text(2), "b.txt"))
        assert done.refused == 2 and len(done.refusals) == 2
    assert [i.address for _, i in ledger.issues()] == ["a.txt", "x.txt"]
    assert len(list(ledger.incidents())) == 1


def test_a_refused_file_that_is_taken_later_is_no_issue_any_more(ledger):
    do(ledger, raw(""))
    do(ledger, raw(text(2)))
    assert list(ledger.issues()) == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_on_which_the_program_fails_is_named_and_the_batch_goes_on(ledger, jobs):
    done = do(ledger, raw(text(1)), raw("crash", "bad.txt"), raw(text(2), "c.txt"), jobs=jobs)
    assert (done.added, done.refused) == (2, 1)
    assert "bad.txt" in done.refusals[0].message and "no rule for this" in done.refusals[0].message


def test_a_process_that_dies_takes_only_its_report_along(ledger):
    done = do(ledger, raw(text(1)), raw("we die here", "bad.txt"), raw(text(2), "c.txt"), jobs=2)
    assert (done.added, done.refused) == (2, 1)
    assert "bad.txt" in done.refusals[0].message


def test_two_processes_give_what_one_gives(tmp_path):
    batch = [raw(text(n % 7 + 1, f"Town{n % 5}"), f"{n}.txt") for n in range(90)]
    exports = []
    for jobs in (1, 2):
        ledger = SqlLedger(tmp_path / f"{jobs}.db", create=True)
        do(ledger, *batch, jobs=jobs)
        exports.append((all_of(ledger), [e.digest for e in ledger.entries()]))
        ledger.close()
    assert exports[0] == exports[1]


def test_another_basis_reads_everything_anew_and_keeps_the_ids(ledger):
    do(ledger, raw(text(3)), raw(text(9), "b.txt"))
    [before] = ledger.incidents()
    done = do(ledger, plan=SimplePlan("2"))
    assert done.reread == 2
    assert {account.claims[0].pattern for _, account, _ in ledger.accounts()} == {"2"}
    assert list(ledger.incidents()) == [before]
    assert do(ledger, plan=SimplePlan("2")).reread == 0


def test_rebuild_gives_the_same_bytes(ledger):
    do(ledger, raw(text(3)), raw(""), raw(text(4), "b.txt"))
    do(ledger, raw(text(5)))
    before = all_of(ledger)
    assert rebuild(ledger, SimplePlan(), SimpleLinker(), clock=lambda: CLOCK + timedelta(days=9)) == 3
    assert all_of(ledger) == before


def test_agreements_and_sources_are_logged_when_they_change(ledger):
    truce, outlet = Agreement("g1", AgreementKind.CEASEFIRE), Source("Post", SourceKind.OUTLET)
    for _ in range(2):
        do(ledger, agreements=[truce], sources=[outlet])
    assert ledger.recorded(EntryKind.AGREEMENT, Agreement) == [truce]
    later = Agreement("g1", AgreementKind.CEASEFIRE, name="January")
    for changed in (later, truce):
        do(ledger, agreements=[changed])
    assert ledger.recorded(EntryKind.AGREEMENT, Agreement) == [truce, later, truce]
    assert ledger.recorded(EntryKind.SOURCE, Source) == [outlet]


def test_what_changes_while_incidents_are_worked_out_is_in_them(ledger, tmp_path):
    other = SqlLedger(Path(ledger.name))

    class Interrupted(SimpleLinker):
        def __call__(self, matter):
            if self.calls == 0:
                self.calls += 1
                do(other, raw(text(8, "Late"), "late.txt"))
            return super().__call__(matter)

    linker = Interrupted()
    do(ledger, raw(text(3)), linker=linker)
    assert linker.calls == 2 or len(list(ledger.incidents())) == 2
    assert {i.where[0].name for i in ledger.incidents()} == {"Alma", "Late"}
    other.close()


def blobs(ledger):
    return sorted(p for p in Path(f"{ledger.name}.blobs").rglob("*") if p.is_file())


@pytest.mark.parametrize("harm", [Path.unlink, lambda p: p.write_bytes(b"something else")])
def test_an_original_that_was_lost_is_put_back_by_the_same_input(ledger, harm):
    do(ledger, raw(text(3)), raw(text(4), "b.txt"))
    before = [p.read_bytes() for p in blobs(ledger)]
    harm(blobs(ledger)[0])
    with pytest.raises(LedgerBroken):
        list(ledger.verify())
    done = do(ledger, raw(text(3)), raw(text(4), "b.txt"))
    assert (done.added, done.unchanged) == (0, 2)
    assert [p.read_bytes() for p in blobs(ledger)] == before
    list(ledger.verify())


@pytest.mark.parametrize("change", ["body = body || ' '", "kind = 'nothing'", "previous = 'x'"])
def test_nothing_is_added_to_a_log_that_was_changed(ledger, change):
    do(ledger, raw(text(3)))
    with closing(sqlite3.connect(ledger.name, isolation_level=None)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute(f"UPDATE log SET {change} WHERE seq = 1")
        held = db.execute("SELECT * FROM log").fetchall()
        with pytest.raises(LedgerBroken, match=r"log entry 1 .*Restore"):
            do(ledger, raw(text(4), "b.txt"))
        assert db.execute("SELECT * FROM log").fetchall() == held
