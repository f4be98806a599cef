"""Text to tokens and lines. Offsets are code points of the text as it stands: nothing is replaced or dropped."""

import re

from harmledger.text.marks import Tokens
from harmledger.text.normal import norm

_TOKEN = re.compile(
    r"""
    (?:(?![\u0621-\u064a])[^\W\d_]\.){2,}                 # U.S., a.m.
  | \d+(?:[.,:٫٬]\d+)*(?:st|nd|rd|th|s|k|m|bn|am|pm)?(?!\w)   # 21, 1,000, 14:06, 3rd, 1980s
  | \#?[^\W_](?:(?<=[\u0621-\u064a])\d+(?:[.,٫٬]\d+)+(?!\w)  # a number that an Arabic word is written onto
                |[\w\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d]|['’‑-](?=[^\W\d_]{2}|[stdmSTDM]\b)
                |(?<![a-z](?=\.[A-Z]))\.(?=[^\W\d_]{2}|[stdmSTDM]\b|(?<=[^\W\d]\.)[^\W\d])  # no `shot.He`
                |(?<=[\u0621-\u064a])[.*-](?=[\u0621-\u064a])
                |(?<=\u0640)[ ](?=\u0640))*   # words
  | \S                                                   # any other mark
    """,
    re.VERBOSE,
)
_ENUMERATES = frozenset(".)")  # what follows the number of a list's line
_CLITIC = re.compile(r"(.+?)(['’]s|['’])\Z", re.IGNORECASE)


def tokenise(text: str) -> Tokens:
    """The tokens of a text. A possessive `'s` is a token of its own; a hyphen inside a word is part of it.

    Marks that say nothing (a lone zero-width space or tatweel) are in no token.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text):
        word, (start, end) = found[0], found.span()
        clitic = _CLITIC.match(word) if word[-1] in "sS'’" and ("'" in word or "’" in word) else None
        if clitic and len(word) > 2:
            cut = start + len(clitic.group(1))
            words += [clitic.group(1), clitic.group(2)]
            starts += [start, cut]
            ends += [cut, end]
        else:
            words.append(word)
            starts.append(start)
            ends.append(end)
    norms = [w.lower() if w.isascii() else norm(w) for w in words]
    if not all(norms):
        kept = [n for n, said in enumerate(norms) if said]
        words, norms = [words[n] for n in kept], [norms[n] for n in kept]
        starts, ends = [starts[n] for n in kept], [ends[n] for n in kept]
    return Tokens(text, words, norms, starts, ends)


def split(phrase: str) -> list[str]:
    """The normalised tokens of a phrase, as lexicons are keyed; one beginning with a possessive goes on from a word."""
    if phrase[:1] in "'’":
        return tokenise("x" + phrase).norms[1:]
    return tokenise(phrase).norms


def numbers_a_line(tokens: Tokens, at: int) -> bool:
    """`2. Karim Saleh`: is a token at the start of a line only the line's place in a list, a mark right behind it?"""
    text, starts, ends, norms = tokens.text, tokens.starts, tokens.ends, tokens.norms
    if not norms[at].isdigit() or at + 2 >= len(norms) or norms[at + 1] not in _ENUMERATES:
        return False
    opens = at == 0 or "\n" in text[ends[at - 1] : starts[at]]
    return opens and starts[at + 1] == ends[at] and "\n" not in text[ends[at + 1] : starts[at + 2]]
