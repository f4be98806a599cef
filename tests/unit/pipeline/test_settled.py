"""A name that a report leaves open, through a ledger: settled by others, open again when they say otherwise."""

import json
import re
from dataclasses import dataclass, replace
from datetime import date

import pytest
from tests.unit.pipeline.simple import CLOCK, SimplePlan, raw
from tests.unit.reckon.test_namesakes import HAMA, HOMS, place

from harmledger.adapters.store.ledger import SqlLedger
from harmledger.cli.story import story
from harmledger.collect.raw import Raw
from harmledger.model.codec import encode
from harmledger.model.codes import IssueCode, PlaceMatch
from harmledger.model.issue import Issue, taken_for
from harmledger.model.log import EntryKind
from harmledger.pipeline import queries
from harmledger.pipeline.export import ExportFormat, export
from harmledger.pipeline.linking import standard_linker
from harmledger.pipeline.queries import Window
from harmledger.pipeline.read import Outcome
from harmledger.pipeline.rebuild import rebuild
from harmledger.pipeline.run import run

LINKER = standard_linker()
AREAS = {"Homs": HOMS, "Hama": HAMA}


@dataclass(frozen=True)
class VillagePlan(SimplePlan):
    """`N killed in Amma on DAY (AREA)`: the village of that area; without one, open between Homs and Hama."""

    def open(self) -> "VillageReader":
        return VillageReader(self)


class VillageReader:
    def __init__(self, plan: VillagePlan) -> None:
        self.simple = SimplePlan.open(plan)

    def __call__(self, given: Raw, latest: date) -> Outcome:
        outcome = self.simple(given, latest)
        assert outcome.read is not None
        read, area = outcome.read, re.search(r"\((\w+)\)", given.data.decode())
        at = place(AREAS[area[1]], area[1], words="Amma") if area else place(HOMS, rivals=(HAMA,), words="Amma")
        accounts = tuple(replace(a, where=(at,)) for a in read.reading.accounts)
        unclear = Issue(IssueCode.PLACE_AMBIGUOUS, "Amma", at.span, taken_for(at))
        reading = replace(read.reading, accounts=accounts, issues=() if area else (unclear,))
        return Outcome(replace(read, reading=reading))


OPEN = raw("3 killed in Amma on 2020-01-15.", "open.txt")
A, B, C = (raw(f"{n} killed in Amma on 2020-02-0{n} (Hama).", f"{n}.txt") for n in (1, 2, 3))


@pytest.fixture
def ledger(tmp_path):
    opened = SqlLedger(tmp_path / "a.db", create=True)
    yield opened
    opened.close()


def filed(ledger, *raws):
    run(raws, ledger, VillagePlan(), LINKER, clock=lambda: CLOCK)
    (found,) = queries.incidents(ledger, Window.of("2020-01-15", "2020-01-15"))
    return found.where[0]


def test_other_reports_settle_a_name_and_the_reading_stays_as_it_was(ledger):
    assert filed(ledger, OPEN, A).match is PlaceMatch.NAME
    assert [i["code"] for i in queries.issues(ledger)] == ["place-ambiguous"]
    at = filed(ledger, B)
    assert (at.place_id, at.match, len(at.settled_by)) == (HAMA.place_id, PlaceMatch.LEDGER, 2)
    assert list(queries.issues(ledger)) == []
    (once,) = queries.issues(ledger, settled=True)
    assert once["words"] == "Amma" and tuple(once["settled_by"]) == at.settled_by
    read = [a.where[0] for _, reading in ledger.readings() for a in reading.accounts]
    assert {p.match for p in read} == {PlaceMatch.NAME} and not any(p.settled_by for p in read)


def test_who_settled_it_can_be_walked_back(ledger):
    at = filed(ledger, OPEN, A, B)
    shown = queries.show(ledger, next(queries.incidents(ledger, Window.of("2020-01-15", "2020-01-15"))).id)
    assert shown.accounts[0].account.where == (replace(at, span=shown.accounts[0].account.where[0].span),)
    line = (
        f'"Amma" (Kafr Amma, Homs, SY or Kafr Amma, Hama, SY) is taken for Kafr Amma, Hama, SY after {at.settled_by[0]}'
    )
    assert line in story(shown)
    for name in at.settled_by:
        assert queries.show(ledger, name).accounts[0].account.where[0].within == "Hama"


def test_claims_are_asked_for_by_where_the_ledger_places_them(ledger):
    filed(ledger, OPEN, A, B)
    assert len(list(queries.claims(ledger, Window.of(place="Hama")))) == 3
    assert list(queries.claims(ledger, Window.of(place="Homs"))) == []


def test_a_report_that_withdraws_its_word_opens_the_name_again(ledger):
    assert filed(ledger, OPEN, A, B).match is PlaceMatch.LEDGER
    at = filed(ledger, raw("2 killed in Amma on 2020-02-02.", "2.txt"))
    assert at.match is PlaceMatch.NAME and at.place_id == HOMS.place_id
    assert {i["report"] for i in queries.issues(ledger)} and list(ledger.settled()) == []


def test_a_report_that_means_the_other_village_opens_the_name_again(ledger):
    assert filed(ledger, OPEN, A, B, C).match is PlaceMatch.LEDGER
    assert filed(ledger, raw("9 killed in Amma on 2020-03-01 (Homs).", "9.txt")).match is PlaceMatch.NAME


def test_incidents_in_both_villages_stay_two(ledger):
    filed(ledger, raw("4 killed in Amma on 2020-01-20 (Homs).", "h.txt"), OPEN, A, B)
    where = {i.where[0].place_id for i in queries.incidents(ledger)}
    assert where == {HOMS.place_id, HAMA.place_id} and list(ledger.settled()) == []


def everything(ledger):
    incidents = list(queries.incidents(ledger))
    exported = "".join(export(ledger, ExportFormat.JSONL))
    return encode([incidents, list(ledger.settled()), list(queries.issues(ledger)), exported])


def test_a_rebuilt_ledger_and_one_fed_in_pieces_hold_the_same(ledger, tmp_path):
    for one in (OPEN, A, B, C):
        run([one], ledger, VillagePlan(), LINKER, clock=lambda: CLOCK)
    before = everything(ledger)
    rebuild(ledger, VillagePlan(), LINKER, clock=lambda: CLOCK)
    assert everything(ledger) == before
    other = SqlLedger(tmp_path / "b.db", create=True)
    run([C, B, A, OPEN], other, VillagePlan(), LINKER, clock=lambda: CLOCK)
    assert everything(other) == before
    other.close()


def test_what_is_settled_is_derived_and_in_no_log(ledger):
    filed(ledger, OPEN, A, B)
    assert all("ledger" not in json.loads(e.body) for e in ledger.entries((EntryKind.CAPTURE,)))
    ledger.clear()
    assert list(ledger.settled()) == []


def test_an_export_tells_that_the_ledger_settled_it_and_nothing_of_the_rivals(ledger):
    filed(ledger, OPEN, A, B)
    at = next(json.loads(line)["where"][0] for line in export(ledger, ExportFormat.JSONL) if "2020-01-15" in line)
    assert (at["match"], at["candidates"], at["settled_by"], at["within"]) == ("ledger", [], [], None)
