"""Keeping accounts: who there is, new people, another role or region, closing and opening, one-time links."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from assistant.accounts.audit import Auditspoor
from assistant.accounts.models import ROLLEN, Aanmelding, Gebruiker, Sessie, Uitnodiging
from assistant.accounts.sleutels import nu, uitnodiging
from knowledge.model import REGIOS
from storage.schrijven import schrijft

OPDRACHTREGEL: Final = "opdrachtregel"
Staat = Literal["actief", "uitgenodigd", "op-slot", "gesloten"]
#: What a state is called.
STATEN: Final[dict[Staat, str]] = {
    "actief": "Actief",
    "uitgenodigd": "Nog geen wachtwoord",
    "op-slot": "Een kwartier dicht",
    "gesloten": "Gesloten",
}


class AccountOngeldig(ValueError):
    """An account cannot be made or changed like this; says why."""


class AccountOnbekend(AccountOngeldig):
    """There is no such account."""


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in, as the beheerder sees it; times are UTC."""

    id: int
    naam: str
    rol: str
    regio: str | None
    staat: Staat
    laatst_ingelogd: dt.datetime | None
    link_tot: dt.datetime | None


class Accountbeheer:
    """The people of an installation, and what a beheerder does with their accounts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.audit = Auditspoor(engine)

    def alle(self) -> list[Account]:
        """Everybody, by name."""
        laatst = self.audit.laatst_ingelogd()
        with Session(self._engine) as sessie:
            links = {u.gebruiker_id: u.verloopt for u in sessie.scalars(sa.select(Uitnodiging))}
            elders = set(sessie.scalars(sa.select(Aanmelding.gebruiker_id)))
            mensen = sessie.scalars(sa.select(Gebruiker).order_by(Gebruiker.naam))
            return [_account(g, laatst.get(g.naam), links.get(g.id), g.id in elders) for g in mensen]

    def account(self, id_: int) -> Account:
        """One account."""
        gevonden = next((a for a in self.alle() if a.id == id_), None)
        if gevonden is None:
            raise AccountOnbekend("Dit account bestaat niet. Kies een account in de lijst.")
        return gevonden

    def maak(self, naam: str, rol: str, regio: str | None = None, wie: str = OPDRACHTREGEL) -> str:
        """A new account; returns the one-time key with which its owner chooses a password."""
        naam = naam.strip().lower()
        if not naam or len(naam) > 80 or not naam.isprintable():
            raise AccountOngeldig("Naam: geef een naam van 1 tot 80 tekens, op één regel.")
        _eis_rol(rol, regio)
        with schrijft(self._engine) as sessie:
            if sessie.scalar(sa.select(Gebruiker.id).filter_by(naam=naam)):
                raise AccountOngeldig(f"Naam: er is al een account met de naam {naam}. Kies een andere naam.")
            gebruiker = Gebruiker(naam=naam, rol=rol, regio=regio, mislukt=0, actief=True, gemaakt=nu())
            sessie.add(gebruiker)
            sessie.flush()
            sleutel = uitnodiging(sessie, gebruiker)
        self.audit.noteer(wie, "account gemaakt", f"{naam} ({_taak(rol, regio)})")
        return sleutel

    def wijzig(self, naam: str, rol: str, regio: str | None = None, wie: str = OPDRACHTREGEL) -> None:
        """Another role or region; it counts from the next click of whoever is signed in."""
        _eis_rol(rol, regio)
        with schrijft(self._engine) as sessie:
            gebruiker = zoek(sessie, naam)
            if rol != "beheerder":
                _eis_andere_beheerder(sessie, gebruiker)
            eerst = _taak(gebruiker.rol, gebruiker.regio)
            gebruiker.rol, gebruiker.regio = rol, regio
        self.audit.noteer(wie, "account gewijzigd", f"{naam}: {eerst} → {_taak(rol, regio)}")

    def nieuwe_link(self, naam: str, wie: str = OPDRACHTREGEL) -> str:
        """A one-time key with which somebody chooses a new password."""
        with schrijft(self._engine) as sessie:
            sleutel = uitnodiging(sessie, zoek(sessie, naam))
        self.audit.noteer(wie, "nieuwe link", naam)
        return sleutel

    def zet_actief(self, naam: str, actief: bool, wie: str = OPDRACHTREGEL) -> None:
        """Closes or opens an account; closing ends its sessions and its one-time link at once."""
        with schrijft(self._engine) as sessie:
            gebruiker = zoek(sessie, naam)
            if not actief:
                _eis_andere_beheerder(sessie, gebruiker)
                sessie.execute(sa.delete(Sessie).filter_by(gebruiker_id=gebruiker.id))
                sessie.execute(sa.delete(Uitnodiging).filter_by(gebruiker_id=gebruiker.id))
            gebruiker.actief = actief
        self.audit.noteer(wie, "account geopend" if actief else "account gesloten", naam)


def zoek(sessie: Session, naam: str) -> Gebruiker:
    """Somebody by name."""
    gebruiker = sessie.scalar(sa.select(Gebruiker).filter_by(naam=naam.strip().lower()))
    if gebruiker is None:
        raise AccountOnbekend(f"Er is geen account met de naam {naam}.")
    return gebruiker


def _account(g: Gebruiker, laatst: dt.datetime | None, link_tot: dt.datetime | None, elders: bool) -> Account:
    open_link = link_tot if link_tot and link_tot > nu() else None
    return Account(g.id, g.naam, g.rol, g.regio, _staat(g, elders), laatst, open_link)


def _staat(g: Gebruiker, elders: bool) -> Staat:
    if not g.actief:
        return "gesloten"
    if g.dicht_tot and g.dicht_tot > nu():
        return "op-slot"
    return "actief" if g.wachtwoord or elders else "uitgenodigd"


def _eis_rol(rol: str, regio: str | None) -> None:
    if rol not in ROLLEN:
        raise AccountOngeldig(f"Rol: {rol or 'leeg'} is geen rol. Kies uit {', '.join(ROLLEN)}.")
    if regio is not None and regio not in REGIOS:
        raise AccountOngeldig(f"Regio: {regio} is geen regio. Kies uit {', '.join(REGIOS)}.")


def _eis_andere_beheerder(sessie: Session, gebruiker: Gebruiker) -> None:
    """Stops the last beheerder from going: nobody could let anybody in any more."""
    anderen = sa.select(Gebruiker.id).where(
        Gebruiker.rol == "beheerder", Gebruiker.actief, Gebruiker.id != gebruiker.id
    )
    if gebruiker.rol == "beheerder" and gebruiker.actief and sessie.scalar(anderen.limit(1)) is None:
        raise AccountOngeldig(f"{gebruiker.naam} is de enige beheerder. Maak eerst een andere beheerder.")


def _taak(rol: str, regio: str | None) -> str:
    return f"{rol} {regio}" if regio else rol
