"""Households without a size: harm told of them is no number of people, and is not lost in silence.

`8,000 families fled`: a household is people only through a stated size [IDMC], so there is an Issue and no claim.
"""

from collections.abc import Iterator, Sequence

from harmledger.model.codes import IssueCode
from harmledger.model.issue import Issue
from harmledger.model.span import Span
from harmledger.read.figure import Figure
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks, Sentence

_BETWEEN = 2  # words from a number to its noun (`8,000 displaced families`)


def uncounted(marks: Marks, lexicon: Lexicon, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Issue]:
    """An Issue for each number of households in a sentence of harm that no figure counts."""
    nouns, tokens = lexicon.list("households"), marks.tokens
    inside = range(sentence.first, sentence.last)
    if nouns.isdisjoint(tokens.norms[sentence.first : sentence.last]):
        return
    if not any(h.first in inside and h.category.startswith("harm_") for h in marks.hits):
        return
    for quantity in marks.quantities:
        if quantity.first not in inside or quantity.count.figure < 2:
            continue
        ends = range(quantity.last, min(quantity.last + _BETWEEN + 1, sentence.last))
        noun = next((at for at in ends if tokens.norms[at] in nouns), None)
        if noun is None or any(f.first <= quantity.first < max(f.last, f.people[1]) for f in figures):
            continue
        span = Span.of(tokens.text, tokens.starts[quantity.first], tokens.ends[noun])
        why = "households are people only through a stated size: not read as a claim"
        yield Issue(IssueCode.COUNT_UNREADABLE, span.quote, span, why)
