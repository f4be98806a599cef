"""The ledger's tables. `log` is kept for good; every other table is derived from it and the blobs.

A derived row holds the columns that queries need, and the record itself as canonical JSON in `body`.
"""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

APPLICATION_ID = 0x48524D4C
REVISIONS = ("0001", "0002")
HEAD = REVISIONS[-1]

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

log = Table(
    "log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("previous", String, nullable=False, unique=True),
    Column("digest", String, nullable=False, unique=True),
)

captures = Table(
    "captures",
    metadata,
    Column("id", String, primary_key=True),
    Column("seq", ForeignKey("log.seq"), nullable=False, unique=True),
    Column("report", String, nullable=False, index=True),
    Column("digest", String, nullable=False, index=True),
    Column("current", Boolean, nullable=False),
    Column("basis", String, nullable=False),
    Index("ix_captures_basis", "basis"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("address", String, primary_key=True),
    Column("digest", String, primary_key=True),
    Column("capture", ForeignKey("captures.id"), primary_key=True),
    Column("seq", ForeignKey("log.seq"), nullable=False),
)

refusals = Table(
    "refusals",
    metadata,
    Column("seq", ForeignKey("log.seq"), primary_key=True),
    Column("address", String, nullable=False, index=True),
    Column("line", Integer),
    Column("body", Text, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("capture", ForeignKey("captures.id"), primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("published", String),
    Column("publisher", String),
    Column("language", String),
    Column("sketch", Text, nullable=False),
    Column("body", Text, nullable=False),
)


def _part(name: str, *columns: Column[object] | Index) -> Table:
    """A table of what a reading holds: the nth of its kind in a capture."""
    return Table(
        name,
        metadata,
        Column("capture", ForeignKey("captures.id"), primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        *columns,
        Column("body", Text, nullable=False),
    )


accounts = _part(
    "accounts",
    Column("id", String, nullable=False, index=True),
    Column("scope", String, nullable=False),
    Column("first_day", String),
    Column("last_day", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String),
)
claims = _part(
    "claims",
    Column("id", String, nullable=False, index=True),
    Column("account", String, nullable=False, index=True),
    Column("outcome", String, nullable=False),
    Column("low", Integer),
    Column("best", Integer),
    Column("high", Integer),
)
agreements = _part("agreements", Column("id", String, nullable=False, index=True))
positions = _part("positions")
evidence = _part("evidence")
issues = _part("issues", Column("code", String, nullable=False))

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("first_day", String),
    Column("last_day", String),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String),
    Column("body", Text, nullable=False),
    Index("ix_incidents_days", "first_day", "last_day"),
)
incident_ids = Table(
    "incident_ids",
    metadata,
    Column("alias", String, primary_key=True),
    Column("incident", ForeignKey("incidents.id"), nullable=False, index=True),
)
members = Table(
    "members",
    metadata,
    Column("account", String, primary_key=True),
    Column("incident", ForeignKey("incidents.id"), primary_key=True),
    Index("ix_members_incident", "incident"),
)
joins = Table(
    "joins",
    metadata,
    Column("left", String, primary_key=True),
    Column("right", String, primary_key=True),
    Column("body", Text, nullable=False),
)
settled = Table(
    "settled",
    metadata,
    Column("account", String, primary_key=True),
    Column("nth", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)
state = Table("state", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

PARTS = {t.name: t for t in (accounts, claims, agreements, positions, evidence, issues)}
LINKED = (settled, joins, members, incident_ids, incidents)
DERIVED = (*LINKED, *PARTS.values(), reports, refusals, sightings, captures, state)
