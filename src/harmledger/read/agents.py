"""Agents: which of the armed actors, forces and gunmen named in a passage are told as the ones who did it."""

from collections.abc import Mapping
from dataclasses import dataclass

from harmledger.read.naming import meant
from harmledger.read.sight import hits_in, named, sentence_at, words
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks

_ACTORS = frozenset(["party", "nation", "country", "attacker", "homeforce", "metonym"])
_FORCE = frozenset(["force", "attacker", "deed_noun"])
_DEED = frozenset(["deed"])
_STATE = frozenset(["nation", "country"])
_TELLS = frozenset(["say", "speaker"])
_OTHERS = frozenset(["force", "attacker"])
_BASIS = frozenset(["basis"])
_ATTACKER = frozenset(["attacker"])
_DEED_NOUN = frozenset(["deed_noun"])
_HAPPENED = _DEED_NOUN | {"target", "place_noun", "day_weekday"}
_REACH, _PARTNER = 9, 4
_WHOLE = frozenset(("claimed", "denied"))
_CLOSED = frozenset((".", ",", ";"))
_HEADED = frozenset([",", ":"])
_LED, _AMONG = 3, 7  # tokens before a state's name, before one of two that fight


@dataclass(frozen=True, slots=True)
class Agent:
    """Tokens `first` to `last` name `party`; `generic` where they say no more than `gunmen`."""

    party: str
    first: int
    last: int
    generic: bool = False


