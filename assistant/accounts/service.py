"""Public door of the accounts: people and roles, signing in and out, one-time links, the audit trail."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.orm import Session

from assistant.accounts.audit import Auditspoor
from assistant.accounts.beheer import STATEN, Account, Accountbeheer, AccountOnbekend, AccountOngeldig
from assistant.accounts.models import (
    REDACTEUREN,
    ROLLEN,
    Aanmelding,
    Aanmeldstap,
    Auditregel,
    Gebruiker,
    Rol,
    Sessie,
    Uitnodiging,
)
from assistant.accounts.sleutels import gehasht as _hash
from assistant.accounts.sleutels import nu as _nu
from assistant.accounts.sleutels import uitnodiging
from storage.schrijven import schrijft

__all__ = [
    "REDACTEUREN",
    "ROLLEN",
    "SESSIEKOEK",
    "STATEN",
    "Account",
    "AccountOnbekend",
    "AccountOngeldig",
    "Accounts",
    "Auditregel",
    "Auditspoor",
    "InloggenMislukt",
    "Persoon",
    "Rol",
]

MINSTE_TEKENS: Final = 12
POGINGEN: Final = 5
DICHT: Final = dt.timedelta(minutes=15)
SESSIEDUUR: Final = dt.timedelta(hours=10)
STAPDUUR: Final = dt.timedelta(minutes=10)
EERSTE: Final = "beheerder"
#: Cookie that holds the key of a session; for the console and for the chat.
SESSIEKOEK: Final = "routewijzer_sessie"

_HASHER: Final = PasswordHasher()
#: Checked when there is no such person, so that the answer takes as long.
_NIEMAND: Final = _HASHER.hash(secrets.token_urlsafe())


class InloggenMislukt(ValueError):
    """Name and password do not fit, or the account is locked."""


@dataclass(frozen=True)
class Persoon:
    """Who is signed in, with the token that every form of this session must carry."""

    naam: str
    rol: Rol
    regio: str | None
    csrf: str = ""

    @property
    def mag_zaken_zien(self) -> bool:
        """Whether this person may see cases, those of one region where the account has one."""
        return self.rol in REDACTEUREN

    def mag_bewerken(self, gebied: str) -> bool:
        """Whether this person may change knowledge of a region."""
        if self.rol == "beheerder":
            return True
        return self.rol == "coordinator" and (self.regio is None or gebied == self.regio)


class Accounts(Accountbeheer):
    """The people of an installation, and how they sign in."""

    def eerste_beheerder(self) -> str | None:
        """The one-time key for the first beheerder; none as soon as somebody can sign in."""
        with schrijft(self._engine) as sessie:
            if sessie.scalar(sa.select(Gebruiker.id).where(Gebruiker.wachtwoord.is_not(None))):
                return None
            gebruiker = sessie.scalar(sa.select(Gebruiker).filter_by(naam=EERSTE))
            if gebruiker is None:
                gebruiker = Gebruiker(naam=EERSTE, rol="beheerder", mislukt=0, actief=True, gemaakt=_nu())
                sessie.add(gebruiker)
                sessie.flush()
            return uitnodiging(sessie, gebruiker)

    def uitgenodigd(self, sleutel: str) -> str | None:
        """Whose link this is; none when it was used or has expired."""
        with Session(self._engine) as sessie:
            link = sessie.get(Uitnodiging, _hash(sleutel))
            return link.gebruiker.naam if link and link.verloopt > _nu() else None

    def kies_wachtwoord(self, sleutel: str, wachtwoord: str) -> str:
        """Uses a one-time link; returns whose it was.  Sessions that were open are closed."""
        if len(wachtwoord) < MINSTE_TEKENS:
            raise AccountOngeldig(f"Kies een wachtwoord van minstens {MINSTE_TEKENS} tekens.")
        gehasht = _HASHER.hash(wachtwoord[:1000])
        with schrijft(self._engine) as sessie:
            link = sessie.get(Uitnodiging, _hash(sleutel))
            if link is None or link.verloopt <= _nu():
                raise AccountOngeldig("Deze link is al gebruikt of verlopen. Vraag een nieuwe aan de beheerder.")
            gebruiker = link.gebruiker
            gebruiker.wachtwoord, gebruiker.mislukt, gebruiker.dicht_tot = gehasht, 0, None
            sessie.execute(sa.delete(Uitnodiging).filter_by(gebruiker_id=gebruiker.id))
            sessie.execute(sa.delete(Sessie).filter_by(gebruiker_id=gebruiker.id))
            naam = gebruiker.naam
        self.audit.noteer(naam, "wachtwoord gekozen")
        return naam

    def log_in(self, naam: str, wachtwoord: str) -> str:
        """Signs in; returns the key for the cookie.  Five failures close the account for a quarter of an hour."""
        naam = naam.strip().lower()
        with Session(self._engine) as sessie:
            gebruiker = sessie.scalar(sa.select(Gebruiker).filter_by(naam=naam))
            gehasht = gebruiker.wachtwoord if gebruiker and gebruiker.wachtwoord else _NIEMAND
        klopt = _klopt(gehasht, wachtwoord)
        with schrijft(self._engine) as sessie:
            gebruiker = sessie.scalar(sa.select(Gebruiker).filter_by(naam=naam))
            dicht = bool(gebruiker and gebruiker.dicht_tot and gebruiker.dicht_tot > _nu())
            goed = gebruiker is not None and klopt and not dicht and gebruiker.actief
            sleutel = _sessie(sessie, gebruiker) if goed and gebruiker else ""
            if gebruiker and not goed and not dicht:
                _tel_mislukking(gebruiker)
        self.audit.noteer(naam, "ingelogd" if sleutel else "inloggen mislukt")
        if not sleutel:
            reden = "Te veel pogingen. Wacht een kwartier." if dicht else "Naam of wachtwoord klopt niet."
            raise InloggenMislukt(reden)
        return sleutel

    def log_in_via(self, uitgever: str, onderwerp: str, naam: str) -> str:
        """Signs in whom another provider vouches for; returns the key for the cookie.

        The first time the name must be that of an account; from then on only the subject counts, so that a name
        that somebody else gets later opens nothing.
        """
        naam = naam.strip().lower()[:80]
        with schrijft(self._engine) as sessie:
            gebruiker = _bekend(sessie, uitgever, onderwerp) or _koppel(sessie, uitgever, onderwerp, naam)
            sleutel = _sessie(sessie, gebruiker) if gebruiker and gebruiker.actief else ""
            wie = gebruiker.naam if gebruiker else naam
        self.audit.noteer(wie, "ingelogd met eenmalig inloggen" if sleutel else "eenmalig inloggen mislukt")
        if not sleutel:
            raise InloggenMislukt(
                f"Er is geen open account voor {naam or 'deze aanmelding'}. Vraag de beheerder om een account."
            )
        return sleutel

    def onthoud_stap(self, inhoud: dict[str, Any]) -> str:
        """Keeps what a sign-in elsewhere needs when it comes back; returns the key for a short-lived cookie."""
        sleutel = secrets.token_urlsafe(32)
        with schrijft(self._engine) as sessie:
            sessie.execute(sa.delete(Aanmeldstap).where(Aanmeldstap.verloopt <= _nu()))
            sessie.add(Aanmeldstap(sleutel=_hash(sleutel), inhoud=inhoud, verloopt=_nu() + STAPDUUR))
        return sleutel

    def neem_stap(self, sleutel: str | None) -> dict[str, Any]:
        """What was kept for a sign-in elsewhere; it can be used once."""
        with schrijft(self._engine) as sessie:
            stap = sessie.get(Aanmeldstap, _hash(sleutel or ""))
            if stap is None or stap.verloopt <= _nu():
                return {}
            sessie.delete(stap)
            return dict(stap.inhoud)

    def wie(self, sleutel: str | None) -> Persoon | None:
        """Who is signed in with this cookie."""
        if not sleutel:
            return None
        with Session(self._engine) as sessie:
            open_ = sessie.get(Sessie, _hash(sleutel))
            if open_ is None or open_.verloopt <= _nu() or not open_.gebruiker.actief:
                return None
            g = open_.gebruiker
            return Persoon(g.naam, next(r for r in ROLLEN if r == g.rol), g.regio, open_.csrf)

    def log_uit(self, sleutel: str) -> None:
        """Ends a session."""
        with schrijft(self._engine) as sessie:
            sessie.execute(sa.delete(Sessie).filter_by(sleutel=_hash(sleutel)))


def _bekend(sessie: Session, uitgever: str, onderwerp: str) -> Gebruiker | None:
    """Whoever signed in before with this subject."""
    eerder = sa.select(Aanmelding.gebruiker_id).filter_by(uitgever=uitgever, onderwerp=onderwerp)
    return sessie.scalar(sa.select(Gebruiker).where(Gebruiker.id.in_(eerder)))


def _koppel(sessie: Session, uitgever: str, onderwerp: str, naam: str) -> Gebruiker | None:
    """Ties an account to a subject, unless it is tied to another subject of this provider already."""
    gebruiker = sessie.scalar(sa.select(Gebruiker).filter_by(naam=naam, actief=True)) if naam else None
    if gebruiker is None:
        return None
    if sessie.scalar(sa.select(Aanmelding.id).filter_by(uitgever=uitgever, gebruiker_id=gebruiker.id)):
        return None
    sessie.add(Aanmelding(uitgever=uitgever, onderwerp=onderwerp, gebruiker_id=gebruiker.id))
    return gebruiker


def _sessie(sessie: Session, gebruiker: Gebruiker) -> str:
    gebruiker.mislukt, gebruiker.dicht_tot = 0, None
    sessie.execute(sa.delete(Sessie).where(Sessie.verloopt <= _nu()))
    sleutel = secrets.token_urlsafe(32)
    verloopt = _nu() + SESSIEDUUR
    sessie.add(
        Sessie(sleutel=_hash(sleutel), gebruiker_id=gebruiker.id, csrf=secrets.token_urlsafe(24), verloopt=verloopt)
    )
    return sleutel


def _tel_mislukking(gebruiker: Gebruiker) -> None:
    gebruiker.mislukt += 1
    if gebruiker.mislukt >= POGINGEN:
        gebruiker.mislukt, gebruiker.dicht_tot = 0, _nu() + DICHT


def _klopt(gehasht: str, wachtwoord: str) -> bool:
    try:
        return _HASHER.verify(gehasht, wachtwoord[:1000])
    except (VerificationError, InvalidHashError):
        return False
