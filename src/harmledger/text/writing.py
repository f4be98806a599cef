"""Writing: how a language writes words together, as data, and how a token falls into the words it is written of.

Tables of a lexicon:
    [tables.proclitics]  a word written onto the next one = the words it stands for (Arabic `wal`, French `l'`)
    [tables.writing]     `always`: proclitics that are cut off before any word; `long`: those that are before any long
                         one; others are only before a known word. `hidden`: marks put inside words to hide them from
                         filters. `unpacked`: marks that tie the words of a hashtag
    [lists.whole]        words that begin like a proclitic and hold none; given names are such words as well
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import lru_cache

from harmledger.text.marks import Tokens
from harmledger.text.normal import norm

# A word's normal form, and how many letters of the token's own normal form it takes.
Piece = tuple[str, int]
# Digits before a word, and letters of another script run into one another (`2Likes`, a tag and the text behind it).
_GLUED = re.compile(r"(\d+)(?=[^\W\d_]{2})|([a-z0-9_]+)(?=[\u0620-\u064a]{2})")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LEAST, _LONG = 2, 5  # letters of what a proclitic is written onto


class Writing:
    """The joins of one language; `part` undoes them. `known` are the words its lexicon has, without proclitics."""

    def __init__(
        self, proclitics: Mapping[str, Sequence[str]], marks: Mapping[str, str], whole: frozenset[str]
    ) -> None:
        self.whole, self.known = whole, whole
        self.proclitics = {norm(k): tuple(map(norm, v)) for k, v in proclitics.items()}
        self.longest = sorted(self.proclitics, key=lambda k: (-len(k), k))
        self.firsts = frozenset(k[0] for k in self.longest)
        self.always = frozenset(map(norm, marks.get("always", "").split()))
        self.long = frozenset(map(norm, marks.get("long", "").split()))
        self.hidden = frozenset(marks.get("hidden", ""))
        self.unpacked = frozenset(marks.get("unpacked", ""))
        self.marks = self.hidden | self.unpacked
        self.pieces = lru_cache(maxsize=1 << 15)(self._pieces)

    def learn(self, words: Iterable[str]) -> None:
        """Take these normal forms, without their proclitics, as known.

        A word that could be cut is one of `whole`, or it is cut in phrases as it is in texts.
        """
        words = frozenset(self._bare(word) for word in words)
        self.known |= frozenset(
            w for w in words if not any(w.startswith(k) and w[len(k) :] in words for k in self.longest)
        )
        self.pieces.cache_clear()

    def taught(self, words: Iterable[str]) -> "Writing":
        """This and, as in `learn`, more known words."""
        other = copy(self)
        other.pieces = lru_cache(maxsize=1 << 15)(other._pieces)
        other.learn(words)
        return other

    def part(self, tokens: Tokens) -> Tokens:
        """The tokens with each joined word in its parts; offsets and quotes are still those of the text."""
        words: list[str] = []
        norms: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        pieces = self.pieces
        for word, said, start, end in zip(tokens.words, tokens.norms, tokens.starts, tokens.ends, strict=True):
            found = pieces(said)
            cuts = _cuts(word, said, found) if len(found) > 1 else None
            if cuts is None:
                words.append(word)
                norms.append(found[0][0] if len(found) == 1 else said)
                starts.append(start)
                ends.append(end)
                continue
            for (form, _), (low, high) in zip(found, cuts, strict=True):
                words.append(word[low:high])
                norms.append(form)
                starts.append(start + low)
                ends.append(start + high)
        return Tokens(tokens.text, words, norms, starts, ends)

    def split(self, norms: Sequence[str]) -> list[str]:
        """Normal forms with each joined word in its parts."""
        return [form for said in norms for form, _ in self.pieces(said)]

    def _pieces(self, said: str) -> tuple[Piece, ...]:
        """The words a normal form is written of, at least one."""
        if said in self.whole or (len(said) <= _LEAST and not said[-1].isdigit()):
            return ((said, len(said)),)
        if glued := _GLUED.match(said):
            return ((glued[0], glued.end()), *self._pieces(said[glued.end() :]))
        if said[0] == "#" and self.unpacked:
            first, *rest = self._pieces(said[1:])
            return ((first[0], first[1] + 1), *rest)
        if _NUMBER.fullmatch(said):
            return ((said, len(said)),)
        if said[-1].isdecimal() and (found := self._joined(said)) and _NUMBER.fullmatch(found[-1][0]):
            return found
        if not self.marks.isdisjoint(said):
            return self._unmarked(said)
        return self._joined(said) or ((said, len(said)),)

    def _unmarked(self, said: str) -> tuple[Piece, ...]:
        """A form with marks inside: the known word they hide, else the parts between them."""
        plain = "".join(c for c in said if c not in self.hidden)
        if len(plain) > _LEAST and self.unpacked.isdisjoint(said):
            whole = self._joined(plain) or ((plain, len(plain)),)
            if any(form in self.known for form, _ in whole[-1:]):
                return _stretched(said, whole, self.hidden)
        found: list[Piece] = []
        for part in re.split(f"([{re.escape(''.join(sorted(self.marks)))}])", said):
            if part in self.unpacked and found:
                found[-1] = (found[-1][0], found[-1][1] + 1)
            elif part:
                found += self._pieces(part)
        return tuple(found) or ((said, len(said)),)

    def _joined(self, said: str) -> tuple[Piece, ...]:
        """A form with its proclitics cut off; empty where it has none."""
        if said[0] not in self.firsts or said in self.whole:
            return ()
        for lead in self.longest:
            rest = said[len(lead) :]
            number = rest[:1].isdecimal()
            if not said.startswith(lead) or (len(rest) < _LEAST and not number):
                continue
            if lead in self.always:
                return (*self._lead(lead), (rest, len(rest)))
            if said in self.known:
                continue
            inner = self._joined(rest)
            long = lead in self.long and len(rest) >= _LONG
            if inner or rest in self.known or number or long:
                return (*self._lead(lead), *(inner or ((rest, len(rest)),)))
        return ()

    def _lead(self, lead: str) -> list[Piece]:
        """A proclitic as the words it stands for; the last takes what letters are left."""
        stands = self.proclitics[lead]
        return [(form, 1 if n + 1 < len(stands) else len(lead) - n) for n, form in enumerate(stands)]

    def _bare(self, word: str) -> str:
        lead = next((k for k in self.longest if k in self.always and word.startswith(k)), "")
        return word[len(lead) :] if lead and word not in self.whole and len(word) >= len(lead) + _LEAST else word


def _stretched(said: str, pieces: Sequence[Piece], hidden: frozenset[str]) -> tuple[Piece, ...]:
    """Pieces of a word without its hidden marks, as pieces of the word with them."""
    found: list[Piece] = []
    at = 0
    for form, letters in pieces:
        first = at
        while at < len(said) and (letters or said[at] in hidden):
            letters -= said[at] not in hidden
            at += 1
        found.append((form, at - first))
    return tuple(found)


def _cuts(word: str, said: str, pieces: Sequence[Piece]) -> list[tuple[int, int]] | None:
    """Where the pieces of a normal form lie in the word as written; None where they cannot be told."""
    at = list(range(len(word) + 1)) if len(word) == len(said) else [n for n, c in enumerate(word) if norm(c).strip()]
    if len(word) != len(said):
        if len(at) != len(said):
            return None
        at.append(len(word))
    found, low = [], 0
    for _, letters in pieces:
        found.append((at[low], at[low + letters]))
        low += letters
    return found
