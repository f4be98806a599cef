"""Persons: which single people, told of in several sentences of a report, are one and the same.

`Ana Silva, 34, was shot` ... `Silva` ... `the 34-year-old` ... `she was pronounced dead`.
"""

from dataclasses import dataclass, field, replace
from functools import cached_property

from harmledger.model.claim import Group
from harmledger.model.codes import Outcome, Role, Stance
from harmledger.read.ages import Ages
from harmledger.read.figure import SHOT, Figure, is_attacker
from harmledger.read.groups import agree, group_of, joined
from harmledger.read.patterns import ALONG, MENTIONS
from harmledger.read.speakers import Attribution
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import DayPhrase, Hit, Marks

# What is told of a person later on outranks what was told before only upwards: who was shot dies, who died is not hurt.
RANK = {SHOT: 1, "casualties": 1, "injured": 2, "killed": 3}
_ANYONE = Group()
_NOUNS = frozenset(("person", "object", "subject"))
_ONE_BY_ONE = 2  # sentences from one of the wounded to the next
_OPENS = 1  # tokens before what a sentence opens with
_NAMED_AFTER = 9  # tokens from a noun to the name that it is given (`the woman, identified by her kin as X Y`)


@dataclass(frozen=True, slots=True)
class Traits:
    """What passages tell of one person: the words of the name, the age in years, the group, the nouns used.

    `plain`: the noun would do for anybody of that sex and age (`the man`, `the victim`). `nth`: which one of several
    it is (`a fourth man`). `kin_of`: the group of the one whose kin it is, told right before (`Her aunt was`).
    """

    names: frozenset[str] = frozenset()
    age: int | None = None
    group: Group = _ANYONE
    nouns: frozenset[str] = frozenset()
    plain: bool = False
    nth: int | None = None
    kin_of: Group | None = None

    def fits(self, other: "Traits") -> bool:
        """May both be one person? Two names must share all the words of the shorter one."""
        if self.names and other.names and not (self.names <= other.names or other.names <= self.names):
            return False
        if self.age is not None and other.age is not None and self.age != other.age:
            return False
        return agree(self.group, other.group)

    def proves(self, other: "Traits") -> bool:
        """Do name or age show that both are one person?"""
        named = bool(self.names) and bool(other.names)
        return self.fits(other) and (named or (self.age is not None and self.age == other.age))

    def with_more(self, other: "Traits") -> "Traits":
        """What both passages tell of the one person."""
        longer = max(self.names, other.names, key=len)
        age = self.age if self.age is not None else other.age
        group, nouns = joined(self.group, other.group), self.nouns | other.nouns
        return Traits(longer, age, group, nouns, self.plain and other.plain)


class Describer:
    """Reads the traits of the people that figures count."""

    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        self.marks, self.lexicon = marks, lexicon
        self.norms, self.words = marks.tokens.norms, marks.tokens.words
        lists = lexicon.list
        self.stops = lists("stops", "prepositions", "conjunctions", "things")
        self.ages = Ages(self.norms, lexicon)
        self.naming, self.titles, self.plain = lists("naming"), lists("titles"), lists("anybody")

    @cached_property
    def ordinals(self) -> dict[int, int]:
        """By token, the number of an ordinal."""
        return {h.first: int(h.value) for h in self.marks.hits if h.category == "day_ordinal" and h.value.isdigit()}

    @cached_property
    def possessives(self) -> dict[int, Group]:
        """By token, the group of the one whom `his`, `her` stands for."""
        return {h.first: group_of(h.value.split()) for h in self.marks.hits if h.category == "possessive"}

    @cached_property
    def other(self) -> frozenset[int]:
        """The tokens of nouns for people, of pronouns and of days: none is part of a name."""
        marks: list[Hit | DayPhrase] = [*(h for h in self.marks.hits if h.category in _NOUNS), *self.marks.days]
        return frozenset(t for m in marks for t in range(m.first, m.last))

    def traits(self, figure: Figure) -> Traits:
        """Name, age and group of the one person that a figure counts."""
        if figure.pronoun and figure.stands_for is None:
            return Traits(group=figure.group)
        first, last = figure.stands_for or figure.people
        noun = self.norms[last - 1]
        plain = noun.rpartition("-")[2] in self.plain  # `40-year-old`, too
        age = self.age(first, last + 2 if figure.pronoun else figure.last)
        nth = self.ordinals.get(next((t for t in range(first, last) if t in self.ordinals), -1))
        kin = self.kin_of(figure)
        return Traits(self.name(first, last, figure), age, figure.group, frozenset((noun,)), plain, nth, kin)

    def kin_of(self, figure: Figure) -> Group | None:
        """Whose kin opens a sentence, by `his` or `her`; none where somebody else in it may be meant."""
        at = figure.people[0]
        if figure.group.role is not Role.FAMILY or at - self.marks.sentences[figure.sentence].first > _OPENS:
            return None
        return self.possessives.get(at)

    def name(self, first: int, last: int, figure: Figure) -> frozenset[str]:
        """The words of the name at the end of the people's passage, or given right after it."""
        if self.marks.capitals and not figure.named:
            return frozenset()  # nothing tells a name from other words there
        here = last
        while here > first and self.is_name(here - 1):
            here -= 1
        if here == last:
            here, last = self.given(last, last if figure.pronoun else figure.last)
        return frozenset(self.norms[here:last])

    def given(self, first: int, end: int) -> tuple[int, int]:
        """`the victim, identified as Ana Silva,`: the tokens of a name given after a noun; none where none is."""
        for at in range(first, min(max(end, first + 1), first + _NAMED_AFTER, len(self.norms))):
            if self.norms[at] not in self.naming:
                continue
            last = at + 1
            while last < (len(self.norms) if at == first else end) and self.is_name(last):
                last += 1
            if last - at > 2:
                return at + 1, last
        return first, first

    def is_name(self, at: int) -> bool:
        """May a token be part of a name?"""
        word, norm = self.words[at], self.norms[at]
        return (
            word[:1].isupper() and norm[0].isalpha() and at not in self.other
            and norm not in self.stops and norm not in self.titles and norm not in self.lexicon.numbers
        )  # fmt: skip

    def age(self, first: int, last: int) -> int | None:
        """The age in years that a passage tells: `a 34-year-old man`, `Ana Silva, 34, `."""
        for at in range(first, min(last, len(self.norms))):
            if (age := self.ages.of(at)) is not None or (at > first and (age := self.ages.beside(at)) is not None):
                return age
        return None


