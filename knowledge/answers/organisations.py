"""Which region a question is about by an organisation in it that only one region tells of: "Summa", "LerenWerkt"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from knowledge.model import Gebied, Kennisitem, RegioId
from knowledge.text import vouw

#: A name of its own is written with a capital and small letters: no "coördinatoren", and no "DUO", which is everyone's.
_EIGENNAAM: Final = re.compile(r"^(?:(?:de|het|van|voor) )?[A-Z]\w*[a-z]")
_MEESTE_WOORDEN: Final = 3


class Organisatiewijzer:
    """Finds the region of organisations that are named in one region only."""

    def __init__(self, items: Iterable[Kennisitem]) -> None:
        teksten: dict[Gebied, list[str]] = defaultdict(list)
        namen: dict[str, set[Gebied]] = defaultdict(set)
        for item in items:
            teksten[item.regio].append(vouw(" ".join((item.titel, *item.vragen, *item.synoniemen, item.antwoord))))
            for naam in (item.titel, *item.synoniemen) if item.soort == "organisatie" else ():
                if _EIGENNAAM.match(naam) and len(naam.split()) <= _MEESTE_WOORDEN:
                    namen[vouw(naam)].add(item.regio)
        alles = {gebied: f" {' | '.join(t)} " for gebied, t in teksten.items()}
        self._regio: dict[str, RegioId] = {
            naam: regio
            for naam, (regio, *meer) in namen.items()
            if regio != "landelijk" and not meer and not any(f" {naam} " in t for g, t in alles.items() if g != regio)
        }

    def regio(self, tekst: str) -> RegioId | None:
        """The region of the organisations in a text; none when there are none, or they are of several regions."""
        gevouwen = f" {vouw(tekst)} "
        regios = {regio for naam, regio in self._regio.items() if f" {naam} " in gevouwen}
        return regios.pop() if len(regios) == 1 else None
