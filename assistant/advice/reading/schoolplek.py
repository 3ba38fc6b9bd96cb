"""One mention of a school type and the part it plays, and how two names that stand together become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.advice.reading.duiding import Duiding
from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.woordenschat import vulwoorden

Rol = Literal["nu", "los", "vroeger", "gestopt", "bestemming", "wens"]
MBO = ("mbo-2", "mbo-3", "mbo-4")
VERVOLG = ("entree", *MBO)
#: Schools from which one comes to mbo; vso and vavo may also come after it.
VOOR_MBO = ("havo", "vwo", "pro", "isk", "vmbo-bb", "vmbo-lwt", "vmbo-kb", "vmbo-gl", "vmbo-tl")
#: The parts that a school of the youth's own can play.
EIGEN: tuple[Rol, ...] = ("nu", "los", "vroeger", "gestopt")
#: What one does at the vavo.
VAVO_SOORT = ("havo", "vwo", "vmbo-tl", "vmbo-gl")
#: How many words may stand between a level and the kind of school it is at.
_VLAK_ERNA = 3
#: Parts of a school that one was at.
_VOORBIJ = ("vroeger", "gestopt")


@dataclass(frozen=True, slots=True)
class Schoolplek:
    """One mention of a school type and the part it plays."""

    vermelding: Vermelding
    rol: Rol
    duiding: Duiding
    gehaald: bool = False
    ander_wil: bool = False
    via: bool = False

    @property
    def waarde(self) -> str | frozenset[str]:
        """The school type, or the types it may be."""
        begrip = self.vermelding.begrip
        return begrip.naam or frozenset(begrip.kenmerken["mogelijk"])


def verfijn(plekken: Sequence[Schoolplek], verhaal: Verhaal) -> list[Schoolplek]:
    """ "het vmbo (kader)", "naar het mbo, niveau 2": one of two names that stand together makes the other precise."""
    uit: list[Schoolplek] = []
    for plek in plekken:
        ruim = uit[-1] if uit else None
        if ruim and _verfijnt(ruim, plek) and _hoort_bij(ruim.vermelding, plek.vermelding, verhaal):
            los = ruim.rol == "los"
            uit[-1] = replace(
                plek, rol=plek.rol if los else ruim.rol, ander_wil=ruim.ander_wil or (los and plek.ander_wil)
            )
            continue
        if ruim and _herhaalt(ruim, plek):
            continue
        samen = ruim is not None and (ruim.rol, plek.rol) == ("los", "vroeger")
        if ruim and samen and _opgesomd(ruim.vermelding, plek.vermelding, verhaal):
            uit[-1] = replace(ruim, rol="vroeger")
        uit.append(plek)
    return uit


def op_vavo(plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
    """ "doet nu havo op het vavo", "volgt vavo, doet havo": one place, and what is done there."""
    hier = [p for p in plekken if p.waarde == "vavo" and p.rol in ("nu", "los") and not p.duiding.ander]
    daar = [p for p in plekken if p.waarde in VAVO_SOORT and p.rol in ("nu", "los") and not p.duiding.ander]
    daar = [p for p in daar if p.rol == "nu"] or daar  # "heeft vmbo-tl en doet nu havo"
    if not hier or not daar:
        return list(plekken)
    rol: Rol = "nu" if any(p.rol == "nu" for p in (*hier, *daar)) else "los"
    return [replace(p, rol=rol) if p in hier else p for p in plekken if p not in daar]


def deed_op_vavo(plekken: Iterable[Schoolplek], verhaal: Verhaal) -> list[Schoolplek]:
    """ "deed havo op de vavo": of what was done there the place remains."""
    uit: list[Schoolplek] = []
    for plek in plekken:
        vorige = uit[-1] if uit else None
        tussen = [verhaal.norm(n) for n in range(vorige.vermelding.tot, plek.vermelding.van)] if vorige else []
        aaneen = len(tussen) <= _VLAK_ERNA and "op" in tussen
        if vorige and aaneen and plek.waarde == "vavo" and vorige.waarde in VAVO_SOORT and vorige.rol in _VOORBIJ:
            uit[-1] = replace(plek, rol=vorige.rol)
        else:
            uit.append(plek)
    return uit


def _verfijnt(ruim: Schoolplek, plek: Schoolplek) -> bool:
    """Whether the second names one of the first; a "leerwerktraject" is within vmbo-bb, and entree can be done in bbl."""
    nauwer = _is_een_van(plek, ruim)
    aaneen = ruim.rol == "los" and plek.vermelding.van == ruim.vermelding.tot  # "vmbo-kaderdiploma"
    return (aaneen or plek.rol in ("los", ruim.rol)) and (
        nauwer or (ruim.waarde, plek.waarde) == ("vmbo-bb", "vmbo-lwt")
    )


def _is_een_van(precies: Schoolplek, ruim: Schoolplek) -> bool:
    leerweg = ruim.vermelding.begrip.heeft("leerweg") and precies.waarde == "entree"
    return isinstance(ruim.waarde, frozenset) and (precies.waarde in ruim.waarde or leerweg)


def _herhaalt(precies: Schoolplek, ruim: Schoolplek) -> bool:
    """ "mbo 2 schilder in de bbl", "mbo 4 zorg, bol": the kind of school that the level just named is at."""
    dichtbij = ruim.vermelding.van - precies.vermelding.tot <= _VLAK_ERNA
    return _is_een_van(precies, ruim) and dichtbij and ruim.rol in ("los", precies.rol)


def _hoort_bij(ruim: Vermelding, precies: Vermelding, verhaal: Verhaal) -> bool:
    """In one clause, or with nothing but signs and small words in between."""
    if verhaal.indeling.deel[ruim.van] == verhaal.indeling.deel[precies.van]:
        return precies.van - ruim.tot <= 3
    tussen = verhaal.woorden[ruim.tot : precies.van]
    return len(tussen) <= 3 and all(w.soort == "teken" or w.norm in vulwoorden() | {"op", "in"} for w in tussen)


def _opgesomd(eerste: Vermelding, tweede: Vermelding, verhaal: Verhaal) -> bool:
    """ "praktijkonderwijs en entree gevolgd": what is said of the second holds for the first."""
    tussen = verhaal.tussen(eerste.tot, tweede.van)
    return "en" in tussen and tussen <= {"en", "daarna", "toen"} | vulwoorden()
