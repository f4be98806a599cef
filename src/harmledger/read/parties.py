"""Who did it, with what, and what was hit, over a range of tokens."""

from collections.abc import Mapping, Sequence

from harmledger.model.account import Party
from harmledger.model.codes import Basis, Means, Target
from harmledger.read.agents import Agent, Agents
from harmledger.read.sight import hits_in, span, words
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks

_BASIS = frozenset(["basis"])
_MEANS = frozenset(["means"])
_TARGET = frozenset(["target"])
_WEAK, _OVER = 0, 9
_ORDER = (Basis.CLAIMED, Basis.ACKNOWLEDGED, Basis.DENIED, Basis.ALLEGED)


def by(marks: Marks, first: int, last: int, lexicon: Lexicon, *, only_told: bool = False) -> tuple[Party, ...]:
    """The parties that tokens `first` to `last` name as the ones who did it, in the order they are named.

    A party is named so by its verb (`Boko Haram killed`), its deed (`Russian air strikes`), `by`, or by owning up to
    it. Perpetrators without a name (`gunmen`) count only where none is named. Who was hit is none, nor who a third
    party is said to have accused elsewhere. `only_told`: only those who own up to it, deny it or are blamed for it.
    """
    who = Agents(marks, lexicon)
    agents = who.of(first, last)
    if only_told:
        agents = [a for a in agents if not a.generic and who.is_told_of(a, first, last)]
    if any(not a.generic for a in agents):
        agents = [a for a in agents if not a.generic]
    found: dict[str, Party] = {}
    for agent in agents:
        basis = _basis(marks, agent, last, lexicon)
        party = Party(agent.party, words(marks, agent.first, agent.last), basis, span(marks, agent.first, agent.last))
        known = found.get(agent.party)
        if known is None or _ORDER.index(basis) < _ORDER.index(known.basis):
            found[agent.party] = party
    return tuple(found.values())


def side(party: str, lexicon: Lexicon) -> str:
    """The side a party fights on: its own name where the lexicon knows of none."""
    sides: Mapping[str, str] = lexicon.tables.get("sides", {})
    return sides.get(party, party)


def means(marks: Marks, parts: Sequence[tuple[int, int]], lexicon: Lexicon) -> Means:
    """What token ranges say it was done with: the first that says it plainly, else the first that says anything.

    In a range the most specific word wins, of equals the first: a word ranks by `[tables.means_rank]`; words of a bare
    `bomb` or `bombing` (`means_weak`) are the least plain; an air landing (`means_over`) says more than its aircraft.
    """
    bare = Means.UNKNOWN
    for first, last in parts:
        rank, value = _means(marks, first, last, lexicon)
        if rank > _WEAK:
            return value
        bare = value if bare is Means.UNKNOWN else bare
    return bare


def _means(marks: Marks, first: int, last: int, lexicon: Lexicon) -> tuple[int, Means]:
    """The most specific word's rank, and what it says."""
    best: tuple[int, int] | None = None
    value = Means.UNKNOWN
    ranks: Mapping[str, int] = lexicon.tables.get("means_rank", {})
    weak, not_after, not_before = (lexicon.list(f"means_{n}") for n in ("weak", "not_after", "not_before"))
    over = lexicon.list("means_over")
    norms = marks.tokens.norms
    for hit in hits_in(marks, first, last, _MEANS):
        before = norms[hit.first - 1] if hit.first else ""
        after = norms[hit.last] if hit.last < len(norms) else ""
        if before in not_after or after in not_before:
            continue
        phrase = " ".join(norms[hit.first : hit.last])
        rank = _WEAK if phrase in weak else _OVER if phrase in over else ranks.get(hit.value, 1)
        if best is None or rank > best[0]:
            best, value = (rank, hit.first), Means(hit.value)
    return (best[0] if best else _WEAK), value


def target(marks: Marks, first: int, last: int, lexicon: Lexicon) -> Target:
    """What tokens `first` to `last` say was hit: led in by a verb or preposition of hitting, or before `bombing`.

    A hospital where the hurt are taken, or whose doctors speak, is none; nor is a house somebody fled.
    """
    norms = marks.tokens.norms
    cues, places, nouns = (lexicon.list(f"target_{n}") for n in ("hit_cues", "in_cues", "hit_nouns"))
    off, spoken, loose = (lexicon.list(f"target_{n}") for n in ("off_cues", "after_off", "in_targets"))
    best, value = 0, Target.UNKNOWN
    used = {t for h in hits_in(marks, first, last, _MEANS) for t in range(h.first, h.last)}
    for hit in hits_in(marks, first, last, _TARGET):
        if hit.first in used:
            continue
        after = norms[hit.last : hit.last + 2]
        window = norms[max(hit.first - 7, first) : hit.first]
        if (after and after[0] in spoken) or any(w in off for w in window):
            continue
        rank = 0
        if (after and after[0] in nouns) or any(w in cues for w in window[-4:]):
            rank = 3
        elif hit.value in loose and any(w in places for w in window[-4:]):
            rank = 2
        if rank and hit.value in ("residential", "other", "vehicle or convoy"):
            rank -= 1
        if rank > best:
            best, value = rank, Target(hit.value)
    return value


def _basis(marks: Marks, agent: Agent, limit: int, lexicon: Lexicon) -> Basis:
    """How it is said of the agent: `claimed responsibility`, `denied`, `admitted`, else alleged."""
    norms = marks.tokens.norms
    stops = lexicon.list("party_clause_end")
    for hit in hits_in(marks, agent.last, min(agent.last + 14, limit), _BASIS):
        if not any(norms[t] in stops for t in range(agent.last, hit.first)):
            return Basis(hit.value)
    back = max(agent.first - 5, 0)
    for hit in hits_in(marks, back, agent.first, _BASIS):
        if hit.last < len(norms) and norms[agent.first - 1] in lexicon.list("party_by") and agent.first - hit.last <= 3:
            return Basis(hit.value)
    return Basis.ALLEGED
