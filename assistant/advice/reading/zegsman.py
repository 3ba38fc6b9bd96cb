"""Who writes or is quoted: "ik ben jobcoach", "namens de ggz", "volgens de psycholoog" say nothing of the youth."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.woordenschat import lijst, verband, vulwoorden

_BINNEN = 5
_VOORAAN = 3
_KORTE_KOP = 2


def is_zegsman(verhaal: Verhaal, v: Vermelding) -> bool:
    """Whether a mention is the organisation or profession of who writes, or a professional who is quoted."""
    kern = verhaal.tussen(v.van, v.tot) - vulwoorden()
    if not kern or not kern <= verband("zegsman") | verband("deskundige"):
        return False
    voor = _voor(verhaal, v.van)
    vooraan = voor == "hier" and v.van - verhaal.indeling.zinsgrenzen(v.van)[0] <= _VOORAAN  # "Hier de reclassering."
    if vooraan or voor in verband("namens") or _stelt_zich_voor(verhaal, v.van):
        return True
    zegt = voor in verband("naar_zeggen") or voor in lijst("signalen")["mening"]  # "kan het, zegt de psycholoog"
    return kern <= verband("deskundige") and (zegt or _zegt_iets(verhaal, v))


def _voor(verhaal: Verhaal, van: int) -> str:
    """The word before a mention, its article apart."""
    lidwoord = verhaal.norm(van - 1) in lijst("zinnen")["lidwoorden"] and verhaal.norm(van - 1) not in ("zijn", "haar")
    return verhaal.norm(van - 2 if lidwoord else van - 1)


def _stelt_zich_voor(verhaal: Verhaal, van: int) -> bool:
    """ "ik ben ...", "ik werk bij ...": the writer about himself, and nobody else in between."""
    begin, _ = verhaal.indeling.grenzen(van)
    voor = verhaal.tussen(max(begin, van - _BINNEN), van)
    return bool(voor & verband("schrijver") and voor & verband("stelt_voor") and not voor & verband("over_wie"))


def _zegt_iets(verhaal: Verhaal, v: Vermelding) -> bool:
    """ "de psycholoog zegt dat ...", but not the youth's own ("haar psycholoog zegt ...")."""
    eigen = verhaal.norm(v.van - 1) in ("zijn", "haar")
    if verhaal.norm(v.tot) == ":" and v.tot + 2 < len(verhaal.woorden):
        begin, slot = verhaal.indeling.grenzen(v.tot)
        return slot - begin > _KORTE_KOP  # "Psycholoog: ja" is a line of a form
    _, einde = verhaal.indeling.grenzen(v.van)
    return not eigen and bool(verhaal.sein("mening", v.tot, min(einde, v.tot + 4)))
