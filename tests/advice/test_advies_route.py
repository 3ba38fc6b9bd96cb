"""The main route on cases that are data, with contact, question, assumptions and alternatives."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from adviesgevallen import PEILDATUM, gevallen

from assistant.advice.service import Advies, Adviseur


def contacttekst(advies: Advies) -> str:
    return "; ".join(f"{c.organisatie} {c.rol}" for c in advies.contact)


@pytest.mark.parametrize("geval", gevallen("routes.yml"))
def test_de_route_klopt(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    advies = adviseur.adviseer(geval["kenmerken"], twijfel=geval.get("twijfel", ()), peildatum=PEILDATUM)
    assert advies.route == geval["route"]
    assert geval.get("status", "") in advies.status
    assert geval.get("contact", "") in contacttekst(advies)
    assert "geen_contact" not in geval or geval["geen_contact"] not in contacttekst(advies)
    assert geval.get("toelichting", "") in advies.contact_toelichting
    assert geval.get("opmerking", "") in " ".join(advies.opmerkingen)
    if "ontbreekt" in geval:
        assert set(advies.ontbreekt) == set(geval["ontbreekt"])
    if "vraag" in geval:
        assert advies.volgende_vraag is not None and advies.volgende_vraag.veld == geval["vraag"]
    if "aanname" in geval:
        assert geval["aanname"] in {a.veld for a in advies.aannames}
    if "aanvullend" in geval:
        assert geval["aanvullend"] in {a.id for a in advies.aanvullend}


@pytest.mark.parametrize("geval", gevallen("routes.yml"))
def test_een_route_mist_niets_en_geen_route_zegt_waarom(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    advies = adviseur.adviseer(geval["kenmerken"], twijfel=geval.get("twijfel", ()), peildatum=PEILDATUM)
    if advies.route:
        assert advies.ontbreekt == [] and advies.rij is not None and advies.naam in advies.uitleg
        assert advies.bronnen
        assert advies.contact or advies.contact_toelichting
    else:
        assert advies.rij is None and advies.alternatieven == []
        assert bool(advies.ontbreekt) == (len(advies.mogelijk) > 1)


def test_de_beslissende_rij_toont_nummer_en_kenmerken(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer({"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}, peildatum=PEILDATUM)
    assert advies.rij is not None
    assert advies.rij.nummer == 6
    assert advies.rij.kenmerken == {"onderwijs": "pro", "gaat_naar": "arbeid"}


def test_een_aanname_wordt_getoond_en_is_geen_kenmerk(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer({"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}, peildatum=PEILDATUM)
    assert [a.veld for a in advies.aannames] == ["startkwalificatie"]
    assert "startkwalificatie" not in advies.kenmerken
    assert "Aangenomen" in advies.uitleg


def test_een_genoemd_kenmerk_is_geen_aanname(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid", "startkwalificatie": "nee"}
    advies = adviseur.adviseer(kenmerken, peildatum=PEILDATUM)
    assert advies.aannames == [] and "Aangenomen" not in advies.uitleg


def test_alternatieven_leiden_echt_naar_die_route(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid", "startkwalificatie": "nee"}
    alternatieven = adviseur.adviseer(kenmerken, peildatum=PEILDATUM).alternatieven
    assert {"dagbesteding", "entree-arbeid", "mbo2-arbeid", "regulier", "23-plus"} <= {a.route for a in alternatieven}
    for alternatief in alternatieven:
        for waarde in alternatief.waarden:
            anders = adviseur.adviseer({**kenmerken, alternatief.veld: waarde}, peildatum=PEILDATUM)
            assert anders.route == alternatief.route


def test_een_alternatief_zegt_welk_kenmerk_verandert(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer({"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}, peildatum=PEILDATUM)
    als = {(a.route, a.veld): a.als for a in advies.alternatieven}
    assert als["23-plus", "leeftijd"] == "de leeftijd is: 23 tot 27 jaar"
    assert als["entree-arbeid", "onderwijs"] == "het onderwijs is: entree (mbo-1)"


def test_mogelijke_waarden_van_de_lezer_vernauwen_een_kenmerk(adviseur: Adviseur) -> None:
    vmbo = {"onderwijs": ["vmbo-bb", "vmbo-kb", "vmbo-gl", "vmbo-tl"]}
    kenmerken = {"leeftijd": 17, "gaat_naar": "arbeid"}
    assert adviseur.adviseer(kenmerken, peildatum=PEILDATUM).route is None
    advies = adviseur.adviseer(kenmerken, mogelijk=vmbo, peildatum=PEILDATUM)
    assert advies.route == "aan-het-werk" and "onderwijs" not in advies.kenmerken


def test_een_genoemde_waarde_gaat_boven_mogelijke(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer(
        {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"},
        mogelijk={"onderwijs": ["havo", "vwo"]},
        peildatum=PEILDATUM,
    )
    assert advies.route == "pro-vso-arbeid"


def test_tegenspraak_vraagt_dat_kenmerk_met_reden(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer(
        {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}, twijfel=["startkwalificatie"], peildatum=PEILDATUM
    )
    assert advies.volgende_vraag is not None
    assert "tegenspreekt" in advies.volgende_vraag.reden
    assert "spreekt zichzelf tegen" in advies.uitleg


def test_voor_2020_is_er_geen_routetabel(adviseur: Adviseur) -> None:
    advies = adviseur.adviseer(
        {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}, peildatum=dt.date(2019, 5, 1)
    )
    assert advies.route is None and "routetabel" in advies.uitleg
