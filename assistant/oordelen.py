"""What users think of answers: kept masked, with the items that were used, as long as the conversation."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy import JSON, Engine, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column

from storage.engine import Base

Reden = Literal["onjuist", "onvolledig", "verouderd", "onduidelijk", "anders"]
REDENEN: tuple[str, ...] = get_args(Reden)


class Oordeel(Base):
    """One judgement on one answer; a later one replaces it."""

    __tablename__ = "oordeel"
    __table_args__ = (UniqueConstraint("gesprek_id", "antwoord"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    gesprek_id: Mapped[str] = mapped_column(String(32))
    antwoord: Mapped[int]
    goed: Mapped[bool]
    reden: Mapped[str | None] = mapped_column(String(12))
    toelichting: Mapped[str] = mapped_column(Text)
    vraag: Mapped[str] = mapped_column(Text)
    items: Mapped[list[str]] = mapped_column(JSON)
    bewijs_id: Mapped[str | None] = mapped_column(String(80))
    site: Mapped[str | None] = mapped_column(String(40))
    gemaakt: Mapped[dt.datetime] = mapped_column(index=True)
    afgehandeld: Mapped[str] = mapped_column(String(200), default="")


class Oordelenkast:
    """Keeps judgements."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def bewaar(self, gesprek_id: str, antwoord: int, **inhoud: Any) -> int:
        """Keeps a judgement and returns its number."""
        with Session(self._engine) as sessie, sessie.begin():
            sessie.execute(sa.delete(Oordeel).filter_by(gesprek_id=gesprek_id, antwoord=antwoord))
            oordeel = Oordeel(gesprek_id=gesprek_id, antwoord=antwoord, gemaakt=_nu(), **inhoud)
            sessie.add(oordeel)
            sessie.flush()
            return oordeel.id

    def wis(self, gesprek_id: str) -> None:
        """Deletes what belongs to a conversation."""
        with Session(self._engine) as sessie, sessie.begin():
            sessie.execute(sa.delete(Oordeel).filter_by(gesprek_id=gesprek_id))

    def ruim_op(self, dagen: int) -> None:
        """Deletes judgements that are older than the retention period."""
        with Session(self._engine) as sessie, sessie.begin():
            sessie.execute(sa.delete(Oordeel).where(Oordeel.gemaakt < _nu() - dt.timedelta(days=dagen)))

    def omlaag(self) -> list[Oordeel]:
        """Thumbs down that nobody closed yet, newest first."""
        with Session(self._engine) as sessie:
            open_ = sa.select(Oordeel).where(Oordeel.goed.is_(False), Oordeel.afgehandeld == "")
            return list(sessie.scalars(open_.order_by(Oordeel.gemaakt.desc())))

    def handel_af(self, id_: int, hoe: str) -> None:
        """Closes a judgement, with who did it and why."""
        with Session(self._engine) as sessie, sessie.begin():
            sessie.execute(sa.update(Oordeel).where(Oordeel.id == id_).values(afgehandeld=hoe[:200]))

    def alle(self) -> list[Oordeel]:
        """Every judgement, newest first."""
        with Session(self._engine) as sessie:
            return list(sessie.scalars(sa.select(Oordeel).order_by(Oordeel.gemaakt.desc())))


def _nu() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
