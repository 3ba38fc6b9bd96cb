"""What a message plainly is needs no guess, and no sentence vector; everything else does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from assistant.chat.components.afweging import onmiskenbaar
from assistant.chat.components.beurtzicht import Beurtzicht, Gesprekstand
from assistant.diensten import diensten
from knowledge import vectors

LEERLING = "jongen van 17 op het pro in Assen, wil na de zomer werken"


@pytest.mark.parametrize(
    ("bericht", "soort"),
    [
        (LEERLING, "beschrijving"),
        (f"{LEERLING}. wat nu?", "beschrijving"),
        ("Meisje, 16, vmbo kader, Winterswijk, gaat naar mbo 3. Wat ze daarna wil is nog niet bekend.", "beschrijving"),
        (f"{LEERLING}. wat is een plusvoorziening?", None),
        ("wat is een plusvoorziening", None),
        ("jongen van 17", None),
        ("hebben ze op het Graafschap College iets voor entreestudenten die liever werken", None),
    ],
)
def test_zonder_gesprek_is_alleen_een_volledige_beschrijving_zeker(bericht: str, soort: str | None) -> None:
    assert onmiskenbaar(Beurtzicht(bericht, Gesprekstand(regio="nmd"), diensten())) == soort


@pytest.mark.parametrize(
    ("bericht", "soort"), [("17", "feit"), ("is hij dan al 17?", None), ("in Assen", None), (LEERLING, "feit")]
)
def test_in_een_gesprek_is_het_antwoord_op_de_vraag_zeker(bericht: str, soort: str | None) -> None:
    stand = Gesprekstand(gevraagd="leeftijd", laatste="jongere", bezig=True, jongere={"onderwijs": "pro"}, regio="nmd")
    assert onmiskenbaar(Beurtzicht(bericht, stand, diensten())) == soort


def test_een_beschrijving_kost_geen_zinsvector(stuur: Callable[..., list[Any]]) -> None:
    diensten().ken_routes()  # a new application does this beside the first conversations
    gevraagd = vectors._belofte.cache_info
    voor = gevraagd().misses
    stuur("onmiskenbaar", "meisje van 18 op het vso in Roden, profiel dagbesteding, gaat daarheen", regio="nmd")
    assert gevraagd().misses == voor
    stuur("onmiskenbaar", "welke organisaties zijn er in Roden nog meer?", regio="nmd")
    assert gevraagd().misses > voor
