"""A school that is yet to come, though it is not called the next one in so many words."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolnamen import Schoolnamen
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband


class Schooltoekomst:
    """Tells of one school mention whether it is ahead, from the time and the verbs around it."""

    def __init__(self, namen: Schoolnamen) -> None:
        self._namen = namen
        self._verhaal = namen.duider.verhaal

    def komt_nog(self, v: Vermelding, van: int, tot: int) -> bool:
        """ "pro, na de zomer entree": a time to come, no verb of the past, and another school that is the present one."""
        straks, toen = self._straks(v, van, tot), verband("toen_school")
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        gedaan = self._verhaal.sein("gedaan", zin, van) and not verband("nog_bezig") & self._verhaal.tussen(zin, van)
        eerder = self._verhaal.sein("verleden", zin, van) or self._verhaal.sein("herkomst", zin, van) or gedaan
        eerder = eerder or any(zin <= a.van < v.van and self._namen.is_diploma(a) for a in self._namen.alle)
        if {self._verhaal.norm(p) for p in straks} == {"daarna"} and eerder:
            return False  # "eerder havo, daarna mbo 4": told in order, all of it past
        return bool(straks) and self._namen.naast_andere(v) and not toen & self._verhaal.tussen(van, tot)

    def begint(self, v: Vermelding, begin: int, tot: int) -> bool:
        """ "start na de zomer op niveau 2": what is yet to begin is the next school, also when none is named before it."""
        begint = verband("begint") & self._verhaal.tussen(begin, v.van)
        return bool(begint) and bool(self._verhaal.sein("toekomst", begin, tot))

    def volgt(self, v: Vermelding, van: int, tot: int) -> bool:
        """ "vso, volgt straks entree": a present tense with a time to come right before the school."""
        nu = verband("nu_anders") & self._verhaal.tussen(van, tot)
        ingeschreven = verband("aangemeld") & self._verhaal.tussen(van, v.van)
        vlak_voor = self._verhaal.sein("toekomst", van if ingeschreven else max(van, v.van - 4), v.van)
        return bool(vlak_voor) and not nu and self.komt_nog(v, van, tot)

    def _straks(self, v: Vermelding, van: int, tot: int) -> list[int]:
        """A time to come before the school ("volgend jaar: entree") or, when no verb is near, right behind it."""
        if self._verhaal.norm(van) == ":" and van:
            van, _ = self._verhaal.indeling.grenzen(van - 1)
        erna = self._verhaal.sein("toekomst", v.tot, min(v.tot + 3, tot))
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(van, tot))
        return self._verhaal.sein("toekomst", van, v.van) or (erna if los else [])

    def vervolgt(self, v: Vermelding, begin: int, tot: int) -> bool:
        """ "wil na de zomer naar het Graafschap College, niveau 4": an aside to a going that names no school type."""
        if not begin or self._verhaal.norm(begin) not in (",", "(") or v.van - begin > 2 or tot - v.tot > 2:
            return False
        vorig, einde = self._verhaal.indeling.grenzen(begin - 1)
        zelf = any(vorig <= a.van < einde for a in self._namen.alle)
        gaat = self._verhaal.sein("wens", vorig, einde) or self._verhaal.sein("plan", vorig, einde)
        erheen = bool(gaat) and "naar" in self._verhaal.tussen(vorig, einde)
        aangemeld = verband("aangemeld") & self._verhaal.tussen(vorig, einde)
        return (erheen or bool(aangemeld)) and not zelf and self._namen.andere_nu(v)
