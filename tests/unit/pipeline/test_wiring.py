from pathlib import Path

import pytest
from tests.unit.pipeline.simple import CLOCK, SimpleLinker, SimplePlan, text

from harmledger.adapters.fetch.inputs import inputs
from harmledger.adapters.store.ledger import SqlLedger
from harmledger.errors import LedgerError
from harmledger.pipeline.run import run
from harmledger.pipeline.wiring import not_its_own, open_ledger


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
