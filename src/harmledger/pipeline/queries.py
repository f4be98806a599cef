"""What is asked of a ledger. Days are ISO 8601, cut as one likes (`2020-01` as a beginning is its first day)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from harmledger.errors import ConfigError, LedgerError, ModelError
from harmledger.model.account import Account, Evidence, Position
from harmledger.model.agreement import Agreement
from harmledger.model.audit import AuditRow, SeriesFlaw
from harmledger.model.codec import plain
from harmledger.model.incident import Incident
from harmledger.model.issue import taken_for
from harmledger.model.links import Joined
from harmledger.model.log import Entry
from harmledger.model.place import Place
from harmledger.model.report import Capture
from harmledger.model.totals import Totals
from harmledger.model.when import first_day, last_day
from harmledger.pipeline.linking import common
from harmledger.pipeline.relink import latest_agreements, latest_sources
from harmledger.pipeline.store import Ledger
from harmledger.reckon.audit import audit as audited
from harmledger.reckon.namesakes import by_account, placed
from harmledger.reckon.namesakes import where as placed_where
from harmledger.reckon.series import flaws as flawed
from harmledger.reckon.totals import totals as totalled
from harmledger.text.keys import key


@dataclass(frozen=True, slots=True)
class Window:
    """What is asked about: from the first to the last day, both inclusive and either open, in a place of that name."""

    first: date | None = None
    last: date | None = None
    place: str | None = None

    @classmethod
    def of(cls, first: str | None = None, last: str | None = None, place: str | None = None) -> "Window":
        """From what a user typed.

        Raises:
            ConfigError: no day, or the first is after the last.
        """
        try:
            window = cls(first_day(first) if first else None, last_day(last) if last else None, place or None)
        except ModelError as e:
            raise ConfigError(f"{e}. Write a day as 2020-01-12, or a month as 2020-01") from e
        if window.first and window.last and window.first > window.last:
            raise ConfigError(f"the window runs backwards, from {first} to {last}")
        return window

    @property
    def days(self) -> tuple[str | None, str | None]:
        """First and last day as the ledger's port takes them."""
        first, last = (None if day is None else day.isoformat() for day in (self.first, self.last))
        return first, last

    def holds(self, where: Sequence[Place]) -> bool:
        """Is one of some places the one asked about, or inside it by its admin path?"""
        if self.place is None:
            return True
        asked = key(self.place)
        return any(
            asked in {key(name) for name in (p.name, p.words, p.admin1, p.admin2, p.country) if name} for p in where
        )


EVER = Window()


def incidents(ledger: Ledger, window: Window = EVER) -> Iterator[Incident]:
    """Incidents that may lie in a window, by day and id."""
    return (i for i in ledger.incidents(*window.days) if window.holds(i.where))


def claims(ledger: Ledger, window: Window = EVER) -> Iterator[dict[str, Any]]:
    """Every claim of accounts that may lie in a window, tallies' too, with its report, account and incident."""
    for report, account, incident in accounts(ledger, window):
        for claim in account.claims:
            said = plain(claim)
            yield {"id": said.pop("id"), "report": report, "account": account.id, "incident": incident, **said}


def accounts(ledger: Ledger, window: Window = EVER) -> Iterator[tuple[str, Account, str | None]]:
    """The accounts that may lie in a window, as the ledger places them, with their report's and incident's id."""
    settled = by_account(tuple(ledger.settled()))
    for report, account, incident in ledger.accounts(*window.days):
        where = placed_where(account.where, settled.get(account.id, ()))
        if window.holds(where):
            yield report, replace(account, where=where), incident


