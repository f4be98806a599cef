"""A truce of the file, told again by a report."""

from dataclasses import replace

from harmledger.model.agreement import Agreement, Effective
from harmledger.model.codes import AgreementKind, PlacePrecision, TimePrecision
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.model.when import When
from harmledger.reckon.truces import distinct

IDLIB = Place("Idlib", "Idlib", PlacePrecision.ADMIN1, place_id="gn:169387", country="SY", admin1="Idlib")
DARAA = Place("Daraa", "Daraa", PlacePrecision.ADMIN1, place_id="gn:170905", country="SY", admin1="Daraa")
NINTH = When("2020-01-09T14:00+03:00", "2020-01-09T14:00+03:00", TimePrecision.HOUR)
TWELFTH = When("2020-01-12", "2020-01-12", TimePrecision.DAY)
FILED = Agreement(
    "jan", AgreementKind.CEASEFIRE, NINTH, where=(IDLIB,), announced=(Effective(NINTH, "A"), Effective(TWELFTH, "B"))
)
TOLD = Agreement("g-1", AgreementKind.CEASEFIRE, TWELFTH, where=(IDLIB,), span=Span(0, 7, "a truce"))


def test_one_told_again_is_held_against_once() -> None:
    assert distinct([TOLD, FILED]) == (FILED,)
    assert distinct([replace(TOLD, where=()), FILED]) == (FILED,)


def test_another_day_or_area_is_another_truce() -> None:
    for other in (
        replace(TOLD, effective=When("2020-02-01", "2020-02-01", TimePrecision.DAY)),
        replace(TOLD, where=(DARAA,)),
    ):
        assert distinct([other, FILED]) == (other, FILED)


def test_nothing_is_held_against_a_truce_that_no_report_dates() -> None:
    assert distinct([replace(TOLD, effective=None)]) == ()


def test_without_a_file_what_reports_tell_stands() -> None:
    assert distinct([TOLD]) == (TOLD,)
