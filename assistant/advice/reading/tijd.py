"""When it holds: what is over, and what still goes on."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: What stands within so many words of the start of a clause, its sign included, sets its time.
_VOORAAN = 4
#: A clause of so few words, its sign included, only leads to the next one.
_AANLOOP = 3


class Tijd:
    """Tells past from present in one text."""

    def __init__(self, verhaal: Verhaal) -> None:
        self.verhaal = verhaal

    def is_verleden(self, van: int, tot: int) -> bool:
        """Past tense or "vroeger" in the clause, unless the clause says that it still holds."""
        if self.verhaal.norm(van - 1) == "met" and self.verhaal.norm(van - 2) in verband("opgehouden"):
            return True
        begin, einde = self.verhaal.indeling.grenzen(van)
        if self._daarna_voorbij(einde, tot) or self.geloofde(van):
            return True
        voorbij = [
            p for p in self.verhaal.sein("verleden", begin, einde)
            if not van <= p < tot and not self._liever(p) and not self._eerst_nog(p, einde)
        ]  # fmt: skip
        nu = self.verhaal.sein("nu", begin, einde)
        voorbij = voorbij or self._nog_toen(begin, einde)
        if len(voorbij) > 1 or verband("toen") & {self.verhaal.norm(p) for p in voorbij}:
            nu = [p for p in nu if self.verhaal.norm(p) != "nog" or self.verhaal.norm(p + 1) == "steeds"]
        return bool(voorbij) and not nu and not self._werkt_na(voorbij, einde)

    def _werkt_na(self, voorbij: list[int], einde: int) -> bool:
        """ "psychose gehad, nu thuis met medicatie", "..., nog steeds ernstig ziek": it happened, and is not over."""
        if not {self.verhaal.norm(p) for p in voorbij} <= {"gehad", "had"} or einde >= len(self.verhaal.woorden):
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        nu = {"nu", "nog"} & self.verhaal.tussen(begin, begin + _VOORAAN)
        gevolg = bool(verband("naweeen") & self.verhaal.tussen(begin, slot))
        if not gevolg and slot - begin <= _AANLOOP and slot < self.verhaal.indeling.zinsgrenzen(begin)[1]:
            begin, slot = self.verhaal.indeling.grenzen(slot)  # "psychose gehad, ernstig, nu weer thuis bij ouders"
            nu = {"nu", "nog"} & self.verhaal.tussen(begin, begin + _VOORAAN)
            gevolg = bool(verband("naweeen") & self.verhaal.tussen(begin, slot))
        if gevolg and not nu and slot - begin <= _AANLOOP and slot < self.verhaal.indeling.zinsgrenzen(begin)[1]:
            nu = {"nu", "nog"} & self.verhaal.tussen(slot, slot + _VOORAAN)  # "gehad, medicatie, kan nog niet veel aan"
        return bool(nu) and gevolg

    def is_over(self, v: Vermelding) -> bool:
        """ "gestopt vanwege een burn-out. Die is gelukkig voorbij": the next sentence takes the problem up and closes it."""
        _, einde = self.verhaal.indeling.zinsgrenzen(v.van)
        if v.begrip.soort == "problemen" and self.verhaal.sein("afgesloten", *self.verhaal.indeling.grenzen(v.van)):
            return True  # "de behandeling is afgesloten"
        if v.begrip.soort == "problemen" and self._later_voorbij(v):
            return True
        if v.begrip.soort != "problemen" or self.verhaal.norm(einde + 1) not in verband("dat_daar"):
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        alles = verband("alles") & self.verhaal.tussen(begin, slot)  # "dat is allemaal voorbij"
        later = not alles and any(v.tot <= a.van < einde for a in self.verhaal.van_soort("problemen"))
        return not later and any(self.verhaal.sein(naam, begin, slot) for naam in ("voorbij", "voorbij_ook"))

    def _later_voorbij(self, v: Vermelding) -> bool:
        """ "ruzie thuis en schulden; de schulden zijn inmiddels afgelost": named, perhaps once more, and closed."""
        woord = self.verhaal.norm(v.van)
        zelfde = (
            a for a in self.verhaal.van_soort("problemen") if a.van >= v.van and self.verhaal.norm(a.van) == woord
        )
        return any(self._afgesloten(a.tot, self.verhaal.indeling.grenzen(a.van)[1]) for a in zelfde)

    def _afgesloten(self, van: int, einde: int) -> bool:
        niet = self.verhaal.sein("ontkenning", van, einde)  # "zijn nog niet opgelost"
        return bool(self.verhaal.sein("voorbij", van, einde)) and not niet

    def geloofde(self, nr: int) -> bool:
        """ "ik dacht: die valt uit", "ik dacht dat hij naar mbo 2 ging", "we dachten aan werk, maar": believed once."""
        begin, einde = self.verhaal.indeling.grenzen(nr)
        if "maar" in (self.verhaal.norm(einde), self.verhaal.norm(einde + 1)) and self.verhaal.sein(
            "geloofde", begin, nr
        ):
            return "aan" in self.verhaal.tussen(begin, nr + 1)
        if not begin or self.verhaal.norm(begin) not in (":", "dat"):
            return False
        return bool(self.verhaal.sein("geloofde", *self.verhaal.indeling.grenzen(begin - 1)))

    def _nog_toen(self, begin: int, einde: int) -> list[int]:
        """ "vorig jaar ging het mis, bijna gestopt": a clause without a verb stays in the time of the one before it."""
        zin, _ = self.verhaal.indeling.zinsgrenzen(begin)
        if begin == zin or any(is_persoonsvorm(self.verhaal.norm(n)) for n in range(begin, einde)):
            return []
        vorig, tot = self.verhaal.indeling.grenzen(begin - 1)
        if self.verhaal.sein("nu", vorig, tot):  # "sinds vorig jaar uitgeschreven, geen werk"
            return []
        vooraan = self.verhaal.sein("verleden", vorig, min(vorig + _VOORAAN, tot))  # not "gestopt toen ze ziek werd"
        return [p for p in vooraan if self.verhaal.norm(p) in verband("toen")]

    def _liever(self, plek: int) -> bool:
        """ "denkt eerder aan werk": rather, not before."""
        return self.verhaal.norm(plek) == "eerder" and self.verhaal.norm(plek + 1) in verband("eerder_dan")

    def _eerst_nog(self, plek: int, einde: int) -> bool:
        """ "eerst het diploma halen": with an infinitive and no finite verb it is still to come."""
        if self.verhaal.norm(plek) != "eerst":
            return False
        rest = [self.verhaal.norm(n) for n in range(plek + 1, einde) if self.verhaal.woorden[n].soort == "woord"]
        if verband("diplomawoord") & set(rest[:3]) and not any(map(is_persoonsvorm, rest)):
            return True  # "eerst mijn diploma"
        return bool(rest) and rest[-1] in werkwoorden() and not any(map(is_persoonsvorm, rest[:-1]))

    def _daarna_voorbij(self, einde: int, tot: int) -> bool:
        """ "burn-out, inmiddels hersteld", "schulden, maar dat is opgelost": the next clause closes it."""
        if einde >= len(self.verhaal.woorden) or any(v.van >= tot and v.van < einde for v in self.verhaal.vermeldingen):
            return False
        begin, slot = self.verhaal.indeling.grenzen(einde)
        if slot - begin <= _AANLOOP and slot < len(self.verhaal.woorden):  # "maar goed, dat was vorig jaar"
            _, slot = self.verhaal.indeling.grenzen(slot)
        eigen = any(begin <= v.van < slot for v in self.verhaal.vermeldingen)
        eigen = eigen or bool(verband("gebeurtenis") & self.verhaal.tussen(begin, slot))
        return not eigen and bool(
            self.verhaal.sein("voorbij", begin, slot) or self.verhaal.sein("voorbij_ook", begin, slot)
        )
