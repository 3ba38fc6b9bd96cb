"""Saying that the sources do not tell a figure, and what they do tell: names, never values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.figures import years
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.selection import Kiezer
from knowledge.figures.table import GEREALISEERD, LAND, Rij, Tabel, jaren_van, van_jaren
from knowledge.figures.wording import Verwoorder
from knowledge.model import Observatie, Vindplaats

_MEEST_IN_TEKST = 12


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


class Weigeraar:
    """Answers for what is not there."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden, kiezer: Kiezer, woord: Verwoorder) -> None:
        self._tabel, self._gebieden, self._kiezer, self._woord = tabel, gebieden, kiezer, woord

    def gemist(self, vraag: Cijfervraag, gebied: str) -> str:
        """What is missing, as the end of a sentence."""
        naam = self._tabel.indicatoren[vraag.indicatoren[0]]
        wanneer = " en ".join(years.in_woorden(j) for j in vraag.jaren)
        wat = self._woord.onderwerp(naam, vraag.uitsplitsing, vraag.status or "")
        zin = " ".join(d for d in (wat, self._woord.gebied(gebied), wanneer) if d)
        return f"niet in de bron: {zin}."

    def weiger(self, vraag: Cijfervraag, gebieden: Sequence[str]) -> Cijferantwoord:
        """What the source does not tell, and which years or areas it does: names, never their values."""
        gebied = gebieden[0] if gebieden else vraag.regio or LAND
        bekend = self._kiezer.rijen(vraag, gebied)
        zinnen = [f"Dat cijfer staat {self.gemist(vraag, gebied)}"]
        jaren = self._bekende_jaren(bekend)
        if jaren:
            zinnen.append(f"Wel bekend: {_opsomming(jaren)}.")
        zinnen.append(self._wel_als_streven(vraag, gebied))
        if not jaren:
            zinnen.append(self._wel_elders(vraag, gebied))
            bekend = self._in_de_buurt(vraag)
        bronnen = bronnen_van(self._tabel.observaties[r.id] for r in bekend[:3])
        return Cijferantwoord("\n\n".join(z for z in zinnen if z), bronnen, [], gevonden=False)

    @staticmethod
    def _bekende_jaren(rijen: Sequence[Rij]) -> list[str]:
        standen: dict[str, str] = {}
        for rij in rijen:
            if rij.bruikbaar and rij.jaar:
                standen.setdefault(rij.jaar, rij.status)
        paren = sorted(standen.items(), key=lambda p: years.grenzen(p[0]))
        namen = {"voorlopig": " (voorlopig)", "streefwaarde": " (streefcijfer)", "norm": " (norm)"}
        return [jaar + namen.get(status, "") for jaar, status in paren]

    def _wel_als_streven(self, vraag: Cijfervraag, gebied: str) -> str:
        if vraag.status is not None:
            return ""
        keuze = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio)
        streven = van_jaren([r for r in keuze if r.status == "streefwaarde"], vraag.jaren)
        if not streven or not any(r.status in GEREALISEERD for r in keuze):
            return ""
        voor = _opsomming(jaren_van(streven))
        return f"Er is wel een streefcijfer voor {voor}. Vraag daarnaar als u dat bedoelt."

    def _in_de_buurt(self, vraag: Cijfervraag) -> list[Rij]:
        zelfde = self._tabel.van(vraag.indicatoren)
        return [r for r in zelfde if r.regio == vraag.regio] or zelfde

    def _wel_elders(self, vraag: Cijfervraag, gebied: str) -> str:
        """For which areas, or for which parts of this area, the figure is known."""
        buurt = [r for r in self._in_de_buurt(vraag) if r.bruikbaar]
        hier = [r for r in buurt if r.gebied == gebied]
        if hier and vraag.uitsplitsing:
            delen = [self._woord.deel(u) or "het totaal" for u in dict.fromkeys(r.uitsplitsing for r in hier)]
            return f"Wel bekend, voor: {_opsomming(delen[:_MEEST_IN_TEKST])}."
        gebieden = [g for g in dict.fromkeys(r.gebied for r in buurt) if g != gebied]
        namen = [LAND if g == LAND else self._gebieden.naam(g) for g in gebieden]
        return f"Wel bekend, voor: {_opsomming(namen[:_MEEST_IN_TEKST])}." if namen else ""


def _opsomming(delen: Sequence[str]) -> str:
    return " en ".join([", ".join(delen[:-1]), delen[-1]]) if len(delen) > 1 else "".join(delen)


def bronnen_van(observaties: Iterable[Observatie]) -> list[Vindplaats]:
    """The sources of figures, each once."""
    return list(dict.fromkeys(b for o in observaties for b in o.bronnen))


def voeg_samen(antwoorden: Sequence[Cijferantwoord]) -> Cijferantwoord:
    """Several answers as one; found when one of them is."""
    tabel = [rij for a in antwoorden for rij in a.tabel or ()]
    return Cijferantwoord(
        tekst="\n\n".join(dict.fromkeys(a.tekst for a in antwoorden)),
        bronnen=list(dict.fromkeys(b for a in antwoorden for b in a.bronnen)),
        observaties=list(dict.fromkeys(o for a in antwoorden for o in a.observaties)),
        tabel=tabel or None,
        gevonden=any(a.gevonden for a in antwoorden),
    )
