"""The reference pages are those of the program, and everything in the program has its place in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.advice.model import Advies, Toets
from assistant.messages import Antwoord
from assistant.settings import Instellingen
from docs import genereer
from docs.bladen import contract, gesprek, http, instellingen, opdrachten, voorbeelden
from knowledge.rulefiles import lees_regels


@pytest.fixture(scope="module")
def gemaakt() -> dict[str, str]:
    return genereer.paginas()


def gepubliceerd(naam: str) -> str:
    return (genereer.MAP / naam).read_text(encoding="utf-8")


def test_de_referentie_is_bij(gemaakt: dict[str, str]) -> None:
    assert genereer.verouderd(gemaakt) == [], "maak de pagina's opnieuw met: make docs"


def test_een_gewijzigde_of_vreemde_pagina_valt_op(gemaakt: dict[str, str], tmp_path: Path) -> None:
    genereer.schrijf(gemaakt, tmp_path)
    (tmp_path / "http.md").write_text("anders", encoding="utf-8")
    (tmp_path / "oud.md").write_text("van vroeger", encoding="utf-8")
    assert genereer.verouderd(gemaakt, tmp_path) == ["http.md", "oud.md"]


def namen() -> Iterator[tuple[str, str]]:
    """A name of the program and the page on which it belongs."""
    domein, regels = gesprek.domein(), lees_regels()
    for veld in Instellingen.model_fields:
        yield "instellingen.md", f"`{instellingen.omgevingsnaam(veld)}`"
    for naam, opdracht in opdrachten.opdrachten():
        yield "opdrachten.md", f"## {naam}\n"
        yield from (("opdrachten.md", f"`{p.opts[0]}`") for p in opdracht.params if p.opts[0].startswith("--"))
    for soort in ("intents", "slots", "forms", "actions"):
        yield from (("gesprek.md", f"| `{naam}` |") for naam in domein[soort])
    for pad, methoden in http.openapi()["paths"].items():
        yield from (("http.md", f"## {methode.upper()} {pad}\n") for methode in methoden)
    for model in (Antwoord, Advies, Toets):
        yield "contract.md", f"### {model.__name__}\n"
        yield from (("contract.md", f"| `{veld}` |") for veld in model.model_fields)
    for tabel in regels.tabellen:
        yield from (("regels.md", f"| `{route.id}` |") for route in tabel.routes)
        yield from (("regels.md", f"| {rij.nummer} | {rij.tekst} |") for rij in tabel.rijen)
    for definitie in regels.definities:
        yield "regels.md", f"`{definitie.id}`\n"
        yield from (("regels.md", f"| `{c.id}` | {c.tekst} |") for c in definitie.criteria)
    yield from (("voorbeelden.md", f"## {geval['naam']}\n") for geval in voorbeelden.gevallen())


@pytest.mark.parametrize("pagina", sorted(genereer.BLADEN))
def test_alles_van_het_programma_heeft_een_plaats(pagina: str) -> None:
    tekst = gepubliceerd(pagina)
    assert [naam for plek, naam in namen() if plek == pagina and naam not in tekst] == []


def test_elke_actie_zegt_wat_zij_doet() -> None:
    acties = [rij.split(" | ") for rij in gepubliceerd("gesprek.md").splitlines() if rij.startswith("| `action_")]
    assert acties and all(uitleg.removesuffix("|").strip() for _, _, uitleg in acties)


def test_een_slot_zonder_uitleg_is_een_duidelijke_fout() -> None:
    with pytest.raises(gesprek.SlotZonderUitleg, match="schoenmaat"):
        gesprek.slotregel("schoenmaat")


def test_de_pagina_noemt_geen_map_van_deze_machine(gemaakt: dict[str, str]) -> None:
    assert not [naam for naam, tekst in gemaakt.items() if str(genereer.MAP.parents[1]) in tekst]


def test_elk_bericht_van_het_contract_staat_er_een_keer() -> None:
    koppen = [regel for regel in gepubliceerd("contract.md").splitlines() if regel.startswith("### ")]
    assert len(koppen) == len(set(koppen)) == len(contract.schemas())
