"""Sentences and quotations over tokens."""

from harmledger.model.report import Report
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Quotation, Sentence, Tokens
from harmledger.text.tokens import numbers_a_line

_ENDS = frozenset(".!?؟…")
_OPEN = frozenset("“«„‹")
_CLOSE = frozenset("”»‹›“")
_BEHIND = frozenset("\"'”’»)]")  # a sentence's end may stand before these
_MAY_END = _ENDS | _BEHIND
_WRAPPED, _FULL = 90, 40  # letters of the longest, and of the middle line of a wrapped page
_HEADLINE = 160  # characters of the longest line that may be a headline
_HEADING, _NAME_LINE = 6, 70  # words of a heading; characters of a line with a name


def find_sentences(tokens: Tokens, lexicon: Lexicon, title_end: int = 0) -> tuple[Sentence, ...]:
    """The text's sentences, in order, covering every token.

    A blank line always ends one; a single line break does in texts whose lines are no wrapped page's: whole paragraphs,
    or the short lines of a post. `title_end` is the offset up to which the text is the headline.
    """
    text, starts, ends, norms = tokens.text, tokens.starts, tokens.ends, tokens.norms
    wrapped = _is_wrapped(text, lexicon)
    abbreviations, small = lexicon.list("abbreviations"), lexicon.list("stops") | lexicon.list("prepositions")
    found: list[Sentence] = []
    first = paragraph = 0
    count = len(tokens)
    named = lexicon.list("victim_nouns")
    listing = False
    for at, (end, start) in enumerate(zip(ends, starts[1:], strict=False)):
        if end == start:
            if norms[at] == "." and _glued(tokens, at):
                found.append(Sentence(first, at + 1, paragraph, starts[at] < title_end))
                first = at + 1
            continue
        if start == end + 1 and text[end] == " " and norms[at][-1] not in _MAY_END:
            continue
        nxt = at + 1
        breaks = text.count("\n", end, start)
        listing = breaks < 2 and (listing or (breaks == 1 and _leads_names(tokens, first, at, named)))
        if listing and (_names_one(text, start) if breaks else norms[at] == "." and numbers_a_line(tokens, at - 1)):
            continue
        if breaks >= 2 or (breaks and (listing or not wrapped)):
            found.append(Sentence(first, nxt, paragraph, starts[at] < title_end))
            first, paragraph = nxt, paragraph + 1
        elif _ends(tokens, at, abbreviations, norms) or _ends_short(tokens, at, small):
            found.append(Sentence(first, nxt, paragraph, starts[at] < title_end))
            first = nxt
    if first < count:
        found.append(Sentence(first, count, paragraph, starts[first] < title_end))
    return tuple(found)


def headline_end(report: Report) -> int:
    """Where a report's headline ends in its text, 0 where it has none there.

    It is the report's title where the text begins with it, else a first paragraph of one line that ends as no sentence
    does and has a paragraph of prose below.
    """
    text = report.text
    if report.title and text.startswith(report.title):
        return len(report.title)
    first, _, below = text.partition("\n\n")
    line, rest = first.strip(), below.strip().partition("\n\n")[0].strip()
    is_line = 0 < len(line) <= _HEADLINE and "\n" not in line and line[-1] not in _MAY_END | {":"}
    return len(first) if is_line and len(rest) > len(line) and rest[-1] in _MAY_END else 0


def _leads_names(tokens: Tokens, first: int, colon: int, victims: frozenset[str]) -> bool:
    """Does a short line for victims end with a colon (`The dead:`), so that a list of them may follow?"""
    words = tokens.norms[first:colon]
    return tokens.norms[colon] == ":" and len(words) <= _HEADING and not victims.isdisjoint(words)


def _names_one(text: str, start: int) -> bool:
    """May the line that starts at an offset be one of a list of names: short, a capital at its head, no sentence?"""
    line = text[start:].partition("\n")[0].strip()
    head = line.lstrip("-–•*0123456789.) ")
    return len(line) <= _NAME_LINE and head[:1].isupper() and line[-1] != "." and not any(c in line for c in ":!?")


def _is_wrapped(text: str, lexicon: Lexicon) -> bool:
    """Are a text's lines those of a page, cut at its width? By the rule `lines` the short ones of a post are not."""
    lines = text.splitlines()
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lines) <= 3 or not lengths or lengths[-1] > _WRAPPED:
        return False
    return lengths[len(lengths) // 2] >= _FULL or not lexicon.rule("lines")


def _ends_short(tokens: Tokens, at: int, small: frozenset[str]) -> bool:
    """Does a sentence end with `p.m.`, as a small word written large behind it tells (`at 4 p.m. The`)?"""
    word, following = tokens.norms[at], tokens.words[at + 1]
    return len(word) > 2 and word[-1] == "." and following.istitle() and tokens.norms[at + 1] in small


def _glued(tokens: Tokens, at: int) -> bool:
    """Does a sentence end with a full stop that the next one follows without a space (`was shot.He died`)?"""
    words = tokens.words
    return at > 0 and words[at - 1][-1:].islower() and words[at + 1][:1].isupper()


def _ends(tokens: Tokens, at: int, abbreviations: frozenset[str], norms: list[str]) -> bool:
    """Does a sentence end with token `at`, which white space follows?"""
    mark = norms[at]
    if mark in _BEHIND and at and norms[at - 1] in _ENDS:
        return tokens.words[at + 1][:1].isupper() or not tokens.words[at + 1][:1].isalpha()
    if mark not in _ENDS:
        return False
    following = tokens.words[at + 1][:1]
    if following.islower() or following in ",;:":
        return False
    if mark == "." and at:
        before = norms[at - 1]
        glued = tokens.ends[at - 1] == tokens.starts[at]
        if glued and (before in abbreviations or (len(before) == 1 and before.isalpha())):
            return False
    return True


def find_quotations(tokens: Tokens) -> tuple[Quotation, ...]:
    """Passages inside quotation marks. Straight marks alternate; one left open runs to the end of its paragraph."""
    found: list[Quotation] = []
    open_at: int | None = None
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    for at, word in enumerate(tokens.words):
        if open_at is not None and at and "\n\n" in text[ends[at - 1] : starts[at]] and word not in _OPEN:
            if at > open_at + 1:
                found.append(Quotation(open_at + 1, at))
            open_at = at if word == '"' else None
            continue
        if word == '"':
            if open_at is None:
                open_at = at
            else:
                if at > open_at + 1:
                    found.append(Quotation(open_at + 1, at))
                open_at = None
        elif word in _OPEN and open_at is None:
            open_at = at
        elif word in _CLOSE and open_at is not None:
            if at > open_at + 1:
                found.append(Quotation(open_at + 1, at))
            open_at = None
    return tuple(found)
