"""One table of observations, as a pandas frame, and the choices made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, cast

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


class Rij(NamedTuple):
    """One row of the table: what a figure is chosen by."""

    id: str
    indicator: str
    regio: str
    gebied: str
    gebiedsoort: str
    uitsplitsing: tuple[Paar, ...]
    jaar: str
    decimalen: int
    status: str
    stand: str
    bruikbaar: bool


def _rij(o: Observatie) -> Rij:
    return Rij(
        id=o.id,
        indicator=o.indicator,
        regio=o.regio,
        gebied=o.gebied,
        gebiedsoort=o.gebiedsoort,
        uitsplitsing=paren(o.uitsplitsing),
        jaar=o.jaar,
        decimalen=_decimalen(o),
        status=o.status,
        stand="echt" if o.status in GEREALISEERD else o.status,
        bruikbaar=o.waarde is not None and not o.onbetrouwbaar,
    )


class Tabel:
    """The observations with their indicators, as a frame to group and as rows to choose from.

    A question chooses a handful of some hundreds of rows, a dozen times over: for that a pandas mask costs
    a hundred times what walking the rows does, so that the frame only serves what is grouped once.
    """

    def __init__(self, observaties: Iterable[Observatie], indicatoren: Iterable[Indicator]) -> None:
        self.indicatoren = {i.id: i for i in indicatoren}
        self.observaties = {o.id: o for o in observaties}
        self.rijen = [_rij(o) for o in self.observaties.values()]
        self.frame = pd.DataFrame(self.rijen, columns=Rij._fields)

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

    def van(self, indicatoren: Iterable[str]) -> list[Rij]:
        """Every row of the indicators, in the order of the documents."""
        gevraagd = set(indicatoren)
        return [r for r in self.rijen if r.indicator in gevraagd]

    def kies(
        self,
        indicatoren: tuple[str, ...],
        gebied: str | None,
        uitsplitsing: tuple[Paar, ...],
        regio: str | None,
        met_delen: bool = False,
    ) -> list[Rij]:
        """Rows of one area (or of all regions); an own document goes before another, a number before words,
        a precise number before a rounded one.

        Without a breakdown the rows without one are meant, or all rows where there are no such rows
        or where ``met_delen`` asks for the parts as well.
        """
        keuze = [r for r in self.van(indicatoren) if gebied is None or r.gebied == gebied]
        keuze = keuze if met_delen else met_uitsplitsing(keuze, uitsplitsing)
        keuze.sort(key=lambda r: (not r.bruikbaar, regio is not None and r.regio != regio, -r.decimalen))
        eerste: dict[tuple[object, ...], Rij] = {}
        for rij in keuze:
            eerste.setdefault((rij.indicator, rij.gebied, rij.uitsplitsing, rij.jaar, rij.stand), rij)
        return list(eerste.values())


def met_uitsplitsing(rijen: list[Rij], uitsplitsing: tuple[Paar, ...]) -> list[Rij]:
    """Rows of the named part: exactly that where there are such rows, else what it is a part of."""
    if not uitsplitsing:
        return [r for r in rijen if not r.uitsplitsing] or list(rijen)
    sleutels = {sleutel for sleutel, _ in uitsplitsing}
    passend = [r for r in rijen if sleutels <= {s for s, w in r.uitsplitsing if (s, w) in uitsplitsing}]
    return [r for r in passend if len(r.uitsplitsing) == len(sleutels)] or passend


def met_status(rijen: list[Rij], status: str | None) -> list[Rij]:
    """Rows of the asked standing; without one the realised figures, or whatever there is."""
    if status in STREVEN:
        return [r for r in rijen if r.status == status] or [r for r in rijen if r.status in STREVEN]
    if status == "voorlopig":
        return [r for r in rijen if r.status == status]
    return [r for r in rijen if r.status in GEREALISEERD] or rijen


def van_jaren(rijen: list[Rij], jaren: tuple[str, ...]) -> list[Rij]:
    """Rows of the asked years; the precise year goes before a period around it."""
    if not jaren:
        return rijen
    rest = [j for j in jaren if j not in {r.jaar for r in rijen}]
    return [r for r in rijen if r.jaar in jaren or any(years.past(j, r.jaar) for j in rest)]


def jaren_van(rijen: Iterable[Rij]) -> list[str]:
    """The years in a selection, in order."""
    return sorted({r.jaar for r in rijen if r.jaar}, key=years.grenzen)
