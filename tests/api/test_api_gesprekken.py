"""Conversations over HTTP: kept apart, kept over a restart, really deleted, within limits."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
import sqlalchemy as sa

from assistant.chat.service import Assistent
from assistant.settings import instellingen
from storage.engine import open_engine


def gebeurtenissen(gesprek: str) -> list[str]:
    """What the database holds about a conversation."""
    with open_engine(instellingen().database_url).connect() as verbinding:
        vraag = sa.text("select data from events where sender_id = :id")
        return list(verbinding.execute(vraag, {"id": gesprek}).scalars())


def test_een_gewist_gesprek_is_echt_weg(klant: Any) -> None:
    gesprek = klant.gesprek("nmd")
    klant.zeg(gesprek, "jongen van 17 op het pro in Assen")
    klant.post(f"/gesprekken/{gesprek}/oordelen", json={"antwoord": 0, "goed": True})
    assert gebeurtenissen(gesprek)
    assert klant.delete(f"/gesprekken/{gesprek}").status_code == 204
    assert gebeurtenissen(gesprek) == []
    with open_engine(instellingen().database_url).connect() as verbinding:
        aantal = verbinding.execute(sa.text("select count(*) from oordeel where gesprek_id = :id"), {"id": gesprek})
        assert aantal.scalar_one() == 0


def test_een_gewist_gesprek_begint_blanco(klant: Any) -> None:
    gesprek = klant.gesprek("nmd")
    klant.zeg(gesprek, "jongen van 17 op het pro in Assen wil werken")
    klant.delete(f"/gesprekken/{gesprek}")
    assert "pro-vso-arbeid" not in str(klant.zeg(gesprek, "waarom die route?"))


def test_twee_keer_wissen_mag(klant: Any) -> None:
    gesprek = klant.gesprek()
    assert klant.delete(f"/gesprekken/{gesprek}").status_code == 204
    assert klant.delete(f"/gesprekken/{gesprek}").status_code == 204


def test_twee_gesprekken_lopen_nooit_door_elkaar(klant: Any) -> None:
    drenthe, brabant = klant.gesprek("nmd"), klant.gesprek("zuidoost-brabant")
    assert drenthe != brabant
    klant.zeg(drenthe, "leerling van het pro in Assen wil werken")
    klant.zeg(brabant, "student op entree in Helmond wil werken")
    advies = klant.zeg(drenthe, "17 jaar")[-1]["advies"]
    ander = klant.zeg(brabant, "20 jaar")[-1]["advies"]
    assert (advies["route"], advies["kenmerken"]["gemeente"]) == ("pro-vso-arbeid", "Assen")
    assert (ander["route"], ander["kenmerken"]["gemeente"]) == ("entree-arbeid", "Helmond")


def test_gelijktijdige_gesprekken_krijgen_elk_hun_eigen_antwoord(assistent: Any, lus: Any) -> None:
    leeftijden = range(14, 30)
    gesprekken = {n: assistent.nieuw_gesprek() for n in leeftijden}

    async def alle() -> list[Any]:
        beurten = (
            assistent.stuur(g, f"jongen van {n} jaar op het pro in Assen wil werken", regio="nmd")
            for n, g in gesprekken.items()
        )
        return await asyncio.gather(*beurten)

    assert [a[-1].advies.kenmerken["leeftijd"] for a in lus.draai(alle())] == list(leeftijden)


def test_twee_berichten_tegelijk_in_een_gesprek_wachten_op_elkaar(assistent: Any, lus: Any) -> None:
    gesprek = assistent.nieuw_gesprek()

    async def beide() -> None:
        teksten = ("jongen van 17 op het pro in Assen wil werken", "wat is een jobcoach?")
        await asyncio.gather(*(assistent.stuur(gesprek, t, regio="nmd") for t in teksten))

    lus.draai(beide())
    assert sum('"event": "user"' in g for g in gebeurtenissen(gesprek)) == 2


def test_een_gesprek_overleeft_een_herstart(klant: Any, lus: Any) -> None:
    gesprek = klant.gesprek("nmd")
    klant.zeg(gesprek, "leerling van het pro in Assen wil werken")
    herstart = Assistent(instellingen())
    advies = lus.draai(herstart.stuur(gesprek, "17"))[-1].advies
    assert advies is not None
    assert advies.route == "pro-vso-arbeid"
    assert advies.kenmerken["gemeente"] == "Assen"


def test_de_regio_van_een_gesprek_blijft(klant: Any) -> None:
    gesprek = klant.gesprek("achterhoek")
    assert "Doetinchem" in klant.zeg(gesprek, "wie is de contactgemeente?")[0]["tekst"]
    assert "Graafschap" in klant.zeg(gesprek, "en wie is de contactschool?")[0]["tekst"]


def test_te_veel_berichten_krijgt_429_met_wachttijd(klant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(klant.app.state.rem, "_grens", 2)
    gesprek, ander = klant.gesprek(), klant.gesprek()
    antwoorden = [klant.post(f"/gesprekken/{gesprek}/berichten", json={"tekst": "hallo"}) for _ in range(3)]
    assert [a.status_code for a in antwoorden] == [200, 200, 429]
    assert antwoorden[-1].headers["retry-after"] == "60"
    assert antwoorden[-1].headers["content-type"] == "application/problem+json"
    assert klant.post(f"/gesprekken/{ander}/berichten", json={"tekst": "hallo"}).status_code == 200


def test_een_gespreksnummer_is_niet_te_raden(klant: Any) -> None:
    nummers = {klant.gesprek() for _ in range(20)}
    assert len(nummers) == 20
    assert all(re.fullmatch(r"[0-9a-f]{32}", n) for n in nummers)


def test_een_vreemde_site_mag_de_chat_niet_gebruiken(klant: Any) -> None:
    antwoord = klant.post("/gesprekken", json={}, headers={"origin": "https://kwaad.voorbeeld"})
    assert antwoord.status_code == 403


def test_oude_gesprekken_verdwijnen_en_nieuwe_blijven(assistent: Any, klant: Any, lus: Any) -> None:
    oud, nieuw = klant.gesprek("nmd"), klant.gesprek("nmd")
    klant.zeg(oud, "hallo")
    klant.zeg(nieuw, "hallo")
    with open_engine(instellingen().database_url).begin() as verbinding:
        verbinding.execute(sa.text("update events set timestamp = 1 where sender_id = :id"), {"id": oud})
    assert lus.draai(assistent.ruim_op()) > 0
    assert gebeurtenissen(oud) == []
    assert gebeurtenissen(nieuw)
