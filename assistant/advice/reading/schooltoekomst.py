"""A school that is yet to come, though it is not called the next one in so many words."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolnamen import Schoolnamen
from assistant.advice.reading.schoolplek import VERVOLG
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: Schools at which a place is settled before one begins.
_NIEUW = (*VERVOLG, "vavo")


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
        plek = verband("schoolplek") & self._verhaal.tussen(van, tot)  # "heeft vanaf september een plek op niveau 2"
        toen = toen - {"heeft"} if plek else toen
        return bool(straks) and self._namen.naast_andere(v) and not toen & self._verhaal.tussen(van, tot)

    def begint(self, v: Vermelding, begin: int, tot: int) -> bool:
        """ "start na de zomer op niveau 2": what is yet to begin is the next school, also when none is named before it."""
        begint = verband("begint") & self._verhaal.tussen(begin, v.van)
        return bool(begint) and bool(self._verhaal.sein("toekomst", begin, tot))

    def geregeld(self, v: Vermelding) -> bool:
        """ "niveau 2 kapper, plaatsingsbewijs is binnen": a place that is settled, at a school that no other is nearer to."""
        zin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        rond = self._verhaal.sein("plaats_rond", zin, einde)
        return v.begrip.naam in _NIEUW and any(self._om_school(p) and self._dichtste(p) is v for p in rond)

    def _om_school(self, plek: int) -> bool:
        """Not past, denied or about a job: "is aangenomen bij een bakker"."""
        begin, einde = self._verhaal.indeling.grenzen(plek)
        anders = any(self._verhaal.sein(naam, begin, einde) for naam in ("ontkenning", "verleden", "onzeker"))
        werk = (d for d in self._verhaal.van_soort("werkplek", "doel", "werk") if begin <= d.van < einde)
        return not anders and not any(d.begrip.soort != "doel" or d.begrip.naam == "arbeid" for d in werk)

    def _dichtste(self, plek: int) -> Vermelding | None:
        """The school behind it in its clause, else the last one before it in its sentence."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(plek)
        _, einde = self._verhaal.indeling.grenzen(plek)
        nieuw = [a for a in self._namen.alle if a.begrip.naam in _NIEUW]
        erna = [a for a in nieuw if plek <= a.van < einde]
        return next(iter(erna), next((a for a in reversed(nieuw) if zin <= a.van < plek), None))

    def daar_straks(self, v: Vermelding) -> bool:
        """ "niveau 3, daar start hij na de zomer": the next clause tells when, or that it is where one goes."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        while self._verhaal.norm(einde) in (")", ","):
            einde += 1
        if einde >= self._verhaal.indeling.zinsgrenzen(v.van)[1]:
            return False
        begin, slot = self._verhaal.indeling.grenzen(einde)
        daar = "daar" in self._verhaal.tussen(begin, begin + 3) and v.begrip.naam in _NIEUW
        if (
            daar
            and verband("gaat") & self._verhaal.tussen(begin, slot)
            and verband("heen") & self._verhaal.tussen(slot - 2, slot)
        ):
            return self._namen.naast_andere(v)  # "niveau 3 wel, daar gaat ze heen"
        begint = verband("begint") | verband("gaat")
        return daar and bool(begint & self._verhaal.tussen(begin, slot) and self._verhaal.sein("toekomst", begin, slot))

    def volgt(self, v: Vermelding, van: int, tot: int) -> bool:
        """ "vso, volgt straks entree": a present tense with a time to come right before the school."""
        straks = self._verhaal.sein("toekomst", van, tot)
        nu = {
            self._verhaal.norm(n)
            for n in range(van, tot)
            if n + 1 not in straks  # "gaat nu in september verder op"
        } & verband("nu_anders")
        ingeschreven = verband("aangemeld") & self._verhaal.tussen(van, v.van)
        vlak_voor = self._verhaal.sein("toekomst", van if ingeschreven else max(van, v.van - 4), v.van)
        return bool(vlak_voor) and not nu and self.komt_nog(v, van, tot)

    def _straks(self, v: Vermelding, van: int, tot: int) -> list[int]:
        """A time to come before the school ("volgend jaar: entree") or, when no verb is near, right behind it."""
        if self._verhaal.norm(van) == ":" and van:
            van, _ = self._verhaal.indeling.grenzen(van - 1)
        erna = self._verhaal.sein("toekomst", v.tot, min(v.tot + 3, tot))
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(van, tot))
        if self._verhaal.norm(self._verhaal.voor(v.van)) == "via":
            return self._verhaal.sein("toekomst", v.tot, tot)  # "via de vavo gaat ze volgend jaar"
        return self._verhaal.sein("toekomst", van, v.van) or (erna if los else [])

    def vervolgt(self, v: Vermelding, begin: int, tot: int) -> bool:
        """ "wil na de zomer naar het Graafschap College, niveau 4": an aside to a going that names no school type."""
        if not begin or self._verhaal.norm(begin) not in (",", "(") or v.van - begin > 2 or tot - v.tot > 2:
            return False
        vorig, einde = self._verhaal.indeling.grenzen(begin - 1)
        if self._gaat_naar_school(vorig, einde):
            return False
        zelf = any(vorig <= a.van < einde for a in self._namen.alle)
        gaat = self._verhaal.sein("wens", vorig, einde) or self._verhaal.sein("plan", vorig, einde)
        erheen = bool(gaat) and "naar" in self._verhaal.tussen(vorig, einde)
        aangemeld = verband("aangemeld") & self._verhaal.tussen(vorig, einde)
        if not zelf and v.begrip.naam in VERVOLG and self._gaat_leren(vorig, einde):
            return True
        return (erheen or bool(aangemeld)) and not zelf and self._namen.andere_nu(v)

    def _gaat_naar_school(self, begin: int, einde: int) -> bool:
        """ "gaat in Nijmegen naar school, mbo 2": attends it."""
        if (self._verhaal.norm(einde - 2), self._verhaal.norm(einde - 1)) != ("naar", "school"):
            return False
        straks = any(self._verhaal.sein(naam, begin, einde) for naam in ("wens", "toekomst"))
        return bool(verband("gaat") & self._verhaal.tussen(begin, einde)) and not straks

    def _gaat_leren(self, begin: int, einde: int) -> bool:
        """ "gaat straks de helpende doen"."""
        gaat = verband("gaat") & self._verhaal.tussen(begin, einde)
        doet = verband("gaat_doen") & self._verhaal.tussen(begin, einde)
        return bool(gaat and doet) and bool(self._verhaal.sein("toekomst", begin, einde))
