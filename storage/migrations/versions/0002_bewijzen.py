"""Receipts of checks and advices."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "bewijsstuk",
        sa.Column("id", sa.String(80), primary_key=True),
        sa.Column("inhoud", sa.JSON, nullable=False),
        sa.Column("gemaakt", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("bewijsstuk")
