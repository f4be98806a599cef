from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.pipeline.simple import CLOCK, SimpleLinker, SimplePlan, text

from harmledger.adapters.fetch.inputs import inputs
from harmledger.adapters.store.ledger import SqlLedger
from harmledger.config import load_config
from harmledger.errors import LedgerError
from harmledger.pipeline.look import read_inputs
from harmledger.pipeline.run import run
from harmledger.pipeline.wiring import not_its_own, open_ledger, rebuild_ledger, run_inputs


@pytest.mark.parametrize(("name", "said"), [(None, "--ledger"), ("", "--ledger"), ("postgresql://host/db", "files")])
def test_a_ledger_that_cannot_be_opened_yet_is_told(name, said):
    with pytest.raises(LedgerError, match=said), open_ledger(name, create=True):
        pass


def test_a_ledger_is_a_file_or_its_url(tmp_path):
    for name in (str(tmp_path / "a.db"), f"sqlite:///{tmp_path / 'a.db'}"):
        with open_ledger(name, create=True) as ledger:
            assert Path(ledger.name) == tmp_path / "a.db"


@pytest.mark.parametrize("name", ["a.db", "my.ledger"])
def test_a_ledger_kept_among_the_reports_is_no_report(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.txt").write_text(text(3), encoding="utf8")
    ledger = SqlLedger(tmp_path / name, create=True)
    for _ in range(2):
        for paths in ([str(tmp_path)], ["."]):
            given = not_its_own(inputs(paths), Path(name))
            assert run(given, ledger, SimplePlan(), SimpleLinker(), clock=lambda: CLOCK).refused == 0
    ledger.close()


LISTED = '[[source]]\nname = "Shield of the Coast"\nkind = "armed group"\naliases = [{}]\n'


def sources(tmp_path, *aliases):
    path = tmp_path / "sources.toml"
    path.write_text(LISTED.format(", ".join(f'"{a}"' for a in aliases)), encoding="utf8")
    return path


def blamed(ledger):
    with open_ledger(str(ledger)) as opened:
        return [p.party for _, reading in opened.readings() for a in reading.accounts for p in a.by]


def test_a_ledger_remembers_the_sources_and_reads_anew_when_their_names_change(tmp_path):
    report, ledger = tmp_path / "r.txt", tmp_path / "a.db"
    report.write_text("Fighters of the SoC militia killed five people in Paris on 15 January 2020.", encoding="utf8")
    config = replace(load_config(), ledger=str(ledger), sources=sources(tmp_path, "Coast men"), jobs=1)
    assert run_inputs([str(report)], config).added == 1
    assert blamed(ledger) == ["militia"]
    told = replace(config, sources=sources(tmp_path, "Coast men", "SoC militia"))
    assert run_inputs([str(report)], told).reread == 1
    assert blamed(ledger) == ["Shield of the Coast"]
    silent = replace(config, sources=None)
    assert run_inputs([str(report)], silent).reread == 0
    rebuild_ledger(silent)
    assert blamed(ledger) == ["Shield of the Coast"]


def test_reading_without_keeping_knows_the_sources_too(tmp_path):
    report = tmp_path / "r.txt"
    report.write_text("Fighters of the SoC militia killed five people in Paris on 15 January 2020.", encoding="utf8")
    config = replace(load_config(), sources=sources(tmp_path, "SoC militia"))
    [reading] = read_inputs([str(report)], config)
    assert [p.party for a in reading.accounts for p in a.by] == ["Shield of the Coast"]
