"""One table of observations, as a pandas frame, and the choices made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import pandas as pd

from knowledge.figures import years
from knowledge.model import Indicator, Observatie

GEREALISEERD = ("gerealiseerd", "voorlopig")
STREVEN = ("streefwaarde", "norm")
LAND = "Nederland"

Paar = tuple[str, str]


def paren(uitsplitsing: Mapping[str, str]) -> tuple[Paar, ...]:
    """A breakdown as sorted pairs, so that it can be compared and grouped."""
    return tuple(sorted(uitsplitsing.items()))


def _decimalen(o: Observatie) -> int:
    """How many decimals a figure is given with."""
    tekst = o.weergave.replace(",", ".") or f"{o.waarde or 0:.10g}"
    return len(tekst.partition(".")[2])


def _rij(o: Observatie) -> dict[str, object]:
    return {
        "id": o.id,
        "indicator": o.indicator,
        "regio": o.regio,
        "gebied": o.gebied,
        "gebiedsoort": o.gebiedsoort,
        "uitsplitsing": paren(o.uitsplitsing),
        "jaar": o.jaar,
        "decimalen": _decimalen(o),
        "status": o.status,
        "stand": "echt" if o.status in GEREALISEERD else o.status,
        "bruikbaar": o.waarde is not None and not o.onbetrouwbaar,
    }


class Tabel:
    """The observations with their indicators; every question is a selection from ``frame``."""

    def __init__(self, observaties: Iterable[Observatie], indicatoren: Iterable[Indicator]) -> None:
        self.indicatoren = {i.id: i for i in indicatoren}
        self.observaties = {o.id: o for o in observaties}
        self.frame = pd.DataFrame([_rij(o) for o in self.observaties.values()])

    def groep(self, indicator: str) -> tuple[str, ...]:
        """An indicator and those that are told in the same breath."""
        eigen = self.indicatoren[indicator]
        return (indicator, *(i for i in eigen.samen_met if i in self.indicatoren))

    def voorkomens(self, indicatoren: tuple[str, ...], uitsplitsing: tuple[Paar, ...]) -> list[Observatie]:
        """Every figure of the indicators with one of the named parts, in whatever document, area or year."""
        sleutels = {sleutel for sleutel, _ in uitsplitsing}
        gevonden = [o for o in self.observaties.values() if o.indicator in indicatoren]
        return [o for o in gevonden if sleutels <= {s for s, w in o.uitsplitsing.items() if (s, w) in uitsplitsing}]

    def hoofdindicator(self, gebied: str) -> str | None:
        """The first indicator, in their own order, with a figure for an area as a whole."""
        aanwezig = {o.indicator for o in self.observaties.values() if o.gebied == gebied and not o.uitsplitsing}
        return next((i for i in self.indicatoren if i in aanwezig), None)

    def combinaties(self) -> dict[tuple[str, tuple[Paar, ...]], frozenset[str]]:
        """Every indicator with each of its breakdowns, and the regions and areas that have it.

        Also an indicator without figures, so that it can be told that there are none.
        In the order of the indicators: where a question fits two, the first is meant.
        """
        volgorde = list(self.indicatoren)
        gegroepeerd = {
            cast(tuple[str, tuple[Paar, ...]], sleutel): frozenset({*deel["regio"], *deel["gebied"]})
            for sleutel, deel in self.frame.groupby(["indicator", "uitsplitsing"])
        }
        gegroepeerd |= {(i, ()): frozenset() for i in volgorde if i not in {indicator for indicator, _ in gegroepeerd}}
        return dict(sorted(gegroepeerd.items(), key=lambda paar: volgorde.index(paar[0][0])))

    def kies(
        self,
        indicatoren: tuple[str, ...],
        gebied: str | None,
        uitsplitsing: tuple[Paar, ...],
        regio: str | None,
        met_delen: bool = False,
    ) -> pd.DataFrame:
        """Rows of one area (or of all regions); an own document goes before another, a number before words,
        a precise number before a rounded one.

        Without a breakdown the rows without one are meant, or all rows where there are no such rows
        or where ``met_delen`` asks for the parts as well.
        """
        keuze = self.frame[self.frame["indicator"].isin(indicatoren)]
        if gebied is not None:
            keuze = keuze[keuze["gebied"] == gebied]
        keuze = keuze if met_delen else self._met_uitsplitsing(keuze, uitsplitsing)
        vreemd = (keuze["regio"] != regio) & (regio is not None)
        keuze = keuze.assign(_zwak=~keuze["bruikbaar"], _vreemd=vreemd, _grof=-keuze["decimalen"])
        keuze = keuze.sort_values(["_zwak", "_vreemd", "_grof"], kind="stable")
        return keuze.drop_duplicates(["indicator", "gebied", "uitsplitsing", "jaar", "stand"])

    def _met_uitsplitsing(self, keuze: pd.DataFrame, uitsplitsing: tuple[Paar, ...]) -> pd.DataFrame:
        if uitsplitsing:
            sleutels = {sleutel for sleutel, _ in uitsplitsing}
            past = keuze["uitsplitsing"].map(lambda u: sleutels <= {s for s, w in u if (s, w) in uitsplitsing})
            passend = keuze[past.astype(bool)]
            precies = passend[passend["uitsplitsing"].map(len) == len(sleutels)]
            return passend if precies.empty else precies
        totaal = keuze[keuze["uitsplitsing"].map(len) == 0]
        return keuze if totaal.empty else totaal

    @staticmethod
    def met_status(keuze: pd.DataFrame, status: str | None) -> pd.DataFrame:
        """Rows of the asked standing; without one the realised figures, or whatever there is."""
        if status in STREVEN:
            precies = keuze[keuze["status"] == status]
            return precies if not precies.empty else keuze[keuze["status"].isin(STREVEN)]
        if status == "voorlopig":
            return keuze[keuze["status"] == status]
        echt = keuze[keuze["status"].isin(GEREALISEERD)]
        return keuze if echt.empty else echt

    @staticmethod
    def van_jaren(keuze: pd.DataFrame, jaren: tuple[str, ...]) -> pd.DataFrame:
        """Rows of the asked years; the precise year goes before a period around it."""
        if not jaren:
            return keuze
        precies = keuze[keuze["jaar"].isin(jaren)]
        gedekt = {j for j in jaren if j in set(precies["jaar"])}
        rest = [j for j in jaren if j not in gedekt]
        ruim = keuze[keuze["jaar"].map(lambda eigen: any(years.past(j, eigen) for j in rest)).astype(bool)]
        return keuze[keuze.index.isin({*precies.index, *ruim.index})]

    @staticmethod
    def jaren(keuze: pd.DataFrame) -> list[str]:
        """The years in a selection, in order."""
        return sorted({j for j in keuze["jaar"] if j}, key=years.grenzen)
