"""Words written together fall into the words they are made of; what is quoted stays as it stands."""

import pytest

from harmledger.adapters.lexicons import load
from harmledger.text.lexicon import Lexicon, build
from harmledger.text.tokens import split, tokenise

ARABIC = load("ar")
WORDS: Lexicon = build(
    "xx",
    [
        (
            "xx.toml",
            {
                "terms": {"person": {"": ["tafl", "al-tifla"]}, "harm_noun": {"killed": ["katla"]}},
                "tables": {
                    "writing": {"always": "al", "hidden": ".-", "unpacked": "#_"},
                    "proclitics": {"al": ["al"], "w": ["w"], "ll": ["l", "al"]},
                },
                "lists": {"whole": ["walad"]},
            },
        )
    ],
    split,
)


def parts(text: str, lexicon: Lexicon = ARABIC) -> list[str]:
    return lexicon.tokens(tokenise(text)).norms


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("alkitab", ["al", "kitab"]),
        ("wtafl", ["w", "tafl"]),
        ("waltafl", ["w", "al", "tafl"]),
        ("wkitab", ["wkitab"]),
        ("walad", ["walad"]),
        ("lltafl", ["l", "al", "tafl"]),
        ("ka.tla", ["katla"]),
        ("wka-tla", ["w", "katla"]),
        ("#katla_tafl", ["katla", "tafl"]),
        ("un.known", ["un", ".", "known"]),
    ],
)
def test_a_word_is_parted_where_what_is_left_is_known(text: str, norms: list[str]) -> None:
    assert parts(text, WORDS) == norms


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("وبالقصف", ["و", "ب", "ال", "قصف"]),
        ("للنظام", ["ل", "ال", "نظام"]),
        ("بإدلب", ["ب", "ادلب"]),
        ("و3 أطفال", ["و", "3", "اطفال"]),
        ("٧اعوام", ["7", "اعوام"]),
        ("القصـ.ـف", ["ال", "قصف"]),
        ("#ريف_حلب", ["ريف", "حلب"]),
        ("والده", ["والده"]),
        ("فقد حياته", ["فقد", "حياته"]),
        ("قتل،", ["قتل", ","]),
        ("و95,337 والـ1,500 وب3.5", ["و", "95,337", "و", "ال", "1,500", "و", "ب", "3.5"]),
        ("١٢٫٥٠٠ نازح", ["12.500", "نازح"]),
        ("ق.ت.ل ش.ه.داء", ["قتل", "شهداء"]),
    ],
)
def test_arabic_words_are_parted(text: str, norms: list[str]) -> None:
    assert parts(text) == norms


@pytest.mark.parametrize("text", ["وَبالقَصْفِ", "والقصــ.ـف", "#ريف_حلب", "وقُتِلَ ٣مدنيين"])
def test_the_parts_lie_in_the_text_one_after_another(text: str) -> None:
    tokens = ARABIC.tokens(tokenise(text))
    assert all(text[a:b] == word for a, b, word in zip(tokens.starts, tokens.ends, tokens.words, strict=True))
    assert tokens.starts == sorted(tokens.starts)
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))
    covered = {at for a, b in zip(tokens.starts, tokens.ends, strict=True) for at in range(a, b)}
    assert all(c.isspace() or at in covered or c in "#" for at, c in enumerate(text))


def test_english_is_left_as_it_is() -> None:
    tokens = tokenise("The al-Bab market")
    assert load("en").tokens(tokens) is tokens
