"""The rules as tables that people read, and a row as a form."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

from fastapi import APIRouter, Response
from sqlalchemy.orm import Session

from assistant.advice.service import Woorden
from assistant.diensten import diensten
from assistant.web.console.formulier import FormulierOnleesbaar
from assistant.web.console.keuring import bevindingen, regeltests
from assistant.web.console.poort import Bezoeker, Redacteur, Velden, naar
from assistant.web.console.rijvorm import WOORDEN, eigen_zin, lees_als, rijvormen
from assistant.web.console.voorwaarden import Taal, zin
from knowledge.publish import Bewerkingsconflict, RecordOnbekend
from knowledge.rulemodel import Regelversie
from knowledge.snapshot import Kennis
from knowledge.store import Kennisversie, lees_stukken

router = APIRouter(prefix="/console", include_in_schema=False)
#: The part of a rule that holds its rows: a routing table has rows, a definition has criteria.
DELEN: Final = {"rijen": "nummer", "criteria": "id"}
R = TypeVar("R", bound=Regelversie)


@router.get("/regels")
def overzicht(bezoeker: Redacteur) -> Response:
    """All rules, with what the check found and how the rule tests stand."""
    kennis = diensten().kennis
    return bezoeker.toon(
        "regels.html", tabellen=_nog_te_gelden(kennis.regels.tabellen), sleutel=_sleutels(bezoeker),
        definities=_nog_te_gelden(kennis.regels.definities),
        bevindingen=bevindingen(kennis), tests=regeltests(kennis), zin=lambda als, regel: zin(als, taal(kennis, regel)),
        kenmerken=Woorden(kennis.regels.vragen).kenmerken,
    )  # fmt: skip


def _nog_te_gelden(regels: Iterable[R]) -> list[R]:
    """The versions in force and those to come; what is past stands with the record."""
    return [r for r in regels if r.geldig_tot is None or r.geldig_tot >= dt.date.today()]


def _sleutels(bezoeker: Bezoeker) -> Callable[[Regelversie], str]:
    """The record of a rule version: versions that came later from a record of their own have one of their own."""
    with Session(bezoeker.redactie.engine) as sessie:
        eigen = [(s.record, s.sleutel) for s in lees_stukken(sessie, dt.date.today(), soort="regel")]
    bekend = [(r, sleutel) for r, sleutel in eigen if isinstance(r, Regelversie)]

    def sleutel(regel: Regelversie) -> str:
        past = [(r.versie, s) for r, s in bekend if r.id == regel.id and r.versie <= regel.versie]
        return max(past, default=(1, f"{regel.id}.1"))[1]

    return sleutel


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
    deel, straks, eigen = _deel(versie), bezoeker.redactie.kennis([versie.id]), ingevuld or {}
    woorden = taal(straks, versie.inhoud)
    rijen = list(rijvormen(versie.inhoud[deel], DELEN[deel], woorden, eigen))
    return bezoeker.toon(
        "rijen.html", status, versie=versie, deel=deel, rijen=rijen, fout=fout, ingevuld=eigen,
        eigen_zin=eigen_zin(eigen, woorden) if "tekst" in eigen else "", ander=next((r for r in rijen if r.eigen), None),
        bevindingen=[b for b in bevindingen(straks) if b.ernst != "info"], regel=versie.inhoud["id"],
        tests=_tests(straks, versie), mag=bezoeker.persoon.mag_bewerken(versie.record.gebied), json=json.dumps,
        erbij=woorden.erbij(), routes=versie.inhoud.get("routes", []), routenaam=_routenamen(versie.inhoud),
        uitkomsten=_uitkomsten(versie.inhoud), kenmerken=woorden.woorden.kenmerken,
    )  # fmt: skip


def _routenamen(inhoud: dict[str, Any]) -> dict[str, str]:
    return {r["id"]: r["naam"] for r in inhoud.get("routes", [])}


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
        als = lees_als(reeks[rij]["als"], ingevuld)
        woorden: dict[str, Any] = {v: ingevuld[v].strip() for v in WOORDEN if v in ingevuld and v in reeks[rij]}
        reeks[rij] |= {**woorden, "als": als}


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
        melding = f"{fout.ander.auteur} heeft deze regel intussen ook bewerkt. Uw wijziging is nog niet bewaard en niet verloren."
        return _pagina(bezoeker, bezoeker.redactie.versie(versie.id), 409, melding, ingevuld)
    except ValueError as fout:
        return _pagina(bezoeker, versie, 422, str(fout), ingevuld)
    bezoeker.noteer(wat, f"regel {versie.record.sleutel}")
    return naar(f"/console/versies/{versie.id}/rijen")
