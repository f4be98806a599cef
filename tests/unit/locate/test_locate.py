"""Readings placed: days, places and the time a voice spoke, with an Issue for what could not be read."""

import pytest
from tests.unit.read.sample import ENGLISH

from harmledger.locate.locate import locate
from harmledger.locate.spot import Gazetteer
from harmledger.mark.marker import mark
from harmledger.model.account import Reading
from harmledger.model.codes import IssueCode, TimePrecision
from harmledger.model.report import Report
from harmledger.read.reader import read

FRIDAY = "2020-01-17"


def placed(text: str, gazetteer: Gazetteer, published: str | None = FRIDAY) -> Reading:
    report = Report("r", text, published=published, language="en", capture="c")
    marks = mark(report, ENGLISH)
    reading, spoken = read(report, marks, ENGLISH)
    return locate(reading, marks, report, gazetteer, ENGLISH, spoken)


def day(reading: Reading, nth: int = 0) -> tuple[str | None, str | None] | None:
    when = reading.accounts[nth].when
    return (when.start, when.end) if when else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid on Ariha killed nine people on Wednesday.", "2020-01-15"),
        ("A raid on Ariha killed nine people yesterday.", "2020-01-16"),
        ("A raid on Ariha killed nine people on January 11.", "2020-01-11"),
    ],
)
def test_the_day_is_the_words_day(gazetteer: Gazetteer, text: str, expected: str) -> None:
    assert day(placed(text, gazetteer)) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "A raid on Ariha at 14:06 on Wednesday killed nine people."
            " A second raid at 17:30 killed four people there.",
            ["2020-01-15T14:06", "2020-01-15T17:30"],
        ),
        (
            "A raid on Ariha killed nine people on Wednesday. The next day, shelling killed two people in Idlib.",
            ["2020-01-15", "2020-01-16"],
        ),
        (
            "A raid on Ariha killed nine people on Wednesday. In August 2012 a strike killed seven people there.",
            ["2020-01-15", "2012-08"],
        ),
        (
            "A raid on Ariha killed nine people on Wednesday, two days after gunmen shot dead three men there.",
            ["2020-01-15", "2020-01-13"],
        ),
        (
            "A raid on Ariha killed nine people on Wednesday. On 3 March 2019 shelling killed six people there.",
            ["2020-01-15", "2019-03-03"],
        ),
    ],
)
def test_each_happening_has_its_own_day_and_hour(gazetteer: Gazetteer, text: str, days: list[str]) -> None:
    assert [a.when.start if a.when else None for a in placed(text, gazetteer).accounts] == days


def test_a_weekday_that_contradicts_its_date_leaves_an_issue(gazetteer: Gazetteer) -> None:
    reading = placed("A raid on Ariha killed nine people on Tuesday, January 15.", gazetteer)
    assert day(reading) == ("2020-01-15", "2020-01-15")
    assert [i.code for i in reading.issues if i.code.value.startswith("day")] == [IssueCode.DAY_CONFLICT]


def test_less_than_a_day_is_told_as_less(gazetteer: Gazetteer) -> None:
    (account,) = placed("Raids on Ariha killed nine people in December 2019.", gazetteer).accounts
    assert account.when is not None
    assert account.when.precision is TimePrecision.MONTH


def test_the_today_of_a_quoted_post_is_not_the_report_s(gazetteer: Gazetteer) -> None:
    text = (
        'A raid hit Ariha on Wednesday. The White Helmets posted a tweet, reading: "19 innocent people were killed in '
        'Ariha today."'
    )
    reading = placed(text, gazetteer)
    assert day(reading) == ("2020-01-15", "2020-01-15")
    claims = [c for a in reading.accounts for c in a.claims]
    assert [c.as_of for c in claims] == ["2020-01-15"]


def test_a_claim_is_as_old_as_its_report(gazetteer: Gazetteer) -> None:
    (account,) = placed("A raid on Ariha killed nine people on Wednesday.", gazetteer).accounts
    assert account.claims[0].as_of == FRIDAY


def test_places_of_an_account(gazetteer: Gazetteer) -> None:
    (account,) = placed("A raid on the market of Ariha killed nine people on Wednesday.", gazetteer).accounts
    assert account.where[0].geoname_id == 4
    assert account.where[0].span is not None and account.where[0].span.quote == "Ariha"


