"""The rules as tables, and a row as a form."""

from __future__ import annotations

from typing import Any

import yaml
from fastapi import APIRouter, Response

from assistant.diensten import diensten
from assistant.web.console.formulier import FormulierOnleesbaar
from assistant.web.console.keuring import bevindingen
from assistant.web.console.poort import Bezoeker, Redacteur, Velden, naar
from knowledge.kinds import als_yaml
from knowledge.publish import Bewerkingsconflict, RecordOnbekend
from knowledge.store import Kennisversie

router = APIRouter(prefix="/console", include_in_schema=False)
#: The part of a rule that holds its rows: a routing table has rows, a definition has criteria.
DELEN = {"rijen": "nummer", "criteria": "id"}


@router.get("/regels")
def overzicht(bezoeker: Redacteur) -> Response:
    """All rules, with what the check found."""
    kennis = diensten().kennis
    return bezoeker.toon(
        "regels.html", tabellen=kennis.regels.tabellen, definities=kennis.regels.definities,
        bevindingen=bevindingen(kennis), yaml=als_yaml,
    )  # fmt: skip


@router.get("/versies/{id_}/rijen")
def rijen(bezoeker: Redacteur, id_: int) -> Response:
    """The rows of a draft, with the findings over the rules as they would become."""
    return _pagina(bezoeker, bezoeker.redactie.versie(id_))


def _pagina(bezoeker: Bezoeker, versie: Kennisversie, status: int = 200, fout: str = "") -> Response:
    deel = _deel(versie)
    return bezoeker.toon(
        "rijen.html", status, versie=versie, deel=deel, sleutelveld=DELEN[deel], rijen=versie.inhoud[deel], yaml=als_yaml,
        fout=fout, bevindingen=[b for b in bevindingen(bezoeker.redactie.kennis([versie.id])) if b.ernst != "info"],
        tests=versie.inhoud.get("testgevallen", []), mag=bezoeker.persoon.mag_bewerken(versie.record.gebied),
    )  # fmt: skip


def _deel(versie: Kennisversie) -> str:
    deel = next((d for d in DELEN if d in versie.inhoud), None)
    if versie.record.soort != "regel" or deel is None:
        raise RecordOnbekend("Alleen een regel heeft rijen.")
    return deel


@router.post("/versies/{id_}/rijen/{rij}")
def bewaar(bezoeker: Redacteur, id_: int, rij: int, ingevuld: Velden) -> Response:
    """Saves one row: its words and its condition."""
    versie = bezoeker.redactie.versie(id_)
    bezoeker.eis_gebied(versie.record.gebied)
    deel = _deel(versie)
    try:
        reeks = [dict(r) for r in versie.inhoud[deel]]
        reeks[rij] |= {"tekst": ingevuld.get("tekst", ""), "als": _voorwaarde(ingevuld.get("als", ""))}
        inhoud: dict[str, Any] = {**versie.inhoud, deel: reeks}
        stand = int(ingevuld.get("stand", "0"))
        bezoeker.redactie.bewaar(id_, inhoud, stand, bezoeker.persoon.naam, ingevuld.get("reden", ""))
    except (ValueError, IndexError, Bewerkingsconflict) as fout:
        return _pagina(bezoeker, versie, 422, str(fout))
    bezoeker.noteer("rij bewaard", f"regel {versie.record.sleutel} rij {rij + 1}")
    return naar(f"/console/versies/{id_}/rijen")


def _voorwaarde(tekst: str) -> dict[str, Any]:
    try:
        gelezen = yaml.safe_load(tekst)
    except yaml.YAMLError as fout:
        raise FormulierOnleesbaar("De voorwaarde is geen geldige YAML. Herstel het inspringen of de haakjes.") from fout
    if not isinstance(gelezen, dict):
        raise FormulierOnleesbaar("De voorwaarde moet een kenmerk noemen, bijvoorbeeld: leeftijd: {tot: 23}")
    return gelezen
