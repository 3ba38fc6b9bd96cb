"""The next question: what decides comes first, what cannot change anything is never asked."""

from __future__ import annotations

from typing import Any

import pytest
from adviesgevallen import PEILDATUM, gevallen

from assistant.advice.kenmerken import WAARDEN
from assistant.advice.service import Adviseur


@pytest.mark.parametrize("geval", gevallen("routes.yml"))
def test_een_vraag_gaat_over_wat_ontbreekt(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    advies = adviseur.adviseer(geval["kenmerken"], twijfel=geval.get("twijfel", ()), peildatum=PEILDATUM)
    vraag = advies.volgende_vraag
    if advies.ontbreekt:
        assert vraag is not None and vraag.veld in advies.ontbreekt
    elif vraag is not None and vraag.veld != "gemeente":
        assert vraag.veld in {veld for u in advies.jikp.uitkomsten for veld in u.ontbreekt}
    assert vraag is None or (vraag.tekst.endswith("?") and vraag.reden.startswith("nodig omdat"))


def test_de_vraag_noemt_de_routes_die_nog_kunnen(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 20, "onderwijs": "mbo-4", "inschrijving": "uitgeschreven", "startkwalificatie": "nee"}
    vraag = adviseur.adviseer(kenmerken, peildatum=PEILDATUM).volgende_vraag
    assert vraag is not None and "Terug naar school" in vraag.reden and "Aan het werk" in vraag.reden


def test_de_knoppen_zijn_waarden_die_nog_kunnen(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 17, "onderwijs": ["pro", "havo"], "gaat_naar": "arbeid", "startkwalificatie": "nee"}
    vraag = adviseur.adviseer(kenmerken, peildatum=PEILDATUM).volgende_vraag
    assert vraag is not None
    assert [k.waarde for k in vraag.knoppen] == ["pro", "havo", "onbekend"]


def test_na_de_route_komen_de_uitkomsten_en_dan_de_gemeente(adviseur: Adviseur) -> None:
    kenmerken: dict[str, Any] = {"leeftijd": 18, "onderwijs": "vso", "gaat_naar": "dagbesteding"}
    eerst = adviseur.adviseer(kenmerken, peildatum=PEILDATUM)
    daarna = adviseur.adviseer({**kenmerken, "uitstroomprofiel": "arbeid"}, peildatum=PEILDATUM)
    klaar = adviseur.adviseer({**kenmerken, "uitstroomprofiel": "arbeid", "gemeente": "Assen"}, peildatum=PEILDATUM)
    assert eerst.volgende_vraag is not None and eerst.volgende_vraag.veld == "uitstroomprofiel"
    assert daarna.volgende_vraag is not None and daarna.volgende_vraag.veld == "gemeente"
    assert klaar.volgende_vraag is None


def test_met_een_regio_wordt_de_gemeente_alleen_gevraagd_als_het_uitmaakt(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 18, "onderwijs": "pro", "gaat_naar": "arbeid"}
    drenthe = adviseur.adviseer(kenmerken, peildatum=PEILDATUM, regio="nmd")
    nijmegen = adviseur.adviseer(kenmerken, peildatum=PEILDATUM, regio="rijk-van-nijmegen")
    assert drenthe.volgende_vraag is not None and drenthe.volgende_vraag.veld == "gemeente"
    assert nijmegen.volgende_vraag is None


def test_vragen_houden_altijd_op(adviseur: Adviseur) -> None:
    kenmerken: dict[str, Any] = {}
    antwoord = {"leeftijd": 17, "gemeente": "Aalten", "problemen": ["gezondheid"], "geboortedatum": "2006-03-01"}
    for _ in range(15):
        vraag = adviseur.adviseer(kenmerken, peildatum=PEILDATUM).volgende_vraag
        if vraag is None:
            break
        assert vraag.veld not in kenmerken
        kenmerken[vraag.veld] = antwoord.get(vraag.veld) or WAARDEN[vraag.veld][0]
    assert vraag is None and len(kenmerken) <= 8


def test_wat_al_vergeefs_is_gevraagd_wordt_overgeslagen(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 20, "onderwijs": "mbo-4", "inschrijving": "uitgeschreven", "startkwalificatie": "nee"}
    eerst = adviseur.adviseer(kenmerken, peildatum=PEILDATUM, regio="nmd")
    daarna = adviseur.adviseer(kenmerken, overslaan=["perspectief"], peildatum=PEILDATUM, regio="nmd")
    assert eerst.volgende_vraag is not None and eerst.volgende_vraag.veld == "perspectief"
    assert daarna.volgende_vraag is not None and daarna.volgende_vraag.veld == "gaat_naar"
    assert daarna.ontbreekt == eerst.ontbreekt and daarna.route is None


def test_een_onbekende_gemeente_wordt_niet_nog_eens_gevraagd(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}
    assert adviseur.adviseer(kenmerken, overslaan=["gemeente"], peildatum=PEILDATUM).volgende_vraag is None
