"""What is no goal any more: what might have been, what was weighed before the choice was made, an offer turned down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.advice.reading.doelvolgorde import bestemming_van
from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.kader import Kaderlezer
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.wie import ZELF
from assistant.advice.reading.woordenschat import verband

#: Ways to stay at work, which an employer may offer.
_AANBOD: Final = ("begint-bij", "blijft-daar", "blijft-werken")

#: Staying at the work there is.
_BLIJFT: Final = ("blijft-daar", "blijft-werken", "meer-werk")
_WEGEN: Final = ("gaat_naar", "perspectief")


def werk_verlaten(verhaal: Verhaal, beweringen: Sequence[Bewering]) -> list[Bewering]:
    """ "gestopt om te gaan werken; dat wil hij niet blijven doen, hij wil zijn diploma": the work told of before is over."""
    blijft = {nr for v in verhaal.van_soort("doel") if v.begrip.naam in _BLIJFT for nr in range(v.van, v.tot + 1)}
    werk = [b for b in beweringen if b.veld in _WEGEN and b.waarde == "arbeid"]
    weg = max((b.van for b in werk if b.oordeel == "ontkend" and b.van in blijft), default=-1)
    leert = any(
        b.van > weg and (b.veld, b.waarde, b.oordeel) == ("perspectief", "startkwalificatie", "genoemd")
        for b in beweringen
    )
    if weg < 0 or not leert:
        return list(beweringen)
    return [replace(b, oordeel="verleden") if b in werk and b.van < weg else b for b in beweringen]


def plan_van_toen(verhaal: Verhaal, v: Vermelding) -> bool:
    """ "eerst mbo 3 dan weer werken, maar nu definitief: ze maakt het af": a plan of before the choice in its sentence."""
    zin, einde = verhaal.indeling.zinsgrenzen(v.van)
    if verband("nu_anders") & verhaal.tussen(*verhaal.indeling.grenzen(v.van)):
        return False  # "eerst dacht ze aan niveau 3, nu gaat ze naar niveau 2 en dat staat vast": the choice itself
    return bool(verhaal.sein("wisselde", zin, einde)) and bool(verhaal.sein("keuze_gemaakt", v.tot, einde))


class Doelvoorbij:
    """Tells of one goal whether the text has left it behind."""

    def __init__(self, duider: Duider, kader: Kaderlezer) -> None:
        self._duider = duider
        self._verhaal = duider.verhaal
        self._kader = kader

    def __call__(self, v: Vermelding) -> bool:
        """Whether the goal is one of before, whatever wish stands beside it."""
        return (
            self._had_gewild(v)
            or self._was_in_twijfel(v)
            or self._aanbod_afgeslagen(v)
            or plan_van_toen(self._verhaal, v)
            or self._eerst_zou(v)
        )

    def _eerst_zou(self, v: Vermelding) -> bool:
        """ "eerst zou hij gaan werken, hij gaat nu naar de dagbesteding": a plan that another one took the place of."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        _, einde = self._verhaal.indeling.zinsgrenzen(v.van)
        toen = any(
            self._verhaal.norm(n) == "eerst" and self._verhaal.norm(n + 1) in verband("wou")
            for n in range(begin, v.van)
        )
        later = (d for d in self._verhaal.van_soort("doel", "school") if v.tot <= d.van < einde)
        anders = (d for d in later if bestemming_van(d) not in ("", bestemming_van(v)))
        return toen and any(not self._duider(d).ontkend for d in anders)

    def _had_gewild(self, v: Vermelding) -> bool:
        """ "die we eigenlijk naar werk hadden willen begeleiden", "het bedrijf had haar graag in dienst genomen"."""
        return bool(self._verhaal.sein("had_gewild", *self._verhaal.indeling.grenzen(v.van)))

    def _was_in_twijfel(self, v: Vermelding) -> bool:
        """ "twijfelde tussen werken en leren, maar de keuze is nu gemaakt": neither of the two is claimed there."""
        begin, _ = self._verhaal.indeling.grenzen(v.van)
        if self._verhaal.norm(begin) == "of" and begin:  # "twijfelde lang | of hij wilde gaan werken"
            begin, _ = self._verhaal.indeling.grenzen(begin - 1)
        if self._verhaal.sein("twijfelde", begin, v.van):
            return True
        twijfel = (p for naam in ("keuze", "onzeker") for p in self._verhaal.sein(naam, begin, v.van))
        return any(self._duider.twijfel.gekozen(p) for p in twijfel)

    def _aanbod_afgeslagen(self, v: Vermelding) -> bool:
        """ "zijn baas wil hem houden, maar hij zelf wil via de bbl een diploma halen": the youth's own wish goes before an offer."""
        begin, nr = self._verhaal.indeling.grenzen(v.van)
        baas = verband("baas") & self._verhaal.tussen(begin, v.tot) and v.begrip.naam in _AANBOD
        if not (v.begrip.heeft("gekregen") or baas):
            return False
        _, zin = self._verhaal.indeling.zinsgrenzen(v.van)
        tegen = next((n for n in range(nr, zin) if self._verhaal.norm(n) in verband("maar_toch")), None)
        if tegen is None:
            return False
        anders = (
            d
            for d in self._verhaal.van_soort("doel", "school")
            if tegen < d.van < zin and d.begrip.kenmerken.get("perspectief") != v.begrip.kenmerken.get("perspectief")
        )
        return any(self._wil_zelf(tegen, d) for d in anders)

    def _wil_zelf(self, nr: int, v: Vermelding) -> bool:
        """ "..., maar hij wil naar entree": wished by the youth in the words from ``nr`` up to the goal, and not refused."""
        duiding = self._duider(v)
        gewenst = self._kader.sein(nr, v.van) == "wens" and not self._kader.ontkend(nr, v.van)
        zelf = duiding.ander == ZELF and not self._duider.wens_van_ander(v.van)
        return gewenst and zelf and not duiding.ontkend
