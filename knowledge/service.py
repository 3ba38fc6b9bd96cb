"""Public door of the knowledge base: the version in force, its answers and its checks."""

from __future__ import annotations

from functools import cache

from knowledge import files
from knowledge.answer import Gedrag, Kennisantwoord, Knop, Vraagbaak
from knowledge.check import Bevinding, controleer, zinslengte
from knowledge.followup import Stand
from knowledge.model import REGIOS, Contact, Document, Kennisitem, Regio, RegioId, Vindplaats
from knowledge.regions import Streekwijzer
from knowledge.rulefiles import lees_invullingen, lees_regels
from knowledge.search import Treffer, Zoeker, vormen
from knowledge.snapshot import Kennis
from knowledge.vectors import Vectorkast

__all__ = [
    "REGIOS",
    "Bevinding",
    "Contact",
    "Document",
    "Gedrag",
    "Kennis",
    "Kennisantwoord",
    "Kennisitem",
    "Knop",
    "Regio",
    "RegioId",
    "Stand",
    "Streekwijzer",
    "Treffer",
    "Vindplaats",
    "Vraagbaak",
    "Zoeker",
    "bewaar_vectoren",
    "controleer",
    "kennis_uit_bestanden",
    "maak_vraagbaak",
    "zinslengte",
]


def kennis_uit_bestanden() -> Kennis:
    """The shipped content as version 1, checked record by record."""
    return Kennis(
        versie=1,
        documenten=tuple(files.lees_documenten()),
        items=tuple(files.lees_items()),
        observaties=tuple(files.lees_observaties()),
        indicatoren=tuple(files.lees_indicatoren()),
        regios=tuple(files.lees_regios()),
        contacten=tuple(files.lees_contacten()),
        regels=lees_regels(),
        invullingen=tuple(lees_invullingen()),
    )


@cache
def _vectorkast() -> Vectorkast:
    return Vectorkast(files.CONTENT)


def bewaar_vectoren() -> dict[str, int]:
    """Computes and ships the vectors of the shipped content; texts per region."""
    items = files.lees_items()
    per_gebied = {g: [v for i in items if i.regio == g for v in vormen(i)] for g in files.GEBIEDEN}
    return {g: _vectorkast().bewaar(g, teksten) for g, teksten in per_gebied.items() if teksten}


def maak_vraagbaak(kennis: Kennis) -> Vraagbaak:
    """The search index and answering over one version; vectors of known texts are reused."""
    return Vraagbaak(kennis, Zoeker(kennis.items, _vectorkast()))
