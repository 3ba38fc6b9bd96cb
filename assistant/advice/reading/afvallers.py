"""A school that is out: stopped with, left, refused or out of reach."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolnamen import Schoolnamen
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: Within so many words a "let alone" is about the school that it stands by.
_NABIJ = 5


class Afvallers:
    """Tells of one school mention whether it is out, and how."""

    def __init__(self, namen: Schoolnamen) -> None:
        self._namen = namen
        self._duider = namen.duider
        self._verhaal = namen.duider.verhaal

    def ook_gestopt(self, v: Vermelding, einde: int) -> bool:
        """ "havo nooit afgemaakt en daarna mbo 4 ook niet": what was not done with the one school, nor with this one."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        vorige = self._namen.vorige(v)
        ook = self._verhaal.sein("ook_niet", v.tot, min(einde, v.tot + 4))
        return bool(ook and vorige and zin <= vorige.van and self._verhaal.sein("stop", vorige.tot, v.van))

    def daar_gestopt(self, einde: int) -> bool:
        """ "van vmbo-bb naar mbo 2, | daar na de kerst uitgeschreven": what became of where one went."""
        if einde + 1 >= len(self._verhaal.woorden) or self._verhaal.norm(einde) not in (",", "en", "maar"):
            return False
        begin, slot = self._verhaal.indeling.grenzen(einde + 1)
        return "daar" in self._verhaal.tussen(begin, begin + 3) and bool(self._verhaal.sein("stop", begin, slot))

    def stopt_met(self, v: Vermelding) -> bool:
        """ "wil stoppen met niveau 3", "wil van mbo 3 af": one stops with what one is doing, whatever else one has."""
        met = [p for p in self._verhaal.sein("stoppen_met", v.van - 4, v.van) if self._verhaal.norm(p) != "gestopt"]
        _, einde = self._verhaal.indeling.grenzen(v.van)
        eraf = self._verhaal.norm(v.van - 1) == "van" and self._verhaal.norm(v.tot) == "af" and v.tot < einde
        return bool(met) or eraf

    def staat_er_niet(self, v: Vermelding) -> bool:
        """ "staat niet op het roc ingeschreven": named as the place where one no longer is."""
        staat = (f for f in self._verhaal.van_soort("feiten") if f.begrip.naam == "staat-ingeschreven")
        return any(f.van <= v.van and v.tot <= f.tot and self._duider(f).oordeel == "ontkend" for f in staat)

    def is_vertrokken(self, v: Vermelding, van: int) -> bool:
        """ "van het vmbo kader gegaan", "van vmbo basis af": left, unless that is still to come ("gaat van het pro af")."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        if verband("nog_niet_weg") & self._verhaal.tussen(begin, einde):
            return False
        if self._weg_bij(v):
            return True
        weg = self._verhaal.norm(v.tot) in verband("gegaan")
        return weg and bool({"van", "uit"} & self._verhaal.tussen(max(van, v.van - 3), v.van))

    def _weg_bij(self, v: Vermelding) -> bool:
        """ "al drie jaar weg bij vmbo-kader", "weggegaan bij het mbo"."""
        bij = self._verhaal.voor(v.van)
        return self._verhaal.norm(bij) == "bij" and self._verhaal.norm(bij - 1) in verband("weg")

    def valt_af(self, v: Vermelding, begin: int, einde: int) -> bool:
        """A next school that is out: refused, out of reach, or "instead of"."""
        sein = self._verhaal.sein
        if sein("afgewezen", begin, v.van) or sein("in_plaats_van", v.van - 4, v.van):
            return True
        if self._namen.andere_nu(v) and self._duider.geweigerd(v):
            return True
        if self._namen.intake(begin, v.van) and sein("afgewezen", v.tot, self._verhaal.indeling.zinsgrenzen(v.van)[1]):
            return True
        aangemeld = (verband("aangemeld") | verband("aanmelding")) & self._verhaal.tussen(begin, v.van)
        if self._daar_afgewezen(einde) or (aangemeld and self._duider.onhaalbaar(v.tot, einde)):
            return True  # "haar aanmelding voor entree heeft ze weer ingetrokken"
        if any(a < v.van and v.tot < b for a, b in self._verhaal.signalen.get("onhaalbaar", ())):
            return True  # "zit entree er niet in"
        ook = self._verhaal.norm(v.tot) == "ook" and self._valt_mee_af(v)
        return ook or (
            self._namen.naast_andere(v)
            and not self._was_niets(begin, einde)
            and (self._duider.onhaalbaar(v.tot, einde) or self._kort_afgewezen(v, begin, einde))
        )

    def _was_niets(self, begin: int, einde: int) -> bool:
        """ "school was op de mavo ook al niks voor haar", "de havo was al te zwaar": of a school that was, not of a plan."""
        deel = self._verhaal.tussen(begin, einde)
        return "al" in deel and bool(verband("was_daar") & deel)

    def _daar_afgewezen(self, einde: int) -> bool:
        """ "mikte op niveau 3, is daar afgewezen"."""
        if einde >= len(self._verhaal.woorden) or self._verhaal.norm(einde) not in (",", "en", "maar"):
            return False
        begin, slot = self._verhaal.indeling.grenzen(einde)
        return "daar" in self._verhaal.tussen(begin, slot) and bool(self._verhaal.sein("afgewezen", begin, slot))

    def _kort_afgewezen(self, v: Vermelding, begin: int, einde: int) -> bool:
        """ "entree al helemaal niet", "laat staan mbo 2", "slaat entree over"."""
        sein = self._verhaal.sein
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        if sein("laat_staan", max(zin, v.van - _NABIJ), v.van):
            return True
        if sein("ook_niet", v.tot, min(einde, v.tot + 4)):
            return not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
        return bool(verband("slaat_over") & self._verhaal.tussen(begin, einde)) and bool(
            verband("over") & self._verhaal.tussen(v.van - 3, min(einde, v.tot + 3))
        )

    def _valt_mee_af(self, v: Vermelding) -> bool:
        """ "niveau 2 is te hoog, entree ook": the school before this one was out of reach."""
        vorige = self._namen.vorige(v)
        return bool(vorige and self._verhaal.sein("onhaalbaar", vorige.tot, v.van))
