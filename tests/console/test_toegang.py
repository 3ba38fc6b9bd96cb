from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.accounts.models import Sessie
from assistant.accounts.service import Accounts
from assistant.web.console.pagina import MODULES
from knowledge.publish import Redactie

WACHTWOORD = "een heel lang wachtwoord"
WPDA = "contact-nmd-wpda"
#: What stands in an address, to try every route with.
INVULLING = {
    "soort": "contact", "sleutel": WPDA, "id_": "1", "rij": "0", "nummer": "0", "bundel": "x", "blad": "console",
    "daad": "aanbieden",
}  # fmt: skip
OPEN = {"/inloggen", "/welkom/{sleutel}", "/eenmalig", "/eenmalig/terug"}
IEDEREEN = {"", "/handleiding", "/handleiding/{blad}", "/uitloggen"}
BEHEER = {"/audit", "/accounts", "/accounts/{id_}", "/accounts/{id_}/{daad}"}
#: Forms about a record of Noord- en Midden-Drenthe: only for who keeps that region.
VAN_NMD = {
    "/kennis/item/{sleutel}/regionaal",
    "/kennis/{soort}/{sleutel}/concept", "/kennis/{soort}/{sleutel}/archiveren", "/contacten/{sleutel}/bevestigen",
    "/versies/{id_}", "/versies/{id_}/{daad}", "/versies/{id_}/rijen/nieuw", "/versies/{id_}/rijen/{rij}",
    "/versies/{id_}/testgevallen", "/versies/{id_}/testgevallen/{nummer}/verwijderen",
}  # fmt: skip
FORMULIER = {"item": "nmd-routes-overzicht", "regio": "nmd", "reden": "weg", "stand": "1"}

Als = Callable[[str], Any]


def routes() -> list[tuple[str, str]]:
    """Every page and form of the console, as method and path."""
    alle = [r for module in MODULES for r in module.router.routes if isinstance(r, APIRoute)]
    assert len(alle) > 35
    return sorted((m, r.path.removeprefix("/console")) for r in alle for m in r.methods)


#: Asked for as little as the page can do: who may is the question here, not how much.
KORT = {"/uitwisseling/export": "?regio=landelijk&vorm=yaml"}


def vraag(klant: TestClient, methode: str, pad: str, csrf: str) -> int:
    adres = f"/console{pad}{KORT.get(pad, '')}".format(**INVULLING)
    velden = {"csrf": csrf, **FORMULIER} if methode == "POST" else None
    return klant.request(methode, adres, data=velden, follow_redirects=False).status_code


def mag(naam: str, methode: str, pad: str) -> bool:
    """Who may do what, in words: this is the table that the console must keep."""
    if pad in IEDEREEN or naam == "baas":
        return True
    if naam in ("mia", "dee") or pad in BEHEER:
        return False
    return naam in ("an", "alle") or not (methode == "POST" and pad in VAN_NMD)


@pytest.fixture
def versie_van_nmd(engine: Engine) -> None:
    """Version 1 is one of a contact of Noord- en Midden-Drenthe."""
    id_ = Redactie(engine).versies("contact", WPDA)[0].id
    INVULLING["id_"] = str(id_)


@pytest.mark.parametrize("naam", ["mia", "dee", "an", "ax", "alle", "baas"])
def test_elke_rol_op_elke_pagina_en_elk_formulier(als: Als, naam: str, versie_van_nmd: None) -> None:
    klant = als(naam)
    alle = [(m, p) for m, p in routes() if p not in OPEN | {"/uitloggen"}]
    uit = {(m, p): vraag(klant, m, p, klant.csrf) for m, p in alle}
    assert {deel: status for deel, status in uit.items() if (status == 403) == mag(naam, *deel)} == {}
    assert not [deel for deel, status in uit.items() if status >= 500]


