"""The whole path in a real browser, with a second process that sees the new text within five seconds."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook
from playwright.sync_api import Page
from sqlalchemy import Engine

from assistant.accounts.models import Gebruiker, Sessie
from assistant.settings import instellingen
from knowledge.publish import Redactie
from tests.console.conftest import WACHTWOORD
from tests.console.inlogdienst import vrije_poort
from tests.console.keuring import keur

WORTEL = Path(__file__).resolve().parents[2]
NUMMER = "0592 765 432"
START = (
    "import sys, uvicorn; from assistant.app import maak_app; "
    "uvicorn.run(maak_app(), port=int(sys.argv[1]), ws='none', log_level='error', access_log=False)"
)
BESCHRIJVING = "jongen van 17 op het pro in Assen, wil na de zomer aan het werk in de groenvoorziening"
Meld = Callable[[str, object], None]


@pytest.fixture(scope="module")
def servers(sjabloon: Path, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Two processes on one database."""
    map_ = tmp_path_factory.mktemp("servers")
    shutil.copy(sjabloon, map_ / "kennis.db")
    omgeving = {
        **os.environ,
        "ROUTEWIJZER_DATABASE_URL": f"sqlite:///{map_ / 'kennis.db'}",
        "ROUTEWIJZER_MODEL_MAP": str(instellingen().model_map),
    }
    poorten = [vrije_poort(), vrije_poort()]
    processen = [subprocess.Popen([sys.executable, "-c", START, str(p)], env=omgeving, cwd=WORTEL) for p in poorten]
    adressen = [f"http://127.0.0.1:{p}" for p in poorten]
    try:
        for adres in adressen:
            _wacht(f"{adres}/api/v1/gezondheid")
        yield adressen
    finally:
        for proces in processen:
            proces.terminate()
        for proces in processen:
            try:
                proces.wait(20)
            except subprocess.TimeoutExpired:
                proces.kill()


def _wacht(url: str) -> None:
    einde = time.monotonic() + 600
    while time.monotonic() < einde:
        try:
            urllib.request.urlopen(url, timeout=5)
            return
        except OSError:
            time.sleep(0.3)
    pytest.fail("De applicatie startte niet.")


@pytest.fixture
def basis(request: pytest.FixtureRequest) -> str:
    """Two whole processes where a test looks at the chat, else the console alone."""
    if "servers" in request.fixturenames:
        return str(request.getfixturevalue("servers")[0])
    return str(request.getfixturevalue("adres"))


def vraag(adres: str, pad: str, inhoud: dict[str, str]) -> Any:
    data = json.dumps(inhoud).encode()
    verzoek = urllib.request.Request(f"{adres}/api/v1{pad}", data, {"content-type": "application/json"})
    return json.load(urllib.request.urlopen(verzoek, timeout=60))


def advies(adres: str) -> str:
    """What the chat of a process answers to a described youth."""
    gesprek = vraag(adres, "/gesprekken", {"regio": "nmd"})["gesprek_id"]
    return json.dumps(vraag(adres, f"/gesprekken/{gesprek}/berichten", {"tekst": BESCHRIJVING}))


def bewerk(page: Page, pad: str) -> str:
    """Opens the draft of a record; returns its address."""
    page.goto(f"/console{pad}")
    page.get_by_role("button", name="Bewerk").click()
    page.get_by_role("button", name="Bewaar concept").wait_for()
    return page.url


def bied_aan_en_publiceer(an: Page, bo: Page, adres: str, vanaf: str = "") -> None:
    an.goto(adres)
    an.get_by_role("button", name="Bied aan ter beoordeling").click()
    assert an.get_by_role("button", name="Publiceer").is_disabled()
    bo.goto(adres)
    bo.get_by_label("Geldt vanaf").fill(vanaf)
    bo.get_by_role("button", name="Publiceer").click()
    bo.locator(".merkje.gepubliceerd").first.wait_for()


