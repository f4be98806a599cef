"""Day phrases resolved: relative to the speaker's day, no finer than they are said."""

from datetime import date, timedelta

import pytest

from harmledger.adapters.lexicons import load
from harmledger.locate.days import dateline, reported_day, resolve, spoken_day
from harmledger.locate.feasts import easter, feast_days, orthodox_easter
from harmledger.mark.days import find_days
from harmledger.mark.marker import mark
from harmledger.model.codes import IssueCode, TimePrecision
from harmledger.model.report import Report
from harmledger.model.when import When
from harmledger.text.marks import DayPhrase, Marks
from harmledger.text.tokens import tokenise

THURSDAY = date(2020, 1, 16)


def phrase(text: str) -> DayPhrase:
    (found,) = find_days(tokenise(text), load("en"))
    return found


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on Wednesday (January 15)", "2020-01-15", "2020-01-15", "day"),
        ("on Thursday", "2020-01-16", "2020-01-16", "day"),
        ("on Friday", "2020-01-10", "2020-01-10", "day"),
        ("last Thursday", "2020-01-09", "2020-01-09", "day"),
        ("next Friday", "2020-01-17", "2020-01-17", "day"),
        ("will meet on Friday", "2020-01-17", "2020-01-17", "day"),
        ("yesterday", "2020-01-15", "2020-01-15", "day"),
        ("today", "2020-01-16", "2020-01-16", "day"),
        ("last night", "2020-01-15", "2020-01-16", "days"),
        ("overnight", "2020-01-15", "2020-01-16", "days"),
        ("this morning", "2020-01-16", "2020-01-16", "day"),
        ("early Sunday", "2020-01-12", "2020-01-12", "day"),
        ("on 20 December", "2019-12-20", "2019-12-20", "day"),
        ("on 15/01/2020", "2020-01-15", "2020-01-15", "day"),
        ("on 13/04/2019", "2019-04-13", "2019-04-13", "day"),
        ("on 04/13/2019", "2019-04-13", "2019-04-13", "day"),
        ("on Wednesday, 04/03/2019", "2019-04-03", "2019-04-03", "day"),
        ("on 02/01/2020", "2020-01-02", "2020-01-02", "day"),
        ("on 29 February", "2016-02-29", "2016-02-29", "day"),
        ("at 14:06", "2020-01-16T14:06", "2020-01-16T14:06", "hour"),
        ("at 2 p.m. on Tuesday", "2020-01-14T14", "2020-01-14T14", "hour"),
        ("at 14:00 Moscow time on January 12", "2020-01-12T14:00+03:00", "2020-01-12T14:00+03:00", "hour"),
        ("two days ago", "2020-01-14", "2020-01-14", "day"),
        ("two weeks ago", "2019-12-30", "2020-01-05", "week"),
        ("three months ago", "2019-10", "2019-10", "month"),
        ("two years ago", "2018", "2018", "year"),
        ("earlier this week", "2020-01-13", "2020-01-16", "week"),
        ("last week", "2020-01-06", "2020-01-12", "week"),
        ("last month", "2019-12", "2019-12", "month"),
        ("last year", "2019", "2019", "year"),
        ("last night at 2 a.m.", "2020-01-16T02", "2020-01-16T02", "hour"),
        ("last night at 10 p.m.", "2020-01-15T22", "2020-01-15T22", "hour"),
        ("on the 11th of this month", "2020-01-11", "2020-01-11", "day"),
        ("on the 30th of last month", "2019-12-30", "2019-12-30", "day"),
        ("in the week of 8 January", "2020-01-06", "2020-01-12", "week"),
        ("in the week of 5 January", "2020-01-05", "2020-01-11", "week"),
        ("in the week ending 14 January", "2020-01-08", "2020-01-14", "week"),
        ("since dawn", "2020-01-16", "2020-01-16", "day"),
        ("a few days ago", "2020-01-10", "2020-01-14", "days"),
        ("on Tuesday and yesterday", "2020-01-14", "2020-01-15", "days"),
        ("at the end of May", "2019-05", "2019-05", "month"),
        ("over the weekend", "2020-01-11", "2020-01-12", "days"),
        ("in late August 2019", "2019-08", "2019-08", "month"),
        ("September 2018", "2018-09", "2018-09", "month"),
        ("in August", "2019-08", "2019-08", "month"),
        ("in January", "2020-01", "2020-01", "month"),
        ("last January", "2019-01", "2019-01", "month"),
        ("in 2014", "2014", "2014", "year"),
        ("in the 1980s", "1980", "1989", "longer"),
        ("in the past 24 hours", "2020-01-15", "2020-01-16", "days"),
        ("in four months", "2019-09", "2020-01-16", "year"),
        ("in recent weeks", None, "2020-01-16", "longer"),
        ("for a third day", "2020-01-14", "2020-01-16", "days"),
        ("since Sunday", "2020-01-12", "2020-01-16", "days"),
        ("since September 2018", "2018-09", "2020-01-16", "longer"),
        ("between 30 April and 31 August 2019", "2019-04-30", "2019-08-31", "year"),
        ("from 12 to 15 January", "2020-01-12", "2020-01-15", "days"),
        ("from 20 December to 5 January", "2019-12-20", "2020-01-05", "month"),
        ("from Friday to Sunday", "2020-01-10", "2020-01-12", "days"),
        ("in the summer of 2015", "2015", "2015", "year"),
        ("on December 17 last year", "2019-12-17", "2019-12-17", "day"),
        ("in December of last year", "2019-12", "2019-12", "month"),
        ("in January last year", "2019-01", "2019-01", "month"),
        ("last week on Monday", "2020-01-06", "2020-01-06", "day"),
        ("a week ago on Friday", "2020-01-10", "2020-01-10", "day"),
        ("on Tuesday and Wednesday", "2020-01-14", "2020-01-15", "days"),
        ("from April to June", "2019-04", "2019-06", "year"),
        ("in the second quarter of 2019", "2019-04", "2019-06", "year"),
        ("in the first half of last year", "2019-01", "2019-06", "year"),
        ("on the first of January", "2020-01-01", "2020-01-01", "day"),
        ("on the last day of December", "2019-12-31", "2019-12-31", "day"),
        ("on Tuesday 7th", "2020-01-07", "2020-01-07", "day"),
        ("on the 14th.", "2020-01-14", "2020-01-14", "day"),
        ("on the 28th.", "2019-12-28", "2019-12-28", "day"),
        ("a week ago today", "2020-01-09", "2020-01-09", "day"),
        ("the night before", "2020-01-15", "2020-01-16", "days"),
        ("in the first week of January", "2020-01-01", "2020-01-07", "week"),
        ("in the last week of February 2016", "2016-02-23", "2016-02-29", "week"),
        ("in Monday-Tuesday night", "2020-01-13", "2020-01-14", "days"),
        ("on the eve of Tuesday's vote", "2020-01-13", "2020-01-13", "day"),
        ("2020-01-12T10:20:00Z", "2020-01-12T10:20Z", "2020-01-12T10:20Z", "hour"),
        ("on Christmas Day", "2019-12-25", "2019-12-25", "day"),
        ("on Tuesday of last week", "2020-01-07", "2020-01-07", "day"),
        ("last week Thursday", "2020-01-09", "2020-01-09", "day"),
        ("on Monday this week", "2020-01-13", "2020-01-13", "day"),
        ("overnight on Sunday", "2020-01-12", "2020-01-12", "day"),
        ("overnight into Sunday", "2020-01-12", "2020-01-12", "day"),
        ("in the night between Saturday and Sunday", "2020-01-11", "2020-01-12", "days"),
        ("overnight from Saturday to Sunday", "2020-01-11", "2020-01-12", "days"),
        ("on the night of 14-15 January", "2020-01-14", "2020-01-15", "days"),
        ("earlier in the week", "2020-01-13", "2020-01-16", "week"),
        ("since the start of the month", "2020-01", "2020-01-16", "month"),
        ("a fortnight ago", "2019-12-30", "2020-01-05", "week"),
        ("from Monday until yesterday", "2020-01-13", "2020-01-15", "days"),
        ("between yesterday and today", "2020-01-15", "2020-01-16", "days"),
        ("3-5 January", "2020-01-03", "2020-01-05", "days"),
        ("between 3 and 5 January", "2020-01-03", "2020-01-05", "days"),
        ("on Dec. 30", "2019-12-30", "2019-12-30", "day"),
        ("on Monday, December 30", "2019-12-30", "2019-12-30", "day"),
        ("in December", "2019-12", "2019-12", "month"),
        ("in the autumn", "2019-01", "2020-01", "year"),
        ("this winter", "2019-01", "2020-01", "year"),
        ("last summer", "2019", "2019", "year"),
        ("on the eve of Orthodox Christmas", "2020-01-06", "2020-01-06", "day"),
        ("on the second day of Eid al-Fitr", "2019-06-05", "2019-06-07", "days"),
        ("in the last ten days of Ramadan", "2019-05-05", "2019-06-05", "month"),
        ("at 0330 GMT", "2020-01-16T03:30Z", "2020-01-16T03:30Z", "hour"),
        ("at 3:30 a.m. local time", "2020-01-16T03:30", "2020-01-16T03:30", "hour"),
        ("at 1625 on Tuesday", "2020-01-14T16:25", "2020-01-14T16:25", "hour"),
        ("at 3:30 a.m. (0030 GMT) on Tuesday", "2020-01-14T03:30+03:00", "2020-01-14T03:30+03:00", "hour"),
        ("at 0330 GMT (9 a.m.) on Tuesday", "2020-01-14T09+05:30", "2020-01-14T09+05:30", "hour"),
        ("at 8 o'clock on Tuesday evening", "2020-01-14T20", "2020-01-14T20", "hour"),
        ("at 1 a.m. on Tuesday night", "2020-01-14T01", "2020-01-14T01", "hour"),
    ],
)
def test_resolved_from_the_speakers_day(text: str, start: str | None, end: str | None, precision: str) -> None:
    said = phrase(text)
    when, issues = resolve(said, THURSDAY)
    assert issues == ()
    assert when == When(start, end, TimePrecision(precision), said.words)


