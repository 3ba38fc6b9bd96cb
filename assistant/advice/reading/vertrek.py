"""Leaving school: when it has happened, and when it is a wish, a threat, or about something else than school."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.advice.reading.duiding import Duider, Duiding
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.schoolplek import VERVOLG, Schoolplek
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.uitval import Uitvallezer
from assistant.advice.reading.woordenschat import verband

#: "Uitgeschreven" goes before what else is said of being at school; "geen school" gives way to why there is none.
_STERK, _ZWAK = 3, 1


class Vertreklezer:
    """Reads ``inschrijving`` from the words for stopping and leaving in one text."""

    def __init__(self, uitval: Uitvallezer, duider: Duider, scholen: Sequence[Schoolplek]) -> None:
        self._uitval = uitval
        self._duider = duider
        self._verhaal = duider.verhaal
        self._scholen = scholen

    def gestopt(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """Left school, when it is about school and not a wish, a threat, or a job or a habit."""
        if duiding.ander:
            yield Bewering("inschrijving", "uitgeschreven", v.van, v.tot, "ander-persoon")
            return
        yield from self.vertrek(v, duiding)
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        rondom = self._verhaal.tussen(begin, v.van) | self._verhaal.tussen(v.tot, min(einde, v.tot + 2))
        wens = self._als_wens(v) or (self.wil_hier_niet(v) and self._verhaal.sein("niet_hier", v.van, v.tot))
        straks = verband("nog_niet_weg") & rondom or wens
        eenduidig = v.begrip.heeft("niet_ontkenbaar")  # "niet langer leerling bij ons"
        binnen = self._uitval.omvat(v.van) and not eenduidig
        if duiding.ontkend or straks or self._uitval.noemt_vertrek(v) or binnen:
            weggestuurd = verband("weggestuurd") & self._verhaal.tussen(v.van, v.tot)
            if weggestuurd and not duiding.ontkend and {"wordt", "worden"} & rondom:
                yield Bewering("dreigende_uitval", "ja", v.van, v.tot)
            yield Bewering("inschrijving", "uitgeschreven", v.van, v.tot, "ontkend")
            return
        if (self._iets_anders(v, einde) and not eenduidig) or self._eerdere_school(v):
            return
        kracht = _ZWAK if v.begrip.heeft("zwak") and self._geen_plek() else _STERK
        yield Bewering("inschrijving", "uitgeschreven", v.van, v.tot, "genoemd", duiding.zeker, kracht)

    def _geen_plek(self) -> bool:
        """ "geen onderwijs: het aanbod schiet tekort": why there is no school is told beside it."""
        feiten = (f for f in self._verhaal.van_soort("feiten") if f.begrip.zet.get("inschrijving") == "thuiszitter")
        return any(self._duider(f).oordeel == "genoemd" for f in feiten)

    def vertrek(self, v: Vermelding, duiding: Duiding) -> Iterator[Bewering]:
        """Leaving that threatens: "dreigt te stoppen met de opleiding", "de kans dat zij van school gaat"."""
        if not duiding.ander and self._uitval.onder_dreiging(v):
            waarde = "nee" if duiding.ontkend else "ja"
            oordeel: Oordeel = "verleden" if duiding.verleden else "genoemd"
            yield Bewering("dreigende_uitval", waarde, v.van, v.tot, oordeel, duiding.zeker)

    def wil_hier_niet(self, v: Vermelding) -> bool:
        """ "wil wel een diploma | maar niet op deze school": a wish, no enrolment that ended."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.sein("wens", begin, v.van):
            return True
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
        vorig = self._verhaal.indeling.grenzen(max(begin - 1, 0))
        return begin > 0 and los and bool(self._verhaal.sein("wens", *vorig))

    def _als_wens(self, v: Vermelding) -> bool:
        """ "Wens: werken, geen school meer": told under such a head it has not happened yet."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        punt = next((n for n in range(v.van, zin, -1) if self._verhaal.norm(n) in (":", "|")), None)
        if not punt or self._verhaal.norm(punt) != ":":
            return False
        return any(self._verhaal.sein(naam, max(zin, punt - 3), punt) for naam in ("wens", "plan", "toekomst"))

    def _iets_anders(self, v: Vermelding, einde: int) -> bool:
        """ "gestopt met blowen": the thing that was stopped is not a school."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        weggestuurd = verband("weggestuurd") & self._verhaal.tussen(v.van, v.tot)
        if weggestuurd and verband("zo_vaak") & self._verhaal.tussen(max(begin, v.van - 2), v.van):
            return True  # "drie keer weggestuurd"
        stage = verband("stageplek") & self._verhaal.tussen(begin, v.tot + 1)  # "na twee mislukte stages"
        if stage and not any(begin <= p.vermelding.van < einde for p in self._scholen):
            return True
        if self._van_werk(begin) or verband("bedrijfsnaam") & self._verhaal.tussen(max(begin, v.van - 4), v.van):
            return True  # "omdat het bedrijf ermee stopte"
        if self._verhaal.norm(v.tot) not in ("met", "op", "bij"):
            return False
        school = any(v.tot <= p.vermelding.van < einde for p in self._scholen)
        probleem = any(v.tot <= a.van < v.tot + 4 for a in self._verhaal.van_soort("problemen", "werk"))
        return not school and (probleem or self._verhaal.norm(v.tot + 1) not in verband("is_school"))

    def _van_werk(self, begin: int) -> bool:
        """ "had een baan, die is gestopt": taken up with "die", it is the work that ended."""
        eerste = begin + (self._verhaal.norm(begin) in (",", "("))
        if not begin or self._verhaal.norm(eerste) not in ("die", "dat", "dit"):
            return False
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        return bool(verband("werkwoord_los") & self._verhaal.tussen(vorig, tot))

    def _eerdere_school(self, v: Vermelding) -> bool:
        """ "student mbo 4, komt van de havo, die niet afgemaakt": it is the school before that was left."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        voor = [p for p in self._scholen if zin <= p.vermelding.van < v.van and not p.duiding.ander]
        nu = any(p.rol == "nu" or (p.rol == "los" and p.waarde in VERVOLG) for p in self._scholen)
        return bool(voor) and voor[-1].rol == "vroeger" and nu
