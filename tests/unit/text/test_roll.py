"""Names of sources, and the sides on which sources and lexicons put parties."""

from harmledger.model.codes import SourceKind
from harmledger.model.source import Source
from harmledger.text.roll import Common, Roll, forms, roll

SIDES = {
    "North": "North and friends",
    "Northern Guard": "North and friends",
    "Friend": "North and friends",
    "South": "South",
}


def army(name: str, side: str | None = None, *aliases: str) -> Source:
    return Source(name, SourceKind.ARMED_GROUP, aliases, side)


def known(*sources: Source) -> Roll:
    return roll(sources, Common(frozenset(), frozenset({"the"}), SIDES))


def test_without_sources_the_lexicons_sides_hold() -> None:
    none = known()
    assert none.camp("North") == none.camp("Friend") == "north and friends"
    assert none.camp("South") == "south" and none.camp("Nobody knows") == "nobody knows"
    assert none.side("North") == "north"


def test_a_side_that_a_source_states_comes_first() -> None:
    assert known(army("Friend", "South")).camp("Friend") == "south"


def test_a_party_that_no_source_gives_a_side_joins_those_that_have_one() -> None:
    listed = known(army("North", "The Bloc"), army("Northern Guard", "The Bloc"))
    assert listed.camp("Friend") == listed.camp("North") == "the bloc"
    parted = known(army("North", "One"), army("Northern Guard", "Two"))
    assert parted.camp("Friend") == "north and friends"


def test_a_source_without_a_side_is_known_by_any_of_its_names() -> None:
    assert known(army("NG", None, "Northern Guard")).camp("NG") == "north and friends"


def test_the_forms_of_a_name() -> None:
    assert forms("Civil rescuers (White Helmets)") == (
        "Civil rescuers (White Helmets)",
        "Civil rescuers  ",
        "White Helmets",
    )
    assert forms("Police") == ("Police",)
