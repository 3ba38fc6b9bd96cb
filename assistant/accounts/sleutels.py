"""One-time links and the time: what keeping accounts and signing in both need."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from assistant.accounts.models import Gebruiker, Uitnodiging

LINKDUUR: Final = dt.timedelta(hours=48)


def uitnodiging(sessie: Session, gebruiker: Gebruiker) -> str:
    """A new one-time link; the earlier ones no longer work."""
    sessie.execute(sa.delete(Uitnodiging).filter_by(gebruiker_id=gebruiker.id))
    sleutel = secrets.token_urlsafe(32)
    sessie.add(Uitnodiging(sleutel=gehasht(sleutel), gebruiker_id=gebruiker.id, verloopt=nu() + LINKDUUR))
    return sleutel


def gehasht(sleutel: str) -> str:
    """A key as it is kept: nobody who reads the database can use it."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


def nu() -> dt.datetime:
    """The time as it is stored: UTC, without zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)
