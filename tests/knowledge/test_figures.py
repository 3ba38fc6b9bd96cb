"""Figures: reading questions in any wording, and answering them from the table."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from knowledge import files
from knowledge.figures import Cijferantwoord, Cijfers, Cijfervraag, chart

GESPREKKEN: list[dict[str, Any]] = files.lees_yaml(Path(__file__).with_name("figures_gesprekken.yml"))
VANDAAG = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def cijfers() -> Cijfers:
    return Cijfers(
        files.lees_observaties(),
        files.lees_indicatoren(),
        files.lees_regios(),
        files.lees_documenten(),
        lambda: VANDAAG,
    )


def antwoord(cijfers: Cijfers, vraag: str, regio: str | None = None) -> Cijferantwoord:
    gelezen = cijfers.lees(vraag, regio)
    assert gelezen is not None, f"niet herkend: {vraag}"
    return cijfers.beantwoord(gelezen)


@pytest.mark.parametrize("gesprek", GESPREKKEN, ids=lambda g: " | ".join(b["zeg"] for b in g["beurten"])[:70])
def test_every_turn_gets_its_figure(cijfers: Cijfers, gesprek: dict[str, Any]) -> None:
    vorige: Cijfervraag | None = None
    for beurt in gesprek["beurten"]:
        vraag = cijfers.lees(beurt["zeg"], gesprek["regio"], vorige)
        if beurt.get("geen"):
            assert vraag is None, beurt["zeg"]
            continue
        assert vraag is not None, f"niet herkend: {beurt['zeg']}"
        gegeven = cijfers.beantwoord(vraag)
        assert gegeven.gevonden is beurt.get("gevonden", True), gegeven.tekst
        assert [m for m in beurt.get("moet", []) if m not in gegeven.tekst] == [], gegeven.tekst
        assert [n for n in beurt.get("niet", []) if n in gegeven.tekst] == [], gegeven.tekst
        vorige = vraag


GEMEENTECIJFERS = [
    o
    for o in files.lees_observaties()
    if o.gebiedsoort == "gemeente" and not o.uitsplitsing and o.indicator == "vsv-aantal"
]


@pytest.mark.parametrize("o", GEMEENTECIJFERS, ids=lambda o: o.id)
@pytest.mark.parametrize("vorm", ["hoeveel vsv'ers had {g} in {j}", "aantal uitvallers {g} schooljaar {kort}"])
def test_every_municipality_and_year_is_answered(cijfers: Cijfers, o: Any, vorm: str) -> None:
    kort = f"{o.jaar[2:4]}/{o.jaar[7:9]}"
    gegeven = antwoord(cijfers, vorm.format(g=o.gebied.lower(), j=o.jaar, kort=kort), o.regio)
    assert f"**{o.waarde:.0f}**" in gegeven.tekst
    assert o.id in gegeven.observaties
    assert ("voorlopig" in gegeven.tekst) == (o.status == "voorlopig")


@pytest.mark.parametrize("o", GEMEENTECIJFERS, ids=lambda o: o.id)
def test_a_refusal_names_years_and_no_values(cijfers: Cijfers, o: Any) -> None:
    gegeven = antwoord(cijfers, f"hoeveel vsv'ers had {o.gebied} in 2031-2032", o.regio)
    zonder_jaren = re.sub(r"\d{4}-\d{4}", "", gegeven.tekst)
    assert not gegeven.gevonden
    assert o.jaar in gegeven.tekst
    assert re.findall(r"\d", zonder_jaren) == []


def test_an_answer_cites_the_document_of_its_figures(cijfers: Cijfers) -> None:
    gegeven = antwoord(cijfers, "hoeveel vsv'ers had aalten in 2016-2017", "nmd")
    assert {b.document for b in gegeven.bronnen} == {"achterhoek-2020"}


def test_a_question_survives_storage_as_json(cijfers: Cijfers) -> None:
    vraag = cijfers.lees("streefcijfer mbo niveau 2 in de achterhoek in 2023-2024 vergeleken met landelijk")
    assert vraag is not None
    assert Cijfervraag.from_dict(json.loads(json.dumps(vraag.to_dict()))) == vraag


def test_a_question_without_a_year_offers_the_series(cijfers: Cijfers) -> None:
    gegeven = antwoord(cijfers, "hoeveel vsv'ers had doesburg", "achterhoek")
    assert gegeven.tabel is not None
    assert [rij["Jaar"] for rij in gegeven.tabel] == ["2016-2017", "2017-2018", "2018-2019"]
    assert gegeven.tabel[-1] == {
        "Gebied": "Doesburg",
        "Jaar": "2018-2019",
        "Aantal vsv'ers": "20",
        "Vsv-percentage": "2,22 %",
        "Status": "voorlopig",
    }


def test_a_series_has_a_picture_with_a_text_alternative(cijfers: Cijfers) -> None:
    gegeven = antwoord(cijfers, "grafiek van het vsv percentage", "nmd")
    assert gegeven.grafiek_svg is not None
    assert gegeven.grafiek_alt is not None
    assert "2015-2016: 1,0 %" in gegeven.grafiek_alt
    assert "<title>Vsv-percentage</title>" in gegeven.grafiek_svg


def test_a_picture_has_no_inline_style_and_escapes_its_title() -> None:
    svg = chart.staafgrafiek("a < b", "wat er te zien is", "%", [("2017", 1.5), ("2018", 2.0)])
    assert 'role="img"' in svg
    assert "<title>a &lt; b</title><desc>wat er te zien is</desc>" in svg
    assert "style=" not in svg


def test_an_untrustworthy_figure_is_only_told_as_reservation(cijfers: Cijfers) -> None:
    gegeven = antwoord(cijfers, "hoeveel vsv'ers waren er landelijk in 2017-2018", "achterhoek")
    assert "**1,91 %**" in gegeven.tekst
    assert "258.484" not in json.dumps(gegeven.tabel)
