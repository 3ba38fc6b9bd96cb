"""Taking over records in bulk: what ships with a release, or a folder or workbook that somebody imports.

All or nothing, in one transaction.  Of a new release only what nobody edited is
renewed; an edited record is kept, and reported when the release changed it too.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from knowledge.files import CONTENT
from knowledge.kinds import Stuk, lees_map, maphash
from knowledge.store import BEGIN, Kennisrecord, Kennisversie, Publicatie, Uitgave, nu
from storage.schrijven import schrijft

logger = logging.getLogger(__name__)

UITGAVE = "uitgave"
LEVERANCIER = "meegeleverd"


@dataclass
class Overname:
    """What a bulk change did, as ``soort sleutel``."""

    nieuw: list[str] = field(default_factory=list)
    gewijzigd: list[str] = field(default_factory=list)
    vervallen: list[str] = field(default_factory=list)
    behouden: list[str] = field(default_factory=list)

    def als_rapport(self) -> dict[str, Any]:
        """Plain data to keep; a first import names no records."""
        return {
            "nieuw": len(self.nieuw),
            "gewijzigd": self.gewijzigd,
            "vervallen": self.vervallen,
            "behouden": self.behouden,
        }


@dataclass(frozen=True)
class _Stand:
    """What the database knows of a record: its latest published version, and the latest of a release."""

    laatste: Kennisversie | None
    uitgave: Kennisversie | None

    @property
    def onbewerkt(self) -> Kennisversie | None:
        """The shipped version that is still in force, when nobody edited it."""
        return self.laatste if self.laatste and self.laatste is self.uitgave and not self.laatste.archief else None


def neem_uitgave_over(engine: Engine, wortel: Path = CONTENT) -> Overname | None:
    """Takes the shipped content over when it is not the one that the database knows; none when it is."""
    hash_ = maphash(wortel)
    with engine.connect() as verbinding:
        if _uitgavehash(verbinding) == hash_:
            return None
    stukken = lees_map(wortel)
    with schrijft(engine) as sessie:
        if _uitgavehash(sessie.connection()) == hash_:
            return None
        overname = _Overnemer(sessie, UITGAVE, LEVERANCIER, "Meegeleverde kennis").uitgave(stukken)
        sessie.add(Uitgave(hash=hash_, tijd=nu(), rapport=overname.als_rapport()))
    for naam in overname.behouden:
        logger.warning("nieuwe uitgave: %s is zelf bewerkt en behouden; vergelijk de versies", naam)
    return overname


def laatste_uitgave(engine: Engine) -> Uitgave | None:
    """The last release that was taken over, with its report."""
    with Session(engine) as sessie:
        return sessie.scalar(sa.select(Uitgave).order_by(Uitgave.id.desc()).limit(1))


def importeer(engine: Engine, stukken: Iterable[Stuk], wie: str, reden: str) -> Overname:
    """Publishes at once every record that differs from what is in force; records that are not named stay."""
    with schrijft(engine) as sessie:
        return _Overnemer(sessie, "import", wie, reden).wijzig(stukken)


def _uitgavehash(verbinding: sa.Connection) -> str | None:
    return verbinding.scalar(sa.select(Uitgave.hash).order_by(Uitgave.id.desc()).limit(1))


class _Overnemer:
    """One bulk change within one transaction."""

    def __init__(self, sessie: Session, herkomst: str, wie: str, reden: str) -> None:
        self._sessie = sessie
        self._herkomst, self._wie, self._reden = herkomst, wie, reden
        self._records = {(r.soort, r.sleutel): r for r in sessie.scalars(sa.select(Kennisrecord))}
        self._standen = _standen(sessie)
        hoogste = sa.select(Kennisversie.record_id, sa.func.max(Kennisversie.nr)).group_by(Kennisversie.record_id)
        self._nummers = dict(iter(sessie.execute(hoogste).tuples()))
        self._publicatie: Publicatie | None = None
        self._overname = Overname()

    def uitgave(self, stukken: Iterable[Stuk]) -> Overname:
        """Adds what is new, renews what nobody edited, and ends what no longer ships."""
        gezien = set()
        for s in stukken:
            gezien.add((s.soort, s.sleutel))
            record = self._records.get((s.soort, s.sleutel))
            if record is None:
                self._voeg_toe(s)
            else:
                record.bestand, record.volgorde = s.bestand, s.volgorde
                self._vernieuw(s, record, self._standen[record.id])
        for naam, record in self._records.items():
            if naam not in gezien and record.id in self._standen and (oud := self._standen[record.id].onbewerkt):
                self._versie(record, oud.inhoud, oud.hash, archief=True)
                self._overname.vervallen.append(" ".join(naam))
        return self._overname

    def wijzig(self, stukken: Iterable[Stuk]) -> Overname:
        """Publishes what is new or different, edited or not."""
        for s in stukken:
            record = self._records.get((s.soort, s.sleutel))
            if record is None:
                self._voeg_toe(s)
            elif (oud := self._standen[record.id].laatste) is None or oud.hash != s.hash or oud.archief:
                self._versie(record, s.inhoud, s.hash)
                self._overname.gewijzigd.append(f"{s.soort} {s.sleutel}")
        return self._overname

    def _voeg_toe(self, s: Stuk) -> None:
        record = Kennisrecord(soort=s.soort, sleutel=s.sleutel, gebied=s.gebied, bestand=s.bestand, volgorde=s.volgorde)
        self._sessie.add(record)
        self._versie(record, s.inhoud, s.hash, BEGIN)
        self._overname.nieuw.append(f"{s.soort} {s.sleutel}")

    def _vernieuw(self, s: Stuk, record: Kennisrecord, stand: _Stand) -> None:
        if stand.uitgave is not None and stand.uitgave.hash == s.hash and not stand.uitgave.archief:
            return
        if stand.laatste is not stand.uitgave:
            if stand.laatste is not None and stand.laatste.hash != s.hash:
                self._overname.behouden.append(f"{s.soort} {s.sleutel}")
            return
        self._versie(record, s.inhoud, s.hash, BEGIN if s.soort == "regel" else None)
        self._overname.gewijzigd.append(f"{s.soort} {s.sleutel}")

    def _versie(
        self,
        record: Kennisrecord,
        inhoud: dict[str, Any],
        hash_: str,
        vanaf: dt.date | None = None,
        archief: bool = False,
    ) -> None:
        """A version that is published at once, numbered after those that exist."""
        if self._publicatie is None:
            self._publicatie = Publicatie(tijd=nu(), wie=self._wie, toelichting=self._reden)
            self._sessie.add(self._publicatie)
            self._sessie.flush()
        nummer = self._nummers.get(record.id, 0) + 1 if record.id else 1
        if record.id:
            self._nummers[record.id] = nummer
        self._sessie.add(
            Kennisversie(
                record=record, nr=nummer, status="gepubliceerd", inhoud=inhoud, hash=hash_, archief=archief,
                herkomst=self._herkomst, auteur=self._wie, reden=self._reden, gewijzigd=nu(), oordeel="",
                in_werking=vanaf or dt.date.today(), publicatie_id=self._publicatie.id,
            )
        )  # fmt: skip


def _standen(sessie: Session) -> dict[int, _Stand]:
    """The latest published version of every record, and the latest of a release."""
    laatste: dict[int, Kennisversie] = {}
    uitgave: dict[int, Kennisversie] = {}
    vraag = (
        sa.select(Kennisversie)
        .where(Kennisversie.status == "gepubliceerd")
        .order_by(Kennisversie.publicatie_id, Kennisversie.nr)
    )
    for versie in sessie.scalars(vraag):
        laatste[versie.record_id] = versie
        if versie.herkomst == UITGAVE:
            uitgave[versie.record_id] = versie
    records = sessie.scalars(sa.select(Kennisrecord.id))
    return {id_: _Stand(laatste.get(id_), uitgave.get(id_)) for id_ in records}
