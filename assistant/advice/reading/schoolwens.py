"""Whether a school stands in a wish, and whether what is wished for is to go there or to stay."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolnamen import Schoolnamen
from assistant.advice.reading.schoolplek import VAVO_SOORT, VERVOLG
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: "wil hij nu": so near to the wish a "nu" belongs to it.
_VLAK_NA_WENS = 2
#: What stands between a wish and "dat is niveau 2".
_VERBINDT = (",", "en", "(")


class Schoolwens:
    """Reads the wishes around one school mention."""

    def __init__(self, namen: Schoolnamen) -> None:
        self._namen = namen
        self._verhaal = namen.duider.verhaal

    def geerfd(self, begin: int) -> bool:
        """A clause without a verb of its own, or "en dat is", goes on with the wish of the clause before."""
        if self._noemt_bij_naam(begin):
            return True
        if begin and self._verhaal.norm(begin) == "," and self._gaat_voort(begin):
            vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
            return self._zonder_werkwoord(begin) and bool(self._verhaal.sein("wens", vorig, tot))
        if begin and self._verhaal.norm(begin) in (":", "of"):  # "hij twijfelt: of werken of toch entree"
            vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
            if verband("twijfelwerkwoord") & self._verhaal.tussen(vorig, tot) or self._verhaal.sein(
                "keuze", vorig, tot
            ):
                return True
        if begin and self._verhaal.norm(begin) == ":" and self._licht_toe(begin):
            return True
        if begin == 0 or self._verhaal.norm(begin) in (".", "!", "?", "\n", ";", ","):
            return False
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        if self._verhaal.norm(begin) == "maar" and self._zonder_werkwoord(begin):  # "gaat niet werken maar entree doen"
            anders = verband("gaat") & self._verhaal.tussen(vorig, tot) or self._verhaal.sein("wens", vorig, tot)
            return bool(anders) and bool(self._verhaal.sein("ontkenning", vorig, tot))
        return bool(self._verhaal.sein("wens", vorig, tot)) and self._verhaal.norm(begin) in ("of", "en")

    def _gaat_voort(self, begin: int) -> bool:
        """ "wil iets met auto's, liefst niveau 2", "wil de ene dag werken, de andere dag entree doen"."""
        _, einde = self._verhaal.indeling.grenzen(begin)
        return (
            self._verhaal.norm(begin + 1) in verband("losse_aanloop") or self._verhaal.norm(einde - 1) in werkwoorden()
        )

    def _zonder_werkwoord(self, begin: int) -> bool:
        _, einde = self._verhaal.indeling.grenzen(begin)
        return not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))

    def _noemt_bij_naam(self, begin: int) -> bool:
        """ "wil kapper worden, en dat is niveau 2": the school that goes with what is wished."""
        norm = self._verhaal.norm
        eerste = next((n for n in range(begin, begin + 3) if norm(n) not in _VERBINDT), begin)
        vorig = next((n for n in range(begin - 1, -1, -1) if norm(n) not in _VERBINDT), -1)
        if vorig < 0 or (norm(eerste), norm(eerste + 1)) != ("dat", "is"):
            return False
        return bool(self._verhaal.sein("wens", *self._verhaal.indeling.grenzen(vorig)))

    def _licht_toe(self, begin: int) -> bool:
        """ "wil toch weer leren: entree": the school that is meant by it."""
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        leren = verband("leerwoord") & self._verhaal.tussen(vorig, tot)
        return self._zonder_werkwoord(begin) and bool(leren) and bool(self._verhaal.sein("wens", vorig, tot))

    def daarna(self, v: Vermelding, tot: int) -> bool:
        """ "mbo 2 wil hij": the wish stands right behind the school."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.norm(v.tot) == "wordt" and {"het", "of"} & self._verhaal.tussen(begin, v.van) == {"het"}:
            return True  # "dat het entree wordt"
        if self._verhaal.norm(v.tot) in verband("kan_aan") and self._namen.andere_nu(v):
            return True  # "ik denk dat hij entree aankan"
        return bool(self._verhaal.sein("wil_daarna", v.tot, min(tot, v.tot + 3)))

    def eigen_diploma(self, v: Vermelding, begin: int) -> bool:
        """ "wil gewoon zijn mbo 2 diploma": wished for, so it is what one is doing."""
        eigen = self._verhaal.norm(v.van - 1) in verband("bezittelijk") | verband("aanwijzend")
        return eigen and bool(self._verhaal.sein("wens", begin, v.van))

    def nieuw_diploma(self, v: Vermelding, begin: int, tot: int) -> bool:
        """ "zit op het pro en wil een mbo 2 diploma halen": a school that is yet to come."""
        halen = verband("diploma_komt_na") & self._verhaal.tussen(v.tot, tot)
        gewenst = self._verhaal.sein("wens", begin, v.van)
        return bool(gewenst and halen) and v.begrip.naam in VERVOLG and self._namen.andere_nu(v)

    def wil_nu(self, begin: int, nu: tuple[int, int]) -> bool:
        """ "wil nu toch mbo 2 gaan doen": since when it is wished, not where he is."""
        plek = nu[0] - nu[1]
        gewenst = [p for p in self._verhaal.sein("wens", begin, max(plek, begin)) if plek - p <= _VLAK_NA_WENS]
        return nu[1] == 1 and self._verhaal.norm(plek) in verband("nu_geworden") and bool(gewenst)

    def maakt_af(self, v: Vermelding, tot: int) -> bool:
        """ "mbo 2 afmaken", "zijn havo wil halen", on the vavo "de havo halen": one stays for what one is doing."""
        if verband("maakt_af") & self._verhaal.tussen(v.tot, tot) and self._verhaal.norm(v.van - 1) != "naar":
            return True  # "gaat havo 5 niet afmaken maar stapt over naar mbo 4"
        blijft = self._op_vavo(v) or self.volgt_dat(v) or not self._namen.andere_nu(v)
        return bool(verband("nog_op_school") & self._verhaal.tussen(v.tot, tot)) and blijft

    def _op_vavo(self, v: Vermelding) -> bool:
        """Whether the vavo was named before as the place where one is."""
        if v.begrip.naam not in VAVO_SOORT or self._verhaal.norm(v.van - 1) == "naar":
            return False
        hier = (a for a in self._namen.alle if a.begrip.naam == "vavo" and a.van < v.van)
        return any(not self._verhaal.sein("wens", self._verhaal.indeling.grenzen(a.van)[0], a.van) for a in hier)

    def volgt_dat(self, v: Vermelding) -> bool:
        """ "zit op entree, wil entree halen en dan door": the same level of mbo was named before, and none was left."""
        weg = any(f.begrip.naam == "gestopt" for f in self._verhaal.van_soort("feiten"))
        eerder = any(a.van < v.van and a.begrip.naam == v.begrip.naam for a in self._namen.alle)
        return eerder and not weg and v.begrip.naam in VERVOLG
