"""Choosing the figures that answer a question: areas, years and breakdowns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.figures import years
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.table import LAND, Paar, Rij, Tabel, met_status
from knowledge.figures.wording import Punt
from knowledge.model import REGIOS, Observatie

#: What is ranked when areas are: said to be municipalities, or left open.
GEBIEDEN = ("gebied", "gemeente")


@dataclass(frozen=True)
class Keuze:
    """The points that answer a question, those around them, and what is missing."""

    punten: list[Punt]
    reeks: list[Punt] = field(default_factory=list)
    gemist: list[str] = field(default_factory=list)


class Kiezer:
    """Chooses from the table; an asked year is never replaced by another."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden) -> None:
        self._tabel, self._gebieden = tabel, gebieden

    def gebieden_van(self, vraag: Cijfervraag) -> tuple[str, ...]:
        """The named areas, or the area that the user's region has figures for; a norm is a national one."""
        rijen = self._met_deel(vraag)
        if vraag.status == "norm" and any(r.status == "norm" and r.gebied == LAND for r in rijen):
            return (LAND,)
        if not rijen or (vraag.gebieden and vraag.gebieden != (vraag.regio,)):
            return vraag.gebieden or (vraag.regio or LAND,)
        if vraag.regio is None:
            regios = tuple(dict.fromkeys(r.gebied for r in rijen if self._gebieden.is_regio(r.gebied)))
            return regios or tuple(dict.fromkeys(r.gebied for r in rijen))
        eigen = [r.gebied for r in rijen if r.regio == vraag.regio]
        if vraag.regio in eigen or all(r.gebied == LAND for r in rijen):
            return (vraag.regio,) if vraag.regio in eigen else (LAND,)
        return tuple(dict.fromkeys(eigen)) if eigen and set(eigen) != {LAND} else (vraag.regio,)

    def _met_deel(self, vraag: Cijfervraag) -> list[Rij]:
        """All rows of the indicator, only those with the named part where there are any."""
        rijen = self._tabel.van(vraag.indicatoren)
        return [r for r in rijen if set(r.uitsplitsing) & set(vraag.uitsplitsing)] or rijen

    def rijen(self, vraag: Cijfervraag, gebied: str, met_delen: bool = False) -> list[Rij]:
        """Rows of one area with the asked breakdown and standing, of all years."""
        keuze = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio, met_delen)
        return met_status(keuze, vraag.status)

    def kies(self, vraag: Cijfervraag) -> Keuze:
        """The points that answer the question; without a year the latest, with the others around it."""
        punten: list[Punt] = []
        reeks: list[Punt] = []
        gemist: list[str] = []
        for gebied in self.gebieden_van(vraag):
            alle = self._punten(vraag, self.rijen(vraag, gebied))
            gekozen = self._van_jaren(vraag, alle) if vraag.jaren else self._laatste(alle)
            if vraag.vergelijking == "landelijk" and gebied == LAND:
                gekozen = [p for p in alle if p.jaar in {eigen.jaar for eigen in punten}] or gekozen
            if not gekozen and vraag.jaren and not vraag.uitsplitsing:
                gekozen = self._van_jaren(vraag, self._punten(vraag, self.rijen(vraag, gebied, met_delen=True)))
            punten += gekozen
            reeks += [p for p in alle if p.hoofd is not None and p.hoofd.waarde is not None]
            if not gekozen:
                gemist.append(gebied)
        return Keuze(punten, [] if vraag.jaren else [p for p in reeks if p not in punten], gemist)

    def _punten(self, vraag: Cijfervraag, rijen: Sequence[Rij]) -> list[Punt]:
        """Rows of the same area, period and breakdown joined, with the asked unit first."""
        volgorde = {"percentage": lambda o: o.eenheid != "%", "aantal": lambda o: o.eenheid == "%"}
        sleutel = volgorde.get(vraag.eenheid or "", lambda o: vraag.indicatoren.index(o.indicator))
        groepen: dict[tuple[str, str, tuple[Paar, ...], str], list[Observatie]] = {}
        for r in rijen:
            groepen.setdefault((r.gebied, r.jaar, r.uitsplitsing, r.stand), []).append(self._tabel.observaties[r.id])
        punten = [
            Punt(gebied, jaar, deel, tuple(sorted(groep, key=sleutel)))
            for (gebied, jaar, deel, _), groep in groepen.items()
        ]
        return sorted(punten, key=lambda p: years.grenzen(p.jaar))

    @staticmethod
    def _van_jaren(vraag: Cijfervraag, punten: Sequence[Punt]) -> list[Punt]:
        precies = [p for p in punten if p.jaar in vraag.jaren]
        rest = [j for j in vraag.jaren if j not in {p.jaar for p in precies}]
        ruim = [p for p in punten if any(years.past(j, p.jaar) for j in rest)]
        return [p for p in punten if p in precies or p in ruim]

    @staticmethod
    def _laatste(punten: Sequence[Punt]) -> list[Punt]:
        """The latest point of each breakdown; a whole period goes before its last year."""
        laatste: dict[tuple[Paar, ...], Punt] = {}
        for punt in sorted(punten, key=lambda p: (bool(p.bruikbaar), years.einde(p.jaar))):
            laatste[punt.uitsplitsing] = punt
        return list(laatste.values())

    def te_ordenen(self, vraag: Cijfervraag) -> list[Punt]:
        """The points to rank: municipalities of one year, years of one area, or parts of one year."""
        if vraag.rangorde == "jaar" or (self.van_een_gemeente(vraag) and not self.tussen_gemeenten(vraag)):
            return self._per_jaar(vraag)
        if vraag.rangorde == "regio":
            vraag = replace(vraag, gebieden=REGIOS, eenheid="percentage")
        gebieden = vraag.gebieden if len(vraag.gebieden) > 1 else self._gemeenten(vraag)
        if vraag.rangorde == "uitsplitsing" or (vraag.rangorde in GEBIEDEN and not gebieden):
            delen = self.delen(vraag if vraag.rangorde == "uitsplitsing" else replace(vraag, uitsplitsing=()))
            return delen if len(delen) > 1 or vraag.rangorde != "gebied" else self._per_jaar(vraag)
        punten = [p for g in gebieden for p in self._punten(vraag, self.rijen(vraag, g))]
        return self._een_jaar(vraag, punten)

    def van_een_gemeente(self, vraag: Cijfervraag) -> bool:
        """Whether what is ranked is of one municipality."""
        return vraag.rangorde in GEBIEDEN and len(vraag.gebieden) == 1 and not self._is_breed(vraag)

    def tussen_gemeenten(self, vraag: Cijfervraag) -> bool:
        """Whether one municipality is ranked among the others: of one year ("is Aalten de laagste in 18/19"), or said so."""
        onderling = len(vraag.jaren) == 1 or vraag.rangorde == "gemeente"
        return self.van_een_gemeente(vraag) and onderling and vraag.gebieden[0] in self._gemeenten(vraag)

    def _per_jaar(self, vraag: Cijfervraag) -> list[Punt]:
        return self._punten(vraag, self.rijen(vraag, self.gebieden_van(vraag)[0]))

    def _is_breed(self, vraag: Cijfervraag) -> bool:
        return self._gebieden.is_regio(vraag.gebieden[0])

    def _gemeenten(self, vraag: Cijfervraag) -> list[str]:
        rijen = [r for r in self._tabel.van(vraag.indicatoren) if r.gebiedsoort == "gemeente"]
        return list(dict.fromkeys(r.gebied for r in rijen if vraag.regio in (None, r.regio)))

    def per_gemeente(self, vraag: Cijfervraag) -> list[list[Punt]]:
        """Of each municipality the points of the asked years, or of the last two that there are."""
        gebieden = [g for g in vraag.gebieden if not self._gebieden.is_regio(g)] or self._gemeenten(vraag)
        reeksen = [self._punten(vraag, self.rijen(vraag, g)) for g in gebieden]
        gekozen = [self._van_jaren(vraag, r) if len(vraag.jaren) > 1 else r[-2:] for r in reeksen]
        return [r for r in gekozen if len(r) > 1]

    def delen(self, vraag: Cijfervraag) -> list[Punt]:
        """The parts of one year, such as levels or measures."""
        gebied = self.gebieden_van(vraag)[0]
        begin = tuple(f"{sleutel}:{waarde}-" for sleutel, waarde in vraag.uitsplitsing) or ("",)
        keuze = [
            r for r in self._tabel.van(vraag.indicatoren)
            if r.gebied == gebied and any(f"{s}:{w}".startswith(begin) for s, w in r.uitsplitsing)
        ]  # fmt: skip
        return self._een_jaar(vraag, self._punten(vraag, met_status(keuze, vraag.status)))

    def _een_jaar(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> list[Punt]:
        if vraag.jaren:
            return self._van_jaren(vraag, punten)
        laatste = max((p.jaar for p in punten), key=years.einde, default="")
        return [p for p in punten if p.jaar == laatste]
