"""What the youth wants, plans or can do: ``gaat_naar`` and ``perspectief``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.woordenschat import lijst

Kader = Literal["wens", "plan", "kan", ""]
WENS, PLAN, KAN = 3, 2, 1
_GAAT: Final = {
    "arbeid": "arbeid",
    "dagbesteding": "dagbesteding",
    "overstap": "ander-onderwijs",
    "blijven": "nee",
    "blijft-werken": "arbeid",
    "blijft-daar": "arbeid",
}
_PERSPECTIEF: Final = {
    "arbeid": "arbeid", "dagbesteding": "dagbesteding", "diploma": "startkwalificatie", "leren": "startkwalificatie",
    "overstap": "startkwalificatie", "blijft-werken": "arbeid", "blijft-daar": "arbeid",
}  # fmt: skip


class Doellezer:
    """Reads goals in the light of the verbs around them."""

    def __init__(self, duider: Duider) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal

    def __call__(self) -> Iterator[Bewering]:
        """Claims about ``gaat_naar`` and ``perspectief``; ``diploma`` and ``onderwijs`` goals only when wished."""
        for v in self._verhaal.van_soort("doel"):
            if not self._duider.is_vraag(v.van) and (v.begrip.naam != "blijft-daar" or self._werkt_er(v)):
                yield from self._beweer(v, self.kader(v))

    def _werkt_er(self, v: Vermelding) -> bool:
        """ "mag daar blijven" is about work when an internship or job was spoken of just before."""
        begin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        begin = self._verhaal.indeling.zinsgrenzen(begin - 1)[0] if begin else 0
        voor = {self._verhaal.norm(n) for n in range(begin, v.van)}
        return bool(voor & {"stage", "werkt", "baas", "werkgever", "baan", "contract"}) or any(
            w.endswith("bedrijf") for w in voor
        )

    def kader(self, v: Vermelding) -> Kader:
        """Wish, plan or possibility, by the words before the goal, else after it, else in the clause before."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        for van, tot in ((begin, v.van), (v.van, v.tot), (v.tot, einde)):
            if kader := self._sein(van, tot):
                return kader
        if self._loopt_door(v) and (kader := self._sein(*self._verhaal.indeling.grenzen(begin - 1))):
            return kader
        return "plan" if self._verhaal.sein("toekomst", *self._verhaal.indeling.zinsgrenzen(v.van)) else ""

    def _sein(self, van: int, tot: int) -> Kader:
        kaders: tuple[Kader, ...] = ("wens", "kan", "plan")
        return next((k for k in kaders if self._verhaal.sein(k, van, tot)), "")

    def _loopt_door(self, v: Vermelding) -> bool:
        """A clause without its own verb goes on with the wish before it, within the sentence."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        eigen_werkwoord = any(self._verhaal.norm(n) in lijst("zinnen")["werkwoorden"] for n in range(begin, v.tot))
        return begin > zin and not eigen_werkwoord

    def _beweer(self, v: Vermelding, kader: Kader) -> Iterator[Bewering]:
        doel = v.begrip.naam
        duiding = self._duider(v)
        oordeel: Oordeel = "ontkend" if self._afgewezen(v, duiding.ontkend) else duiding.oordeel
        if oordeel == "verleden":
            oordeel = (
                "verleden" if not self._verhaal.sein("wens", *self._verhaal.indeling.grenzen(v.van)) else "genoemd"
            )
        if self._duider.wens_van_ander(v.van):
            oordeel = "ander-persoon"
        zeker = duiding.zeker and not self._herroepen(v)
        if (waarde := _GAAT.get(doel)) and self._telt_als_plan(doel, kader):
            later = kader == "wens" and self._later(v)
            if not later:
                yield Bewering("gaat_naar", waarde, v.van, v.tot, oordeel, zeker, PLAN if doel != "blijven" else KAN)
        if (waarde := _PERSPECTIEF.get(doel)) and self._telt_als_perspectief(doel, kader) and not self._later(v):
            kracht = {"wens": WENS, "plan": PLAN, "kan": KAN, "": PLAN}[kader]
            yield Bewering("perspectief", waarde, v.van, v.tot, oordeel, zeker, kracht)

    def _telt_als_plan(self, doel: str, kader: Kader) -> bool:
        if doel in ("blijven", "blijft-werken", "blijft-daar"):
            return True
        return kader in ("wens", "plan")

    def _telt_als_perspectief(self, doel: str, kader: Kader) -> bool:
        if doel in ("blijft-werken", "blijft-daar"):
            return True
        if doel == "dagbesteding":
            return kader != "plan"
        return kader == "wens" or (kader == "kan" and doel in ("arbeid", "diploma"))

    def _afgewezen(self, v: Vermelding, ontkend: bool) -> bool:
        """Denied, or the lesser of two: "liever werken dan leren"."""
        voor = [self._verhaal.norm(n) for n in range(max(0, v.van - 3), v.van)]
        begin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        eerder = {self._verhaal.norm(n) for n in range(begin, v.van)}
        return ontkend or ("dan" in voor and bool({"liever", "beter", "eerder", "meer"} & eerder))

    def _later(self, v: Vermelding) -> bool:
        """What comes after the first goal ("en daarna werken") is not the aim now."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        voor = {self._verhaal.norm(n) for n in range(max(begin, v.van - 5), v.van)}
        return bool({"daarna", "uiteindelijk", "later", "ooit"} & voor)

    def _herroepen(self, v: Vermelding) -> bool:
        """ "wil werken, maar dat is niet haalbaar": the next clause takes it back."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        for _ in range(2):
            if einde >= len(self._verhaal.woorden) or any(
                einde <= a.van < self._verhaal.indeling.grenzen(einde)[1]
                for a in self._verhaal.van_soort("doel", "school")
            ):
                return False
            begin, einde = self._verhaal.indeling.grenzen(einde)
            kan = self._verhaal.sein("kan", begin, einde)
            if kan and self._verhaal.sein("ontkenning", begin, einde):
                return True
        return False
