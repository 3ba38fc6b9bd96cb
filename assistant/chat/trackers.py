"""Conversations in the application's own database."""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import make_url

from storage.engine import sqlite_in_wal

#: What a conversation keeps of an answer about cases.
_ZAKEN_GELEZEN: Final = "[antwoord over zaken]"


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

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps a conversation, without who was signed in and without what was read about cases."""
        _zonder_zaken(tracker)
        await super().save(tracker)

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


def _zonder_zaken(tracker: DialogueStateTracker) -> None:
    """Who has the number of a conversation can then never get more out of it than its holder may see by then."""
    for gebeurtenis in tracker.events:
        if isinstance(gebeurtenis, UserUttered):
            for bijschrift in (gebeurtenis.metadata, gebeurtenis.parse_data.get("metadata") or {}):
                bijschrift.pop("zaken", None)
        elif isinstance(gebeurtenis, BotUttered) and gebeurtenis.metadata.get("antwoord", {}).get("zaken"):
            gebeurtenis.text, gebeurtenis.metadata = _ZAKEN_GELEZEN, {}