@dataclass(slots=True)
class Person:
    """One person told of in an account: the figure that stands for what became of them; the passages that tell;
    `others` are figures of other voices that say the same.
    """

    traits: Traits
    figure: Figure
    sentences: set[int] = field(default_factory=set)
    passages: set[tuple[int, int]] = field(default_factory=set)
    others: list[Figure] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.meet(self.figure)

    def meet(self, figure: Figure) -> None:
        """Note where a figure tells of this person."""
        self.sentences.add(figure.sentence)
        self.passages |= {figure.people, figure.stands_for or figure.people}

    def is_told_by(self, figure: Figure, traits: Traits) -> bool:
        """May a later figure tell of this person, by what it says and by what became of them?"""
        if not self.passages.isdisjoint((figure.people, figure.stands_for)):
            return True
        if not self.traits.fits(traits) or is_attacker(self.figure) != is_attacker(figure):
            return False
        if self.traits.proves(traits):
            return not (figure.adds and figure.sentence in self.sentences)
        if figure.stands_for is not None and figure.sentence == self.figure.sentence:
            return False
        if self.has_kin(figure, traits):
            return False
        if figure.pronoun and (traits.plain or not (traits.nouns and self.traits.nouns) or self.shares(traits)):
            return True
        if figure.sentence in self.sentences:
            return False
        if figure.adds:  # `was found with her son`, told again
            return figure.pattern == ALONG == self.figure.pattern and self.shares(traits)
        before, now = RANK[self.figure.outcome], RANK[figure.outcome]
        again = (figure.definite or figure.possessive) and not traits.names
        if again and (traits.plain or self.shares(traits)):
            return True
        if before == now:
            return self.figure.group == figure.group or self.figure.definite or figure.definite or figure.possessive
        return min(before, now) == RANK[SHOT]

    def has_kin(self, figure: Figure, traits: Traits) -> bool:
        """`A girl died. Her aunt was shot`: are kin counted, whom the sentence after one on this person opens with?"""
        near = figure.sentence - 1 in self.sentences and not self.shares(traits)
        return near and traits.kin_of is not None and agree(traits.kin_of, self.traits.group)

    def differs(self, figure: Figure, traits: Traits) -> bool:
        """Is a figure surely told of somebody else: by two names, two ages, in one sentence by a noun of its own?"""
        mine = self.traits
        named = bool(mine.names and traits.names) and mine.names.isdisjoint(traits.names)
        aged = None not in (mine.age, traits.age) and mine.age != traits.age
        sexes = mine.group.sex, traits.group.sex
        sexed = None not in sexes and sexes[0] is not sexes[1]
        return named or aged or sexed or (figure.stands_for is not None and figure.sentence in self.sentences)

    def shares(self, traits: Traits) -> bool:
        """Is a noun of this person's the noun of a later passage as well?"""
        return not self.traits.nouns.isdisjoint(traits.nouns)


Said = tuple[Figure, Attribution]
Retold = tuple[Figure, Figure, Attribution]


def is_single(figure: Figure) -> bool:
    """Does a figure count one person, of whom more may be told?"""
    return figure.count.best == 1 and figure.parent is None and figure.outcome in RANK


