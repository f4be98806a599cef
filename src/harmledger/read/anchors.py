"""Anchors: where a sentence says who speaks (`police said`, `according to the UN`), before or after the words."""

from dataclasses import dataclass, replace

from harmledger.model.codes import LinkRole, Stance
from harmledger.model.source import Link, Speaker
from harmledger.read.adjuncts import ENDS, Adjuncts
from harmledger.read.phrases import NAMES, NOUNS
from harmledger.read.said import Said
from harmledger.read.sight import hits_in, words
from harmledger.read.subjects import Subjects
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks, Sentence

_SOURCE = frozenset(["source"])
_SAY = frozenset(["say"])
_SUBJECT = 14  # tokens of a speaker's name and office
_COVERED = frozenset(["source", "party", "country"])
SPEAKERS = NAMES | NOUNS


@dataclass(frozen=True, slots=True)
class Anchor:
    """Tokens `first` to `last` say who speaks. `closing`: the words said stand before it, else after."""

    first: int
    last: int
    speaker: Speaker | None
    stance: Stance
    closing: bool
    day: int | None = None


class Anchors:
    """Finds the anchors of one report's sentences."""

    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        self.marks, self.lexicon = marks, lexicon
        self.norms = marks.tokens.norms
        self.subjects = Subjects(marks, lexicon)
        self.adjuncts = Adjuncts(marks, lexicon)
        self.agency = self._dateline()
        name = lexicon.list
        self.ambiguous = name("say_ambiguous")
        self.invert, self.deed, self.that = name("say_invert"), name("say_deed"), name("say_that")
        self.quote, self.saying, self.citing = name("say_quote"), name("say_saying"), name("say_citing")
        self.not_of, self.of_word = name("say_not_of"), name("say_of")
        self.going_on, self.as_word, self.by_word = name("say_going_on"), name("say_as"), name("say_passive_by")
        self.noun_before = name("say_article", "say_possessive", "say_noun_before")
        self.known: dict[str, Speaker] = {}
        self.told: dict[str, list[Speaker]] = {}
        self.spokes, self.joint = name("say_spokes"), name("say_joint")
        self.passive = name("say_passive")
        self.verb_first = bool(lexicon.rule("verb_first"))

    def of(self, sentence: Sentence, hits: list[Hit], last: Speaker | None) -> tuple[list[Anchor], Speaker | None]:
        """The anchors of a sentence in order, pronouns sent to `last`, and who spoke last after it."""
        found: list[Anchor] = []
        floor = sentence.first
        for hit in hits:
            if hit.first < floor:
                continue
            verb = self._verb_first if self.verb_first else self._verb
            read = self._according if hit.category == "according" else verb
            got = read(hit, sentence, floor)
            if got is None:
                continue
            anchor, said = got
            speaker = self._back(last, said) if said.back else said.speaker
            if speaker is None and hit.value == "denies" and anchor.first < hit.first:
                speaker = Speaker(words(self.marks, anchor.first, hit.first))  # `She denied killing her sons`
            if speaker is None:
                continue
            definite = self.norms[anchor.first] in self.subjects.definite
            speaker = self._again(speaker) if definite else self._known(speaker, said.back)
            anchor = replace(anchor, speaker=_with(speaker, anchor.speaker))
            anchor = self._chain(found, anchor, hit)
            found.append(anchor)
            last = anchor.speaker or last
            floor = anchor.last
        return found, last

    def _again(self, speaker: Speaker) -> Speaker:
        """`the committee` after `a resistance committee`, where no other committee spoke, is that one."""
        same = {s.name: s for s in self.told.get(speaker.name, ())}
        return next(iter(same.values())) if len(same) == 1 else self._known(speaker, back=False)

    def _known(self, speaker: Speaker, back: bool) -> Speaker:
        """A person named in full before and now by the last name is the same speaker."""
        if back:
            return speaker
        if " " not in speaker.name and speaker.name in self.known:
            return self.known[speaker.name]
        if " " in speaker.name:
            self.told.setdefault(speaker.name.split()[-1], []).append(speaker)
        persons = [speaker.name, *(v.name for v in speaker.via if v.role is LinkRole.SPOKESPERSON)]
        for person in persons:
            if " " in person and person[-1].isalpha() and person.split()[-1][0].isupper():
                self.known.setdefault(person.split()[-1], speaker)
        return speaker

    def _chain(self, before: list[Anchor], anchor: Anchor, hit: Hit) -> Anchor:
        """An outlet that quotes somebody in the same sentence is a link of that speaker's chain."""
        if not before or anchor.speaker is None:
            return anchor
        other = before[-1]
        if other.speaker is None or other.speaker.name == anchor.speaker.name:
            return anchor
        kinds = self.subjects.kinds
        if other.speaker.name in kinds and not other.closing:
            link = Link(other.speaker.name, LinkRole(kinds[other.speaker.name]))
            return replace(anchor, speaker=_with(anchor.speaker, Speaker("", (*other.speaker.via, link))))
        if anchor.speaker.name in kinds and anchor.closing and not other.closing:
            link = Link(anchor.speaker.name, LinkRole(kinds[anchor.speaker.name]))
            speaker = _with(other.speaker, Speaker("", (link,)))
            before[-1] = replace(other, speaker=speaker)
            return replace(anchor, speaker=speaker)
        cites = hit.category == "according" and self.norms[hit.first] in self.citing
        if cites and (other.speaker.name in kinds or other.speaker.name.isupper()):  # `QNA said, citing a medic`
            link = Link(other.speaker.name, LinkRole(kinds.get(other.speaker.name, "outlet")))
            before[-1] = replace(other, speaker=_with(anchor.speaker, Speaker("", (link,))))
        return anchor

    def _according(self, hit: Hit, sentence: Sentence, floor: int) -> tuple[Anchor, Said] | None:
        opens = hit.first > floor and self.norms[hit.first - 1] in self.subjects.both
        closing = hit.first - floor > 2 and not opens
        start, end = self.subjects.after(hit.last, sentence.last, aside=closing)
        if opens and end < sentence.last and self.norms[end] != ",":
            closing = True
        if start >= end:
            return None
        said = self.subjects.read(start, end)
        if said.speaker is None and not said.back:
            return None
        return Anchor(hit.first, end, None, Stance.ASSERTS, closing, self.adjuncts.after(end, sentence)[1]), said

    def _verb(self, hit: Hit, sentence: Sentence, floor: int) -> tuple[Anchor, Said] | None:
        norm = self.norms[hit.first]
        if hit.last >= sentence.last and not (norm in self.invert or floor < hit.first):
            return None
        if self._is_name(hit) or self._follows(hit, sentence):
            return None
        if norm in self.invert and self.subjects.aside(hit.first, floor):
            turned = self._inverted(hit, sentence)
            if (
                turned
                and not any(w in self.passive for w in self.norms[hit.last : turned[0].last])
                and (turned[0].last >= sentence.last or self.norms[turned[0].last] in ENDS)
            ):
                return turned
        if norm in self.going_on and hit.first > floor and self.norms[hit.first - 1] == ",":
            return self._adding(hit, sentence, floor)
        subject = self.subjects.before(hit.first, floor)
        if norm in self.quote:
            return self._quoted(hit, subject, sentence)
        if subject is None:
            return self._inverted(hit, sentence) if norm in self.invert else self._adding(hit, sentence, floor)
        said = self.subjects.read(*subject)
        if said.speaker is None and not said.back:
            if hit.value != "denies":
                return None
            # Who denies may stay nameless (`the ministry`); what is denied must never pass for asserted.
            said = Said(Speaker(words(self.marks, *subject)))
        if norm in self.ambiguous and (not said.sure or self._noun(hit)):
            return None
        via, at = self.adjuncts.object(hit, sentence)
        if norm in self.adjuncts.objects and not via:
            return None
        if hit.value in ("denies", "alleges") and at < sentence.last and self.norms[at] in self.deed:
            return None
        end, day = self.adjuncts.after(at, sentence)
        over = end >= sentence.last or (self.norms[end] in ENDS | self.citing and self.norms[end] != ":")
        ahead = subject[0] - floor > 2
        leads = (
            self.norms[subject[0] - 1] in ENDS or self.norms[subject[0] - 1] in self.as_word if subject[0] else False
        )
        closing = over and ahead and leads
        last = end if closing else at
        via += self.adjuncts.posts(at, end)
        if not closing and floor == sentence.first and self.norms[floor] in self.adjuncts.words:
            via += self.adjuncts.posts(floor, subject[0])
            day = self.adjuncts.ahead(floor, subject[0]) if day is None else day
        anchor = Anchor(subject[0], max(last, hit.last), Speaker("", via), _stance(hit), closing, day)
        return anchor, said

    def _verb_first(self, hit: Hit, sentence: Sentence, floor: int) -> tuple[Anchor, Said] | None:
        """The speaker that follows the verb, up to a mark or what opens the thing said (`said the monitor that`)."""
        if self.norms[hit.first] in self.going_on:
            return Anchor(hit.first, hit.last, None, _stance(hit), False), Said(back=True)
        end, limit = hit.last, min(hit.last + _SUBJECT, sentence.last)
        known = hits_in(self.marks, hit.last, limit, SPEAKERS)
        while end < limit and self.norms[end] not in ENDS:
            inside = max((h.last for h in known if h.first == end), default=end)
            if inside == end and self.norms[end] in self.that:
                break
            end = max(inside, end + 1)
        if end == hit.last:
            return None
        said = self.subjects.read(hit.last, end)
        if said.speaker is None and not said.back:
            return None
        last, day = self.adjuncts.after(end, sentence)
        over = last >= sentence.last or (last == sentence.last - 1 and self.norms[last] in ENDS)
        closing = over and hit.first - floor > 2 and self.norms[hit.first - 1] in ENDS
        return Anchor(hit.first, last if closing else end, None, _stance(hit), closing, day), said

    def _inverted(self, hit: Hit, sentence: Sentence) -> tuple[Anchor, Said] | None:
        """`..., said Ahmed, a doctor`: after a comma or a closing quotation mark."""
        before = hit.first - 1
        while before > sentence.first and self.norms[before] in self.subjects.auxiliary:
            before -= 1  # French `, a déclaré`
        if before < sentence.first or self.norms[before] not in (",", '"', "”", "»", "''", "'"):
            return None
        if hit.last < sentence.last and self.norms[hit.last] in self.that:
            return None
        both = hit.last < sentence.last - 1 and self.norms[hit.last] in self.joint
        start, end = self.subjects.after(hit.last + both, sentence.last)
        if start >= end:
            return None
        said = self.subjects.read(start, end)
        if said.speaker is None and not said.back:
            return None
        last, day = self.adjuncts.after(end, sentence)
        return Anchor(before + 1, max(last, end), None, _stance(hit), True, day), said

    def _back(self, last: Speaker | None, said: Said) -> Speaker | None:
        """Who a pronoun sends back to. An office that the last speaker does not hold speaks for itself."""
        if said.person:
            link = Link(said.person, LinkRole.SPOKESPERSON)
            kept = () if last is None else tuple(v for v in last.via if v.role is not LinkRole.SPOKESPERSON)
            return Speaker(last.name, (link, *kept)) if last else Speaker(said.person)
        if not said.office or last is None:
            return last or said.speaker
        if last and said.office in self.spokes and any(v.role is LinkRole.SPOKESPERSON for v in last.via):
            return last
        held = "" if last is None else " ".join((last.name, *(link.name for link in last.via))).lower()
        return last if said.office in held.split() else Speaker(said.office)

    def _adding(self, hit: Hit, sentence: Sentence, floor: int) -> tuple[Anchor, Said] | None:
        """`..., police said, adding that`: the speaker goes on."""
        if floor == sentence.first or self.norms[hit.first] not in self.going_on:
            return None
        if hit.last >= sentence.last or self.norms[hit.first - 1] != ",":
            return None
        return Anchor(hit.first, hit.last, None, _stance(hit), False), Said(back=True)

    def _quoted(self, hit: Hit, subject: tuple[int, int] | None, sentence: Sentence) -> tuple[Anchor, Said] | None:
        """`Y quoted X as saying`, and `X was quoted as saying by Y`."""
        saying = next(
            (t for t in range(hit.last, min(hit.last + 18, sentence.last)) if self.norms[t] in self.saying), 0
        )
        if not saying:
            return None
        if subject is None:
            front = hit.first
            while front > sentence.first and self.norms[front - 1] in self.passive:
                front -= 1
            subject = self.subjects.before(front, sentence.first)
            said = self.subjects.read(*subject) if subject else Said()
            if subject is None or saying > hit.last + 2:
                return None
            via: tuple[Link, ...] = ()
            end = saying + 1
            if end < sentence.last and self.norms[end] in self.by_word:
                start, end = self.subjects.after(end + 1, sentence.last)
                via = self._links(self.subjects.read(start, end))
            closing = end >= sentence.last or (self.norms[end] in (".", ",") and subject[0] - sentence.first > 2)
            return Anchor(subject[0], end, Speaker("", via), Stance.ASSERTS, closing), said
        start, end = self.subjects.after(hit.last, saying)
        origin = self.subjects.read(start, end) if start < end else Said()
        via = self._links(self.subjects.read(*subject))
        return Anchor(subject[0], saying + 1, Speaker("", via), Stance.ASSERTS, False), origin

    def _links(self, said: Said) -> tuple[Link, ...]:
        if said.speaker is None:
            return ()
        role = self.subjects.kinds.get(said.speaker.name, "outlet")
        return (Link(said.speaker.name, LinkRole(role)),)

    def _is_name(self, hit: Hit) -> bool:
        """Is the word part of a name, as in `United States`?"""
        return any(
            h.first <= hit.first and h.last >= hit.last and h.last - h.first > 1
            for h in hits_in(self.marks, max(hit.first - 6, 0), hit.last + 6, _COVERED)
        )

    def _follows(self, hit: Hit, sentence: Sentence) -> bool:
        """Is it a noun before the real verb (`television reports said`), or a participle (`soldiers accused of`)?"""
        at = hit.last
        if at >= sentence.last:
            return False
        norm = self.norms[hit.first]
        if norm in self.not_of and self.norms[at] in self.of_word:
            return True
        return norm in self.ambiguous and any(h.first == at for h in hits_in(self.marks, at, at + 1, _SAY))

    def _noun(self, hit: Hit) -> bool:
        before = self.norms[hit.first - 1] if hit.first else ""
        return before in self.noun_before

    def _dateline(self) -> Link | None:
        """The agency a report came by: named in brackets near its head or its end."""
        tokens = self.marks.tokens
        count = len(tokens)
        for first, last in ((0, min(60, count)), (max(count - 12, 0), count)):
            for hit in hits_in(self.marks, first, last, _SOURCE):
                kind = self.lexicon.tables.get("source_kinds", {}).get(hit.value)
                bracketed = (
                    hit.first > 0
                    and hit.last < count
                    and tokens.words[hit.first - 1] in "(["
                    and tokens.words[hit.last] in ")]/"
                )
                if kind == "agency" and bracketed:
                    return Link(hit.value, LinkRole.AGENCY)
        return None


def _stance(hit: Hit) -> Stance:
    return Stance(hit.value)


def _with(speaker: Speaker | None, more: Speaker | None) -> Speaker | None:
    """A speaker with more links, each once."""
    if speaker is None or more is None or not more.via:
        return speaker
    via = list(speaker.via)
    via += [v for v in more.via if v not in via and v.name != speaker.name]
    return Speaker(speaker.name, tuple(via))
