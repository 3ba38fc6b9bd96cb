"""A real browser on the real application, and a host page of another origin."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from sqlalchemy import Engine

from assistant.accounts.service import Accounts
from storage.engine import open_engine
from tests.web.chat import LET_OP_BELEID, WACHTWOORD, WORTEL, Chat
from tests.web.gastheer import Gastheer

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VLAGGEN = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
MENSEN = {"mia": "mentor", "an": "coordinator"}
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