def test_the_speakers_day_goes_before_the_publication() -> None:
    when, _ = resolve(phrase("today"), When.on(date(2020, 1, 15)), "2020-01-16")
    assert when is not None and when.start == "2020-01-15"


def test_a_speakers_day_known_to_the_month_is_no_day() -> None:
    assert spoken_day("2020-01") is None
    assert spoken_day("2020-01-16T09:30:00Z") == THURSDAY
    assert spoken_day("not a day") is None
    assert spoken_day(None, THURSDAY) == THURSDAY


def test_without_any_day_absolute_ones_stand_and_relative_ones_are_an_issue() -> None:
    when, issues = resolve(phrase("15 January 2020"), None)
    assert when is not None and when.start == "2020-01-15" and not issues
    for text in ("on Tuesday", "yesterday", "in August", "on 20 December", "two days ago", "last week"):
        when, issues = resolve(phrase(text), None)
        assert when is None
        assert [i.code for i in issues] == [IssueCode.DAY_UNKNOWN]
        assert issues[0].span is not None and issues[0].span.quote == issues[0].words


def test_since_stays_open_without_the_speakers_day() -> None:
    when, issues = resolve(phrase("since September 2018"), None)
    assert when is not None and (when.start, when.end) == ("2018-09", None) and not issues


