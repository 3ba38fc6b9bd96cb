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

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

NEE: Final = ~0
JA: Final = ~1

#: Per fact a bit mask of the values that are still possible.
Maskers = tuple[int, ...]


class Knoop(NamedTuple):
    """Which fact is asked, and where each of its values leads."""

    variabele: int
    takken: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a diagram once facts are known: reachable outcomes and the facts that still matter."""

    uitkomsten: frozenset[int]
    variabelen: frozenset[int]

    @property
    def zeker(self) -> int | None:
        """The outcome, when only one is left."""
        return next(iter(self.uitkomsten)) if len(self.uitkomsten) == 1 else None


class Diagrammen:
    """All diagrams over one list of facts; ``groottes`` are their numbers of values, in asking order."""

    def __init__(self, groottes: Sequence[int]) -> None:
        self.groottes = tuple(groottes)
        self.knopen: list[Knoop] = []
        self._uniek: dict[Knoop, int] = {}
        self._keuzes: dict[tuple[int, int, int], int] = {}

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
        uitkomsten: set[int] = set()
        uniek: dict[tuple[int, tuple[int, ...]], int] = {}
        gezien: dict[int, int] = {}

        def beperk(k: int) -> int:
            if k < 0:
                uitkomsten.add(~k)
                return k
            if k not in gezien:
                variabele, takken = self.knopen[k]
                masker = maskers[variabele]
                over = tuple(beperk(tak) for i, tak in enumerate(takken) if masker >> i & 1)
                same = all(tak == over[0] for tak in over)
                gezien[k] = over[0] if same else uniek.setdefault((variabele, over), len(uniek))
            return gezien[k]

        beperk(wortel)
        return Rest(frozenset(uitkomsten), frozenset(variabele for variabele, _ in uniek))

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
