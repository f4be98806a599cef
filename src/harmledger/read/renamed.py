"""A reading under the names of the user's sources: whoever a source lists goes by its name, whatever was written."""

from collections.abc import Iterable
from dataclasses import replace

from harmledger.model.account import Account, Evidence, Party, Position, Reading
from harmledger.model.agreement import Agreement
from harmledger.model.source import Speaker
from harmledger.text.roll import Roll


def renamed(reading: Reading, known: Roll) -> Reading:
    """The reading with every party, speaker and holder that a source lists under that source's name.

    The report's words stay beside a party and in every span; who is in no list keeps the name that was read.
    """
    if not known.by_name:
        return reading
    return replace(
        reading,
        accounts=tuple(_account(a, known) for a in reading.accounts),
        agreements=tuple(_agreement(a, known) for a in reading.agreements),
        positions=tuple(_position(p, known) for p in reading.positions),
        evidence=tuple(_evidence(e, known) for e in reading.evidence),
    )


def _name(name: str, known: Roll) -> str:
    source = known.source(name)
    return source.name if source else name


def _names(names: Iterable[str], known: Roll) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_name(n, known) for n in names))


def _speaker(speaker: Speaker | None, known: Roll) -> Speaker | None:
    if speaker is None:
        return None
    return Speaker(_name(speaker.name, known), tuple(replace(v, name=_name(v.name, known)) for v in speaker.via))


def _account(account: Account, known: Roll) -> Account:
    by: dict[tuple[str, str], Party] = {}
    for party in account.by:
        name = _name(party.party, known)
        by.setdefault((name, party.basis), replace(party, party=name))
    claims = tuple(replace(c, speaker=_speaker(c.speaker, known)) for c in account.claims)
    return replace(account, by=tuple(by.values()), claims=claims, speaker=_speaker(account.speaker, known))


def _agreement(of: Agreement, known: Roll) -> Agreement:
    return replace(
        of,
        parties=_names(of.parties, known),
        brokers=_names(of.brokers, known),
        exempt=_names(of.exempt, known),
        speaker=_speaker(of.speaker, known),
    )


def _position(of: Position, known: Roll) -> Position:
    party, accused = _name(of.party, known), _names(of.accused, known)
    return replace(of, party=party, accused=accused, speaker=_speaker(of.speaker, known))


def _evidence(of: Evidence, known: Roll) -> Evidence:
    return replace(of, holders=_names(of.holders, known))
