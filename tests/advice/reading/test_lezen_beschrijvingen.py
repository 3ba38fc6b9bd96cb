"""Descriptions in many styles are read as the facts that they state."""

from typing import Any

import pytest
from leesgevallen import Lees, gevallen, verschillen

MINSTENS_ACHTERGEHOUDEN = 0.85


@pytest.mark.parametrize("geval", gevallen("beschrijvingen"), ids=lambda g: g["tekst"][:60])
def test_beschrijving_wordt_goed_gelezen(lees: Lees, geval: dict[str, Any]) -> None:
    assert verschillen(lees(geval["tekst"]).kenmerken, geval["feiten"]) == {}


@pytest.mark.parametrize("geval", gevallen("stemmen"), ids=lambda g: g["tekst"][:60])
def test_wie_het_zegt_en_hoe_zeker_telt_mee(lees: Lees, geval: dict[str, Any]) -> None:
    assert verschillen(lees(geval["tekst"]).kenmerken, geval["feiten"]) == {}


@pytest.mark.parametrize("geval", gevallen("doelen"), ids=lambda g: g["tekst"][:60])
def test_waar_de_jongere_heen_gaat_en_wil(lees: Lees, geval: dict[str, Any]) -> None:
    assert verschillen(lees(geval["tekst"]).kenmerken, geval["feiten"]) == {}


def test_achtergehouden_beschrijvingen_halen_de_norm(lees: Lees) -> None:
    reeks = gevallen("achtergehouden")
    goed = sum(not verschillen(lees(g["tekst"]).kenmerken, g["feiten"]) for g in reeks)
    assert goed / len(reeks) >= MINSTENS_ACHTERGEHOUDEN


@pytest.mark.parametrize("geval", gevallen("gesprekken"), ids=lambda g: f"{g.get('gevraagd')}: {g['zeg']}")
def test_beurt_in_gesprek_wordt_goed_gelezen(lees: Lees, geval: dict[str, Any]) -> None:
    lezing = lees(geval["zeg"], gevraagd=geval.get("gevraagd"), bekend=geval.get("bekend"))
    assert verschillen(lezing.kenmerken, geval["feiten"]) == {}
    assert lezing.onbekend == frozenset(geval.get("onbekend", ()))
    assert lezing.gewist == frozenset(geval.get("gewist", ()))
