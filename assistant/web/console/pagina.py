"""Attaching the console to the application."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.middleware.base import RequestResponseEndpoint

from assistant.accounts.service import AccountOnbekend
from assistant.web.bestanden import Bestanden
from assistant.web.console import (
    bewerken,
    contacten,
    eenmalig,
    kennis,
    leden,
    overzicht,
    postvak,
    regels,
    toegang,
    uitwisseling,
)
from assistant.web.console.formulier import FormulierOnleesbaar
from assistant.web.console.poort import KOEK, AndereSessie, NietIngelogd, NietToegestaan, accounts, toon
from assistant.web.pages import CSP
from knowledge.files import KennisbestandOnleesbaar
from knowledge.publish import PublicatieGeweigerd, RecordOnbekend, StapOngeldig

_STATUS: Final[dict[type[Exception], int]] = {
    NietToegestaan: 403, RecordOnbekend: 404, AccountOnbekend: 404, PublicatieGeweigerd: 409, StapOngeldig: 409,
    KennisbestandOnleesbaar: 422, FormulierOnleesbaar: 422,
}  # fmt: skip
BEGIN: Final = "/console"
GEEN_PAGINA: Final = "Deze pagina bestaat niet. Kies een pagina in het menu."
#: Requests that find an address but cannot be used.
_ANDERS: Final = {
    400: "Dit formulier is niet te lezen. Open de pagina opnieuw en probeer het nog eens.",
    405: "Dit adres hoort bij een knop. Open de pagina zelf en kies daar de knop.",
}
#: Largest form, and largest file to import.
MAX_FORMULIER, MAX_IMPORT = 512_000, 21_000_000
#: Signing in carries a form that waits for a session, with quotes around it.
MAX_INLOGGEN = 2 * MAX_FORMULIER
MODULES: Final = (toegang, eenmalig, overzicht, leden, kennis, regels, bewerken, contacten, postvak, uitwisseling)


def voeg_toe(app: FastAPI) -> None:
    """The pages, their style sheet, and a readable page for every error."""
    app.mount(f"{BEGIN}/static", Bestanden(directory=Path(__file__).parent / "static"), name="console")
    for module in MODULES:
        app.include_router(module.router)
    app.add_exception_handler(NietIngelogd, _inloggen)
    app.add_exception_handler(AndereSessie, _hervatten)
    for soort in _STATUS:
        app.add_exception_handler(soort, _fout)
    _neem_over(
        app,
        RequestValidationError,
        422,
        "Een deel van dit adres of formulier klopt niet. Ga terug en probeer het opnieuw.",
    )
    _neem_over(app, HTTPException, 404, GEEN_PAGINA)
    _neem_over(app, SQLAlchemyError, 503, "De database is even niet bereikbaar. Probeer het over een minuut opnieuw.")
    app.middleware("http")(_grens)


async def _grens(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Refuses what is far too large before it is read."""
    pad = request.url.path
    if pad.startswith(BEGIN) and request.method == "POST":
        grens = MAX_IMPORT if pad.endswith("/import") else MAX_INLOGGEN if pad.endswith("/inloggen") else MAX_FORMULIER
        lengte = request.headers.get("content-length", "")
        if not lengte.isdigit() or int(lengte) > grens:
            tekst = f"Dit is te groot: hoogstens {grens // 1000:,} kB. Kort de tekst in of splits het bestand."
            return _veilig(toon(request, "fout.html", 413, melding=tekst.replace(",", "."), bezwaren=[]))
    antwoord = await call_next(request)
    return _veilig(antwoord) if pad.startswith(BEGIN) else antwoord


def _veilig(antwoord: Response) -> Response:
    """Only what the console brings itself may run, and nobody may put it in a frame."""
    antwoord.headers.setdefault("Content-Security-Policy", CSP)
    antwoord.headers.setdefault("Cache-Control", "no-store")
    return antwoord


async def _inloggen(request: Request, fout: Exception) -> Response:
    assert isinstance(fout, NietIngelogd)
    return toegang.inlogpagina(request, fout)


async def _hervatten(request: Request, fout: Exception) -> Response:
    assert isinstance(fout, AndereSessie)
    return toegang.hervatpagina(request, request.cookies.get(KOEK, ""), request.url.path, fout.velden, 409)


async def _fout(request: Request, fout: Exception) -> Response:
    """What is wrong and what to do, as a page."""
    status = next(s for soort, s in _STATUS.items() if isinstance(fout, soort))
    bezwaren = fout.bezwaren if isinstance(fout, PublicatieGeweigerd) else []
    return foutpagina(request, status, str(fout), bezwaren)


def foutpagina(request: Request, status: int, melding: str, bezwaren: object = ()) -> Response:
    """A page of the console that says what is wrong."""
    persoon = accounts(request).wie(request.cookies.get(KOEK))
    return toon(request, "fout.html", status, persoon=persoon, melding=melding, bezwaren=bezwaren)


def _neem_over(app: FastAPI, soort: type[Exception], status: int, melding: str) -> None:
    """On addresses of the console an error is a page; elsewhere it stays what it was."""
    eerder = app.exception_handlers.get(soort)

    async def vang(request: Request, fout: Exception) -> Response:
        if request.url.path.startswith(BEGIN) and soort is SQLAlchemyError:
            return toon(request, "fout.html", status, melding=melding)  # who is signed in stands in that database
        if request.url.path.startswith(BEGIN):
            anders = getattr(fout, "status_code", status)
            return foutpagina(request, anders, _ANDERS.get(anders, melding))
        if eerder is None:
            raise fout
        antwoord: Response = await eerder(request, fout)  # type: ignore[misc]
        return antwoord

    app.add_exception_handler(soort, vang)
