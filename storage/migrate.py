"""Bringing the database to the present version, safe when two processes start at once."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import DatabaseError

from storage.engine import DatabaseOnbereikbaar

_SLOT = 728_164_001
_MIGRATIES = Path(__file__).parent / "migrations"


def werk_bij(engine: sa.Engine) -> None:
    """Runs the migrations that are due; the second process waits for the first."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIES))
    try:
        with engine.connect() as verbinding:
            _vergrendel(verbinding)
            config.attributes["connection"] = verbinding
            command.upgrade(config, "head")
            verbinding.commit()
    except DatabaseError as fout:
        raise DatabaseOnbereikbaar(
            "De database kan niet worden geopend of bijgewerkt. Controleer of ROUTEWIJZER_DATABASE_URL klopt, "
            "of de map beschrijfbaar is en of geen ander programma de database vasthoudt."
        ) from fout


def _vergrendel(verbinding: sa.Connection) -> None:
    """One migrator at a time: an advisory lock on PostgreSQL, a write lock on SQLite."""
    if verbinding.dialect.name == "postgresql":
        verbinding.execute(sa.text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": _SLOT})
    elif verbinding.dialect.name == "sqlite":
        verbinding.exec_driver_sql("BEGIN IMMEDIATE")
