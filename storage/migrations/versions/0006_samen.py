"""Versions that go live together, sign-in through another provider, and judgements that somebody closed."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("kennisversie", sa.Column("bundel", sa.String(32), nullable=True))
    op.create_index("ix_kennisversie_bundel", "kennisversie", ["bundel"])
    op.add_column("oordeel", sa.Column("afgehandeld", sa.String(200), nullable=False, server_default=""))
    op.create_table(
        "aanmelding",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uitgever", sa.String(200), nullable=False),
        sa.Column("onderwerp", sa.String(200), nullable=False),
        sa.Column("gebruiker_id", sa.Integer, sa.ForeignKey("gebruiker.id", ondelete="CASCADE"), nullable=False),
        sa.UniqueConstraint("uitgever", "onderwerp"),
        sa.UniqueConstraint("uitgever", "gebruiker_id"),
    )
    op.create_table(
        "aanmeldstap",
        sa.Column("sleutel", sa.String(64), primary_key=True),
        sa.Column("inhoud", sa.JSON, nullable=False),
        sa.Column("verloopt", sa.DateTime, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("aanmeldstap")
    op.drop_table("aanmelding")
    op.drop_column("oordeel", "afgehandeld")
    op.drop_index("ix_kennisversie_bundel", "kennisversie")
    op.drop_column("kennisversie", "bundel")
