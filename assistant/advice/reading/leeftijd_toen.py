"""Of two ages of one youth: the one that was, and the one that is.

"Ze werd vorige maand 23. Toen ze zich meldde was ze nog 22", "23 inmiddels (in systeem staat nog 22)", "bijna 23 zei zijn
moeder, maar hij is al 23": nobody gets younger, so the lower one, when it is told as of then or as what a system still
says, or when the higher one is said to be so by now, is past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.woordenschat import verband

#: So near to an age stand the words that tell that it is so by now: "23 inmiddels", "sinds twee weken 18".
_NABIJ = 3


def met_toen(verhaal: Verhaal, beweringen: Sequence[Bewering]) -> list[Bewering]:
    """The claims, with an age that was and is no more as past."""
    eigen = [b for b in beweringen if (b.veld, b.oordeel) == ("leeftijd", "genoemd") and b.zeker]

    def is_toen(b: Bewering) -> bool:
        if b not in eigen:
            return False
        if any(a.waarde != b.waarde for a in eigen) and _was_verkeerd(verhaal, b, eigen):
            return True
        ouder = [a for a in eigen if a.waarde > b.waarde]
        if not ouder:
            return False
        nu_ouder = any(_is_nu(verhaal, a) for a in ouder) and not _is_nu(verhaal, b)
        return nu_ouder or _van_toen(verhaal, b, eigen) or _volgens_bron(verhaal, b, eigen)

    return [replace(b, oordeel="verleden") if is_toen(b) else b for b in beweringen]


def _van_toen(verhaal: Verhaal, b: Bewering, eigen: Sequence[Bewering]) -> bool:
    """ "bij de intake was ze nog 22", "toen hij stopte was hij 17", "daarvoor nog 22", "haalde met 18 zijn diploma"."""
    begin, einde = _rondom(verhaal, b, eigen)
    return verhaal.norm(b.van - 1) == "met" or bool(verhaal.sein("toen_zo_oud", begin, einde))


def _volgens_bron(verhaal: Verhaal, b: Bewering, eigen: Sequence[Bewering]) -> bool:
    """ "in het systeem staat nog 22": what a paper has not kept up with."""
    begin, einde = _rondom(verhaal, b, eigen)
    woorden = verhaal.tussen(begin, einde)
    if not verband("papieren_bron") & woorden or not verhaal.sein("geeft_leeftijd", begin, einde):
        return False
    return "nog" in verhaal.tussen(b.van - 2, b.van)


def _was_verkeerd(verhaal: Verhaal, b: Bewering, eigen: Sequence[Bewering]) -> bool:
    """ "ik zei eerder 20 maar hij was jarig", "(stond 19 in de lijst)", "(in magister staat 15, fout)": said or kept wrongly."""
    begin, einde = _rondom(verhaal, b, eigen)
    woorden = verhaal.tussen(begin, einde)
    gezegd = bool(verhaal.sein("ik_zei", begin, b.van)) and bool(
        verband("eerder_gezegd") & verhaal.tussen(begin, einde + 1)
    )
    bron = bool(verband("papieren_bron") & woorden)
    fout = verband("is_fout") & verhaal.tussen(b.tot, einde + _NABIJ)
    return gezegd or (bron and ("stond" in woorden or bool(fout)))


def _is_nu(verhaal: Verhaal, b: Bewering) -> bool:
    begin, einde = verhaal.indeling.grenzen(b.van)
    return bool(verband("nu_zo_oud") & verhaal.tussen(max(begin, b.van - _NABIJ), min(einde, b.tot + _NABIJ)))


def _rondom(verhaal: Verhaal, b: Bewering, eigen: Sequence[Bewering]) -> tuple[int, int]:
    """The words of a sentence that tell of one age: from the age before it to the end of its clause."""
    zin, _ = verhaal.indeling.zinsgrenzen(b.van)
    _, einde = verhaal.indeling.grenzen(b.van)
    vorige = max((a.tot for a in eigen if a.tot <= b.van), default=0)
    return max(zin, vorige), max(einde, b.tot)
