"""Recognising what a question is about: which indicator, and which level, type or subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.figures.table import Paar, Tabel
from knowledge.figures.vocabulary import Woordenboek, Woordgroep, stam

T = TypeVar("T")

ZWAK = 0.3  # weight of a word that says little by itself
_EENHEID = 1.5  # gain of an indicator in the unit that the question names
_GENOEMD = 0.2  # gain of a breakdown that the question names
_ELDERS = 1.0  # cost of an indicator that the region has no figure of, where other regions have
_ONGENOEMD = 0.6  # cost of a breakdown that the question does not name


def bevat(groepen: Iterable[Woordgroep], stammen: frozenset[str]) -> bool:
    """Whether all words of one of the phrases are there."""
    return any(g <= stammen for g in groepen)


def eerste(tabel: Mapping[str, tuple[Woordgroep, ...]], stammen: frozenset[str]) -> str | None:
    """The first key of which a phrase is there."""
    return next((sleutel for sleutel, groepen in tabel.items() if bevat(groepen, stammen)), None)


def eerste_met(tabel: Mapping[str, tuple[Woordgroep, ...]], stammen: frozenset[str]) -> tuple[str | None, Woordgroep]:
    """The first key of which a phrase is there, with all words of its phrases that are there."""
    sleutel = eerste(tabel, stammen)
    groepen = tabel[sleutel] if sleutel else ()
    return sleutel, frozenset(s for g in groepen if len(g) > 1 and g <= stammen for s in g)


def eerste_dicht(tabel: Mapping[str, tuple[Woordgroep, ...]], rij: Sequence[str]) -> str | None:
    """The first key of which a phrase is there with its words close together."""
    return next((sleutel for sleutel, groepen in tabel.items() if any(staat_dicht(g, rij) for g in groepen)), None)


def staat_dicht(groep: Woordgroep, rij: Sequence[str]) -> bool:
    """Whether all words of a phrase stand side by side, in any order."""
    breedte = len(groep)
    return groep.issubset(rij) and any(groep <= set(rij[i : i + breedte]) for i in range(len(rij) - breedte + 1))


def _bij_stam(groepen: Mapping[T, Sequence[Woordgroep]]) -> dict[str, list[tuple[T, Woordgroep]]]:
    """Every phrase under one of its words, so that only those of the words of a question are looked at."""
    gevonden: dict[str, list[tuple[T, Woordgroep]]] = defaultdict(list)
    for sleutel, deel in groepen.items():
        for groep in deel:
            gevonden[max(groep, key=lambda s: (len(s), s), default="")].append((sleutel, groep))
    return gevonden


def _aanwezig(bij_stam: Mapping[str, list[tuple[T, Woordgroep]]], stammen: frozenset[str]) -> dict[T, list[Woordgroep]]:
    """The phrases of which all words are there, by what they name."""
    gevonden: dict[T, list[Woordgroep]] = {}
    for stam_ in stammen:
        for sleutel, groep in bij_stam.get(stam_, ()):
            if groep <= stammen:
                gevonden.setdefault(sleutel, []).append(groep)
    return gevonden


def _langste(groepen: Sequence[Woordgroep]) -> Woordgroep:
    """The words of the longest phrase, or of all that are as long."""
    lengte = max(map(len, groepen))
    return frozenset(s for g in groepen if len(g) == lengte for s in g)


class Herkenner:
    """Matches words with the names of indicators and breakdowns, spelling mistakes included."""

    def __init__(self, tabel: Tabel, boek: Woordenboek) -> None:
        self._tabel, self._boek = tabel, boek
        self._namen = {
            i.id: sorted({boek.groep(t) for t in (i.naam, *i.synoniemen)}, key=len, reverse=True)
            for i in tabel.indicatoren.values()
        }
        self._eenheden = {i.id: boek.groep(i.eenheid) & boek.eenheidswoorden for i in tabel.indicatoren.values()}
        vergelijkend = {s for groepen in boek.vergelijking.values() for g in groepen for s in g}
        eenheden = {s for groepen in boek.eenheid.values() for g in groepen for s in g}
        self._zwak = boek.vulwoorden | (eenheden - vergelijkend)
        self._vraagwoorden = {i.id: [boek.groep(t) for t in i.vraagwoorden] for i in tabel.indicatoren.values()}
        self._delen = {paar: [boek.groep(w) for w in deel.woorden] for paar, deel in boek.uitsplitsingen.items()}
        self._naam_bij_stam = _bij_stam(self._namen)
        self._deel_bij_stam = _bij_stam(self._delen)
        self._combinaties = tabel.combinaties()
        self._waar: dict[str, set[str]] = defaultdict(set)
        for (indicator, _), waar in self._combinaties.items():
            self._waar[indicator] |= waar
        self._paren = {
            indicator: {p for (i, paren_), _ in self._combinaties.items() if i == indicator for p in paren_}
            for indicator in tabel.indicatoren
        }
        self._woordenschat = self._alle_stammen()
        self._verbeterbaar: dict[str, list[str]] = defaultdict(list)
        for woord in sorted(w for w in self._woordenschat if len(w) >= 4 and w.isalpha()):
            self._verbeterbaar[woord[0]].append(woord)
        self._verbeterd: dict[str, str] = {}

    def _alle_stammen(self) -> frozenset[str]:
        boek = self._boek
        groepen: list[Iterable[Woordgroep]] = [*self._namen.values(), *self._delen.values(), boek.cijferwoorden]
        groepen += [*boek.status.values(), *boek.vergelijking.values(), boek.landelijk, boek.naast]
        return frozenset(s for deel in groepen for groep in deel for s in groep) | frozenset(boek.gelijke_stam)

    def is_woord(self, ruw: str) -> bool:
        """Whether a word, perhaps misspelled, belongs to the vocabulary of figures."""
        stam_ = stam(ruw)
        return self.is_precies(ruw) or self.verbeter(stam_) != stam_

    def is_precies(self, ruw: str) -> bool:
        """Whether a word as it is spelled belongs to the vocabulary of figures."""
        stam_ = stam(ruw)
        return ruw in self._boek.gelijk or stam_ in self._boek.vulwoorden or stam_ in self._woordenschat

    def is_vreemd(self, stam_: str) -> bool:
        """Whether a stem is no word of the vocabulary of figures."""
        return stam_ not in self._woordenschat

    def is_gewoon(self, ruw: str) -> bool:
        """Whether a word is so common that it names a place only after a preposition."""
        return stam(ruw) in self._boek.vulwoorden or eerste(self._boek.vergelijking, frozenset({stam(ruw)})) is not None

    def verbeter(self, woord: str) -> str:
        """A misspelled word as the word of the vocabulary that it was meant to be."""
        if len(woord) < 5 or not woord.isalpha() or woord in self._woordenschat or woord in self._boek.vulwoorden:
            return woord
        if woord not in self._verbeterd:
            grens = 1 if len(woord) < 8 else 2
            kandidaten = self._verbeterbaar[woord[0]]
            beste = process.extractOne(woord, kandidaten, scorer=OSA.distance, score_cutoff=grens)
            self._verbeterd[woord] = self._boek.een(beste[0]) if beste else woord
        return self._verbeterd[woord]

    def genoemd(self, stammen: frozenset[str]) -> dict[Paar, Woordgroep]:
        """Every breakdown that the words name, with those words."""
        aanwezig = _aanwezig(self._deel_bij_stam, stammen)
        return {paar: _langste(aanwezig[paar]) for paar in self._delen if paar in aanwezig}

    def beste(
        self, stammen: frozenset[str], genoemd: dict[Paar, Woordgroep], plaatsen: set[str]
    ) -> tuple[float, str, Woordgroep] | None:
        """The indicator that explains most of the words, with its score and those words.

        One that has figures for the region goes before an equal one that has not.
        """
        namen = self.indicatoren(stammen)
        beste: tuple[float, float, str, Woordgroep] | None = None
        for (indicator, paren_), waar in self._combinaties.items():
            if indicator not in namen:
                continue
            score, groep = self._score(paren_, namen[indicator], genoemd)
            score += ZWAK if plaatsen & waar else 0.0
            score += _EENHEID if self._eenheden[indicator] & stammen else 0.0
            voorrang = score - (_ELDERS if plaatsen and self._alleen_elders(indicator, plaatsen) else 0.0)
            if beste is None or voorrang > beste[0] + 1e-9:
                beste = (voorrang, score, indicator, groep)
        return beste[1:] if beste else None

    def _alleen_elders(self, indicator: str, plaatsen: set[str]) -> bool:
        """Whether other regions have figures of an indicator and the asked places have none."""
        return bool(self._waar[indicator]) and not plaatsen & self._waar[indicator]

    def tweede(self, stammen: frozenset[str], over: frozenset[str], plaatsen: set[str]) -> str | None:
        """A second indicator, named with a word that the first leaves over, with figures for the place."""
        namen = {i: g for i, g in self.indicatoren(stammen).items() if g & over}
        waar = {i for (i, _), gebieden in self._combinaties.items() if plaatsen & gebieden}
        return max((i for i in namen if i in waar), key=lambda i: self._gewicht(namen[i]), default=None)

    def heeft_totaal(self, indicator: str | None) -> bool:
        """Whether an indicator has figures that are not of a part only."""
        return (indicator, ()) in self._combinaties

    def indicatoren(self, stammen: frozenset[str]) -> dict[str, Woordgroep]:
        """Indicators with the words that name them; an empty group when only the question word fits."""
        gevonden: dict[str, Woordgroep] = {}
        aanwezig = _aanwezig(self._naam_bij_stam, stammen)
        for indicator in self._namen:
            if indicator in aanwezig:
                gevonden[indicator] = max(aanwezig[indicator], key=lambda g: (self._gewicht(g), sorted(g)))
            elif any(g <= stammen for g in self._vraagwoorden[indicator]):
                gevonden[indicator] = frozenset()
        return gevonden

    def _gewicht(self, groep: Woordgroep) -> float:
        return sum(ZWAK if s in self._zwak else 1.0 for s in groep)

    def _score(
        self, paren_: tuple[Paar, ...], naam: Woordgroep, genoemd: dict[Paar, Woordgroep]
    ) -> tuple[float, Woordgroep]:
        """How much of the question an indicator with a breakdown explains, counting each word once."""
        delen = [genoemd[p] for p in paren_ if p in genoemd]
        groep = frozenset(naam.union(*delen))
        ongenoemd = sum(1 for p in paren_ if p not in genoemd and p[0] != "maatregel")
        if not naam and not delen:
            return 0.0, groep
        score = self._gewicht(groep) + _GENOEMD * len(delen) + (0.0 if naam else ZWAK)
        return score - _ONGENOEMD * ongenoemd, groep

    def uitsplitsing(self, indicator: str, genoemd: dict[Paar, Woordgroep]) -> tuple[Paar, ...]:
        """The named parts that the indicator can have; 'mbo' is not meant when 'mbo 2' is said."""
        bekend = set().union(*(self._paren[i] for i in self._tabel.groep(indicator)))
        sleutels = {sleutel for sleutel, _ in bekend}
        gekozen = [p for p in genoemd if p in bekend or (p[0] == "onderwijs" and p[0] in sleutels)]
        return tuple(sorted(p for p in gekozen if not any(q[0] == p[0] and genoemd[p] < genoemd[q] for q in gekozen)))
