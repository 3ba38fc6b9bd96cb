"""A real browser on the real application, and a host page of another origin."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, Route, sync_playwright
from sqlalchemy import Engine

from assistant.accounts.service import SESSIEKOEK, Accounts
from storage.engine import open_engine

WORTEL = Path(__file__).resolve().parents[2]
BEELDEN = WORTEL / "results" / "web"
NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VLAGGEN = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KEUR = """async (regels) => {
  const uitslag = await axe.run({ runOnly: { type: 'tag', values: regels }, resultTypes: ['violations'] });
  return uitslag.violations.map((v) => [v.id, v.nodes.map((n) => n.target)]);
}"""
#: Whether anything sticks out of the page or of the log, so that one must scroll in two directions.
STEEKT_UIT = """() => [
  document.documentElement, ...document.querySelector('routewijzer-chat')?.shadowRoot.querySelectorAll('.venster, .rol') ?? []]
  .filter((deel) => deel.scrollWidth > deel.clientWidth).map((deel) => deel.className || deel.localName)"""
WACHTWOORD = "een heel lang wachtwoord"
MENSEN = {"mia": "mentor", "an": "coordinator"}
LEERLING = "Leerling van 17 jaar uit Assen op praktijkonderwijs, staat ingeschreven en wil gaan werken"
START = (
    "import uvicorn; from assistant.app import maak_app; "
    "uvicorn.run(maak_app(), port={poort}, ws='none', log_level='error', access_log=False)"
)
SITES = """
- {{sleutel: routewijzer, naam: Eigen, berichten_per_minuut: 6000}}
- {{sleutel: demo, naam: Demo, thema: {{--utrecht-button-primary-action-background-color: "#6b1f7c"}}}}
- {{sleutel: school, naam: School, oorsprongen: ["{gast}"]}}
- {{sleutel: gast, naam: Gast, titel: Vraag het maar, regio: achterhoek, oorsprongen: ["{gast}", "{ver}"]}}
- {{sleutel: dicht, naam: Dicht, gepauzeerd: true, bereikbaarheid: Maandag weer., oorsprongen: ["{gast}"]}}
- {{sleutel: inloggen, naam: Inloggen, anoniem: false, oorsprongen: ["{gast}", "{ver}"]}}
- {{sleutel: krap, naam: Krap, berichten_per_minuut: 2}}
"""


LET_OP_BELEID = """
window.__csp = [];
addEventListener('securitypolicyviolation', (e) => __csp.push(`${e.violatedDirective} ${e.blockedURI}`));
"""

#: A page of another organisation: its own policy allows the chat and nothing else, and has every breach reported.
GASTPAGINA = """
<script type="module" src="{adres}/static/chat/routewijzer.js"></script>
<main><h1>Gast</h1><p>Tekst van de gast. <a href="#onder">Naar onder</a></p><p id="onder">Onder</p></main>
<routewijzer-chat site="{site}"></routewijzer-chat>
"""
GASTBELEID = "default-src 'self'; script-src 'self' {adres}; connect-src 'self' {adres}; report-uri /meldingen"

#: What of the host page moved, from its first paint on; what moves within the chat has no node that the page can see.
LET_OP_VERSCHUIVING = """
window.__verschuiving = [];
new PerformanceObserver((lijst) => {
  for (const { sources } of lijst.getEntries()) for (const { node } of sources) if (node) __verschuiving.push(node.nodeName);
}).observe({ type: 'layout-shift', buffered: true });
"""


def vrije_poort() -> int:
    """A port that nobody uses."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@pytest.fixture(scope="session")
def gast() -> Iterator[Gastheer]:
    """Another web site, with its own pages and policy."""
    server = Gastheer()
    yield server
    server.sluit()


