"""Who a text is about, though the word for it names somebody beside a youth: "onze dochter", "jonge moeder (19)"."""

from __future__ import annotations

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.personen import is_ander, woorden_voor_ander, woorden_voor_jongere
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: A parent below this age may be the youth.
_JONG = 28
#: Within so many words a text opens.
OPENING = 4


class Hoofdpersoon:
    """Finds the words for a parent or a child that name the youth of one text."""

    def __init__(self, verhaal: Verhaal) -> None:
        self._verhaal = verhaal
        nummers = range(len(verhaal.woorden))
        self._jonge_ouders = frozenset(nr for nr in nummers if self._is_jonge_ouder(nr))
        self.kinderen = frozenset(verhaal.norm(nr) for nr in nummers if self._is_kind(nr))

    def als_ouder(self, nr: int) -> bool:
        """Whether this word for a parent is the youth: "jonge moeder (19)"."""
        return nr in self._jonge_ouders

    def __call__(self, nr: int) -> bool:
        """Whether a word that usually names another is the youth."""
        return self.als_ouder(nr) or self._verhaal.norm(nr) in self.kinderen

    def _is_jonge_ouder(self, nr: int) -> bool:
        """ "jonge moeder (19)", "vader van 24": whoever is told of first, with an age of our own range."""
        if self._verhaal.norm(nr) not in verband("jonge_ouder"):
            return False
        voor = [self._verhaal.norm(n) for n in range(nr)]
        eerder = any(
            (w in woorden_voor_jongere() and w != "ik") or w in woorden_voor_ander() for w in voor
        )  # "ik" may be who tells
        if not eerder and self._verhaal.sein("voor_zichzelf", *self._verhaal.indeling.zinsgrenzen(nr)):
            return True
        na = [self._verhaal.norm(n) for n in range(nr + 1, nr + 3)]
        jong = na[0] in ("van", "(", ",") and na[1].isdecimal() and int(na[1]) < _JONG
        return not eerder and (jong or self._verhaal.norm(nr - 1) == "jonge")

    def _is_kind(self, nr: int) -> bool:
        """Whether the word for a child of somebody names the youth."""
        if self._verhaal.norm(nr) not in verband("eigen_kind"):
            return self._eigen_familie(nr) or self._buurkind(nr)
        return self._verhaal.norm(nr - 1) in verband("mijn") or self._ouder_belt(nr)

    def _eigen_familie(self, nr: int) -> bool:
        """ "ons nichtje van 17 woont bij ons": who a relative introduces with an age, before anybody else."""
        if self._verhaal.norm(nr) not in verband("eigen_familie") or self._verhaal.norm(nr - 1) not in verband("mijn"):
            return False
        na = [self._verhaal.norm(n) for n in (nr + 1, nr + 2)]
        leeftijd = na[0] in ("van", "(", ",") and na[1].isdecimal()
        if na[0] == "is" and na[1].isdecimal() and nr < OPENING and not self._over_zichzelf():
            return True  # "mijn broer is 19 en zit thuis": who the text opens with
        if nr < OPENING and self._gaat_het_over(nr) and not self._over_zichzelf():
            return True
        return leeftijd and not any(self._verhaal.norm(n) in verband("sterk_geslacht") for n in range(nr))

    def _gaat_het_over(self, nr: int) -> bool:
        """ "mijn broertje (niet ik) zit op het pro ..., hij is 16": told of first, and no other youth is described."""
        norm, woorden = self._verhaal.norm, range(len(self._verhaal.woorden))
        na = nr + 1
        if norm(na) == "(":
            na = next((n + 1 for n in woorden if n > na and norm(n) == ")"), na)
        andere = (n for n in woorden if n != nr and norm(n) in verband("beschrevene") | verband("eigen_kind"))
        oud = (n for n in woorden if norm(n) in verband("hij_zij") and norm(n + 1) in ("is", "wordt"))
        return is_persoonsvorm(norm(na)) and any(norm(n + 2).isdecimal() for n in oud) and not any(andere)

    def _buurkind(self, nr: int) -> bool:
        """ "het gaat om haar buurjongen, 18", "mail over een buurmeisje van 17": before anybody else was told of."""
        if self._verhaal.norm(nr) not in verband("buurkind") or self._verhaal.norm(nr - 2) not in verband("gaat_over"):
            return False
        eerder = {self._verhaal.norm(n) for n in range(nr)} - {"haar"}
        return not eerder & (verband("sterk_geslacht") | verband("hij_zij"))

    def _over_zichzelf(self) -> bool:
        """ "mijn broer is 19 en werkt, ik ben 17": the one who tells is the youth."""
        norm = self._verhaal.norm
        return any(
            norm(n) == "ik" and {norm(n - 1), norm(n + 1)} & verband("ik_zelf")
            for n in range(len(self._verhaal.woorden))
        )

    def _ouder_belt(self, nr: int) -> bool:
        """ "moeder belt: dochter van 16", "het gaat om haar dochter": the child of who comes first is the youth."""
        if self._jonge_ouders:
            return False  # the parent is who it is about
        eerder = [self._verhaal.norm(n) for n in range(nr)]
        scholier = any(
            w in verband("schoolgaand") and "van" not in self._verhaal.tussen(n - 2, n)  # "vader van oud-leerling belt"
            for n, w in enumerate(eerder)
        )
        if scholier or any(w in verband("sterk_geslacht") - {"haar"} for w in eerder):
            return False
        if self._verhaal.norm(nr - 2) in verband("gaat_over") and self._verhaal.norm(nr - 1) in verband("bezittelijk"):
            return True  # "mijn buurvrouw belde over haar zoon"
        ouder = next((w for w in eerder if is_ander(w)), "")
        anders = any(w.norm in verband("sterk_geslacht") - {"haar", "hij"} for w in self._verhaal.woorden)
        return ouder in verband("ouder") if ouder else not anders
