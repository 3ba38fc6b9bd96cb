"""Rule versions turned into diagrams, ready to be asked about a youth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal

from assistant.advice.diagram import JA, NEE, Diagrammen, Geheugen, Maskers
from assistant.advice.variabelen import Variabelen
from assistant.advice.voorwaarde import RegelOngeldig, Vertaler, aandachtswoorden, leeftijdsgrenzen
from knowledge.rulemodel import Aanname, Definitie, Invulling, Regelset, Routetabel, Voorwaarde

#: Ends of a definition's diagram.
UITKOMSTEN: Final = ("nee", "ja", "oordeel")
OORDEEL: Final = ~2
#: Facts that nobody named, by variable; the text contradicted them.
Twijfel = frozenset[str]

Driewaardig = Literal["ja", "nee", "onbekend"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one definition, and the variables that can still change it."""

    uitkomst: Driewaardig
    variabelen: frozenset[int]
    oordeel_professional: bool = False


@dataclass(frozen=True, slots=True)
class Rijverdict:
    """The deciding row, or why there is none: facts that are missing, or no row that fits.

    ``aannames`` are the numbers of the defaults that were applied.
    """

    rij: int | None
    variabelen: frozenset[int]
    mogelijk: frozenset[int]
    aannames: tuple[int, ...] = ()


@dataclass(eq=False)
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

    def oordeel(self, maskers: Maskers) -> Verdict:
        """The verdict for what is known; exact over everything unknown."""
        rest = self.diagrammen.rest(self.wortel, maskers)
        if rest.zeker is None:
            return Verdict("onbekend", rest.variabelen)
        if rest.zeker == ~OORDEEL:
            return Verdict("onbekend", frozenset(), oordeel_professional=True)
        return Verdict("ja" if rest.zeker == ~JA else "nee", frozenset())


@dataclass(frozen=True, slots=True)
class Aannameregel:
    """A documented default with its diagrams.

    ``onbekend`` are variables that must be fully open; ``nooit`` are values with which its condition cannot hold.
    """

    bron: Aanname
    variabele: int
    masker: int
    als: int
    tenzij: int | None
    onbekend: tuple[tuple[int, int], ...]
    nooit: tuple[tuple[int, int], ...]


@dataclass
class Tabelregel:
    """The routing table with its diagram; end 0 means that no row fits, end *n* is row *n-1*."""

    bron: Routetabel
    variabelen: Variabelen
    diagrammen: Diagrammen
    wortel: int
    rijen: Sequence[int]
    aannames: Sequence[Aannameregel]
    opmerkingen: Sequence[int]
    kenmerk: str = field(init=False)
    #: Per variable the groups of values that the table does not tell apart.
    klassen: Mapping[int, list[tuple[int, ...]]] = field(init=False)

    def __post_init__(self) -> None:
        self.kenmerk = self.bron.kenmerk()
        voorwaarden = [v for a in self.aannames for v in (a.als, a.tenzij) if v is not None]
        self.klassen = self.diagrammen.klassen([self.wortel, *voorwaarden])
        self._gelijk = {
            i: {1 << waarde: 1 << groep[0] for groep in groepen for waarde in groep[1:]}
            for i, groepen in self.klassen.items()
            if len(groepen) < self.diagrammen.groottes[i]
        }
        opvolgend = groupby(enumerate(self.aannames), key=lambda genummerd: genummerd[1].variabele)
        self._per_variabele = [(i, list(groep)) for i, groep in opvolgend]
        self._geheugen = Geheugen(sorted({*self.klassen, *(i for a in self.aannames for i, _ in a.onbekend)}))

    def beslis(self, maskers: Maskers, twijfel: Twijfel = frozenset()) -> Rijverdict:
        """The row for what is known; documented defaults are used only where the facts leave it open."""
        nu = list(maskers)
        for i, gelijk in self._gelijk.items():
            nu[i] = gelijk.get(nu[i], nu[i])
        sleutel = (self._geheugen.sleutel(tuple(nu)), twijfel)
        verdict: Rijverdict | None = self._geheugen.antwoorden.get(sleutel)
        return verdict if verdict is not None else self._geheugen.bewaar(sleutel, self._beslis(tuple(nu), twijfel))

    def rij(self, maskers: Maskers) -> int | None:
        """The deciding row alone, if there is one."""
        einde = self.diagrammen.enige(self.wortel, self.neem_aan(maskers, frozenset())[0])
        return einde - 1 if einde else None

    def _beslis(self, maskers: Maskers, twijfel: Twijfel) -> Rijverdict:
        nauwer, toegepast = self.neem_aan(maskers, twijfel)
        rest = self.diagrammen.rest(self.wortel, nauwer)
        rij = rest.zeker - 1 if rest.zeker else None
        mogelijk = frozenset(u - 1 for u in rest.uitkomsten if u)
        return Rijverdict(rij, rest.variabelen, mogelijk, toegepast)

    def nodig(self, maskers: Maskers, verdict: Rijverdict) -> list[Aanname]:
        """The defaults that a verdict needed: those for facts that left the row open."""
        if not verdict.aannames:
            return []
        open_ = self.diagrammen.rest(self.wortel, maskers).variabelen
        return [self.aannames[n].bron for n in verdict.aannames if self.aannames[n].variabele in open_]

    def neem_aan(self, maskers: Maskers, twijfel: Twijfel) -> tuple[Maskers, tuple[int, ...]]:
        """Narrow unknown facts by the documented defaults, in their order."""
        nu, toegepast = maskers, []
        for i, aannames in self._per_variabele:
            if not nu[i] & (nu[i] - 1):
                continue
            for nummer, aanname in aannames:
                nauwer = nu[i] & aanname.masker
                if 0 < nauwer < nu[i] and self._mag(aanname, maskers, nu, twijfel):
                    nu = (*nu[:i], nauwer, *nu[i + 1 :])
                    toegepast.append(nummer)
        return nu, tuple(toegepast)

    def _mag(self, aanname: Aannameregel, maskers: Maskers, nu: Maskers, twijfel: Twijfel) -> bool:
        """Whether a default may be used: not contradicted, the other facts unknown, its condition certain."""
        if twijfel and aanname.bron.veld in twijfel:
            return False
        for i, vol in aanname.onbekend:
            if maskers[i] != vol:
                return False
        for i, nooit in aanname.nooit:
            if nu[i] & nooit:
                return False
        if self._zeker(aanname.als, nu):
            return aanname.tenzij is None or not self._zeker(aanname.tenzij, nu)
        return False

    def _zeker(self, voorwaarde: int, maskers: Maskers) -> bool:
        return voorwaarde == JA or self.diagrammen.rest(voorwaarde, maskers).zeker == ~JA


