"""The facts as the diagrams see them: a fixed order, and for each a short list of values.

Ages become the intervals between the thresholds that the rules use; a list
fact becomes one yes/no fact per word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from assistant.advice.diagram import Maskers
from assistant.advice.kenmerken import LIJSTEN, WAARDEN, Kenmerken

LEEFTIJD, SCHOOLJAAR = "leeftijd", "na_schooljaar_16"
#: Asked first in the diagrams: what decides most.
VOLGORDE = (
    "perspectief", "gaat_naar", "inschrijving", "onderwijs", "herkomst", "uitstroomprofiel", "startkwalificatie",
    "dreigende_uitval", "ernstig", "arbeidsvermogen", "werk", "vrijstelling",
)  # fmt: skip
JA_NEE = ("ja", "nee")


@dataclass(frozen=True)
class Variabelen:
    """Names, values and the field that each variable comes from."""

    namen: tuple[str, ...]
    waarden: tuple[tuple[str, ...], ...]
    velden: tuple[str, ...]
    grenzen: tuple[int, ...]
    index: Mapping[str, int]

    @classmethod
    def voor(cls, grenzen: Iterable[int], aandacht: Iterable[str]) -> Variabelen:
        """The variables for rules with these age thresholds and these words of attention."""
        onder = tuple(sorted({0, *grenzen}))
        reeks: list[tuple[str, tuple[str, ...], str]] = [
            (LEEFTIJD, tuple(str(g) for g in onder), LEEFTIJD),
            (SCHOOLJAAR, JA_NEE, "geboortedatum"),
            *((veld, WAARDEN[veld], veld) for veld in VOLGORDE),
            *((lijstnaam("problemen", p), JA_NEE, "problemen") for p in LIJSTEN["problemen"]),
            *((lijstnaam("aandacht", a), JA_NEE, "aandacht") for a in sorted(set(aandacht))),
        ]
        namen = tuple(naam for naam, _, _ in reeks)
        waarden = tuple(w for _, w, _ in reeks)
        return cls(namen, waarden, tuple(v for _, _, v in reeks), onder, {n: i for i, n in enumerate(namen)})

    @property
    def groottes(self) -> tuple[int, ...]:
        """How many values each variable has."""
        return tuple(len(w) for w in self.waarden)

    @cached_property
    def bits(self) -> tuple[Mapping[str, int], ...]:
        """The bit of every value, per variable."""
        return tuple({waarde: 1 << i for i, waarde in enumerate(w)} for w in self.waarden)

    @cached_property
    def open(self) -> Maskers:
        """Nothing known: every value of every variable."""
        return tuple((1 << len(w)) - 1 for w in self.waarden)

    @cached_property
    def _woordplaatsen(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Per list fact its variables, each with its word."""
        return {
            veld: [(i, naam.partition(":")[2]) for naam, i in self.index.items() if naam.startswith(f"{veld}:")]
            for veld in LIJSTEN
        }

    def masker(self, variabele: int, waarden: Iterable[str]) -> int:
        """The bit mask of some values of a variable."""
        bits = self.bits[variabele]
        return sum(bits[waarde] for waarde in set(waarden) & bits.keys())

    def leeftijdmasker(self, van: int, tot: int | None) -> int:
        """The age intervals from ``van`` up to, but not including, ``tot``."""
        return sum(1 << i for i, g in enumerate(self.grenzen) if g >= van and (tot is None or g < tot))

    def maskers(self, kenmerken: Kenmerken) -> Maskers:
        """What is still possible per variable, given the facts."""
        uit = list(self.open)
        for veld, waarde in kenmerken.waarden.items():
            if veld in LIJSTEN:
                self._lijst(uit, veld, waarde)
            elif veld in WAARDEN:
                i = self.index[veld]
                uit[i] = self.bits[i][waarde] if isinstance(waarde, str) else self.masker(i, waarde)
        if kenmerken.leeftijd is not None:
            uit[self.index[LEEFTIJD]] = 1 << (bisect_right(self.grenzen, kenmerken.leeftijd) - 1)
        if kenmerken.na_schooljaar_16 is not None:
            uit[self.index[SCHOOLJAAR]] = 1 if kenmerken.na_schooljaar_16 else 2
        return tuple(uit)

    def _lijst(self, uit: list[int], veld: str, woorden: list[Any]) -> None:
        for i, woord in self._woordplaatsen[veld]:
            uit[i] = 1 if woord in woorden else 2

    def woorden(self, veld: str) -> list[str]:
        """The words of a list fact that the rules look at."""
        return [woord for _, woord in self._woordplaatsen[veld]]

    def van_veld(self, veld: str) -> list[int]:
        """The variables that come from a field."""
        return [i for i, v in enumerate(self.velden) if v == veld]

    def kenmerken(self, maskers: Maskers) -> dict[str, Any]:
        """Facts that give these masks, for counter-examples; what is open is left out."""
        uit: dict[str, Any] = {}
        for i, masker in enumerate(maskers):
            if masker.bit_count() != 1:
                continue
            naam, waarde = self.namen[i], self.waarden[i][masker.bit_length() - 1]
            veld, _, woord = naam.partition(":")
            if woord:
                uit.setdefault(veld, []).extend([woord] if waarde == "ja" else [])
            elif naam == LEEFTIJD:
                uit[naam] = int(waarde)
            elif naam != SCHOOLJAAR:
                uit[naam] = waarde
        return uit


def lijstnaam(veld: str, woord: str) -> str:
    """The name of the yes/no variable for one word of a list fact."""
    return f"{veld}:{woord}"
