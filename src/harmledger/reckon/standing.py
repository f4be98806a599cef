"""Which figure of a voice stands.

A voice's later figure replaces its earlier one, by the time it spoke; a vaguer one never an exact one, a wider one
never a narrower [METHOD, Who says so]. The replaced stay on record, with the reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harmledger.model.toll import VoiceFigure
from harmledger.reckon.spoken import Figure, vague

Bounds = tuple[int | None, int | None, int | None]
EARLIER = "earlier: this voice has since said otherwise"
VAGUER = "vaguer than another figure of this voice"
WIDER = "told of a wider area"
PARTY = "a zero from a party to the event"
FIGHTERS_ONLY = "combatants only, in the words of a party to the event"


@dataclass(frozen=True, slots=True)
class Standing:
    """The voices' standing figures with the moment each spoke, and what was set aside."""

    voices: tuple[VoiceFigure, ...]
    moments: tuple[tuple[str, str], ...]
    aside: tuple[VoiceFigure, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """One figure of a voice with all reports that carried it."""

    bounds: Bounds
    figures: tuple[Figure, ...]
    moment: tuple[str, str]
    width: int
    vague: bool


def standing(
    figures: Sequence[Figure], is_party: Callable[[str], bool], sides_with: Callable[[str], bool] | None = None
) -> Standing:
    """The standing figure of every voice, in the order of their names.

    Where others count people of any other kind, combatants only in the words of a party (or of one who `sides_with`
    one) are context and not proof [Airwars]: they are set aside.
    """
    sides_with = sides_with or is_party
    others = any(
        f.count.figure and not f.fighters and not f.wide and not is_party(f.voice) and not sides_with(f.voice)
        for f in figures
    )
    by_voice: dict[str, list[Figure]] = {}
    for f in figures:
        by_voice.setdefault(f.voice, []).append(f)
    voices: list[VoiceFigure] = []
    moments: list[tuple[str, str]] = []
    aside: list[VoiceFigure] = []
    for voice in sorted(by_voice):
        near = [f for f in by_voice[voice] if not f.wide]
        unproven = [f for f in near if f.fighters and others and sides_with(voice)]
        said = _merged([f for f in near if f not in unproven])
        aside += [_shown(voice, s, WIDER) for s in _merged([f for f in by_voice[voice] if f.wide])]
        aside += [_shown(voice, s, FIGHTERS_ONLY) for s in _merged(unproven)]
        if is_party(voice):
            aside += [_shown(voice, s, PARTY) for s in said if not any(s.bounds)]
            said = [s for s in said if any(s.bounds)]
        if not said:
            continue
        last, replaced = _stands(said)
        voices.append(_ranged(voice, last))
        moments.append(last[0].moment)
        aside += [_shown(voice, s, note) for s, note in replaced]
    return Standing(tuple(voices), tuple(moments), tuple(aside))


def _merged(figures: Sequence[Figure]) -> list[_Said]:
    """Repeats of one figure as one, spoken when it is said to have been, else when it was first printed."""
    same: dict[Bounds, list[Figure]] = {}
    for f in figures:
        same.setdefault((f.count.low, f.count.best, f.count.high), []).append(f)
    found = [
        _Said(bounds, tuple(fs), min(f.moment for f in fs), min(f.width for f in fs), vague(fs[0].count))
        for bounds, fs in same.items()
    ]
    return sorted(found, key=lambda s: (s.moment, [(-1 if b is None else b) for b in s.bounds], s.width))


def _stands(said: Sequence[_Said]) -> tuple[list[_Said], list[tuple[_Said, str]]]:
    """The figures of the last moment that may stand (several where nothing tells which came last), and the others."""
    if any(not s.vague for s in said):
        exact = [s for s in said if not s.vague]
        replaced = [(s, VAGUER) for s in said if s.vague]
    else:
        exact, replaced = list(said), []
    current = [exact[0]]
    for one in exact[1:]:
        if one.width > current[0].width:
            replaced.append((one, WIDER))
        elif one.width < current[0].width or one.moment > current[0].moment:
            replaced += [(c, WIDER if one.width < c.width else EARLIER) for c in current]
            current = [one]
        else:
            current.append(one)
    return current, replaced


def _ranged(voice: str, said: Sequence[_Said]) -> VoiceFigure:
    if len(said) == 1:
        return _shown(voice, said[0], "")
    lows = [b for s in said for b in s.bounds if b is not None]
    closed = all(s.bounds[2] is not None for s in said)
    figures = [f for s in said for f in s.figures]
    return _figure(voice, (min(lows), None, max(lows) if closed else None), figures, "")


def _shown(voice: str, said: _Said, note: str) -> VoiceFigure:
    return _figure(voice, said.bounds, said.figures, note)


def _figure(voice: str, bounds: Bounds, figures: Sequence[Figure], note: str) -> VoiceFigure:
    low, best, high = bounds
    return VoiceFigure(
        voice=voice,
        low=low,
        best=best,
        high=high,
        claims=tuple(sorted({c for f in figures for c in f.claims})),
        copies=len({f.report for f in figures}),
        as_of=min((f.said for f in figures if f.said), default=None),
        note=note,
    )
