"""Names of places and regions, and how to find them in a row of words, misspelled ones included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.advice.reading.spelling import woordenboek
from assistant.advice.reading.tekst import Woord
from assistant.advice.reading.woordenschat import alle_woorden, kaal, lijst, verband, woorden
from knowledge.model import Regio

_LANGSTE = 6
_LANGE_NAAM = 7


@dataclass(frozen=True, slots=True)
class Plaats:
    """What a name stands for; ``gemeente`` is empty for a place outside the regions or for a region itself."""

    naam: str
    gemeente: str = ""
    regio: str = ""


@dataclass(frozen=True, slots=True)
class Treffer:
    """A name in the text: words ``van`` up to ``tot``, and everything it may stand for."""

    van: int
    tot: int
    plaatsen: tuple[Plaats, ...]
    precies: bool = True


def _in_telegram(rij: Sequence[Woord], nr: int) -> bool:
    """ "leerling pro roden 17": between a school or a number and what follows."""
    vorig = rij[nr - 1].norm if nr else ""
    volgend = rij[nr + 1].norm if nr + 1 < len(rij) else ""
    return vorig in lijst("plaatsen")["school"] or vorig.isdecimal() or volgend.isdecimal()


class Gazetteer:
    """All places of the regions, general knowledge included."""

    def __init__(self, regios: Iterable[Regio]) -> None:
        self._namen: dict[tuple[str, ...], list[Plaats]] = {}
        for regio in regios:
            self._voeg_toe(regio)
        for naam in lijst("plaatsen")["buiten"]:
            if woorden(str(naam)) not in self._namen:
                self._namen[woorden(str(naam))] = [Plaats(str(naam).title())]
        self._gewoon = {kaal(str(w)) for w in lijst("plaatsen")["gewone_woorden"]}
        self._zelden = {kaal(str(w)) for w in lijst("plaatsen")["zelden_gewoon"]}
        self._enkel = sorted(n[0] for n in self._namen if len(n) == 1 and len(n[0]) > 4 and n[0] not in self._gewoon)

    def _voeg_toe(self, regio: Regio) -> None:
        for naam in (regio.naam, *regio.synoniemen):
            self._zet(naam, Plaats(regio.naam, "", regio.id))
        for gemeente in regio.gemeenten:
            for naam in (gemeente.naam, *gemeente.synoniemen):
                self._zet(naam, Plaats(gemeente.naam, gemeente.naam, regio.id))
            for plaats in gemeente.woonplaatsen:
                for naam in (plaats.naam, *plaats.synoniemen):
                    self._zet(naam, Plaats(plaats.naam, gemeente.naam, regio.id))

    def _zet(self, naam: str, plaats: Plaats) -> None:
        bekend = self._namen.setdefault(tuple(w for w in woorden(naam) if any(t.isalnum() for t in w)), [])
        if all((p.gemeente, p.regio) != (plaats.gemeente, plaats.regio) for p in bekend):
            bekend.append(plaats)

    def namen(self) -> Iterator[str]:
        """Every word that is a place by itself."""
        return (n[0] for n in self._namen if len(n) == 1)

    def zoek(self, rij: Sequence[Woord]) -> Iterator[Treffer]:
        """All names in a row of words, the longest first at every spot."""
        kern = [nr for nr, w in enumerate(rij) if w.soort != "teken" or w.norm not in "'-./"]
        plek = 0
        while plek < len(kern):
            treffer = self._op(rij, kern, plek)
            if treffer:
                yield treffer[0]
            plek += treffer[1] if treffer else 1

    def _op(self, rij: Sequence[Woord], kern: Sequence[int], plek: int) -> tuple[Treffer, int] | None:
        ruw = [kaal(rij[nr].ruw).strip("'") for nr in kern[plek : plek + _LANGSTE]]
        ook_regio = (ruw[0],) in self._namen and ruw[0] in lijst("plaatsen")["inwoner_anders"]
        if ook_regio and (inwoner := self._inwoner(rij, kern[plek])):
            return inwoner  # "Nijmeegse studente": the word by itself is a name of the region
        for lengte in range(len(ruw), 0, -1):
            naam = tuple(ruw[:lengte])
            if naam in self._namen and (
                lengte > 1 and " ".join(naam) not in self._gewoon or self._bedoeld(rij, kern[plek], " ".join(naam))
            ):
                return Treffer(kern[plek], kern[plek + lengte - 1] + 1, tuple(self._namen[naam])), lengte
        return self._inwoner(rij, kern[plek]) or self._ongeveer(rij, kern[plek])

    def _bedoeld(self, rij: Sequence[Woord], nr: int, naam: str) -> bool:
        """An ordinary word is a place only when written or placed as one."""
        if naam not in self._gewoon:
            return True
        voor = [rij[n].norm for n in range(max(0, nr - 2), nr)]
        woont = bool(set(voor) & set(lijst("plaatsen")["woont"])) or voor[-1:] == ["gemeente"]
        voorzetsel = bool(voor) and voor[-1] in lijst("plaatsen")["voorzetsels"]
        hoofdletter = rij[nr].hoofdletter and nr > 0 and rij[nr - 1].norm not in ".!?\n"
        los = (
            rij[nr].hoofdletter
            and (not voor or rij[nr - 1].norm in ".,!?\n")
            and (nr + 1 == len(rij) or rij[nr + 1].norm in ".,\n")
        )
        grens = nr + 1 == len(rij) or rij[nr + 1].norm in ".,;!?\n"
        if voor[-1:] == ["uit"] and grens:
            return True
        if naam in self._zelden:
            alleen = (not voor or rij[nr - 1].norm in ".,\n") and (nr + 1 == len(rij) or rij[nr + 1].norm in ".,\n")
            return voorzetsel or hoofdletter or los or alleen or _in_telegram(rij, nr)
        return (voorzetsel and (woont or hoofdletter)) or (hoofdletter and naam not in ("een", "acht")) or los

    def _inwoner(self, rij: Sequence[Woord], nr: int) -> tuple[Treffer, int] | None:
        """ "Eindhovenaar", "een Helmondse jongen": who is called after a place; a Helmondse school is no home."""
        regels, woord = lijst("plaatsen"), kaal(rij[nr].ruw)
        volgend = {w.norm for w in rij[nr + 1 : nr + 3]}
        iemand = verband("beschrevene") & volgend
        uitgangen = [*regels["inwoner"], *(regels["bijvoeglijk"] if iemand else ())]
        namen = [woord.removesuffix(uitgang) for uitgang in uitgangen if woord.endswith(uitgang)]
        if iemand or not woord.endswith("se"):
            namen = [regels["inwoner_anders"].get(woord, ""), *namen]
        bekend = (self._namen[(naam,)] for naam in namen if (naam,) in self._namen and naam not in self._gewoon)
        plaatsen = next(bekend, None)
        return (Treffer(nr, nr + 1, tuple(plaatsen)), 1) if plaatsen and rij[nr].hoofdletter else None

    def _ongeveer(self, rij: Sequence[Woord], nr: int) -> tuple[Treffer, int] | None:
        """A misspelled place: a word that is in no dictionary and close to a name."""
        woord = kaal(rij[nr].ruw)
        in_verband = nr > 0 and (
            rij[nr - 1].norm in lijst("plaatsen")["voorzetsels"] or rij[nr - 1].norm in lijst("plaatsen")["woont"]
        )
        if (
            rij[nr].soort != "woord"
            or len(woord) < (4 if in_verband else 5)
            or woord in woordenboek()
            or woord in alle_woorden()
        ):
            return None
        if rij[nr].norm != woord and not in_verband:
            return None
        als_plaats = in_verband or rij[nr].hoofdletter  # a name: two errors are forgiven
        ruimte = 2 if als_plaats and len(woord) >= _LANGE_NAAM else 1
        beste = process.extractOne(woord, self._enkel, scorer=OSA.distance, score_cutoff=ruimte)
        if beste is None or beste[0][0] != woord[0]:
            return None
        return Treffer(nr, nr + 1, tuple(self._namen[(beste[0],)]), precies=False), 1