def tot(klaar: Callable[[], bool]) -> float:
    """How many seconds it takes until something is so; more than five is too late."""
    begin = nu = time.monotonic()
    while not klaar():
        assert nu - begin < 5, "na vijf seconden nog niet live in het andere proces"
        time.sleep(0.5)  # who asks all the time keeps the process from what it must load
        nu = time.monotonic()
    return round(nu - begin, 1)


def test_telefoonnummer_van_wpda_van_concept_tot_in_het_advies_van_een_ander_proces(
    scherm: Callable[..., Page], servers: list[str], record_property: Meld
) -> None:
    an, bo = scherm("an"), scherm("bo")
    begin = time.monotonic()
    an.goto("/console/contacten?regio=nmd")
    an.get_by_role("link", name="Werkplein Drentsche Aa (WPDA)").first.click()
    an.get_by_role("button", name="Bewerk").click()
    keur(an)
    an.get_by_label("Telefoonnummer").fill(NUMMER)
    an.locator("[data-voorbeeld]").get_by_text(NUMMER).wait_for()
    an.get_by_label("Waarom deze wijziging").fill("Gebeld met WPDA")
    an.get_by_role("button", name="Bewaar concept").click()
    an.get_by_role("link", name="Bekijk de gevolgen").click()
    assert NUMMER in an.content()
    keur(an)
    an.get_by_role("link", name="Terug naar de versie").click()
    assert NUMMER not in advies(servers[1])
    bied_aan_en_publiceer(an, bo, an.url)
    record_property("seconden van openen tot publiceren", round(time.monotonic() - begin, 1))
    record_property("seconden tot in het advies", tot(lambda: NUMMER in advies(servers[1])))
    keur(bo)


def test_een_tekst_van_concept_over_uitproberen_en_gevolgen_tot_in_de_chat(
    scherm: Callable[..., Page], servers: list[str], record_property: Meld
) -> None:
    an, bo = scherm("an"), scherm("bo")
    gesteld = "welke JIKP-routes zijn er in Noord- en Midden-Drenthe"
    begin = time.monotonic()
    adres = bewerk(an, "/kennis/item/nmd-routes-overzicht")
    an.get_by_label("Antwoord").fill("Er zijn vier **paarse** routes naar werk en school.")
    an.locator("[data-voorbeeld] strong", has_text="paarse").wait_for()
    an.get_by_role("button", name="Bewaar concept").click()
    an.get_by_label("Vraag zoals een mentor hem stelt").fill(gesteld)
    an.get_by_role("button", name="Vraag", exact=True).click()
    assert "paarse" in an.locator(".proef").inner_text()
    keur(an)
    bo.goto(f"{adres}/gevolgen")
    assert "Alle controles en regeltests slagen." in bo.content()
    bied_aan_en_publiceer(an, bo, adres)
    record_property("seconden van openen tot publiceren", round(time.monotonic() - begin, 1))

    def live() -> bool:
        gesprek = vraag(servers[1], "/gesprekken", {"regio": "nmd"})["gesprek_id"]
        return "paarse" in json.dumps(vraag(servers[1], f"/gesprekken/{gesprek}/berichten", {"tekst": gesteld}))

    record_property("seconden tot in de chat", tot(live))


