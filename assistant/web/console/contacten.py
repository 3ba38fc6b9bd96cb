"""Contacts, and where they are missing: a map of municipality by route."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Response

from assistant.diensten import diensten
from assistant.web.console.poort import Redacteur, naar
from knowledge.model import REGIOS, Contact
from knowledge.rulemodel import Contactverwijzing, Invulling, Routeinvulling
from knowledge.snapshot import Kennis

router = APIRouter(prefix="/console/contacten", include_in_schema=False)

Stand = Literal["goed", "bevestigen", "afgelopen", "leeg", "bron"]


@dataclass(frozen=True)
class Vak:
    """One municipality on one route: how it stands and with whom."""

    stand: Stand
    wie: tuple[str, ...]


@router.get("")
def overzicht(bezoeker: Redacteur, regio: str = "") -> Response:
    """The contacts of a region with the map."""
    gekozen = regio if regio in REGIOS else bezoeker.persoon.regio or REGIOS[0]
    kennis = diensten().kennis
    return bezoeker.toon(
        "contacten.html", regio=gekozen, regios=[(r.id, r.naam) for r in kennis.regios],
        contacten=[c for c in kennis.contacten if c.regio == gekozen], kaart=kaart(kennis, gekozen),
        mag=bezoeker.persoon.mag_bewerken(gekozen),
    )  # fmt: skip


@router.post("/{sleutel}/bevestigen")
def bevestig(bezoeker: Redacteur, sleutel: str) -> Response:
    """Says that a contact is right."""
    gebied = bezoeker.redactie.versies("contact", sleutel)[0].record.gebied
    bezoeker.eis_gebied(gebied)
    bezoeker.redactie.bevestig_contact(sleutel, bezoeker.persoon.naam)
    bezoeker.noteer("contact bevestigd", sleutel)
    return naar(f"/console/contacten?regio={gebied}")


def kaart(kennis: Kennis, regio: str) -> dict[str, dict[str, Vak]]:
    """Route -> municipality -> how it stands."""
    gemeenten = [g.naam for r in kennis.regios if r.id == regio for g in r.gemeenten]
    invulling = _geldend(kennis, regio, dt.date.today())
    bekend = {c.id: c for c in kennis.contacten}
    routes = invulling.routes if invulling else ()
    return {r.naam: {g: _vak(r, g, bekend, dt.date.today()) for g in gemeenten} for r in routes}


def _geldend(kennis: Kennis, regio: str, dag: dt.date) -> Invulling | None:
    eigen = [i for i in kennis.invullingen if i.regio == regio and i.geldig_van <= dag]
    return max(
        (i for i in eigen if i.geldig_tot is None or dag <= i.geldig_tot), key=lambda i: i.geldig_van, default=None
    )


def _vak(route: Routeinvulling, gemeente: str, bekend: dict[str, Contact], dag: dt.date) -> Vak:
    contacten = [bekend[v.contact] for v in route.contacten if v.contact in bekend and _hier(v, bekend, gemeente)]
    geldig = [c for c in contacten if (c.geldig_tot is None or dag <= c.geldig_tot)]
    wie = tuple(c.organisatie.replace("{gemeente}", gemeente) for c in geldig)
    if not geldig:
        return Vak("afgelopen" if contacten else "bron" if route.staat_niet_in_bron else "leeg", wie)
    return Vak("bevestigen" if any(c.te_bevestigen for c in geldig) else "goed", wie)


def _hier(verwijzing: Contactverwijzing, bekend: dict[str, Contact], gemeente: str) -> bool:
    binnen = verwijzing.gemeenten or bekend[verwijzing.contact].gemeenten
    return not binnen or gemeente in binnen
