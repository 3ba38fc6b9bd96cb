"""Single sign-on: to the provider of the organisation (OpenID Connect) and back, with Authlib."""

from __future__ import annotations

import asyncio
import logging
import warnings
from typing import Any, Final

import httpx
from fastapi import APIRouter, Request, Response
from joserfc.errors import JoseError

from assistant.accounts.service import InloggenMislukt
from assistant.settings import Instellingen
from assistant.web.console.poort import accounts, toon
from assistant.web.console.toegang import BEGIN, binnen, geef_sessie

with warnings.catch_warnings():  # Authlib speaks at import of the successor of httpx
    from authlib.deprecate import AuthlibDeprecationWarning

    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from authlib.common.errors import AuthlibBaseError
    from authlib.integrations.starlette_client import OAuth

router = APIRouter(prefix="/console/eenmalig", include_in_schema=False)
logger = logging.getLogger(__name__)

STAP: Final = "routewijzer_aanmelding"
STAPSECONDEN: Final = 600
#: Where somebody came from, among what the protocol must remember on the way.
TERUG: Final = "terug"
#: What can go wrong on the way: the provider, the network, or a token that is not what it should be.
_ONDERWEG: Final = (AuthlibBaseError, JoseError, httpx.HTTPError, KeyError, ValueError, RuntimeError)


def dienst(keuzes: Instellingen) -> Any:
    """The provider, by its own discovery document; with PKCE."""
    oauth = OAuth()
    return oauth.register(
        "dienst",
        client_id=keuzes.oidc_client_id,
        client_secret=keuzes.oidc_client_geheim.get_secret_value(),
        server_metadata_url=f"{keuzes.oidc_uitgever.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid profile email", "code_challenge_method": "S256", "timeout": 10},
    )


@router.get("")
async def heen(request: Request, terug: str = BEGIN) -> Response:
    """To the sign-in page of the provider; ``terug`` is where somebody came from."""
    keuzes, terug = request.app.state.instellingen, binnen(terug)
    if not keuzes.oidc_uitgever:
        melding = "Eenmalig inloggen is hier niet ingesteld. Log in met naam en wachtwoord."
        return _mislukt(request, melding, 404, terug)
    request.scope["session"] = {}
    try:
        antwoord: Response = await dienst(keuzes).authorize_redirect(request, str(request.url_for("terug_van_dienst")))
    except _ONDERWEG as fout:
        return _onbereikbaar(request, fout, terug)
    stap = {**request.scope["session"], TERUG: terug}
    sleutel = await asyncio.to_thread(accounts(request).onthoud_stap, stap)
    antwoord.set_cookie(
        STAP, sleutel, max_age=STAPSECONDEN, httponly=True, samesite="lax", secure=request.url.scheme == "https",
        path="/console/eenmalig",
    )  # fmt: skip
    return antwoord


@router.get("/terug", name="terug_van_dienst")
async def terug_van_dienst(request: Request) -> Response:
    """Back from the provider, with a token that says who it is."""
    keuzes = request.app.state.instellingen
    kast = accounts(request)
    request.scope["session"] = await asyncio.to_thread(kast.neem_stap, request.cookies.get(STAP))
    terug = request.scope["session"].pop(TERUG, BEGIN)
    if not keuzes.oidc_uitgever or not request.scope["session"]:
        return _mislukt(request, "Deze aanmelding is verlopen of al gebruikt. Begin opnieuw.", 401)
    try:
        claims = (await dienst(keuzes).authorize_access_token(request))["userinfo"]
        wie = (keuzes.oidc_uitgever, str(claims["sub"]), _naam(claims, keuzes.oidc_claim))
        sleutel = await asyncio.to_thread(kast.log_in_via, *wie)
    except InloggenMislukt as fout:
        return _mislukt(request, str(fout), 403, terug)
    except _ONDERWEG as fout:
        return _onbereikbaar(request, fout, terug)
    antwoord = toon(request, "binnen.html", terug=terug)
    antwoord.delete_cookie(STAP, path="/console/eenmalig")
    return geef_sessie(request, antwoord, sleutel)


def _naam(claims: dict[str, Any], claim: str) -> str:
    """The name of the account; an e-mail address counts only when the provider checked it."""
    if claim == "email" and claims.get("email_verified") is False:
        raise InloggenMislukt("Uw e-mailadres is bij de inlogdienst nog niet bevestigd. Bevestig het daar eerst.")
    return str(claims.get(claim) or "")


def _onbereikbaar(request: Request, fout: Exception, terug: str) -> Response:
    logger.warning("eenmalig inloggen: %s", type(fout).__name__)
    melding = "Inloggen via uw organisatie lukte niet. Probeer het opnieuw of gebruik uw wachtwoord."
    return _mislukt(request, melding, 502, terug)


def _mislukt(request: Request, melding: str, status: int, terug: str = BEGIN) -> Response:
    return toon(request, "inloggen.html", status, terug=terug, bewaard="", fout=melding)