def test_zonder_sessie_is_er_alleen_de_inlogpagina(console: FastAPI) -> None:
    klant = TestClient(console)
    uit = {(m, p): vraag(klant, m, p, "") for m, p in routes() if p not in OPEN}
    assert set(uit.values()) == {401}


def test_elk_formulier_vraagt_het_merk_van_de_sessie(als: Als, versie_van_nmd: None) -> None:
    klant = als("baas")
    formulieren = [(m, p) for m, p in routes() if m == "POST" and p not in OPEN]
    assert {p: vraag(klant, m, p, "vreemd") for m, p in formulieren} == {p: 403 for _, p in formulieren}


def test_de_sessiekoek_is_onleesbaar_voor_scripts_en_blijft_op_deze_site(console: FastAPI) -> None:
    antwoord = TestClient(console).post(
        "/console/inloggen", data={"naam": "an", "wachtwoord": WACHTWOORD}, follow_redirects=False
    )
    koek = antwoord.headers["set-cookie"].lower()
    assert "httponly" in koek
    assert "samesite=strict" in koek


ELDERS = (
    "//elders.nl", "https://elders.nl", "/console//elders.nl", "/\\elders.nl", "/\t/elders.nl", "/inbed//elders.nl",
    "/inbed/../elders", "/demo@elders.nl", "/api/v1/gezondheid",
)  # fmt: skip
CHAT = ("/", "/demo", "/inbed/mijnschool")


@pytest.mark.parametrize("adres", CHAT)
def test_wie_uit_de_chat_kwam_gaat_er_na_inloggen_weer_heen(console: FastAPI, als: Als, adres: str) -> None:
    pagina = TestClient(console).get("/console/inloggen", params={"terug": adres}).text
    assert f'name="terug" value="{adres}"' in pagina
    assert "Terug naar de chat" in pagina
    velden = {"naam": "an", "wachtwoord": WACHTWOORD, "terug": adres}
    antwoord = TestClient(console).post("/console/inloggen", data=velden, follow_redirects=False)
    assert antwoord.headers["location"] == adres
    al_binnen = als("mia").get("/console/inloggen", params={"terug": adres}, follow_redirects=False)
    assert al_binnen.headers["location"] == adres


def test_wie_een_wachtwoord_koos_vindt_de_eigen_naam_ingevuld(console: FastAPI, engine: Engine) -> None:
    sleutel = Accounts(engine).maak("nieuw & wel", "mentor")
    wachtwoorden = {"wachtwoord": WACHTWOORD, "nogmaals": WACHTWOORD}
    assert 'value="nieuw &amp; wel"' in TestClient(console).post(f"/console/welkom/{sleutel}", data=wachtwoorden).text


@pytest.mark.parametrize("adres", ELDERS)
def test_inloggen_stuurt_niemand_naar_elders(console: FastAPI, adres: str) -> None:
    assert 'name="terug" value="/console"' in TestClient(console).get("/console/inloggen", params={"terug": adres}).text
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


def test_elke_lezing_van_zaken_en_vragen_staat_in_het_auditspoor(als: Als, engine: Engine) -> None:
    an = als("an")
    pad = an.stuur(f"/kennis/contact/{WPDA}/concept").url.path.removeprefix("/console")
    an.toon(f"{pad}/gevolgen")
    an.toon("/postvak")
    spoor = als("baas").toon("/audit").text
    assert f"gevolgen van contact {WPDA}" in spoor
    assert "vragen gelezen" in spoor


@pytest.mark.parametrize(
    ("pad", "status", "melding"),
    [
        ("/bestaat-niet", 404, "Deze pagina bestaat niet"),
        ("/versies/geen-getal", 422, "klopt niet"),
        ("/versies/999999", 404, "Er is geen versie"),
        ("/kennis/item/bestaat-niet", 404, "Er is geen item"),
        ("/kennis?pagina=x", 422, "klopt niet"),
        ("/nieuw/document", 404, "teksten, contacten en cijfers"),
        ("/handleiding/beheer", 404, "staat niet in de handleiding"),
        ("/voorstellen/x", 404, "bestaat niet"),
    ],
)
def test_een_adres_dat_niet_kan_is_een_nederlandse_pagina(als: Als, pad: str, status: int, melding: str) -> None:
    antwoord = als("an").toon(pad)
    assert antwoord.status_code == status
    assert "<h1>Dit kan niet</h1>" in antwoord.text
    assert melding in antwoord.text


