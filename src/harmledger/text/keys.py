"""Gazetteer keys: the one form in which spellings of a place's name meet.

Hyphens, spaces, apostrophes, accents, case, Arabic letter forms (alef, ta marbuta, alef maqsura, hamza, tatweel,
vowel marks, Persian kaf and yeh) and the article's spelling make no difference (`Khan al Subl`, `Khān as-Subl`;
`Ma'arrat Misrin`, `Maarratmisrin`; `معرّة النعمان`, `معره نعمان`). Vowels and consonants do: nothing is near
enough but the same.
"""

import re
from functools import lru_cache

from harmledger.text.normal import fold

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "þ": "th"}
    | {"&": " and "}
    | dict.fromkeys("'ʿʾʻʹʺ′\".,;:()[]{}!?#*·،؛")
    | dict.fromkeys("-/_‐", " ")
    # Persian, Kurdish and Urdu forms of Arabic letters, and the hamza that is often left out.
    | {"ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ە": "ه", "ء": None}
)  # fmt: skip
_ARTICLES = frozenset(
    [
        "al", "el", "ad", "ed", "adh", "edh", "ar", "er", "as", "es", "ash", "esh", "ach", "ech",
        "at", "et", "ath", "eth", "an", "en", "az", "ez",
    ]
)  # fmt: skip
_SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ARABIC_ARTICLE = re.compile("ال(?!له\\Z)(?=[\u0621-\u064a]{2})")
MARK = "al "


@lru_cache(maxsize=1 << 15)
def key(name: str) -> str:
    """The key of a name: its letters without spaces, articles dropped; a leading article becomes `al `.

    Empty where the name holds no letter or digit.
    """
    words = fold(name).replace("ʼ", "").translate(_LETTERS).split()
    if not words:
        return ""
    lead = ""
    if len(words) > 1 and words[0] in _ARTICLES:
        lead, words = MARK, words[1:]
    elif _ARABIC_ARTICLE.match(words[0]):
        lead, words = MARK, [words[0][2:], *words[1:]]
    rest = [_SHORT.get(words[0], words[0])]
    for word in words[1:]:
        if word in _ARTICLES and word != words[-1]:
            continue
        rest.append(_ARABIC_ARTICLE.sub("", word, count=1) if word.startswith("ال") else _SHORT.get(word, word))
    return lead + "".join(rest)


def bare(found: str) -> str:
    """A key without its leading article; the key itself where it has none."""
    return found.removeprefix(MARK)
