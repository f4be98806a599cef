"""Stretches of time reckoned from a day: months, seasons, years, `two weeks ago`, `last week`, `the past 24 hours`."""

from collections.abc import Mapping
from datetime import date, timedelta

from harmledger.locate.feasts import feast_days
from harmledger.model.codes import TimePrecision
from harmledger.model.when import When, first_day

Args = Mapping[str, str | int]
_UNIT_DAYS = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_UNIT_MONTHS = {"month": 1, "year": 12, "decade": 120}
_SEASONS = frozenset({"spring", "summer", "autumn"})


class Unknown(Exception):
    """The phrase needs a day that is not known."""


class Conflict(Exception):
    """The phrase is no day, or contradicts itself."""


def need(day: date | None) -> date:
    """The day that a relative phrase starts from; raises `Unknown` where there is none."""
    if day is None:
        raise Unknown
    return day


def coarse(kind: str, args: Args, day: date | None) -> When:
    """A month, a year or a season; without its year the latest one."""
    which, year = args.get("which"), args.get("year")
    if year is not None and not 1000 < int(year) < 2200:
        raise Conflict(f"the year {year}")
    if kind == "month":
        month = int(args["month"])
        if year is None:
            base = need(day)
            if "back" in args:
                cut = f"{base.year - int(args['back']):04d}-{month:02d}"
                return When(cut, cut, TimePrecision.MONTH)
            past = month < base.month if which == "last" else month <= base.month
            year = base.year - (not past)
            if (which == "next" or args.get("future")) and month > base.month:
                year = base.year
        cut = f"{year:04d}-{month:02d}"
        return When(cut, cut, TimePrecision.MONTH)
    if year is None and kind == "season" and which not in ("last", "next"):
        base = need(day)  # the latest one, in either hemisphere, lies in the year that ends on the speaker's day
        return When(_months_back(base, 12), base.isoformat()[:7], TimePrecision.YEAR)
    if year is None:
        year = need(day).year - (which == "last" and str(args.get("season")) not in _SEASONS)
        if which == "last" and args.get("season") in _SEASONS:
            year -= need(day).month < 12
    if args.get("decade"):
        return When(f"{year:04d}", f"{int(year) + 9:04d}", TimePrecision.LONGER)
    if args.get("season") == "winter":  # lies on both sides of a new year, and nobody says which
        return When(f"{int(year) - 1:04d}-12", f"{int(year) + 1:04d}-03", TimePrecision.LONGER)
    return When(f"{year:04d}", f"{year:04d}", TimePrecision.YEAR)


def _months_back(day: date, months: int) -> str:
    """The month that many months before a day's, as `2019-04`."""
    count = day.year * 12 + day.month - 1 - months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def ago(n: int, unit: str, day: date) -> When | None:
    """`n` units before a day, no finer than the unit; None where the number is vague, but for days."""
    if n == 0:  # `a few days ago`: more than one, less than a week
        return days(day - timedelta(6), day - timedelta(2)) if unit == "day" else None
    if unit in _UNIT_DAYS:
        on = day - timedelta(n * _UNIT_DAYS[unit])
        if unit in ("week", "fortnight"):  # `two weeks ago` is about that day
            return When((on - timedelta(3)).isoformat(), (on + timedelta(3)).isoformat(), TimePrecision.WEEK)
        if unit == "hour":
            first = day - timedelta(-(-n // 24))
            return days(first, day)
        return When.on(on)
    if unit in _UNIT_MONTHS:
        cut = _months_back(day, n * _UNIT_MONTHS[unit])
        return When(cut, cut, TimePrecision.MONTH) if unit == "month" else When(cut[:4], cut[:4], TimePrecision.YEAR)
    return When.on(day - timedelta(n)) if unit == "night" else None


def period(which: str, unit: str, day: date) -> When | None:
    """`last week` is the calendar week before, Monday to Sunday, or the last seven days: both are within the When."""
    step = {"last": 1, "past": 1, "next": -1}.get(which, 0)
    if unit == "week":
        monday = day - timedelta(day.weekday() + 7 * step)
        end = monday + timedelta(6)
        return When(monday.isoformat(), (min(end, day) if step == 0 else end).isoformat(), TimePrecision.WEEK)
    if unit == "weekend":
        saturday = day - timedelta((day.weekday() - 5) % 7)
        saturday -= timedelta(7 if step == 1 and day.weekday() >= 5 else -7 if step == -1 else 0)
        return days(saturday, saturday + timedelta(1))
    if unit == "month":
        cut = _months_back(day, step)
        return When(cut, cut, TimePrecision.MONTH)
    if unit == "year":
        return When(f"{day.year - step:04d}", f"{day.year - step:04d}", TimePrecision.YEAR)
    return None


def week(day: date, *, ends: bool) -> When:
    """The week that a day names: the seven days up to it, else those from it if weeks begin on such a day.

    Weeks begin on a Monday or, in many countries, a Sunday; any other day names the one from the Monday before it.
    """
    if ends:
        return days(day - timedelta(6), day)
    first = day if day.isoweekday() == 7 else day - timedelta(day.weekday())
    return days(first, first + timedelta(6))


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
        return stretch(cut, anchor.isoformat(), first_day(cut), anchor)
    if unit == "hour":
        return days(anchor - timedelta(-(-n // 24)), anchor)
    return days(anchor - timedelta(n * _UNIT_DAYS[unit]), anchor)


def feast(args: Args, year: int, day: date | None) -> When | None:
    """A feast's days; its `n`-th day, the `eve` before it. Either Eid of a year says too little."""
    found = feast_days(str(args["feast"]), year)
    if day is not None:
        found = [f for y in (year, year - 1) for f in feast_days(str(args["feast"]), y) if f[0] <= day]
        found = [max(found)] if found else []
    if len(found) != 1:
        return None
    first, last = found[0]
    nth = int(args.get("n", 1)) - 1
    if args.get("part") == "eve" or ("n" in args and nth <= (last - first).days):
        about = 0 if first == last else 2  # a feast of the sighted moon begins a day sooner or later
        start = first + timedelta(nth if "n" in args else -1)
        return days(start, start + timedelta(about))
    return days(first, last)


def days(first: date, last: date) -> When:
    """From one day to another."""
    return stretch(first.isoformat(), last.isoformat(), first, last)


def stretch(start: str | None, end: str | None, first: date, last: date) -> When:
    """An interval, its precision by its length as UCDP's date_prec: a day, days, a week, a month, a year, longer."""
    n = (last - first).days + 1
    steps = ((1, TimePrecision.DAY), (6, TimePrecision.DAYS), (8, TimePrecision.WEEK), (33, TimePrecision.MONTH))
    for limit, precision in (*steps, (366, TimePrecision.YEAR)):
        if n <= limit:
            return When(start, end, precision)
    return When(start, end, TimePrecision.LONGER)
