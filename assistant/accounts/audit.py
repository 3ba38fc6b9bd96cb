"""The audit trail: it can only grow, the database itself refuses a change."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.accounts.models import Auditregel


class Auditspoor:
    """Notes who did what."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def noteer(self, wie: str, wat: str, waarop: str = "") -> None:
        """One line in the trail."""
        with Session(self._engine) as sessie, sessie.begin():
            nu = dt.datetime.now(dt.UTC).replace(tzinfo=None)
            sessie.add(Auditregel(tijd=nu, wie=wie[:80], wat=wat[:40], waarop=waarop[:160]))

    def laatste(self, aantal: int = 200) -> list[Auditregel]:
        """The newest lines."""
        with Session(self._engine) as sessie:
            return list(sessie.scalars(sa.select(Auditregel).order_by(Auditregel.id.desc()).limit(aantal)))
