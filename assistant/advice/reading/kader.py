"""In what frame a goal stands: wished, planned, possible, or merely named."""

from __future__ import annotations

from typing import Final, Literal

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import lijst, verband

#: The weight of what the youth wishes.
WENS: Final = 3
#: So many words at most make a heading: "keuze van de jongere:".
_KORTE_KOP = 5

Kader = Literal["wens", "plan", "kan", ""]


class Kaderlezer:
    """Tells the frame of a mention by the verbs around it."""

    def __init__(self, duider: Duider) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal

    def __call__(self, v: Vermelding) -> Kader:
        """Wish, plan or possibility, by the words before the goal, else after it, else in the clause before.

        Work that is told of ("werkt 20 uur") is a goal only after such words.
        """
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        is_werk = v.begrip.soort == "werk"
        if (
            any(a <= v.van and v.tot <= b for a, b in self._verhaal.signalen.get("wens", ()))  # "voor werk gekozen"
            or (self._verhaal.norm(begin) == ":" and self._kop(begin) == "wens" and v.begrip.naam != "overstap")
            or self._verhaal.sein("keuze", begin, v.van)
            or self._wat_gewenst_is(begin)
            or self._wil_dat(begin)
            or self.eerst_dat(v)
            or self._voorwaarde(begin)
            or self._in_plaats_daarvan(begin)
        ):
            return "wens"
        if wel := self._dit_wel(v, begin):
            return wel
        if kader := self.sein(begin, v.van):
            return kader
        if not is_werk and self._zet_wens_voort(v):
            return "wens"
        if not is_werk and (kader := "wens" if self.sein(v.tot, einde) == "wens" else self.sein(v.van, einde)):
            return kader
        if self._loopt_door(v) and (kader := self.sein(*self._vorig_deel(begin)) or self._kop(begin)):
            return kader
        if self._duider.vorm.vroeg_naar_plan(v.van):
            return "wens"
        return (
            "plan" if not is_werk and self._verhaal.sein("toekomst", *self._verhaal.indeling.zinsgrenzen(v.van)) else ""
        )

    def sein(self, van: int, tot: int) -> Kader:
        """The strongest frame that is signalled within words ``van`` up to ``tot``."""
        kaders: tuple[Kader, ...] = ("wens", "kan", "plan")
        kader: Kader = next((k for k in kaders if self._verhaal.sein(k, van, tot)), "")
        return "plan" if kader == "kan" and self._kan_beginnen(van, tot) else kader

    def pas_zodra(self, v: Vermelding) -> bool:
        """ "werken wil hij pas | als hij een diploma heeft": the other thing comes first."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        _, zin = self._verhaal.indeling.zinsgrenzen(v.van)
        pas = "pas" in self._verhaal.tussen(v.tot, einde)
        return pas and einde < zin and self._verhaal.norm(einde) in verband("zodra")

    def _voorwaarde(self, begin: int) -> bool:
        """ "wil pas werken | als hij dat diploma heeft": what something else is made to wait for."""
        if not begin or self._verhaal.norm(begin) not in verband("zodra"):
            return False
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        return "pas" in self._verhaal.tussen(vorig, tot)

    def eerst_dat(self, v: Vermelding) -> bool:
        """ "eerst haar diploma": what comes first, without a verb."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, v.tot))
        eerst = "eerst" in self._verhaal.tussen(max(begin, v.van - 2), v.van)
        return eerst and los and bool(verband("diplomawoord") & self._verhaal.tussen(v.van, v.tot))

    def _kan_beginnen(self, van: int, tot: int) -> bool:
        """ "kan daar in maart starten": arranged, not merely possible."""
        begint = verband("kan_beginnen") & self._verhaal.tussen(van, tot)
        return bool(begint) and bool(
            self._verhaal.sein("toekomst", *self._verhaal.indeling.zinsgrenzen(max(van, tot - 1)))
        )

    def _wat_gewenst_is(self, begin: int) -> bool:
        """ "wat ze wil | is passend werk", "het enige wat hij wil | , is terug naar school"."""
        eerste = begin + (self._verhaal.norm(begin) == ",")
        if not begin or self._verhaal.norm(eerste) not in ("is", "was"):
            return False
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        vooraan = self._verhaal.tussen(vorig, vorig + 4)
        return "wat" in vooraan and bool(self._verhaal.sein("wens", vorig, tot)) and not self.ontkend(vorig, tot)

    def _wil_dat(self, begin: int) -> bool:
        """ "ouders en jongen willen | dat hij een diploma haalt"; whose wish it is, is judged elsewhere."""
        bijzin = self._duider.bijzin(begin)
        if bijzin is None:
            return False
        vorig, tot = self._verhaal.indeling.grenzen(bijzin - 1)
        wil = {self._verhaal.norm(p) for p in self._verhaal.sein("wens", vorig, tot)}
        return bool(wil & verband("wil_dat")) and not self.ontkend(vorig, tot)

    def _in_plaats_daarvan(self, begin: int) -> bool:
        """ "nog een keer proberen wijst hij af | : geld verdienen | , werken": what a list names after a refusal."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(begin)
        punt = next((n for n in range(begin, zin, -1) if self._verhaal.norm(n) == ":"), 0)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(punt, begin)) and bool(punt)
        return (
            los
            and self._verhaal.norm(punt - 1) in verband("geweigerd")
            and bool(self._verhaal.sein("onhaalbaar", zin, punt))
        )

    def _dit_wel(self, v: Vermelding, begin: int) -> Kader:
        """ "het mbo hoeft niet van hem | , werken wel": what is refused before it is meant of this, turned around."""
        _, einde = self._verhaal.indeling.grenzen(v.van)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
        slot = self._verhaal.norm(v.tot) if los and self._verhaal.norm(einde - 1) == "wel" else ""
        slot = "wel" if slot in lijst("zinnen")["voorzetsels"] else slot  # "geld verdienen in de fabriek wel"
        verder = self._verhaal.norm(v.tot + 1) if slot != "wel" else ""
        if not begin or "wel" not in (slot, self._verhaal.norm(v.tot)) or (verder and verder.isalnum()):
            return ""
        vorig, tot = self._verhaal.indeling.grenzen(begin - 1)
        if not self.ontkend(vorig, tot):
            return ""
        haalbaar = verband("haalbaar") & self._verhaal.tussen(vorig, tot)
        return "kan" if haalbaar else "wens"

    def ontkend(self, begin: int, einde: int) -> bool:
        """ "wat hij niet wil | is een opleiding"."""
        return bool(self._verhaal.sein("ontkenning", begin, einde))

    def _vorig_deel(self, begin: int) -> tuple[int, int]:
        """The clause before; behind an aside ("gaat hij (18, Peize) werken") the clause that the aside broke off."""
        nr = begin - 1
        if self._verhaal.norm(begin) == ")":
            nr = next((n for n in range(begin, 0, -1) if self._verhaal.norm(n) == "("), 1) - 1
        vorig, tot = self._verhaal.indeling.grenzen(max(nr, 0))
        if vorig and self._verhaal.norm(vorig) == "," and self._verhaal.norm(vorig + 1) in ("geen", "niet"):
            return self._vorig_deel(vorig)  # "wil geen entree | , geen niveau 2 | , gewoon werken"
        return vorig, tot

    def _kop(self, begin: int) -> Kader:
        """ "Wens: stoppen, betaald werk", "wens van hemzelf: werk": what stands before the colon holds for the whole list."""
        zin, _ = self._verhaal.indeling.zinsgrenzen(begin)
        punt = next((n for n in range(begin, zin, -1) if self._verhaal.norm(n) == ":"), zin)
        kort = punt if punt - zin <= _KORTE_KOP else zin + 2
        return self.sein(max(zin, punt - 2), punt + 1) or self.sein(zin, min(kort, punt))

    def _zet_wens_voort(self, v: Vermelding) -> bool:
        """ "wil niet werken | maar terug naar school": the "naar" of the goal itself is no plan that undoes the wish."""
        begin, einde = self._verhaal.indeling.grenzen(v.van)
        los = not any(is_persoonsvorm(self._verhaal.norm(n)) for n in range(begin, einde))
        eigen = self.sein(v.tot, einde)
        return los and not eigen and self._loopt_door(v) and self.sein(*self._vorig_deel(begin)) == "wens"

    def _loopt_door(self, v: Vermelding) -> bool:
        """A clause without its own verb goes on with the wish before it, within the sentence."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        zin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        eigen_werkwoord = any(self._verhaal.norm(n) in lijst("zinnen")["werkwoorden"] for n in range(begin, v.tot))
        return begin > zin and not eigen_werkwoord and self._verhaal.norm(begin) != "die"
