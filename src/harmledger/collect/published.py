"""When a report was published: from a post's id, from what was given, the URL, or the page's own words.

In that order, and the first that speaks decides: a post's id holds the very millisecond, what is given was put down
for this report, a URL's date is set by the publisher's system, words on a page may belong to another story. Where two
of them lie more than a day apart, an Issue says so. What is not known stays None.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from harmledger.collect.datewords import NO_WORDS, DateWords, NoSuchDay, figures, stamp, whole, within
from harmledger.model.codes import IssueCode
from harmledger.model.issue import Issue
from harmledger.model.when import first_day, last_day

_EARLIEST, _LATEST = 1900, 2100
_POST = re.compile(
    r"https?://(?:[a-z]+\.)?(?:twitter|x|nitter)\.(?:com|net)/(?:[^/]+|i/web)/status(?:es)?/(\d{10,20})", re.I
)
_TWITTER_EPOCH = 1288834974657
_FIRST_SNOWFLAKE = 29700859247
_PATH_DAY = re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<sep>[/_-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?=[/_.?-]|\Z)")
_PATH_TIGHT = re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=[/_.?-]|\Z)")
_PATH_LAST = re.compile(r"[/_-](?P<d>\d{1,2})-(?P<m>\d{1,2})-(?P<y>(?:19|20)\d\d)(?=[/_.?]|\Z)")
_PATH_MONTH = re.compile(r"/((?:19|20)\d\d)/(\d{2})(?=/)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d(?:\s*[AP]M)?\s*·\s*(?=(.{6,24}))", re.I)
_HEAD_LINES, _OTHER_WORDS = 8, 3
_HEAD = 1500
_ARABIC = re.compile("[\u0600-\u06ff]")


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
    post, address = post_time(url), url_day(url, day_first=bool(_ARABIC.search(text[:_HEAD])))
    labelled = _labelled(text, words)
    if post is None and given and given.strip():
        first = _given(given.strip(), words, latest)
    else:
        found = (post, address, labelled, _in_text(text, words))
        first = Published(next((f for f in found if f and not _too_late(f, latest)), None))
    if first.at is None:
        return first
    others = (_readable(given, words), address, labelled)
    apart = next((o for o in others if o and not _too_late(o, latest) and _apart(first.at, o)), None)
    if apart is None:
        return first
    said = f"published {first.at} by its {'id' if first.at == post else 'metadata or address'}, but {apart} elsewhere"
    return replace(first, issues=(*first.issues, Issue(IssueCode.PUBLISHED_CONFLICT, apart, message=said)))


def _readable(given: str | None, words: DateWords) -> str | None:
    try:
        return whole(given, words) if given else None
    except NoSuchDay:
        return None


def _apart(one: str, other: str) -> bool:
    """Does more than a day lie between two times, whatever they can mean? A zone makes a day of difference."""
    gap = max(first_day(one), first_day(other)) - min(last_day(one), last_day(other))
    return gap > timedelta(days=1)


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


def url_day(url: str | None, day_first: bool = False) -> str | None:
    """The day, or the month, that a URL's path holds (`/2020/01/16/`, `/2020/01/`, `/20200116-`, `-16-01-2020`).

    `day_first`: of two numbers before a year, the first is the day where both could be.
    """
    if not url:
        return None
    day = _PATH_DAY.search(url) or _PATH_TIGHT.search(url)
    last = _PATH_LAST.search(url)
    try:
        if day:
            return date(*(int(n) for n in day.group("y", "m", "d"))).isoformat()
        if last and (day_first or int(last["d"]) > 12):
            return date(int(last["y"]), int(last["m"]), int(last["d"])).isoformat()
        month = _PATH_MONTH.search(url)
        return date(int(month[1]), int(month[2]), 1).isoformat()[:7] if month else None
    except ValueError:
        return None


def _labelled(text: str, words: DateWords) -> str | None:
    """The date that a label leads in, `Published: 16 January 2020`."""
    leds = words.led.finditer(figures(text[:_HEAD])) if words.led else ()
    return next((hit[0] for led in leds if (hit := _safely(led["rest"], words))), None)


def _in_text(text: str, words: DateWords) -> str | None:
    head = figures(text[:_HEAD])
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
