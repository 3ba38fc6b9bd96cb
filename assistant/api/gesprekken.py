"""Conversations: start, send a message, delete."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from assistant.api.bezoek import Bezoek, begrensd_bezoek, herkomst
from assistant.chat.service import BerichtOnbruikbaar
from assistant.diensten import Diensten, diensten
from assistant.messages import Antwoord, Beurt
from assistant.oordelen import Oordelenkast
from assistant.sites import Site
from knowledge.service import RegioId
from storage.engine import open_engine

router = APIRouter(prefix="/gesprekken", tags=["gesprekken"])

GesprekId = Annotated[str, Path(pattern=re.compile(r"^[0-9a-f]{32}$").pattern)]
D = Annotated[Diensten, Depends(diensten)]


class NieuwGesprek(BaseModel):
    """What a new conversation may start with."""

    model_config = ConfigDict(extra="forbid")

    regio: RegioId | None = None


class Gestart(BaseModel):
    """The id to send messages to."""

    gesprek_id: str


class Bericht(BaseModel):
    """One message of the user."""

    model_config = ConfigDict(extra="forbid")

    tekst: str = Field(max_length=100_000)
    regio: RegioId | None = Field(default=None, description="Regio van de gebruiker; geldt voor het hele gesprek.")
    kenmerken: dict[str, Any] | None = Field(
        default=None,
        min_length=1,
        description="Verbeterde kenmerken; null haalt er een weg. De tekst wordt dan niet gelezen.",
    )
    doel: Literal["route", "toets"] = Field(
        default="route", description="Wat er na een verbetering opnieuw wordt bepaald."
    )


@router.post("", status_code=201)
async def start(
    request: Request, _: Annotated[Bezoek, Depends(begrensd_bezoek)], wens: NieuwGesprek | None = None
) -> Gestart:
    """Begint een gesprek."""
    gesprek_id = request.app.state.assistent.nieuw_gesprek()
    if wens and wens.regio:
        await request.app.state.assistent.zet_regio(gesprek_id, wens.regio)
    return Gestart(gesprek_id=gesprek_id)


@router.post("/{gesprek_id}/berichten")
async def bericht(
    request: Request, gesprek_id: GesprekId, inhoud: Bericht, door: Annotated[Bezoek, Depends(begrensd_bezoek)], d: D
) -> Beurt:
    """Stuurt een bericht en geeft de antwoorden."""
    if not request.app.state.rem.mag(gesprek_id):
        raise HTTPException(
            429, "U stuurt berichten sneller dan ik ze kan lezen. Wacht een minuut.", {"Retry-After": "60"}
        )
    weet: dict[str, Any] = {"zaken": asdict(door.toegang)} if door.toegang else {}
    weet |= _verbetering(inhoud, d) if inhoud.kenmerken else {}
    beurt: Beurt = await request.app.state.assistent.beurt(gesprek_id, inhoud.tekst, regio=inhoud.regio, weet=weet)
    for antwoord in beurt.antwoorden:
        _bewaar_bewijs(antwoord, d)
    return beurt


def _verbetering(inhoud: Bericht, d: Diensten) -> dict[str, Any]:
    """The corrected facts, checked; words that a user may type hold no personal data."""
    kenmerken = inhoud.kenmerken or {}
    d.adviseur.toets({v: w for v, w in kenmerken.items() if w is not None}, regio=inhoud.regio)
    gemeente = kenmerken.get("gemeente")
    if gemeente and d.maskeerder.maskeer(f"woont in {gemeente}", d.vandaag()).soorten:
        raise BerichtOnbruikbaar("Dit is geen gemeente die ik ken. Noem geen namen van personen.")
    return {"verwacht": "start_toets" if inhoud.doel == "toets" else "feit", "kenmerken": kenmerken}


def _bewaar_bewijs(antwoord: Antwoord, d: Diensten) -> None:
    """Keeps the receipts of what was said, so that the text for the file can be made later."""
    if antwoord.gedrag == "vraag":
        return
    toets = antwoord.toets or (antwoord.advies.jikp if antwoord.advies else None)
    for uitkomst in (antwoord.advies, toets):
        if uitkomst:
            d.bewijzen.bewaar(uitkomst.bewijs_id, uitkomst.bewijsstuk)


@router.delete("/{gesprek_id}", status_code=204)
async def wis(request: Request, gesprek_id: GesprekId, _: Annotated[Site | None, Depends(herkomst)]) -> Response:
    """Wist een gesprek en de oordelen erover; dat kan ook als de site dicht is."""
    await request.app.state.assistent.wis(gesprek_id)
    Oordelenkast(open_engine(request.app.state.instellingen.database_url)).wis(gesprek_id)
    return Response(status_code=204)
