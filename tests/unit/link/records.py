"""Accounts for the linker's tests."""

from harmledger.model.account import Account, Party, Victim
from harmledger.model.claim import Claim
from harmledger.model.codes import Means, Outcome, PlacePrecision, Scope, Target, TimePrecision
from harmledger.model.count import Count
from harmledger.model.place import Place
from harmledger.model.span import Span
from harmledger.model.told import Told
from harmledger.model.when import When


def town(name: str, lat: float | None = None, lon: float | None = None, admin1: str | None = "North") -> Place:
    known = None if lat is None else f"t:{name}"
    return Place(name, name, PlacePrecision.SETTLEMENT, None, known, lat, lon, 5.0, "SY", admin1)


def area(name: str) -> Place:
    return Place(name, name, PlacePrecision.ADMIN1, None, f"t:{name}", None, None, None, "SY", name)


ALPHA, BETA, GAMMA = town("Alpha", 35.0, 36.0), town("Beta", 35.4, 36.0), town("Gamma", 35.13, 36.0)


def told(
    id: str,
    day: str | None = "2020-03-01",
    last: str | None = None,
    where: tuple[Place, ...] = (ALPHA,),
    killed: int | Count | None = None,
    means: Means = Means.UNKNOWN,
    target: Target = Target.UNKNOWN,
    by: str | None = None,
    report: str | None = None,
    scope: Scope = Scope.INCIDENT,
    background: bool = False,
    published: str | None = "2020-03-02",
    names: tuple[str, ...] = (),
    sketch: tuple[int, ...] = (),
    said: str = "",
    order: int = 0,
) -> Told:
    when = None
    if day is not None:
        precision = TimePrecision.DAY if last is None and len(day) > 7 else TimePrecision.DAYS
        when = When(day, last or day, precision, day)
    one = Span(0, 1, "x")
    count = Count.exact(killed) if isinstance(killed, int) else killed
    return Told(
        Account(
            id,
            scope,
            when,
            where,
            (Party(by, by),) if by else (),
            means,
            target,
            claims=(Claim(f"c-{id}", Outcome.KILLED, count, one),) if count else (),
            background=background,
            told_in=(Span(0, len(said), said),) if said else (),
            victims=tuple(Victim(f"c-{id}", one, name) for name in names),
        ),
        report or f"r-{id}",
        "Outlet",
        published,
        order,
        sketch,
    )
