"""Finding the right fact: words alone, meaning alone, Rasa's ResponseSelector, and the search of the assistant.

An item counts as right when it holds the decisive words of the question and
cites one of its sources.  ``python -m benchmarks.search [--snel]``; ``--snel``
trains the ResponseSelector 20 passes instead of 100.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from itertools import count, islice
from typing import Any

from benchmarks.berichten import vragen
from benchmarks.meten import ONS, Rij, als_programma, kwantielen, meld
from benchmarks.proces import geheugen_mb
from benchmarks.responseselector import Antwoordkiezer
from benchmarks.zoekers import Rangschikker, Vectorzoeker, Woordzoeker
from evaluatie.__main__ import lees
from evaluatie.maat import gemist
from knowledge.files import CONTENT
from knowledge.model import Kennisitem
from knowledge.service import Vraagbaak, Zoeker, kennis_uit_bestanden
from knowledge.vectors import Vectorkast, vraagvector

GROOTTES, METINGEN = (1_000, 20_000), 40


class Eigen:
    """The search of the assistant, seen as a ranking."""

    def __init__(self, items: Sequence[Kennisitem], kast: Vectorkast) -> None:
        self._zoeker = Zoeker(items, kast)

    def beste(self, vraag: str, regio: str | None, aantal: int) -> list[Kennisitem]:
        regios = (regio, "landelijk") if regio else None
        return [t.item for t in self._zoeker.zoek(vraag, regios=regios, aantal=aantal)]


def meet(snel: bool) -> list[Rij]:
    """Accuracy on the content as it ships; then time and memory as it grows."""
    kennis, kast = kennis_uit_bestanden(), Vectorkast(CONTENT)
    makers: dict[str, Callable[[Sequence[Kennisitem]], Rangschikker]] = {
        ONS: lambda items: Eigen(items, kast),
        "BM25 alleen": Woordzoeker,
        "vectoren alleen": lambda items: Vectorzoeker(items, kast),
    }
    rijen: list[Rij] = []
    for grootte in GROOTTES:
        items = vermenigvuldigd(kennis.items, grootte)
        for systeem, maak in makers.items():
            meld(f"{systeem}: {grootte:,} items")
            rijen += _snelheid(maak, items, systeem, f"bij {grootte:,} items")
    zaken = [z for z in lees("vragen", "test") if z["gedrag"] == "antwoord"]
    for systeem, maak in makers.items():
        meld(f"{systeem}: {len(zaken)} vragen")
        rijen += _juistheid(maak(kennis.items), systeem, zaken)
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


def _snelheid(
    maak: Callable[[Sequence[Kennisitem]], Rangschikker], items: Sequence[Kennisitem], systeem: str, bij: str
) -> list[Rij]:
    gc.collect()
    voor, begin = geheugen_mb(), time.monotonic()
    zoeker = maak(items)
    bouw, geheugen = time.monotonic() - begin, geheugen_mb() - voor
    vraagvector.cache_clear()
    tijden = []
    for bericht in vragen(METINGEN):
        begin = time.monotonic()
        zoeker.beste(bericht.tekst, None, 10)
        tijden.append(time.monotonic() - begin)
    return [
        Rij(f"index bouwen {bij}", systeem, bouw, "s"),
        *kwantielen(f"zoeken {bij}", systeem, tijden),
        Rij(f"geheugen erbij {bij}", systeem, max(0.0, geheugen), "MB"),
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
