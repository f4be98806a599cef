"""Buildings and grounds told inside a place: `al-Hal market in Idlib`. No list has their points; the place's stands."""

from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks

_FARTHEST = 5


def sites(marks: Marks, lexicon: Lexicon) -> dict[int, str]:
    """The named sites of a text by the token right after them: capitalised words before one such as `market`."""
    inner, articles = lexicon.list("place_inner"), lexicon.list("place_article")
    tokens, found = marks.tokens, dict[int, str]()
    for hit in marks.hits:
        if hit.category != "place_feature" or hit.value != "site":
            continue
        first = hit.first
        while first and hit.first - first < _FARTHEST and _named(tokens.words[first - 1], inner):
            first -= 1
        if first < hit.first and tokens.norms[first] in articles:
            first += 1
        if first < hit.first:
            found[hit.last] = tokens.quote(first, hit.last)
    return found


def _named(word: str, inner: frozenset[str]) -> bool:
    return (
        word[0].isupper() or word in inner or (word.partition("-")[0] in inner and word.partition("-")[2][:1].isupper())
    )
