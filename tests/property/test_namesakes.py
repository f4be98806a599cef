"""What holds of names that the ledger settles, whatever is told and in whichever order it came."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reckon.idlib import HELMETS, SOHR, claim, told
from tests.unit.reckon.test_namesakes import HAMA, HOMS, place

from harmledger.model.codec import encode
from harmledger.model.codes import Means, PlaceMatch
from harmledger.model.count import Count
from harmledger.model.source import Speaker
from harmledger.model.told import Told
from harmledger.pipeline.linking import standard_linker
from harmledger.pipeline.relink import Matter
from harmledger.reckon.namesakes import placed, settle

LINKER = standard_linker()
SPEAKERS = st.sampled_from([None, HELMETS, SOHR, Speaker("medics")])
PLACES = st.sampled_from(
    [place(HOMS, "Homs"), *[place(HAMA, "Hama")] * 3, *[place(HOMS, rivals=(HAMA,))] * 2, place(HAMA, rivals=(HOMS,))]
)


@st.composite
def readings(draw: st.DrawFn) -> list[Told]:
    """Accounts of a few reports and outlets, all of which name Kafr Amma."""
    outlets = draw(st.lists(st.sampled_from("PQR"), min_size=7, max_size=7))
    made = []
    for n in range(draw(st.integers(2, 7))):
        said = claim(f"c{n}", Count.exact(draw(st.integers(1, 3))), draw(SPEAKERS))
        where, means = draw(PLACES), draw(st.sampled_from([Means.AIRSTRIKE, Means.SNIPER]))
        at = draw(st.integers(0, n))
        one = told(f"a{n}", said, where=(where,), report=f"r{at}", publisher=outlets[at], means=means, order=at)
        made.append(one)
    return made


@given(st.data())
@settings(deadline=None)
def test_the_order_in_which_readings_are_handed_over_does_not_tell(data: st.DataObject) -> None:
    accounts = data.draw(readings())
    mixed = data.draw(st.permutations(accounts))
    assert encode(LINKER(Matter(tuple(mixed)))) == encode(LINKER(Matter(tuple(accounts))))


@given(st.data())
@settings(deadline=None)
def test_the_order_of_the_log_tells_only_which_id_leads(data: st.DataObject) -> None:
    accounts = data.draw(readings())
    orders = data.draw(st.permutations(range(len(accounts))))
    later = [replace(t, order=orders[t.order]) for t in accounts]
    assert settle(later) == settle(accounts)
    ids = [
        sorted(sorted((i.id, *i.aliases)) for i in LINKER(Matter(tuple(several))).incidents)
        for several in (accounts, later)
    ]
    assert ids[0] == ids[1]


@given(readings())
@settings(deadline=None)
def test_a_name_is_settled_only_where_all_that_say_it_agree(accounts: list[Told]) -> None:
    settled = settle(accounts)
    said = [(t.report, p.place_id) for t in accounts for p in t.account.where if p.within]
    outlets = {t.report: set[str]() for t in accounts}
    for t in accounts:
        outlets[t.report].add(t.publisher or "")
    for one in settled:
        assert {place_id for _, place_id in said} == {one.place.place_id}
        assert one.place.match is PlaceMatch.LEDGER and len(one.place.settled_by) >= 2
        assert set(one.place.settled_by) <= {report for report, _ in said} - {one.report}
        first, second, *_ = one.place.settled_by
        assert outlets[first].isdisjoint(outlets[second])
    assert settle(placed(accounts, settled)) == ()


@given(readings())
@settings(deadline=None)
def test_taking_a_backing_report_away_settles_nothing_more(accounts: list[Told]) -> None:
    before = {(s.account, s.nth) for s in settle(accounts)}
    for one in {t.report for t in accounts}:
        fewer = [t for t in accounts if t.report != one]
        places = {p.place_id for t in accounts for p in t.account.where if p.within}
        if len(places) == 1:
            assert {(s.account, s.nth) for s in settle(fewer)} <= before
