"""What holds of every toll and every linking, whatever is told."""

from dataclasses import replace
from importlib.resources import files

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.link.records import ALPHA, BETA, GAMMA, area
from tests.unit.reckon.idlib import SOURCES, claim, told

from harmledger.link.link import link
from harmledger.link.weights import parse
from harmledger.model.account import Account
from harmledger.model.claim import Claim, Group
from harmledger.model.codes import Age, LinkRole, Means, Outcome, Stance, Status, Target
from harmledger.model.count import Count
from harmledger.model.incident import Incident
from harmledger.model.links import Links
from harmledger.model.source import Link, Speaker
from harmledger.model.told import Told
from harmledger.model.toll import Toll
from harmledger.model.when import When
from harmledger.reckon.incidents import event_voices, reckon
from harmledger.reckon.independence import independent
from harmledger.reckon.voices import leaders
from harmledger.text.roll import roll

WEIGHTS = parse(files("harmledger.link").joinpath("weights.toml").read_text(encoding="utf8"))
NUMBER = st.integers(0, 60)
COUNTS = st.one_of(
    NUMBER.map(Count.exact),
    NUMBER.map(Count.at_least),
    NUMBER.map(Count.more_than),
    NUMBER.map(Count.up_to),
    NUMBER.map(Count.about),
    NUMBER.map(Count.from_low),
    st.tuples(NUMBER, NUMBER).map(lambda ends: Count.between(*ends)),
)
SPEAKERS = st.sampled_from([None, *(Speaker(n) for n in ("White Helmets", "SOHR", "Moscow", "medics", "Jane Doe"))])
GROUPS = st.builds(
    Group,
    st.sampled_from([None, Status.CIVILIAN, Status.COMBATANT, Status.ATTACKER]),
    st.sampled_from([None, Age.CHILD, Age.ADULT]),
)
TIMES = st.sampled_from([None, "2020-01-15", "2020-01-15T09:00", "2020-01-15T20:00Z", "2020-01-16"])
OUTCOMES = st.sampled_from([Outcome.KILLED, Outcome.INJURED])
STANCES = st.sampled_from([Stance.ASSERTS, Stance.ASSERTS, Stance.ALLEGES, Stance.DENIES, Stance.EXPECTS])


@st.composite
def claims(draw: st.DrawFn, id: str) -> Claim:
    return claim(id, draw(COUNTS), draw(SPEAKERS), draw(TIMES), draw(OUTCOMES), draw(GROUPS), draw(STANCES))


@st.composite
def accounts(draw: st.DrawFn, most: int = 6) -> list[Told]:
    made = []
    for n in range(draw(st.integers(1, most))):
        said = [draw(claims(f"c{n}-{k}")) for k in range(draw(st.integers(0, 3)))]
        place = draw(st.sampled_from([ALPHA, ALPHA, BETA, GAMMA, area("North")]))
        day = draw(st.sampled_from(["2020-01-14", "2020-01-15", "2020-01-15", "2020-01"]))
        target = draw(st.sampled_from([Target.MARKET, Target.UNKNOWN, Target.SCHOOL]))
        means = draw(st.sampled_from([Means.AIRSTRIKE, Means.UNKNOWN]))
        when = When(day, day, "day" if len(day) > 7 else "month")  # type: ignore[arg-type]
        made.append(
            told(f"a{n}", *said, when=when, where=(place,), target=target, means=means, order=n, publisher=f"P{n % 3}")
        )
    return made


def one(told: list[Told]) -> Incident:
    """All of them as one incident, as a person may judge."""
    (incident,) = reckon(Links((tuple(sorted(t.id for t in told)),)), told, SOURCES)
    return incident


def span(toll: Toll | None) -> tuple[int | None, int | None, int | None, bool] | None:
    return None if toll is None else (toll.low, toll.best, toll.high, toll.high_open)


def spans(incident: Incident) -> dict[Outcome, object]:
    rows = {o: {(r.status, r.age): (r.low, r.best, r.high) for r in t.by_group} for o, t in incident.toll.items()}
    return {o: (span(t), rows[o]) for o, t in incident.toll.items()}


def with_claim(told: Told, extra: Claim) -> Told:
    return replace(told, account=replace(told.account, claims=(*told.account.claims, extra)))


