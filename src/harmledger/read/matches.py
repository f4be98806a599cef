"""Matches: what one match of a pattern tells: whom the harm struck, whether any was done, and what it was."""

import re
from collections.abc import Sequence

from harmledger.read.agreement import Agreement
from harmledger.read.appositives import one, owns, told_over
from harmledger.read.figure import SHOT
from harmledger.read.items import INJURED, KILLED, KNOWN, SAME, SAVED, USED, Coder, Item
from harmledger.read.patterns import ACTIVE, BODY, NOUN, REDUCED, ROLL, SENT, WOUND, Pattern
from harmledger.read.rolls import roll
from harmledger.text.lexicon import Lexicon

# Flight and arrest are told of things, too: only a noun for people makes them harm.
_WEAK = frozenset(("displaced", "detained", "missing"))
_FLIGHT = 5
_ADVERBS = 2  # words between an `and` and a second verb of the same people
_VIOLENCE = frozenset(("means", "attack", "attacker", "strike_on", "fighting"))
_JOINT = {frozenset(("killed", "injured")): "casualties"}


class Matches:
    """Looks at matches of patterns in the items of one text."""

    def __init__(self, coder: Coder, lexicon: Lexicon) -> None:
        self.coder, self.norms = coder, coder.norms
        self.agreement = Agreement(coder.norms, lexicon)
        self.also, self.too, self.them = lexicon.list("also"), lexicon.list("too"), lexicon.list("them")
        self.bodies, self.of_one = lexicon.list("body_nouns"), lexicon.list("verbs_of_one")
        self.of_things = lexicon.list("harm_of_things")
        self.lost_to = lexicon.list("lost_to")
        self.till = lexicon.list("ends_deed")
        self.roll_as, self.victims = lexicon.list("roll_as"), lexicon.list("victim_nouns")

    def struck(
        self, match: re.Match[str], items: list[Item], letters: list[str], pattern: Pattern
    ) -> tuple[list[int], list[int]]:
        """The items of the people whom a match's harm struck, and of everyone it tells of."""
        low, high = match.span("who")
        who = [
            k for k in range(low, high) if items[k].people and letters[k] in "NQumEBhnzb" and not owns(items, k, low)
        ]
        who = [k for k in who if not self.is_a_place(k, items)]
        if pattern.kind == NOUN:
            who = [k for k in who if (p := items[k].people) and (p.outcome or p.possessive)]
        everyone, listed = who, self.told_over(who, match, items)
        who = self.roll(match, items, letters) if pattern.kind == ROLL else listed
        if who and (several := self.agreement.subject(match, items, letters, who)) is not None:
            who = everyone = several
        if "harm" in match.groupdict():
            harm = items[match.start("harm")]
            if harm.value in _WEAK:
                who = [k for k in who if items[k].code in "NQEB" and not _mere_flight(harm, items[k])]
            if self.strikes_things(harm):
                who = [k for k in who if items[k].code in "NB"]
        return who, everyone

    def told_over(self, who: list[int], match: re.Match[str], items: list[Item]) -> list[int]:
        """The people of a match, each once."""
        ends = self.coder.finder.headline_ends
        return told_over(who, items, match.group("who"), self.is_of_one(match, items), ends)

    def is_a_place(self, at: int, items: Sequence[Item]) -> bool:
        """`in the Mill Creek Park`: is a name after a preposition and an article no person's?"""
        led = at > 1 and items[at].code == "m" and items[at - 2].code == "p"
        return led and self.norms[items[at].first - 1] in self.coder.finder.definites

    def tells_no_harm(
        self, match: re.Match[str], items: list[Item], letters: list[str], pattern: Pattern, who: Sequence[int]
    ) -> bool:
        """Is the harm only possible, told of others than these people, or no harm in a sentence such as this?"""
        if self.hypothetical(match, items, letters) or self.another_subject(match, items):
            return True
        if "harm" in match.groupdict() and self.is_mere_illness(items, match.start("harm")):
            return True
        if self.agreement.is_denied(match, items) or self.is_of_a_thing(match, items, who):
            return True
        if match.groupdict().get("to") and self.norms[items[match.start("to")].first] in self.lost_to:
            return True  # `lost two of his men to a rival`
        if self.is_other_object(match, items, who) or (pattern.kind == SENT and not self.is_violent(items)):
            return True
        if match.groupdict().get("till") and self.norms[items[match.start("till")].first] not in self.till:
            return True
        if pattern.kind == BODY and not self.are_bodies(match, items):
            return True
        if pattern.kind == REDUCED and self.has_object(match, items):
            return True
        if pattern.name == ACTIVE and self.is_noun(items, match.start("harm")):
            return True
        return bool(match.groupdict().get("they")) and items[match.start("they")].people is not None

    def done(
        self, match: re.Match[str], items: list[Item], letters: list[str], pattern: Pattern, first: int
    ) -> tuple[Item, str]:
        """The item that tells of a match's harm, `first` where no word of its own does, and what it did; used up."""
        parts = match.groupdict()
        harm = items[match.start("harm")] if "harm" in parts else items[first]
        if parts.get("first") and items[match.start("first")].value == KILLED:
            harm = items[match.start("first")]
        if parts.get("dead"):
            harm = items[match.start("dead")]
        outcome = harm.value if pattern.kind != ROLL or "harm" in parts else self.of_group(match, items)
        outcome = "" if outcome == SAME else outcome
        if "harm" in parts and pattern.kind != ROLL:
            letters[match.start("harm")] = USED
        if pattern.kind == WOUND and harm.code in "SW":
            outcome = SHOT
        if parts.get("also"):
            other = items[match.start("also")].value
            letters[match.start("also")] = USED
            outcome = _JOINT.get(frozenset((outcome, other)), "killed" if other == "killed" else outcome)
        if outcome == SHOT and self.coder.finder.hit(items[match.end() - 1].last, "wound"):
            outcome = INJURED
        return harm, outcome

    def has_object(self, match: re.Match[str], items: Sequence[Item]) -> bool:
        """`the soldier killed the dog`: does an article behind the verb lead in what these people did it to?"""
        verb = items[match.end() - 1]
        return verb.last < items[-1].last and self.norms[verb.last] in self.coder.finder.articles

    def is_noun(self, items: Sequence[Item], harm: int) -> bool:
        """`the maimed have dealt a blow`: does an article make a noun of a word of harm?"""
        before = items[harm - 1] if harm else None
        return before is not None and before.code == "w" and self.norms[before.last - 1] in self.coder.finder.definites

    def is_other_object(self, match: re.Match[str], items: Sequence[Item], who: Sequence[int]) -> bool:
        """Is what a pattern takes for `them` another word or one person, for `following the` another phrase?"""
        parts = match.groupdict()
        if parts.get("them"):
            word = self.norms[items[match.start("them")].first]
            return word not in self.them or sum(one(items[k]) for k in who) < 2
        return bool(parts.get("known")) and items[match.start("known")].value != KNOWN

    def are_bodies(self, match: re.Match[str], items: Sequence[Item]) -> bool:
        """Is a noun of harm one for bodies, and its owner, where it has one, told by an `'s`?"""
        norms, own = self.norms, match.groupdict().get("own")
        noun = items[match.start("harm")]
        owned = not own or norms[items[match.start("own")].first] in self.coder.finder.clitics
        return owned and not self.bodies.isdisjoint(norms[noun.first : noun.last])

    def is_of_one(self, match: re.Match[str], items: Sequence[Item]) -> bool:
        """`was killed`: is the verb after the people that of one person?"""
        verb = next((i for i in items[match.end("who") : match.end()] if i.code == "X"), None)
        return verb is not None and self.norms[verb.first] in self.of_one

    def is_of_a_thing(self, match: re.Match[str], items: Sequence[Item], who: Sequence[int]) -> bool:
        """`A car with a boy and two others was hit`: is the verb of one that of a thing that several people are in?"""
        if not self.is_of_one(match, items) or sum(one(items[k]) for k in who) < 2:
            return False
        at = who[0] - 1
        while at >= 0 and items[at].code in "pw":
            if not self.coder.finder.things.isdisjoint(self.norms[items[at].first : items[at].last]):
                return True
            at -= 1
        return False

    def another_subject(self, match: re.Match[str], items: Sequence[Item]) -> bool:
        """`were in the yard and a bomb killed`: does the second verb have a subject of its own, and no `then`?"""
        if not match.groupdict().get("then"):
            return False
        words = items[match.start("then")]
        return words.last > words.first + _ADVERBS or self.norms[words.first] in self.coder.finder.articles

    def is_violent(self, items: Sequence[Item]) -> bool:
        """Does a sentence tell of an attack or a weapon?"""
        near = range(items[0].first, items[-1].last)
        return any(h.category in _VIOLENCE for at in near for h in self.coder.hits.get(at, ()))

    def is_mere_illness(self, items: Sequence[Item], harm: int) -> bool:
        """`remains in hospital`, where nothing tells of violence?"""
        in_care = self.coder.finder.hit(items[harm].first, "harm_in_care")
        return in_care is not None and not self.is_violent(items)

    def strikes_things(self, harm: Item) -> bool:
        """Is a word of harm one that things suffer as well (`burned eight flags`)?"""
        return " ".join(self.norms[harm.first : harm.last]) in self.of_things

    def roll(self, match: re.Match[str], items: Sequence[Item], letters: Sequence[str]) -> list[int]:
        """The people of a roll that nothing has taken, where the words that lead it in say that it is one."""
        norms = self.norms
        parts = match.groupdict()
        if parts.get("as") and norms[items[match.start("as")].first] not in self.roll_as:
            return []
        if "group" in parts and not self.are_victims(items[match.start("group")]):
            return []
        found = roll(items, match.start("who"), match.end("who"), norms, self.coder.finder.articles)
        return [k for k in found if letters[k] in "mNu"] if len(found) > 1 or "several" not in parts else []

    def are_victims(self, item: Item) -> bool:
        """Are people told as harmed by their noun or its adjective (`the victims`, `the wounded nuns`)?"""
        norms = self.norms[item.first : item.last]
        return bool(item.people and item.people.outcome) or not self.victims.isdisjoint(norms)

    def of_group(self, match: re.Match[str], items: Sequence[Item]) -> str:
        """What became of the group that a roll names: by its adjective, else what was told before (empty)."""
        people = items[match.start("group")].people
        return (people.outcome if people else None) or ""

    def says_also(self, match: re.Match[str], items: list[Item]) -> bool:
        """Does the match say that these people come on top (`were also killed`)?"""
        low, high = items[match.start()].first, items[match.end() - 1].last
        norms = self.norms
        return not self.also.isdisjoint(norms[low:high]) or " ".join(norms[high : high + 1]) in self.too

    def hypothetical(self, match: re.Match[str], items: list[Item], letters: list[str]) -> bool:
        """Is the harm only possible, planned, threatened or denied (`could kill`, `was not killed`)?"""
        if "harm" not in match.groupdict():
            people = items[match.start("who")].people
            outcome = people.outcome if people else None
            return any(keeps_from(i, outcome) for i in items[max(0, match.start() - 1) : match.start()])
        at = match.start("harm")
        low = max(match.start(), at - 4)
        before = letters[low:at]
        if "M" in before:
            return True
        here = match.start() - 1
        skipped = 0
        if letters[at] in "KGSI":
            while here >= 0 and skipped < 2 and letters[here] in "wXd":
                here, skipped = here - 1, skipped + 1
            return here >= 0 and letters[here] == "M" and match.start() == at
        return False


def keeps_from(item: Item, outcome: str | None) -> bool:
    """Does a word say that harm is only possible, or was averted? Who is wounded and saved stays wounded."""
    return item.code == "M" and (item.value != SAVED or outcome == KILLED)


def _mere_flight(harm: Item, item: Item) -> bool:
    """`the robber fled`: a few who run away are not displaced."""
    people = item.people
    return harm.value == "displaced" and people is not None and 0 < people.count.figure < _FLIGHT