def test_een_tekst_van_een_megabyte_wordt_geweigerd_voor_hij_is_gelezen(als: Als) -> None:
    antwoord = als("an").stuur("/nieuw/item", antwoord="x" * 1_000_000)
    assert antwoord.status_code == 413
    assert "Kort de tekst in" in antwoord.text


def test_een_knop_na_een_verlopen_sessie_doet_na_inloggen_alsnog_wat_zij_moest(als: Als, engine: Engine) -> None:
    klant = als("an")
    with Session(engine) as sessie, sessie.begin():
        sessie.execute(sa.delete(Sessie))
    klant.cookies.clear()
    pad = f"/console/kennis/contact/{WPDA}/concept"
    assert 'name="bewaard" value="{}"' in klant.post(pad, data={"csrf": klant.csrf}).text
    velden = {"naam": "an", "wachtwoord": WACHTWOORD, "terug": pad, "bewaard": "{}"}
    verder = klant.post("/console/inloggen", data=velden).text
    assert "Ga verder" in verder
    assert klant.post(pad, data={"csrf": re.findall('name="csrf" value="([^"]+)"', verder)[0]}).status_code == 200


def test_na_inloggen_staat_de_gezochte_lijst_er_weer(console: FastAPI) -> None:
    pagina = TestClient(console).get("/console/kennis?q=wpda&soort=contact").text
    assert 'name="terug" value="/console/kennis?q=wpda&amp;soort=contact"' in pagina


def test_een_lange_tekst_past_ook_in_de_inlogpagina(console: FastAPI) -> None:
    velden = {
        "naam": "an",
        "wachtwoord": WACHTWOORD,
        "terug": "/console",
        "bewaard": '{"antwoord": "%s"}' % ("x" * 500_000),
    }
    assert (
        "Uw tekst is bewaard"
        in TestClient(console, base_url="http://localhost").post("/console/inloggen", data=velden).text
    )


@pytest.mark.parametrize(("herkomst", "status"), [("same-origin", 409), ("cross-site", 403), ("", 403)])
def test_een_formulier_van_een_eerdere_sessie_houdt_de_tekst_alleen_op_de_eigen_pagina(
    als: Als, engine: Engine, herkomst: str, status: int
) -> None:
    klant = als("an")
    pad = klant.stuur(f"/kennis/contact/{WPDA}/concept").url.path
    velden = {"csrf": "van gisteren", "stand": "1", "telefoon": "0592 123 456"}
    antwoord = klant.post(pad, data=velden, headers={"sec-fetch-site": herkomst})
    assert antwoord.status_code == status
    assert ("0592 123 456" in antwoord.text) == (status == 409)
    assert not Redactie(engine).versies("contact", WPDA)[0].inhoud.get("telefoon")


def test_het_auditspoor_van_een_persoon(als: Als) -> None:
    als("an").stuur(f"/kennis/contact/{WPDA}/concept")
    als("bo").toon("/postvak")
    regels = als("baas").toon("/audit?wie=AN").text.split("<tbody>")[1]
    assert "concept geopend" in regels
    assert "<td>bo</td>" not in regels


@pytest.mark.parametrize(
    ("methode", "pad", "melding"), [("GET", "/uitloggen", "hoort bij een knop"), ("GET", "/x/y/z", "bestaat niet")]
)
def test_een_adres_zonder_pagina_zegt_wat_te_doen(als: Als, methode: str, pad: str, melding: str) -> None:
    assert melding in als("an").request(methode, f"/console{pad}").text
