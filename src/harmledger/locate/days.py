"""Day phrases to Whens: local days, reckoned from the day on which the speaker spoke.

METHOD, Precision: less is right, more is wrong. `late August 2019` is its month, not a day; a year is a year. A
weekday is the most recent such day not after the speaker's (the news convention), a day without a year the most
recent such day.
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta

from harmledger.errors import ModelError
from harmledger.locate.feasts import feast_days
from harmledger.model.codes import IssueCode, TimePrecision
from harmledger.model.issue import Issue
from harmledger.model.span import Span
from harmledger.model.when import When, first_day, last_day
from harmledger.text.marks import DayPhrase, Marks

Args = Mapping[str, str | int]
Day = When | date | str | None
_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "weekend": 7}
_UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120}
_SEASONS = frozenset({"spring", "summer", "autumn"})


class _Unknown(Exception):
    """The phrase needs a day that is not known."""


class _Conflict(Exception):
    """The phrase is no day, or contradicts itself."""


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
        from, day-conflict where it is no day (31 February), lies beyond any happening (the year 9999), or names a
        weekday that its date is not (the date is kept).
    """
    day = spoken_day(spoken, published)
    issues: list[Issue] = []
    try:
        when = _resolve(phrase.kind, dict(phrase.args), day, told)
        if when is not None:
            when = When(when.start, when.end, when.precision, phrase.words)
            weekday = dict(phrase.args).get("weekday")
            if phrase.kind == "date" and weekday and when.first and when.first.isoweekday() != weekday:
                issues.append(_issue(phrase, IssueCode.DAY_CONFLICT, "the weekday is not that of the date"))
        return when, tuple(issues)
    except _Unknown:
        return None, (_issue(phrase, IssueCode.DAY_UNKNOWN, "the day on which this was said is not known"),)
    except (_Conflict, ModelError, ValueError, OverflowError) as e:
        return None, (_issue(phrase, IssueCode.DAY_CONFLICT, f"no such day: {e}"),)


def _issue(phrase: DayPhrase, code: IssueCode, message: str) -> Issue:
    return Issue(code, phrase.words, Span(phrase.start, phrase.end, phrase.words), message)


def _resolve(kind: str, args: Args, day: date | None, told: When | None) -> When | None:
    if kind == "date":
        return _timed(_date(args, day), args)
    if kind in ("month", "year", "season"):
        return _coarse(kind, args, day)
    if kind == "range":
        return _since(args, day, told) if "since" in args else _range(args, day, told)
    if kind == "told" or kind == "since_told":
        if told is None or told.first is None or told.last is None:
            return None
        if kind == "since_told":
            return _stretch(told.start, _need(day).isoformat(), told.first, _need(day))
        return When.on(told.last + timedelta(int(args["days"]))) if told.first == told.last else None
    if kind == "feast" and "year" in args:
        return _feast(args, int(args["year"]), None)
    return _relative(kind, args, _need(day))


def _need(day: date | None) -> date:
    if day is None:
        raise _Unknown
    return day


def _relative(kind: str, args: Args, day: date) -> When | None:
    if kind == "weekday":
        return _timed(_weekday(args, day), args)
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
        return _days(day - timedelta(int(args["n"]) - 1), day)
    if kind == "ago":
        return _ago(int(args["n"]), str(args["unit"]), day)
    if kind == "period":
        return _period(str(args["which"]), str(args["unit"]), day)
    if kind == "window":
        return window(args, day)
    if kind == "feast":
        return _feast(args, day.year, day)
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
            raise _Conflict(f"the year {year}")
        found = date(year, month, number)
        if args.get("swap") and day and found > day >= date(year, number, month):
            return date(year, number, month)
        return found
    if not 1 <= number <= 31 or (month == 2 and number > 29) or (month in (4, 6, 9, 11) and number > 30):
        raise _Conflict(f"day {number} of month {month}")
    base = _need(day)
    found_days = [date(y, month, number) for y in range(base.year + 1, base.year - 9, -1) if _exists(y, month, number)]
    weekday = args.get("weekday")
    # a weekday said with it tells the year, among this one, the last and the next
    fits = [d for d in found_days if d.isoweekday() == weekday and abs((d - base).days) < 330]
    # a day's grace: the speaker's clock may run ahead of the publisher's
    ahead = 330 if args.get("future") else 2
    return next(iter(fits), None) or next(d for d in found_days if (d - base).days < ahead)


def _exists(year: int, month: int, number: int) -> bool:
    return month != 2 or number != 29 or calendar.isleap(year)


def _weekday(args: Args, day: date) -> date:
    """The most recent such day, the speaker's own included; before it with `last`; the coming one with `next`."""
    back = (day.isoweekday() - int(args["weekday"])) % 7
    which = args.get("which")
    if which == "next" or args.get("future"):
        return day + timedelta((-back) % 7 or (7 if which == "next" else 0))
    if which in ("last", "past") and back == 0:
        back = 7
    return day - timedelta(back)


def _coarse(kind: str, args: Args, day: date | None) -> When:
    which, year = args.get("which"), args.get("year")
    if year is not None and not 1000 < int(year) < 2200:
        raise _Conflict(f"the year {year}")
    if kind == "month":
        month = int(args["month"])
        if year is None:
            base = _need(day)
            past = month < base.month if which == "last" else month <= base.month
            year = base.year - (not past)
            if (which == "next" or args.get("future")) and month > base.month:
                year = base.year
        cut = f"{year:04d}-{month:02d}"
        return When(cut, cut, TimePrecision.MONTH)
    if year is None:
        year = _need(day).year - (which == "last" and str(args.get("season")) not in _SEASONS)
        if which == "last" and args.get("season") in _SEASONS:
            year -= _need(day).month < 12
    if args.get("decade"):
        return When(f"{year:04d}", f"{int(year) + 9:04d}", TimePrecision.LONGER)
    if args.get("season") == "winter":  # lies on both sides of a new year, and nobody says which
        return When(f"{int(year) - 1:04d}-12", f"{int(year) + 1:04d}-03", TimePrecision.LONGER)
    return When(f"{year:04d}", f"{year:04d}", TimePrecision.YEAR)


