"""Day phrases found in text: which words, what they say, and what is left alone."""

import pytest

from harmledger.adapters.lexicons import load
from harmledger.mark.days import find_days
from harmledger.text.marks import DayPhrase
from harmledger.text.tokens import tokenise


def found(text: str) -> list[DayPhrase]:
    return list(find_days(tokenise(text), load("en")))


def one(text: str) -> DayPhrase:
    phrases = found(text)
    assert len(phrases) == 1, [p.words for p in phrases]
    return phrases[0]


@pytest.mark.parametrize(
    ("text", "words", "kind", "args"),
    [
        ("A strike hit the town on Tuesday.", "on Tuesday", "weekday", {"weekday": 2}),
        ("hit on Wednesday (January 15).", "on Wednesday (January 15)", "date", {"weekday": 3, "month": 1, "day": 15}),
        ("It was Jan. 15, 2020, at home.", "Jan. 15, 2020", "date", {"month": 1, "day": 15, "year": 2020}),
        ("It was 15 January 2020.", "15 January 2020", "date", {"month": 1, "day": 15, "year": 2020}),
        ("the 15th of January 2020", "15th of January 2020", "date", {"month": 1, "day": 15, "year": 2020}),
        ("seen 2020-01-15 there", "2020-01-15", "date", {"year": 2020, "month": 1, "day": 15}),
        ("seen 15/01/2020 there", "15/01/2020", "date", {"year": 2020, "month": 1, "day": 15}),
        ("seen 01/15/2020 there", "01/15/2020", "date", {"year": 2020, "month": 1, "day": 15}),
        ("TOOK PLACE ON 20 DECEMBER IN", "ON 20 DECEMBER", "date", {"month": 12, "day": 20}),
        ("killed yesterday", "yesterday", "relative", {"days": -1}),
        ("KILLED YESTERDAY AFTERNOON", "YESTERDAY AFTERNOON", "relative", {"days": -1, "part": "afternoon"}),
        ("they died last night", "last night", "night", {"days": 1}),
        ("raids overnight killed", "overnight", "night", {"days": 1}),
        ("raids tonight killed", "tonight", "night", {"days": 0}),
        ("shot this morning", "this morning", "today_part", {"part": "morning"}),
        ("began early Sunday", "early Sunday", "weekday", {"weekday": 7, "part": "early"}),
        ("began late on Friday", "late on Friday", "weekday", {"weekday": 5, "part": "late"}),
        ("attacked at dawn on Monday", "at dawn on Monday", "weekday", {"weekday": 1, "part": "dawn"}),
        ("in the early hours of Monday", "in the early hours of Monday", "weekday", {"weekday": 1, "part": "early"}),
        ("shot last Tuesday", "last Tuesday", "weekday", {"weekday": 2, "which": "last"}),
        ("shelled at 14:06", "at 14:06", "clock", {"hour": 14, "minute": 6}),
        ("shelled at 2:30 p.m. Friday", "at 2:30 p.m. Friday", "weekday", {"weekday": 5, "hour": 14, "minute": 30}),
        ("two days ago it", "two days ago", "ago", {"n": 2, "unit": "day"}),
        ("was hit earlier this week", "earlier this week", "period", {"which": "this", "unit": "week"}),
        ("was hit last month", "last month", "period", {"which": "last", "unit": "month"}),
        ("over the weekend", "over the weekend", "period", {"which": "this", "unit": "weekend"}),
        ("a truce in late August 2019", "in late August 2019", "month", {"month": 8, "year": 2019, "part": "late"}),
        ("in mid-August", "in mid-August", "month", {"month": 8}),
        ("a September 2018 agreement", "September 2018", "month", {"month": 9, "year": 2018}),
        ("killed in August", "in August", "month", {"month": 8}),
        ("killed in May", "in May", "month", {"month": 5}),
        ("killed in 2014", "in 2014", "year", {"year": 2014}),
        ("in the 1980s", "in the 1980s", "year", {"year": 1980, "decade": 1}),
        ("in the past 24 hours", "in the past 24 hours", "window", {"n": 24, "unit": "hour"}),
        ("1,000 killed in four months", "in four months", "window", {"n": 4, "unit": "month"}),
        ("in recent weeks", "in recent weeks", "window", {"n": 0, "unit": "week"}),
        ("for a third day", "third day", "run", {"n": 3}),
        ("during Ramadan", "during Ramadan", "feast", {"feast": "ramadan"}),
        ("on Eid al-Adha", "on Eid al-Adha", "feast", {"feast": "eid-al-adha"}),
        ("in the summer of 2015", "in the summer of 2015", "season", {"season": "summer", "year": 2015}),
        ("hit yesterday evening, Friday", "yesterday evening, Friday", "weekday", {"weekday": 5, "part": "evening"}),
        ("killed the day before", "the day before", "told", {"days": -1}),
        ("three days later", "three days later", "told", {"days": 3}),
        ("two days after gunmen struck", "two days after", "apart", {"n": 2, "unit": "day"}),
        ("the day after, it rained", "the day after", "told", {"days": 1}),
        ("on the second day of Eid al-Fitr", "on the second day of Eid al-Fitr", "feast", {"n": 2}),
        ("since the eve of Orthodox Easter", "since the eve of Orthodox Easter", "range", {"a.part": "eve"}),
        ("the Arbaeen pilgrimage", "Arbaeen pilgrimage", "feast", {"feast": "arbaeen"}),
        ("fell at 1625.", "at 1625", "clock", {"hour": 16, "minute": 25}),
        ("fell on Tuesday at dawn", "on Tuesday at dawn", "weekday", {"part": "dawn"}),
        ("since that time 1,300", "since that time", "since_told", {"since": "told"}),
        ("killed on Tuesday 3rd in Yaku", "on Tuesday 3rd", "weekday", {"weekday": 2, "day": 3}),
        ("killed on the 5th.", "on the 5th", "monthday", {"day": 5}),
        ("killed on the 11th of last month", "on the 11th of last month", "monthday", {"day": 11, "back": 1}),
        ("killed on 3 May in Tez", "on 3 May", "date", {"month": 5, "day": 3}),
        ("KILLED ON 3 MARCH IN TEZ", "ON 3 MARCH", "date", {"month": 3, "day": 3}),
        ("on the night of 3-4 June in Tez", "on the night of 3-4 June", "range", {"a.day": 3, "b.day": 4}),
        ("between 3 and 5 June in Tez", "between 3 and 5 June", "range", {"a.day": 3, "b.day": 5}),
        ("killed at the end of May in Tez", "at the end of May", "month", {"month": 5}),
        ("last night at 1:30am", "last night at 1:30am", "relative", {"days": 0, "hour": 1}),
        ("last night at 9.30", "last night at 9.30", "relative", {"days": -1, "hour": 21}),
        ("last night [1-2 June]", "last night [1-2 June]", "range", {"a.day": 1, "b.day": 2}),
        ("on Tuesday and yesterday", "on Tuesday and yesterday", "range", {"a.weekday": 2, "b.days": -1}),
        ("six were killed weekend when men came", "weekend", "period", {"unit": "weekend"}),
        ("six were, weekend, killed", "weekend", "period", {"unit": "weekend"}),
        ("in a weekend raid", "in a weekend", "period", {"unit": "weekend"}),
        ("in the week of 8 June", "in the week of 8 June", "week", {"day": 8}),
        ("in the week ending 14 June", "in the week ending 14 June", "week", {"day": 14, "ends": 1}),
        ("killed since dawn in Tez", "since dawn", "range", {"a.kind": "today_part"}),
        ("killed a few days ago", "a few days ago", "ago", {"n": 0, "unit": "day"}),
        ("a week ago today", "a week ago today", "relative", {"days": -7}),
        ("three hours later, it", "three hours later", "later", {"n": 3, "unit": "hour"}),
        ("wounded the night before", "the night before", "night", {"days": 1, "before": 1}),
        ("2021-07-30T10:20:00Z Raid", "2021-07-30T10:20:00Z", "date", {"hour": 10, "minute": 20, "zone": "Z"}),
        ("in the first week of August", "in the first week of August", "range", {"a.day": 1, "b.day": 7}),
        ("in the last week of July 2021", "in the last week of July 2021", "range", {"a.day": 25, "b.day": 31}),
        ("in Thursday-Friday night", "in Thursday-Friday night", "range", {"a.weekday": 4, "b.weekday": 5}),
        ("on the eve of Wednesday's vote", "the eve of Wednesday", "weekday", {"weekday": 3, "part": "eve"}),
        ("on July 17 last year", "on July 17 last year", "date", {"month": 7, "day": 17, "back": 1}),
        ("in July of last year", "in July of last year", "month", {"month": 7, "back": 1}),
        ("last week on Monday", "last week on Monday", "weekday", {"weekday": 1, "week": "last"}),
        ("two weeks ago on Friday", "two weeks ago on Friday", "weekday", {"weekday": 5, "ago": 14}),
        ("on Tuesday and Wednesday", "on Tuesday and Wednesday", "range", {"a.weekday": 2, "b.weekday": 3}),
        ("from April to June", "from April to June", "range", {"a.month": 4, "b.month": 6}),
        ("in the first half of 2021", "in the first half of 2021", "range", {"b.month": 6, "b.year": 2021}),
        ("in the last quarter of last year", "in the last quarter of last year", "range", {"a.month": 10, "b.back": 1}),
        ("on the first of August", "on the first of August", "date", {"month": 8, "day": 1}),
        ("on the last day of July", "on the last day of July", "date", {"month": 7, "day": 31}),
        ("one of the killings of 2015.", "2015", "year", {"year": 2015}),
        ("on a New Year's Eve patrol", "on a New Year's Eve", "feast", {"feast": "new-year-eve"}),
    ],
)
def test_words_and_meaning(text: str, words: str, kind: str, args: dict[str, str | int]) -> None:
    phrase = one(text)
    assert (phrase.words, phrase.kind) == (words, kind)
    said = dict(phrase.args)
    assert {k: said.get(k) for k in args} == args


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("since Sunday, 12 died", "since Sunday"),
        ("since September 2018", "since September 2018"),
        ("since the agreement of September 2018", "since the agreement of September 2018"),
        ("between 30 April and 31 August 2019", "between 30 April and 31 August 2019"),
        ("from 12 to 15 January", "from 12 to 15 January"),
        ("January 12-15, 2014", "January 12-15, 2014"),
        ("from Friday to Sunday", "from Friday to Sunday"),
        ("on January 3 and 4.", "on January 3 and 4"),
        ("on 3, 4 and 5 January", "on 3, 4 and 5 January"),
        ("late on Monday and early on Tuesday", "late on Monday and early on Tuesday"),
    ],
)
def test_a_stretch_is_one_phrase(text: str, words: str) -> None:
    phrase = one(text)
    assert (phrase.words, phrase.kind) == (words, "range")


