"""Totals, audits, series and rates: what is added, what never is, and what is said beside it."""

from dataclasses import replace
from datetime import date

from tests.unit.reckon.idlib import CITY, HASS, PROVINCE, TRUCE, claim, told

from harmledger.model.audit import AuditRow, AuditVerdict
from harmledger.model.claim import Group
from harmledger.model.codes import Age, Outcome, PlacePrecision, Scope, Status, TimePrecision
from harmledger.model.count import Count
from harmledger.model.grade import Grade
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.source import Speaker
from harmledger.model.told import Told
from harmledger.model.toll import GroupToll, Toll
from harmledger.model.when import When
from harmledger.reckon.audit import audit
from harmledger.reckon.rates import rates
from harmledger.reckon.series import FALL, TRANSPOSED, flaws
from harmledger.reckon.totals import totals

SYRIA = Place("Syria", "Syria", PlacePrecision.COUNTRY, country="SY")


def incident(
    id: str, low: int | None, high: int, day: str = "2020-01-15", where: Place = CITY, outcome: Outcome = Outcome.KILLED
) -> Incident:
    precision = TimePrecision.DAY if len(day) > 7 else TimePrecision.MONTH
    return Incident(id, when=When(day, day, precision), where=(where,), toll={outcome: Toll(low, None, high)})


def tally(
    count: Count, start: str | None = "2020-01", end: str | None = "2020-01-31", id: str = "t", **more: object
) -> Told:
    when = When(start, end, TimePrecision.LONGER) if start or end else None
    said = claim(f"c-{id}", count, Speaker("SOHR"), group=Group(), **more)  # type: ignore[arg-type]
    return told(f"a-{id}", said, when=when, where=(PROVINCE,), scope=Scope.TALLY, published="2020-02-01")


def row(count: Count, *incidents: Incident, **more: object) -> AuditRow:
    (found,) = audit([tally(count, **more)], incidents)  # type: ignore[arg-type]
    return found


def test_totals_add_lows_and_highs_once_and_name_missing_lows() -> None:
    found = totals([incident("i-1", 18, 19), incident("i-2", None, 3, where=HASS)])
    (line,) = found.lines
    assert (line.low, line.high, line.without_low) == (18, 22, ("i-2",))


def test_totals_say_what_they_leave_out_and_why() -> None:
    graded = replace(incident("i-5", 1, 1), grades={"ibc": Grade("established")})
    left = {
        "i-1": incident("i-1", 5, 5, day="2020-01"),
        "i-2": incident("i-2", 5, 5, where=SYRIA),
        "i-3": replace(incident("i-3", 5, 5), grades={"ibc": Grade("provisional")}),
        "i-4": incident("i-4", 5, 5),
        "i-6": incident("i-6", 5, 5, day="2020-03-01"),
    }
    found = totals([*left.values(), graded], date(2020, 1, 10), date(2020, 1, 20), PROVINCE, established_only=True)
    assert found.incidents == ("i-5",)
    why = {o.incident: o.why for o in found.left_out}
    assert why["i-1"] == "its day is known too coarsely"
    assert why["i-2"] == "its place is known too coarsely"
    assert (why["i-3"], why["i-4"]) == ("provisional", "ungraded")
    assert "i-6" not in why


def test_totals_say_how_many_of_the_counted_are_provisional_or_ungraded() -> None:
    graded = [replace(incident(f"i-{n}", 1, 2), grades={"ibc": Grade("provisional")}) for n in range(3)]
    sure = replace(incident("i-9", 1, 1, outcome=Outcome.INJURED), grades={"ibc": Grade("established")})
    found = totals([*graded, sure, incident("i-8", 1, 1)])
    assert (len(found.incidents), found.provisional, found.ungraded) == (5, 3, 1)
    assert {line.outcome: line.provisional for line in found.lines} == {Outcome.KILLED: 3, Outcome.INJURED: 0}
    strict = totals([*graded, sure], established_only=True)
    assert (strict.incidents, strict.provisional, strict.ungraded) == (("i-9",), 0, 0)


def test_totals_tell_civilians_combatants_and_the_unsaid_apart() -> None:
    rows = (
        GroupToll(5, 5, 6, Status.CIVILIAN),
        GroupToll(2, 2, 2, Status.COMBATANT),
        GroupToll(1, 1, 1, age=Age.CHILD),
    )
    mixed = replace(incident("i-1", 9, 12), toll={Outcome.KILLED: Toll(9, 10, 12, by_group=rows)})
    civil = Toll(3, 3, 3, by_group=(GroupToll(3, 3, 3, Status.CIVILIAN),))
    (line,) = totals([mixed, replace(incident("i-2", 3, 3), toll={Outcome.KILLED: civil}), incident("i-3", 4, 4)]).lines
    assert [(p.status, p.low, p.high, p.incidents) for p in line.by_status] == [
        (Status.CIVILIAN, 8, 9, ("i-1", "i-2")),
        (Status.COMBATANT, 2, 2, ("i-1",)),
        (None, 5, 9, ("i-1", "i-3")),
    ]
    assert (line.low, line.high) == (16, 19)


def test_a_wide_incident_that_may_repeat_a_finer_one_is_left_out() -> None:
    found = totals([incident("i-1", 18, 19), incident("i-2", 21, 21, where=PROVINCE)])
    assert found.incidents == ("i-1",)
    assert [o.incident for o in found.left_out] == ["i-2"]
    alone = totals([incident("i-2", 21, 21, where=PROVINCE), incident("i-3", 1, 1, day="2020-01-20")])
    assert alone.incidents == ("i-2", "i-3")


