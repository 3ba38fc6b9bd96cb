"""Ranking figures: the highest and the lowest, the place of one among the others, where they rose and fell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from knowledge.figures.compare import Vergelijker
from knowledge.figures.question import Cijfervraag
from knowledge.figures.refusal import Cijferantwoord, Weigeraar
from knowledge.figures.selection import GEBIEDEN, Kiezer
from knowledge.figures.telling import Verteller
from knowledge.figures.wording import Punt, Verwoorder


class Rangschikker:
    """Puts the points of a question in order."""

    def __init__(self, woord: Verwoorder, kiezer: Kiezer, weigeraar: Weigeraar, verteller: Verteller) -> None:
        self._woord, self._kiezer, self._weigeraar, self._verteller = woord, kiezer, weigeraar, verteller
        self._vergelijker = Vergelijker(woord)

    def rangorde(self, vraag: Cijfervraag) -> Cijferantwoord:
        """The winner first, then all in order; of a municipality its place among the others."""
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
            f"{self._verteller.naam_in_beeld(p, op_waarde)}: {self._woord.waarden(p).replace('**', '')}"
            for p in op_waarde
        ]
        zinnen += [f"Op volgorde: {'; '.join(volgorde)}.", *self._verteller.voorbehoud(winnaars)]
        svg, alt = self._verteller.beeld(op_waarde, liggend=True)
        return self._verteller.antwoord(zinnen, op_waarde, op_waarde, svg, alt)

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

    def veranderingen(self, vraag: Cijfervraag) -> Cijferantwoord:
        """Where a figure rose and where it fell, municipality by municipality."""
        reeksen = self._kiezer.per_gemeente(vraag)
        zin = self._vergelijker.veranderingen(reeksen)
        if not zin:
            return self._niet_te_ordenen(replace(vraag, vergelijking=None))
        punten = [p for reeks in reeksen for p in (reeks[0], reeks[-1])]
        return self._verteller.antwoord([zin, *self._verteller.voorbehoud(punten)], punten, punten, None, None)

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
