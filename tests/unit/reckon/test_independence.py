"""Which voices are independent: one report is one voice, unless known sources speak in it."""

from collections.abc import Sequence

from tests.unit.reckon.idlib import HELMETS, RUSSIA, SOHR, SOURCES, claim, told

from harmledger.model.codes import LinkRole, Stance
from harmledger.model.count import Count
from harmledger.model.grade import Grade
from harmledger.model.links import Links
from harmledger.model.source import Link, Source, Speaker
from harmledger.model.told import Told
from harmledger.reckon.incidents import party_test, reckon
from harmledger.reckon.independence import independent
from harmledger.reckon.voices import leaders
from harmledger.text.roll import roll

MEDICS, RESIDENTS, JANE, JOHN = (Speaker(n) for n in ("medics", "residents", "Jane Doe", "John Roe"))


def says(id: str, *who: Speaker | None, publisher: str = "", report: str = "", sketch: tuple[int, ...] = ()) -> Told:
    said = (claim(f"c-{id}-{n}", Count.exact(3), one) for n, one in enumerate(who))
    return told(id, *said, publisher=publisher or None, report=report or None, by=(RUSSIA,), sketch=sketch)


def found(*accounts: Told, sources: Sequence[Source] = SOURCES) -> tuple[str, ...]:
    known = roll(sources)
    return independent(accounts, known, leaders(accounts, known), party_test((RUSSIA,), known))


def ibc(*accounts: Told) -> Grade:
    (incident,) = reckon(Links((tuple(sorted(t.id for t in accounts)),)), accounts, SOURCES)
    return incident.grades["ibc"]


def test_a_report_that_quotes_somebody_is_no_second_voice() -> None:
    assert found(says("a", JANE, None)) == ("Jane Doe",)
    assert found(says("a", HELMETS, None)) == ("White Helmets",)
    assert found(says("a", MEDICS, None, publisher="AFP")) == ("medics (AFP)",)


def test_a_report_that_quotes_in_one_account_and_not_in_another_is_one_voice() -> None:
    assert found(says("a", JANE, report="r"), says("b", None, report="r")) == ("Jane Doe",)


def test_unnamed_speakers_of_one_report_are_one_voice() -> None:
    assert len(found(says("a", MEDICS, RESIDENTS))) == 1
    grade = ibc(says("a", MEDICS, RESIDENTS, None))
    assert grade.grade == "provisional"
    assert "not counted apart" in grade.why[1]


def test_known_sources_that_one_report_quotes_are_each_a_voice() -> None:
    both = says("a", HELMETS, SOHR, JANE, MEDICS, None)
    assert found(both) == ("Syrian Observatory for Human Rights", "White Helmets")
    assert ibc(both).grade == "established"
    assert len(found(both, sources=())) == 1


def test_two_reports_are_two_voices_unless_one_speaks_in_both() -> None:
    assert found(says("a", JANE), says("b", JOHN)) == ("Jane Doe", "John Roe")
    assert found(says("a", JANE), says("b", JANE, JOHN)) == ("Jane Doe",)
    assert found(says("a", JOHN), says("b", JANE, JOHN)) == ("John Roe",)
    assert found(says("a", HELMETS), says("b", None)) == ("Outlet b", "White Helmets")


def test_one_outlets_unnamed_speakers_and_its_own_words_are_one_voice_in_all_its_reports() -> None:
    daily = [says("a", MEDICS, publisher="Daily"), says("b", RESIDENTS, publisher="Daily")]
    assert len(found(*daily, says("c", None, publisher="Daily"))) == 1
    heard = Speaker("medics", (Link("AFP", LinkRole.AGENCY),))
    assert len(found(says("a", heard), says("b", heard), says("c", None, publisher="AFP"))) == 1


def test_near_copies_are_one_report() -> None:
    text = tuple(range(64))
    assert len(found(says("a", JANE, sketch=text), says("b", JOHN, sketch=text))) == 1


def test_a_party_is_none_and_its_denial_quotes_nobody() -> None:
    moscow = Speaker("Moscow")
    assert found(says("a", moscow, None)) == ()
    denial = claim("c-d", Count.exact(0), moscow, stance=Stance.DENIES)
    assert found(told("a", claim("c", Count.exact(3)), denial)) == ("Outlet a",)


def test_a_party_under_the_words_of_a_report_is_a_party() -> None:
    test = party_test((RUSSIA,), roll(()))
    assert test("Russian (Daily One)")
    assert not test("Russian residents (Daily One)")
