"""Rolls over lines: victims named a line each under a head that tells what became of them (`Names of the dead:`)."""

from collections.abc import Sequence

from harmledger.read.figure import Figure
from harmledger.read.items import Coder, Item
from harmledger.read.people import People
from harmledger.read.sight import hits_in
from harmledger.text.marks import Marks

_LEAST = 2  # lines with a name that make a roll
_TOLD = frozenset("KAITGSvXM&")  # a line with one of these is a sentence, no mere name
_LONGEST = 14  # tokens of a line with a name
_NOUN = frozenset(["harm_noun"])
_HEADS = frozenset("CE")


def under(marks: Marks, coder: Coder, index: int, found: Sequence[Figure]) -> tuple[list[Figure], int]:
    """A sentence's figures with those of the names on the lines below it, and the first sentence behind these.

    The head ends with a colon, or the lines begin with a mark (a number, a hash sign). Names take the place of a plural
    without a number (`the dead`); they are told with its sentence.
    """
    here, below = marks.sentences[index], marks.sentences[index + 1 : index + 2]
    short = below and below[0].last - below[0].first <= _LONGEST
    if not short or not hits_in(marks, here.first, here.last, _NOUN):
        return list(found), index + 1
    head = next((i for i in reversed(coder.items(here)) if i.code in _HEADS), None)
    names: list[People] = []
    words = marks.tokens.words
    for sentence in marks.sentences[index + 1 :] if head is not None else ():
        own_line = sentence.paragraph > here.paragraph + len(names)
        led = words[here.last - 1] == ":" or not words[sentence.first][0].isalpha()
        person = _named(coder.items(sentence)) if own_line and led else None
        if person is None:
            break
        names.append(person)
    if head is None or len(names) < _LEAST:
        return list(found), index + 1
    outcome = head.people.outcome if head.people is not None else head.value
    kept = [f for f in found if f.stated is not None or f.people != (head.first, head.last)]
    roll = [
        Figure(
            p.first, p.last, outcome or "", p.count, p.group, "roll", index, (p.first, p.last), named=True,
            listed=len(names), match=(head.last, head.last),
        )
        for p in names
    ]  # fmt: skip
    return [*kept, *roll], index + 1 + len(names)


def _named(items: Sequence[Item]) -> People | None:
    """The one person whose name makes up a line; what else it tells of him or her is no verb."""
    people = [i.people for i in items if i.people is not None]
    if not people or not people[0].name or any(i.code in _TOLD for i in items):
        return None
    return people[0] if people[0].count.figure == 1 else None
