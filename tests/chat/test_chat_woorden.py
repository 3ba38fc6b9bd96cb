"""Small readings of the conversation: a supposition as a fact, and the announcement of another youth."""

from __future__ import annotations

import pytest

from actions.inname import na_aankondiging
from actions.stel import als_bewering, als_feit, is_gedaan


@pytest.mark.parametrize(
    ("stelling", "feit"),
    [
        ("wat als hij 24 was?", "hij is 24"),
        ("en over een halfjaar als ze 16 is?", "ze is 16"),
        ("ze wordt volgende maand 23, wat dan?", "ze is 23"),
        ("en zonder dat diploma?", "heeft geen diploma"),
        ("en als hij van het vso kwam met profiel arbeid", "hij komt van het vso met profiel arbeid"),
        ("en van vmbo kader?", "komt van vmbo kader"),
        ("en hoe zit het dan bij 23 jaar", "hoe zit het is 23 jaar"),
        ("en als ze op het mbo had gezeten?", "ze zit op het mbo"),
        ("en als hij het vso gedaan had?", "hij doet het vso"),
        ("mocht ze toch gaan werken, bij wie moet ik dan zijn?", "ze gaan werken"),
        ("wat als hij verhuist naar Beilen", "hij woont in Beilen"),
        ("doe maar alsof ze in Assen woont", "ze woont in Assen"),
        ("en als hij wel werkte? thuis is het rustig", "hij werkt wel. thuis is het rustig"),
        ("wat als ze stopt en voor de zorg kiest", "ze is gestopt en kiest voor de zorg"),
        ("en als hij op pro en vso zat", "hij zit op pro en vso"),
        ("en als hij dan 19 was geweest?", "hij is 19"),
        ("nog even over haar: stel dat ze in Epe woonde", "ze woont in Epe"),
        ("Goed, weer over die jongen. Wat als hij al van school was?", "hij is al van school"),
        ("en als ze eerder aan een baan dan aan school denkt", "ze eerder aan een baan dan aan school denkt"),
        ("en als ze straks eenmaal op mbo 2 zit?", "ze zit op mbo 2"),
        ("stel dat ze toch mbo 3 wil volgen", "ze wil mbo 3 volgen"),
    ],
)
def test_een_veronderstelling_leest_als_feit(stelling: str, feit: str) -> None:
    assert als_feit(stelling) == feit


@pytest.mark.parametrize(
    ("opdracht", "bewering"),
    [
        ("zet de leeftijd maar op 22", "is 22 jaar"),
        ("kun je haar woonplaats veranderen in Eelde?", "woont in Eelde"),
        ("maak er even 19 van", "het is 19"),
        ("vervang mbo 2 door mbo 3", "het is mbo 3"),
        ("kun je daar iets van zeggen", "kun je daar iets van zeggen"),
        ("maak een afspraak", "maak een afspraak"),
    ],
)
def test_een_opdracht_leest_als_bewering(opdracht: str, bewering: str) -> None:
    assert als_bewering(opdracht) == bewering


@pytest.mark.parametrize(
    ("stelling", "gedaan"),
    [("stel ze had pro gedaan", True), ("en als hij havo gevolgd had", True), ("en als hij nu op de havo zat?", False)],
)
def test_een_ander_verleden_is_geen_nieuwe_inschrijving(stelling: str, gedaan: bool) -> None:
    assert is_gedaan(stelling) is gedaan


def test_na_de_verjaardag_is_de_jongere_een_jaar_ouder() -> None:
    assert als_feit("en na haar verjaardag?", 22) == "is 23 jaar"


@pytest.mark.parametrize(
    ("bericht", "rest"),
    [
        ("nieuwe leerling: jongen van 16", "leerling: jongen van 16"),
        ("en dan nog een meisje: 20, gestopt", "meisje: 20, gestopt"),
        ("toch weer eentje: pro, 16", "pro, 16"),
        ("ik heb er nog een: 20, mbo 3", "20, mbo 3"),
        ("heeft nog een jongere broer", None),
        ("Iemand anders nu: vwo, 16", "vwo, 16"),
        ("vergeet hem maar, we gaan door met een nieuwe student: 18, entree", "student: 18, entree"),
        ("en nog een check: pro, 17", "check: pro, 17"),
        ("en zijn zus van 20, mbo 3", "jongere van 20, mbo 3"),
        ("en zijn zus van 20 heeft schulden", None),
        ("haar broer dan, 18, mbo 2", "jongere, 18, mbo 2"),
        ("haar zus van 17 zit op het vso en wil stoppen", "jongere van 17 zit op het vso en wil stoppen"),
        ("haar zus van 17 zit op het vso en heeft schulden", None),
        ("nog een vraag over bbl", None),
        ("hij zat eerst op een andere school", None),
    ],
)
def test_een_aankondiging_staat_vooraan(bericht: str, rest: str | None) -> None:
    assert na_aankondiging(bericht) == rest
