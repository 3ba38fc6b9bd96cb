"""Reading a question: which indicator, area, year, breakdown, standing and comparison it asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from knowledge.figures import years
from knowledge.figures.places import Gebieden
from knowledge.figures.recognise import ZWAK, Herkenner, bevat, eerste
from knowledge.figures.table import LAND, Paar, Tabel
from knowledge.figures.vocabulary import Woordenboek, Woordgroep, stam, woorden

_DREMPEL = 0.5
_ONVERKLAARD = 0.15  # cost of a word that nothing explains
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
    kern: frozenset[str]
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
    cijferwoord: bool
    geen_cijfer: bool
    begin_en: bool
    indicator: str | None = None
    score: float = 0.0
    uitsplitsing: tuple[Paar, ...] = ()
    onverklaard: frozenset[str] = frozenset()


class Lezer:
    """Reads questions against the indicators, areas and breakdowns that the table has."""

    def __init__(
        self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek, vandaag: Callable[[], dt.date] = dt.date.today
    ) -> None:
        self._tabel, self._gebieden, self._boek, self._vandaag = tabel, gebieden, boek, vandaag
        self._herkent = Herkenner(tabel, boek)

    # -- reading ---------------------------------------------------------------------------------

    def lees(self, vraag: str, regio: str | None, vorige: Cijfervraag | None) -> Cijfervraag | None:
        """The figure that a text asks for, or none when it asks for something else."""
        gelezen = self._ontleed(vraag, regio)
        if gelezen.geen_cijfer:
            return None
        if vorige is not None and self._is_vervolg(gelezen):
            return self._vervolg(gelezen, vorige, regio)
        verder = vorige is not None and gelezen.begin_en and gelezen.score >= 1 - ZWAK and not gelezen.onverklaard
        zekerheid = _VERVOLG if verder else self._zekerheid(gelezen)
        if gelezen.indicator is None or zekerheid < _DREMPEL:
            return None
        nieuw = self._nieuw(gelezen, vorige, regio, zekerheid)
        return nieuw if self._is_bekend(nieuw) else None

    def _is_bekend(self, vraag: Cijfervraag) -> bool:
        """Whether the region has it at all, for what is asked with 'hoeveel' or 'hoe vaak' about anything.

        Where the table has no such count, the text of the documents may have it.
        """
        if not self._tabel.indicatoren[vraag.indicatoren[0]].vraagwoorden or vraag.regio is None:
            return True
        rijen = self._tabel.kies(vraag.indicatoren, None, vraag.uitsplitsing, vraag.regio)
        return bool((rijen["regio"] == vraag.regio).any())

    def _ontleed(self, vraag: str, regio: str | None) -> _Gelezen:
        boek = self._boek
        jaren, rest = years.lees_jaren(vraag, self._vandaag())
        ruw = woorden(rest)
        gebieden, zonder = self._gebieden.lees(ruw, self._herkent.is_woord, self._herkent.is_gewoon)
        alle = frozenset(self._herkent.verbeter(s) for s in boek.stammen(" ".join(ruw)))
        kern = frozenset(self._herkent.verbeter(s) for s in boek.stammen(" ".join(zonder)))
        tekst = f" {' '.join(ruw)} "
        gelezen = _Gelezen(
            stammen=alle,
            kern=kern,
            gebieden=gebieden,
            jaren=jaren,
            schuif=_schuif(boek, tekst),
            genoemd=self._herkent.genoemd(alle),
            status=eerste(boek.status, alle),
            eenheid=eerste(boek.eenheid, alle),
            vergelijking=eerste(boek.vergelijking, kern),
            landelijk=bevat(boek.landelijk, alle),
            eigen=any(f" {e} " in tekst for e in boek.eigen),
            naast=bevat(boek.naast, alle) or any(tekst.find(f" {v} landelijk") > 0 for v in ("en", "of", "met")),
            rangorde=eerste(boek.rangorde, alle) or "gebied",
            cijferwoord=bevat(boek.cijferwoorden, alle),
            geen_cijfer=" hoeveel " not in tekst and any(f" {g} " in tekst for g in boek.geen_cijfervraag),
            begin_en=tekst.startswith((" en ", " of ", " maar ")),
        )
        return self._met_indicator(gelezen, regio)

    # -- which indicator -------------------------------------------------------------------------

    def _met_indicator(self, gelezen: _Gelezen, regio: str | None) -> _Gelezen:
        plaatsen = set(gelezen.gebieden) | {r for g in gelezen.gebieden if (r := self._gebieden.regio_van(g))}
        plaatsen |= {regio} if regio and not gelezen.gebieden else set()
        beste = self._herkent.beste(gelezen.kern, gelezen.genoemd, plaatsen)
        if beste is None or beste[0] < _DREMPEL:
            return replace(gelezen, onverklaard=self._onverklaard(gelezen, frozenset()))
        score, indicator, groep = beste
        uitsplitsing = self._herkent.uitsplitsing(indicator, gelezen.genoemd)
        delen = frozenset(s for paar in uitsplitsing for s in gelezen.genoemd[paar])
        return replace(
            gelezen,
            indicator=indicator,
            score=score,
            uitsplitsing=uitsplitsing,
            gebieden=_zonder(gelezen, uitsplitsing),
            onverklaard=self._onverklaard(gelezen, groep | delen),
        )

    def _onverklaard(self, gelezen: _Gelezen, groep: Woordgroep) -> frozenset[str]:
        """Words that stay unexplained: no filler, no name of the indicator, no asking word."""
        boek = self._boek
        bekend = {s for g in (*boek.cijferwoorden, *boek.landelijk, *boek.naast) for s in g}
        for deel in (boek.status, boek.vergelijking, boek.eenheid, boek.rangorde):
            bekend |= {s for groepen in deel.values() for g in groepen for s in g}
        return frozenset(s for s in gelezen.kern if s not in bekend | boek.vulwoorden | groep)

    def _zekerheid(self, gelezen: _Gelezen) -> float:
        """From 0 to 1: an asking word or a year, an indicator, and few words that are left over."""
        gevraagd = gelezen.cijferwoord or gelezen.vergelijking or (gelezen.landelijk and gelezen.naast)
        gemeente = any(not self._gebieden.is_regio(g) for g in gelezen.gebieden) and not gelezen.onverklaard
        if not (gevraagd or ((gelezen.jaren or gemeente) and gelezen.score >= 1)):
            return 0.0
        if gelezen.onverklaard and (gelezen.score < 1 or gelezen.vergelijking == "verschil"):
            return 0.0
        basis = 0.55 + 0.15 * min(gelezen.score, 2.0) + (0.1 if gelezen.jaren or gelezen.gebieden else 0.0)
        if not gelezen.uitsplitsing and not self._herkent.heeft_totaal(gelezen.indicator):
            basis -= _ZONDER_TOTAAL
        return round(max(0.0, min(1.0, basis - _ONVERKLAARD * len(gelezen.onverklaard))), 2)

    # -- building the question -------------------------------------------------------------------

    def _is_vervolg(self, gelezen: _Gelezen) -> bool:
        if gelezen.indicator is not None and gelezen.score >= 1 - ZWAK and not self._alleen_deel(gelezen):
            return False
        wijzigt = (
            gelezen.jaren
            or gelezen.schuif is not None
            or gelezen.gebieden
            or gelezen.genoemd
            or gelezen.landelijk
            or gelezen.vergelijking
            or gelezen.eenheid
            or gelezen.status
        )
        return bool(wijzigt) and len(self._onverklaard(gelezen, self._genoemde_stammen(gelezen))) <= _VULWOORD_VERVOLG

    def _alleen_deel(self, gelezen: _Gelezen) -> bool:
        """Whether the text names a part of something, without saying of what."""
        return gelezen.begin_en and not self._herkent.indicatoren(gelezen.kern).get(gelezen.indicator or "")

    @staticmethod
    def _genoemde_stammen(gelezen: _Gelezen) -> Woordgroep:
        return frozenset(s for groep in gelezen.genoemd.values() for s in groep)

    def _vervolg(self, gelezen: _Gelezen, vorige: Cijfervraag, regio: str | None) -> Cijfervraag:
        nieuw = self._herkent.uitsplitsing(vorige.indicatoren[0], gelezen.genoemd)
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
            vorige,
            gebieden=gebieden,
            jaren=self._jaren(gelezen, vorige),
            uitsplitsing=uitsplitsing,
            eenheid=gelezen.eenheid or vorige.eenheid,
            status=gelezen.status or vorige.status,
            vergelijking=vergelijking,
            regio=self._regio(gebieden, vorige.regio or regio),
            zekerheid=_VERVOLG,
            rangorde=gelezen.rangorde,
        )

    def _nieuw(self, gelezen: _Gelezen, vorige: Cijfervraag | None, regio: str | None, zekerheid: float) -> Cijfervraag:
        assert gelezen.indicator is not None
        indicatoren = self._tabel.groep(gelezen.indicator)
        gebieden, vergelijking = self._gebieden_en_vergelijking(gelezen, regio)
        verder = vorige if gelezen.begin_en or gelezen.schuif is not None else None
        if verder and not self._heeft_jaren(indicatoren, verder.jaren):
            verder = replace(verder, jaren=())
        if verder and not gebieden and vergelijking not in ("hoogste", "laagste"):
            gebieden = verder.gebieden
        return Cijfervraag(
            indicatoren=indicatoren,
            gebieden=gebieden,
            jaren=self._jaren(gelezen, verder),
            uitsplitsing=gelezen.uitsplitsing,
            eenheid=gelezen.eenheid,
            status=gelezen.status,
            vergelijking=vergelijking,
            zekerheid=zekerheid,
            regio=self._regio(gebieden, regio),
            rangorde=gelezen.rangorde,
        )

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


def _schuif(boek: Woordenboek, tekst: str) -> int | None:
    treffers = [(len(p), stap) for stap, zinnen in boek.jaarschuif.items() for p in zinnen if f" {p} " in tekst]
    return max(treffers, default=(0, None))[1]