def agreements(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The agreements of files, then those that reports tell of, each of these with its report."""
    for agreement in latest_agreements(ledger):
        yield {"report": None, **plain(agreement)}
    for report, agreement in ledger.agreements():
        yield {"report": report, **plain(agreement)}


def issues(ledger: Ledger, settled: bool = False) -> Iterator[dict[str, Any]]:
    """What could not be understood in current reports, and which inputs were refused; `settled`: what the ledger's
    other reports tell instead, with these.
    """
    done = {
        (s.report, key(s.place.words), taken_for(s.place.candidates[0])): list(s.place.settled_by)
        for s in ledger.settled()
    }
    for report, issue in ledger.issues():
        by = done.get((report or "", key(issue.words), issue.message), [])
        if bool(by) is settled:
            yield {"report": report, **plain(issue), "settled_by": by}


def totals(
    ledger: Ledger, window: Window = EVER, gazetteer: Path | None = None, established_only: bool = False
) -> Totals:
    """Incidents' lows and highs added over a window and an area, each incident once, and what was left out.

    Raises:
        ConfigError: the gazetteer knows no place of that name.
    """
    where = None if window.place is None else area(ledger, window.place, gazetteer)
    return totalled(list(ledger.incidents()), window.first, window.last, where, established_only)


def area(ledger: Ledger, name: str, gazetteer: Path | None = None) -> Place:
    """The place of a name: an admin area or country before a town, the one with most people first.

    Without a gazetteer, or where it knows none, a place that an incident of the ledger has under that name.
    """
    if gazetteer is not None and gazetteer.exists():
        from harmledger.pipeline.places import find_area

        found = find_area(gazetteer, name)
        if found is not None:
            return found
    asked = key(name)
    for incident in ledger.incidents():
        for place in incident.where:
            if asked in (key(place.name), key(place.words)):
                return place
    raise ConfigError(f"no place is known by the name {name!r}. Try the spelling that `harmledger incidents` prints")


def audit(ledger: Ledger) -> tuple[tuple[AuditRow, ...], tuple[SeriesFlaw, ...]]:
    """Each tally held against the incidents in its window and area; and what is wrong in a cumulative series."""
    told = placed(tuple(ledger.told()), tuple(ledger.settled()))
    rows = audited(told, list(ledger.incidents()), latest_sources(ledger), common())
    return rows, flawed(rows)


@dataclass(frozen=True, slots=True)
class Held:
    """An account of an incident with the report that holds it and where that report's bytes were seen."""

    report: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    captures: tuple[Capture, ...]
    account: Account
    positions: tuple[Position, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything behind one incident. `joined` says why its accounts stand together."""

    incident: Incident
    accounts: tuple[Held, ...]
    joined: tuple[Joined, ...]
    agreements: tuple[Agreement, ...]


def show(ledger: Ledger, name: str) -> Shown:
    """Everything behind the incident of an id: its own, one it ever had, an account's, a claim's or a report's.

    Raises:
        LedgerError: nothing has an id that begins so, or several incidents do.
    """
    found = ledger.named(name) if name else []
    if len(found) > 1:
        raise LedgerError(f"{name!r} fits {len(found)} incidents: {', '.join(found[:5])}. Write more of the id")
    incident = ledger.incident(found[0]) if found else None
    if incident is None:
        raise LedgerError(f"no incident has an id that begins with {name!r}, nor any account, claim or report in one")
    against = {f.agreement for f in incident.agreements}
    known = {a.id: a for a in (*latest_agreements(ledger), *(a for _, a in ledger.agreements()))}
    return Shown(
        incident,
        tuple(_held(ledger, set(incident.accounts))),
        tuple(ledger.joins(incident.accounts)),
        tuple(known[key] for key in sorted(against & set(known))),
    )


def _held(ledger: Ledger, wanted: set[str]) -> Iterator[Held]:
    settled = by_account(tuple(ledger.settled(sorted(wanted))))
    for holder in ledger.holders(sorted(wanted)):
        captures = tuple(c.capture for c in ledger.captures(holder))
        for report, reading in ledger.readings(report=holder):
            for read in reading.accounts:
                account = replace(read, where=placed_where(read.where, settled.get(read.id, ())))
                if account.id in wanted:
                    yield Held(
                        report.id, report.title, report.publisher, report.published, report.url, captures, account,
                        tuple(p for p in reading.positions if account.id in p.about),
                        tuple(e for e in reading.evidence if account.id in e.about),
                    )  # fmt: skip


def is_behind(ledger: Ledger) -> bool:
    """Were reports added since the incidents were made, by a run that was broken off? The next run makes them anew."""
    return ledger.linked()[0] != ledger.generation()


def verify(ledger: Ledger) -> int:
    """How many log entries there are, all of which hold, with their blobs.

    Raises:
        LedgerBroken: names the first entry that does not hold.
    """
    return sum(1 for _ in ledger.verify())


def entries(ledger: Ledger) -> Iterator[Entry]:
    """The log, oldest entry first."""
    return ledger.entries()
