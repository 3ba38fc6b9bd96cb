"""Tables of people and what they did.  Keys of sessions and invitations are kept as hashes only."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal, get_args

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.engine import Base

Rol = Literal["mentor", "decaan", "coordinator", "beheerder"]
ROLLEN: tuple[Rol, ...] = get_args(Rol)
#: Who keeps the knowledge; the same people may see cases.
REDACTEUREN: tuple[Rol, ...] = ("coordinator", "beheerder")


class Gebruiker(Base):
    """Somebody who can sign in."""

    __tablename__ = "gebruiker"

    id: Mapped[int] = mapped_column(primary_key=True)
    naam: Mapped[str] = mapped_column(String(80), unique=True)
    rol: Mapped[str] = mapped_column(String(12))
    regio: Mapped[str | None] = mapped_column(String(20))
    wachtwoord: Mapped[str | None] = mapped_column(String(200))
    mislukt: Mapped[int] = mapped_column(default=0)
    dicht_tot: Mapped[dt.datetime | None]
    actief: Mapped[bool] = mapped_column(default=True)
    gemaakt: Mapped[dt.datetime]


class Sessie(Base):
    """A browser that is signed in."""

    __tablename__ = "sessie"

    sleutel: Mapped[str] = mapped_column(String(64), primary_key=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id", ondelete="CASCADE"))
    csrf: Mapped[str] = mapped_column(String(64))
    verloopt: Mapped[dt.datetime]
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")


class Uitnodiging(Base):
    """A one-time link with which somebody chooses a password."""

    __tablename__ = "uitnodiging"

    sleutel: Mapped[str] = mapped_column(String(64), primary_key=True)
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id", ondelete="CASCADE"))
    verloopt: Mapped[dt.datetime]
    gebruiker: Mapped[Gebruiker] = relationship(lazy="joined")


class Aanmelding(Base):
    """The subject by which another provider knows somebody; tied at the first sign-in."""

    __tablename__ = "aanmelding"
    __table_args__ = (UniqueConstraint("uitgever", "onderwerp"), UniqueConstraint("uitgever", "gebruiker_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    uitgever: Mapped[str] = mapped_column(String(200))
    onderwerp: Mapped[str] = mapped_column(String(200))
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id", ondelete="CASCADE"))


class Aanmeldstap(Base):
    """A sign-in that is on its way to another provider and back."""

    __tablename__ = "aanmeldstap"

    sleutel: Mapped[str] = mapped_column(String(64), primary_key=True)
    inhoud: Mapped[dict[str, Any]] = mapped_column(JSON)
    verloopt: Mapped[dt.datetime]


class Auditregel(Base):
    """One read of case data or one change: who, what, on what and when; never the content."""

    __tablename__ = "auditregel"

    id: Mapped[int] = mapped_column(primary_key=True)
    tijd: Mapped[dt.datetime] = mapped_column(index=True)
    wie: Mapped[str] = mapped_column(String(80))
    wat: Mapped[str] = mapped_column(String(40))
    waarop: Mapped[str] = mapped_column(String(160))
