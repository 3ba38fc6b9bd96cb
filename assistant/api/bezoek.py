"""Who is asking: from which site, and what that site may ask."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import compare_digest
from typing import Annotated, Final
from urllib.parse import urlsplit

from fastapi import Depends, Header, HTTPException, Request

from assistant.accounts.service import SESSIEKOEK, Accounts, Persoon
from assistant.api.rem import Rem
from assistant.cases.service import Toegang
from assistant.sites import Site
from storage.engine import open_engine

#: Where a browser says that a request comes from: a page of the same address, or nobody but its user.
_VAN_HIER: Final = (None, "same-origin", "none")

Sitekop = Annotated[str | None, Header(alias="Routewijzer-Site", description="Sleutel van de site die de chat toont.")]
Csrfkop = Annotated[
    str | None, Header(alias="Routewijzer-Csrf", description="Merk van de aanmelding; nodig voor vragen over zaken.")
]


@dataclass(frozen=True)
class Bezoek:
    """A request that may be answered."""

    site: Site | None
    toegang: Toegang | None


def herkomst(request: Request, sleutel: Sitekop = None) -> Site | None:
    """The site that asks; refuses one that is unknown or shown from elsewhere."""
    site: Site | None = request.app.state.sites.geef(sleutel) if sleutel else None
    if sleutel and site is None:
        raise HTTPException(404, "Deze site staat niet in de sitetabel.")
    controleer_oorsprong(request, site)
    return site


def bezoek(request: Request, site: Annotated[Site | None, Depends(herkomst)], csrf: Csrfkop = None) -> Bezoek:
    """A visit to a site that is open.  Who is signed in may ask about cases, with the token of that session."""
    persoon = aangemeld(request)
    if site:
        _controleer_open(site, persoon)
    if persoon is None or not compare_digest((csrf or "").encode(), persoon.csrf.encode()):
        return Bezoek(site, None)
    return Bezoek(site, Toegang(persoon.naam, persoon.regio, persoon.mag_zaken_zien))


def begrensd_bezoek(request: Request, bezoek: Annotated[Bezoek, Depends(bezoek)]) -> Bezoek:
    """The same, for requests that cost work: they count towards the limit of the site."""
    if bezoek.site and not _rem(request, bezoek.site).mag(bezoek.site.sleutel):
        raise HTTPException(429, "Het is nu erg druk op deze site. Wacht een minuut.", {"Retry-After": "60"})
    return bezoek


def _rem(request: Request, site: Site) -> Rem:
    remmen: dict[tuple[str, int], Rem] = request.app.state.siteremmen
    return remmen.setdefault((site.sleutel, site.berichten_per_minuut), Rem(site.berichten_per_minuut))


def controleer_oorsprong(request: Request, site: Site | None) -> None:
    """Refuses a browser that shows the chat on another site than this one."""
    if not _eigen(request) and (site is None or request.headers.get("origin") not in site.oorsprongen):
        raise HTTPException(403, "Vanaf dit adres mag de chat niet worden gebruikt. Zet het in de sitetabel.")


def aangemeld(request: Request) -> Persoon | None:
    """Who is signed in.  Only a page of our own address counts: not one of a sister site to which a browser lends the cookie."""
    sleutel = request.cookies.get(SESSIEKOEK)
    if sleutel is None or not _eigen(request) or request.headers.get("sec-fetch-site") not in _VAN_HIER:
        return None
    return Accounts(open_engine(request.app.state.instellingen.database_url)).wie(sleutel)


def _eigen(request: Request) -> bool:
    oorsprong = request.headers.get("origin")
    return oorsprong is None or urlsplit(oorsprong).netloc == request.headers.get("host")


def _controleer_open(site: Site, persoon: Persoon | None) -> None:
    if site.gepauzeerd:
        raise HTTPException(503, "De chat is tijdelijk dicht.", {"Retry-After": "600"})
    if not site.open_voor(persoon is not None):
        raise HTTPException(401, "Voor deze chat moet u inloggen.", {"WWW-Authenticate": "Routewijzer"})
