"""A step from one school to another: taken, planned or fallen through."""

from __future__ import annotations

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolplek import Rol
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.woordenschat import verband

#: A clause goes on behind brackets that close within so many words.
_TUSSENZIN = 8


class Schoolstap:
    """Tells of the clause around a school whether it is gone to, left or only meant to be."""

    def __init__(self, duider: Duider) -> None:
        self._duider, self._verhaal = duider, duider.verhaal

    def voordat(self, v: Vermelding, begin: int) -> Rol | None:
        """ "voordat hij het mbo in ging (niveau 3) was hij leerling van de mavo": the step that was taken, and before it."""
        zin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        plek = next((n for n in range(zin, einde) if self._verhaal.norm(n) == "voordat"), None)
        if plek is None:
            return None
        _, slot = self._verhaal.indeling.grenzen(plek)
        if not verband("ging_toen") & self._verhaal.tussen(plek, slot):
            return None
        if plek < v.van < (self._dicht(slot) or slot):
            return "nu"
        return "vroeger" if verband("ging_toen") & self._verhaal.tussen(begin, v.van) else None

    def is_overgestapt(self, v: Vermelding) -> bool:
        """ "van pro naar entree (Summa) gegaan", "de overstap naar pro heeft hij (16) gemaakt": told around an aside."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        slot = self._om_haakjes(einde)
        if slot == einde:
            return False
        gemaakt = "overstap" in self._verhaal.tussen(begin, v.van) and "gemaakt" in self._verhaal.tussen(einde, slot)
        return gemaakt or bool(self._verhaal.sein("overgestapt", einde, slot))

    def vooruit(self, begin: int, einde: int, *, wens: bool) -> Rol:
        """ "naar entree" is ahead, unless the change has been made ("is naar entree gegaan")."""
        if wens:
            return "wens"
        if self._als_plan(begin):
            return "bestemming"
        komt_nog = self._verhaal.sein("toekomst", begin, einde) and verband("nog_niet_over") & self._verhaal.tussen(
            begin, einde
        )
        return "nu" if self._verhaal.sein("overgestapt", begin, einde) and not komt_nog else "bestemming"

    def plan_vervallen(self, v: Vermelding, begin: int) -> bool:
        """ "het was de bedoeling dat hij naar niveau 2 ging", unless "dat gaat ook gewoon door"."""
        if not self._als_plan(begin) or "naar" not in self._verhaal.tussen(begin, v.van):
            return False
        door = (
            self._verhaal.indeling.grenzen(p)
            for p in self._verhaal.sein("gaat_door", v.tot, len(self._verhaal.woorden))
        )
        return all(self._verhaal.sein("ontkenning", *deel) for deel in door)

    def vertrekpunt(self, begin: int, van: int, v: Vermelding) -> bool:
        """ "gaat van pro naar entree", "wil na het pro werken": still the present school."""
        verhaal = self._verhaal
        if not verband("vertrekpunt") & verhaal.tussen(max(van, v.van - 2), v.van):
            return False
        _, einde = verhaal.indeling.grenzen(v.van)
        einde = self._om_haakjes(einde)
        if self._als_plan(begin) and "naar" in verhaal.tussen(v.tot, einde):
            return True
        if verhaal.sein("overgestapt", begin, einde) or verhaal.sein("gedaan", begin, einde):
            return False
        if "overstap" in verhaal.tussen(begin, v.van) and "gemaakt" in verhaal.tussen(v.tot, einde):
            return False  # "de overstap van de eoa naar het pro heeft hij gemaakt"
        if self._gaan_doen(begin, einde):
            return False
        return bool(verband("vooruit") & verhaal.tussen(begin, einde))

    def van_naar(self, v: Vermelding) -> bool:
        """ "switcht na de kerst van niveau 4 naar niveau 3": one change, told as a whole."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        return "van" in self._verhaal.tussen(v.van - 2, v.van) and "naar" in self._verhaal.tussen(v.tot, einde)

    def _als_plan(self, begin: int) -> bool:
        """ "het was de bedoeling | dat hij van entree naar niveau 2 ging": what was meant to happen has not happened."""
        bijzin = self._duider.bijzin(begin)
        if bijzin is None:
            return False
        return bool(self._verhaal.sein("plan_was", *self._verhaal.indeling.grenzen(bijzin - 1)))

    def _gaan_doen(self, begin: int, einde: int) -> bool:
        """ "na de isk is hij entree gaan doen": a step that was taken."""
        norm = self._verhaal.norm
        return any(
            norm(n) == "gaan" and norm(n - 1) != "te" and norm(n + 1) in werkwoorden() and n + 1 < einde
            and bool(verband("voltooid") & self._verhaal.tussen(begin, n))
            and not self._verhaal.sein("wens", begin, n)
            for n in range(begin, einde)
        )  # fmt: skip

    def _om_haakjes(self, einde: int) -> int:
        """Where a clause that an aside in brackets interrupts goes on to: "van pro naar entree (Summa) gegaan"."""
        dicht = self._dicht(einde)
        if dicht is None or dicht + 1 >= len(self._verhaal.woorden):
            return einde
        return self._verhaal.indeling.grenzen(dicht + 1)[1]

    def _dicht(self, einde: int) -> int | None:
        """Where the aside in brackets closes that opens at the end of a clause."""
        if self._verhaal.norm(einde) != "(":
            return None
        return next((n for n in range(einde, einde + _TUSSENZIN) if self._verhaal.norm(n) == ")"), None)
