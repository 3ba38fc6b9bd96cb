"""A record as a form and back: one input per field, by the form that its cell has in a workbook."""

from __future__ import annotations

import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, Final, Literal

import yaml

from assistant.web.console.koppelingen import VELDEN, lees_koppelingen
from knowledge.exchange import Vorm, naar_cel, uit_cel, velden
from knowledge.kinds import MODELLEN
from knowledge.model import Regio

#: Fields that people do not edit here: identity, and the inventory of facts behind a release.
VAST: Final = {"id", "veld", "versie", "dekt", "bestand", "soort_regel"}
LANG: Final = {"antwoord", "toelichting", "strekking", "uitleg", "voorbehoud", "zonder_rij", "omschrijving", "tekst"}
#: Fields with inputs of their own, per kind.
EIGEN: Final = {"contact": ("gemeenten",), "item": VELDEN}
EXTRA_BRONNEN: Final = 2
HELE_REGIO: Final = "hele_regio"
_WOORDEN: Final = Path(__file__).parent / "velden.yml"


@dataclass(frozen=True)
class Invoer:
    """One input of the form."""

    naam: str
    vorm: Vorm | str
    waarde: str
    vast: bool = False
    label: str = ""
    hulp: str = ""
    keuzes: tuple[str, ...] = ()


class FormulierOnleesbaar(ValueError):
    """A field cannot be read; says which and what to do.  ``inhoud`` is what could be read of the rest."""

    def __init__(self, melding: str, inhoud: dict[str, Any] | None = None) -> None:
        super().__init__(melding)
        self.inhoud = inhoud or {}


@cache
def woorden() -> dict[str, dict[str, str]]:
    """What fields are called, and what helps to fill them in."""
    return dict(yaml.safe_load(_WOORDEN.read_text(encoding="utf-8")))


def label(naam: str) -> str:
    """What a field is called."""
    return woorden().get(naam, {}).get("label") or naam.replace("_", " ").capitalize()


def invoeren(soort: str, inhoud: dict[str, Any]) -> list[Invoer]:
    """The inputs for a record; sources, links, and the municipalities of a contact, have inputs of their own."""
    eigen = {"bronnen", *EIGEN.get(soort, ())}
    namen = {n: v for n, v in velden(soort).items() if n not in eigen and _hoort_erbij(soort, n, inhoud)}
    return [_invoer(soort, n, v, inhoud.get(n)) for n, v in namen.items()]


def _invoer(soort: str, naam: str, vorm: Vorm, waarde: Any) -> Invoer:
    return Invoer(
        naam, "lang" if vorm == "tekst" and naam in LANG else vorm, _tekst(waarde, vorm), naam in VAST,
        label(naam), woorden().get(naam, {}).get("hulp", ""), _keuzes(soort, naam),
    )  # fmt: skip


@cache
def _keuzes(soort: str, naam: str) -> tuple[str, ...]:
    """The values of a field that has a fixed list of them."""
    type_ = typing.get_type_hints(MODELLEN[soort]).get(naam)
    delen = [d for d in typing.get_args(type_) if d is not NoneType]
    if typing.get_origin(type_) is not Literal and len(delen) == 1:
        type_ = delen[0]
    return tuple(map(str, typing.get_args(type_))) if typing.get_origin(type_) is Literal else ()


def _hoort_erbij(soort: str, naam: str, inhoud: dict[str, Any]) -> bool:
    """Of a rule only the fields of its own kind."""
    return soort != "regel" or naam in inhoud or naam in ("geldig_tot", "toelichting", "testgevallen")


def _tekst(waarde: Any, vorm: Vorm) -> str:
    cel = naar_cel(waarde, vorm) if waarde is not None else None
    return "" if cel is None or waarde == "" else str(cel)


def bronrijen(inhoud: dict[str, Any]) -> list[dict[str, str]]:
    """The sources of a record, with empty rows for more."""
    return [*inhoud.get("bronnen", []), *({"document": "", "sectie": "", "regels": ""} for _ in range(EXTRA_BRONNEN))]


