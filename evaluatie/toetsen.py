"""Structured checks: verdicts, missing facts and refusals, exactly."""

from __future__ import annotations

import datetime as dt
from typing import Any

from assistant.diensten import diensten
from evaluatie.maat import Tellers, Uitslag


def meet(zaken: list[dict[str, Any]]) -> Uitslag:
    """Share of checks that are right in every part."""
    uitslag, tellers = Uitslag("toetsen"), Tellers()
    for zaak in zaken:
        fouten = beoordeel(zaak)
        tellers.tel(not fouten, "alle")
        if fouten:
            uitslag.mis.append(f"{zaak['id']} {fouten} {zaak['kenmerken']}")
    uitslag.maten = tellers.maten()
    return uitslag


def beoordeel(zaak: dict[str, Any]) -> list[str]:
    """What is wrong with one check."""
    try:
        dag = dt.date.fromisoformat(zaak["peildatum"]) if zaak.get("peildatum") else None
        toets = diensten().adviseur.toets(zaak["kenmerken"], dag)
    except ValueError as fout:  # a fact that cannot be used, or a date that does not exist
        return [] if zaak.get("fout") else [f"fout {fout}"]
    if zaak.get("fout"):
        return ["geen fout"]
    uitkomst = {u.definitie: u for u in toets.uitkomsten}
    fouten = []
    for definitie, verwacht in zaak["verwacht"].items():
        gekregen = uitkomst[definitie].uitkomst if definitie in uitkomst else None
        if gekregen != verwacht:
            fouten.append(f"{definitie} {gekregen}")
    for definitie, velden in (zaak.get("ontbreekt_een_van") or {}).items():
        if (
            velden
            and zaak["verwacht"].get(definitie) == "onbekend"
            and not set(uitkomst[definitie].ontbreekt) & set(velden)
        ):
            fouten.append(f"{definitie} ontbreekt {uitkomst[definitie].ontbreekt}")
    return fouten
