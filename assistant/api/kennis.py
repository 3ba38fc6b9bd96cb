"""Knowledge items, routes and contacts, read only."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from pydantic import BaseModel

from assistant.diensten import Diensten, diensten
from knowledge.model import Contact, Kennisitem, Soort
from knowledge.rulemodel import Invulling
from knowledge.service import RegioId

router = APIRouter(tags=["kennis"])

D = Annotated[Diensten, Depends(diensten)]


class Gevonden(BaseModel):
    """An item with the chance that it answers the question; 1 when there was no question."""

    item: Kennisitem
    score: float


@router.get("/kennisitems")
def kennisitems(
    d: D,
    q: Annotated[str, Query(max_length=500, description="Zoekvraag; leeg geeft alle items.")] = "",
    regio: RegioId | None = None,
    soort: Soort | None = None,
    aantal: Annotated[int, Query(ge=1, le=100)] = 20,
) -> list[Gevonden]:
    """Zoekt kennisitems."""
    if q.strip():
        regios = (regio, "landelijk") if regio else None
        treffers = d.vraagbaak.zoeker.zoek(q, regios=regios, soort=soort, aantal=aantal)
        return [Gevonden(item=t.item, score=t.score) for t in treffers]
    items = (i for i in d.kennis.items if regio in (None, i.regio) and soort in (None, i.soort))
    return [Gevonden(item=i, score=1.0) for i in items][:aantal]


@router.get("/kennisitems/{item_id}")
def kennisitem(item_id: str, d: D) -> Kennisitem:
    """Eén kennisitem."""
    if item_id not in d.kennis.item_bij_id:
        raise HTTPException(404, f"Er is geen kennisitem {item_id[:80]}. Zoek met /api/v1/kennisitems?q=…")
    return d.kennis.item_bij_id[item_id]


@router.get("/routes")
def routes(d: D, regio: RegioId | None = None) -> list[Invulling]:
    """De routes per regio, met naam, status en contact."""
    return [i for i in d.kennis.invullingen if regio in (None, i.regio)]


@router.get("/contacten")
def contacten(d: D, gemeente: str | None = None, route: str | None = None) -> list[Contact]:
    """Contacten, voor een gemeente en een route."""
    gevonden = list(d.kennis.contacten)
    if gemeente:
        regio = d.kennis.regio_van(gemeente)
        if regio is None:
            raise HTTPException(404, f"De gemeente {gemeente[:60]} ligt niet in een van de vier regio's.")
        gevonden = [c for c in gevonden if c.regio == regio and (not c.gemeenten or gemeente in c.gemeenten)]
    if route:
        delen = [deel for i in d.kennis.invullingen for deel in i.routes if deel.route == route]
        if not delen:
            raise HTTPException(404, f"De route {route[:60]} bestaat niet. Zie /api/v1/routes.")
        bedoeld = {verwijzing.contact for deel in delen for verwijzing in deel.contacten}
        gevonden = [c for c in gevonden if c.id in bedoeld]
    return gevonden
