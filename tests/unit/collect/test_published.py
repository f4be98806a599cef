from datetime import date

import pytest

from harmledger.adapters.fetch.words import date_words
from harmledger.collect.datewords import NoSuchDay, whole, within
from harmledger.collect.published import post_time, published, url_day
from harmledger.model.codes import IssueCode

WORDS = date_words()


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("2020-01-16", "2020-01-16"),
        ("2020-01", "2020-01"),
        ("2020", "2020"),
        ("2020-01-16T14:06:33+02:00", "2020-01-16T14:06+02:00"),
        ("2020-01-16T14:06:33.123Z", "2020-01-16T14:06Z"),
        ("2020-01-16 14:06:33 UTC", "2020-01-16T14:06Z"),
        ("2020-01-16T14:06:33+0200", "2020-01-16T14:06+02:00"),
        ("2020-01-16 14:06", "2020-01-16T14:06"),
        ("2020-1-6", "2020-01-06"),
        ("Thu, 16 Jan 2020 18:20:00 +0200", "2020-01-16T18:20+02:00"),
        ("16 January 2020", "2020-01-16"),
        ("January 16, 2020", "2020-01-16"),
        ("Jan. 16th, 2020", "2020-01-16"),
        ("16/01/2020", "2020-01-16"),
        ("2020/01/16", "2020-01-16"),
        ("١٦ كانون الثاني ٢٠٢٠", "2020-01-16"),
        ("16 يناير/ كانون الثاني 2020", "2020-01-16"),
        ("16 تشرين الثاني، 2021", "2021-11-16"),
        ("05/06/2020", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_written_dates(said: str, at: str | None) -> None:
    assert whole(said, WORDS) == at


@pytest.mark.parametrize("said", ["2020-02-31", "31 February 2020", "2020-13-01", "2020-01-16T25:00", "0000-01-01"])
def test_a_day_that_is_none(said: str) -> None:
    with pytest.raises(NoSuchDay):
        whole(said, WORDS)


def test_day_first_in_arabic_only() -> None:
    assert within("on 05/06/2022 here", WORDS) is None
    hit = within("ريف إدلب 05/06/2022", WORDS)
    assert hit is not None
    assert hit[0] == "2022-06-05"


@pytest.mark.parametrize("said", ["9999-01-01", "2020-02-31", "1066-10-14", "2020-01-20"])
def test_impossible_is_an_issue_and_no_time(said: str) -> None:
    found = published(said, "https://example.org/2020/01/16/a", "text", WORDS, date(2020, 1, 16))
    assert found.at is None
    assert [i.code for i in found.issues] == [IssueCode.PUBLISHED_IMPOSSIBLE]
    assert found.issues[0].words == said


def test_a_day_ahead_of_the_capture_is_a_time_zone() -> None:
    assert published("2020-01-17", None, "text", WORDS, date(2020, 1, 16)).at == "2020-01-17"


def test_unreadable_is_another_issue() -> None:
    found = published("yesterday", None, "text", WORDS)
    assert (found.at, [i.code for i in found.issues]) == (None, [IssueCode.PUBLISHED_UNKNOWN])


def test_a_post_id_holds_its_minute() -> None:
    made = (1579111200000 - 1288834974657) << 22  # 15 January 2020, 18:00 UTC
    assert post_time(f"https://twitter.com/demo/status/{made + 4095}") == "2020-01-15T18:00Z"
    assert post_time(f"https://x.com/i/web/status/{made}") == "2020-01-15T18:00Z"
    assert post_time("https://twitter.com/demo/status/12345678901") is None
    assert post_time("https://twitter.com/demo") is None
    assert post_time(None) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2020/01/16/story", "2020-01-16"),
        ("https://example.org/2020-01-16-story", "2020-01-16"),
        ("https://example.org/2020/1/6/", "2020-01-06"),
        ("https://example.org/2020/01/story", "2020-01"),
        ("https://example.org/2020/13/16/story", None),
        ("https://example.org/archives/525909", None),
        ("https://example.org/world/20200116-market-struck", "2020-01-16"),
        ("https://example.org/world/20201316-market-struck", None),
        ("https://example.org/digest-of-16-01-2020", "2020-01-16"),
        ("https://example.org/digest-of-06-01-2020", None),
        (None, None),
    ],
)
def test_day_in_a_url(url: str | None, day: str | None) -> None:
    assert url_day(url) == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Nine killed in Idlib\n\nPublished: 16 January 2020\n\nNine people were killed.", "2020-01-16"),
        ("مقتل تسعة مدنيين\n\nتاريخ النشر: 16 كانون الثاني 2020\n\nقتل تسعة", "2020-01-16"),
        ("IDLIB, SYRIA, 15 JAN 20 (DEMO WIRE) -- NINE PEOPLE WERE KILLED.", "2020-01-15"),
        ("BEIRUT, March 3, 1989 - Nine people were killed.", "1989-03-03"),
        ("Nine killed\n\nThursday, January 16, 2020\n\nNine people were killed.", "2020-01-16"),
        ("Rescuers @rescuers Nine were killed.\n\n10:05 PM · Jan 15, 2020 · Twitter for Android", "2020-01-15"),
        ("Nine people were killed in a raid that recalled the one of 4 April 2017 on the town.", None),
        ("Nine people were killed on Wednesday.", None),
        ("Published: 31 February 2020\n\nNine people were killed.", None),
    ],
)
def test_day_in_the_page(text: str, at: str | None) -> None:
    assert published(None, None, text, WORDS).at == at


def test_what_is_given_comes_before_what_is_found() -> None:
    url = "https://example.org/2020/01/17/a"
    assert published("2020-01-16", url, "Published: 18 January 2020", WORDS).at == "2020-01-16"
    assert published(" ", url, "Published: 18 January 2020", WORDS).at == "2020-01-17"


def test_the_day_stands_first_in_an_arabic_pages_address() -> None:
    url = "https://example.org/digest-of-06-07-2020"
    assert published(None, url, "حصاد اليوم", WORDS).at == "2020-07-06"
    assert published(None, url, "The digest", WORDS).at is None


MADE = (1579111200000 - 1288834974657) << 22  # 15 January 2020, 18:00 UTC


@pytest.mark.parametrize(
    ("given", "url", "text", "at", "apart"),
    [
        ("2020-01-18", f"https://x.com/demo/status/{MADE}", "text", "2020-01-15T18:00Z", "2020-01-18"),
        ("2020-01-16", f"https://x.com/demo/status/{MADE}", "text", "2020-01-15T18:00Z", None),
        ("2020-01-16", "https://example.org/2020/01/18/a", "text", "2020-01-16", "2020-01-18"),
        ("2020-01-16", "https://example.org/2020/01/17/a", "text", "2020-01-16", None),
        ("2020-01-16", "https://example.org/2020/01/a", "text", "2020-01-16", None),
        ("2020-02-16", "https://example.org/2020/01/a", "text", "2020-02-16", "2020-01"),
        (None, "https://example.org/2020/01/18/a", "Published: 3 January 2020", "2020-01-18", "2020-01-03"),
        (None, "https://example.org/2020/01/18/a", "Photo\n\n3 January 2019", "2020-01-18", None),
        ("2020-01-16", None, "Published: 3 January 2020", "2020-01-16", "2020-01-03"),
    ],
)
def test_what_contradicts_by_more_than_a_day_is_told(
    given: str | None, url: str | None, text: str, at: str, apart: str | None
) -> None:
    found = published(given, url, text, WORDS)
    assert found.at == at
    assert [(i.code, i.words) for i in found.issues] == ([(IssueCode.PUBLISHED_CONFLICT, apart)] if apart else [])
