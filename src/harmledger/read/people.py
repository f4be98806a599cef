"""People: the passages of a sentence that name people, with how many, of which group.

`Three suspected militants`, `a shepherd and his two sons`, `82 others`, `Mayor X and her driver`, `dozens`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.model.claim import Group
from harmledger.model.codes import Age, Role, Sex, Status
from harmledger.model.count import Count
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Quantity

_REACH = 7
_NO_GROUP = Group()


@dataclass(frozen=True, slots=True)
class People:
    """Tokens `first` to `last` (exclusive) name people.

    `code` tells how: N counted or single, Q a number without a noun, u a counted thing that may be people, m a name,
    B several without a number, E a counted noun of harm (`21 deaths`). `outcome` is that noun's, or of an adjective
    (`12 wounded soldiers`).
    """

    first: int
    last: int
    code: str
    count: Count
    group: Group = _NO_GROUP
    outcome: str | None = None
    possessive: bool = False
    adds: bool = False
    definite: bool = False
    stated: int | None = None


class Finder:
    """Finds people in the sentences of one text."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.marks, self.lexicon, self.hits = marks, lexicon, hits
        self.norms, self.words = marks.tokens.norms, marks.tokens.words
        self.quantities = {q.first: q for q in marks.quantities}
        self.days = {t for d in marks.days for t in range(d.first, d.last)}
        lists = lexicon.list
        self.stops, self.things, self.compounds = lists("stops"), lists("things"), lists("compounds")
        self.articles, self.possessives, self.additions = (
            lists("one_articles"),
            lists("possessives"),
            lists("additions"),
        )
        self.prepositions, self.conjunctions, self.plurals = (
            lists("prepositions"),
            lists("conjunctions"),
            lists("plurals"),
        )
        self.speech = lists("speech")
        self.endings = tuple(lists("common_ends"))
        self.zeros, self.titles = lists("zero_articles"), lists("titles")

    def at(self, first: int, end: int) -> People | None:
        """The people that tokens from `first` on name, within a sentence that ends before `end`."""
        quantity = self.quantities.get(first)
        if quantity is not None:
            return self.counted(quantity, end)
        norm = self.norms[first]
        if norm in self.zeros:
            return self.none(first, end)
        if norm in self.additions and first + 1 < end and (q := self.quantities.get(first + 1)):
            found = self.counted(q, end)
            return found and replace(found, first=first, adds=True)
        if norm in self.articles and not (norm in self.additions and self.norms[first - 1 : first] == ["one"]):
            return self.single(first, end) or self.another(first, end)
        hit = self.hit(first, "person")
        if hit is not None and first not in self.days:
            return self.bare(hit, end)
        return None

    def hit(self, at: int, category: str) -> Hit | None:
        for hit in self.hits.get(at, ()):
            if hit.category == category:
                return hit
        return None

    def head(self, first: int, end: int) -> tuple[Hit | None, Hit | None, int, list[str]]:
        """Head noun from `first` on: a person's, or a noun of harm; an adjective of harm before it; where it ends."""
        head: Hit | None = None
        harm: Hit | None = None
        here = first
        features: list[str] = []
        limit = min(end, first + _REACH)
        while here < limit:
            norm = self.norms[here]
            if (past := self.past_age(here, limit)) > here:
                here = past
                continue
            hit = self.hit(here, "person")
            if hit is not None and hit.last <= end and here not in self.days:
                if head is not None and here > head.last:
                    break
                head, here = hit, hit.last
                features += hit.value.split()
                if here < end and self.norms[here] in ("'s", "’s", "'"):
                    owned = self.head(here + 1, min(end, here + 5))
                    if owned[0] is None:
                        return None, None, here, []
                    return owned
                continue
            noun = self.hit(here, "harm_noun")
            if head is None and noun is not None and not self.person_follows(noun.last, min(end, noun.last + 3)):
                return None, noun, noun.last, []
            state = noun or self.hit(here, "harm_participle") or self.hit(here, "harm_state")
            if head is not None:
                if head.value == "people" and here < head.last + 2 and norm not in self.stops and norm.isalpha():
                    if self.person_follows(here, min(end, here + 2)):
                        head = None
                        continue
                break
            if state is not None:
                if not self.person_follows(state.last, min(end, state.last + 3)):
                    break
                harm, here = state, state.last
                continue
            if norm in self.stops or norm in self.prepositions or norm in self.conjunctions or not norm[0].isalnum():
                if norm == "," and here > first and self.person_follows(here + 1, min(end, here + 3)):
                    here += 1
                    continue
                break
            if norm in self.things and not self.person_follows(here + 1, min(end, here + 3)):
                break
            if self.quantities.get(here) is not None and here > first:
                break
            here += 1
        return head, harm, head.last if head else first, features

    def past_age(self, here: int, end: int) -> int:
        """The token after `12-year-old`, `12 - year-old`, `twelve-year-old` at `here`; `here` where there is none."""
        ages = self.lexicon.list("age_after")
        norm = self.norms[here]
        if any(norm.endswith("-" + a) for a in ages) or norm in ages:
            return here + 1
        if norm[0].isdigit() and here + 1 < end:
            at = here + 2 if self.norms[here + 1] == "-" else here + 1
            if at < end and (self.norms[at] in ages):
                past = at + 1
                while past + 1 < end and self.norms[past] in ("-", "old"):
                    past += 1
                return past
        return here

    def person_follows(self, here: int, end: int) -> bool:
        for at in range(here, end):
            norm = self.norms[at]
            if self.hit(at, "person") is not None:
                return True
            if norm in self.stops or norm in self.prepositions or norm in self.conjunctions or not norm[0].isalpha():
                return False
        return False

    def counted(self, quantity: Quantity, end: int) -> People | None:
        found = self.numbered(quantity, end)
        return found and replace(found, stated=quantity.stated)

    def numbered(self, quantity: Quantity, end: int) -> People | None:
        here, adds, partitive = quantity.last, False, False
        while here < end and self.norms[here] in self.additions:
            follower = self.norms[here]
            adds = True
            if follower == "others":
                break
            here += 1
        if here + 1 < end and self.norms[here] == "of" and not self.hit(here, "include_of"):
            partitive = self.norms[here + 1] in self.lexicon.list("owners")
            here += 2 if partitive else 1
        head, harm, last, features = self.head(here, end)
        count = quantity.count
        if head is not None:
            if last < end and self.norms[last] in self.compounds and features != [] and not self.plural(head):
                return None
            count, last, features = self.joined(count, last, end, features)
            words = self.marks.tokens.quote(quantity.first, quantity.last)
            return People(
                quantity.first, last, "N", count.said_with(words), group_of(features), harm.value if harm else None,
                adds=adds, definite=partitive,
            )  # fmt: skip
        if (
            harm is not None
            and not partitive
            and last > here - 1
            and harm.category == "harm_noun"
            and last > quantity.last
        ):
            return People(quantity.first, last, "E", count, outcome=harm.value, adds=adds)
        return self.unnamed(quantity, here, end, adds, partitive)

    def unnamed(self, quantity: Quantity, here: int, end: int, adds: bool, partitive: bool) -> People | None:
        """A number whose noun is missing (Q) or not known to be people (u)."""
        norm = self.norms[here] if here < end else "."
        if partitive and quantity.count.figure != 1:
            return None
        if norm in self.things:
            return None
        open_word = (
            norm in self.stops or norm in self.prepositions or norm in self.conjunctions or not norm[0].isalnum()
        )
        if open_word or here in self.days or any(h.category.startswith("harm") for h in self.hits.get(here, ())):
            return People(quantity.first, max(quantity.last, here), "Q", quantity.count, adds=adds)
        last = here
        while last < min(end, here + 4):
            word = self.norms[last]
            if word in self.stops or word in self.prepositions or word in self.conjunctions or not word[0].isalpha():
                break
            if any(h.category.startswith("harm") or h.category == "be" for h in self.hits.get(last, ())):
                break
            last += 1
        if last == here or any(w in self.things for w in self.norms[here:last]):
            return None if last > here else People(quantity.first, quantity.last, "Q", quantity.count, adds=adds)
        noun = self.norms[last - 1]
        plural = noun.endswith("s") or noun in self.plurals or self.words[last - 1][:1].isupper()
        if quantity.count.figure > 1 and not plural:
            return None
        return People(quantity.first, last, "u", quantity.count, adds=adds)

    def joined(self, count: Count, last: int, end: int, features: list[str]) -> tuple[Count, int, list[str]]:
        """`12 women and children`: a further noun under the same number."""
        groups = [features]
        while last + 1 < end and self.norms[last] in ("and", "or", ",", "&"):
            at = last + 1
            if self.norms[last] == "," and not self.listed(at, end):
                break
            if self.norms[at] in ("and", "or"):
                at += 1
            hit = self.hit(at, "person") if at < end else None
            if hit is None or not self.plural(hit) or self.quantities.get(at) or count.figure < 2:
                break
            if hit.last < end and (self.norms[hit.last] in self.compounds or self.norms[hit.last] in self.speech):
                break
            groups.append(hit.value.split())
            last = hit.last
        shared = [f for f in groups[0] if all(f in g for g in groups)]
        return count, last, shared

    def listed(self, at: int, end: int) -> bool:
        """Does a further noun and an `and` follow a comma (`12 men, women and children`)?"""
        hit = self.hit(at, "person")
        return self.norms[at] in ("and", "or") or (
            hit is not None and hit.last < end and self.norms[hit.last] in ("and", "or")
        )

    def plural(self, hit: Hit) -> bool:
        word = self.norms[hit.last - 1]
        return word in self.plurals or (word.endswith("s") and not word.endswith("ss")) or "many" in hit.value.split()

    def none(self, first: int, end: int) -> People | None:
        """`no casualties`, `no one`: a count of nought."""
        here = first + 1
        if here < end and self.norms[here] in self.additions:
            return None
        head, harm, last, features = self.head(here, end)
        zero = Count.exact(0, self.marks.tokens.quote(first, last if last > first else first + 1))
        if head is not None:
            return People(first, last, "N", zero, group_of(features))
        if harm is not None and harm.category == "harm_noun":
            return People(first, last, "E", zero, outcome=harm.value)
        return None

    def single(self, first: int, end: int) -> People | None:
        """`a shepherd`, `the mayor`, `his two sons`, `another man`, `the victims`."""
        norm = self.norms[first]
        possessive = norm in self.possessives
        here = first + 1
        while here < end and self.norms[here] in self.additions:
            here += 1
        quantity = self.quantities.get(here) if here < end else None
        if quantity is not None:
            found = self.counted(quantity, end)
            if found and found.code == "E" and norm in self.lexicon.list("owners"):
                return None  # `the two murders` were told of before
            return found and replace(found, first=first, possessive=possessive, definite=not possessive)
        head, harm, last, features = self.head(here, end)
        if head is None:
            return self.unknown(first, here, end, norm)
        if last < end and self.norms[last] in self.compounds:
            return None
        adds = norm in self.additions or self.norms[first + 1] in self.additions
        if self.plural(head):
            last = self.joined(Count.from_low(2), last, end, features)[1]
            count = Count.from_low(2, self.marks.tokens.quote(first, last))
            return People(
                first, last, "B", count, group_of(features), harm.value if harm else None, possessive, adds, True
            )
        number = 1
        if possessive and last + 1 < end and self.norms[last] == "and" and (mate := self.hit(last + 1, "person")):
            if not self.plural(mate):
                last, number = mate.last, 2
        last = self.name_after(last, end)
        words = self.marks.tokens.quote(first, last)
        outcome = harm.value if harm else None
        definite = norm in ("the", "this", "that")
        return People(
            first, last, "N", Count.exact(number, words), group_of(features), outcome, possessive, adds, definite
        )

    def another(self, first: int, end: int) -> People | None:
        """`another was injured`: one more, without a noun."""
        if self.norms[first] not in self.additions or first + 1 >= end:
            return None
        if any(h.category.startswith("harm") or h.category == "be" for h in self.hits.get(first + 1, ())):
            return People(first, first + 1, "Q", Count.exact(1, self.words[first]), adds=True)
        return None

    def unknown(self, first: int, here: int, end: int, article: str) -> People | None:
        """`a well-known scholar`: one of an unknown noun; only a verb of harm beside it makes it a person."""
        if article not in ("a", "an", "another", "his", "her", "their") or here >= end:
            return None
        last = here
        while last < min(end, here + 5):
            word = self.norms[last]
            if word in self.stops or word in self.prepositions or word in self.conjunctions or not word[0].isalpha():
                break
            if any(h.category.startswith("harm") or h.category in ("be", "leave") for h in self.hits.get(last, ())):
                break
            last += 1
        words = self.norms[here:last]
        if not words or any(w in self.things or w in self.compounds for w in words) or words[-1].endswith(("s", "ing")):
            return None
        return People(
            first, last, "u", Count.exact(1, self.marks.tokens.quote(first, last)),
            possessive=article in self.possessives, adds=article == "another",
        )  # fmt: skip

    def bare(self, hit: Hit, end: int) -> People | None:
        """`civilians`, `Mayor Juan Perez`, `police`."""
        first = hit.first
        head, harm, last, features = self.head(first, end)
        if head is None:
            return None
        if last < end and self.norms[last] in self.compounds:
            return None
        if self.plural(head):
            last = self.joined(Count.from_low(2), last, end, features)[1]
            words = self.marks.tokens.quote(first, last)
            return People(first, last, "B", Count.from_low(2, words), group_of(features), harm.value if harm else None)
        named = self.name_after(last, end)
        words = self.marks.tokens.quote(first, named)
        return People(
            first, named, "m" if named == last else "N", Count.exact(1, words), group_of(features), definite=True
        )

    def name_after(self, last: int, end: int) -> int:
        """Where the name that follows a title or role ends; `last` where none does."""
        here = last
        while here < end and here < last + 5 and self.is_name(here):
            here += 1
        return here

    def is_name(self, at: int) -> bool:
        """May a token be part of a person's name? In capitals throughout, where no lexicon nor ending tells otherwise."""
        word, norm = self.words[at], self.norms[at]
        if not word[:1].isupper() or norm in self.stops or at in self.days:
            return False
        if not self.marks.capitals:
            return True
        return (
            norm.isalpha()
            and not self.hits.get(at)
            and not norm.endswith(self.endings)
            and norm not in self.things
            and norm not in self.compounds
            and norm not in self.prepositions
            and norm not in self.conjunctions
            and norm not in self.speech
            and norm not in self.lexicon.list("not_names")
        )

    def named(self, first: int, end: int) -> People | None:
        """A name of two or more capitalised words, as `m`; whether it is a person the pattern around it tells."""
        here = first
        while here < end and here < first + 5 and self.is_name(here) and not self.hits.get(here):
            here += 1
        if here - first < 2 and not (here > first and self.is_event(first - 1) and self.is_surname(first)):
            return None
        return People(first, here, "m", Count.exact(1, self.marks.tokens.quote(first, here)), definite=True)

    def is_surname(self, at: int) -> bool:
        """May one word alone be a name, and no adjective whose noun follows (`POLITICAL`, `HONDURAN`)?"""
        return not self.norms[at].endswith(tuple(self.lexicon.list("adjective_ends")))

    def is_event(self, at: int) -> bool:
        """Does a phrase like `the murder of` end with token `at`?"""
        return any(
            hit.category == "harm_event" and hit.last == at + 1
            for first in range(max(0, at - 3), at + 1)
            for hit in self.hits.get(first, ())
        )


_STATUS = {s.value: s for s in Status}
_AGE = {a.value: a for a in Age}
_SEX = {s.value: s for s in Sex}
_ROLE = {r.value: r for r in Role}


def group_of(features: Sequence[str]) -> Group:
    """The Group that a noun's features tell; police and officials count as neither civilian nor combatant by noun."""
    if not features:
        return _NO_GROUP
    text = " ".join(features)
    status = next((_STATUS[f] for f in ("attacker", "combatant", "civilian", "unknown") if f in features), None)
    age = Age.CHILD if "child" in features else Age.ADULT if "adult" in features else None
    sex = next((_SEX[f] for f in ("female", "male") if f in features), None)
    role = next((role for value, role in _ROLE.items() if value in text), None)
    return Group(status, age, sex, role)
