"""Which sentence a token or a character stands in, by halving: a long report has thousands of both."""

from bisect import bisect_right

from harmledger.text.marks import Marks


def sentence_at(marks: Marks, token: int) -> int:
    """The number of the sentence that a token stands in; 0 where it stands in none."""
    at = bisect_right(marks.sentences, token, key=lambda s: s.first) - 1
    return at if at >= 0 and token < marks.sentences[at].last else 0


def sentence_of(marks: Marks, start: int) -> int:
    """The number of the first sentence that ends after a character; the last one's where none does."""
    ends = marks.tokens.ends
    at = bisect_right(marks.sentences, start, key=lambda s: ends[s.last - 1])
    return max(0, min(at, len(marks.sentences) - 1))
