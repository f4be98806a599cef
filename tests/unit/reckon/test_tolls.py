"""Tolls: which figures bound the range, and which stay on record without."""

from dataclasses import replace

from tests.unit.reckon.idlib import CITY, HELMETS, PROVINCE, SOHR, SOURCES, claim, told

from harmledger.model.claim import Group
from harmledger.model.codes import Age, Outcome, PlacePrecision, Sex, Stance, Status, Target, TimePrecision
from harmledger.model.count import Count
from harmledger.model.source import Speaker
from harmledger.model.told import Told
from harmledger.model.toll import Toll
from harmledger.model.when import When
from harmledger.reckon.tolls import tolls
from harmledger.reckon.voices import leaders
from harmledger.text.roll import roll

KNOWN = roll(SOURCES)
ALL = Group()


def toll(*accounts: Told, outcome: Outcome = Outcome.KILLED, party: str = "Russia") -> Toll:
    return tolls(accounts, KNOWN, leaders(accounts, KNOWN), lambda voice: voice == party)[outcome]


def span(t: Toll) -> tuple[int | None, int | None, int | None, bool]:
    return t.low, t.best, t.high, t.high_open


def says(id: str, count: Count, who: str | None = None, **more: object) -> Told:
    return told(id, claim(f"c-{id}", count, Speaker(who) if who else None, **more))  # type: ignore[arg-type]


def test_two_voices_span_a_range_and_the_shared_figure_is_best() -> None:
    assert span(toll(says("a", Count.exact(18)), says("b", Count.exact(19)), says("c", Count.exact(19)))) == (
        18, 19, 19, False,
    )  # fmt: skip


def test_on_a_tie_the_most_recent_is_best() -> None:
    early, late = says("a", Count.exact(20), as_of="2020-01-15"), says("b", Count.exact(18), as_of="2020-01-16")
    assert span(toll(early, late)) == (18, 18, 20, False)


def test_at_least_the_highest_leaves_the_top_open() -> None:
    assert span(toll(says("a", Count.exact(18)), says("b", Count.at_least(19)))) == (18, 19, 19, True)
    assert span(toll(says("a", Count.exact(20)), says("b", Count.at_least(19))))[2:] == (20, False)


def test_about_states_no_low_but_keeps_the_range_in_order() -> None:
    assert span(toll(says("a", Count.about(30)))) == (None, 30, 30, False)
    assert span(toll(says("a", Count.about(30)), says("b", Count.exact(40), as_of="2019"))) == (30, 30, 40, False)


def test_a_range_stays_a_range() -> None:
    assert span(toll(says("a", Count.between(15, 20)))) == (15, None, 20, False)


def test_a_later_figure_of_a_voice_replaces_its_earlier_one_even_when_it_falls() -> None:
    first = says("a", Count.exact(20), "SOHR", as_of="2020-01-15T12:00")
    later = says("b", Count.exact(17), "SOHR", as_of="2020-01-15T18:00")
    found = toll(later, first)
    assert span(found) == (17, 17, 17, False)
    assert [(v.best, v.note[:7]) for v in found.aside] == [(20, "earlier")]


def test_a_reprint_of_an_earlier_figure_replaces_nothing() -> None:
    first = says("a", Count.exact(9), "SOHR", as_of="2020-01-15T12:00")
    later = says("b", Count.exact(18), "SOHR", as_of="2020-01-15T18:00")
    reprint = told("c", claim("c-c", Count.exact(9), SOHR, "2020-01-15T12:00"), published="2020-01-20")
    assert span(toll(first, later, reprint)) == (18, 18, 18, False)


def test_figures_of_which_nothing_tells_the_later_stay_a_range() -> None:
    found = toll(says("a", Count.exact(9), "SOHR", as_of="2020-01-16"), says("b", Count.exact(18), "SOHR"))
    assert span(found) == (9, None, 18, False)


def test_a_vaguer_figure_never_replaces_an_exact_one() -> None:
    exact = says("a", Count.exact(18), "SOHR", as_of="2020-01-15")
    vague = says("b", Count.from_low(24, "dozens"), "SOHR", as_of="2020-01-16")
    assert span(toll(exact, vague)) == (18, 18, 18, False)
    assert span(toll(vague)) == (24, None, 24, True)


def test_a_wider_place_never_replaces_a_narrower_one_nor_bounds_it() -> None:
    stalls = replace(CITY, precision=PlacePrecision.SITE)
    market = told("a", claim("c1", Count.exact(19), HELMETS, "2020-01-15"), where=(stalls,))
    city = told("b", claim("c2", Count.exact(25), HELMETS, "2020-01-16"), target=Target.UNKNOWN)
    province = told("c", claim("c3", Count.exact(21), SOHR, "2020-01-16"), where=(PROVINCE,), target=Target.UNKNOWN)
    found = toll(market, city, province)
    assert span(found) == (19, 19, 19, False)
    assert {v.best for v in found.aside} == {25, 21}


