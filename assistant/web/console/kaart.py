"""The map of municipality by route: with whom, to be confirmed, ended, or a hole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from knowledge.model import Contact
from knowledge.rulemodel import Contactverwijzing, Invulling, Routeinvulling
from knowledge.snapshot import Kennis

Stand = Literal["goed", "bevestigen", "afgelopen", "leeg", "bron"]
#: What a state is called, and what it means.
STANDEN: Final[dict[Stand, tuple[str, str]]] = {
    "goed": ("Bevestigd", "iemand heeft gezegd dat dit contact klopt"),
    "bevestigen": ("Te bevestigen", "er is een contact, maar niemand heeft het nagekeken"),
    "bron": ("Niet in de bron", "de bron noemt geen contact; de chat zegt dat"),
    "afgelopen": ("Afgelopen", "er was een contact, maar de geldigheid is voorbij"),
    "leeg": ("Gat", "er is geen contact en de bron zegt er niets over"),
}


@dataclass(frozen=True)
class Vak:
    """One municipality on one route: how it stands and with whom."""

    stand: Stand
    wie: tuple[tuple[str, str], ...]

    @property
    def naam(self) -> str:
        """The state in words."""
        return STANDEN[self.stand][0]


def kaart(kennis: Kennis, regio: str, dag: dt.date) -> dict[str, dict[str, Vak]]:
    """Route -> municipality -> how it stands; without what holds everywhere alike."""
    gemeenten = [g.naam for r in kennis.regios if r.id == regio for g in r.gemeenten]
    invulling = geldend(kennis, regio, dag)
    bekend = {c.id: c for c in kennis.contacten}
    routes = invulling.routes if invulling else ()
    return {r.naam: {g: _vak(r, g, bekend, dag) for g in gemeenten} for r in routes}


def gaten(kennis: Kennis, regio: str, dag: dt.date) -> list[tuple[str, str, Vak]]:
    """Where a contact is missing or has ended: route, municipality, how it stands."""
    alle = [(route, g, vak) for route, rij in kaart(kennis, regio, dag).items() for g, vak in rij.items()]
    return [deel for deel in alle if deel[2].stand in ("leeg", "afgelopen")]


def geldend(kennis: Kennis, regio: str, dag: dt.date) -> Invulling | None:
    """How a region fills in the routes on a date."""
    eigen = [i for i in kennis.invullingen if i.regio == regio and i.geldig_van <= dag]
    lopend = (i for i in eigen if i.geldig_tot is None or dag <= i.geldig_tot)
    return max(lopend, key=lambda i: i.geldig_van, default=None)


def _vak(route: Routeinvulling, gemeente: str, bekend: Mapping[str, Contact], dag: dt.date) -> Vak:
    contacten = [bekend[v.contact] for v in route.contacten if v.contact in bekend and _hier(v, bekend, gemeente)]
    geldig = [c for c in contacten if loopt(c, dag)]
    wie = tuple((c.id, c.organisatie.replace("{gemeente}", gemeente)) for c in geldig or contacten)
    if not geldig:
        return Vak("afgelopen" if contacten else "bron" if route.staat_niet_in_bron else "leeg", wie)
    return Vak("bevestigen" if any(c.te_bevestigen for c in geldig) else "goed", wie)


def loopt(contact: Contact, dag: dt.date) -> bool:
    """Whether a contact is valid on a date."""
    begonnen = contact.geldig_van is None or contact.geldig_van <= dag
    return begonnen and (contact.geldig_tot is None or dag <= contact.geldig_tot)


def _hier(verwijzing: Contactverwijzing, bekend: Mapping[str, Contact], gemeente: str) -> bool:
    binnen = verwijzing.gemeenten or bekend[verwijzing.contact].gemeenten
    return not binnen or gemeente in binnen
