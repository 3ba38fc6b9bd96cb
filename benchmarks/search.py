"""Finding the right fact: words alone, meaning alone, Rasa's ResponseSelector, and the search of the assistant.

An item counts as right when it holds the decisive words of the question and
cites one of its sources.  ``python -m benchmarks.search [--snel]``; ``--snel``
trains the ResponseSelector 20 passes instead of 100.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice
from multiprocessing import get_context
from typing import Any

from benchmarks.berichten import vragen
from benchmarks.meten import ONS, Rij, als_programma, kwantielen, meld
from benchmarks.proces import geheugen_mb
from benchmarks.responseselector import Antwoordkiezer
from benchmarks.zoekers import Rangschikker, Vectorzoeker, Woordzoeker
from evaluatie.maat import gemist
from evaluatie.zaken import lees
from knowledge.files import CONTENT
from knowledge.model import Kennisitem
from knowledge.service import Vraagbaak, Zoeker, kennis_uit_bestanden
from knowledge.text import lemma
from knowledge.vectors import Vectorkast, vraagvector

GROOTTES, METINGEN = (1_000, 20_000), 40


class Eigen:
    """The search of the assistant, seen as a ranking."""

    def __init__(self, items: Sequence[Kennisitem], kast: Vectorkast) -> None:
        self._zoeker = Zoeker(items, kast)

    def beste(self, vraag: str, regio: str | None, aantal: int) -> list[Kennisitem]:
        regios = (regio, "landelijk") if regio else None
        return [t.item for t in self._zoeker.zoek(vraag, regios=regios, aantal=aantal)]


ZOEKERS: dict[str, Callable[[Sequence[Kennisitem], Vectorkast], Rangschikker]] = {
    ONS: Eigen,
    "BM25 alleen": lambda items, _: Woordzoeker(items),
    "vectoren alleen": Vectorzoeker,
}


def meet(snel: bool) -> list[Rij]:
    """Time and memory as the content grows, each in a fresh process; then accuracy on the content as it ships."""
    rijen: list[Rij] = []
    for grootte in GROOTTES:
        for systeem in ZOEKERS:
            meld(f"{systeem}: {grootte:,} items")
            with ProcessPoolExecutor(1, get_context("spawn")) as vers:
                rijen += vers.submit(snelheid, systeem, grootte).result()
    kennis, kast = kennis_uit_bestanden(), Vectorkast(CONTENT)
    zaken = [z for z in lees("vragen", "test") if z["gedrag"] == "antwoord"]
    for systeem, maak in ZOEKERS.items():
        meld(f"{systeem}: {len(zaken)} vragen")
        rijen += _juistheid(maak(kennis.items, kast), systeem, zaken)
    meld("Routewijzer: hele antwoorden, met cijfers")
    baak = Vraagbaak(kennis, Zoeker(kennis.items, kast))
    rijen.append(Rij("juist feit in het hele antwoord", ONS, _aandeel([_beantwoord(baak, z) for z in zaken]), "%"))
    return [*rijen, *_antwoordkiezer(kennis.items, zaken, snel)]


def vermenigvuldigd(items: Sequence[Kennisitem], aantal: int) -> list[Kennisitem]:
    """The content over and over under other region names, up to a number of items."""
    kopieen = (
        item if n == 0 else item.model_copy(update={"id": f"{item.id}-{n}", "regio": f"{item.regio}-{n}"})
        for n in count()
        for item in items
    )
    return list(islice(kopieen, aantal))


def snelheid(systeem: str, aantal: int) -> list[Rij]:
    """Building, searching and memory; the content and the sentence vectors are there before the clock starts."""
    bij = f"bij {aantal:,} items"
    items, kast = vermenigvuldigd(kennis_uit_bestanden().items, aantal), Vectorkast(CONTENT)
    vraagvector("opwarmen")
    lemma("opwarmen")
    voor, begin = geheugen_mb([os.getpid()]), time.monotonic()
    zoeker = ZOEKERS[systeem](items, kast)
    bouw, geheugen = time.monotonic() - begin, geheugen_mb([os.getpid()]) - voor
    tijden = []
    for bericht in vragen(METINGEN):
        begin = time.monotonic()
        zoeker.beste(bericht.tekst, None, 10)
        tijden.append(time.monotonic() - begin)
    return [
        Rij(f"index bouwen {bij}", systeem, bouw, "s"),
        *kwantielen(f"zoeken {bij}", systeem, tijden),
        Rij(f"geheugen erbij {bij}", systeem, geheugen, "MB"),
    ]


def _juistheid(zoeker: Rangschikker, systeem: str, zaken: Sequence[dict[str, Any]]) -> list[Rij]:
    lijsten = [[_juist(i, z) for i in zoeker.beste(z["vraag"], z.get("regio"), 3)] for z in zaken]
    return [
        Rij("juist feit op plaats 1", systeem, _aandeel([any(goed[:1]) for goed in lijsten]), "%"),
        Rij("juist feit in de eerste drie", systeem, _aandeel([any(goed) for goed in lijsten]), "%"),
    ]


def _juist(item: Kennisitem, zaak: dict[str, Any]) -> bool:
    bronnen = {b.document for b in item.bronnen}
    return not gemist(f"{item.titel}\n{item.antwoord}", zaak["moet"]) and bool(bronnen & set(zaak["bron"]))


def _beantwoord(baak: Vraagbaak, zaak: dict[str, Any]) -> bool:
    """Whether the reply as a user gets it holds the fact and cites the source."""
    antwoorden = baak.beantwoord(zaak["vraag"], zaak.get("regio"))
    bronnen = {b.document for a in antwoorden for b in a.bronnen}
    return not gemist("\n".join(a.tekst for a in antwoorden), zaak["moet"]) and bool(bronnen & set(zaak["bron"]))


def _antwoordkiezer(items: Sequence[Kennisitem], zaken: Sequence[dict[str, Any]], snel: bool) -> list[Rij]:
    with Antwoordkiezer.getraind(items, snel) as kiezer:
        systeem = f"ResponseSelector ({kiezer.epochs} epochs)"
        meld(f"{systeem}: {len(zaken)} vragen")
        trainen = Rij("trainen van de zoeker", systeem, kiezer.seconden, "s")
        return [trainen, *_juistheid(kiezer, systeem, zaken)]


def _aandeel(goed: Sequence[bool]) -> float:
    return sum(goed) / len(goed)


if __name__ == "__main__":
    als_programma(meet)
