"""Goals that a text takes up instead of naming them: "dat wil hij graag", "gaat daar heen", "en hij gaat ook"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.advice.reading.doelvolgorde import ERHEEN, bestemming_van
from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.kader import WENS
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.schoolplek import MBO, VERVOLG
from assistant.advice.reading.woordenschat import verband

#: So near before "daar" a school is what it takes up.
_NET_GENOEMD = 3


class Doelverwijzing:
    """Claims about goals that were spoken of before."""

    def __init__(self, duider: Duider, bekend: Mapping[str, Any]) -> None:
        self._duider = duider
        self._bekend = bekend
        self._verhaal = duider.verhaal

    def __call__(self) -> Iterator[Bewering]:
        """What is wished for or gone to by taking it up."""
        yield from self._wil_het_wel()
        yield from self._daarheen()
        yield from self._gaat_ook()

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
                if (waar := bestemming_van(v)) == perspectief:  # "werken lukt wel en dat wil ze"
                    yield Bewering("gaat_naar", waar, v.van, v.tot, "genoemd", True, 2)

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
        if v.begrip.naam == "geen-werk":
            return "arbeid"  # "heeft geen werk en dat wil ze wel"
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
        if self._verhaal.indeling.deel[tot - 1] != self._verhaal.indeling.deel[plek]:
            return None  # "zij wil | dat hij ook gaat leren"
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
