"""Whose fact it is: the youth's own, or that of a brother, mother or friend."""

from __future__ import annotations

from functools import cache

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.woordenschat import kaal, lijst

ZELF = ""


@cache
def _anderen() -> dict[str, str]:
    return {kaal(w): soort for soort, ws in lijst("personen")["ander"].items() for w in ws}


@cache
def _eigen() -> dict[str, str]:
    return {kaal(w): soort for soort, ws in lijst("personen")["eigen"].items() for w in ws}


def geslacht(verhaal: Verhaal) -> str:
    """``m``, ``v`` or unknown: the first word that tells settles it."""
    sterk = {"jongen", "jongeman", "hij", "hijzelf", "knul", "meisje", "meid", "zijzelf", "haar", "dame"}
    for woord in verhaal.woorden:
        if woord.norm in sterk:
            return _eigen()[woord.norm]
    return ""


class Houder:
    """For every word: about whom it speaks.  ``ZELF`` is the youth; otherwise the word for the other person."""

    def __init__(self, verhaal: Verhaal) -> None:
        self._verhaal = verhaal
        self._geslacht = geslacht(verhaal)
        self.van = [ZELF] * len(verhaal.woorden)
        self.vaag = [False] * len(verhaal.woorden)
        self._vul()

    def _vul(self) -> None:
        ander, plek = ZELF, 0
        while plek < len(self.van):
            begin, einde = self._verhaal.indeling.grenzen(plek)
            ander = self._deel(begin, einde, ander)
            plek = einde

    def _deel(self, begin: int, einde: int, vorige: str) -> str:
        """Fill one clause; returns the other person who may still be the subject of the next."""
        start, vaag = self._erfenis(begin, einde, vorige)
        huidig = start
        for nr in range(begin, einde):
            norm = self._verhaal.norm(nr)
            if norm in _anderen() and self._is_onderwerp(nr, begin):
                if self._werkwoord_voor(nr, begin):
                    self.van[begin:nr] = [norm] * (nr - begin)
                huidig, vaag = norm, False
            elif huidig and self._terug(nr, begin, huidig):
                huidig, vaag = ZELF, False
            self.van[nr], self.vaag[nr] = huidig, vaag
            if norm == "van" and huidig == ZELF:
                self._bezit(nr, begin)
        return huidig or self._bijzin_kan(begin, einde, vorige)

    def _erfenis(self, begin: int, einde: int, vorige: str) -> tuple[str, bool]:
        """Who the clause starts with, and whether that is a guess."""
        if not vorige:
            return ZELF, False
        eerste = self._eerste(begin, einde)
        norm, teken = self._verhaal.norm(eerste), self._verhaal.norm(begin)
        nieuwe_zin = teken in lijst("zinnen")["einde_zin"]
        if norm in ("die", "en") and not nieuwe_zin:
            return (ZELF, False) if norm == "en" and self._verhaal.norm(eerste + 1) in _eigen() else (vorige, False)
        soort = _eigen().get(norm, "")
        if soort == "wisselend" and self._geslacht == "m" and _anderen()[vorige] in ("v", "mv"):
            return vorige, False
        if norm == "hij" and self._geslacht == "v" and _anderen()[vorige] == "m":
            return vorige, False
        return ZELF, not nieuwe_zin and norm in lijst("zinnen")["werkwoorden"]

    def _eerste(self, begin: int, einde: int) -> int:
        """The first real word of a clause."""
        tekens = (*lijst("zinnen")["einde_zin"], *lijst("zinnen")["einde_deel"])
        return next((nr for nr in range(begin, einde) if self._verhaal.norm(nr) not in tekens), begin)

    def _bijzin_kan(self, begin: int, einde: int, vorige: str) -> str:
        """A person after a preposition ("bij zijn moeder, die ...") can still be taken up by "die"."""
        laatste = self._verhaal.norm(einde - 1)
        return laatste if laatste in _anderen() and self._verhaal.norm(einde + 1) == "die" else ZELF

    def _is_onderwerp(self, nr: int, begin: int) -> bool:
        """Not after a preposition, and not the youth in the role of parent or partner ("is moeder van")."""
        for terug in range(nr - 1, max(begin - 1, nr - 4), -1):
            norm = self._verhaal.norm(terug)
            if norm in lijst("personen")["voorzetsels"]:
                return False
            if norm in lijst("zinnen")["werkwoorden"] and not (norm == "is" and terug == nr - 1):
                return True
        eigen_rol = self._verhaal.norm(nr - 1) in ("alleenstaande", "is", "jonge", "vrouw", "man")
        return not eigen_rol and not self._zelf_bedoeld(nr, begin)

    def _zelf_bedoeld(self, nr: int, begin: int) -> bool:
        """ "vrouw van 24" and "man, 19" introduce the youth, "zijn vrouw" does not."""
        if self._verhaal.norm(nr) not in ("vrouw", "man", "vriend"):
            return False
        return self._verhaal.norm(nr - 1) not in ("zijn", "haar", "d'r", "mijn", "hun") and nr - begin <= 2

    def _werkwoord_voor(self, nr: int, begin: int) -> bool:
        return any(self._verhaal.norm(n) in lijst("zinnen")["werkwoorden"] for n in range(max(begin, nr - 2), nr)) and not any(
            self._verhaal.norm(n) in _eigen() and self._verhaal.norm(n) not in ("zijn", "haar") for n in range(begin, nr)
        )

    def _terug(self, nr: int, begin: int, ander: str) -> bool:
        """Whether word ``nr`` brings the story back to the youth."""
        norm = self._verhaal.norm(nr)
        soort = _eigen().get(norm)
        if norm in ("zijn", "haar", "deze", "kind", "vrouw") or soort is None:
            return False
        if norm == "zelf":
            return nr == self._eerste(begin, nr + 1)
        if soort == "wisselend" and self._geslacht == "m" and _anderen()[ander] in ("v", "mv"):
            return False
        return not (norm == "hij" and self._geslacht == "v" and _anderen()[ander] == "m")

    def _bezit(self, nr: int, begin: int) -> None:
        """ "de schulden van zijn moeder": the words before "van" are the other's."""
        for verder in range(nr + 1, min(nr + 4, len(self.van))):
            norm = self._verhaal.norm(verder)
            if norm in _anderen():
                van = max(begin, nr - 2)
                self.van[van:nr] = [norm if self._verhaal.norm(n) not in ("last", "hulp", "steun") else ZELF for n in range(van, nr)]
                return
            if norm not in ("zijn", "haar", "hun", "de", "het", "een", "d'r"):
                return
