"""Sentences and quotations over tokens."""

import pytest
from tests.unit.read.sample import read


def sentences(text: str) -> list[str]:
    marks = read(text)[0]
    return [" ".join(marks.tokens.quote(s.first, s.last).split()) for s in marks.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died. Four fled.", ["Two died.", "Four fled."]),
        ("Dr. Haddad died. Four fled.", ["Dr. Haddad died.", "Four fled."]),
        ("The U.S. Army left. Four fled.", ["The U.S. Army left.", "Four fled."]),
        ("J. Haddad died.", ["J. Haddad died."]),
        ("It hit at 9 a.m. and left.", ["It hit at 9 a.m. and left."]),
        ("“Two died.” Four fled.", ["“Two died.”", "Four fled."]),
        ("Ana was shot.He fled.", ["Ana was shot.", "He fled."]),
        ("It hit at 9 p.m. The clerk fled.", ["It hit at 9 p.m.", "The clerk fled."]),
        ("See www.ariha.org today.", ["See www.ariha.org today."]),
        ("Did two die? No! None.", ["Did two die?", "No!", "None."]),
        ("Raid on camp\n\nTwo died", ["Raid on camp", "Two died"]),
        ("Raid on camp\nTwo died", ["Raid on camp", "Two died"]),
    ],
)
def test_a_text_is_these_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_wrapped_page_breaks_no_sentence_at_its_lines() -> None:
    text = "Two men died when\na shell fell on\nthe yard of a\nmill at noon. Four\nfled."
    assert sentences(text) == ["Two men died when a shell fell on the yard of a mill at noon.", "Four fled."]


def test_sentences_cover_every_token() -> None:
    marks = read("Two died. “Four fled,” he said.\n\nNone stayed")[0]
    assert [t for s in marks.sentences for t in range(s.first, s.last)] == list(range(len(marks.tokens)))


def test_paragraphs_are_counted() -> None:
    marks = read("Two died. Four fled.\n\nNone stayed.")[0]
    assert [s.paragraph for s in marks.sentences] == [0, 0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "Two died." Four fled.', ["Two died."]),
        ("“Two died,” he said, “at noon.”", ["Two died,", "at noon."]),
        ('"Two died.\n\n"Four fled," he said. Two were killed.', ["Two died.", "Four fled,"]),
        ("Two were killed.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    marks = read(text + " A man was killed.")[0]
    assert [marks.tokens.quote(q.first, q.last) for q in marks.quotations] == expected