@pytest.fixture(scope="session")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the application of these tests keeps what it has."""
    return tmp_path_factory.mktemp("app")


@pytest.fixture(scope="session")
def engine(adres: str, map_: Path) -> Engine:
    """The database of the running application."""
    return open_engine(f"sqlite:///{map_ / 'test.db'}")


@pytest.fixture(scope="session")
def sessie(engine: Engine) -> Callable[[str], str]:
    """The key of a session of somebody with an account, made at first use: a mentor, or a coordinator of all regions."""
    accounts = Accounts(engine)

    def log_in(naam: str) -> str:
        if naam not in {a.naam for a in accounts.alle()}:
            accounts.kies_wachtwoord(accounts.maak(naam, MENSEN[naam]), WACHTWOORD)
        return accounts.log_in(naam, WACHTWOORD)

    return log_in


@pytest.fixture(scope="session")
def adres(gast: Gastheer, model: Path, map_: Path) -> Iterator[str]:
    """The application, started once on the trained model with an empty database and a site table of its own."""
    assert model.exists()
    (map_ / "sites.yml").write_text(SITES.format(gast=gast.adres, ver=gast.ver), encoding="utf-8")
    poort = vrije_poort()
    omgeving = {
        **os.environ,
        "ROUTEWIJZER_DATABASE_URL": f"sqlite:///{map_ / 'test.db'}",
        "ROUTEWIJZER_SITES_BESTAND": str(map_ / "sites.yml"),
    }
    with (map_ / "log.txt").open("w") as log:
        proces = subprocess.Popen(
            [sys.executable, "-c", START.format(poort=poort)], env=omgeving, cwd=WORTEL, stdout=log, stderr=log
        )
        try:
            _wacht_op(f"http://127.0.0.1:{poort}/api/v1/gezondheid", proces, map_ / "log.txt")
            yield f"http://127.0.0.1:{poort}"
        finally:
            proces.terminate()
            proces.wait(20)


def _wacht_op(url: str, proces: subprocess.Popen[bytes], log: Path) -> None:
    einde = time.monotonic() + 600
    while time.monotonic() < einde:
        if proces.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=5)
            return
        except OSError:
            time.sleep(0.3)
    pytest.fail("De applicatie startte niet:\n" + "\n".join(log.read_text().splitlines()[-15:]))


class Gastheer:
    """A small web server whose pages a test writes; it keeps what browsers report about its policy."""

    def __init__(self) -> None:
        self.paginas: dict[str, tuple[str, str]] = {}
        self.meldingen: list[dict[str, Any]] = []
        paginas, meldingen = self.paginas, self.meldingen

        class Antwoorder(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                html, csp = paginas.get(self.path, ("", "default-src 'none'"))
                self.send_response(200 if html else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", csp)
                self.end_headers()
                self.wfile.write(html.encode())

            def do_POST(self) -> None:
                meldingen.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Antwoorder)
        self.adres = f"http://127.0.0.1:{self._server.server_port}"
        #: The same pages under a name that a browser holds for another organisation.
        self.ver = self.adres.replace("127.0.0.1", "localhost")
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def toon(self, pad: str, lichaam: str, csp: str) -> str:
        """Serves a page; returns its address."""
        self.paginas[pad] = (f"<!doctype html><html lang=nl><title>Gast</title><body>{lichaam}", csp)
        return self.adres + pad

    def sluit(self) -> None:
        """Stops."""
        self._server.shutdown()


@pytest.fixture(scope="package")
def playwright() -> Iterator[Playwright]:
    """Playwright, stopped after this package: it holds the event loop of its thread."""
    with sync_playwright() as p:
        yield p


@pytest.fixture(scope="package")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium of this machine, or the one that Playwright fetched."""
    pad = next((p for n in NAMEN if (p := shutil.which(n))), None) or playwright.chromium.executable_path
    if not Path(pad).exists():
        reden = "GEEN BROWSER: de tests van de chat zijn NIET gedraaid. Haal er een met `make browser`."
        warnings.warn(reden, stacklevel=1)
        pytest.skip(reden)
    browser = playwright.chromium.launch(executable_path=pad, args=VLAGGEN)
    yield browser
    browser.close()


@pytest.fixture(scope="package")
def profiel(browser: Browser) -> Iterator[BrowserContext]:
    """One browser profile for all tests, that notes what breaks the security policy; it keeps the modules, as a real one does."""
    context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="nl-NL")
    context.add_init_script(LET_OP_BELEID)
    yield context
    context.close()


@pytest.fixture
def context(profiel: BrowserContext) -> Iterator[BrowserContext]:
    """The profile without tabs, permissions or cookies of another test; what a tab remembers goes with the tab."""
    yield profiel
    for page in profiel.pages:
        page.close()
    profiel.set_offline(False)
    profiel.clear_permissions()
    profiel.clear_cookies()


#: The element that has the focus, also within a shadow root.
IN_SCHADUW = """() => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  return e;
}"""
LEEG: dict[str, Any] = {
    "tekst": "Antwoord.", "gedrag": "antwoord", "bronnen": [], "items": [], "knoppen": [],
    "advies": None, "toets": None, "tabel": None, "grafiek": None, "inloggen": False, "zaken": False,
}  # fmt: skip


#: Waits until the log stands still.
IN_RUST = """async () => {
  const log = document.querySelector('routewijzer-chat')?.shadowRoot.querySelector('.rol');
  for (let vorig = -1, gelijk = 0; log && gelijk < 6; vorig = log.scrollTop) {
    await new Promise(requestAnimationFrame);
    gelijk = log.scrollTop === vorig ? gelijk + 1 : 0;
  }
}"""


