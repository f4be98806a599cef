import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from harmledger.adapters.engines import gazetteer_schema as schema
from harmledger.collect.raw import Raw
from harmledger.config import Config
from harmledger.errors import ConfigError, GazetteerError
from harmledger.geo.entry import Entry
from harmledger.model.codes import Outcome, PlacePrecision, SourceKind
from harmledger.model.ids import account_id, claim_id
from harmledger.model.issue import Issue
from harmledger.model.log import capture_id
from harmledger.model.source import Source
from harmledger.pipeline import stages
from harmledger.pipeline.look import locate_inputs, read_inputs
from harmledger.pipeline.stages import PlacesPlan, StagePlan
from harmledger.text.sketch import SIZE

MARKET = "An airstrike on a market in Idlib killed 19 people on Wednesday, rescuers said."
TODAY = date(2020, 1, 20)


@pytest.fixture
def gazetteer(tmp_path):
    path = tmp_path / "g.sqlite"
    idlib = Entry("gn:169389", "Idlib", PlacePrecision.SETTLEMENT, 35.93, 36.63, 5.0, 128840, "SY", 169389)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"{schema.TABLES};{schema.SEARCH};")
        schema.insert(db, [(1, schema.Row(idlib, ("Idleb",), "test"))])
        db.executemany("INSERT INTO meta VALUES (?, ?)", [("schema", str(schema.VERSION)), ("digest", "d1")])
        db.commit()
    return path


def line(text, **more):
    return Raw("f.jsonl#r1", json.dumps({"id": "r1", "text": text, **more}).encode(), "application/json", 4)


def test_a_report_goes_through_every_stage(gazetteer):
    raw = line(MARKET, published="2020-01-16", publisher="Post")
    read = StagePlan(gazetteer).open()(raw, TODAY).read
    assert read is not None and read.whole
    [account] = read.reading.accounts
    assert (account.when.start, account.where[0].geoname_id) == ("2020-01-15", 169389)
    assert account.toll[Outcome.KILLED].best == 19
    assert all(c.span.holds(read.report.text) for c in account.claims)
    assert read.report.capture.startswith("k-")


def test_accounts_hang_on_the_report_and_its_bytes(gazetteer):
    stage = StagePlan(gazetteer).open()
    first, other = (stage(Raw(a, MARKET.encode(), "text/plain"), TODAY).read for a in ("a.txt", "b.txt"))
    assert first.reading.accounts[0].id != other.reading.accounts[0].id
    again = stage(Raw("a.txt", MARKET.encode(), "text/plain"), TODAY).read
    assert again == first
    assert first.report.capture == capture_id(first.report.id, stages.digest(MARKET.encode()))


def test_a_language_without_words_is_kept_with_an_issue(gazetteer):
    read = StagePlan(gazetteer).open()(line("Слава", language="uk"), TODAY).read
    assert read.whole and read.reading.accounts == ()
    [issue] = [i for i in read.reading.issues if i.code == "language-unread"]
    assert (issue.words, issue.address, issue.line) == ("uk", "f.jsonl#r1", 4)


def test_a_fault_of_a_stage_keeps_the_report_and_says_where(gazetteer, monkeypatch):
    def broken(*_):
        raise RuntimeError("no rule for this")

    monkeypatch.setattr(stages, "mark", broken)
    read = StagePlan(gazetteer).open()(line(MARKET), TODAY).read
    assert not read.whole and read.report.text == MARKET
    issue = read.reading.issues[-1]
    assert issue.code == "input-refused" and "no rule for this, in test_stages.py" in issue.message


def test_bytes_that_are_no_report_are_refused(gazetteer):
    refused = StagePlan(gazetteer).open()(Raw("f.jsonl#4", b"no json", "application/json", 4), TODAY).refused
    assert (refused.code, refused.address, refused.line) == ("input-refused", "f.jsonl", 4)


def test_places_are_told_also_where_nothing_happened(gazetteer):
    text = "The mayor of Idlib opened a library in Xyzzyville."
    read = PlacesPlan(gazetteer).open()(line(text), TODAY).read
    assert read.reading.accounts == ()
    idlib = next(p for p in read.places if p.geoname_id == 169389)
    assert text[idlib.start : idlib.end] == idlib.words == "Idlib"
    assert all(p.lat is None and p.name is None for p in read.places if p.geoname_id is None)


def test_the_basis_changes_with_what_is_read_with(gazetteer):
    basis = StagePlan(gazetteer).basis()
    assert basis == StagePlan(gazetteer).basis() and basis["gazetteer"] == "d1"
    assert StagePlan(gazetteer, ("en",)).basis().keys() == basis.keys()
    with closing(sqlite3.connect(gazetteer)) as db:
        db.execute("UPDATE meta SET value = 'd2' WHERE name = 'digest'")
        db.commit()
    assert StagePlan(gazetteer).basis() != basis


