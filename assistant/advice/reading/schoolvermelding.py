"""Which school names of a text are told of the youth: not a measure, not what might have been."""

from __future__ import annotations

from typing import Final

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.woordenschat import lijst, verband

#: A figure before one of these counts something: "zorg 3 dagen".
_MAAT: Final = frozenset({"jaar", "jr", "jarig", "jarige", "x"})


def genoemde_scholen(duider: Duider) -> list[Vermelding]:
    """Every school name that may be one of the youth's, in the order of the text."""
    verhaal = duider.verhaal
    return [
        v for v in verhaal.van_soort("school")
        if not (duider.vorm.is_vraag(v.van) or _maatstaf(verhaal, v) or _telt(verhaal, v) or _had_gekund(verhaal, v))
        and not _alleen_diploma(verhaal, v)
    ]  # fmt: skip


def _is_maat(woord: str) -> bool:
    return woord in _MAAT or woord in lijst("getallen")["geen_leeftijd_na"]


def _telt(verhaal: Verhaal, v: Vermelding) -> bool:
    """ "doet zorg, 3 dagen stage": a figure behind a trade that is no level."""
    return v.begrip.heeft("cijfer") and _is_maat(verhaal.norm(v.tot))


def _maatstaf(verhaal: Verhaal, v: Vermelding) -> bool:
    """ "geen diploma boven het vmbo", "lager dan mbo 2": what something is measured by."""
    plek = verhaal.voor(v.van)
    if verhaal.norm(plek) == "dan":
        return verhaal.norm(plek - 1) in verband("vergeleken")
    return verhaal.norm(plek) in verband("maatstaf")


def _alleen_diploma(verhaal: Verhaal, v: Vermelding) -> bool:
    """ "uitgeschreven, dus geen havo": the diploma that there is not."""
    return any(f.begrip.heeft("geen_school") and f.van <= v.van < f.tot for f in verhaal.van_soort("feiten"))


def _had_gekund(verhaal: Verhaal, v: Vermelding) -> bool:
    """ "als het aan oma had gelegen was hij naar het gymnasium gegaan": what might have been."""
    return bool(verhaal.sein("had_gekund", *verhaal.indeling.zinsgrenzen(v.van)))
