"""The whole path in a real browser, with a second process that sees the new text within five seconds."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.settings import Instellingen, instellingen
from assistant.web.console import pagina
from tests.console.inlogdienst import draai, vrije_poort

WORTEL = Path(__file__).resolve().parents[2]
NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WACHTWOORD, NUMMER = "een heel lang wachtwoord", "0592 765 432"
START = (
    "import sys, uvicorn; from assistant.app import maak_app; "
    "uvicorn.run(maak_app(), port=int(sys.argv[1]), ws='none', log_level='error', access_log=False)"
)
PAGINAS = [
    "", "/kennis", "/kennis?soort=cijfer", "/kennis/contact/contact-nmd-wpda", "/kennis/item/nmd-routes-overzicht",
    "/kennis/regel/hoofdroute.1", "/nieuw/item", "/nieuw/contact", "/contacten", "/regels", "/postvak", "/uitwisseling",
    "/audit", "/handleiding", "/handleiding/console-regels", "/bestaat-niet",
]  # fmt: skip
BESCHRIJVING = "jongen van 17 op het pro in Assen, wil na de zomer aan het werk in de groenvoorziening"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    pad = next((p for n in NAMEN if (p := shutil.which(n))), None)
    if pad is None:
        warnings.warn("GEEN BROWSER: de tests van de console in een browser zijn NIET gedraaid.", stacklevel=1)
        pytest.skip("geen browser")
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=pad, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


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
            proces.wait(20)


def _wacht(url: str) -> None:
    einde = time.monotonic() + 600
    while time.monotonic() < einde:
        try:
            urllib.request.urlopen(url, timeout=5)
            return
        except OSError:
            time.sleep(0.3)
    pytest.fail("De applicatie startte niet.")


@pytest.fixture(scope="module")
def adres(sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The console alone, for what needs no chat."""
    pad = tmp_path_factory.mktemp("alleen") / "kennis.db"
    shutil.copy(sjabloon, pad)
    app, poort = FastAPI(), vrije_poort()
    app.state.instellingen = Instellingen(database_url=f"sqlite:///{pad}")
    pagina.voeg_toe(app)
    server = draai(app, poort)
    yield f"http://127.0.0.1:{poort}"
    server.should_exit = True


@pytest.fixture
def basis(request: pytest.FixtureRequest) -> str:
    """Two whole processes where a test looks at the chat, else the console alone."""
    if "servers" in request.fixturenames:
        return str(request.getfixturevalue("servers")[0])
    return str(request.getfixturevalue("adres"))


@pytest.fixture
def als(browser: Browser, basis: str) -> Iterator[Callable[..., Page]]:
    """Somebody who is signed in, in a browser of her own."""
    open_ = []

    def log_in(naam: str, scripts: bool = True) -> Page:
        context = browser.new_context(locale="nl-NL", java_script_enabled=scripts, base_url=basis)
        context.add_init_script(
            "window.__csp = []; addEventListener('securitypolicyviolation', e => __csp.push(e.violatedDirective))"
        )
        context.set_default_timeout(60_000)
        open_.append(context)
        page = context.new_page()
        page.goto("/console")
        page.get_by_label("Naam").fill(naam)
        page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("heading", name="Overzicht").wait_for()
        return page

    yield log_in
    for context in open_:
        context.close()


def keur(page: Page) -> None:
    """No finding of axe, nothing that the security policy stopped, and one main heading."""
    uitslag = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert [(page.url, v["id"], [n["html"][:120] for n in v["nodes"]]) for v in uitslag.response["violations"]] == []
    assert page.evaluate("window.__csp") == []
    assert page.locator("h1").count() == 1


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


