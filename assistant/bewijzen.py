"""Receipts of checks and advices: facts, rule versions and date, to be run again later.  No personal data."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Engine, String
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.engine import Base


class Bewijsstuk(Base):
    """One receipt, known by the hash of what it holds."""

    __tablename__ = "bewijsstuk"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    inhoud: Mapped[dict[str, Any]] = mapped_column(JSON)
    gemaakt: Mapped[dt.datetime]


class BewijsOnbekend(LookupError):
    """There is no receipt with this id."""

    def __init__(self, id_: str) -> None:
        super().__init__(f"Er is geen bewijs met kenmerk {id_[:80]}. Controleer het kenmerk op het advies.")


class Bewijzenkast:
    """Keeps receipts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def bewaar(self, id_: str, inhoud: dict[str, Any]) -> None:
        """Keeps a receipt; the same facts and rules give the same id and are kept once."""
        with Session(self._engine) as sessie, sessie.begin():
            if sessie.get(Bewijsstuk, id_) is None:
                sessie.add(Bewijsstuk(id=id_, inhoud=inhoud, gemaakt=dt.datetime.now(dt.UTC).replace(tzinfo=None)))

    def geef(self, id_: str) -> dict[str, Any]:
        """A receipt, or an error that names the id."""
        with Session(self._engine) as sessie:
            gevonden = sessie.get(Bewijsstuk, id_)
            if gevonden is None:
                raise BewijsOnbekend(id_)
            return gevonden.inhoud