class Chat:
    """A page with a chat, as a person uses it."""

    leeg = LEEG
    #: The session that this browser may get.
    sleutel = ""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.fouten: list[str] = []
        self.vastgehouden: list[Route] = []
        page.on("pageerror", lambda fout: self.fouten.append(str(fout)))

    def open(self, url: str) -> Chat:
        """Goes to a page and waits until one can type."""
        self.page.goto(url)
        self.veld.wait_for()
        return self

    @property
    def veld(self) -> Locator:
        """Where one types."""
        return self.page.get_by_label("Uw bericht")

    @property
    def antwoorden(self) -> Locator:
        """The answers, without the welcome."""
        return self.page.locator(".antwoord:not(.welkom)")

    @property
    def laatste(self) -> Locator:
        """The last answer."""
        return self.antwoorden.last

    def knop(self, naam: str | re.Pattern[str]) -> Locator:
        """A button by its name; the last when there are more."""
        return self.page.get_by_role("button", name=naam).last

    def wacht(self, doe: Callable[[], Any]) -> Locator:
        """Does something that brings an answer, and waits for it."""
        hoeveel = self.antwoorden.count()
        doe()
        self.antwoorden.nth(hoeveel).wait_for(timeout=30_000)
        return self.laatste

    def verstuur(self, tekst: str) -> None:
        """Types and sends, without waiting for the answer."""
        self.veld.fill(tekst)
        self.page.keyboard.press("Enter")

    def zeg(self, tekst: str) -> Locator:
        """Types, sends and waits for the answer."""
        return self.wacht(lambda: self.verstuur(tekst))

    def meld_aan(self, sleutel: str) -> None:
        """Gives this browser a session."""
        adres = self.page.url or "http://127.0.0.1"
        self.page.context.add_cookies([{"name": SESSIEKOEK, "value": sleutel, "url": adres, "sameSite": "Strict"}])
        self.page.reload()
        self.page.locator(".wie").wait_for()

    def druk(self, *toetsen: str) -> None:
        """Presses keys, one after another."""
        for toets in toetsen:
            self.page.keyboard.press(toets)

    def naar(self, naam: str, toets: str = "Tab") -> None:
        """Moves the focus by keyboard until it is on something with this name."""
        for _ in range(80):
            if self.focus("e => e.ariaLabel ?? e.textContent").strip().startswith(naam):
                return
            self.page.keyboard.press(toets)
        raise AssertionError(f"niet te bereiken met {toets}: {naam}")

    def focus(self, lees: str = "e => e.localName") -> Any:
        """Something of the element that has the focus, its kind unless told."""
        return self.page.evaluate(f"({lees})(({IN_SCHADUW})())")

    def beeld(self, naam: str) -> None:
        """Keeps a picture of this state, once nothing scrolls any more."""
        self.page.evaluate(IN_RUST)
        self.page.screenshot(path=BEELDEN / f"{naam}.png", animations="disabled")

    def keur(self, naam: str) -> None:
        """No finding of axe, no error, nothing that sticks out or that the security policy stopped; keeps a picture."""
        self.beeld(naam)
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        assert self.page.evaluate(KEUR, WCAG) == []
        assert self.page.evaluate(STEEKT_UIT) == []
        assert self.page.evaluate("window.__csp") == []
        assert self.fouten == []

    def speel(self, antwoord: dict[str, Any] | list[dict[str, Any]], **bij: Any) -> None:
        """Lets the server answer every message with these answers."""
        lijst = antwoord if isinstance(antwoord, list) else [antwoord]
        inhoud = {"antwoorden": [{**LEEG, **a} for a in lijst], "tekst": "vraag", "gemaskeerd": [], **bij}
        self.page.route(
            "**/berichten", lambda r: r.fulfill(status=200, content_type="application/json", body=json.dumps(inhoud))
        )

    def houd_vast(self, tekst: str) -> None:
        """Sends a message that stays on its way, until the test lets it arrive."""
        self.page.route("**/berichten", lambda r: self.vastgehouden.append(r))
        self.verstuur(tekst)
        while not self.vastgehouden:
            self.page.wait_for_timeout(20)

    def weiger(self, status: int, probleem: dict[str, Any], **koppen: str) -> None:
        """Lets the server refuse every message."""
        self.page.route(
            "**/berichten",
            lambda r: r.fulfill(
                status=status, content_type="application/problem+json", headers=koppen, body=json.dumps(probleem)
            ),
        )


@pytest.fixture(scope="module")
def blad(browser: Browser, adres: str) -> Iterator[Page]:
    """A page of ours, shared by tests that only ask a module something."""
    page = browser.new_page()
    page.add_init_script(LET_OP_BELEID)
    page.goto(f"{adres}/demo")
    yield page
    page.close()


@pytest.fixture
def chat(context: BrowserContext, adres: str) -> Chat:
    """The chat on its own page."""
    return Chat(context.new_page()).open(adres)


@pytest.fixture
def met_klok(browser: Browser, adres: str) -> Iterator[Chat]:
    """The chat in a profile of its own, whose clock the test moves on."""
    context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="nl-NL")
    chat = Chat(context.new_page()).open(adres)
    chat.page.clock.install()
    yield chat
    context.close()


@pytest.fixture
def nieuw(context: BrowserContext) -> Callable[[], Chat]:
    """A new tab."""
    return lambda: Chat(context.new_page())
