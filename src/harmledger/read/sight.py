"""Looking at marks by place: the hits of some categories in a range, the sentence of a token, what counts as a name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from harmledger.model.span import Span
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence


def _first(hit: Hit) -> int:
    return hit.first


def _sentence_first(sentence: Sentence) -> int:
    return sentence.first


def hits_in(marks: Marks, first: int, last: int, categories: frozenset[str]) -> list[Hit]:
    """The hits of these categories that lie wholly in tokens `first` to `last`, in order of their first token."""
    hits = marks.hits
    low = bisect_left(hits, first, key=_first)
    high = bisect_left(hits, last, low, key=_first)
    return [h for h in hits[low:high] if h.category in categories and h.last <= last]


def starting(hits: Mapping[int, Sequence[Hit]], first: int, last: int, category: str) -> list[Hit]:
    """The hits of a category, of `hits` by their first token, that start in tokens `first` to `last`."""
    return [h for at in range(first, last) for h in hits.get(at, ()) if h.category == category]


def sentence_at(marks: Marks, token: int) -> int:
    """Index of the sentence that holds a token; the one before it where the token stands between two."""
    return max(bisect_right(marks.sentences, token, key=_sentence_first) - 1, 0)


def sentences_with(marks: Marks, categories: frozenset[str]) -> Iterator[tuple[int, Sentence, list[Hit]]]:
    """Each sentence that holds a hit of these categories, its index, and those hits. One pass over the hits."""
    sentences = marks.sentences
    wanted = [h for h in marks.hits if h.category in categories]
    at, count = 0, len(sentences)
    group: list[Hit] = []
    for hit in wanted:
        while at < count and hit.first >= sentences[at].last:
            if group:
                yield at, sentences[at], group
                group = []
            at += 1
        if at < count and hit.first >= sentences[at].first:
            group.append(hit)
    if group:
        yield at, sentences[at], group


def outer(hits: list[Hit]) -> list[Hit]:
    """These hits without the ones that begin inside another (`Syrian` in `Free Syrian Army`); order kept."""
    kept: list[Hit] = []
    end = -1
    for hit in sorted(hits, key=lambda h: (h.first, -h.last)):
        if hit.first >= end:
            kept.append(hit)
            end = hit.last
    return kept


def named(marks: Marks, hit: Hit, lexicon: Lexicon) -> bool:
    """Does a hit's text read as that name? `us` is not the United States; among capitals only `THE US` is."""
    if hit.last - hit.first > 1:
        return True
    tokens = marks.tokens
    if tokens.norms[hit.first] not in lexicon.list("party_only_capitals"):
        return True
    beside = [tokens.words[n] for n in (hit.first - 1, hit.first + 1) if 0 <= n < len(tokens.words)]
    beside = [w for w in beside if w.isalpha()]
    if marks.capitals or (beside and all(map(str.isupper, beside))):
        return hit.first > 0 and tokens.norms[hit.first - 1] in lexicon.list("say_definite")
    return tokens.words[hit.first].isupper()


def span(marks: Marks, first: int, last: int) -> Span:
    """The span of tokens `first` to `last` (exclusive)."""
    tokens = marks.tokens
    return Span.of(tokens.text, tokens.starts[first], tokens.ends[last - 1])


def words(marks: Marks, first: int, last: int) -> str:
    """The words of a token range on one line."""
    return " ".join(marks.tokens.quote(first, last).split())