def test_23_wordt_24_in_een_regel_toont_regeltests_en_zaken_en_kan_zo_niet_live(
    scherm: Callable[..., Page], record_property: Meld
) -> None:
    an, bo = scherm("an"), scherm("bo")
    begin = time.monotonic()
    adres = bewerk(an, "/kennis/regel/nmd-2017.1")
    an.get_by_role("link", name="Bewerk de rijen").click()
    rij = an.locator("form.vak", has_text="tot-23: jonger dan 23 jaar")
    rij.get_by_text("Bewerk rij").click()
    rij.get_by_label("jonger dan", exact=True).first.fill("24")
    rij.get_by_label("In woorden").fill("jonger dan 24 jaar")
    rij.get_by_role("button", name="Bewaar rij").click()
    assert "jonger dan 24 jaar" in an.locator("table").first.inner_text()
    keur(an)
    geopend = time.monotonic()
    an.get_by_role("link", name="Bekijk de gevolgen").click()
    an.get_by_role("heading", name="Jongeren").wait_for()
    record_property("seconden tot de gevolgen er staan", round(time.monotonic() - geopend, 1))
    record_property("seconden van openen tot gevolgen", round(time.monotonic() - begin, 1))
    tests = an.get_by_role("region", name="Regeltests die veranderen").inner_text()
    assert re.search(r"praktijkonderwijs van 23 hoort er niet meer bij.*nee\s+ja\s+klopt niet", tests, re.S)
    jongeren = an.get_by_role("region", name="Uitkomsten die veranderen").inner_text()
    assert re.search(r"Uitwerkingsnotitie 2017\)\s+nee\s+ja\s+\d+\s+Zaken: NMD-\d{4}", jongeren)
    assert "Voorbeelden: " in jongeren
    keur(an)
    an.goto(adres)
    an.get_by_role("button", name="Bied aan ter beoordeling").click()
    bo.goto(adres)
    bo.get_by_role("button", name="Publiceer").click()
    assert "praktijkonderwijs van 23" in bo.locator("main").inner_text()
    keur(bo)
    bo.goto(adres)
    bo.get_by_role("button", name="Trek in").click()


def test_wie_dezelfde_rij_bewerkt_als_een_ander_verliest_geen_vinkje_en_geen_leeftijd(
    scherm: Callable[..., Page],
) -> None:
    an, bo = scherm("an"), scherm("bo")
    adres = f"{bewerk(an, '/kennis/regel/nmd-2017.1')}/rijen"
    an.goto(adres)
    bo.goto(adres)
    rijen = [p.locator("form.vak", has_text="thuiszitter: thuiszitter om") for p in (an, bo)]
    for rij, leeftijd in zip(rijen, ("19", "20"), strict=True):
        rij.get_by_text("Bewerk rij").click()
        rij.get_by_label("jonger dan", exact=True).first.fill(leeftijd)
    rijen[1].get_by_label("vrijgesteld", exact=False).first.check()
    rijen[1].get_by_label("In woorden").fill("thuiszitter volgens Bo")
    for rij in rijen:
        rij.get_by_role("button", name="Bewaar rij").click()
    assert "Uw wijziging is nog niet bewaard en niet verloren" in bo.content()
    keur(bo)
    eigen = bo.locator("form.vak", has_text="Hieronder staat wat u invulde")
    assert eigen.get_by_label("jonger dan", exact=True).first.input_value() == "20"
    assert eigen.get_by_label("vrijgesteld", exact=False).first.is_checked()
    eigen.get_by_role("button", name="Bewaar rij").click()
    assert "jonger dan 20 jaar" in bo.get_by_role("region", name="Rijen").inner_text()
    bo.goto(adres.removesuffix("/rijen"))
    bo.get_by_role("button", name="Trek in").click()


def test_een_sessie_die_afloopt_onder_het_typen_houdt_de_tekst(scherm: Callable[..., Page], database: Engine) -> None:
    page = scherm("alle")
    bewerk(page, "/kennis/contact/contact-nmd-wpda")
    page.get_by_label("Telefoonnummer").fill(NUMMER)
    with database.begin() as verbinding:
        alle = sa.select(Gebruiker.id).filter_by(naam="alle").scalar_subquery()
        verbinding.execute(sa.delete(Sessie).where(Sessie.gebruiker_id == alle))
    page.get_by_role("button", name="Bewaar concept").click()
    assert "Wat u typte is bewaard" in page.content()
    keur(page)
    page.get_by_label("Naam").fill("alle")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Log in").click()
    assert NUMMER in page.locator("dl").inner_text()
    keur(page)
    page.get_by_role("button", name="Ga verder").click()
    assert page.get_by_label("Telefoonnummer").input_value() == NUMMER
    assert Redactie(database).versies("contact", "contact-nmd-wpda")[0].inhoud["telefoon"] == NUMMER


