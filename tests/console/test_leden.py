"""The accounts page: only for the beheerder, and what she does there counts at once."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from assistant.accounts.service import Accounts

Als = Callable[[str], Any]
WACHTWOORD = "een heel lang wachtwoord"


def id_van(engine: Engine, naam: str) -> int:
    return next(a.id for a in Accounts(engine).alle() if a.naam == naam)


def link(pagina: str) -> str:
    return html.unescape(re.findall(r'value="(http[^"]+/console/welkom/[^"]+)"', pagina)[0])


def test_een_nieuw_account_krijgt_een_link_die_een_keer_te_zien_is_en_werkt(
    als: Als, console: FastAPI, engine: Engine
) -> None:
    baas = als("baas")
    pagina = baas.stuur("/accounts", naam="Cor@school.nl", rol="coordinator", regio="achterhoek")
    assert pagina.status_code == 201
    adres = link(pagina.text)
    assert "/console/welkom/" not in baas.toon(f"/accounts/{id_van(engine, 'cor@school.nl')}").text
    cor = TestClient(console, base_url="http://localhost")
    cor.post(adres, data={"wachtwoord": WACHTWOORD, "nogmaals": WACHTWOORD})
    binnen = cor.post("/console/inloggen", data={"naam": "cor@school.nl", "wachtwoord": WACHTWOORD})
    assert "cor@school.nl · coördinator · Achterhoek" in binnen.text
    assert cor.get(adres).status_code == 410


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"naam": "  "}, "Naam: geef een naam"),
        ({"naam": "x" * 81}, "Naam: geef een naam van 1 tot 80"),
        ({"naam": "twee\nregels"}, "op één regel"),
        ({"naam": "AN"}, "er is al een account met de naam an"),
        ({"rol": "koning"}, "Rol: koning is geen rol"),
        ({"rol": ""}, "Rol: leeg is geen rol"),
        ({"regio": "groningen"}, "Regio: groningen is geen regio"),
    ],
)
def test_een_account_dat_niet_kan_wordt_uitgelegd_en_niet_gemaakt(
    als: Als, engine: Engine, anders: dict[str, str], melding: str
) -> None:
    eerder = len(Accounts(engine).alle())
    pagina = als("baas").stuur("/accounts", **{"naam": "cor", "rol": "coordinator", "regio": "nmd", **anders})
    assert pagina.status_code == 422
    assert melding in html.unescape(pagina.text)
    assert len(Accounts(engine).alle()) == eerder


def test_een_naam_met_een_script_is_gewone_tekst(als: Als) -> None:
    baas = als("baas")
    baas.stuur("/accounts", naam="<script>alert(1)</script>", rol="mentor")
    assert "<script>alert" not in baas.toon("/accounts").text + baas.toon("/audit").text


def test_een_andere_rol_of_regio_geldt_bij_de_volgende_klik(als: Als, engine: Engine) -> None:
    baas, an, id_ = als("baas"), als("an"), id_van(engine, "an")
    nmd, achterhoek = ("/kennis/contact/contact-nmd-wpda/concept", "/kennis/contact/contact-achterhoek-rmc/concept")
    assert an.stuur(nmd).status_code == 200
    baas.stuur(f"/accounts/{id_}", rol="coordinator", regio="achterhoek")
    assert an.stuur(nmd).status_code == 403
    assert an.stuur(achterhoek).status_code != 403
    baas.stuur(f"/accounts/{id_}", rol="mentor")
    assert an.toon("/kennis").status_code == 403
    spoor = baas.toon("/audit").text
    assert "an: coordinator nmd → coordinator achterhoek" in spoor
    assert "an: coordinator achterhoek → mentor" in spoor


def test_sluiten_logt_meteen_uit_en_openen_laat_weer_binnen(als: Als, console: FastAPI, engine: Engine) -> None:
    baas, an, id_ = als("baas"), als("an"), id_van(engine, "an")
    baas.stuur(f"/accounts/{id_}/sluiten")
    assert an.toon("").status_code == 401
    velden = {"naam": "an", "wachtwoord": WACHTWOORD}
    assert TestClient(console).post("/console/inloggen", data=velden).status_code == 401
    assert "Gesloten" not in baas.stuur(f"/accounts/{id_}/openen").text
    assert TestClient(console).post("/console/inloggen", data=velden).status_code == 200


def test_een_nieuwe_link_maakt_de_vorige_onbruikbaar(als: Als, console: FastAPI, engine: Engine) -> None:
    baas, id_ = als("baas"), id_van(engine, "an")
    oud, nieuw = (link(baas.stuur(f"/accounts/{id_}/link").text) for _ in range(2))
    klant = TestClient(console, base_url="http://localhost")
    assert klant.get(oud).status_code == 410
    assert klant.get(nieuw).status_code == 200


@pytest.mark.parametrize(("pad", "velden"), [("", {"rol": "mentor"}), ("/sluiten", {})])
def test_een_beheerder_sluit_zich_niet_buiten(als: Als, engine: Engine, pad: str, velden: dict[str, str]) -> None:
    Accounts(engine).maak("nog een", "beheerder")
    baas = als("baas")
    antwoord = baas.stuur(f"/accounts/{id_van(engine, 'baas')}{pad}", **velden)
    assert antwoord.status_code == 422
    assert "zich niet buitensluit" in html.unescape(antwoord.text)
    assert baas.toon("/accounts").status_code == 200


@pytest.mark.parametrize(("pad", "melding"), [("/999", "bestaat niet"), ("/x", "klopt niet")])
def test_een_account_dat_er_niet_is_is_een_nederlandse_pagina(als: Als, pad: str, melding: str) -> None:
    antwoord = als("baas").toon(f"/accounts{pad}")
    assert antwoord.status_code in (404, 422)
    assert melding in antwoord.text


def test_de_lijst_toont_hoe_het_met_elk_account_staat(als: Als, engine: Engine) -> None:
    accounts, baas = Accounts(engine), als("baas")
    accounts.maak("cor", "decaan")
    accounts.zet_actief("dee", False)
    pagina = baas.toon("/accounts").text
    assert re.search(r">cor</a></td><td>decaan</td><td>alle regio’s</td>\s*<td>[^N]*Nog geen wachtwoord", pagina)
    assert re.search(r">dee</a>.*?Gesloten", pagina, re.S)
    assert re.search(r">baas</a>.*?\d\d-\d\d-\d{4} \d\d:\d\d", pagina, re.S)
