"""Text to Marks: everything that later stages look at, found in one pass over the tokens."""

from harmledger.mark.capitals import is_capitals, plainly_written
from harmledger.mark.days import find_days
from harmledger.mark.places import find_places
from harmledger.mark.quantities import find_quantities
from harmledger.mark.rows import cut, known, labelled
from harmledger.mark.sentences import find_quotations, find_sentences, headline_end
from harmledger.mark.tables import find_tables
from harmledger.model.report import Report
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks
from harmledger.text.tokens import tokenise


def mark(report: Report, lexicon: Lexicon, above: int = 0) -> Marks:
    """All marks of a report's text in its language. A text that tells of no harm is marked for places and days only.

    `above`: so many code points of the text are a headline put above it.
    """
    text = report.text
    tokens = lexicon.tokens(tokenise(text))
    hits = lexicon.hits(tokens.norms)
    harmful = any(h.category in _HARM for h in hits)
    title_end = headline_end(report)
    tokens = plainly_written(tokens, hits, lexicon, title_end)
    sentences = find_sentences(tokens, lexicon, title_end)
    tables = find_tables(text, lexicon) if harmful else ()
    days = find_days(tokens, lexicon, hits)
    if tables:
        tables = known(tables, tokens, hits, days)
        sentences = cut(sentences, tokens, tables)
    capitals = is_capitals(text)
    taken = frozenset(t for d in days for t in range(d.first, d.last))
    quantities = find_quantities(tokens, lexicon, hits, taken) if harmful else ()
    places = find_places(tokens, sentences, hits, days, lexicon, capitals)
    return Marks(
        tokens,
        sentences,
        find_quotations(tokens) if harmful else (),
        hits,
        quantities,
        days,
        labelled(places, tokens, tables) if tables else places,
        capitals,
        harmful,
        tables,
        above,
    )


_HARM = frozenset(
    [
        "harm_participle",
        "harm_intransitive",
        "harm_gerund",
        "harm_present",
        "harm_event",
        "harm_owned",
        "harm_noun",
        "harm_state",
        "harm_self",
        "harm_lose",
        "infirmary",
        "toll",
    ]
)
