"""A console on a database of its own, with one account per role."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from assistant.accounts.service import Accounts
from assistant.settings import Instellingen
from assistant.web.console import pagina
from knowledge.service import neem_uitgave_over
from storage.engine import open_engine
from storage.migrate import werk_bij

WACHTWOORD = "een heel lang wachtwoord"
MENSEN = {
    "mia": ("mentor", None), "dee": ("decaan", None), "an": ("coordinator", "nmd"), "bo": ("coordinator", "nmd"),
    "ax": ("coordinator", "achterhoek"), "alle": ("coordinator", None), "baas": ("beheerder", None),
}  # fmt: skip


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
    engine.dispose()
    return pad


@pytest.fixture
def engine(sjabloon: Path, tmp_path: Path) -> Engine:
    shutil.copy(sjabloon, tmp_path / "console.db")
    return open_engine(f"sqlite:///{tmp_path / 'console.db'}")


@pytest.fixture
def console(engine: Engine) -> FastAPI:
    app = FastAPI()
    app.state.instellingen = Instellingen(database_url=str(engine.url))
    pagina.voeg_toe(app)
    return app


@pytest.fixture
def als(console: FastAPI) -> Callable[[str], Klant]:
    """Somebody who is signed in, by name."""

    def log_in(naam: str) -> Klant:
        klant = Klant(console, base_url="http://localhost")
        antwoord = klant.post("/console/inloggen", data={"naam": naam, "wachtwoord": WACHTWOORD})
        assert antwoord.status_code == 200, antwoord.text
        klant.csrf = re.findall('name="csrf" value="([^"]+)"', antwoord.text)[0]
        return klant

    return log_in
