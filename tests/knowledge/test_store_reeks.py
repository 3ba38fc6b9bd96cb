"""Any sequence of edits keeps every published text and puts exactly one version in force on every date."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from knowledge import kinds
from knowledge.files import CONTENT
from knowledge.publish import Bewerkingsconflict, Redactie, StapOngeldig
from knowledge.release import neem_uitgave_over
from knowledge.store import Kennisversie, in_werking
from storage.engine import open_engine
from storage.migrate import werk_bij

VANDAAG = dt.date.today()
SLEUTELS = ("contact-nmd-wpda", "contact-nmd-rmc")
MENSEN = ("An", "Bo", "Cas")
DAGEN = [VANDAAG + dt.timedelta(days=n) for n in (-1, 0, 1, 3, 10)]

stappen = st.lists(
    st.tuples(
        st.sampled_from(["bewerk", "oud", "bied", "terug", "publiceer", "trek", "archiveer", "herstel", "bevestig"]),
        st.sampled_from(SLEUTELS),
        st.sampled_from(MENSEN),
        st.integers(0, 99),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def sjabloon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small base: one region's documents, contacts and municipalities."""
    map_ = tmp_path_factory.mktemp("klein")
    klein = [s for s in kinds.lees_map(CONTENT) if s.soort in ("document", "regio") or s.sleutel in SLEUTELS]
    kinds.schrijf_map(map_ / "inhoud", klein)
    engine = open_engine(f"sqlite:///{map_ / 'klein.db'}")
    werk_bij(engine)
    neem_uitgave_over(engine, map_ / "inhoud")
    engine.dispose()
    return map_ / "klein.db"


def doe(redactie: Redactie, stap: str, sleutel: str, wie: str, getal: int) -> None:
    versies = redactie.versies("contact", sleutel)
    laatste, vanaf = versies[0], VANDAAG + dt.timedelta(days=getal % 5)
    if stap in ("bewerk", "oud"):
        versie = redactie.concept("contact", sleutel, wie)
        stand = versie.stand - (stap == "oud")
        redactie.bewaar(versie.id, {**versie.inhoud, "toelichting": f"{wie} {getal}"}, stand, wie)
    elif stap == "bied":
        redactie.bied_aan(laatste.id)
    elif stap == "terug":
        redactie.geef_terug(laatste.id, wie, "nog niet")
    elif stap == "publiceer":
        redactie.publiceer(laatste.id, wie, vanaf)
    elif stap == "trek":
        redactie.trek_in(laatste.id, wie)
    elif stap == "archiveer":
        redactie.archiveer("contact", sleutel, wie, "weg")
    elif stap == "herstel":
        redactie.herstel(versies[getal % len(versies)].id, wie)
    else:
        redactie.bevestig_contact(sleutel, wie)


def gepubliceerd(sessie: Session) -> dict[int, tuple[str, int, dt.date | None, str]]:
    vraag = sa.select(Kennisversie).where(Kennisversie.publicatie_id.is_not(None))
    return {v.id: (v.hash, v.nr, v.in_werking, v.auteur) for v in sessie.scalars(vraag)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stappen)
def test_elke_reeks_bewerkingen(sjabloon: Path, reeks: list[tuple[str, str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as map_:
        shutil.copy(sjabloon, Path(map_) / "k.db")
        engine = sa.create_engine(f"sqlite:///{Path(map_) / 'k.db'}", poolclass=sa.NullPool)
        redactie = Redactie(engine)
        eerder: dict[int, tuple[str, int, dt.date | None, str]] = {}
        for stap in reeks:
            with suppress(StapOngeldig, Bewerkingsconflict):
                doe(redactie, *stap)
            with Session(engine) as sessie:
                nu = gepubliceerd(sessie)
                assert eerder.items() <= nu.items(), "een gepubliceerde versie is veranderd of verdwenen"
                eerder = nu
                controleer_gelding(sessie)


def controleer_gelding(sessie: Session) -> None:
    for dag in DAGEN:
        ids = set(sessie.scalars(in_werking(dag)))
        versies = list(sessie.scalars(sa.select(Kennisversie)))
        for record in {v.record_id for v in versies}:
            eigen = [v for v in versies if v.record_id == record]
            mag = [v for v in eigen if v.status == "gepubliceerd" and v.in_werking and v.in_werking <= dag]
            laatste = max(mag, key=lambda v: (v.in_werking, v.publicatie_id))
            assert [v.id for v in eigen if v.id in ids] == ([] if laatste.archief else [laatste.id])
            assert len([v for v in eigen if v.status in ("concept", "in-review")]) <= 1
            assert sorted(v.nr for v in eigen) == list(range(1, len(eigen) + 1))
            assert all(
                v.beoordelaar != v.auteur or v.reden == "Contact bevestigd" for v in mag if v.herkomst == "redactie"
            )
