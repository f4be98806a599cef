"""Grades under each scheme, with reasons and what would change them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.unit.reckon.idlib import COMMON, DAMASCUS, HELMETS, RUSSIA, SOHR, SOURCES, claim, told

from harmledger.model.account import Party, Position
from harmledger.model.claim import Group
from harmledger.model.codes import Basis, PositionStance, SourceKind, Stance, Status
from harmledger.model.count import Count
from harmledger.model.grade import Grade
from harmledger.model.links import Links
from harmledger.model.source import Source, Speaker
from harmledger.model.span import Span
from harmledger.model.told import Told
from harmledger.reckon.incidents import reckon

FACTIONS = Party("Opposition factions", "factions")
SIDED = (*SOURCES, Source("Opposition factions", SourceKind.ARMED_GROUP, side="opposition"))
FIGHTERS = Group(Status.COMBATANT)


def grades(*accounts: Told, positions: Sequence[Position] = (), sources: Sequence[Source] = SIDED) -> dict[str, Grade]:
    links = Links((tuple(sorted(t.id for t in accounts)),))
    (incident,) = reckon(links, accounts, sources, positions=positions, common=COMMON)
    return incident.grades


def says(id: str, who: Speaker | None, by: tuple[Party, ...] = (), group: Group = Group(), n: int = 3) -> Told:  # noqa: B008
    return told(id, claim(f"c-{id}", Count.exact(n), who, group=group), by=by)


def position(stance: PositionStance, party: str, *accused: str) -> Position:
    return Position(party, stance, Span(0, 1, "x"), accused, ("a",))


def test_two_credible_voices_and_an_actor_are_fair() -> None:
    found = grades(says("a", HELMETS, (RUSSIA,)), says("b", SOHR))["airwars"]
    assert found.grade == "fair"
    assert any("dig out the dead" in why for why in found.why)


@pytest.mark.parametrize(
    ("accounts", "change"),
    [
        ([says("a", HELMETS, (RUSSIA,))], "1 more credible voice"),
        ([says("a", HELMETS), says("b", SOHR)], "a likely actor"),
        ([says("a", Speaker("Jane Doe"), (RUSSIA,)), says("b", Speaker("John Roe"))], "2 more credible voices"),
    ],
)
def test_less_is_weak_and_says_what_lacks(accounts: list[Told], change: str) -> None:
    found = grades(*accounts)["airwars"]
    assert (found.grade, found.would_change) == ("weak", (change,))


def test_joint_attribution_is_one_side_and_opposed_blame_contested() -> None:
    assert grades(says("a", HELMETS, (RUSSIA, DAMASCUS)), says("b", SOHR))["airwars"].grade == "fair"
    unsided = [replace(s, side=None) for s in SOURCES]
    assert grades(says("a", HELMETS, (RUSSIA, DAMASCUS)), says("b", SOHR), sources=unsided)["airwars"].grade == "fair"
    assert grades(says("a", HELMETS, (RUSSIA,)), says("b", SOHR, (FACTIONS,)))["airwars"].grade == "contested"


def test_sides_that_sources_part_stay_parted_in_one_account() -> None:
    assert grades(says("a", HELMETS, (RUSSIA, FACTIONS)))["airwars"].grade == "contested"


def test_who_is_accused_of_it_is_blamed_and_who_denies_is_not() -> None:
    accuses = position(PositionStance.ACCUSES, "Russia", "Opposition factions")
    assert grades(says("a", HELMETS, (RUSSIA,)), positions=[accuses])["airwars"].grade == "contested"
    denied = replace(FACTIONS, basis=Basis.DENIED)
    assert grades(says("a", HELMETS, (RUSSIA, denied)), says("b", SOHR))["airwars"].grade == "fair"


def test_the_belligerents_own_word_confirms() -> None:
    owned = replace(RUSSIA, basis=Basis.ACKNOWLEDGED)
    assert grades(says("a", HELMETS, (owned,)))["airwars"].grade == "confirmed"
    word = position(PositionStance.ACKNOWLEDGES, "Moscow")
    assert grades(says("a", HELMETS, (RUSSIA,)), positions=[word])["airwars"].grade == "confirmed"
    assert grades(says("a", HELMETS, (FACTIONS,)), positions=[word])["airwars"].grade == "weak"


def test_fighters_only_by_two_voices_is_discounted_but_not_by_a_party() -> None:
    assert (
        grades(says("a", HELMETS, (RUSSIA,), FIGHTERS), says("b", SOHR, (), FIGHTERS))["airwars"].grade == "discounted"
    )
    party = says("b", Speaker("Russian military"), (), FIGHTERS)
    assert grades(says("a", HELMETS, (RUSSIA,), FIGHTERS), party)["airwars"].grade == "weak"
    civilians = says("c", Speaker("Jane Doe"), (), Group(Status.CIVILIAN))
    three = grades(says("a", HELMETS, (), FIGHTERS), says("b", SOHR, (), FIGHTERS), civilians)
    assert three["airwars"].grade == "weak"


def test_two_independent_voices_establish_and_copies_or_parties_do_not() -> None:
    assert grades(says("a", HELMETS), says("b", SOHR))["ibc"].grade == "established"
    assert grades(says("a", HELMETS), says("b", HELMETS))["ibc"].grade == "provisional"
    assert grades(says("a", HELMETS, (RUSSIA,)), says("b", Speaker("Moscow")))["ibc"].grade == "provisional"
    denial = told("b", claim("c-b", Count.exact(0), SOHR, stance=Stance.DENIES))
    assert grades(says("a", HELMETS), denial)["ibc"].grade == "provisional"


def test_reasonable_grounds_are_a_persons_call_on_evidence_laid_out() -> None:
    denies = position(PositionStance.DENIES, "Russia")
    found = grades(says("a", HELMETS, (RUSSIA,)), positions=[denies])["ohchr"]
    assert found.grade == "not yet"
    assert "denied by Russia" in found.why


def test_without_a_sources_file_the_lexicons_sides_hold() -> None:
    apart = says("a", HELMETS, (RUSSIA,)), says("b", SOHR, (DAMASCUS,))
    assert grades(*apart, sources=())["airwars"].grade == "weak"
    voices = says("a", Speaker("Russia"), (DAMASCUS,)), says("b", SOHR, (DAMASCUS,))
    assert grades(*voices, sources=())["ibc"].grade == "provisional"
    split = [
        Source("Russia", SourceKind.MILITARY, side="One"),
        Source("Syrian government", SourceKind.MILITARY, side="Two"),
    ]
    assert grades(*apart, sources=split)["airwars"].grade == "contested"
