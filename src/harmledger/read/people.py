"""People: the passages of a sentence that name people, with how many, of which group.

`Three suspected militants`, `a shepherd and his two sons`, `82 others`, `Mayor X and her driver`, `dozens`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from harmledger.model.claim import Group
from harmledger.model.count import Count
from harmledger.read.ages import Ages
from harmledger.read.groups import agree, group_of
from harmledger.read.heads import Heads
from harmledger.read.names import Names
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Quantity

_SIZED = 4  # tokens from an article to `family`
_OWNER = 6  # tokens of an owner, its `'s` among them
_GROWN = 18  # years; a child is anyone younger [OHCHR]
_NO_GROUP = Group()
_ENDS = frozenset((".", "!", "?", "…", '"', "”"))


@dataclass(frozen=True, slots=True)
class People:
    """Tokens `first` to `last` (exclusive) name people.

    `code` tells how: N counted or single, Q a number without a noun, u a counted thing that may be people, m a name,
    B several without a number, E a counted noun of harm (`21 deaths`). `outcome` is that noun's, or of an adjective
    (`12 wounded soldiers`). `name`: a proper name is part of it.
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
    pronoun: bool = False
    name: bool = False


class Finder(Heads):
    """Finds people in the sentences of one text."""

    def __init__(
        self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]], asides: Mapping[int, int]
    ) -> None:
        super().__init__(marks, lexicon, hits)
        self.asides = asides
        self.words = marks.tokens.words
        self.names = Names(marks, lexicon, hits)
        lists = lexicon.list
        self.headline_ends = _headline_ends(marks, lexicon.list("one_articles"))
        self.articles, self.possessives = lists("one_articles"), lists("possessives")
        self.pairs = lists("pairs")
        self.additions = lists("additions")
        self.others = lists("others")
        self.owners, self.definites, self.zeros = lists("owners"), lists("definites"), lists("zero_articles")
        self.courtesies, self.all_of = lists("courtesies"), lists("all_of")
        self.households, self.years = lists("households"), Ages(marks.tokens.norms, lexicon)
        self.one_articles, self.one_ends = lists("one_of_unknown"), tuple(lists("not_one_ends"))

    def at(self, first: int, end: int) -> People | None:
        """The people that tokens from `first` on name, within a sentence that ends before `end`."""
        quantity = self.quantities.get(first)
        if quantity is not None:
            return self.counted(quantity, end)
        return self.none(first, end) if self.norms[first] in self.zeros else self.uncounted(first, end)

    def uncounted(self, first: int, end: int) -> People | None:
        """The people that tokens from `first` on name, where they begin with no number."""
        norm = self.norms[first]
        if norm in self.additions and first + 1 < end and (q := self.quantities.get(first + 1)):
            found = self.counted(q, end)
            return found and replace(found, first=first, adds=True)
        if norm in self.articles:
            return self.single(first, end) or self.another(first, end)
        hit = self.hit(first, "person")
        if hit is not None and first not in self.days and not self.hit(first, "harm_state"):
            return self.bare(hit, end)
        digits = norm[0].isdigit() or "-" in norm
        return self.aged(first, first, end) if digits else None

    def counted(self, quantity: Quantity, end: int) -> People | None:
        """The people that a quantity counts, where it counts any."""
        found = self.numbered(quantity, end)
        if found is None:
            return None
        first = self.norms[quantity.first]
        known = first in self.all_of or (found.adds and first in self.definites)  # `all three`, `the two others`
        return replace(found, stated=quantity.stated, definite=found.definite or known)

    def numbered(self, quantity: Quantity, end: int) -> People | None:
        """The same without the number stated."""
        here, adds, partitive = self.asides.get(quantity.last, quantity.last), False, False
        while here < end and self.norms[here] in self.additions:
            adds = True
            if self.norms[here] in self.others:
                break
            here += 1
        if here + 1 < end and self.norms[here] in self.partitives and not self.hit(here, "include_of"):
            partitive = self.norms[here + 1] in self.owners
            owned = self.past_owner(here + 1, end)
            partitive = partitive or owned > here + 1
            here = max(owned, here + 2 if partitive else here + 1)
        sized = self.household(quantity, here, end)
        if sized is not None:
            return sized
        head, harm, last, features = self.head(here, end)
        count = quantity.count
        if head is not None:
            if last < end and self.norms[last] in self.compounds and features != [] and not self.plural(head):
                return None
            last, features = self.joined(count, last, end, features)
            noun = last
            if partitive and (those := self.hit(here - 1, "person")) and those.last == last:
                features = those.value.split()  # `two of the gunmen`: those who attacked
            if count.figure == 1:
                last = self.names.end(last, end)
            words = self.marks.tokens.quote(quantity.first, quantity.last)
            return People(
                quantity.first, last, "N", count.said_with(words), group_of(features), harm.value if harm else None,
                adds=adds, definite=partitive, name=last > noun,
            )  # fmt: skip
        if harm is not None and harm.category == "harm_noun" and not partitive and last > max(here - 1, quantity.last):
            if last < end and self.norms[last] in self.compounds:
                return None  # `five IDPs camps`
            return People(quantity.first, last, "E", count, outcome=harm.value, adds=adds)
        return self.unnamed(quantity, quantity.last if quantity.last in self.asides else here, end, adds, partitive)

    def past_owner(self, here: int, end: int) -> int:
        """The token after `the group's`, `a city district's` at `here`; `here` where there is no owner."""
        for at in range(here, min(end, here + _OWNER)):
            norm = self.norms[at]
            if norm in self.clitics:
                return at + 1
            if (norm in self.closed and at > here) or not norm[0].isalnum() or self.is_harm(at):
                break
        return here

    def unnamed(self, quantity: Quantity, here: int, end: int, adds: bool, partitive: bool) -> People | None:
        """A number whose noun is missing (Q) or not known to be people (u)."""
        norm = self.norms[here] if here < end else "."
        if norm in self.things:
            return None
        if norm in self.closed or not norm[0].isalnum() or here in self.days or self.is_harm(here):
            if partitive and quantity.count.figure != 1:
                return None
            return People(quantity.first, max(quantity.last, here), "Q", quantity.count, adds=adds)
        last = self.run(here, min(end, here + 4), "be")
        if last == here or any(w in self.things for w in self.norms[here:last]):
            return None if last > here else People(quantity.first, quantity.last, "Q", quantity.count, adds=adds)
        noun = self.norms[last - 1]
        plural = noun.endswith(self.plural_ends) or noun in self.plurals or self.words[last - 1][:1].isupper()
        if quantity.count.figure > 1 and not plural:
            return None
        return People(quantity.first, last, "u", quantity.count, adds=adds)

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
        if here >= end:
            return None
        quantity = self.quantities.get(here)
        if quantity is not None:
            found = self.counted(quantity, end)
            if found and found.code == "E" and norm in self.owners:
                return None  # `the two murders` were told of before
            return found and replace(found, first=first, possessive=possessive, definite=not possessive)
        sized = self.sized(first, here, end)
        if sized is not None:
            return sized
        head, harm, last, features = self.head(here, end)
        if head is None:
            return self.aged(first, here, end) or self.unknown(first, here, end, norm)
        if last < end and self.norms[last] in self.compounds:
            return None
        adds = norm in self.additions or self.norms[first + 1] in self.additions
        if self.plural(head):
            last, _ = self.joined(Count.from_low(2), last, end, features)
            words, pair = self.marks.tokens.quote(first, last), self.norms[last - 1] in self.pairs
            if pair and self.hit(first, "possessive"):  # `his parents`
                return People(first, last, "N", Count.exact(2, words), group_of(features), possessive=True)
            count = Count.from_low(2, words)
            return People(
                first, last, "B", count, group_of(features), harm.value if harm else None, possessive, adds, True
            )
        number = 1
        if (mate := self.mate(head, last, end, possessive)) is not None:
            last, number = mate.last, 2
            features = [f for f in features if f in mate.value.split()]
        those = self.hit(first, "person")
        if those is not None and those.last == last:
            features = those.value.split()  # `the gunman`: who attacked
        noun, last = last, self.names.end(last, end)
        words = self.marks.tokens.quote(first, last)
        outcome = harm.value if harm else None
        return People(
            first, last, "N", Count.exact(number, words), group_of(features), outcome, possessive, adds,
            norm in self.definites, name=last > noun,
        )  # fmt: skip

    def mate(self, head: Hit, last: int, end: int, possessive: bool) -> Hit | None:
        """`his wife and son`, `a man and woman`: a second person under one article, of the other sex unless owned."""
        if last + 1 >= end or self.norms[last] not in self.joins:
            return None
        mate = self.hit(last + 1, "person")
        if mate is None or self.plural(mate):
            return None
        mine, theirs = group_of(head.value.split()), group_of(mate.value.split())
        return mate if possessive or not agree(mine, theirs) else None

    def aged(self, first: int, here: int, end: int) -> People | None:
        """`a 14-year-old`, `17-year-old Juan Perez`: one person told by age at `here`, a name after it or nothing."""
        past = self.past_age(here, end) if here < end and self.norms[here] not in self.ages else here
        if past == here:
            return None
        noun = self.hit(past, "person") if past < end and past not in self.days else None
        head = noun if noun is not None and noun.last <= end and not self.plural(noun) else None
        features = self.age_features(here) + (head.value.split() if head else [])
        past = head.last if head else past
        last = self.names.end(past, end)
        follows = self.norms[last] if last < end else "."
        ends = follows in self.closed or not follows[0].isalnum() or self.is_harm(last, "be")
        told = self.norms[past - 1] in self.olds or "-" in "".join(self.norms[here:past])  # not `nine years`
        if last == past and head is None and not (ends and told):
            return None
        norm, group = self.norms[first], group_of(features)
        return People(
            first, last, "N", Count.exact(1, self.marks.tokens.quote(first, last)), group,
            possessive=norm in self.possessives, adds=norm in self.additions,
            definite=last > past or norm in self.definites, name=last > past,
        )  # fmt: skip

    def age_features(self, at: int) -> list[str]:
        """Whether an age at a token is a child's."""
        years = self.years.of(at)
        return [] if years is None else ["child" if years < _GROWN else "adult"]

    def sized(self, first: int, here: int, end: int) -> People | None:
        """`a family of five`, `an entire family of five people`: as many as it is said to have [METHOD, Counting]."""
        last = self.run(here, min(end, here + _SIZED))
        if last + 1 >= end or last == here or self.norms[last - 1] not in self.households:
            return None
        size = self.quantities.get(last + 1) if self.norms[last] in self.partitives else None
        if size is None or size.stated is None:
            return None
        head, _, after, features = self.head(size.last, end)
        if head is None:
            after = size.last
        words = self.marks.tokens.quote(first, after)
        return People(first, after, "N", size.count.said_with(words), group_of(features), stated=size.stated)

    def household(self, quantity: Quantity, here: int, end: int) -> People | None:
        """`12 families (60 people)`: households are people only through a stated size [IDMC]."""
        if here + 2 >= end or self.norms[here] not in self.households or self.norms[here + 1] != "(":
            return None
        size = self.quantities.get(here + 2)
        head, _, last, features = self.head(size.last, end) if size is not None else (None, None, here, [])
        if size is None or head is None or last >= end or self.norms[last] != ")":
            return None
        words = self.marks.tokens.quote(quantity.first, last + 1)
        return People(quantity.first, last + 1, "N", size.count.said_with(words), group_of(features))

    def another(self, first: int, end: int) -> People | None:
        """`another was injured`, `injuring another`, `a sixth was hurt`: one more, without a noun."""
        last = first + 1
        if self.norms[first] not in self.additions:
            if self.norms[first] in self.definites or last >= end or self.norms[last] not in self.additions:
                return None
            last += 1
        ends = last >= end or not self.norms[last][0].isalnum() or self.norms[last] in self.closed
        aside = last + 1 < end and self.norms[last] == "," and self.is_harm(last + 1)
        if aside or self.is_harm(last, "be") or (ends and first and self.is_harm(first - 1)):
            return People(first, last, "Q", Count.exact(1, self.marks.tokens.quote(first, last)), adds=True)
        return None

    def unknown(self, first: int, here: int, end: int, article: str) -> People | None:
        """`a well-known scholar`: one of an unknown noun; only a verb of harm beside it makes it a person."""
        if article not in self.one_articles or here >= end:
            return None
        last = self.run(here, min(end, here + 5), "be", "leave")
        words = self.norms[here:last]
        if (
            not words
            or words[-1].endswith(self.one_ends)
            or words[-1] in self.compounds
            or any(w in self.things for w in words)
        ):
            return None
        return People(
            first, last, "u", Count.exact(1, self.marks.tokens.quote(first, last)),
            possessive=article in self.possessives, adds=article in self.additions,
        )  # fmt: skip

    def bare(self, hit: Hit, end: int) -> People | None:
        """`civilians`, `Mayor Juan Perez`, `police`; in a headline, which has no articles, `boy` is one boy."""
        first = hit.first
        head, harm, last, features = self.head(first, end)
        if head is None:
            return None
        if last < end and self.norms[last] in self.compounds:
            return None
        if self.plural(head):
            last, _ = self.joined(Count.from_low(2), last, end, features)
            words = self.marks.tokens.quote(first, last)
            return People(first, last, "B", Count.from_low(2, words), group_of(features), harm.value if harm else None)
        named = last if self.norms[last - 1] in self.additions else self.names.end(last, end)
        words = self.marks.tokens.quote(first, named)
        known = named > last or not (first < self.headline_ends or self.heads_line(first, last))
        return People(
            first, named, "m" if named == last and known else "N", Count.exact(1, words), group_of(features),
            definite=known, name=named > last,
        )  # fmt: skip

    def heads_line(self, first: int, last: int) -> bool:
        """`Civilian killed, three others hurt in a raid.`: is a noun without an article a post's first word, or the
        first behind its colon, and harmed by the next?
        """
        opens = any(s.first == first for s in self.marks.sentences) or (first > 0 and self.norms[first - 1] == ":")
        return opens and self.hit(last, "harm_participle") is not None

    def named(self, first: int, end: int) -> People | None:
        """A name: N after a courtesy (`Dr Perez`), else m; whether that is a person the pattern around it tells."""
        here = first
        while here + 1 < end and (self.norms[here] in self.courtesies or (here > first and self.norms[here] == ".")):
            here += 1
        last = self.names.end(here, end) if here > first else self.names.full(first, end)
        if last is None or last == here:
            return None
        one = Count.exact(1, self.marks.tokens.quote(first, last))
        return People(first, last, "N" if here > first else "m", one, definite=True, name=True)

    def run(self, first: int, end: int, *others: str) -> int:
        """Where the run of words without meaning here ends: at a closed word, a mark, harm, a hit of `others`."""
        last = first
        while last < end:
            norm = self.norms[last]
            if norm in self.closed or not norm[0].isalpha() or self.is_harm(last, *others):
                break
            last += 1
        return last


def _headline_ends(marks: Marks, articles: frozenset[str]) -> int:
    """The token where a report's headline ends, 0 where it has none.

    A report of one line that does not end as a sentence does, and has no article, is all headline.
    """
    norms = marks.tokens.norms
    line = len(marks.sentences) == 1 and norms[-1] not in _ENDS and articles.isdisjoint(norms)
    return len(marks.tokens) if line else max((s.last for s in marks.sentences if s.title), default=0)
