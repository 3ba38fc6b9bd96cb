"""The whole path in a real browser, with a second process that sees the new text within five seconds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from assistant.settings import instellingen

WORTEL = Path(__file__).resolve().parents[2]
NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WACHTWOORD, NUMMER = "een heel lang wachtwoord", "0592 765 432"
START = (
    "import sys, uvicorn; from assistant.app import maak_app; "
    "uvicorn.run(maak_app(), port=int(sys.argv[1]), ws='none', log_level='error', access_log=False)"
)
PAGINAS = [
    "", "/kennis", "/kennis/contact/contact-nmd-wpda", "/kennis/item/nmd-routes-overzicht", "/nieuw/item", "/contacten",
    "/regels", "/postvak", "/handleiding",
]  # fmt: skip


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
    from tests.web.conftest import vrije_poort

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
    einde = time.monotonic() + 240
    while time.monotonic() < einde:
        try:
            urllib.request.urlopen(url, timeout=5)
            return
        except OSError:
            time.sleep(0.3)
    pytest.fail("De applicatie startte niet.")


@pytest.fixture
def als(browser: Browser, servers: list[str]) -> Iterator[Callable[[str], Page]]:
    """Somebody who is signed in, in a browser of her own."""
    open_ = []

    def log_in(naam: str) -> Page:
        context = browser.new_context(locale="nl-NL")
        context.add_init_script(
            "window.__csp = []; addEventListener('securitypolicyviolation', e => __csp.push(e.violatedDirective))"
        )
        context.set_default_timeout(30_000)
        open_.append(context)
        page = context.new_page()
        page.goto(f"{servers[0]}/console")
        page.get_by_label("Naam").fill(naam)
        page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("heading", name="Overzicht").wait_for()
        return page

    yield log_in
    for context in open_:
        context.close()


def keur(page: Page) -> None:
    """No finding of axe, nothing that the security policy stopped."""
    uitslag = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert [(page.url, v["id"], [n["html"][:120] for n in v["nodes"]]) for v in uitslag.response["violations"]] == []
    assert page.evaluate("window.__csp") == []


def contacten(adres: str) -> str:
    url = f"{adres}/api/v1/contacten?gemeente=Assen&route=pro-vso-arbeid"
    return str(urllib.request.urlopen(url, timeout=10).read().decode())


def test_telefoonnummer_van_wpda_van_concept_tot_in_een_ander_proces(
    als: Callable[[str], Page], servers: list[str]
) -> None:
    an, bo = als("an"), als("bo")
    an.goto(f"{servers[0]}/console/contacten?regio=nmd")
    an.get_by_role("link", name="Werkplein Drentsche Aa (WPDA)").first.click()
    an.get_by_role("button", name="Bewerk").click()
    keur(an)
    an.get_by_label("telefoon").fill(NUMMER)
    an.get_by_label("Waarom deze wijziging").fill("Gebeld met WPDA")
    an.get_by_role("button", name="Bewaar concept").click()
    an.get_by_role("link", name="Bekijk de gevolgen").click()
    assert NUMMER in an.content()
    keur(an)
    an.get_by_role("link", name="Terug naar de versie").click()
    an.get_by_role("button", name="Bied aan ter beoordeling").click()
    assert an.get_by_role("button", name="Publiceer").is_disabled()
    bo.goto(an.url)
    keur(bo)
    assert NUMMER not in contacten(servers[1])
    bo.get_by_role("button", name="Publiceer").click()
    begin = time.monotonic()
    while NUMMER not in contacten(servers[1]):
        assert time.monotonic() - begin < 5, "na vijf seconden nog niet in het andere proces"
        time.sleep(0.1)


@pytest.mark.parametrize("pad", PAGINAS)
def test_elke_pagina_is_toegankelijk(als: Callable[[str], Page], servers: list[str], pad: str) -> None:
    page = als("baas")
    page.goto(f"{servers[0]}/console{pad}")
    keur(page)
