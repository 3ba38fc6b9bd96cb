"""Every link and every path in the documentation leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from docs.bladen.opmaak import WORTEL, anker

PAGINAS = sorted([*WORTEL.glob("*.md"), *(WORTEL / "docs").rglob("*.md")])
KOPPELING = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PAD = re.compile(r"`((?:assistant|actions|knowledge|storage|data|tests|docs|evaluatie|benchmarks)/[\w./-]*)`")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|tmp|home|Users)/\w+")


def zonder_blokken(pad: Path) -> str:
    return re.sub(r"^```.*?^```", "", pad.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def koppen(pad: Path) -> set[str]:
    return {anker(k) for k in re.findall(r"^#+ (.+)$", zonder_blokken(pad), flags=re.MULTILINE)}


def dode_koppelingen(pad: Path) -> Iterator[str]:
    for doel in KOPPELING.findall(zonder_blokken(pad)):
        if re.match(r"[a-z]+:", doel):
            continue
        bestand, _, kop = doel.partition("#")
        naar = (pad.parent / bestand).resolve() if bestand else pad
        if not naar.exists() or (kop and kop not in koppen(naar)):
            yield doel


def naam(pad: Path) -> str:
    return str(pad.relative_to(WORTEL))


@pytest.mark.parametrize("pad", PAGINAS, ids=naam)
def test_geen_koppeling_is_dood(pad: Path) -> None:
    assert list(dode_koppelingen(pad)) == []


@pytest.mark.parametrize("pad", PAGINAS, ids=naam)
def test_elk_genoemd_bestand_bestaat(pad: Path) -> None:
    assert [p for p in PAD.findall(zonder_blokken(pad)) if not (WORTEL / p).exists()] == []


@pytest.mark.parametrize("pad", PAGINAS, ids=naam)
def test_geen_pagina_noemt_een_map_van_een_machine(pad: Path) -> None:
    assert MACHINE.findall(pad.read_text(encoding="utf-8")) == []


def test_een_dode_koppeling_wordt_gevonden(tmp_path: Path) -> None:
    pad = tmp_path / "proef.md"
    pad.write_text("# Kop één\n[a](#kop-één) [b](#kop-twee) [c](weg.md) [d](https://example.org)\n", encoding="utf-8")
    assert list(dode_koppelingen(pad)) == ["#kop-twee", "weg.md"]


@pytest.mark.parametrize("map_", ["handleiding", "besluiten"])
def test_de_inhoudsopgave_noemt_elke_pagina(map_: str) -> None:
    bladen = {p.name for p in (WORTEL / "docs" / map_).glob("*.md")} - {"index.md"}
    genoemd = set(KOPPELING.findall((WORTEL / "docs" / map_ / "index.md").read_text(encoding="utf-8")))
    assert bladen <= genoemd


def test_de_leesmij_is_kort_en_noemt_de_twee_opdrachten() -> None:
    tekst = (WORTEL / "README.md").read_text(encoding="utf-8")
    assert len(tekst.splitlines()) < 120
    assert "make run" in tekst and "make test" in tekst


def test_publiccode_heeft_wat_de_standaard_vraagt() -> None:
    publiek = yaml.safe_load((WORTEL / "publiccode.yml").read_text(encoding="utf-8"))
    nodig = "name url platforms developmentStatus softwareType description legal maintenance localisation"
    assert publiek["publiccodeYmlVersion"] == "0.4" and set(nodig.split()) <= publiek.keys()
    for taal, tekst in publiek["description"].items():
        assert len(tekst["shortDescription"]) <= 150, taal
        assert 150 <= len(tekst["longDescription"]) <= 10_000 and tekst["features"], taal
    assert publiek["legal"]["license"] == "EUPL-1.2"
    assert publiek["localisation"]["availableLanguages"] == ["nl"]
    assert publiek["maintenance"]["contacts"]


def test_de_licentie_is_de_volledige_eupl() -> None:
    tekst = (WORTEL / "LICENSE").read_text(encoding="utf-8")
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in tekst and "15.Applicable Law" in tekst and "Appendix" in tekst
