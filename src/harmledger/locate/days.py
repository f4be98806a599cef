"""Day phrases to Whens: local days, reckoned from the day on which the speaker spoke.

METHOD, Precision: less is right, more is wrong. `late August 2019` is its month, not a day; a year is a year. A
weekday is the most recent such day not after the speaker's (the news convention), a day without a year the most
recent such day.
"""

import calendar
from datetime import date, timedelta

from harmledger.errors import ModelError
from harmledger.locate.stretches import (
    Args,
    Conflict,
    Unknown,
    ago,
    coarse,
    days,
    feast,
    need,
    period,
    stretch,
    week,
    window,
)  # fmt: skip
from harmledger.model.codes import IssueCode, TimePrecision
from harmledger.model.issue import Issue
from harmledger.model.span import Span
from harmledger.model.when import When, last_day
from harmledger.text.marks import DayPhrase, Marks

Day = When | date | str | None
_OWN_WEEK, _REPRINTED = timedelta(7), timedelta(31)


def spoken_day(spoken: Day, published: Day = None) -> date | None:
    """The day on which the speaker spoke, else on which it was published; None where neither is known to the day."""
    for known in (spoken, published):
        if isinstance(known, str):
            try:
                known = When(known[:10], known[:10], TimePrecision.DAY)
            except ModelError:
                continue
        if isinstance(known, date):
            return known
        if known and known.first and known.last and (known.last - known.first).days <= 1:
            return known.last
    return None


def resolve(
    phrase: DayPhrase, spoken: Day, published: Day = None, told: When | None = None
) -> tuple[When | None, tuple[Issue, ...]]:
    """What a phrase means, said on the speaker's day.

    Args:
        phrase: the words and what they say.
        spoken: the day the speaker spoke: a quoted post's own, else the report's; None where unknown.
        published: stands in where `spoken` is None.
        told: the day told of before, for `the day before`, `since that time`.

    Returns:
        The When with the phrase's words, or None; and Issues: day-unknown where a relative phrase has no day to start
        from; day-conflict where it is no day (31 February), lies beyond any happening (the year 9999), or names a
        weekday or a `yesterday` that its date is not (the date is kept); day-ambiguous where day and month may change
        places (`03/04/2019`).
    """
    day = spoken_day(spoken, published)
    issues: list[Issue] = []
    try:
        when = _resolve(phrase.kind, dict(phrase.args), day, told)
        if when is not None:
            when = When(when.start, when.end, when.precision, phrase.words)
            issues += _doubts(phrase, when.first, day)
        return when, tuple(issues)
    except Unknown:
        return None, (_issue(phrase, IssueCode.DAY_UNKNOWN, "the day on which this was said is not known"),)
    except (Conflict, ModelError, ValueError, OverflowError) as e:
        return None, (_issue(phrase, IssueCode.DAY_CONFLICT, f"no such day: {e}"),)


def _doubts(phrase: DayPhrase, found: date | None, day: date | None) -> list[Issue]:
    """What speaks against a date as it was read: its weekday, the `yesterday` beside it, the other order of numbers."""
    args = dict(phrase.args)
    if phrase.kind != "date" or found is None:
        return []
    doubts = []
    weekday = int(args.get("weekday", 0)) or found.isoweekday()
    if weekday != found.isoweekday():
        said, is_a = calendar.day_name[weekday - 1], calendar.day_name[found.weekday()]
        doubts.append(
            _issue(phrase, IssueCode.DAY_CONFLICT, f"{said} is said, and {found} is a {is_a}; the date stands")
        )
    told = day + timedelta(int(args["told"])) if day and "told" in args else found
    if told != found:
        doubts.append(_issue(phrase, IssueCode.DAY_CONFLICT, f"{told} by the day of speaking, {found} by the date"))
    other = _orders(args, day)[1] if "swap" in args else None
    if other is not None:
        doubts.append(_issue(phrase, IssueCode.DAY_AMBIGUOUS, f"{found} or {other}: day and month may change places"))
    return doubts


def _issue(phrase: DayPhrase, code: IssueCode, message: str) -> Issue:
    return Issue(code, phrase.words, Span(phrase.start, phrase.end, phrase.words), message)


