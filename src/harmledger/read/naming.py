"""Parties of states and bodies as they speak, deal and accuse: capitals stand for governments, titles for bodies."""

from collections.abc import Mapping

from harmledger.read.sight import hits_in, named, outer
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Hit, Marks

_NAMES = frozenset(["party", "source", "metonym", "country", "nation"])
_STATES = frozenset(["metonym", "country", "nation"])
_HEADS = frozenset(["force", "speaker", "homeforce"])


def party_of(hit: Hit, lexicon: Lexicon) -> str:
    """The name of the party that a hit of party, source, metonym, country or nation stands for."""
    if hit.category in _STATES:
        states: Mapping[str, str] = lexicon.tables.get("state_party", {})
        return states.get(hit.value, hit.value)
    return hit.value


def meant(marks: Marks, name: str, lexicon: Lexicon) -> str:
    """Whom a name that several bear stands for (`the Civil Defence`, `the occupation`), by who else the report names.

    `[tables.stands_for]` has such names; `*` tells whom one means where nobody named in the report does.
    """
    among: Mapping[str, str] = lexicon.tables.get("stands_for", {}).get(name, {})
    if not among:
        return name
    told = (among[h.value] for h in marks.hits if h.category in _NAMES and h.value in among)
    return next(told, among.get("*", name))


def named_so(marks: Marks, noun: str, before: int, lexicon: Lexicon) -> str | None:
    """The body last named before a token with a noun in its name that now stands for it (`the Observatory`)."""
    norms = marks.tokens.norms
    for hit in reversed(marks.hits):
        if hit.category == "source" and hit.first < before and noun in norms[hit.first : hit.last]:
            return meant(marks, hit.value, lexicon)
    return None


def parties_in(marks: Marks, first: int, last: int, lexicon: Lexicon, *, places: bool = False) -> list[tuple[Hit, str]]:
    """The parties named in a token range, in order; outlets left out.

    A nation's word counts only before a force or officials (`Russian forces`). `places`: a state's bare name counts
    even after a preposition of place.
    """
    norms = marks.tokens.norms
    kinds = lexicon.tables.get("source_kinds", {})
    found: list[tuple[Hit, str]] = []
    for hit in outer([h for h in hits_in(marks, first, last, _NAMES) if named(marks, h, lexicon)]):
        if hit.value in kinds:
            continue
        if hit.category == "nation" and not _heads(marks, hit, lexicon):
            continue
        if hit.category in ("country", "metonym") and not places:
            before = norms[hit.first - 1] if hit.first else ""
            if before in lexicon.list("party_place_cues"):
                continue
        found.append((hit, meant(marks, party_of(hit, lexicon), lexicon)))
    return found


def _heads(marks: Marks, hit: Hit, lexicon: Lexicon) -> bool:
    """Does a nation's word stand before a force or officials of that state?"""
    norms = marks.tokens.norms
    officials = lexicon.list("party_officials")
    for head in hits_in(marks, hit.last, min(hit.last + 4, len(norms)), _HEADS):
        if head.first - hit.last > 1:
            break
        if head.category != "speaker" or " ".join(norms[head.first : head.last]) in officials:
            return True
    return False
