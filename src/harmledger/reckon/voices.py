"""Voices: the origin that a claim goes back to, once quoting and copying are collapsed.

An outlet that quotes somebody is that somebody's voice. An unnamed speaker (`medics`) is a voice of whoever heard it.
Unattributed words are the publisher's; in near copies of one text, those of whoever put it out first [Iraq Body
Count: independence is counted in voices, not in outlets].
"""

from collections.abc import Mapping, Sequence

from harmledger.model.codes import LinkRole, SourceKind
from harmledger.model.source import Speaker
from harmledger.model.told import Told
from harmledger.text.roll import Roll
from harmledger.text.sketch import landmarks, likeness

COPY_AT = 0.7
CARRIERS = (LinkRole.AGENCY, LinkRole.OUTLET)


Leaders = Mapping[str, Told]


def leaders(told: Sequence[Told], known: Roll) -> Leaders:
    """For each report the one it is a near copy of (itself where it is none): an agency's, else the first put out."""
    reports: dict[str, Told] = {}
    for t in sorted(told, key=_put_out):
        reports.setdefault(t.report, t)
    found: dict[str, Told] = {}
    groups: list[list[Told]] = []
    under: dict[tuple[int, int], list[int]] = {}
    for t in reports.values():
        marks = landmarks(t.sketch)
        near = sorted({n for mark in marks for n in under.get(mark, ())})
        of = next((n for n in near if likeness(groups[n][0].sketch, t.sketch) >= COPY_AT), None)
        if of is not None:
            groups[of].append(t)
            continue
        for mark in marks:
            under.setdefault(mark, []).append(len(groups))
        groups.append([t])
    for group in groups:
        first = min(group, key=lambda t: (not _is_agency(t.publisher, known), _put_out(t)))
        found.update((t.report, first) for t in group)
    return found


def _put_out(t: Told) -> tuple[str, str]:
    return t.published or "9999", t.report


def _is_agency(publisher: str | None, known: Roll) -> bool:
    source = known.source(publisher)
    return source is not None and source.kind is SourceKind.AGENCY


def publisher_voice(t: Told, known: Roll, first: Leaders) -> str:
    """The voice of what a report says in its own name."""
    origin = first.get(t.report, t)
    return known.named(origin.publisher) if origin.publisher else origin.report


def voice_of(speaker: Speaker | None, t: Told, known: Roll, first: Leaders) -> str:
    """The voice of a claim: its first speaker where named; `medics (Agency)` where not; the publisher where unsaid."""
    if speaker is None or not speaker.name.strip():
        return publisher_voice(t, known, first)
    if known.source(speaker.name) or not known.names_nobody(speaker.name):
        return known.named(speaker.name)
    return f"{' '.join(speaker.name.split())} ({carrier(speaker, t, known, first)})"


def carrier(speaker: Speaker, t: Told, known: Roll, first: Leaders) -> str:
    """Who heard a speaker: the agency or outlet in the chain, else the publisher."""
    named = next((link.name for role in CARRIERS for link in speaker.via if link.role is role), None)
    return known.named(named) if named else publisher_voice(t, known, first)
