"""15 January 2020 in Idlib as model records, from what was said publicly at the time."""

from harmledger.model.account import Account, Party
from harmledger.model.agreement import Agreement, Effective
from harmledger.model.claim import Claim, Group
from harmledger.model.codes import (
    AgreementKind,
    LinkRole,
    Means,
    Outcome,
    PlacePrecision,
    Scope,
    SourceKind,
    Stance,
    Status,
    Target,
    TimePrecision,
)
from harmledger.model.count import Count
from harmledger.model.place import Place
from harmledger.model.source import Link, Source, Speaker
from harmledger.model.span import Span
from harmledger.model.told import Told
from harmledger.model.when import When
from harmledger.text.roll import Common

K, I = Outcome.KILLED, Outcome.INJURED  # noqa: E741
CITY = Place("Idlib", "Idlib city", PlacePrecision.SETTLEMENT, 169389, None, 35.93, 36.63, 5.0, "SY", "Idlib")
PROVINCE = Place("Idlib", "Idlib province", PlacePrecision.ADMIN1, 169387, None, 35.75, 36.6, 50.0, "SY", "Idlib")
HASS = Place("Hass", "Hass", PlacePrecision.SETTLEMENT, 1, None, 35.60, 36.57, 5.0, "SY", "Idlib")
DAY = When("2020-01-15", "2020-01-15", TimePrecision.DAY)
CIVIL = Group(status=Status.CIVILIAN)
HELMETS = Speaker("White Helmets", (Link("tweet", LinkRole.POST),))
SOHR = Speaker("Syrian Observatory for Human Rights")
RUSSIA, DAMASCUS = Party("Russia", "Russian"), Party("Syrian government", "regime")

SOURCES = (
    Source("White Helmets", SourceKind.RESCUE, ("Syria Civil Defence",), credible="its volunteers dig out the dead"),
    Source("Syrian Observatory for Human Rights", SourceKind.MONITOR, ("SOHR",), credible="a network on the ground"),
    Source("AFP", SourceKind.AGENCY, ("Agence France-Presse",)),
    Source("Russia", SourceKind.MILITARY, ("Moscow", "Russian military"), side="Damascus and allies"),
    Source("Syrian government", SourceKind.MINISTRY, side="Damascus and allies"),
)
COMMON = Common(
    frozenset({"medics", "officials"}),
    frozenset({"the"}),
    {"Syrian government": "government and allies", "Russia": "government and allies", "Iran": "government and allies"},
)
TRUCE = Agreement(
    "g-truce",
    AgreementKind.CEASEFIRE,
    effective=When("2020-01-12T00:01", "2020-01-12T00:01", TimePrecision.HOUR),
    where=(PROVINCE,),
    brokers=("Russia", "Turkey"),
)
TWO_HOURS = Agreement(
    "g-two",
    AgreementKind.CEASEFIRE,
    effective=When("2020-01-09T14:00+03:00", "2020-01-09T14:00+03:00", TimePrecision.HOUR),
    announced=(
        Effective(When("2020-01-09T14:00+03:00", "2020-01-09T14:00+03:00", TimePrecision.HOUR), "Russia"),
        Effective(When("2020-01-12T00:01", "2020-01-12T00:01", TimePrecision.HOUR), "Turkey"),
    ),
    where=(PROVINCE,),
    brokers=("Russia", "Turkey"),
)


def claim(
    id: str,
    count: Count,
    speaker: Speaker | None = None,
    as_of: str | None = None,
    outcome: Outcome = K,
    group: Group = CIVIL,
    stance: Stance = Stance.ASSERTS,
    subset_of: str | None = None,
) -> Claim:
    quote = f"{count.figure} people"
    return Claim(id, outcome, count, Span(0, len(quote), quote), group, subset_of, speaker, stance, as_of)


def told(
    id: str,
    *claims: Claim,
    report: str | None = None,
    publisher: str | None = None,
    published: str = "2020-01-16",
    when: When | None = DAY,
    where: tuple[Place, ...] = (CITY,),
    target: Target = Target.MARKET,
    means: Means = Means.AIRSTRIKE,
    by: tuple[Party, ...] = (RUSSIA, DAMASCUS),
    scope: Scope = Scope.INCIDENT,
    background: bool = False,
    order: int = 0,
    sketch: tuple[int, ...] = (),
) -> Told:
    account = Account(id, scope, when, where, by, means, target, claims=claims, background=background)
    return Told(account, report or f"r-{id}", publisher or f"Outlet {id}", published, order, sketch)


def market() -> list[Told]:
    """The day as ten reports tell it."""
    exact, unknown = Count.exact, Target.UNKNOWN
    afp = Speaker("the Syrian Observatory for Human Rights", (Link("Agence France-Presse", LinkRole.AGENCY),))
    killed = [claim(f"c-helmets{n}", exact(21), HELMETS, "2020-01-15T20:00", group=Group()) for n in range(3)]
    hurt = [claim(f"c-hurt{n}", exact(82), HELMETS, "2020-01-15T20:00", I, Group()) for n in range(3)]
    wide = [
        told(
            f"a-wide{n}",
            killed[n],
            hurt[n],
            where=(PROVINCE,),
            target=unknown,
            order=n,
            published=f"2020-01-16T0{n}:00",
        )
        for n in range(3)
    ]
    return [
        *wide,
        told("a-nine", claim("c-nine", exact(9), SOHR, "2020-01-15T15:00"), published="2020-01-15T15:30", order=3),
        told("a-eighteen", claim("c-eighteen", exact(18), SOHR, "2020-01-15T21:00"), target=unknown, order=4),
        told("a-hass", claim("c-hass", exact(1), SOHR), where=(HASS,), target=unknown, report="r-a-eighteen", order=4),
        told("a-afp", claim("c-afp", exact(18), afp), publisher="An aid group", order=5),
        told("a-nineteen", claim("c-nineteen", exact(19), HELMETS, "2020-01-16"), published="2020-01-17", order=6),
        told("a-moscow", claim("c-none", exact(0), Speaker("Moscow"), stance=Stance.DENIES), order=7),
        told("a-zero", claim("c-zero", exact(0), Speaker("Russian military")), order=8),
        told(
            "a-tally",
            claim("c-tally", Count.more_than(1300)),
            when=When("2018-09", "2020-01-16", TimePrecision.LONGER),
            where=(PROVINCE,),
            target=unknown,
            scope=Scope.TALLY,
            order=9,
        ),
    ]
