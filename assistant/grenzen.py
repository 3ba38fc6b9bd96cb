"""What holds for every request: a body is not far too large, and every answer carries the safety headers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api import fouten
from assistant.problems import probleem

MAX_LICHAAM: Final = 512_000
_KOPJES: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class Grenzen:
    """Plain ASGI, without a task of its own per request: every file of the chat passes here."""

    def __init__(self, app: ASGIApp, kopjes: Mapping[str, str], api: str, versie: str, ruim: str) -> None:
        """``kopjes`` come on top of the usual ones; paths below ``ruim`` set a limit of their own."""
        self._app = app
        self._kopjes = {**_KOPJES, **kopjes}
        self._api, self._versie, self._ruim = api, versie, ruim

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on, unless it is too large."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        pad = str(scope["path"])

        async def met_kopjes(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                self._vul_aan(MutableHeaders(scope=bericht), pad)
            await send(bericht)

        if not pad.startswith(self._ruim) and _lengte(scope) > MAX_LICHAAM:
            te_groot = probleem("te-groot", "Te groot", 413, "Het bericht is te groot. Kort het in.")
            return await fouten.als_antwoord(te_groot)(scope, receive, met_kopjes)
        return await self._app(scope, receive, met_kopjes)

    def _vul_aan(self, kopjes: MutableHeaders, pad: str) -> None:
        for naam, waarde in self._kopjes.items():
            kopjes.setdefault(naam, waarde)
        if pad.startswith(self._api):
            kopjes.setdefault("API-Version", self._versie)


def _lengte(scope: Scope) -> int:
    return int(Headers(scope=scope).get("content-length") or 0)
