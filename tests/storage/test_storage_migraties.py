"""Migrations give the tables of the models, on SQLite and PostgreSQL, also when two processes start at once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from storage.engine import Base, DatabaseOnbereikbaar, open_engine
from storage.migrate import werk_bij

WORTEL = Path(__file__).resolve().parents[2]
TABELLEN = {"jongere", "traject", "contactmoment", "bewijsstuk", "oordeel", "alembic_version"}
MIGREER = "import sys; from storage.engine import open_engine; from storage.migrate import werk_bij; werk_bij(open_engine(sys.argv[1]))"


@pytest.fixture(params=["sqlite", "postgresql"])
def adres(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue("vers" if request.param == "sqlite" else "postgres"))


def laad_alle_modellen() -> None:
    """Imports every module that declares a table, so that ``Base`` knows them all."""
    for pakket in ("assistant", "knowledge"):
        for pad in (WORTEL / pakket).rglob("*.py"):
            if "__tablename__" in pad.read_text(encoding="utf-8"):
                import_module(".".join(pad.relative_to(WORTEL).with_suffix("").parts))


def anders_van_soort(_context: Any, _gevonden: Any, _bedoeld: Any, gevonden: Any, bedoeld: Any) -> bool | None:
    """Text and a string without a length hold the same; the rest is for Alembic to compare."""
    onbegrensd = all(isinstance(t, sa.String) and t.length is None for t in (gevonden, bedoeld))
    return False if onbegrensd else None


def verschillen(engine: sa.Engine) -> list[str]:
    """Where the database differs from the models."""
    with engine.connect() as verbinding:
        context = MigrationContext.configure(verbinding, opts={"compare_type": anders_van_soort})
        return [str(v) for v in compare_metadata(context, Base.metadata)]


def test_migraties_geven_de_tabellen_van_de_modellen(adres: str) -> None:
    laad_alle_modellen()
    engine = open_engine(adres)
    werk_bij(engine)
    assert set(sa.inspect(engine).get_table_names()) >= TABELLEN
    assert verschillen(engine) == []
    engine.dispose()


def test_bijwerken_mag_vaker(adres: str) -> None:
    engine = open_engine(adres)
    werk_bij(engine)
    with engine.begin() as verbinding:
        verbinding.execute(sa.text("insert into bewijsstuk (id, inhoud, gemaakt) values ('a', '{}', '2026-01-01')"))
    werk_bij(engine)
    with engine.connect() as verbinding:
        assert verbinding.execute(sa.text("select count(*) from bewijsstuk")).scalar_one() == 1
    engine.dispose()


def test_twee_processen_werken_tegelijk_bij(adres: str) -> None:
    processen = [
        subprocess.Popen([sys.executable, "-W", "ignore", "-c", MIGREER, adres], stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    uitkomsten = [(p.communicate(timeout=120)[1][-500:], p.returncode) for p in processen]
    assert [code for _, code in uitkomsten] == [0, 0], uitkomsten
    engine = open_engine(adres)
    with engine.connect() as verbinding:
        assert verbinding.execute(sa.text("select count(*) from alembic_version")).scalar_one() == 1
    assert set(sa.inspect(engine).get_table_names()) >= TABELLEN
    engine.dispose()


def test_sqlite_staat_in_wal_en_bewaakt_verwijzingen(vers: str) -> None:
    with open_engine(vers).connect() as verbinding:
        assert verbinding.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert verbinding.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_ook_de_gesprekkenkast_staat_in_wal(vers: str, assistent: object) -> None:
    from assistant.chat.trackers import Gesprekkenkast

    kast = Gesprekkenkast(assistent._agent.domain, vers)  # type: ignore[attr-defined]
    with kast.engine.connect() as verbinding:
        assert verbinding.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


def test_de_map_van_de_database_wordt_gemaakt(tmp_path: Path) -> None:
    werk_bij(open_engine(f"sqlite:///{tmp_path / 'diep' / 'dieper' / 'x.db'}"))
    assert (tmp_path / "diep" / "dieper" / "x.db").exists()


def test_een_database_die_geen_database_is_geeft_een_nederlandse_fout(tmp_path: Path) -> None:
    (tmp_path / "kapot.db").write_text("dit is geen database" * 100)
    with pytest.raises(DatabaseOnbereikbaar, match="ROUTEWIJZER_DATABASE_URL"):
        werk_bij(open_engine(f"sqlite:///{tmp_path / 'kapot.db'}"))


def test_een_server_die_er_niet_is_geeft_een_nederlandse_fout() -> None:
    with pytest.raises(DatabaseOnbereikbaar, match="ROUTEWIJZER_DATABASE_URL"):
        werk_bij(open_engine("postgresql+psycopg2://postgres@127.0.0.1:1/niets?connect_timeout=2"))


def test_een_database_die_alleen_te_lezen_is_geeft_een_nederlandse_fout(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    with pytest.raises(DatabaseOnbereikbaar, match="beschrijfbaar"):
        werk_bij(open_engine(f"sqlite:///file:{tmp_path / 'x.db'}?mode=ro&uri=true"))


def test_een_database_die_een_ander_vasthoudt_geeft_een_nederlandse_fout(tmp_path: Path) -> None:
    ander = sqlite3.connect(tmp_path / "x.db")
    ander.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseOnbereikbaar, match="vasthoudt"):
        werk_bij(sa.create_engine(f"sqlite:///{tmp_path / 'x.db'}", connect_args={"timeout": 0.1}))
    ander.rollback()