def test_a_weekday_that_its_date_is_not_is_an_issue_and_the_date_stands() -> None:
    when, issues = resolve(phrase("on Tuesday, January 15, 2020"), THURSDAY)
    assert when is not None and when.start == "2020-01-15"
    assert [i.code for i in issues] == [IssueCode.DAY_CONFLICT]


def test_the_conflict_says_what_both_say() -> None:
    _, issues = resolve(phrase("on Tuesday, January 15, 2020"), THURSDAY)
    assert issues[0].message == "Tuesday is said, and 2020-01-15 is a Wednesday; the date stands"
    when, issues = resolve(phrase("yesterday (14 January)"), THURSDAY)
    assert when is not None and when.start == "2020-01-14"
    assert [(i.code, i.message) for i in issues] == [
        (IssueCode.DAY_CONFLICT, "2020-01-15 by the day of speaking, 2020-01-14 by the date")
    ]
    assert resolve(phrase("yesterday (15 January)"), THURSDAY)[1] == ()


@pytest.mark.parametrize(
    ("text", "day", "start", "other"),
    [
        ("on 03/04/2019", "2020-01-16", "2019-04-03", "2019-03-04"),
        ("on 03/04/2019", None, "2019-04-03", "2019-03-04"),
        ("on 03/04/2019", "2019-03-08", "2019-03-04", None),  # April was still to come
        ("on 04/03/2019", "2019-04-05", "2019-04-03", "2019-03-04"),  # the report's own week is likelier
        ("on Wednesday, 04/03/2019", "2020-01-16", "2019-04-03", None),
    ],
)
def test_day_and_month_that_may_change_places(text: str, day: str | None, start: str, other: str | None) -> None:
    when, issues = resolve(phrase(text), day)
    assert when is not None and when.start == start
    assert [i.code for i in issues] == ([IssueCode.DAY_AMBIGUOUS] if other else [])
    assert all(start in i.message and str(other) in i.message for i in issues)


