"""The bytes of Anlagen come into the database."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of the pieces and lets Anlagen be found by their hash."""
    op.create_table(
        "anlageninhalt",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("inhalt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "nr", name="pk_anlageninhalt"),
    )
    for tabelle in ("fassungsanlage", "vorgangsanlage"):
        op.create_index(f"ix_{tabelle}_sha256", tabelle, ["sha256"])
