"""A console on a database of its own, with one account per role; with and without a browser."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import Engine

from assistant.accounts.service import SESSIEKOEK, Accounts
from assistant.settings import Instellingen
from assistant.web.console import pagina
from knowledge.service import neem_uitgave_over
from storage.engine import open_engine
from storage.migrate import werk_bij
from tests.console.inlogdienst import draai, vrije_poort

WACHTWOORD = "een heel lang wachtwoord"
MENSEN = {
    "mia": ("mentor", None), "dee": ("decaan", None), "an": ("coordinator", "nmd"), "bo": ("coordinator", "nmd"),
    "ax": ("coordinator", "achterhoek"), "alle": ("coordinator", None), "baas": ("beheerder", None),
}  # fmt: skip
NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LET_OP_BELEID = "window.__csp = []; addEventListener('securitypolicyviolation', e => __csp.push(e.violatedDirective))"


class Klant(TestClient):
    """A browser without scripts, signed in."""

    csrf = ""

    def stuur(self, pad: str, **velden: str) -> Any:
        """Sends a form of this session."""
        return self.post(f"/console{pad}", data={"csrf": self.csrf, **velden})

    def toon(self, pad: str) -> Any:
        """Opens a page."""
        return self.get(f"/console{pad}")


@pytest.fixture(scope="session")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the shipped knowledge and the accounts, to be copied."""
    pad = tmp_path_factory.mktemp("console") / "console.db"
    engine = open_engine(f"sqlite:///{pad}")
    werk_bij(engine)
    neem_uitgave_over(engine)
    accounts = Accounts(engine)
    for naam, (rol, regio) in MENSEN.items():
        accounts.kies_wachtwoord(accounts.maak(naam, rol, regio), WACHTWOORD)
    with engine.begin() as verbinding:
        verbinding.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return pad


@pytest.fixture
def engine(sjabloon: Path, tmp_path: Path) -> Engine:
    shutil.copy(sjabloon, tmp_path / "console.db")
    return open_engine(f"sqlite:///{tmp_path / 'console.db'}")


@pytest.fixture
def console(engine: Engine) -> FastAPI:
    return maak_console(str(engine.url))


def maak_console(url: str) -> FastAPI:
    """The console alone."""
    app = FastAPI()
    app.state.instellingen = Instellingen(database_url=url)
    pagina.voeg_toe(app)
    return app


@pytest.fixture
def als(console: FastAPI, engine: Engine) -> Callable[[str], Klant]:
    """Somebody who is signed in, by name; signing in on the page has tests of its own."""

    def log_in(naam: str) -> Klant:
        accounts, klant = Accounts(engine), Klant(console, base_url="http://localhost")
        sleutel = accounts.log_in(naam, WACHTWOORD)
        klant.cookies.set(SESSIEKOEK, sleutel)
        persoon = accounts.wie(sleutel)
        assert persoon is not None
        klant.csrf = persoon.csrf
        return klant

    return log_in


# --- in a real browser -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as p:
        pad = next((w for n in NAMEN if (w := shutil.which(n))), None) or p.chromium.executable_path
        if not Path(pad).exists():
            reden = "GEEN BROWSER: de tests van de console in een browser zijn NIET gedraaid. Haal er een met `make browser`."
            warnings.warn(reden, stacklevel=1)
            pytest.skip(reden)
        browser = p.chromium.launch(executable_path=pad, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def database(sjabloon: Path, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The database of the tests of one module in a browser."""
    pad = tmp_path_factory.mktemp("alleen") / "kennis.db"
    shutil.copy(sjabloon, pad)
    return open_engine(f"sqlite:///{pad}")


@pytest.fixture(scope="module")
def adres(database: Engine) -> Iterator[str]:
    """The console alone, for what needs no chat."""
    poort = vrije_poort()
    server = draai(maak_console(str(database.url)), poort)
    yield f"http://127.0.0.1:{poort}"
    server.should_exit = True


@pytest.fixture(scope="module")
def sessies() -> dict[tuple[str, str], Any]:
    """Who signed in where: the form is filled in once by everybody."""
    return {}


@pytest.fixture
def scherm(browser: Browser, basis: str, sessies: dict[tuple[str, str], Any]) -> Iterator[Callable[..., Page]]:
    """Somebody who is signed in, in a browser of her own."""
    open_ = []

    def log_in(naam: str, scripts: bool = True) -> Page:
        bekend = sessies.get((basis, naam))
        context = browser.new_context(locale="nl-NL", java_script_enabled=scripts, base_url=basis, storage_state=bekend)
        context.add_init_script(LET_OP_BELEID)
        context.set_default_timeout(60_000)
        open_.append(context)
        page = context.new_page()
        page.goto("/console")
        if page.get_by_label("Wachtwoord").is_visible():
            page.get_by_label("Naam").fill(naam)
            page.get_by_label("Wachtwoord").fill(WACHTWOORD)
            page.get_by_role("button", name="Log in").click()
        page.get_by_role("heading", name="Overzicht").wait_for()
        sessies[basis, naam] = context.storage_state()
        return page

    yield log_in
    for context in open_:
        context.close()


@pytest.fixture
def basis(adres: str) -> str:
    """Where the console is; a module that looks at the chat has another."""
    return adres
