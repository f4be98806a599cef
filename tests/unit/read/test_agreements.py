import pytest
from tests.unit.read.sample import ENGLISH, read

from harmledger.model.agreement import Agreement
from harmledger.model.codes import AgreementKind
from harmledger.read.agreements import agreements


def told(text: str, capture: str = "c") -> tuple[Agreement, ...]:
    marks, report = read(text)
    return agreements(marks, report, ENGLISH, capture)


def only(text: str) -> Agreement:
    (found,) = told(text)
    assert found.span is not None
    assert found.span.holds(text)
    return found


def test_a_truce_with_its_day_is_quoted_tightly() -> None:
    found = only("The town was shelled despite a truce that came into force late Tuesday in the southern province.")
    assert found.kind is AgreementKind.CEASEFIRE
    assert found.span is not None
    assert found.span.quote == "a truce that came into force late Tuesday in the southern province"


def test_an_earlier_ceasefire_ends_with_its_day() -> None:
    found = only("An earlier ceasefire in March 2017 had followed the killing of hundreds of villagers.")
    assert found.span is not None
    assert found.span.quote == "An earlier ceasefire in March 2017"


def test_the_next_sentence_tells_who_brokered_it() -> None:
    text = (
        "A ceasefire that took effect on Friday did not hold. The agreement was brokered by Cairo - which borders the "
        "strip, and Doha - which funds the ministry."
    )
    assert only(text).brokers == ("Egypt", "Qatar")


def test_an_accord_between_two_capitals_that_sets_up_a_zone() -> None:
    found = only("A May 2017 accord between Moscow and Tehran declared Homs as a ‘de-escalation zone’ for six months.")
    assert found.kind is AgreementKind.DE_ESCALATION_ZONE
    assert found.brokers == ("Russia", "Iran")
    assert found.span is not None
    assert found.span.quote.endswith("‘de-escalation zone’")


@pytest.mark.parametrize(
    ("text", "kind", "brokers", "parties"),
    [
        ("A Russian-brokered ceasefire began on Monday.", AgreementKind.CEASEFIRE, ("Russia",), ()),
        (
            "A truce between Israel and Hamas, mediated by Egypt, was agreed.",
            AgreementKind.CEASEFIRE,
            ("Egypt",),
            ("Israel", "Hamas"),
        ),
        ("A humanitarian pause went into effect on 6 May.", AgreementKind.HUMANITARIAN_PAUSE, (), ()),
        (
            "The peace agreement signed by the Colombian government and FARC in 2016 is holding.",
            AgreementKind.PEACE_AGREEMENT,
            (),
            ("Colombia", "FARC"),
        ),
        (
            "Sudan's army and the RSF signed a seven-day ceasefire in Jeddah on May 20.",
            AgreementKind.CEASEFIRE,
            (),
            ("Sudanese Armed Forces", "Rapid Support Forces"),
        ),
        (
            "The Saudi-led coalition announced a unilateral truce from April 9.",
            AgreementKind.CEASEFIRE,
            (),
            ("Saudi-led coalition",),
        ),
        (
            "Four de-escalation zones guaranteed by Russia, Turkey and Iran were declared in May 2017.",
            AgreementKind.DE_ESCALATION_ZONE,
            ("Russia", "Turkey", "Iran"),
            (),
        ),
        (
            "A CEASEFIRE BETWEEN THE FMLN AND THE SALVADORAN ARMY BEGAN TODAY.",
            AgreementKind.CEASEFIRE,
            (),
            ("FMLN", "Salvadoran armed forces"),
        ),
    ],
)
def test_kinds_brokers_and_parties(
    text: str, kind: AgreementKind, brokers: tuple[str, ...], parties: tuple[str, ...]
) -> None:
    found = only(text)
    assert (found.kind, found.brokers, found.parties) == (kind, brokers, parties)


@pytest.mark.parametrize(
    "text",
    [
        "The UN called for a ceasefire on Monday.",
        "Ceasefire talks resumed on Monday.",
        "There is no truce in sight.",
        "They hoped for a truce by Friday.",
        "The company signed a deal on Monday.",
        "Five people were killed in Hama.",
        "",
    ],
)
def test_what_is_wished_for_is_no_agreement(text: str) -> None:
    assert told(text) == ()


def test_its_length_is_part_of_the_phrase() -> None:
    found = only("Israel and Hamas agreed to a 72-hour humanitarian truce from Friday, a diplomat said.")
    assert found.parties == ("Israel", "Hamas")
    assert found.span is not None
    assert found.span.quote == "a 72-hour humanitarian truce from Friday"


def test_an_id_hangs_on_the_capture_and_the_place() -> None:
    text = "A truce between Israel and Hamas began on Monday."
    assert told(text)[0].id == told(text)[0].id
    assert told(text)[0].id != told(text, "d")[0].id


def test_who_tells_of_it() -> None:
    found = only("Egypt's foreign ministry said a truce between Israel and Hamas would begin on Monday.")
    assert found.speaker is not None
    assert "foreign ministry" in found.speaker.name


def test_days_and_places_are_left_to_a_later_stage() -> None:
    found = only("A truce between Israel and Hamas began on Monday.")
    assert found.effective is None
    assert found.where == ()
