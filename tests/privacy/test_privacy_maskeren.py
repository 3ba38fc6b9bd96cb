"""What is taken out of a text, and what stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.diensten import diensten
from assistant.privacy.masking import elfproef
from assistant.privacy.service import Maskeerder

GEVALLEN = yaml.safe_load(Path(__file__).with_name("maskeren.yml").read_text(encoding="utf-8"))
PEILDATUM = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def maskeerder() -> Maskeerder:
    return diensten().maskeerder


@pytest.mark.parametrize("geval", GEVALLEN, ids=[g["zeg"] for g in GEVALLEN])
def test_alleen_persoonsgegevens_verdwijnen(maskeerder: Maskeerder, geval: dict[str, Any]) -> None:
    uit = maskeerder.maskeer(geval["zeg"], PEILDATUM)
    if geval.get("precies"):
        assert uit.tekst == geval["zeg"]
    assert [w for w in geval.get("weg", []) if w in uit.tekst] == [], uit.tekst
    assert [w for w in geval.get("blijft", []) if w not in uit.tekst] == [], uit.tekst


def test_er_zijn_genoeg_gevallen() -> None:
    assert len(GEVALLEN) >= 60


@pytest.mark.parametrize("geval", [g for g in GEVALLEN if "weg" in g], ids=lambda g: g["zeg"])
def test_twee_keer_maskeren_verandert_niets(maskeerder: Maskeerder, geval: dict[str, Any]) -> None:
    eens = maskeerder.maskeer(geval["zeg"], PEILDATUM).tekst
    assert maskeerder.maskeer(eens, PEILDATUM).tekst == eens


def test_de_leeftijd_volgt_de_peildatum(maskeerder: Maskeerder) -> None:
    voor, op = (maskeerder.maskeer("geboren 12-3-2009", dt.date(2026, 3, d)).tekst for d in (11, 12))
    assert "16 jaar" in voor
    assert "17 jaar" in op


@pytest.mark.parametrize(
    ("cijfers", "geldig"), [("111222333", True), ("123456782", True), ("123456789", False), ("000000000", False)]
)
def test_de_elfproef_kent_een_bsn(cijfers: str, geldig: bool) -> None:
    assert elfproef(cijfers) is geldig


def test_geen_enkele_plaats_of_gemeente_is_een_naam(maskeerder: Maskeerder) -> None:
    regios = diensten().kennis.regios
    namen = {p.naam for r in regios for g in r.gemeenten for p in (*g.woonplaatsen, g)}
    assert [n for n in sorted(namen) if maskeerder.maskeer(f"hij woont in {n}", PEILDATUM).soorten] == []


def test_geen_enkele_titel_van_de_kennisbank_bevat_een_naam(maskeerder: Maskeerder) -> None:
    titels = [i.titel for i in diensten().kennis.items]
    assert [t for t in titels if maskeerder.maskeer(t, PEILDATUM).soorten] == []
