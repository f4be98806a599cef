import pytest
from tests.unit.read.sample import ENGLISH, read

from harmledger.model.account import Position
from harmledger.model.codes import PositionStance
from harmledger.read.positions import positions


def taken(text: str) -> tuple[Position, ...]:
    marks, report = read(text)
    found = positions(marks, report, ENGLISH)
    assert all(p.span.holds(text) for p in found)
    return found


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Russia denied that its jets had struck the hospital.", "Russia", PositionStance.DENIES),
        ("The Israeli army denied targeting civilians.", "Israel", PositionStance.DENIES),
        ("The United Nations warned of famine in the valley.", "United Nations", PositionStance.WARNS),
        ("The UN, which is now cautioning against a siege, sent trucks.", "United Nations", PositionStance.WARNS),
        ("The Red Cross urged both sides to spare hospitals.", "Red Cross", PositionStance.URGES),
        ("Amnesty International called on Ankara to stop the raids.", "Amnesty International", PositionStance.URGES),
        ("The Taliban acknowledged the attack.", "Taliban", PositionStance.ACKNOWLEDGES),
        ("Hamas claimed responsibility for the rockets.", "Hamas", PositionStance.ACKNOWLEDGES),
        ("Damascus says its troops are fending off terrorists.", "Syrian government", PositionStance.JUSTIFIES),
        ("The Israeli military said it had struck militant positions.", "Israel", PositionStance.JUSTIFIES),
    ],
)
def test_a_party_takes_a_position(text: str, party: str, stance: PositionStance) -> None:
    (found,) = taken(text)
    assert (found.party, found.stance) == (party, stance)


def test_an_accusation_names_the_accused() -> None:
    (found,) = taken("Kyiv accused Russia of shelling the dam.")
    assert (found.party, found.stance, found.accused) == ("Ukraine", PositionStance.ACCUSES, ("Russia",))


def test_two_are_accused() -> None:
    (found,) = taken("Hamas blamed Israel and Egypt for the closure.")
    assert found.accused == ("Israel", "Egypt")


def test_whom_they_have_accused_is_said_by_the_speaker_of_the_sentence() -> None:
    text = "Ankara says its forces are fending off raids by the PKK – who it has accused of attacks on border towns."
    justifies, accuses = taken(text)
    assert (justifies.party, justifies.stance) == ("Turkey", PositionStance.JUSTIFIES)
    assert justifies.span.quote == "Ankara says its forces are fending off raids by the PKK"
    assert (accuses.party, accuses.accused) == ("Turkey", ("PKK",))
    assert accuses.span.quote == "who it has accused of attacks on border towns"


def test_a_pronoun_is_the_party_named_last() -> None:
    first, second = taken("Russia denied the strike. It accused Ukraine of staging it.")
    assert (second.party, second.accused) == ("Russia", ("Ukraine",))
    assert first.party == "Russia"


def test_a_position_within_a_quotation_has_its_speaker() -> None:
    (found,) = taken("Lina Marsh stressed that “the UN urges all parties to protect civilians.”")
    assert found.party == "United Nations"
    assert found.speaker is not None
    assert found.speaker.name == "Lina Marsh"


def test_the_span_is_the_clause() -> None:
    (found,) = taken("On Friday the UN warned of floods in the delta, which is home to thousands.")
    assert found.span.quote.lower().removeprefix("the ") == "un warned of floods in the delta"


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers denied food to the village.",
        "The strike was blamed on Russia.",
        "He was accused of theft.",
        "The minister urged calm.",
        "Reuters warned its readers.",
        "Nine people were killed in Hama.",
        "",
    ],
)
def test_what_is_no_party_position(text: str) -> None:
    assert taken(text) == ()


def test_it_and_the_group_send_back_to_the_sentence_before() -> None:
    text = "Forces of Russia fended off Boko Haram, Moscow said. It accused the group of shelling towns."
    found = taken(text)[-1]
    assert (found.party, found.stance, found.accused) == ("Russia", PositionStance.ACCUSES, ("Boko Haram",))
    assert found.span.quote == "It accused the group of shelling towns"


def test_a_spokesman_speaks_for_who_spoke_before() -> None:
    text = "The Red Cross fears for the town, its spokesman said. The spokesman urged all parties to spare the wells."
    found = taken(text)[-1]
    assert (found.party, found.stance) == ("Red Cross", PositionStance.URGES)


def test_a_reason_may_come_before_who_gives_it() -> None:
    (found,) = taken("Its troops are fending off attacks by rebels, Damascus said.")
    assert (found.party, found.stance) == ("Syrian government", PositionStance.JUSTIFIES)
    assert found.span.quote == "fending off attacks by rebels, Damascus said"


def test_nobody_spoke_before_and_nobody_is_sent_back_to() -> None:
    assert taken("Prices fell. It accused the group of hoarding. The spokesman urged calm.") == ()
