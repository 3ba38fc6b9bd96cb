from __future__ import annotations

import signal
import time

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from knowledge.kinds import Stuk, lees_map
from knowledge.model import Contact
from knowledge.proposal import stel_voor
from knowledge.publish import PublicatieGeweigerd, Redactie, StapOngeldig
from knowledge.release import neem_uitgave_over
from knowledge.store import Kennisversie
from storage.engine import open_engine
from storage.migrate import werk_bij
from tests.knowledge.test_store_processen import regel, start

STEL_VOOR = """
import sys
from knowledge.proposal import stel_voor
from storage.engine import open_engine
from tests.knowledge.test_proposal import anders
stukken = anders("0592 123 456")
print("bezig", flush=True)
stel_voor(open_engine(sys.argv[1]), stukken, "An", "Werkboek")
"""


def anders(telefoon: str) -> list[Stuk]:
    """Every contact with another telephone number."""
    contacten = [s for s in lees_map() if isinstance(s.record, Contact)]
    return [
        Stuk(s.soort, s.sleutel, s.gebied, s.bestand, s.volgorde, s.record.model_copy(update={"telefoon": telefoon}))
        for s in contacten
    ]


@pytest.fixture(params=["vers", "postgres"])
def engine(request: pytest.FixtureRequest) -> sa.Engine:
    engine = open_engine(request.getfixturevalue(request.param))
    werk_bij(engine)
    neem_uitgave_over(engine)
    return engine


def test_een_voorstel_gaat_in_een_keer_live_of_helemaal_niet(engine: sa.Engine) -> None:
    redactie, stukken = Redactie(engine), anders("0592 123 456")
    bundel = stel_voor(engine, stukken, "An", "Werkboek")
    assert bundel is not None
    with pytest.raises(StapOngeldig, match="Iemand anders"):
        redactie.publiceer_bundel(bundel, "An")
    with pytest.raises(StapOngeldig, match="wordt al gewerkt"):
        stel_voor(engine, stukken, "Bo", "Nog een keer")
    redactie.publiceer_bundel(bundel, "Bo")
    assert {c.telefoon for c in redactie.kennis().contacten} == {"0592 123 456"}
    assert len({v.publicatie_id for v in redactie.bundel(bundel)}) == 1
    assert stel_voor(engine, stukken, "Bo", "Niets nieuws") is None
    fout = stel_voor(engine, [*anders("0592 654 321")[1:], anders("geen nummer")[0]], "An", "Fout")
    with pytest.raises(PublicatieGeweigerd, match="telefoonnummer"):
        redactie.publiceer_bundel(str(fout), "Bo")
    assert {c.telefoon for c in redactie.kennis().contacten} == {"0592 123 456"}


@pytest.mark.parametrize("na", [0.0, 0.05])
def test_een_afgebroken_voorstel_is_er_helemaal_of_helemaal_niet(engine: sa.Engine, na: float) -> None:
    proces = start(STEL_VOOR, engine.url.render_as_string(hide_password=False))
    assert regel(proces) == "bezig"
    time.sleep(na)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    with Session(engine) as sessie:
        aantal = sessie.scalar(sa.select(sa.func.count()).where(Kennisversie.bundel.is_not(None)))
    assert aantal in (0, len(anders("")))
    assert not any(c.telefoon for c in Redactie(engine).kennis().contacten)
