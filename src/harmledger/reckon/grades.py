"""Grades: an incident's standing under several schemes side by side, each with reasons and what would change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harmledger.model.account import Position
from harmledger.model.claim import Claim
from harmledger.model.codes import Basis, Outcome, PositionStance, Status
from harmledger.model.grade import Grade
from harmledger.model.incident import Incident
from harmledger.reckon.blame import Side
from harmledger.reckon.spoken import counts
from harmledger.text.roll import Roll

_HARM = (Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES)
_ACCEPTED = (Basis.ACKNOWLEDGED, Basis.CLAIMED)


@dataclass(frozen=True, slots=True)
class Known:
    """What a grade is given for: the incident, its claims with their voices, positions on it, who is blamed.

    `independent`: voices that tell that it happened, are no party to it, and do not lean on one another.
    """

    incident: Incident
    roll: Roll
    claims: tuple[tuple[str, Claim], ...]
    positions: tuple[Position, ...]
    sides: tuple[Side, ...]
    is_party: Callable[[str], bool]
    independent: tuple[str, ...]


def grades(known: Known) -> dict[str, Grade]:
    """A grade under each scheme."""
    return {"airwars": airwars(known), "ibc": ibc(known), "ohchr": ohchr(known)}


def airwars(known: Known) -> Grade:
    """First that fits: discounted, confirmed, contested, fair, weak [Airwars; METHOD, Grades]."""
    for fits in (_discounted, _confirmed, _contested, _fair):
        grade = fits(known)
        if grade is not None:
            return grade
    return _weak(known)


def _discounted(known: Known) -> Grade | None:
    """Shown to be combatants only: two or more voices that are no party say so and nobody counts anyone else."""
    harmed = [(v, c) for v, c in known.claims if c.outcome in _HARM and counts(c) and any(_numbers(c))]
    fighters = sorted({v for v, c in harmed if c.group.status is Status.COMBATANT and not known.is_party(v)})
    if len(fighters) < 2 or any(c.group.status is not Status.COMBATANT for _, c in harmed):
        return None
    return Grade(
        "discounted",
        (f"{_list(fighters)} count combatants only, and no voice counts anyone else",),
        ("a voice that counts a civilian or a person of unknown status",),
    )


def _numbers(claim: Claim) -> tuple[int, int, int]:
    return claim.count.low or 0, claim.count.best or 0, claim.count.high or 0


def _confirmed(known: Known) -> Grade | None:
    named = {p.party for p in known.incident.by if p.basis in _ACCEPTED}
    sides = {known.roll.side(p.party) for p in known.incident.by}
    said = {
        known.roll.named(p.party)
        for p in known.positions
        if p.stance is PositionStance.ACKNOWLEDGES and known.roll.side(p.party) in sides
    }
    accepted = sorted(named | said)
    if not accepted:
        return None
    return Grade("confirmed", (f"{_list(accepted)} accepted that it did it",), ("it withdraws that",))


def _contested(known: Known) -> Grade | None:
    if len(known.sides) < 2:
        return None
    return Grade(
        "contested",
        (f"blame is put on opposed sides: {_list(_names(known))}",),
        ("one of them accepts that it did it", "the blame on all but one is withdrawn or shown to be wrong"),
    )


def _names(known: Known) -> list[str]:
    return [" or ".join(side) for side in known.sides]


def _fair(known: Known) -> Grade | None:
    credible = {v: s.credible for v in known.independent if (s := known.roll.source(v)) and s.credible}
    if len(credible) < 2 or not known.sides:
        return None
    why = tuple(f"{v} is held credible: {credible[v]}" for v in sorted(credible))
    return Grade(
        "fair", (*why, f"a likely actor is named: {_list(_names(known))}"), ("the actor accepts or is ruled out",)
    )


def _weak(known: Known) -> Grade:
    voices = known.independent
    credible = [v for v in voices if (s := known.roll.source(v)) and s.credible]
    why = [
        f"{len(voices)} independent voice{'' if len(voices) == 1 else 's'}" + (f": {_list(voices)}" if voices else "")
    ]
    change = []
    if len(credible) < 2:
        why.append(f"{len(credible)} of them marked credible in the sources file")
        change.append(f"{2 - len(credible)} more credible voice{'' if len(credible) == 1 else 's'}")
    if not known.sides:
        why.append("no likely actor is named")
        change.append("a likely actor")
    return Grade("weak", tuple(why), tuple(change))


def ibc(known: Known) -> Grade:
    """Established where two or more independent voices tell of it, else provisional [Iraq Body Count]."""
    voices = known.independent
    if len(voices) >= 2:
        return Grade("established", (f"{len(voices)} independent voices: {_list(voices)}",), ("they prove to be one",))
    why = [f"one independent voice: {voices[0]}" if voices else "no independent voice but a party to the event"]
    change = ["a second independent voice" if voices else "two independent voices"]
    leaning = [v for v in known.incident.voices if v not in voices and not known.is_party(v)]
    if leaning:
        why.append(f"not counted apart, for one report is one voice unless known sources speak in it: {_list(leaning)}")
        change.append("a source of its own for each of two whom a report quotes")
    return Grade("provisional", tuple(why), tuple(change))


def ohchr(known: Known) -> Grade:
    """The evidence laid out; `reasonable grounds to believe` is a person's call, with a reason [OHCHR]."""
    incident = known.incident
    figures = sorted({v.voice for toll in incident.toll.values() for v in toll.voices})
    why = [
        f"told by {_list(incident.voices) or 'nobody in their own words'}",
        f"figures from {_list(figures) or 'nobody'}",
        f"{len(incident.reports)} reports of it as news, {len(incident.mentioned_in)} as background",
        "day known" if incident.when and incident.when.start == incident.when.end else "day not known exactly",
    ]
    denied = sorted({p.party for p in incident.by if p.basis is Basis.DENIED})
    denied += sorted({p.party for p in known.positions if p.stance is PositionStance.DENIES} - set(denied))
    if denied:
        why.append(f"denied by {_list(denied)}")
    return Grade("not yet", tuple(why), ("a person's decision that there are reasonable grounds to believe, with why",))


def _list(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)
