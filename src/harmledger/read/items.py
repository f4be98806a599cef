"""Items: a sentence as one letter a thing, the alphabet that a language's patterns are written in.

The letters are explained at the top of `lexicon/en.patterns.toml`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from harmledger.model.count import Count
from harmledger.read.ages import Ages
from harmledger.read.formed import FormFinder
from harmledger.read.groups import group_of
from harmledger.read.people import Finder, People
from harmledger.read.revisions import revisions
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence
from harmledger.text.tokens import numbers_a_line

CODES = {
    "toll": "T",
    "harm_intransitive": "I",
    "harm_in_care": "I",
    "harm_event": "A",
    "harm_participle": "K",
    "harm_gerund": "G",
    "harm_present": "S",
    "harm_state": "D",
    "harm_among": "Y",
    "include_of": "j",
    "include": "i",
    "accusation": "q",
    "along": "l",
    "future": "M",
    "be": "X",
    "leave": "L",
    "suffer": "U",
    "wound_noun": "W",
    "harm_fatal": "Z",
    "harm_send": "V",
    "harm_lose": "J",
    "infirmary": "H",
    "toll_verb": "t",
    "reflexive": "r",
    "opening": "o",
    "relative": "R",
    "harm_noun": "C",
    "harm_self": "F",
    "harm_owned": "O",
    "no_harm": "w",
    "body": "z",
    "bodies": "b",
}
HARM = frozenset("KIGSADCTEYFOUVJzb")
KILLED, INJURED = "killed", "injured"
SAVED = "saved"  # a word that keeps people from death, and not the wounded from their wounds
SAME = "same"  # a toll of what was told before
DOWN = "down"  # a toll verb that tells of a fall
FATAL = "Z"  # `fatally`, of some of the wounded
PART = "j"  # `of them`
KNOWN = "known"  # words that lead in a happening as one known before
USED = "k"  # a word of harm that a pattern took
_RUNS = ("ww", ",,", "cw")  # items that are taken as one
_CITED = "c"  # `according to a doctor`: the doctor
# `according to Karim Saleh, a doctor at the clinic,`: told of who is cited, before any verb.
_APPOSED = re.compile(r"c[fpw]{0,6},(?P<who>[Nm])(?:R[^.;]{1,12}?|[^KIGSADXMRv.;&NQ]{0,8}?),")
# `five people, according to a doctor in the city, were killed`
_BETWEEN = re.compile(r",[vwp]{1,2}c[fpwm]{0,8}(?=,[dw]?[XKI])")
_BULLETS = frozenset("-–—•*·")  # open the lines of a list
_BODY, _BODIES = "z", "b"
_PRONOUNS = {"subject": "h", "object": "m", "body": _BODY, "bodies": _BODIES}
_RANK = {category: rank for rank, category in enumerate(CODES)}
_MARKS = {
    "-": ",",
    "--": ",",
    "—": ",",
    "–": ",",
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "&": "&",
    ".": ".",
    "!": ".",
    "?": ".",
}


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens `first` to `last` (exclusive) under one letter; `value` is the hit's, `people` the people named."""

    code: str
    first: int
    last: int
    value: str = ""
    people: People | None = None


