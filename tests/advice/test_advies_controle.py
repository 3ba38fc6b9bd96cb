"""The check of the rules finds what is wrong, each time with a youth for whom it goes wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from adviesgevallen import maak_adviseur

from assistant.advice.model import Regelbevinding
from assistant.advice.service import Adviseur
from knowledge.rulemodel import Regelset, Regeltest, Rij, Routetabel


def bevindingen(regels: Regelset, soort: str) -> list[Regelbevinding]:
    return [b for b in maak_adviseur(regels).controleer() if b.soort == soort]


def met_tabel(regels: Regelset, pas_aan: Callable[[Routetabel], dict[str, Any]]) -> Regelset:
    [tabel] = regels.tabellen
    return regels.model_copy(update={"tabellen": (tabel.model_copy(update=pas_aan(tabel)),)})


def test_de_meegeleverde_regels_hebben_geen_fouten(adviseur: Adviseur) -> None:
    assert [b for b in adviseur.controleer() if b.ernst == "fout"] == []


def test_elke_regel_heeft_regeltests_als_zinnen(regels: Regelset) -> None:
    for regel in (*regels.definities, *regels.tabellen):
        assert len(regel.testgevallen) >= 2, regel.id
        assert len({t.naam for t in regel.testgevallen}) == len(regel.testgevallen)


def test_een_gat_in_de_tabel_wordt_gevonden_met_een_voorbeeld(regels: Regelset, adviseur: Adviseur) -> None:
    [gat] = [b for b in adviseur.controleer() if b.soort == "gat"]
    assert gat.tegenvoorbeeld is not None and gat.tegenvoorbeeld["inschrijving"] == "vrijgesteld"
    zonder_13 = met_tabel(regels, lambda t: {"rijen": t.rijen[:-1]})
    [gat] = bevindingen(zonder_13, "gat")
    route = maak_adviseur(zonder_13).adviseer(gat.tegenvoorbeeld or {}, peildatum=dt.date(2023, 10, 1)).route
    assert route is None


def test_een_rij_die_nooit_aan_de_beurt_komt_is_een_fout(regels: Regelset) -> None:
    extra = Rij(nummer=14, route="regulier", tekst="dubbel", als={"leeftijd": {"van": 24, "tot": 26}}, uitleg="dubbel")
    [fout] = bevindingen(met_tabel(regels, lambda t: {"rijen": (*t.rijen, extra)}), "onbereikbaar")
    assert fout.ernst == "fout" and "rij 14" in fout.melding
    assert fout.tegenvoorbeeld is not None and fout.tegenvoorbeeld["leeftijd"] >= 23


def test_een_rij_die_zichzelf_tegenspreekt_is_een_fout(regels: Regelset) -> None:
    onmogelijk = {"onderwijs": "pro", "niet": {"onderwijs": "pro"}}
    extra = Rij(nummer=14, route="regulier", tekst="onmogelijk", als=onmogelijk, uitleg="onmogelijk")
    [fout] = bevindingen(met_tabel(regels, lambda t: {"rijen": (*t.rijen, extra)}), "onbereikbaar")
    assert "kan nooit uitkomen" in fout.melding


def test_overlap_tussen_rijen_wordt_gemeld_met_een_voorbeeld(adviseur: Adviseur) -> None:
    overlap = [b for b in adviseur.controleer() if b.soort == "overlap"]
    assert any("rij 4 en rij 6" in b.melding for b in overlap)
    assert all(b.ernst == "info" and b.tegenvoorbeeld for b in overlap)


def test_een_falende_regeltest_is_een_fout(regels: Regelset) -> None:
    fout = Regeltest(naam="Iedereen hoort erbij, wat er ook is", kenmerken={"leeftijd": 40}, uitkomst="ja")
    definities = [
        d.model_copy(update={"testgevallen": (fout,)}) if d.id == "zob-2020" else d for d in regels.definities
    ]
    [gevonden] = bevindingen(regels.model_copy(update={"definities": tuple(definities)}), "regeltest")
    assert gevonden.regel == "zob-2020" and "Iedereen hoort erbij" in gevonden.melding


@pytest.mark.parametrize(
    ("einde", "soort"),
    [(None, "overlap-in-tijd"), (dt.date(2025, 6, 30), "overlap-in-tijd"), (dt.date(2024, 6, 30), "gat-in-tijd")],
)
def test_versies_die_niet_aansluiten_worden_gevonden(regels: Regelset, einde: dt.date | None, soort: str) -> None:
    oud = next(d for d in regels.definities if d.id == "zob-2020")
    rest = tuple(d for d in regels.definities if d.id != "zob-2020")
    nieuw = oud.model_copy(update={"versie": 2, "geldig_van": dt.date(2025, 1, 1)})
    versies = (oud.model_copy(update={"geldig_tot": einde}), nieuw)
    [gevonden] = bevindingen(regels.model_copy(update={"definities": (*rest, *versies)}), soort)
    assert gevonden.tegenvoorbeeld is not None and "peildatum" in gevonden.tegenvoorbeeld


def test_een_criterium_dat_nooit_of_altijd_geldt_is_een_fout(regels: Regelset) -> None:
    oud = next(d for d in regels.definities if d.id == "zob-2020")
    rest = tuple(d for d in regels.definities if d.id != "zob-2020")
    kapot = [c.model_copy(update={"als": {"een_van": []}}) if c.id == "onderwijs" else c for c in oud.criteria]
    definities = (*rest, oud.model_copy(update={"criteria": tuple(kapot), "testgevallen": ()}))
    meldingen = [b.melding for b in bevindingen(regels.model_copy(update={"definities": definities}), "nooit")]
    assert len(meldingen) == 2 and "'onderwijs'" in meldingen[1]


def test_een_aanname_met_een_onbestaande_waarde_is_een_fout(regels: Regelset) -> None:
    def pas_aan(tabel: Routetabel) -> dict[str, Any]:
        eerste = tabel.aannames[0].model_copy(update={"waarden": ("misschien",)})
        return {"aannames": (eerste, *tabel.aannames[1:])}

    [fout] = bevindingen(met_tabel(regels, pas_aan), "aanname")
    assert "misschien" in fout.melding
