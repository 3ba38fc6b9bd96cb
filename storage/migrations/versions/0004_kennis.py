"""The knowledge base: records, their versions, publications and shipped releases."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "publicatie",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("tijd", sa.DateTime, nullable=False),
        sa.Column("wie", sa.String(120), nullable=False),
        sa.Column("toelichting", sa.Text, nullable=False),
    )
    op.create_table(
        "kennisuitgave",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("hash", sa.String(32), nullable=False),
        sa.Column("tijd", sa.DateTime, nullable=False),
        sa.Column("rapport", sa.JSON, nullable=False),
    )
    op.create_table(
        "kennisrecord",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("soort", sa.String(20), nullable=False),
        sa.Column("sleutel", sa.String(120), nullable=False),
        sa.Column("gebied", sa.String(20), nullable=False, index=True),
        sa.Column("bestand", sa.String(160), nullable=False),
        sa.Column("volgorde", sa.Integer, nullable=False),
        sa.UniqueConstraint("soort", "sleutel"),
    )
    op.create_table(
        "kennisversie",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("record_id", sa.Integer, sa.ForeignKey("kennisrecord.id"), nullable=False),
        sa.Column("nr", sa.Integer, nullable=False),
        sa.Column("status", sa.String(12), nullable=False, index=True),
        sa.Column("inhoud", sa.JSON, nullable=False),
        sa.Column("hash", sa.String(16), nullable=False),
        sa.Column("archief", sa.Boolean, nullable=False),
        sa.Column("herkomst", sa.String(12), nullable=False),
        sa.Column("basis", sa.Integer),
        sa.Column("stand", sa.Integer, nullable=False),
        sa.Column("auteur", sa.String(120), nullable=False),
        sa.Column("reden", sa.Text, nullable=False),
        sa.Column("gewijzigd", sa.DateTime, nullable=False),
        sa.Column("beoordelaar", sa.String(120)),
        sa.Column("oordeel", sa.Text, nullable=False),
        sa.Column("in_werking", sa.Date, index=True),
        sa.Column("publicatie_id", sa.Integer, sa.ForeignKey("publicatie.id")),
        sa.UniqueConstraint("record_id", "nr"),
    )


def downgrade() -> None:
    for tabel in ("kennisversie", "kennisrecord", "kennisuitgave", "publicatie"):
        op.drop_table(tabel)
