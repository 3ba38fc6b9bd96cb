"""The facts that a professional may correct: their names and values in plain words."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from assistant.advice.kenmerken import LIJSTEN, WAARDEN
from assistant.diensten import Diensten, diensten
from knowledge.rulemodel import Vraagregel

router = APIRouter(tags=["adviezen"])

Veldsoort = Literal["getal", "tekst", "keuze", "lijst"]


class Keuze(BaseModel):
    """A value and how people say it."""

    waarde: str
    tekst: str


class Veld(BaseModel):
    """A fact: what it is called, how it is filled in and which values it may take."""

    veld: str
    label: str
    soort: Veldsoort
    keuzes: list[Keuze]


@router.get("/kenmerken")
def kenmerken(d: Annotated[Diensten, Depends(diensten)]) -> list[Veld]:
    """De kenmerken van een jongere, met hun waarden in gewone woorden."""
    vragen = {v.veld: v for v in d.kennis.regels.vragen}
    gemeenten = sorted(g.naam for r in d.kennis.regios for g in r.gemeenten)
    velden = ("leeftijd", "gemeente", *WAARDEN, *LIJSTEN)
    return [_veld(v, vragen.get(v), gemeenten if v == "gemeente" else []) for v in velden]


def _veld(veld: str, regel: Vraagregel | None, namen: list[str]) -> Veld:
    waarden = (*WAARDEN.get(veld, ()), *LIJSTEN.get(veld, ()), *namen)
    woorden = regel.waarden if regel else {}
    label = regel.label if regel else veld.replace("_", " ")
    return Veld(
        veld=veld,
        label=label.removeprefix("de ").removeprefix("het "),
        soort=_soort(veld),
        keuzes=[Keuze(waarde=w, tekst=woorden.get(w, w)) for w in waarden],
    )


def _soort(veld: str) -> Veldsoort:
    if veld == "leeftijd":
        return "getal"
    if veld in LIJSTEN:
        return "lijst"
    return "keuze" if veld in WAARDEN else "tekst"
