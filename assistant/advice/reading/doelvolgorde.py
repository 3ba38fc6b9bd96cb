"""What is no aim now: what comes later, what stands beside it, what is there already, what is only the way to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.kader import Kader, Kaderlezer
from assistant.advice.reading.schoolplek import MBO
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: What is finished where one is, before the next step.
_NU_BEZIG: Final = ("lager-diploma", "blijven", "blijft-daar")
#: Going on at school after a school is one aim: "weer met entree starten en daarna doorleren".
_LEREN: Final = ("leren", "diploma")
ERHEEN: Final = ("arbeid", "dagbesteding")
#: Within so many words before it "naast" or "via" is about a goal.
_ERNAAST: Final = 3


def bestemming_van(v: Vermelding) -> str:
    """The destination that a mention is about, if any."""
    profiel = str(v.begrip.zet.get("uitstroomprofiel", ""))
    doel = str(v.begrip.kenmerken.get("gaat_naar", "")) if v.begrip.soort == "doel" else profiel
    return doel if doel in ERHEEN else ""


def _is_werk(v: Vermelding) -> bool:
    return v.begrip.soort == "werkplek" or bestemming_van(v) == "arbeid"


class Doelvolgorde:
    """Puts the goals of one text in order: only what comes first is an aim."""

    def __init__(self, duider: Duider, kader: Kaderlezer, bekend: Mapping[str, Any]) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._kader = kader
        self._bekend = bekend

    def geen_doel(self, v: Vermelding, kader: Kader) -> bool:
        """Whether a goal that is named is no aim now."""
        if (kader == "wens" and self._later(v)) or self._komt_later(v) or self._pas_daarna(v) or self._eindpunt(v):
            return True
        if self._waartoe(v) or self._ernaast(v) or self._kader.pas_zodra(v) or self._bezit(v) or self._te_veel(v):
            return True
        if self._bijbaan(v):
            return True
        return self.leert_daar(v) or self._vak(v) or self._en_dan(v)

    def _en_dan(self, v: Vermelding) -> bool:
        """ "wil een niveau 2 diploma halen en dan werken": the diploma comes first."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        werk = v.begrip.kenmerken.get("perspectief") == "arbeid"
        dan = self._verhaal.norm(v.van - 1) in verband("dan_pas") and werk
        diplomas = (d for d in self._verhaal.van_soort("doel", "feiten") if d.begrip.naam == "diploma")
        eerder = [d for d in diplomas if zin <= d.van < v.van]
        return dan and any(not self._duider(d).ontkend and not self._eindpunt(d) for d in eerder)

    def _vak(self, v: Vermelding) -> bool:
        """ "een vakdiploma, iets met lassen": what is to be learned."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        iets = {"iets", "wat"} & {self._verhaal.norm(v.van - 2)} and self._verhaal.norm(v.van - 1) in ("met", "in")
        eerder = (d for d in self._verhaal.van_soort("doel") if zin <= d.van < v.van and d.begrip.naam in _LEREN)
        return bool(iets) and any(not self._duider(d).ontkend for d in eerder)

    def _pas_daarna(self, v: Vermelding) -> bool:
        """ "wil eerst een opleiding doen voor hij gaat werken": the other thing comes first."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        los_voor = self._verhaal.norm(begin - 1) == "voor" and self._verhaal.norm(begin) not in (
            ",",
            "en",
        )  # not "staat er goed voor en"
        voor = "voordat" in self._verhaal.tussen(begin, v.van) or los_voor
        eerst = next((n for n in range(zin, v.van) if self._eerst(n)), None)
        doelen = [d for d in self._verhaal.van_soort("doel") if eerst is not None and eerst < d.van < v.van]
        doelen = [d for d in doelen if not self._eindpunt(d)]
        return voor or any(d.begrip.naam != v.begrip.naam for d in doelen) or self._eerst_nog(v)

    def _eerst_nog(self, v: Vermelding) -> bool:
        """ "wil best werken, maar eerst het diploma"."""
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        later = (d for d in self._verhaal.van_soort("doel", "feiten") if v.tot <= d.van < einde)
        return any(self._kader.eerst_dat(d) for d in later)

    def _waartoe(self, v: Vermelding) -> bool:
        """ "een diploma halen, maar dan bbl | zodat hij kan blijven verdienen": what another aim makes possible."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        leren = any(d.begrip.naam in _LEREN for d in self._verhaal.van_soort("doel") if zin <= d.van < begin)
        return self._verhaal.norm(begin) == "zodat" and leren and bestemming_van(v) == "arbeid"

    def _ernaast(self, v: Vermelding) -> bool:
        """ "wil naast zijn werk een diploma halen": the work there is, beside what is wished."""
        if v.begrip.kenmerken.get("perspectief") != "arbeid":
            return False
        if self._verhaal.norm(v.van - 1) == "en" and self._verhaal.norm(v.van - 2) in verband("leert"):
            return True  # "wil leren en blijven werken"
        if v.begrip.heeft("altijd"):
            return False
        begin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        naast = verband("naast_werk") & self._verhaal.tussen(max(begin, v.van - _ERNAAST), v.tot - 1)
        leren = (
            d for d in self._verhaal.van_soort("doel", "feiten")
            if begin <= d.van < einde and d is not v and not self._duider(d).ontkend
        )  # fmt: skip
        return bool(naast) and any(d.begrip.kenmerken.get("perspectief") == "startkwalificatie" for d in leren)

    def leert_daar(self, v: Vermelding) -> bool:
        """ "wil een vakdiploma halen, het liefst in het bedrijf": where one learns, not what one aims at."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, v.tot))
        eerder = [d for d in self._verhaal.van_soort("doel") if zin <= d.van < begin and d.begrip.naam in _LEREN]
        plek = self._verhaal.norm(v.van) in verband("werkplek") or self._verhaal.norm(v.van - 1) == "in"
        return los and plek and bool(eerder) and "liefst" in self._verhaal.tussen(begin, v.van)

    def _bijbaan(self, v: Vermelding) -> bool:
        """ "zoekt voor de zaterdag een baantje": a job beside school."""
        erbij = self._verhaal.sein("bijbaan", *self._verhaal.indeling.grenzen(v.van))
        return bool(erbij) and bestemming_van(v) == "arbeid" and not v.begrip.heeft("altijd")

    def _te_veel(self, v: Vermelding) -> bool:
        """ "te laat naar bed, te veel werken": what somebody does too much of is no aim."""
        veel = verband("overdaad") & {self._verhaal.norm(v.van - 1)}
        return "teveel" in veel or (bool(veel) and self._verhaal.norm(v.van - 2) == "te")

    def _bezit(self, v: Vermelding) -> bool:
        """ "iemand met havodiploma die werk zoekt": a diploma that there is."""
        nr = self._verhaal.voor(v.van)
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        met = self._verhaal.norm(nr) == "met" and not self._kader.sein(begin, v.van)
        return met and bool(verband("diplomawoord") & self._verhaal.tussen(v.van, v.tot))

    def _eindpunt(self, v: Vermelding) -> bool:
        """ "wil na zijn entreediploma werken": a lower diploma from which work is the next thing."""
        zin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        werk = [d for d in self._verhaal.van_soort("doel", "werkplek") if v.tot <= d.van < einde and _is_werk(d)]
        if not werk or not self._lager(v):
            return False
        dan = verband("dan_pas") & self._verhaal.tussen(v.tot, werk[0].van)
        return "na" in self._verhaal.tussen(max(zin, v.van - 2), v.van) or bool(dan)

    def _lager(self, v: Vermelding) -> bool:
        """A diploma that is no startkwalificatie, or one that a student in entree speaks of."""
        if v.begrip.naam == "lager-diploma":
            return True
        scholen = {
            a.begrip.naam for a in self._verhaal.van_soort("school") if not self._duider(a).ander and a.begrip.naam
        }
        scholen -= {a.begrip.naam for a in self._verhaal.van_soort("school") if self._valt_af(a)}
        return v.begrip.naam == "diploma" and "entree" in scholen and not scholen & set(MBO)

    def _valt_af(self, school: Vermelding) -> bool:
        """A school that is denied or refused is none that he is at: "niveau 2 is niks voor haar"."""
        _, einde = self._verhaal.indeling.grenzen(school.van)
        return self._duider(school).ontkend or self._duider.onhaalbaar(school.tot, einde)

    def _eerst(self, nr: int) -> bool:
        """ "wil eerst ...", "zou eerst ..."; not "eerst dachten we ...", "eerst zou hij ..."."""
        deel = self._verhaal.tussen(*self._verhaal.indeling.grenzen(nr))
        plan_van_toen = self._verhaal.norm(nr + 1) in verband("wou")
        return self._verhaal.norm(nr) == "eerst" and bool(verband("nog_niet_over") & deel) and not plan_van_toen

    def _later(self, v: Vermelding) -> bool:
        """What comes after the first goal ("en daarna werken") is not the aim now."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        daarna = verband("daarna") & self._verhaal.tussen(max(begin, v.van - 5), v.van)
        daarna -= {"ooit", "later"} if v.begrip.naam == "diploma" else set()
        return bool(daarna) and (daarna != {"daarna"} or self._iets_eerst(v))

    def _komt_later(self, v: Vermelding) -> bool:
        """ "gaat naar entree; werken komt later wel"."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        komt = self._verhaal.norm(v.tot) in ("komt", "kan", "mag")
        return komt and bool(verband("daarna") & self._verhaal.tussen(v.tot, min(v.tot + 4, einde)))

    def _iets_eerst(self, v: Vermelding) -> bool:
        """Whether another step was told of before it; "zit op het pro en wil daarna werken" counts from where he is."""
        if self._bekend.get("gaat_naar") not in (None, "nee", v.begrip.kenmerken.get("gaat_naar")):
            return True
        eerder = [a for a in self._verhaal.vermeldingen if a.van < v.van and not self._duider(a).ontkend]
        eerder = [a for a in eerder if not (a.begrip.soort == "doel" and self._eindpunt(a))]
        ander = (a.begrip.naam for a in eerder if a.begrip.soort == "doel" and a.begrip.naam not in _NU_BEZIG)
        scholen = (a for a in eerder if a.begrip.soort == "school" and v.begrip.naam not in _LEREN)
        return any(naam != v.begrip.naam for naam in ander) or any(map(self._gaat_erheen, scholen))

    def _gaat_erheen(self, school: Vermelding) -> bool:
        """Whether a school is one that is gone to, by the words before it in its clause."""
        begin, _ = self._verhaal.indeling.grenzen(school.van)
        return any(self._verhaal.sein(naam, begin, school.van) for naam in ("wens", "plan", "bestemming"))