def test_a_capital_that_speaks_is_no_place_of_harm(gazetteer: Gazetteer) -> None:
    (account,) = placed("A raid on Ariha killed nine people on Wednesday, Moscow said.", gazetteer).accounts
    assert [p.name for p in account.where if p.country == "RU"] == []


def test_an_unknown_village_leaves_an_issue(gazetteer: Gazetteer) -> None:
    reading = placed("A raid on the village of Maasaran in Idlib killed nine people on Wednesday.", gazetteer)
    assert IssueCode.PLACE_UNKNOWN in [i.code for i in reading.issues]
    village = next(p for p in reading.accounts[0].where if "Maasaran" in p.words)
    assert (village.geoname_id, village.lat, village.lon) == (None, None, None)


def test_a_name_that_nobody_lists_is_where_people_were_killed_in_it(gazetteer: Gazetteer) -> None:
    for text in ("Shelling killed two people in Khan Zzoba on Monday.", "In Zzobil, gunmen killed two men."):
        reading = placed(text, gazetteer)
        (place,) = reading.accounts[0].where
        assert (place.words in text, place.lat) == (True, None)
        assert IssueCode.PLACE_UNKNOWN in [i.code for i in reading.issues]


@pytest.mark.parametrize(
    "text",
    [
        "A man was charged in Zzoba's killing, and two men were hurt.",
        "The paper Zzoba said that two men were killed.",
        "The mayor of a town spoke in Zzoba. Two men were killed.",
    ],
)
def test_a_name_that_nobody_lists_is_no_place_by_itself(gazetteer: Gazetteer, text: str) -> None:
    assert "Zzoba" not in [p.words for a in placed(text, gazetteer).accounts for p in a.where]


def test_a_table_s_row_has_the_row_s_own_place(gazetteer: Gazetteer) -> None:
    text = "Killed in air strikes on 13 January, by town:\n\nTown\tKilled\nAriha\t3\nIdlib\t2\n"
    accounts = placed(text, gazetteer).accounts
    assert [[p.words for p in a.where][:1] for a in accounts] == [["Ariha"], ["Idlib"]]


def test_without_a_publication_day_a_weekday_stays_unknown(gazetteer: Gazetteer) -> None:
    reading = placed("A raid on Ariha killed nine people on Wednesday.", gazetteer, published=None)
    assert day(reading) is None
    assert IssueCode.DAY_UNKNOWN in [i.code for i in reading.issues]


def test_last_year_s_raid_has_last_year_s_day(gazetteer: Gazetteer) -> None:
    text = "A raid on Ariha killed nine people on Wednesday.\n\nLast year a raid on Idlib killed 43 people."
    reading = placed(text, gazetteer)
    assert day(reading, 0) == ("2020-01-15", "2020-01-15")
    past = reading.accounts[1]
    assert past.background
    assert past.when is not None and past.when.start is not None and past.when.start.startswith("2019")


def test_a_total_reaches_to_its_report(gazetteer: Gazetteer) -> None:
    (account,) = placed("The war in Syria has killed 400,000 people.", gazetteer).accounts
    assert account.when is not None
    assert (account.when.start, account.when.end) == (None, FRIDAY)
    assert account.when.precision is TimePrecision.LONGER


def test_what_tells_of_no_harm_is_left_as_it_is(gazetteer: Gazetteer) -> None:
    reading = placed("Nine choirs sang in Ariha on Wednesday.", gazetteer)
    assert (reading.accounts, reading.issues) == ((), ())


def test_ids_and_figures_are_not_touched(gazetteer: Gazetteer) -> None:
    text = "A raid on Ariha killed nine people on Wednesday. Four people were wounded."
    report = Report("r", text, published=FRIDAY, language="en", capture="c")
    before, _ = read(report, mark(report, ENGLISH), ENGLISH)
    after = placed(text, gazetteer)
    assert [a.id for a in after.accounts] == [a.id for a in before.accounts]
    assert [a.toll for a in after.accounts] == [a.toll for a in before.accounts]


def test_figures_that_follow_an_attack_are_where_it_was(gazetteer: Gazetteer) -> None:
    reading = placed("Jets bombed a school in Binnish on Monday. A teacher was wounded and died in Idlib.", gazetteer)
    [account] = reading.accounts
    assert [p.words for p in account.where][:1] == ["Binnish"]


def test_the_country_in_the_words_for_who_did_it_is_not_where(gazetteer: Gazetteer) -> None:
    [account] = placed("Syrian troops killed five people on Monday.", gazetteer).accounts
    assert account.by and not account.where