def test_a_target_left_unsaid_makes_no_figure_wider() -> None:
    market = told("a", claim("c1", Count.exact(9), SOHR, "2020-01-15T15:00"))
    city = told("b", claim("c2", Count.exact(18), SOHR, "2020-01-15T20:00"), target=Target.UNKNOWN)
    assert span(toll(market, city)) == (18, 18, 18, False)


def test_an_account_that_names_the_same_market_only_more_loosely_counts() -> None:
    market = told("a", claim("c1", Count.exact(19), HELMETS))
    loose = told("b", claim("c2", Count.exact(21), SOHR), where=(PROVINCE,))
    assert span(toll(market, loose))[::2] == (19, 21)


def test_wide_accounts_alone_have_a_toll() -> None:
    assert span(toll(told("a", claim("c1", Count.exact(21)), where=(PROVINCE,)))) == (21, 21, 21, False)


def test_a_part_is_a_row_and_never_added() -> None:
    whole = claim("c1", Count.exact(18))
    children = claim("c2", Count.exact(2), group=Group(Status.CIVILIAN, Age.CHILD), subset_of="c1")
    found = toll(told("a", whole, children))
    assert span(found) == (18, 18, 18, False)
    rows = {(r.status, r.age): (r.low, r.best, r.high) for r in found.by_group}
    assert rows == {(Status.CIVILIAN, Age.CHILD): (2, 2, 2), (Status.CIVILIAN, None): (18, 18, 18)}


def test_civilians_and_fighters_add_up_and_civilians_have_their_row() -> None:
    found = toll(told("a", claim("c1", Count.exact(5)), claim("c2", Count.exact(3), group=Group(Status.COMBATANT))))
    assert span(found) == (8, 8, 8, False)
    assert {r.status: r.best for r in found.by_group} == {Status.CIVILIAN: 5, Status.COMBATANT: 3}


def test_civilian_women_and_children_make_the_civilian_row() -> None:
    women = claim("c1", Count.exact(3), group=Group(Status.CIVILIAN, Age.ADULT, Sex.FEMALE))
    children = claim("c2", Count.exact(2), group=Group(Status.CIVILIAN, Age.CHILD))
    found = toll(told("a", women, children))
    assert found.best == 5
    assert [r.best for r in found.by_group if (r.status, r.age) == (Status.CIVILIAN, None)] == [5]


def test_one_figure_repeated_in_a_report_is_counted_once() -> None:
    assert toll(told("a", claim("c1", Count.exact(5)), claim("c2", Count.exact(5)))).best == 5


def test_a_figure_that_was_taken_back_does_not_stand_though_it_is_said_last() -> None:
    nine, nineteen = Count.exact(9), Count.exact(19)
    report = told("a", claim("c1", nine), claim("c2", nineteen))
    read = replace(report, account=replace(report.account, toll={Outcome.KILLED: nine}))
    assert span(toll(read)) == (9, 9, 9, False)
    assert span(toll(report)) == (19, 19, 19, False)


def test_the_dead_attacker_is_no_victim() -> None:
    bomber = claim("c1", Count.exact(1), group=Group(Status.ATTACKER))
    assert span(toll(told("a", bomber, claim("c2", Count.exact(12), group=ALL)))) == (12, 12, 12, False)


def test_expectations_and_denials_bound_nothing() -> None:
    expects = says("b", Count.exact(90), "White Helmets", stance=Stance.EXPECTS)
    denies = says("c", Count.exact(0), "Damascus", stance=Stance.DENIES)
    assert span(toll(says("a", Count.exact(18)), expects, denies)) == (18, 18, 18, False)


def test_deaths_that_are_only_implied_bound_nothing() -> None:
    implied = says("b", Count.exact(30), "White Helmets", stance=Stance.IMPLIES)
    assert span(toll(says("a", Count.exact(18)), implied)) == (18, 18, 18, False)


def test_a_zero_lowers_the_minimum_unless_a_party_says_it() -> None:
    assert toll(says("a", Count.exact(18)), says("b", Count.exact(0), "Daily One")).low == 0
    found = toll(says("a", Count.exact(18)), says("b", Count.exact(0), "Moscow"))
    assert found.low == 18
    assert [v.voice for v in found.aside] == ["Russia"]


def test_a_zero_as_the_shared_figure_is_best() -> None:
    assert span(toll(says("a", Count.exact(0)), says("b", Count.exact(0)))) == (0, 0, 0, False)


