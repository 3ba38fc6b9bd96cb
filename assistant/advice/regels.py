"""Rule versions turned into diagrams, ready to be asked about a youth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from assistant.advice.diagram import JA, NEE, Diagrammen, Maskers
from assistant.advice.variabelen import Variabelen
from assistant.advice.voorwaarde import Vertaler, aandachtswoorden, leeftijdsgrenzen
from knowledge.rulemodel import Aanname, Definitie, Invulling, Regelset, Routetabel, Voorwaarde

#: Ends of a definition's diagram.
UITKOMSTEN: Final = ("nee", "ja", "oordeel")
OORDEEL: Final = ~2
#: Facts that nobody named, by variable; the text contradicted them.
Twijfel = frozenset[str]
#: How many answers are kept per rule.
CACHE: Final = 50_000

Driewaardig = Literal["ja", "nee", "onbekend"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one definition, and the variables that can still change it."""

    uitkomst: Driewaardig
    variabelen: frozenset[int]
    oordeel_professional: bool = False


@dataclass(frozen=True, slots=True)
class Rijverdict:
    """The deciding row, or why there is none: facts that are missing, or no row that fits."""

    rij: int | None
    variabelen: frozenset[int]
    mogelijk: frozenset[int]
    aannames: tuple[int, ...] = ()


@dataclass
class Definitieregel:
    """A definition with its diagrams."""

    bron: Definitie
    diagrammen: Diagrammen
    wortel: int
    criteria: Sequence[int]
    noodzakelijk: Sequence[bool]
    opmerkingen: Sequence[int]
    kenmerk: str = field(init=False)

    def __post_init__(self) -> None:
        self.kenmerk = self.bron.kenmerk()
        self.oordeel = lru_cache(maxsize=CACHE)(self._oordeel)

    def _oordeel(self, maskers: Maskers) -> Verdict:
        """The verdict for what is known; exact over everything unknown."""
        rest = self.diagrammen.rest(self.wortel, maskers)
        if rest.zeker is None:
            return Verdict("onbekend", rest.variabelen)
        if rest.zeker == ~OORDEEL:
            return Verdict("onbekend", frozenset(), oordeel_professional=True)
        return Verdict("ja" if rest.zeker == ~JA else "nee", frozenset())


@dataclass
class Tabelregel:
    """The routing table with its diagram; end 0 means that no row fits, end *n* is row *n-1*."""

    bron: Routetabel
    variabelen: Variabelen
    diagrammen: Diagrammen
    wortel: int
    rijen: Sequence[int]
    aannames: Sequence[tuple[Aanname, int, int | None]]
    opmerkingen: Sequence[int]
    kenmerk: str = field(init=False)

    def __post_init__(self) -> None:
        self.kenmerk = self.bron.kenmerk()
        self.beslis = lru_cache(maxsize=CACHE)(self._beslis)

    def _beslis(self, maskers: Maskers, twijfel: Twijfel = frozenset()) -> Rijverdict:
        """The row for what is known; documented defaults are used only where the facts leave it open."""
        rest = self.diagrammen.rest(self.wortel, maskers)
        gebruikt: tuple[int, ...] = ()
        if rest.zeker is None:
            open_ = rest.variabelen
            nauwer, toegepast = self.neem_aan(maskers, twijfel)
            rest = self.diagrammen.rest(self.wortel, nauwer)
            gebruikt = tuple(n for n in toegepast if self._variabele(self.aannames[n][0]) in open_)
        rij = rest.zeker - 1 if rest.zeker else None
        mogelijk = frozenset(u - 1 for u in rest.uitkomsten if u)
        return Rijverdict(rij, rest.variabelen, mogelijk, gebruikt)

    def neem_aan(self, maskers: Maskers, twijfel: Twijfel) -> tuple[Maskers, list[int]]:
        """Narrow unknown facts by the documented defaults, in their order."""
        uit, toegepast = list(maskers), []
        for nummer, (aanname, als, tenzij) in enumerate(self.aannames):
            i = self._variabele(aanname)
            nauwer = uit[i] & self.variabelen.masker(i, aanname.waarden)
            vrij = aanname.veld not in twijfel and 0 < nauwer < uit[i] and self._is_onbekend(maskers, aanname)
            if vrij and self._zeker(als, uit) and not (tenzij is not None and self._zeker(tenzij, uit)):
                uit[i] = nauwer
                toegepast.append(nummer)
        return tuple(uit), toegepast

    def _is_onbekend(self, maskers: Maskers, aanname: Aanname) -> bool:
        return not any(self.variabelen.bekend(maskers, veld) for veld in aanname.onbekend)

    def _variabele(self, aanname: Aanname) -> int:
        return self.variabelen.index[aanname.veld]

    def _zeker(self, voorwaarde: int, maskers: list[int]) -> bool:
        return self.diagrammen.rest(voorwaarde, tuple(maskers)).zeker == ~JA


