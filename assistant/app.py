"""The web application: API, pages and the assistant in one process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from fastapi import FastAPI

from assistant.api import adviezen, dossier, feedback, fouten, gesprekken, gezondheid, kenmerken, kennis, sites
from assistant.api.rem import Rem
from assistant.chat.service import Assistent
from assistant.diensten import diensten
from assistant.grenzen import Grenzen
from assistant.oordelen import Oordelenkast
from assistant.opruimen import laat_staan, zonder_opruimen
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
ELKE_NACHT = 24 * 3600


@zonder_opruimen()
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
    beleid = {"Content-Security-Policy": pages.CSP}
    app.add_middleware(Grenzen, kopjes=beleid, api=API, versie=VERSIE, ruim=console.BEGIN)
    return app


@contextlib.asynccontextmanager
async def _levensloop(app: FastAPI) -> AsyncIterator[None]:
    with zonder_opruimen():
        await app.state.assistent.loop_warm()
    laat_staan()
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
