"""One trained model, one database and one application for the whole run; nothing of the user's own is touched."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import threading
import uuid
import warnings
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

# Settings are read once per process, so they must stand before anything imports them.
for _naam in [n for n in os.environ if n.startswith("ROUTEWIJZER_")]:
    del os.environ[_naam]
_MAP = Path(tempfile.mkdtemp(prefix="routewijzer-"))
os.environ["ROUTEWIJZER_DATABASE_URL"] = f"sqlite:///{_MAP / 'test.db'}"
os.environ["ROUTEWIJZER_LOG_NIVEAU"] = "DEBUG"

T = TypeVar("T")
POSTGRESQL = "postgresql+psycopg2://postgres@127.0.0.1:5432"


class Lus:
    """An event loop in a thread of its own, so that no other user of loops in the tests is in its way."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()

    def draai(self, taak: Coroutine[Any, Any, T]) -> T:
        """The result of a coroutine."""
        return asyncio.run_coroutine_threadsafe(taak, self._loop).result(120)

    def sluit(self) -> None:
        """Stops the loop."""
        self._loop.call_soon_threadsafe(self._loop.stop)


class Klant:
    """An HTTP client of the application in this process."""

    def __init__(self, app: Any, lus: Lus) -> None:
        self.app, self._lus = app, lus

    def vraag(self, methode: str, pad: str, **bij: Any) -> Any:
        """One request; every path but that of the page belongs to the API."""
        return self._lus.draai(
            self._vraag(methode, pad if pad.startswith("/api") or pad == "/" else f"/api/v1{pad}", bij)
        )

    async def _vraag(self, methode: str, pad: str, bij: dict[str, Any]) -> Any:
        import httpx

        vervoer = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=vervoer, base_url="http://localhost") as client:
            return await client.request(methode, pad, **bij)

    def get(self, pad: str, **bij: Any) -> Any:
        """GET."""
        return self.vraag("GET", pad, **bij)

    def post(self, pad: str, **bij: Any) -> Any:
        """POST."""
        return self.vraag("POST", pad, **bij)

    def delete(self, pad: str, **bij: Any) -> Any:
        """DELETE."""
        return self.vraag("DELETE", pad, **bij)

    def gesprek(self, regio: str | None = None) -> str:
        """A new conversation."""
        return str(self.post("/gesprekken", json={"regio": regio} if regio else {}).json()["gesprek_id"])

    def zeg(self, gesprek: str, tekst: str, **bij: Any) -> list[dict[str, Any]]:
        """One turn; its answers."""
        antwoord = self.post(f"/gesprekken/{gesprek}/berichten", json={"tekst": tekst, **bij})
        assert antwoord.status_code == 200, antwoord.text
        return list(antwoord.json()["antwoorden"])


@pytest.fixture(scope="session")
def lus() -> Iterator[Lus]:
    """The one event loop of all conversations."""
    lus = Lus()
    yield lus
    lus.sluit()


@pytest.fixture(scope="session")
def model() -> Path:
    """The trained model of the present training data; made when it is not there."""
    from assistant.chat.service import train
    from assistant.settings import instellingen

    return train(instellingen().model_map)


@pytest.fixture(scope="session")
def app(model: Path) -> Any:
    """The application on the database of this run."""
    from assistant.app import maak_app

    return maak_app()


@pytest.fixture(scope="session")
def assistent(app: Any) -> Any:
    """The assistant of the application."""
    return app.state.assistent


@pytest.fixture(scope="session")
def klant(app: Any, lus: Lus) -> Klant:
    """A client of the application."""
    return Klant(app, lus)


@pytest.fixture(scope="session")
def stuur(assistent: Any, lus: Lus) -> Callable[..., list[Any]]:
    """Sends one message to the assistant: ``stuur(gesprek_id, tekst, regio=...)``."""
    return lambda gesprek, tekst, **bij: lus.draai(assistent.stuur(gesprek, tekst, **bij))


@pytest.fixture
def routewijzer(model: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Runs the command line in this process: ``routewijzer("vraag", "...")`` gives status, output and errors."""

    def draai(*woorden: str) -> tuple[int, str, str]:
        from assistant.cli import main

        monkeypatch.setattr("sys.argv", ["routewijzer", *woorden])
        capfd.readouterr()
        try:
            main()
            status = 0
        except SystemExit as einde:
            status = einde.code if isinstance(einde.code, int) else int(einde.code is not None)
        return status, *capfd.readouterr()

    return draai


@pytest.fixture
def vers(tmp_path: Path) -> str:
    """The address of a database that does not exist yet."""
    return f"sqlite:///{tmp_path / 'vers.db'}"


@pytest.fixture
def postgres() -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    import sqlalchemy as sa

    beheer = sa.create_engine(
        f"{POSTGRESQL}/postgres", isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3}
    )
    naam = f"routewijzer_test_{uuid.uuid4().hex[:12]}"
    try:
        with beheer.connect() as verbinding:
            verbinding.exec_driver_sql(f'CREATE DATABASE "{naam}"')
    except sa.exc.OperationalError:
        reden = "GEEN POSTGRESQL op 127.0.0.1:5432 (gebruiker postgres): deze tests zijn NIET gedraaid."
        warnings.warn(reden, stacklevel=1)
        pytest.skip(reden)
    try:
        yield f"{POSTGRESQL}/{naam}"
    finally:
        with beheer.connect() as verbinding:
            verbinding.exec_driver_sql(f'DROP DATABASE "{naam}" WITH (FORCE)')
        beheer.dispose()


def pytest_unconfigure() -> None:
    """Removes what this run made."""
    shutil.rmtree(_MAP, ignore_errors=True)