class Agents:
    """Finds the agents in ranges of one report."""

    def __init__(self, marks: Marks, lexicon: Lexicon) -> None:
        self.marks, self.lexicon = marks, lexicon
        self.norms = marks.tokens.norms
        name = lexicon.list
        self.by, self.victim, self.cues = name("party_by"), name("party_victim_before"), name("party_cues")
        self.joint, self.modifier, self.passive = name("party_joint"), name("party_modifier"), name("party_passive")
        self.partner = name("party_partner")
        self.skip, self.clause = name("party_skip"), name("party_clause_end")
        self.days = {t for d in marks.days for t in range(d.first, d.last)}
        self.for_words, self.things = name("say_for"), name("things")
        self.blamed, self.owning = name("party_blamed"), name("party_owning")
        self.who, self.between = name("say_relative"), name("party_between")
        self.article, self.force_off = name("party_article"), name("party_force_off")
        self.forces: Mapping[str, str] = lexicon.tables.get("forces_party", {})
        self.blame, self.victims = name("party_blame_before"), name("party_victim_after")
        self.state: Mapping[str, str] = lexicon.tables.get("state_party", {})
        self.noun_first = bool(lexicon.rule("noun_first"))

    def of(self, first: int, last: int) -> list[Agent]:
        """The agents named in tokens `first` to `last`, in order."""
        actors = self._actors(first, last)
        phrases: list[tuple[Hit, int, bool]] = []
        for hit in actors:
            end, deed = (hit.last, False) if hit.category == "metonym" else self._head(hit, last)
            owner = self._noun_before(hit, first) if self.noun_first and hit.category == "nation" else None
            if owner is not None:
                phrases.append((hit, hit.last, owner.value == "attack"))
            elif hit.category in ("nation",) and end == hit.last:
                phrases.append((hit, -1, deed))
            else:
                phrases.append((hit, end, deed))
        self._share(phrases)
        found: list[Agent] = []
        for hit, end, deed in phrases:
            if found and hit.category == "country" and self._coupled(found[-1], hit):
                found.append(self._agent(hit, hit.last))
                continue
            if end < 0 or (hit.category in ("country", "metonym") and not self._country_acts(hit)):
                continue
            if self._acts(hit, end, deed, first, last):
                found.append(self._agent(hit, end))
        return found

    def is_told_of(self, agent: Agent, first: int, last: int) -> bool:
        """Is an agent said to own up to the deed or to deny it, or blamed for it, and not merely told as acting?"""
        forces = hits_in(self.marks, agent.last, min(agent.last + _PARTNER, last), _ATTACKER)
        if self._owns(next((h.last for h in forces if h.first == agent.last), agent.last), last):
            return True
        return any(self.norms[t] in self.blame for t in range(max(first, agent.first - 4), agent.first))

    def _coupled(self, before: Agent, hit: Hit) -> bool:
        """Is a state named right behind an agent as its partner: `the government and its ally Russia`?"""
        between = self.norms[before.last : hit.first]
        return bool(between) and len(between) <= _PARTNER and all(w in self.joint or w in self.partner for w in between)

    def _actors(self, first: int, last: int) -> list[Hit]:
        """Actor hits without those inside longer ones; a party wins over a nation's or a force's word."""
        hits = [h for h in hits_in(self.marks, first, last, _ACTORS) if named(self.marks, h, self.lexicon)]
        order = {"party": 0, "nation": 1, "country": 1, "metonym": 1, "homeforce": 2, "attacker": 3}
        kept: list[Hit] = []
        end = -1
        for hit in sorted(hits, key=lambda h: (h.first, -(h.last), order[h.category])):
            if hit.first >= end:
                kept.append(hit)
                end = hit.last
        return kept

    def _head(self, hit: Hit, limit: int) -> tuple[int, bool]:
        """End of the phrase that a word opens: past modifiers to the force or deed it owns. Is it a deed?"""
        at = hit.last
        if at < limit and self.norms[at] in ("'s", "’s", "'"):
            at += 1
        steps = 0
        while at < limit and steps < 4:
            got = [h for h in hits_in(self.marks, at, min(at + 4, limit), _FORCE) if h.first == at]
            if got:
                best = max(got, key=lambda h: (h.last, h.value == "attack"))
                end, deed = best.last, best.value == "attack"
                follow = [h for h in hits_in(self.marks, end, min(end + 4, limit), _FORCE) if h.first == end]
                if follow:
                    best = max(follow, key=lambda h: h.last)
                    end, deed = best.last, best.value == "attack"
                return end, deed
            if self.norms[at] not in self.modifier:
                break
            at, steps = at + 1, steps + 1
        return hit.last, False

    def _noun_before(self, hit: Hit, floor: int) -> Hit | None:
        """The force or deed that a nation's word follows as its adjective, past other adjectives."""
        at = hit.first
        while at > max(floor, hit.first - _REACH):
            near = [h for h in hits_in(self.marks, max(floor, at - 4), at, _FORCE) if h.last == at]
            if near:
                return max(near, key=lambda h: (h.value == "attack", h.last - h.first))
            if self.norms[at - 1] not in self.modifier:
                return None
            at -= 1
        return None

    def _share(self, phrases: list[tuple[Hit, int, bool]]) -> None:
        """In `Syrian and Russian attacks` the first shares the second's head; a party before a slash too."""
        for n in range(len(phrases) - 2, -1, -1):
            hit, end, _ = phrases[n]
            after, end_after, deed_after = phrases[n + 1]
            between = self.norms[hit.last : after.first]
            near = len(between) <= 2 and all(w in self.joint for w in between) and bool(between)
            if near and end_after > 0 and (end < 0 or end == hit.last) and end_after > after.last:
                phrases[n] = (hit, end_after, deed_after)

    def _acts(self, hit: Hit, end: int, deed: bool, first: int, last: int) -> bool:
        """Is the phrase told as the one who did it: by its own deed, by `by`, or as subject of a verb of harm?"""
        sentence = self.marks.sentences[sentence_at(self.marks, hit.first)] if self.marks.sentences else None
        low = max(first, sentence.first) if sentence else first
        high = min(last, sentence.last) if sentence else last
        start = self._start(hit, low)
        before = self.norms[start - 1] if start > low else ""
        if self._victim(start, low, end, high, deed):
            return False
        if not deed and any(self.norms[t] in self.between for t in range(max(low, start - _AMONG), start)):
            return False
        if self._owns(end, high):
            return True
        if hit.category == "metonym":
            return self._subject(end, high) and not self._site_of(end, high)
        if hit.category == "homeforce" and self._speaks(end, high):
            return False
        if before in self.by or (before in self.joint and self._joined(start, low)):
            return True
        if deed:
            return True
        if any(self.norms[t] in self.blame for t in range(max(low, start - 4), start)):
            return True
        return self._subject(end, high)

    def _start(self, hit: Hit, low: int) -> int:
        start = hit.first
        while start > low and self.norms[start - 1] in self.skip:
            start -= 1
        return start

    def _joined(self, start: int, low: int) -> bool:
        """Is the phrase the second of two that `by` leads in?"""
        window = self.norms[max(low, start - 8) : start]
        return any(w in self.by for w in window) and not any(w in self.clause or w == "," for w in window)

    def _speaks(self, end: int, high: int) -> bool:
        """Is it `police said`, `army spokesman`, `military base`: a force that tells, or part of another noun?"""
        if end < high and self.norms[end] in self.force_off:
            return True
        near = hits_in(self.marks, end, min(end + 5, high), _TELLS)
        return (
            bool(near)
            and (near[0].first == end or near[0].category == "say")
            and "," not in self.norms[end : near[0].first]
        )

    def _victim(self, start: int, low: int, end: int, high: int, deed: bool) -> bool:
        before = self.norms[start - 1] if start > low else ""
        blamed = start > low + 1 and self.norms[start - 2] in self.blame  # `blamed on`, not `killed on`
        if before in self.victim and not deed and not blamed:
            return True
        if before and (before[0].isdigit() or before in self.lexicon.numbers) and not deed:
            return not self._subject(end, high) or (end < high and self.norms[end] in self.who)
        after = self.norms[end:high][:3]
        return bool(after) and not deed and after[0] in self.passive and any(w in self.victims for w in after[1:])

    def _subject(self, end: int, high: int) -> bool:
        """Does an active verb of harm follow, with no clause's end between?"""
        stop = min(end + _REACH, high)
        for hit in hits_in(self.marks, end, min(stop + 3, high), _DEED):
            if hit.first > stop:
                break
            between = self.norms[end : hit.first]
            if any(w in self.clause for w in between):
                continue
            if between and (between[-1] in self.passive or between[-1] in self.article):
                continue
            if hits_in(self.marks, hit.last, min(hit.last + _PARTNER, high), _ATTACKER):
                continue  # `police shot the attacker`: no deed against those counted
            return len(between) < 2 or not any(w in self.passive for w in between[:2])
        return False

    def _site_of(self, end: int, high: int) -> bool:
        """`a capital's market bombing`: does a noun for what happened, or was hit, follow the city's name?"""
        if end < high and self.norms[end] in self.things:
            return True
        deed = min((h.first for h in hits_in(self.marks, end, high, _DEED)), default=end)
        return any(h.first <= deed for h in hits_in(self.marks, end, min(deed + _PARTNER, high), _HAPPENED))

    def _owns(self, end: int, high: int) -> bool:
        """Is it told to admit or deny the deed, or to be accused of it (`denied killing`, `was accused of bombing`)?"""
        at = end
        while at < high and at - end < _AMONG and (self.norms[at] in self.passive or self.norms[at] in self.owning):
            at += 1
        if at + 1 < high and at > end and self.norms[at] in self.blamed and self.norms[at + 1] in _CLOSED:
            return True  # `rebels are suspected.`
        said = [h for h in hits_in(self.marks, at, min(at + _AMONG, high), _BASIS) if h.first == at]
        if any(h.value in _WHOLE and h.last > h.first + 1 for h in said):
            return True  # `claimed responsibility`, `denied involvement`
        if said:
            last = max(h.last for h in said)
        elif at + 1 < high and self.norms[at] in self.blamed and self.norms[at + 1] in self.for_words:
            last = at + 2
        else:
            return False
        deeds = hits_in(self.marks, at, min(last + _AMONG, high), _DEED)
        told = any(h.value == "acknowledged" for h in said)  # `confirmed the attack` admits nothing
        return any(
            h.last >= last
            and "," not in self.norms[last : h.first]
            and not (told and self.norms[h.first - 1] in self.article)
            for h in deeds
        )

    def _country_acts(self, hit: Hit) -> bool:
        """A state's bare name acts only where it is no place: led in by a preposition (`in central X`, `in the X
        capital`), set off by commas behind a town (`a checkpoint in Y, X, killing six`), the head of a line (`X: six
        killed`), or before a noun of its own.
        """
        before = self.norms[max(0, hit.first - _LED) : hit.first]
        after = self.norms[hit.last] if hit.last < len(self.norms) else ""
        aside = before[-1:] == [","] and hit.first - 2 not in self.days
        led = before if "," not in before else before[before.index(",") + 1 :]
        return not aside and after not in _HEADED and not any(w in self.cues for w in led)

    def _agent(self, hit: Hit, end: int) -> Agent:
        if hit.category == "party":
            return Agent(meant(self.marks, hit.value, self.lexicon), hit.first, hit.last)
        if hit.category == "attacker":
            return Agent(hit.value, hit.first, hit.last, True)
        if hit.category != "homeforce":
            others = self._others(hit, end)
            if others:
                return Agent(others, hit.first, max(end, hit.last), True)
            name = self.forces.get(hit.value) if end > hit.last else None
            return Agent(name or self.state.get(hit.value, hit.value), hit.first, max(end, hit.last))
        state = self._home(hit)
        if state is None:
            return Agent("government forces", hit.first, hit.last, True)
        return Agent(self.forces.get(state) or self.state.get(state, state), hit.first, hit.last)

    def _others(self, hit: Hit, end: int) -> str | None:
        """What `Nigerian militants` are called: armed men of a nation that are not its forces."""
        deeds = hits_in(self.marks, hit.last, end, _DEED_NOUN)
        near = [
            h
            for h in hits_in(self.marks, hit.last, end, _OTHERS)
            if not any(d.first <= h.first and h.last <= d.last for d in deeds)
        ]
        if any(h.category == "force" and h.value == "force" for h in near) or not any(
            h.value == "others" for h in near
        ):
            return None
        known = [h.value for h in near if h.category == "attacker"]
        return known[0] if known else words(self.marks, hit.first, end)

    def _home(self, hit: Hit) -> str | None:
        """The state whose forces these are: the last named before them in their sentence, else the report's first."""
        sentence = self.marks.sentences[sentence_at(self.marks, hit.first)] if self.marks.sentences else None
        if sentence:
            near = [
                h for h in hits_in(self.marks, sentence.first, hit.first, _STATE) if named(self.marks, h, self.lexicon)
            ]
            near = [h for h in near if not self._province(h)]
            if near:
                return near[0].value
        for other in self.marks.hits:
            if other.category in _STATE and named(self.marks, other, self.lexicon) and not self._province(other):
                return other.value
        return None

    def _province(self, hit: Hit) -> bool:
        """Is it `Niger State`, which is no state of its own?"""
        return hit.last < len(self.norms) and self.norms[hit.last] in self.lexicon.list("party_province")
