"""A reader and a linker small enough to see through: `N killed in PLACE on YYYY-MM-DD.` is an account of one claim."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from harmledger.collect.collect import collect
from harmledger.collect.raw import Raw
from harmledger.errors import InputError
from harmledger.model.account import Account, Reading
from harmledger.model.claim import Claim
from harmledger.model.codes import Outcome as Harm
from harmledger.model.codes import PlacePrecision, Scope
from harmledger.model.count import Count
from harmledger.model.ids import account_id, claim_id, digest, incident_id
from harmledger.model.incident import Incident
from harmledger.model.log import capture_id
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.model.toll import Toll
from harmledger.model.when import When
from harmledger.pipeline.read import Outcome, Read, refusal
from harmledger.pipeline.relink import Linked, Matter

CLOCK = datetime.fromisoformat("2020-02-01T10:00:00+00:00")
TOLD = re.compile(r"(\d+) killed in (\w+) on (\d{4}-\d\d-\d\d)")


@dataclass(frozen=True)
class SimplePlan:
    """`version` stands for what a lexicon or gazetteer would change; a text with `crash` makes the reader fail."""

    version: str = "1"
    slow: float = 0.0

    def open(self) -> "SimpleReader":
        return SimpleReader(self)

    def basis(self) -> dict[str, str]:
        return {"simple": self.version}


class SimpleReader:
    def __init__(self, plan: SimplePlan) -> None:
        self.plan = plan

    def __call__(self, raw: Raw, latest: date) -> Outcome:
        try:
            report = collect(raw, latest=latest).report
        except InputError as e:
            return Outcome(refused=refusal(e))
        if "crash" in report.text:
            raise RuntimeError("no rule for this")
        if "die" in report.text.split():
            import os

            os._exit(9)
        key = capture_id(report.id, digest(raw.data))
        accounts = tuple(_account(key, nth, found, self.plan) for nth, found in enumerate(TOLD.finditer(report.text)))
        return Outcome(Read(report, Reading(report.id, report.published, report.language, accounts)))


def _account(key: str, nth: int, found: re.Match[str], plan: SimplePlan) -> Account:
    span = Span(found.start(), found.end(), found.group())
    count = Count.exact(int(found[1]), found[1])
    claim = Claim(claim_id(key, span.start, span.end, "killed"), Harm.KILLED, count, span, pattern=plan.version)
    where = (
        Place(found[2], found[2], PlacePrecision.SETTLEMENT, lat=35.5 + ord(found[2][0]) - 65, lon=36.5, country="SY"),
    )
    when = When.on(date.fromisoformat(found[3]))
    return Account(
        account_id(key, span.start), Scope.INCIDENT, when, where, toll={Harm.KILLED: count}, claims=(claim,),
        told_in=(span,),
    )  # fmt: skip


class SimpleLinker:
    """Accounts of one day and one place are one incident."""

    basis = "simple"

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, matter: Matter) -> Linked:
        self.calls += 1
        groups: dict[tuple[object, str], list[Account]] = {}
        reports: dict[str, str] = {}
        for told in matter.told:
            account = told.account
            reports[account.id] = told.report
            groups.setdefault((account.when, account.where[0].name), []).append(account)
        return Linked(tuple(_incident(several, reports) for several in groups.values()))


def _incident(several: list[Account], reports: dict[str, str]) -> Incident:
    figures = [a.toll[Harm.KILLED].figure for a in several]
    ids = [incident_id(a.id) for a in several]
    return Incident(
        ids[0], tuple(sorted(ids[1:])), tuple(a.id for a in several), tuple(sorted({reports[a.id] for a in several})),
        when=several[0].when, where=several[0].where,
        toll={Harm.KILLED: Toll(min(figures), None, max(figures))},
    )  # fmt: skip


def text(n: int, place: str = "Alma", day: str = "2020-01-15") -> str:
    return f"{n} killed in {place} on {day}."


def raw(body: str, address: str = "a.txt") -> Raw:
    return Raw(address, body.encode(), "text/plain")
