"""Who says what a report first tells in its own name."""

import pytest
from tests.unit.read.told import claims, told, toll

from harmledger.model.codes import Stance


def said(text: str) -> list[tuple[str, int, str | None]]:
    return [(c.outcome.value, c.count.figure, c.speaker.name if c.speaker else None) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "An air strike killed 21 people in Idlib on Wednesday. The White Helmets said 21 people were killed.",
            [("killed", 21, "White Helmets")],
        ),
        (
            "Shelling wounds six in Ariha\n\nSix people were wounded in the shelling, a local doctor said.",
            [("injured", 6, "a local doctor")],
        ),
        (
            "A drone strike killed four people. Police said four people were killed. The governor also said four "
            "people had been killed.",
            [("killed", 4, "Police"), ("killed", 4, "governor")],
        ),
        (
            "A teacher was shot dead in the market. The teacher was shot dead at noon, police said.",
            [("killed", 1, "police")],
        ),
    ],
)  # fmt: skip
def test_a_figure_told_unattributed_and_by_a_speaker_is_the_speaker_s(
    text: str, wanted: list[tuple[str, int, str | None]]
) -> None:
    assert said(text) == wanted


def test_the_words_of_the_claim_are_those_of_the_passage_that_names_the_speaker() -> None:
    [claim] = claims(
        "An air strike killed 21 people in Idlib. The White Helmets said 21 people had died in the market."
    )
    assert claim.span.quote == "21 people had died"


def test_a_report_that_tells_more_of_the_people_keeps_its_own_claim_beside_the_speaker_s() -> None:
    text = "An air strike killed 21 civilians in Idlib. The White Helmets said 21 people were killed in the strike."
    assert said(text) == [("killed", 21, None), ("killed", 21, "White Helmets")]
    [account] = told(text).accounts
    assert toll(account) == (21, 21, 21)


def test_parts_of_a_figure_stay_parts_of_it_in_the_speaker_s_words() -> None:
    text = "An air strike killed 21 people, including two children, in Idlib. Rescuers said 21 people were killed."
    whole, part = claims(text)
    assert whole.speaker is not None
    assert part.subset_of == whole.id


def test_a_pronoun_s_speaker_does_not_take_a_named_person_s_claim() -> None:
    [claim] = claims("Samir Haddad, 34, was shot dead in Ariha. He was shot dead at his gate, a neighbour said.")
    assert claim.speaker is None
    assert "Samir Haddad" in claim.span.quote


def test_a_denial_takes_no_claim_over() -> None:
    first, *_ = claims("An air strike killed 21 people in Idlib. The ministry denied that 21 people were killed.")
    assert first.speaker is None
    assert first.stance is Stance.ASSERTS