@dataclass(slots=True)
class Roll:
    """The people of one account: single persons, and the figures of several that they may be among.

    `again` are the figures told again of one person as before, and who says so.
    """

    people: list[Person] = field(default_factory=list)
    groups: list[Figure] = field(default_factory=list)
    again: list[Retold] = field(default_factory=list)

    def who(self, figure: Figure, traits: Traits) -> Person | None:
        """The person that a figure tells of again: who is proved so, else the last one told of who may be.

        Of several, `the boy` is one told of as a boy, and `the boy who died` one told of as dead.
        """
        may = [p for p in reversed(self.people) if p.is_told_by(figure, traits)]
        if len(may) < 2:
            return may[0] if may else None
        if (proved := next((p for p in reversed(may) if p.traits.proves(traits)), None)) is not None:
            return proved
        same = [p for p in may if traits.nouns and p.shares(traits)] or may
        if figure.definite and not figure.pronoun:
            same = [p for p in same if p.figure.outcome == figure.outcome] or same
        return same[0]

    def takes(self, old: Figure, new: Figure) -> None:
        """Let a figure stand in the place of another."""
        for person in self.people:
            if person.figure is old:
                person.figure = new

    def worsens(self, figure: Figure, traits: Traits | None) -> bool:
        """Does a figure tell of a later state of someone, so that its day is not that of the harm?"""
        person = self.who(figure, traits) if traits is not None else None
        return person is not None and RANK[figure.outcome] > RANK[person.figure.outcome]

    def add(self, figure: Figure, said: Attribution, traits: Traits, told: list[Said]) -> None:
        """File a figure of one person in an account's figures `told`: someone new, or someone's later fate."""
        person = self.who(figure, traits)
        if person is None:
            figure = self.among(figure, traits)
            if figure.parent is None:
                figure = replace(figure, apart=figure.apart or self.is_apart(figure, traits))
                self.people.append(Person(traits, figure))
            told.append((figure, said))
            return
        person.meet(figure)
        person.traits = person.traits.with_more(traits)
        at = next(n for n, (f, _) in enumerate(told) if f is person.figure)
        old, by = told[at]
        before, now = RANK[old.outcome], RANK[figure.outcome]
        mention = figure.pattern in MENTIONS
        if _counted(by) is not _counted(said):
            if not mention:
                told.append((figure, said))
        elif now > before:
            # `A and B were shot. ... B was hit in the leg`: B stays another than A; deaths are told again and again.
            beside = figure.outcome != Outcome.KILLED and (old.apart or old.listed > 1)
            figure = replace(figure, adds=False, apart=figure.apart or beside)
            told[at] = (replace(old, parent=figure), by)
            # What other voices said of the same person's earlier state is a part of it, too.
            for n, (other, voice) in enumerate(told):
                if other in person.others and _counted(voice):
                    told[n] = (replace(other, parent=figure), voice)
            told.append((figure, said))
            person.figure, person.others = figure, []
        elif not mention and not _one_voice(by, said):
            told.append((figure if now == before else replace(figure, parent=old), said))
            person.others += [figure] if now == before else []
        elif not mention and now == before and by.stance is said.stance:
            self.again.append((old, figure, said))

    def is_apart(self, figure: Figure, traits: Traits) -> bool:
        """Is someone told of in one sentence with others who can be none of them; of the wounded, right after them?

        Deaths of other times are recalled in the midst of a report; wounds are told one by one of its own happening.
        """
        others = [p for p in self.people if not is_attacker(p.figure)]
        back = 0 if figure.outcome == Outcome.KILLED else _ONE_BY_ONE
        near = any(figure.sentence - s <= back for p in others for s in p.sentences)
        return near and all(p.differs(figure, traits) for p in others)

    def among(self, figure: Figure, traits: Traits) -> Figure:
        """A person told of after the number of all: `Five were wounded. ... Another victim, Ana Silva, ...`

        `A fourth man` is one of four or more told of before, and comes on top of three.
        """
        if traits.nth is not None:
            whole = [g for g in reversed(self.groups) if g.sentence != figure.sentence and g.count.best is not None]
            enough = (g for g in whole if _may_be_one_of(figure, g) and (g.count.best or 0) >= traits.nth)
            held = next(enough, None)
            return replace(figure, parent=held, outcome=held.outcome) if held else replace(figure, beyond=True)
        known = traits.names or traits.age is not None
        if not (figure.pronoun or figure.of_told or (figure.adds and known)):
            return figure
        for group in reversed(self.groups):
            hurt = group.outcome == Outcome.INJURED and figure.outcome == SHOT  # he lived, as all of them
            fits = (group.outcome == figure.outcome or hurt) and group.sentence != figure.sentence
            if fits and is_attacker(group) is is_attacker(figure):
                return replace(figure, parent=group, outcome=group.outcome)
        return figure


def _may_be_one_of(figure: Figure, group: Figure) -> bool:
    """By what became of them: of the wounded is one who was shot, of those shot one who was wounded."""
    return figure.outcome in (group.outcome, SHOT) or (figure.outcome == Outcome.INJURED and group.outcome == SHOT)


def _counted(by: Attribution) -> bool:
    """Is what is told said to have happened, neither denied nor only expected?"""
    return by.stance not in (Stance.DENIES, Stance.EXPECTS)


def _one_voice(by: Attribution, said: Attribution) -> bool:
    """May both be told by one speaker? Two named ones are two voices."""
    return said.speaker is None or by.speaker is None or said.speaker.name == by.speaker.name
