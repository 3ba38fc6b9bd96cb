"""Telling figures: the sentences, the table and the picture of the points that answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.figures import chart, years
from knowledge.figures.compare import Vergelijker
from knowledge.figures.parsed import GEMIDDELDE, SOM
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.refusal import Cijferantwoord, Weigeraar, bronnen_van
from knowledge.figures.selection import Keuze, Kiezer
from knowledge.figures.table import LAND, STREVEN, Tabel
from knowledge.figures.wording import Punt, Verwoorder

_MEEST_IN_TEKST = 12
_MINST_IN_BEELD = 3


class Verteller:
    """Makes an answer of points of the table."""

    def __init__(
        self, tabel: Tabel, gebieden: Gebieden, woord: Verwoorder, kiezer: Kiezer, weigeraar: Weigeraar
    ) -> None:
        self._tabel, self._gebieden, self._woord = tabel, gebieden, woord
        self._kiezer, self._weigeraar = kiezer, weigeraar
        self._vergelijker = Vergelijker(woord)

    def vertel(self, vraag: Cijfervraag, keuze: Keuze) -> Cijferantwoord:
        """The chosen points in words, with what must be said beside them."""
        punten = keuze.punten
        zinnen = [self._opening(vraag, punten), self._vergelijker.zin(vraag, punten)]
        if vraag.vergelijking in (SOM, GEMIDDELDE):
            zinnen.reverse()
        zinnen += [*self.voorbehoud(punten), self._van_geheel(vraag, punten)]
        zinnen += [self._andere_jaren(keuze), self._zonder_cijfer(vraag, punten)]
        zinnen += [f"Staat {self._weigeraar.gemist(vraag, g)}" for g in keuze.gemist]
        if vraag.status is None and any(p.status in STREVEN for p in punten) and self._wil_uitkomst(punten):
            zinnen.append("Een gerealiseerd cijfer staat hiervoor niet in de bron.")
        tabel = [*punten, *keuze.reeks] if len(punten) + len(keuze.reeks) > 1 else []
        tabel.sort(key=lambda p: (p.gebied == LAND, p.gebied, years.grenzen(p.jaar)))
        svg, alt = self.beeld(punten) if vraag.vergelijking == "reeks" or len(vraag.jaren) > 2 else (None, None)
        return self.antwoord(zinnen, [*punten, *keuze.reeks], tabel, svg, alt)

    def antwoord(
        self, zinnen: Iterable[str], gebruikt: Sequence[Punt], tabel: Sequence[Punt], svg: str | None, alt: str | None
    ) -> Cijferantwoord:
        """Sentences with the sources of the points that were used, a table and a picture."""
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
    def voorbehoud(punten: Sequence[Punt]) -> list[str]:
        """What must be said with the figures, each reservation once."""
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

    def beeld(self, punten: Sequence[Punt], liggend: bool = False) -> tuple[str | None, str | None]:
        """A picture of the points in one unit, when there are enough of them."""
        hoofden = [(p, p.hoofd) for p in punten if p.hoofd is not None and p.hoofd.waarde is not None]
        if len({o.indicator for _, o in hoofden}) != 1 or len(hoofden) < _MINST_IN_BEELD:
            return None, None
        namen = [self.naam_in_beeld(p, punten) for p, _ in hoofden]
        eerste = hoofden[0][1]
        titel = self._woord.onderwerp(self._woord.indicator(eerste), (), punten[0].status)
        titel = titel[0].upper() + titel[1:]
        delen = [
            f"{naam}: {self._woord.waarden(p).replace('**', '')}" for naam, (p, _) in zip(namen, hoofden, strict=True)
        ]
        alt = f"Staafdiagram. {titel}. {'; '.join(delen)}."
        staven = [(naam, o.waarde) for naam, (_, o) in zip(namen, hoofden, strict=True) if o.waarde is not None]
        return chart.staafgrafiek(titel, alt, eerste.eenheid, staven, liggend), alt

    def naam_in_beeld(self, punt: Punt, punten: Sequence[Punt]) -> str:
        """What tells one of several points from the others: its area, year or part."""
        gebied = "Nederland" if punt.gebied == LAND else self._gebieden.naam(punt.gebied)
        delen = [
            gebied if len({p.gebied for p in punten}) > 1 else "",
            punt.jaar if len({p.jaar for p in punten}) > 1 else "",
            self._woord.deel(punt.uitsplitsing) if len({p.uitsplitsing for p in punten}) > 1 else "",
        ]
        naam = " ".join(d for d in delen if d) or gebied
        return f"{naam} (voorlopig)" if punt.status == "voorlopig" and punt.jaar in naam else naam
