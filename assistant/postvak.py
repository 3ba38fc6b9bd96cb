"""Masked questions that were not answered, for the people who keep the knowledge; as long as a conversation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import sqlalchemy as sa
from sqlalchemy import Engine, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from knowledge.vectors import vraagvector
from storage.engine import Base

#: Two questions closer than this mean the same.
ZELFDE: Final = 0.92
HOOGSTENS: Final = 500


class Onbeantwoord(Base):
    """One question without an answer; ``afgehandeld`` says what somebody did with it."""

    __tablename__ = "onbeantwoord"

    id: Mapped[int] = mapped_column(primary_key=True)
    vraag: Mapped[str] = mapped_column(Text)
    regio: Mapped[str | None] = mapped_column(String(20))
    gedrag: Mapped[str] = mapped_column(String(16))
    gemaakt: Mapped[dt.datetime] = mapped_column(index=True)
    afgehandeld: Mapped[str] = mapped_column(String(200), default="")


@dataclass(frozen=True)
class Groep:
    """Questions that mean the same, under the one asked first."""

    vragen: tuple[Onbeantwoord, ...]

    @property
    def eerste(self) -> Onbeantwoord:
        """The question that stands for all."""
        return self.vragen[0]


class Postvak:
    """The inbox of unanswered questions."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def leg_in(self, vraag: str, regio: str | None, gedrag: str) -> None:
        """Keeps a masked question."""
        with Session(self._engine) as sessie, sessie.begin():
            sessie.add(Onbeantwoord(vraag=vraag[:1000], regio=regio, gedrag=gedrag, gemaakt=_nu(), afgehandeld=""))

    def aantal(self) -> int:
        """How many wait."""
        with Session(self._engine) as sessie:
            return sessie.scalar(sa.select(sa.func.count()).where(Onbeantwoord.afgehandeld == "")) or 0

    def geef(self, id_: int) -> Onbeantwoord | None:
        """One question."""
        with Session(self._engine) as sessie:
            return sessie.get(Onbeantwoord, id_)

    def groepen(self) -> list[Groep]:
        """What waits, the same meaning together, most frequent first."""
        with Session(self._engine) as sessie:
            wachtend = sa.select(Onbeantwoord).where(Onbeantwoord.afgehandeld == "")
            vragen = list(sessie.scalars(wachtend.order_by(Onbeantwoord.id.desc()).limit(HOOGSTENS)))
        return groepeer(vragen)

    def handel_af(self, id_: int, hoe: str) -> int:
        """Closes a question and those that mean the same; returns how many."""
        groep = next((g for g in self.groepen() if any(v.id == id_ for v in g.vragen)), None)
        ids = [v.id for v in groep.vragen] if groep else [id_]
        with Session(self._engine) as sessie, sessie.begin():
            sessie.execute(sa.update(Onbeantwoord).where(Onbeantwoord.id.in_(ids)).values(afgehandeld=hoe[:200]))
        return len(ids)

    def ruim_op(self, dagen: int) -> None:
        """Deletes what is older than the retention period."""
        with Session(self._engine) as sessie, sessie.begin():
            grens = _nu() - dt.timedelta(days=dagen)
            sessie.execute(sa.delete(Onbeantwoord).where(Onbeantwoord.gemaakt < grens))


def groepeer(vragen: Iterable[Onbeantwoord]) -> list[Groep]:
    """Every question joins the group that it resembles most, when it resembles one enough."""
    groepen: list[list[Onbeantwoord]] = []
    midden: list[Any] = []
    for vraag in vragen:
        vector = vraagvector(vraag.vraag)
        gelijkenis = np.stack(midden) @ vector if midden else np.zeros(1)
        beste = int(np.argmax(gelijkenis))
        if float(gelijkenis[beste]) >= ZELFDE:
            groepen[beste].append(vraag)
        else:
            groepen.append([vraag])
            midden.append(vector)
    return [Groep(tuple(g)) for g in sorted(groepen, key=len, reverse=True)]


def _nu() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
