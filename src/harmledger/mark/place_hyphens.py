"""Names inside hyphenated words: `Kabul-Ghazni road`, `Kenya-Somalia border`, `Paris-based`, `Egyptian-US talks`."""

from collections.abc import Iterator, Sequence

from harmledger.mark.place_context import Context
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import PlaceCandidate

_LONGEST = 3  # words of a name on either side of the hyphen
_AHEAD = 2  # words before `road`: `main`, `international`
_SHORTEST = 3  # letters of a name; states' short forms apart


class Hyphens:
    """Finds them in one text written with capitals."""

    def __init__(self, context: Context, lexicon: Lexicon) -> None:
        self.context, self.tokens, self.lexicon = context, context.tokens, lexicon
        self.home, self.about = lexicon.list("place_tied_home"), lexicon.list("place_tied_about")

    def candidates(self) -> Iterator[PlaceCandidate]:
        """Each name that a hyphen ties to another word, as a part of its tokens; of one name the longest first.

        What two names lie on either end of (a road, a border) is between them; two states' words name both; who is
        based in a place is from there. Two names before anything else are a person's, or one name (`Wilkes-Barre`).
        """
        for at, word in enumerate(self.tokens.words):
            if "-" not in word or not word[0].isupper():
                continue
            head, _, tail = word.rpartition("-")
            if tail in self.home or tail in self.about:
                yield from self._part(at, at + 1, 0, len(head), "from" if tail in self.home else "near")
                continue
            parts = word.split("-")
            if all(map(self._name, parts)):
                road = self._ahead(at)
                if road or all(map(self._state, parts)):
                    yield from self._parts(at, parts, "settlement" if road == "road" else "")

    def _name(self, part: str) -> bool:
        return part[:1].isupper() and (len(part) >= _SHORTEST or self._state(part))

    def _state(self, part: str) -> bool:
        hits = self.lexicon.hits(self.lexicon.split([part.lower()]))
        return any(h.category in ("nation", "country", "place_short") for h in hits)

    def _ahead(self, at: int) -> str:
        """What follows the names: `road`, `border` or nothing."""
        roads, borders = self.context.starting["place_feature"], self.context.starting["place_part"]
        end = self._end(at + 1)
        for here in range(at + 1, min(end + _AHEAD, len(self.tokens) - 1) + 1):
            road, border = roads.get(here), borders.get(here)
            if road is not None and road.value == "road":
                return "road"
            if border is not None and border.value == "border":
                return "border"
        return ""

    def _end(self, at: int) -> int:
        """Where a name that goes on with a token ends: before a small letter, a mark, a road."""
        end = at
        while end < min(at + _LONGEST, len(self.tokens)) and self._goes_on(end):
            end += 1
        return end

    def _goes_on(self, at: int) -> bool:
        return self.tokens.words[at][0].isupper() and at not in self.context.starting["place_feature"]

    def _parts(self, at: int, parts: Sequence[str], noun: str) -> Iterator[PlaceCandidate]:
        start = 0
        for n, part in enumerate(parts):
            last = self._end(at + 1) if n == len(parts) - 1 else at + 1
            yield from self._part(at, last, start, start + len(part), "between", noun, back=n == 0)
            start += len(part) + 1

    def _part(
        self, at: int, last: int, start: int, end: int, cue: str, noun: str = "", back: bool = True
    ) -> Iterator[PlaceCandidate]:
        """The name at letters `start` to `end` of a token, with the words that may belong to it before and after it."""
        tokens = self.tokens
        first = at
        while back and first and at - first < _LONGEST and self._goes_on(first - 1):
            first -= 1
        while first < at and tokens.norms[first] in self.context.article:
            first += 1
        for begin in range(first, at + 1):
            for stop in range(last, at, -1):
                left = tokens.starts[begin] if begin < at else tokens.starts[at] + start
                right = tokens.ends[stop - 1] if stop > at + 1 else tokens.starts[at] + end
                yield PlaceCandidate(begin, stop, left, right, tokens.text[left:right], cue, noun, piece=True)
