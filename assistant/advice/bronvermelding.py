"""Sources with every statement, and the warning when a source has expired."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from assistant.advice.model import Bron
from knowledge.model import Document, Vindplaats


class Bronnenlijst:
    """Turns places in documents into sources as people see them."""

    def __init__(self, documenten: Iterable[Document]) -> None:
        self._documenten = {d.id: d for d in documenten}
        self.bron = lru_cache(maxsize=4096)(self._bron)

    def _bron(self, plek: Vindplaats, peildatum: dt.date) -> Bron:
        """One source on a date."""
        document = self._documenten.get(plek.document)
        einde = document.looptijd_tot if document else None
        titel = document.titel if document else plek.document
        return Bron(
            document=plek.document, titel=titel, sectie=plek.sectie, regels=plek.regels,
            looptijd_tot=einde, verlopen=einde is not None and einde < peildatum,
        )  # fmt: skip

    def waarschuwing(self, bronnen: Iterable[Bron]) -> str:
        """What to say when a source has expired; empty when none has."""
        jaren = sorted({b.looptijd_tot.year for b in bronnen if b.verlopen and b.looptijd_tot})
        if not jaren:
            return ""
        return f"Let op: de bron liep tot en met {jaren[-1]}; controleer of de regel nog geldt."


def uniek(bronnen: Iterable[Bron]) -> list[Bron]:
    """Sources without repetition, in order."""
    return list({(b.document, b.sectie): b for b in bronnen}.values())
