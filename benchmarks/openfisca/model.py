"""The definition ``ocw-2020`` written for OpenFisca: reads youths as JSON, prints the verdicts and the seconds they took.

Run by ``benchmarks.openfisca`` in an environment of its own; OpenFisca is AGPL
and never part of our program.  OpenFisca knows no *unknown*: a fact that nobody
gave has the default of its variable, which is ``geen`` here.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIODE = "2026-11"
Jongere = build_entity(key="jongere", plural="jongeren", label="Jongere", is_person=True)
Groep = build_entity(key="groep", plural="groepen", label="Groep", roles=[{"key": "lid", "plural": "leden"}])


def keuze(naam: str, waarden: list[str]) -> Any:
    """An enumeration whose first value stands for a fact that was not given."""
    return Enum(naam, {w.replace("-", "_"): w for w in ["geen", *waarden]})


def invoer(naam: str, type_: Any, standaard: Any = None) -> type[Variable]:
    """A variable that is given."""
    velden: dict[str, Any] = {
        "value_type": type_,
        "entity": Jongere,
        "definition_period": DateUnit.MONTH,
        "label": naam,
    }
    if type_ is Enum:
        velden |= {"possible_values": standaard, "default_value": standaard.geen}
    return type(naam, (Variable,), velden)


SCHOLEN = "vso pro vmbo-bb vmbo-lwt vmbo-kb vmbo-gl vmbo-tl havo vwo vavo isk entree mbo-2 mbo-3 mbo-4".split()
MBO = ("entree", "mbo-2", "mbo-3", "mbo-4")
LIJSTEN = {
    "onderwijs": keuze("Onderwijs", [*SCHOLEN, "nee"]),
    "herkomst": keuze("Herkomst", [*SCHOLEN, "nee"]),
    "inschrijving": keuze("Inschrijving", ["ingeschreven", "uitgeschreven", "thuiszitter", "vrijgesteld"]),
    "gaat_naar": keuze("GaatNaar", [*MBO, "ander-onderwijs", "arbeid", "dagbesteding", "nee"]),
    "uitstroomprofiel": keuze("Uitstroomprofiel", ["vervolgonderwijs", "arbeid", "dagbesteding", "nee"]),
}


class ocw_2020(Variable):
    """The verdict."""

    value_type = bool
    entity = Jongere
    definition_period = DateUnit.MONTH
    label = "JIKP volgens de OCW-regeling 2020-2024"

    def formula(jongere: Any, periode: Any) -> Any:
        """Younger than 23, and towards entree, or towards mbo 2 or out of school from a vulnerable school type."""

        def is_(veld: str, *waarden: str) -> Any:
            gegeven, lijst = jongere(veld, periode), LIJSTEN[veld]
            return np.logical_or.reduce([gegeven == getattr(lijst, w.replace("-", "_")) for w in waarden])

        mbo, op_school = is_("onderwijs", *MBO), is_("inschrijving", "ingeschreven")
        entree = is_("gaat_naar", "entree") | (is_("onderwijs", "entree") & op_school)
        mbo_2 = is_("gaat_naar", "mbo-2") | (is_("onderwijs", "mbo-2") & op_school)
        uit = is_("gaat_naar", "arbeid", "dagbesteding") | is_("inschrijving", "uitgeschreven")
        vso = (~mbo & is_("onderwijs", "vso")) | (mbo & is_("herkomst", "vso"))
        andere = ("pro", "vmbo-bb", "vmbo-lwt")
        komt_uit = (~mbo & is_("onderwijs", *andere)) | (mbo & is_("herkomst", *andere))
        komt_uit |= vso & ~is_("uitstroomprofiel", "dagbesteding")
        return (jongere("leeftijd", periode) < 23) & (entree | ((mbo_2 | uit) & komt_uit))


def bouw() -> TaxBenefitSystem:
    """The system with its variables."""
    stelsel = TaxBenefitSystem([Jongere, Groep])
    stelsel.add_variable(invoer("leeftijd", int))
    for naam, lijst in LIJSTEN.items():
        stelsel.add_variable(invoer(naam, Enum, lijst))
    stelsel.add_variable(ocw_2020)
    return stelsel


def oordeel(stelsel: TaxBenefitSystem, jongeren: list[dict[str, Any]]) -> list[bool]:
    """The verdict of each youth, all at once."""
    simulatie = SimulationBuilder().build_default_simulation(stelsel, count=len(jongeren))
    simulatie.set_input("leeftijd", PERIODE, np.array([j["leeftijd"] for j in jongeren]))
    for naam in LIJSTEN:
        waarden = np.array([str(j.get(naam, "geen")).replace("-", "_") for j in jongeren])
        simulatie.set_input(naam, PERIODE, waarden)
    return [bool(u) for u in simulatie.calculate("ocw_2020", PERIODE)]


def main() -> None:
    """Reads ``{"bulk": [...], "los": [...]}``; prints the verdicts of bulk and the CPU seconds of both."""
    gegevens = json.load(sys.stdin)
    stelsel = bouw()
    oordeel(stelsel, gegevens["los"][:1])
    begin = time.process_time()
    uitkomsten = oordeel(stelsel, gegevens["bulk"])
    bulk = time.process_time() - begin
    begin = time.process_time()
    for jongere in gegevens["los"]:
        oordeel(stelsel, [jongere])
    print(json.dumps({"uitkomsten": uitkomsten, "bulk": bulk, "los": time.process_time() - begin}))


if __name__ == "__main__":
    main()