def test_a_count_behind_a_date_is_no_day() -> None:
    assert one("on January 3 and 4 people died").words == "on January 3"
    assert [p.words for p in found("killed 3, 4 or 5 on 5 January")] == ["on 5 January"]


def test_a_range_lends_its_year_to_its_start() -> None:
    args = dict(one("between 30 April and 31 August 2019").args)
    assert (args["a.year"], args["b.year"]) == (2019, 2019)
    args = dict(one("from 20 December to 5 January 2020").args)
    assert (args["a.year"], args["b.year"]) == (2019, 2020)


def test_an_hour_keeps_its_zone() -> None:
    assert dict(one("a truce at 14:00 Moscow time on January 12").args)["zone"] == "+03:00"
    assert dict(one("hit at 0900 GMT Saturday").args)["zone"] == "Z"
    assert dict(one("hit at 14:00 local time").args)["zone"] == "local"
    assert dict(one("hit at 2 p.m. IST").args)["zone"] == "local"  # Indian, Israeli or Irish
    assert dict(one("hit at 2 p.m. Sanaa time").args)["zone"] == "+03:00"


@pytest.mark.parametrize(
    "text",
    [
        "a 21-year-old man, aged 30, was paid $2015",
        "the 15th battalion of 2014 men took 2 to 3 posts",
        "the Sunday Times and the Observer on Black Friday",
        "they may go, the rebels march on and the toll may reach 15",
        "April Jones and June Smith and August Wilson met May Collins",
        "20 May have died",
        "ABOUT 20 MARCH ON THE TOWN",
        "by the end of march he had lost a weekend at a weekend market",
        "in the week of clashes, a week of rain",
        "he sat in the sun",
        "every Friday and on the first Saturday of each month",
        "a Christmas party with fall colours in the Arab Spring",
        "from this day forward",
        "won 2:10, 24/7, 9/11 and psalm 3:16",
        "it flew at 1625 metres, cost 1625 in all and hit about 1625 people",
        "on the third day of the offensive and the eve of the vote",
        "at an Eid al-Adha prayer ground, on the 5th floor, by the 5th Division, two hours after the blast",
    ],
)
def test_what_says_no_day_is_left_alone(text: str) -> None:
    assert [p.words for p in found(text)] == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Police said on Tuesday that five died", "speech"),
        ("a doctor told reporters in Kabul on Tuesday", "speech"),
        ("Police on Tuesday said that five died", "speech"),
        ("five were killed on Tuesday, police said", None),
        ("police said a bomb exploded on Tuesday", None),
        ("a man was arrested on Monday", "other"),
        ("he died of his wounds on Monday", "death"),
        ("she was taken to hospital, where she died Monday", "death"),
        ("five died on Monday in a raid", None),
        ("On Monday, police charged a man", "other"),
        ("On Monday, the ministry said that five died", "speech"),
        ("On Monday, a rocket killed five, police said", None),
        ("Updated: Monday, July 7, 2014", "speech"),
        ("the worst raid in 20 years", "aside"),
        ("they must leave by Friday", "deadline"),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] THE", "dateline"),
        ("Jan 3 (Agency) - Five people", "dateline"),
        ("residents told our reporter on Monday that five died", "speech"),
        ("The general last month admitted torture", "speech"),
        ("he died Wednesday from a gunshot wound", None),
        ("Police on Friday were investigating the deaths", "other"),
        ("Prosecutors Friday filed charges over the deaths", "other"),
        ("Gunmen on Friday were attacking the town", None),
        ("she was in critical condition on Monday", "other"),
        ("an investigation was underway Monday", "other"),
        ("the road was mined on Monday", None),
        ("as of Friday five had died", "speech"),
        ("Posted on: February 13, 2014", "speech"),
        ("Early Tuesday Omar Hill, 15, was arrested", "other"),
        ("two of the wounded died on Monday", "death"),
        ("five died and ten were wounded on Monday", None),
        ("KABUL, Aug 12 (Agency) - Five people", "dateline"),
    ],
)
def test_a_role_tells_what_else_a_phrase_dates(text: str, role: str | None) -> None:
    assert dict(one(text).args).get("role") == role


def test_what_lies_ahead_says_so() -> None:
    assert dict(one("they will go on Friday").args).get("future") == 1
    assert "future" not in dict(one("they went on Friday").args)


def test_two_digit_years_of_agencies() -> None:
    assert dict(found("BOGOTA, 18 APRIL 89 (AFP) -- TALKS")[0].args)["year"] == 1989
    assert dict(one("on 3 JAN 90").args)["year"] == 1990
    assert "year" not in dict(one("on 20 December 12 people died").args)


def test_phrases_quote_their_text_and_do_not_overlap() -> None:
    text = "On Sunday (12 January) at dawn, and again at 14:06 on Monday, since Friday; 3 died last week in May 2014."
    end = 0
    for phrase in found(text):
        assert text[phrase.start : phrase.end] == phrase.words
        assert phrase.start >= end
        end = phrase.end
