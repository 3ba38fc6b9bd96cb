"""How a goal is meant: the youth's own, denied, turned down, or one of before."""

from __future__ import annotations

from dataclasses import replace

from assistant.advice.reading.doelvoorbij import Doelvoorbij
from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.kader import Kaderlezer
from assistant.advice.reading.lezing import Oordeel
from assistant.advice.reading.wie import ZELF
from assistant.advice.reading.woordenschat import verband

#: So near before a goal stands "heeft geen zin meer in".
_GEEN_ZIN = 6


class Doeloordeel:
    """Judges the goals of one text as any mention is judged, but for what is particular to wishes."""

    def __init__(self, duider: Duider, kader: Kaderlezer) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._kader = kader
        self._voorbij = Doelvoorbij(duider, kader)

    def stand(self, v: Vermelding) -> tuple[bool, Oordeel]:
        """How sure and how meant, what the next clauses take back included."""
        herroeping, oordeel = self._duider.herroeping(v), self(v)
        if herroeping == "onhaalbaar" and oordeel == "genoemd":
            oordeel = "ontkend"
        gevraagd = self._duider.twijfel.vraagt_ernaar(v.van)  # "collega vroeg of zij naar dagbesteding gaat"
        return self._duider(v).zeker and not herroeping and not gevraagd, oordeel

    def __call__(self, v: Vermelding) -> Oordeel:
        """As any mention, but a wish told in the past tense still holds."""
        duiding = self._duider(v)
        ouders_zoeken = self._ouders_zoeken(v)
        if v.begrip.soort == "werkplek" or ouders_zoeken:
            duiding = replace(duiding, ander=ZELF)
        if self._duider.wens_van_ander(v.van) and not ouders_zoeken:
            return "ander-persoon"
        if self._geraden(v):
            return "ander-persoon"
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        if (
            self._verhaal.sein("stop", v.tot, min(v.tot + 2, einde))
            or self._achterhaald(v)
            or self._voorbij(v)
            or self._duider.wou_eerst(v.van)
        ):
            return "verleden"
        if self._afgewezen(v, duiding.ontkend):
            return "ontkend"
        gewenst = self._verhaal.sein("wens", *self._verhaal.indeling.grenzen(v.van)) or self._kader.eerst_dat(v)
        return "genoemd" if gewenst and duiding.oordeel == "verleden" else duiding.oordeel

    def _ouders_zoeken(self, v: Vermelding) -> bool:
        """ "ouders zoeken dagbesteding": for somebody of whom no aim of his own is told, it is what is wanted and can be done."""
        zoekt = verband("zoekt") & self._verhaal.tussen(*self._verhaal.indeling.grenzen(v.van))
        wie = self._duider.houder.van[v.van]
        if v.begrip.naam != "dagbesteding" or not zoekt or (wie and wie not in verband("ouder")) or self._weigert(v):
            return False
        andere = (
            a for a in self._verhaal.van_soort("doel") if a.begrip.naam != "dagbesteding" and self._kader(a) == "wens"
        )
        return not any(not self._duider(a).ontkend and not self._duider.wens_van_ander(a.van) for a in andere)

    def _weigert(self, v: Vermelding) -> bool:
        """ "ouders willen dagbesteding, hij wil dat niet"."""
        _, nr = self._verhaal.indeling.grenzen(v.van)
        _, zin = self._verhaal.indeling.zinsgrenzen(v.van)
        return bool(self._verhaal.sein("wens", nr, zin)) and self._kader.ontkend(nr, zin)

    def _geraden(self, v: Vermelding) -> bool:
        """ "ik zou zeggen: ga werken. Maar hij wil een diploma": the writer's counsel, and the youth's wish behind it."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.norm(begin) == ":":
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)
        if not self._verhaal.sein("raad", begin, v.van):
            return False
        later = (a for a in self._verhaal.van_soort("doel") if a.van >= v.tot and a.begrip.naam != v.begrip.naam)
        return any(self._kader(a) == "wens" and not self._duider(a).ander for a in later)

    def _achterhaald(self, v: Vermelding) -> bool:
        """ "Eerst riep hij dat hij wou werken. Nu wil hij ...": a sentence about before, and another goal after it."""
        zin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        vooraan = self._verhaal.sein("verleden", zin, min(zin + 4, v.van))
        later = (a for a in self._verhaal.van_soort("doel") if a.van >= einde and self._kader.sein(einde, a.van))
        if vooraan and any(a.begrip.naam != v.begrip.naam for a in later):
            return True
        return self._wilde_toen(v, zin, bool(vooraan))

    def _wilde_toen(self, v: Vermelding, zin: int, vooraan: bool) -> bool:
        """ "gaat entree doen. Vorig jaar wilde hij nog werken", "collega schreef dat hij wilde werken, maar hij blijft hier"."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        ervoor = self._verhaal.tussen(zin, v.van)
        bericht = bool(verband("zei_eerder") & ervoor) and "dat" in ervoor
        if not (verband("wilde") & self._verhaal.tussen(begin, v.van) and (vooraan or bericht)):
            return False
        anders = (a for a in self._verhaal.van_soort("doel", "school") if a.begrip.naam != v.begrip.naam)
        return any(self._van_nu(a) for a in anders)

    def _van_nu(self, a: Vermelding) -> bool:
        """A goal or a school that one goes to or stays at, not one that was wished for then."""
        begin, einde = self._verhaal.indeling.grenzen(a.van)
        gaat = self._kader.sein(begin, a.van) or a.begrip.naam == "blijven"
        return bool(gaat) and not verband("wilde") & self._verhaal.tussen(begin, einde) and not self._duider(a).ontkend

    def _afgewezen(self, v: Vermelding, ontkend: bool) -> bool:
        """Denied, out of reach, stopped with, or the lesser of two: "liever werken dan leren"."""
        verhaal = self._verhaal
        begin, einde = verhaal.indeling.grenzen(v.van)
        if (
            ontkend
            or self._duider.onhaalbaar(v.tot, einde)
            or (v.begrip.naam == "diploma" and verhaal.sein("haalt_niet", v.tot, einde))
            or self._geweigerd(v)
            or verhaal.sein("in_plaats_van", v.van - 4, v.van)
        ):
            return True
        if verhaal.sein("stoppen_met", v.van - 3, v.van) or verhaal.norm(v.tot) in verband("stopt_ermee"):
            return True
        if verhaal.sein("ook_niet", v.tot, v.tot + 2) and verhaal.norm(v.tot) == "evenmin":
            return True  # "leren wil hij niet, werken evenmin"
        if verhaal.sein("geen_zin_in", max(begin, v.van - _GEEN_ZIN), v.van):
            return True
        niets = {"niets", "niks"} & verhaal.tussen(v.van - 5, v.van)  # "wil niets liever dan haar diploma"
        minder = "dan" in verhaal.tussen(v.van - 3, v.van) and not niets
        zin, _ = verhaal.indeling.zinsgrenzen(v.van)
        return minder and bool(verband("beter_dan") & verhaal.tussen(zin, v.van))

    def _geweigerd(self, v: Vermelding) -> bool:
        """A change of school that was refused; who is refused a job may look for another."""
        return v.begrip.naam == "overstap" and self._duider.geweigerd(v)
