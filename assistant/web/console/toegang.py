"""Signing in and out, and choosing a password with a one-time link."""

from __future__ import annotations

import json
from typing import Final

from fastapi import APIRouter, Request, Response

from assistant.accounts.service import AccountOngeldig, InloggenMislukt
from assistant.web.console.poort import KOEK, Ingelogd, NietIngelogd, NietToegestaan, Velden, accounts, naar, toon

router = APIRouter(prefix="/console", include_in_schema=False)
BEGIN: Final = "/console"
SESSIESECONDEN: Final = 10 * 3600


def inlogpagina(request: Request, fout: NietIngelogd) -> Response:
    """The sign-in page in place of a page; what was typed is kept in it."""
    bewaard = json.dumps(fout.velden) if fout.velden else ""
    return toon(request, "inloggen.html", 401, terug=str(request.url.path), bewaard=bewaard)


@router.get("/inloggen")
def inloggen(request: Request) -> Response:
    """The sign-in page."""
    return toon(request, "inloggen.html", terug=BEGIN, bewaard="")


@router.post("/inloggen")
def log_in(request: Request, ingevuld: Velden) -> Response:
    """Signs in, and goes on where somebody was."""
    _eis_eigen_pagina(request)
    terug, bewaard = _binnen(ingevuld.get("terug", "")), ingevuld.get("bewaard", "")
    try:
        sleutel = accounts(request).log_in(ingevuld.get("naam", ""), ingevuld.get("wachtwoord", ""))
    except InloggenMislukt as fout:
        return toon(request, "inloggen.html", 401, terug=terug, bewaard=bewaard, fout=str(fout))
    return geef_sessie(request, _hervat(request, sleutel, terug, bewaard) if bewaard else naar(terug), sleutel)


def geef_sessie(request: Request, antwoord: Response, sleutel: str) -> Response:
    """Hands a browser the key of its session."""
    antwoord.set_cookie(
        KOEK, sleutel, max_age=SESSIESECONDEN, httponly=True, samesite="strict",
        secure=request.url.scheme == "https", path="/",
    )  # fmt: skip
    return antwoord


def _hervat(request: Request, sleutel: str, terug: str, bewaard: str) -> Response:
    """A form with what somebody typed before the session expired."""
    velden = _bewaarde_velden(bewaard)
    if not velden:
        return naar(terug)
    return toon(request, "hervat.html", persoon=accounts(request).wie(sleutel), terug=terug, velden=velden)


def _bewaarde_velden(bewaard: str) -> dict[str, str]:
    """What was typed; nothing when the field was tampered with."""
    try:
        gelezen = json.loads(bewaard)
    except ValueError:
        return {}
    return {str(k): str(w) for k, w in gelezen.items()} if isinstance(gelezen, dict) else {}


def _binnen(adres: str) -> str:
    """Only an address of the console: a form cannot send anybody elsewhere."""
    return adres if adres.startswith("/console") and "//" not in adres and "\\" not in adres else BEGIN


def _eis_eigen_pagina(request: Request) -> None:
    """Stops a form on another site from signing a browser in."""
    herkomst = request.headers.get("origin")
    if herkomst and herkomst != "null" and herkomst.split("//")[-1] != request.headers.get("host"):
        raise NietToegestaan("Log in op de pagina van Routewijzer zelf.")


@router.post("/uitloggen")
def log_uit(bezoeker: Ingelogd) -> Response:
    """Ends the session."""
    bezoeker.accounts.log_uit(bezoeker.request.cookies.get(KOEK, ""))
    antwoord = naar("/console/inloggen")
    antwoord.delete_cookie(KOEK, path="/")
    return antwoord


@router.get("/welkom/{sleutel}")
def welkom(request: Request, sleutel: str) -> Response:
    """Where somebody chooses a password."""
    naam = accounts(request).uitgenodigd(sleutel)
    return toon(request, "welkom.html", 200 if naam else 410, naam=naam)


@router.post("/welkom/{sleutel}")
def kies(request: Request, sleutel: str, ingevuld: Velden) -> Response:
    """Chooses a password."""
    kast = accounts(request)
    try:
        if ingevuld.get("wachtwoord") != ingevuld.get("nogmaals"):
            raise AccountOngeldig("De twee wachtwoorden zijn niet gelijk.")
        kast.kies_wachtwoord(sleutel, ingevuld.get("wachtwoord", ""))
    except AccountOngeldig as fout:
        return toon(request, "welkom.html", 422, naam=kast.uitgenodigd(sleutel), fout=str(fout))
    return naar("/console/inloggen")
