"""Attaching the console to the application."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request, Response
from starlette.staticfiles import StaticFiles

from assistant.web.console import contacten, kennis, overzicht, postvak, regels, toegang
from assistant.web.console.poort import KOEK, NietIngelogd, NietToegestaan, accounts, toon
from knowledge.files import KennisbestandOnleesbaar
from knowledge.publish import PublicatieGeweigerd, RecordOnbekend, StapOngeldig

_STATUS: Final[dict[type[Exception], int]] = {
    NietToegestaan: 403, RecordOnbekend: 404, PublicatieGeweigerd: 409, StapOngeldig: 409, KennisbestandOnleesbaar: 422,
}  # fmt: skip


def voeg_toe(app: FastAPI) -> None:
    """The pages, their style sheet, and a readable page for every error."""
    app.mount("/console/static", StaticFiles(directory=Path(__file__).parent / "static"), name="console")
    for module in (toegang, overzicht, kennis, contacten, regels, postvak):
        app.include_router(module.router)
    app.add_exception_handler(NietIngelogd, _inloggen)
    for soort in _STATUS:
        app.add_exception_handler(soort, _fout)


async def _inloggen(request: Request, fout: Exception) -> Response:
    assert isinstance(fout, NietIngelogd)
    return toegang.inlogpagina(request, fout)


async def _fout(request: Request, fout: Exception) -> Response:
    """What is wrong and what to do, as a page."""
    status = next(s for soort, s in _STATUS.items() if isinstance(fout, soort))
    bezwaren = fout.bezwaren if isinstance(fout, PublicatieGeweigerd) else []
    persoon = accounts(request).wie(request.cookies.get(KOEK))
    return toon(request, "fout.html", status, persoon=persoon, melding=str(fout), bezwaren=bezwaren)
