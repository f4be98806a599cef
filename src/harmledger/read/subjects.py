"""Who a noun phrase names as a speaker: bodies by their names, persons by theirs, the unnamed by their words."""

from collections.abc import Mapping

from harmledger.model.codes import LinkRole
from harmledger.model.source import Link, Speaker
from harmledger.read.naming import meant, named_so
from harmledger.read.phrases import NAMES, NOUNS, PARTS, Phrases
from harmledger.read.said import NOBODY, Said
from harmledger.read.sight import hits_in, named, outer, sentence_at, words
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks

_STATES = frozenset(["metonym", "country"])
_SHORTEST = 3  # letters of a body's short name
_NATION = frozenset(["nation", "demonym"])


class Subjects(Phrases):
    """Reads the subjects of one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        super().__init__(marks, lexicon)
        self.kinds: Mapping[str, str] = lexicon.tables.get("source_kinds", {})
        name = lexicon.list
        self.mute, self.possessive, self.definite = name("say_mute"), name("say_possessive"), name("say_definite")
        self.name_inner, self.no_person = name("say_name_inner"), name("say_not_person_after")
        self.offices, self.theirs, self.outlets = name("say_office"), name("say_theirs"), name("say_outlets")
        self.endings = tuple(name("say_people_endings"))

    def read(self, first: int, last: int) -> Said:
        """Who tokens `first` to `last` name as a speaker; NOBODY where they name none."""
        last = next((t for t in range(first + 1, last) if self.norms[t] in self.relative), last)
        last -= last > first + 1 and self.norms[last - 1] == ","
        hits = [h for h in outer(hits_in(self.marks, first, last, PARTS)) if named(self.marks, h, self.lexicon)]
        if self.norms[first] in self.mute and not any(h.category in NAMES for h in hits):
            return NOBODY
        if hits and hits[0].category == "pronoun" and hits[0].last == last:
            noun = self.norms[last - 1]
            if (body := named_so(self.marks, noun, first, self.lexicon)) is not None:
                return Said(Speaker(body))
            alone = Speaker(self._plain(first, last)) if last - first > 1 else None  # no mere `it`
            return Said(alone, back=True, office=noun if noun in self.offices else "")
        if (person := self._for_them(first, last, hits)) is not None:
            return Said(back=True, person=person)
        names = [h for h in hits if h.category in NAMES and not (h.category == "country" and len(hits) > 1)]
        if names and (found := self._body(first, last, names, hits)):
            return found
        return self._unnamed(first, last, hits)

    def _for_them(self, first: int, last: int, hits: list[Hit]) -> str | None:
        """Who speaks for a body told of before (`the Observatory's director, X Y`, `its head, X Y`): the name."""
        if self.norms[first] in self.theirs:
            at = first + 1
        elif hits and hits[0].category == "pronoun" and hits[0].last < last:
            at = hits[0].last + 1
            if self.norms[at - 1] not in self.possessive:
                return None
        else:
            return None
        rest = [h for h in hits if h.first >= at]
        if not any(h.category == "speaker" and h.value == "person" for h in rest) or any(
            h.category in NAMES for h in rest
        ):
            return None
        return self._person(at, last, rest)

    def _body(self, first: int, last: int, names: list[Hit], hits: list[Hit]) -> Said | None:
        """A named body speaks: links are outlets, a person who speaks for it, those who quote it."""
        links: list[Link] = []
        origins: list[Hit] = []
        for hit in names:
            kind = self.kinds.get(hit.value)
            if kind:
                links.append(Link(hit.value, LinkRole(kind)))
            else:
                origins.append(hit)
        if not origins:
            others = [h for h in hits if h.category in ("speaker", "attacker", "homeforce")]
            others = [h for h in others if self.norms[h.last - 1] not in self.outlets]
            if others and (said := self._unnamed(first, min(h.first for h in names), hits)).speaker:
                return Said(Speaker(said.speaker.name, (*said.speaker.via, *links)))
            return Said(Speaker(links[0].name, tuple(links[1:]))) if links else None
        origin = origins[0]
        if origin.category != "source" and self._possessive(origin, last):
            return None
        through = self._spokesperson(first, last, origin, hits)
        if origin.category in ("party", "metonym", "country") and not through and origin.first - first > 4:
            return None
        return Said(Speaker(meant(self.marks, origin.value, self.lexicon), (*through, *links)))

    def _possessive(self, origin: Hit, last: int) -> bool:
        """`Israel's health minister` is not Israel, nor are `Paris police` or `residents of Damascus`."""
        before = self.norms[origin.first - 1] if origin.first else ""
        if origin.category in ("metonym", "country") and before in self.inner and before not in self.articles:
            return True
        after = self.norms[origin.last] if origin.last < last else ""
        return after in self.possessive or (
            origin.category != "party" and bool(after) and after not in self.both and after != ","
        )

    def _spokesperson(self, first: int, last: int, origin: Hit, hits: list[Hit]) -> tuple[Link, ...]:
        for hit in hits:
            if hit.category != "speaker" or hit.value == "body" or _inside(hit, origin):
                continue
            if hit.first > origin.last and self.norms[origin.last] in self.both:
                continue  # `the Red Cross and local officials`
            of = hit.first < origin.first and hit.last < last and self.norms[hit.last] in self.lexicon.list("say_for")
            person = None if of and self.norms[first] in self.articles else self._person(first, last, hits)
            return (Link(person or words(self.marks, hit.first, hit.last), LinkRole.SPOKESPERSON),)
        person = self._person(first, last, hits)
        return (Link(person, LinkRole.SPOKESPERSON),) if person else ()

    def _unnamed(self, first: int, last: int, hits: list[Hit]) -> Said:
        """No known body: a person's name, or the words for an unnamed speaker."""
        nouns = [h for h in hits if h.category in NOUNS and h.last <= last]
        person = self._person(first, last, hits)
        for hit in nouns:
            if hit.value == "spokesperson":
                body = self._spoken_for(first, last, hit, person)
                if body.lower() in self.determiner:
                    body = self._whose(first)
                link = Link(person or words(self.marks, hit.first, hit.last), LinkRole.SPOKESPERSON)
                return Said(Speaker(body, (link,))) if body else Said(Speaker(person or link.name))
        if person and (not nouns or any(n.value == "person" for n in nouns) or nouns[0].first > first + 6):
            return Said(Speaker(person), sure=bool(nouns) or " " in person)
        if nouns:
            return Said(Speaker(self._plain(first, min(last, self._cut(first, last)))))
        if person:
            return Said(Speaker(person), sure=False)
        if last - first <= 2 and self._is_short_name(last - 1):
            return Said(Speaker(self._plain(first, last)), sure=False)
        opens = self.norms[first] not in self.no_name or self.norms[first] in self.articles
        if last - first <= 5 and self.norms[last - 1].endswith(self.endings) and self.norms[last - 1] not in self.mute:
            return Said(Speaker(self._plain(first, last)), sure=False)
        if self.marks.capitals:
            last = min(last, self._cut(first, last))
        if self.marks.capitals and 0 < last - first <= 6 and opens:
            return Said(Speaker(self._plain(first, last)), sure=False)
        return NOBODY

    def _spoken_for(self, first: int, last: int, hit: Hit, person: str | None) -> str:
        """The body that a spokesperson speaks for: what stands before the noun, or after its `for` or `of`."""
        at = hit.last
        if at < last and self.norms[at] in self.lexicon.list("say_for"):
            end = at + 1
            while end < last and self.norms[end] != ",":
                end += 1
            return self._plain(at + 1, end)
        end = hit.first
        if end > first and self.norms[end - 1] in self.possessive:
            end -= 1
        start = end
        while start > first and self.norms[start - 1] != ",":
            start -= 1
        while end - start > 1 and self.norms[start] in self.articles:
            start += 1
        found = self._plain(start, end) if start < end else ""
        return "" if found in self.articles or found == person else found

    def _whose(self, first: int) -> str:
        """Whom `his`, `their` before a spokesperson means: who was named first in the sentence."""
        sentence = self.marks.sentences[sentence_at(self.marks, first)]
        before = outer(hits_in(self.marks, sentence.first, first, (NAMES | NOUNS) - _STATES))
        if not before:
            return ""
        hit = before[0]
        return hit.value if hit.category in NAMES else self._plain(hit.first, hit.last)

    def _plain(self, first: int, last: int) -> str:
        """Words without a leading definite article."""
        if last - first > 1 and self.norms[first] in self.definite:
            first += 1
        return words(self.marks, first, last) if first < last else ""

    def _cut(self, first: int, last: int) -> int:
        """Where an appositive or a relative clause begins, so that the words kept are short."""
        at = first
        while (
            at < last and self.norms[at] not in (",", "(") and self.norms[at] not in self.relative and at - first < 10
        ):
            at += 1
        if self.norms[min(at, last - 1)] == "," and any(w in self.both for w in self.norms[at:last]):
            return last
        return max(at, first + 1)

    def _person(self, first: int, last: int, hits: list[Hit]) -> str | None:
        """A person's name in the phrase; None in capitals, where none can be told from other words."""
        found = None if self.marks.capitals else self._name_run(first, last, hits)
        if found is None:
            return None
        start, end = found
        if hits and not self._stands_as_name(start, end, first, last, hits):
            return None
        return words(self.marks, start, end)

    def _name_run(self, first: int, last: int, hits: list[Hit]) -> tuple[int, int] | None:
        """The longest run of name-like words outside the known phrases, without titles."""
        nations = hits_in(self.marks, first, last, _NATION)
        taken = {t for h in [*hits, *nations] for t in range(h.first, h.last)}
        start, stop = 0, 0
        at = first
        while at < last:
            end = at
            while end < last and end not in taken and self._name_word(end, at):
                end += 1
            if end - at > stop - start:
                start, stop = at, end
            at = max(end, at + 1)
        while start < stop and (self.norms[start].rstrip(".") in self.titles or self.norms[start] == "."):
            start += 1
        if start >= stop or (start > first and self.norms[start - 1] in self.no_person):
            return None
        if stop < last and self.norms[stop] in self.possessive:
            return None
        if stop - start == 1 and start == first and stop < last and self.marks.tokens.words[stop][0].islower():
            return None
        return start, stop

    def _stands_as_name(self, start: int, end: int, first: int, last: int, hits: list[Hit]) -> bool:
        """Does a run stand where a person's name does: closing the phrase, set off by commas, or opening it before one?

        `AU force commander` and `officials in Unity state` name no person, nor does `SITE Monitoring Service`.
        """
        if any(h.category in NAMES and h.last == start for h in hits):
            return any(h.category == "speaker" and h.last <= start for h in hits) and end == last
        before = self.norms[start - 1] if start > first else ","
        if end == last:
            return before == "," or (start - first <= 8 and self.norms[start - 1] not in self.possessive)
        return self.norms[end] in (",", "(") or (start == first and self.norms[end] in self.inner and end - start > 1)

    def _is_short_name(self, at: int) -> bool:
        """Is a word the short name of a body (`NDMA said`), in a text that has small letters as well?"""
        word = self.marks.tokens.words[at]
        return not self.marks.capitals and len(word) >= _SHORTEST and word.isalpha() and word.isupper()

    def _name_word(self, at: int, start: int) -> bool:
        word, norm = self.marks.tokens.words[at], self.norms[at]
        if word[0].isupper():
            return norm not in self.no_name and (not word.isupper() or len(word) < 3 or at > start)
        return at > start and norm in self.name_inner


def _inside(hit: Hit, other: Hit) -> bool:
    return other.first <= hit.first and hit.last <= other.last
