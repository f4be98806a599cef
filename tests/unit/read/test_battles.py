"""Fights between armed sides told from attacks on civilians."""

import pytest
from tests.unit.read.told import told, toll

from harmledger.model.codes import Outcome, Scope


@pytest.mark.parametrize(
    "text",
    [
        "Four soldiers and nine rebels were killed in a clash near Sarmin on Wednesday.",
        "Troops ambushed a column near Sarmin, killing six guerrillas and wounding two.",
        "Rebels attacked the garrison of Sarmin. Four soldiers were killed, and two were wounded.",
        "The army said its troops killed nine rebels near Sarmin.",
        "Six members of Boko Haram died in fighting near Sarmin.",
        "THE ARMY HAS SUSTAINED 9 DEAD AND 12 WOUNDED IN SARMIN.",
        "Among the rebels there are 55 dead and 40 wounded.",
        "Two traffickers were killed in a clash with border troops near Sarmin.",
        "AN OFFICER AND A SERGEANT WERE KILLED IN THE FIGHTING NEAR SARMIN.",
        "THE WAR BULLETIN SAYS THREE SOLDIERS WERE KILLED AND SIX WERE WOUNDED NEAR SARMIN YESTERDAY.",
    ],
)
def test_a_fight_that_harmed_the_armed_alone_is_a_battle(text: str) -> None:
    assert {a.scope for a in told(text).accounts} == {Scope.BATTLE}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in a clash near Sarmin on Wednesday.",
        "Four soldiers and two villagers were killed in a clash near Sarmin.",
        "Rebels executed four soldiers near Sarmin.",
        "Gunmen killed six captured soldiers near Sarmin.",
        "A car bomb at a market in Sarmin killed two soldiers.",
        "General Tomas Rivas was killed in an ambush near Sarmin.",
        "Six members of the parents' council were killed in clashes near Sarmin.",
        "Three policemen were killed in an ambush near Sarmin.",
        "Six alleged bandits were killed near Sarmin.",
        "An officer and a sergeant were shot dead in a cafe in Sarmin.",
        "The town has suffered 9 dead and 12 wounded.",
        "An officer and a suspect were wounded in an exchange of gunfire in Sarmin.",
        "Twelve soldiers were injured in the clash, including a child.",
    ],
)
def test_harm_to_others_or_outside_a_fight_is_an_incident(text: str) -> None:
    assert {a.scope for a in told(text).accounts} == {Scope.INCIDENT}


def test_a_battle_stands_beside_the_attack_told_before_it() -> None:
    attack, battle = told(
        "Gunmen killed four villagers in Sarmin on Wednesday. Nine rebels were killed in a clash with the army. "
        "Two soldiers were wounded."
    ).accounts
    assert (attack.scope, battle.scope) == (Scope.INCIDENT, Scope.BATTLE)
    assert toll(attack) == (4, 4, 4)
    assert toll(battle) == (9, 9, 9)
    assert battle.toll[Outcome.INJURED].best == 2


def test_police_beside_soldiers_fell_in_the_same_fight() -> None:
    (account,) = told("Four soldiers and a policeman were killed in a clash near Sarmin.").accounts
    assert account.scope is Scope.BATTLE
    assert toll(account) == (5, 5, 5)
