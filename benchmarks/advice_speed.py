"""How fast the advice is: one youth with everything, one check, and verdicts in bulk.

``python -m benchmarks.advice_speed`` prints a table and fails when a ceiling is
passed.  CPU time is measured, so that other work on the machine does not count.
The ceiling for a complete advice holds for a process that has advised on other
youths before; the first ones after a start are printed too.
Next to it, the same verdicts by trying every completion of what is unknown (the
plain way to be exact), on a smaller sample.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any

from assistant.advice.kenmerken import LIJSTEN, WAARDEN
from assistant.advice.service import Adviseur
from knowledge.files import lees_contacten, lees_documenten, lees_regios
from knowledge.rulefiles import lees_invullingen, lees_regels

PEILDATUM = dt.date(2026, 11, 22)
AANTAL, BULK, UITPUTTEND = 3_000, 40_000, 60
PLAFOND_MS = {"advies compleet": 1.0, "toets compleet": 0.6}
PLAFOND_PER_SECONDE = 20_000


def jongeren(aantal: int, gemeenten: list[str], zaad: int = 1) -> list[dict[str, Any]]:
    """Youths as descriptions give them: age, place and school mostly known, the rest now and then."""
    kans = {"onderwijs": 0.9, "inschrijving": 0.7, "gaat_naar": 0.5, "perspectief": 0.5, "startkwalificatie": 0.4}
    r = random.Random(zaad)
    uit = []
    for _ in range(aantal):
        feiten: dict[str, Any] = {"leeftijd": r.randint(14, 24), "gemeente": r.choice(gemeenten)}
        for veld in WAARDEN.keys() - {"vrijstelling"}:
            if r.random() < kans.get(veld, 0.15):
                feiten[veld] = r.choice(WAARDEN[veld])
        if r.random() < 0.3 and "ernstig" not in feiten:
            feiten["problemen"] = r.sample(LIJSTEN["problemen"], 1)
        uit.append(feiten)
    return uit


def per_stuk(doe: Callable[[Mapping[str, Any]], object], rijen: list[dict[str, Any]]) -> float:
    """Milliseconds of CPU time per youth."""
    begin = time.process_time()
    for rij in rijen:
        doe(rij)
    return (time.process_time() - begin) / len(rijen) * 1_000


def aanvullingen(feiten: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Every completion of the facts that the verdicts look at."""
    velden = ("onderwijs", "herkomst", "inschrijving", "gaat_naar", "uitstroomprofiel", "vrijstelling")
    open_ = [veld for veld in velden if veld not in feiten]
    for waarden in product(*(WAARDEN[veld] for veld in open_)):
        yield {**feiten, **dict(zip(open_, waarden, strict=True))}


def uitputtend(adviseur: Adviseur, rijen: list[dict[str, Any]]) -> float:
    """The same verdicts by trying every completion, for rows where that is still feasible."""
    haalbaar = [r for r in rijen if len({"onderwijs", "herkomst", "inschrijving", "gaat_naar"} & r.keys()) >= 3]
    geldig = [{k: w for k, w in r.items() if k not in ("problemen", "ernstig")} for r in haalbaar[:UITPUTTEND]]

    def doe(rij: Mapping[str, Any]) -> None:
        passend = (f for f in aanvullingen(rij) if f["inschrijving"] == "vrijgesteld" or f["vrijstelling"] == "nee")
        for _ in adviseur.oordelen(passend, PEILDATUM):
            pass

    return per_stuk(doe, geldig)


def maak_adviseur() -> tuple[Adviseur, list[str]]:
    """The adviser over the shipped rules, and the gemeenten of all regions."""
    regios = lees_regios()
    adviseur = Adviseur(lees_regels(), lees_invullingen(), lees_contacten(), regios, lees_documenten())
    return adviseur, [g.naam for r in regios for g in r.gemeenten]


def main() -> int:
    """Measure, print, and say whether every ceiling held."""
    begin = time.process_time()
    adviseur, gemeenten = maak_adviseur()
    print(f"laden en vertalen: {(time.process_time() - begin) * 1_000:.0f} ms")
    rijen, eerdere = jongeren(AANTAL, gemeenten), jongeren(AANTAL, gemeenten, zaad=3)
    koud = per_stuk(lambda r: adviseur.adviseer(r, peildatum=PEILDATUM), eerdere)
    print(f"advies compleet, eerste {AANTAL:,} na het starten: {koud:.3f} ms per jongere")
    gemeten = {
        "advies compleet": per_stuk(lambda r: adviseur.adviseer(r, peildatum=PEILDATUM), rijen),
        "toets compleet": per_stuk(lambda r: adviseur.toets(r, PEILDATUM), rijen),
    }
    bulk = jongeren(BULK, gemeenten, zaad=2)
    begin = time.process_time()
    aantal = sum(1 for _ in adviseur.oordelen(bulk, PEILDATUM))
    per_seconde = aantal / (time.process_time() - begin)
    for naam, ms in gemeten.items():
        print(f"{naam}: {ms:.3f} ms per jongere (plafond {PLAFOND_MS[naam]} ms)")
    print(f"uitkomsten in bulk: {per_seconde:,.0f} jongeren per seconde (ten minste {PLAFOND_PER_SECONDE:,})")
    print(f"ter vergelijking, elke aanvulling proberen: {uitputtend(adviseur, rijen):.1f} ms per jongere")
    return 0 if per_seconde >= PLAFOND_PER_SECONDE and all(gemeten[n] <= PLAFOND_MS[n] for n in PLAFOND_MS) else 1


if __name__ == "__main__":
    sys.exit(main())