def _resolve(kind: str, args: Args, day: date | None, told: When | None) -> When | None:
    if kind == "date":
        return _timed(_date(args, day) - timedelta(args.get("part") == "eve"), args)
    if kind == "week":
        return week(_date(args, day), ends="ends" in args)
    if kind in ("month", "year", "season"):
        return coarse(kind, args, day)
    if kind == "range":
        return _since(args, day, told) if "since" in args else _range(args, day, told)
    if kind == "later":
        return None
    if kind in ("told", "since_told", "apart"):
        if told is None or told.first is None or told.last is None:
            return None
        if kind == "apart":
            return ago(int(args["n"]), str(args["unit"]), told.last)
        if kind == "since_told":
            return stretch(told.start, need(day).isoformat(), told.first, need(day))
        return When.on(told.last + timedelta(int(args["days"]))) if told.first == told.last else None
    if kind == "night" and "before" in args and told is not None:
        return _relative(kind, args, told.last or need(day))
    if kind == "feast" and "year" in args:
        return feast(args, int(args["year"]), None)
    return _relative(kind, args, need(day))


def _relative(kind: str, args: Args, day: date) -> When | None:
    if kind == "weekday":
        return _timed(_weekday(args, day) - timedelta(args.get("part") == "eve"), args)
    if kind == "monthday":
        return _timed(_of_month(args, day), args)
    if kind == "relative":
        return _timed(day + timedelta(int(args["days"])), args)
    if kind == "today_part":
        return When.on(day)
    if kind == "clock":
        return _timed(day, args)
    if kind == "night":
        first = day - timedelta(int(args["days"]))
        return When(
            first.isoformat(), (first + timedelta(1) if args["days"] else first).isoformat(), TimePrecision.DAYS
        )
    if kind == "run":
        return days(day - timedelta(int(args["n"]) - 1), day)
    if kind == "ago":
        return ago(int(args["n"]), str(args["unit"]), day)
    if kind == "period":
        return period(str(args["which"]), str(args["unit"]), day)
    if kind == "window":
        return window(args, day)
    if kind == "feast":
        return feast(args, day.year, day)
    return None


def _timed(day: date, args: Args) -> When:
    if "hour" not in args:
        return When.on(day)
    minute = f":{args['minute']:02d}" if "minute" in args else ""
    zone = str(args.get("zone", "local"))
    known = f"{day.isoformat()}T{args['hour']:02d}{minute}{'' if zone == 'local' else zone}"
    return When(known, known, TimePrecision.HOUR)


def _date(args: Args, day: date | None) -> date:
    month, number = int(args["month"]), int(args["day"])
    if "year" in args:
        year = int(args["year"])
        if not 1000 < year < 2200:
            raise Conflict(f"the year {year}")
        return _orders(args, day)[0] if args.get("swap") else date(year, month, number)
    if not 1 <= number <= 31 or (month == 2 and number > 29) or (month in (4, 6, 9, 11) and number > 30):
        raise Conflict(f"day {number} of month {month}")
    base = need(day)
    if "back" in args:  # `July 17 last year`
        return date(base.year - int(args["back"]), month, number)
    found_days = [date(y, month, number) for y in range(base.year + 1, base.year - 9, -1) if _exists(y, month, number)]
    weekday = args.get("weekday")
    # a weekday said with it tells the year, among this one, the last and the next
    fits = [d for d in found_days if d.isoweekday() == weekday and abs((d - base).days) < 330]
    # a day's grace: the speaker's clock may run ahead of the publisher's
    ahead = 330 if args.get("future") else 2
    return next(iter(fits), None) or next(d for d in found_days if (d - base).days < ahead)


def _orders(args: Args, day: date | None) -> tuple[date, date | None]:
    """Of `03/04/2019` the reading that stands, and the other one where it is open.

    The weekday said with it decides, then that nothing is told before its day; then a report's own week is likelier
    than any other time, and else the day stands first, as most of the world writes.
    """
    year, month, number = (int(args[k]) for k in ("year", "month", "day"))
    first, second = date(year, month, number), date(year, number, month)
    weekday = args.get("weekday")
    if weekday and (first.isoweekday() == weekday) != (second.isoweekday() == weekday):
        return (first if first.isoweekday() == weekday else second), None
    if day and (first > day) != (second > day):
        return (second if first > day else first), None
    if day and timedelta(0) <= day - second <= _OWN_WEEK < day - first:
        return second, first
    return first, second


