"""Signing in and out, and choosing a password with a one-time link."""

from __future__ import annotations

import json
import re
from typing import Final
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from assistant.accounts.service import AccountOngeldig, InloggenMislukt
from assistant.web.console.formulier import label
from assistant.web.console.poort import (
    KOEK,
    Ingelogd,
    NietIngelogd,
    NietToegestaan,
    Velden,
    accounts,
    naar,
    toon,
    van_hier,
)

router = APIRouter(prefix="/console", include_in_schema=False)
BEGIN, UIT = "/console", "/console/uitloggen"
SESSIESECONDEN: Final = 10 * 3600
#: Pages of the chat from which somebody signs in, and to which she goes back.
CHATPAGINA: Final = re.compile(r"/|/demo|/inbed/[a-z0-9-]{1,40}")
#: What somebody recognises a text by that waits for a new session.
GETOOND: Final = ("titel", "antwoord", "tekst", "organisatie", "rol", "telefoon", "email", "reden")


def inlogpagina(request: Request, fout: NietIngelogd) -> Response:
    """The sign-in page in place of a page; what was typed is kept in it."""
    if request.method == "POST" and request.url.path != UIT:
        bewaard = json.dumps(fout.velden, ensure_ascii=False)
        return toon(request, "inloggen.html", 401, terug=request.url.path, bewaard=bewaard, getypt=bool(fout.velden))
    vraag = f"?{request.url.query}" if request.url.query else ""
    terug = BEGIN if request.url.path == UIT else request.url.path + vraag
    return toon(request, "inloggen.html", 401, terug=terug, bewaard="")


@router.get("/inloggen")
def inloggen(request: Request, terug: str = BEGIN, naam: str = "") -> Response:
    """The sign-in page; who is signed in already goes straight back to the chat she came from."""
    terug = binnen(terug)
    if CHATPAGINA.fullmatch(terug) and accounts(request).wie(request.cookies.get(KOEK)):
        return naar(terug)
    return toon(request, "inloggen.html", terug=terug, bewaard="", naam=naam)


@router.post("/inloggen")
def log_in(request: Request, ingevuld: Velden) -> Response:
    """Signs in, and goes on where somebody was."""
    _eis_eigen_pagina(request)
    terug, bewaard = binnen(ingevuld.get("terug", "")), ingevuld.get("bewaard", "")
    naam = ingevuld.get("naam", "")
    try:
        sleutel = accounts(request).log_in(naam, ingevuld.get("wachtwoord", ""))
    except InloggenMislukt as fout:
        vast = {"terug": terug, "bewaard": bewaard, "getypt": bool(_bewaarde_velden(bewaard)), "naam": naam}
        return toon(request, "inloggen.html", 401, fout=str(fout), **vast)
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
    return naar(BEGIN) if velden is None else hervatpagina(request, sleutel, terug, velden)


def hervatpagina(request: Request, sleutel: str, terug: str, velden: dict[str, str], status: int = 200) -> Response:
    """What was typed in an earlier session, to be sent once more in this one."""
    getoond = {label(naam): w for naam, w in velden.items() if w and naam in GETOOND}
    persoon = accounts(request).wie(sleutel)
    return toon(request, "hervat.html", status, persoon=persoon, terug=terug, velden=velden, getoond=getoond)


def _bewaarde_velden(bewaard: str) -> dict[str, str] | None:
    """What was typed; none when the field was tampered with."""
    try:
        gelezen = json.loads(bewaard)
    except ValueError:
        return None
    return {str(k): str(w) for k, w in gelezen.items()} if isinstance(gelezen, dict) else None


def binnen(adres: str) -> str:
    """Only an address of the console or a page of the chat: a form cannot send anybody elsewhere."""
    console = adres.startswith(BEGIN) and "//" not in adres and "\\" not in adres
    return adres if console or CHATPAGINA.fullmatch(adres) else BEGIN


def _eis_eigen_pagina(request: Request) -> None:
    """Stops a form on another site from signing a browser in."""
    if not van_hier(request):
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
        naam = kast.kies_wachtwoord(sleutel, ingevuld.get("wachtwoord", ""))
    except AccountOngeldig as fout:
        return toon(request, "welkom.html", 422, naam=kast.uitgenodigd(sleutel), fout=str(fout))
    return naar(f"/console/inloggen?naam={quote(naam)}")
