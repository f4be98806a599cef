"""Datelines: `BEIRUT (Agency) -`, `PESHAWAR, Pakistan --`. They say where a report was sent from."""

from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks

_LONGEST = 18  # tokens of a dateline with its day and agencies
_SHORTEST = 3  # letters of a name in capitals
_DASHES = frozenset({"-", "--", "---"})
_MARKS = frozenset(",.()/[]:")


def datelines(marks: Marks, lexicon: Lexicon) -> frozenset[int]:
    """The tokens of the text's datelines: what opens a paragraph up to a dash, told as names, days and agencies.

    A name in capitals opens it, or one that a bracket, a comma or a day follows: `Aleppo - a city - was hit` has none.
    """
    found: set[int] = set()
    days = {at for d in marks.days for at in range(d.first, d.last)}
    inner = lexicon.list("place_inner")
    paragraph = -1
    for sentence in marks.sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        last = _dash(marks, sentence.first, days, inner)
        if last > sentence.first:
            found.update(range(sentence.first, last))
    return frozenset(found)


def _dash(marks: Marks, first: int, days: set[int], inner: frozenset[str]) -> int:
    """The dash that ends a dateline which begins with a token; -1 where none does."""
    tokens = marks.tokens
    word = tokens.words[first]
    plain = not (word.isupper() and len(word) >= _SHORTEST)
    for at in range(first, min(first + _LONGEST, len(tokens))):
        word, norm = tokens.words[at], tokens.norms[at]
        if norm in _DASHES and at > first:
            spaced = tokens.ends[at - 1] < tokens.starts[at] or tokens.words[at - 1] == ")"
            return at if spaced and not plain else -1
        if at in days or norm in _MARKS:
            plain = plain and at == first
            continue
        if not (word[0].isupper() or word[0].isdigit() or norm in inner):
            return -1
    return -1