def test_de_beheerder_maakt_een_account_en_sluit_het_weer(scherm: Callable[..., Page], basis: str) -> None:
    baas, nieuw = scherm("baas"), scherm("dee")
    nieuw.context.clear_cookies()
    baas.get_by_role("link", name="Accounts").click()
    baas.get_by_label("Naam").fill("cor")
    baas.get_by_label("Rol").select_option("coördinator")
    baas.get_by_label("Regio").select_option("Achterhoek")
    baas.get_by_role("button", name="Maak het account").click()
    keur(baas)
    nieuw.goto(baas.get_by_label("Link om een wachtwoord te kiezen").input_value())
    nieuw.get_by_label("Wachtwoord").fill(WACHTWOORD)
    nieuw.get_by_label("Nog een keer").fill(WACHTWOORD)
    nieuw.get_by_role("button", name="Bewaar").click()
    nieuw.get_by_label("Naam").fill("cor")
    nieuw.get_by_label("Wachtwoord").fill(WACHTWOORD)
    nieuw.get_by_role("button", name="Log in").click()
    assert "cor · coördinator · Achterhoek" in nieuw.locator("header").inner_text()
    baas.get_by_role("button", name="Sluit het account").click()
    assert "Gesloten" in baas.locator(".onder-kop").inner_text()
    keur(baas)
    nieuw.reload()
    nieuw.get_by_role("heading", name="Inloggen").wait_for()


def test_bij_een_conflict_ziet_men_beide_teksten_en_kiest(scherm: Callable[..., Page]) -> None:
    an, bo = scherm("an"), scherm("bo")
    adres = bewerk(an, "/kennis/contact/contact-nmd-rmc")
    bo.goto(adres)
    for wie, page in (("An", an), ("Bo", bo)):
        page.get_by_label("Rol", exact=True).fill(f"rol volgens {wie}")
        page.get_by_role("button", name="Bewaar concept").click()
    bo.get_by_role("heading", name="Iemand anders bewerkte dit ook").wait_for()
    assert "rol volgens An" in bo.content() and "rol volgens Bo" in bo.content()
    keur(bo)
    bo.get_by_role("button", name="Bewaar mijn tekst").click()
    assert bo.get_by_label("Rol", exact=True).input_value() == "rol volgens Bo"


def test_plannen_intrekken_en_terugzetten(scherm: Callable[..., Page]) -> None:
    an, bo = scherm("an"), scherm("bo")
    record = "/kennis/contact/contact-nmd-isd-noordenkwartier"
    adres = bewerk(an, record)
    an.get_by_label("Telefoonnummer").fill("0592 111 222")
    an.get_by_role("button", name="Bewaar concept").click()
    straks = (dt.date.today() + dt.timedelta(days=30)).isoformat()
    bied_aan_en_publiceer(an, bo, adres, straks)
    bo.goto("/console")
    assert "ISD Noordenkwartier" in bo.locator("section", has_text="Gepland").first.inner_text()
    bo.goto(adres)
    bo.get_by_role("button", name="Trek in").click()
    bo.goto(f"/console{record}")
    keur(bo)
    bo.get_by_role("button", name="Zet versie 2 terug").click()
    assert bo.get_by_label("Telefoonnummer").input_value() == "0592 111 222"


def test_een_fout_werkboek_geeft_een_rapport_met_rij_en_kolom(scherm: Callable[..., Page], tmp_path: Path) -> None:
    an = scherm("an")
    an.goto("/console/uitwisseling")
    with an.expect_download() as download:
        an.get_by_role("button", name="Exporteer").click()
    download.value.save_as(tmp_path / "nmd.xlsx")
    werk = load_workbook(tmp_path / "nmd.xlsx")
    werk["contact"].cell(3, 2).value = "groningen"
    werk.save(tmp_path / "nmd.xlsx")
    an.get_by_label("Werkboek").set_input_files(tmp_path / "nmd.xlsx")
    an.get_by_role("button", name="Controleer en stel voor").click()
    rapport = an.get_by_role("region", name="Controlerapport").inner_text()
    assert "regio" in rapport and "3" in rapport
    keur(an)
