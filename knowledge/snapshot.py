"""One version of the whole knowledge base, in memory and never changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from knowledge.figures import Cijfers
from knowledge.model import Contact, Document, Indicator, Kennisitem, Observatie, Regio, RegioId
from knowledge.rulemodel import Invulling, Regelset
from knowledge.text import vouw


@dataclass(frozen=True)
class Kennis:
    """Everything that is in force in one version of the knowledge base."""

    versie: int
    documenten: tuple[Document, ...]
    items: tuple[Kennisitem, ...]
    observaties: tuple[Observatie, ...]
    indicatoren: tuple[Indicator, ...]
    regios: tuple[Regio, ...]
    contacten: tuple[Contact, ...]
    regels: Regelset
    invullingen: tuple[Invulling, ...]
    geladen: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC))

    @cached_property
    def item_bij_id(self) -> dict[str, Kennisitem]:
        """Items by their id."""
        return {i.id: i for i in self.items}

    @cached_property
    def document_bij_id(self) -> dict[str, Document]:
        """Documents by their id."""
        return {d.id: d for d in self.documenten}

    @cached_property
    def cijfers(self) -> Cijfers:
        """The figures as a table that answers questions."""
        return Cijfers(self.observaties, self.indicatoren, self.regios, self.documenten)

    def regio_van(self, gemeente: str) -> RegioId | None:
        """Region of a municipality in any spelling, or None outside the four regions."""
        return self.regio_bij_gemeente.get(vouw(gemeente))

    def regionaam(self, regio: str) -> str:
        """What a region is called; what is no region keeps its word."""
        return next((r.naam for r in self.regios if r.id == regio), regio)

    @cached_property
    def regio_bij_gemeente(self) -> dict[str, RegioId]:
        """Region of a municipality, by its folded name and synonyms."""
        return {
            vouw(naam): regio.id
            for regio in self.regios
            for gemeente in regio.gemeenten
            for naam in (gemeente.naam, *gemeente.synoniemen)
        }