def test_a_weekday_tells_the_year_of_a_date_without_one() -> None:
    when, issues = resolve(phrase("on Monday, March 25"), date(2019, 12, 1))
    assert when is not None and when.start == "2019-03-25" and not issues
    when, issues = resolve(phrase("on Wednesday, March 25"), date(2019, 12, 1))
    assert when is not None and when.start == "2020-03-25" and not issues


@pytest.mark.parametrize("text", ["on 31 February 2019", "on 31 April", "1 January 9999", "on 30 February"])
def test_no_such_day_is_an_issue(text: str) -> None:
    when, issues = resolve(phrase(text), THURSDAY)
    assert when is None
    assert [i.code for i in issues] == [IssueCode.DAY_CONFLICT]


def test_the_ends_of_the_calendar_do_not_crash() -> None:
    for day in (date.min, date.max):
        for text in (
            "yesterday",
            "tomorrow",
            "last week",
            "in four months",
            "two years ago",
            "next Friday",
            "overnight",
        ):
            when, issues = resolve(phrase(text), day)
            assert when is not None or issues or text == "in four months"


def test_day_told_of_before() -> None:
    told = When.on(date(2020, 1, 10))
    assert resolve(phrase("the day before"), THURSDAY, told=told)[0] == When.on(date(2020, 1, 9), "the day before")
    assert resolve(phrase("the day before"), THURSDAY)[0] is None
    since, _ = resolve(phrase("since that time"), THURSDAY, told=When("2018-09", "2018-09", TimePrecision.MONTH))
    assert since is not None and (since.start, since.end) == ("2018-09", "2020-01-16")


def test_datelines() -> None:
    def of(text: str) -> date | None:
        tokens = tokenise(text)
        return dateline(Marks(tokens, (), days=find_days(tokens, load("en"))), "2014-08-20")

    assert of("SAN SALVADOR, 3 JAN 90 -- [REPORT] THE ARMY") == date(1990, 1, 3)
    assert of("Kabul, Aug 12, 2014 (Agency) - Five people") == date(2014, 8, 12)
    assert of("KABUL, Aug. 12 (Agency) -- Five people") == date(2014, 8, 12)
    assert of("BEIRUT, 3 JAN 90 (Agency) -- Five people") == date(1990, 1, 3)
    assert of("DAMASCUS (Agency) - Aug. 3 - Five people") == date(2014, 8, 3)
    assert of("Aug 12 (Agency) - Five people") == date(2014, 8, 12)
    assert of("DAMASCUS, August 12. /Agency/. Five people") == date(2014, 8, 12)
    assert of("Five people died on 3 January 1990 - a record") is None
    assert of("12 August: five people died") is None
    assert of("No day here") is None


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2014-08-14", date(2014, 8, 12)),
        ("2014-08-12T23:00:00Z", date(2014, 8, 12)),
        ("2014-12-14", date(2014, 12, 14)),  # told again months later
        ("2014-08-10", date(2014, 8, 10)),
    ],
)
def test_a_report_speaks_from_its_dateline(published: str, day: date) -> None:
    tokens = tokenise("KABUL, Aug 12, 2014 (Agency) - Five people")
    assert reported_day(Marks(tokens, (), days=find_days(tokens, load("en"))), published) == day


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1990, date(1990, 4, 15)), (2014, date(2014, 4, 20)), (2021, date(2021, 5, 2)), (2024, date(2024, 5, 5))],
)
def test_orthodox_easter(year: int, sunday: date) -> None:
    assert orthodox_easter(year) == sunday
    assert feast_days("orthodox-good-friday", year) == [(sunday - timedelta(2), sunday - timedelta(2))]


