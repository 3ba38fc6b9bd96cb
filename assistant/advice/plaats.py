"""Municipalities as people write them, and the region they belong to."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.model import Regio

#: How alike an unknown name must be to a known one to be taken for a typing error.
BIJNA_GELIJK = 0.85


@dataclass(frozen=True, slots=True)
class Woongemeente:
    """A municipality as understood; without ``regio`` it lies outside the four regions."""

    naam: str
    regio: str | None


class Gemeentelijst:
    """Finds municipalities by name, other spelling or place."""

    def __init__(self, regios: Iterable[Regio]) -> None:
        regios = tuple(regios)
        self.per_regio = {r.id: tuple(g.naam for g in r.gemeenten) for r in regios}
        self._gezocht = lru_cache(maxsize=1024)(self._zoek)  # a case load names the same few places again and again
        self._gemeenten: dict[str, Woongemeente] = {}
        self._plaatsen: dict[str, set[Woongemeente]] = {}
        for regio in regios:
            for gemeente in regio.gemeenten:
                gevonden = Woongemeente(gemeente.naam, regio.id)
                for naam in (gemeente.naam, *gemeente.synoniemen):
                    self._gemeenten[vereenvoudig(naam)] = gevonden
                for plaats in gemeente.woonplaatsen:
                    for naam in (plaats.naam, *plaats.synoniemen):
                        self._plaatsen.setdefault(vereenvoudig(naam), set()).add(gevonden)

    def zoek(self, naam: str) -> Woongemeente | None:
        """The municipality meant; ``None`` when the name is one of ours, misspelt."""
        return self._gezocht(naam)

    def _zoek(self, naam: str) -> Woongemeente | None:
        sleutel = vereenvoudig(naam)
        if gevonden := self._gemeenten.get(sleutel):
            return gevonden
        plaatsen = self._plaatsen.get(sleutel, set())
        if len(plaatsen) == 1:
            return next(iter(plaatsen))
        return None if self.lijkt_op(naam) else Woongemeente(naam.strip(), None)

    def lijkt_op(self, naam: str) -> str | None:
        """The known municipality that a misspelt name resembles most."""
        bijna = difflib.get_close_matches(vereenvoudig(naam), self._gemeenten, n=1, cutoff=BIJNA_GELIJK)
        return self._gemeenten[bijna[0]].naam if bijna else None


def vereenvoudig(naam: str) -> str:
    """A name without case, accents, punctuation, '&' and the word 'gemeente'."""
    tekst = unicodedata.normalize("NFKD", naam.lower().replace("&", " en "))
    tekst = "".join(t for t in tekst if not unicodedata.combining(t))
    tekst = re.sub(r"^\s*gemeente\s+", "", tekst)
    return re.sub(r"[^a-z0-9]", "", tekst)
