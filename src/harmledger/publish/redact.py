"""What may leave the house. Coarse by default: no victims, no witnesses' names, no exact places, no free words.

Names and exact places of victims, witnesses and first responders can kill [METHOD, Safety].
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from harmledger.model.account import Account
from harmledger.model.claim import Claim
from harmledger.model.codec import plain
from harmledger.model.codes import LinkRole, PlacePrecision
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.source import Speaker
from harmledger.text.normal import fold

DECIMALS = {
    PlacePrecision.SITE: 2,
    PlacePrecision.SETTLEMENT: 2,
    PlacePrecision.VICINITY: 1,
    PlacePrecision.ADMIN3: 1,
    PlacePrecision.ADMIN2: 1,
}
COARSE_DECIMALS = 0
WITNESS = "a witness"


def place(of: Place) -> Place:
    """The place without its site and the report's words; its point rounded to what its precision can tell.

    Two decimals are about a kilometre, one about ten. An exact site becomes the settlement around it.
    """
    digits = DECIMALS.get(of.precision, COARSE_DECIMALS)
    site = of.precision is PlacePrecision.SITE
    return replace(
        of,
        words=of.name,
        precision=PlacePrecision.SETTLEMENT if site else of.precision,
        lat=None if of.lat is None else round(of.lat, digits),
        lon=None if of.lon is None else round(of.lon, digits),
        radius_km=max(of.radius_km or 0.0, 2.0) if site else of.radius_km,
        site=None,
        span=None,
    )


def incident(of: Incident) -> dict[str, Any]:
    """An incident as plain values, fit to leave: places coarse, parties by their names only, no account ids."""
    shape: dict[str, Any] = plain(replace(of, where=tuple(place(p) for p in of.where)))
    shape["by"] = [{"party": p.party, "basis": p.basis.value} for p in of.by]
    if shape["when"]:
        shape["when"].pop("words")
    del shape["accounts"]
    return shape


def claim(of: Claim, account: Account) -> dict[str, Any]:
    """A claim as plain values, fit to leave. A quote that holds a victim's name is left out and said to be.

    Args:
        of: the claim.
        account: the account that it is of, which knows the victims' names.
    """
    shape: dict[str, Any] = plain(replace(of, speaker=speaker(of.speaker)))
    shape["redacted"] = names_one(of.span.quote, account) or names_one(of.count.words, account)
    if shape["redacted"]:
        shape["span"]["quote"] = None
        shape["count"]["words"] = None
    del shape["pattern"]
    return shape


def speaker(of: Speaker | None) -> Speaker | None:
    """The speaker chain with the names of witnesses taken out; offices and bodies speak under theirs."""
    if of is None:
        return None
    links = tuple(replace(v, name=WITNESS) if v.role is LinkRole.WITNESS else v for v in of.via)
    hidden = any(v.role is LinkRole.WITNESS and v.name == of.name for v in of.via)
    return Speaker(WITNESS if hidden else of.name, links)


def names_one(words: str, account: Account) -> bool:
    """Do some words hold the name of one of an account's victims, or a part of it?"""
    held = set(fold(words).replace("-", " ").split())
    return any(part in held for part in _names(account))


def _names(account: Account) -> Sequence[str]:
    return [p for v in account.victims if v.name for p in fold(v.name).replace("-", " ").split() if len(p) > 2]
