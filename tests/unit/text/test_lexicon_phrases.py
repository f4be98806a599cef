import pytest

from harmledger.text.lexicon import expand


@pytest.mark.parametrize(
    ("phrase", "phrases"),
    [
        ("truce", ["truce"]),
        ("truce(s)", ["truce", "truces"]),
        ("air[ |-|]strike", ["air strike", "air-strike", "airstrike"]),
        ("bomb(s|ed)", ["bomb", "bombs", "bombed"]),
        ("[the |]group", ["the group", "group"]),
        ("Islamic State [in [Syria|Iraq]|]", ["Islamic State in Syria", "Islamic State in Iraq", "Islamic State"]),
        ("(", ["("]),
        ("a | b", ["a | b"]),
    ],
)
def test_a_phrase_stands_for_these(phrase: str, phrases: list[str]) -> None:
    assert expand(phrase) == phrases
