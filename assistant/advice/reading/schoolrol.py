"""The part that one school mention plays: present, before, next, wished for or left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from assistant.advice.reading.afvallers import Afvallers
from assistant.advice.reading.doelvoorbij import plan_van_toen
from assistant.advice.reading.formulier import bestemmingsregels
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolnamen import Schoolnamen
from assistant.advice.reading.schoolplek import VERVOLG, Rol, Schoolplek
from assistant.advice.reading.schoolstap import Schoolstap
from assistant.advice.reading.schooltoekomst import Schooltoekomst
from assistant.advice.reading.schoolwens import Schoolwens
from assistant.advice.reading.woordenschat import verband

#: The part that a telling word before a school gives it.
_ROL: Final[dict[str, Rol]] = {"herkomst": "vroeger", "stop": "gestopt", "nu_school": "nu"}
_GEHAALD = {"afgesloten", "gehaald", "behaald", "afgerond", "voltooid"}


class Schoolrollen:
    """Gives every school mention of one text its part."""

    def __init__(self, namen: Schoolnamen) -> None:
        self._namen = namen
        self._duider = namen.duider
        self._verhaal = namen.duider.verhaal
        self._af = Afvallers(namen)
        self._straks = Schooltoekomst(namen)
        self._wens = Schoolwens(namen)
        self._stap = Schoolstap(namen.duider)
        self._bestemmingsregels = bestemmingsregels(self._verhaal)

    def plekken(self) -> Iterator[Schoolplek]:
        """Every school with its part, in the order of the text."""
        return (self._plek(nr, v) for nr, v in enumerate(self._namen.alle) if not self._zonder_diploma(v))

    def _zonder_diploma(self, v: Vermelding) -> bool:
        """ "een diploma op niveau 2 of hoger heeft hij niet": no school that he was at, when another one is named."""
        return self._namen.naast_andere(v) and any(
            self._duider(d).oordeel == "ontkend" and ":" not in self._verhaal.tussen(d.van, d.tot)
            and not self._duider.onhaalbaar(d.tot, self._verhaal.indeling.grenzen(d.van)[1])
            for d in self._namen.diplomas(v) if d.begrip.heeft("school_diploma")
        )  # fmt: skip

    def _plek(self, nr: int, v: Vermelding) -> Schoolplek:
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        vorige = self._namen.alle[nr - 1].tot if nr else 0
        volgende = self._namen.alle[nr + 1].van if nr + 1 < len(self._namen.alle) else einde
        van, tot = max(begin, vorige), min(einde, volgende)
        rol = self._rol(v, begin, van, tot)
        duiding = self._duider(v)
        if self._of_afmaakt(v, begin):
            duiding = replace(duiding, zeker=True)  # in doubt is the end of it, not where one is
        wens_van_ander = self._duider.wens_van_ander(v.van)
        if rol == "los" and wens_van_ander and verband("aangeraden") & self._verhaal.tussen(begin, einde):
            rol = "bestemming"  # "mijn collega vindt dat hij entree moet doen"
        if (
            rol in ("nu", "los")
            and wens_van_ander
            and self._namen.andere_nu(v)
            and "dat" in self._verhaal.tussen(begin, v.van)
        ):
            rol = "bestemming"  # "zijn moeder wil dat hij entree doet"
        if self._af.ook_gestopt(v, einde) or (rol == "bestemming" and self._af.daar_gestopt(einde)):
            rol = "gestopt"
        elif self._af.valt_af(v, begin, einde):
            rol, duiding = "bestemming", replace(duiding, ontkend=True)
        if rol == "bestemming" and self._duider.twijfel.vraagt_ernaar(v.van):
            duiding = replace(duiding, zeker=False)  # "collega vroeg of zij naar de vavo gaat"
        had_gewild = self._verhaal.sein("had_gewild", begin, einde) or plan_van_toen(self._verhaal, v)
        had_gewild = had_gewild or self._stap.plan_vervallen(v, begin)
        if rol in ("wens", "bestemming") and had_gewild:
            duiding = replace(duiding, ontkend=True)  # "we hadden haar graag naar niveau 3 zien gaan"
        if rol in ("wens", "bestemming") and (herroeping := self._duider.herroeping(v)):
            duiding = replace(duiding, zeker=False, ontkend=duiding.ontkend or herroeping == "onhaalbaar")
        return Schoolplek(
            v,
            rol,
            duiding,
            rol != "wens" and self._gehaald(v, begin, tot),
            rol in ("wens", "bestemming") and wens_van_ander,
            self._verhaal.norm(self._verhaal.voor(v.van)) == "via",
        )

    def _gehaald(self, v: Vermelding, begin: int, tot: int) -> bool:
        """Whether this school is told to be finished; "mbo 2 bijna afgerond maar toch gestopt" is not."""
        if verband("niet_helemaal") & self._verhaal.tussen(v.van - 2, tot):
            return False
        if verband("haalde") & self._verhaal.tussen(begin, v.van) and not self._verhaal.sein("ontkenning", begin, tot):
            return True
        return any(self._verhaal.norm(n) in _GEHAALD for n in self._verhaal.sein("gedaan", v.tot, tot))

    def _rol(self, v: Vermelding, begin: int, van: int, tot: int) -> Rol:
        sein = self._verhaal.sein
        if v.van in self._bestemmingsregels:
            return "bestemming"
        if self._namen.is_diploma(v):
            te_halen = verband("diploma_nog_te_halen") & self._verhaal.tussen(begin, v.van)
            if self._gewenst_diploma(v):
                return "los"
            if not te_halen and not self._wens.eigen_diploma(v, begin) and self._wens.nieuw_diploma(v, begin, tot):
                return "wens"
            return "nu" if te_halen or self._wens.eigen_diploma(v, begin) else "vroeger"
        if self._of_afmaakt(v, begin):
            return "nu"
        if self._duider.twijfel.keuzevraag(v.van) and self._namen.andere_nu(v) and not sein("nu_school", begin, v.van):
            return "wens"
        if self._af.is_vertrokken(v, van) and not sein("wens", van, v.van):
            return "gestopt"
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        if sein("keuze", zin, v.van) and self._namen.andere_nu(v):
            return "bestemming"
        gewenst = sein("wens", begin, v.van) or self._duider.vorm.vroeg_naar_plan(v.van) or self._wens.daarna(v, tot)
        wens = bool(gewenst) or (self._wens.geerfd(begin) and not sein("nu_school", van, v.van))
        stop = [p for p in sein("stop", v.tot, tot) if self._verhaal.norm(p - 1) not in ("niet", "nooit")]
        if (stop and not wens) or self._af.staat_er_niet(v):
            return "gestopt"
        if self._af.stopt_met(v):
            return "gestopt" if verband("moest") & self._verhaal.tussen(begin, v.van) else "nu"
        naar = self._verhaal.norm(v.van - 1) == "naar" or "naar" in self._verhaal.tussen(max(van, v.van - 3), v.van)
        if (rol := self._stap.voordat(v, begin)) or (naar and not wens and self._stap.is_overgestapt(v)):
            return rol or "nu"
        if naar and self._gaat_nu_naar(v, begin, wens=wens):
            return "nu"
        if naar:
            return self._stap.vooruit(*self._verhaal.indeling.grenzen(v.van), wens=wens)
        return self._rol_naar_woorden(v, (begin, van, tot), wens=wens)

    def _gewenst_diploma(self, v: Vermelding) -> bool:
        """ "werken wil ze nog niet, eerst haar niveau 2 diploma": wished for, and not said to be there."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        eerst = "eerst" in self._verhaal.tussen(begin, v.van)
        gewenst = eerst or self._verhaal.sein("wens", v.tot, einde)
        return bool(gewenst) and not verband("diploma_bezit") & self._verhaal.tussen(begin, einde) - {"is"}

    def _of_afmaakt(self, v: Vermelding, begin: int) -> bool:
        """ "twijfelt of ze niveau 3 wel afmaakt": what may not be finished is what one is doing."""
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        of = "of" in self._verhaal.tussen(begin, v.van)
        return of and bool(verband("afmaakt") & self._verhaal.tussen(v.tot, min(v.tot + 3, einde)))

    def _rol_naar_woorden(self, v: Vermelding, bereik: tuple[int, int, int], *, wens: bool) -> Rol:
        """By the nearest telling word before the school."""
        begin, van, tot = bereik
        if self._namen.intake(van, v.van) or self._gaat_verder(v, van):
            return "bestemming"
        if self._is_geweest(v, van, tot, wens=wens):
            return "vroeger"
        voor = self._voorwoorden(v, begin, van, wens=wens)
        if self._volgt_nu(v, tot, voor, wens=wens):
            return "nu"
        soort = max(voor, key=lambda s: voor[s])
        if voor[soort][0] < 0:
            return self._zonder_voorwoord(v, bereik, wens=wens)
        if wens and soort in ("herkomst", "nu_school") and self._wens.daarna(v, tot):
            return "wens"
        if self._stap.vertrekpunt(begin, van, v):
            return "nu"
        if soort == "nu_school" and self._straks.volgt(v, van, tot):
            return "bestemming"
        if soort == "bestemming":
            return self._bestemming(v, begin, tot, wens=wens)
        return _ROL[soort]

    def _gaat_verder(self, v: Vermelding, van: int) -> bool:
        """ "entreestudent gaat verder met mbo 2": on from the school where one is."""
        verder = "verder" in self._verhaal.tussen(max(van, v.van - 3), v.van)
        gaat = verband("gaat") & self._verhaal.tussen(van, v.van)
        return verder and bool(gaat) and self._namen.andere_nu(v)

    def _voorwoorden(self, v: Vermelding, begin: int, van: int, *, wens: bool) -> dict[str, tuple[int, int]]:
        """Where the last telling word of each kind ends, and its length; (-1, 0) when it tells nothing of this school."""
        soorten = ("herkomst", "stop", "bestemming", "nu_school")
        voor = {soort: self._verhaal.laatste(soort, van, v.van) for soort in soorten}
        if wens and self._verhaal.norm(voor["herkomst"][0] - 1) == "eerst":
            voor["herkomst"] = (-1, 0)  # "wil eerst entree en dan niveau 2"
        if "na" in self._verhaal.tussen(max(van, v.van - 2), v.van):
            voor["herkomst"] = (v.van, 1)
        if wens and self._wens.wil_nu(begin, voor["nu_school"]):
            voor["nu_school"] = (-1, 0)
        if self._verhaal.sein("gaat_om", voor["bestemming"][0] - 2, voor["bestemming"][0] + 1):
            voor["bestemming"] = (-1, 0)
        return voor

    def _is_geweest(self, v: Vermelding, van: int, tot: int, *, wens: bool) -> bool:
        """ "pro afgerond", "op zijn 18e van het praktijkonderwijs gekomen": behind him, whatever word stands before it."""
        nu, eerder = (self._verhaal.laatste(soort, van, v.van) for soort in ("nu_school", "herkomst"))
        gedaan = self._verhaal.sein("gedaan", v.tot, tot) and not wens and nu <= eerder
        vanaf = (verband("vertrekpunt") - {"na"}) & self._verhaal.tussen(max(van, v.van - 2), v.van)
        return bool(gedaan) or bool(vanaf and verband("gekomen") & self._verhaal.tussen(v.tot, tot))

    def _volgt_nu(self, v: Vermelding, tot: int, voor: Mapping[str, tuple[int, int]], *, wens: bool) -> bool:
        """ "mbo 2-student", "wil zijn havo halen", "aanmelding vanuit het vso"."""
        if self._verhaal.norm(v.tot) in verband("schoolgaand") and voor["herkomst"][0] < 0:
            return True
        if not wens and voor["herkomst"][0] < 0 and self._zit_daar(v, tot):
            return True
        eigen = self._verhaal.norm(v.van - 1) in verband("bezittelijk") or self._wens.volgt_dat(v)
        if wens and eigen and self._wens.maakt_af(v, tot):
            return True
        return voor["bestemming"][0] >= 0 and "vanuit" in self._verhaal.tussen(v.van - 2, v.van)

    def _zit_daar(self, v: Vermelding, tot: int) -> bool:
        """ "het pro waar ze op zit", "... terwijl hij sinds de kerst entree volgt": at it, said behind the school."""
        norm = self._verhaal.norm
        if norm(v.tot) == "waar":
            return bool(verband("zit_daar") & self._verhaal.tussen(v.tot, v.tot + 5))
        return norm(v.tot) in verband("zit_daar") and v.tot + 1 >= tot

    def _zonder_voorwoord(self, v: Vermelding, bereik: tuple[int, int, int], *, wens: bool) -> Rol:
        """No word before the school tells of it: what is to come, a wish, or simply named."""
        begin, van, tot = bereik
        if self._stap.van_naar(v) and self._stap.vertrekpunt(begin, van, v):
            return "nu"
        if (
            self._straks.komt_nog(v, van, tot)
            or self._straks.vervolgt(v, begin, tot)
            or self._straks.begint(v, begin, tot)
            or self._straks.geregeld(v)
            or self._straks.daar_straks(v)
            or self._misschien(v, begin)
        ):
            return "bestemming"
        return "wens" if wens else "los"

    def _misschien(self, v: Vermelding, begin: int) -> bool:
        """ "pro, 17. Misschien entree, misschien werk": a way that is weighed beside the school one is at."""
        los = begin <= v.van - 1 and self._verhaal.norm(v.van - 1) in verband("misschien")
        return los and v.begrip.naam in VERVOLG and self._namen.andere_nu(v)

    def _gaat_nu_naar(self, v: Vermelding, begin: int, *, wens: bool) -> bool:
        """ "gaat in Groningen naar het praktijkonderwijs": attends it, when no other school is spoken of."""
        vervolg = v.begrip.naam in VERVOLG or set(VERVOLG) & set(v.begrip.kenmerken.get("mogelijk", ()))
        straks = self._verhaal.sein("toekomst", *self._verhaal.indeling.zinsgrenzen(v.van))
        straks = straks or self._verhaal.sein("basisschool", 0, v.van)
        gaat = "gaat" in self._verhaal.tussen(begin, v.van)
        andere = any(a.van < v.van or a.begrip.naam not in VERVOLG for a in self._namen.alle if a is not v)
        return gaat and not (
            wens or vervolg or straks or (andere and self._namen.andere_nu(v)) or self._namen.onderwijs
        )

    def _bestemming(self, v: Vermelding, begin: int, tot: int, *, wens: bool) -> Rol:
        """A wish for the present school ("wil mbo 2 afmaken") is no change of school."""
        if self._wens.maakt_af(v, tot):
            return "nu"
        return self._stap.vooruit(begin, tot, wens=wens)
