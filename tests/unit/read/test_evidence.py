from dataclasses import replace

import pytest
from tests.unit.read.sample import ENGLISH, read

from harmledger.model.account import Evidence
from harmledger.model.codes import EvidenceKind
from harmledger.read.evidence import evidence


def shown(text: str) -> tuple[Evidence, ...]:
    marks, report = read(text)
    found = evidence(marks, report, ENGLISH)
    assert all(e.span.holds(text) for e in found)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "holders"),
    [
        (
            "The White Helmets and Macro Media Center captured grim images of casualties on video.",
            EvidenceKind.VIDEO,
            ("White Helmets", "Macro Media Center"),
        ),
        ("Footage released by the Red Crescent shows bodies in the rubble.", EvidenceKind.VIDEO, ("Red Crescent",)),
        ("Reuters obtained photographs of the victims.", EvidenceKind.PHOTO, ("Reuters",)),
        (
            "Satellite images analysed by Human Rights Watch show the destruction of the market.",
            EvidenceKind.SATELLITE,
            ("Human Rights Watch",),
        ),
        ("Activists posted videos of dead children online.", EvidenceKind.VIDEO, ("Activists",)),
        ("Residents collected fragments of a missile after the strike.", EvidenceKind.REMNANT, ("Residents",)),
        ("A video purported to show the aftermath of the blast.", EvidenceKind.VIDEO, ()),
        (
            "Amnesty International reviewed medical records of the wounded.",
            EvidenceKind.DOCUMENT,
            ("Amnesty International",),
        ),
    ],
)
def test_media_said_to_show_harm(text: str, kind: EvidenceKind, holders: tuple[str, ...]) -> None:
    (found,) = shown(text)
    assert (found.kind, found.holders) == (kind, holders)


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Reuters",
        "The band released a music video.",
        "She showed pictures of her garden.",
        "There is no video of the attack.",
        "Five people were killed in Hama.",
        "",
    ],
)
def test_what_shows_no_harm(text: str) -> None:
    assert shown(text) == ()


def test_the_span_is_tight() -> None:
    (found,) = shown("On Friday, activists posted videos of dead children, and the phones were cut.")
    assert found.span.quote == "posted videos of dead children"


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        (
            "Video that our teams and the Macro Media Center recorded at the scene is now online.",
            ("Rescue Post", "Macro Media Center"),
        ),
        ("Our teams filmed the bodies on video.", ("Rescue Post",)),
        (
            "Video that our teams and the Lamp Collective recorded at the scene is online.",
            ("Rescue Post", "Lamp Collective"),
        ),
    ],
)
def test_our_teams_are_the_publisher_s(text: str, holders: tuple[str, ...]) -> None:
    marks, report = read(text)
    found = evidence(marks, replace(report, publisher="Rescue Post"), ENGLISH)
    assert [e.holders for e in found] == [holders]
