"""Incidents against agreements: hours, zones, parties, exempt groups."""

from dataclasses import replace

import pytest
from tests.unit.reckon.idlib import CITY, DAMASCUS, HASS, PROVINCE, RUSSIA, SOURCES, TRUCE, TWO_HOURS, claim

from harmledger.model.agreement import Agreement, Finding
from harmledger.model.claim import Claim, Group
from harmledger.model.codes import Basis, FindingKind, PlacePrecision, Status, TimePrecision
from harmledger.model.count import Count
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.model.when import When
from harmledger.reckon.findings import find
from harmledger.text.roll import roll

KNOWN = roll(SOURCES)
LATAKIA = Place("Latakia", "Latakia", PlacePrecision.SETTLEMENT, 2, None, 35.53, 35.79, 5.0, "SY", "Latakia")
INSIDE, POSSIBLY, OUTSIDE = FindingKind.INSIDE, FindingKind.POSSIBLY, FindingKind.OUTSIDE


def on(day: str, where: Place = CITY, last: str | None = None, **more: object) -> Incident:
    precision = TimePrecision.HOUR if "T" in day else TimePrecision.DAY
    return Incident("i-1", when=When(day, last or day, precision), where=(where,), by=(RUSSIA,), **more)  # type: ignore[arg-type]


def found(incident: Incident, agreement: Agreement = TRUCE, *claims: Claim) -> Finding:
    finding = find(incident, agreement, KNOWN, claims)
    assert finding is not None
    return finding


@pytest.mark.parametrize(
    ("day", "kind", "days"),
    [
        ("2020-01-11", OUTSIDE, None),
        ("2020-01-12", POSSIBLY, None),
        ("2020-01-12T00", POSSIBLY, None),
        ("2020-01-12T08", INSIDE, 0),
        ("2020-01-13", INSIDE, 1),
        ("2020-01-15", INSIDE, 3),
        ("2020-01-15T14:06", INSIDE, 3),
    ],
)
def test_whole_days_in_force(day: str, kind: FindingKind, days: int | None) -> None:
    finding = found(on(day))
    assert (finding.finding, finding.days_in_force) == (kind, days)


@pytest.mark.parametrize(("day", "kind"), [("2020-01-11", POSSIBLY), ("2020-01-13", POSSIBLY), ("2020-01-14", INSIDE)])
def test_the_likeliest_day_of_a_few_may_be_the_one_before_or_after(day: str, kind: FindingKind) -> None:
    incident = replace(on(day), when=When(day, day, TimePrecision.DAYS, "overnight"))
    assert found(incident).finding == kind


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        ("2020-01-08", OUTSIDE),
        ("2020-01-09T06", OUTSIDE),  # Moscow's 14:00 is 13:00 in Idlib, give or take
        ("2020-01-10", POSSIBLY),
        ("2020-01-11T23", POSSIBLY),
        ("2020-01-13", INSIDE),
    ],
)
def test_between_two_announced_hours_it_is_possibly(day: str, kind: FindingKind) -> None:
    assert found(on(day), TWO_HOURS).finding is kind


def test_the_reason_says_who_announced_which_hour() -> None:
    (why, *_) = found(on("2020-01-10"), TWO_HOURS).why
    assert "according to Russia" in why
    assert "2020-01-12T00:01 according to Turkey" in why


def test_a_truce_does_not_end_by_being_broken_but_by_its_end() -> None:
    assert found(on("2021-01-15")).finding is INSIDE
    ended = replace(TRUCE, ends=When("2020-02-01", "2020-02-01", TimePrecision.DAY))
    assert [found(on(d), ended).finding for d in ("2020-01-31", "2020-02-01", "2020-02-02")] == [
        INSIDE, POSSIBLY, OUTSIDE,
    ]  # fmt: skip


def test_a_day_too_uncertain_is_possibly() -> None:
    assert found(on("2020-01-10", last="2020-01-14")).finding is POSSIBLY
    assert found(replace(on("2020-01-15"), when=None)).finding is POSSIBLY


def test_places_in_out_of_and_around_the_zone() -> None:
    assert found(on("2020-01-15", HASS)).finding is INSIDE
    assert found(on("2020-01-15", LATAKIA)).finding is OUTSIDE
    country = Place("Syria", "Syria", PlacePrecision.COUNTRY, country="SY")
    assert found(on("2020-01-15", country)).finding is POSSIBLY
    assert found(replace(on("2020-01-15"), where=())).finding is POSSIBLY


def test_a_round_zone_counts_both_radii() -> None:
    zone = replace(TRUCE, where=(replace(CITY, precision=PlacePrecision.VICINITY, geoname_id=None, radius_km=20.0),))
    assert found(on("2020-01-15"), zone).finding is INSIDE
    assert found(on("2020-01-15", HASS), zone).finding is OUTSIDE
    edge = replace(CITY, name="Edge", geoname_id=9, lat=36.12)
    assert found(on("2020-01-15", edge), zone).finding is POSSIBLY


def test_another_country_or_no_area_is_no_finding() -> None:
    abroad = replace(CITY, country="LY", admin1="Tripoli", geoname_id=7)
    assert find(on("2020-01-15", abroad), TRUCE, KNOWN) is None
    assert find(on("2020-01-15"), replace(TRUCE, where=()), KNOWN) is None


def test_who_is_bound() -> None:
    bound = replace(TRUCE, parties=("Syrian government", "Opposition factions"), brokers=())
    assert found(on("2020-01-15"), bound).finding is INSIDE  # Russia stands on the government's side
    assert found(replace(on("2020-01-15"), by=()), bound).finding is POSSIBLY
    other = replace(RUSSIA, party="Islamic State")
    assert found(replace(on("2020-01-15"), by=(other,)), bound).finding is OUTSIDE
    denied = replace(DAMASCUS, basis=Basis.DENIED)
    assert found(replace(on("2020-01-15"), by=(denied,)), bound).finding is POSSIBLY


def fighters(quote: str, status: Status = Status.COMBATANT) -> Claim:
    return replace(claim("c1", Count.exact(4), group=Group(status)), span=Span(0, len(quote), quote))


def test_exempt_by_who_was_hit_not_by_place() -> None:
    listed = replace(TRUCE, exempt=("Jabhat al-Nusra",))
    quote = "four fighters of Jabhat al-Nusra were killed"
    assert found(on("2020-01-15"), listed, fighters(quote)).finding is FindingKind.EXEMPT
    assert found(on("2020-01-15"), listed, fighters("four fighters were killed")).finding is INSIDE
    assert found(on("2020-01-15"), listed, fighters(quote), fighters("2 civilians", Status.CIVILIAN)).finding is INSIDE
    assert PROVINCE in listed.where