def _months_back(day: date, months: int) -> str:
    """The month that many months before a day's, as `2019-04`."""
    count = day.year * 12 + day.month - 1 - months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def _ago(n: int, unit: str, day: date) -> When | None:
    if n == 0:
        return None
    if unit in _UNIT_DAYS:
        on = day - timedelta(n * _UNIT_DAYS[unit])
        if unit == "week":  # `two weeks ago` is about that day
            return When((on - timedelta(3)).isoformat(), (on + timedelta(3)).isoformat(), TimePrecision.WEEK)
        if unit == "hour":
            first = day - timedelta(-(-n // 24))
            return _days(first, day)
        return When.on(on)
    if unit in _UNIT_MONTHS:
        cut = _months_back(day, n * _UNIT_MONTHS[unit])
        return When(cut, cut, TimePrecision.MONTH) if unit == "month" else When(cut[:4], cut[:4], TimePrecision.YEAR)
    return When.on(day - timedelta(n)) if unit == "night" else None


def _period(which: str, unit: str, day: date) -> When | None:
    """`last week` is the calendar week before, Monday to Sunday, or the last seven days: both are within the When."""
    step = {"last": 1, "past": 1, "next": -1}.get(which, 0)
    if unit == "week":
        monday = day - timedelta(day.weekday() + 7 * step)
        end = monday + timedelta(6)
        return When(monday.isoformat(), (min(end, day) if step == 0 else end).isoformat(), TimePrecision.WEEK)
    if unit == "weekend":
        saturday = day - timedelta((day.weekday() - 5) % 7)
        saturday -= timedelta(7 if step == 1 and day.weekday() >= 5 else -7 if step == -1 else 0)
        return _days(saturday, saturday + timedelta(1))
    if unit == "month":
        cut = _months_back(day, step)
        return When(cut, cut, TimePrecision.MONTH)
    if unit == "year":
        return When(f"{day.year - step:04d}", f"{day.year - step:04d}", TimePrecision.YEAR)
    return None


def window(args: Args, anchor: date) -> When | None:
    """A stretch of n units that ends on a day (`in four months`, `the past 24 hours`); None where it lies ahead.

    A month or longer starts in a month, not on a day: `in four months` to 31 August is from 2019-04.
    """
    n, unit = int(args["n"]), str(args["unit"])
    if args.get("future"):
        return None
    if n == 0:
        return When(None, anchor.isoformat(), TimePrecision.LONGER)
    if unit in _UNIT_MONTHS:
        cut = _months_back(anchor, n * _UNIT_MONTHS[unit])
        return _stretch(cut, anchor.isoformat(), first_day(cut), anchor)
    if unit == "hour":
        return _days(anchor - timedelta(-(-n // 24)), anchor)
    return _days(anchor - timedelta(n * _UNIT_DAYS[unit]), anchor)


def _feast(args: Args, year: int, day: date | None) -> When | None:
    found = feast_days(str(args["feast"]), year)
    if day is not None:
        found = [f for y in (year, year - 1) for f in feast_days(str(args["feast"]), y) if f[0] <= day]
        found = [max(found)] if found else []
    if len(found) != 1:  # either Eid of a year: from the one to the other says too little
        return None
    first, last = found[0]
    return _days(first, last)


def _days(first: date, last: date) -> When:
    return _stretch(first.isoformat(), last.isoformat(), first, last)


def _stretch(start: str | None, end: str | None, first: date, last: date) -> When:
    """An interval, its precision by its length as UCDP's date_prec: a day, days, a week, a month, a year, longer."""
    n = (last - first).days + 1
    steps = ((1, TimePrecision.DAY), (6, TimePrecision.DAYS), (8, TimePrecision.WEEK), (31, TimePrecision.MONTH))
    for limit, precision in (*steps, (366, TimePrecision.YEAR)):
        if n <= limit:
            return When(start, end, precision)
    return When(start, end, TimePrecision.LONGER)


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
    return _stretch(start.start, day.isoformat(), start.first, day)


def _range(args: Args, day: date | None, told: When | None) -> When | None:
    (kind_a, a), (kind_b, b) = _side(args, "a"), _side(args, "b")
    last = _resolve(kind_b, b, day, told)
    if last is None or last.first is None:
        return None
    # a range's start is reckoned from its end: `from Friday to Sunday`, `from December to January`
    first = _resolve(kind_a, a, last.first if "year" not in a else day, told)
    if first is None or first.first is None or last.last is None:
        return None
    if first.first > last.last:
        raise _Conflict(f"from {first.start} to {last.end}")
    return _stretch(first.start, last.end, first.first, last.last)


def dateline(marks: Marks, published: Day = None) -> date | None:
    """The day in a report's dateline: `SAN SALVADOR, 3 JAN 90 --`, `Kabul, Aug 12 (Agency) -`.

    One without a year needs the day of publication; None where there is no dateline or it says no day.
    """
    for phrase in marks.days[:1]:
        if dict(phrase.args).get("role") == "dateline":
            when, _ = resolve(phrase, published)
            return when.first if when else None
    return None


def latest_day(when: When) -> date | None:
    """The last day a When can mean; None where it is open."""
    return None if when.end is None else last_day(when.end)
