"""What may leave the house. Coarse by default: no private person's name, no exact places, no text that could hold them.

Names and exact places of victims, witnesses and first responders can kill [METHOD, Safety].
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from harmledger.model.account import Account
from harmledger.model.claim import Claim
from harmledger.model.codec import plain
from harmledger.model.codes import PlacePrecision
from harmledger.model.incident import Incident
from harmledger.model.place import Place
from harmledger.model.source import Speaker
from harmledger.model.toll import Toll, VoiceFigure
from harmledger.publish.names import GAP, Known, blanked, is_known, office
from harmledger.text.normal import fold

DECIMALS = {
    PlacePrecision.SITE: 2,
    PlacePrecision.SETTLEMENT: 2,
    PlacePrecision.VICINITY: 1,
    PlacePrecision.ADMIN3: 1,
    PlacePrecision.ADMIN2: 1,
}
COARSE_DECIMALS = 0
WITHHELD = "a speaker, name withheld"
NAMELESS = "a place, name withheld"


def place(of: Place) -> Place:
    """The place without its site and the report's words; its point rounded to what its precision can tell.

    What else its name may mean, and the reports that settled it, stay in the house. Two decimals are about a
    kilometre, one about ten. An exact site becomes the settlement around it. What no gazetteer knows may be a person's
    name (`the farm of`, a line of a list), so it leaves as the area it lies in.
    """
    digits = DECIMALS.get(of.precision, COARSE_DECIMALS)
    site = of.precision is PlacePrecision.SITE
    name = (of.admin2 or of.admin1 or NAMELESS) if of.unlisted else of.name
    return replace(
        of,
        name=name,
        words=name,
        precision=PlacePrecision.SETTLEMENT if site else of.precision,
        lat=None if of.lat is None else round(of.lat, digits),
        lon=None if of.lon is None else round(of.lon, digits),
        radius_km=max(of.radius_km or 0.0, 2.0) if site else of.radius_km,
        site=None,
        spelt=None,
        span=None,
        within=None,
        candidates=(),
        settled_by=(),
    )


def incident(of: Incident, known: Known) -> dict[str, Any]:
    """An incident as plain values, fit to leave: places coarse, parties and voices by known names, no account ids.

    Args:
        of: the incident.
        known: the names that may leave.
    """
    where = tuple(place(p) for p in of.where)
    known = known.also((*of.reports, *of.mentioned_in, *place_names(where)))
    said = {v: voice(v, known) for v in _voices(of)}
    hidden = sorted((v for v, shown in said.items() if v != shown), key=len, reverse=True)

    def told(why: str) -> str:
        for one in hidden:
            why = why.replace(one, said[one])
        return why

    grades = {
        scheme: replace(g, why=tuple(map(told, g.why)), would_change=tuple(map(told, g.would_change)))
        for scheme, g in of.grades.items()
    }
    found = tuple(replace(f, why=tuple(blanked(told(w), known) or GAP for w in f.why)) for f in of.agreements)
    tolls = {outcome: _toll(toll, said) for outcome, toll in of.toll.items()}
    voices = tuple(said[v] for v in of.voices)
    shape: dict[str, Any] = plain(replace(of, where=where, toll=tolls, voices=voices, grades=grades, agreements=found))
    shape["by"] = [{"party": voice(p.party, known), "basis": p.basis.value} for p in of.by]
    if shape["when"]:
        shape["when"].pop("words")
    del shape["accounts"]
    return shape


def _voices(of: Incident) -> Iterator[str]:
    yield from of.voices
    yield from (p.party for p in of.by)
    for toll in of.toll.values():
        yield from (v.voice for v in (*toll.voices, *toll.aside))


def _toll(of: Toll, said: dict[str, str]) -> Toll:
    def shown(figures: tuple[VoiceFigure, ...]) -> tuple[VoiceFigure, ...]:
        return tuple(replace(f, voice=said[f.voice]) for f in figures)

    return replace(of, voices=shown(of.voices), aside=shown(of.aside))


def claim(of: Claim, account: Account, known: Known) -> dict[str, Any]:
    """A claim as plain values, fit to leave, with `redacted` where anything was taken out.

    Names in its words that are not known to be a source's, a party's or a place's become `[…]`. Where the script does
    not show what is a name (capitals throughout, Arabic), the words are left out whole. The offsets stay, so that
    whoever holds the original can check.

    Args:
        of: the claim.
        account: the account that it is of, which knows the victims' names and the places.
        known: the names that may leave.
    """
    there = known.also(
        (*place_names(p for p in account.where if not _is_site(p)), *(p.words for p in account.by)),
        never=victims_names(account),
    )
    speaks = speaker(of.speaker, known.also(place_names(account.where)))
    shape: dict[str, Any] = plain(replace(of, speaker=speaks))
    even = all(not any(c.isupper() for c in s.quote) for s in account.told_in) and bool(account.told_in)
    quote = None if even and _wordy(of.span.quote) else blanked(of.span.quote, there)
    words = None if even and _wordy(of.count.words) else blanked(of.count.words, there)
    shape["span"]["quote"], shape["count"]["words"] = quote, words
    shape["redacted"] = (quote, words) != (of.span.quote, of.count.words) or speaks != of.speaker
    del shape["pattern"]
    return shape


def _wordy(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _is_site(of: Place) -> bool:
    return of.precision is PlacePrecision.SITE


def speaker(of: Speaker | None, known: Known) -> Speaker | None:
    """The speaker chain without the names of persons; bodies, offices and descriptions (`medics`) stay."""
    if of is None:
        return None
    return Speaker(voice(of.name, known), tuple(replace(v, name=voice(v.name, known)) for v in of.via))


def voice(name: str, known: Known) -> str:
    """What a voice is called outside: a known source, a description, an office without its holder's name."""
    inner, opened, outer = name.partition(" (")
    if opened and outer.endswith(")") and not is_known(name, known):
        return f"{office(inner, known) or WITHHELD} ({office(outer[:-1], known) or WITHHELD})"
    return office(name, known) or WITHHELD


def victims_names(of: Account) -> Sequence[str]:
    """Parts of the names of an account's victims, folded."""
    return [p for v in of.victims if v.name for p in fold(v.name).replace("-", " ").split() if len(p) > 2]


def place_names(places: Iterable[Place]) -> Iterator[str | None]:
    """The names that some places are called by, if a gazetteer knows them, and those of the areas they lie in."""
    for one in places:
        yield from (one.admin1, one.admin2) if one.unlisted else (one.name, one.words, one.admin1, one.admin2)
