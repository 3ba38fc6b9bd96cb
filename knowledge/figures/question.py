"""Reading a question: which indicator, area, year, breakdown, standing and comparison it asks for."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.figures import years
from knowledge.figures.places import Gebieden
from knowledge.figures.table import LAND, Paar, Tabel
from knowledge.figures.vocabulary import Woordenboek, Woordgroep, stam, woorden

_ZWAK = 0.3  # weight of a word that says little by itself
_GENOEMD = 0.2  # gain of a breakdown that the question names
_ONGENOEMD = 0.6  # cost of a breakdown that the question does not name
_DREMPEL = 0.5
_VERVOLG = 0.8  # certainty of a follow-up
_ZONDER_TOTAAL = 0.25  # cost of naming no part where there is no total
_VULWOORD_VERVOLG = 1  # unexplained words that a follow-up may have


@dataclass(frozen=True)
class Cijfervraag:
    """A question for a figure; stored as JSON between two turns of a conversation."""

    indicatoren: tuple[str, ...]
    gebieden: tuple[str, ...] = ()
    jaren: tuple[str, ...] = ()
    uitsplitsing: tuple[Paar, ...] = ()
    eenheid: str | None = None
    status: str | None = None
    vergelijking: str | None = None
    zekerheid: float = 0.0
    regio: str | None = None
    rangorde: str = "gebied"

    def to_dict(self) -> dict[str, Any]:
        """Plain data for storage."""
        return asdict(self)

    @classmethod
    def from_dict(cls, ruw: dict[str, Any]) -> Cijfervraag:
        """The question that ``to_dict`` stored, also after a trip through JSON."""
        lijsten = {naam: tuple(ruw[naam]) for naam in ("indicatoren", "gebieden", "jaren")}
        paren = tuple((sleutel, waarde) for sleutel, waarde in ruw["uitsplitsing"])
        return cls(**{**ruw, **lijsten, "uitsplitsing": paren})


@dataclass(frozen=True)
class _Gelezen:
    """What the words of one text say, before it is decided what is asked."""

    stammen: frozenset[str]
    gebieden: dict[str, tuple[str, ...]]
    jaren: tuple[str, ...]
    schuif: int | None
    genoemd: dict[Paar, Woordgroep]
    status: str | None
    eenheid: str | None
    vergelijking: str | None
    landelijk: bool
    eigen: bool
    naast: bool
    rangorde: str
    verklaard: frozenset[str]
    cijferwoord: bool
    geen_cijfer: bool
    begin_en: bool
    indicator: str | None = None
    score: float = 0.0
    uitsplitsing: tuple[Paar, ...] = field(default=())


class Lezer:
    """Reads questions against the indicators, areas and breakdowns that the table has."""

    def __init__(
        self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek, vandaag: Callable[[], dt.date] = dt.date.today
    ) -> None:
        self._tabel, self._gebieden, self._boek, self._vandaag = tabel, gebieden, boek, vandaag
        self._namen = {
            i.id: sorted({boek.groep(t) for t in (i.naam, *i.synoniemen)}, key=len, reverse=True)
            for i in tabel.indicatoren.values()
        }
        self._vraagwoorden = {i.id: [boek.groep(t) for t in i.vraagwoorden] for i in tabel.indicatoren.values()}
        self._delen = {paar: [boek.groep(w) for w in deel.woorden] for paar, deel in boek.uitsplitsingen.items()}
        self._combinaties = tabel.combinaties()
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
        return frozenset(s for deel in groepen for groep in deel for s in groep)

    # -- reading ---------------------------------------------------------------------------------

    def lees(self, vraag: str, regio: str | None, vorige: Cijfervraag | None) -> Cijfervraag | None:
        """The figure that a text asks for, or none when it asks for something else."""
        gelezen = self._ontleed(vraag, regio)
        if gelezen.geen_cijfer:
            return None
        if vorige is not None and self._is_vervolg(gelezen):
            return self._vervolg(gelezen, vorige, regio)
        verder = vorige is not None and gelezen.begin_en and gelezen.score >= 1 - _ZWAK and not gelezen.verklaard
        zekerheid = _VERVOLG if verder else self._zekerheid(gelezen)
        if gelezen.indicator is None or zekerheid < _DREMPEL:
            return None
        return self._nieuw(gelezen, vorige, regio, zekerheid)

    def _ontleed(self, vraag: str, regio: str | None) -> _Gelezen:
        boek = self._boek
        jaren, rest = years.lees_jaren(vraag, self._vandaag())
        ruw = woorden(rest)
        gebieden, zonder = self._gebieden.lees(ruw, self._is_woord, self._is_gewoon)
        alle = frozenset(self._verbeter(s) for s in boek.stammen(" ".join(ruw)))
        kern = [self._verbeter(s) for s in boek.stammen(" ".join(zonder))]
        tekst = f" {' '.join(ruw)} "
        genoemd = self._genoemd(alle)
        gelezen = _Gelezen(
            stammen=alle, gebieden=gebieden, jaren=jaren, schuif=_schuif(boek, tekst), genoemd=genoemd,
            status=_eerste(boek.status, alle), eenheid=_eerste(boek.eenheid, alle),
            vergelijking=_eerste(boek.vergelijking, alle),
            landelijk=_bevat(boek.landelijk, alle), eigen=any(f" {e} " in tekst for e in boek.eigen),
            naast=_bevat(boek.naast, alle) or any(tekst.find(f" {v} landelijk") > 0 for v in ("en", "of", "met")), rangorde=_eerste(boek.rangorde, alle) or "gebied",
            verklaard=frozenset(kern), cijferwoord=_bevat(boek.cijferwoorden, alle),
            geen_cijfer=" hoeveel " not in tekst and any(f" {g} " in tekst or tekst.startswith(f" {g}") for g in boek.geen_cijfervraag),
            begin_en=tekst.startswith((" en ", " of ", " maar ")),
        )  # fmt: skip
        return self._met_indicator(gelezen, regio)

    def _is_woord(self, ruw: str) -> bool:
        """Whether a word, perhaps misspelled, belongs to the vocabulary of figures."""
        stam_ = stam(ruw)
        bekend = ruw in self._boek.gelijk or stam_ in self._boek.vulwoorden or stam_ in self._woordenschat
        return bekend or self._verbeter(stam_) != stam_

    def _is_gewoon(self, ruw: str) -> bool:
        """Whether a word is so common that it names a place only after a preposition."""
        return stam(ruw) in self._boek.vulwoorden or _eerste(self._boek.vergelijking, frozenset({stam(ruw)})) is not None

    def _verbeter(self, woord: str) -> str:
        """A misspelled word as the word of the vocabulary that it was meant to be."""
        if len(woord) < 5 or not woord.isalpha() or woord in self._woordenschat or woord in self._boek.vulwoorden:
            return woord
        if woord not in self._verbeterd:
            grens = 1 if len(woord) < 8 else 2
            kandidaten = self._verbeterbaar[woord[0]]
            beste = process.extractOne(woord, kandidaten, scorer=OSA.distance, score_cutoff=grens)
            self._verbeterd[woord] = beste[0] if beste else woord
        return self._verbeterd[woord]

    def _genoemd(self, stammen: frozenset[str]) -> dict[Paar, Woordgroep]:
        """Breakdowns that the words name; 'mbo' is not meant when 'mbo 2' is said."""
        genoemd = {
            paar: groep
            for paar, groepen in self._delen.items()
            if (groep := max((g for g in groepen if g <= stammen), key=len, default=None)) is not None
        }
        return {
            paar: groep
            for paar, groep in genoemd.items()
            if not any(groep < ander and paar[0] == sleutel for (sleutel, _), ander in genoemd.items())
        }

    def _gewicht(self, groep: Woordgroep) -> float:
        return sum(_ZWAK if s in self._boek.vulwoorden else 1.0 for s in groep)

    # -- which indicator -------------------------------------------------------------------------

    def _met_indicator(self, gelezen: _Gelezen, regio: str | None) -> _Gelezen:
        namen = self._genoemde_indicatoren(gelezen.stammen)
        plaatsen = set(gelezen.gebieden) | {r for g in gelezen.gebieden if (r := self._gebieden.regio_van(g))}
        plaatsen |= {regio} if regio and not gelezen.gebieden else set()
        beste: tuple[float, str, Woordgroep] | None = None
        for (indicator, paren_), waar in self._combinaties.items():
            if indicator not in namen:
                continue
            score, groep = self._score(indicator, paren_, namen[indicator], gelezen.genoemd)
            score += _ZWAK if plaatsen & waar else 0.0
            if beste is None or score > beste[0] + 1e-9:
                beste = (score, indicator, groep)
        if beste is None or beste[0] < _DREMPEL:
            return replace(gelezen, verklaard=self._verklaar(gelezen, frozenset()))
        score, indicator, groep = beste
        uitsplitsing = self._uitsplitsing(indicator, gelezen.genoemd)
        delen = frozenset(s for paar in uitsplitsing for s in gelezen.genoemd[paar])
        return replace(
            gelezen, indicator=indicator, score=score, uitsplitsing=uitsplitsing,
            gebieden=_zonder(gelezen, uitsplitsing), verklaard=self._verklaar(gelezen, groep | delen),
        )  # fmt: skip

    def _genoemde_indicatoren(self, stammen: frozenset[str]) -> dict[str, Woordgroep]:
        """Indicators with the words that name them; an empty group when only the question word fits."""
        gevonden: dict[str, Woordgroep] = {}
        for indicator, groepen in self._namen.items():
            passend = [g for g in groepen if g <= stammen]
            if passend:
                gevonden[indicator] = max(passend, key=self._gewicht)
            elif any(g <= stammen for g in self._vraagwoorden[indicator]):
                gevonden[indicator] = frozenset()
        return gevonden

    def _score(
        self, indicator: str, paren_: tuple[Paar, ...], naam: Woordgroep, genoemd: dict[Paar, Woordgroep]
    ) -> tuple[float, Woordgroep]:
        """How much of the question an indicator with a breakdown explains, counting each word once."""
        delen = [genoemd[p] for p in paren_ if p in genoemd]
        groep = frozenset(naam.union(*delen))
        ongenoemd = sum(1 for p in paren_ if p not in genoemd and p[0] != "maatregel")
        if not naam and not delen:
            return 0.0, groep
        score = self._gewicht(groep) + _GENOEMD * len(delen) + (0.0 if naam else _ZWAK)
        return score - _ONGENOEMD * ongenoemd, groep

    def _uitsplitsing(self, indicator: str, genoemd: dict[Paar, Woordgroep]) -> tuple[Paar, ...]:
        bekend = set().union(*(self._paren[i] for i in self._tabel.groep(indicator)))
        sleutels = {sleutel for sleutel, _ in bekend}
        gekozen = [p for p in genoemd if p in bekend or (p[0] == "onderwijs" and p[0] in sleutels)]
        return tuple(sorted(gekozen))

    def _verklaar(self, gelezen: _Gelezen, groep: Woordgroep) -> frozenset[str]:
        """Words that stay unexplained: no filler, no name of the indicator, no asking word."""
        boek = self._boek
        bekend = {s for g in (*boek.cijferwoorden, *boek.landelijk, *boek.naast) for s in g}
        for deel in (boek.status, boek.vergelijking, boek.eenheid, boek.rangorde):
            bekend |= {s for groepen in deel.values() for g in groepen for s in g}
        return frozenset(s for s in gelezen.verklaard if s not in bekend | boek.vulwoorden | groep)

    def _zekerheid(self, gelezen: _Gelezen) -> float:
        """From 0 to 1: an asking word or a year, an indicator, and few words that are left over."""
        gevraagd = gelezen.cijferwoord or gelezen.vergelijking or (gelezen.landelijk and gelezen.naast)
        gemeente = any(not self._gebieden.is_regio(g) for g in gelezen.gebieden) and not gelezen.verklaard
        if not (gevraagd or ((gelezen.jaren or gemeente) and gelezen.score >= 1)):
            return 0.0
        basis = 0.55 + 0.15 * min(gelezen.score, 2.0) + (0.1 if gelezen.jaren or gelezen.gebieden else 0.0)
        if not gelezen.uitsplitsing and (gelezen.indicator, ()) not in self._combinaties:
            basis -= _ZONDER_TOTAAL
        return round(max(0.0, min(1.0, basis - 0.13 * len(gelezen.verklaard))), 2)

    # -- building the question -------------------------------------------------------------------

    def _is_vervolg(self, gelezen: _Gelezen) -> bool:
        if gelezen.indicator is not None and gelezen.score >= 1 - _ZWAK and not self._alleen_deel(gelezen):
            return False
        wijzigt = (
            gelezen.jaren or gelezen.schuif is not None or gelezen.gebieden or gelezen.genoemd or gelezen.landelijk
            or gelezen.vergelijking or gelezen.eenheid or gelezen.status
        )  # fmt: skip
        return bool(wijzigt) and len(self._verklaar(gelezen, self._genoemde_stammen(gelezen))) <= _VULWOORD_VERVOLG

    def _alleen_deel(self, gelezen: _Gelezen) -> bool:
        """Whether the text names a part of something, without saying of what."""
        return gelezen.begin_en and not self._genoemde_indicatoren(gelezen.stammen).get(gelezen.indicator or "")

    @staticmethod
    def _genoemde_stammen(gelezen: _Gelezen) -> Woordgroep:
        return frozenset(s for groep in gelezen.genoemd.values() for s in groep)

    def _vervolg(self, gelezen: _Gelezen, vorige: Cijfervraag, regio: str | None) -> Cijfervraag:
        nieuw = self._uitsplitsing(vorige.indicatoren[0], gelezen.genoemd)
        gelezen = replace(gelezen, gebieden=_zonder(gelezen, nieuw))
        uitsplitsing = nieuw or vorige.uitsplitsing
        gebieden, vergelijking = self._gebieden_en_vergelijking(gelezen, vorige.regio or regio)
        if vergelijking == "landelijk" and not gelezen.gebieden:
            gebieden = tuple(g for g in vorige.gebieden if g != LAND) or gebieden
        if vergelijking in ("hoogste", "laagste") and gelezen.rangorde == "gebied" and not gelezen.gebieden:
            gebieden = ()
        elif not gebieden:
            gebieden = vorige.gebieden
        return replace(
            vorige, gebieden=gebieden, jaren=self._jaren(gelezen, vorige), uitsplitsing=uitsplitsing,
            eenheid=gelezen.eenheid or vorige.eenheid, status=gelezen.status or vorige.status,
            vergelijking=vergelijking, regio=self._regio(gebieden, vorige.regio or regio), zekerheid=_VERVOLG,
            rangorde=gelezen.rangorde,
        )  # fmt: skip

    def _nieuw(
        self, gelezen: _Gelezen, vorige: Cijfervraag | None, regio: str | None, zekerheid: float
    ) -> Cijfervraag:
        assert gelezen.indicator is not None
        indicatoren = self._tabel.groep(gelezen.indicator)
        gebieden, vergelijking = self._gebieden_en_vergelijking(gelezen, regio)
        verder = vorige if gelezen.begin_en or gelezen.schuif is not None else None
        if verder and not self._heeft_jaren(indicatoren, verder.jaren):
            verder = replace(verder, jaren=())
        if verder and not gebieden and vergelijking not in ("hoogste", "laagste"):
            gebieden = verder.gebieden
        return Cijfervraag(
            indicatoren=indicatoren, gebieden=gebieden, jaren=self._jaren(gelezen, verder),
            uitsplitsing=gelezen.uitsplitsing, eenheid=gelezen.eenheid, status=gelezen.status,
            vergelijking=vergelijking, zekerheid=zekerheid, regio=self._regio(gebieden, regio), rangorde=gelezen.rangorde,
        )  # fmt: skip

    def _heeft_jaren(self, indicatoren: tuple[str, ...], jaren: tuple[str, ...]) -> bool:
        """Whether an indicator is known for those years at all, so that they can be carried over."""
        frame = self._tabel.frame
        bekend = frame[frame["indicator"].isin(indicatoren)]["jaar"]
        return any(years.past(j, eigen) for j in jaren for eigen in bekend)

    def _gebieden_en_vergelijking(self, gelezen: _Gelezen, regio: str | None) -> tuple[tuple[str, ...], str | None]:
        """Named areas with the comparison; 'landelijk' is an area by itself and a comparison beside another."""
        gebieden = tuple(gelezen.gebieden)
        if gelezen.landelijk and (gebieden or gelezen.eigen or gelezen.naast or gelezen.vergelijking == "verschil"):
            return gebieden or ((regio,) if regio else ()), "landelijk"
        if gelezen.landelijk:
            return (LAND,), gelezen.vergelijking
        if gelezen.vergelijking is None and (len(gelezen.jaren) > 1 or len(gebieden) > 1) and gelezen.naast:
            return gebieden, "verschil"
        if not gebieden and gelezen.eigen and regio:
            gebieden = () if gelezen.vergelijking in ("hoogste", "laagste") else (regio,)
        return gebieden, gelezen.vergelijking

    def _regio(self, gebieden: tuple[str, ...], regio: str | None) -> str | None:
        """The region whose document goes first: that of the named area, else the user's own."""
        return next((r for g in gebieden if (r := self._gebieden.regio_van(g))), regio)

    def _jaren(self, gelezen: _Gelezen, vorige: Cijfervraag | None) -> tuple[str, ...]:
        if gelezen.jaren:
            return gelezen.jaren
        if vorige is None:
            return ()
        eerder = vorige.jaren or self._getoond_jaar(vorige)
        if gelezen.schuif:
            anker = eerder[-1:] if gelezen.schuif > 0 else eerder[:1]
            return tuple(years.schuif(j, gelezen.schuif) for j in anker)
        return () if gelezen.vergelijking in ("reeks", "verschil") else eerder

    def _getoond_jaar(self, vraag: Cijfervraag) -> tuple[str, ...]:
        """The year that was shown for a question that named none."""
        gebied = vraag.gebieden[0] if vraag.gebieden else vraag.regio
        keuze = self._tabel.kies(vraag.indicatoren, gebied, vraag.uitsplitsing, vraag.regio)
        return tuple(self._tabel.jaren(self._tabel.met_status(keuze[keuze["bruikbaar"]], vraag.status))[-1:])


def _zonder(gelezen: _Gelezen, uitsplitsing: tuple[Paar, ...]) -> dict[str, tuple[str, ...]]:
    """The named areas, without a name that belongs to a part: 'Doetinchem' in a name of a service."""
    delen = {s for paar in uitsplitsing for s in gelezen.genoemd[paar]}
    return {g: w for g, w in gelezen.gebieden.items() if not {stam(x) for x in w} <= delen}


def _bevat(groepen: Iterable[Woordgroep], stammen: frozenset[str]) -> bool:
    return any(g <= stammen for g in groepen)


def _eerste(tabel: Mapping[str, tuple[Woordgroep, ...]], stammen: frozenset[str]) -> str | None:
    return next((sleutel for sleutel, groepen in tabel.items() if _bevat(groepen, stammen)), None)


def _schuif(boek: Woordenboek, tekst: str) -> int | None:
    treffers = [(len(p), stap) for stap, zinnen in boek.jaarschuif.items() for p in zinnen if f" {p} " in tekst]
    return max(treffers, default=(0, None))[1]
