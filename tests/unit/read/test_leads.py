"""Who speaks as a line's head tells: `The Observatory: 9 killed`; and a body told of by its noun alone."""

import pytest
from tests.unit.read.told import claims, only


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("SOHR: three civilians killed in Aleppo", "Syrian Observatory for Human Rights"),
        ("Police: Two people shot dead in Homs", "Police"),
        ("Breaking | White Helmets: a child killed in Ariha", "White Helmets"),
        ("Syria: three civilians killed in Aleppo", None),
        ("Breaking: three civilians killed in Aleppo", None),
        ("Police said: three civilians were killed in Aleppo", "Police"),
        ("Three civilians were killed in Aleppo: police", None),
    ],
)
def test_the_speaker_may_stand_before_a_colon(text: str, speaker: str | None) -> None:
    said = only(text).speaker
    assert (said and said.name) == speaker


def test_a_noun_with_its_article_means_the_body_named_so_before() -> None:
    said = [
        c.speaker and c.speaker.name
        for c in claims(
            "The Syrian Observatory for Human Rights said three people died. A local official said two men died. "
            "The Observatory said ten others were wounded."
        )
    ]
    assert said == ["Syrian Observatory for Human Rights", "A local official", "Syrian Observatory for Human Rights"]


def test_a_body_never_named_in_full_keeps_its_words() -> None:
    said = only("The Observatory says three civilians were killed in Aleppo.").speaker
    assert said and said.name == "Observatory"
