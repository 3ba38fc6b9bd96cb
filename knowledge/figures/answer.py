"""Answering a question for a figure: the value, the comparison, a table, a picture, or what is known instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.figures import chart, years
from knowledge.figures.compare import Vergelijker, aftrekken
from knowledge.figures.overview import OVERZICHT
from knowledge.figures.parsing import GEMIDDELDE, NAAST_STREVEN, SOM, VERANDERINGEN
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.refusal import Cijferantwoord, Weigeraar, bronnen_van, voeg_samen
from knowledge.figures.selection import GEBIEDEN, Keuze, Kiezer
from knowledge.figures.table import LAND, STREVEN, Tabel
from knowledge.figures.vocabulary import Woordenboek
from knowledge.figures.wording import Punt, Verwoorder

_MEEST_IN_TEKST = 12
_MINST_IN_BEELD = 3
#: So surely must a figure of a municipality be asked that the figure of its region is given instead.
_VAST = 0.9


class Antwoorder:
    """Answers questions from the table."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek) -> None:
        self._tabel, self._gebieden = tabel, gebieden
        self._woord = Verwoorder(tabel, gebieden, boek)
        self._vergelijker = Vergelijker(self._woord)
        self._kiezer = Kiezer(tabel, gebieden)
        self._weigeraar = Weigeraar(tabel, gebieden, self._kiezer, self._woord)

    def beantwoord(self, vraag: Cijfervraag) -> Cijferantwoord:
        """The answer to a question and to what it asks as well."""
        if vraag.ook:
            return voeg_samen([self._een(replace(vraag, ook=())), *(self._een(deel) for deel in vraag.ook)])
        return self._een(vraag)

    def _een(self, vraag: Cijfervraag) -> Cijferantwoord:
        """The answer to one question; never another year's figure for the one that was asked."""
        if vraag.vergelijking == OVERZICHT:
            return self._overzicht(vraag)
        if vraag.vergelijking == NAAST_STREVEN:
            return self._naast_streven(vraag)
        if vraag.vergelijking == "verdeling":
            return self._verdeling(vraag)
        if vraag.vergelijking in ("hoogste", "laagste"):
            return self._rangorde(vraag)
        if vraag.vergelijking == VERANDERINGEN:
            return self._veranderingen(vraag)
        vraag = self._geheel_voor_delen(vraag)
        if vraag.vergelijking == "landelijk":
            vraag = replace(vraag, gebieden=self._met_land(vraag), eenheid="percentage")
        keuze = self._kiezer.kies(vraag)
        if not keuze.punten and (binnen := self._jaren_binnen(vraag)):
            vraag = replace(vraag, jaren=binnen)
            keuze = self._kiezer.kies(vraag)
        if not keuze.punten:
            return self._voor_de_regio(vraag) or self._weigeraar.weiger(vraag, keuze.gemist)
        alleen = len(keuze.punten) == 1 and not (vraag.vergelijking == SOM and vraag.jaren)
        if vraag.vergelijking == "reeks" or (vraag.vergelijking in ("verschil", GEMIDDELDE, SOM) and alleen):
            keuze = replace(keuze, punten=self._reeks_rond(vraag, keuze), reeks=[])
        return self._vertel(vraag, keuze)

    def _voor_de_regio(self, vraag: Cijfervraag) -> Cijferantwoord | None:
        """The figure of the region, where what is asked of one municipality was counted for no municipality at all."""
        gebied = vraag.gebieden[0] if len(vraag.gebieden) == 1 and vraag.zekerheid >= _VAST else ""
        regio = self._gebieden.regio_van(gebied)
        if regio in (None, gebied) or any(r.gebiedsoort == "gemeente" for r in self._tabel.van(vraag.indicatoren)):
            return None
        keuze = self._kiezer.kies(replace(vraag, gebieden=(regio,)))
        if not keuze.punten:
            return None
        antwoord = self._vertel(replace(vraag, gebieden=(regio,)), keuze)
        return replace(antwoord, tekst=f"{antwoord.tekst}\n\nVoor {gebied} apart staat dit niet in de bron.")

    def _geheel_voor_delen(self, vraag: Cijfervraag) -> Cijfervraag:
        """A percentage of all parts together is that of the whole; percentages of parts are never added up."""
        soorten = {sleutel for sleutel, _ in vraag.uitsplitsing}
        if vraag.eenheid != "percentage" or len(vraag.uitsplitsing) < 2 or len(soorten) != 1:
            return vraag
        vergelijking = None if vraag.vergelijking == SOM else vraag.vergelijking
        geheel = replace(vraag, uitsplitsing=(), vergelijking=vergelijking)
        delen, samen = (self._kiezer.kies(replace(v, vergelijking=None)).punten for v in (vraag, geheel))
        return geheel if not _met_procent(delen) and _met_procent(samen) else vraag

    # -- several at once -------------------------------------------------------------------------

    def _overzicht(self, vraag: Cijfervraag) -> Cijferantwoord:
        """Every figure of an area: all years of its targets, or its latest results."""
        punten: list[Punt] = []
        for indicator in vraag.indicatoren:
            een = replace(vraag, indicatoren=self._tabel.groep(indicator), vergelijking=None)
            keuze = self._kiezer.kies(een)
            nieuw = self._hele_reeks(keuze) if vraag.status else keuze.punten
            gehad = {o.id for p in punten for o in p.observaties}
            punten += [p for p in nieuw if not {o.id for o in p.observaties} & gehad]
        if not punten:
            return self._weigeraar.weiger(replace(vraag, vergelijking=None), list(vraag.gebieden))
        return self._vertel(vraag, Keuze(punten))

    def _naast_streven(self, vraag: Cijfervraag) -> Cijferantwoord:
        """The result beside the target or norm that it is held against."""
        echt = self._een(replace(vraag, status=None, vergelijking=None))
        doel = self._een(replace(vraag, vergelijking=None))
        if set(echt.observaties) & set(doel.observaties):
            return doel
        samen = voeg_samen([echt, doel])
        return replace(samen, tekst="\n\n".join(filter(None, [samen.tekst, self._boven_of_onder(vraag)])))

    def _boven_of_onder(self, vraag: Cijfervraag) -> str:
        """On which side of its target a result lies, when both are in the same unit."""
        for eenheid in ("percentage", "aantal"):
            vragen = [replace(vraag, status=s, vergelijking=None, eenheid=eenheid) for s in (None, vraag.status)]
            echt, doel = (self._kiezer.kies(v).punten for v in vragen)
            verschil = aftrekken(echt[0], doel[0]) if len(echt) == 1 and doel else None
            if verschil is not None:
                richting = "boven" if verschil > 0 else "onder" if verschil < 0 else "precies op"
                naam = "de streefnorm" if doel[0].status == "norm" else "het streefcijfer"
                return f"Het resultaat ligt {richting} {naam}."
        return ""

    def _verdeling(self, vraag: Cijfervraag) -> Cijferantwoord:
        """All parts of a budget, the measures where there are any."""
        delen = self._kiezer.delen(vraag)
        maatregelen = [p for p in delen if any(sleutel == "maatregel" for sleutel, _ in p.uitsplitsing)]
        if not delen:
            eerste = replace(vraag, indicatoren=vraag.indicatoren[:1])
            return self._weigeraar.weiger(eerste, list(self._kiezer.gebieden_van(vraag)))
        return self._vertel(vraag, Keuze(maatregelen or delen))

    # -- choosing --------------------------------------------------------------------------------

    def _jaren_binnen(self, vraag: Cijfervraag) -> tuple[str, ...]:
        """The single years within a period that was asked as a whole: "tussen 2015 en 2017"."""
        perioden = [years.grenzen(j) for j in vraag.jaren if years.is_periode(j)]
        alle = self._kiezer.kies(replace(vraag, jaren=())) if perioden else Keuze([])
        bekend = {p.jaar for p in (*alle.punten, *alle.reeks)}
        binnen = {j for j in bekend if j for a, b in perioden if a <= years.grenzen(j)[0] and years.grenzen(j)[1] <= b}
        return tuple(sorted(binnen))

    def _met_land(self, vraag: Cijfervraag) -> tuple[str, ...]:
        return (*(g for g in self._kiezer.gebieden_van(vraag) if g != LAND), LAND)

    def _reeks_rond(self, vraag: Cijfervraag, keuze: Keuze) -> list[Punt]:
        """All years, or for a change 'since 2017-2018' the years from then on."""
        if vraag.vergelijking not in ("verschil", "reeks") or len(vraag.jaren) != 1:
            return self._hele_reeks(keuze)
        alle = self._hele_reeks(self._kiezer.kies(replace(vraag, jaren=())))
        vanaf = [p for p in alle if years.grenzen(p.jaar) >= years.grenzen(vraag.jaren[0])]
        return vanaf if len(vanaf) > 1 else alle[-2:]

    @staticmethod
    def _hele_reeks(keuze: Keuze) -> list[Punt]:
        met_jaar = [p for p in (*keuze.punten, *keuze.reeks) if p.jaar and not years.is_periode(p.jaar)]
        return sorted(met_jaar or keuze.punten, key=lambda p: (p.gebied, years.grenzen(p.jaar)))

    # -- telling ---------------------------------------------------------------------------------

    def _vertel(self, vraag: Cijfervraag, keuze: Keuze) -> Cijferantwoord:
        punten = keuze.punten
        zinnen = [self._opening(vraag, punten), self._vergelijker.zin(vraag, punten)]
        if vraag.vergelijking in (SOM, GEMIDDELDE):
            zinnen.reverse()
        zinnen += [*self._voorbehoud(punten), self._van_geheel(vraag, punten)]
        zinnen += [self._andere_jaren(keuze), self._zonder_cijfer(vraag, punten)]
        zinnen += [f"Staat {self._weigeraar.gemist(vraag, g)}" for g in keuze.gemist]
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
            tekst="\n\n".join(z for z in zinnen if z), bronnen=bronnen_van(observaties),
            observaties=[o.id for o in observaties], tabel=[self._woord.rij(p) for p in tabel] or None,
            grafiek_svg=svg, grafiek_alt=alt,
        )  # fmt: skip

    def _opening(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> str:
        if len(punten) == 1:
            return self._woord.zin(punten[0]) + self._andere_eenheid(vraag, punten[0])
        getoond = punten[:_MEEST_IN_TEKST]
        regels = "\n".join(f"- {self._woord.zin(p)}" for p in getoond)
        return regels + (
            f"\n- … en {len(punten) - len(getoond)} meer in de tabel" if len(punten) > len(getoond) else ""
        )

    def _andere_eenheid(self, vraag: Cijfervraag, punt: Punt) -> str:
        """Says so when the asked unit is not there: a count is asked and only a percentage is known."""
        gevraagd = self._tabel.indicatoren[vraag.indicatoren[0]].eenheid == "%"
        procent = vraag.eenheid == "percentage" or (vraag.eenheid is None and gevraagd)
        hoofd = punt.hoofd
        verborgen = any(o.onbetrouwbaar for o in punt.observaties)
        if hoofd is None or hoofd.waarde is None or verborgen or vraag.status or procent == (hoofd.eenheid == "%"):
            return ""
        return f" Een {'percentage' if procent else 'aantal'} staat hiervoor niet in de bron."

    def _van_geheel(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> str:
        """The whole, when a part is not known in the unit that is asked."""
        if (
            len(punten) != 1
            or not vraag.uitsplitsing
            or not vraag.eenheid
            or not self._andere_eenheid(vraag, punten[0])
        ):
            return ""
        geheel = self._kiezer.kies(replace(vraag, uitsplitsing=(), jaren=(punten[0].jaar,))).punten
        bekend = [p for p in geheel if not p.uitsplitsing and not self._andere_eenheid(vraag, p)]
        return f"Voor het geheel wel. {self._woord.zin(bekend[0])}" if len(bekend) == 1 else ""

    @staticmethod
    def _zonder_cijfer(vraag: Cijfervraag, punten: Sequence[Punt]) -> str:
        """The asked years for which there is nothing, beside those for which there is."""
        gemist = [j for j in vraag.jaren if not any(j == p.jaar or years.past(j, p.jaar) for p in punten)]
        return f"Voor {' en '.join(gemist)} staat dit cijfer niet in de bron." if gemist else ""

    def _wil_uitkomst(self, punten: Sequence[Punt]) -> bool:
        return any(o.status in STREVEN and "streef" in self._woord.onderwerp(self._woord.indicator(o), (), o.status)
                   for p in punten for o in p.observaties)  # fmt: skip

    @staticmethod
    def _voorbehoud(punten: Sequence[Punt]) -> list[str]:
        return [" ".join(dict.fromkeys(o.voorbehoud for p in punten for o in p.observaties if o.voorbehoud))]

    def _andere_jaren(self, keuze: Keuze) -> str:
        """The other years in one line, when no year was asked and there is one area and breakdown."""
        soorten = {(p.gebied, p.uitsplitsing) for p in (*keuze.punten, *keuze.reeks)}
        if (
            keuze.reeks
            and 1 < len(keuze.punten) == len(soorten)
            and all(years.is_periode(p.jaar) for p in keuze.punten)
        ):
            return "\n".join(filter(None, (self._per_jaar(p, keuze.reeks) for p in keuze.punten)))
        if not keuze.reeks or len(soorten) > 1:
            return ""
        delen = [f"{p.jaar or 'zonder jaartal'}: {self._woord.waarden(p).replace('**', '')}" for p in keuze.reeks]
        kop = "Per jaar" if years.is_periode(keuze.punten[0].jaar) else "Andere jaren"
        return f"{kop}: {'; '.join(delen)}."

    def _per_jaar(self, geheel: Punt, reeks: Sequence[Punt]) -> str:
        """The single years of one of several amounts of a whole period, said once when they are all the same."""
        eigen = [p for p in reeks if (p.gebied, p.uitsplitsing) == (geheel.gebied, geheel.uitsplitsing)]
        waarden = [self._woord.waarden(p).replace("**", "") for p in eigen]
        naam = self._woord.deel(geheel.uitsplitsing) or "geheel"
        if len(set(waarden)) == 1 and len(waarden) > 1:
            return f"{naam[0].upper() + naam[1:]}, elk jaar: {waarden[0]}."
        delen = [f"{p.jaar}: {w}" for p, w in zip(eigen, waarden, strict=True)]
        return f"{naam[0].upper() + naam[1:]}, per jaar: {'; '.join(delen)}." if delen else ""

    def _beeld(self, punten: Sequence[Punt], liggend: bool = False) -> tuple[str | None, str | None]:
        """A picture of the points in one unit, when there are enough of them."""
        hoofden = [(p, p.hoofd) for p in punten if p.hoofd is not None and p.hoofd.waarde is not None]
        if len({o.indicator for _, o in hoofden}) != 1 or len(hoofden) < _MINST_IN_BEELD:
            return None, None
        namen = [self._naam_in_beeld(p, punten) for p, _ in hoofden]
        eerste = hoofden[0][1]
        titel = self._woord.onderwerp(self._woord.indicator(eerste), (), punten[0].status)
        titel = titel[0].upper() + titel[1:]
        delen = [
            f"{naam}: {self._woord.waarden(p).replace('**', '')}" for naam, (p, _) in zip(namen, hoofden, strict=True)
        ]
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
        punten = self._kiezer.te_ordenen(vraag)
        soort = _meest_bekend(punten, vraag.eenheid)
        met_soort = [
            replace(p, observaties=tuple(sorted(p.observaties, key=lambda o: o.indicator != soort))) for p in punten
        ]
        op_waarde = [
            p for p in met_soort if p.hoofd is not None and p.hoofd.indicator == soort and _waarde(p) is not None
        ]
        if len(op_waarde) < 2:
            return self._niet_te_ordenen(vraag)
        omgekeerd = vraag.vergelijking == "hoogste"
        op_waarde.sort(key=lambda p: _waarde(p) or 0.0, reverse=omgekeerd)
        winnaars = [p for p in op_waarde if _waarde(p) == _waarde(op_waarde[0])]
        zinnen = [" ".join(self._woord.zin(p) for p in winnaars), self._andere_winnaar(vraag, punten, winnaars)]
        if self._kiezer.tussen_gemeenten(vraag):
            zinnen = [self._plaats_van(vraag, punten), *(z for z in zinnen if winnaars[0].gebied not in vraag.gebieden)]
        volgorde = [
            f"{self._naam_in_beeld(p, op_waarde)}: {self._woord.waarden(p).replace('**', '')}" for p in op_waarde
        ]
        zinnen += [f"Op volgorde: {'; '.join(volgorde)}.", *self._voorbehoud(winnaars)]
        svg, alt = self._beeld(op_waarde, liggend=True)
        return self._antwoord(zinnen, op_waarde, op_waarde, svg, alt)

    def _plaats_van(self, vraag: Cijfervraag, punten: Sequence[Punt]) -> str:
        """Where a municipality stands among the others, by share and by count: "wij zijn de laagste, klopt dat"."""
        gemeente, hoogste = vraag.gebieden[0], vraag.vergelijking == "hoogste"
        bekend = [(p.gebied, o) for p in punten for o in p.bruikbaar if o.waarde is not None]
        soorten = dict.fromkeys(o.indicator for _, o in sorted(bekend, key=lambda b: b[1].eenheid != "%"))
        plaatsen: list[str] = []
        for soort in soorten:
            van = {gebied: o for gebied, o in bekend if o.indicator == soort}
            eigen = van.get(gemeente)
            if eigen is None or (vraag.eenheid and (eigen.eenheid == "%") != (vraag.eenheid == "percentage")):
                continue
            voor = [o for o in van.values() if (o.waarde or 0.0) != eigen.waarde]
            plaats = 1 + sum(((o.waarde or 0.0) > (eigen.waarde or 0.0)) == hoogste for o in voor)
            waar = f"de {vraag.vergelijking}" if plaats == 1 else f"nummer {plaats}"
            plaatsen.append(f"naar {self._woord.indicator(eigen).naam} {waar}")
        eigen_punt = next((p for p in punten if p.gebied == gemeente), None)
        if eigen_punt is None or not plaatsen:
            return ""
        volgorde = "van hoog naar laag" if hoogste else "van laag naar hoog"
        stand = f"Van de {len(punten)} gemeenten is {gemeente}, {volgorde} geteld, {' en '.join(plaatsen)}."
        return f"{self._woord.zin(eigen_punt)} {stand}"

    def _veranderingen(self, vraag: Cijfervraag) -> Cijferantwoord:
        """Where a figure rose and where it fell, municipality by municipality."""
        reeksen = self._kiezer.per_gemeente(vraag)
        zin = self._vergelijker.veranderingen(reeksen)
        if not zin:
            return self._niet_te_ordenen(replace(vraag, vergelijking=None))
        punten = [p for reeks in reeksen for p in (reeks[0], reeks[-1])]
        return self._antwoord([zin, *self._voorbehoud(punten)], punten, punten, None, None)

    def _andere_winnaar(self, vraag: Cijfervraag, punten: Sequence[Punt], winnaars: Sequence[Punt]) -> str:
        """The winner by the other unit, when that is another one and no unit was asked."""
        hoofd = winnaars[0].hoofd
        anders = [
            (p, o)
            for p in punten
            for o in p.bruikbaar
            if hoofd and o.indicator != hoofd.indicator and o.waarde is not None
        ]
        if vraag.eenheid or vraag.rangorde not in GEBIEDEN or not anders:
            return ""
        kies = max if vraag.vergelijking == "hoogste" else min
        punt, o = kies(anders, key=lambda paar: paar[1].waarde or 0.0)
        if punt in winnaars:
            return ""
        omgedraaid = replace(punt, observaties=(o, *(x for x in punt.observaties if x is not o)))
        return f"Gerekend naar {self._woord.indicator(o).naam} is het een andere. {self._woord.zin(omgedraaid)}"

    def _niet_te_ordenen(self, vraag: Cijfervraag) -> Cijferantwoord:
        antwoord = self._weigeraar.weiger(vraag, list(self._kiezer.gebieden_van(vraag)))
        wat = {"jaar": "per jaar", "uitsplitsing": "per onderdeel"}.get(vraag.rangorde, "per gemeente")
        return replace(antwoord, tekst=f"Deze cijfers staan niet {wat} in de bron.\n\n{antwoord.tekst}")


def _meest_bekend(punten: Sequence[Punt], eenheid: str | None) -> str | None:
    """The indicator that most points have a value of, in the asked unit; of equals the one that was asked first."""
    bekend = [o for p in punten for o in p.bruikbaar if o.waarde is not None]
    gevraagd = [o for o in bekend if eenheid and (o.eenheid == "%") == (eenheid == "percentage")]
    telling = Counter(o.indicator for o in (gevraagd if len(gevraagd) > 1 else bekend))
    eerst = next((p.hoofd.indicator for p in punten if p.hoofd is not None), None)
    return max(telling, key=lambda i: (telling[i], i == eerst), default=None)


def _waarde(punt: Punt) -> float | None:
    return punt.hoofd.waarde if punt.hoofd is not None else None


def _met_procent(punten: Sequence[Punt]) -> bool:
    return any(o.eenheid == "%" for p in punten for o in p.observaties)
