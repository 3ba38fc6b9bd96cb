"""An import as a proposal: every record that differs becomes a version in review, all of them together or none."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from knowledge.kinds import Stuk
from knowledge.publish import OPEN, StapOngeldig
from knowledge.store import Kennisrecord, Kennisversie, in_werking, nu
from storage.schrijven import schrijft


@dataclass(frozen=True)
class Anders:
    """A record that differs from what is in force, and the version in force."""

    stuk: Stuk
    record: Kennisrecord | None
    geldend: Kennisversie | None


def verschillen(sessie: Session, stukken: Iterable[Stuk]) -> list[Anders]:
    """What of these records is new or different; records that are not named stay as they are."""
    records = {(r.soort, r.sleutel): r for r in sessie.scalars(sa.select(Kennisrecord))}
    vraag = sa.select(Kennisversie).where(Kennisversie.id.in_(in_werking(dt.date.today())))
    geldend = {v.record_id: v for v in sessie.scalars(vraag)}
    alle = [(s, r := records.get((s.soort, s.sleutel)), geldend.get(r.id) if r else None) for s in stukken]
    return [Anders(*deel) for deel in alle if deel[2] is None or deel[2].hash != deel[0].hash]


def stel_voor(engine: Engine, stukken: Iterable[Stuk], wie: str, reden: str) -> str | None:
    """Hands everything that differs in for review; returns the name of the proposal, none when nothing differs."""
    bundel = uuid.uuid4().hex
    with schrijft(engine) as sessie:
        anders = verschillen(sessie, stukken)
        _eis_vrij(sessie, anders)
        hoogste = sa.select(Kennisversie.record_id, sa.func.max(Kennisversie.nr)).group_by(Kennisversie.record_id)
        nummers = dict(iter(sessie.execute(hoogste).tuples()))
        for deel in anders:
            sessie.add(_versie(sessie, deel, nummers, bundel, wie, reden))
    return bundel if anders else None


def _versie(sessie: Session, deel: Anders, nummers: dict[int, int], bundel: str, wie: str, reden: str) -> Kennisversie:
    s, record = deel.stuk, deel.record
    if record is None:
        record = Kennisrecord(soort=s.soort, sleutel=s.sleutel, gebied=s.gebied, bestand=s.bestand, volgorde=s.volgorde)
        sessie.add(record)
        sessie.flush()
    return Kennisversie(
        record=record, nr=nummers.get(record.id, 0) + 1, status="in-review", inhoud=s.inhoud, hash=s.hash,
        archief=False, herkomst="import", basis=deel.geldend.nr if deel.geldend else None, stand=1, auteur=wie,
        reden=reden, gewijzigd=nu(), oordeel="", bundel=bundel,
    )  # fmt: skip


def _eis_vrij(sessie: Session, anders: Iterable[Anders]) -> None:
    """Stops when somebody is working on one of these records: nothing of anybody is overwritten."""
    open_ = set(sessie.scalars(sa.select(Kennisversie.record_id).where(Kennisversie.status.in_(OPEN))))
    bezet = [f"{a.record.soort} {a.record.sleutel}" for a in anders if a.record and a.record.id in open_]
    if bezet:
        raise StapOngeldig(
            f"Aan {len(bezet)} van deze records wordt al gewerkt ({', '.join(bezet[:5])}). "
            "Rond die concepten eerst af of trek ze in, en importeer daarna opnieuw."
        )
