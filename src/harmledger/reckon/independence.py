"""Which of an incident's voices are independent of each other [Iraq Body Count: two independent sources].

Whom a report quotes is behind what it says in its own name, and nobody can tell whether its `residents` and its
`medics` are two. So one report gives one independent voice, however many speak in it, and more only where they are
known sources, each of its own.
"""

from collections.abc import Callable, Iterable, Sequence

from harmledger.model.codes import Stance
from harmledger.model.source import Speaker
from harmledger.model.told import Told
from harmledger.reckon.voices import Leaders, carrier, voice_of
from harmledger.text.roll import Roll


def speakers(t: Told) -> list[Speaker | None]:
    """Who tells in an account that it happened; None is the publisher. Who only denies or expects is none of them."""
    tells = [c.speaker for c in t.account.claims if c.stance not in (Stance.DENIES, Stance.EXPECTS)]
    if t.account.speaker is not None:
        tells.append(t.account.speaker)
    return tells if tells or t.account.claims else [None]


def independent(told: Sequence[Told], known: Roll, first: Leaders, is_party: Callable[[str], bool]) -> tuple[str, ...]:
    """The independent voices that tell of it, by name; no party to it is one.

    Every known source that a report quotes is one. Of a report that quotes no known source, one voice at most: none
    where one of its voices already counts by another report. The publisher counts only where its report quotes nobody.
    Unnamed speakers whom one outlet heard, and that outlet, count once. Near copies are one report.
    """
    reports: dict[str, list[Told]] = {}
    for t in told:
        reports.setdefault(first.get(t.report, t).report, []).append(t)
    found: dict[str, str] = {}
    single: list[dict[str, str]] = []
    for accounts in reports.values():
        listed, others = _voices(accounts, known, first, is_party)
        found.update((v, v) for v in listed)
        if others and not listed:
            single.append(others)
    for others in sorted(single, key=lambda o: (len(o), sorted(o.items()))):
        if not any(origin in found for origin in others):
            origin = min(others, key=lambda o: (others[o] != o, o))
            found[origin] = others[origin]
    return tuple(sorted(found.values()))


def _voices(
    accounts: Iterable[Told], known: Roll, first: Leaders, is_party: Callable[[str], bool]
) -> tuple[set[str], dict[str, str]]:
    """A report's known sources; and its other voices by where they come from: their own name, or who heard them."""
    listed: set[str] = set()
    others: dict[str, str] = {}
    own: set[str] = set()
    quotes = False
    for t in accounts:
        for speaker in speakers(t):
            voice = voice_of(speaker, t, known, first)
            if speaker is None or not speaker.name.strip():
                own.add(voice)
                continue
            quotes = True
            if is_party(voice):
                continue
            if known.source(speaker.name):
                listed.add(voice)
            else:
                origin = carrier(speaker, t, known, first) if known.names_nobody(speaker.name) else voice
                others[origin] = min(voice, others.get(origin, voice))
    if not quotes:
        others = {v: v for v in own if not is_party(v)}
    return listed, others
