"""Capitals that say nothing: text in capitals throughout, and headlines that give every word one."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Tokens

_CAPITALS = 0.7
_EVERY, _FEW, _SHORT = 0.8, 3, 4  # of so many words of so many letters, this share has a capital
_NAMES = ("party", "nation", "country", "metonym", "demonym", "outlet", "source", "place_", "day_", "agreement_")
_ORDINARY = ("stops", "prepositions", "conjunctions", "additions", "others")


def is_capitals(text: str) -> bool:
    """Is the text written in capitals throughout, as old wire copy is?"""
    head = text[:4000]
    upper, lower = sum(map(str.isupper, head)), sum(map(str.islower, head))
    return upper > 40 and upper > _CAPITALS * (upper + lower)


def plainly_written(tokens: Tokens, hits: Sequence[Hit], lexicon: Lexicon, title_end: int) -> Tokens:
    """The tokens, with the ordinary words of a headline that gives every word a capital (`Teen Killed, Another Hurt`)
    written small, as a sentence would have them: what is no name must not look like one.
    """
    end = bisect_left(tokens.starts, title_end)
    long = [w for w in tokens.words[1:end] if len(w) >= _SHORT and w.isalpha()]
    if len(long) < _FEW or sum(w.istitle() for w in long) < _EVERY * len(long):
        return tokens
    ordinary = lexicon.list(*_ORDINARY) | frozenset(lexicon.numbers)
    plain = {at for at in range(end) if tokens.norms[at] in ordinary}
    names = set[int]()
    for hit in hits:
        if hit.first < end:
            (names if hit.category.startswith(_NAMES) else plain).update(range(hit.first, hit.last))
    words = [w.lower() if at in plain - names and at else w for at, w in enumerate(tokens.words)]
    return replace(tokens, words=words)
