"""How two figures differ, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.figures.parsed import GEMIDDELDE, REST, SOM
from knowledge.figures.question import Cijfervraag
from knowledge.figures.table import LAND
from knowledge.figures.wording import Punt, Verwoorder, getal, met_eenheid
from knowledge.model import REGIOS


class Vergelijker:
    """Tells the difference between areas or years."""

    def __init__(self, woord: Verwoorder) -> None:
        self._woord = woord

    def zin(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> str:
        """The comparison that was asked, or nothing."""
        if vraag.vergelijking == "landelijk":
            eigen = [p for p in punten if p.gebied != LAND]
            paren = [(e, n) for e in eigen for n in punten if n.gebied == LAND and n.jaar == e.jaar]
            meer_jaren = len({e.jaar for e, _ in paren}) > 1
            return " ".join(self._naast_land(e, n, e.jaar if meer_jaren else None) for e, n in paren)
        if vraag.vergelijking == REST and len(punten) == 1:
            return self._rest(punten[0])
        if vraag.vergelijking == "verschil" and len(punten) > 1:
            return self._verschil(punten[0], punten[-1])
        if vraag.vergelijking in (SOM, GEMIDDELDE) and len(punten) > 1:
            return self._bijeen(punten, vraag.vergelijking)
        return ""

    @staticmethod
    def _rest(punt: Punt) -> str:
        """What is left of a hundred percent, said to be ours."""
        o = punt.hoofd
        if o is None or o.eenheid != "%" or o.waarde is None or not _is_precies(punt):
            return ""
        return f"De rest is (zelf berekend): **{met_eenheid(getal(round(100 - o.waarde, 2)), o.eenheid)}**."

    @staticmethod
    def _bijeen(punten: Sequence[Punt], vergelijking: str) -> str:
        """The sum or the mean, said to be ours; shares are not added, and their mean is not a weighted one."""
        hoofden = [p.hoofd for p in punten if p.hoofd is not None and p.hoofd.waarde is not None and _is_precies(p)]
        if len(hoofden) < len(punten) or len({o.indicator for o in hoofden}) > 1:
            return ""
        deel = hoofden[0].eenheid == "%"
        totaal = sum(o.waarde or 0.0 for o in hoofden)
        if vergelijking == SOM:
            return "" if deel else f"Samen (zelf opgeteld): **{met_eenheid(getal(totaal), hoofden[0].eenheid)}**."
        gemiddeld = met_eenheid(getal(round(totaal / len(hoofden), 2)), hoofden[0].eenheid)
        hoe = "zelf berekend, niet gewogen" if deel else "zelf berekend"
        return f"Gemiddeld over deze {len(hoofden)} cijfers ({hoe}): **{gemiddeld}**."

    def veranderingen(self, reeksen: Sequence[Sequence[Punt]]) -> str:
        """Which areas rose, fell or stayed the same from the first to the last point of each."""
        kopjes: dict[str, list[str]] = {"Gestegen": [], "Gedaald": [], "Gelijk gebleven": []}
        for reeks in reeksen:
            verschil = aftrekken(reeks[-1], reeks[0])
            if verschil is None:
                continue
            kop = "Gestegen" if verschil > 0 else "Gedaald" if verschil < 0 else "Gelijk gebleven"
            van, naar = (self._woord.waarden(p).replace("**", "").partition(" (")[0] for p in (reeks[0], reeks[-1]))
            kopjes[kop].append(f"**{reeks[0].gebied}** ({van} naar {naar})")
        if not any(kopjes.values()):
            return ""
        staart = self._woord.staart(reeksen[0][-1])
        kop = f"Van {reeksen[0][0].jaar} naar {reeksen[0][-1].jaar}{staart}:"
        return "\n".join([kop, *(f"- {k}: {', '.join(v)}." for k, v in kopjes.items() if v)])

    def _naast_land(self, eigen: Punt, land: Punt, jaar: str | None) -> str:
        """Above or below the country; ``jaar`` is named where there are more years to tell apart."""
        verschil = aftrekken(eigen, land)
        if verschil is None:
            return ""
        precies = _is_precies(eigen) and _is_precies(land)
        richting = "hoger dan" if verschil > 0 else "lager dan" if verschil < 0 else "gelijk aan"
        hoeveel = f" (verschil: {getal(abs(verschil))} procentpunt)" if verschil and precies else ""
        wie = self._woord.gebied(eigen.gebied)
        return f"Dat is {f'in {jaar} ' if jaar else ''}{wie} {richting} landelijk{hoeveel}."

    def _verschil(self, van: Punt, naar: Punt) -> str:
        if (van.gebied in REGIOS) != (naar.gebied in REGIOS):  # of these only shares can be held against each other
            van, naar = (_met_aandeel_voorop(p) for p in ((naar, van) if naar.gebied in REGIOS else (van, naar)))
        verschil = aftrekken(naar, van)
        if verschil is None or naar.hoofd is None or not (_is_precies(van) and _is_precies(naar)):
            return ""
        eenheid = "procentpunt" if naar.hoofd.eenheid == "%" else naar.hoofd.eenheid
        bedrag = met_eenheid(getal(abs(verschil)), eenheid)
        if van.gebied == naar.gebied:
            woord = "gestegen" if verschil > 0 else "gedaald" if verschil < 0 else "gelijk gebleven"
            return f"Van {van.jaar} naar {naar.jaar} is dat {woord}" + (f" met {bedrag}." if verschil else ".")
        woord = (
            ("hoger" if verschil > 0 else "lager")
            if naar.hoofd.eenheid == "%"
            else "meer"
            if verschil > 0
            else "minder"
        )
        return f"Dat is {self._woord.gebied(naar.gebied)} {bedrag} {woord} dan {self._woord.gebied(van.gebied)}."


def _met_aandeel_voorop(punt: Punt) -> Punt:
    """A point with its share, where there is one, as the figure that is compared."""
    return replace(punt, observaties=tuple(sorted(punt.observaties, key=lambda o: o.eenheid != "%")))


def _is_precies(punt: Punt) -> bool:
    """Whether the figure is one exact number: no range, 'ruim' or 'maximaal'."""
    o = punt.hoofd
    return o is not None and o.tot is None and not o.bij_benadering and not any(t.isalpha() for t in o.weergave)


def aftrekken(een: Punt, ander: Punt) -> float | None:
    """The difference of two points in the same unit, without the noise of floating point."""
    if een.hoofd is None or ander.hoofd is None or een.hoofd.indicator != ander.hoofd.indicator:
        return None
    a, b = een.hoofd.waarde, ander.hoofd.waarde
    return None if a is None or b is None else round(a - b, 4)
