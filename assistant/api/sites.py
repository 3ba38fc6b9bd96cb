"""What the chat needs to know about the site that shows it."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from assistant.accounts.service import SESSIEKOEK
from assistant.api.bezoek import aangemeld, controleer_oorsprong
from assistant.diensten import diensten
from assistant.sites import Site
from knowledge.service import RegioId

router = APIRouter(tags=["sites"])


class Regiokeuze(BaseModel):
    """A region to choose."""

    id: RegioId
    naam: str


class Aanmelding(BaseModel):
    """Who is signed in, for a page of our own."""

    naam: str
    csrf: str = Field(description="Merk dat een vraag over zaken en het uitloggen moeten dragen.")


class Sitegegevens(BaseModel):
    """How the chat looks on a site and what holds there."""

    titel: str
    opening: str
    bereikbaarheid: str
    regio: RegioId | None
    regios: list[Regiokeuze]
    thema: dict[str, str]
    open: bool
    inloggen: Literal["nee", "mag", "moet"] = Field(
        description="Of er iets te winnen is met inloggen: zaken in de chat, of de chat zelf."
    )
    aanmelding: Aanmelding | None
    bewaren_dagen: int
    max_tekens: int


@router.get("/sites/{sleutel}")
async def site(request: Request, sleutel: str) -> Sitegegevens:
    """De instellingen van de chat op een site."""
    gevonden: Site | None = request.app.state.sites.geef(sleutel)
    if gevonden is None:
        raise HTTPException(404, "Deze site staat niet in de sitetabel.")
    controleer_oorsprong(request, gevonden)
    keuzes = request.app.state.instellingen
    # most visitors have no account, and need not wait for a thread
    persoon = await run_in_threadpool(aangemeld, request) if SESSIEKOEK in request.cookies else None
    return Sitegegevens(
        titel=gevonden.titel,
        opening=gevonden.opening,
        bereikbaarheid=gevonden.bereikbaarheid,
        regio=gevonden.regio or keuzes.regio,
        regios=[Regiokeuze(id=r.id, naam=r.naam) for r in diensten().kennis.regios],
        thema=gevonden.thema,
        open=gevonden.open_voor(persoon is not None),
        inloggen=_inloggen(gevonden, keuzes.zaken_in_chat),
        aanmelding=Aanmelding(naam=persoon.naam, csrf=persoon.csrf) if persoon else None,
        bewaren_dagen=keuzes.gesprek_bewaren_dagen,
        max_tekens=keuzes.max_tekens,
    )


def _inloggen(site: Site, zaken: bool) -> Literal["nee", "mag", "moet"]:
    if site.gepauzeerd:
        return "nee"
    if not site.anoniem:
        return "moet"
    return "mag" if zaken else "nee"
