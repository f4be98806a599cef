"""Battles: harm to armed people in a fight between armed sides, told from attacks on civilians.

Casualty recorders keep the two apart: UCDP its state-based and non-state conflict from one-sided violence, ACLED its
battles from violence against civilians.
"""

from collections.abc import Sequence

from harmledger.model.claim import Group
from harmledger.model.codes import Age, Outcome, Role, Status
from harmledger.read.figure import SHOT, Figure
from harmledger.read.sight import hits_in
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks, Sentence

_HURT = frozenset((Outcome.KILLED.value, Outcome.INJURED.value, Outcome.CASUALTIES.value, SHOT))
_LOSSES = frozenset(["armed_losses"])
_FIGHTING, _FOUL = frozenset(["fighting"]), frozenset(["foul"])
_MEANS, _PARTY, _PERSON = frozenset(["means"]), frozenset(["party"]), frozenset(["person"])
_OF = 8  # tokens from `members` to the body that they are of


class Battles:
    """Tells for the sentences of one report, in order, whether their figures are of a fight's own dead and wounded."""

    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        self.marks = marks
        self.members = lexicon.list("armed_members")
        self.in_fight = lexicon.list("armed_in_fight")
        self.plain, self.blind = lexicon.list("armed_plain"), lexicon.list("blind_means")
        self.additions, self.of = lexicon.list("additions"), lexicon.list("armed_of")
        self.last = -2  # the sentence that last told of a battle

    def told(self, index: int, sentence: Sentence, figures: Sequence[Figure]) -> bool:
        """Are all the people that a sentence counts as hurt armed ones, hurt in a fight told of there or just before?

        People of whom nothing is said (`six were wounded`) are of the group told of with them, or just before them.
        """
        hurt = [f for f in figures if f.parent is None and not f.orphan and f.outcome in _HURT and f.count.figure]
        if not hurt:
            return False
        fights = bool(hits_in(self.marks, sentence.first, sentence.last, _FIGHTING))
        foul = bool(hits_in(self.marks, sentence.first, sentence.last, _FOUL))
        goes_on = index - self.last <= 1 and sentence.paragraph == self.marks.sentences[max(self.last, 0)].paragraph
        lost = bool(hits_in(self.marks, sentence.first, sentence.last, _LOSSES))
        armed = [f for f in hurt if self.armed(f, fights or goes_on) or (lost and self.bare(f))]
        fights = fights or lost or (bool(armed) and all(self.ranks(f) for f in armed) and not self.hidden(sentence))
        bare = [f for f in hurt if f not in armed and (self.bare(f) or (armed and f.group.role is Role.POLICE))]
        whole = len(armed) + len(bare) == len(hurt) and not any(_is_unarmed(f) for f in figures)
        if foul or not whole or not (fights or goes_on) or not (armed or goes_on):
            return False
        self.last = index
        return True

    def armed(self, figure: Figure, fights: bool) -> bool:
        """Do the people bear arms by their noun: soldiers, rebels, a party's members?

        One of rank told by name is left out: such people are killed for who they are more often than in a fight.
        """
        group = figure.group
        first, last = figure.people
        if group.status is Status.COMBATANT:
            return group.role is not Role.POLICE and (figure.count.figure > 1 or not self.is_named(figure))
        if group.status is not None or group.age is not None:
            return False
        norms = self.marks.tokens.norms
        if fights and not self.in_fight.isdisjoint(norms[first:last]) and not self.is_named(figure):
            return True
        if self.members.isdisjoint(norms[first:last]):
            return False
        if hits_in(self.marks, first, last, _PARTY):
            return True
        end = last
        while end < len(norms) and norms[end] in self.of:
            end += 1
        return any(h.first <= end for h in hits_in(self.marks, last, min(end + _OF, len(norms)), _PARTY))

    def ranks(self, figure: Figure) -> bool:
        """Are they told as soldiers of either side (`three rebels`), so that a fight need not be named?"""
        return not self.plain.isdisjoint(self.marks.tokens.norms[slice(*figure.people)])

    def hidden(self, sentence: Sentence) -> bool:
        """Were they killed with what strikes whoever is near, or when they bore no arms?"""
        return any(h.value in self.blind for h in hits_in(self.marks, sentence.first, sentence.last, _MEANS))

    def is_named(self, figure: Figure) -> bool:
        """Do words follow the noun for the one person, as a name does?"""
        nouns = hits_in(self.marks, *figure.people, _PERSON)
        return figure.named or not nouns or max(h.last for h in nouns) < figure.people[1]

    def bare(self, figure: Figure) -> bool:
        """Is nothing said of who they are (`six were wounded`, `three others`)?"""
        return (figure.group == Group() and not hits_in(self.marks, *figure.people, _PERSON)) or (
            self.marks.tokens.norms[figure.people[1] - 1] in self.additions
        )


def _is_unarmed(figure: Figure) -> bool:
    """Are people, be it as a part of others (`including a child`), no soldiers for sure?"""
    return figure.outcome in _HURT and (figure.group.status is Status.CIVILIAN or figure.group.age is Age.CHILD)
