"""Receipts: no personal data, the same number for the same case, and run again with the same result."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from adviesgevallen import PEILDATUM, gevallen, maak_adviseur

from assistant.advice.service import Advies, Adviseur, BewijsNietHerhaalbaar, Toets
from knowledge.rulemodel import Regelset

KENMERKEN = {"geboortedatum": "2006-05-03", "gemeente": "Assen", "onderwijs": "pro", "gaat_naar": "arbeid"}


def zonder_geboortedatum(uitkomst: Toets | Advies) -> dict[str, Any]:
    data = uitkomst.model_dump(mode="json")
    for deel in (data, data.get("jikp", {})):
        deel.get("kenmerken", {}).pop("geboortedatum", None)
    return data


def test_een_bewijs_bevat_geen_geboortedatum(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer(KENMERKEN, peildatum=PEILDATUM)
    tekst = json.dumps(advies.bewijsstuk) + adviseur.dossiertekst(advies)
    assert "2006" not in tekst and "geboortedatum" not in tekst
    assert advies.bewijsstuk["kenmerken"]["leeftijd"] == 17


def test_dezelfde_zaak_heeft_hetzelfde_nummer(adviseur: Adviseur) -> None:
    een = adviseur.toets(KENMERKEN, PEILDATUM)
    twee = adviseur.toets({"leeftijd": 17, **KENMERKEN}, PEILDATUM)
    anders = adviseur.toets({**KENMERKEN, "gaat_naar": "mbo-2"}, PEILDATUM)
    assert een.bewijs_id == twee.bewijs_id != anders.bewijs_id
    assert een.bewijs_id.startswith("rw-")


@pytest.mark.parametrize("geval", gevallen("routes.yml"))
def test_een_advies_is_te_herhalen(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    advies = adviseur.adviseer(geval["kenmerken"], twijfel=geval.get("twijfel", ()), peildatum=PEILDATUM)
    opnieuw = adviseur.herhaal(json.dumps(advies.bewijsstuk))
    assert zonder_geboortedatum(opnieuw) == zonder_geboortedatum(advies)


@pytest.mark.parametrize("geval", gevallen("toetsen.yml"))
def test_een_toets_is_te_herhalen(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    toets = adviseur.toets(geval["kenmerken"], geval.get("peildatum", PEILDATUM))
    opnieuw = adviseur.herhaal(toets.bewijsstuk)
    assert zonder_geboortedatum(opnieuw) == zonder_geboortedatum(toets)


def test_een_bewijs_houdt_zijn_regelversie(regels: Regelset) -> None:
    oud = next(d for d in regels.definities if d.id == "zob-2020")
    rest = tuple(d for d in regels.definities if d.id != "zob-2020")
    kenmerken = {"leeftijd": 17, "gemeente": "Helmond", "onderwijs": "vmbo-lwt"}
    toen = maak_adviseur(regels).toets(kenmerken, dt.date(2025, 3, 1))
    ruimer = [c.model_copy(update={"als": {}}) if c.id == "onderwijs" else c for c in oud.criteria]
    nieuw = oud.model_copy(update={"versie": 2, "geldig_van": dt.date(2025, 1, 1), "criteria": tuple(ruimer)})
    beeindigd = oud.model_copy(update={"geldig_tot": dt.date(2024, 12, 31)})
    later = maak_adviseur(regels.model_copy(update={"definities": (*rest, beeindigd, nieuw)}))
    opnieuw = later.herhaal(toen.bewijsstuk)
    nu = later.toets(kenmerken, dt.date(2025, 3, 1))
    assert [u.uitkomst for u in toen.uitkomsten] == [u.uitkomst for u in opnieuw.uitkomsten]  # type: ignore[union-attr]
    assert nu.uitkomsten[1].uitkomst == "ja" != toen.uitkomsten[1].uitkomst


def test_een_gewijzigde_regel_maakt_herhalen_onmogelijk(adviseur: Adviseur, regels: Regelset) -> None:
    bewijs = adviseur.toets(KENMERKEN, PEILDATUM).bewijsstuk
    anders = [d.model_copy(update={"titel": "Anders"}) if d.id == "ocw-2020" else d for d in regels.definities]
    with pytest.raises(BewijsNietHerhaalbaar, match="ocw-2020 versie 1"):
        maak_adviseur(regels.model_copy(update={"definities": tuple(anders)})).herhaal(bewijs)


@pytest.mark.parametrize("bewijs", ["geen json", "{}", "[]", '{"vorm": 9, "soort": "toets"}'])
def test_wat_geen_bewijs_is_wordt_geweigerd(adviseur: Adviseur, bewijs: str) -> None:
    with pytest.raises(BewijsNietHerhaalbaar):
        adviseur.herhaal(bewijs)
