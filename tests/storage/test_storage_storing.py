"""A database that is locked or may not be written: a clear message, and the process lives on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from assistant.settings import instellingen
from storage.engine import open_engine

ALLEEN_LEZEN = "PRAGMA query_only = ON"


@pytest.fixture
def snel_op_slot() -> Iterator[sqlite3.Connection]:
    """Another program that holds the write lock; our connections wait a tenth of a second for it."""
    url = instellingen().database_url
    haast = _wacht_kort(url)
    ander = sqlite3.connect(str(sa.engine.make_url(url).database), timeout=5)
    ander.execute("BEGIN IMMEDIATE")
    yield ander
    ander.rollback()
    ander.close()
    haast()


def _wacht_kort(url: str) -> Any:
    engine = open_engine(url)

    def kort(verbinding: Any, _: Any) -> None:
        verbinding.execute("PRAGMA busy_timeout = 100")

    sa.event.listen(engine, "connect", kort)
    engine.dispose()

    def terug() -> None:
        sa.event.remove(engine, "connect", kort)
        engine.dispose()

    return terug


def test_een_vergrendelde_database_geeft_een_duidelijke_melding(klant: Any, snel_op_slot: sqlite3.Connection) -> None:
    antwoord = klant.post("/jikp-toetsen", json={"kenmerken": {"leeftijd": 13, "onderwijs": "havo"}})
    assert antwoord.status_code == 503
    assert "opnieuw" in antwoord.json()["detail"]
    assert klant.get("/gezondheid").status_code == 200
    snel_op_slot.rollback()
    assert klant.post("/jikp-toetsen", json={"kenmerken": {"leeftijd": 13, "onderwijs": "havo"}}).status_code == 200


def test_een_bericht_tijdens_een_vergrendeling_gaat_niet_stil_verloren(
    klant: Any, assistent: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    gesprek = klant.gesprek("nmd")
    klant.zeg(gesprek, "leerling van het pro in Assen wil werken")

    async def op_slot(*_: Any) -> None:
        raise sa.exc.OperationalError("insert", {}, sqlite3.OperationalError("database is locked"))

    with monkeypatch.context() as m:
        m.setattr(assistent._kast, "save", op_slot)
        antwoord = klant.post(f"/gesprekken/{gesprek}/berichten", json={"tekst": "17"})
    assert antwoord.status_code == 503
    assert "niet verwerkt" in antwoord.json()["detail"]
    assert klant.zeg(gesprek, "17")[-1]["advies"]["route"] == "pro-vso-arbeid"


def test_een_database_die_niet_beschreven_mag_worden_laat_vragen_toe(model: Path, tmp_path: Path, lus: Any) -> None:
    from assistant.chat.service import Assistent

    keuzes = instellingen().model_copy(update={"database_url": f"sqlite:///{tmp_path / 'x.db'}"})
    assistent = Assistent(keuzes, vluchtig=True)
    antwoord = lus.draai(assistent.stuur(assistent.nieuw_gesprek(), "wat is een startkwalificatie?", regio="nmd"))
    assert antwoord[0].gedrag == "antwoord"
    assert not (tmp_path / "x.db").exists()


def test_schrijven_in_een_leesbare_database_geeft_een_duidelijke_melding(klant: Any) -> None:
    engine = open_engine(instellingen().database_url)

    def alleen_lezen(verbinding: Any, _: Any) -> None:
        verbinding.execute(ALLEEN_LEZEN)

    sa.event.listen(engine, "connect", alleen_lezen)
    engine.dispose()
    try:
        antwoord = klant.post("/jikp-toetsen", json={"kenmerken": {"leeftijd": 14, "onderwijs": "havo"}})
        assert antwoord.status_code == 503
        assert antwoord.headers["content-type"] == "application/problem+json"
    finally:
        sa.event.remove(engine, "connect", alleen_lezen)
        engine.dispose()
    assert klant.post("/jikp-toetsen", json={"kenmerken": {"leeftijd": 14, "onderwijs": "havo"}}).status_code == 200
