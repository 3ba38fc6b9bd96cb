"""One reader for all tests of reading."""

import datetime as dt
from typing import Any

import pytest
from leesgevallen import Lees

from assistant.advice.reading import Lezer, Lezing
from knowledge.files import lees_regios

PEILDATUM = dt.date(2026, 11, 22)


@pytest.fixture(scope="session")
def lezer() -> Lezer:
    return Lezer(lees_regios())


@pytest.fixture(scope="session")
def lees(lezer: Lezer) -> Lees:
    def _lees(tekst: str, **gesprek: Any) -> Lezing:
        return lezer.lees(tekst, peildatum=PEILDATUM, **gesprek)

    return _lees
