"""The JIKP check on cases that are data, and its messages."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from adviesgevallen import PEILDATUM, gevallen, maak_adviseur

from assistant.advice.service import Adviseur, RegelversiesOverlappen
from knowledge.rulemodel import Regelset


@pytest.mark.parametrize("geval", gevallen("toetsen.yml"))
def test_de_uitkomst_klopt(adviseur: Adviseur, geval: dict[str, Any]) -> None:
    toets = adviseur.toets(geval["kenmerken"], geval.get("peildatum", PEILDATUM))
    per_definitie = {u.definitie: u for u in toets.uitkomsten}
    uitkomsten = {d: u.uitkomst for d, u in per_definitie.items()}

    assert {d: uitkomsten.get(d) for d in geval["verwacht"]} == geval["verwacht"]
    for definitie, velden in geval.get("ontbreekt", {}).items():
        assert set(per_definitie[definitie].ontbreekt) == set(velden)
    for definitie, tekst in geval.get("opmerking", {}).items():
        assert tekst in " ".join(per_definitie[definitie].opmerkingen)
    assert per_definitie.keys() == geval["verwacht"].keys() or not geval.get("alleen")
    assert {z.definitie for z in toets.zonder_uitkomst} == set(geval.get("zonder", []))
    assert {u.definitie for u in toets.uitkomsten if u.oordeel_professional} == set(
        filter(None, [geval.get("oordeel_professional")])
    )


def test_een_zekere_uitkomst_mist_niets(adviseur: Adviseur) -> None:
    toets = adviseur.toets({"leeftijd": 17, "gemeente": "Assen", "onderwijs": "pro", "gaat_naar": "arbeid"}, PEILDATUM)
    assert [u.ontbreekt for u in toets.uitkomsten] == [[], []]
    assert toets.volgende_vraag is None


def test_elk_criterium_noemt_bron_en_kenmerk(adviseur: Adviseur) -> None:
    toets = adviseur.toets({"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}, PEILDATUM)
    criteria = {c.id: c for c in toets.uitkomsten[0].criteria}
    assert criteria["ocw-2020.leeftijd"].uitkomst == "voldaan"
    assert criteria["ocw-2020.leeftijd"].kenmerken == {"leeftijd": 17}
    assert criteria["ocw-2020.entree"].uitkomst == "niet voldaan"
    assert all(c.bron.document == "nmd-2020" and c.bron.sectie for c in criteria.values())


def test_een_verlopen_bron_waarschuwt_bij_de_uitkomst(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}
    [toen] = adviseur.toets(kenmerken, dt.date(2024, 12, 31)).uitkomsten
    [nu] = adviseur.toets(kenmerken, dt.date(2025, 1, 1)).uitkomsten
    assert (toen.bron.verlopen, nu.bron.verlopen) == (False, True)
    assert "liep tot en met 2024" in nu.uitleg and "liep tot" not in toen.uitleg
    assert nu.uitkomst == toen.uitkomst == "ja"


def test_zonder_uitkomst_noemt_de_data_die_er_zijn(adviseur: Adviseur) -> None:
    toets = adviseur.toets({"leeftijd": 17, "gemeente": "Assen"}, dt.date(2017, 6, 6))
    redenen = {z.definitie: z.reden for z in toets.zonder_uitkomst}
    assert "vanaf 07-06-2017" in redenen["nmd-2017"]
    assert "vanaf 01-01-2020" in redenen["ocw-2020"]


def test_de_regio_instelling_telt_zonder_woongemeente(adviseur: Adviseur) -> None:
    toets = adviseur.toets({"leeftijd": 17, "onderwijs": "pro"}, PEILDATUM, regio="zuidoost-brabant")
    assert [u.definitie for u in toets.uitkomsten] == ["ocw-2020", "zob-2020"]
    assert toets.kenmerken["regio"] == "zuidoost-brabant"


def test_zonder_regio_wordt_als_laatste_de_gemeente_gevraagd(adviseur: Adviseur) -> None:
    zeker = adviseur.toets({"leeftijd": 17, "onderwijs": "pro", "gaat_naar": "arbeid"}, PEILDATUM)
    open_ = adviseur.toets({"leeftijd": 17, "onderwijs": "pro"}, PEILDATUM)
    assert zeker.volgende_vraag is not None and zeker.volgende_vraag.veld == "gemeente"
    assert open_.volgende_vraag is not None and open_.volgende_vraag.veld != "gemeente"


def test_buiten_de_regios_staat_er_een_opmerking(adviseur: Adviseur) -> None:
    toets = adviseur.toets({"leeftijd": 17, "gemeente": "Groningen"}, PEILDATUM)
    assert "niet in een van de vier regio's" in toets.opmerkingen[0]


def test_beperkte_kenmerken_staan_apart(adviseur: Adviseur) -> None:
    toets = adviseur.toets({"leeftijd": 17, "onderwijs": ["pro", "vso"]}, PEILDATUM)
    assert toets.kenmerken == {"leeftijd": 17}
    assert toets.beperkt == {"onderwijs": ["pro", "vso"]}


def test_verdere_doelgroepen_staan_naast_de_uitkomsten(adviseur: Adviseur) -> None:
    kenmerken = {"leeftijd": 19, "gemeente": "Helmond", "inschrijving": "uitgeschreven", "startkwalificatie": "nee"}
    doelgroepen = {
        d.definitie: d.uitkomst for d in adviseur.toets({**kenmerken, "werk": "geen"}, PEILDATUM).doelgroepen
    }
    assert doelgroepen["vsv-zob"] == doelgroepen["outreachend-zob"] == "ja"
    assert doelgroepen["leerplicht"] == doelgroepen["kwalificatieplicht"] == "nee"
    assert not any("achterhoek" in d for d in doelgroepen)


@pytest.mark.parametrize(
    ("geboren", "dag", "verwacht"),
    [
        ("2007-09-01", dt.date(2024, 7, 31), "ja"),  # became 16 in the school year 2023-2024
        ("2007-09-01", dt.date(2024, 8, 1), "nee"),
        ("2007-08-01", dt.date(2024, 7, 31), "ja"),
        ("2007-07-31", dt.date(2024, 7, 30), "nee"),  # became 16 on the last day of 2022-2023
    ],
)
def test_leerplicht_loopt_tot_het_einde_van_het_schooljaar(
    adviseur: Adviseur, geboren: str, dag: dt.date, verwacht: str
) -> None:
    toets = adviseur.toets({"geboortedatum": geboren, "inschrijving": "ingeschreven"}, dag)
    assert {d.definitie: d.uitkomst for d in toets.doelgroepen}["leerplicht"] == verwacht


def test_twee_geldende_versies_zijn_een_fout(regels: Regelset) -> None:
    dubbel = regels.definities[0].model_copy(update={"versie": 2})
    adviseur = maak_adviseur(regels.model_copy(update={"definities": (*regels.definities, dubbel)}))
    with pytest.raises(RegelversiesOverlappen):
        adviseur.toets({"leeftijd": 17, "regio": dubbel.gebied if dubbel.gebied != "landelijk" else "nmd"}, PEILDATUM)


def test_een_opvolger_geldt_vanaf_zijn_begin(regels: Regelset) -> None:
    oud = next(d for d in regels.definities if d.id == "zob-2020")
    nieuw = oud.model_copy(update={"versie": 2, "geldig_van": dt.date(2025, 1, 1)})
    rest = tuple(d for d in regels.definities if d.id != "zob-2020")
    eerste = oud.model_copy(update={"geldig_tot": dt.date(2024, 12, 31)})
    adviseur = maak_adviseur(regels.model_copy(update={"definities": (*rest, eerste, nieuw)}))
    versies = [
        adviseur.toets({"leeftijd": 17, "gemeente": "Helmond"}, dag).uitkomsten[1].versie
        for dag in (dt.date(2024, 12, 31), dt.date(2025, 1, 1))
    ]
    assert versies == [1, 2]


def test_alleen_oordelen_geeft_hetzelfde_als_de_toets(adviseur: Adviseur) -> None:
    dag = dt.date(2024, 3, 1)
    alle = [geval.values[0]["kenmerken"] for geval in gevallen("toetsen.yml")]
    rijen = [rij for rij in alle if "geboortedatum" not in rij]
    los = [{u.definitie: u.uitkomst for u in adviseur.toets(rij, dag).uitkomsten} for rij in rijen]
    assert list(adviseur.oordelen(rijen, dag)) == los
