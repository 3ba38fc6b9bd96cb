"""What people read in place of ids: regions, roles, kinds, documents and the time of day."""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from jinja2 import Environment

from assistant.diensten import diensten

ROLNAMEN: Final = {"coordinator": "coördinator"}
#: One record of a kind.
ENKELVOUD: Final = {
    "item": "tekst", "contact": "contact", "cijfer": "cijfer", "indicator": "indicator", "regel": "regel",
    "begrip": "begrip in regels", "vraag": "vraag", "invulling": "invulling van een regio", "regio": "regio",
    "document": "document", "weggelaten": "weggelaten feit",
}  # fmt: skip
GEDRAG: Final = {
    "antwoord": "antwoord", "weet-niet": "weet ik niet", "buiten-bereik": "buiten bereik", "smalltalk": "praatje",
    "verduidelijk": "vraagt wat u bedoelt", "vraag": "vraagt een kenmerk", "crisis": "crisissignaal",
}  # fmt: skip
HIER: Final = ZoneInfo("Europe/Amsterdam")


def gebiednaam(gebied: str | None) -> str:
    """The name of a region; what is national or unknown keeps its word."""
    return diensten().kennis.regionaam(gebied or "")


def rolnaam(rol: str) -> str:
    """The name of a role."""
    return ROLNAMEN.get(rol, rol)


def soortnaam(soort: str) -> str:
    """One record of this kind."""
    return ENKELVOUD.get(soort, soort)


def gedragnaam(gedrag: str) -> str:
    """What the chat did."""
    return GEDRAG.get(gedrag, gedrag)


def documenttitel(id_: str) -> str:
    """The title of a source."""
    bekend = diensten().kennis.document_bij_id.get(id_)
    return bekend.titel if bekend else id_


def moment(tijd: dt.datetime | None) -> str:
    """A stored time (UTC) as the clock on the wall says it."""
    return f"{tijd.replace(tzinfo=dt.UTC).astimezone(HIER):%d-%m-%Y %H:%M}" if tijd else "–"


def leer(omgeving: Environment) -> None:
    """Gives the templates these words as filters."""
    omgeving.filters |= {
        "gebied": gebiednaam, "rol": rolnaam, "soort": soortnaam, "gedrag": gedragnaam, "document": documenttitel,
        "moment": moment,
    }  # fmt: skip
