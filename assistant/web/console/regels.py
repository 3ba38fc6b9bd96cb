"""The rules as tables that people read, and a row as a form."""

from __future__ import annotations

import json
from typing import Any, Final

import yaml
from fastapi import APIRouter, Response

from assistant.advice.service import Woorden
from assistant.diensten import diensten
from assistant.web.console.formulier import FormulierOnleesbaar
from assistant.web.console.keuring import bevindingen, regeltests
from assistant.web.console.poort import Bezoeker, Redacteur, Velden, naar
from assistant.web.console.voorwaarden import Taal, lees, takken, zin
from knowledge.kinds import als_yaml
from knowledge.publish import Bewerkingsconflict, RecordOnbekend
from knowledge.snapshot import Kennis
from knowledge.store import Kennisversie

router = APIRouter(prefix="/console", include_in_schema=False)
#: The part of a rule that holds its rows: a routing table has rows, a definition has criteria.
DELEN: Final = {"rijen": "nummer", "criteria": "id"}


@router.get("/regels")
def overzicht(bezoeker: Redacteur) -> Response:
    """All rules, with what the check found and how the rule tests stand."""
    kennis = diensten().kennis
    return bezoeker.toon(
        "regels.html", tabellen=kennis.regels.tabellen, definities=kennis.regels.definities,
        bevindingen=bevindingen(kennis), tests=regeltests(kennis), zin=lambda als, regel: zin(als, taal(kennis, regel)),
        kenmerken=Woorden(kennis.regels.vragen).kenmerken,
    )  # fmt: skip


def taal(kennis: Kennis, regel: Any = None) -> Taal:
    """The words in which a rule is shown; ``regel`` gives the words of its own criteria."""
    inhoud = regel if isinstance(regel, dict) else regel.model_dump() if regel is not None else {}
    criteria = {c["id"]: c["tekst"] for c in inhoud.get("criteria", [])}
    return Taal(Woorden(kennis.regels.vragen), {b.id: b for b in kennis.regels.begrippen}, criteria)


@router.get("/versies/{id_}/rijen")
def rijen(bezoeker: Redacteur, id_: int) -> Response:
    """The rows of a draft, with the findings over the rules as they would become."""
    return _pagina(bezoeker, bezoeker.redactie.versie(id_))


def _pagina(
    bezoeker: Bezoeker, versie: Kennisversie, status: int = 200, fout: str = "", ingevuld: dict[str, str] | None = None
) -> Response:
    deel, straks = _deel(versie), bezoeker.redactie.kennis([versie.id])
    woorden = taal(straks, versie.inhoud)
    return bezoeker.toon(
        "rijen.html", status, versie=versie, deel=deel, sleutelveld=DELEN[deel], rijen=versie.inhoud[deel], yaml=als_yaml,
        fout=fout, bevindingen=[b for b in bevindingen(straks) if b.ernst != "info"], regel=versie.inhoud["id"],
        tests=_tests(straks, versie), mag=bezoeker.persoon.mag_bewerken(versie.record.gebied), json=json.dumps,
        takken=lambda als: takken(als, woorden), zin=lambda als: zin(als, woorden), erbij=woorden.erbij(),
        routes=versie.inhoud.get("routes", []), uitkomsten=_uitkomsten(versie.inhoud), kenmerken=woorden.woorden.kenmerken, ingevuld=ingevuld or {},
    )  # fmt: skip


def _uitkomsten(inhoud: dict[str, Any]) -> list[str]:
    """What can come out of a rule."""
    routes = [r["id"] for r in inhoud.get("routes", [])]
    return [*(routes or ["ja", "nee"]), "onbekend"]


def _tests(straks: Kennis, versie: Kennisversie) -> list[tuple[dict[str, Any], Any]]:
    """The rule tests of this draft, each with what comes out of it now."""
    uitslag = {t.naam: t for t in regeltests(straks) if t.regel == versie.inhoud["id"]}
    return [(t, uitslag.get(t["naam"])) for t in versie.inhoud.get("testgevallen", [])]


def _deel(versie: Kennisversie) -> str:
    deel = next((d for d in DELEN if d in versie.inhoud), None)
    if versie.record.soort != "regel" or deel is None:
        raise RecordOnbekend("Alleen een regel heeft rijen.")
    return deel


@router.post("/versies/{id_}/rijen/nieuw")
def nieuwe_rij(bezoeker: Redacteur, id_: int, ingevuld: Velden) -> Response:
    """Adds a row at the end: a copy of the last, to be changed."""
    versie = _te_bewerken(bezoeker, id_)
    deel = _deel(versie)
    laatste = dict(versie.inhoud[deel][-1])
    if deel == "rijen":
        laatste["nummer"] = max(r["nummer"] for r in versie.inhoud[deel]) + 1
    else:
        laatste["id"] = f"criterium-{len(versie.inhoud[deel]) + 1}"
    return _bewaar(bezoeker, versie, {deel: [*versie.inhoud[deel], laatste]}, ingevuld, "rij toegevoegd")


