"""What is said round a possible place: how it is led in, of what kind it is called, in which part of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Tokens

FARTHEST = 9
_OUTSIDE = frozenset({"outskirts", "countryside", "border"})
_POSSESSIVE = frozenset({"'s", "’s"})
_ROUND = frozenset({"place_cue", "place_noun", "place_part", "place_feature"})


@dataclass(frozen=True, slots=True)
class Said:
    """Cue, noun and part said with a name; empty where not said. A direction `of` a place keeps its `of`."""

    cue: str = ""
    noun: str = ""
    said_as: str = ""

    def after(self, before: "Said") -> "Said":
        """What holds for the next name of a list: its own words, else those of the name before."""
        return Said(self.cue or before.cue, self.noun or before.noun, self.said_as)


class Context:
    """One text with the lexicon's place words laid out by token."""

    def __init__(self, tokens: Tokens, hits: Sequence[Hit], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.starting: dict[str, dict[int, Hit]] = {category: {} for category in _ROUND}
        self.ending: dict[str, dict[int, Hit]] = {category: {} for category in _ROUND}
        for hit in hits:
            if hit.category in _ROUND:
                self.starting[hit.category][hit.first] = hit
                # Of those that end together the longest says most: `not far from`, not `from`.
                ending = self.ending[hit.category]
                if hit.last not in ending or ending[hit.last].first > hit.first:
                    ending[hit.last] = hit
        bodies = ("party", "source", "outlet", "means", "deed_noun")
        self.bodies = frozenset[int]()
        if lexicon.rule("caseless"):
            # `the Syrian`, not `Syria`, which may be written the same.
            articles, norms = lexicon.list("definites"), tokens.norms
            peoples = (h.first for h in hits if h.category == "nation" and norms[h.first] in articles)
            # A country's name is its party's as well, and behind a verb (`hit`) the party is meant.
            states = {h.first for h in hits if h.category == "place_short"}
            states = {at for at in states if (cue := self.ending["place_cue"].get(at)) is None or cue.value != "on"}
            self.bodies = frozenset((*peoples, *(h.first for h in hits if h.category in bodies))) - states
        self.inner, self.joints = lexicon.list("place_inner"), lexicon.list("place_joint")
        self.article, self.called = lexicon.list("place_article"), lexicon.list("place_called")
        self.list_words, self.stops = lexicon.list("place_and"), lexicon.list("place_stop")
        self.given, self.titles = lexicon.list("given_name"), lexicon.list("titles")
        self.of, self.the, self.de = (
            lexicon.list("place_of"),
            lexicon.list("place_the"),
            lexicon.list("place_inner_two"),
        )
        self.after_age, self.led_on = lexicon.list("place_after_age"), lexicon.list("place_led_on")
        self.shorts = lexicon.list("place_first_cut")
        self.tied = lexicon.list("place_tied")
        # Where no capital ends a name, its kind stands before it, and what follows is the next name's.
        self.kind_first = bool(lexicon.rule("caseless"))

    def capitals(self) -> list[int]:
        """The tokens written as names are, in order."""
        return [
            at for at, word in enumerate(self.tokens.words) if not word.islower() or word[0] == "#" if self.capital(at)
        ]

    def capital(self, at: int) -> bool:
        """Is the token written as a name is: a capital first, a capital after an article, a hashtag?"""
        word = self.tokens.words[at]
        if word[0].isupper():
            return "-" not in word or word.rpartition("-")[2] not in self.tied
        if word[0] == "#":
            return len(word) > 1
        head, hyphen, tail = word.partition("-")
        return bool(hyphen) and head in self.inner and tail[:1].isupper()

    def glued(self, at: int) -> bool:
        """Is the token tied to those beside it by a hyphen, as in `Sar-e-Pul`?"""
        tokens = self.tokens
        if tokens.words[at] == "-":
            return self._touch(at) and self._touch(at + 1)
        return at > 0 and tokens.words[at - 1] == "-" and self._touch(at)

    def _touch(self, at: int) -> bool:
        return 0 < at < len(self.tokens) and self.tokens.ends[at - 1] == self.tokens.starts[at]

    def shortened(self, at: int) -> bool:
        """Does a name begin here with a word cut short, as in `St. Paul`, `Mt. Pleasant`?"""
        norms, words = self.tokens.norms, self.tokens.words
        return norms[at] in self.shorts and at + 2 < len(norms) and words[at + 1] == "." and words[at + 2][0].isupper()

    def led_by(self, at: int) -> bool:
        """Does a cue of one word stand here?"""
        cue = self.starting["place_cue"].get(at)
        return cue is not None and cue.last == at + 1

    def names_body(self, at: int) -> bool:
        """Does the name of a party, a source, a weapon or a people begin here?"""
        return at in self.bodies

    def joint(self, at: int) -> int:
        """How many tokens from `at` on stand inside names (`al`, `of the`); 0 if none."""
        norms = self.tokens.norms
        if self.tokens.words[at] in self.inner and norms[at] not in self.list_words:
            following = norms[at + 1] if at + 1 < len(norms) else ""
            return 2 if norms[at] in self.de and following in self.inner else 1
        if norms[at] in self.of:
            return 2 if at + 1 < len(norms) and norms[at + 1] in self.the else 1
        return 0

    def is_joint(self, at: int) -> bool:
        """Is the token `of` or the `the` after it, inside a run?"""
        return self.tokens.norms[at] in self.joints

    def ends_run(self, at: int) -> bool:
        """In capitals: does no name go on over this token?"""
        word = self.tokens.norms[at]
        return not word[0].isalpha() or word in self.stops or word in self.joints

    def leads(self, at: int) -> bool:
        """In capitals: does a place's cue end with this token, or an article stand here?"""
        cue = self.ending["place_cue"].get(at + 1)
        return cue is not None or self.tokens.norms[at] in self.the

    def kind_inside(self, first: int, last: int) -> bool:
        """Does the run hold a word for a kind of place, as in `SAN MIGUEL DEPARTMENT`?"""
        nouns = self.starting["place_noun"]
        return any(at in nouns for at in range(first + 1, last))

    def article_only(self, first: int, last: int) -> bool:
        """Is the run an article with a capital, at a sentence's start?"""
        return last - first == 1 and self.tokens.norms[first] in self.article

    def person(self, first: int, last: int) -> bool:
        """Is the run a person's name: a given name and more, a title before it, an age after it, an initial inside?"""
        tokens = self.tokens
        if first and tokens.norms[first - 1] in self.titles:
            return True
        if first > 1 and tokens.norms[first - 1] == "." and tokens.norms[first - 2] in self.titles:
            return True
        led = first in self.ending["place_cue"] or first in self.ending["place_noun"]
        if tokens.norms[first] in self.titles and last - first > 1 and not (tokens.norms[first] in self.inner and led):
            return True
        if last + 2 <= len(tokens) and tokens.norms[last - 1] in self.titles and tokens.norms[last] == ".":
            return True
        aged = last + 2 < len(tokens) and tokens.words[last] == "," and tokens.words[last + 2] in self.after_age
        if aged and tokens.words[last + 1].isdigit() and int(tokens.words[last + 1]) < 110:
            return True
        return last - first > 1 and tokens.norms[first] in self.given and not self.kind_inside(first, last)

    def never(self, first: int, last: int) -> bool:
        """Is the run a street's name, or a house's (`Memphis St.`, `Dublin Road`)?"""
        feature = self.starting["place_feature"].get(last - 1)
        if feature is not None and feature.value == "road" and last - first > 1:
            return True
        following = self.starting["place_feature"].get(last)
        return following is not None and following.value == "road" and self.tokens.words[last][0].isupper()

    def joined(self, last: int, first: int) -> bool:
        """Are two names items of one list: only commas, `and`, `the` between them?"""
        between = self.tokens.norms[last:first]
        return 0 < len(between) <= 3 and all(w in self.list_words or w in self.article for w in between)

    def past_directions(self, first: int, last: int) -> int:
        """The first token after leading directions, articles and kinds of a run."""
        parts, nouns = self.starting["place_part"], self.starting["place_noun"]
        at = first
        while at < last:
            hit = parts.get(at) or nouns.get(at)
            if hit is not None and hit.last < last:
                at = hit.last
            elif self.tokens.norms[at] in self.article and at + 1 < last:
                at += 1
            else:
                break
        return at

    def before_kind(self, first: int, last: int) -> int:
        """Where a kind's word at the run's end begins (`Borno State`); the run's end where there is none."""
        hit = self.ending["place_noun"].get(last)
        return hit.first if hit is not None and hit.first > first else last

    def narrowed(self, run_first: int, first: int, last: int, said: Said) -> Said:
        """What is said with a part of a run: `of` leads in what follows an `of`; else as the whole run."""
        own = self.said(first, last, 0, len(self.tokens))
        if first > run_first and self.tokens.norms[first - 1] in self.joints:
            return own
        return Said(own.cue or said.cue, own.noun or said.noun, own.said_as or said.said_as)

    def said(self, first: int, last: int, floor: int, ceiling: int) -> Said:
        """Cue, noun and part round tokens `first` to `last`, looking no farther than `floor` and `ceiling`."""
        return self._ahead(self._behind(first, floor), last, ceiling)

    def _behind(self, first: int, floor: int) -> Said:
        parts, nouns, cues = self.ending["place_part"], self.ending["place_noun"], self.ending["place_cue"]
        norms = self.tokens.norms
        led, kind, said_as, at, of = "", "", "", first, False
        floor = max(floor, first - FARTHEST)
        while at > floor:
            part, noun, cue = parts.get(at), nouns.get(at), cues.get(at)
            if part is not None and not (noun is not None and noun.first < part.first):
                said_as = said_as or (f"{part.value} of" if of and not kind else part.value)
                at, of = part.first, False
            elif noun is not None and (of or at == first or said_as):
                kind = kind or noun.value
                at, of = noun.first, False
            elif norms[at - 1] in self.called and not of and (cue is None or cue.last - cue.first == 1):
                of, at = True, at - 1
            elif cue is not None:
                led, of = cue.value, False
                break
            elif norms[at - 1] in self.article:
                at -= 1
            else:
                of = of or norms[at - 1] in _POSSESSIVE
                break
        return Said("of" if of else led, kind, said_as)

    def _ahead(self, said: Said, last: int, ceiling: int) -> Said:
        parts, nouns = self.starting["place_part"], self.starting["place_noun"]
        if last >= ceiling or self.kind_first:
            return said
        noun = nouns.get(last)
        part = parts.get(last)
        if not said.said_as and self.tokens.norms[last] in _POSSESSIVE:
            at = last + 1
            while at < ceiling and self.tokens.norms[at] in self.article:
                at += 1
            inner = parts.get(at)
            if inner is not None and at < ceiling and self.tokens.words[at].islower():
                # `Pakistan's restive northwest`
                return replace(said, said_as=inner.value)
        if noun is not None:
            said = replace(said, noun=noun.value)
            part = parts.get(noun.last)
        if part is not None and part.value in _OUTSIDE:
            said = replace(said, said_as=said.said_as or part.value)
        return said
