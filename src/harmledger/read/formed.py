"""People by form: for languages that write the number of people in the noun (`two children` is one word).

A lexicon asks for it by `noun_first` of `[tables.grammar]`. A noun stands first, with `two` or `many` among what its
key tells (one where it tells neither); adjectives and `of the civilians` follow it. `counted` nouns count only after a
number, `other` ones (`another`) have no kind of their own, `theirs` are somebody's (`her two children`), `adjectival`
words are as often adjectives.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from harmledger.model.codes import Outcome
from harmledger.model.count import Count
from harmledger.read.groups import group_of
from harmledger.read.people import Finder, People
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Quantity

_QUOTES = frozenset('"“”«»')
_FORMS = {"two": 2, "many": 0}
_FOLLOWERS = 3  # adjectives, or an `of the` and a noun, after a noun
_SIZED = 4  # tokens from `family` to its number
_SUBJECT = 5  # tokens from a verb of leaving harm to what it left
_HARMED = {Outcome.KILLED.value, Outcome.INJURED.value}
_TRAIL = 2  # tokens from people to an `at least` behind them


class FormFinder(Finder):
    """Finds people in the sentences of one text by the forms of nouns."""

    def __init__(
        self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]], asides: Mapping[int, int]
    ) -> None:
        super().__init__(marks, lexicon, hits, asides)
        self.conjunctions, self.news = lexicon.list("conjunctions"), lexicon.list("news_nouns")

    def uncounted(self, first: int, end: int) -> People | None:
        """The people that tokens from `first` on name, where they begin with no number."""
        definite = self.norms[first] in self.definites
        if definite and first + 1 < end and (quantity := self.quantities.get(first + 1)):
            found = self.counted(quantity, end)
            return found and replace(found, first=first)
        if (bracketed := self.bracketed(first, end)) is not None:
            return bracketed
        if (family := self.family(first, first + definite, end)) is not None:
            return family
        if first in self.days or (not definite and first and self.norms[first - 1] in self.definites):
            return None
        return self.formed(first, first + definite, end, definite)

    def bracketed(self, first: int, end: int) -> People | None:
        """`(6) people`: people counted by a number in brackets before them."""
        number = self.quantities.get(first + 1) if self.norms[first] == "(" else None
        if number is None or number.last + 1 >= end or self.norms[number.last] != ")":
            return None
        people = self.counted(replace(number, first=first, last=number.last + 1), end)
        return people if people is not None and people.code in "NE" else None

    def family(self, first: int, at: int, end: int) -> People | None:
        """`a whole family of six people`: as many as it is said to have [METHOD, Counting]."""
        if at >= end or self.norms[at] not in self.households:
            return None
        last = self.run(at + 1, min(end, at + _SIZED))
        size = self.quantities.get(last + 1) if last < end and self.norms[last] in self.partitives else None
        noun = self.noun(size.last, end) if size is not None and size.last < end else None
        if size is None or size.stated is None or noun is None or noun.category != "person":
            return None
        last, features = self.followed(noun, end)
        words = self.marks.tokens.quote(first, last)
        return People(first, last, "N", size.count.said_with(words), group_of(features), stated=size.stated)

    def named(self, first: int, end: int) -> People | None:
        """A name, behind a quotation mark or a title (`the late`, `the doctor`) as well."""
        here = first
        while here < end and (self.norms[here] in self.courtesies | self.definites or self.opens_quotation(here)):
            here += 1
        if self.definites.issuperset(self.norms[first:here]):
            return super().named(first, end)
        last = self.names.end(here, end)
        one = Count.exact(1, self.marks.tokens.quote(here, last)) if last > here else None
        return People(first, last, "m", one, definite=True, name=True) if one is not None else None

    def opens_quotation(self, at: int) -> bool:
        """Does a quotation mark that a word is written onto stand at a token?"""
        tokens = self.marks.tokens
        return self.norms[at] in _QUOTES and tokens.ends[at] in tokens.starts[at + 1 : at + 2]

    def noun(self, at: int, end: int) -> Hit | None:
        """The noun that starts at a token: for people, or of harm; the longer of two."""
        person, harm = self.hit(at, "person"), self.hit(at, "harm_noun")
        found = [h for h in (person, harm) if h is not None and h.last <= end]
        return max(found, key=lambda h: (h.last, h.category == "harm_noun"), default=None)

    def followed(self, noun: Hit, end: int, definite: bool = False) -> tuple[int, list[str]]:
        """Where a noun with its adjectives ends (`a displaced boy`, `ten of the civilians`), and what they all tell.

        Adjectives have the article where the noun has it, and only there.
        """
        last = noun.last
        features = noun.value.split()[noun.category == "harm_noun" :]
        for _ in range(_FOLLOWERS):
            at = last
            of = at < end and self.norms[at] in self.partitives and not self.hit(at, "include_of")
            at += of
            known = at < end and self.norms[at] in self.definites
            if known and not (of or definite):
                break
            at += known
            hit = self.hit(at, "person") if at < end else None
            if hit is None or hit.last > end or (of and "many" not in hit.value.split()):
                break
            told = hit.value.split()
            if "theirs" in told or (_forms(features) and not (_forms(told) or of)):
                break  # what describes several is in the plural or dual itself
            if "two" in told and "many" in features:
                features[features.index("many")] = "two"
            features += [f for f in told if f not in _FORMS]
            last = hit.last
        return last, features

    def formed(self, first: int, at: int, end: int, definite: bool) -> People | None:
        """The people of a noun without a number before it: as many as its form says, or the number after it.

        One that tells of harm only after a number is a person's by its other meaning (`the captive Karim`).
        """
        noun = self.noun(at, end) if at < end else None
        if noun is None or ("adjectival" in noun.value.split() and self.describes(first)):
            return None
        person = self.hit(at, "person")
        found = self.of_noun(noun, first, end, definite)
        return found or (person and noun is not person and self.of_noun(person, first, end, definite)) or None

    def of_noun(self, noun: Hit, first: int, end: int, definite: bool) -> People | None:
        """The people that a noun without a number before it names."""
        last, features = self.followed(noun, end, definite)
        size = next((_FORMS[f] for f in features if f in _FORMS), 1)
        harm = noun.value.split()[0] if noun.category == "harm_noun" else None
        said = self.behind(last, end, size)
        if said is None and (
            "counted" in features or (definite and (size == 0 or (harm and not self.named_behind(last, end))))
        ):
            return None
        count, stated = Count.exact(size) if size else Count.from_low(2), size if size > 1 else None
        if said is not None:
            count, last, stated = said.count, said.last, said.stated
        named = last
        if size == 1 and said is None:
            last = self.names.end(last, end)
        elif size == 0 and said is None:
            last, features = self.joined(count, last, end, features)
        words = self.marks.tokens.quote(first, last)
        code = "E" if harm else "Q" if "other" in features and size else "N"
        if size == 0 and said is None and harm is None:
            code = "B"
        return People(
            first, last, code, count.said_with(words), group_of(features), harm, "theirs" in features,
            "other" in features, definite, stated, name=size == 1 and last > named,
        )  # fmt: skip

    def named_behind(self, at: int, end: int) -> bool:
        """Does a person's name, in quotation marks or not, follow?"""
        quoted = at < end and self.opens_quotation(at)
        at += at < end and not self.norms[at][0].isalnum()
        return quoted or self.names.end(at, end) > at

    def describes(self, at: int) -> bool:
        """Does a word that may be an adjective stand behind a noun that it describes (`a military raid`)?"""
        before = self.norms[at - 1] if at else "."
        plain = before[0].isalpha() and before not in self.closed and before not in self.speech
        return (
            plain and at - 1 not in self.days and not self.is_harm(at - 1, "leave", "include", "include_of", "opening")
        )

    def behind(self, at: int, end: int, size: int) -> Quantity | None:
        """The number that follows a noun (`one martyr`, `civilians two`), where it fits the noun's form."""
        at += at < end and self.norms[at] in self.definites
        quantity = self.quantities.get(at) if at < end else None
        if quantity is None or quantity.stated is None or quantity.last > end:
            return None
        if self.norms[min(quantity.last, end - 1)] in self.things or self.hit(quantity.last, "include_of"):
            return None
        if quantity.last < end and self.noun(quantity.last, end) is not None:
            return None
        return quantity if quantity.stated == size or (size == 0 and quantity.stated > 1) else None

    def numbered(self, quantity: Quantity, end: int) -> People | None:
        """The people that a number before a noun counts."""
        here = quantity.last
        if here < end and self.norms[here] in self.additions:
            here = self.past_others(here, end)
            count, here = self.at_least(quantity.count, here, end)
            return People(quantity.first, here, "Q", count, adds=True)
        of = here < end and self.norms[here] in self.partitives and not self.hit(here, "include_of")
        here += of
        here += here < end and self.norms[here] in self.definites
        noun = self.noun(here, end) if here < end else None
        if (sized := self.households_of(quantity, end)) is not None:
            return sized
        if noun is None:
            if any(self.hit(quantity.last, c) for c in ("include_of", "include", "toll")):
                return People(quantity.first, quantity.last, "Q", quantity.count)
            found = self.unnamed(quantity, quantity.last, end, False, False)
            if found is None:
                return None
            count, last = self.at_least(found.count, found.last, end)
            return replace(found, count=count, last=last)
        last, features = self.followed(noun, end)
        if quantity.count.figure > 2:
            last, features = self.joined(quantity.count, last, end, features)
        adds = "other" in features
        if last < end and self.norms[last] in self.additions:
            last, adds = self.past_others(last, end), True
        harm = noun.value.split()[0] if noun.category == "harm_noun" else None
        if harm is not None and last < end and (both := self.both(noun, last, end)) > last:
            harm, last = Outcome.CASUALTIES.value, both
        count, last = self.at_least(quantity.count, last, end)
        words = count.words or self.marks.tokens.quote(quantity.first, quantity.last)
        group = group_of(features)
        return People(
            quantity.first, last, "E" if harm else "N", count.said_with(words), group, harm, adds=adds,
            possessive="theirs" in features,
        )  # fmt: skip

    def both(self, noun: Hit, at: int, end: int) -> int:
        """Where a second noun of harm in the form of the first ends, one number for both (`20 dead and wounded`)."""
        if self.norms[at] not in self.joins:
            return at
        here = at + 1
        here += here < end and self.norms[here] in self.definites
        other = self.hit(here, "harm_noun") if here < end and here not in self.quantities else None
        if other is None or other.last > end:
            return at
        (outcome, *form), (second, *its) = noun.value.split(), other.value.split()
        ends = tuple(self.lexicon.list("counted_ends"))
        cases = {self.norms[h.last - 1].endswith(ends) for h in (noun, other)}
        alike = form == its and "two" not in form and ("many" in form or len(cases) == 1)
        return other.last if {outcome, second} == _HARMED and alike else at

    def households_of(self, quantity: Quantity, end: int) -> People | None:
        """`12 families (60 people)`: households are people only through a stated size [IDMC]."""
        at = quantity.last
        if at + 2 >= end or self.norms[at] not in self.households or self.norms[at + 1] != "(":
            return None
        size = self.quantities.get(at + 2)
        people = self.numbered(size, end) if size is not None else None
        if people is None or people.last >= end or self.norms[people.last] != ")":
            return None
        words = self.marks.tokens.quote(quantity.first, people.last + 1)
        return replace(people, first=quantity.first, last=people.last + 1, count=people.count.said_with(words))

    def past_others(self, at: int, end: int) -> int:
        """The token after `others`."""
        while at < end and self.norms[at] in self.additions:
            at += 1
        return at

    def at_least(self, count: Count, at: int, end: int) -> tuple[Count, int]:
        """A number under an `at least` that follows its noun, and where it ends."""
        for near in range(at, min(at + _TRAIL, end)):
            hit = self.hit(near, "qualifier_after")
            if hit is not None and count.best is not None:
                words = f"{count.words} {self.marks.tokens.quote(near, hit.last)}"
                return Count.at_least(count.best, words), hit.last
        return count, at

    def none(self, first: int, end: int) -> People | None:
        """`without injuries`, `the raid left no injuries`: a count of nought, of harm alone.

        `no other injuries` says nothing of those told before, `no news of injuries` nothing at all: mere words.
        """
        at = self.left(first + 1, end)
        news = at < end and self.norms[at] in self.news
        at = self.left(at + 1, end, _SUBJECT) if news else at
        noun = self.noun(at, end) if at < end else None
        if noun is None or noun.category != "harm_noun":
            return None
        zero = Count.exact(0, self.marks.tokens.quote(first, noun.last))
        other = noun.last < end and self.norms[noun.last] in self.additions
        if other or news:
            return People(first, noun.last + other, "w", zero)
        return People(first, noun.last, "E", zero, outcome=noun.value.split()[0])

    def left(self, at: int, end: int, words: int = 0) -> int:
        """Past words of leaving harm, their subject, and an article: where what was not left stands, if anything.

        So many plain `words` may stand before any of these.
        """
        limit = at + words
        while at < end:
            hit = self.hit(at, "leave")
            if hit is not None:
                at, limit = hit.last, hit.last + _SUBJECT
            elif self.norms[at] in self.definites or (at < limit and self.is_plain(at)):
                at += 1
            else:
                break
        return at

    def is_plain(self, at: int) -> bool:
        """Is a token a word that neither ends a clause nor tells of harm, or of news of it?"""
        norm = self.norms[at]
        return norm.isalnum() and norm not in self.conjunctions | self.news and not self.is_harm(at, "no_harm")

    def plural(self, hit: Hit) -> bool:
        """Does a noun's form say that it is of several people?"""
        return "many" in hit.value.split()


def _forms(features: Sequence[str]) -> bool:
    """Do features tell that a noun is of several?"""
    return any(f in _FORMS for f in features)
