"""Nothing that tells who a pupil is outlives the moment it is typed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from assistant.logs import stel_in
from assistant.settings import instellingen
from storage.engine import open_engine

GEHEIM = ("Fatima", "Yilmaz", "111222333", "12345678", "fatima.yilmaz", "Kerkstraat", "9401 AB", "12-3-2009")
BERICHTEN = (
    "Fatima Yilmaz is 17, woont op Kerkstraat 12, 9401 AB Assen en zit op het pro",
    "bsn 111222333, geboren 12-3-2009, mail fatima.yilmaz@school.nl, bel 06-12345678",
    "Fatima wil gaan werken in de zorg",
    "hoe staat het met de zaak van Fatima Yilmaz?",
    "wat is de beste aanpak voor Yilmaz?",
    "waarom die route voor Fatima?",
    "welk weer wordt het voor Fatima?",
)


@pytest.fixture
def gevoerd(klant: Any, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Iterator[str]:
    """A conversation full of personal data, with everything that was logged or printed meanwhile."""
    stel_in("DEBUG")
    caplog.set_level(logging.DEBUG)
    gesprek = klant.gesprek("nmd")
    antwoorden = [klant.zeg(gesprek, b) for b in BERICHTEN]
    klant.post(
        f"/gesprekken/{gesprek}/oordelen",
        json={"antwoord": 0, "goed": False, "reden": "onjuist", "toelichting": BERICHTEN[0], "vraag": BERICHTEN[1]},
    )
    klant.post("/adviezen", json={"tekst": BERICHTEN[0] + ". " + BERICHTEN[2]})
    klant.post(f"/gesprekken/{gesprek}/berichten", json={"tekst": BERICHTEN[0] * 200})
    klant.post(f"/gesprekken/{gesprek}/berichten", content=BERICHTEN[1])
    uit, fout = capfd.readouterr()
    yield "\n".join([str(antwoorden), caplog.text, uit, fout])
    stel_in(instellingen().log_niveau)


def test_geen_log_of_antwoord_noemt_een_persoonsgegeven(gevoerd: str) -> None:
    assert [g for g in GEHEIM if g in gevoerd] == []


def test_geen_tabel_bevat_een_persoonsgegeven(gevoerd: str) -> None:
    with open_engine(instellingen().database_url).connect() as verbinding:
        tabellen = sa.inspect(verbinding).get_table_names()
        inhoud = {t: [str(tuple(r)) for r in verbinding.execute(sa.text(f'select * from "{t}"'))] for t in tabellen}
    assert {"events", "bewijsstuk", "oordeel"} <= inhoud.keys()
    assert all(inhoud[t] for t in ("events", "bewijsstuk", "oordeel"))
    eigen = {t: rijen for t, rijen in inhoud.items() if t in ("events", "bewijsstuk", "oordeel")}
    assert [(t, g) for t, rijen in eigen.items() for g in GEHEIM if any(g in r for r in rijen)] == []


def test_het_databasebestand_zelf_bevat_geen_naam(gevoerd: str) -> None:
    pad = sa.engine.make_url(instellingen().database_url).database
    assert pad
    for achtervoegsel in ("", "-wal"):
        with Path(pad + achtervoegsel).open("rb") as bestand:
            inhoud = bestand.read()
        assert [g for g in GEHEIM[:6] if g.encode() in inhoud] == []


def test_een_naam_in_een_gemeente_wordt_geweigerd(klant: Any) -> None:
    gesprek = klant.gesprek("nmd")
    klant.zeg(gesprek, "jongen van 17 op het pro in Assen wil werken")
    antwoord = klant.post(
        f"/gesprekken/{gesprek}/berichten", json={"tekst": "verbetering", "kenmerken": {"gemeente": "Fatima Yilmaz"}}
    )
    assert antwoord.status_code == 422


def test_zonder_namenlijst_wordt_er_niets_gelezen(monkeypatch: pytest.MonkeyPatch) -> None:
    from assistant.privacy import names

    monkeypatch.setattr(names.importlib.util, "find_spec", lambda _: None)
    names._lijst.cache_clear()
    try:
        with pytest.raises(names.NamenlijstOntbreekt, match="make install"):
            names.Namenlijst.laad()
    finally:
        names._lijst.cache_clear()
