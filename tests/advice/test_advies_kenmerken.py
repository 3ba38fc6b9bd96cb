"""Reading the facts: what is a clear error, and what is put right."""

from __future__ import annotations

from typing import Any

import pytest
from adviesgevallen import PEILDATUM, gevallen

from assistant.advice.kenmerken import KenmerkenTegenstrijdig, KenmerkOngeldig, begrijp
from assistant.advice.plaats import Gemeentelijst
from assistant.advice.service import Adviseur


@pytest.mark.parametrize("geval", gevallen("fouten.yml"))
def test_een_fout_noemt_veld_en_reden(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    soort = KenmerkenTegenstrijdig if geval.get("tegenstrijdig") else KenmerkOngeldig
    with pytest.raises(soort) as fout:
        adviseur.toets(geval["kenmerken"], PEILDATUM)
    assert fout.value.veld == geval["veld"]
    assert geval["reden"] in fout.value.reden


def test_een_onbekend_veld_in_twijfel_is_een_fout(adviseur: Adviseur) -> None:
    with pytest.raises(KenmerkOngeldig):
        adviseur.adviseer({}, twijfel=["schoenmaat"])


@pytest.mark.parametrize(
    ("geschreven", "naam", "regio"),
    [
        ("Nuenen, Gerwen en Nederwetten", "Nuenen", "zuidoost-brabant"),
        ("Nuenen", "Nuenen", "zuidoost-brabant"),
        ("Son & Breugel", "Son en Breugel", "zuidoost-brabant"),
        ("son en breugel", "Son en Breugel", "zuidoost-brabant"),
        ("Oost-Gelre", "Oost Gelre", "achterhoek"),
        ("OUDE IJSSELSTREEK", "Oude IJsselstreek", "achterhoek"),
        ("gemeente Assen", "Assen", "nmd"),
        ("aa en hunze", "Aa en Hunze", "nmd"),
        ("Roden", "Noordenveld", "nmd"),
        ("Berg en Dal", "Berg en Dal", "rijk-van-nijmegen"),
        ("Utrecht", "Utrecht", None),
    ],
)
def test_de_gemeente_wordt_genormaliseerd(
    gemeenten: Gemeentelijst, geschreven: str, naam: str, regio: str | None
) -> None:
    gelezen = begrijp({"gemeente": geschreven}, PEILDATUM, gemeenten)
    assert (gelezen.gemeente, gelezen.regio) == (naam, regio)
    assert gelezen.buiten_regio == (regio is None)


def test_alle_42_gemeenten_worden_herkend(gemeenten: Gemeentelijst) -> None:
    namen = [(regio, naam) for regio, lijst in gemeenten.per_regio.items() for naam in lijst]
    assert len(namen) == 42
    assert all(begrijp({"gemeente": n}, PEILDATUM, gemeenten).regio == regio for regio, n in namen)


def test_de_geboortedatum_geeft_de_leeftijd(gemeenten: Gemeentelijst) -> None:
    for geschreven in ("2006-10-01", "01-10-2006", "1/10/2006"):
        assert begrijp({"geboortedatum": geschreven}, PEILDATUM, gemeenten).leeftijd == 17


def test_onbekende_velden_verdwijnen(gemeenten: Gemeentelijst) -> None:
    gelezen = begrijp({"onderwijs": "onbekend", "leeftijd": None, "gaat_naar": "nee"}, PEILDATUM, gemeenten)
    assert gelezen.waarden == {"gaat_naar": "nee"}


def test_aandacht_is_een_open_lijst(gemeenten: Gemeentelijst) -> None:
    gelezen = begrijp({"aandacht": ["verzuim", "taalzwak", "verzuim"]}, PEILDATUM, gemeenten)
    assert gelezen.waarden["aandacht"] == ["verzuim", "taalzwak"]


def test_een_lijst_van_een_waarde_is_die_waarde(gemeenten: Gemeentelijst) -> None:
    assert begrijp({"onderwijs": ["pro"]}, PEILDATUM, gemeenten).waarden == {"onderwijs": "pro"}
