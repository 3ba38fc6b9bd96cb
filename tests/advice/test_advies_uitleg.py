"""Explanations: five complete traces are pinned, and the text for the file says what it must."""

from __future__ import annotations

import datetime as dt
import json
import os
from typing import Any

import pytest
from adviesgevallen import HIER, gevallen

from assistant.advice.service import Adviseur

GOLDEN = HIER / "golden"
#: Set to write the traces anew after a change that is meant; look at the difference before keeping it.
SCHRIJF = os.environ.get("GOLDEN") == "schrijf"
NUMMERS = {"bewijs_id", "bewijsstuk"}


@pytest.mark.parametrize("geval", gevallen("golden.yml"))
def test_het_volledige_spoor_is_vastgelegd(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    advies = adviseur.adviseer(geval["kenmerken"], peildatum=dt.date(2026, 11, 22))
    spoor = advies.model_dump(mode="json", exclude={**dict.fromkeys(NUMMERS, True), "jikp": NUMMERS})
    spoor["dossiertekst"] = adviseur.dossiertekst(advies).replace(advies.bewijs_id, "rw-…")
    pad = GOLDEN / f"{geval['bestand']}.json"
    if SCHRIJF:
        pad.write_text(json.dumps(spoor, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert spoor == json.loads(pad.read_text(encoding="utf-8"))


def test_de_dossiertekst_noemt_route_bron_looptijd_en_bewijs(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid", "gemeente": "Assen"}
    advies = adviseur.adviseer(kenmerken, peildatum=dt.date(2026, 11, 22))
    tekst = adviseur.dossiertekst(advies)
    for deel in ("Route PrO/VSO-Arbeid", "rij 6", "te bevestigen", "looptijd tot en met 31-12-2024", advies.bewijs_id):
        assert deel in tekst
    assert "u beslist als professional" in tekst


def test_een_route_die_zo_heet_wordt_niet_twee_keer_zo_genoemd(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}
    uitleg = [adviseur.adviseer({**kenmerken, "gemeente": g}).uitleg.split(" (")[0] for g in ("Assen", "Aalten")]
    assert uitleg[0] == "Route PrO/VSO-Arbeid"
    assert uitleg[1].startswith("Route: Matchtafels pro, vso en werkgeversservicepunt.")


def test_de_dossiertekst_van_een_toets_noemt_elke_definitie(adviseur: Adviseur) -> None:
    toets = adviseur.toets({"leeftijd": 17, "onderwijs": "pro", "gemeente": "Aalten"}, dt.date(2023, 10, 1))
    tekst = adviseur.dossiertekst(toets)
    assert "hoofdstuk 2" in tekst and "paragraaf 4.1.6" in tekst and "OCW-regeling" in tekst


def test_een_nee_noemt_alleen_wat_ontbreekt(adviseur: Adviseur) -> None:
    [ocw] = adviseur.toets({"leeftijd": 25, "onderwijs": "pro", "gaat_naar": "arbeid"}, dt.date(2023, 10, 1)).uitkomsten
    assert ocw.uitleg == "Nee, valt niet onder de OCW-regeling. Niet voldaan: jonger dan 23 jaar."


def test_een_onbekend_zegt_wat_nodig_is(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 18, "onderwijs": "vso", "gaat_naar": "arbeid"}
    [ocw] = adviseur.toets(kenmerken, dt.date(2023, 10, 1)).uitkomsten
    assert "Nodig: het uitstroomprofiel" in ocw.uitleg
