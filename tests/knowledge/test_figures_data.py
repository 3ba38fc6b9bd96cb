"""The figures themselves: true to their source, complete, and known to the reader of questions."""

from __future__ import annotations

import datetime as dt

import pytest

from knowledge import check, files
from knowledge.figures import years
from knowledge.figures.vocabulary import stam, woordenboek
from knowledge.model import Observatie

OBSERVATIES = files.lees_observaties()
DOCUMENTEN = {d.id: d for d in files.lees_documenten()}
met_bronnen = pytest.mark.skipif(not (check.GEDEELD / "bronnen").exists(), reason="the source texts are not here")


def afwijkingen(o: Observatie) -> list[str]:
    return [b.melding for b in check._waarde_in_bron(o, DOCUMENTEN, check.GEDEELD)]


@met_bronnen
def test_every_value_stands_in_its_cited_lines() -> None:
    assert {o.id: a for o in OBSERVATIES if (a := afwijkingen(o))} == {}


@met_bronnen
@pytest.mark.parametrize("id_", ["ach-cijfer-aalten-2018-2019-n", "nij-cijfer-420", "zob-cijfer-vsv-2018-2019"])
def test_a_value_that_differs_from_its_source_is_found(id_: str) -> None:
    echt = next(o for o in OBSERVATIES if o.id == id_)
    assert echt.waarde is not None
    assert afwijkingen(echt.model_copy(update={"waarde": echt.waarde + 7, "voorbehoud": ""})) != []


@met_bronnen
def test_every_printed_number_stands_in_its_cited_lines() -> None:
    for o in (o for o in OBSERVATIES if o.weergave and o.waarde is not None and "afgeleid" not in o.voorbehoud.lower()):
        bron = check._aangehaald(o.bronnen, DOCUMENTEN, check.GEDEELD)
        assert check._waarden(o.weergave) & check._waarden(bron), o.id


@met_bronnen
def test_every_figure_of_the_inventories_is_carried() -> None:
    gedekt = {i for o in OBSERVATIES for i in o.dekt} | {w.id for w in files.lees_weggelaten()}
    for regio in check.INVENTARISSEN:
        inventaris = files.lees_yaml(check.GEDEELD / "domein" / f"{regio}.yml")
        ids = {x["id"] for deel in ("cijfers", "cijfers_controle") for x in inventaris.get(deel, [])}
        assert ids <= gedekt, ids - gedekt


def test_every_figure_has_a_known_indicator() -> None:
    assert {o.indicator for o in OBSERVATIES} <= {i.id for i in files.lees_indicatoren()}


def test_every_breakdown_has_words_and_every_subject_a_figure() -> None:
    gebruikt = {paar for o in OBSERVATIES for paar in o.uitsplitsing.items()}
    bekend = set(woordenboek().uitsplitsingen)
    assert gebruikt <= bekend
    assert {p for p in bekend - gebruikt if p[0] == "onderwerp"} == set()


def test_one_document_gives_one_figure_per_area_year_and_breakdown() -> None:
    sleutels = [
        (o.regio, o.indicator, o.gebied, o.jaar, tuple(o.uitsplitsing.items()), o.status == "voorlopig" or o.status)
        for o in OBSERVATIES
        if o.indicator != "zomerlek"
    ]
    assert len(sleutels) == len(set(sleutels))


def test_a_derived_figure_says_so() -> None:
    for id_ in ("nmd-cijfer-budget-totaal-afgeleid", "ach-cijfer-cc-uren", "zob-cijfer-gemeenten"):
        assert "afgeleid" in next(o for o in OBSERVATIES if o.id == id_).voorbehoud.lower()


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("in 17/18", ("2017-2018",)),
        ("schooljaar 2017/18", ("2017-2018",)),
        ("2016-2017 en 2018-2019", ("2016-2017", "2018-2019")),
        ("in 2024", ("2024",)),
        ("begroting 2021-2024", ("2021-2024",)),
        ("16-17 jarigen", ()),
        ("16-23 jaar", ()),
        ("vorig schooljaar", ("2025-2026",)),
    ],
)
def test_years_are_read_in_every_notation(tekst: str, jaren: tuple[str, ...]) -> None:
    assert years.lees_jaren(tekst, dt.date(2026, 11, 22))[0] == jaren


@pytest.mark.parametrize(
    ("gevraagd", "jaar", "past"),
    [
        ("2018", "2017-2018", True),
        ("2017-2018", "2017-2018", True),
        ("2017-2018", "2018-2019", False),
        ("2022-2023", "2020-2024", True),
        ("2025", "2020-2024", False),
        ("2017", "", False),
    ],
)
def test_a_year_fits_itself_and_a_period_around_it(gevraagd: str, jaar: str, past: bool) -> None:
    assert years.past(gevraagd, jaar) is past


@pytest.mark.parametrize(("een", "ander"), [("school", "scholen"), ("uitvaller", "uitvallers"), ("kost", "kosten")])
def test_forms_of_one_word_have_one_stem(een: str, ander: str) -> None:
    assert stam(een) == stam(ander)
