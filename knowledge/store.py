"""Every version of every record in the database, and the knowledge that is in force on a date.

A published version is in force from ``in_werking`` until a later published
version of the same record takes over.  Which one is in force is never stored
but follows from those dates, so that there is exactly one.  A published version
with ``archief`` takes the record out of force.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, Literal, TypeVar

import sqlalchemy as sa
from sqlalchemy import JSON, Engine, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from knowledge.kinds import Stuk, maak
from knowledge.model import Contact, Document, Indicator, Kennisitem, Observatie, Record, Regio
from knowledge.rulemodel import Begrip, Definitie, Invulling, Regelset, Regelversie, Routetabel, Vraagregel
from knowledge.snapshot import Kennis
from storage.engine import Base

Status = Literal["concept", "in-review", "gepubliceerd", "ingetrokken"]
#: In force from before anything else.
BEGIN: Final = dt.date(1900, 1, 1)

R = TypeVar("R", bound=Record)
#: What marks the text of a version: its id, how often it was saved, and the hash of what it says.
_Merk = tuple[int, int, str]
#: Records that were read before; they never change.
_GELEZEN: Final[dict[_Merk, Record]] = {}
_HOOGSTENS: Final = 8192


class Publicatie(Base):
    """A moment at which versions went live; the highest id is the version of the whole base."""

    __tablename__ = "publicatie"

    id: Mapped[int] = mapped_column(primary_key=True)
    tijd: Mapped[dt.datetime]
    wie: Mapped[str] = mapped_column(String(120))
    toelichting: Mapped[str] = mapped_column(Text)


class Uitgave(Base):
    """A shipped release that was taken over, with what could not be."""

    __tablename__ = "kennisuitgave"

    id: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(String(32))
    tijd: Mapped[dt.datetime]
    rapport: Mapped[dict[str, Any]] = mapped_column(JSON)


class Kennisrecord(Base):
    """What stays the same over all versions: kind, key and place in the folder."""

    __tablename__ = "kennisrecord"
    __table_args__ = (UniqueConstraint("soort", "sleutel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    soort: Mapped[str] = mapped_column(String(20))
    sleutel: Mapped[str] = mapped_column(String(120))
    gebied: Mapped[str] = mapped_column(String(20), index=True)
    bestand: Mapped[str] = mapped_column(String(160))
    volgorde: Mapped[int]
    versies: Mapped[list[Kennisversie]] = relationship(back_populates="record", order_by="Kennisversie.nr")


class Kennisversie(Base):
    """One version: what it says, who wrote and judged it, why, and from when it is in force."""

    __tablename__ = "kennisversie"
    __table_args__ = (UniqueConstraint("record_id", "nr"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("kennisrecord.id"))
    nr: Mapped[int]
    status: Mapped[str] = mapped_column(String(12), index=True)
    inhoud: Mapped[dict[str, Any]] = mapped_column(JSON)
    hash: Mapped[str] = mapped_column(String(16))
    archief: Mapped[bool] = mapped_column(default=False)
    herkomst: Mapped[str] = mapped_column(String(12), default="redactie")
    basis: Mapped[int | None]
    stand: Mapped[int] = mapped_column(default=1)
    auteur: Mapped[str] = mapped_column(String(120))
    reden: Mapped[str] = mapped_column(Text, default="")
    gewijzigd: Mapped[dt.datetime]
    beoordelaar: Mapped[str | None] = mapped_column(String(120))
    oordeel: Mapped[str] = mapped_column(Text, default="")
    in_werking: Mapped[dt.date | None] = mapped_column(index=True)
    publicatie_id: Mapped[int | None] = mapped_column(ForeignKey("publicatie.id"))
    bundel: Mapped[str | None] = mapped_column(String(32), index=True)
    record: Mapped[Kennisrecord] = relationship(back_populates="versies")


def nu() -> dt.datetime:
    """The time as it is stored: UTC, without zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def versienummer(engine: Engine) -> int | None:
    """The version of the whole base; none when the database holds no published knowledge."""
    try:
        with engine.connect() as verbinding:
            return verbinding.scalar(sa.select(sa.func.max(Publicatie.id)))
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        return None


def in_werking(dag: dt.date, voorlopig: Collection[int] = ()) -> sa.Select[int]:
    """Ids of the versions in force on a date; ``voorlopig`` counts drafts as if they went live that day."""
    v = Kennisversie
    eigen = v.id.in_(voorlopig)
    rang = sa.func.row_number().over(
        partition_by=v.record_id,
        order_by=(sa.case((eigen, 0), else_=1), v.in_werking.desc(), v.publicatie_id.desc(), v.nr.desc()),
    )
    telt = sa.or_(sa.and_(v.status == "gepubliceerd", v.in_werking <= dag), eigen)
    gerangschikt = sa.select(v.id.label("id"), v.archief.label("archief"), rang.label("rang")).where(telt).subquery()
    return sa.select(gerangschikt.c.id).where(gerangschikt.c.rang == 1, gerangschikt.c.archief.is_(False))