class Coder:
    """Turns sentences into items."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.marks, self.hits = marks, hits
        self.norms = marks.tokens.norms
        self.revisions = revisions(marks, lexicon)
        self.asides = {r.first: r.last for r in self.revisions.asides.values()}
        finder = FormFinder if lexicon.rule("noun_first") else Finder
        self.finder = finder(marks, lexicon, hits, self.asides)
        self.days = {d.first: d.last for d in marks.days}
        self.abbreviations = lexicon.list("abbreviations", "titles")
        self.ages = Ages(self.norms, lexicon)
        self.single, self.mutual = _single(lexicon), lexicon.list("reciprocals")
        self.cited = {h.last for at in hits.values() for h in at if h.category == "according"}

    def items(self, sentence: Sentence) -> list[Item]:
        """The sentence's items, in order; runs of other words are one item. Who is cited is no victim, but a word."""
        found: list[Item] = []
        at, end = sentence.first, sentence.last
        listing = False
        while at < end:
            if found and found[-1].last == at and self.opens_line(at):
                if listing:
                    found.append(Item(";", at, at))
                listing = listing or found[-1].code == ":"
                if listing and (past := self.past_bullet(at)) > at:
                    at = past
                    continue
            if at in self.asides:
                at = self.asides[at]
                continue
            item = self.item(at, end)
            if at in self.cited and (item.people is not None or item.code == "w"):
                item = Item(_CITED, at, item.last)
            if found and f"{found[-1].code}{item.code}" in _RUNS:
                found[-1] = Item(found[-1].code, found[-1].first, item.last)
            else:
                found.append(item)
            at = item.last
        return _cited(self.ageless(found))

    def ageless(self, items: list[Item]) -> list[Item]:
        """The items without bare ages behind people and a comma (`Ana Silva, 34, and`): they part nothing."""
        found: list[Item] = []
        for n, item in enumerate(items):
            told = len(found) > 1 and found[-1].code == "," and found[-2].code in "mN"
            alone = told and n + 1 < len(items) and items[n + 1].code in ",;.&"
            if alone and self.is_age(item):
                found.pop()
            else:
                found.append(item)
        return found

    def is_age(self, item: Item) -> bool:
        """Does an item say an age and nothing else: `34`, `9 years old`?"""
        if item.code == "w":
            return item.last == item.first + 1 and self.ages.beside(item.first) is not None
        bare = item.code == "N" and item.people is not None and self.norms[item.first][0].isdigit()
        return bare and self.finder.past_age(item.first, item.last + 1) == item.last

    def past_bullet(self, at: int) -> int:
        """The token after the number or the mark that opens a list's line; the same where none does."""
        return at + (2 if numbers_a_line(self.marks.tokens, at) else self.norms[at] in _BULLETS)

    def opens_line(self, at: int) -> bool:
        """Does a token start a new line?"""
        tokens = self.marks.tokens
        return at > 0 and "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]

    def item(self, at: int, end: int) -> Item:
        """The item that starts at a token."""
        if " ".join(self.norms[at : min(end, at + 2)]) in self.mutual:
            return Item("w", at, at + 2)
        best = self.term(at, end)
        if best is not None and best.code in "TIAijzb" and best.last > at + 1:
            return (self.pronoun(at) or best) if best.code in (_BODY, _BODIES) else best
        people = None
        if at not in self.days:
            people = self.finder.at(at, end)
            if people is not None and not (best and best.last > people.last):
                return Item(people.code, people.first, people.last, people=people)
        if best is not None:
            return best
        if people is None and (pronoun := self.pronoun(at)):
            return pronoun
        if at in self.days:
            return Item("d", at, min(end, max(self.days[at], at + 1)))
        norm = self.norms[at]
        if norm in _MARKS and not (norm == "." and at + 1 < end and self.norms[at - 1] in self.abbreviations):
            return Item(_MARKS[norm], at, at + 1)
        if norm in self.single:
            return Item(self.single[norm], at, at + 1)
        people = self.finder.named(at, end)
        if people is not None:
            return Item(people.code, people.first, people.last, people=people)
        return Item("w", at, at + 1)

    def pronoun(self, at: int) -> Item | None:
        """`he`, `him`: one person told of before; `their bodies`: several."""
        for hit in sorted(self.hits.get(at, ()), key=lambda h: -h.last):
            if (code := _PRONOUNS.get(hit.category)) is not None:
                words, group = self.marks.tokens.quote(at, hit.last), group_of(hit.value.split())
                count = Count.from_low(2, words) if code == _BODIES else Count.exact(1, words)
                people = People(at, hit.last, code, count, group, definite=True, pronoun=True)
                return Item(code, at, hit.last, hit.value.split()[0] if code in (_BODY, _BODIES) else "", people)
        return None

    def term(self, at: int, end: int) -> Item | None:
        """The longest lexicon term from a token on; of equals the one that says most."""
        best: Hit | None = None
        for hit in self.hits.get(at, ()):
            if hit.category not in CODES or hit.last > end:
                continue
            if best is None or (hit.last, -_RANK[hit.category]) > (best.last, -_RANK[best.category]):
                best = hit
        if best is None:
            return None
        told = best.value.split()[0] if best.category == "harm_noun" else best.value  # what, and not how many
        return Item(CODES[best.category], best.first, best.last, told)


def _cited(items: list[Item]) -> list[Item]:
    """The items with those cited, and what is told of them, as words; between people and their verb they go."""
    letters = "".join(i.code for i in items)
    if _CITED not in letters:
        return items
    apart = {m.start("who") for m in _APPOSED.finditer(letters)}
    between = {n for m in _BETWEEN.finditer(letters) for n in range(*m.span())}
    return [
        replace(item, code="w", people=None) if n in apart or item.code == _CITED else item
        for n, item in enumerate(items)
        if n not in between
    ]


@lru_cache(maxsize=8)
def _single(lexicon: Lexicon) -> Mapping[str, str]:
    """The letters of words that stand for themselves."""
    letters = dict.fromkeys(lexicon.list("conjunctions"), "&")
    letters |= {w: "p" for w in lexicon.list("prepositions") if w not in letters}
    letters |= dict.fromkeys(lexicon.list("pronouns"), "h") | dict.fromkeys(lexicon.list("speech"), "v")
    return letters | dict.fromkeys(lexicon.list("partitives"), "f")
