"""An agreements file: truces, ceasefires, de-escalation zones that incidents are held against.

Each `[[agreement]]` has `kind` and at least one `[[agreement.announced]]` (`at`, an ISO 8601 time cut to what is known,
with its zone where it has an hour; `said_by`; `words`), and may have `id`, `name`, `ends`, `parties`, `brokers`,
`exempt`, `forbids`, `source`, and `[[agreement.where]]` (`name`, `precision`, `country`, `admin1`, `admin2`, `lat`,
`lon`, `radius_km`). Any other key is an error.
"""

from datetime import UTC, datetime
from pathlib import Path

from harmledger.adapters.fetch.tables import Entry, entries
from harmledger.errors import ModelError
from harmledger.model.agreement import Agreement, Effective
from harmledger.model.codes import AgreementKind, PlacePrecision, TimePrecision
from harmledger.model.ids import derived
from harmledger.model.place import Place
from harmledger.model.when import When, first_day

_KEYS = ("id", "name", "kind", "announced", "ends", "where", "parties", "brokers", "exempt", "forbids", "source")
_PLACE_KEYS = ("name", "precision", "country", "admin1", "admin2", "lat", "lon", "radius_km")
_PRECISIONS = {4: TimePrecision.YEAR, 7: TimePrecision.MONTH, 10: TimePrecision.DAY}


def load_agreements(path: Path | str) -> tuple[Agreement, ...]:
    """The agreements of a file, in its order.

    Raises:
        InputError: the file or an entry of it is wrong; names file, line, entry and key.
    """
    found: dict[str, Agreement] = {}
    for entry in entries(Path(path), "agreement"):
        one = _agreement(entry)
        if one.id in found:
            raise entry.refuse(f"the id {one.id!r} is taken", "Give each agreement an id of its own")
        found[one.id] = one
    return tuple(found.values())


def _agreement(entry: Entry) -> Agreement:
    entry.only(_KEYS)
    kind = entry.one_of("kind", AgreementKind)
    name, ends = entry.text("name"), entry.time("ends")
    announced = tuple(_effective(one) for one in entry.under("announced"))
    if not announced:
        raise entry.refuse("nobody announces it", "Add [[agreement.announced]] with at and said_by")
    first = min(announced, key=lambda one: _instant(one.when))
    return Agreement(
        id=entry.text("id") or derived("g", kind, name or "", *(str(one.when.start) for one in announced)),
        kind=kind,
        effective=first.when,
        ends=None if ends is None else _when(entry, "ends", ends),
        where=tuple(_place(one) for one in entry.under("where")),
        parties=entry.texts("parties"),
        brokers=entry.texts("brokers"),
        name=name,
        announced=announced,
        exempt=entry.texts("exempt"),
        forbids=entry.texts("forbids"),
        source=entry.text("source"),
    )


def _effective(entry: Entry) -> Effective:
    entry.only(("at", "said_by", "words"))
    at = entry.time("at", required=True)
    return Effective(_when(entry, "at", str(at), entry.text("words") or ""), entry.text("said_by"))


def _when(entry: Entry, key: str, at: str, words: str = "") -> When:
    precision = _PRECISIONS.get(len(at), TimePrecision.HOUR)
    try:
        when = When(at, at, precision, words)
        if precision is TimePrecision.HOUR and datetime.fromisoformat(at).tzinfo is None:
            raise entry.refuse(f"{key!r} has an hour and no zone", f'Write {key} = "{at}+03:00", with the zone meant')
    except (ModelError, ValueError) as e:
        raise entry.refuse(f"{key!r} is {at!r}: {e}", 'Write it as "2020-01-12" or "2020-01-12T00:01+03:00"') from None
    return when


def _instant(when: When) -> datetime:
    """The first instant that a time can mean; a day without a zone begins at midnight UTC, for ordering only."""
    start = str(when.start)
    if when.precision is TimePrecision.HOUR:
        return datetime.fromisoformat(start).astimezone(UTC)
    day = first_day(start)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _place(entry: Entry) -> Place:
    entry.only(_PLACE_KEYS)
    name = str(entry.text("name", required=True))
    country = entry.text("country")
    if country is not None and not (len(country) == 2 and country.isalpha() and country.isupper()):
        raise entry.refuse(f"'country' is {country!r}", "Write the two-letter code of ISO 3166-1, such as SY")
    try:
        return Place(
            name=name,
            words=name,
            precision=entry.one_of("precision", PlacePrecision),
            lat=entry.number("lat", -90, 90),
            lon=entry.number("lon", -180, 180),
            radius_km=entry.number("radius_km", 0, 20000),
            country=country,
            admin1=entry.text("admin1"),
            admin2=entry.text("admin2"),
        )
    except ModelError as e:
        raise entry.refuse(str(e), "Give both lat and lon, or neither") from None
