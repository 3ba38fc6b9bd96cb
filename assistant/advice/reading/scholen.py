"""Which school type is the present one, which came before and which is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.schoolherstel import hersteld
from assistant.advice.reading.schoolnamen import Schoolnamen
from assistant.advice.reading.schoolplek import (
    EIGEN,
    MBO,
    VERVOLG,
    VOOR_MBO,
    Schoolplek,
    deed_op_vavo,
    op_vavo,
    verfijn,
)
from assistant.advice.reading.schoolrol import Schoolrollen
from assistant.advice.reading.schoolvermelding import genoemde_scholen
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: So soon after the other a school is named again.
_VLAK_ERNA = 4
#: Going from one year to the next is no change of school.
_MET_KLASSEN = ("havo", "vwo")


class Schoollezer:
    """Puts the school mentions of one text in order, each in the light of the others."""

    def __init__(self, duider: Duider, bekend: Mapping[str, Any]) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._onderwijs = bekend.get("onderwijs")
        self._alle = [v for v in genoemde_scholen(duider) if not self._alleen_dat_diploma(v)]
        self._namen = Schoolnamen(duider, self._alle, self._onderwijs)
        plekken = hersteld(self._een_van(list(Schoolrollen(self._namen).plekken())), self._verhaal)
        plekken = self._te_hoog(self._zelfde_niveau(verfijn(deed_op_vavo(plekken, self._verhaal), self._verhaal)))
        plekken = self._al_daar(self._al_ingeschreven(self._aangenomen(self._voor_mbo(_een_keer(plekken)))))
        plekken = self._nog_te_halen(self._is_geworden(plekken))
        plekken = op_vavo(self._eerstvolgende(self._afgeketst(self._aangeboden(plekken))))
        self.plekken = self._alsnog(plekken) if bekend.get("inschrijving") == "uitgeschreven" else plekken

    def _te_hoog(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "niveau 3 blijkt te hoog, stapt af naar niveau 2", "een diploma niveau 2 is niet haalbaar, eerder vmbo basis".

        With no other school to be at, one is at the one that is too much.
        """
        eigen = [p for p in plekken if not (p.duiding.ander or p.ander_wil)]
        wel = [p for p in eigen if not p.duiding.ontkend]
        if self._onderwijs or any(p.rol in ("nu", "los", "gestopt") for p in wel):
            return list(plekken)
        naar = [str(p.waarde) for p in wel if p.rol in ("bestemming", "wens") and p.waarde in VERVOLG]

        def te_hoog(p: Schoolplek) -> bool:
            afgevallen = p in eigen and p.rol == "bestemming" and p.duiding.ontkend and p.waarde in VERVOLG
            lager = any(VERVOLG.index(n) < VERVOLG.index(str(p.waarde)) for n in naar if afgevallen)
            return lager or (afgevallen and not naar and self._namen.is_diploma(p.vermelding))

        return [replace(p, rol="nu", duiding=replace(p.duiding, ontkend=False)) if te_hoog(p) else p for p in plekken]

    def _alsnog(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """Of who has left, "wil dat mbo-diploma halen" names what is wished for; he is not back at school."""

        def gewenst(p: Schoolplek) -> bool:
            begin, einde = self._verhaal.indeling.grenzen(p.vermelding.van)
            wens = self._verhaal.sein("wens", begin, einde)
            return p.rol == "nu" and bool(wens) and not self._verhaal.sein("nu_school", begin, einde)

        return [replace(p, rol="los") if gewenst(p) else p for p in plekken]

    def _alleen_dat_diploma(self, v: Vermelding) -> bool:
        """ "heeft geen diploma van mbo 2, alleen entree": after a diploma that there is not, of who is at another school."""
        if self._onderwijs in (None, v.begrip.naam) or self._verhaal.norm(v.van - 1) not in verband("alleen"):
            return False
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, v.van))
        return los and any(
            verband("diplomawoord") & self._verhaal.tussen(f.van, f.tot + 1) and self._duider(f).ontkend
            for f in self._verhaal.van_soort("feiten") if zin <= f.van < v.van
        )  # fmt: skip

    def _is_geworden(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "wilde naar niveau 2, na het gesprek is het mbo 3 geworden": what took the place of the plan is the plan."""
        uit: list[Schoolplek] = []
        for plek in plekken:
            eerder = [p for p in uit if p.rol in ("bestemming", "wens") and p.waarde in VERVOLG and not p.duiding.ander]
            if eerder and plek.waarde in VERVOLG and plek.rol in ("nu", "los", "bestemming") and self._wordt_het(plek):
                uit = [p for p in uit if p not in eerder]
                plek = replace(plek, rol="bestemming")
            uit.append(plek)
        return uit

    def _wordt_het(self, p: Schoolplek) -> bool:
        begin, _ = self._verhaal.indeling.grenzen(p.vermelding.van)
        voor, na = self._verhaal.tussen(begin, p.vermelding.van), self._verhaal.norm(p.vermelding.tot)
        wordt = verband("geworden") & voor or na in verband("geworden")
        return "het" in voor and bool(wordt) and not p.duiding.ontkend

    def _nog_te_halen(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "entree gedaan in 2022, sindsdien baantjes, wil alsnog zijn niveau 2 diploma halen": wished, not where one is."""
        gewenst = [p for p in plekken if p.rol in ("nu", "los", "vroeger") and self._wil_alsnog(p)]
        eigen = [p for p in plekken if p not in gewenst and not (p.duiding.ander or p.duiding.ontkend)]
        was = {p.waarde for p in eigen if p.rol in ("vroeger", "gestopt")}
        vrij = bool(was) and not any(p.rol in ("nu", "los") for p in eigen) and not self._onderwijs
        return [p for p in plekken if not (vrij and p in gewenst and p.waarde not in was)]

    def _wil_alsnog(self, p: Schoolplek) -> bool:
        begin, einde = self._verhaal.indeling.grenzen(p.vermelding.van)
        wens = "alsnog" in self._verhaal.tussen(begin, einde) and self._verhaal.sein("wens", begin, einde)
        return self._namen.is_diploma(p.vermelding) and p.waarde in VERVOLG and bool(wens)

    def _zelfde_niveau(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "student mbo 2, wil bbl": learning on the job instead of at school is no other education."""
        nu = {p.waarde for p in plekken if p.rol in ("nu", "los") and not p.duiding.ander} or {str(self._onderwijs)}
        weg = {id(p) for p in plekken if p.rol in ("wens", "bestemming") and p.vermelding.begrip.heeft("leerweg")}
        if not nu & set(MBO) or any(p.rol == "gestopt" for p in plekken):
            return list(plekken)
        return [p for p in plekken if id(p) not in weg]

    def _voor_mbo(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "gestopt met mbo 4, ook de havo niet afgemaakt": one comes to mbo from such a school, whatever is told first."""
        mbo = any(p.waarde in VERVOLG and p.rol in EIGEN and not p.duiding.ander for p in plekken)
        return [
            replace(p, rol="vroeger")
            if mbo and p.rol == "gestopt" and p.waarde in VOOR_MBO and not self._daarna(p)
            else p
            for p in plekken
        ]

    def _aangenomen(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "doet vmbo-tl, is geplaatst bij mbo 4": who is at a school before mbo is accepted for what comes next."""
        nu = [p for p in plekken if p.rol in ("nu", "los") and p.waarde in (*VOOR_MBO, "vso") and not p.duiding.ander]
        return [
            replace(p, rol="bestemming")
            if p.waarde in VERVOLG and p.rol in ("nu", "los") and self._wordt_toegelaten(p)
            and any(n.vermelding.van < p.vermelding.van for n in nu)
            else p
            for p in plekken
        ]  # fmt: skip

    def _wordt_toegelaten(self, p: Schoolplek) -> bool:
        """Accepted or put down for it, in its clause or in the one that it is an aside to."""
        begin, einde = self._verhaal.indeling.grenzen(p.vermelding.van)
        if begin and p.vermelding.van - begin <= 1:
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)
        woorden = self._verhaal.tussen(begin, einde)
        aangemeld = verband("aangemeld") & woorden - {"ingeschreven"}
        zelf = {"zich", "ingeschreven"} <= woorden
        return bool(aangemeld or zelf) and not self._verhaal.sein("verleden", begin, einde)

    def _aangeboden(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "staat nergens ingeschreven, werkt bij een slager en kan daar bbl niveau 2 doen": offered to who has left."""
        gestopt = any(p.rol == "gestopt" and not p.duiding.ander for p in plekken)
        weg = (f for f in self._verhaal.van_soort("feiten") if f.begrip.naam == "gestopt")
        if not (gestopt or any(self._duider(f).oordeel == "genoemd" for f in weg)):
            return list(plekken)
        return [replace(p, rol="bestemming") if p.rol == "los" and self._krijgt_aan(p) else p for p in plekken]

    def _krijgt_aan(self, p: Schoolplek) -> bool:
        begin, einde = self._verhaal.indeling.grenzen(p.vermelding.van)
        aanbod = verband("biedt_aan") & self._verhaal.tussen(begin, einde)
        niet = p.duiding.ontkend or p.duiding.ander or self._verhaal.sein("verleden", begin, einde)
        return p.waarde in VERVOLG and bool(aanbod) and not niet

    def _al_ingeschreven(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "ingeschreven voor niveau 2, daarvoor vmbo": with no other school to be at and no time to come, one is at it."""
        if self._onderwijs or any(p.rol in ("nu", "los", "gestopt") and not p.duiding.ander for p in plekken):
            return list(plekken)
        return [replace(p, rol="nu") if self._staat_er(p) else p for p in plekken]

    def _staat_er(self, p: Schoolplek) -> bool:
        begin, _ = self._verhaal.indeling.grenzen(p.vermelding.van)
        zin = self._verhaal.indeling.zinsgrenzen(p.vermelding.van)
        ingeschreven = "ingeschreven" in self._verhaal.tussen(begin, p.vermelding.van)
        straks = self._verhaal.sein("toekomst", *zin)
        return p.rol == "bestemming" and p.waarde in VERVOLG and ingeschreven and not (p.duiding.ontkend or straks)

    def _al_daar(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "entreestudente, rondt haar entree af en gaat naar mbo 2": where one is already, one does not go, unless it says "naar"."""
        hier = {p.waarde for p in plekken if p.rol in ("nu", "los") and not (p.duiding.ander or p.duiding.ontkend)}
        hier = {waarde for waarde in hier if isinstance(waarde, str)}

        def blijft(p: Schoolplek) -> bool:
            begin, _ = self._verhaal.indeling.grenzen(p.vermelding.van)
            erheen = ({"naar"} | verband("aangemeld")) & self._verhaal.tussen(begin, p.vermelding.van)
            erheen = set() if p.waarde in _MET_KLASSEN else erheen  # "van havo 3 naar havo 4"
            zelfde = p.waarde in hier or (isinstance(p.waarde, frozenset) and bool(hier & p.waarde & set(MBO)))
            return p.rol in ("bestemming", "wens") and zelfde and not (erheen or p.duiding.ontkend)

        return [replace(p, rol="los") if blijft(p) else p for p in plekken]

    def _daarna(self, p: Schoolplek) -> bool:
        """ "mbo 2 gestopt, daarna weer vmbo geprobeerd"."""
        begin, _ = self._verhaal.indeling.grenzen(p.vermelding.van)
        return bool(verband("weer_terug") & self._verhaal.tussen(begin, p.vermelding.van))

    def _eerstvolgende(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "gaat naar entree, daarna hoopt hij op niveau 2", "wil op termijn mbo 4": what comes later, or was wished before, is not the next step."""
        uit: list[Schoolplek] = []
        verder = False
        for plek in plekken:
            vooruit = plek.rol in ("bestemming", "wens") and not plek.duiding.ontkend
            if vooruit and (self._pas_later(plek.vermelding, verder) or self._duider.wou_eerst(plek.vermelding.van)):
                continue
            if plek.rol == "vroeger" and self._duider.wou_eerst(plek.vermelding.van):
                continue  # "eerst dacht ze aan niveau 3, nu ..."
            if self._duider.tijd.geloofde(plek.vermelding.van) and self._toch_anders(plek.vermelding):
                continue
            verder = verder or (vooruit and not plek.ander_wil)
            uit.append(plek)
        return uit

    def _toch_anders(self, v: Vermelding) -> bool:
        """ "ik dacht dat hij naar mbo 2 ging, maar nee": what was believed is not so."""
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        return "maar" in self._verhaal.tussen(v.tot, einde)

    def _pas_later(self, v: Vermelding, verder: bool) -> bool:
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        straks = verband("dan_pas") & self._verhaal.tussen(begin, v.van)
        verder = verder or self._na_diploma(v)
        return bool(self._verhaal.sein("op_termijn", begin, v.van)) or (verder and bool(straks))

    def _na_diploma(self, v: Vermelding) -> bool:
        """ "wil zijn entreediploma halen en daarna niveau 2": a student in mbo who first finishes what he is doing."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        eerder = [
            a for a in self._alle if begin <= a.van < v.van and a.begrip.naam in VERVOLG and self._namen.is_diploma(a)
        ]
        return bool(eerder) and bool(self._verhaal.sein("wens", begin, eerder[-1].van))

    def _afgeketst(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "pro. Entree is besproken, maar dat ziet hij niet zitten": a second school that was only spoken of."""
        uit: list[Schoolplek] = []
        for plek in plekken:
            andere = [p for p in uit if not p.duiding.ander and p.waarde != plek.waarde and p.rol in EIGEN]
            nu = self._onderwijs not in (None, plek.waarde) or any(p.rol in ("nu", "los") for p in andere)
            if plek.rol == "los" and nu and self._duider.herroeping(plek.vermelding) == "onhaalbaar":
                plek = replace(plek, rol="bestemming", duiding=replace(plek.duiding, ontkend=True))
            elif plek.rol == "los" and (nu or andere) and self._besproken(plek.vermelding):
                plek = replace(plek, rol="bestemming", duiding=replace(plek.duiding, zeker=False))
            uit.append(plek)
        return uit

    def _besproken(self, v: Vermelding) -> bool:
        """ "vavo en mbo heb ik met hem doorgenomen", "de mbo-plek die klaarstond": no school that he is at."""
        return self._verhaal.norm(v.tot) in verband("schoolplek") or bool(
            self._verhaal.sein("besproken", *self._verhaal.indeling.zinsgrenzen(v.van))
        )

    def _een_van(self, plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
        """ "vso, pro of entree: doorhalen wat niet van toepassing is": one of a row, it is not told which."""
        rij: set[int] = set()
        for nr in range(len(plekken) - 1, 0, -1):
            a, b = plekken[nr - 1], plekken[nr]
            tussen = [self._verhaal.norm(n) for n in range(a.vermelding.tot, b.vermelding.van)]
            los = {a.rol, b.rol} <= {"nu", "los"}
            if los and (tussen == ["of"] or (tussen == [","] and nr in rij)):
                rij |= {nr - 1, nr}
        return [replace(p, duiding=replace(p.duiding, zeker=False)) if nr in rij else p for nr, p in enumerate(plekken)]


def _een_keer(plekken: Sequence[Schoolplek]) -> list[Schoolplek]:
    """ "vakopleiding, niveau 3, daar start hij na de zomer": one school named twice in a row, of which one naming tells more."""
    uit: list[Schoolplek] = []
    for plek in plekken:
        vorige = uit[-1] if uit else None
        zelfde = vorige and vorige.waarde == plek.waarde and plek.vermelding.van - vorige.vermelding.tot <= _VLAK_ERNA
        if zelfde and vorige and (vorige.rol, plek.rol) == ("los", "bestemming"):
            uit[-1] = plek
        elif not (zelfde and vorige and (vorige.rol, plek.rol) == ("bestemming", "los")):
            uit.append(plek)
    return uit
