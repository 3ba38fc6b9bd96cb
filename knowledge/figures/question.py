"""A question for a figure: which indicator, area, year, breakdown, standing and comparison."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from knowledge.figures.table import Paar


@dataclass(frozen=True)
class Cijfervraag:
    """A question for a figure; stored as JSON between two turns of a conversation.

    ``eerder`` are the areas of the question before it, when this one is about others.
    """

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
    ook: tuple[Cijfervraag, ...] = ()
    eerder: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data for storage."""
        return asdict(self)

    @classmethod
    def from_dict(cls, ruw: dict[str, Any]) -> Cijfervraag:
        """The question that ``to_dict`` stored, also after a trip through JSON."""
        lijsten = {naam: tuple(ruw.get(naam, ())) for naam in ("indicatoren", "gebieden", "jaren", "eerder")}
        paren = tuple((sleutel, waarde) for sleutel, waarde in ruw["uitsplitsing"])
        ook = tuple(cls.from_dict(deel) for deel in ruw.get("ook", ()))
        return cls(**{**ruw, **lijsten, "uitsplitsing": paren, "ook": ook})

    def zelfde_cijfer(self, ander: Cijfervraag) -> bool:
        """Whether two questions ask for the same figure, apart from how sure their reading is."""
        return replace(self, zekerheid=0.0) == replace(ander, zekerheid=0.0)
