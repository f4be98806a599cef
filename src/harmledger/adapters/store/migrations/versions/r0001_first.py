"""The first tables: the log that nothing may change, and what is derived from it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_GUARD = """CREATE TRIGGER log_no_{name} BEFORE {verb} ON log BEGIN
  SELECT RAISE(ABORT, 'the log of a ledger never changes: entries are only appended'); END"""


def upgrade() -> None:
    """Makes every table of a ledger."""
    _log()
    _captures()
    _readings()
    _incidents()
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(_GUARD.format(name=verb.lower(), verb=verb))


def _log() -> None:
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_log")),
        sa.UniqueConstraint("digest", name=op.f("uq_log_digest")),
        sa.UniqueConstraint("previous", name=op.f("uq_log_previous")),
    )
    op.create_index(op.f("ix_log_kind"), "log", ["kind"], unique=False)
    op.create_table(
        "state",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_state")),
    )


def _captures() -> None:
    op.create_table(
        "captures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["log.seq"], name=op.f("fk_captures_seq")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
        sa.UniqueConstraint("seq", name=op.f("uq_captures_seq")),
    )
    op.create_index("ix_captures_basis", "captures", ["basis"], unique=False)
    op.create_index(op.f("ix_captures_digest"), "captures", ["digest"], unique=False)
    op.create_index(op.f("ix_captures_report"), "captures", ["report"], unique=False)
    op.create_table(
        "refusals",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["log.seq"], name=op.f("fk_refusals_seq")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_refusals")),
    )
    op.create_table(
        "reports",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("sketch", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_reports_capture")),
        sa.PrimaryKeyConstraint("capture", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_id"), "reports", ["id"], unique=False)
    op.create_table(
        "sightings",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_sightings_capture")),
        sa.ForeignKeyConstraint(["seq"], ["log.seq"], name=op.f("fk_sightings_seq")),
        sa.PrimaryKeyConstraint("address", "digest", "capture", name=op.f("pk_sightings")),
    )
    op.create_index(op.f("ix_refusals_address"), "refusals", ["address"], unique=False)


def _readings() -> None:
    op.create_table(
        "accounts",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_accounts_capture")),
        sa.PrimaryKeyConstraint("capture", "n", name=op.f("pk_accounts")),
    )
    op.create_index(op.f("ix_accounts_id"), "accounts", ["id"], unique=False)
    op.create_table(
        "agreements",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_agreements_capture")),
        sa.PrimaryKeyConstraint("capture", "n", name=op.f("pk_agreements")),
    )
    op.create_index(op.f("ix_agreements_id"), "agreements", ["id"], unique=False)
    op.create_table(
        "claims",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("best", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_claims_capture")),
        sa.PrimaryKeyConstraint("capture", "n", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_account"), "claims", ["account"], unique=False)
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_evidence_capture")),
        sa.PrimaryKeyConstraint("capture", "n", name=op.f("pk_evidence")),
    )
    op.create_table(
        "issues",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_issues_capture")),
        sa.PrimaryKeyConstraint("capture", "n", name=op.f("pk_issues")),
    )
    op.create_table(
        "positions",
        sa.Column("capture", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name=op.f("fk_positions_capture")),
        sa.PrimaryKeyConstraint("capture", "n", name=op.f("pk_positions")),
    )


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_table(
        "incident_ids",
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_ids_incident")),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_incident_ids")),
    )
    op.create_index(op.f("ix_incident_ids_incident"), "incident_ids", ["incident"], unique=False)
    op.create_table(
        "joins",
        sa.Column("left", sa.String(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("left", "right", name=op.f("pk_joins")),
    )
    op.create_table(
        "members",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_members_incident")),
        sa.PrimaryKeyConstraint("account", "incident", name=op.f("pk_members")),
    )
    op.create_index("ix_incidents_days", "incidents", ["first_day", "last_day"], unique=False)
    op.create_index("ix_members_incident", "members", ["incident"], unique=False)
