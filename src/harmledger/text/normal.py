"""Normal forms of words: what a lexicon, a gazetteer and a name list are keyed by."""

import re
import unicodedata

_ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None,
        "٠": "0", "١": "1", "٢": "2", "٣": "3", "٤": "4", "٥": "5", "٦": "6", "٧": "7", "٨": "8", "٩": "9",
        "۰": "0", "۱": "1", "۲": "2", "۳": "3", "۴": "4", "۵": "5", "۶": "6", "۷": "7", "۸": "8", "۹": "9",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "−": "-",
        "،": ",", "؛": ";", "؟": "?", "٫": ".", "٬": ",", "٪": "%",
    }
)  # fmt: skip
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def norm(word: str) -> str:
    """A word's normal form: lower case, one form of each Arabic letter and digit, no vowel marks or joiners.

    Latin accents are kept: they tell words apart in French or Turkish; `fold` takes them off.
    """
    if word.isascii():
        return word.lower()
    return _MARKS.sub("", word.replace("\u0640 \u0640", "").translate(_ARABIC)).lower()


def fold(word: str) -> str:
    """`norm` with the accents of Latin letters taken off (`Ḩalab` -> `halab`)."""
    plain = norm(word)
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
