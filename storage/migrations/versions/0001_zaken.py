"""Cases: jongere, traject, contactmoment."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "jongere",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sleutel", sa.String(12), nullable=False, unique=True),
        sa.Column("regio", sa.String(20), nullable=False, index=True),
        sa.Column("gemeente", sa.String(40), nullable=False, index=True),
        sa.Column("geboortedatum", sa.Date, nullable=False),
        sa.Column("onderwijs", sa.String(12), nullable=False),
        sa.Column("synthetisch", sa.Boolean, nullable=False),
    )
    op.create_table(
        "traject",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("jongere_id", sa.Integer, sa.ForeignKey("jongere.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("route", sa.String(40), nullable=False, index=True),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("begin", sa.Date, nullable=False),
        sa.Column("eind", sa.Date),
        sa.Column("vaste_begeleider", sa.String(80)),
    )
    op.create_table(
        "contactmoment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("traject_id", sa.Integer, sa.ForeignKey("traject.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("datum", sa.Date, nullable=False),
        sa.Column("soort", sa.String(12), nullable=False),
        sa.Column("organisatie", sa.String(80), nullable=False),
    )


def downgrade() -> None:
    for tabel in ("contactmoment", "traject", "jongere"):
        op.drop_table(tabel)
