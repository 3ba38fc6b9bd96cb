"""The audit trail: it can only grow, the database itself refuses a change."""

from __future__ import annotations

import datetime as dt
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.accounts.models import Auditregel

#: How signing in is noted, with a password and through an organisation.
INGELOGD: Final = ("ingelogd", "ingelogd met eenmalig inloggen")


class Auditspoor:
    """Notes who did what."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def noteer(self, wie: str, wat: str, waarop: str = "") -> None:
        """One line in the trail."""
        with Session(self._engine) as sessie, sessie.begin():
            nu = dt.datetime.now(dt.UTC).replace(tzinfo=None)
            sessie.add(Auditregel(tijd=nu, wie=wie[:80], wat=wat[:40], waarop=waarop[:160]))

    def laatste(self, aantal: int = 200, wie: str = "") -> list[Auditregel]:
        """The newest lines, of everybody or of one person."""
        eigen = Auditregel.wie == wie if wie else sa.true()
        with Session(self._engine) as sessie:
            vraag = sa.select(Auditregel).where(eigen).order_by(Auditregel.id.desc())
            return list(sessie.scalars(vraag.limit(aantal)))

    def laatst_ingelogd(self) -> dict[str, dt.datetime]:
        """When everybody signed in last, by name."""
        gelukt = Auditregel.wat.in_(INGELOGD)
        vraag = sa.select(Auditregel.wie, sa.func.max(Auditregel.tijd)).where(gelukt).group_by(Auditregel.wie)
        with Session(self._engine) as sessie:
            return dict(iter(sessie.execute(vraag).tuples()))
