"""How much the chat is used: counts from the conversations that are still kept, never what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Engine

#: The table in which Rasa keeps the events of conversations.
_GEBEURTENIS: Final = sa.table("events", sa.column("sender_id"), sa.column("type_name"), sa.column("timestamp"))


@dataclass(frozen=True)
class Gebruik:
    """Conversations and messages of a number of days."""

    dagen: int
    gesprekken: int
    berichten: int


def gebruik(engine: Engine, dagen: int) -> Gebruik:
    """The use of the last days; nothing as long as nobody has talked."""
    e = _GEBEURTENIS.c
    vanaf = (dt.datetime.now(dt.UTC) - dt.timedelta(days=dagen)).timestamp()
    tel = sa.select(sa.func.count(sa.distinct(e.sender_id)), sa.func.count())
    try:
        with engine.connect() as verbinding:
            gesprekken, berichten = verbinding.execute(tel.where(e.type_name == "user", e.timestamp >= vanaf)).one()
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        return Gebruik(dagen, 0, 0)
    return Gebruik(dagen, gesprekken, berichten)
