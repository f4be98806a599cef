"""Heads: the noun that a passage of people hangs on, with what its form tells (`12 wounded young soldiers`)."""

from collections.abc import Mapping, Sequence

from harmledger.model.count import Count
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks

_REACH = 7  # tokens from a number to its noun
_NEAR = 3  # tokens from an adjective of harm to the noun
_NEXT, _DESCRIBED = 2, 4  # tokens from a people's name, from its adjective, to the end of the noun described
_OWNED = 5  # tokens from `'s` to what is owned

Head = tuple[Hit | None, Hit | None, int, list[str]]


class Heads:
    """Finds head nouns in the sentences of one text."""

    def __init__(self, marks: Marks, lexicon: Lexicon, hits: Mapping[int, Sequence[Hit]]) -> None:
        self.marks, self.lexicon, self.hits = marks, lexicon, hits
        self.norms = marks.tokens.norms
        self.quantities = {q.first: q for q in marks.quantities}
        self.days = {t for d in marks.days for t in range(d.first, d.last)}
        lists = lexicon.list
        self.closed = lists("stops", "prepositions", "conjunctions")
        self.stops, self.things, self.compounds = lists("stops"), lists("things"), lists("compounds")
        self.speech, self.joins, self.clitics = lists("speech"), lists("list_joins"), lists("clitics")
        self.partitives = lists("partitives")
        self.ages, self.olds = lists("age_after", "grade_after"), lists("age_old") | {"-"}
        self.age_ends = tuple("-" + a for a in self.ages)
        self.plurals = lists("plurals")
        self.plural_ends, self.singular_ends = tuple(lists("plural_ends")), tuple(lists("singular_ends"))

    def hit(self, at: int, category: str) -> Hit | None:
        """The hit of a category that starts at a token."""
        for hit in self.hits.get(at, ()):
            if hit.category == category:
                return hit
        return None

    def is_harm(self, at: int, *others: str) -> bool:
        """Does a word of harm, or of one of `others`, start at a token?"""
        return any(h.category.startswith("harm") or h.category in others for h in self.hits.get(at, ()))

    def head(self, first: int, end: int) -> Head:
        """Head noun from `first` on: a person's, or a noun of harm; an adjective of harm before it; where it ends.

        The last part are the features that the nouns tell (`child`, `female`, a role).
        """
        head: Hit | None = None
        harm: Hit | None = None
        here = first
        features: list[str] = []
        limit = min(end, first + _REACH)
        while here < limit:
            if (past := self.past_age(here, limit)) > here:
                here = past
                continue
            hit = self.hit(here, "person")
            if hit is not None and hit.last <= end and here not in self.days:
                if head is not None and (here > head.last or self.hit(here, "harm_state")):
                    break  # `took nine clerks hostage`
                head, here = hit, hit.last
                features += hit.value.split()
                if here < end and self.norms[here] in self.clitics:
                    owned = self.head(here + 1, min(end, here + _OWNED))
                    return (None, None, here, []) if owned[0] is None else owned
                continue
            if head is not None:
                if not self.is_adjective(head, here, end):
                    break
                head = None
                continue
            noun = self.hit(here, "harm_noun")
            if noun is not None and not self.person_follows(noun.last, min(end, noun.last + _NEAR)):
                return None, noun, noun.last, []
            state = self.hit(here, "harm_participle") or self.hit(here, "harm_state")
            if state is not None:
                if not self.person_follows(state.last, min(end, state.last + _NEAR)):
                    break
                harm, here = state, state.last
            elif self.ends_at(here, first, end):
                break
            else:
                here += 1
        if head is None:
            return None, harm, first, features
        of = self.norms[head.last - 1] in self.partitives  # `the head of` a house
        return head, harm, head.last - of, features

    def is_adjective(self, head: Hit, here: int, end: int) -> bool:
        """Is a people's name, which ends about `here`, the adjective of a noun that follows (`Iraqi army soldiers`)?"""
        norm, plural = self.norms[here], self.norms[head.last - 1].endswith(self.plural_ends)
        return (
            head.value == "people"
            and here < head.last + 2
            and norm not in self.stops
            and norm.isalpha()
            and self.person_follows(here, min(end, here + (_NEXT if plural else _DESCRIBED)))
        )

    def ends_at(self, here: int, first: int, end: int) -> bool:
        """Does the passage end at a token that no noun of it can follow?"""
        norm = self.norms[here]
        if norm in self.closed or not norm[0].isalnum():
            return not (norm == "," and here > first and self.person_follows(here + 1, min(end, here + _NEAR)))
        if norm in self.things and not self.person_follows(here + 1, min(end, here + _NEAR)):
            return True
        return here in self.quantities and here > first

    def past_age(self, here: int, end: int) -> int:
        """The token after `12-year-old`, `twelve-year-old`, `300-level` at `here`; `here` where there is none."""
        norm = self.norms[here]
        if norm in self.ages or norm.endswith(self.age_ends):
            return here + 1
        if norm[0].isdigit() and here + 1 < end:
            at = here + 2 if self.norms[here + 1] == "-" else here + 1
            if at < end and self.norms[at] in self.ages:
                past = at + 1
                while past + 1 < end and self.norms[past] in self.olds:
                    past += 1
                return past
        return here

    def person_follows(self, here: int, end: int) -> bool:
        """Does a noun for people stand in tokens `here` to `end`, nothing before it but what may describe it?"""
        for at in range(here, end):
            norm = self.norms[at]
            if self.hit(at, "person") is not None:
                return True
            if norm in self.closed or not norm[0].isalpha() or self.is_harm(at):
                return False
        return False

    def joined(self, count: Count, last: int, end: int, features: list[str]) -> tuple[int, list[str]]:
        """`12 women and children`: where further nouns under the same number end, and the features of them all."""
        groups = [features]
        while last + 1 < end and (self.norms[last] in self.joins or self.norms[last] == ","):
            at = last + 1
            if self.norms[last] == "," and not self.listed(at, end):
                break
            if self.norms[at] in self.joins:
                at += 1
            hit = self.hit(at, "person") if at < end else None
            if hit is None or not self.plural(hit) or self.quantities.get(at) or count.figure < 2:
                break
            if hit.last < end and (self.norms[hit.last] in self.compounds or self.norms[hit.last] in self.speech):
                break
            groups.append(hit.value.split())
            last = hit.last
        return last, [f for f in groups[0] if all(f in g for g in groups)]

    def listed(self, at: int, end: int) -> bool:
        """Does a further noun and an `and` follow a comma (`12 men, women and children`)?"""
        hit = self.hit(at, "person")
        return self.norms[at] in self.joins or (
            hit is not None and hit.last < end and self.norms[hit.last] in self.joins
        )

    def plural(self, hit: Hit) -> bool:
        """Does a noun's form say that it is of several people?"""
        word = self.norms[hit.last - 1]
        if word in self.plurals or "many" in hit.value.split():
            return True
        return word.endswith(self.plural_ends) and not word.endswith(self.singular_ends)
