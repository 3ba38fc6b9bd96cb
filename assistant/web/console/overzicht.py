"""What there is to do: due, drafts, waiting for review, unanswered questions; and the help and the audit trail."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from fastapi import APIRouter, Response

from assistant.diensten import diensten
from assistant.gebruik import gebruik
from assistant.oordelen import Oordelenkast
from assistant.postvak import Postvak
from assistant.web.console.handleiding import als_html, bladen
from assistant.web.console.kaart import gaten
from assistant.web.console.kennis import OUD
from assistant.web.console.poort import Beheerder, Bezoeker, Ingelogd, naar
from knowledge.model import REGIOS, Contact
from knowledge.publish import RecordOnbekend
from knowledge.release import laatste_uitgave
from knowledge.snapshot import Kennis

router = APIRouter(prefix="/console", include_in_schema=False)
#: A text that ends within so many days is due.
BINNENKORT: Final = dt.timedelta(days=60)
GETOOND: Final = 6


@router.get("")
def overzicht(bezoeker: Ingelogd) -> Response:
    """The first page after signing in."""
    if bezoeker.persoon.rol not in ("coordinator", "beheerder"):
        return bezoeker.toon("overzicht.html")
    kennis, vandaag = diensten().kennis, dt.date.today()
    eigen = (bezoeker.persoon.regio,) if bezoeker.persoon.regio else REGIOS
    delen = [_werk(bezoeker), _bijhouden(kennis, eigen, vandaag), _gebruikers(bezoeker), {"getoond": GETOOND}]
    return bezoeker.toon("overzicht.html", **{naam: waarde for deel in delen for naam, waarde in deel.items()})


def _werk(bezoeker: Bezoeker) -> dict[str, Any]:
    """Own drafts, what this person must judge or waits for, and what is planned."""
    ik, open_ = bezoeker.persoon, bezoeker.redactie.open_versies()
    in_review = [v for v in open_ if v.status == "in-review" and ik.mag_bewerken(v.record.gebied)]
    los = [v for v in in_review if not v.bundel]
    return {
        "concepten": [v for v in open_ if v.status == "concept" and v.auteur == ik.naam],
        "te_beoordelen": [v for v in los if v.auteur != ik.naam],
        "ingediend": [v for v in los if v.auteur == ik.naam],
        "voorstellen": list({v.bundel: v for v in in_review if v.bundel}.values()),
        "gepland": bezoeker.redactie.gepland(),
        "uitgave": laatste_uitgave(bezoeker.redactie.engine),
    }


def _bijhouden(kennis: Kennis, eigen: Iterable[str], vandaag: dt.date) -> dict[str, Any]:
    """What has grown old, ends, is empty or is missing."""
    contacten = [c for c in kennis.contacten if c.regio in eigen]
    straks = [i for i in kennis.items if i.geldig_tot and i.geldig_tot <= vandaag + BINNENKORT]
    return {
        "afgelopen": [d for d in kennis.documenten if d.regio in eigen and d.looptijd_tot and d.looptijd_tot < vandaag],
        "contacten": [c for c in contacten if c.te_bevestigen],
        "zonder_gegevens": [c for c in contacten if not _bereikbaar(c)],
        "gaten": {r: g for r in eigen if (g := gaten(kennis, r, vandaag))},
        "oud": Counter(i.regio for i in kennis.items if i.regio in eigen and vandaag - i.gecontroleerd > OUD),
        "eindigt": [i for i in straks if i.regio in eigen],
    }


def _bereikbaar(contact: Contact) -> bool:
    return bool(contact.telefoon or contact.email or contact.gegevens)


def _gebruikers(bezoeker: Bezoeker) -> dict[str, Any]:
    """What users ask, and how much."""
    engine = bezoeker.redactie.engine
    return {
        "vragen": Postvak(engine).aantal(),
        "duim_omlaag": len(Oordelenkast(engine).omlaag()),
        "week": gebruik(engine, 7),
        "maand": gebruik(engine, 30),
    }


@router.get("/handleiding")
def handleiding(_: Ingelogd) -> Response:
    """The manual, from its first page."""
    return naar("/console/handleiding/console")


@router.get("/handleiding/{blad}")
def handleidingblad(bezoeker: Ingelogd, blad: str) -> Response:
    """One page of the manual: one job."""
    if blad not in bladen():
        raise RecordOnbekend("Deze bladzijde staat niet in de handleiding.")
    return bezoeker.toon("handleiding.html", blad=blad, bladen=bladen(), tekst=als_html(blad))


@router.get("/audit")
def audit(bezoeker: Beheerder, wie: str = "") -> Response:
    """Who did what: everybody, or one person."""
    bezoeker.noteer("auditspoor gelezen")
    return bezoeker.toon("audit.html", regels=bezoeker.accounts.audit.laatste(300, wie.strip().lower()), wie=wie)
