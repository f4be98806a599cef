"""From all current accounts to incidents, without holding a lock while it is worked out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from harmledger.model.account import Account, Position
from harmledger.model.agreement import Agreement
from harmledger.model.decision import Decision
from harmledger.model.ids import incident_id
from harmledger.model.incident import Incident
from harmledger.model.links import Joined
from harmledger.model.log import EntryKind
from harmledger.model.settled import Settled
from harmledger.model.source import Source
from harmledger.model.told import Told
from harmledger.pipeline.store import Ledger

TRIES = 3


@dataclass(frozen=True, slots=True)
class Matter:
    """All that incidents are made from. `agreements` are those of files, then those that reports tell of."""

    told: tuple[Told, ...]
    decisions: tuple[Decision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    positions: tuple[Position, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """Incidents, for each step that joined accounts why, and the places that the readings settle among themselves."""

    incidents: tuple[Incident, ...]
    joined: tuple[Joined, ...] = ()
    settled: tuple[Settled, ...] = ()


class Linker(Protocol):
    """Makes incidents. Pure: equal matter and an equal basis give equal incidents."""

    @property
    def basis(self) -> str:
        """Digest of what the incidents depend on besides their matter."""

    def __call__(self, matter: Matter) -> Linked:
        """The incidents."""


def relink(ledger: Ledger, linker: Linker) -> bool:
    """Makes the incidents anew if anything that they are made from has changed; says whether it did.

    The ledger is read, the incidents worked out with nobody locked out, and put in place only if nothing has changed
    meanwhile, else worked out again. After some tries against another run that keeps adding, what was worked out last
    is put in place if it is newer than what is there: the other run does the same at its own end, with all in it.
    """
    for attempt in range(TRIES):
        generation = ledger.generation()
        if ledger.linked() == (generation, linker.basis):
            return attempt > 0
        made_from = matter(ledger)
        linked = linker(made_from)
        incidents = inherited(linked.incidents, tuple(ledger.superseded()), made_from.told)
        behind = attempt == TRIES - 1
        if ledger.publish(generation, linker.basis, incidents, linked.joined, linked.settled, behind=behind):
            return True
    return False


def matter(ledger: Ledger) -> Matter:
    """What the ledger's incidents are made from."""
    of_reports = tuple(agreement for _, agreement in ledger.agreements())
    return Matter(
        tuple(ledger.told()),
        tuple(ledger.recorded(EntryKind.DECISION, Decision)),
        latest_agreements(ledger) + of_reports,
        tuple(position for _, position in ledger.positions()),
        latest_sources(ledger),
    )


def latest_agreements(ledger: Ledger) -> tuple[Agreement, ...]:
    """The agreements of files, each as last handed in, by id."""
    latest = {a.id: a for a in ledger.recorded(EntryKind.AGREEMENT, Agreement)}
    return tuple(latest[key] for key in sorted(latest))


def latest_sources(ledger: Ledger) -> tuple[Source, ...]:
    """The sources of files, each as last handed in, by name."""
    latest = {s.name: s for s in ledger.recorded(EntryKind.SOURCE, Source)}
    return tuple(latest[key] for key in sorted(latest))


def inherited(
    incidents: tuple[Incident, ...], superseded: Sequence[tuple[str, Account]], told: Sequence[Told]
) -> tuple[Incident, ...]:
    """The incidents, each with the ids under which earlier texts of its reports founded it.

    An account of an earlier text goes on in the account of the newest text that hangs on the same words, else in the
    first one of the same day, else in the first; where the newest text tells of nothing, its id ends.
    """
    if not superseded:
        return incidents
    now: dict[str, list[Account]] = {}
    for one in told:
        now.setdefault(one.report, []).append(one.account)
    home = {account: incident.id for incident in incidents for account in incident.accounts}
    extra: dict[str, set[str]] = {}
    for report, old in superseded:
        heirs = [a for a in now.get(report, []) if a.id in home]
        if heirs:
            heir = min(heirs, key=lambda a, old=old: (_words(a) != _words(old), a.when != old.when))  # type: ignore[misc]
            extra.setdefault(home[heir.id], set()).add(incident_id(old.id))
    taken = {i.id for i in incidents} | {alias for i in incidents for alias in i.aliases}
    return tuple(
        replace(i, aliases=tuple(sorted({*i.aliases, *(extra[i.id] - taken)}))) if i.id in extra else i
        for i in incidents
    )


def _words(account: Account) -> str:
    return account.told_in[0].quote if account.told_in else ""
