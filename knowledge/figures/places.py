"""Areas that a question names: regions, municipalities, and places that lie in one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from knowledge.figures.vocabulary import woorden
from knowledge.model import REGIOS, Regio

_VOOR_PLAATS = frozenset({"in", "uit", "te", "van", "gemeente", "voor", "dan", "en", "of", "bij", "rond"})
_GELIJKENIS = 86
_MIN_LENGTE = 5


class Gebieden:
    """Every name by which an area is known, with the region it belongs to."""

    def __init__(self, regios: Iterable[Regio], namen: Iterable[tuple[str, str]]) -> None:
        """``namen`` are areas with their region that occur in the figures themselves."""
        self._gebied: dict[tuple[str, ...], str] = {}
        self._plaats: dict[tuple[str, ...], str] = {}
        self._regio_van: dict[str, str] = {r: r for r in REGIOS}
        self._naam: dict[str, str] = {}
        for naam, regio in namen:
            self._voeg_toe(naam, naam, regio)
        regios = list(regios)
        for regio_ in regios:
            for gemeente in regio_.gemeenten:
                for naam in (gemeente.naam, *gemeente.synoniemen):
                    self._voeg_toe(naam, gemeente.naam, regio_.id)
                for plaats in gemeente.woonplaatsen:
                    for naam in (plaats.naam, *plaats.synoniemen):
                        self._plaats.setdefault(tuple(woorden(naam)), gemeente.naam)
        for regio_ in regios:
            self._naam[regio_.id] = regio_.naam
            for naam in (regio_.id, regio_.naam, *regio_.synoniemen):
                self._voeg_toe(naam, regio_.id, regio_.id)
        self._enkel = [sleutel[0] for sleutel in self._gebied if len(sleutel) == 1 and len(sleutel[0]) >= _MIN_LENGTE]

    def _voeg_toe(self, naam: str, gebied: str, regio: str) -> None:
        self._gebied[tuple(woorden(naam))] = gebied
        self._regio_van.setdefault(gebied, regio)

    def regio_van(self, gebied: str) -> str | None:
        """The region of an area; none for the whole country."""
        return self._regio_van.get(gebied)

    def is_regio(self, gebied: str) -> bool:
        """Whether the area is one of the four regions."""
        return gebied in REGIOS

    def naam(self, gebied: str) -> str:
        """How an area is called."""
        return self._naam.get(gebied, gebied)

    def lees(self, tekst: list[str], bekend: frozenset[str]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
        """Areas in a list of words, each with the words that name it, and the words that are left.

        ``bekend`` are ordinary words: they are never read as a misspelled name or a hamlet.
        """
        gevonden: dict[str, tuple[str, ...]] = {}
        rest: list[str] = []
        plek = 0
        while plek < len(tekst):
            gebied, lengte = self._op(tekst, plek, bekend)
            if gebied:
                gevonden.setdefault(gebied, tuple(tekst[plek : plek + lengte]))
            else:
                rest.append(tekst[plek])
            plek += lengte
        return gevonden, rest

    def _op(self, tekst: list[str], plek: int, bekend: frozenset[str]) -> tuple[str | None, int]:
        for lengte in range(min(5, len(tekst) - plek), 0, -1):
            woordreeks = tuple(tekst[plek : plek + lengte])
            if woordreeks in self._gebied:
                return self._gebied[woordreeks], lengte
            if plek and tekst[plek - 1] in _VOOR_PLAATS and woordreeks in self._plaats and woordreeks[-1] not in bekend:
                return self._plaats[woordreeks], lengte
        return self._verschreven(tekst[plek], bekend), 1

    def _verschreven(self, woord: str, bekend: frozenset[str]) -> str | None:
        if len(woord) < _MIN_LENGTE or woord in bekend:
            return None
        beste = process.extractOne(woord, self._enkel, scorer=fuzz.ratio, score_cutoff=_GELIJKENIS)
        return self._gebied[(beste[0],)] if beste and beste[0][0] == woord[0] else None
