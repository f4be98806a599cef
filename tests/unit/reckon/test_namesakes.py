"""What the ledger knows of a name: when it settles which place is meant, and when it keeps silent."""

from dataclasses import replace

import pytest
from tests.unit.reckon.idlib import HELMETS, SOHR, SOURCES, claim, told

from harmledger.model.codes import LinkRole, PlaceMatch, PlacePrecision
from harmledger.model.count import Count
from harmledger.model.place import Candidate, Place
from harmledger.model.settled import Settled
from harmledger.model.source import Link, Speaker
from harmledger.model.span import Span
from harmledger.model.told import Told
from harmledger.reckon.namesakes import placed, settle

TOWN = PlacePrecision.SETTLEMENT
HOMS, HAMA = (
    Candidate("x:1", "Kafr Amma", TOWN, 3.2, None, 34.7, 36.5, 5.0, "SY", "Homs"),
    Candidate("x:2", "Kafr Amma", TOWN, 3.0, None, 35.2, 36.8, 5.0, "SY", "Hama"),
)
ABROAD = Candidate("x:3", "Kafr Amma", TOWN, 3.0, None, 34.0, 35.9, 5.0, "LB", "Beqaa")


def place(
    of: Candidate, within: str | None = None, rivals: tuple[Candidate, ...] = (), words: str = "Kafr Amma"
) -> Place:
    return Place(
        of.name, words, of.precision, None, of.place_id, of.lat, of.lon, of.radius_km, of.country, of.admin1,
        match=PlaceMatch.NAME, span=Span(0, len(words), words), within=within,
        candidates=(of, *rivals) if rivals else (),
    )  # fmt: skip


def says(id: str, of: Candidate, *who: Speaker, publisher: str | None = None, sketch: tuple[int, ...] = ()) -> Told:
    said = (claim(f"c-{id}-{n}", Count.exact(3), one) for n, one in enumerate(who))
    return told(id, *said, where=(place(of, of.admin1),), publisher=publisher, sketch=sketch)


OPEN = told("open", claim("c-open", Count.exact(3)), where=(place(HOMS, rivals=(HAMA,)),))
A, B = says("a", HAMA), says("b", HAMA)


def found(*others: Told, of: Told = OPEN) -> Place | None:
    """What the open place of `of` is settled as."""
    settled = {s.account: s.place for s in settle((of, *others), SOURCES)}
    return settled.get(of.id)


def test_two_independent_reports_that_say_where_it_lies_settle_a_name() -> None:
    took = found(A, B)
    assert took is not None
    assert (took.place_id, took.admin1, took.point) == ("x:2", "Hama", (35.2, 36.8))
    assert took.match is PlaceMatch.LEDGER and took.settled_by == ("r-a", "r-b")
    assert took.words == "Kafr Amma" and took.candidates == (HOMS, HAMA)  # what was read stays beside it


def test_a_few_of_many_reports_are_named() -> None:
    took = found(*(says(f"{n}", HAMA) for n in range(9)))
    assert took is not None and took.settled_by == ("r-0", "r-1", "r-2", "r-3", "r-4")


def test_what_was_taken_by_the_report_may_be_confirmed() -> None:
    took = found(says("a", HOMS), says("b", HOMS))
    assert took is not None and took.place_id == "x:1" and took.match is PlaceMatch.LEDGER


def test_one_report_settles_nothing() -> None:
    assert found(A) is None
    assert found(A, replace(B, report=A.report)) is None


@pytest.mark.parametrize(
    "second",
    [
        says("b", HAMA, publisher="Outlet a"),
        says("b", HAMA, HELMETS),
        says("b", HAMA, Speaker("a nurse", (Link("Syria Civil Defence", LinkRole.AGENCY),))),
    ],
)
def test_reports_that_share_an_origin_are_one(second: Told) -> None:
    first = says("a", HAMA, HELMETS)
    assert found(first, second) is None
    assert found(first, second, says("c", HAMA, SOHR)) is not None