def gemeentekeuze(
    soort: str, inhoud: dict[str, Any], regios: Iterable[Regio]
) -> list[tuple[str, list[tuple[str, bool]]]]:
    """For a contact: the municipalities per region, and which of them are chosen."""
    gekozen = set(inhoud.get("gemeenten", ()))
    mag = [r for r in regios if inhoud.get("regio") in (None, "", r.id)]
    return [(r.naam, [(g.naam, g.naam in gekozen) for g in r.gemeenten]) for r in mag] if soort == "contact" else []


def lees(soort: str, ingevuld: Mapping[str, str], eerder: dict[str, Any]) -> dict[str, Any]:
    """The record that a form says; fields that are not on it keep what they had."""
    inhoud, fouten = dict(eerder), []
    if any(n.startswith("bron-document-") for n in ingevuld):
        inhoud["bronnen"] = _bronnen(ingevuld)
    for naam, vorm in velden(soort).items():
        if naam == "bronnen" or naam in VAST or not (naam in ingevuld or f"heeft-{naam}" in ingevuld):
            continue
        try:
            inhoud[naam] = _waarde(naam, vorm, ingevuld.get(naam, ""))
        except FormulierOnleesbaar as fout:
            fouten.append(str(fout))
            continue
        if inhoud[naam] in (None, "", []) and naam not in eerder:
            del inhoud[naam]
    lees_koppelingen(inhoud, ingevuld)
    if "kiest-gemeenten" in ingevuld:
        fouten += _kies_gemeenten(inhoud, ingevuld)
    if fouten:
        raise FormulierOnleesbaar(" ".join(fouten), inhoud)
    return inhoud


def met_invoer(lijst: list[Invoer], ingevuld: Mapping[str, str]) -> list[Invoer]:
    """The inputs with what somebody typed, also where that could not be read."""
    return [replace(i, waarde=ingevuld[i.naam]) if i.naam in ingevuld and not i.vast else i for i in lijst]


def _kies_gemeenten(inhoud: dict[str, Any], ingevuld: Mapping[str, str]) -> list[str]:
    """A contact is for municipalities that somebody chose, or for the whole region because somebody said so."""
    gekozen = [w for n, w in ingevuld.items() if n.startswith("gemeente-")]
    if not gekozen and HELE_REGIO not in ingevuld:
        return ["Gemeenten: kies voor welke gemeenten dit contact er is, of kies 'de hele regio'."]
    if gekozen and HELE_REGIO not in ingevuld:
        volgorde = [g for g in inhoud.get("gemeenten", ()) if g in gekozen]
        inhoud["gemeenten"] = [*volgorde, *(g for g in gekozen if g not in volgorde)]
    elif inhoud.get("gemeenten"):
        inhoud["gemeenten"] = []
    return []


def _waarde(naam: str, vorm: Vorm, tekst: str) -> Any:
    tekst = tekst.replace("\r\n", "\n")
    if vorm == "ja-nee":
        return tekst == "ja"
    if not tekst.strip():
        return {"tekst": "", "woorden": []}.get(vorm)
    try:
        return float(tekst.replace(",", ".")) if vorm == "getal" else uit_cel(tekst, vorm)
    except ValueError as fout:
        raise FormulierOnleesbaar(f"{label(naam)}: hier hoort een getal te staan.") from fout
    except yaml.YAMLError as fout:
        raise FormulierOnleesbaar(
            f"{label(naam)}: dit is geen geldige YAML. Herstel het inspringen of de haakjes."
        ) from fout


def _bronnen(ingevuld: Mapping[str, str]) -> list[dict[str, str]]:
    nummers = [n.removeprefix("bron-document-") for n in ingevuld if n.startswith("bron-document-")]
    rijen = [{d: ingevuld.get(f"bron-{d}-{n}", "").strip() for d in ("document", "sectie", "regels")} for n in nummers]
    return [{k: w for k, w in r.items() if w} for r in rijen if r["document"]]
