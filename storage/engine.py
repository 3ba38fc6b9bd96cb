"""One way to open the database: SQLite in WAL mode by default, any SQLAlchemy URL by setting."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    """Base class of every table."""


class DatabaseOnbereikbaar(RuntimeError):
    """The database cannot be opened or written; the message says what to do."""


@cache
def open_engine(url: str) -> Engine:
    """The engine for a URL, shared within the process."""
    adres = make_url(url)
    if adres.get_backend_name() == "sqlite":
        if adres.database and adres.database != ":memory:":
            Path(adres.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(adres, connect_args={"timeout": 15})
        event.listen(engine, "connect", sqlite_in_wal)
        return engine
    return create_engine(adres, pool_pre_ping=True)


def sqlite_in_wal(connection: Any, _record: Any) -> None:
    """Readers do not wait for a writer, a commit costs one write, foreign keys are kept."""
    cursor = connection.cursor()
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
    except sqlite3.OperationalError:
        # A read-only or locked file: reading may still work, writing reports its own error.
        pass
    finally:
        cursor.close()