def test_casualties_stay_apart_from_killed_and_injured() -> None:
    accounts = [told("a", claim("c1", Count.exact(103), outcome=Outcome.CASUALTIES)), says("b", Count.exact(7))]
    found = tolls(accounts, KNOWN, leaders(accounts, KNOWN), lambda voice: False)
    assert {o: t.best for o, t in found.items()} == {Outcome.CASUALTIES: 103, Outcome.KILLED: 7}


def party_says(n: int, id: str = "p", who: str = "Moscow") -> Told:
    return says(id, Count.exact(n), who, group=Group(Status.COMBATANT))


def test_fighters_only_in_a_partys_words_are_context() -> None:
    found = toll(says("a", Count.exact(18), group=ALL), party_says(30))
    assert span(found) == (18, 18, 18, False)
    assert [(v.voice, v.best, v.note) for v in found.aside] == [
        ("Russia", 30, "combatants only, in the words of a party to the event")
    ]
    assert found.by_group == ()
    assert span(toll(says("a", Count.exact(18)), party_says(2)))[::2] == (18, 18)


def test_a_partys_fighters_stay_in_their_row_where_they_can_be_among_the_dead() -> None:
    found = toll(says("a", Count.exact(18), group=ALL), party_says(5))
    assert [(r.status, r.best) for r in found.by_group] == [(Status.COMBATANT, 5)]
    assert [r.status for r in toll(says("a", Count.exact(18)), party_says(5)).by_group] == [Status.CIVILIAN]


def test_a_partys_fighters_stand_where_nobody_counts_anyone_else() -> None:
    assert span(toll(party_says(30))) == (30, 30, 30, False)
    assert span(toll(says("a", Count.exact(0)), party_says(30)))[2] == 30
    assert span(toll(says("a", Count.exact(18)), party_says(30, who="SOHR")))[2] == 30


def test_where_nobody_is_blamed_a_source_with_a_side_is_a_party_for_its_fighters() -> None:
    others = told("a", claim("c-a", Count.exact(18)), by=())
    state = told("b", claim("c-b", Count.exact(30), Speaker("Moscow"), group=Group(Status.COMBATANT)), by=())
    assert span(toll(others, state, party="nobody")) == (18, 18, 18, False)


def test_a_party_that_also_counts_civilians_is_heard() -> None:
    both = told(
        "b",
        claim("c1", Count.exact(30), Speaker("Moscow"), group=Group(Status.COMBATANT)),
        claim("c2", Count.exact(2), Speaker("Moscow")),
    )
    assert span(toll(says("a", Count.exact(18)), both))[::2] == (18, 32)


def week(id: str, count: Count, **more: object) -> Told:
    when = When("2020-01-09", "2020-01-15", TimePrecision.WEEK)
    return told(id, claim(f"c-{id}", count, SOHR), where=(PROVINCE,), when=when, **more)  # type: ignore[arg-type]


def test_a_weeks_figure_of_a_province_bounds_no_town_even_under_the_same_target() -> None:
    for target in (Target.MARKET, Target.UNKNOWN):
        found = toll(told("a", claim("c1", Count.exact(15), HELMETS)), week("w", Count.exact(61), target=target))
        assert span(found) == (15, 15, 15, False)
        assert [(v.best, v.note) for v in found.aside] == [(61, "told of a wider area")]


def test_a_weeks_figure_bounds_no_days_figure_of_the_same_province() -> None:
    day = told("a", claim("c1", Count.exact(15), HELMETS), where=(PROVINCE,))
    assert span(toll(day, week("w", Count.exact(61)))) == (15, 15, 15, False)
    assert span(toll(week("w", Count.exact(61)))) == (61, 61, 61, False)


def test_each_bound_names_its_voices_and_claims() -> None:
    found = toll(told("a", claim("c1", Count.exact(18), SOHR)), told("b", claim("c2", Count.exact(19), HELMETS)))
    low = [v for v in found.voices if v.low == found.low]
    assert [(v.voice, v.claims) for v in low] == [("Syrian Observatory for Human Rights", ("c1",))]


def test_a_post_that_names_no_place_replaces_its_publishers_figure_of_the_place() -> None:
    first = told("a", claim("c1", Count.exact(3)), publisher="Channel", published="2020-01-15T10:00Z")
    later = told("b", claim("c2", Count.exact(5)), publisher="Channel", published="2020-01-15T12:00Z", where=())
    assert span(toll(first, later)) == (5, 5, 5, False)
    other = replace(later, publisher="Other channel")
    assert span(toll(first, other)) == (3, 5, 5, False)
