"""Feasts to days: Easter by the computus of either calendar, Muslim feasts by the tabular calendar, give or take a day.

The tabular Islamic calendar (30-year cycle, civil epoch) is within a day of the sighted one, so its feasts come as a
short range, never as one day. Sources: Reingold and Dershowitz, Calendrical Calculations (Islamic calendar); Meeus,
Astronomical Algorithms, chapter 8 (both Easters).
"""

from datetime import date, timedelta

_EPOCH = date(622, 7, 19).toordinal()
_FIXED = {
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "new-year": (1, 1),
    "new-year-eve": (12, 31),
}
_JULIAN_FIXED = {"orthodox-christmas": (12, 25), "orthodox-christmas-eve": (12, 24)}
_EASTER = {
    "easter": 0,
    "maundy-thursday": -3,
    "good-friday": -2,
    "holy-saturday": -1,
    "easter-monday": 1,
    "palm-sunday": -7,
    "pentecost": 49,
}
_ORTHODOX = "orthodox-"
_HIJRI = {
    "ramadan": (9, 1, 30),
    "eid-al-fitr": (10, 1, 3),
    "eid-al-adha": (12, 10, 4),
    "laylat-al-qadr": (9, 27, 1),
    "islamic-new-year": (1, 1, 1),
    "ashura": (1, 10, 1),
    "arbaeen": (2, 20, 1),
    "mawlid": (3, 12, 1),
}


def feast_days(feast: str, year: int) -> list[tuple[date, date]]:
    """First and last day of each such feast that begins in a year of the common calendar; `eid` is either Eid."""
    if feast in _FIXED:
        day = date(year, *_FIXED[feast])
        return [(day, day)]
    if feast in _JULIAN_FIXED:
        days = (date(y, *_JULIAN_FIXED[feast]) + julian_lag(y) for y in (year - 1, year))
        return [(d, d) for d in days if d.year == year]
    if feast.removeprefix(_ORTHODOX) in _EASTER and feast not in _EASTER:
        day = orthodox_easter(year) + timedelta(_EASTER[feast.removeprefix(_ORTHODOX)])
        return [(day, day)]
    if feast in _EASTER:
        day = easter(year) + timedelta(_EASTER[feast])
        return [(day, day)]
    if feast == "nowruz":
        return [(date(year, 3, 20), date(year, 3, 21))]
    if feast == "eid":
        return sorted(feast_days("eid-al-fitr", year) + feast_days("eid-al-adha", year))
    if feast not in _HIJRI:
        return []
    month, day_of, length = _HIJRI[feast]
    about = int((year - 622) * 33 / 32)
    found = []
    for hijri in (about, about + 1, about + 2):
        first = date.fromordinal(_hijri(hijri, month, day_of))
        if first.year == year:
            found.append((first - timedelta(1), first + timedelta(length)))
    return found


def _hijri(year: int, month: int, day: int) -> int:
    """Ordinal of a day of the tabular Islamic calendar."""
    return day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + _EPOCH - 1


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches: the Julian computus, told in the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + julian_lag(year)


def julian_lag(year: int) -> timedelta:
    """By how much the Julian calendar is behind the Gregorian: 13 days from March 1900 to February 2100."""
    return timedelta(year // 100 - year // 400 - 2)
