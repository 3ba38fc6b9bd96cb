"""Answering a question for a figure: the value, the comparison, a table, a picture, or what is known instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import pandas as pd

from knowledge.figures import chart, years
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.table import GEREALISEERD, LAND, STREVEN, Paar, Tabel
from knowledge.figures.vocabulary import Woordenboek
from knowledge.figures.wording import Punt, Verwoorder, getal, met_eenheid
from knowledge.model import REGIOS, Observatie, Vindplaats

_MEEST_IN_TEKST = 12
_MINST_IN_BEELD = 3


@dataclass(frozen=True)
class Cijferantwoord:
    """What is told: the text with its sources, and where it helps a table and a picture."""

    tekst: str
    bronnen: list[Vindplaats]
    observaties: list[str]
    tabel: list[dict[str, str]] | None = None
    grafiek_svg: str | None = None
    grafiek_alt: str | None = None
    gevonden: bool = True


@dataclass(frozen=True)
class _Keuze:
    """The points that answer a question, those around them, and what is missing."""

    punten: list[Punt]
    reeks: list[Punt] = field(default_factory=list)
    gemist: list[str] = field(default_factory=list)


class Antwoorder:
    """Answers questions from the table."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek) -> None:
        self._tabel, self._gebieden = tabel, gebieden
        self._woord = Verwoorder(tabel, gebieden, boek)

    def beantwoord(self, vraag: Cijfervraag) -> Cijferantwoord:
        """The answer to one question; never another year's figure for the one that was asked."""
        if vraag.vergelijking in ("hoogste", "laagste"):
            return self._rangorde(vraag)
        if vraag.vergelijking == "landelijk":
            vraag = replace(vraag, gebieden=self._met_land(vraag), eenheid="percentage")
        keuze = self._kies(vraag)
        if not keuze.punten:
            return self._niet_gevonden(vraag, keuze.gemist)
        if vraag.vergelijking == "reeks" or (vraag.vergelijking == "verschil" and len(keuze.punten) == 1):
            keuze = replace(keuze, punten=self._hele_reeks(keuze), reeks=[])
        return self._vertel(vraag, keuze)

    # -- choosing --------------------------------------------------------------------------------

    def _met_land(self, vraag: Cijfervraag) -> tuple[str, ...]:
        return (*(g for g in self._gebieden_van(vraag) if g != LAND), LAND)

    def _gebieden_van(self, vraag: Cijfervraag) -> tuple[str, ...]:
        """The named areas, or the area that the user's region has figures for; a norm is a national one."""
        rijen = self._tabel.frame[self._tabel.frame["indicator"].isin(vraag.indicatoren)]
        if vraag.status == "norm" and ((rijen["status"] == "norm") & (rijen["gebied"] == LAND)).any():
            return (LAND,)
        if rijen.empty or (vraag.gebieden and vraag.gebieden != (vraag.regio,)):
            return vraag.gebieden or (vraag.regio or LAND,)
        if vraag.regio is None:
            regios = tuple(dict.fromkeys(g for g in rijen["gebied"] if self._gebieden.is_regio(g)))
            return regios or tuple(dict.fromkeys(rijen["gebied"]))
        eigen = list(rijen[rijen["regio"] == vraag.regio]["gebied"])
        if vraag.regio in eigen or not set(rijen["gebied"]) - {LAND}:
            return (vraag.regio,) if vraag.regio in eigen else (LAND,)
        return tuple(dict.fromkeys(eigen)) if eigen and set(eigen) != {LAND} else (vraag.regio,)

    def _rijen(self, vraag: Cijfervraag, gebied: str, met_delen: bool = False) -> pd.DataFrame:
        keuze = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio, met_delen)
        return self._tabel.met_status(keuze, vraag.status)

    def _kies(self, vraag: Cijfervraag) -> _Keuze:
        punten: list[Punt] = []
        reeks: list[Punt] = []
        gemist: list[str] = []
        for gebied in self._gebieden_van(vraag):
            alle = self._punten(vraag, self._rijen(vraag, gebied))
            gekozen = self._van_jaren(vraag, alle) if vraag.jaren else self._laatste(alle)
            if not gekozen and vraag.jaren and not vraag.uitsplitsing:
                gekozen = self._van_jaren(vraag, self._punten(vraag, self._rijen(vraag, gebied, met_delen=True)))
            punten += gekozen
            reeks += [p for p in alle if p.hoofd is not None and p.hoofd.waarde is not None]
            if not gekozen:
                gemist.append(gebied)
        return _Keuze(punten, [] if vraag.jaren else [p for p in reeks if p not in punten], gemist)

    def _punten(self, vraag: Cijfervraag, rijen: pd.DataFrame) -> list[Punt]:
        """Rows of the same area, period and breakdown joined, with the asked unit first."""
        volgorde = {"percentage": lambda o: o.eenheid != "%", "aantal": lambda o: o.eenheid == "%"}
        sleutel = volgorde.get(vraag.eenheid or "", lambda o: vraag.indicatoren.index(o.indicator))
        punten = []
        for sleutel_, groep in rijen.groupby(["gebied", "jaar", "uitsplitsing", "stand"], sort=False):
            gebied, jaar, deel, _ = cast(tuple[str, str, tuple[Paar, ...], str], sleutel_)
            observaties = sorted((self._tabel.observaties[i] for i in groep["id"]), key=sleutel)
            punten.append(Punt(gebied, jaar, deel, tuple(observaties)))
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
        for punt in sorted(punten, key=lambda p: (bool(p.bruikbaar), _einde(p.jaar))):
            laatste[punt.uitsplitsing] = punt
        return list(laatste.values())

    @staticmethod
    def _hele_reeks(keuze: _Keuze) -> list[Punt]:
        met_jaar = [p for p in (*keuze.punten, *keuze.reeks) if p.jaar]
        return sorted(met_jaar or keuze.punten, key=lambda p: (p.gebied, years.grenzen(p.jaar)))

    # -- telling ---------------------------------------------------------------------------------

    def _vertel(self, vraag: Cijfervraag, keuze: _Keuze) -> Cijferantwoord:
        punten = keuze.punten
        zinnen = [self._opening(vraag, punten)]
        zinnen += [self._vergelijking(vraag, punten)]
        zinnen += self._voorbehoud(punten)
        zinnen += [self._andere_jaren(keuze)]
        zinnen += [f"Staat {self._gemist(vraag, g)}" for g in keuze.gemist]
        if vraag.status is None and any(p.status in STREVEN for p in punten) and self._wil_uitkomst(punten):
            zinnen.append("Een gerealiseerd cijfer staat hiervoor niet in de bron.")
        tabel = [*punten, *keuze.reeks] if len(punten) + len(keuze.reeks) > 1 else []
        tabel.sort(key=lambda p: (p.gebied == LAND, p.gebied, years.grenzen(p.jaar)))
        svg, alt = self._beeld(punten) if vraag.vergelijking == "reeks" or len(vraag.jaren) > 2 else (None, None)
        return self._antwoord(zinnen, [*punten, *keuze.reeks], tabel, svg, alt)

    def _antwoord(
        self, zinnen: Iterable[str], gebruikt: Sequence[Punt], tabel: Sequence[Punt], svg: str | None, alt: str | None
    ) -> Cijferantwoord:
        observaties = [o for p in gebruikt for o in p.observaties]
        return Cijferantwoord(
            tekst="\n\n".join(z for z in zinnen if z), bronnen=_bronnen(observaties),
            observaties=[o.id for o in observaties], tabel=[self._woord.rij(p) for p in tabel] or None,
            grafiek_svg=svg, grafiek_alt=alt,
        )  # fmt: skip

    def _opening(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> str:
        if len(punten) == 1:
            return self._woord.zin(punten[0]) + self._andere_eenheid(vraag, punten[0])
        getoond = punten[:_MEEST_IN_TEKST]
        regels = "\n".join(f"- {self._woord.zin(p)}" for p in getoond)
        return regels + (f"\n- … en {len(punten) - len(getoond)} meer in de tabel" if len(punten) > len(getoond) else "")

    def _andere_eenheid(self, vraag: Cijfervraag, punt: Punt) -> str:
        """Says so when the asked unit is not there: a count is asked and only a percentage is known."""
        gevraagd = self._tabel.indicatoren[vraag.indicatoren[0]].eenheid == "%"
        procent = vraag.eenheid == "percentage" or (vraag.eenheid is None and gevraagd)
        hoofd = punt.hoofd
        verborgen = any(o.onbetrouwbaar for o in punt.observaties)
        if hoofd is None or hoofd.waarde is None or verborgen or vraag.status or procent == (hoofd.eenheid == "%"):
            return ""
        return f" Een {'percentage' if procent else 'aantal'} staat hiervoor niet in de bron."

    def _wil_uitkomst(self, punten: Sequence[Punt]) -> bool:
        return any(o.status in STREVEN and "streef" in self._woord.onderwerp(self._woord.indicator(o), (), o.status)
                   for p in punten for o in p.observaties)  # fmt: skip

    @staticmethod
    def _voorbehoud(punten: Sequence[Punt]) -> list[str]:
        return [" ".join(dict.fromkeys(o.voorbehoud for p in punten for o in p.observaties if o.voorbehoud))]

    def _andere_jaren(self, keuze: _Keuze) -> str:
        """The other years in one line, when no year was asked and there is one area and breakdown."""
        soorten = {(p.gebied, p.uitsplitsing) for p in (*keuze.punten, *keuze.reeks)}
        if not keuze.reeks or len(soorten) > 1:
            return ""
        delen = [f"{p.jaar or 'zonder jaartal'}: {self._woord.waarden(p).replace('**', '')}" for p in keuze.reeks]
        kop = "Per jaar" if years.is_periode(keuze.punten[0].jaar) else "Andere jaren"
        return f"{kop}: {'; '.join(delen)}."

    def _vergelijking(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> str:
        if vraag.vergelijking == "landelijk":
            eigen = [p for p in punten if p.gebied != LAND]
            paren = [(e, n) for e in eigen for n in punten if n.gebied == LAND and n.jaar == e.jaar]
            return " ".join(self._naast_land(e, n) for e, n in paren)
        if vraag.vergelijking == "verschil" and len(punten) > 1:
            return self._verschil(punten[0], punten[-1])
        return ""

    def _naast_land(self, eigen: Punt, land: Punt) -> str:
        verschil = _aftrekken(eigen, land)
        if verschil is None:
            return ""
        richting = "hoger dan" if verschil > 0 else "lager dan" if verschil < 0 else "gelijk aan"
        hoeveel = f" (verschil: {_met_teken(verschil)} procentpunt)" if verschil else ""
        wie = self._woord.gebied(eigen.gebied)
        return f"Dat is {wie} {richting} landelijk{hoeveel}."

    def _verschil(self, van: Punt, naar: Punt) -> str:
        verschil = _aftrekken(naar, van)
        if verschil is None or naar.hoofd is None:
            return ""
        eenheid = "procentpunt" if naar.hoofd.eenheid == "%" else naar.hoofd.eenheid
        bedrag = met_eenheid(getal(abs(verschil)), eenheid)
        if van.gebied == naar.gebied:
            woord = "gestegen" if verschil > 0 else "gedaald" if verschil < 0 else "gelijk gebleven"
            return f"Van {van.jaar} naar {naar.jaar} is dat {woord}" + (f" met {bedrag}." if verschil else ".")
        woord = ("hoger" if verschil > 0 else "lager") if naar.hoofd.eenheid == "%" else "meer" if verschil > 0 else "minder"
        return f"Dat is {self._woord.gebied(naar.gebied)} {bedrag} {woord} dan {self._woord.gebied(van.gebied)}."

    def _beeld(self, punten: Sequence[Punt], liggend: bool = False) -> tuple[str | None, str | None]:
        """A picture of the points in one unit, when there are enough of them."""
        hoofden = [(p, p.hoofd) for p in punten if p.hoofd is not None and p.hoofd.waarde is not None]
        if len({o.indicator for _, o in hoofden}) != 1 or len(hoofden) < _MINST_IN_BEELD:
            return None, None
        namen = [self._naam_in_beeld(p, punten) for p, _ in hoofden]
        eerste = hoofden[0][1]
        titel = self._woord.onderwerp(self._woord.indicator(eerste), (), punten[0].status)
        titel = titel[0].upper() + titel[1:]
        delen = [f"{naam}: {self._woord.waarden(p).replace('**', '')}" for naam, (p, _) in zip(namen, hoofden, strict=True)]
        alt = f"Staafdiagram. {titel}. {'; '.join(delen)}."
        staven = [(naam, o.waarde) for naam, (_, o) in zip(namen, hoofden, strict=True) if o.waarde is not None]
        return chart.staafgrafiek(titel, alt, eerste.eenheid, staven, liggend), alt

    def _naam_in_beeld(self, punt: Punt, punten: Sequence[Punt]) -> str:
        gebied = "Nederland" if punt.gebied == LAND else self._gebieden.naam(punt.gebied)
        delen = [
            gebied if len({p.gebied for p in punten}) > 1 else "",
            punt.jaar if len({p.jaar for p in punten}) > 1 else "",
            self._woord.deel(punt.uitsplitsing) if len({p.uitsplitsing for p in punten}) > 1 else "",
        ]
        naam = " ".join(d for d in delen if d) or gebied
        return f"{naam} (voorlopig)" if punt.status == "voorlopig" and punt.jaar in naam else naam

    # -- ranking ---------------------------------------------------------------------------------

    def _rangorde(self, vraag: Cijfervraag) -> Cijferantwoord:
        punten = self._te_ordenen(vraag)
        soort = next((p.hoofd.indicator for p in punten if p.hoofd is not None), None)
        op_waarde = [p for p in punten if p.hoofd is not None and p.hoofd.indicator == soort and _waarde(p) is not None]
        if len(op_waarde) < 2:
            return self._niet_te_ordenen(vraag)
        omgekeerd = vraag.vergelijking == "hoogste"
        op_waarde.sort(key=lambda p: _waarde(p) or 0.0, reverse=omgekeerd)
        winnaars = [p for p in op_waarde if _waarde(p) == _waarde(op_waarde[0])]
        zinnen = [" ".join(self._woord.zin(p) for p in winnaars), self._andere_winnaar(vraag, punten, winnaars)]
        zinnen += self._voorbehoud(winnaars)
        svg, alt = self._beeld(op_waarde, liggend=True)
        return self._antwoord(zinnen, op_waarde, op_waarde, svg, alt)

    def _te_ordenen(self, vraag: Cijfervraag) -> list[Punt]:
        """The points to rank: municipalities of one year, years of one area, or parts of one year."""
        if vraag.rangorde == "jaar" or (vraag.rangorde == "gebied" and len(vraag.gebieden) == 1 and not self._is_breed(vraag)):
            return self._punten(vraag, self._rijen(vraag, self._gebieden_van(vraag)[0]))
        if vraag.rangorde == "regio":
            vraag = replace(vraag, gebieden=REGIOS, eenheid="percentage")
        if vraag.rangorde == "uitsplitsing" and not vraag.uitsplitsing:
            return self._delen(vraag)
        gebieden = vraag.gebieden if len(vraag.gebieden) > 1 else self._gemeenten(vraag)
        punten = [p for g in gebieden for p in self._punten(vraag, self._rijen(vraag, g))]
        return self._een_jaar(vraag, punten)

    def _is_breed(self, vraag: Cijfervraag) -> bool:
        return vraag.gebieden[0] == LAND or self._gebieden.is_regio(vraag.gebieden[0])

    def _gemeenten(self, vraag: Cijfervraag) -> list[str]:
        rijen = self._tabel.frame[self._tabel.frame["indicator"].isin(vraag.indicatoren)]
        rijen = rijen[(rijen["gebiedsoort"] == "gemeente") & ((rijen["regio"] == vraag.regio) | (vraag.regio is None))]
        return list(dict.fromkeys(rijen["gebied"]))

    def _delen(self, vraag: Cijfervraag) -> list[Punt]:
        frame = self._tabel.frame
        keuze = frame[frame["indicator"].isin(vraag.indicatoren) & (frame["gebied"] == self._gebieden_van(vraag)[0])]
        keuze = keuze[keuze["uitsplitsing"].map(len) > 0]
        return self._een_jaar(vraag, self._punten(vraag, self._tabel.met_status(keuze, vraag.status)))

    def _een_jaar(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> list[Punt]:
        if vraag.jaren:
            return self._van_jaren(vraag, punten)
        laatste = max((p.jaar for p in punten), key=_einde, default="")
        return [p for p in punten if p.jaar == laatste]

    def _andere_winnaar(self, vraag: Cijfervraag, punten: Sequence[Punt], winnaars: Sequence[Punt]) -> str:
        """The winner by the other unit, when that is another one and no unit was asked."""
        hoofd = winnaars[0].hoofd
        anders = [(p, o) for p in punten for o in p.bruikbaar if hoofd and o.indicator != hoofd.indicator and o.waarde is not None]
        if vraag.eenheid or vraag.rangorde != "gebied" or not anders:
            return ""
        kies = max if vraag.vergelijking == "hoogste" else min
        punt, o = kies(anders, key=lambda paar: paar[1].waarde or 0.0)
        if punt in winnaars:
            return ""
        omgedraaid = replace(punt, observaties=(o, *(x for x in punt.observaties if x is not o)))
        return f"Gerekend naar {self._woord.indicator(o).naam} is het een andere. {self._woord.zin(omgedraaid)}"

    def _niet_te_ordenen(self, vraag: Cijfervraag) -> Cijferantwoord:
        antwoord = self._niet_gevonden(vraag, list(self._gebieden_van(vraag)))
        wat = {"jaar": "per jaar", "uitsplitsing": "per onderdeel"}.get(vraag.rangorde, "per gemeente")
        return replace(antwoord, tekst=f"Deze cijfers staan niet {wat} in de bron.\n\n{antwoord.tekst}")

    # -- what is not there -----------------------------------------------------------------------

    def _gemist(self, vraag: Cijfervraag, gebied: str) -> str:
        naam = self._tabel.indicatoren[vraag.indicatoren[0]]
        wanneer = " en ".join(years.in_woorden(j) for j in vraag.jaren)
        wat = self._woord.onderwerp(naam, vraag.uitsplitsing, vraag.status or "")
        zin = " ".join(d for d in (wat, self._woord.gebied(gebied), wanneer) if d)
        return f"niet in de bron: {zin}."

    def _niet_gevonden(self, vraag: Cijfervraag, gebieden: Sequence[str]) -> Cijferantwoord:
        """What the source does not tell, and which years or areas it does: names, never their values."""
        gebied = gebieden[0] if gebieden else vraag.regio or LAND
        bekend = self._rijen(vraag, gebied)
        zinnen = [f"Dat cijfer staat {self._gemist(vraag, gebied)}"]
        jaren = self._bekende_jaren(bekend)
        if jaren:
            zinnen.append(f"Wel bekend: {_opsomming(jaren)}.")
        zinnen.append(self._wel_als_streven(vraag, gebied))
        if not jaren:
            zinnen.append(self._wel_elders(vraag, gebied))
            bekend = self._in_de_buurt(vraag)
        bronnen = _bronnen(self._tabel.observaties[i] for i in bekend["id"].head(3))
        return Cijferantwoord("\n\n".join(z for z in zinnen if z), bronnen, [], gevonden=False)

    @staticmethod
    def _bekende_jaren(rijen: pd.DataFrame) -> list[str]:
        bruikbaar = rijen[rijen["bruikbaar"] & (rijen["jaar"] != "")].drop_duplicates("jaar")
        paren = sorted(zip(bruikbaar["jaar"], bruikbaar["status"], strict=True), key=lambda p: years.grenzen(p[0]))
        namen = {"voorlopig": " (voorlopig)", "streefwaarde": " (streefcijfer)", "norm": " (norm)"}
        return [jaar + namen.get(status, "") for jaar, status in paren]

    def _wel_als_streven(self, vraag: Cijfervraag, gebied: str) -> str:
        if vraag.status is not None:
            return ""
        keuze = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio)
        streven = self._tabel.van_jaren(keuze[keuze["status"] == "streefwaarde"], vraag.jaren)
        if streven.empty or not keuze["status"].isin(GEREALISEERD).any():
            return ""
        return f"Er is wel een streefcijfer voor {_opsomming(self._tabel.jaren(streven))}. Vraag daarnaar als u dat bedoelt."

    def _in_de_buurt(self, vraag: Cijfervraag) -> pd.DataFrame:
        frame = self._tabel.frame
        zelfde = frame[frame["indicator"].isin(vraag.indicatoren)]
        eigen = zelfde[zelfde["regio"] == vraag.regio]
        return zelfde if eigen.empty else eigen

    def _wel_elders(self, vraag: Cijfervraag, gebied: str) -> str:
        """For which areas, or for which parts of this area, the figure is known."""
        buurt = self._in_de_buurt(vraag)
        buurt = buurt[buurt["bruikbaar"]]
        hier = buurt[buurt["gebied"] == gebied]
        if not hier.empty and vraag.uitsplitsing:
            delen = [self._woord.deel(u) or "het totaal" for u in dict.fromkeys(hier["uitsplitsing"])]
            return f"Wel bekend, voor: {_opsomming(delen[:_MEEST_IN_TEKST])}."
        gebieden = [g for g in dict.fromkeys(buurt["gebied"]) if g != gebied]
        namen = [LAND if g == LAND else self._gebieden.naam(g) for g in gebieden]
        return f"Wel bekend, voor: {_opsomming(namen[:_MEEST_IN_TEKST])}." if namen else ""


def _einde(jaar: str) -> tuple[int, int]:
    van, tot = years.grenzen(jaar)
    return tot, tot - van


def _waarde(punt: Punt) -> float | None:
    return punt.hoofd.waarde if punt.hoofd is not None else None


def _aftrekken(een: Punt, ander: Punt) -> float | None:
    """The difference of two points in the same unit, without the noise of floating point."""
    if een.hoofd is None or ander.hoofd is None or een.hoofd.indicator != ander.hoofd.indicator:
        return None
    a, b = een.hoofd.waarde, ander.hoofd.waarde
    return None if a is None or b is None else round(a - b, 4)


def _met_teken(verschil: float) -> str:
    return getal(abs(verschil))


def _opsomming(delen: Sequence[str]) -> str:
    return " en ".join([", ".join(delen[:-1]), delen[-1]]) if len(delen) > 1 else "".join(delen)


def _bronnen(observaties: Iterable[Observatie]) -> list[Vindplaats]:
    return list(dict.fromkeys(b for o in observaties for b in o.bronnen))
