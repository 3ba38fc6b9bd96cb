"""What the youth wants, plans or can do: ``gaat_naar`` and ``perspectief``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from assistant.advice.reading.doelvolgorde import ERHEEN, Doelvolgorde, bestemming_van
from assistant.advice.reading.doelvoorbij import Doelvoorbij
from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.formulier import in_kop
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.kader import Kader, Kaderlezer
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.naar_werkplek import Werkplekken
from assistant.advice.reading.schoolplek import MBO, VERVOLG
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.werkplek import is_werkplek
from assistant.advice.reading.wie import ZELF
from assistant.advice.reading.woordenschat import verband

#: The weight of what the youth wishes.
WENS: Final = 3
_KRACHT: Final[dict[Kader, int]] = {"wens": WENS, "plan": 2, "kan": 1, "": 2}

#: Goals that are an outlook as soon as they can be reached.
_HAALBAAR: Final = ("arbeid", "diploma", "lager-diploma")
#: Within how many words before it "niet alleen maar" is about a goal.
_NIET_ALLEEN = 4
#: So near before "daar" a school is what it takes up.
_NET_GENOEMD = 3
#: ... and "heeft geen zin meer in".
_GEEN_ZIN = 6


class Doellezer:
    """Reads goals in the light of the verbs around them."""

    def __init__(self, duider: Duider, bekend: Mapping[str, Any]) -> None:
        self._duider = duider
        self._bekend = bekend
        self._verhaal = duider.verhaal
        self._kader = Kaderlezer(duider)
        self._voorbij = Doelvoorbij(duider, self._kader)
        self._volgorde = Doelvolgorde(duider, self._kader, bekend)

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
        yield from self._gaat_ook()
        yield from self._blijft()
        for v in self._verhaal.van_soort("feiten"):
            if v.begrip.kenmerken.get("perspectief") and not self._duider.vorm.is_vraag(v.van):
                yield from self._beweer(v, self._kader(v))
        for v in (v for v in Werkplekken(self._duider)() if not self._volgorde.leert_daar(v)):
            zeker, oordeel = self._stand(v)
            if self._plek_van_dagbesteding(v):
                yield Bewering("gaat_naar", "dagbesteding", v.van, v.tot, oordeel, zeker, 2)
                continue
            yield Bewering("gaat_naar", "arbeid", v.van, v.tot, oordeel, zeker, 2)
            yield Bewering("perspectief", "arbeid", v.van, v.tot, oordeel, zeker, 2)

    def _niet_alleen(self, v: Vermelding) -> bool:
        """ "wil niet alleen maar werken": work is part of what is wished, so it is not the aim."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        vlak_voor = self._verhaal.sein("niet_alleen", max(begin, v.van - _NIET_ALLEEN), v.van)
        return bool(vlak_voor) and v.begrip.kenmerken.get("perspectief") == "arbeid"

    def _wil_het_wel(self) -> Iterator[Bewering]:
        """ "haalt zo zijn diploma niet, terwijl hij dat wel wil": what was spoken of just before is wished for."""
        eens = self._verhaal.signalen.get("eens_met", ())
        for plek, tot in (*self._verhaal.signalen.get("wil_het_wel", ()), *eens):
            zin, _ = self._verhaal.indeling.zinsgrenzen(plek)
            if zin and verband("dat_daar") & self._verhaal.tussen(zin, min(plek + 1, zin + 2)):
                zin, _ = self._verhaal.indeling.zinsgrenzen(zin - 1)  # "haal dat papiertje. Dat ziet hij zitten"
            doelen = [(v, w) for v in self._verhaal.vermeldingen if zin <= v.van < tot and (w := self._doel(v))]
            eerder = [(v, w) for v, w in doelen if v.van < plek]
            eerder = [d for d in eerder if self._verhaal.norm(d[0].van - 1) != "zonder"] or eerder
            if (plek, tot) in eens:
                eerder = [d for d in eerder if not self._buiten_bereik(d[0])]
            zelf = doelen and doelen[-1][0].van >= plek  # "wil het diploma gewoon halen" names it itself
            if eerder and not zelf and not self._duider.houder.van[plek] and not self._wil_het_niet(tot):
                v, perspectief = eerder[-1]
                yield Bewering("perspectief", perspectief, v.van, v.tot, "genoemd", True, WENS)

    def _buiten_bereik(self, v: Vermelding) -> bool:
        _, einde = self._verhaal.indeling.grenzen(v.van)
        zelf = self._verhaal.sein("ontkenning", v.van, v.tot)
        return bool(zelf) or self._duider(v).ontkend or self._duider.onhaalbaar(v.tot, einde)

    def _wil_het_niet(self, tot: int) -> bool:
        """ "... en dat wil ze | ook niet"; "dat wil hij niet opgeven" is a wish all the same."""
        _, einde = self._verhaal.indeling.grenzen(tot - 1)
        niet = self._verhaal.sein("ontkenning", tot - 1, einde)
        return bool(niet) and not verband("laat_niet_los") & self._verhaal.tussen(niet[-1], einde)

    def _doel(self, v: Vermelding) -> str:
        """The outlook that a mention is about, wished or not."""
        woorden = range(v.van, v.tot)
        if any(
            self._verhaal.norm(n) in verband("diplomawoord") and self._verhaal.norm(n - 1) != "zonder" for n in woorden
        ):
            return "startkwalificatie"
        kan = v.begrip.naam in MBO and self._verhaal.sein("kan", *self._verhaal.indeling.grenzen(v.van))
        if v.begrip.heeft("leerweg") or kan:  # "mbo-2 is haalbaar, hij wil dat dolgraag"
            return "startkwalificatie"  # "zijn baas dringt aan op een bbl en dat wil hij ook"
        return str(v.begrip.kenmerken.get("perspectief", "")) if v.begrip.soort == "doel" else ""

    def _daarheen(self) -> Iterator[Bewering]:
        """ "profiel dagbesteding, gaat daar na de zomer heen": to what was spoken of last."""
        alles = (0, len(self._verhaal.woorden))
        for plek in sorted({*self._verhaal.sein("daarheen", *alles), *self._verhaal.sein("daar_beginnen", *alles)}):
            begin, einde = self._verhaal.indeling.grenzen(plek)
            erheen = verband("erheen") & self._verhaal.tussen(plek, einde)
            if self._duider.houder.van[plek] or not (erheen or self._verhaal.sein("daar_beginnen", begin, einde)):
                continue
            if any(
                plek - _NET_GENOEMD <= a.tot <= plek and a.begrip.naam in VERVOLG
                for a in self._verhaal.van_soort("school")
            ):
                continue  # "vakopleiding timmerman, niveau 3, daar start hij"
            bekend = [w for veld in ("uitstroomprofiel", "perspectief") if (w := self._bekend.get(veld)) in ERHEEN]
            eerder = bekend + [
                w for v in self._verhaal.vermeldingen if v.van < plek and (w := self._plek_toen(v, plek))
            ]
            if eerder and not self._verhaal.sein("ontkenning", begin, einde):
                yield Bewering(
                    "gaat_naar", eerder[-1], plek, plek + 1, "genoemd", self._duider.twijfel.is_zeker(plek, plek + 1), 2
                )

    def _gaat_ook(self) -> Iterator[Bewering]:
        """ "zijn zus is naar entree gegaan en hij gaat per augustus ook": where another went, the youth goes."""
        for plek, tot in self._verhaal.signalen.get("gaat_ook", ()):
            v = self._weg_van_ander(plek, tot)
            waar = v and (v.begrip.naam if v.begrip.naam in VERVOLG else v.begrip.kenmerken.get("gaat_naar"))
            if v and waar and not self._duider.houder.van[tot - 1]:
                zeker = self._duider.twijfel.is_zeker(plek, tot)
                yield Bewering("gaat_naar", waar, v.van, v.tot, "genoemd", zeker, 2)

    def _weg_van_ander(self, plek: int, tot: int) -> Vermelding | None:
        """Where another went in the sentence of "hij gaat ook", which names nothing itself and denies nothing."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(plek)
        begin, einde = self._verhaal.indeling.grenzen(plek)
        wegen = [v for v in self._verhaal.van_soort("school", "doel") if zin <= v.van < einde]
        if tot < einde or not wegen or wegen[-1].van >= begin or self._verhaal.sein("ontkenning", begin, einde):
            return None
        return wegen[-1] if self._duider(wegen[-1]).ander else None

    def _plek_toen(self, v: Vermelding, plek: int) -> str:
        """The destination that a mention before word ``plek`` can be; a workplace if one goes there some day, not as a trainee."""
        if v.begrip.soort != "werkplek":
            wie = self._duider(v).ander  # "ouders zochten een activiteitencentrum uit, daar gaat ze heen"
            return "" if (wie and wie not in verband("ouder")) or self._was_profiel(v) else bestemming_van(v)
        begin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        _, einde = self._verhaal.indeling.zinsgrenzen(plek)
        straks = self._verhaal.sein("toekomst", *self._verhaal.indeling.grenzen(plek))
        gezocht = self._verhaal.sein("stage_gevonden", begin, einde)
        nabij = begin >= self._verhaal.indeling.zinsgrenzen(max(self._verhaal.indeling.zinsgrenzen(plek)[0] - 1, 0))[0]
        return "arbeid" if straks and nabij and not gezocht else ""

    def _was_profiel(self, v: Vermelding) -> bool:
        """ "terwijl haar profiel altijd arbeid was": no place that "daar" takes up."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        return "uitstroomprofiel" in v.begrip.zet and "was" in self._verhaal.tussen(v.van, einde)

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
        return any(
            zin <= a.van < einde and bestemming_van(a) == "dagbesteding" and not self._duider(a).ontkend for a in alle
        )

    def _plek_van_dagbesteding(self, v: Vermelding) -> bool:
        """ "ziet dagbesteding als de volgende stap; per april kan hij terecht op een kinderboerderij"."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        if not zin or self._verhaal.norm(zin) not in (";", ":"):
            return False
        vorig, einde = self._verhaal.indeling.zinsgrenzen(zin - 1)
        doelen = [d for d in self._verhaal.van_soort("doel") if vorig <= d.van < einde]
        return any(d.begrip.naam == "dagbesteding" and self._oordeel(d) == "genoemd" for d in doelen)

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
        if self._volgorde.geen_doel(v, kader):
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
        gevraagd = self._duider.twijfel.vraagt_ernaar(v.van)  # "collega vroeg of zij naar dagbesteding gaat"
        return self._duider(v).zeker and not herroeping and not gevraagd, oordeel

    def _is_perspectief(self, v: Vermelding, kader: Kader) -> bool:
        """A wish, or what can be done; day care also when it is simply named."""
        if v.begrip.naam == "dagbesteding":
            if self._verhaal.norm(v.tot) == "dus":  # "wil iets te doen hebben, dagbesteding dus"
                return True
            beste = self._verhaal.sein("hoogst_haalbaar", v.tot, self._verhaal.indeling.grenzen(v.van)[1])
            return kader != "plan" or bool(beste)  # "een plek met dagactiviteiten is het hoogst haalbare"
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
            or self._voorbij(v)
            or self._duider.wou_eerst(v.van)
        ):
            return "verleden"
        if self._afgewezen(v, duiding.ontkend):
            return "ontkend"
        gewenst = self._verhaal.sein("wens", *self._verhaal.indeling.grenzen(v.van)) or self._kader.eerst_dat(v)
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
            or (v.begrip.naam == "diploma" and verhaal.sein("haalt_niet", v.tot, einde))
            or self._geweigerd(v)
            or verhaal.sein("in_plaats_van", v.van - 4, v.van)
        ):
            return True
        if verhaal.sein("stoppen_met", v.van - 3, v.van) or verhaal.norm(v.tot) in verband("stopt_ermee"):
            return True
        if verhaal.sein("ook_niet", v.tot, v.tot + 2) and verhaal.norm(v.tot) == "evenmin":
            return True  # "leren wil hij niet, werken evenmin"
        if verhaal.sein("geen_zin_in", max(begin, v.van - _GEEN_ZIN), v.van):
            return True
        niets = {"niets", "niks"} & verhaal.tussen(v.van - 5, v.van)  # "wil niets liever dan haar diploma"
        minder = "dan" in verhaal.tussen(v.van - 3, v.van) and not niets
        zin, _ = verhaal.indeling.zinsgrenzen(v.van)
        return minder and bool(verband("beter_dan") & verhaal.tussen(zin, v.van))

    def _geweigerd(self, v: Vermelding) -> bool:
        """A change of school that was refused; who is refused a job may look for another."""
        return v.begrip.naam == "overstap" and self._duider.geweigerd(v)
