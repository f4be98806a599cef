"""Quantities: the tokens that say a number, read as a Count of people by METHOD's rules.

What a number counts is the reader's question. Here only what can never be people is turned away: money, shares,
ages, clock times, labels (`No. 4`), decimals, years, scores, the numbers of a list's lines.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from harmledger.model.count import Count
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Quantity, Tokens
from harmledger.text.tokens import numbers_a_line

_DIGITS = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}")
_PHRASE = 4  # tokens of the longest noun for a person
_LARGEST = 50_000_000
_OLDEST = 110  # years
_BEGINS = frozenset(
    ("vague", "qualifier", "number", "all_but")
)  # categories of the lexicon that a quantity may begin with
_READ = _BEGINS | {"person", "harm_noun", "relative"}


def find_quantities(
    tokens: Tokens, lexicon: Lexicon, hits: Sequence[Hit], taken: frozenset[int] = frozenset()
) -> tuple[Quantity, ...]:
    """Every quantity of the text, in order, none overlapping another.

    Args:
        tokens: the text's tokens.
        lexicon: the language's words.
        hits: what the lexicon finds in them.
        taken: tokens that already say something else (days), which no number starts on.
    """
    reader = _Reader(tokens, lexicon, hits)
    found: list[Quantity] = []
    opens = lexicon.list("between") | lexicon.list("number_articles") | lexicon.numbers.keys()
    begun = {hit.first for hit in hits if hit.category in _BEGINS}
    end = 0
    for at, norm in enumerate(tokens.norms):
        if (norm in opens or at in begun or norm[0].isdigit() or "-" in norm) and at >= end and at not in taken:
            quantity = reader.at(at, taken)
            if quantity is not None:
                found.append(quantity)
                end = quantity.last
    return tuple(found)


class _Reader:
    def __init__(self, tokens: Tokens, lexicon: Lexicon, hits: Sequence[Hit]) -> None:
        self.tokens, self.lexicon = tokens, lexicon
        self.hits = {(hit.first, hit.category): hit for hit in hits if hit.category in _READ}
        self.norms = tokens.norms
        # Some are plurals (`thousands`), a number of their own only after another one.
        self.multipliers, self.only_after = lexicon.list("multipliers"), lexicon.list("multipliers_after")
        self.ands = lexicon.list("number_and")
        self.ranges = lexicon.list("ranges")
        self.articles = lexicon.list("number_articles")
        self.abbreviations = lexicon.list("abbreviations")
        self.partitives, self.definites = lexicon.list("partitives"), lexicon.list("definites")

    def norm(self, at: int) -> str:
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def hit(self, at: int, category: str) -> Hit | None:
        return self.hits.get((at, category))

    def at(self, first: int, taken: frozenset[int]) -> Quantity | None:
        """The quantity that starts at a token, if one does."""
        if (rest := self.all_but(first)) is not None:
            return rest
        here, rules = first, []
        vague = self.vague(here)
        if vague is None:
            while qualifier := self.hit(here, "qualifier"):
                rules.append(qualifier.value)
                here = qualifier.last
            vague = self.vague(here) if here not in taken else None
        if vague is not None:
            low, best, high = (int(n) if n else None for n in vague.value.split(","))
            words = self.tokens.quote(first, vague.last)
            count = Count(low, best, high, words)
            return Quantity(first, vague.last, _vague(rules, count), best)
        if self.norm(here) in self.lexicon.list("between"):
            here += 1
            rules.append("between")
        if here in taken:
            return None
        one = self.number(here)
        if one is None:
            return None
        n, last = one
        high, last = self.range_end(n, last, "between" in rules)
        if self.is_other(first, here, last, n):
            return None
        if self.norm(last) == "+":
            rules, last = [*rules, "at_least"], last + 1
        words = self.tokens.quote(first, last)
        if high is not None:
            return Quantity(first, last, Count.between(n, high, words))
        return Quantity(first, last, _count(rules, n, words), n)

    def all_but(self, first: int) -> Quantity | None:
        """`all but two of the eight`: six."""
        cue = self.hit(first, "all_but")
        less = self.number(cue.last) if cue is not None else None
        if less is None or self.norm(less[1]) not in self.partitives:
            return None
        whole = self.number(less[1] + 1 + (self.norm(less[1] + 1) in self.definites))
        if whole is None or whole[0] <= less[0]:
            return None
        rest = whole[0] - less[0]
        return Quantity(first, whole[1], Count.exact(rest, self.tokens.quote(first, whole[1])), rest)

    def vague(self, at: int) -> Hit | None:
        """A number without digits (`dozens of`, French `une vingtaine de`), where no number as long begins there."""
        vague = self.hit(at, "vague")
        number = self.number(at, plain=True) if vague is not None else None
        return None if vague is None or (number is not None and number[1] >= vague.last) else vague

    def range_end(self, n: int, last: int, between: bool) -> tuple[int | None, int]:
        """The upper end of `15 to 20`, `15-20`, `between 15 and 20`, and where it ends."""
        joins = self.ranges | self.ands if between else self.ranges
        if self.norm(last) in joins and (more := self.number(last + 1)) and n < more[0] <= max(10 * n, n + 20):
            after = self.norm(more[1])
            if after not in self.lexicon.list("age_after") and after != "-":
                return more[0], more[1]
        return None, last

    def number(self, at: int, *, plain: bool = False) -> tuple[int, int] | None:
        """The number written from token `at` on, and the token after it. `plain`: not one led in by an article."""
        norm, numbers = self.norm(at), self.lexicon.numbers
        value: int | None = None
        here = at
        if norm[:1].isdigit():
            if _DIGITS.fullmatch(norm):
                value, here = int(re.sub(r"[,.]", "", norm)), at + 1
            elif _DECIMAL.fullmatch(norm) and self.norm(at + 1) in self.multipliers:
                scale = numbers[self.norm(at + 1)]
                return _bounded(round(float(norm.replace(",", ".")) * scale), at + 2)
            else:
                return None
        elif not plain and norm in self.articles and self.norm(at + 1) in self.multipliers:
            value, here = 1, at + 1
        elif (said := self.word(at)) is not None and norm not in self.multipliers:
            value, here = said
        elif norm in self.multipliers and norm in numbers and at and self.norm(at - 1) in self.ands:
            return None
        elif norm in self.multipliers and norm not in self.only_after:
            value, here = numbers[norm], at + 1
        if value is None:
            return None
        return self.scaled(value, here)

    def scaled(self, value: int, here: int) -> tuple[int, int] | None:
        """Multipliers and further parts: `two hundred and thirty-one thousand`."""
        numbers, total = self.lexicon.numbers, 0
        while here < len(self.norms):
            norm = self.norms[here]
            joined = norm in self.ands and not (value and value % 100)
            w, last = self.word(here + 1 if joined else here) or (self.glued(here) if joined and total else (0, here))
            if norm in self.multipliers:
                scale = numbers[norm]
                if scale >= 1000:
                    total, value = total + max(value, 1) * scale, 0
                else:
                    value = max(value, 1) * scale
                here += 1
            elif joined and 0 < w < (100 if value % 1000 else 1000) and (value or total):
                value, here = value + w, last
            elif joined or not w:
                break
            elif value % 10 == 0 and w < 10 and 20 <= value % 100 <= 90:
                value, here = value + w, last
            elif total and value == 0 and w < 1000:
                value, here = w, last
            elif value and value % 100 == 0 and w < 100 and not norm.isdigit():
                value, here = value + w, last
            else:
                break
        return _bounded(total + value, here)

    def glued(self, at: int) -> tuple[int, int]:
        """The digits that an `and` is written onto (`a thousand and118`) and the token after them, or 0."""
        norm, tokens = self.norm(at + 1), self.tokens
        joined = norm.isdecimal() and tokens.ends[at] == tokens.starts[at + 1]
        return (int(norm), at + 2) if joined else (0, at)

    def word(self, at: int) -> tuple[int, int] | None:
        """The value of the number word or phrase at a token, `twenty-three` included, and the token after it."""
        phrase = self.hit(at, "number")
        if phrase is not None:
            return int(phrase.value), phrase.last
        norm, numbers = self.norm(at), self.lexicon.numbers
        if norm in numbers:
            return numbers[norm], at + 1
        if "-" in norm:
            tens, _, unit = norm.partition("-")
            if tens in numbers and unit in numbers and numbers[tens] % 10 == 0 and 0 < numbers[unit] < 10:
                return numbers[tens] + numbers[unit], at + 1
        return None

    def is_other(self, first: int, here: int, last: int, n: int) -> bool:
        """Does the number at tokens `here` to `last` count money, a share, an age, a label, a year?"""
        lexicon, before, after = self.lexicon, self.norm(here - 1), self.norm(last)
        if before in lexicon.list("currencies") or after in ("%", "/", "°") or before == "/":
            return True
        digits = self.norms[here][0].isdigit()
        label = self.norm(here - 2) if before == "." and self.norm(here - 2) in self.abbreviations else before
        if digits and here == first and (label in lexicon.list("labels") or self.is_last_label(here)):
            return True
        if digits and before in self.ands and self.norm(here - 3) in lexicon.list("age_before"):
            return True  # `aged 62 and 70`
        if digits and self.is_age_of(here, last, n):
            return True
        if before in lexicon.list("age_before") or after in lexicon.list("age_after", "grade_after"):
            return True
        if after == "-" and self.norm(last + 1) in lexicon.list("age_after"):
            return True
        if last < len(self.norms) and after == "-" and self.norm(last + 1)[:1].isalpha() and digits:
            return self.tokens.starts[last] == self.tokens.ends[last - 1]
        if digits and before == "-" and here >= 2 and self.tokens.ends[here - 1] == self.tokens.starts[here]:
            return True
        if digits and last == here + 1 and (self.is_score(last, n) or numbers_a_line(self.tokens, here)):
            return True
        if digits and last == here + 1 and 1900 <= n <= 2100 and "," not in self.tokens.words[here]:
            return self.hit(last, "person") is None and self.hit(last, "harm_noun") is None and first == here
        return self.is_bare_age(here, last, n)

    def is_age_of(self, here: int, last: int, n: int) -> bool:
        """`men of 22 and 29`: is a number led in as the age of people, with no noun of its own?"""
        at = here - 2 if self.norm(here - 1) in self.ands and self.norm(here - 2).isdigit() else here
        led = self.norm(at - 1) in self.partitives and self.is_people(at - 1)
        return led and 0 < n < _OLDEST and (not self.norm(last)[:1].isalpha() or self.norm(last) in self.ands)

    def is_people(self, last: int) -> bool:
        """Does a noun for people end before token `last`?"""
        near = (self.hit(at, "person") for at in range(max(0, last - _PHRASE), last))
        return any(hit is not None and hit.last == last for hit in near)

    def is_last_label(self, here: int) -> bool:
        """`Image 3 of 9`: does a number tell how many there are of what a number before it labels?"""
        of, number, label = self.norm(here - 1), self.norm(here - 2), self.norm(here - 3)
        return of in self.lexicon.list("partitives") and number.isdigit() and label in self.lexicon.list("labels")

    def is_score(self, last: int, n: int) -> bool:
        """`7-0`: does a smaller number follow a hyphen? Ranges rise."""
        if self.norm(last) != "-" or not self.norm(last + 1)[:1].isdigit():
            return False
        more = self.number(last + 1)
        return more is not None and more[0] < n and self.tokens.starts[last + 1] == self.tokens.ends[last - 1] + 1

    def is_bare_age(self, here: int, last: int, n: int) -> bool:
        """`Name Surname, 21, was`, `the man (21)`: a number alone between commas or brackets, after one person."""
        lead = here - (self.norm(here - 1) in self.lexicon.list("also"))  # `Name Surname, also 21,`
        before, after = self.norm(lead - 1), self.norm(last)
        if last < len(self.norms) and "\n" in self.tokens.text[self.tokens.ends[last - 1] : self.tokens.starts[last]]:
            after = ";"  # the end of a list's line
        if not (0 < n < _OLDEST and lead >= 2 and last == here + 1):
            return False
        if self.is_of_ages(here):
            return True
        if before in self.lexicon.list("verbs_of_one") and self.hit(lead - 2, "relative") is not None:
            return self.norms[here].isdigit()  # `her aunt, who is 20,`
        pair = before + after
        if before == "," and n > 1 and after in self.lexicon.list("verbs_of_one"):
            return self.norms[here].isdigit()  # `Name Surname, 21 was`
        if pair in {",,", "()"} and self.is_one_person(lead - 1):
            return self.norms[here].isdigit()
        name = self.tokens.words[lead - 2]
        named = name[:1].isupper() or name[:1] in ')"”'
        return named and pair in {",,", "()", ",.", ",", ", and", ",;", ",-", ",and"} and self.norms[here].isdigit()

    def is_of_ages(self, here: int) -> bool:
        """`Two women, 19 and 22, were`: is a number one of bare numbers in a row that is set off behind people?"""
        joins = self.ands | {","}
        low, high = here, here + 1
        while self.norm(low - 1) in joins and self.norm(low - 2).isdigit():
            low -= 2
        while self.norm(high) in joins and self.norm(high + 1).isdigit():
            high += 2
        return high - low > 1 and self.norm(low - 1) == self.norm(high) == "," and self.is_people(low - 1)

    def is_one_person(self, last: int) -> bool:
        """Does a noun for one person end before token `last`?"""
        noun = self.norm(last - 1)
        if noun in self.lexicon.list("plurals") or noun.endswith(tuple(self.lexicon.list("plural_ends"))):
            return False
        return self.is_people(last)


def _bounded(n: int, last: int) -> tuple[int, int] | None:
    return (n, last) if 0 <= n <= _LARGEST else None


_RULES: Mapping[str, Callable[[int, str], Count]] = {
    "at_least": Count.at_least,
    "more_than": Count.more_than,
    "up_to": Count.up_to,
    "about": Count.about,
    "nearly": lambda n, words: Count(None, n, n, words),
}


def _count(rules: Sequence[str], n: int, words: str) -> Count:
    """The Count of a number under its qualifiers; of several the strongest counts (`at least some 20`)."""
    for rule in ("at_least", "more_than", "up_to", "nearly", "about"):
        if rule in rules:
            return _RULES[rule](n, words)
    return Count.exact(n, words)


def _vague(rules: Sequence[str], count: Count) -> Count:
    if "up_to" in rules and count.low is not None and count.high is None:
        return Count(None, None, None, count.words)
    if any(r in rules for r in ("about", "nearly")) and count.high is not None:
        return Count(None, count.best, None, count.words)
    if "at_least" in rules and count.high is not None:
        return Count(count.low, count.best, None, count.words)
    if "more_than" in rules and count.low is not None:
        return Count(count.low + 1 if count.best is not None else count.low, None, None, count.words)
    return count
