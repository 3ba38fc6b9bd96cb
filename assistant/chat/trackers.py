"""Conversations in the application's own database."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from typing import Any, Final

import sqlalchemy as sa
from rasa.core.tracker_store import InMemoryTrackerStore, SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SessionStarted, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import make_url

from storage.engine import sqlite_in_wal

#: What a conversation keeps of an answer about cases.
_ZAKEN_GELEZEN: Final = "[antwoord over zaken]"


class Beurtkast(TrackerStore):
    """Reads a conversation once a turn and writes it once, whole: Rasa asks for it twice and saves a new one three times."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._open: dict[str, DialogueStateTracker | None] = {}
        super().__init__(*args, **kwargs)

    @asynccontextmanager
    async def beurt(self, gesprek_id: str) -> AsyncIterator[None]:
        """One turn, under the lock of its conversation; nothing is kept of a turn that fails."""
        self._open[gesprek_id] = None
        try:
            yield
            if (tracker := self._open[gesprek_id]) is not None:
                await super().save(tracker)
        finally:
            del self._open[gesprek_id]

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation, as this turn has made it so far."""
        if self._open.get(sender_id) is not None:
            return self._open[sender_id]
        tracker = await super().retrieve(sender_id)
        if sender_id in self._open:
            self._open[sender_id] = tracker
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps a conversation; within a turn its end does."""
        if tracker.sender_id in self._open:
            self._open[tracker.sender_id] = tracker
        else:
            await super().save(tracker)


class Vluchtigekast(Beurtkast, InMemoryTrackerStore):
    """Conversations that leave nothing behind: for the command line and batches."""

    def wis(self, gesprek_id: str) -> int:
        """Forgets a conversation."""
        return int(self.store.pop(gesprek_id, None) is not None)

    def wis_ouder_dan(self, moment: float) -> int:  # noqa: ARG002  nothing outlives the process
        """Nothing to do."""
        return 0


_RIJEN: Final = SQLTrackerStore.SQLEvent.__table__
_VAN_GESPREK: Final = _RIJEN.c.sender_id == sa.bindparam("gesprek")
_BEGIN: Final = (
    sa.select(sa.func.max(_RIJEN.c.timestamp))
    .where(_VAN_GESPREK, _RIJEN.c.type_name == SessionStarted.type_name)
    .scalar_subquery()
)
_SINDS_BEGIN: Final = _RIJEN.c.timestamp >= sa.func.coalesce(_BEGIN, 0.0)
_GEBEURTENISSEN: Final = sa.select(_RIJEN.c.data).where(_VAN_GESPREK).order_by(_RIJEN.c.id)
_LAATSTE_SESSIE: Final = _GEBEURTENISSEN.where(_SINDS_BEGIN)
_AANTAL: Final = sa.select(sa.func.count()).select_from(_RIJEN).where(_VAN_GESPREK, _SINDS_BEGIN)


class _Tabelkast(SQLTrackerStore):
    """The table of Rasa's SQL tracker store, by statements that are made once; Rasa makes them anew for every turn.

    It keeps neither who was signed in nor what was read about cases.
    """

    async def _retrieve(self, sender_id: str, fetch_events_from_all_sessions: bool) -> DialogueStateTracker | None:
        vraag = _GEBEURTENISSEN if fetch_events_from_all_sessions else _LAATSTE_SESSIE
        with self.engine.connect() as verbinding:
            rijen = verbinding.execute(vraag, {"gesprek": sender_id}).scalars().all()
        gebeurtenissen = [json.loads(rij) for rij in rijen]
        return DialogueStateTracker.from_dict(sender_id, gebeurtenissen, self.domain.slots) if rijen else None

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Adds what has happened since the conversation was kept last."""
        _zonder_zaken(tracker)
        with self.engine.begin() as verbinding:
            aantal = verbinding.execute(_AANTAL, {"gesprek": tracker.sender_id}).scalar_one()
            if nieuw := [_als_rij(tracker.sender_id, e) for e in islice(tracker.events, aantal, None)]:
                verbinding.execute(_RIJEN.insert(), nieuw)


def _als_rij(gesprek_id: str, gebeurtenis: Event) -> dict[str, Any]:
    data = gebeurtenis.as_dict()
    return {
        "sender_id": gesprek_id,
        "type_name": gebeurtenis.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


class Gesprekkenkast(Beurtkast, _Tabelkast):
    """Conversations on our database URL, in WAL mode, with deletion."""

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


def _zonder_zaken(tracker: DialogueStateTracker) -> None:
    """Who has the number of a conversation can then never get more out of it than its holder may see by then."""
    for gebeurtenis in tracker.events:
        if isinstance(gebeurtenis, UserUttered):
            for bijschrift in (gebeurtenis.metadata, gebeurtenis.parse_data.get("metadata") or {}):
                bijschrift.pop("zaken", None)
        elif isinstance(gebeurtenis, BotUttered) and gebeurtenis.metadata.get("antwoord", {}).get("zaken"):
            gebeurtenis.text, gebeurtenis.metadata = _ZAKEN_GELEZEN, {}
