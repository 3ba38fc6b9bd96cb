"""A check or advice as text for the file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from assistant.diensten import Diensten, diensten

router = APIRouter(tags=["adviezen"])


class Dossiertekst(BaseModel):
    """Text without personal data, to paste in a file."""

    tekst: str


@router.get("/bewijzen/{bewijs_id}/dossier")
def dossier(bewijs_id: str, d: Annotated[Diensten, Depends(diensten)]) -> Dossiertekst:
    """De tekst van een toets of advies voor het dossier, opnieuw gemaakt met de regels die toen golden."""
    return Dossiertekst(tekst=d.adviseur.dossiertekst(d.adviseur.herhaal(d.bewijzen.geef(bewijs_id))))
