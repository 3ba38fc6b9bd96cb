"""Accounts, sessions, the audit trail, unanswered questions and saved test questions."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_WEIGER = "het auditspoor kan alleen groeien"


def upgrade() -> None:
    op.create_table(
        "gebruiker",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("naam", sa.String(80), nullable=False, unique=True),
        sa.Column("rol", sa.String(12), nullable=False),
        sa.Column("regio", sa.String(20)),
        sa.Column("wachtwoord", sa.String(200)),
        sa.Column("mislukt", sa.Integer, nullable=False),
        sa.Column("dicht_tot", sa.DateTime),
        sa.Column("actief", sa.Boolean, nullable=False),
        sa.Column("gemaakt", sa.DateTime, nullable=False),
    )
    op.create_table(
        "sessie",
        sa.Column("sleutel", sa.String(64), primary_key=True),
        sa.Column("gebruiker_id", sa.Integer, sa.ForeignKey("gebruiker.id", ondelete="CASCADE"), nullable=False),
        sa.Column("csrf", sa.String(64), nullable=False),
        sa.Column("verloopt", sa.DateTime, nullable=False),
    )
    op.create_table(
        "uitnodiging",
        sa.Column("sleutel", sa.String(64), primary_key=True),
        sa.Column("gebruiker_id", sa.Integer, sa.ForeignKey("gebruiker.id", ondelete="CASCADE"), nullable=False),
        sa.Column("verloopt", sa.DateTime, nullable=False),
    )
    op.create_table(
        "auditregel",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("tijd", sa.DateTime, nullable=False, index=True),
        sa.Column("wie", sa.String(80), nullable=False),
        sa.Column("wat", sa.String(40), nullable=False),
        sa.Column("waarop", sa.String(160), nullable=False),
    )
    op.create_table(
        "onbeantwoord",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("vraag", sa.Text, nullable=False),
        sa.Column("regio", sa.String(20)),
        sa.Column("gedrag", sa.String(16), nullable=False),
        sa.Column("gemaakt", sa.DateTime, nullable=False, index=True),
        sa.Column("afgehandeld", sa.String(200), nullable=False),
    )
    op.create_table(
        "testvraag",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("vraag", sa.Text, nullable=False),
        sa.Column("regio", sa.String(20)),
        sa.Column("item", sa.String(80), nullable=False),
        sa.Column("gemaakt", sa.DateTime, nullable=False),
    )
    _alleen_groeien()


def _alleen_groeien() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION auditregel_blijft() RETURNS trigger AS $$ BEGIN "
            f"RAISE EXCEPTION '{_WEIGER}'; END $$ LANGUAGE plpgsql"
        )
        op.execute(
            "CREATE TRIGGER auditregel_blijft BEFORE UPDATE OR DELETE ON auditregel "
            "FOR EACH ROW EXECUTE FUNCTION auditregel_blijft()"
        )
        return
    for daad in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER auditregel_{daad.lower()} BEFORE {daad} ON auditregel "
            f"BEGIN SELECT RAISE(ABORT, '{_WEIGER}'); END"
        )


def downgrade() -> None:
    for tabel in ("testvraag", "onbeantwoord", "auditregel", "uitnodiging", "sessie", "gebruiker"):
        op.drop_table(tabel)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION auditregel_blijft")
