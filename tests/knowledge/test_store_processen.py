"""Several processes on one database: a publication is seen everywhere, and a killed process leaves nothing half-live."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from knowledge.publish import Redactie
from knowledge.release import neem_uitgave_over
from knowledge.store import Kennisversie, Publicatie
from storage.engine import open_engine
from storage.migrate import werk_bij

WORTEL = Path(__file__).resolve().parents[2]
POSTGRES = "postgresql+psycopg2://postgres@127.0.0.1:5432"
WPDA, NUMMER = "contact-nmd-wpda", "0592 987 654"

KIJKER = f"""
import time
from assistant.diensten import diensten
def nummer(): return next(c.telefoon for c in diensten().kennis.contacten if c.id == "{WPDA}")
diensten().warm(); print("klaar", flush=True)
while nummer() != "{NUMMER}": time.sleep(0.1)
print("gezien", flush=True)
"""
IMPORT = """
import sys
from pathlib import Path
from knowledge import kinds, release
from knowledge.service import neem_uitgave_over
from storage.engine import open_engine
from storage.migrate import werk_bij
engine = open_engine(sys.argv[1])
werk_bij(engine)
print("bezig", flush=True)
neem_uitgave_over(engine)
print("gedaan", flush=True)
"""
PUBLICEER = """
import sys
from knowledge.publish import Redactie
from storage.engine import open_engine
redactie = Redactie(open_engine(sys.argv[1]))
print("bezig", flush=True)
for ronde in range(1000):
    versie = redactie.concept("contact", "contact-nmd-wpda", "An")
    redactie.bewaar(versie.id, {**versie.inhoud, "toelichting": f"ronde {ronde}"}, versie.stand, "An")
    redactie.bied_aan(versie.id)
    redactie.publiceer(versie.id, "Bo")
"""


def _postgres() -> sa.Engine:
    return sa.create_engine(f"{POSTGRES}/postgres", isolation_level="AUTOCOMMIT", connect_args={"connect_timeout": 3})


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'kennis.db'}"
        return
    naam = f"routewijzer_{uuid.uuid4().hex[:10]}"
    try:
        with _postgres().connect() as verbinding:
            verbinding.execute(sa.text(f"CREATE DATABASE {naam}"))
    except sa.exc.OperationalError:
        pytest.skip("geen PostgreSQL op 127.0.0.1:5432")
    yield f"{POSTGRES}/{naam}"
    open_engine(f"{POSTGRES}/{naam}").dispose()
    with _postgres().connect() as verbinding:
        verbinding.execute(sa.text(f"DROP DATABASE {naam} WITH (FORCE)"))


def start(programma: str, url: str) -> subprocess.Popen[str]:
    omgeving = {**os.environ, "ROUTEWIJZER_DATABASE_URL": url}
    return subprocess.Popen(
        [sys.executable, "-c", programma, url], env=omgeving, cwd=WORTEL, stdout=subprocess.PIPE, text=True
    )


def regel(proces: subprocess.Popen[str]) -> str:
    assert proces.stdout is not None
    return proces.stdout.readline().strip()


def test_een_publicatie_is_in_twee_andere_processen_binnen_vijf_seconden_te_zien(url: str) -> None:
    engine = open_engine(url)
    werk_bij(engine)
    neem_uitgave_over(engine)
    kijkers = [start(KIJKER, url), start(KIJKER, url)]
    try:
        assert [regel(k) for k in kijkers] == ["klaar", "klaar"]
        redactie = Redactie(engine)
        versie = redactie.concept("contact", WPDA, "An")
        redactie.bewaar(versie.id, {**versie.inhoud, "telefoon": NUMMER}, versie.stand, "An")
        redactie.bied_aan(versie.id)
        redactie.publiceer(versie.id, "Bo")
        begin = time.monotonic()
        assert [regel(k) for k in kijkers] == ["gezien", "gezien"]
        assert time.monotonic() - begin < 5
    finally:
        for kijker in kijkers:
            kijker.kill()


def test_twee_processen_die_tegelijk_voor_het_eerst_starten_nemen_de_kennis_een_keer_over(url: str) -> None:
    processen = [start(IMPORT, url), start(IMPORT, url)]
    assert [p.wait(120) for p in processen] == [0, 0]
    with open_engine(url).connect() as verbinding:
        assert verbinding.scalar(sa.select(sa.func.count()).select_from(Publicatie)) == 1
        assert verbinding.scalar(sa.select(sa.func.max(Kennisversie.nr))) == 1


@pytest.mark.parametrize("na", [0.0, 0.4, 0.9])
def test_een_afgebroken_import_laat_niets_achter_en_de_volgende_slaagt(url: str, na: float) -> None:
    proces = start(IMPORT, url)
    assert regel(proces) == "bezig"
    time.sleep(na)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    engine = open_engine(url)
    with engine.connect() as verbinding:
        aantal = verbinding.scalar(sa.select(sa.func.count()).select_from(Kennisversie))
    overname = neem_uitgave_over(engine)
    assert (aantal == 0 and overname is not None) or (aantal and overname is None)


def test_een_afgebroken_publicatie_is_er_helemaal_of_helemaal_niet(url: str) -> None:
    engine = open_engine(url)
    werk_bij(engine)
    neem_uitgave_over(engine)
    proces = start(PUBLICEER, url)
    assert regel(proces) == "bezig"
    time.sleep(1.5)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    versies = Redactie(engine).versies("contact", WPDA)
    live = [v for v in versies if v.status == "gepubliceerd"]
    assert all(v.publicatie_id and v.in_werking and v.beoordelaar == "Bo" for v in live if v.nr > 1)
    assert not any(v.publicatie_id for v in versies if v.status != "gepubliceerd")
    with engine.connect() as verbinding:
        assert verbinding.scalar(sa.select(sa.func.count()).select_from(Publicatie)) == len(live)
    assert sum(c.id == WPDA for c in Redactie(engine).kennis().contacten) == 1
