"""The shipped rules, loaded once for all tests of the advice package."""

from __future__ import annotations

import pytest
from adviesgevallen import maak_adviseur

from assistant.advice.plaats import Gemeentelijst
from assistant.advice.regels import Regelwerk
from assistant.advice.service import Adviseur
from knowledge.files import lees_regios
from knowledge.rulefiles import lees_invullingen, lees_regels
from knowledge.rulemodel import Regelset


@pytest.fixture(scope="session")
def adviseur() -> Adviseur:
    return maak_adviseur()


@pytest.fixture(scope="session")
def regels() -> Regelset:
    return lees_regels()


@pytest.fixture(scope="session")
def werk(regels: Regelset) -> Regelwerk:
    return Regelwerk(regels, lees_invullingen())


@pytest.fixture(scope="session")
def gemeenten() -> Gemeentelijst:
    return Gemeentelijst(lees_regios())
