"""Public door of the knowledge base: the version in force, its answers and its checks."""

from __future__ import annotations

import datetime as dt
import logging
from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from knowledge import files
from knowledge.answers import Gedrag, Kennisantwoord, Knop, Stand, Vraagbaak
from knowledge.check import Bevinding, controleer, zinslengte
from knowledge.model import REGIOS, Contact, Document, Kennisitem, Regio, RegioId, Vindplaats
from knowledge.regions import Streekwijzer
from knowledge.release import neem_uitgave_over
from knowledge.rulefiles import lees_invullingen, lees_regels
from knowledge.search import Treffer, Zoeker, vormen
from knowledge.snapshot import Kennis
from knowledge.store import lees_kennis, versienummer
from knowledge.vectors import Vectorkast
from storage.engine import open_engine

__all__ = [
    "REGIOS",
    "Bevinding",
    "Contact",
    "Document",
    "Gedrag",
    "Kennis",
    "Kennisantwoord",
    "Kennisitem",
    "Knop",
    "Regio",
    "RegioId",
    "Stand",
    "Streekwijzer",
    "Treffer",
    "Vindplaats",
    "Vraagbaak",
    "Zoeker",
    "actuele_kennis",
    "bewaar_vectoren",
    "controleer",
    "kennis_uit_bestanden",
    "kennis_uit_database",
    "kennisstand",
    "maak_vraagbaak",
    "neem_uitgave_over",
    "zinslengte",
]

logger = logging.getLogger(__name__)


def kennis_uit_bestanden() -> Kennis:
    """The shipped content as version 1, checked record by record."""
    return Kennis(
        versie=1,
        documenten=tuple(files.lees_documenten()),
        items=tuple(files.lees_items()),
        observaties=tuple(files.lees_observaties()),
        indicatoren=tuple(files.lees_indicatoren()),
        regios=tuple(files.lees_regios()),
        contacten=tuple(files.lees_contacten()),
        regels=lees_regels(),
        invullingen=tuple(lees_invullingen()),
    )


def kennis_uit_database(engine: sa.Engine) -> Kennis:
    """What is published and in force today."""
    with Session(engine) as sessie:
        return lees_kennis(sessie, dt.date.today())


def kennisstand(database_url: str) -> tuple[int, dt.date] | None:
    """What tells that the knowledge in force has changed; none as long as it comes from the files.

    The number of the last publication, and the day: a planned version goes live at midnight.
    """
    adres = make_url(database_url)
    if adres.get_backend_name() == "sqlite" and not (adres.database and Path(adres.database).exists()):
        return None
    nummer = versienummer(open_engine(database_url))
    return (nummer, dt.date.today()) if nummer else None


def actuele_kennis(database_url: str) -> Kennis:
    """The published knowledge where there is a database that holds it, else what ships.

    A new release that the database does not know yet is taken over first.
    """
    if kennisstand(database_url) is None:
        return kennis_uit_bestanden()
    engine = open_engine(database_url)
    try:
        neem_uitgave_over(engine)
    except sa.exc.OperationalError as fout:
        logger.warning("nieuwe uitgave niet overgenomen (%s); de kennis in de database geldt", type(fout.orig).__name__)
    return kennis_uit_database(engine)


@cache
def _vectorkast() -> Vectorkast:
    return Vectorkast(files.CONTENT)


def bewaar_vectoren() -> dict[str, int]:
    """Computes and ships the vectors of the shipped content; texts per region."""
    items = files.lees_items()
    per_gebied = {g: [v for i in items if i.regio == g for v in vormen(i)] for g in files.GEBIEDEN}
    return {g: _vectorkast().bewaar(g, teksten) for g, teksten in per_gebied.items() if teksten}


def maak_vraagbaak(kennis: Kennis, eerder: Vraagbaak | None = None) -> Vraagbaak:
    """Answering over one version; vectors of known texts are reused, and the whole index when no item changed."""
    zelfde = eerder is not None and eerder.zoeker.items == kennis.items
    return Vraagbaak(kennis, eerder.zoeker if eerder and zelfde else Zoeker(kennis.items, _vectorkast()))
