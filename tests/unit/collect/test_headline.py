"""A title kept apart from the text is its headline."""

import pytest

from harmledger.collect.headline import Headed, headline
from harmledger.model.account import Account, Reading
from harmledger.model.codes import Scope
from harmledger.model.report import Passage, Report
from harmledger.model.span import Span

TEXT = "A market in Ariha was hit on Wednesday. Rescuers are at work."


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Strike kills 21 in Idlib", "Strike kills 21 in Idlib"),
        ("Strike kills 21 in Idlib Strike kills 21 in Idlib", "Strike kills 21 in Idlib"),
        ("Strike kills 21 in Idlib | The Post Strike kills 21 in Idlib", "Strike kills 21 in Idlib | The Post"),
        ('Post on X: "Strike kills 21" / Post on X: "Strike', 'Post on X: "Strike kills 21" /'),
        ("قصف يقتل خمسة في إدلب قصف يقتل خمسة في إدلب", "قصف يقتل خمسة في إدلب"),
        ("Day by day, the dead of Ariha", "Day by day, the dead of Ariha"),
        ("A market in Ariha was hit on Wednesday", ""),  # the text begins so
        ("A  market in\nAriha was hit on Wed...", ""),
        (None, ""),
        ("  ", ""),
    ],
)
def test_a_headline_is_what_a_title_says_the_first_time(title: str | None, wanted: str) -> None:
    assert headline(title, TEXT) == wanted


def test_spans_are_brought_back_to_the_title_and_the_text() -> None:
    report = Report("r", TEXT, "Strike kills 21", language="en", passages=(Passage(40, 61, aside=True),))
    headed = Headed.of(report)
    assert headed.report.text.startswith(headed.report.title or "?")
    spans = [Span.of(headed.report.text, at, at + 8) for at in (7, headed.shift + 2)]
    reading = Reading("r", accounts=(Account("a", Scope.INCIDENT, told_in=tuple(spans)),))
    first, second = headed.own(reading).accounts[0].told_in
    assert (first.in_title, first.holds(report.title or "")) == (True, True)
    assert (second.in_title, second.holds(report.text)) == (False, True)
    moved = headed.report.passages[0]
    assert headed.report.text[moved.start : moved.end] == TEXT[40:61]


def test_a_report_without_a_headline_of_its_own_is_read_as_it_is() -> None:
    report = Report("r", TEXT, TEXT[:38])
    headed = Headed.of(report)
    reading = Reading("r", accounts=(Account("a", Scope.INCIDENT, told_in=(Span.of(TEXT, 0, 8),)),))
    assert headed.report is report
    assert headed.own(reading) is reading


def test_a_title_in_another_script_is_a_passage_in_its_own_language() -> None:
    headed = Headed.of(Report("r", TEXT, "مقتل خمسة مدنيين في قصف على سوق في مدينة إدلب", language="en"))
    assert [p.language for p in headed.report.passages] == ["ar"]
