"""What the accounts of one incident say together, and how incidents are named and ordered."""

from dataclasses import replace

from tests.unit.reckon.idlib import CITY, DAY, HASS, PROVINCE, RUSSIA, SOURCES, told

from harmledger.model.account import Party
from harmledger.model.codes import Basis, Means, Target, TimePrecision
from harmledger.model.ids import incident_id
from harmledger.model.incident import Incident
from harmledger.model.links import Links
from harmledger.model.told import Told
from harmledger.model.when import When
from harmledger.reckon.incidents import reckon

HOUR = When("2020-01-15T14:06", "2020-01-15T14:06", TimePrecision.HOUR)
MONTH = When("2020-01", "2020-01", TimePrecision.MONTH)


def one(*accounts: Told) -> Incident:
    (incident,) = reckon(Links((tuple(sorted(t.id for t in accounts)),)), accounts, SOURCES)
    return incident


def test_the_finest_time_and_place_stand() -> None:
    found = one(
        told("a", when=MONTH, where=(PROVINCE,)), told("b", when=HOUR), told("c", when=DAY, where=(CITY, PROVINCE))
    )
    assert found.when == HOUR
    assert found.where == (CITY, PROVINCE)


def test_of_equally_fine_days_that_of_most_reports_stands() -> None:
    other = When("2020-01-14", "2020-01-14", TimePrecision.DAY)
    assert one(told("a", when=other), told("b"), told("c")).when == DAY
    assert one(told("a", when=other, report="r"), told("b", when=other, report="r"), told("c")).when == other


def test_towns_of_an_account_that_tells_of_several_are_not_the_incidents() -> None:
    assert one(told("a"), told("b", where=(CITY, HASS, PROVINCE))).where == (CITY, PROVINCE)


def test_parties_keep_each_basis_under_one_name() -> None:
    denied = Party("Moscow", "the Kremlin", Basis.DENIED)
    found = one(told("a", by=(RUSSIA,)), told("b", by=(denied, Party("Moscow", "Russia's army"))))
    assert [(p.party, p.basis, p.words) for p in found.by] == [
        ("Russia", Basis.ALLEGED, "Russian"),
        ("Russia", Basis.DENIED, "the Kremlin"),
    ]


def test_means_and_target_are_those_of_most_reports() -> None:
    shells = told("a", means=Means.SHELLING, target=Target.UNKNOWN)
    found = one(shells, told("b", target=Target.OTHER), told("c", target=Target.MARKET))
    assert (found.means, found.target) == (Means.AIRSTRIKE, Target.MARKET)
    assert one(told("a", means=Means.UNKNOWN, target=Target.UNKNOWN)).means is Means.UNKNOWN


def test_reports_that_only_mention_it_are_kept_apart() -> None:
    accounts = [
        told("a", report="r1", order=1),
        told("b", report="r2", background=True, order=2),
        told("c", report="r1", background=True, order=1),
    ]
    found = one(*accounts)
    assert (found.reports, found.mentioned_in) == (("r1",), ("r2",))


def test_the_first_in_the_log_founds_it_whatever_the_ids() -> None:
    found = one(told("a", order=5), told("z", order=1))
    assert (found.id, found.aliases) == (incident_id("z"), (incident_id("a"),))


def test_order_of_arrival_decides_which_id_leads_and_nothing_else() -> None:
    first, other = (
        one(told("a", order=x), told("b", order=y), told("c", order=z)) for x, y, z in ((1, 2, 3), (3, 2, 1))
    )
    assert (first.id, other.id) == (incident_id("a"), incident_id("c"))
    assert {first.id, *first.aliases} == {other.id, *other.aliases}
    assert list(first.aliases) == sorted(first.aliases)


def test_incidents_come_by_day_then_place_then_id() -> None:
    accounts = [
        told("a", when=None),
        told("b", where=(HASS,)),
        told("c"),
        told("d", when=When("2020-01-02", "2020-01-02", TimePrecision.DAY)),
    ]
    found = reckon(Links(tuple((t.id,) for t in accounts)), accounts)
    assert [i.accounts[0] for i in found] == ["d", "b", "c", "a"]
    assert found == reckon(Links(tuple((t.id,) for t in accounts)), list(reversed(accounts)))


def test_a_place_without_a_gazetteer_is_kept_by_its_words() -> None:
    unknown = replace(HASS, geoname_id=None, lat=None, lon=None, name="Maasaran", words="Maasaran")
    assert one(told("a", where=(unknown,)), told("b", where=(unknown,))).where == (unknown,)
