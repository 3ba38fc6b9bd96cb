"""Conversations: start, send a message, delete."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from assistant.messages import Antwoord
from knowledge.service import RegioId

router = APIRouter(prefix="/gesprekken", tags=["gesprekken"])

GesprekId = Annotated[str, Path(pattern=re.compile(r"^[0-9a-f]{32}$").pattern)]


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


class Beurt(BaseModel):
    """What the assistant says in one turn."""

    antwoorden: list[Antwoord]


@router.post("", status_code=201)
async def start(request: Request, wens: NieuwGesprek | None = None) -> Gestart:
    """Begint een gesprek."""
    gesprek_id = request.app.state.assistent.nieuw_gesprek()
    if wens and wens.regio:
        await request.app.state.assistent.zet_regio(gesprek_id, wens.regio)
    return Gestart(gesprek_id=gesprek_id)


@router.post("/{gesprek_id}/berichten")
async def bericht(request: Request, gesprek_id: GesprekId, inhoud: Bericht) -> Beurt:
    """Stuurt een bericht en geeft de antwoorden."""
    if not request.app.state.rem.mag(gesprek_id):
        raise HTTPException(429, "U stuurt berichten sneller dan ik ze kan lezen. Wacht een minuut.", {"Retry-After": "60"})
    antwoorden = await request.app.state.assistent.stuur(gesprek_id, inhoud.tekst, regio=inhoud.regio)
    return Beurt(antwoorden=antwoorden)


@router.delete("/{gesprek_id}", status_code=204)
async def wis(request: Request, gesprek_id: GesprekId) -> Response:
    """Wist een gesprek, ook op de server."""
    await request.app.state.assistent.wis(gesprek_id)
    return Response(status_code=204)
