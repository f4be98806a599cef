"""The places that the ledger settles among the readings of it: derived, and empty until incidents are made anew."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the table. The code's digest differs, so the next run reads and makes everything derived anew."""
    op.create_table(
        "settled",
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("nth", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("account", "nth", name=op.f("pk_settled")),
    )
