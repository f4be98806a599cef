"""Clusters of accounts to incidents: one record of who says what about one happening."""

from collections.abc import Callable, Sequence

from harmledger.model.account import Party, Position
from harmledger.model.agreement import Agreement
from harmledger.model.claim import Claim
from harmledger.model.ids import incident_id
from harmledger.model.incident import Incident
from harmledger.model.links import Links
from harmledger.model.source import Source
from harmledger.model.told import Told
from harmledger.reckon.blame import blamed
from harmledger.reckon.findings import find
from harmledger.reckon.grades import Known, grades
from harmledger.reckon.independence import independent, speakers
from harmledger.reckon.merge import merged_by, merged_means, merged_target, merged_when, merged_where
from harmledger.reckon.tolls import tolls
from harmledger.reckon.truces import distinct
from harmledger.reckon.voices import Leaders, leaders, voice_of
from harmledger.text.roll import NOTHING, Common, Roll, name_key, roll


def reckon(
    links: Links,
    told: Sequence[Told],
    sources: Sequence[Source] = (),
    agreements: Sequence[Agreement] = (),
    positions: Sequence[Position] = (),
    common: Common = NOTHING,
) -> tuple[Incident, ...]:
    """The incidents of all clusters, by first day (unknown last), place and id.

    Args:
        links: what `link` found; every id in it is that of a `told`.
        told: accounts with their reports, in any order.
        sources: known sources: who is one voice, on which side, credible and why.
        agreements: those of a file and of reports; one that both tell of is held against once, as the file has it.
        positions: what parties say without figures; those on an account weigh in its incident's grades.
        common: what lexicons know of names: words that name nobody (`medics`), articles, sides.
    """
    known = roll(sources, common)
    agreements = distinct(agreements)
    by_id = {t.id: t for t in told}
    about: dict[str, list[Position]] = {}
    for position in positions:
        for account in position.about:
            about.setdefault(account, []).append(position)
    made = [
        _incident([by_id[a] for a in cluster], known, agreements, [p for a in cluster for p in about.get(a, ())])
        for cluster in links.clusters
    ]
    return tuple(sorted(made, key=_order))


def _order(incident: Incident) -> tuple[str, str, str]:
    first = incident.when.first if incident.when else None
    return first.isoformat() if first else "9999-99", incident.where[0].name if incident.where else "", incident.id


def _incident(
    cluster: Sequence[Told], known: Roll, agreements: Sequence[Agreement], positions: Sequence[Position]
) -> Incident:
    told = sorted(cluster, key=lambda t: (t.order, t.id))
    first = leaders(told, known)
    founder, *members = (incident_id(t.id) for t in told)
    news = list(dict.fromkeys(t.report for t in told if not t.account.background))
    by = merged_by(told, known)
    is_party = party_test(by, known)
    voices = event_voices(told, known, first)
    toll = tolls(told, known, first, is_party)
    incident = Incident(
        id=founder,
        aliases=tuple(sorted(members)),
        accounts=tuple(t.id for t in told),
        reports=tuple(news),
        mentioned_in=tuple(r for r in dict.fromkeys(t.report for t in told) if r not in news),
        when=merged_when(told),
        where=merged_where(told),
        by=by,
        means=merged_means(told),
        target=merged_target(told),
        toll=toll,
        voices=voices,
    )
    claims = tuple(_claims(told, known, first))
    alone = independent(told, known, first, is_party)
    evidence = Known(incident, known, claims, tuple(positions), blamed(told, positions, known), is_party, alone)
    return _graded(incident, evidence, told, agreements)


def _graded(incident: Incident, evidence: Known, told: Sequence[Told], agreements: Sequence[Agreement]) -> Incident:
    said = tuple(c for t in told for c in t.account.claims)
    found = (find(incident, agreement, evidence.roll, said) for agreement in agreements)
    return Incident(
        **{name: getattr(incident, name) for name in Incident.__slots__ if name not in ("grades", "agreements")},
        grades=grades(evidence),
        agreements=tuple(sorted((f for f in found if f is not None), key=lambda f: f.agreement)),
    )


def _claims(told: Sequence[Told], known: Roll, first: Leaders) -> list[tuple[str, Claim]]:
    return [(voice_of(c.speaker, t, known, first), c) for t in told for c in t.account.claims]


def event_voices(told: Sequence[Told], known: Roll, first: Leaders) -> tuple[str, ...]:
    """Who tells that it happened, with a figure or without; who only denies or expects is none of them."""
    return tuple(sorted({voice_of(s, t, known, first) for t in told for s in speakers(t)}))


def party_test(by: Sequence[Party], known: Roll) -> Callable[[str], bool]:
    """Is a voice one of those named as having done it, under the name or the words used (`army`), or on its side?"""
    sides = {known.camp(p.party) for p in by}
    words = {name_key(p.words) for p in by} - {""}
    return lambda voice: known.camp(voice) in sides or name_key(voice.partition(" (")[0]) in words