@given(accounts())
def test_bounds_are_in_order(told: list[Told]) -> None:
    for toll in one(told).toll.values():
        for row in (toll, *toll.by_group):
            stated = [n for n in (row.low, row.best, row.high) if n is not None]
            assert stated == sorted(stated)
        assert toll.high is not None or not toll.voices


@given(accounts(), st.data())
def test_a_copy_changes_no_bound(told: list[Told], data: st.DataObject) -> None:
    """A later reprint of one account: what it says in its own name is in it a quotation of the first publisher."""
    origin = data.draw(st.sampled_from(told))
    quoted = tuple(
        replace(c, id=f"{c.id}-copy", speaker=_carried(c.speaker, origin.publisher or ""))
        for c in origin.account.claims
    )
    account: Account = replace(origin.account, id="a-copy", claims=quoted)
    copy = Told(account, "r-copy", "Reprints", "2020-01-18", 99)
    assert spans(one([*told, copy])) == spans(one(told))


def _carried(speaker: Speaker | None, publisher: str) -> Speaker:
    if speaker is None:
        return Speaker(publisher)
    return Speaker(speaker.name, (*speaker.via, Link(publisher, LinkRole.OUTLET)))


@given(accounts(), st.data())
def test_a_part_adds_nothing_to_the_whole(told: list[Told], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(told) - 1))
    tops = list(told[at].account.claims)
    if not tops:
        return
    whole = data.draw(st.sampled_from(tops))
    part = replace(data.draw(claims("c-part")), subset_of=whole.id, outcome=whole.outcome)
    more = [with_claim(t, part) if n == at else t for n, t in enumerate(told)]
    before, after = one(told).toll, one(more).toll
    assert {o: span(t) for o, t in before.items()} == {o: span(after[o]) for o in before}


@given(accounts(), st.data(), SPEAKERS)
def test_a_denial_lowers_no_minimum(told: list[Told], data: st.DataObject, who: Speaker | None) -> None:
    at = data.draw(st.integers(0, len(told) - 1))
    denial = claim("c-denial", Count.exact(0), who, outcome=data.draw(OUTCOMES), stance=Stance.DENIES)
    more = [with_claim(t, denial) if n == at else t for n, t in enumerate(told)]
    assert {o: span(t) for o, t in one(told).toll.items()} == {o: span(t) for o, t in one(more).toll.items()}


@settings(max_examples=60)
@given(accounts(most=9), st.randoms(use_true_random=False))
def test_order_of_accounts_changes_ids_only(told: list[Told], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    reordered = [replace(t, order=n) for n, t in enumerate(shuffled)]
    first, second = link(told, (), WEIGHTS), link(reordered, (), WEIGHTS)
    assert first == second
    one, other = (reckon(links, ts, SOURCES) for links, ts in ((first, told), (second, reordered)))
    assert {frozenset(i.accounts): i.toll for i in one} == {frozenset(i.accounts): i.toll for i in other}
    assert reckon(first, shuffled, SOURCES) == one


@given(accounts(), st.randoms(use_true_random=False))
def test_independent_voices_are_no_parties_and_no_more_than_reports_and_known_sources(
    told: list[Told], random: object
) -> None:
    known = roll(SOURCES)
    first = leaders(told, known)
    alone = independent(told, known, first, lambda voice: voice == "Russia")
    others = [v for v in alone if known.source(v) is None]
    assert "Russia" not in alone
    assert set(alone) <= set(event_voices(told, known, first))
    assert len(others) <= len({t.report for t in told})
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert independent(shuffled, known, first, lambda voice: voice == "Russia") == alone


@given(accounts())
def test_one_report_without_known_sources_never_establishes(told: list[Told]) -> None:
    one_report = [replace(t, report="r", publisher="P") for t in told]
    (incident,) = reckon(Links((tuple(sorted(t.id for t in told)),)), one_report)
    assert incident.grades["ibc"].grade == "provisional"


@settings(max_examples=60)
@given(accounts(most=9))
def test_every_account_stands_in_one_incident(told: list[Told]) -> None:
    incidents = reckon(link(told, (), WEIGHTS), told, SOURCES)
    assert sorted(a for i in incidents for a in i.accounts) == sorted(t.id for t in told)
    assert len({i for one in incidents for i in (one.id, *one.aliases)}) == len(told)
