"""Who may pass: the session of a request, the token of a form, the role a page asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import compare_digest
from typing import Annotated, Any, Final

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates

from assistant.accounts.service import REDACTEUREN, SESSIEKOEK, Accounts, Persoon, Rol
from assistant.settings import Instellingen
from assistant.web.console.handleiding import hulpblad
from assistant.web.console.keuring import keur_regels
from assistant.web.console.woorden import gebiednaam, leer, rolnaam
from knowledge.publish import Redactie
from storage.engine import open_engine

KOEK: Final = SESSIEKOEK
SJABLONEN: Final = Jinja2Templates(Path(__file__).parent / "templates")
leer(SJABLONEN.env)
MAX_VELDEN: Final = 2000
MAX_VELD: Final = 1_000_000
BEHEERDERS: Final[tuple[Rol, ...]] = ("beheerder",)


class NietIngelogd(Exception):
    """There is no session, or it has expired; what was typed goes along to the sign-in page."""

    def __init__(self, velden: dict[str, str] | None = None) -> None:
        self.velden = velden or {}


class AndereSessie(Exception):
    """A form of an earlier session, sent from a page of the console itself; what was typed goes along."""

    def __init__(self, velden: dict[str, str]) -> None:
        self.velden = velden


class NietToegestaan(Exception):
    """This person may not do this; the message says who may."""


@dataclass(frozen=True)
class Bezoeker:
    """A request of somebody who is signed in."""

    request: Request
    persoon: Persoon
    accounts: Accounts
    redactie: Redactie

    def toon(self, sjabloon: str, status: int = 200, **bij: Any) -> Response:
        """A page."""
        return toon(self.request, sjabloon, status, persoon=self.persoon, **bij)

    def noteer(self, wat: str, waarop: str = "") -> None:
        """A line in the audit trail."""
        self.accounts.audit.noteer(self.persoon.naam, wat, waarop)

    def eis_gebied(self, gebied: str) -> None:
        """Stops who may not change knowledge of this region."""
        if not self.persoon.mag_bewerken(gebied):
            raise NietToegestaan(
                f"U mag kennis van {gebiednaam(gebied)} niet wijzigen. Vraag het de coördinator daarvan."
            )


def accounts(request: Request) -> Accounts:
    """The accounts of this installation."""
    return Accounts(open_engine(request.app.state.instellingen.database_url))


async def velden(request: Request) -> dict[str, str]:
    """The fields of a form; nothing for a page that is only read."""
    if request.method != "POST":
        return {}
    formulier = await request.form(max_fields=MAX_VELDEN, max_part_size=MAX_VELD)
    return {k: w for k, w in formulier.items() if isinstance(w, str)}


Velden = Annotated[dict[str, str], Depends(velden)]


def ingelogd(request: Request, ingevuld: Velden) -> Bezoeker:
    """Somebody with a session; a form must carry the token of that session."""
    kast = accounts(request)
    persoon = kast.wie(request.cookies.get(KOEK))
    if persoon is None:
        raise NietIngelogd({k: w for k, w in ingevuld.items() if k != "csrf"})
    if request.method == "POST" and not compare_digest(ingevuld.get("csrf", "").encode(), persoon.csrf.encode()):
        if request.headers.get("sec-fetch-site") == "same-origin":  # said by the browser itself, never by another site
            raise AndereSessie({k: w for k, w in ingevuld.items() if k != "csrf"})
        raise NietToegestaan("Dit formulier hoort niet bij uw sessie. Open de pagina opnieuw en probeer het nog eens.")
    engine = open_engine(request.app.state.instellingen.database_url)
    return Bezoeker(request, persoon, kast, Redactie(engine, keur_regels))


def van_hier(request: Request) -> bool:
    """Whether a form comes from a page of this console, as far as the browser tells."""
    herkomst = request.headers.get("origin")
    return not herkomst or herkomst == "null" or herkomst.split("//")[-1] == request.headers.get("host")


def met_rol(*rollen: Rol) -> Callable[[Bezoeker], Bezoeker]:
    """Only people with one of these roles."""

    def eis(bezoeker: Annotated[Bezoeker, Depends(ingelogd)]) -> Bezoeker:
        if bezoeker.persoon.rol not in rollen:
            raise NietToegestaan(f"Deze pagina is voor: {', '.join(map(rolnaam, rollen))}.")
        return bezoeker

    return eis


Ingelogd = Annotated[Bezoeker, Depends(ingelogd)]
Redacteur = Annotated[Bezoeker, Depends(met_rol(*REDACTEUREN))]
Beheerder = Annotated[Bezoeker, Depends(met_rol(*BEHEERDERS))]


def toon(request: Request, sjabloon: str, status: int = 200, **bij: Any) -> Response:
    """A page of the console, with the help that belongs to it."""
    keuzes: Instellingen = request.app.state.instellingen
    vast = {"hulp": hulpblad(request.url.path), "eenmalig": keuzes.oidc_naam if keuzes.oidc_uitgever else ""}
    return SJABLONEN.TemplateResponse(request, sjabloon, {"persoon": None, **vast, **bij}, status_code=status)


def naar(adres: str) -> Response:
    """To another page, after a form."""
    return RedirectResponse(adres, 303)