@router.post("/versies/{id_}/rijen/{rij}")
def bewaar(bezoeker: Redacteur, id_: int, rij: int, ingevuld: Velden) -> Response:
    """Saves one row, moves it or takes it away."""
    versie = _te_bewerken(bezoeker, id_)
    deel = _deel(versie)
    try:
        reeks = [dict(r) for r in versie.inhoud[deel]]
        _wijzig(reeks, rij, ingevuld)
    except (ValueError, IndexError) as fout:
        return _pagina(bezoeker, versie, 422, str(fout), ingevuld)
    return _bewaar(bezoeker, versie, {deel: reeks}, ingevuld, f"rij {rij + 1} bewaard")


def _wijzig(reeks: list[dict[str, Any]], rij: int, ingevuld: dict[str, str]) -> None:
    """What a button of a row does."""
    daad = ingevuld.get("daad", "bewaar")
    if daad == "verwijder":
        del reeks[rij]
    elif daad in ("omhoog", "omlaag"):
        andere = max(0, min(len(reeks) - 1, rij + (-1 if daad == "omhoog" else 1)))
        reeks[rij], reeks[andere] = reeks[andere], reeks[rij]
    else:
        als = _als(reeks[rij]["als"], ingevuld)
        woorden: dict[str, Any] = {
            v: ingevuld[v].strip() for v in ("tekst", "route", "uitleg") if v in ingevuld and v in reeks[rij]
        }
        reeks[rij] |= {**woorden, "als": als}


def _als(als: dict[str, Any], ingevuld: dict[str, str]) -> dict[str, Any]:
    """The condition of a row: as YAML where somebody changed that, else from the inputs."""
    tekst = ingevuld.get("als", "").replace("\r\n", "\n").strip()
    return _voorwaarde(tekst) if tekst and tekst != als_yaml(als).strip() else lees(als, ingevuld)


def _voorwaarde(tekst: str) -> dict[str, Any]:
    try:
        gelezen = yaml.safe_load(tekst)
    except yaml.YAMLError as fout:
        raise FormulierOnleesbaar("De voorwaarde is geen geldige YAML. Herstel het inspringen of de haakjes.") from fout
    if not isinstance(gelezen, dict):
        raise FormulierOnleesbaar("De voorwaarde moet een kenmerk noemen, bijvoorbeeld: leeftijd: {tot: 23}")
    return gelezen


@router.post("/versies/{id_}/testgevallen")
def bewaar_test(bezoeker: Redacteur, id_: int, ingevuld: Velden) -> Response:
    """Keeps a counter-example as a rule test."""
    versie = _te_bewerken(bezoeker, id_)
    test = {
        "naam": ingevuld.get("naam", ""),
        "kenmerken": _kenmerken(ingevuld),
        "uitkomst": ingevuld.get("uitkomst", ""),
    }
    tests = [*versie.inhoud.get("testgevallen", []), test]
    return _bewaar(bezoeker, versie, {"testgevallen": tests}, ingevuld, "regeltest bewaard")


def _kenmerken(ingevuld: dict[str, str]) -> dict[str, Any]:
    try:
        gelezen = json.loads(ingevuld.get("kenmerken", ""))
    except ValueError as fout:
        raise FormulierOnleesbaar(
            "De kenmerken van deze regeltest zijn niet te lezen. Open de pagina opnieuw."
        ) from fout
    return dict(gelezen)


@router.post("/versies/{id_}/testgevallen/{nummer}/verwijderen")
def verwijder_test(bezoeker: Redacteur, id_: int, nummer: int, ingevuld: Velden) -> Response:
    """Takes a rule test away."""
    versie = _te_bewerken(bezoeker, id_)
    tests = [t for i, t in enumerate(versie.inhoud.get("testgevallen", [])) if i != nummer]
    return _bewaar(bezoeker, versie, {"testgevallen": tests}, ingevuld, "regeltest verwijderd")


def _te_bewerken(bezoeker: Bezoeker, id_: int) -> Kennisversie:
    versie = bezoeker.redactie.versie(id_)
    bezoeker.eis_gebied(versie.record.gebied)
    return versie


def _bewaar(
    bezoeker: Bezoeker, versie: Kennisversie, nieuw: dict[str, Any], ingevuld: dict[str, str], wat: str
) -> Response:
    """Saves the draft with another part, or shows why not, with what was filled in."""
    try:
        stand = int(ingevuld.get("stand", "0"))
        reden = ingevuld.get("reden", "")
        bezoeker.redactie.bewaar(versie.id, {**versie.inhoud, **nieuw}, stand, bezoeker.persoon.naam, reden)
    except Bewerkingsconflict as fout:
        melding = f"{fout.ander.auteur} heeft deze regel intussen ook bewerkt. Hieronder staat de nieuwste tekst; vul uw wijziging opnieuw in."
        return _pagina(bezoeker, bezoeker.redactie.versie(versie.id), 409, melding, ingevuld)
    except ValueError as fout:
        return _pagina(bezoeker, versie, 422, str(fout), ingevuld)
    bezoeker.noteer(wat, f"regel {versie.record.sleutel}")
    return naar(f"/console/versies/{versie.id}/rijen")
