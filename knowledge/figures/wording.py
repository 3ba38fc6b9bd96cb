"""Figures in words: Dutch numbers, units, areas, standing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.figures import years
from knowledge.figures.places import Gebieden
from knowledge.figures.table import LAND, STREVEN, Paar, Tabel
from knowledge.figures.vocabulary import Woordenboek
from knowledge.model import Indicator, Observatie

STATUSNAAM = {
    "gerealiseerd": "gerealiseerd",
    "voorlopig": "voorlopig",
    "streefwaarde": "streefcijfer",
    "norm": "norm",
    "begroot": "begroot",
    "raming": "raming",
}


def getal(waarde: float) -> str:
    """A number in Dutch notation: 2.137.004 and 1,98."""
    if waarde == int(waarde):
        return f"{int(waarde):,}".replace(",", ".")
    return f"{waarde:.10g}".replace(".", ",")


def met_eenheid(tekst: str, eenheid: str) -> str:
    """A printed number with its unit: '1,98 %', '€ 222.824 per jaar', 'ruim € 350.000'."""
    if eenheid.startswith("euro"):
        return re.sub(r"\d", lambda m: f"€ {m[0]}", tekst, count=1) + eenheid.removeprefix("euro")
    return f"{tekst} {eenheid}".strip()


def waarde(o: Observatie, kaal: bool = False) -> str:
    """The value of a figure as the source prints it; ``kaal`` leaves out the unit of a count."""
    if o.waarde is None:
        return met_eenheid(o.weergave, o.eenheid) if re.search(r"\d", o.weergave) else o.weergave
    tekst = o.weergave or getal(o.waarde) + (f" tot {getal(o.tot)}" if o.tot is not None else "")
    if o.bij_benadering and not re.match(r"[a-z]", tekst):
        tekst = f"ongeveer {tekst}"
    return tekst if kaal and o.eenheid != "%" and not o.eenheid.startswith("euro") else met_eenheid(tekst, o.eenheid)


@dataclass(frozen=True)
class Punt:
    """What is known of one area, period and breakdown: usually a count and a percentage together."""

    gebied: str
    jaar: str
    uitsplitsing: tuple[Paar, ...]
    observaties: tuple[Observatie, ...]

    @property
    def bruikbaar(self) -> tuple[Observatie, ...]:
        """The figures that may be told as such."""
        return tuple(o for o in self.observaties if not o.onbetrouwbaar)

    @property
    def status(self) -> str:
        """The standing of the least certain figure."""
        standen = [o.status for o in self.observaties]
        return "voorlopig" if "voorlopig" in standen else standen[0]

    @property
    def hoofd(self) -> Observatie | None:
        """The figure that was asked for, or else the one that there is."""
        met_waarde = [o for o in self.bruikbaar if o.waarde is not None]
        return next(iter(met_waarde or self.bruikbaar), None)


class Verwoorder:
    """Puts points into sentences and table rows."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek) -> None:
        self._tabel, self._gebieden, self._boek = tabel, gebieden, boek
        self._scholen = {o.gebied for o in tabel.observaties.values() if o.gebiedsoort == "school"}

    def indicator(self, o: Observatie) -> Indicator:
        """What a figure measures."""
        return self._tabel.indicatoren[o.indicator]

    def gebied(self, gebied: str) -> str:
        """An area as it stands in a sentence."""
        if gebied == LAND:
            return "landelijk"
        naam = self._gebieden.naam(gebied)
        if gebied in self._scholen:
            return f"bij {naam}"
        return f"in de regio {naam}" if self._gebieden.is_regio(gebied) else f"in {naam}"

    def deel(self, uitsplitsing: tuple[Paar, ...]) -> str:
        """A level, type or subject in words; the number of a measure only where it stands alone."""
        paren = [p for p in uitsplitsing if p[0] != "maatregel"] or list(uitsplitsing)
        return ", ".join(self._boek.naam(*paar) for paar in paren)

    def onderwerp(self, indicator: Indicator, uitsplitsing: tuple[Paar, ...], status: str = "") -> str:
        """What is measured, with its breakdown and its standing: "streefcijfer vsv-percentage (mbo niveau 2)"."""
        deel = self.deel(uitsplitsing)
        naam = indicator.naam
        if deel:
            naam = f"{naam} ({deel})" if indicator.eenheid else f"{naam} {deel}"
        if status in STREVEN and self._kent_streefcijfer(indicator):
            return f"{'streefcijfer' if status == 'streefwaarde' else 'streefnorm'} {naam}"
        return naam

    def _kent_streefcijfer(self, indicator: Indicator) -> bool:
        return any(r.status == "streefwaarde" for r in self._tabel.van([indicator.id]))

    def waarden(self, punt: Punt) -> str:
        """Count and percentage together: '50 (1,98 %)'."""
        hoofd = punt.hoofd
        if hoofd is None:
            return "geen bruikbaar cijfer"
        kaal = self.indicator(hoofd).naam.startswith("aantal")
        ander = [o for o in punt.bruikbaar if o is not hoofd and o.waarde is not None]
        return f"**{waarde(hoofd, kaal)}**" + "".join(f" ({waarde(o)})" for o in ander[:1])

    def zin(self, punt: Punt) -> str:
        """One point as a sentence: what, where, when, how much and how sure."""
        hoofd = punt.hoofd or punt.observaties[0]
        wat = self.onderwerp(self.indicator(hoofd), punt.uitsplitsing, punt.status)
        delen = [wat[0].upper() + wat[1:], self.gebied(punt.gebied), years.in_woorden(punt.jaar)]
        return f"{' '.join(d for d in delen if d)}: {self.waarden(punt)}{self.staart(punt)}."

    @staticmethod
    def staart(punt: Punt) -> str:
        """The standing of a figure that is not final, after its value."""
        return {"voorlopig": ", een voorlopig cijfer", "raming": ", een raming"}.get(punt.status, "")

    def rij(self, punt: Punt) -> dict[str, str]:
        """One point as a row of a table."""
        rij = {"Gebied": "Nederland" if punt.gebied == LAND else self._gebieden.naam(punt.gebied)}
        if punt.jaar:
            rij["Jaar"] = punt.jaar
        if punt.uitsplitsing:
            rij["Onderdeel"] = self.deel(punt.uitsplitsing)
        for o in sorted(punt.bruikbaar, key=lambda o: o.eenheid == "%"):
            naam = self.indicator(o).naam
            rij[naam[0].upper() + naam[1:]] = waarde(o, kaal=naam.startswith("aantal"))
        return rij | {"Status": STATUSNAAM[punt.status]}
