"""Tables of the case database.  No names, no addresses: a case is known by its key only."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.engine import Base


class Jongere(Base):
    """A youth, known by a key such as NMD-0042; the school or municipality knows who it is."""

    __tablename__ = "jongere"

    id: Mapped[int] = mapped_column(primary_key=True)
    sleutel: Mapped[str] = mapped_column(String(12), unique=True)
    regio: Mapped[str] = mapped_column(String(20), index=True)
    gemeente: Mapped[str] = mapped_column(String(40), index=True)
    geboortedatum: Mapped[dt.date]
    onderwijs: Mapped[str] = mapped_column(String(12))
    synthetisch: Mapped[bool] = mapped_column(default=False)
    trajecten: Mapped[list[Traject]] = relationship(back_populates="jongere", cascade="all, delete-orphan")


class Traject(Base):
    """A youth on a route."""

    __tablename__ = "traject"

    id: Mapped[int] = mapped_column(primary_key=True)
    jongere_id: Mapped[int] = mapped_column(ForeignKey("jongere.id", ondelete="CASCADE"), index=True)
    route: Mapped[str] = mapped_column(String(40), index=True)
    status: Mapped[str] = mapped_column(String(12))
    begin: Mapped[dt.date]
    eind: Mapped[dt.date | None]
    vaste_begeleider: Mapped[str | None] = mapped_column(String(80))
    jongere: Mapped[Jongere] = relationship(back_populates="trajecten")
    contacten: Mapped[list[Contactmoment]] = relationship(
        back_populates="traject", cascade="all, delete-orphan", order_by="Contactmoment.datum"
    )


class Contactmoment(Base):
    """A contact or a warm handover within a traject."""

    __tablename__ = "contactmoment"

    id: Mapped[int] = mapped_column(primary_key=True)
    traject_id: Mapped[int] = mapped_column(ForeignKey("traject.id", ondelete="CASCADE"), index=True)
    datum: Mapped[dt.date]
    soort: Mapped[str] = mapped_column(String(12))
    organisatie: Mapped[str] = mapped_column(String(80))
    traject: Mapped[Traject] = relationship(back_populates="contacten")
