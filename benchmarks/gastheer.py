"""A page of another organisation that carries a chat: ours or deep-chat, each served compressed.

Run by ``benchmarks.widget`` as ``uvicorn benchmarks.gastheer:app``; ``CHATADRES`` is where ours is served.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

DEEP_CHAT: Final = Path(__file__).parent / "npm" / "node_modules" / "deep-chat" / "dist"
_ONS: Final = '<script type="module" src="{adres}/static/chat/routewijzer.js"></script>'
_ANDER: Final = '<script type="module" src="/deep-chat/deepChat.bundle.js"></script>'
LICHAMEN: Final = {
    "knop": _ONS + '<h1>Intranet</h1><routewijzer-chat site="meting"></routewijzer-chat>',
    "ons": _ONS + '<h1>Intranet</h1><routewijzer-chat site="meting" modus="inline"></routewijzer-chat>',
    "deep-chat": _ANDER + '<h1>Intranet</h1><deep-chat connect=\'{{"url": "{adres}/api/v1/gesprekken"}}\'></deep-chat>',
}


def pagina(verzoek: Request) -> HTMLResponse:
    """The page that is asked for."""
    lichaam = LICHAMEN[verzoek.path_params["wie"]].format(adres=os.environ["CHATADRES"])
    return HTMLResponse(f'<!doctype html><html lang="nl"><title>Intranet</title><body><main>{lichaam}</main>')


app = Starlette(
    routes=[
        Route("/{wie}", pagina),
        Mount("/deep-chat", StaticFiles(directory=DEEP_CHAT, check_dir=False)),
    ],
    middleware=[Middleware(GZipMiddleware, minimum_size=500)],
)
