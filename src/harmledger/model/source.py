"""Source: who speaks or publishes; Speaker: the chain a claim came by."""

from dataclasses import dataclass

from harmledger.model.codes import LinkRole, SourceKind


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks or publishes. `credible` holds the reason it counts as credible for a grade; None: not so marked."""

    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    side: str | None = None
    credible: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One step by which words came: an outlet, an agency, a post, a spokesperson, a witness."""

    name: str
    role: LinkRole


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it first, and by whom it came. An unnamed speaker keeps its words (`medics`)."""

    name: str
    via: tuple[Link, ...] = ()
