"""Paid work that is out of reach: "betaald werk gaat hem niet lukken", "werken lukt ook met begeleiding niet"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.woordenschat import verband

_STEUN = "werk-met-steun"
#: Goes before all else that is said about being able to work.
_KRACHT = 3


def geen_loonvormend(duider: Duider) -> Iterator[Bewering]:
    """Claims that no paid work can be done; not of who does not want it."""
    for v in duider.verhaal.van_soort("doel", "feiten"):
        begin, einde = duider.verhaal.indeling.grenzen(v.van)
        if duider.verhaal.sein("wens", begin, einde) or duider.vorm.is_vraag(v.van):
            continue
        if _betaald(duider, v) or _zelfs_met_hulp(duider, v) or _zelfs_beschut(duider, v):
            duiding = duider(v)
            if not (duiding.ander or duiding.verleden):
                yield Bewering("arbeidsvermogen", "geen-loonvormend", v.van, v.tot, "genoemd", duiding.zeker, _KRACHT)


def _betaald(duider: Duider, v: Vermelding) -> bool:
    """ "loonvormende arbeid zit er niet in"."""
    woorden = duider.verhaal.tussen(v.van, v.tot)
    return v.begrip.soort == "doel" and bool(verband("loonvormend") & woorden) and _buiten_bereik(duider, v)


def _zelfs_met_hulp(duider: Duider, v: Vermelding) -> bool:
    """ "werken lukt niet, ook niet met begeleiding"."""
    if v.begrip.naam != "arbeid" or not verband("werken") & duider.verhaal.tussen(v.van, v.tot):
        return False
    begin, _ = duider.verhaal.indeling.grenzen(v.van)
    _, einde = duider.verhaal.indeling.zinsgrenzen(v.van)
    hulp = duider.verhaal.sein("ook_met_hulp", begin, einde)
    return bool(hulp) and (_buiten_bereik(duider, v) or _kan_niet(duider, v))


def _zelfs_beschut(duider: Duider, v: Vermelding) -> bool:
    """ "ook beschut werk is niet haalbaar": the lightest form of work there is."""
    beschut = v.begrip.naam == _STEUN and verband("beschut") & duider.verhaal.tussen(v.van, v.tot)
    return bool(beschut) and _buiten_bereik(duider, v)


def _buiten_bereik(duider: Duider, v: Vermelding) -> bool:
    begin, einde = duider.verhaal.indeling.grenzen(v.van)
    nodig = verband("niet_nodig") & duider.verhaal.tussen(begin, einde)  # "beschut werk hoeft niet"
    return duider.onhaalbaar(begin, einde) and not nodig


def _kan_niet(duider: Duider, v: Vermelding) -> bool:
    """ "kan zij niet werken", "werken lukt hem ook met begeleiding niet"."""
    grenzen = duider.verhaal.indeling.grenzen(v.van)
    return duider(v).ontkend and bool(duider.verhaal.sein("kan", *grenzen))
