"""Cases from the data files, and an adviser on other rules; shared by the tests of the advice package."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.advice.service import Adviseur
from knowledge.files import lees_contacten, lees_documenten, lees_regios
from knowledge.rulefiles import lees_invullingen, lees_regels
from knowledge.rulemodel import Regelset

PEILDATUM = dt.date(2023, 10, 1)
HIER = Path(__file__).parent


def gevallen(bestand: str) -> list[Any]:
    """Cases from a data file, each named by its sentence."""
    inhoud = yaml.safe_load((HIER / "gevallen" / bestand).read_text(encoding="utf-8"))
    return [pytest.param(geval, id=geval["naam"]) for geval in inhoud]


def maak_adviseur(regels: Regelset | None = None) -> Adviseur:
    """An adviser on the shipped knowledge, or on other rules."""
    return Adviseur(regels or lees_regels(), lees_invullingen(), lees_contacten(), lees_regios(), lees_documenten())
