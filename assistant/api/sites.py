"""What the chat needs to know about the site that shows it."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel

from assistant.accounts.service import SESSIEKOEK
from assistant.api.bezoek import controleer_oorsprong, ingelogd
from assistant.diensten import diensten
from assistant.sites import Site
from knowledge.service import RegioId

router = APIRouter(tags=["sites"])


class Regiokeuze(BaseModel):
    """A region to choose."""

    id: RegioId
    naam: str


class Sitegegevens(BaseModel):
    """How the chat looks on a site and what holds there."""

    titel: str
    opening: str
    bereikbaarheid: str
    regio: RegioId | None
    regios: list[Regiokeuze]
    thema: dict[str, str]
    open: bool
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
    bekend = SESSIEKOEK in request.cookies and await run_in_threadpool(
        ingelogd, request
    )  # most visitors have no account
    return Sitegegevens(
        titel=gevonden.titel,
        opening=gevonden.opening,
        bereikbaarheid=gevonden.bereikbaarheid,
        regio=gevonden.regio or keuzes.regio,
        regios=[Regiokeuze(id=r.id, naam=r.naam) for r in diensten().kennis.regios],
        thema=gevonden.thema,
        open=gevonden.open_voor(bekend),
        bewaren_dagen=keuzes.gesprek_bewaren_dagen,
        max_tekens=keuzes.max_tekens,
    )
