"""Lexicon: the words of one language as data. A language is its files `lexicon/xx.toml`, `xx.*.toml`, merged.

A file holds tables `[terms.CATEGORY]` whose keys are values and whose entries are lists of phrases; `[numbers]`, words
to integers; `[lists.NAME]` under `words`; `[patterns]`, the reader's rules. In a phrase `(s)` is optional and
`[a|b]` a choice, so that `air[ |-|]strike(s)` stands for six.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from harmledger.errors import LexiconError
from harmledger.text.marks import Hit, Tokens
from harmledger.text.normal import norm
from harmledger.text.writing import Writing

_Node = dict[str, Any]
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = "\n"  # what a phrase that ends here means, by category; no token holds white space
_NOTHING: Mapping[str, str] = {}


def expand(phrase: str) -> list[str]:
    """Every phrase that one with `(optional)` and `[this|that]` parts stands for; parts may hold parts.

    A bracket that nothing closes is a letter like others.
    """
    phrases, _ = _either(phrase, 0, "")
    return list(dict.fromkeys(" ".join(p.split()) for p in phrases))


def _either(phrase: str, at: int, end: str) -> tuple[list[str], int]:
    done: list[str] = []
    parts: list[str] = [""]
    while at < len(phrase) and phrase[at] != end:
        letter = phrase[at]
        at += 1
        close = {"(": ")", "[": "]"}.get(letter)
        if close and close in phrase[at:]:
            inner, at = _either(phrase, at, close)
            parts = [a + b for a in parts for b in (["", *inner] if close == ")" else inner)]
        elif letter == "|" and end:
            done += parts
            parts = [""]
        else:
            parts = [a + letter for a in parts]
    return done + parts, at + 1


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language; `hits` finds them all in one pass over normalised tokens."""

    language: str
    numbers: Mapping[str, int] = field(default_factory=dict)
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
    patterns: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tables: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    terms: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)
    trie: _Node = field(default_factory=dict, repr=False)
    writing: Writing | None = field(default=None, repr=False)
    _unions: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, init=False, repr=False)

    def hits(self, norms: Sequence[str]) -> tuple[Hit, ...]:
        """Each category's longest match from each token on, ordered by first token."""
        found: list[Hit] = []
        trie = self.trie
        following = [*norms[1:], _END]
        for at, word in enumerate(norms):
            node = trie.get(word)
            if node is None:
                continue
            ends = node.get(_END)
            if following[at] not in node or at + 1 == len(norms):
                # Most words begin no phrase that goes on here.
                if ends is not None:
                    found += [Hit(at, at + 1, category, value) for category, value in ends.items()]
                continue
            longest: dict[str, tuple[int, str]] = {}
            here = at
            while node is not None:
                here += 1
                for category, value in node.get(_END, _NOTHING).items():
                    longest[category] = (here, value)
                node = node.get(norms[here]) if here < len(norms) else None
            found += [Hit(at, last, category, value) for category, (last, value) in longest.items()]
        return tuple(found)

    @cached_property
    def common(self) -> frozenset[str]:
        """Normal forms of words that are no names: those written small in its terms, numbers and lists, but for the
        categories and lists that `name_terms` and `name_lists` name, and for what these terms hold as a word by itself
        and the words of `place_known`.
        """
        plain, names = list(self.numbers), list[str]()
        for category, entries in self.terms.items():
            into = names if category in self.list("name_terms") else plain
            into += (one for words in entries.values() for phrase in words for one in expand(phrase))
        for name, words in self.lists.items():
            if name not in self.list("name_lists"):
                plain += words
        small = [norm(w) for phrase in plain for w in _WORD.findall(phrase) if w[0].isalpha() and not w[0].isupper()]
        joins = self.tables.get("proclitics", {})
        known = self.split([norm(w) for name in self.list("place_known") for w in name.split()])
        return frozenset(self.split(small)) - {norm(n) for n in names} - frozenset(joins) - frozenset(known)

    def tokens(self, tokens: Tokens) -> Tokens:
        """A text's tokens with words that the language writes together in their parts."""
        return tokens if self.writing is None else self.writing.part(tokens)

    def split(self, norms: Sequence[str]) -> Sequence[str]:
        """Normal forms of tokens with words that the language writes together in their parts."""
        return norms if self.writing is None else self.writing.split(norms)

    def with_names(self, names: Mapping[str, tuple[str, str]], passing: Mapping[str, str], split: Any) -> "Lexicon":
        """This lexicon with more names: each name's category and meaning, and what passes on the words of others.

        Names are taken letter by letter: brackets in them mean nothing. `split` is as in `build`.
        """
        writing = self.writing and self.writing.taught(w for name in names for w in split(name))
        trie = dict(self.trie)
        terms = {category: dict(meanings) for category, meanings in self.terms.items()}
        for name, (category, meaning) in names.items():
            words = writing.split(split(name)) if writing else split(name)
            node = _under(trie, words)
            node[_END] = {**node.get(_END, _NOTHING), category: meaning}
            held = terms.setdefault(category, {})
            held[meaning] = [*held.get(meaning, ()), name]
        kinds = {**self.tables.get("source_kinds", {}), **passing}
        return replace(self, trie=trie, terms=terms, writing=writing, tables={**self.tables, "source_kinds": kinds})

    def rule(self, name: str, default: int = 0) -> int:
        """A setting of `[tables.grammar]`: how the language orders words, where it does not as English does."""
        return int(self.tables.get("grammar", {}).get(name, default))

    def list(self, name: str, *more: str) -> frozenset[str]:
        """The words of a list, or of several together; empty where the language has none."""
        if not more:
            return self.lists.get(name, frozenset())
        names = (name, *more)
        if names not in self._unions:
            self._unions[names] = frozenset().union(*(self.lists.get(n, frozenset()) for n in names))
        return self._unions[names]


