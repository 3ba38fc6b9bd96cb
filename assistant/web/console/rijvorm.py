"""A row of a rule as a form: what stands in it, or what somebody typed that could not be saved yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from assistant.web.console.formulier import FormulierOnleesbaar
from assistant.web.console.voorwaarden import Taal, Tak, lees, met_invoer, takken, zin
from knowledge.files import lees_getypt
from knowledge.kinds import als_yaml, maak

#: Which row the form is of, and the condition that its inputs were made for.
RIJ, WAS = "rij", "als-was"
WOORDEN: Final = ("tekst", "route", "uitleg")


@dataclass(frozen=True)
class Rijvorm:
    """One row with its inputs; ``zin`` is what is saved, the inputs may say something else."""

    sleutel: str
    titel: str
    zin: str
    velden: Mapping[str, str]
    takken: tuple[Tak, ...]
    was: str
    als: str
    eigen: bool


def rijvormen(
    rijen: Iterable[Mapping[str, Any]], sleutelveld: str, taal: Taal, ingevuld: Mapping[str, str]
) -> Iterator[Rijvorm]:
    """The rows of a rule; the one that somebody could not save keeps what was typed in it."""
    for rij in rijen:
        sleutel = str(rij[sleutelveld])
        eigen = ingevuld.get(RIJ) == sleutel and "tekst" in ingevuld
        was = was_voorwaarde(rij["als"], ingevuld) if eigen else rij["als"]
        velden = {v: str(rij[v]) for v in WOORDEN if v in rij}
        yield Rijvorm(
            sleutel, str(rij["tekst"]), zin(rij["als"], taal), {**velden, **ingevuld} if eigen else velden,
            met_invoer(takken(was, taal), ingevuld) if eigen else takken(was, taal), als_yaml(was),
            getypt(ingevuld) or als_yaml(was) if eigen else als_yaml(was), eigen,
        )  # fmt: skip


def was_voorwaarde(nu: dict[str, Any], ingevuld: Mapping[str, str]) -> dict[str, Any]:
    """The condition for which the inputs were made; what is in force when the form does not tell."""
    try:
        return voorwaarde(ingevuld.get(WAS, ""))
    except ValueError:
        return nu


def lees_als(nu: dict[str, Any], ingevuld: Mapping[str, str]) -> dict[str, Any]:
    """The condition that a form says: as YAML where somebody changed that, else from the inputs."""
    was, tekst = was_voorwaarde(nu, ingevuld), getypt(ingevuld).strip()
    return voorwaarde(tekst) if tekst and tekst != als_yaml(was).strip() else lees(was, ingevuld)


def getypt(ingevuld: Mapping[str, str]) -> str:
    """The YAML of a form, with the line ends that we write: a browser sends others."""
    return ingevuld.get("als", "").replace("\r\n", "\n")


def voorwaarde(tekst: str) -> dict[str, Any]:
    """A condition that somebody wrote as YAML."""
    try:
        gelezen = lees_getypt(tekst)
    except yaml.YAMLError as fout:
        raise FormulierOnleesbaar("De voorwaarde is geen geldige YAML. Herstel het inspringen of de haakjes.") from fout
    if not isinstance(gelezen, dict):
        raise FormulierOnleesbaar("De voorwaarde moet een kenmerk noemen, bijvoorbeeld: leeftijd: {tot: 23}")
    maak("begrip", {"id": "rij", "tekst": "rij", "als": gelezen}, "Voorwaarde")
    return gelezen


def eigen_zin(ingevuld: Mapping[str, str], taal: Taal) -> str:
    """What somebody's own row says in words; nothing when it cannot be read."""
    try:
        return zin(lees_als({}, ingevuld), taal)
    except ValueError:
        return ""
