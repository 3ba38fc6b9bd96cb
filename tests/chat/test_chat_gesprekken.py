"""Conversations through the real trained agent, each on its own; what is known to go wrong says so in the data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.cases.service import Toegang
from assistant.messages import Antwoord
from knowledge.text import vouw

MAP = Path(__file__).parent / "gesprekken"
VELDEN = {"zeg", "regio", "gedrag", "moet", "mag_niet", "route", "jikp", "vraagt", "bron", "knoppen"}
#: Who is signed in, by the word in the data.
AANGEMELD = {
    "overal": Toegang("an", None, mag=True),
    "achterhoek": Toegang("ax", "achterhoek", mag=True),
    "mentor": Toegang("mia", None, mag=False),
}
#: Share of conversations that may be known to go otherwise.
HOOGSTENS_MIS = 0.1
GEVALLEN = {
    f"{pad.stem}: {gesprek['naam']}": gesprek
    for pad in sorted(MAP.glob("*.yml"))
    for gesprek in yaml.safe_load(pad.read_text(encoding="utf-8"))
}


def _geval(naam: str) -> Any:
    """A conversation; one that is known to go otherwise must go on doing so until its ``mis`` is taken out."""
    reden = GEVALLEN[naam].get("mis")
    return pytest.param(naam, marks=pytest.mark.xfail(reason=reden, strict=True)) if reden else naam


@pytest.mark.parametrize("naam", map(_geval, GEVALLEN))
def test_een_gesprek_verloopt_zoals_beschreven(naam: str, assistent: Any, stuur: Callable[..., list[Antwoord]]) -> None:
    gesprek, gesprek_id = GEVALLEN[naam], assistent.nieuw_gesprek()
    for beurt in gesprek["beurten"]:
        antwoorden = stuur(
            gesprek_id,
            beurt["zeg"],
            regio=beurt.get("regio", gesprek.get("regio")),
            zaken=AANGEMELD.get(gesprek.get("ingelogd")),
        )
        assert not afwijkingen(beurt, antwoorden), f"na '{beurt['zeg']}'"


def test_de_meeste_gesprekken_gaan_goed() -> None:
    bekend = [naam for naam, g in GEVALLEN.items() if "mis" in g]
    assert len(bekend) <= HOOGSTENS_MIS * len(GEVALLEN), bekend


def test_elke_beurt_verwacht_iets() -> None:
    for naam, gesprek in GEVALLEN.items():
        for beurt in gesprek["beurten"]:
            assert beurt.keys() <= VELDEN, (naam, beurt)
        assert any(len(beurt) > 1 for beurt in gesprek["beurten"]), naam
        assert gesprek.keys() <= {"naam", "regio", "beurten", "mis", "ingelogd"}, naam
        assert gesprek.get("ingelogd") in (None, *AANGEMELD), naam


def test_er_zijn_genoeg_gesprekken_in_elke_regio() -> None:
    regios = [g.get("regio") for g in GEVALLEN.values()]
    assert len(regios) >= 90
    assert all(regios.count(r) >= 10 for r in ("nmd", "achterhoek", "zuidoost-brabant", "rijk-van-nijmegen"))


def afwijkingen(beurt: dict[str, Any], antwoorden: list[Antwoord]) -> list[str]:
    """What is not as the turn says."""
    tekst = gelezen(antwoorden)
    return [*_in_woorden(beurt, tekst), *_in_uitkomst(beurt, antwoorden, tekst)]


def gelezen(antwoorden: list[Antwoord]) -> str:
    """All that a user reads: text, titles of sources and contacts, folded."""
    delen = [a.tekst for a in antwoorden]
    delen += [f"{b.titel} {b.sectie}" for a in antwoorden for b in a.bronnen]
    delen += [f"{c.organisatie} {c.rol}" for a in antwoorden if a.advies for c in a.advies.contact]
    return f" {vouw(' '.join(delen))} "


def _in_woorden(beurt: dict[str, Any], tekst: str) -> list[str]:
    mis = []
    for groep in beurt.get("moet", []):
        keuzes = groep if isinstance(groep, list) else [groep]
        if not any(_staat_in(k, tekst) for k in keuzes):
            mis.append(f"mist {' of '.join(map(str, keuzes))}; gezegd: {tekst[:300]}")
    return mis + [f"zegt ten onrechte {w}" for w in beurt.get("mag_niet", []) if _staat_in(w, tekst)]


def _staat_in(woord: Any, tekst: str) -> bool:
    """Whole words for figures and short words; a longer word may be part of a compound."""
    gevouwen = vouw(str(woord))
    return f" {gevouwen} " in tekst or (len(gevouwen) > 4 and not gevouwen[0].isdigit() and gevouwen in tekst)


def _in_uitkomst(beurt: dict[str, Any], antwoorden: list[Antwoord], tekst: str) -> list[str]:
    mis = []
    gedrag = beurt.get("gedrag")
    gekregen = [a.gedrag for a in antwoorden]
    if gedrag and gekregen != (gedrag if isinstance(gedrag, list) else [gedrag]):
        mis.append(f"gedrag {gekregen} in plaats van {gedrag}; gezegd: {tekst[:300]}")
    adviezen = [a.advies for a in antwoorden if a.advies]
    if "route" in beurt and (adviezen[-1].route if adviezen else "geen advies") != beurt["route"]:
        mis.append(f"route {adviezen[-1].route if adviezen else 'geen advies'} in plaats van {beurt['route']}")
    toetsen = [a.toets or (a.advies.jikp if a.advies else None) for a in antwoorden]
    oordelen = {u.definitie: u.uitkomst for t in reversed(toetsen) if t for u in t.uitkomsten}  # the first one said
    for definitie, uitkomst in beurt.get("jikp", {}).items():
        if oordelen.get(definitie) != uitkomst:
            mis.append(f"{definitie} is {oordelen.get(definitie)} in plaats van {uitkomst}")
    return [*mis, *_in_vorm(beurt, antwoorden)]


def _in_vorm(beurt: dict[str, Any], antwoorden: list[Antwoord]) -> list[str]:
    mis = []
    laatste = antwoorden[-1]
    uitkomst = laatste.toets or laatste.advies
    vraag = uitkomst.volgende_vraag if uitkomst else None
    if "vraagt" in beurt and (vraag is None or vraag.veld not in beurt["vraagt"]):
        mis.append(f"vraagt {vraag.veld if vraag else 'niets'} in plaats van {beurt['vraagt']}")
    documenten = {b.document for a in antwoorden for b in a.bronnen}
    if "bron" in beurt and beurt["bron"] not in documenten:
        mis.append(f"noemt {sorted(documenten)} in plaats van {beurt['bron']}")
    if "knoppen" in beurt and len(laatste.knoppen) != beurt["knoppen"]:
        mis.append(f"{len(laatste.knoppen)} knoppen in plaats van {beurt['knoppen']}")
    return mis
