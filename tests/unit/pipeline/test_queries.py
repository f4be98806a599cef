import json

import pytest
from tests.unit.pipeline.simple import CLOCK, SimpleLinker, SimplePlan, raw, text

from harmledger.adapters.store.ledger import SqlLedger
from harmledger.errors import ConfigError, LedgerError
from harmledger.model.agreement import Agreement
from harmledger.model.codes import AgreementKind, SourceKind
from harmledger.model.log import EntryKind
from harmledger.model.source import Source
from harmledger.pipeline import queries
from harmledger.pipeline.export import ExportFormat, What, export, known_names
from harmledger.pipeline.queries import Window
from harmledger.pipeline.run import run
from harmledger.publish import redact


@pytest.fixture
def ledger(tmp_path):
    opened = SqlLedger(tmp_path / "a.db", create=True)
    batch = [raw(text(3)), raw(text(5), "b.txt"), raw(text(1, "Bera", "2020-02-01"), "c.txt"), raw("", "d.txt")]
    truce = Agreement("g1", AgreementKind.CEASEFIRE)
    run(batch, opened, SimplePlan(), SimpleLinker(), agreements=[truce], clock=lambda: CLOCK)
    yield opened
    opened.close()


def names(found):
    return [i.where[0].name for i in found]


def test_incidents_by_window_and_place(ledger):
    assert names(queries.incidents(ledger)) == ["Alma", "Bera"]
    assert names(queries.incidents(ledger, Window.of("2020-02"))) == ["Bera"]
    assert names(queries.incidents(ledger, Window.of("2020-01", "2020-01"))) == ["Alma"]
    assert names(queries.incidents(ledger, Window.of(place="BERA"))) == ["Bera"]
    assert names(queries.incidents(ledger, Window.of(place="Ber"))) == []
    assert names(queries.incidents(ledger, Window.of(place="sy"))) == ["Alma", "Bera"]


@pytest.mark.parametrize("window", [("yesterday", None), ("2020-13", None), ("2020-02-01", "2020-01-01")])
def test_a_window_that_is_none_is_told(window):
    with pytest.raises(ConfigError):
        Window.of(*window)


def test_claims_name_their_report_account_and_incident(ledger):
    rows = list(queries.claims(ledger))
    assert len(rows) == 3
    alma = next(queries.incidents(ledger))
    assert {row["incident"] for row in rows if row["account"] in alma.accounts} == {alma.id}
    assert {row["report"] for row in rows[:3]} >= set(alma.reports)
    assert [row["count"]["best"] for row in queries.claims(ledger, Window.of("2020-02"))] == [1]


def test_everything_behind_an_incident(ledger):
    alma = next(queries.incidents(ledger))
    shown = queries.show(ledger, alma.accounts[1])
    assert shown.incident == alma and len(shown.accounts) == 2
    for held in shown.accounts:
        [claim] = held.account.claims
        blob = ledger.blob(held.captures[0].digest).decode()
        assert claim.span.holds(blob)
    assert queries.show(ledger, alma.aliases[0]).incident == alma
    assert queries.show(ledger, alma.id[:-2]).incident == alma


@pytest.mark.parametrize(("name", "said"), [("zzz", "no incident"), ("", "no incident"), ("i-", "2 incidents")])
def test_an_id_of_nothing_and_of_several(ledger, name, said):
    with pytest.raises(LedgerError, match=said):
        queries.show(ledger, name)


def test_agreements_issues_totals_and_audit(ledger):
    assert [(a["report"], a["id"]) for a in queries.agreements(ledger)] == [(None, "g1")]
    [refused] = queries.issues(ledger)
    assert (refused["report"], refused["code"], refused["address"]) == (None, "input-refused", "d.txt")
    [killed] = queries.totals(ledger).lines
    assert (killed.low, killed.high) == (4, 6)
    [killed] = queries.totals(ledger, Window.of(place="Bera")).lines
    assert (killed.low, killed.high) == (1, 1)
    with pytest.raises(ConfigError, match="Nowhere"):
        queries.totals(ledger, Window.of(place="Nowhere"))
    assert queries.audit(ledger) == ((), ())
    assert queries.verify(ledger) == 6


def test_exports_hold_what_may_leave(ledger):
    lines = [json.loads(line) for line in export(ledger, ExportFormat.JSONL)]
    assert [line["where"][0]["name"] for line in lines] == ["Alma", "Bera"]
    assert "accounts" not in lines[0]
    assert "".join(export(ledger, ExportFormat.CSV, What.CLAIMS)).count("\n") == 4
    features = json.loads("".join(export(ledger, ExportFormat.GEOJSON)))["features"]
    assert features[0]["geometry"]["coordinates"] == [36.5, 35.5]
    with pytest.raises(ConfigError, match="claims"):
        export(ledger, ExportFormat.GEOJSON, What.CLAIMS)


def test_a_claim_leaves_with_the_digest_of_the_bytes_that_it_stands_in(ledger):
    for line in map(json.loads, export(ledger, ExportFormat.JSONL, What.CLAIMS)):
        quote, span = line["span"]["quote"], line["span"]
        assert ledger.blob(line["capture"]).decode()[span["start"] : span["end"]] == quote


def test_names_of_the_sources_file_may_leave_and_witnesses_may_not(ledger):
    told = [Source("Zaman al-Wasl", SourceKind.OUTLET), Source("Huda Mansour", SourceKind.WITNESS)]
    ledger.record(EntryKind.SOURCE, told, "2020-02-01T10:00:00+00:00")
    known = known_names(ledger)
    assert [redact.voice(name, known) for name in ("zaman al wasl", "Zaman al-Wasl", "Huda Mansour", "Reuters")] == [
        "zaman al wasl", "Zaman al-Wasl", redact.WITHHELD, "Reuters",
    ]  # fmt: skip


def test_a_ledger_whose_run_was_broken_off_is_behind_until_the_next(ledger):
    assert not queries.is_behind(ledger)

    def broken(_):
        raise KeyboardInterrupt

    broken.basis = "simple"
    with pytest.raises(KeyboardInterrupt):
        run([raw(text(2), "e.txt")], ledger, SimplePlan(), broken, clock=lambda: CLOCK)
    assert queries.is_behind(ledger)
    run([raw(text(2), "e.txt")], ledger, SimplePlan(), SimpleLinker(), clock=lambda: CLOCK)
    assert not queries.is_behind(ledger)
