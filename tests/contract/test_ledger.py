"""What the pipeline asks of any ledger (`pipeline.store.Ledger`), asked of each adapter there is."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from harmledger.adapters.store.ledger import SqlLedger
from harmledger.errors import LedgerBroken
from harmledger.model.account import Account, Evidence, Position, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.claim import Claim
from harmledger.model.codes import (
    AgreementKind,
    DecisionKind,
    EvidenceKind,
    IssueCode,
    Outcome,
    PlacePrecision,
    PositionStance,
    Scope,
    TimePrecision,
    Verdict,
)
from harmledger.model.count import Count
from harmledger.model.decision import Decision, Judgement
from harmledger.model.ids import digest
from harmledger.model.incident import Incident
from harmledger.model.issue import Issue
from harmledger.model.links import Joined
from harmledger.model.log import GENESIS, Captured, EntryKind, Filed
from harmledger.model.place import Place
from harmledger.model.report import Capture, Report
from harmledger.model.settled import Settled
from harmledger.model.span import Span
from harmledger.model.when import When
from harmledger.pipeline.store import Ledger

AT = "2020-02-01T10:00:00+00:00"
Opener = Callable[[], Ledger]


@pytest.fixture(params=["sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    """Opens the same ledger each time, made at the first."""
    return {"sqlite": lambda: SqlLedger(tmp_path / "a.db", create=True)}[request.param]


@pytest.fixture
def ledger(opener: Opener) -> Iterator[Ledger]:
    opened = opener()
    yield opened
    opened.close()


def filed(report: str, text: str, address: str | None = None, day: str | None = "2020-01-15") -> Filed:
    data = text.encode()
    captured = Captured(Capture(digest(data), address or f"{report}.txt", "text/plain", len(data), AT), report)
    key, span = captured.id, Span.of(text, 0, len(text))
    when = When(day, day, TimePrecision.DAY) if day else None
    claim = Claim(f"c-{key}", Outcome.KILLED, Count.at_least(2, "two"), span)
    where = (Place("Idlib", "Idlib", PlacePrecision.SETTLEMENT, 169389, lat=35.93, lon=36.63, country="SY"),)
    account = Account(f"a-{key}", Scope.INCIDENT, when, where, claims=(claim,), told_in=(span,))
    reading = Reading(
        report, "2020-01-16", "en", (account,), (Agreement(f"g-{key}", AgreementKind.CEASEFIRE, span=span),),
        (Position("Russia", PositionStance.DENIES, span, about=(account.id,)),),
        (Evidence(EvidenceKind.VIDEO, ("White Helmets",), span, (account.id,)),),
        (Issue(IssueCode.PLACE_UNKNOWN, "Xyz", span),),
    )  # fmt: skip
    return Filed(
        captured, Report(report, text, "T", "2020-01-16", "Post", language="en", capture=key), reading, (1, 2, 3)
    )


def file(ledger: Ledger, *batch: Filed | Issue, basis: str = "b") -> list[str]:
    contents = {b.captured.capture.digest: b.report.text.encode() for b in batch if isinstance(b, Filed)}
    return ledger.file(batch, contents, basis, AT)


def whole(ledger: Ledger) -> tuple[object, ...]:
    return (
        list(ledger.entries()), list(ledger.readings()), list(ledger.told()), list(ledger.issues()),
        list(ledger.accounts()), list(ledger.agreements()), list(ledger.positions()),
    )  # fmt: skip


def test_what_is_filed_comes_back_the_same(ledger: Ledger) -> None:
    one = filed("r1", "two killed")
    assert file(ledger, one) == ["added"]
    assert list(ledger.readings()) == [(one.report, one.reading)]
    [told] = ledger.told()
    assert (told.account, told.report, told.publisher, told.published) == (
        one.reading.accounts[0], "r1", "Post", "2020-01-16",
    )  # fmt: skip
    assert told.sketch == (1, 2, 3)
    assert list(ledger.accounts()) == [("r1", one.reading.accounts[0], None)]
    assert list(ledger.agreements()) == [("r1", one.reading.agreements[0])]
    assert list(ledger.positions()) == [("r1", one.reading.positions[0])]
    assert list(ledger.issues()) == [("r1", one.reading.issues[0])]
    assert ledger.captures("r1") == [one.captured]
    assert ledger.blob(one.captured.capture.digest) == b"two killed"


def test_a_ledger_opened_again_holds_what_it_held(opener: Opener) -> None:
    first = opener()
    file(first, filed("r1", "two killed"))
    before = whole(first)
    first.close()
    again = opener()
    assert whole(again) == before
    again.close()


def test_filing_the_same_capture_again_changes_nothing(ledger: Ledger) -> None:
    file(ledger, filed("r1", "two killed"))
    before, generation = whole(ledger), ledger.generation()
    assert file(ledger, filed("r1", "two killed")) == ["unchanged"]
    assert whole(ledger) == before and ledger.generation() == generation


def test_the_same_bytes_elsewhere_are_logged_and_change_no_account(ledger: Ledger) -> None:
    file(ledger, filed("r1", "two killed"))
    told = list(ledger.told())
    assert file(ledger, filed("r1", "two killed", "mirror.txt")) == ["unchanged"]
    assert [c.capture.address for c in ledger.captures("r1")] == ["r1.txt", "mirror.txt"]
    assert list(ledger.told()) == told


def test_new_bytes_of_a_report_are_its_current_text(ledger: Ledger) -> None:
    old, new = filed("r1", "two killed"), filed("r1", "three killed")
    file(ledger, filed("r0", "first of all"), old, filed("r2", "last"))
    orders = {t.report: t.order for t in ledger.told()}
    assert file(ledger, new) == ["revised"]
    assert [r.text for r, _ in ledger.readings(report="r1")] == ["three killed"]
    assert [r.text for r, _ in ledger.readings(report="r1", current=False)] == ["two killed"]
    assert list(ledger.superseded()) == [("r1", old.reading.accounts[0])]
    assert {t.report: t.order for t in ledger.told()} == orders
    assert file(ledger, old) == ["unchanged"]
    assert [r.text for r, _ in ledger.readings(report="r1")] == ["three killed"]


def test_known_tells_what_was_captured_where(ledger: Ledger) -> None:
    one = filed("r1", "two killed")
    file(ledger, one)
    blob = one.captured.capture.digest
    asked = [("r1.txt", blob), ("other.txt", blob), ("r1.txt", "0" * 64)]
    assert ledger.known(asked) == {("r1.txt", blob): one.report}
    many = [(f"{n}.txt", blob) for n in range(2000)]
    assert ledger.known(many) == {}


def test_a_refusal_is_logged_once(ledger: Ledger) -> None:
    issue = Issue(IssueCode.INPUT_REFUSED, "empty", None, "f.jsonl: empty", "f.jsonl", 3)
    assert file(ledger, issue, replace(issue, line=4)) == ["refused", "refused"]
    assert file(ledger, issue) == ["refused before"]
    assert [i.line for _, i in ledger.issues()] == [3, 4]


def test_what_was_read_with_another_basis_is_stale_until_read_again(ledger: Ledger) -> None:
    file(ledger, filed("r1", "one"), filed("r2", "two"), replace(filed("r3", "three"), whole=False))
    assert [c.report for _, c in ledger.stale("b", 0, 9)] == ["r3"]
    assert (ledger.count_stale("b"), ledger.count_stale("c")) == (1, 3)
    [(_, captured), (second, _)] = ledger.stale("c", 0, 2)
    assert captured.report == "r1"
    assert [c.report for _, c in ledger.stale("c", second, 9)] == ["r3"]
    changed = filed("r1", "one", day="2020-01-17")
    before = ledger.generation()
    ledger.refile([changed], "c")
    assert [c.report for _, c in ledger.stale("c", 0, 9)] == ["r2", "r3"]
    assert ledger.generation() > before
    assert next(ledger.told()).account.when == changed.reading.accounts[0].when


def test_clearing_keeps_the_log_and_what_follows_from_it_alone(ledger: Ledger) -> None:
    file(ledger, filed("r1", "one"), filed("r2", "two"), Issue(IssueCode.INPUT_REFUSED, "empty", address="x"))
    file(ledger, filed("r1", "one, revised"))
    before = whole(ledger)
    again = [filed("r1", "one"), filed("r2", "two"), filed("r1", "one, revised")]
    ledger.clear()
    assert list(ledger.told()) == [] and ledger.count_stale("b") == 3
    assert ledger.known([("r1.txt", digest(b"one"))]) == {("r1.txt", digest(b"one")): None}
    ledger.refile(again, "b")
    assert whole(ledger) == before


def test_records_are_logged_when_they_say_something_new(ledger: Ledger) -> None:
    judgement = Judgement("a", "b", Verdict.SAME)
    decision = Decision("d1", DecisionKind.JUDGEMENT, "someone", AT, "same market", judgement)
    assert ledger.record(EntryKind.DECISION, [decision, decision], AT) == 1
    assert ledger.record(EntryKind.DECISION, [decision], AT) == 0
    assert ledger.recorded(EntryKind.DECISION, Decision) == [decision]
    for basis in ({"code": "1"}, {"code": "2"}, {"code": "1"}, {"code": "1"}):
        ledger.record(EntryKind.BASIS, [basis], AT)
    assert [e.body for e in ledger.entries([EntryKind.BASIS])] == ['{"code":"1"}', '{"code":"2"}', '{"code":"1"}']


def test_each_entry_carries_the_digest_of_the_one_before(ledger: Ledger) -> None:
    file(ledger, filed("r1", "one"), filed("r2", "two"))
    ledger.record(EntryKind.BASIS, [{"code": "1"}], AT)
    entries = list(ledger.verify())
    assert [e.seq for e in entries] == [1, 2, 3]
    assert [e.previous for e in entries] == [GENESIS, entries[0].digest, entries[1].digest]
    assert all(e.holds for e in entries)


def incident(of: Filed, key: str = "i-1", *aliases: str) -> Incident:
    account = of.reading.accounts[0]
    return Incident(key, aliases, (account.id,), (of.report.id,), when=account.when, where=account.where)


def test_incidents_are_put_in_place_only_if_nothing_has_changed(ledger: Ledger) -> None:
    one, two = filed("r1", "one"), filed("r2", "two")
    file(ledger, one)
    generation = ledger.generation()
    assert ledger.linked() != (generation, "w")
    file(ledger, two)
    assert not ledger.publish(generation, "w", [incident(one)], [])
    assert list(ledger.incidents()) == []
    assert ledger.publish(generation, "w", [incident(one)], [], behind=True)
    assert ledger.linked() == (generation, "w")
    assert not ledger.publish(generation, "w", [], [], behind=True)
    assert ledger.publish(ledger.generation(), "w", [incident(two, "i-2")], [Joined("a", "b", 1.0)])
    assert [i.id for i in ledger.incidents()] == ["i-2"]
    assert ledger.joins(["a"]) == [Joined("a", "b", 1.0)]


def test_incidents_are_found_by_day_and_by_any_id(ledger: Ledger) -> None:
    one, two, three = filed("r1", "one"), filed("r2", "two", day="2020-02-01"), filed("r3", "three", day=None)
    file(ledger, one, two, three)
    found = [incident(one, "i-1", "i-0"), incident(two, "i-2"), incident(three, "i-3")]
    assert ledger.publish(ledger.generation(), "w", found, [])
    assert list(ledger.incidents()) == found
    assert list(ledger.incidents("2020-01-16")) == [found[1]]
    assert list(ledger.incidents("2020-01-15", "2020-01-31")) == [found[0]]
    account = one.reading.accounts[0]
    for name in ("i-1", "i-0", account.id, account.claims[0].id, "r1"):
        assert ledger.named(name) == ["i-1"]
    assert ledger.named("i-") == ["i-1", "i-2", "i-3"]
    assert ledger.named("x") == []
    assert ledger.incident("i-2") == found[1] and ledger.incident("i-9") is None
    assert ledger.holders([account.id]) == ["r1"]
    assert [i for _, _, i in ledger.accounts("2020-02-01", "2020-02-01")] == ["i-2"]


def test_a_batch_that_cannot_be_filed_leaves_nothing(ledger: Ledger) -> None:
    broken = replace(filed("r2", "two"), report=replace(filed("r2", "two").report, text=None))  # type: ignore[arg-type]
    broken = replace(broken, captured=replace(broken.captured, report=None))  # type: ignore[arg-type]
    with pytest.raises(Exception):  # noqa: B017 - whatever the database says
        ledger.file([filed("r1", "one"), broken], {}, "b", AT)
    assert whole(ledger) == ([], [], [], [], [], [], [])


def test_a_missing_blob_is_named_by_its_entry(ledger: Ledger) -> None:
    ledger.file([filed("r1", "one")], {}, "b", AT)
    with pytest.raises(LedgerBroken, match="log entry 1"):
        list(ledger.verify())


def test_an_alias_that_is_another_incidents_own_id_leads_there(ledger: Ledger) -> None:
    one, two = filed("r1", "one"), filed("r2", "two")
    file(ledger, one, two)
    found = [incident(one, "i-1", "i-2", "i-0"), incident(two, "i-2", "i-0")]
    assert ledger.publish(ledger.generation(), "w", found, [])
    assert ledger.named("i-2") == ["i-2"]
    assert ledger.named("i-0") == ["i-1"]


def test_the_last_entries_are_checked(ledger: Ledger) -> None:
    ledger.check()
    file(ledger, filed("r1", "one"), filed("r2", "two"))
    ledger.check()


def test_only_lost_blobs_are_put_back(ledger: Ledger) -> None:
    ledger.file([filed("r1", "one")], {}, "b", AT)
    contents = {digest(b"one"): b"one"}
    assert [ledger.mend(contents), ledger.mend(contents), ledger.mend({})] == [1, 0, 0]
    assert ledger.blob(digest(b"one")) == b"one"


def test_each_report_names_the_bytes_of_its_current_text(ledger: Ledger) -> None:
    file(ledger, filed("r1", "one"), filed("r2", "two"))
    file(ledger, filed("r1", "three"))
    file(ledger, filed("r1", "one", "elsewhere.txt"))
    assert ledger.current_blobs() == {"r1": digest(b"three"), "r2": digest(b"two")}


def test_places_settled_are_put_in_the_place_of_all_there_are(ledger: Ledger) -> None:
    ledger.file([filed("r1", "one")], {}, "b", AT)
    at = Place("Alma", "Alma", PlacePrecision.SETTLEMENT, settled_by=("r2", "r3"))
    first, second = Settled("r1", "a-1", 0, at), Settled("r1", "a-2", 1, at)
    assert ledger.publish(ledger.generation(), "w", [], [], [second, first])
    assert list(ledger.settled()) == [first, second]
    assert list(ledger.settled(["a-2", "a-9"])) == [second] and list(ledger.settled([])) == []
    ledger.file([filed("r2", "two")], {}, "b", AT)
    assert ledger.publish(ledger.generation(), "w", [], [], [second])
    assert list(ledger.settled()) == [second]
    ledger.clear()
    assert list(ledger.settled()) == []