def _under(trie: _Node, path: Sequence[str]) -> _Node:
    """The node at the end of a path, made where there is none; each on the way is copied, so that no other trie of
    which it is a part changes.
    """
    for token in path:
        trie[token] = dict(trie.get(token, _NOTHING))
        trie = trie[token]
    return trie


def build(language: str, files: Iterable[tuple[str, Mapping[str, Any]]], split: Any) -> Lexicon:
    """A Lexicon from parsed files.

    Args:
        language: ISO 639-1.
        files: pairs of a file's name and its parsed TOML.
        split: phrase -> normalised tokens, the tokeniser's own, so that phrases meet texts in one form.

    Raises:
        LexiconError: a table of an unknown name, an empty phrase, or a list that is none.
    """
    numbers: dict[str, int] = {}
    lists: dict[str, frozenset[str]] = {}
    patterns: dict[str, Mapping[str, Any]] = {}
    tables: dict[str, Mapping[str, Any]] = {}
    terms: dict[str, dict[str, list[str]]] = {}
    planted: list[tuple[str, str, str, str]] = []
    for name, content in files:
        for table, value in content.items():
            if table == "numbers":
                numbers.update({_form(k): int(v) for k, v in value.items()})
            elif table == "lists":
                for k, v in value.items():
                    lists[k] = lists.get(k, frozenset()) | {_form(w) for p in v for w in expand(p)}
            elif table == "patterns":
                patterns.update(value)
            elif table == "tables":
                tables.update(value)
            elif table == "terms":
                for category, entries in value.items():
                    for meaning, phrases in entries.items():
                        if not isinstance(phrases, list):
                            raise LexiconError(f"{name}: terms.{category}.{meaning} is no list of phrases")
                        terms.setdefault(category, {}).setdefault(meaning, []).extend(phrases)
                        planted += [(name, category, meaning, phrase) for phrase in phrases]
            elif table != "language":
                raise LexiconError(f"{name}: [{table}] is no table of a lexicon")
    split, writing = _written(split, tables, lists, [*numbers, *(p for *_, p in planted)])
    trie: _Node = {}
    for name, category, meaning, phrase in planted:
        _plant(trie, name, category, meaning, phrase, split)
    return Lexicon(language, numbers, lists, patterns, tables, terms, trie, writing)


def _form(word: str) -> str:
    """A word of a list as texts are met with: other scripts and accents normalised, English as it is written."""
    return word if word.isascii() else norm(word)


def _written(
    split: Any, tables: Mapping[str, Mapping[str, Any]], lists: Mapping[str, frozenset[str]], phrases: Sequence[str]
) -> tuple[Any, Writing | None]:
    """How to split phrases in a language that writes words together, and what parts its texts in the same way."""
    if "writing" not in tables:
        return split, None
    whole = lists.get("whole", frozenset()) | lists.get("given_name", frozenset())
    writing = Writing(tables.get("proclitics", {}), tables["writing"], whole)
    listed = [w for words in lists.values() for w in words]
    writing.learn([*listed, *(w for phrase in phrases for one in expand(phrase) for w in split(one))])
    return lambda phrase: writing.split(split(phrase)), writing


def _plant(trie: _Node, name: str, category: str, meaning: str, phrase: str, split: Any) -> None:
    for one in expand(phrase):
        norms = split(one)
        if not norms:
            raise LexiconError(f"{name}: terms.{category}.{meaning} has an empty phrase in {phrase!r}")
        node = trie
        for token in norms:
            node = node.setdefault(token, {})
        node.setdefault(_END, {})[category] = meaning
