"""How far a question reaches: its areas and years, named or taken from the question before."""

from __future__ import annotations

from knowledge.figures import years
from knowledge.figures.parsed import GEMIDDELDE, NAAST_STREVEN, REST, SOM, Gelezen, naast_regio
from knowledge.figures.places import Gebieden
from knowledge.figures.question import Cijfervraag
from knowledge.figures.table import LAND, STREVEN, Tabel, jaren_van, met_status


class Reikwijdte:
    """Areas, years and region of a question, as far as the table knows them."""

    def __init__(self, tabel: Tabel, gebieden: Gebieden) -> None:
        self._tabel, self._gebieden = tabel, gebieden

    def gebieden_en_vergelijking(self, gelezen: Gelezen, regio: str | None) -> tuple[tuple[str, ...], str | None]:
        """Named areas with the comparison; 'landelijk' is an area by itself and a comparison beside another."""
        gebieden = tuple(gelezen.gebieden)
        if gelezen.status in STREVEN and gelezen.naast and not gelezen.vergelijking:
            return gebieden, NAAST_STREVEN
        if gelezen.landelijk and (gebieden or gelezen.eigen or gelezen.naast or gelezen.vergelijking == "verschil"):
            return gebieden or ((regio,) if regio else ()), "landelijk"
        if gelezen.landelijk:
            return (LAND,), None if gelezen.vergelijking == REST else gelezen.vergelijking
        if naast_regio(gelezen) and gelezen.vergelijking in (None, GEMIDDELDE, REST, "verschil"):
            eigen = self._gebieden.regio_van(gebieden[0])
            return tuple(dict.fromkeys(filter(None, (*gebieden, eigen)))), "verschil"
        if gelezen.heel and len(gebieden) > 1 and not gelezen.vergelijking:
            return gebieden, SOM
        if gelezen.vergelijking is None and (len(gelezen.jaren) > 1 or len(gebieden) > 1) and gelezen.naast:
            return gebieden, "verschil"
        if not gebieden and gelezen.eigen and regio:
            gebieden = () if gelezen.vergelijking in ("hoogste", "laagste") else (regio,)
        return gebieden, gelezen.vergelijking

    def regio(self, gebieden: tuple[str, ...], regio: str | None) -> str | None:
        """The region whose document goes first: that of the named area, else the user's own."""
        return next((r for g in gebieden if (r := self._gebieden.regio_van(g))), regio)

    def jaren(self, gelezen: Gelezen, vorige: Cijfervraag | None) -> tuple[str, ...]:
        """The years that are named, counted from the question before, or carried over from it."""
        if gelezen.jaren:
            return gelezen.jaren
        if gelezen.hele_periode and (periode := self._periode(gelezen, vorige)):
            return periode
        if vorige is None or gelezen.laatste:
            return ()
        eerder = vorige.jaren or self.laatste_jaar(vorige)
        if gelezen.schuif:
            anker = eerder[-1:] if gelezen.schuif > 0 else eerder[:1]
            return tuple(years.schuif(j, gelezen.schuif) for j in anker)
        return () if gelezen.vergelijking in ("reeks", "verschil") else eerder

    def periode_van_deel(self, vorige: Cijfervraag) -> tuple[str, ...]:
        """The period over which there is a total of the part that was asked; none when that was shown."""
        rijen = self._tabel.kies(vorige.indicatoren, None, vorige.uitsplitsing, vorige.regio)
        jaren = {r.jaar for r in rijen if r.jaar and years.is_periode(r.jaar)}
        return () if jaren <= set(vorige.jaren) or not any(r.jaar not in jaren for r in rijen) else tuple(sorted(jaren))

    def _periode(self, gelezen: Gelezen, vorige: Cijfervraag | None) -> tuple[str, ...]:
        """The whole period that there is a figure for, of the asked place or else of any."""
        indicatoren = vorige.indicatoren if vorige else self._tabel.groep(gelezen.indicator or "")
        regio = vorige.regio if vorige else gelezen.regio
        waar = set(gelezen.gebieden) or ({regio} if regio else set())
        rijen = [r for r in self._tabel.van(indicatoren) if {r.gebied, r.regio} & waar or not waar]
        jaren = {r.jaar for r in rijen if r.jaar and years.is_periode(r.jaar)}
        return tuple(sorted(jaren))

    def laatste_jaar(self, vraag: Cijfervraag) -> tuple[str, ...]:
        """The last year that is known, which is shown for a question that names none."""
        gebied = vraag.gebieden[0] if vraag.gebieden else vraag.regio
        keuze = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio)
        jaren = jaren_van(met_status([r for r in keuze if r.bruikbaar], vraag.status))
        laatste = max(jaren, key=years.einde, default="")
        return (laatste,) if laatste and not years.is_periode(laatste) else ()

    def heeft_jaren(self, indicatoren: tuple[str, ...], jaren: tuple[str, ...]) -> bool:
        """Whether an indicator is known for those years at all, so that they can be carried over."""
        bekend = {r.jaar for r in self._tabel.van(indicatoren)}
        return any(years.past(j, eigen) for j in jaren for eigen in bekend)
