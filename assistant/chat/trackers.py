"""Conversations in the application's own database."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from sqlalchemy.engine import make_url

from storage.engine import sqlite_in_wal


class Vluchtigekast(InMemoryTrackerStore):
    """Conversations that leave nothing behind: for the command line and batches."""

    def wis(self, gesprek_id: str) -> int:
        """Forgets a conversation."""
        return int(self.store.pop(gesprek_id, None) is not None)

    def wis_ouder_dan(self, moment: float) -> int:  # noqa: ARG002  nothing outlives the process
        """Nothing to do."""
        return 0


class Gesprekkenkast(SQLTrackerStore):
    """Rasa's own SQL tracker store on our database URL, in WAL mode, with deletion."""

    def __init__(self, domain: Domain, url: str, **kwargs: Any) -> None:
        adres = make_url(url)
        if adres.get_backend_name() == "sqlite":
            super().__init__(domain, dialect="sqlite", db=adres.database or "", query={}, **kwargs)
            sa.event.listen(self.engine, "connect", sqlite_in_wal)
            self.engine.dispose()
        else:
            super().__init__(domain, dialect=adres.drivername, host=url, query={}, **kwargs)

    def wis(self, gesprek_id: str) -> int:
        """Deletes a conversation; returns the number of events removed."""
        with self.session_scope() as session:
            aantal = session.query(self.SQLEvent).filter_by(sender_id=gesprek_id).delete()
            session.commit()
            return int(aantal)

    def wis_ouder_dan(self, moment: float) -> int:
        """Deletes conversations whose last event is before ``moment`` (seconds since 1970)."""
        with self.session_scope() as session:
            laatste = (
                session.query(self.SQLEvent.sender_id)
                .group_by(self.SQLEvent.sender_id)
                .having(sa.func.max(self.SQLEvent.timestamp) < moment)
                .subquery()
            )
            oud = session.query(self.SQLEvent).filter(self.SQLEvent.sender_id.in_(sa.select(laatste.c.sender_id)))
            aantal = oud.delete(synchronize_session=False)
            session.commit()
            return int(aantal)
