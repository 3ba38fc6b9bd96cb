"""One writer at a time: a transaction that waits for the others, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.orm import Session

_SLOT = 728_164_002


@contextmanager
def schrijft(engine: sa.Engine) -> Iterator[Session]:
    """A session that holds the write lock; everything in it becomes visible at once, or not at all."""
    with engine.connect() as verbinding:
        if verbinding.dialect.name == "postgresql":
            verbinding.execute(sa.text("SELECT pg_advisory_xact_lock(:slot)"), {"slot": _SLOT})
        else:
            verbinding.exec_driver_sql("BEGIN IMMEDIATE")
        with Session(verbinding, expire_on_commit=False) as sessie:
            yield sessie
            sessie.flush()
        verbinding.commit()
