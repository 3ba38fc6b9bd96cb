"""Accounts: who may sign in, with which role and region; for the beheerder."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from assistant.accounts.service import ROLLEN, STATEN, Account, AccountOngeldig
from assistant.web.console.poort import Beheerder, Bezoeker, Velden, naar
from knowledge.model import REGIOS
from knowledge.publish import RecordOnbekend

router = APIRouter(prefix="/console/accounts", include_in_schema=False)


@router.get("")
def lijst(bezoeker: Beheerder) -> Response:
    """Everybody, and a form for somebody new."""
    bezoeker.noteer("accounts gelezen")
    return _lijst(bezoeker)


def _lijst(bezoeker: Bezoeker, status: int = 200, fout: str = "", ingevuld: dict[str, str] | None = None) -> Response:
    return bezoeker.toon(
        "accounts.html", status, accounts=bezoeker.accounts.alle(), staten=STATEN, rollen=ROLLEN, regios=REGIOS, fout=fout,
        ingevuld=ingevuld or {},
    )  # fmt: skip


@router.post("")
def maak(bezoeker: Beheerder, ingevuld: Velden) -> Response:
    """A new account; its page shows the one-time link, this once."""
    kast, naam = bezoeker.accounts, ingevuld.get("naam", "").strip().lower()
    try:
        sleutel = kast.maak(naam, ingevuld.get("rol", ""), ingevuld.get("regio") or None, bezoeker.persoon.naam)
    except AccountOngeldig as fout:
        return _lijst(bezoeker, 422, str(fout), ingevuld)
    nieuw = next(a for a in kast.alle() if a.naam == naam)
    return _pagina(bezoeker, nieuw, 201, link=_adres(bezoeker.request, sleutel))


@router.get("/{id_}")
def account(bezoeker: Beheerder, id_: int) -> Response:
    """One account, and what its owner did last."""
    gekozen = bezoeker.accounts.account(id_)
    bezoeker.noteer("account gelezen", gekozen.naam)
    return _pagina(bezoeker, gekozen)


def _pagina(bezoeker: Bezoeker, gekozen: Account, status: int = 200, fout: str = "", link: str = "") -> Response:
    return bezoeker.toon(
        "account.html", status, account=gekozen, staten=STATEN, rollen=ROLLEN, regios=REGIOS, fout=fout, link=link,
        spoor=bezoeker.accounts.audit.laatste(20, gekozen.naam), zelf=gekozen.naam == bezoeker.persoon.naam,
    )  # fmt: skip


def _adres(request: Request, sleutel: str) -> str:
    """Where somebody chooses a password, at the address by which the beheerder reached this page."""
    return str(request.url_for("welkom", sleutel=sleutel))


@router.post("/{id_}")
def wijzig(bezoeker: Beheerder, id_: int, ingevuld: Velden) -> Response:
    """Another role or region."""
    gekozen, wie = bezoeker.accounts.account(id_), bezoeker.persoon.naam
    try:
        _eis_ander(bezoeker, gekozen)
        bezoeker.accounts.wijzig(gekozen.naam, ingevuld.get("rol", ""), ingevuld.get("regio") or None, wie)
    except AccountOngeldig as fout:
        return _pagina(bezoeker, gekozen, 422, str(fout))
    return naar(f"/console/accounts/{id_}")


@router.post("/{id_}/{daad}")
def doe(bezoeker: Beheerder, id_: int, daad: str) -> Response:
    """A new one-time link, or closing and opening an account."""
    gekozen, kast, wie = bezoeker.accounts.account(id_), bezoeker.accounts, bezoeker.persoon.naam
    if daad not in ("link", "sluiten", "openen"):
        raise RecordOnbekend("Deze stap bestaat niet. Kies een knop op de pagina van het account.")
    try:
        if daad == "link":
            link = _adres(bezoeker.request, kast.nieuwe_link(gekozen.naam, wie))
            return _pagina(bezoeker, kast.account(id_), link=link)
        _eis_ander(bezoeker, gekozen)
        kast.zet_actief(gekozen.naam, daad == "openen", wie)
    except AccountOngeldig as fout:
        return _pagina(bezoeker, gekozen, 422, str(fout))
    return naar(f"/console/accounts/{id_}")


def _eis_ander(bezoeker: Bezoeker, gekozen: Account) -> None:
    """Stops a beheerder from shutting herself out."""
    if gekozen.naam == bezoeker.persoon.naam:
        raise AccountOngeldig("Uw eigen rol en account wijzigt een andere beheerder, zodat u zich niet buitensluit.")
