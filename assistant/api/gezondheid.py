"""Is it up, and with which knowledge?"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from assistant.diensten import Diensten, diensten

router = APIRouter(tags=["gezondheid"])


class Gezondheid(BaseModel):
    """State of the service."""

    status: str
    kennisversie: int
    items: int
    regels: list[str]


@router.get("/gezondheid")
def gezondheid(d: Annotated[Diensten, Depends(diensten)]) -> Gezondheid:
    """De stand van de dienst."""
    k = d.kennis
    return Gezondheid(
        status="goed",
        kennisversie=k.versie,
        items=len(k.items),
        regels=[f"{r.id} versie {r.versie}" for r in (*k.regels.definities, *k.regels.tabellen)],
    )
