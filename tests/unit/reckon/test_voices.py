"""Whose voice a claim is, once quoting and copying are collapsed."""

import pytest
from tests.unit.reckon.idlib import COMMON, SOURCES, claim, told

from harmledger.model.codes import LinkRole
from harmledger.model.count import Count
from harmledger.model.source import Link, Speaker
from harmledger.reckon.incidents import event_voices
from harmledger.reckon.voices import leaders, publisher_voice, voice_of
from harmledger.text.roll import roll

KNOWN = roll(SOURCES, COMMON)


@pytest.mark.parametrize(
    "name",
    [
        "White Helmets",
        "the White Helmets",
        "The Syria Civil Defence",
        "SYRIA CIVIL DEFENCE",
        "Civil rescuers (White Helmets)",
        "White Helmets (SCD)",
    ],
)
def test_a_source_is_one_voice_under_any_of_its_names(name: str) -> None:
    assert voice_of(Speaker(name), told("a"), KNOWN, {}) == "White Helmets"


def test_a_name_no_source_knows_is_a_voice_by_itself() -> None:
    assert voice_of(Speaker("Ahmad Sheikho"), told("a"), KNOWN, {}) == "Ahmad Sheikho"


def test_unnamed_speakers_are_voices_of_who_heard_them() -> None:
    here, there = told("a", publisher="Daily One"), told("b", publisher="Daily Two")
    assert voice_of(Speaker("medics"), here, KNOWN, {}) == "medics (Daily One)"
    assert voice_of(Speaker("Officials"), there, KNOWN, {}) == "Officials (Daily Two)"


def test_unnamed_speakers_that_an_agency_heard_are_one_voice_in_every_outlet() -> None:
    heard = Speaker("medics", (Link("A site", LinkRole.OUTLET), Link("Agence France-Presse", LinkRole.AGENCY)))
    assert {voice_of(heard, told(n), KNOWN, {}) for n in "ab"} == {"medics (AFP)"}


def test_what_nobody_is_named_for_is_the_publishers() -> None:
    assert voice_of(None, told("a", publisher="Agence France-Presse"), KNOWN, {}) == "AFP"


def test_near_copies_are_the_agencys_voice_or_the_first_to_print_it() -> None:
    text, other = tuple(range(64)), tuple(range(100, 164))
    first = told("a", publisher="Daily One", published="2020-01-15T10:00", sketch=text)
    agency = told("b", publisher="AFP", published="2020-01-15T11:00", sketch=text)
    alone = told("c", publisher="Daily Three", sketch=other)
    found = leaders([first, agency, alone], KNOWN)
    assert [publisher_voice(t, KNOWN, found) for t in (first, agency, alone)] == ["AFP", "AFP", "Daily Three"]
    found = leaders([first, told("d", publisher="Daily Four", sketch=text)], KNOWN)
    assert {publisher_voice(t, KNOWN, found) for t in (first, told("d", publisher="Daily Four"))} == {"Daily One"}


def test_an_outlet_that_only_quotes_is_no_voice_of_the_event() -> None:
    quoting = told("a", claim("c1", Count.exact(3), Speaker("White Helmets")), publisher="Daily One")
    assert event_voices([quoting], KNOWN, {}) == ("White Helmets",)


def test_an_account_without_a_figure_is_its_publishers_voice_of_the_event() -> None:
    assert event_voices([told("a", publisher="AFP")], KNOWN, {}) == ("AFP",)


@pytest.mark.parametrize("name", ["Free Syrian government", "Local White Helmets", "Anti-Russia"])
def test_only_an_article_may_stand_before_a_name(name: str) -> None:
    assert KNOWN.source(name) is None and KNOWN.named(name) == name
