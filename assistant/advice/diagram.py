"""Reduced ordered decision diagrams over facts with a few values each.

A condition becomes a graph: each node asks one fact, each branch is a value,
the ends are outcomes.  Equal parts are shared and a node whose branches are
all the same is left out, so a fact occurs in the graph if and only if it can
change the outcome.  That makes 'unknown' exact: narrow the graph to what is
known and see which ends and which facts are left.

Nodes are numbered from 0; ends are negative: ``~0`` is outcome 0, ``~1`` is
outcome 1.  For conditions outcome 0 is *no* and 1 is *yes*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar

NEE: Final = ~0
JA: Final = ~1
#: How many answers are kept per diagram.
MEEST_BEWAARD: Final = 50_000

A = TypeVar("A")

#: Per fact a bit mask of the values that are still possible.
Maskers = tuple[int, ...]


class Knoop(NamedTuple):
    """Which fact is asked, and where each of its values leads."""

    variabele: int
    takken: tuple[int, ...]


class Rest(NamedTuple):
    """What is left of a diagram once facts are known: reachable outcomes and the facts that still matter.

    ``zeker`` is the outcome, when only one is left.
    """

    uitkomsten: frozenset[int]
    variabelen: frozenset[int]
    zeker: int | None


class Geheugen:
    """Answers by what is known about some facts; forgets all when it is full."""

    def __init__(self, variabelen: Iterable[int]) -> None:
        gekozen = tuple(variabelen)
        self.sleutel: Callable[[Maskers], object] = itemgetter(*gekozen) if gekozen else _niets
        self.antwoorden: dict[object, Any] = {}

    def bewaar(self, sleutel: object, antwoord: A) -> A:
        """Keep an answer."""
        if len(self.antwoorden) >= MEEST_BEWAARD:
            self.antwoorden.clear()
        self.antwoorden[sleutel] = antwoord
        return antwoord


def _niets(_: Maskers) -> object:
    return ()


class Diagrammen:
    """All diagrams over one list of facts; ``groottes`` are their numbers of values, in asking order."""

    def __init__(self, groottes: Sequence[int]) -> None:
        self.groottes = tuple(groottes)
        self.knopen: list[Knoop] = []
        self._uniek: dict[Knoop, int] = {}
        self._keuzes: dict[tuple[int, int, int], int] = {}
        self._geheugens: dict[int, Geheugen] = {}
        self._resten: dict[Rest, Rest] = {}
        self._gebundeld: dict[int, Sequence[tuple[int, int]]] = {}

    def knoop(self, variabele: int, takken: Sequence[int]) -> int:
        """The one node with these branches, or its only end when it would not decide anything."""
        if all(tak == takken[0] for tak in takken):
            return takken[0]
        sleutel = Knoop(variabele, tuple(takken))
        if sleutel not in self._uniek:
            self._uniek[sleutel] = len(self.knopen)
            self.knopen.append(sleutel)
        return self._uniek[sleutel]

    def is_een_van(self, variabele: int, masker: int) -> int:
        """The condition that a fact has one of the values in the mask."""
        return self.knoop(variabele, [JA if masker >> i & 1 else NEE for i in range(self.groottes[variabele])])

    def kies(self, als: int, dan: int, anders: int) -> int:
        """``dan`` where the condition holds, ``anders`` elsewhere."""
        if als == JA or dan == anders:
            return dan
        if als == NEE:
            return anders
        sleutel = (als, dan, anders)
        if sleutel not in self._keuzes:
            eerste = min(self.knopen[k].variabele for k in sleutel if k >= 0)
            delen = [self._takken(k, eerste) for k in sleutel]
            self._keuzes[sleutel] = self.knoop(eerste, [self.kies(a, d, e) for a, d, e in zip(*delen, strict=True)])
        return self._keuzes[sleutel]

    def en(self, *delen: int) -> int:
        """All conditions hold."""
        uit = JA
        for deel in delen:
            uit = self.kies(uit, deel, NEE)
        return uit

    def of(self, *delen: int) -> int:
        """At least one condition holds."""
        uit = NEE
        for deel in delen:
            uit = self.kies(uit, JA, deel)
        return uit

    def niet(self, als: int) -> int:
        """The condition does not hold."""
        return self.kies(als, NEE, JA)

    def rest(self, wortel: int, maskers: Maskers) -> Rest:
        """What is left of a diagram when each fact is narrowed to its mask; exact over all completions."""
        if wortel < 0:
            return Rest(frozenset((~wortel,)), frozenset(), ~wortel)
        geheugen = self._geheugens.get(wortel)
        if geheugen is None:
            geheugen = self._geheugens[wortel] = Geheugen(self.gelezen(wortel))
        sleutel = geheugen.sleutel(maskers)
        antwoord: Rest | None = geheugen.antwoorden.get(sleutel)
        return antwoord if antwoord is not None else geheugen.bewaar(sleutel, self._beperk(wortel, maskers))

    def enige(self, wortel: int, maskers: Maskers) -> int | None:
        """The outcome when only one is left; stops looking at the second, so quicker than ``rest``."""
        gevonden: int | None = None
        gezien, open_ = set[int](), [wortel]
        while open_:
            k = open_.pop()
            if k >= 0 and k not in gezien:
                gezien.add(k)
                masker = maskers[self.knopen[k].variabele]
                open_ += [tak for tak, waarden in self._wegen(k) if masker & waarden]
            elif k < 0 and gevonden is None:
                gevonden = ~k
            elif k < 0 and gevonden != ~k:
                return None
        return gevonden

    def _wegen(self, k: int) -> Sequence[tuple[int, int]]:
        """Where a node leads: every branch once, with the mask of the values that lead there; ends last."""
        wegen = self._gebundeld.get(k)
        if wegen is None:
            per_tak: dict[int, int] = {}
            for i, tak in enumerate(self.knopen[k].takken):
                per_tak[tak] = per_tak.get(tak, 0) | 1 << i
            wegen = self._gebundeld[k] = sorted(per_tak.items(), reverse=True)
        return wegen

    def gelezen(self, wortel: int) -> tuple[int, ...]:
        """The facts that a diagram asks anywhere, in order."""
        gezien, open_ = set[int](), [wortel]
        while open_:
            k = open_.pop()
            if k >= 0 and k not in gezien:
                gezien.add(k)
                open_ += self.knopen[k].takken
        return tuple(sorted({self.knopen[k].variabele for k in gezien}))

    def klassen(self, wortels: Iterable[int]) -> dict[int, list[tuple[int, ...]]]:
        """Per fact the groups of values that no node of these diagrams tells apart."""
        gezien, open_ = set[int](), list(wortels)
        sporen: dict[int, list[tuple[int, ...]]] = {}
        while open_:
            k = open_.pop()
            if k >= 0 and k not in gezien:
                gezien.add(k)
                open_ += self.knopen[k].takken
                sporen.setdefault(self.knopen[k].variabele, []).append(self.knopen[k].takken)
        uit: dict[int, list[tuple[int, ...]]] = {}
        for variabele, takken in sporen.items():
            groepen: dict[tuple[int, ...], list[int]] = {}
            for waarde, spoor in enumerate(zip(*takken, strict=True)):
                groepen.setdefault(spoor, []).append(waarde)
            uit[variabele] = [tuple(groep) for groep in groepen.values()]
        return uit

    def _beperk(self, wortel: int, maskers: Maskers) -> Rest:
        """The reduced diagram over the values that are left; its facts are those that still matter."""
        uitkomsten: set[int] = set()
        uniek: dict[tuple[int, frozenset[tuple[int, int]]], int] = {}
        gezien: dict[int, int] = {}

        def beperk(k: int) -> int:
            while k >= 0:
                variabele, takken = self.knopen[k]
                masker = maskers[variabele]
                if masker & (masker - 1):
                    break
                k = takken[masker.bit_length() - 1]
            if k < 0:
                uitkomsten.add(~k)
                return k
            if k not in gezien:
                over: dict[int, int] = {}
                for tak, waarden in self._wegen(k):
                    if masker & waarden:
                        eind = beperk(tak)
                        over[eind] = over.get(eind, 0) | masker & waarden
                sleutel = (variabele, frozenset(over.items()))
                gezien[k] = eind if len(over) == 1 else uniek.setdefault(sleutel, len(uniek))
            return gezien[k]

        beperk(wortel)
        zeker = next(iter(uitkomsten)) if len(uitkomsten) == 1 else None
        rest = Rest(frozenset(uitkomsten), frozenset(variabele for variabele, _ in uniek), zeker)
        return self._resten.setdefault(rest, rest)  # what is known differs, what is left is often equal: kept once

    def voorbeeld(self, wortel: int, uitkomst: int, kies: Callable[[int, int], int] | None = None) -> Maskers | None:
        """Values per fact that lead to an outcome (facts that do not matter stay open), or none."""
        maskers = [(1 << grootte) - 1 for grootte in self.groottes]
        vergeefs: set[int] = set()

        def zoek(k: int) -> bool:
            if k < 0 or k in vergeefs:
                return k < 0 and ~k == uitkomst
            variabele, takken = self.knopen[k]
            for i in sorted(range(len(takken)), key=lambda i: kies(variabele, i) if kies else i):
                if zoek(takken[i]):
                    maskers[variabele] = 1 << i
                    return True
            vergeefs.add(k)
            return False

        return tuple(maskers) if zoek(wortel) else None

    def _takken(self, k: int, variabele: int) -> tuple[int, ...]:
        if k >= 0 and self.knopen[k].variabele == variabele:
            return self.knopen[k].takken
        return (k,) * self.groottes[variabele]