def test_telefoonnummer_van_wpda_van_concept_tot_in_het_advies_van_een_ander_proces(
    als: Callable[..., Page], servers: list[str], record_property: Callable[[str, object], None]
) -> None:
    an, bo = als("an"), als("bo")
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
    begin = gevraagd = time.monotonic()
    while NUMMER not in advies(servers[1]):
        assert gevraagd - begin < 5, "na vijf seconden nog niet in het advies van het andere proces"
        gevraagd = time.monotonic()
    record_property("seconden tot in het advies", round(gevraagd - begin, 1))
    keur(bo)


def test_een_tekst_van_concept_over_uitproberen_tot_in_de_chat(als: Callable[..., Page], servers: list[str]) -> None:
    an, bo = als("an"), als("bo")
    adres = bewerk(an, "/kennis/item/nmd-routes-overzicht")
    an.get_by_label("Antwoord").fill("Er zijn vier **paarse** routes naar werk en school.")
    an.locator("[data-voorbeeld] strong", has_text="paarse").wait_for()
    an.get_by_role("button", name="Bewaar concept").click()
    an.get_by_label("Vraag zoals een mentor hem stelt").fill("welke JIKP-routes zijn er in Noord- en Midden-Drenthe")
    an.get_by_role("button", name="Vraag", exact=True).click()
    assert "paarse" in an.locator(".proef").inner_text()
    keur(an)
    bied_aan_en_publiceer(an, bo, adres)
    gesprek = vraag(servers[1], "/gesprekken", {"regio": "nmd"})["gesprek_id"]
    einde = time.monotonic() + 5
    tekst = {"tekst": "welke JIKP-routes zijn er in Noord- en Midden-Drenthe"}
    while "paarse" not in json.dumps(vraag(servers[1], f"/gesprekken/{gesprek}/berichten", tekst)):
        assert time.monotonic() < einde


def test_bij_een_conflict_ziet_men_beide_teksten_en_kiest(als: Callable[..., Page]) -> None:
    an, bo = als("an"), als("bo")
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


def test_plannen_intrekken_en_terugzetten(als: Callable[..., Page]) -> None:
    an, bo = als("an"), als("bo")
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


def test_een_regel_wordt_met_invoervelden_gewijzigd_en_toont_zijn_gevolgen(als: Callable[..., Page]) -> None:
    an = als("an")
    bewerk(an, "/kennis/regel/nmd-2017.1")
    an.get_by_role("link", name="Bewerk de rijen").click()
    rij = an.locator("form.vak", has_text="tot-23: jonger dan 23 jaar")
    rij.get_by_text("Bewerk rij").click()
    rij.get_by_label("jonger dan", exact=True).first.fill("24")
    rij.get_by_label("In woorden").fill("jonger dan 24 jaar")
    rij.get_by_role("button", name="Bewaar rij").click()
    assert "jonger dan 24 jaar" in an.locator("table").first.inner_text()
    keur(an)
    an.get_by_role("link", name="Bekijk de gevolgen").click()
    assert "JIKP nmd-2017" in an.content()
    keur(an)


def test_een_fout_werkboek_geeft_een_rapport_met_rij_en_kolom(als: Callable[..., Page], tmp_path: Path) -> None:
    an = als("an")
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


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_is_toegankelijk(als: Callable[..., Page], pad: str) -> None:
    page = als("baas")
    page.goto(f"/console{pad}")
    keur(page)


def test_elke_pagina_is_te_lezen_zonder_scripts(als: Callable[..., Page]) -> None:
    page = als("baas", scripts=False)
    for pad in PAGINAS:
        page.goto(f"/console{pad}")
        assert page.locator("h1").inner_text().strip()
        assert page.get_by_role("link", name="Hulp bij deze pagina").is_visible()


def test_inloggen_en_een_contact_openen_kan_met_alleen_het_toetsenbord(als: Callable[..., Page]) -> None:
    page = als("an")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.goto("/console/contacten?regio=nmd")
    page.get_by_role("link", name="Werkplein Drentsche Aa (WPDA)").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Bewerk").wait_for()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Bewerk":
            break
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Bewaar concept").wait_for()