class Regelwerk:
    """All rule versions over one set of variables."""

    def __init__(self, regels: Regelset, invullingen: Iterable[Invulling] = ()) -> None:
        alles = [regels.model_dump(mode="json"), *(i.model_dump(mode="json") for i in invullingen)]
        self.variabelen = Variabelen.voor(leeftijdsgrenzen(alles), aandachtswoorden(list(_voorwaarden(alles))))
        self.vertaler = Vertaler(self.variabelen, regels.begrippen)
        self.diagrammen = self.vertaler.diagrammen
        self.definities = [self._definitie(d) for d in regels.definities]
        self.tabellen = [self._tabel(t) for t in regels.tabellen]
        self.geldt = lru_cache(maxsize=4 * CACHE)(self._geldt)
        self.gelezen = lru_cache(maxsize=4096)(self._gelezen)

    def _geldt(self, wortel: int, maskers: Maskers) -> Driewaardig:
        """Whether a condition holds for what is known."""
        rest = self.diagrammen.rest(wortel, maskers)
        if rest.zeker is None:
            return "onbekend"
        return "ja" if rest.zeker == ~JA else "nee"

    def _gelezen(self, wortel: int) -> tuple[str, ...]:
        """The fields that a condition looks at."""
        open_ = tuple((1 << grootte) - 1 for grootte in self.variabelen.groottes)
        return self.velden(self.diagrammen.rest(wortel, open_).variabelen)

    def velden(self, variabelen: Iterable[int]) -> tuple[str, ...]:
        """The fields of some variables, each once, in the order of the diagrams."""
        return tuple(dict.fromkeys(self.variabelen.velden[i] for i in sorted(variabelen)))

    def _definitie(self, bron: Definitie) -> Definitieregel:
        criteria: dict[str, int] = {}
        for c in bron.criteria:
            criteria[c.id] = self.vertaler.vertaal(bron.id, c.als, criteria)
        ja = self.vertaler.vertaal(bron.id, bron.ja, criteria)
        oordeel = self.vertaler.vertaal(bron.id, bron.oordeel, criteria) if bron.oordeel is not None else NEE
        d = self.diagrammen
        wortel = d.kies(ja, JA, d.kies(oordeel, OORDEEL, NEE))
        opmerkingen = [self.vertaler.vertaal(bron.id, o.als, criteria) for o in bron.opmerkingen]
        noodzakelijk = [d.en(ja, d.niet(c)) == NEE for c in criteria.values()]
        return Definitieregel(bron, d, wortel, list(criteria.values()), noodzakelijk, opmerkingen)

    def _tabel(self, bron: Routetabel) -> Tabelregel:
        def vertaal(als: Voorwaarde) -> int:
            return self.vertaler.vertaal(bron.id, als)

        rijen = [vertaal(rij.als) for rij in bron.rijen]
        wortel = ~0
        for nummer in range(len(rijen), 0, -1):
            wortel = self.diagrammen.kies(rijen[nummer - 1], ~nummer, wortel)
        aannames = [(a, vertaal(a.als), vertaal(a.tenzij) if a.tenzij else None) for a in bron.aannames]
        opmerkingen = [vertaal(o.als) for o in bron.opmerkingen]
        return Tabelregel(bron, self.variabelen, self.diagrammen, wortel, rijen, aannames, opmerkingen)


def _voorwaarden(alles: object) -> Iterator[object]:
    """The conditions inside rule data; facts in tests and labels in questions are none of them."""
    if isinstance(alles, Mapping):
        yield from (deel for sleutel, deel in alles.items() if sleutel in ("als", "tenzij", "ja", "oordeel"))
        for sleutel, deel in alles.items():
            if sleutel not in ("testgevallen", "vragen"):
                yield from _voorwaarden(deel)
    elif isinstance(alles, (list, tuple)):
        for deel in alles:
            yield from _voorwaarden(deel)
