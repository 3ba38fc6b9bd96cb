"""A record as a form and back: one input per field, by the form that its cell has in a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import yaml

from knowledge.exchange import Vorm, naar_cel, uit_cel, velden

#: Fields that people do not edit here: identity, and the inventory of facts behind a release.
VAST: Final = {"id", "veld", "versie", "dekt", "bestand", "soort_regel"}
LANG: Final = {"antwoord", "toelichting", "strekking", "uitleg", "voorbehoud", "zonder_rij", "omschrijving", "tekst"}
EXTRA_BRONNEN: Final = 2


@dataclass(frozen=True)
class Invoer:
    """One input of the form."""

    naam: str
    vorm: Vorm | str
    waarde: str
    vast: bool = False


class FormulierOnleesbaar(ValueError):
    """A field cannot be read; says which and what to do."""


def invoeren(soort: str, inhoud: dict[str, Any]) -> list[Invoer]:
    """The inputs for a record; sources have inputs of their own."""
    namen = {n: v for n, v in velden(soort).items() if n not in ("bronnen",) and _hoort_erbij(soort, n, inhoud)}
    return [
        Invoer(n, "lang" if v == "tekst" and n in LANG else v, _tekst(inhoud.get(n), v), n in VAST)
        for n, v in namen.items()
    ]


def _hoort_erbij(soort: str, naam: str, inhoud: dict[str, Any]) -> bool:
    """Of a rule only the fields of its own kind."""
    return soort != "regel" or naam in inhoud or naam in ("geldig_tot", "toelichting", "testgevallen")


def _tekst(waarde: Any, vorm: Vorm) -> str:
    cel = naar_cel(waarde, vorm) if waarde is not None else None
    return "" if cel is None or waarde == "" else str(cel)


def bronrijen(inhoud: dict[str, Any]) -> list[dict[str, str]]:
    """The sources of a record, with empty rows for more."""
    return [*inhoud.get("bronnen", []), *({"document": "", "sectie": "", "regels": ""} for _ in range(EXTRA_BRONNEN))]


def lees(soort: str, ingevuld: dict[str, str], eerder: dict[str, Any]) -> dict[str, Any]:
    """The record that a form says; fields that are not on it keep what they had."""
    inhoud = dict(eerder)
    for naam, vorm in velden(soort).items():
        if naam == "bronnen" or naam in VAST or not (naam in ingevuld or f"heeft-{naam}" in ingevuld):
            continue
        inhoud[naam] = _waarde(naam, vorm, ingevuld.get(naam, ""))
        if inhoud[naam] in (None, "", []) and naam not in eerder:
            del inhoud[naam]
    if any(n.startswith("bron-document-") for n in ingevuld):
        inhoud["bronnen"] = _bronnen(ingevuld)
    return inhoud


def _waarde(naam: str, vorm: Vorm, tekst: str) -> Any:
    tekst = tekst.replace("\r\n", "\n")
    if vorm == "ja-nee":
        return tekst == "ja"
    if not tekst.strip():
        return {"tekst": "", "woorden": []}.get(vorm)
    try:
        return float(tekst.replace(",", ".")) if vorm == "getal" else uit_cel(tekst, vorm)
    except (ValueError, yaml.YAMLError) as fout:
        raise FormulierOnleesbaar(f"{naam}: dit kan niet worden gelezen ({str(fout).splitlines()[0]}).") from fout


def _bronnen(ingevuld: dict[str, str]) -> list[dict[str, str]]:
    nummers = [n.removeprefix("bron-document-") for n in ingevuld if n.startswith("bron-document-")]
    rijen = [{d: ingevuld.get(f"bron-{d}-{n}", "").strip() for d in ("document", "sectie", "regels")} for n in nummers]
    return [{k: w for k, w in r.items() if w} for r in rijen if r["document"]]
