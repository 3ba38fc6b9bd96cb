"""What the youth wants, plans or can do: ``gaat_naar`` and ``perspectief``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from assistant.advice.reading.doelblijven import Blijver
from assistant.advice.reading.doeloordeel import Doeloordeel
from assistant.advice.reading.doelverwijzing import Doelverwijzing
from assistant.advice.reading.doelvolgorde import Doelvolgorde, bestemming_van
from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.formulier import in_kop
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.kader import WENS, Kader, Kaderlezer
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.naar_werkplek import Werkplekken
from assistant.advice.reading.woordenschat import verband

_KRACHT: Final[dict[Kader, int]] = {"wens": WENS, "plan": 2, "kan": 1, "": 2}

#: Goals that are an outlook as soon as they can be reached.
_HAALBAAR: Final = ("arbeid", "diploma", "lager-diploma")
#: Within how many words before it "niet alleen maar" is about a goal.
_NIET_ALLEEN = 4
#: Goals that are no school, and how near behind "overstap" one stands.
_GEEN_SCHOOL: Final = ("arbeid", "dagbesteding")
_ERHEEN = 3
#: ... and "zodat", its subject and "wel" in between.
_ZODAT = 5


class Doellezer:
    """Reads goals in the light of the verbs around them."""

    def __init__(self, duider: Duider, bekend: Mapping[str, Any]) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._kader = Kaderlezer(duider)
        self._oordeel = Doeloordeel(duider, self._kader)
        self._verwijzing = Doelverwijzing(duider, bekend)
        self._blijver = Blijver(duider, bekend)
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
                or self._overstap_erheen(v)
                or self._schrijver_wil(v)
            ):  # "van opleiding wisselen wil hij niet" is staying
                continue
            if self._telt(v):
                yield from self._beweer(v, self._kader(v))
            elif v.begrip.naam == "begint-bij" and self._is_dagbesteding(v):
                zeker, oordeel = self._oordeel.stand(v)
                yield Bewering("gaat_naar", "dagbesteding", v.van, v.tot, oordeel, zeker)
        yield from self._verwijzing()
        yield from self._blijver()
        for v in self._verhaal.van_soort("feiten"):
            if v.begrip.kenmerken.get("perspectief") and not self._duider.vorm.is_vraag(v.van):
                yield from self._beweer(v, self._kader(v))
        for v in (v for v in Werkplekken(self._duider)() if not self._volgorde.leert_daar(v)):
            zeker, oordeel = self._oordeel.stand(v)
            if self._plek_van_dagbesteding(v):
                yield Bewering("gaat_naar", "dagbesteding", v.van, v.tot, oordeel, zeker, 2)
                continue
            yield Bewering("gaat_naar", "arbeid", v.van, v.tot, oordeel, zeker, 2)
            yield Bewering("perspectief", "arbeid", v.van, v.tot, oordeel, zeker, 2)

    def _overstap_erheen(self, v: Vermelding) -> bool:
        """ "maakt de overstap naar dagbesteding", "stapt over naar betaald werk": a step to what is named behind it."""
        doelen = (d for d in self._verhaal.van_soort("doel") if v.tot <= d.van <= v.tot + _ERHEEN)
        naar = "naar" in self._verhaal.tussen(v.tot, v.tot + 2)
        return v.begrip.naam == "overstap" and naar and any(bestemming_van(d) in _GEEN_SCHOOL for d in doelen)

    def _schrijver_wil(self, v: Vermelding) -> bool:
        """ "ik wil weten hoe de overstap geregeld is": what the writer wants of a step that was told of before."""
        norm, (zin, _) = self._verhaal.norm, self._verhaal.indeling.zinsgrenzen(v.van)
        bijzin = norm(v.van - 1) in verband("lidwoord") and norm(v.van - 2) in verband("vraagzin") | {"dat"}
        ik = bool({"ik", "wij", "we"} & self._verhaal.tussen(zin, v.van - 2))
        return v.begrip.naam == "overstap" and bijzin and ik

    def _niet_alleen(self, v: Vermelding) -> bool:
        """ "wil niet alleen maar werken": work is part of what is wished, so it is not the aim."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        vlak_voor = self._verhaal.sein("niet_alleen", max(begin, v.van - _NIET_ALLEEN), v.van)
        return bool(vlak_voor) and v.begrip.kenmerken.get("perspectief") == "arbeid"

    def _telt(self, v: Vermelding) -> bool:
        """Whether the words around a loose expression make it a goal."""
        if v.begrip.naam == "begint-bij" and (self._is_dagbesteding(v) or self._school_houdt(v) or self._bij_ons(v)):
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
            return not self._blijver.elders(v)
        if v.begrip.naam == "leren" and self._school_voorbij(v):
            return False
        if v.begrip.naam == "leren" and v.begrip.heeft("vol"):
            return self._verhaal.norm(v.tot) not in ("naar", "op")
        return v.begrip.naam != "blijft-daar" or self._blijver.werkt_er(v)

    def _school_voorbij(self, v: Vermelding) -> bool:
        """ "wil na school gaan werken", "na deze opleiding": the time after it."""
        voor = v.van - (2 if self._verhaal.norm(v.van - 1) in verband("lidwoord") | verband("aanwijzend") else 1)
        school = self._verhaal.norm(v.van) in verband("afgeronde_school")
        return school and self._verhaal.norm(voor) in verband("vertrekpunt")

    def _bij_ons(self, v: Vermelding) -> bool:
        """ "kan die bij jullie terecht": with who is asked for help, no employer."""
        return bool(verband("bij_ons") & self._verhaal.tussen(v.van, v.tot + 2))

    def _school_houdt(self, v: Vermelding) -> bool:
        """ "school wil hem graag houden": no employer."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        school = verband("instelling") | {"school", "mentor", "team", "wij", "we"}
        return v.begrip.heeft("gekregen") and bool(school & self._verhaal.tussen(begin, v.tot))

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

    def _beweer(self, v: Vermelding, kader: Kader) -> Iterator[Bewering]:
        if self._volgorde.geen_doel(v, kader):
            return
        gaat, perspectief = v.begrip.kenmerken.get("gaat_naar"), v.begrip.kenmerken.get("perspectief")
        altijd = v.begrip.heeft("altijd")
        zeker, oordeel = self._oordeel.stand(v)
        if v.begrip.naam == "overstap" and oordeel == "ontkend":
            yield Bewering("gaat_naar", "nee", v.van, v.tot, "genoemd", zeker)
        if gaat and (altijd or kader in ("wens", "plan")):
            yield Bewering("gaat_naar", gaat, v.van, v.tot, oordeel, zeker, 1 if gaat == "nee" else 2)
        if perspectief and (altijd or self._is_perspectief(v, kader)):
            yield Bewering("perspectief", perspectief, v.van, v.tot, oordeel, zeker, _KRACHT[kader])

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
        if v.begrip.naam == "diploma" and self._waarvoor(v, begin):
            return True
        return kader == "wens" or (kader == "kan" and v.begrip.naam in _HAALBAAR)

    def _waarvoor(self, v: Vermelding, begin: int) -> bool:
        """ "terug naar mbo 2 om daar een diploma te halen", "zodat hij wel een diploma haalt": what a step is taken for."""
        norm = self._verhaal.norm
        om = next((n for n in range(v.van - 1, begin - 1, -1) if norm(n) == "om"), -1)
        te_halen = om >= 0 and "te" in self._verhaal.tussen(v.van, v.tot + 1)
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        return te_halen or "zodat" in self._verhaal.tussen(max(zin, v.van - _ZODAT), v.van)