def test_a_tally_within_the_sum_is_explained() -> None:
    found = row(Count.exact(20), incident("i-1", 18, 19), incident("i-2", 1, 1, where=HASS))
    assert (found.verdict, found.low, found.high) == (AuditVerdict.EXPLAINED, 19, 20)


def test_a_tally_above_the_sum_leaves_a_remainder() -> None:
    found = row(Count.exact(30), incident("i-1", 18, 19))
    assert (found.verdict, found.remainder) == (AuditVerdict.UNEXPLAINED, (11, 12))
    assert row(Count.more_than(30), incident("i-1", 18, 19)).remainder == (12, None)


def test_a_tally_below_the_sum_is_over_explained() -> None:
    found = row(Count.exact(10), incident("i-1", 18, 19))
    assert (found.verdict, found.remainder) == (AuditVerdict.OVER_EXPLAINED, (8, 9))
    assert row(Count.at_least(10), incident("i-1", 18, 19)).verdict is AuditVerdict.EXPLAINED


def test_only_what_lies_in_window_and_area_is_summed() -> None:
    outside = incident("i-2", 50, 50, day="2019-12-31")
    unsure = incident("i-3", 4, 4, where=SYRIA)
    found = row(Count.exact(30), incident("i-1", 18, 19), outside, unsure)
    assert (found.incidents, found.perhaps, found.with_perhaps) == (("i-1",), ("i-3",), 23)
    assert any(d.startswith("area: 1 incident") for d in found.differences)


def of_civilians(said: Told) -> Told:
    claims = (replace(said.account.claims[0], group=Group(Status.CIVILIAN)),)
    return replace(said, account=replace(said.account, claims=claims))


def test_differences_of_scope_are_listed() -> None:
    (found,) = audit([of_civilians(tally(Count.exact(30), end=None))], [incident("i-1", 18, 19)])
    assert [d.split(":")[0] for d in found.differences] == ["group", "window"]
    (found,) = audit([tally(Count.exact(30))], [])
    assert [d.split(":")[0] for d in found.differences] == ["record"]


def test_a_tally_of_civilians_is_held_against_civilians_where_they_are_told_apart() -> None:
    toll = Toll(20, 20, 20, by_group=(GroupToll(5, 5, 6, Status.CIVILIAN), GroupToll(15, 15, 15, Status.COMBATANT)))
    mixed = replace(incident("i-1", 20, 20), toll={Outcome.KILLED: toll})
    (found,) = audit([of_civilians(tally(Count.exact(9)))], [mixed, incident("i-2", 3, 3)])
    assert (found.low, found.high, found.verdict) == (8, 9, AuditVerdict.EXPLAINED)
    assert found.differences == ("group: the tally counts civilian only; 1 incident(s) count everyone but attackers",)


def test_a_tally_without_a_start_is_not_comparable() -> None:
    assert row(Count.exact(30), incident("i-1", 18, 19), start=None).verdict is AuditVerdict.NOT_COMPARABLE


def test_casualties_are_held_against_killed_and_injured() -> None:
    hurt = incident("i-2", 10, 12, outcome=Outcome.INJURED)
    found = row(Count.exact(30), incident("i-1", 18, 19), hurt, outcome=Outcome.CASUALTIES)
    assert (found.low, found.high, found.verdict) == (28, 31, AuditVerdict.EXPLAINED)


def test_a_cumulative_series_that_falls_is_named() -> None:
    figures = [("2020-01-31", 1000), ("2020-02-29", 1320), ("2020-03-31", 1230), ("2020-04-30", 900)]
    told = [tally(Count.exact(n), "2019-12", end, f"{at}") for at, (end, n) in enumerate(figures)]
    found = flaws(audit(told, []))
    assert [(f.kind, f.earlier, f.later) for f in found] == [(TRANSPOSED, "c-1", "c-2"), (FALL, "c-2", "c-3")]


def test_other_windows_voices_or_open_figures_are_no_fall() -> None:
    told = [
        tally(Count.exact(1000), "2019-12", "2020-01-31", "1"),
        tally(Count.exact(500), "2020-01", "2020-02-29", "2"),
        tally(Count.more_than(800), "2019-12", "2020-03-31", "3"),
    ]
    assert flaws(audit(told, [])) == ()


def test_rates_compare_equally_many_days() -> None:
    days = ["2020-01-03", "2020-01-08", "2020-01-10", "2020-01-12", "2020-01-15", "2020-01-17"]
    found = rates(TRUCE, [incident(f"i-{d[-2:]}", 2, 3, d) for d in days], date(2020, 1, 16))
    assert found is not None
    assert (found.before.start, found.before.end, found.before.days) == ("2020-01-08", "2020-01-11", 4)
    assert (found.during.start, found.during.end, found.during.days) == ("2020-01-13", "2020-01-16", 4)
    assert (found.before.incidents, found.during.incidents) == (("i-08", "i-10"), ("i-15",))
    assert (found.before.killed_low, found.before.killed_high) == (4, 6)


def test_no_rate_without_a_whole_day_in_force_or_an_area() -> None:
    assert rates(TRUCE, [], date(2020, 1, 12)) is None
    assert rates(replace(TRUCE, where=()), [], date(2020, 2, 1)) is None
