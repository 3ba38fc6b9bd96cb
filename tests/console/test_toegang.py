from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.accounts.models import Sessie
from assistant.postvak import Postvak
from knowledge.publish import Redactie

WACHTWOORD = "een heel lang wachtwoord"
WPDA = "contact-nmd-wpda"
LEZEN = [
    "", "/kennis", f"/kennis/contact/{WPDA}", "/nieuw/item", "/nieuw/contact", "/contacten", "/regels", "/postvak",
    "/handleiding", "/audit", "/versies/1", "/versies/1/gevolgen",
]  # fmt: skip
SCHRIJVEN = [
    (f"/kennis/contact/{WPDA}/concept", {}),
    (f"/kennis/contact/{WPDA}/archiveren", {"reden": "weg"}),
    (f"/contacten/{WPDA}/bevestigen", {}),
    ("/postvak/1/afwijzen", {"reden": "geen vraag"}),
]
ALLES = {"mia": {""}, "dee": {""}, "an": {*LEZEN} - {"/audit"}, "ax": {*LEZEN} - {"/audit"}, "baas": {*LEZEN}}
SCHRIJVERS = {"an": 4, "baas": 4, "ax": 1, "mia": 0, "dee": 0}

Als = Callable[[str], Any]


@pytest.mark.parametrize("naam", ALLES)
def test_elke_rol_op_elke_pagina(als: Als, naam: str) -> None:
    klant = als(naam)
    status = {pad: klant.toon(pad).status_code for pad in LEZEN}
    assert status == {pad: 200 if pad in ALLES[naam] else 403 for pad in LEZEN}


@pytest.mark.parametrize("naam", SCHRIJVERS)
def test_elke_rol_op_elk_formulier(als: Als, naam: str, engine: Engine) -> None:
    Postvak(engine).leg_in("wat is dit", None, "weet-niet")
    klant = als(naam)
    toegestaan = []
    for pad, velden in SCHRIJVEN:
        antwoord = klant.post(f"/console{pad}", data={"csrf": klant.csrf, **velden}, follow_redirects=False)
        assert antwoord.status_code in (303, 403, 409)
        toegestaan += [pad] if antwoord.status_code != 403 else []
    assert len(toegestaan) == SCHRIJVERS[naam]


@pytest.mark.parametrize("pad", LEZEN)
def test_zonder_sessie_is_er_alleen_de_inlogpagina(console: FastAPI, pad: str) -> None:
    antwoord = TestClient(console).get(f"/console{pad}")
    assert antwoord.status_code == 401
    assert "<h1>Inloggen</h1>" in antwoord.text


def test_een_formulier_zonder_of_met_een_vreemd_merk_wordt_geweigerd(als: Als, engine: Engine) -> None:
    klant = als("an")
    for merk in ("", "vreemd"):
        assert klant.post(f"/console/contacten/{WPDA}/bevestigen", data={"csrf": merk}).status_code == 403
    assert len(Redactie(engine).versies("contact", WPDA)) == 1


def test_de_sessiekoek_is_onleesbaar_voor_scripts_en_blijft_op_deze_site(console: FastAPI) -> None:
    antwoord = TestClient(console).post(
        "/console/inloggen", data={"naam": "an", "wachtwoord": WACHTWOORD}, follow_redirects=False
    )
    koek = antwoord.headers["set-cookie"].lower()
    assert "httponly" in koek
    assert "samesite=strict" in koek


@pytest.mark.parametrize("adres", ["//elders.nl", "https://elders.nl", "/console//elders.nl", "/\\elders.nl"])
def test_inloggen_stuurt_niemand_naar_elders(console: FastAPI, adres: str) -> None:
    velden = {"naam": "an", "wachtwoord": WACHTWOORD, "terug": adres}
    antwoord = TestClient(console).post("/console/inloggen", data=velden, follow_redirects=False)
    assert antwoord.headers["location"] == "/console"


def test_een_andere_site_kan_geen_browser_inloggen(console: FastAPI) -> None:
    velden = {"naam": "an", "wachtwoord": WACHTWOORD}
    kop = {"origin": "https://elders.nl"}
    assert TestClient(console).post("/console/inloggen", data=velden, headers=kop).status_code == 403


def test_een_verlopen_sessie_midden_in_een_bewerking_verliest_de_tekst_niet(als: Als, engine: Engine) -> None:
    klant = als("an")
    pad = klant.stuur(f"/kennis/contact/{WPDA}/concept").url.path
    with Session(engine) as sessie, sessie.begin():
        sessie.execute(sa.delete(Sessie))
    inlog = klant.post(pad, data={"csrf": klant.csrf, "stand": "1", "telefoon": "0592 123 456"})
    assert inlog.status_code == 401
    bewaard = re.findall(r'name="bewaard" value="([^"]+)"', inlog.text)[0].replace("&#34;", '"')
    velden = {"naam": "an", "wachtwoord": WACHTWOORD, "terug": pad, "bewaard": bewaard}
    verder = klant.post("/console/inloggen", data=velden).text
    csrf = re.findall('name="csrf" value="([^"]+)"', verder)[0]
    tekst = dict(re.findall(r'name="(\w+)" aria-hidden="true">\n([^<]*)<', verder))
    klant.post(pad, data={"csrf": csrf, **tekst})
    assert Redactie(engine).versies("contact", WPDA)[0].inhoud["telefoon"] == "0592 123 456"
