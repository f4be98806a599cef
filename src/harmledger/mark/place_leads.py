"""Words that may name a place in a script without capitals: what a cue, a kind, a part or a hash sign leads in."""

from collections.abc import Iterator

from harmledger.mark.place_context import Context
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Sentence

LONGEST = 4  # words of a name, articles apart
_QUOTES = frozenset('"“”«»„')


class Leads:
    """Finds such runs in one text. `known` words mean something else: one alone begins a name only after a kind."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        self.context, self.tokens = context, context.tokens
        self.known = lexicon.common
        self.articles = lexicon.list("definites")
        self.ends = lexicon.list("place_stop", "prepositions", "conjunctions")
        # The kinds that some names begin with (`Mount X`, `Tell X`).
        self.opening = lexicon.list("place_first")
        self.given = lexicon.list("given_name")

    def runs(self, sentence: Sentence, busy: set[int]) -> Iterator[tuple[int, int]]:
        """Runs of a sentence as token ranges, in order, none overlapping another."""
        at, before = sentence.first, -1
        while at < sentence.last:
            lead = self.lead(at, before)
            last = self.end(at, sentence.last, busy, lead) if lead else at
            if last > at:
                yield at, last
                before = at = last
            else:
                at += 1

    def beginnings(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """A run and each beginning of it: where no capital tells, its end may be another word's."""
        norms = self.tokens.norms
        for end in range(last, first, -1):
            # `Tell X` is not `Tell`.
            cut = end < last and (norms[end - 1] in self.articles or norms[end - 1] in self.opening)
            if not cut:
                yield first, end

    def lead(self, at: int, before: int) -> str:
        """What leads in a name at a token: `kind`, `cue`, `hash`, `list` after a name and an `and`; or nothing."""
        context, tokens = self.context, self.tokens
        back = self.behind(at)
        if any(self.names(context.ending[f"place_{c}"].get(back)) for c in ("noun", "part")):
            return "kind"
        start = tokens.starts[at]
        if start and tokens.text[start - 1] == "#":
            return "hash"
        if back in context.ending["place_cue"]:
            return "cue"
        return "list" if 0 < before < at and context.joined(before, at) else ""

    def names(self, kind: Hit | None) -> bool:
        """Does a name follow this kind or part? Behind `the area` stands what area it is, not its name."""
        return kind is not None and not (kind.first and self.tokens.norms[kind.first - 1] in self.articles)

    def behind(self, at: int) -> int:
        """The token before which a name's lead stands: its own, or the quotation mark that opens it."""
        return at - 1 if at and self.tokens.words[at - 1] in _QUOTES else at

    def end(self, at: int, limit: int, busy: set[int], lead: str) -> int:
        """Where a name that may begin at a token ends; the token itself where none does."""
        norms, here, words = self.tokens.norms, at, 0
        while here < limit and words < LONGEST:
            word = here + (norms[here] in self.articles)
            if word >= limit or not self.goes_on(word, here, words, busy, lead):
                break
            here, words = word + 1, words + 1
        return here

    def goes_on(self, word: int, here: int, words: int, busy: set[int], lead: str) -> bool:
        """May a word be the name's next one?"""
        norm = self.tokens.norms[word]
        # `the town of al-Jadida`: no adjective has the article where its noun has none.
        named = words == 0 and word != here and self.behind(here) in self.context.ending["place_noun"]
        if word in busy or here in busy or (norm in self.ends and not named) or not norm.isalpha() or len(norm) < 2:
            return False
        if self.starts_part(here) or (word != here and self.starts_part(word)):
            return bool(words == 0 and lead in ("kind", "hash") and norm in self.opening)
        if words == 0 and (self.context.names_body(here) or (lead in ("cue", "list") and norm in self.given)):
            return False
        if norm not in self.known:
            return True
        if words == 0:
            return lead in ("kind", "hash", "cue") or norm in self.opening
        before = self.tokens.norms[here - 1]
        return norm in self.opening or before in self.opening or self.tokens.norms[word - 1] in self.articles

    def starts_part(self, at: int) -> bool:
        """Does a word for a kind, a part, a direction, a building or a road begin here?"""
        starting = self.context.starting
        site = starting["place_feature"].get(at)
        if site is not None and site.value in ("site", "road") and self.tokens.norms[at] not in self.opening:
            return True
        return any(at in starting[f"place_{c}"] for c in ("noun", "part"))
