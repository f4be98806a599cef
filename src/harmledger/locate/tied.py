"""The names that hyphens tie to other words (`mark.place_hyphens`) as spots."""

from collections.abc import Iterable, Mapping

from harmledger.geo.entry import Entry
from harmledger.locate.spot import AREAS, PEOPLES, Spot, Words
from harmledger.text.keys import key
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import PlaceCandidate
from harmledger.text.normal import norm


def called(piece: PlaceCandidate, lexicon: Lexicon) -> tuple[str, str]:
    """The key of what part of a hyphenated word names, and by what: a state's word stands for the state."""
    hits = lexicon.hits([norm(w) for w in piece.words.split()]) if piece.cue == "between" else ()
    for hit in hits:
        if hit.category in (*PEOPLES, "place_short"):
            return key(hit.value.rpartition("/")[2]), "short" if hit.category == "place_short" else "demonym"
    return key(piece.words), "name"


def tied_spots(
    pieces: Iterable[tuple[PlaceCandidate, str, str]],
    known: Mapping[str, tuple[Entry, ...]],
    words: Words,
    persons: frozenset[str],
) -> list[Spot]:
    """The spots of what hyphens tie, of overlapping ones the longest."""
    end, found = 0, list[Spot]()
    for piece, name, via in sorted(pieces, key=lambda p: (p[0].start, -p[0].end)):
        norms = [norm(w) for w in piece.words.split()]
        entries = tuple(e for e in known.get(name, ()) if via == "name" or e.kind in AREAS)
        person = not any(e.kind in AREAS for e in entries) and all(n in words.given or n in persons for n in norms)
        if entries and piece.start >= end and (via != "name" or not (person or words.common.issuperset(norms))):
            end = piece.end
            found.append(Spot(piece.first, piece.last, name, entries, via, piece))
    return found
