"""Every error as ``application/problem+json`` in Dutch; never a stack trace."""

from __future__ import annotations

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from assistant.advice.kenmerken import KenmerkOngeldig
from assistant.advice.service import BewijsNietHerhaalbaar
from assistant.bewijzen import BewijsOnbekend
from assistant.chat.service import BerichtOnbruikbaar
from assistant.problems import Probleem, Veldfout, nederlands, probleem, uit_kenmerk, uit_validatie

logger = logging.getLogger(__name__)

_TITELS = {404: "Niet gevonden", 405: "Methode niet toegestaan", 413: "Te groot", 429: "Te veel berichten"}


def registreer(app: FastAPI) -> None:
    """Attaches the handlers."""
    app.add_exception_handler(RequestValidationError, _invoer)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(SQLAlchemyError, _database)
    app.add_exception_handler(Exception, _onverwacht)
    for soort in (KenmerkOngeldig, BerichtOnbruikbaar, BewijsOnbekend, BewijsNietHerhaalbaar, ValidationError):
        app.add_exception_handler(soort, _bekend)


def als_antwoord(mis: Probleem) -> JSONResponse:
    """A problem as a response."""
    return JSONResponse(mis.model_dump(mode="json"), mis.status, media_type="application/problem+json")


async def _invoer(_: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, RequestValidationError)
    velden = [
        Veldfout(veld=".".join(str(d) for d in e["loc"][1:]) or "bericht", reden=nederlands(e["type"], e["msg"]))
        for e in fout.errors()[:10]
    ]
    detail = "; ".join(f"{v.veld}: {v.reden}" for v in velden)
    return als_antwoord(probleem("invoer-ongeldig", "De invoer klopt niet", 422, detail, velden))


async def _bekend(_: Request, fout: Exception) -> JSONResponse:
    if isinstance(fout, KenmerkOngeldig):
        return als_antwoord(uit_kenmerk(fout))
    if isinstance(fout, ValidationError):
        return als_antwoord(uit_validatie(fout))
    if isinstance(fout, BewijsOnbekend):
        return als_antwoord(probleem("niet-gevonden", "Niet gevonden", 404, str(fout)))
    if isinstance(fout, BewijsNietHerhaalbaar):
        detail = f"Dit is niet meer na te maken: {fout}. Vraag een nieuw advies."
        return als_antwoord(probleem("niet-herhaalbaar", "Niet meer na te maken", 409, detail))
    return als_antwoord(
        probleem(
            "bericht-onbruikbaar",
            "Het bericht is niet bruikbaar",
            422,
            str(fout),
            [Veldfout(veld="tekst", reden=str(fout))],
        )
    )


async def _http(_: Request, fout: Exception) -> JSONResponse:
    assert isinstance(fout, HTTPException)
    titel = _TITELS.get(fout.status_code, "Er ging iets mis")
    soort = titel.lower().replace(" ", "-")
    detail = (
        fout.detail
        if fout.detail not in ("Not Found", "Method Not Allowed")
        else "Dit adres of deze methode bestaat niet; zie /api/v1/openapi.json."
    )
    antwoord = als_antwoord(probleem(soort, titel, fout.status_code, detail))
    antwoord.headers.update(fout.headers or {})
    return antwoord


async def _database(_: Request, fout: Exception) -> JSONResponse:
    logger.error("database: %s", type(fout).__name__)
    detail = "De database is even niet bereikbaar. Uw bericht is niet verwerkt; probeer het over een minuut opnieuw."
    return als_antwoord(probleem("database", "Database niet bereikbaar", 503, detail))


async def _onverwacht(_: Request, fout: Exception) -> JSONResponse:
    logger.error("onverwachte fout: %s", type(fout).__name__)
    detail = "Er ging iets mis dat wij niet voorzagen. Uw bericht is niet bewaard; probeer het opnieuw."
    return als_antwoord(probleem("onverwacht", "Er ging iets mis", 500, detail))
