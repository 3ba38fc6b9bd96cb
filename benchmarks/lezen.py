"""How long reading takes: a description of a youth, and a question about figures.

``python -m benchmarks.lezen``.  Processor time of texts by other hands, each read once by a reader that is warm.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Final

from assistant.diensten import diensten
from benchmarks.berichten import beschrijvingen, vragen
from benchmarks.meten import ONS, Rij, als_programma, kwantielen, meld

AANTAL: Final = 100
OPWARMEN: Final = 10


def meet(_snel: bool) -> list[Rij]:
    """Quantiles per text."""
    d = diensten()
    meld(f"lezen: {AANTAL} beschrijvingen en {AANTAL} vragen")
    verhalen = [b.tekst for b in beschrijvingen(AANTAL)]
    cijfervragen = [b.tekst for b in vragen(AANTAL)]
    return [
        *_met_doel("beschrijving lezen", verhalen, lambda t: d.lezer.lees(t, peildatum=d.vandaag()), "< 30 ms"),
        *_met_doel("cijfervraag lezen", cijfervragen, d.kennis.cijfers.lees, "< 5 ms"),
    ]


def _met_doel(maat: str, teksten: Iterable[str], lees: Callable[[str], object], doel: str) -> list[Rij]:
    tijden = [_seconden(lees, tekst) for tekst in teksten][OPWARMEN:]
    mediaan, p95 = kwantielen(maat, ONS, tijden)
    return [Rij(mediaan.maat, ONS, mediaan.waarde, "ms", doel), p95]


def _seconden(lees: Callable[[str], object], tekst: str) -> float:
    begin = time.process_time()
    lees(tekst)
    return time.process_time() - begin


if __name__ == "__main__":
    als_programma(meet)
