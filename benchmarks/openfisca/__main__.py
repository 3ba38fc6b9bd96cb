"""Our verdicts next to OpenFisca's (``ocw-2020`` written for it): speed, and what becomes of a fact that nobody gave.

``python -m benchmarks.openfisca``.  OpenFisca is installed in an environment
of its own under ``var/``, since its licence (AGPL) and its packages stay out of
ours.  Ours weighs *all* definitions of the youth's region, OpenFisca only one.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

from assistant.advice.kenmerken import WAARDEN
from assistant.settings import WORTEL
from benchmarks.advice_speed import BULK, PEILDATUM, jongeren, maak_adviseur
from benchmarks.meten import ONS, Rij, als_programma, meld

HIER: Final = Path(__file__).parent
OMGEVING: Final = WORTEL / "var" / "openfisca"
ANDER: Final = "OpenFisca 46.0.1"
VELDEN: Final = ("onderwijs", "herkomst", "inschrijving", "gaat_naar", "uitstroomprofiel")
LOS: Final = 500


def meet(snel: bool) -> list[Rij]:
    """The same youths through both."""
    adviseur, gemeenten = maak_adviseur()
    aantal = BULK // 10 if snel else BULK
    bulk = [_bekend(j) for j in jongeren(aantal, gemeenten, zaad=4)]
    los = bulk[:LOS]
    begin = time.process_time()
    onze = [u["ocw-2020"] for u in adviseur.oordelen(bulk, PEILDATUM)]
    ons_bulk = time.process_time() - begin
    begin = time.process_time()
    for jongere in los:
        adviseur.toets(jongere, PEILDATUM)
    ons_los = time.process_time() - begin
    ander = _openfisca({"bulk": bulk, "los": los})
    open_ = [i for i, u in enumerate(onze) if u == "onbekend"]
    zeker = [i for i, u in enumerate(onze) if u != "onbekend"]
    verschil = sum(ander["uitkomsten"][i] != (onze[i] == "ja") for i in zeker)
    return [
        Rij("jongeren per seconde, in bulk", ONS, aantal / ons_bulk, "", "≥ 20.000"),
        Rij("jongeren per seconde, in bulk", ANDER, aantal / ander["bulk"]),
        Rij("één jongere, met redenen en ontbrekende feiten", ONS, ons_los / LOS * 1_000, "ms"),
        Rij("één jongere, alleen ja of nee", ANDER, ander["los"] / LOS * 1_000, "ms"),
        Rij("nog niet te zeggen, en dat ook gezegd", ONS, 1.0, "%"),
        Rij("nog niet te zeggen, toch ja of nee gegeven", ANDER, float(bool(open_)), "%"),
        Rij("deel van de jongeren waar dat speelt", ONS, len(open_) / aantal, "%"),
        Rij("wel te zeggen, ander oordeel dan het onze", ANDER, verschil / len(zeker), "%"),
    ]


def _bekend(jongere: dict[str, Any]) -> dict[str, Any]:
    """Age, gemeente and the facts of this definition; an absent fact stays absent."""
    velden = {v: w for v, w in jongere.items() if v in VELDEN and w in WAARDEN[v]}
    return {"leeftijd": jongere["leeftijd"], "gemeente": jongere["gemeente"], **velden}


def _openfisca(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Runs the other model in its own environment; makes that on the first run."""
    python = OMGEVING / "bin" / "python"
    if not (OMGEVING / ".klaar").exists():
        meld("openfisca: een eigen omgeving maken")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(OMGEVING)], check=True)
        installeer = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        subprocess.run([*installeer, "-r", HIER / "requirements.lock"], check=True, stdout=sys.stderr)
        (OMGEVING / ".klaar").touch()
    meld(f"openfisca: {len(gegevens['bulk']):,} jongeren")
    opdracht = [str(python), str(HIER / "model.py")]
    uit = subprocess.run(opdracht, input=json.dumps(gegevens), stdout=subprocess.PIPE, text=True, check=True)
    uitkomst: dict[str, Any] = json.loads(uit.stdout)
    return uitkomst


if __name__ == "__main__":
    als_programma(meet)
