"""Questions for all figures of an area at once: its targets, or its results."""

from __future__ import annotations

from knowledge.figures.parsed import Gelezen
from knowledge.figures.table import GEREALISEERD, Tabel
from knowledge.figures.vocabulary import Woordenboek

OVERZICHT = "overzicht"
_MINST = 2
_RESULTATEN = ("%", "jongeren", "meldingen", "jongeren per jaar")


class Overzichten:
    """Recognises questions that name no indicator because they ask for all of them."""

    def __init__(self, tabel: Tabel, boek: Woordenboek) -> None:
        self._tabel = tabel
        self._algemeen = boek.vulwoorden | {s for deel in boek.status.values() for groep in deel for s in groep}

    def indicatoren(self, gelezen: Gelezen, gebied: str | None) -> tuple[str, ...]:
        """The indicators that an overview of the area would show; none when the text asks for one figure."""
        if gebied is None or gelezen.uitsplitsing or gelezen.vergelijking or gelezen.onverklaard:
            return ()
        if gelezen.status == "streefwaarde" and gelezen.cijferwoord and not gelezen.naam - self._algemeen:
            return self._met(gebied, ("streefwaarde",))
        if gelezen.overzicht and gelezen.status is None and not gelezen.naam:
            return self._met(gebied, GEREALISEERD)
        return ()

    def _met(self, gebied: str, standen: tuple[str, ...]) -> tuple[str, ...]:
        van_gebied = [r for r in self._tabel.rijen if r.gebied == gebied and r.bruikbaar and not r.uitsplitsing]
        aanwezig = {r.indicator for r in van_gebied if r.status in standen}
        gevonden = [i for i, ind in self._tabel.indicatoren.items() if i in aanwezig and ind.eenheid in _RESULTATEN]
        return tuple(gevonden) if len(gevonden) >= _MINST else ()
