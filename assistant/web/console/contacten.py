"""Contacts of a region, the map of where they are missing, and confirming one with a click."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from fastapi import APIRouter, Response

from assistant.diensten import diensten
from assistant.web.console.kaart import STANDEN, kaart, loopt
from assistant.web.console.poort import Redacteur, naar
from knowledge.model import REGIOS, Contact
from knowledge.service import kennis_uit_database
from knowledge.snapshot import Kennis
from knowledge.store import versienummer

router = APIRouter(prefix="/console/contacten", include_in_schema=False)


@router.get("")
def overzicht(bezoeker: Redacteur, regio: str = "") -> Response:
    """The contacts of a region with the map."""
    gekozen = regio if regio in REGIOS else bezoeker.persoon.regio or REGIOS[0]
    kennis, vandaag = _vers(bezoeker), dt.date.today()
    vlak = kaart(kennis, gekozen, vandaag)
    return bezoeker.toon(
        "contacten.html", regio=gekozen, regios=[(r.id, r.naam) for r in kennis.regios], kaart=vlak, standen=STANDEN,
        contacten=[(c, _stand(c, vandaag)) for c in kennis.contacten if c.regio == gekozen],
        telling=Counter(v.stand for rij in vlak.values() for v in rij.values()),
        mag=bezoeker.persoon.mag_bewerken(gekozen), invulling=next((i.id for i in kennis.invullingen if i.regio == gekozen), ""),
    )  # fmt: skip


def _vers(bezoeker: Redacteur) -> Kennis:
    """What is published at this moment: somebody who confirms a contact sees it at once."""
    bekend = diensten().kennis
    engine = bezoeker.redactie.engine
    return bekend if versienummer(engine) == bekend.versie else kennis_uit_database(engine)


def _stand(contact: Contact, dag: dt.date) -> str:
    if not loopt(contact, dag):
        return "afgelopen"
    return "bevestigen" if contact.te_bevestigen else "goed"


@router.post("/{sleutel}/bevestigen")
def bevestig(bezoeker: Redacteur, sleutel: str) -> Response:
    """Says that a contact is right."""
    gebied = bezoeker.redactie.versies("contact", sleutel)[0].record.gebied
    bezoeker.eis_gebied(gebied)
    bezoeker.redactie.bevestig_contact(sleutel, bezoeker.persoon.naam)
    bezoeker.noteer("contact bevestigd", sleutel)
    return naar(f"/console/contacten?regio={gebied}#contact-{sleutel}")
