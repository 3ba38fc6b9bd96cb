"""The web application: API, pages and the assistant in one process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from fastapi import FastAPI, Request, Response
from starlette.middleware.base import RequestResponseEndpoint

from assistant.api import adviezen, dossier, feedback, fouten, gesprekken, gezondheid, kenmerken, kennis, sites
from assistant.api.rem import Rem
from assistant.chat.service import Assistent
from assistant.diensten import diensten
from assistant.oordelen import Oordelenkast
from assistant.postvak import Postvak
from assistant.settings import Instellingen, instellingen, zonder_telemetrie
from assistant.web import pages
from assistant.web.console import pagina as console
from knowledge.service import neem_uitgave_over
from storage.engine import open_engine
from storage.migrate import werk_bij

logger = logging.getLogger(__name__)

API = "/api/v1"
VERSIE = "1.0.0"
MAX_LICHAAM = 512_000
ELKE_NACHT = 24 * 3600


def maak_app(keuzes: Instellingen | None = None) -> FastAPI:
    """Builds the application: database up to date, knowledge and model loaded."""
    zonder_telemetrie()
    keuzes = keuzes or instellingen()
    engine = open_engine(keuzes.database_url)
    werk_bij(engine)
    neem_uitgave_over(engine)
    app = FastAPI(
        title="Routewijzer",
        version=VERSIE,
        description="Chatassistent en routeadviseur rond jongeren in een kwetsbare positie.",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=_levensloop,
    )
    app.state.instellingen = keuzes
    app.state.assistent = Assistent(keuzes)
    app.state.rem = Rem(keuzes.berichten_per_minuut)
    diensten().zaken.vul_demo()
    fouten.registreer(app)
    for module in (gesprekken, feedback, adviezen, dossier, kenmerken, kennis, sites, gezondheid):
        app.include_router(module.router, prefix=API)
    pages.voeg_toe(app)
    console.voeg_toe(app)
    app.middleware("http")(_grenzen)
    return app


@contextlib.asynccontextmanager
async def _levensloop(app: FastAPI) -> AsyncIterator[None]:
    await app.state.assistent.loop_warm()
    taak = asyncio.create_task(_nachtelijk(app))
    yield
    taak.cancel()


async def _nachtelijk(app: FastAPI) -> None:
    """Deletes conversations past their retention period, at start and every day."""
    while True:
        try:
            await app.state.assistent.ruim_op()
            await asyncio.to_thread(_ruim_oordelen_op, app.state.instellingen)
        except Exception as fout:  # the next night tries again; a full log helps nobody
            logger.error("opruimen: %s", type(fout).__name__)
        await asyncio.sleep(ELKE_NACHT)


def _ruim_oordelen_op(keuzes: Instellingen) -> None:
    Oordelenkast(open_engine(keuzes.database_url)).ruim_op(keuzes.gesprek_bewaren_dagen)
    Postvak(open_engine(keuzes.database_url)).ruim_op(keuzes.gesprek_bewaren_dagen)


async def _grenzen(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Refuses bodies that are far too large; every answer carries the safety headers."""
    eigen_grens = request.url.path.startswith(console.BEGIN)
    if not eigen_grens and int(request.headers.get("content-length") or 0) > MAX_LICHAAM:
        from assistant.problems import probleem

        return fouten.als_antwoord(probleem("te-groot", "Te groot", 413, "Het bericht is te groot. Kort het in."))
    antwoord = await call_next(request)
    antwoord.headers.setdefault("X-Content-Type-Options", "nosniff")
    antwoord.headers.setdefault("Referrer-Policy", "no-referrer")
    antwoord.headers.setdefault("Cache-Control", "no-store")
    antwoord.headers.setdefault("Content-Security-Policy", pages.CSP)
    if request.url.path.startswith(API):
        antwoord.headers.setdefault("API-Version", VERSIE)
    return antwoord
