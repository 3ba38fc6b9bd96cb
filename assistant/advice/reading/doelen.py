"""What the youth wants, plans or can do: ``gaat_naar`` and ``perspectief``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.formulier import in_kop
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.kader import Kader, Kaderlezer
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.naar_werkplek import Werkplekken
from assistant.advice.reading.schoolplek import MBO
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.werkplek import is_werkplek
from assistant.advice.reading.wie import ZELF
from assistant.advice.reading.woordenschat import lijst, verband

#: The weight of what the youth wishes.
WENS: Final = 3
_KRACHT: Final[dict[Kader, int]] = {"wens": WENS, "plan": 2, "kan": 1, "": 2}


#: Goals that are an outlook as soon as they can be reached.
_HAALBAAR = ("arbeid", "diploma", "lager-diploma")


#: What is finished where one is, before the next step.
_NU_BEZIG = ("lager-diploma", "blijven", "blijft-daar")
#: Going on at school after a school is one aim: "weer met entree starten en daarna doorleren".
_LEREN = ("leren", "diploma")
_ERHEEN = ("arbeid", "dagbesteding")
#: Within how many words before it "niet alleen maar" is about a goal.
_NIET_ALLEEN = 4
#: ... and "heeft geen zin meer in".
_GEEN_ZIN = 6
#: ... and "naast" or "via".
_ERNAAST = 3


def _is_werk(v: Vermelding) -> bool:
    return v.begrip.soort == "werkplek" or _plek(v) == "arbeid"


def _plek(v: Vermelding) -> str:
    """The destination that a mention is about, if any."""
    profiel = str(v.begrip.zet.get("uitstroomprofiel", ""))
    doel = str(v.begrip.kenmerken.get("gaat_naar", "")) if v.begrip.soort == "doel" else profiel
    return doel if doel in _ERHEEN else ""


class Doellezer:
    """Reads goals in the light of the verbs around them."""

    def __init__(self, duider: Duider, bekend: Mapping[str, Any]) -> None:
        self._duider = duider
        self._bekend = bekend
        self._verhaal = duider.verhaal
        self._kader = Kaderlezer(duider)

    def __call__(self) -> Iterator[Bewering]:
        """Claims about ``gaat_naar`` and ``perspectief``; ``diploma`` and ``onderwijs`` goals only when wished."""
        koppen = in_kop(self._verhaal)
        blijft = [v for v in self._verhaal.van_soort("doel") if v.begrip.naam == "blijven"]
        for v in self._verhaal.van_soort("doel", "werk"):
            if (
                v.van in koppen
                or self._duider.vorm.is_vraag(v.van)
                or (v.begrip.soort == "werk" and not v.begrip.heeft("perspectief"))
                or self._niet_alleen(v)
                or any(v.begrip.naam == "overstap" and b.van < v.tot and v.van < b.tot for b in blijft)
            ):  # "van opleiding wisselen wil hij niet" is staying
                continue
            if self._telt(v):
                yield from self._beweer(v, self._kader(v))
            elif v.begrip.naam == "begint-bij" and self._is_dagbesteding(v):
                zeker, oordeel = self._stand(v)
                yield Bewering("gaat_naar", "dagbesteding", v.van, v.tot, oordeel, zeker)
        yield from self._wil_het_wel()
        yield from self._daarheen()
        yield from self._blijft()
        for v in self._verhaal.van_soort("feiten"):
            if v.begrip.kenmerken.get("perspectief") and not self._duider.vorm.is_vraag(v.van):
                yield from self._beweer(v, self._kader(v))
        for v in (v for v in Werkplekken(self._duider)() if not self._leert_daar(v)):
            zeker, oordeel = self._stand(v)
            yield Bewering("gaat_naar", "arbeid", v.van, v.tot, oordeel, zeker, 2)
            yield Bewering("perspectief", "arbeid", v.van, v.tot, oordeel, zeker, 2)

    def _niet_alleen(self, v: Vermelding) -> bool:
        """ "wil niet alleen maar werken": work is part of what is wished, so it is not the aim."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        vlak_voor = self._verhaal.sein("niet_alleen", max(begin, v.van - _NIET_ALLEEN), v.van)
        return bool(vlak_voor) and v.begrip.kenmerken.get("perspectief") == "arbeid"

    def _wil_het_wel(self) -> Iterator[Bewering]:
        """ "haalt zo zijn diploma niet, terwijl hij dat wel wil": what was spoken of just before is wished for."""
        for plek, tot in self._verhaal.signalen.get("wil_het_wel", ()):
            zin, _ = self._verhaal.indeling.zinsgrenzen(plek)
            if zin and verband("dat_daar") & self._verhaal.tussen(zin, min(plek + 1, zin + 2)):
                zin, _ = self._verhaal.indeling.zinsgrenzen(zin - 1)  # "haal dat papiertje. Dat ziet hij zitten"
            doelen = [(v, w) for v in self._verhaal.vermeldingen if zin <= v.van < tot and (w := self._doel(v))]
            eerder = [(v, w) for v, w in doelen if v.van < plek]
            eerder = [d for d in eerder if self._verhaal.norm(d[0].van - 1) != "zonder"] or eerder
            zelf = len(doelen) > len(eerder)  # "wil het diploma gewoon halen" names it itself
            if eerder and not zelf and not self._duider.houder.van[plek] and not self._wil_het_niet(tot):
                v, perspectief = eerder[-1]
                yield Bewering("perspectief", perspectief, v.van, v.tot, "genoemd", True, WENS)

    def _wil_het_niet(self, tot: int) -> bool:
        """ "... en dat wil ze | ook niet"; "dat wil hij niet opgeven" is a wish all the same."""
        _, einde = self._verhaal.indeling.grenzen(tot - 1)
        niet = self._verhaal.sein("ontkenning", tot - 1, einde)
        return bool(niet) and not verband("laat_niet_los") & self._verhaal.tussen(niet[-1], einde)

    def _doel(self, v: Vermelding) -> str:
        """The outlook that a mention is about, wished or not."""
        if verband("diplomawoord") & self._verhaal.tussen(v.van, v.tot):
            return "startkwalificatie"
        return str(v.begrip.kenmerken.get("perspectief", "")) if v.begrip.soort == "doel" else ""

    def _daarheen(self) -> Iterator[Bewering]:
        """ "profiel dagbesteding, gaat daar na de zomer heen": to what was spoken of last."""
        alles = (0, len(self._verhaal.woorden))
        for plek in sorted({*self._verhaal.sein("daarheen", *alles), *self._verhaal.sein("daar_beginnen", *alles)}):
            begin, einde = self._verhaal.indeling.grenzen(plek)
            erheen = verband("erheen") & self._verhaal.tussen(plek, einde)
            if self._duider.houder.van[plek] or not (erheen or self._verhaal.sein("daar_beginnen", begin, einde)):
                continue
            bekend = [w for veld in ("uitstroomprofiel", "perspectief") if (w := self._bekend.get(veld)) in _ERHEEN]
            eerder = bekend + [
                w for v in self._verhaal.vermeldingen if v.van < plek and (w := self._plek_toen(v, plek))
            ]
            if eerder and not self._verhaal.sein("ontkenning", begin, einde):
                yield Bewering(
                    "gaat_naar", eerder[-1], plek, plek + 1, "genoemd", self._duider.twijfel.is_zeker(plek, plek + 1), 2
                )

    def _plek_toen(self, v: Vermelding, plek: int) -> str:
        """The destination that a mention before word ``plek`` can be; a workplace if one goes there some day, not as a trainee."""
        if v.begrip.soort != "werkplek":
            return "" if self._duider(v).ander else _plek(v)
        begin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        _, einde = self._verhaal.indeling.zinsgrenzen(plek)
        straks = self._verhaal.sein("toekomst", *self._verhaal.indeling.grenzen(plek))
        gezocht = self._verhaal.sein("stage_gevonden", begin, einde)
        nabij = begin >= self._verhaal.indeling.zinsgrenzen(max(self._verhaal.indeling.zinsgrenzen(plek)[0] - 1, 0))[0]
        return "arbeid" if straks and nabij and not gezocht else ""

    def _blijft(self) -> Iterator[Bewering]:
        """ "wil blijven en zijn diploma halen": on the present school, when no work or home is spoken of."""
        for v in self._verhaal.van_soort("doel"):
            woorden = self._verhaal.tussen(v.van, v.tot)
            begin, einde = self._verhaal.indeling.grenzen(v.van)
            elders = verband("blijft_elders") & self._verhaal.tussen(begin, einde)
            blijft = v.begrip.naam == "blijft-daar" and "blijven" in woorden and not self._werkt_er(v)
            if blijft and not elders and not any(v.tot <= a.van < v.tot + 2 for a in self._verhaal.vermeldingen):
                duiding = self._duider(v)
                yield Bewering("gaat_naar", "nee", v.van, v.tot, duiding.oordeel, duiding.zeker)

    def _telt(self, v: Vermelding) -> bool:
        """Whether the words around a loose expression make it a goal."""
        if v.begrip.naam == "begint-bij" and (self._is_dagbesteding(v) or self._school_houdt(v)):
            return False
        if v.begrip.naam == "begint-bij":
            _, einde = self._verhaal.indeling.grenzen(v.van)
            elders = (a for a in self._verhaal.van_soort("school", "doel") if not self._duider(a).ontkend)
            onderwijs = any(
                self._verhaal.norm(n) in verband("onderwijsnaam") and self._verhaal.norm(n - 1) != "zonder"
                for n in range(v.tot, min(einde, v.tot + 4))
            )
            return not onderwijs and not any(v.tot <= a.van < einde for a in elders)
        if v.begrip.naam == "blijven" and self._verhaal.norm(v.tot) == "dan":
            return False  # "wil niets anders dan werken"
        if v.begrip.naam == "blijven" and self._verhaal.sein("gaat_om", v.van - 1, v.tot + 1):
            return False  # "het gaat over een jongen"
        if v.begrip.naam == "blijven":
            return not self._blijft_elders(v)
        if v.begrip.naam == "leren" and self._school_voorbij(v):
            return False
        if v.begrip.naam == "leren" and v.begrip.heeft("vol"):
            return self._verhaal.norm(v.tot) not in ("naar", "op")
        return v.begrip.naam != "blijft-daar" or self._werkt_er(v)

    def _school_voorbij(self, v: Vermelding) -> bool:
        """ "wil na school gaan werken": the time after it."""
        return self._verhaal.norm(v.van) == "school" and self._verhaal.norm(v.van - 1) in verband("vertrekpunt")

    def _blijft_elders(self, v: Vermelding) -> bool:
        """Staying that says nothing of the present school: "blijft zeggen dat", "werkt bij een kok en blijft daar"."""
        if self._verhaal.norm(v.tot - 1) == "bij" and self._bij_bedrijf(v.tot):
            return True
        daar = verband("daar_of_plan") & self._verhaal.tussen(v.van, v.tot + 2)
        weg = self._bekend.get("gaat_naar") not in (None, "nee")  # "blijft daar gewoon": undoes no destination
        volgt = self._verhaal.norm(v.tot)  # "blijft bij ons zitten" is no other thing to go on with
        return (volgt in werkwoorden() and volgt not in verband("zit")) or bool(daar and (weg or self._werkt_er(v)))

    def _school_houdt(self, v: Vermelding) -> bool:
        """ "school wil hem graag houden": no employer."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        school = verband("instelling") | {"school", "mentor", "team", "wij", "we"}
        return v.begrip.heeft("gekregen") and bool(school & self._verhaal.tussen(begin, v.tot))

    def _bij_bedrijf(self, nr: int) -> bool:
        """ "dan blijft hij bij DHL": a name that is no school's."""
        school = any(v.van <= nr < v.tot for v in self._verhaal.van_soort("school"))
        naam = nr < len(self._verhaal.woorden) and self._verhaal.woorden[nr].hoofdletter
        return bool(naam) and not school and self._verhaal.norm(nr) not in verband("onderwijsnaam")

    def _is_dagbesteding(self, v: Vermelding) -> bool:
        """ "profiel bijgesteld naar dagbesteding, hij kan terecht bij een atelier": no job."""
        zin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        alle = self._verhaal.van_soort("doel", "feiten")
        return any(zin <= a.van < einde and _plek(a) == "dagbesteding" and not self._duider(a).ontkend for a in alle)

    def _werkt_er(self, v: Vermelding) -> bool:
        """ "mag daar blijven" is about work when an internship or job was spoken of just before."""
        if "hier" in self._verhaal.tussen(v.van - 3, v.tot):  # "hier wil blijven": where the writer is, at school
            return False
        begin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        begin = self._verhaal.indeling.zinsgrenzen(begin - 1)[0] if begin else 0
        werkt = (w for w in self._verhaal.van_soort("werk") if w.begrip.heeft("perspectief") and begin <= w.van < v.van)
        if any(self._duider(w).oordeel == "genoemd" for w in werkt):
            return True
        for nr in range(begin, v.van):
            niet = self._verhaal.sein("ontkenning", nr - 3, nr)  # "kan geen leerbedrijf vinden"
            norm = self._verhaal.norm(nr)
            if niet or self._duider.houder.van[nr]:
                continue
            if norm in verband("werkplek") or norm.endswith("bedrijf") or is_werkplek(norm):
                return True
        return False

    def _beweer(self, v: Vermelding, kader: Kader) -> Iterator[Bewering]:
        if (kader == "wens" and self._later(v)) or self._pas_daarna(v) or self._eindpunt(v):
            return
        if self._ernaast(v) or self._kader.pas_zodra(v) or self._bezit(v) or self._te_veel(v) or self._leert_daar(v):
            return
        gaat, perspectief = v.begrip.kenmerken.get("gaat_naar"), v.begrip.kenmerken.get("perspectief")
        altijd = v.begrip.heeft("altijd")
        zeker, oordeel = self._stand(v)
        if v.begrip.naam == "overstap" and oordeel == "ontkend":
            yield Bewering("gaat_naar", "nee", v.van, v.tot, "genoemd", zeker)
        if gaat and (altijd or kader in ("wens", "plan")):
            yield Bewering("gaat_naar", gaat, v.van, v.tot, oordeel, zeker, 1 if gaat == "nee" else 2)
        if perspectief and (altijd or self._is_perspectief(v, kader)):
            yield Bewering("perspectief", perspectief, v.van, v.tot, oordeel, zeker, _KRACHT[kader])

    def _stand(self, v: Vermelding) -> tuple[bool, Oordeel]:
        """How sure and how meant, what the next clauses take back included."""
        herroeping, oordeel = self._duider.herroeping(v), self._oordeel(v)
        if herroeping == "onhaalbaar" and oordeel == "genoemd":
            oordeel = "ontkend"
        return self._duider(v).zeker and not herroeping, oordeel

    def _is_perspectief(self, v: Vermelding, kader: Kader) -> bool:
        """A wish, or what can be done; day care also when it is simply named."""
        if v.begrip.naam == "dagbesteding":
            return kader != "plan" or self._verhaal.norm(v.tot) == "dus"  # "wil iets te doen hebben, dagbesteding dus"
        if v.begrip.naam == "meer-werk" and kader == "plan":
            return True
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        doet = self._verhaal.norm(v.tot - 1).endswith("en")
        woorden = self._verhaal.tussen(v.van, v.tot)
        if v.begrip.naam == "diploma" and ({"maakt", "rondt"} & woorden or {"haalt", "hier"} <= woorden):
            return True  # "maakt zijn opleiding gewoon af"
        if v.begrip.naam == "diploma" and doet and verband("gaat") & self._verhaal.tussen(begin, v.van):
            return True  # "gaat gewoon zijn diploma halen"
        return kader == "wens" or (kader == "kan" and v.begrip.naam in _HAALBAAR)

    def _oordeel(self, v: Vermelding) -> Oordeel:
        """As any mention, but a wish told in the past tense still holds."""
        duiding = self._duider(v)
        ouders_zoeken = self._ouders_zoeken(v)
        if v.begrip.soort == "werkplek" or ouders_zoeken:
            duiding = replace(duiding, ander=ZELF)
        if self._duider.wens_van_ander(v.van) and not ouders_zoeken:
            return "ander-persoon"
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        if (
            self._verhaal.sein("stop", v.tot, min(v.tot + 2, einde))
            or self._achterhaald(v)
            or self._duider.wou_eerst(v.van)
        ):
            return "verleden"
        if self._afgewezen(v, duiding.ontkend):
            return "ontkend"
        gewenst = self._verhaal.sein("wens", *self._verhaal.indeling.grenzen(v.van))
        return "genoemd" if gewenst and duiding.oordeel == "verleden" else duiding.oordeel

    def _ouders_zoeken(self, v: Vermelding) -> bool:
        """ "ouders zoeken dagbesteding": for somebody of whom no aim of his own is told, it is what is wanted and can be done."""
        zoekt = verband("zoekt") & self._verhaal.tussen(*self._verhaal.indeling.grenzen(v.van))
        wie = self._duider.houder.van[v.van]
        if v.begrip.naam != "dagbesteding" or not zoekt or (wie and wie not in verband("ouder")) or self._weigert(v):
            return False
        andere = (
            a for a in self._verhaal.van_soort("doel") if a.begrip.naam != "dagbesteding" and self._kader(a) == "wens"
        )
        return not any(not self._duider(a).ontkend and not self._duider.wens_van_ander(a.van) for a in andere)

    def _weigert(self, v: Vermelding) -> bool:
        """ "ouders willen dagbesteding, hij wil dat niet"."""
        _, nr = self._verhaal.indeling.grenzen(v.van)
        _, zin = self._verhaal.indeling.zinsgrenzen(v.van)
        return bool(self._verhaal.sein("wens", nr, zin)) and self._kader.ontkend(nr, zin)

    def _achterhaald(self, v: Vermelding) -> bool:
        """ "Eerst riep hij dat hij wou werken. Nu wil hij ...": a sentence about before, and another goal after it."""
        zin, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        vooraan = self._verhaal.sein("verleden", zin, min(zin + 4, v.van))
        later = (a for a in self._verhaal.van_soort("doel") if a.van >= einde and self._kader.sein(einde, a.van))
        return bool(vooraan) and any(a.begrip.naam != v.begrip.naam for a in later)

    def _afgewezen(self, v: Vermelding, ontkend: bool) -> bool:
        """Denied, out of reach, stopped with, or the lesser of two: "liever werken dan leren"."""
        verhaal = self._verhaal
        begin, einde = verhaal.indeling.grenzen(v.van)
        if (
            ontkend
            or self._duider.onhaalbaar(v.tot, einde)
            or self._geweigerd(v)
            or verhaal.sein("in_plaats_van", v.van - 4, v.van)
        ):
            return True
        if verhaal.sein("stoppen_met", v.van - 3, v.van) or verhaal.norm(v.tot) in verband("stopt_ermee"):
            return True
        if verhaal.sein("geen_zin_in", max(begin, v.van - _GEEN_ZIN), v.van):
            return True
        niets = {"niets", "niks"} & verhaal.tussen(v.van - 5, v.van)  # "wil niets liever dan haar diploma"
        minder = "dan" in verhaal.tussen(v.van - 3, v.van) and not niets
        zin, _ = verhaal.indeling.zinsgrenzen(v.van)
        return minder and bool(verband("beter_dan") & verhaal.tussen(zin, v.van))

    def _geweigerd(self, v: Vermelding) -> bool:
        """A change of school that was refused; who is refused a job may look for another."""
        return v.begrip.naam == "overstap" and self._duider.geweigerd(v)

    def _pas_daarna(self, v: Vermelding) -> bool:
        """ "wil eerst een opleiding doen voor hij gaat werken": the other thing comes first."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        los_voor = (
            self._verhaal.norm(begin - 1) == "voor" and self._verhaal.norm(begin) != "en"
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
        leren = (d for d in self._verhaal.van_soort("doel", "feiten") if begin <= d.van < einde and d is not v)
        return bool(naast) and any(d.begrip.kenmerken.get("perspectief") == "startkwalificatie" for d in leren)

    def _leert_daar(self, v: Vermelding) -> bool:
        """ "wil een vakdiploma halen, het liefst in het bedrijf": where one learns, not what one aims at."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, v.tot))
        eerder = [d for d in self._verhaal.van_soort("doel") if zin <= d.van < begin and d.begrip.naam in _LEREN]
        plek = self._verhaal.norm(v.van) in verband("werkplek") or self._verhaal.norm(v.van - 1) == "in"
        return los and plek and bool(eerder) and "liefst" in self._verhaal.tussen(begin, v.van)

    def _te_veel(self, v: Vermelding) -> bool:
        """ "te laat naar bed, te veel werken": what somebody does too much of is no aim."""
        veel = verband("overdaad") & {self._verhaal.norm(v.van - 1)}
        return "teveel" in veel or (bool(veel) and self._verhaal.norm(v.van - 2) == "te")

    def _bezit(self, v: Vermelding) -> bool:
        """ "iemand met havodiploma die werk zoekt": a diploma that there is."""
        nr = v.van - (2 if self._verhaal.norm(v.van - 1) in lijst("zinnen")["lidwoorden"] else 1)
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
        """ "wil eerst ...", not "eerst dachten we ..."."""
        deel = self._verhaal.tussen(*self._verhaal.indeling.grenzen(nr))
        return self._verhaal.norm(nr) == "eerst" and bool(verband("nog_niet_over") & deel)

    def _later(self, v: Vermelding) -> bool:
        """What comes after the first goal ("en daarna werken") is not the aim now."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        daarna = verband("daarna") & self._verhaal.tussen(max(begin, v.van - 5), v.van)
        daarna -= {"ooit", "later"} if v.begrip.naam == "diploma" else set()
        return bool(daarna) and (daarna != {"daarna"} or self._iets_eerst(v))

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
