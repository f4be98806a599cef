"""One pass over a text finds all that later stages look at."""

from tests.unit.read.sample import ENGLISH, read

from harmledger.mark.marker import is_capitals, mark
from harmledger.model.report import Report

RAID = "On Monday a raid on the market of Binnish killed nine people, medics said."


def test_a_text_of_harm_is_marked_whole() -> None:
    marks = read(RAID)[0]
    assert marks.harmful
    assert not marks.capitals
    assert [q.stated for q in marks.quantities] == [9]
    assert [d.words for d in marks.days] == ["On Monday"]
    assert "Binnish" in [p.words for p in marks.places]


def test_a_peaceful_text_keeps_days_and_places_only() -> None:
    marks = read("On Monday nine choirs sang at the market of Binnish.")[0]
    assert not marks.harmful
    assert marks.quantities == () and marks.quotations == ()
    assert marks.days and marks.places


def test_the_title_is_told_from_the_text() -> None:
    report = Report("r", "Raid on market\n\n" + RAID, title="Raid on market", language="en")
    assert [s.title for s in mark(report, ENGLISH).sentences] == [True, False]


def test_capitals_throughout() -> None:
    assert is_capitals(RAID.upper())
    assert not is_capitals(RAID)
    assert not is_capitals("NATO")  # too short to tell


def test_hits_come_in_the_order_of_their_tokens() -> None:
    hits = read(RAID)[0].hits
    assert [h.first for h in hits] == sorted(h.first for h in hits)


def test_an_empty_text_has_no_marks() -> None:
    marks = read("")[0]
    assert len(marks.tokens) == 0 and marks.sentences == () and not marks.harmful
