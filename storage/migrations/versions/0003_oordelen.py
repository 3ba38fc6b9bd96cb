"""Judgements on answers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "oordeel",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("gesprek_id", sa.String(32), nullable=False),
        sa.Column("antwoord", sa.Integer, nullable=False),
        sa.Column("goed", sa.Boolean, nullable=False),
        sa.Column("reden", sa.String(12)),
        sa.Column("toelichting", sa.Text, nullable=False),
        sa.Column("vraag", sa.Text, nullable=False),
        sa.Column("items", sa.JSON, nullable=False),
        sa.Column("bewijs_id", sa.String(80)),
        sa.Column("site", sa.String(40)),
        sa.Column("gemaakt", sa.DateTime, nullable=False, index=True),
        sa.UniqueConstraint("gesprek_id", "antwoord"),
    )


def downgrade() -> None:
    op.drop_table("oordeel")
