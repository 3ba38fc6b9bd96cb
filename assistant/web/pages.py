"""The pages of the chat: its own page, a demo host, the frame for other sites, and the files they load."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

from fastapi import Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from starlette.middleware.gzip import GZipMiddleware

from assistant.advice.service import Advies
from assistant.diensten import Diensten, diensten
from assistant.sites import EIGEN, Site, Sitetabel
from assistant.web.bestanden import Bestanden
from assistant.web.console.poort import KOEK, accounts
from assistant.web.cors import Sitecors

_MAP: Final = Path(__file__).parent
_SJABLONEN: Final = Jinja2Templates(_MAP / "templates")


def csp(*insluiters: str) -> str:
    """The content security policy of a page that only ``insluiters`` may put in a frame."""
    regels = (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        f"frame-ancestors {' '.join(insluiters) or chr(39) + 'none' + chr(39)}",
    )
    return "; ".join(regels)


CSP: Final = csp()


def voeg_toe(app: FastAPI) -> None:
    """Attaches the pages and their files, for the sites of the site table."""
    app.state.sites = Sitetabel(app.state.instellingen.sites_bestand)
    app.state.siteremmen = {}
    app.add_middleware(Sitecors, sites=app.state.sites)
    app.mount("/static", GZipMiddleware(Bestanden(directory=_MAP / "static"), minimum_size=500), name="static")
    app.add_api_route("/", chat, response_class=HTMLResponse, include_in_schema=False)
    app.add_api_route("/demo", demo, response_class=HTMLResponse, include_in_schema=False)
    app.add_api_route("/inbed/{sleutel}", inbed, response_class=HTMLResponse, include_in_schema=False)
    app.add_api_route("/afdruk/{bewijs_id}", afdruk, response_class=HTMLResponse, include_in_schema=False)


def chat(request: Request) -> Response:
    """The chat as a page of its own."""
    return _SJABLONEN.TemplateResponse(request, "chat.html", {"sleutel": EIGEN})


def demo(request: Request) -> Response:
    """A page as another organisation might have it, with the snippet."""
    return _SJABLONEN.TemplateResponse(request, "demo.html", {"sleutel": "demo"})


def inbed(request: Request, sleutel: str) -> Response:
    """The chat for a frame on another site."""
    site: Site | None = request.app.state.sites.geef(sleutel)
    if site is None:
        raise HTTPException(404, "Deze site staat niet in de sitetabel.")
    open_ = site.open_voor(accounts(request).wie(request.cookies.get(KOEK)) is not None)
    gegevens = {"site": site, "open": open_, "frame": _frame(request)}
    antwoord = _SJABLONEN.TemplateResponse(request, "inbed.html", gegevens)
    antwoord.headers["Content-Security-Policy"] = csp("'self'", *site.oorsprongen)
    return antwoord


def _frame(request: Request) -> Literal["", "eigen", "vreemd"]:
    """Whether the browser shows this page within another: in one of another organisation it lends us no session."""
    if request.headers.get("sec-fetch-dest") not in ("iframe", "frame"):
        return ""
    return "vreemd" if request.headers.get("sec-fetch-site") == "cross-site" else "eigen"


def afdruk(request: Request, bewijs_id: str, d: Annotated[Diensten, Depends(diensten)]) -> Response:
    """An advice or check on paper."""
    uitkomst = d.adviseur.herhaal(d.bewijzen.geef(bewijs_id))
    advies = uitkomst if isinstance(uitkomst, Advies) else None
    toets = uitkomst.jikp if isinstance(uitkomst, Advies) else uitkomst
    bronnen = advies.bronnen if advies else [u.bron for u in toets.uitkomsten]
    feiten = d.adviseur.in_woorden({**uitkomst.kenmerken, **uitkomst.beperkt})
    gegevens = {"uitkomst": uitkomst, "advies": advies, "toets": toets, "bronnen": bronnen, "feiten": feiten}
    return _SJABLONEN.TemplateResponse(request, "afdruk.html", gegevens)
