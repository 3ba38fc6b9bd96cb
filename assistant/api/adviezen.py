"""Route advice, JIKP checks and their receipts."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.advice.model import Advies, Toets
from assistant.diensten import Diensten, diensten
from knowledge.service import RegioId

router = APIRouter(tags=["adviezen"])

D = Annotated[Diensten, Depends(diensten)]


class Adviesvraag(BaseModel):
    """A description, or facts, or both not; exactly one of them."""

    model_config = ConfigDict(extra="forbid")

    tekst: str | None = Field(default=None, max_length=100_000)
    kenmerken: dict[str, Any] | None = None
    regio: RegioId | None = None
    peildatum: dt.date | None = None

    @model_validator(mode="after")
    def _een_van_beide(self) -> Adviesvraag:
        if (self.tekst is None) == (self.kenmerken is None):
            raise ValueError("geef `tekst` of `kenmerken`, een van beide")
        return self


class Toetsvraag(BaseModel):
    """Facts to check."""

    model_config = ConfigDict(extra="forbid")

    kenmerken: dict[str, Any]
    regio: RegioId | None = None
    peildatum: dt.date | None = None


@router.post("/adviezen")
async def advies(request: Request, vraag: Adviesvraag, d: D) -> Advies:
    """Advies op een beschrijving (langs dezelfde weg als de chat) of op kenmerken."""
    if vraag.tekst is None:
        uitkomst = d.adviseur.adviseer(vraag.kenmerken or {}, peildatum=vraag.peildatum, regio=vraag.regio)
    else:
        assistent = request.app.state.assistent
        gesprek = assistent.nieuw_gesprek()
        try:
            uitkomst = await assistent.adviseer(gesprek, vraag.tekst, vraag.regio, vraag.peildatum)
        finally:
            await assistent.wis(gesprek)
    d.bewijzen.bewaar(uitkomst.bewijs_id, uitkomst.bewijsstuk)
    return uitkomst


@router.post("/jikp-toetsen")
def toets(vraag: Toetsvraag, d: D) -> Toets:
    """JIKP-uitkomst per definitie."""
    uitkomst = d.adviseur.toets(vraag.kenmerken, vraag.peildatum, vraag.regio)
    d.bewijzen.bewaar(uitkomst.bewijs_id, uitkomst.bewijsstuk)
    return uitkomst


@router.get("/bewijzen/{bewijs_id}")
def bewijs(bewijs_id: str, d: D) -> Advies | Toets:
    """Draait een bewijs opnieuw, met de regels die toen golden."""
    return d.adviseur.herhaal(d.bewijzen.geef(bewijs_id))
