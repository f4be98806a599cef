"""Clauses: which part of a sentence tells of a happening, where the sentence tells of several.

`A bomb killed 12 people in Kabul, a day after gunmen shot five in Herat`: the gunmen are the second's alone.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from harmledger.read.drafts import Draft
from harmledger.read.sight import hits_in
from harmledger.text.lexicon import Lexicon
from harmledger.text.marks import Marks

Range = tuple[int, int]
_VERBS = frozenset({"harm_participle", "harm_intransitive", "harm_gerund", "harm_present", "harm_event", "harm_noun"})
_PAUSES = frozenset((",", ";", "-", "--", "—", "–"))


def own_parts(drafts: Sequence[Draft], marks: Marks, lexicon: Lexicon) -> Mapping[int, Mapping[int, Range]]:
    """By a draft's number, the token ranges of the sentences that it shares, by the sentences' numbers.

    A sentence is cut only where each happening has a word of harm of its own: in `shelling killed three in A and two
    in B` the shelling is both's.
    """
    told: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for n, draft in enumerate(drafts):
        for index in set(draft.sentences):
            figures = [f for f, _ in draft.figures if f.sentence == index and f.parent is None]
            if figures:
                told[index].append((min(f.first for f in figures), max(f.last for f in figures), n))
    found: dict[int, dict[int, Range]] = defaultdict(dict)
    for index, spans in told.items():
        if len(spans) < 2:
            continue
        for (first, last), n in _cut(sorted(spans), index, marks, lexicon):
            found[n][index] = first, last
    return found


def _cut(
    spans: Sequence[tuple[int, int, int]], index: int, marks: Marks, lexicon: Lexicon
) -> Sequence[tuple[Range, int]]:
    """A sentence cut between the figures of its happenings, each part with its happening's number; nothing where one
    has no verb of its own, or they are told in turns.
    """
    sentence = marks.sentences[index]
    edges = [sentence.first]
    for (_, last, _), (first, _, _) in pairwise(spans):
        if first < last:
            return ()
        edges.append(_break(last, first, marks, lexicon))
    edges.append(sentence.last)
    parts = [((edges[k], edges[k + 1]), n) for k, (_, _, n) in enumerate(spans)]
    return parts if all(hits_in(marks, *part, _VERBS) for part, _ in parts) else ()


def _break(last: int, first: int, marks: Marks, lexicon: Lexicon) -> int:
    """The first token between two figures that begins something else."""
    norms, joins = marks.tokens.norms, lexicon.list("conjunctions") | lexicon.list("say_clause") | _PAUSES
    apart = {d.first for d in marks.days if d.kind == "apart" and last <= d.first < first}
    return next((at for at in range(last, first) if norms[at] in joins or at in apart), first)
