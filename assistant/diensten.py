"""The services of one process, built once from the knowledge in force and renewed when it changes."""

from __future__ import annotations

import datetime as dt
import logging
import threading
import time
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sqlalchemy import Engine

from assistant.accounts.service import Auditspoor
from assistant.advice.reading import Lezer
from assistant.advice.service import Adviseur
from assistant.bewijzen import Bewijzenkast
from assistant.cases.service import Zaken
from assistant.opruimen import zonder_opruimen
from assistant.privacy.service import Maskeerder, Namenlijst
from assistant.settings import Instellingen, instellingen
from knowledge.service import (
    Kennis,
    Vraagbaak,
    actuele_kennis,
    kennis_uit_database,
    kennisstand,
    maak_vraagbaak,
)
from storage.engine import open_engine
from storage.migrate import werk_bij

logger = logging.getLogger(__name__)

#: Seconds between two looks at whether somebody published.
KIJKEN: Final = 0.25


@dataclass(frozen=True)
class Diensten:
    """Everything that answers, over one version of the knowledge."""

    kennis: Kennis
    instellingen: Instellingen

    @cached_property
    def vraagbaak(self) -> Vraagbaak:
        """Answers knowledge questions."""
        return maak_vraagbaak(self.kennis)

    @cached_property
    def adviseur(self) -> Adviseur:
        """Decides on JIKP, route and contact."""
        k = self.kennis
        return Adviseur(k.regels, k.invullingen, k.contacten, k.regios, k.documenten)

    @cached_property
    def lezer(self) -> Lezer:
        """Reads facts from a description."""
        return Lezer(self.kennis.regios)

    @cached_property
    def maskeerder(self) -> Maskeerder:
        """Takes personal data out of a text; words of the knowledge base are kept."""
        k = self.kennis
        plaatsen = [p.naam for r in k.regios for g in r.gemeenten for p in g.woonplaatsen]
        gemeenten = [g.naam for r in k.regios for g in r.gemeenten]
        namen = [n for i in k.items for n in (i.titel, *i.synoniemen)]
        contacten = [f"{c.organisatie} {c.rol}" for c in k.contacten]
        teksten = [t for i in k.items for t in (i.antwoord, *i.vragen)]
        return Maskeerder(Namenlijst.laad([*plaatsen, *gemeenten, *namen, *contacten], teksten))

    @cached_property
    def zaken(self) -> Zaken:
        """The case database, brought up to date; an empty one gets the synthetic demo set."""
        zaken = Zaken(self._database)
        zaken.vul_demo()
        return zaken

    @cached_property
    def bewijzen(self) -> Bewijzenkast:
        """Receipts of checks and advices."""
        return Bewijzenkast(self._database)

    @cached_property
    def audit(self) -> Auditspoor:
        """Who read or changed what."""
        return Auditspoor(self._database)

    @cached_property
    def _database(self) -> Engine:
        engine = open_engine(self.instellingen.database_url)
        werk_bij(engine)
        return engine

    def erf(self, eerder: Diensten) -> None:
        """Keeps what the change did not touch, so that a publication is live at once."""
        self.__dict__["vraagbaak"] = maak_vraagbaak(self.kennis, eerder.vraagbaak)
        if self.kennis.regios == eerder.kennis.regios:
            self.__dict__["lezer"] = eerder.lezer

    def warm(self) -> Diensten:
        """Builds what the first question needs, so that no user waits for it."""
        _ = self.vraagbaak, self.adviseur, self.lezer, self.maskeerder
        return self

    def ken_routes(self) -> None:
        """Looks up what every route of every region is about, which an advice needs; not worth it for one question."""
        for invulling in self.kennis.invullingen:
            for deel in invulling.routes:
                self.vraagbaak.over_route(deel.route, deel.naam, invulling.regio)

    @staticmethod
    def vandaag() -> dt.date:
        """The date of assessment when nobody names another."""
        return dt.date.today()


_huidig: Diensten | None = None
_slot = threading.Lock()


def diensten() -> Diensten:
    """The services over the knowledge in force."""
    global _huidig
    if _huidig is None:
        with _slot:
            if _huidig is None:
                keuzes = instellingen()
                stand = kennisstand(keuzes.database_url)
                _huidig = Diensten(actuele_kennis(keuzes.database_url), keuzes)
                threading.Thread(target=_volg, args=(stand,), name="publicaties", daemon=True).start()
    return _huidig


def _volg(stand: tuple[int, dt.date] | None) -> None:
    """Puts in force what any process publishes, within seconds."""
    while True:
        time.sleep(KIJKEN)
        url = instellingen().database_url
        try:
            nieuw = kennisstand(url)
            if nieuw is not None and nieuw != stand:
                with zonder_opruimen():
                    vernieuw(kennis_uit_database(open_engine(url)))
                stand = nieuw
        except Exception as fout:  # the knowledge in force stays; the next look may succeed
            logger.error("nieuwe publicatie niet geladen: %s", type(fout).__name__)


def vernieuw(kennis: Kennis) -> None:
    """Puts a new version in force: built aside first, then swapped at once."""
    global _huidig
    nieuw = Diensten(kennis, instellingen())
    if _huidig is not None:
        nieuw.erf(_huidig)
    nieuw.warm()
    with _slot:
        _huidig = nieuw
    nieuw.ken_routes()  # in force already: an advice that comes first looks up its own route
