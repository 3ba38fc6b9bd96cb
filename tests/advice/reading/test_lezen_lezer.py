"""What holds for every text: offsets, evidence, doubt, places, typing errors, speed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from leesgevallen import Lees

from assistant.advice.kenmerken import LIJSTEN, VELDEN, WAARDEN

VOORBEELD = (
    "[voornaam], 19, mbo 2 zorg in Assen, haalt haar diploma niet, wil gewoon aan de slag. "
    "geen schulden, wel veel ruzie thuis. kwam van het pro"
)
WOORDEN = st.sampled_from(
    "17 pro mbo 2 niet geen zijn broer heeft schulden wil werken diploma ( ) , . ? gestopt in Assen Beek hij zelf en "
    "of wordt 18 maart naar van vorig jaar misschien [naam] : nee ja 03-04-2008 ’s é \n dakloos".split(" ")
)


def test_voorbeeld_uit_de_opdracht(lees: Lees) -> None:
    kenmerken = lees(VOORBEELD).kenmerken
    assert kenmerken["problemen"] == ["sociale-omgeving"]
    assert (kenmerken["gaat_naar"], kenmerken["perspectief"], kenmerken["herkomst"]) == ("arbeid", "arbeid", "pro")
    assert (kenmerken["leeftijd"], kenmerken["onderwijs"], kenmerken["startkwalificatie"]) == (19, "mbo-2", "nee")


def test_feiten_van_de_broer_tellen_niet(lees: Lees) -> None:
    lezing = lees("zijn broer van 25 zit zonder werk, hijzelf is 16 en zit nog in vmbo basis 3")
    assert lezing.kenmerken == {"leeftijd": 16, "onderwijs": "vmbo-bb", "inschrijving": "ingeschreven"}
    assert {(b.veld, b.oordeel) for b in lezing.bewijs if b.waarde in (25, "geen")} == {
        ("leeftijd", "ander-persoon"),
        ("werk", "ander-persoon"),
    }


def test_ontkenning_blijft_zichtbaar_in_bewijs(lees: Lees) -> None:
    assert ("problemen", "ontkend", "schulden") in {(b.veld, b.oordeel, b.fragment) for b in lees(VOORBEELD).bewijs}


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_elke_tekst_wordt_verdragen(lees: Lees, tekst: str) -> None:
    _controleer(lees, tekst)


@given(st.lists(WOORDEN, max_size=30).map(" ".join))
@settings(max_examples=250, deadline=None)
def test_elke_woordvolgorde_wordt_verdragen(lees: Lees, tekst: str) -> None:
    _controleer(lees, tekst)


def _controleer(lees: Lees, tekst: str) -> None:
    lezing = lees(tekst)
    assert set(lezing.kenmerken) <= set(VELDEN)
    assert all(tekst[b.begin : b.eind] == b.fragment for b in lezing.bewijs)
    for veld, waarde in lezing.kenmerken.items():
        assert waarde in WAARDEN.get(veld, (waarde,))
        assert not isinstance(waarde, list) or set(waarde) <= set(LIJSTEN[veld])
    assert all(set(waarden) <= set(WAARDEN[veld]) for veld, waarden in lezing.mogelijk.items())


@pytest.mark.parametrize("tekst", ["", "   ", "\n\n", "?!"])
def test_lege_tekst_geeft_niets(lees: Lees, tekst: str) -> None:
    lezing = lees(tekst)
    assert (lezing.kenmerken, lezing.bewijs, lezing.twijfel) == ({}, (), ())


@pytest.mark.parametrize(
    ("goed", "fout"),
    [
        ("jongen van 17 zit op praktijkonderwijs in Assen", "jonge van 17 zit op praktijkonderwjis in asen"),
        ("gestopt met mbo 2, heeft geen diploma", "gestpot met mbo2, heeft geeen dipolma"),
        ("dreigt uit te vallen door een depressie", "dreigd uit te vallne door een deprssie"),
        ("woont in Winterswijk, thuiszitter", "woond in winterswijck, thuiszittr"),
        ("wil na de zomer werken in de horeca", "wil na de zommer werkn in de horca"),
    ],
)
def test_typefouten_veranderen_niets(lees: Lees, goed: str, fout: str) -> None:
    assert lees(fout).kenmerken == lees(goed).kenmerken


def test_niveau_open_geeft_mogelijkheden(lees: Lees) -> None:
    lezing = lees("17, vmbo, wil naar het mbo")
    assert "onderwijs" not in lezing.kenmerken and "gaat_naar" not in lezing.kenmerken
    assert lezing.mogelijk["gaat_naar"] == {"mbo-2", "mbo-3", "mbo-4"}
    assert "vmbo-bb" in lezing.mogelijk["onderwijs"]


@pytest.mark.parametrize(
    ("tekst", "veld"),
    [
        ("heeft een diploma. heeft geen diploma", "startkwalificatie"),
        ("misschien schulden", "problemen"),
        ("volgens mij 17", "leeftijd"),
        ("woont in Beek", "gemeente"),
        ("16 of 17 jaar", "leeftijd"),
    ],
)
def test_twijfel_wordt_gemeld_en_niet_ingevuld(lees: Lees, tekst: str, veld: str) -> None:
    lezing = lees(tekst)
    assert veld in lezing.twijfel and not lezing.kenmerken.get(veld) and lezing.opmerkingen


@pytest.mark.parametrize(
    ("tekst", "deel"),
    [
        ("school in Nijmegen, woont in Eelde", "andere regio"),
        ("woont in Zwolle", "buiten de vier regio's"),
        ("jongen, pro, Assen", "woonplaats"),
        ("woont in Zomerdorp", "ken ik niet"),
    ],
)
def test_plaatsen_geven_een_opmerking(lees: Lees, tekst: str, deel: str) -> None:
    assert any(deel in o for o in lees(tekst).opmerkingen)


def test_beek_wordt_duidelijk_door_de_regio(lees: Lees) -> None:
    assert lees("woont in Beek", bekend={"regio": "achterhoek"}).kenmerken["gemeente"] == "Montferland"


def test_twee_jongeren_worden_gemeld(lees: Lees) -> None:
    lezing = lees("jongen van 16 op het pro en een meisje van 17 op het vso")
    assert lezing.meerdere_jongeren
    assert (lezing.kenmerken["leeftijd"], lezing.kenmerken["onderwijs"]) == (16, "pro")