def test_a_language_or_gazetteer_that_is_not_there_is_told(gazetteer, tmp_path):
    with pytest.raises(ConfigError, match="xx"):
        StagePlan(gazetteer, ("xx",)).open()
    with pytest.raises(GazetteerError):
        StagePlan(tmp_path / "no.sqlite").basis()


@pytest.mark.parametrize("jobs", [1, 2])
def test_reading_without_keeping_goes_in_the_order_of_the_inputs(gazetteer, tmp_path, jobs):
    lines = [json.dumps({"id": f"r{n}", "text": MARKET, "published": "2020-01-16"}) for n in range(40)]
    lines[20] = "no json"
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(lines), encoding="utf8")
    config = replace(Config(), gazetteer=gazetteer, jobs=jobs)
    found = list(read_inputs([str(batch)], config))
    assert [f.line if isinstance(f, Issue) else f.report for f in found] == [
        21 if n == 20 else f"r{n}" for n in range(40)
    ]
    places = [p for p in locate_inputs([str(batch)], config) if not isinstance(p, Issue)]
    assert len(places) == 39 and {p.words for p in places} == {"Idlib"}


def test_only_a_ledger_needs_sketches(gazetteer, tmp_path, monkeypatch):
    raw = line(f"{MARKET} The market was full of people who were buying food for the week, a doctor said.")
    assert len(StagePlan(gazetteer).open()(raw, TODAY).read.sketch) == SIZE
    assert StagePlan(gazetteer, sketched=False).open()(raw, TODAY).read.sketch == ()
    monkeypatch.setattr(stages, "sketch", lambda text: pytest.fail("reading made a sketch"))
    (tmp_path / "a.txt").write_text(MARKET)
    [reading] = read_inputs([str(tmp_path / "a.txt")], replace(Config(), gazetteer=gazetteer, jobs=1))
    assert reading.accounts


def test_what_stands_around_a_report_is_not_read(gazetteer):
    text = f"{MARKET}\n\nRescuers said that the search went on into the night and that all roads were closed.\n\n"
    raw = line(text + "Related News\n\nShelling kills 40 people in Idlib", published="2020-01-16")
    read = StagePlan(gazetteer).open()(raw, TODAY).read
    assert [c.count.best for a in read.reading.accounts for c in a.claims] == [19]
    assert read.report.text.endswith("kills 40 people in Idlib")


def test_each_passage_is_read_in_its_language(gazetteer):
    arabic = "مصدر محلي قال إن السوق في المدينة تعرض لقصف جوي عنيف صباح الأربعاء " * 3
    raw = line(f"{arabic}\n\n{MARKET}\n\n{arabic}", published="2020-01-16")
    read = StagePlan(gazetteer, ("en",)).open()(raw, TODAY).read
    assert read.reading.language == "ar"
    assert [i.code for i in read.reading.issues] == ["language-unread"]
    [claim] = [c for a in read.reading.accounts for c in a.claims]
    assert claim.count.best == 19
    assert claim.span.holds(read.report.text)
    assert locate_places(gazetteer, raw) == ["Idlib"]


def locate_places(gazetteer, raw):
    return [p.words for p in PlacesPlan(gazetteer, ("en",)).open()(raw, TODAY).read.places]


GUARD = Source("Shield of the Coast", SourceKind.ARMED_GROUP, ("SoC militia", "Idlib"), side="north")
RAID = "Fighters of the SoC militia killed five people in Idlib on Wednesday, the Shield of the Coast said."


def test_the_names_of_sources_are_read(gazetteer):
    raw = line(RAID, published="2020-01-16")
    [plain] = StagePlan(gazetteer).open()(raw, TODAY).read.reading.accounts
    assert [p.party for p in plain.by] == ["militia"]
    [account] = StagePlan(gazetteer, sources=(GUARD,)).open()(raw, TODAY).read.reading.accounts
    assert [(p.party, p.words) for p in account.by] == [("Shield of the Coast", "SoC militia")]
    assert account.claims[0].speaker.name == "Shield of the Coast"
    assert account.where[0].geoname_id == 169389  # a place's name is the place's


def test_a_reading_depends_on_the_sources_names_and_not_on_what_is_thought_of_them(gazetteer):
    plan = StagePlan(gazetteer, sources=(GUARD,))
    assert plan.basis() == replace(plan, sources=(replace(GUARD, side="south", credible="why"),)).basis()
    assert plan.basis() != replace(plan, sources=(replace(GUARD, aliases=()),)).basis()
    assert plan.basis() != replace(plan, sources=()).basis()


def test_ids_hang_on_the_text_whatever_title_stands_above_it(gazetteer):
    read = StagePlan(gazetteer).open()(line(MARKET, published="2020-01-16", title="Strike wounds 40"), TODAY).read
    [account] = read.reading.accounts
    assert account.id == account_id(read.report.capture, 0)
    [own] = [c for c in account.claims if not c.span.in_title]
    people = MARKET.index("19 people")
    assert own.id == claim_id(read.report.capture, people, people + len("19 people"), "killed")
    [added] = [c for c in account.claims if c.span.in_title]
    assert added.span.holds("Strike wounds 40")
