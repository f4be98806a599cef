"""The day as a whole: accounts of ten reports to incidents, tolls, grades, findings, an audited tally."""

from datetime import date
from importlib.resources import files

import pytest
from tests.unit.reckon.idlib import COMMON, SOURCES, TRUCE, TWO_HOURS, market

from harmledger.link.link import link
from harmledger.link.weights import parse
from harmledger.model.audit import AuditVerdict
from harmledger.model.codes import FindingKind, Outcome
from harmledger.model.ids import incident_id
from harmledger.model.incident import Incident
from harmledger.reckon.audit import audit
from harmledger.reckon.incidents import reckon
from harmledger.reckon.totals import totals

WEIGHTS = parse(files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def incidents() -> tuple[Incident, ...]:
    told = market()
    return reckon(link(told, (), WEIGHTS), told, SOURCES, (TRUCE, TWO_HOURS), common=COMMON)


@pytest.fixture(scope="module")
def bazaar(incidents: tuple[Incident, ...]) -> Incident:
    return next(i for i in incidents if "a-nine" in i.accounts)


def test_the_market_is_one_incident_that_all_who_tell_of_it_share(bazaar: Incident) -> None:
    assert {"a-nine", "a-eighteen", "a-afp", "a-nineteen", "a-moscow", "a-zero"} <= set(bazaar.accounts)


def test_another_town_on_the_same_day_stays_apart(incidents: tuple[Incident, ...]) -> None:
    hass = next(i for i in incidents if "a-hass" in i.accounts)
    assert hass.accounts == ("a-hass",)
    assert hass.toll[Outcome.KILLED].best == 1


def test_the_range_names_who_says_what(bazaar: Incident) -> None:
    toll = bazaar.toll[Outcome.KILLED]
    assert (toll.low, toll.high, toll.high_open) == (18, 19, False)
    assert {v.voice: v.best for v in toll.voices} == {"White Helmets": 19, "Syrian Observatory for Human Rights": 18}


def test_an_outlet_that_quotes_an_agency_that_quotes_is_a_copy(bazaar: Incident) -> None:
    observatory = next(v for v in bazaar.toll[Outcome.KILLED].voices if "Observatory" in v.voice)
    assert observatory.copies == 2
    assert observatory.claims == ("c-afp", "c-eighteen")


def test_the_earlier_figure_and_the_partys_zero_stay_on_record(bazaar: Incident) -> None:
    aside = {(v.voice, v.best): v.note for v in bazaar.toll[Outcome.KILLED].aside}
    assert aside["Syrian Observatory for Human Rights", 9].startswith("earlier")
    assert aside["Russia", 0] == "a zero from a party to the event"


def test_the_figure_of_the_whole_province_is_not_added_to_the_towns_in_it(incidents: tuple[Incident, ...]) -> None:
    found = totals(incidents, date(2020, 1, 15), date(2020, 1, 15))
    killed = next(line for line in found.lines if line.outcome is Outcome.KILLED)
    assert (killed.low, killed.high) == (19, 20)
    assert all("wide area" in left.why for left in found.left_out)


def test_the_founder_is_the_first_in_the_log_and_no_id_is_lost(incidents: tuple[Incident, ...]) -> None:
    for incident in incidents:
        assert incident.id == incident_id(incident.accounts[0])
        assert set(incident.aliases) == {incident_id(a) for a in incident.accounts[1:]}


def test_two_credible_voices_and_one_side_blamed_are_fair(bazaar: Incident) -> None:
    assert bazaar.grades["airwars"].grade == "fair"
    assert bazaar.grades["ibc"].grade == "established"
    assert bazaar.grades["ohchr"].grade == "not yet"


def test_it_lies_inside_the_truce_three_days_on(bazaar: Incident) -> None:
    found = {f.agreement: f for f in bazaar.agreements}
    assert (found["g-truce"].finding, found["g-truce"].days_in_force) == (FindingKind.INSIDE, 3)
    assert (found["g-two"].finding, found["g-two"].days_in_force) == (FindingKind.INSIDE, 3)
    assert any("Russia" in why for why in found["g-two"].why)


def test_the_tally_is_audited_and_never_added(incidents: tuple[Incident, ...]) -> None:
    (row,) = audit(market(), incidents, SOURCES)
    assert row.verdict is AuditVerdict.UNEXPLAINED
    assert (row.low, row.high) == (19, 20)
    assert row.remainder == (1301 - 20, None)
    assert not any("a-tally" in i.accounts for i in incidents)
