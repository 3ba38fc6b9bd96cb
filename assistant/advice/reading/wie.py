"""Whose fact it is: the youth's own, or that of a brother, mother or friend."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.hoofdpersoon import OPENING, Hoofdpersoon
from assistant.advice.reading.personen import geslacht, woorden_voor_ander, woorden_voor_jongere
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import lijst, verband

ZELF = ""


class Houder:
    """For every word: about whom it speaks.  ``ZELF`` is the youth; otherwise the word for the other person."""

    def __init__(self, verhaal: Verhaal) -> None:
        self._verhaal = verhaal
        self._geslacht = geslacht(verhaal)
        self._hoofdpersoon = Hoofdpersoon(verhaal)
        self.van = [ZELF] * len(verhaal.woorden)
        self.vaag = [False] * len(verhaal.woorden)
        self._haakje = ZELF  # of whom an aside tells that has begun
        self._vul()

    def is_jongere(self, nr: int) -> bool:
        """Whether a word that usually names another is the youth: "onze dochter", "jonge moeder (19)"."""
        return self._hoofdpersoon(nr)

    def _vul(self) -> None:
        ander, plek, voor_haakje = ZELF, 0, ZELF
        while plek < len(self.van):
            begin, einde = self._verhaal.indeling.grenzen(plek)
            if self._verhaal.norm(begin) == "(":
                voor_haakje = self.van[begin - 1] if begin else ZELF
                self._haakje = ander if self._verhaal.norm(begin - 1) == ander else ZELF
            elif self._verhaal.norm(begin) == ")":
                self._haakje = ZELF
            hervat = self._verhaal.norm(begin) == ")" and bool(voor_haakje)
            ander = self._deel(begin, einde, voor_haakje if hervat else ander, hervat)
            plek = einde

    def _deel(self, begin: int, einde: int, vorige: str, hervat: bool) -> str:
        """Fill one clause; returns the other person who may still be the subject of the next."""
        huidig, vaag = (vorige, False) if hervat else self._erfenis(begin, einde, vorige)
        for nr in range(begin, einde):
            norm = self._verhaal.norm(nr)
            if norm in self._hoofdpersoon.kinderen:
                huidig, vaag = ZELF, False
            elif self._is_ander(norm) and self._is_onderwerp(nr, begin):
                if self._werkwoord_voor(nr, begin):
                    self.van[begin:nr] = [norm] * (nr - begin)
                huidig, vaag = norm, False
            elif not huidig and (ander := self._neemt_op(nr)):
                huidig, vaag = ander, False
            elif huidig and self._terug(nr, begin, huidig):
                huidig, vaag = ZELF, False
                if self._omgekeerd(nr, begin):
                    self.van[begin:nr] = [ZELF] * (nr - begin)
            self.van[nr], self.vaag[nr] = huidig, vaag
            if norm == "van" and huidig == ZELF:
                self._bezit(nr, begin)
        return huidig or self._bijzin_kan(einde) or self._voorop(begin, einde)

    def _erfenis(self, begin: int, einde: int, vorige: str) -> tuple[str, bool]:
        """Who the clause starts with, and whether that is a guess."""
        if not vorige:
            return ZELF, False
        eerste = self._eerste(begin, einde)
        norm, teken = self._verhaal.norm(eerste), self._verhaal.norm(begin)
        if self._haakje == vorige and norm not in woorden_voor_jongere():
            return vorige, False  # "zijn zusje (14, vmbo)"
        nieuwe_zin = teken in lijst("zinnen")["einde_zin"]
        if norm in ("die", "en") and not nieuwe_zin:
            return (
                (ZELF, False)
                if norm == "en" and self._verhaal.norm(eerste + 1) in woorden_voor_jongere()
                else (vorige, False)
            )
        soort = woorden_voor_jongere().get(norm, "")
        if soort == "wisselend" and self._geslacht == "m" and woorden_voor_ander()[vorige] in ("v", "mv"):
            return vorige, False
        if norm == "hij" and self._geslacht == "v" and woorden_voor_ander()[vorige] == "m":
            return vorige, False
        return ZELF, not nieuwe_zin and norm in lijst("zinnen")["werkwoorden"]

    def _eerste(self, begin: int, einde: int) -> int:
        """The first real word of a clause."""
        tekens = (*lijst("zinnen")["einde_zin"], *lijst("zinnen")["einde_deel"])
        return next((nr for nr in range(begin, einde) if self._verhaal.norm(nr) not in tekens), begin)

    def _bijzin_kan(self, einde: int) -> str:
        """A person after a preposition ("bij zijn moeder, die ...") can still be taken up by "die"."""
        leeftijd = self._verhaal.norm(einde - 2) == "van" and self._verhaal.norm(einde - 1).isdecimal()
        laatste = self._verhaal.norm(einde - 3 if leeftijd else einde - 1)  # "een vriendin van 19 die"
        return laatste if self._is_ander(laatste) and "die" in self._verhaal.tussen(einde, einde + 2) else ZELF

    def _voorop(self, begin: int, einde: int) -> str:
        """ "met de moeder gaat het slecht, die heeft schulden": with whom a clause opens, "die" goes on about."""
        eerste = self._eerste(begin, einde)
        opent = self._verhaal.norm(eerste) in lijst("personen")["voorzetsels"]
        zelf = self._verhaal.tussen(begin, einde) & (woorden_voor_jongere().keys() - {"zijn", "haar"})
        if not opent or zelf or "die" not in self._verhaal.tussen(einde, einde + 2):
            return ZELF
        woorden = (self._verhaal.norm(n) for n in range(eerste + 1, min(eerste + 3, einde)))
        return next((w for w in woorden if self._is_ander(w)), ZELF)

    def _is_onderwerp(self, nr: int, begin: int) -> bool:
        """Not after a preposition, and not the youth in the role of parent or partner ("is moeder van")."""
        if (
            self._hoofdpersoon.als_ouder(nr)
            or self._verhaal.norm(nr + 1) == "geworden"
            or self._een_van(nr)
            or self._een_van_hen(nr)
        ):
            return False  # "tegenover me zit een moeder van 21"
        for terug in range(nr - 1, max(begin - 1, nr - 4), -1):
            norm = self._verhaal.norm(terug)
            if norm in lijst("personen")["voorzetsels"]:
                return False
            if norm in lijst("zinnen")["werkwoorden"] and not (norm == "is" and terug == nr - 1):
                return not self._lijdend(nr, terug, begin)
        if self._in_rij(nr) or self._samen_met_zelf(nr):
            return False
        eigen_rol = self._verhaal.norm(nr - 1) in verband("in_eigen_rol")
        return not eigen_rol and not self._zelf_bedoeld(nr, begin)

    def _een_van_hen(self, nr: int) -> bool:
        """ "Twee broers uit Aalten. Het gaat over de jongste": the text opens with those of whom the youth is one."""
        return self._verhaal.norm(nr - 1) in verband("aantal") and nr <= OPENING

    def _een_van(self, nr: int) -> bool:
        """ "op het spreekuur had ik een jonge man van 24": whoever is introduced with an age."""
        jonge = self._verhaal.norm(nr - 1) in verband("jonge")
        na = [self._verhaal.norm(n) for n in (nr - 1 - jonge, nr + 1, nr + 2)]
        return self._verhaal.norm(nr) in verband("volwassene") and na[:2] == ["een", "van"] and na[2].isdecimal()

    def _lijdend(self, nr: int, werkwoord: int, begin: int) -> bool:
        """ "hij heeft slechte vrienden": what the youth has, unless "die" goes on about them."""
        voor = self._verhaal.norm(werkwoord - 1)
        eigen = (
            werkwoord == self._eerste(begin, nr)
            or voor in woorden_voor_jongere()
            and voor not in verband("bezittelijk")
        )
        return eigen and self._verhaal.norm(nr) in verband("om_zich_heen") and self._verhaal.norm(nr + 1) != "die"

    def _in_rij(self, nr: int) -> bool:
        """The second of two persons after one preposition: "met zijn broer (23) en zus"."""
        while nr > 0 and (
            self._verhaal.norm(nr - 1) in verband("in_een_rij") or self._verhaal.norm(nr - 1).isdecimal()
        ):
            nr -= 1
        eerste = self._verhaal.norm(nr - 1) in woorden_voor_ander()
        voor = self._verhaal.tussen(nr - 3, nr - 1)
        return eerste and bool(voor & set(lijst("personen")["voorzetsels"]))

    def _samen_met_zelf(self, nr: int) -> bool:
        """ "hij en zijn broer", "ouders kiezen samen met haar": what is said holds for the youth too."""
        if self._verhaal.sein("samen_met", *self._verhaal.indeling.zinsgrenzen(nr)):
            return True
        if self._in_opsomming(nr):
            return True
        voor = [self._verhaal.norm(n) for n in range(max(0, nr - 3), nr)]
        na = [self._verhaal.norm(n) for n in range(nr + 1, nr + 4)]
        if na[0] == "en" and any(w in woorden_voor_jongere() and w not in ("zijn", "haar") for w in na[1:]):
            return True  # "ouders en jongen willen dat"
        return "en" in voor and any(
            w in woorden_voor_jongere() and w not in ("zijn", "haar") for w in voor[: voor.index("en")]
        )

    def _in_opsomming(self, nr: int) -> bool:
        """ "jongen, mentor en inmiddels ook vader": the youth heads the list that ends in another."""
        wijzen = set(lijst("signalen")["school_mening"]) - {"wij", "we"}
        tussen: set[str] = set()
        while nr > 0:
            nr -= 1
            norm = self._verhaal.norm(nr)
            if norm in woorden_voor_jongere() and norm not in verband("bezittelijk"):
                return "en" in tussen
            if norm not in verband("in_opsomming") and norm not in woorden_voor_ander() and norm not in wijzen:
                return False
            tussen.add(norm)
        return False

    def _zelf_bedoeld(self, nr: int, begin: int) -> bool:
        """ "vrouw van 24" and "man, 19" introduce the youth, "zijn vrouw" does not."""
        if self._hoofdpersoon.als_ouder(nr):
            return True
        if self._verhaal.norm(nr) not in verband("volwassene"):
            return False
        if self._verhaal.norm(nr - 1) in verband("bezittelijk"):
            return False
        if nr and self._verhaal.norm(nr) in verband("kan_vriend_zijn") and is_persoonsvorm(self._verhaal.norm(nr + 1)):
            return False  # "Mbo 4, 18. Vriend heeft schulden"
        return nr - begin <= 2 or self._verhaal.norm(nr - 1) in ("een", "deze", "jonge", "jaar")

    def _is_ander(self, woord: str) -> bool:
        return woord in woorden_voor_ander() and woord not in self._hoofdpersoon.kinderen

    def _werkwoord_voor(self, nr: int, begin: int) -> bool:
        """ "schulden heeft zijn moeder": what stands before the verb is hers too."""
        gezegde = self._verhaal.tussen(max(begin, nr - 2), nr) & set(lijst("zinnen")["werkwoorden"])
        zelf = self._verhaal.tussen(begin, nr) & (woorden_voor_jongere().keys() - {"zijn", "haar"})
        return bool(gezegde) and not zelf

    def _omgekeerd(self, nr: int, begin: int) -> bool:
        """ "zijn oom heeft een bedrijf | en daar kan hij beginnen": the subject after the verb is that of the whole clause."""
        ander = any(self._is_ander(self._verhaal.norm(n)) for n in range(begin, nr))
        return is_persoonsvorm(self._verhaal.norm(nr - 1)) and not ander

    def _neemt_op(self, nr: int) -> str:
        """ "gedoe met haar vriend (hij heeft schulden)": a pronoun that cannot be the youth is the person just named."""
        norm = self._verhaal.norm(nr)
        soorten = {("hij", "v"): ("m",), ("ze", "m"): ("v", "mv"), ("zij", "m"): ("v", "mv")}.get(
            (norm, self._geslacht)
        )
        zin, _ = self._verhaal.indeling.zinsgrenzen(nr)
        for terug in range(nr - 1, zin - 1, -1):
            wie = self._verhaal.norm(terug)
            if soorten and wie not in self._hoofdpersoon.kinderen and woorden_voor_ander().get(wie) in soorten:
                return wie
        return ZELF

    def _terug(self, nr: int, begin: int, ander: str) -> bool:
        """Whether word ``nr`` brings the story back to the youth."""
        norm = self._verhaal.norm(nr)
        soort = woorden_voor_jongere().get(norm)
        if norm in verband("niet_terug") or soort is None:
            return False
        if "van" in (self._verhaal.norm(nr - 1), self._verhaal.norm(nr - 2)):
            return False
        if norm == "zelf":
            return nr == self._eerste(begin, nr + 1)
        if soort == "wisselend" and self._geslacht == "m" and woorden_voor_ander()[ander] in ("v", "mv"):
            return False
        return not (norm == "hij" and self._geslacht == "v" and woorden_voor_ander()[ander] == "m")

    def _bezit(self, nr: int, begin: int) -> None:
        """ "de schulden van zijn moeder": the words before "van" are the other's."""
        for verder in range(nr + 1, min(nr + 4, len(self.van))):
            norm = self._verhaal.norm(verder)
            if norm in woorden_voor_ander():
                van = max(begin, nr - 2)
                steun = verband("steun_van")
                self.van[van:nr] = [ZELF if self._verhaal.norm(n) in steun else norm for n in range(van, nr)]
                return
            if norm not in verband("lidwoord"):
                return
