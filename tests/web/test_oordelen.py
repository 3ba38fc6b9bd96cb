"""Judgements in the database."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa

from assistant.oordelen import Oordeel, Oordelenkast
from storage.engine import open_engine
from storage.migrate import werk_bij

INHOUD = {
    "goed": False,
    "reden": "onjuist",
    "toelichting": "",
    "vraag": "",
    "items": ["a"],
    "bewijs_id": None,
    "site": None,
}


@pytest.fixture
def kast(tmp_path: Path) -> Oordelenkast:
    """An empty, migrated database."""
    engine = open_engine(f"sqlite:///{tmp_path / 'oordelen.db'}")
    werk_bij(engine)
    return Oordelenkast(engine)


def test_a_later_judgement_replaces_the_earlier(kast: Oordelenkast) -> None:
    kast.bewaar("g", 1, **INHOUD)
    kast.bewaar("g", 1, **{**INHOUD, "goed": True, "reden": None})
    assert [(o.goed, o.items) for o in kast.alle()] == [(True, ["a"])]


def test_wiping_takes_one_conversation_only(kast: Oordelenkast) -> None:
    kast.bewaar("g", 1, **INHOUD)
    kast.bewaar("h", 1, **INHOUD)
    kast.wis("g")
    assert [o.gesprek_id for o in kast.alle()] == ["h"]


def test_old_judgements_go(kast: Oordelenkast) -> None:
    kast.bewaar("g", 1, **INHOUD)
    with kast._engine.begin() as verbinding:
        verbinding.execute(sa.update(Oordeel).values(gemaakt=dt.datetime(2020, 1, 1)))
    kast.bewaar("h", 1, **INHOUD)
    kast.ruim_op(30)
    assert [o.gesprek_id for o in kast.alle()] == ["h"]