def test_near_copies_are_one_report_and_those_of_the_open_one_back_nothing() -> None:
    text = tuple(range(64))
    copies = says("a", HAMA, sketch=text), says("b", HAMA, sketch=text)
    assert found(*copies) is None
    took = found(*copies, says("c", HAMA))
    assert took is not None and took.settled_by == ("r-a", "r-c")
    assert found(copies[0], B, of=replace(OPEN, sketch=text)) is None
    assert found(copies[0], B, says("c", HAMA), of=replace(OPEN, sketch=text)) is not None


def test_a_text_too_short_for_a_sketch_is_a_copy_by_its_words() -> None:
    said = "Three killed in Kafr Amma"
    words = Span(0, len(said), said)
    same = [replace(t, account=replace(t.account, told_in=(words,))) for t in (A, B)]
    assert found(*same) is None


@pytest.mark.parametrize(
    "against",
    [
        says("c", HOMS),
        replace(says("c", HOMS), report=OPEN.report),
        told("c", where=(Place("Kafr Amma", "Kafr Amma", PlacePrecision.ADMIN1, country="SY", admin1="Idlib"),)),
    ],
    ids=["another report", "its own", "a village that no list has"],
)
def test_one_report_that_means_another_place_keeps_it_open(against: Told) -> None:
    assert found(A, B, against) is None


def test_a_namesake_in_a_country_that_is_out_of_the_question_says_nothing() -> None:
    assert found(A, B, says("c", ABROAD)) is not None


def test_a_place_that_is_no_candidate_is_not_taken() -> None:
    other = replace(HAMA, place_id="x:9")
    assert found(says("a", other), says("b", other)) is None


def test_only_what_a_report_says_counts_and_not_what_was_guessed() -> None:
    likely = [told(f"l{n}", where=(place(HAMA),)) for n in range(3)]
    left_open = [told(f"o{n}", where=(place(HAMA, rivals=(HOMS,)),)) for n in range(3)]
    assert found(*likely, *left_open) is None
    assert found(A, *likely, *left_open) is None


def test_what_the_ledger_settled_settles_nothing_else() -> None:
    first = settle((OPEN, A, B))
    again = placed((OPEN, A, B), first)
    assert settle(again) == ()
    assert found(A, *placed((replace(OPEN, report="r-x"),), first)) is None


def test_another_name_of_the_place_says_nothing_of_this_one() -> None:
    renamed = [replace(t, account=replace(t.account, where=(place(HAMA, "Hama", words="Tell Amma"),))) for t in (A, B)]
    assert found(*renamed) is None


def test_the_article_and_accents_make_no_difference() -> None:
    spelled = [replace(t, account=replace(t.account, where=(place(HAMA, "Hama", words="Kafr 'Ammā"),))) for t in (A, B)]
    assert found(*spelled) is not None


def test_surroundings_stay_surroundings_and_a_part_of_an_area_is_left_alone() -> None:
    near = replace(OPEN.account.where[0], precision=PlacePrecision.VICINITY, radius_km=25.0)
    took = found(A, B, of=replace(OPEN, account=replace(OPEN.account, where=(near,))))
    assert took is not None and (took.precision, took.radius_km, took.admin1) == (PlacePrecision.VICINITY, 25.0, "Hama")
    part = replace(OPEN.account.where[0], lat=34.9)
    assert found(A, B, of=replace(OPEN, account=replace(OPEN.account, where=(part,)))) is None


def test_what_was_settled_stands_in_the_place_of_what_was_read() -> None:
    other = place(HOMS, "Homs", words="Talbiseh")
    both = replace(OPEN, account=replace(OPEN.account, where=(other, *OPEN.account.where)))
    (settled,) = settle((both, A, B))
    assert (settled.report, settled.account, settled.nth) == ("r-open", "open", 1)
    now = placed((both, A, B), (settled,))
    assert now[0].account.where == (other, settled.place) and now[1:] == (A, B)
    moved = replace(both, account=replace(both.account, where=(OPEN.account.where[0], other)))
    stale = Settled("r-open", "open", 1, replace(settled.place, span=Span(5, 9, "some")))
    assert placed((moved,), (stale,)) == (moved,)