@pytest.mark.parametrize(
    ("year", "sunday"), [(1990, date(1990, 4, 15)), (2014, date(2014, 4, 20)), (2024, date(2024, 3, 31))]
)
def test_easter(year: int, sunday: date) -> None:
    assert easter(year) == sunday


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        ("ramadan", date(2014, 6, 29)),
        ("ramadan", date(2020, 4, 24)),
        ("eid-al-fitr", date(2015, 7, 17)),
        ("eid-al-adha", date(2019, 8, 11)),
        ("ashura", date(2013, 11, 14)),
        ("nowruz", date(2015, 3, 21)),
        ("eid-al-fitr", date(2014, 7, 28)),
        ("eid-al-fitr", date(2023, 4, 21)),
        ("eid-al-adha", date(2014, 10, 4)),
        ("eid-al-adha", date(2023, 6, 28)),
        ("ashura", date(2020, 8, 30)),
        ("arbaeen", date(2014, 12, 13)),
        ("arbaeen", date(2020, 10, 8)),
        ("arbaeen", date(2022, 9, 17)),
        ("orthodox-christmas", date(2020, 1, 7)),
        ("orthodox-christmas-eve", date(2023, 1, 6)),
        ("orthodox-palm-sunday", date(2017, 4, 9)),
        ("good-friday", date(2019, 4, 19)),
        ("pentecost", date(2019, 6, 9)),
    ],
)
def test_feasts_hold_the_day_they_were_kept_on(feast: str, day: date) -> None:
    assert any(first <= day <= last for first, last in feast_days(feast, day.year))


@pytest.mark.parametrize(
    ("language", "text", "start", "end", "precision"),
    [
        ("fr", "tués ce week-end", "2020-01-11", "2020-01-12", "days"),
        ("fr", "dimanche vers 14h30", "2020-01-12T14:30", "2020-01-12T14:30", "hour"),
        ("fr", "entre le 5 et le 9 janvier", "2020-01-05", "2020-01-09", "days"),
        ("fr", "depuis le début de l'année", "2020", "2020-01-16", "month"),
        ("fr", "ces dernières 24 heures", "2020-01-15", "2020-01-16", "days"),
        ("fr", "au cours des trois derniers jours", "2020-01-13", "2020-01-16", "days"),
        ("fr", "le jour de Noël", "2019-12-25", "2019-12-25", "day"),
        ("ar", "ليلة الثلاثاء - الأربعاء", "2020-01-14", "2020-01-15", "days"),
        ("ar", "ليل الثلاثاء الأربعاء", "2020-01-14", "2020-01-15", "days"),
        ("ar", "خلال الأيام الثلاثة الماضية", "2020-01-13", "2020-01-16", "days"),
        ("ar", "خلال الساعات الـ24 الماضية", "2020-01-15", "2020-01-16", "days"),
    ],
)
def test_days_of_other_languages(language: str, text: str, start: str, end: str, precision: str) -> None:
    lexicon = load(language)
    marks = mark(Report(id="r", text=text), lexicon)
    (found,) = marks.days
    when, _ = resolve(found, THURSDAY)
    assert when is not None
    assert (when.start, when.end, when.precision.value) == (start, end, precision)
