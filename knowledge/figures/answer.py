"""Answering a question for a figure: the value, the comparison, a table, a picture, or what is known instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.figures import years
from knowledge.figures.compare import aftrekken
from knowledge.figures.overview import OVERZICHT
from knowledge.figures.parsed import GEMIDDELDE, NAAST_STREVEN, SOM, VERANDERINGEN
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.ranking import Rangschikker
from knowledge.figures.refusal import Cijferantwoord, Weigeraar, voeg_samen
from knowledge.figures.selection import Keuze, Kiezer
from knowledge.figures.table import LAND, Tabel
from knowledge.figures.telling import Verteller
from knowledge.figures.vocabulary import Woordenboek
from knowledge.figures.wording import Punt, Verwoorder

#: So surely must a figure of a municipality be asked that the figure of its region is given instead.
_VAST = 0.9


class Antwoorder:
    """Answers questions from the table."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek) -> None:
        self._tabel, self._gebieden = tabel, gebieden
        woord = Verwoorder(tabel, gebieden, boek)
        self._kiezer = Kiezer(tabel, gebieden)
        self._weigeraar = Weigeraar(tabel, gebieden, self._kiezer, woord)
        self._verteller = Verteller(tabel, gebieden, woord, self._kiezer, self._weigeraar)
        self._rangschikker = Rangschikker(woord, self._kiezer, self._weigeraar, self._verteller)

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
            return self._rangschikker.rangorde(vraag)
        if vraag.vergelijking == VERANDERINGEN:
            return self._rangschikker.veranderingen(vraag)
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
        return self._verteller.vertel(vraag, keuze)

    def _voor_de_regio(self, vraag: Cijfervraag) -> Cijferantwoord | None:
        """The figure of the region, where what is asked of one municipality was counted for no municipality at all."""
        gebied = vraag.gebieden[0] if len(vraag.gebieden) == 1 and vraag.zekerheid >= _VAST else ""
        regio = self._gebieden.regio_van(gebied)
        if regio in (None, gebied) or any(r.gebiedsoort == "gemeente" for r in self._tabel.van(vraag.indicatoren)):
            return None
        keuze = self._kiezer.kies(replace(vraag, gebieden=(regio,)))
        if not keuze.punten:
            return None
        antwoord = self._verteller.vertel(replace(vraag, gebieden=(regio,)), keuze)
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
        return self._verteller.vertel(vraag, Keuze(punten))

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
        return self._verteller.vertel(vraag, Keuze(maatregelen or delen))

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


def _met_procent(punten: Sequence[Punt]) -> bool:
    return any(o.eenheid == "%" for p in punten for o in p.observaties)
