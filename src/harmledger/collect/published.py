"""When a report was published: from what was given, a post's id, the URL, or the page's own words.

In that order, and the first that speaks decides: a post's id holds the very millisecond, a URL's date is set by the
publisher's system, words on a page may belong to another story. What is not known stays None.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from harmledger.collect.datewords import NO_WORDS, DateWords, NoSuchDay, figures, stamp, whole, within
from harmledger.model.codes import IssueCode
from harmledger.model.issue import Issue
from harmledger.model.when import first_day

_EARLIEST, _LATEST = 1900, 2100
_POST = re.compile(
    r"https?://(?:[a-z]+\.)?(?:twitter|x|nitter)\.(?:com|net)/(?:[^/]+|i/web)/status(?:es)?/(\d{10,20})", re.I
)
_TWITTER_EPOCH = 1288834974657
_FIRST_SNOWFLAKE = 29700859247
_PATH_DAY = re.compile(r"/((?:19|20)\d\d)([/_-])(\d{1,2})\2(\d{1,2})(?=[/_.?-]|\Z)")
_PATH_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d{2})(?=/)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d(?:\s*[AP]M)?\s*·\s*(?=(.{6,24}))", re.I)
_HEAD_LINES, _OTHER_WORDS = 8, 3


@dataclass(frozen=True, slots=True)
class Published:
    """An ISO 8601 time cut to what is known, or None; and the Issues met on the way."""

    at: str | None
    issues: tuple[Issue, ...] = ()


def published(
    given: str | None, url: str | None, text: str, words: DateWords = NO_WORDS, latest: date | None = None
) -> Published:
    """When a report was published.

    Args:
        given: what its metadata say, None or empty where they say nothing.
        url: its URL.
        text: its text, searched at its beginning and end for a labelled date, a line of its own, or a dateline.
        words: month names and labels.
        latest: the day on which it was captured; nothing is published more than a day later (time zones).
    """
    if given and given.strip():
        return _given(given.strip(), words, latest)
    for found in (post_time(url), url_day(url), _in_text(text, words)):
        if found and not _too_late(found, latest):
            return Published(found)
    return Published(None)


def _given(said: str, words: DateWords, latest: date | None) -> Published:
    try:
        at = whole(said, words)
    except NoSuchDay as e:
        return Published(None, (Issue(IssueCode.PUBLISHED_IMPOSSIBLE, said, message=str(e)),))
    if at is None:
        return Published(None, (Issue(IssueCode.PUBLISHED_UNKNOWN, said, message="no date that can be read"),))
    if _too_late(at, latest):
        return Published(None, (Issue(IssueCode.PUBLISHED_IMPOSSIBLE, said, message="after it was captured"),))
    return Published(at)


def _too_late(at: str, latest: date | None) -> bool:
    day = first_day(at)
    if not _EARLIEST <= day.year < _LATEST:
        return True
    return latest is not None and day > latest + timedelta(days=1)


def post_time(url: str | None) -> str | None:
    """The minute, in UTC, at which a post on X (Twitter) was made: its id counts milliseconds since 4 November 2010.

    None for other URLs and for ids from before that day.
    """
    found = _POST.match(url.strip()) if url else None
    if not found or int(found[1]) < _FIRST_SNOWFLAKE:
        return None
    at = (int(found[1]) >> 22) + _TWITTER_EPOCH
    try:
        return stamp(datetime.fromtimestamp(at / 1000, UTC))
    except (ValueError, OverflowError):
        return None


def url_day(url: str | None) -> str | None:
    """The day, or the month, that a URL's path holds (`/2020/01/16/`, `/2020/01/`)."""
    if not url:
        return None
    day = _PATH_DAY.search(url)
    try:
        if day:
            return date(int(day[1]), int(day[3]), int(day[4])).isoformat()
        month = _PATH_MONTH.search(url)
        return date(int(month[1]), int(month[2]), 1).isoformat()[:7] if month else None
    except ValueError:
        return None


def _in_text(text: str, words: DateWords) -> str | None:
    head = figures(text[:1500])
    if words.led:
        for led in words.led.finditer(head):
            hit = _safely(led["rest"], words)
            if hit:
                return hit[0]
    lines = [line for line in head.split("\n") if line.strip()][:_HEAD_LINES]
    found = [_dateline(line, words) for line in lines[:1]]
    found += [_beside_clock(clock[1], words) for clock in _CLOCK.finditer(head)]
    found += [_own_line(line, words) for line in lines]
    return next(filter(None, found), None)


def _beside_clock(rest: str, words: DateWords) -> str | None:
    """The date that follows a clock and a middle dot, as posts are stamped (`8:20 AM · Feb 19, 2023`)."""
    hit = _safely(rest, words)
    return hit[0] if hit and hit[2] == 0 else None


def _own_line(line: str, words: DateWords) -> str | None:
    """The date of a line that says hardly more than a date."""
    if len(line) > 120:
        return None
    hit = _safely(line, words)
    if not hit:
        return None
    rest = re.findall(r"[^\W\d_][\w#]*", line[: hit[2]] + " " + line[hit[3] :])
    return hit[0] if len(rest) <= _OTHER_WORDS else None


def _dateline(line: str, words: DateWords) -> str | None:
    """The date of a dateline, `CITY, 3 JAN 1990 --`: within the first words, before a dash."""
    lead = re.match(r"(.{8,80}?)(?:\s-|--|\s—|\s–)(?=\s)", line)
    hit = _safely(line[: lead.end()], words) if lead else None
    return hit[0] if hit else None


def _safely(said: str, words: DateWords) -> tuple[str, int, int, int] | None:
    try:
        return within(said, words)
    except NoSuchDay:
        return None