def lees_stukken(
    sessie: Session, dag: dt.date, voorlopig: Collection[int] = (), soort: str | None = None
) -> list[Stuk]:
    """Every record in force on a date, of one kind or of all, in the order of the folder."""
    r, v = Kennisrecord, Kennisversie
    vraag = (
        sa.select(r.soort, r.sleutel, r.gebied, r.bestand, r.volgorde, v.id, v.stand, v.hash)
        .join(v)
        .where(v.id.in_(in_werking(dag, voorlopig)))
        .where(r.soort == soort if soort else sa.true())
        .order_by(r.id)
    )
    rijen = sessie.execute(vraag).tuples().all()
    records = _records(sessie, {(id_, stand, hash_): (s, k) for s, k, _, _, _, id_, stand, hash_ in rijen})
    return [Stuk(s, k, g, b, n, records[id_, stand, hash_]) for s, k, g, b, n, id_, stand, hash_ in rijen]


def _records(sessie: Session, nodig: Mapping[_Merk, tuple[str, str]]) -> dict[_Merk, Record]:
    """The records of versions; what was read before is not read again, for what is marked alike says the same."""
    uit = {merk: gelezen for merk in nodig if (gelezen := _GELEZEN.get(merk))}
    nieuw = {merk[0]: (merk, *wat) for merk, wat in nodig.items() if merk not in uit}
    vraag = sa.select(Kennisversie.id, Kennisversie.inhoud).where(Kennisversie.id.in_(nieuw))
    for id_, inhoud in sessie.execute(vraag).tuples() if nieuw else ():
        merk, soort, naam = nieuw[id_]
        uit[merk] = maak(soort, inhoud, f"{soort} {naam}")
    if len(_GELEZEN) > _HOOGSTENS:
        _GELEZEN.clear()
    _GELEZEN.update(uit)
    return uit


def lees_kennis(sessie: Session, dag: dt.date, voorlopig: Collection[int] = ()) -> Kennis:
    """The whole base as it is in force on a date."""
    stukken = lees_stukken(sessie, dag, voorlopig)
    regels = lees_regelversies(sessie, dag, voorlopig)
    return Kennis(
        versie=sessie.scalar(sa.select(sa.func.max(Publicatie.id))) or 0,
        documenten=_van(stukken, Document),
        items=tuple(i for i in _van(stukken, Kennisitem) if _geldig(i, dag)),
        observaties=_van(stukken, Observatie),
        indicatoren=_van(stukken, Indicator),
        regios=_van(stukken, Regio),
        contacten=_van(stukken, Contact),
        regels=Regelset(
            begrippen=_van(stukken, Begrip),
            definities=tuple(r for r in regels if isinstance(r, Definitie)),
            tabellen=tuple(r for r in regels if isinstance(r, Routetabel)),
            vragen=_van(stukken, Vraagregel),
        ),
        invullingen=_van(stukken, Invulling),
    )


def lees_items(sessie: Session, dag: dt.date, voorlopig: Collection[int] = ()) -> tuple[Kennisitem, ...]:
    """Every item that is published on a date, also when its own validity begins later or has ended."""
    return _van(lees_stukken(sessie, dag, voorlopig, "item"), Kennisitem)


def _van(stukken: Iterable[Stuk], soort: type[R]) -> tuple[R, ...]:
    return tuple(s.record for s in stukken if isinstance(s.record, soort))


def _geldig(item: Kennisitem, dag: dt.date) -> bool:
    return (item.geldig_van is None or item.geldig_van <= dag) and (item.geldig_tot is None or dag <= item.geldig_tot)


def lees_regelversies(sessie: Session, dag: dt.date, voorlopig: Collection[int] = ()) -> list[Regelversie]:
    """Every rule version, past and future: an advice for a past date uses the rule of that date."""
    v = Kennisversie
    telt = sa.or_(v.status == "gepubliceerd", v.id.in_(voorlopig))
    start = sa.case((v.id.in_(voorlopig), dag), else_=v.in_werking)
    vraag = (
        sa.select(v.record_id, start, v.inhoud, v.archief)
        .join(Kennisrecord)
        .where(Kennisrecord.soort == "regel", telt)
        .order_by(Kennisrecord.id, start, sa.case((v.id.in_(voorlopig), 1), else_=0), v.publicatie_id, v.nr)
    )
    per_record: dict[int, list[tuple[dt.date, dict[str, Any] | None]]] = {}
    for record, begin, inhoud, archief in sessie.execute(vraag).tuples():
        begin = begin if isinstance(begin, dt.date) else dt.date.fromisoformat(begin)
        per_record.setdefault(record, []).append((begin, None if archief else inhoud))
    return [r for reeks in per_record.values() for r in _op_datum(reeks)]


def _op_datum(reeks: Sequence[tuple[dt.date, dict[str, Any] | None]]) -> Iterable[Regelversie]:
    """The versions of one rule, each from its own date until the next takes over."""
    einden = [begin for _, (begin, _) in pairwise(reeks)] + [dt.date.max]
    for nummer, ((begin, inhoud), einde) in enumerate(zip(reeks, einden, strict=True)):
        if inhoud is None or begin >= einde:
            continue
        regel = maak("regel", inhoud, str(inhoud.get("id")))
        assert isinstance(regel, Regelversie)
        eerste, laatste = max(regel.geldig_van, begin), _laatste_dag(regel.geldig_tot, einde)
        if laatste is None or eerste <= laatste:
            yield regel.model_copy(
                update={"versie": regel.versie + nummer, "geldig_van": eerste, "geldig_tot": laatste}
            )


def _laatste_dag(geldig_tot: dt.date | None, opvolging: dt.date) -> dt.date | None:
    """The last day of a version: its own, or the day before the next takes over."""
    dag_ervoor = None if opvolging == dt.date.max else opvolging - dt.timedelta(days=1)
    return min((d for d in (geldig_tot, dag_ervoor) if d), default=None)