class Regelwerk:
    """All rule versions over one set of variables."""

    def __init__(self, regels: Regelset, invullingen: Iterable[Invulling] = ()) -> None:
        alles = [regels.model_dump(mode="json"), *(i.model_dump(mode="json") for i in invullingen)]
        self.variabelen = Variabelen.voor(leeftijdsgrenzen(alles), aandachtswoorden(list(_voorwaarden(alles))))
        self.vertaler = Vertaler(self.variabelen, regels.begrippen)
        self.diagrammen = self.vertaler.diagrammen
        self.definities = [self._definitie(d) for d in regels.definities]
        self.tabellen = [self._tabel(t) for t in regels.tabellen]
        self.gelezen = lru_cache(maxsize=None)(self._gelezen)

    def klassen(self) -> dict[int, list[tuple[int, ...]]]:
        """Per variable the groups of values that no definition and no table tells apart."""
        wortels = [*(d.wortel for d in self.definities), *(t.wortel for t in self.tabellen)]
        wortels += [v for t in self.tabellen for a in t.aannames for v in (a.als, a.tenzij) if v is not None]
        return self.diagrammen.klassen(wortels)

    def geldt(self, wortel: int, maskers: Maskers) -> Driewaardig:
        """Whether a condition holds for what is known."""
        rest = self.diagrammen.rest(wortel, maskers)
        if rest.zeker is None:
            return "onbekend"
        return "ja" if rest.zeker == ~JA else "nee"

    def _gelezen(self, wortel: int) -> tuple[str, ...]:
        """The fields that a condition looks at."""
        return self.velden(self.diagrammen.gelezen(wortel))

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
        aannames = [self._aanname(bron.id, a) for a in bron.aannames]
        opmerkingen = [vertaal(o.als) for o in bron.opmerkingen]
        return Tabelregel(bron, self.variabelen, self.diagrammen, wortel, rijen, aannames, opmerkingen)

    def _aanname(self, regel: str, bron: Aanname) -> Aannameregel:
        variabele = self.variabelen.index.get(bron.veld)
        if variabele is None:
            raise RegelOngeldig(regel, f"aanname {bron.id}: '{bron.veld}' is geen kenmerk")
        als = self.vertaler.vertaal(regel, bron.als)
        tenzij = self.vertaler.vertaal(regel, bron.tenzij) if bron.tenzij else None
        groottes = self.variabelen.groottes
        onbekend = [(i, (1 << groottes[i]) - 1) for veld in bron.onbekend for i in self.variabelen.van_veld(veld)]
        masker = self.variabelen.masker(variabele, bron.waarden)
        return Aannameregel(bron, variabele, masker, als, tenzij, tuple(onbekend), tuple(self._nooit(als)))

    def _nooit(self, als: int) -> Iterator[tuple[int, int]]:
        """Per variable the values with which a condition cannot hold."""
        d = self.diagrammen
        for i in d.gelezen(als):
            bits = [1 << waarde for waarde in range(d.groottes[i])]
            yield i, sum(bit for bit in bits if d.en(als, d.is_een_van(i, bit)) == NEE)


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
