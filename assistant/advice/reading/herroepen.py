"""What the writer says and then takes back as a mistake: it was about somebody else, or it was wrong.

"Ik had haar als uitvaller gemeld, maar dat was een ander meisje", "zei gister dat hij op het vso zit maar dat was zijn
broer", "in mijn vorige mail stond entree, dat was fout".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.woordenschat import verband

#: The name for whoever the words that were taken back are about.
IEMAND_ANDERS = "iemand anders"
#: So soon behind "het klopt niet" stands "dat".
_DAT_ERNA = 4


def herroepen(verhaal: Verhaal) -> frozenset[int]:
    """The words that are taken back."""
    woorden = range(len(verhaal.woorden))
    over_ander = (nr for plek in verhaal.sein("was_iemand_anders", 0, len(woorden)) for nr in _gezegd(verhaal, plek))
    fout = (nr for plek in verhaal.sein("was_fout", 0, len(woorden)) for nr in _vermeld(verhaal, plek))
    return frozenset([*over_ander, *fout])


def _gezegd(verhaal: Verhaal, plek: int) -> Iterator[int]:
    """What was said in the sentence before "dat was een ander": behind the verb of saying, or between "als" and it."""
    zin, _ = verhaal.indeling.zinsgrenzen(plek)
    einde, _ = verhaal.indeling.grenzen(plek)
    if einde <= zin + 1 and zin:  # a sentence of its own: "Dat was zijn broer."
        zin, einde = verhaal.indeling.zinsgrenzen(zin - 1)
    for nr in range(zin, einde):
        if verhaal.norm(nr) not in verband("zei_eerder"):
            continue
        als = next((n for n in range(nr - 1, zin, -1) if verhaal.norm(n) == "als"), None)
        if als is not None and verhaal.norm(nr + 1) != "dat":
            yield from range(als, nr)
        elif "dat" in verhaal.tussen(nr, nr + 3):
            yield from range(nr + 1, einde)


def _vermeld(verhaal: Verhaal, plek: int) -> Iterator[int]:
    """What a mail or a paper had in the clause before "dat was fout"."""
    begin, _ = verhaal.indeling.grenzen(plek)
    zin, _ = verhaal.indeling.zinsgrenzen(plek)
    if begin <= zin:
        return
    vorig, einde = verhaal.indeling.grenzen(begin - 1)
    woorden = verhaal.tussen(vorig, einde)
    if verband("stond_er") & woorden and (verband("papieren_bron") | verband("schrijver")) & woorden:
        yield from range(vorig, einde)


def zonder_teruggenomen(verhaal: Verhaal, beweringen: Sequence[Bewering]) -> list[Bewering]:
    """ "Er staat vsv'er bij haar naam. Dat klopt niet: ...": what a source said and the next sentence takes back."""
    weg: set[int] = set()
    for plek in verhaal.sein("klopt_niet", 0, len(verhaal.woorden)):
        weg.update(_zelfde_zin(verhaal, plek))
        zin, einde = verhaal.indeling.zinsgrenzen(plek)
        if plek - zin > 1 or not zin or verhaal.sein("strijdig", zin, einde):
            continue
        begin, tot = verhaal.indeling.zinsgrenzen(zin - 1)
        bron = verband("bron") | verband("staat_er")
        if bron & verhaal.tussen(begin, tot) or verhaal.sein("volgens", begin, tot):
            weg.update(range(begin, tot))
    return [replace(b, oordeel="ontkend") if b.van in weg and b.oordeel == "genoemd" else b for b in beweringen]


def _zelfde_zin(verhaal: Verhaal, plek: int) -> range:
    """ "dat hij 22 zou zijn klopt niet: ...", "het klopt niet dat hij 19 is, ...": taken back where it is said."""
    zin, einde = verhaal.indeling.zinsgrenzen(plek)
    norm = verhaal.norm
    if norm(zin) in verband("wat_niet_klopt") and plek > zin:
        return range(zin, plek)
    dat = next((n for n in range(plek, min(plek + _DAT_ERNA, einde)) if norm(n) == "dat"), plek)
    return range(dat, verhaal.indeling.grenzen(dat)[1]) if dat > plek + 1 else range(0)
