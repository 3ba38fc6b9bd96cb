"""Staying where one is: on the present school, or at the work that was just spoken of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Vermelding
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.spelling import werkwoorden
from assistant.advice.reading.werkplek import is_werkplek
from assistant.advice.reading.woordenschat import verband

#: Take up the place that was just spoken of.
_DAAR = frozenset({"daar", "er"})


class Blijver:
    """Tells of what stands about staying in one text whether it is school or work that is stayed at."""

    def __init__(self, duider: Duider, bekend: Mapping[str, Any]) -> None:
        self._duider = duider
        self._bekend = bekend
        self._verhaal = duider.verhaal

    def __call__(self) -> Iterator[Bewering]:
        """ "wil blijven en zijn diploma halen": on the present school, when no work or home is spoken of."""
        for v in self._verhaal.van_soort("doel"):
            woorden = self._verhaal.tussen(v.van, v.tot)
            begin, einde = self._verhaal.indeling.grenzen(v.van)
            hier = "blijft" in woorden and self._op_school(v)
            weg = (verband("blijft_elders") - (_DAAR if hier else set())) & self._verhaal.tussen(begin, einde)
            blijft = v.begrip.naam == "blijft-daar" and ("blijven" in woorden or hier) and not self.werkt_er(v)
            if blijft and not weg and not any(v.tot <= a.van < v.tot + 2 for a in self._verhaal.vermeldingen):
                duiding = self._duider(v)
                yield Bewering("gaat_naar", "nee", v.van, v.tot, duiding.oordeel, duiding.zeker)

    def elders(self, v: Vermelding) -> bool:
        """Staying that says nothing of the present school: "blijft zeggen dat", "werkt bij een kok en blijft daar"."""
        if self._verhaal.norm(v.tot - 1) == "bij" and self._bij_bedrijf(v.tot):
            return True
        verder = self._verhaal.norm(v.tot) in ("en", "maar", ",")  # "gaat niet wisselen en er is geen uitval"
        daar = verband("daar_of_plan") & self._verhaal.tussen(v.van, v.tot if verder else v.tot + 2)
        weg = self._bekend.get("gaat_naar") not in (None, "nee")  # "blijft daar gewoon": undoes no destination
        volgt = self._verhaal.norm(v.tot)  # "blijft bij ons zitten" is no other thing to go on with
        return (volgt in werkwoorden() and volgt not in verband("zit")) or bool(daar and (weg or self.werkt_er(v)))

    def _bij_bedrijf(self, nr: int) -> bool:
        """ "dan blijft hij bij DHL": a name that is no school's."""
        school = any(v.van <= nr < v.tot for v in self._verhaal.van_soort("school"))
        naam = nr < len(self._verhaal.woorden) and self._verhaal.woorden[nr].hoofdletter
        return bool(naam) and not school and self._verhaal.norm(nr) not in verband("onderwijsnaam")

    def _vorige_zin(self, v: Vermelding) -> int:
        """Where the sentence before that of the mention starts: what "daar" can take up."""
        begin, _ = self._verhaal.indeling.zinsgrenzen(v.van)
        return self._verhaal.indeling.zinsgrenzen(begin - 1)[0] if begin else 0

    def _school(self, v: Vermelding) -> int:
        """Where a school was last spoken of as the place where he is: "het gaat goed op school, hij blijft er"; else -1."""
        norm, voor = self._verhaal.norm, self._verhaal.voor
        plekken = (n for n in range(v.van - 1, self._vorige_zin(v) - 1, -1) if norm(n) in verband("hier_school"))
        return next((n for n in plekken if not verband("niet_daar") & {norm(voor(n)), norm(voor(n) - 1)}), -1)

    def _op_school(self, v: Vermelding) -> bool:
        return self._school(v) >= 0 and not self.werkt_er(v)

    def werkt_er(self, v: Vermelding) -> bool:
        """ "mag daar blijven" is about work when an internship or job was spoken of just before."""
        if "hier" in self._verhaal.tussen(v.van - 3, v.tot):  # "hier wil blijven": where the writer is, at school
            return False
        begin = max(self._vorige_zin(v), self._school(v) + 1)
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
