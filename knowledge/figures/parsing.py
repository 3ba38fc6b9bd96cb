"""Taking a text apart: the indicator, areas, years, breakdown, standing and comparison that its words name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection
from dataclasses import replace

from knowledge.figures import parts, quoted, years
from knowledge.figures.parsed import (
    VERANDERINGEN,
    Gelezen,
    naast_elkaar,
    vergelijkt_iets,
    zonder_delen,
)
from knowledge.figures.places import Gebieden
from knowledge.figures.recognise import Herkenner, bevat, eerste, eerste_dicht, eerste_met, staat_dicht
from knowledge.figures.table import Tabel
from knowledge.figures.vocabulary import Woordenboek, Woordgroep, stam, woorden

DREMPEL = 0.5
_ONVERKLAARD = 0.15  # cost of a word that nothing explains
_ANDERE_EENHEID = 0.35  # cost of a unit that this figure is not in
_TERZIJDE = 0.07  # cost of a word that belongs to figures but not to this one
_ZONDER_TOTAAL = 0.25  # cost of naming no part where there is no total
_TELT_ANDER = 0.2  # cost of asking how many there are of something that no figure counts
_ZIJDELINGS = 0.3  # cost of a subject without a word that asks for its size
_JAREN_VERDER = re.compile(
    r" (een|twee|drie|[1-9]) (?:school|studie)?ja(?:ar|ren) (eerder|ervoor|daarvoor|terug|later|erna|daarna|verder) "
)
_LATER = stam("later")  # in the name of a figure: "a year later at work" steps no year on
_LEEFTIJD = stam("leeftijd")
_TERUG_NAAR = re.compile(r" terug (?=(?:naar|in|op) )")  # "dat jaar terug naar school" steps no year back
#: "een jaar later aan het werk", "een jaar later weer op school" names a figure and steps no year on either.
_LATER_AAN = re.compile(
    r" (?:een|1) jaar later (?=(?:weer |nog )?(?:aan|werk\w*|terug|op|in(?! (?:onze|de|deze|uw|jullie|mijn|heel) )|onderwijs|school) )"
)
_TREFWOORDEN = 0.65  # certainty of a figure that is named without an area and without asking for it
_MEEST_TERZIJDE = 4  # words around a comparison of years or areas that need not be explained
_VANAF = re.compile(r"\b(?:sinds|vanaf)\s+(?:het\s+)?(?:school|studie)?(?:jaar\s+)?(?:20)?\d\d\b", re.IGNORECASE)
_ANDER = re.compile(
    r" (en|of|met) ((wat|hoe|het|de|is|was|dat|hoeveel) )*(landelijk|nederland|nl|norm|streef)| en waar .*\bonder\b"
)
#: Where it stands is no part of what is asked: "volgens het Drentse programma".
_VOLGENS_STUK = re.compile(
    r"\bvolgens (?:het|de|dit|dat|deze|die|ons|onze|jullie) (?:\w+ )?"
    r"(?:programma|plan|notitie|nota|informatienota|stuk|document|analyse|bron)\b(?! \d)",
    re.IGNORECASE,
)
#: A target that is supposed to be reached ("als we de streefcijfers halen, om hoeveel gaat het dan") has no result beside it.
_ALS_GEHAALD = re.compile(r" (?:als|indien|mits|stel|zodra) (?:\w+ ){1,8}?(halen|haalt|gehaald|behalen|behaald) ")
#: The region as what a municipality is held against: "boven of onder die van de regio", "meer dan in de hele regio".
_NAAST_REGIO = re.compile(
    r" (?:dan|boven|onder|tov|tegenover|naast|met|tot|opzichte van|op) "
    r"(?:(?:die|dat|het|de|hele|heel|rest|cijfer|procent|percentage|gemiddelde|in|van|voor|onze|deze) )*regio "
)
#: What is counted: "hoeveel aanspreekpunten".
_GETELD = re.compile(r" hoe ?veel (\w{4,}) ")
#: Another year beside the one that was named: '2015-2016 en het jaar daarop'.
_EN_JAAR = re.compile(
    r" (?:en|naar) (?:(?:hoeveel|welk) )?(?:procent |percentage )?(in )?(het |t |dat |een )?(school|studie)?jaar (daar|er)?(op|na|voor|later|eerder)(na|voor)? "
)
_TELWOORDEN = frozenset({"2", "3", "4", "5", "6", "7", "8", "9", "twee", "drie", "vier", "vijf", "zes"})


class Ontleder:
    """Takes texts apart against the indicators, areas and breakdowns that the table has."""

    def __init__(
        self, tabel: Tabel, gebieden: Gebieden, boek: Woordenboek, vandaag: Callable[[], dt.date] = dt.date.today
    ) -> None:
        self._tabel, self._gebieden, self._boek, self._vandaag = tabel, gebieden, boek, vandaag
        self.herkent = Herkenner(tabel, boek)

    def ontleed(self, vraag: str, regio: str | None) -> Gelezen:
        """What the words of a text say."""
        boek = self._boek
        citaten, vraag = quoted.lees_citaten(boek.ruis.sub(" ", vraag))
        bron = any(zin in vraag.lower() for zin in boek.volgens_bron)
        jaren, rest = years.lees_jaren(vraag, None if bron else self._vandaag())
        rest, hele_periode = _zonder_zinnen(_VOLGENS_STUK.sub(" ", rest), boek.hele_periode)
        rest, laatste = _zonder_zinnen(rest, boek.laatste)
        ruw = self._zonder_telwoord(woorden(rest))
        gebieden, zonder = self._gebieden.lees(
            ruw, self.herkent.is_woord, self.herkent.is_precies, self.herkent.is_gewoon
        )
        rij = [self.herkent.verbeter(s) for s in boek.stammen(" ".join(ruw))]
        kern = [self.herkent.verbeter(s) for s in boek.stammen(" ".join(zonder))]
        alle = frozenset(rij)
        tekst = f" {' '.join(ruw)} "
        maat = any(staat_dicht(g, rij) for g in boek.maat)
        status, streefwoorden = eerste_met(boek.status, alle)
        los = f" {' '.join(boek.gelijk.get(w, w) for w in woorden(rest))} "
        schuif = _schuif(boek, los)
        gesteld = {stam(w) for m in _ALS_GEHAALD.finditer(tekst) for w in (m[1], "dan")}
        naast = bevat(boek.naast, alle - streefwoorden - gesteld) or _naast_ander(tekst)
        hele_regio = any(f" {h} " in tekst for h in boek.hele_regio) or (naast and bool(_NAAST_REGIO.search(tekst)))
        if schuif and ((schuif < 0 and naast) or _EN_JAAR.search(los)):
            jaren = tuple(sorted({*jaren, *(years.schuif(j, schuif) for j in jaren)}))
        vergelijking = self._vergelijking(kern, rij, bool(_VANAF.search(vraag)))
        ieder_jaar = vergelijking == "reeks" or hele_periode or " per jaar " in tekst
        if len(jaren) == 2 and ieder_jaar:  # "alle jaren tussen 15/16 en 18/19"
            jaren = tuple(sorted({*jaren, *years.alle_tussen(*sorted(jaren))}))
        gelezen = Gelezen(
            stammen=alle,
            kern=frozenset(kern),
            gebieden=gebieden,
            jaren=jaren,
            schuif=schuif,
            genoemd=self.herkent.genoemd(alle),
            status=status,
            eenheid=eerste(boek.eenheid, alle),
            vergelijking=vergelijking,
            landelijk=bevat(boek.landelijk, alle),
            eigen=hele_regio or any(f" {e} " in tekst for e in boek.eigen),
            hele_regio=hele_regio,
            tegenover=bevat(boek.tegenover, alle),
            scheelt=bevat(boek.scheelt, alle),
            naast=naast,
            rangorde=eerste_dicht(boek.rangorde, rij) or "gebied",
            cijferwoord=bevat(boek.cijferwoorden, alle),
            geen_cijfer=self._geen_cijfer(tekst, maat or self._is_keuze(gebieden, kern), bool(gebieden or jaren)),
            begin_en=tekst.startswith((" en ", " of ", " maar ")),
            wijst_terug=any(f" {w} " in tekst for w in boek.wijst_terug),
            vraagt_maat=maat,
            overzicht=any(staat_dicht(g, rij) for g in boek.overzicht),
            andere_vraag=bool(set(ruw[:1]) & boek.andere_vraag),
            citaten=citaten,
            hele_periode=hele_periode,
            heel=bool(alle & boek.geheel) and not hele_regio,
            delen_apart=parts.noemt_ook_geheel(vraag),
            laatste=laatste,
            geteld=stam(m[1]) if (m := _GETELD.search(tekst)) else None,
        )
        return self._met_indicator(replace(gelezen, regio=regio), regio)

    def plaatsen(self, tekst: str) -> list[str]:
        """The areas that a text names, in its own words and in order."""
        herkent = self.herkent
        gevonden, _ = self._gebieden.lees(woorden(tekst), herkent.is_woord, herkent.is_precies, herkent.is_gewoon)
        return [" ".join(w) for w in gevonden.values()]

    def _geen_cijfer(self, tekst: str, maat: bool, waar_of_wanneer: bool) -> bool:
        """Whether an explanation, a person or a way of working is asked, or what sets two notions apart."""
        if maat:
            return False
        begrippen = " verschil tussen " in tekst and not waar_of_wanneer and " procent " not in tekst
        return begrippen or any(f" {g} " in tekst for g in self._boek.geen_cijfervraag)

    def _is_keuze(self, gebieden: Collection[str], kern: list[str]) -> bool:
        """Whether it is asked which of some areas has the most or the least, also with 'wie'."""
        meeste = eerste_dicht(self._boek.vergelijking, kern) in ("hoogste", "laagste")
        if meeste and eerste(self._boek.eenheid, frozenset(kern)):  # "wie heeft het laagste percentage"
            return True
        return len(gebieden) > 1 and (meeste or bevat(self._boek.naast, frozenset(kern)))

    def _vergelijking(self, kern: list[str], rij: list[str], vanaf: bool) -> str | None:
        """The comparison asked; a change 'in which municipalities' is one of each of them."""
        gevraagd = eerste_dicht(self._boek.vergelijking, kern)
        per_gemeente = any(staat_dicht(g, rij) for g in self._boek.per_gemeente)
        if gevraagd is None and vanaf:
            return "reeks"
        return VERANDERINGEN if gevraagd == "verschil" and per_gemeente else gevraagd

    def _zonder_telwoord(self, ruw: list[str]) -> list[str]:
        """The words without a number that only counts: 'de 5 maatregelen' is not measure 5."""
        paren = zip(ruw, [*ruw[1:], ""], strict=False)
        return [w for w, na in paren if not (w in _TELWOORDEN and na in self._boek.geteld)]

    # -- which indicator -------------------------------------------------------------------------

    def _met_indicator(self, gelezen: Gelezen, regio: str | None) -> Gelezen:
        plaatsen = set(gelezen.gebieden) | {r for g in gelezen.gebieden if (r := self._gebieden.regio_van(g))}
        plaatsen |= {regio} if regio and not gelezen.gebieden else set()
        beste = self.herkent.beste(gelezen.kern, gelezen.genoemd, plaatsen)
        loos = beste is not None and naast_elkaar(gelezen) and beste[2] <= self._boek.vulwoorden
        if beste is None or beste[0] < DREMPEL or loos:
            return replace(gelezen, onverklaard=self.onverklaard(gelezen, frozenset()))
        score, indicator, groep = beste
        naam = self.herkent.indicatoren(gelezen.kern).get(indicator, frozenset())
        uitsplitsing = self.herkent.uitsplitsing(indicator, gelezen.genoemd)
        delen = frozenset(s for paar in uitsplitsing for s in gelezen.genoemd[paar])
        if _LEEFTIJD in gelezen.kern - (groep | delen):  # up to which age the programme goes is no amount of it
            return replace(gelezen, onverklaard=self.onverklaard(gelezen, frozenset()))
        gebieden = zonder_delen(gelezen, uitsplitsing)
        samen = gelezen.heel and not gelezen.delen_apart
        if samen and len(uitsplitsing) > len(dict(uitsplitsing)) and self.herkent.heeft_totaal(indicator):
            uitsplitsing = ()  # all parts together
        return replace(
            gelezen,
            indicator=indicator,
            score=score,
            naam=naam,
            schuif=None if _LATER in naam else gelezen.schuif,
            uitsplitsing=uitsplitsing,
            gebieden=gebieden,
            onverklaard=self.onverklaard(gelezen, groep | delen),
        )

    def met_hoofdindicator(self, gelezen: Gelezen, regio: str | None) -> Gelezen:
        """'Hoeveel in Druten' and 'het verschil tussen Aalten en Doetinchem' ask for the main figure of the area."""
        onderwijs = any(sleutel == "onderwijs" for sleutel, _ in gelezen.genoemd)
        op_norm = gelezen.status == "norm" and onderwijs
        naast_land = gelezen.landelijk and gelezen.jaren and (gelezen.naast or gelezen.eenheid == "percentage")
        maat_van_jaar = bool(gelezen.jaren) and (gelezen.vraagt_maat or gelezen.eenheid is not None)
        deel = maat_van_jaar and onderwijs  # "hoeveel uit het mbo in 18/19"
        ordent = maat_van_jaar and gelezen.vergelijking in ("hoogste", "laagste")
        eigen = gelezen.vergelijking == VERANDERINGEN or naast_land or op_norm or deel or ordent
        gebied = next(iter(gelezen.gebieden), regio if eigen else None)
        vergelijkt = vergelijkt_iets(gelezen)
        maat = gelezen.vraagt_maat or gelezen.eenheid or gelezen.jaren
        gemeente = bool(gebied) and not self._gebieden.is_regio(gebied or "")
        gevraagd = (
            vergelijkt or op_norm or naast_land or deel or (maat and gemeente) or (gelezen.eenheid and gelezen.jaren)
        )
        indicator = self._tabel.hoofdindicator(gebied) if gebied and gevraagd else None
        if indicator is None:
            return gelezen
        uitsplitsing = tuple(p for p in self.herkent.uitsplitsing(indicator, gelezen.genoemd) if p[0] == "onderwijs")
        delen = frozenset(s for paar in uitsplitsing for s in gelezen.genoemd[paar])
        over = self.onverklaard(gelezen, delen)
        if len(over) > (_MEEST_TERZIJDE if op_norm or naast_elkaar(gelezen) else 0):
            return gelezen
        return replace(gelezen, indicator=indicator, score=1.0, uitsplitsing=uitsplitsing, onverklaard=over)

    def onverklaard(self, gelezen: Gelezen, groep: Woordgroep) -> frozenset[str]:
        """Words that stay unexplained: no filler, no name of the indicator, no asking word."""
        boek = self._boek
        bekend = {s for g in (*boek.cijferwoorden, *boek.landelijk, *boek.naast) for s in g}
        for deel in (boek.status, boek.vergelijking, boek.eenheid, boek.rangorde):
            bekend |= {s for groepen in deel.values() for g in groepen for s in g}
        return frozenset(s for s in gelezen.kern if s not in bekend | boek.vulwoorden | groep)

    def zekerheid(self, gelezen: Gelezen) -> float:
        """From 0 to 1: an asking word or a year, an indicator, and few words that are left over."""
        gevraagd = gelezen.cijferwoord or vergelijkt_iets(gelezen)
        precies = not gelezen.onverklaard
        gemeente = precies and any(not self._gebieden.is_regio(g) for g in gelezen.gebieden)
        trefwoorden = precies and gelezen.indicator is not None and self._bekend_deel(gelezen)
        if not (gevraagd or ((gelezen.jaren or gemeente or trefwoorden) and gelezen.score >= 1)):
            return 0.0
        vaag = gelezen.vergelijking == "verschil" and not (
            gelezen.vraagt_maat or gelezen.eenheid or naast_elkaar(gelezen)
        )
        if gelezen.onverklaard and (gelezen.score < 1 or vaag):
            return 0.0
        if not gevraagd and not gelezen.gebieden and not gelezen.jaren:
            return _TREFWOORDEN
        basis = 0.55 + 0.15 * min(gelezen.score, 2.0) + (0.1 if gelezen.jaren or gelezen.gebieden else 0.0)
        heel = gelezen.uitsplitsing or gelezen.vergelijking == "verdeling"
        if not heel and not self.herkent.heeft_totaal(gelezen.indicator):
            basis -= _ZONDER_TOTAAL
        maat = gelezen.vraagt_maat or vergelijkt_iets(gelezen) or gelezen.naast or (gelezen.status and gelezen.jaren)
        if gelezen.andere_vraag and not maat:
            basis -= _ZIJDELINGS
        basis -= _TELT_ANDER if gelezen.geteld in gelezen.onverklaard else 0.0
        kosten = [_TERZIJDE if naast_elkaar(gelezen) else self._kosten(s) for s in gelezen.onverklaard]
        return round(max(0.0, min(1.0, basis - sum(kosten))), 2)

    def _bekend_deel(self, gelezen: Gelezen) -> bool:
        """Whether a few words name a part of a figure, and an area that has it: 'vsv entree nijmegen'."""
        delen = set(gelezen.uitsplitsing)
        waar = set(gelezen.gebieden) or {gelezen.regio or ""}
        rijen = [r for r in self._tabel.van(self._tabel.groep(gelezen.indicator or "")) if r.gebied in waar]
        return bool(delen and gelezen.naam) and any(delen <= set(r.uitsplitsing) for r in rijen)

    def _kosten(self, stam_: str) -> float:
        """What an unexplained word costs: most for the unit of another figure, least for any other figure word."""
        if stam_ in self._boek.eenheidswoorden:
            return _ANDERE_EENHEID
        return _ONVERKLAARD if self.herkent.is_vreemd(stam_) else _TERZIJDE


def _zonder_zinnen(tekst: str, zinnen: Collection[str]) -> tuple[str, bool]:
    """A text without words that ask for a whole period or the last year, and whether they were there."""
    los = f" {' '.join(woorden(tekst))} "
    genoemd = [z for z in zinnen if f" {z} " in los]
    for zin in genoemd:
        los = los.replace(f" {zin} ", " ")
    return (los if genoemd else tekst), bool(genoemd)


def _naast_ander(tekst: str) -> bool:
    """Whether the country or a target stands beside it: 'en wat is het landelijk', 'en waar moest het onder blijven'."""
    return _ANDER.search(tekst) is not None


def _schuif(boek: Woordenboek, tekst: str) -> int | None:
    tekst = _LATER_AAN.sub(" ", _TERUG_NAAR.sub(" ", tekst))
    if ver := _JAREN_VERDER.search(tekst):
        stap = {"een": 1, "twee": 2, "drie": 3}.get(ver[1]) or int(ver[1])
        return stap if ver[2] in ("later", "erna", "daarna", "verder") else -stap
    treffers = [(len(p), stap) for stap, zinnen in boek.jaarschuif.items() for p in zinnen if f" {p} " in tekst]
    return max(treffers, default=(0, None))[1]
