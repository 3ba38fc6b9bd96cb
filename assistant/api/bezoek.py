"""Who is asking: from which site, and what that site may ask."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Header, HTTPException, Request

from assistant.accounts.service import SESSIEKOEK, Accounts
from assistant.api.rem import Rem
from assistant.sites import EIGEN, Site
from storage.engine import open_engine

Sitekop = Annotated[str | None, Header(alias="Routewijzer-Site", description="Sleutel van de site die de chat toont.")]


@dataclass(frozen=True)
class Bezoek:
    """A request that may be answered."""

    site: Site | None
    zaken: bool


def herkomst(request: Request, sleutel: Sitekop = None) -> Site | None:
    """The site that asks; refuses one that is unknown or shown from elsewhere."""
    site: Site | None = request.app.state.sites.geef(sleutel) if sleutel else None
    if sleutel and site is None:
        raise HTTPException(404, "Deze site staat niet in de sitetabel.")
    controleer_oorsprong(request, site)
    return site


def bezoek(request: Request, site: Annotated[Site | None, Depends(herkomst)]) -> Bezoek:
    """A visit to a site that is open."""
    if site:
        _controleer_open(request, site)
    eigen = site is None or site.sleutel == EIGEN
    return Bezoek(site, request.app.state.instellingen.zaken_in_chat and eigen and _op_deze_machine(request))


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
    oorsprong = request.headers.get("origin")
    eigen = oorsprong is None or urlsplit(oorsprong).netloc == request.headers.get("host")
    if not eigen and (site is None or oorsprong not in site.oorsprongen):
        raise HTTPException(403, "Vanaf dit adres mag de chat niet worden gebruikt. Zet het in de sitetabel.")


def ingelogd(request: Request) -> bool:
    """Whether the browser has a session.  Only sent to pages of our own site, so an embedding site never sees it."""
    sleutel = request.cookies.get(SESSIEKOEK)
    if sleutel is None:
        return False
    return Accounts(open_engine(request.app.state.instellingen.database_url)).wie(sleutel) is not None


def _controleer_open(request: Request, site: Site) -> None:
    if site.gepauzeerd:
        raise HTTPException(503, "De chat is tijdelijk dicht.", {"Retry-After": "600"})
    if not site.open_voor(ingelogd(request)):
        raise HTTPException(401, "Voor deze chat moet u inloggen.", {"WWW-Authenticate": "Routewijzer"})


def _op_deze_machine(request: Request) -> bool:
    """Both ends are this machine; the name in the address counts too, so that no other site can borrow it."""
    naam = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    return _lokaal(request.client.host if request.client else "") and _lokaal(naam)


def _lokaal(adres: str) -> bool:
    try:
        return adres == "localhost" or ipaddress.ip_address(adres).is_loopback
    except ValueError:
        return False
