"""The part that one school mention plays: present, before, next, wished for or left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.formulier import bestemmingsregels
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolplek import VAVO_SOORT, VERVOLG, Rol, Schoolplek
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: Within so many words a correction, or a "let alone", is about the school that it stands by.
NABIJ = 5
#: "wil hij nu": so near to the wish a "nu" belongs to it.
_VLAK_NA_WENS = 2
_GEHAALD = {"afgesloten", "gehaald", "behaald", "afgerond", "voltooid"}


class Schoolrollen:
    """Gives every school mention of one text its part; ``onderwijs`` is the school known before it."""

    def __init__(self, duider: Duider, alle: Sequence[Vermelding], onderwijs: str | None) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._alle = alle
        self._onderwijs = onderwijs
        self._bestemmingsregels = bestemmingsregels(self._verhaal)

    def plekken(self) -> Iterator[Schoolplek]:
        """Every school with its part, in the order of the text."""
        return (self._plek(nr, v) for nr, v in enumerate(self._alle) if not self._zonder_diploma(v))

    def _zonder_diploma(self, v: Vermelding) -> bool:
        """ "een diploma op niveau 2 of hoger heeft hij niet": no school that he was at, when another one is named."""
        ander = self._andere_nu(v) or self._onderwijs not in (None, v.begrip.naam)
        return ander and any(
            self._duider(d).oordeel == "ontkend" and ":" not in self._verhaal.tussen(d.van, d.tot)
            for d in self._diplomas(v) if d.begrip.heeft("school_diploma")
        )  # fmt: skip

    def _plek(self, nr: int, v: Vermelding) -> Schoolplek:
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        vorige = self._alle[nr - 1].tot if nr else 0
        volgende = self._alle[nr + 1].van if nr + 1 < len(self._alle) else einde
        van, tot = max(begin, vorige), min(einde, volgende)
        rol = self._rol(v, begin, van, tot)
        klaar = {self._verhaal.norm(n) for n in self._verhaal.sein("gedaan", v.tot, tot)} & _GEHAALD
        haalde = verband("haalde") & self._verhaal.tussen(begin, v.van)
        if haalde and not self._verhaal.sein("ontkenning", begin, tot):
            klaar = set(haalde)
        if verband("niet_helemaal") & self._verhaal.tussen(v.van - 2, tot):
            klaar = set()  # "mbo 2 bijna afgerond maar toch gestopt"
        duiding = self._duider(v)
        if self._of_afmaakt(v, begin):
            duiding = replace(duiding, zeker=True)  # in doubt is the end of it, not where one is
        wens_van_ander = self._duider.wens_van_ander(v.van)
        if rol == "los" and wens_van_ander and verband("aangeraden") & self._verhaal.tussen(begin, einde):
            rol = "bestemming"  # "mijn collega vindt dat hij entree moet doen"
        if self._ook_gestopt(v, einde) or (rol == "bestemming" and self._daar_gestopt(einde)):
            rol = "gestopt"
        elif self._valt_af(v, begin, einde):
            rol, duiding = "bestemming", replace(duiding, ontkend=True)
        if rol in ("wens", "bestemming") and (herroeping := self._duider.herroeping(v)):
            duiding = replace(duiding, zeker=False, ontkend=duiding.ontkend or herroeping == "onhaalbaar")
        return Schoolplek(
            v,
            rol,
            duiding,
            rol != "wens" and bool(klaar),
            rol in ("wens", "bestemming") and wens_van_ander,
        )

    def _ook_gestopt(self, v: Vermelding, einde: int) -> bool:
        """ "havo nooit afgemaakt en daarna mbo 4 ook niet": what was not done with the one school, nor with this one."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        vorige = [a for a in self._alle if zin <= a.van and a.tot <= v.van][-1:]
        ook = self._verhaal.sein("ook_niet", v.tot, min(einde, v.tot + 4))
        return bool(ook) and any(self._verhaal.sein("stop", a.tot, v.van) for a in vorige)

    def _daar_gestopt(self, einde: int) -> bool:
        """ "van vmbo-bb naar mbo 2, | daar na de kerst uitgeschreven": what became of where one went."""
        if einde + 1 >= len(self._verhaal.woorden) or self._verhaal.norm(einde) not in (",", "en", "maar"):
            return False
        begin, slot = self._verhaal.indeling.grenzen(einde + 1)
        return "daar" in self._verhaal.tussen(begin, begin + 3) and bool(self._verhaal.sein("stop", begin, slot))

    def _valt_af(self, v: Vermelding, begin: int, einde: int) -> bool:
        """A next school that is out: refused, out of reach, or "instead of"."""
        sein = self._verhaal.sein
        if sein("afgewezen", begin, v.van) or sein("in_plaats_van", v.van - 4, v.van):
            return True
        if self._andere_nu(v) and self._duider.geweigerd(v):
            return True
        if self._intake(begin, v.van) and sein("afgewezen", v.tot, self._verhaal.indeling.zinsgrenzen(v.van)[1]):
            return True
        if any(a < v.van and v.tot < b for a, b in self._verhaal.signalen.get("onhaalbaar", ())):
            return True  # "zit entree er niet in"
        ook = self._verhaal.norm(v.tot) == "ook" and self._valt_mee_af(v)
        andere = self._andere_nu(v) or self._onderwijs not in (None, v.begrip.naam)
        return ook or (andere and (self._duider.onhaalbaar(v.tot, einde) or self._kort_afgewezen(v, begin, einde)))

    def _kort_afgewezen(self, v: Vermelding, begin: int, einde: int) -> bool:
        """ "entree al helemaal niet", "laat staan mbo 2", "slaat entree over"."""
        sein = self._verhaal.sein
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        if sein("laat_staan", max(zin, v.van - NABIJ), v.van):
            return True
        if sein("ook_niet", v.tot, min(einde, v.tot + 4)):
            return not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
        return bool(verband("slaat_over") & self._verhaal.tussen(begin, einde)) and bool(
            verband("over") & self._verhaal.tussen(v.van - 3, min(einde, v.tot + 3))
        )

    def _valt_mee_af(self, v: Vermelding) -> bool:
        """ "niveau 2 is te hoog, entree ook": the school before this one was out of reach."""
        vorige = [a for a in self._alle if a.tot <= v.van][-1:]
        return any(self._verhaal.sein("onhaalbaar", a.tot, v.van) for a in vorige)

    def _rol(self, v: Vermelding, begin: int, van: int, tot: int) -> Rol:
        sein = self._verhaal.sein
        if v.van in self._bestemmingsregels:
            return "bestemming"
        if self.is_diploma(v):
            return "nu" if verband("diploma_nog_te_halen") & self._verhaal.tussen(begin, v.van) else "vroeger"
        if self._of_afmaakt(v, begin):
            return "nu"
        if self._duider.twijfel.keuzevraag(v.van) and self._andere_nu(v) and not sein("nu_school", begin, v.van):
            return "wens"
        if self._is_vertrokken(v, van) and not sein("wens", van, v.van):
            return "gestopt"
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        if sein("keuze", zin, v.van) and self._andere_nu(v):
            return "bestemming"
        gewenst = (
            sein("wens", begin, v.van)
            or self._duider.vorm.vroeg_naar_plan(v.van)
            or sein("wil_daarna", v.tot, min(tot, v.tot + 3))
        )
        wens = bool(gewenst) or (self._geerfd_wens(begin) and not sein("nu_school", van, v.van))
        stop = [p for p in sein("stop", v.tot, tot) if self._verhaal.norm(p - 1) not in ("niet", "nooit")]
        if (stop and not wens) or self._staat_er_niet(v):
            return "gestopt"
        if self._stopt_met(v):
            return "gestopt" if verband("moest") & self._verhaal.tussen(begin, v.van) else "nu"
        naar = self._verhaal.norm(v.van - 1) == "naar" or "naar" in self._verhaal.tussen(max(van, v.van - 3), v.van)
        if naar and self._gaat_nu_naar(v, begin, wens=wens):
            return "nu"
        if naar:
            return self._vooruit(*self._verhaal.indeling.grenzen(v.van), wens=wens)
        return self._rol_naar_woorden(v, (begin, van, tot), wens=wens)

    def _of_afmaakt(self, v: Vermelding, begin: int) -> bool:
        """ "twijfelt of ze niveau 3 wel afmaakt": what may not be finished is what one is doing."""
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        of = "of" in self._verhaal.tussen(begin, v.van)
        return of and bool(verband("afmaakt") & self._verhaal.tussen(v.tot, min(v.tot + 3, einde)))

    def _stopt_met(self, v: Vermelding) -> bool:
        """ "wil stoppen met niveau 3", "wil van mbo 3 af": one stops with what one is doing, whatever else one has."""
        met = [p for p in self._verhaal.sein("stoppen_met", v.van - 4, v.van) if self._verhaal.norm(p) != "gestopt"]
        _, einde = self._verhaal.indeling.grenzen(v.van)
        eraf = self._verhaal.norm(v.van - 1) == "van" and self._verhaal.norm(v.tot) == "af" and v.tot < einde
        return bool(met) or eraf

    def _staat_er_niet(self, v: Vermelding) -> bool:
        """ "staat niet op het roc ingeschreven": named as the place where one no longer is."""
        staat = (f for f in self._verhaal.van_soort("feiten") if f.begrip.naam == "staat-ingeschreven")
        return any(f.van <= v.van and v.tot <= f.tot and self._duider(f).oordeel == "ontkend" for f in staat)

    def _is_vertrokken(self, v: Vermelding, van: int) -> bool:
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

    def _rol_naar_woorden(self, v: Vermelding, bereik: tuple[int, int, int], *, wens: bool) -> Rol:
        """By the nearest telling word before the school."""
        begin, van, tot = bereik
        soorten = ("herkomst", "stop", "bestemming", "nu_school")
        voor = {soort: self._verhaal.laatste(soort, van, v.van) for soort in soorten}
        if self._intake(van, v.van):
            return "bestemming"
        if self._verhaal.sein("gedaan", v.tot, tot) and not wens and voor["nu_school"] <= voor["herkomst"]:
            return "vroeger"
        if self._vandaan(v, van, tot):
            return "vroeger"
        if wens and self._verhaal.norm(voor["herkomst"][0] - 1) == "eerst":
            voor["herkomst"] = (-1, 0)  # "wil eerst entree en dan niveau 2"
        if "na" in self._verhaal.tussen(max(van, v.van - 2), v.van):
            voor["herkomst"] = (v.van, 1)
        if self._verhaal.norm(v.tot) in verband("schoolgaand") and voor["herkomst"][0] < 0:
            return "nu"
        eigen = self._verhaal.norm(v.van - 1) in verband("bezittelijk") or self._volgt_dat(v)
        if wens and eigen and self._maakt_af(v, tot):
            return "nu"
        if voor["bestemming"][0] >= 0 and "vanuit" in self._verhaal.tussen(v.van - 2, v.van):
            return "nu"  # "aanmelding vanuit het vso"
        if wens and self._wil_nu(begin, voor["nu_school"]):
            voor["nu_school"] = (-1, 0)
        if self._verhaal.sein("gaat_om", voor["bestemming"][0] - 2, voor["bestemming"][0] + 1):
            voor["bestemming"] = (-1, 0)
        laatste = max(voor, key=lambda s: voor[s])
        if (
            wens
            and laatste in ("herkomst", "nu_school")
            and self._verhaal.sein("wil_daarna", v.tot, min(tot, v.tot + 3))
        ):
            return "wens"
        if voor[laatste][0] < 0 and self._van_naar(v) and self._vertrekpunt(begin, van, v):
            return "nu"
        if voor[laatste][0] < 0 and (self._komt_nog(v, van, tot) or self._vervolgt_naar(v, begin, tot)):
            return "bestemming"
        if voor[laatste][0] < 0 and self._begint_straks(v, begin, tot):
            return "bestemming"
        if voor[laatste][0] < 0:
            return "wens" if wens else "los"
        if self._vertrekpunt(begin, van, v):
            return "nu"
        if laatste == "nu_school" and self._volgt_straks(v, van, tot):
            return "bestemming"
        if laatste == "bestemming":
            return self._bestemming(v, begin, tot, wens=wens)
        return {"herkomst": "vroeger", "stop": "gestopt", "nu_school": "nu"}[laatste]  # type: ignore[return-value]

    def _wil_nu(self, begin: int, nu: tuple[int, int]) -> bool:
        """ "wil nu toch mbo 2 gaan doen": since when it is wished, not where he is."""
        plek = nu[0] - nu[1]
        gewenst = [p for p in self._verhaal.sein("wens", begin, max(plek, begin)) if plek - p <= _VLAK_NA_WENS]
        return nu[1] == 1 and self._verhaal.norm(plek) in verband("nu_geworden") and bool(gewenst)

    def _intake(self, van: int, tot: int) -> bool:
        """ "heeft de intake voor niveau 2 gehad": what is behind one is the talk, not the school."""
        return bool(verband("intake") & self._verhaal.tussen(van, tot))

    def _vandaan(self, v: Vermelding, van: int, tot: int) -> bool:
        """ "op zijn 18e van het praktijkonderwijs gekomen"."""
        vanaf = (verband("vertrekpunt") - {"na"}) & self._verhaal.tussen(max(van, v.van - 2), v.van)
        return bool(vanaf) and bool(verband("gekomen") & self._verhaal.tussen(v.tot, tot))

    def _gaat_nu_naar(self, v: Vermelding, begin: int, *, wens: bool) -> bool:
        """ "gaat in Groningen naar het praktijkonderwijs": attends it, when no other school is spoken of."""
        vervolg = v.begrip.naam in VERVOLG or set(VERVOLG) & set(v.begrip.kenmerken.get("mogelijk", ()))
        straks = self._verhaal.sein("toekomst", *self._verhaal.indeling.zinsgrenzen(v.van))
        straks = straks or self._verhaal.sein("basisschool", 0, v.van)
        gaat = "gaat" in self._verhaal.tussen(begin, v.van)
        andere = any(a.van < v.van or a.begrip.naam not in VERVOLG for a in self._alle if a is not v)
        return gaat and not (wens or vervolg or straks or (andere and self._andere_nu(v)) or self._onderwijs)

    def is_diploma(self, v: Vermelding) -> bool:
        """The school in "mbo 2 diploma" is one that was finished."""
        bezit = verband("in_bezit") & self._verhaal.tussen(v.tot, v.tot + 4)  # "havodiploma op zak"
        if bezit and self._verhaal.norm(v.tot) in verband("diplomawoord"):
            return True
        return any(True for _ in self._diplomas(v))

    def _diplomas(self, v: Vermelding) -> Iterator[Vermelding]:
        """The diplomas that a school is named in."""
        for d in self._verhaal.van_soort("feiten"):
            van_school = d.begrip.heeft("school_diploma") or d.begrip.naam == "lager-diploma"
            if van_school and d.van <= v.van and v.tot <= d.tot:
                yield d

    def _vooruit(self, begin: int, einde: int, *, wens: bool) -> Rol:
        """ "naar entree" is ahead, unless the change has been made ("is naar entree gegaan")."""
        if wens:
            return "wens"
        komt_nog = self._verhaal.sein("toekomst", begin, einde) and verband("nog_niet_over") & self._verhaal.tussen(
            begin, einde
        )
        return "nu" if self._verhaal.sein("overgestapt", begin, einde) and not komt_nog else "bestemming"

    def _bestemming(self, v: Vermelding, begin: int, tot: int, *, wens: bool) -> Rol:
        """A wish for the present school ("wil mbo 2 afmaken") is no change of school."""
        if self._maakt_af(v, tot):
            return "nu"
        return self._vooruit(begin, tot, wens=wens)

    def _maakt_af(self, v: Vermelding, tot: int) -> bool:
        """ "mbo 2 afmaken", "zijn havo wil halen", on the vavo "de havo halen": one stays for what one is doing."""
        if verband("maakt_af") & self._verhaal.tussen(v.tot, tot) and self._verhaal.norm(v.van - 1) != "naar":
            return True  # "gaat havo 5 niet afmaken maar stapt over naar mbo 4"
        blijft = self._op_vavo(v) or self._volgt_dat(v) or not self._andere_nu(v)
        return bool(verband("nog_op_school") & self._verhaal.tussen(v.tot, tot)) and blijft

    def _op_vavo(self, v: Vermelding) -> bool:
        """Whether the vavo was named before as the place where one is."""
        if v.begrip.naam not in VAVO_SOORT or self._verhaal.norm(v.van - 1) == "naar":
            return False
        hier = (a for a in self._alle if a.begrip.naam == "vavo" and a.van < v.van)
        return any(not self._verhaal.sein("wens", self._verhaal.indeling.grenzen(a.van)[0], a.van) for a in hier)

    def _volgt_dat(self, v: Vermelding) -> bool:
        """ "zit op entree, wil entree halen en dan door": the same level of mbo was named before, and none was left."""
        weg = any(f.begrip.naam == "gestopt" for f in self._verhaal.van_soort("feiten"))
        eerder = any(a.van < v.van and a.begrip.naam == v.begrip.naam for a in self._alle)
        return eerder and not weg and v.begrip.naam in VERVOLG

    def _andere_nu(self, v: Vermelding) -> bool:
        """Whether another school is named that may be the present one."""
        return any(a is not v and a.begrip.naam != v.begrip.naam for a in self._alle)

    def _komt_nog(self, v: Vermelding, van: int, tot: int) -> bool:
        """ "pro, na de zomer entree": a time to come, no verb of the past, and another school that is the present one."""
        straks, toen = self._straks(v, van, tot), verband("toen_school")
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        gedaan = self._verhaal.sein("gedaan", zin, van) and not verband("nog_bezig") & self._verhaal.tussen(zin, van)
        eerder = self._verhaal.sein("verleden", zin, van) or self._verhaal.sein("herkomst", zin, van) or gedaan
        eerder = eerder or any(zin <= a.van < v.van and self.is_diploma(a) for a in self._alle)
        if {self._verhaal.norm(p) for p in straks} == {"daarna"} and eerder:
            return False  # "eerder havo, daarna mbo 4": told in order, all of it past
        andere = self._andere_nu(v) or self._onderwijs not in (None, v.begrip.naam)
        return bool(straks) and andere and not toen & self._verhaal.tussen(van, tot)

    def _begint_straks(self, v: Vermelding, begin: int, tot: int) -> bool:
        """ "start na de zomer op niveau 2": what is yet to begin is the next school, also when none is named before it."""
        begint = verband("begint") & self._verhaal.tussen(begin, v.van)
        return bool(begint) and bool(self._verhaal.sein("toekomst", begin, tot))

    def _volgt_straks(self, v: Vermelding, van: int, tot: int) -> bool:
        """ "vso, volgt straks entree": a present tense with a time to come right before the school."""
        nu = verband("nu_anders") & self._verhaal.tussen(van, tot)
        ingeschreven = verband("aangemeld") & self._verhaal.tussen(van, v.van)
        vlak_voor = self._verhaal.sein("toekomst", van if ingeschreven else max(van, v.van - 4), v.van)
        return bool(vlak_voor) and not nu and self._komt_nog(v, van, tot)

    def _straks(self, v: Vermelding, van: int, tot: int) -> list[int]:
        """A time to come before the school ("volgend jaar: entree") or, when no verb is near, right behind it."""
        if self._verhaal.norm(van) == ":" and van:
            van, _ = self._verhaal.indeling.grenzen(van - 1)
        erna = self._verhaal.sein("toekomst", v.tot, min(v.tot + 3, tot))
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(van, tot))
        return self._verhaal.sein("toekomst", van, v.van) or (erna if los else [])

    def _vervolgt_naar(self, v: Vermelding, begin: int, tot: int) -> bool:
        """ "wil na de zomer naar het Graafschap College, niveau 4": an aside to a going that names no school type."""
        if not begin or self._verhaal.norm(begin) not in (",", "(") or v.van - begin > 2 or tot - v.tot > 2:
            return False
        vorig, einde = self._verhaal.indeling.grenzen(begin - 1)
        zelf = any(vorig <= a.van < einde for a in self._alle)
        gaat = self._verhaal.sein("wens", vorig, einde) or self._verhaal.sein("plan", vorig, einde)
        erheen = bool(gaat) and "naar" in self._verhaal.tussen(vorig, einde)
        aangemeld = verband("aangemeld") & self._verhaal.tussen(vorig, einde)
        return (erheen or bool(aangemeld)) and not zelf and self._andere_nu(v)

    def _vertrekpunt(self, begin: int, van: int, v: Vermelding) -> bool:
        """ "gaat van pro naar entree", "wil na het pro werken": still the present school."""
        verhaal = self._verhaal
        if not verband("vertrekpunt") & verhaal.tussen(max(van, v.van - 2), v.van):
            return False
        _, einde = verhaal.indeling.grenzen(v.van)
        if verhaal.sein("overgestapt", begin, einde) or verhaal.sein("gedaan", begin, einde):
            return False
        if self._gaan_doen(begin, einde):
            return False
        return bool(verband("vooruit") & verhaal.tussen(begin, einde))

    def _gaan_doen(self, begin: int, einde: int) -> bool:
        """ "na de isk is hij entree gaan doen": a step that was taken."""
        norm = self._verhaal.norm
        return any(
            norm(n) == "gaan" and norm(n - 1) != "te" and norm(n + 1) in werkwoorden() and n + 1 < einde
            and bool(verband("voltooid") & self._verhaal.tussen(begin, n))
            and not self._verhaal.sein("wens", begin, n)
            for n in range(begin, einde)
        )  # fmt: skip

    def _van_naar(self, v: Vermelding) -> bool:
        """ "switcht na de kerst van niveau 4 naar niveau 3": one change, told as a whole."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        return "van" in self._verhaal.tussen(v.van - 2, v.van) and "naar" in self._verhaal.tussen(v.tot, einde)

    def _geerfd_wens(self, begin: int) -> bool:
        """A clause without a verb of its own goes on with the wish of the clause before."""
        if begin and self._verhaal.norm(begin) == "," and self._verhaal.norm(begin + 1) in verband("losse_aanloop"):
            vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
            _, einde = self._verhaal.indeling.grenzen(begin)
            los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
            return los and bool(self._verhaal.sein("wens", vorig, tot))
        if begin and self._verhaal.norm(begin) in (":", "of"):  # "hij twijfelt: of werken of toch entree"
            vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
            if verband("twijfelwerkwoord") & self._verhaal.tussen(vorig, tot) or self._verhaal.sein(
                "keuze", vorig, tot
            ):
                return True
        if begin and self._verhaal.norm(begin) == ":" and self._licht_wens_toe(begin):
            return True
        if begin == 0 or self._verhaal.norm(begin) in (".", "!", "?", "\n", ";", ","):
            return False
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        return bool(self._verhaal.sein("wens", vorig, tot)) and self._verhaal.norm(begin) in ("of", "en")

    def _licht_wens_toe(self, begin: int) -> bool:
        """ "wil toch weer leren: entree": the school that is meant by it."""
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        _, einde = self._verhaal.indeling.grenzen(begin)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
        leren = verband("leerwoord") & self._verhaal.tussen(vorig, tot)
        return los and bool(leren) and bool(self._verhaal.sein("wens", vorig, tot))