def _exists(year: int, month: int, number: int) -> bool:
    return month != 2 or number != 29 or calendar.isleap(year)


def _weekday(args: Args, day: date) -> date:
    """The most recent such day, the speaker's own included; before it with `last`; the coming one with `next`."""
    back = (day.isoweekday() - int(args["weekday"])) % 7
    if "ago" in args:  # `two weeks ago on Friday`
        about = day - timedelta(int(args["ago"]))
        return about - timedelta((about.isoweekday() - int(args["weekday"]) + 3) % 7 - 3)
    if "day" in args:  # `Tuesday 3rd`
        return _back_to(day, 400, int(args["day"]), int(args["weekday"]))
    if "week" in args:  # of a calendar week: `Tuesday of last week`
        weeks = {"last": 1, "past": 1, "next": -1}.get(str(args["week"]), 0)
        return day - timedelta(day.weekday() + 7 * weeks) + timedelta(int(args["weekday"]) - 1)
    which = args.get("which")
    if which == "next" or args.get("future"):
        return day + timedelta((-back) % 7 or (7 if which == "next" else 0))
    if which in ("last", "past") and back == 0:
        back = 7
    return day - timedelta(back)


def _of_month(args: Args, day: date) -> date:
    """A day by its number: the last such day, or that of the month so many months `back`."""
    if "back" not in args:
        return _back_to(day, 62, int(args["day"]))
    first = day.replace(day=1)
    return (first - timedelta(1) if args["back"] else first).replace(day=int(args["day"]))


def _back_to(day: date, most: int, number: int, weekday: int | None = None) -> date:
    """The latest day of a month's number, and on a weekday, that lies at most so many days back; else `Conflict`."""
    for back in range(most):
        found = day - timedelta(back)
        if found.day == number and weekday in (None, found.isoweekday()):
            return found
    raise Conflict(f"no day {number} that is such a weekday")


def _side(args: Args, name: str) -> tuple[str, dict[str, str | int]]:
    cut = len(name) + 1
    inner = {k[cut:]: v for k, v in args.items() if k.startswith(f"{name}.")}
    return str(inner.pop("kind")), inner


def _since(args: Args, day: date | None, told: When | None) -> When | None:
    kind, inner = _side(args, "a")
    start = _resolve(kind, inner, day, told)
    if start is None or start.first is None:
        return None
    if day is None or start.first > day:
        return When(start.start, None, TimePrecision.LONGER)
    return stretch(start.start, day.isoformat(), start.first, day)


def _range(args: Args, day: date | None, told: When | None) -> When | None:
    (kind_a, a), (kind_b, b) = _side(args, "a"), _side(args, "b")
    last = _resolve(kind_b, b, day, told)
    if last is None or last.first is None:
        return None
    # a range's start is reckoned from its end: `from Friday to Sunday`, `from December to January`
    first = _resolve(kind_a, a, last.first if not {"year", "back"} & a.keys() and kind_a != "relative" else day, told)
    if first is None or first.first is None or last.last is None:
        return None
    if first.first > last.last:
        raise Conflict(f"from {first.start} to {last.end}")
    return stretch(first.start, last.end, first.first, last.last)


def dateline(marks: Marks, published: Day = None) -> date | None:
    """The day in a report's dateline: `SAN SALVADOR, 3 JAN 90 --`, `Kabul, Aug 12 (Agency) -`.

    One without a year needs the day of publication; None where there is no dateline or it says no day.
    """
    for phrase in marks.days[:1]:
        if dict(phrase.args).get("role") == "dateline":
            when, _ = resolve(phrase, published)
            return when.first if when else None
    return None


def reported_day(marks: Marks, published: Day = None) -> date | None:
    """The day from which a report speaks: its dateline's, if a month old at most; else its publication's."""
    day, line = spoken_day(published), dateline(marks, published)
    if line is None or day is None:
        return day or line
    return line if timedelta(0) <= day - line <= _REPRINTED else day


def latest_day(when: When) -> date | None:
    """The last day a When can mean; None where it is open."""
    return None if when.end is None else last_day(when.end)
