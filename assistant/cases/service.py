"""Public door of the case database: the questions that people ask about their cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Engine, Select, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from assistant.cases.demo import vul_demo
from assistant.cases.models import Jongere, Traject

__all__ = ["LOPEND", "Toegang", "Zaak", "ZaakOnbekend", "Zaken"]

LOPEND = "lopend"
GRENS = 23


class ZaakOnbekend(LookupError):
    """There is no case with this key."""

    def __init__(self, sleutel: str) -> None:
        super().__init__(f"Er is geen zaak {sleutel}. Controleer de sleutel, bijvoorbeeld NMD-0042.")


@dataclass(frozen=True)
class Toegang:
    """Who is signed in and asks about cases, and what that account may see of them."""

    wie: str
    regio: str | None
    mag: bool


@dataclass(frozen=True)
class Zaak:
    """The state of a case, without anything that tells who it is."""

    sleutel: str
    gemeente: str
    leeftijd: int
    onderwijs: str
    route: str | None
    status: str | None
    sinds: dt.date | None
    vaste_begeleider: str | None
    laatste_contact: dt.date | None
    wordt_23_op: dt.date
    synthetisch: bool


class Zaken:
    """Queries over youths and their trajecten."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def vul_demo(self) -> int:
        """Fills an empty database with the synthetic demo set; returns the number of cases added.

        Two processes that start at once both see it empty; the keys are unique, so one fills it and the other yields.
        """
        try:
            with Session(self._engine) as sessie, sessie.begin():
                if sessie.scalar(select(func.count()).select_from(Jongere)):
                    return 0
                return vul_demo(sessie)
        except IntegrityError:
            return 0

    def aantal_op_route(self, route: str | None, gemeente: str | None = None, regio: str | None = None) -> int:
        """Youths with a running traject on a route, in a municipality or region."""
        vraag = select(func.count(func.distinct(Jongere.id))).join(Traject).where(Traject.status == LOPEND)
        if route:
            vraag = vraag.where(Traject.route == route)
        if gemeente:
            vraag = vraag.where(Jongere.gemeente == gemeente)
        if regio:
            vraag = vraag.where(Jongere.regio == regio)
        with Session(self._engine) as sessie:
            return sessie.scalar(vraag) or 0

    def is_demo(self) -> bool:
        """Whether any case is of the synthetic demo set."""
        with Session(self._engine) as sessie:
            return sessie.scalar(select(Jongere.id).where(Jongere.synthetisch).limit(1)) is not None

    def stand(self, sleutel: str, vandaag: dt.date, regio: str | None = None) -> Zaak:
        """The state of one case, or an error that names the key; a case of another region is as if it were not there."""
        with Session(self._engine) as sessie:
            jongere = sessie.scalar(_met_trajecten().where(Jongere.sleutel == sleutel.upper()))
            if jongere is None or regio not in (None, jongere.regio):
                raise ZaakOnbekend(sleutel.upper())
            return _zaak(jongere, vandaag)

    def worden_23(self, vandaag: dt.date, maanden: int = 6, regio: str | None = None) -> list[Zaak]:
        """Cases that leave the target group within so many months, soonest first."""
        tot = _over_maanden(vandaag, maanden)
        zaken = (z for z in self.alle(vandaag, regio) if vandaag < z.wordt_23_op <= tot)
        return sorted(zaken, key=lambda z: z.wordt_23_op)

    def zonder_begeleider(self, vandaag: dt.date, regio: str | None = None) -> list[Zaak]:
        """Cases with a running traject and no fixed counsellor."""
        return [z for z in self.alle(vandaag, regio) if z.status == LOPEND and not z.vaste_begeleider]

    def alle(self, vandaag: dt.date, regio: str | None = None) -> list[Zaak]:
        """Every case, by key."""
        vraag = _met_trajecten().order_by(Jongere.sleutel)
        if regio:
            vraag = vraag.where(Jongere.regio == regio)
        with Session(self._engine) as sessie:
            return [_zaak(j, vandaag) for j in sessie.scalars(vraag)]


def _met_trajecten() -> Select[Jongere]:
    return select(Jongere).options(selectinload(Jongere.trajecten).selectinload(Traject.contacten))


def _zaak(jongere: Jongere, vandaag: dt.date) -> Zaak:
    huidig = max(jongere.trajecten, key=lambda t: (t.status == LOPEND, t.begin), default=None)
    return Zaak(
        sleutel=jongere.sleutel,
        gemeente=jongere.gemeente,
        leeftijd=_jaren(jongere.geboortedatum, vandaag),
        onderwijs=jongere.onderwijs,
        route=huidig.route if huidig else None,
        status=huidig.status if huidig else None,
        sinds=huidig.begin if huidig else None,
        vaste_begeleider=huidig.vaste_begeleider if huidig else None,
        laatste_contact=huidig.contacten[-1].datum if huidig and huidig.contacten else None,
        wordt_23_op=_verjaardag(jongere.geboortedatum, GRENS),
        synthetisch=jongere.synthetisch,
    )


def _jaren(geboren: dt.date, op: dt.date) -> int:
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def _verjaardag(geboren: dt.date, jaren: int) -> dt.date:
    """The birthday; someone born on 29 February turns a year older on 1 March in an ordinary year."""
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return dt.date(geboren.year + jaren, 3, 1)


def _over_maanden(vandaag: dt.date, maanden: int) -> dt.date:
    jaar, maand = divmod(vandaag.month - 1 + maanden, 12)
    dag = min(vandaag.day, 28)
    return dt.date(vandaag.year + jaar, maand + 1, dag)
