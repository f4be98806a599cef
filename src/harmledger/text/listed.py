"""Listed: the names of a user's sources as words of a language, so that its reader knows who speaks and who did it.

A name that the lexicon has for somebody already keeps its meaning there; what is then read under the lexicon's own name
is that source's too. Armed groups and militaries are parties; agencies, outlets and state media pass words on; others
speak. Witnesses are no words of a language.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from harmledger.model.codes import SourceKind
from harmledger.model.source import Source
from harmledger.text.lexicon import Lexicon
from harmledger.text.roll import Common, Roll, forms, roll
from harmledger.text.tokens import split

PARTIES = frozenset({SourceKind.ARMED_GROUP, SourceKind.MILITARY})
PASSING = {SourceKind.AGENCY: "agency", SourceKind.OUTLET: "outlet", SourceKind.STATE_MEDIA: "outlet"}
_NAMED = frozenset({"party", "source"})


def names(sources: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    """Each name that a source may be read under, in any of its forms."""
    for source in sources:
        if source.kind is not SourceKind.WITNESS:
            yield from ((form, source) for name in (source.name, *source.aliases) for form in forms(name))


def listed(lexicon: Lexicon, sources: Iterable[Source], taken: Collection[str] = ()) -> Lexicon:
    """The lexicon with the sources' names that it has for nobody and nothing.

    Args:
        lexicon: a language's.
        sources: the user's; where two claim one name, the first keeps it.
        taken: names that are a place's too, and say no more of who speaks than they did.
    """
    fresh: dict[str, tuple[str, str]] = {}
    passing: dict[str, str] = {}
    for name, source in names(sources):
        words = _words(lexicon, name)
        if not words or name in taken or _meanings(lexicon, words) or (len(words) == 1 and words[0] in lexicon.common):
            continue
        fresh.setdefault(name, ("party" if source.kind in PARTIES else "source", source.name))
        if source.kind in PASSING:
            passing[source.name] = PASSING[source.kind]
    return lexicon.with_names(fresh, passing, split) if fresh else lexicon


def canonical(lexicon: Lexicon, sources: Sequence[Source]) -> Roll:
    """The sources by every name they have, and by the one that a lexicon has for whom they name."""
    known = roll((s for s in sources if s.kind is not SourceKind.WITNESS), Common(articles=lexicon.list("say_article")))
    theirs: dict[str, Source] = {}
    for name, source in names(sources):
        for category, meaning in _meanings(lexicon, _words(lexicon, name)).items():
            if category in _NAMED:
                theirs.setdefault(meaning, source)
    return known.with_names(theirs)


def _words(lexicon: Lexicon, name: str) -> Sequence[str]:
    return lexicon.split(split(name))


def _meanings(lexicon: Lexicon, words: Sequence[str]) -> Mapping[str, str]:
    """What the lexicon has the whole of some words for, by category."""
    return {h.category: h.value for h in lexicon.hits(words) if h.last - h.first == len(words)} if words else {}
