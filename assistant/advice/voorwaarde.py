"""The small language in which rules state their conditions, turned into diagrams.

===========================  =========================================================
``{stroomt-uit: ..}``        a shared term, asked about a value
``{onderwijs: pro}``         the fact has this value
``{onderwijs: [pro, vso]}``  one of these values
``{leeftijd: {tot: 23}}``    from ``van`` up to, not including, ``tot``
``{problemen: [..]}``        at least one of these words is in the list
``{alle: [..]}``             all hold; several keys in one mapping mean the same
``{een_van: [..]}``          at least one holds
``{niet: {..}}``             does not hold
``{criterium: naam}``        the criterion of this rule holds
===========================  =========================================================

The empty condition always holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from assistant.advice.diagram import Diagrammen
from assistant.advice.kenmerken import LIJSTEN, WAARDEN
from assistant.advice.variabelen import JA_NEE, LEEFTIJD, SCHOOLJAAR, Variabelen, lijstnaam
from knowledge.rulemodel import Begrip, Voorwaarde


class RegelOngeldig(ValueError):
    """A rule cannot be used; the message names the rule and what is wrong with it."""

    def __init__(self, regel: str, reden: str) -> None:
        super().__init__(f"regel {regel}: {reden}")
        self.regel = regel
        self.reden = reden


class Vertaler:
    """Turns conditions into diagrams over one set of variables."""

    def __init__(self, variabelen: Variabelen, begrippen: Iterable[Begrip]) -> None:
        self.variabelen = variabelen
        self.diagrammen = Diagrammen(variabelen.groottes)
        self._begrippen = {b.id: b for b in begrippen}
        self._bezig: list[str] = []

    def vertaal(self, regel: str, als: Voorwaarde, criteria: Mapping[str, int] | None = None) -> int:
        """The diagram of a condition; ``regel`` is named in errors, ``criteria`` can be called by id."""
        if not isinstance(als, dict):
            raise RegelOngeldig(regel, f"een voorwaarde is een veld met een waarde, niet '{als}'")
        delen = [self._deel(regel, sleutel, waarde, criteria or {}) for sleutel, waarde in als.items()]
        return self.diagrammen.en(*delen)

    def _deel(self, regel: str, sleutel: str, waarde: Any, criteria: Mapping[str, int]) -> int:
        d = self.diagrammen
        if sleutel == "alle":
            return d.en(*(self.vertaal(regel, deel, criteria) for deel in waarde))
        if sleutel == "een_van":
            return d.of(*(self.vertaal(regel, deel, criteria) for deel in waarde))
        if sleutel == "niet":
            return d.niet(self.vertaal(regel, waarde, criteria))
        if sleutel == "criterium":
            if waarde not in criteria:
                raise RegelOngeldig(regel, f"criterium '{waarde}' bestaat niet; er is: {', '.join(criteria)}")
            return criteria[waarde]
        if sleutel in self._begrippen:
            return self._begrip(regel, sleutel, waarde, criteria)
        return self._kenmerk(regel, sleutel, waarde)

    def _begrip(self, regel: str, naam: str, waarde: Any, criteria: Mapping[str, int]) -> int:
        """A shared term, which may use other terms but never itself."""
        if naam in self._bezig:
            kring = " → ".join([*self._bezig[self._bezig.index(naam) :], naam])
            raise RegelOngeldig(regel, f"het begrip {naam} verwijst naar zichzelf ({kring}); haal een verwijzing weg")
        self._bezig.append(naam)
        try:
            return self.vertaal(regel, vul_in(self._begrippen[naam].als, waarde), criteria)
        finally:
            self._bezig.pop()

    def _kenmerk(self, regel: str, veld: str, waarde: Any) -> int:
        if veld == LEEFTIJD and isinstance(waarde, dict) and set(waarde) <= {"van", "tot"}:
            masker = self.variabelen.leeftijdmasker(waarde.get("van", 0), waarde.get("tot"))
            return self.diagrammen.is_een_van(self.variabelen.index[LEEFTIJD], masker)
        waarden = waarde if isinstance(waarde, list) else [waarde]
        if veld in LIJSTEN:
            self._controleer(regel, veld, waarden, self.variabelen.woorden(veld))
            return self.diagrammen.of(*(self._is_een_van(lijstnaam(veld, w), ["ja"]) for w in waarden))
        self._controleer(regel, veld, waarden, JA_NEE if veld == SCHOOLJAAR else WAARDEN.get(veld, ()))
        return self._is_een_van(veld, waarden)

    def _is_een_van(self, naam: str, waarden: list[str]) -> int:
        i = self.variabelen.index[naam]
        return self.diagrammen.is_een_van(i, self.variabelen.masker(i, waarden))

    def _controleer(self, regel: str, veld: str, waarden: Iterable[Any], mag: Iterable[str]) -> None:
        mag = tuple(mag)
        if not mag:
            raise RegelOngeldig(regel, f"'{veld}' is geen kenmerk en geen begrip")
        if fout := [w for w in waarden if w not in mag]:
            raise RegelOngeldig(regel, f"'{fout[0]}' is geen waarde van {veld}; kies uit: {', '.join(mag)}")


def vul_in(als: Any, waarde: Any) -> Any:
    """A shared term asked about a value: every ``$`` becomes that value."""
    if isinstance(als, dict):
        return {sleutel: vul_in(deel, waarde) for sleutel, deel in als.items()}
    if isinstance(als, list):
        return [vul_in(deel, waarde) for deel in als]
    return waarde if als == "$" else als


def leeftijdsgrenzen(als: Any) -> Iterator[int]:
    """Every age threshold in a condition, however deep."""
    if isinstance(als, dict):
        grens = als.get(LEEFTIJD)
        if isinstance(grens, dict):
            yield from (g for g in grens.values() if isinstance(g, int))
        for deel in als.values():
            yield from leeftijdsgrenzen(deel)
    elif isinstance(als, (list, tuple)):
        for deel in als:
            yield from leeftijdsgrenzen(deel)


def aandachtswoorden(als: Any) -> Iterator[str]:
    """Every word of attention in a condition, however deep."""
    if isinstance(als, dict):
        woorden = als.get("aandacht", [])
        yield from woorden if isinstance(woorden, list) else [woorden]
        for deel in als.values():
            yield from aandachtswoorden(deel)
    elif isinstance(als, (list, tuple)):
        for deel in als:
            yield from aandachtswoorden(deel)
