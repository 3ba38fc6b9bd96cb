"""What a figure comes from: the item of its region that explains it, or that the sources give no explanation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from knowledge.answers.figures import Cijfergever
from knowledge.answers.finding import Vinder
from knowledge.answers.followup import Stand
from knowledge.answers.items import Itemantwoorder
from knowledge.answers.reply import Kennisantwoord
from knowledge.model import RegioId

#: A text with one of these explains something.
_VERKLAART: Final = re.compile(r"(?i)\b(?:verklar\w+|oorza\w+|dankzij|doordat)")
_GEEN_VERKLARING: Final = (
    "Dat staat niet in de bron: een verklaring voor dit cijfer wordt niet gegeven. Wel bekend:\n\n"
)


class Verklaarder:
    """Answers "hoe verklaren ze die daling" after a figure."""

    def __init__(self, vinder: Vinder, items: Itemantwoorder, cijfers: Cijfergever) -> None:
        self._vinder, self._items, self._cijfers = vinder, items, cijfers

    def verklaar(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """The explanation of the figure that was given, which stays what the conversation is about; none without a figure."""
        cijfer = self._cijfers.nogmaals(vorige)
        if cijfer is None:
            return None
        wat = f"{self._cijfers.maat_van(vorige)} {self._cijfers.onderwerp_van(vorige)}".strip()
        gevonden = self._vinder.zoek(f"verklaring en oorzaak van {wat}: {vraag}", regio)
        verklaring = next((t for t in gevonden if _VERKLAART.search(t.item.antwoord)), None)
        if verklaring and verklaring.score >= self._vinder.zeker:
            antwoord = self._items.geef(vraag, regio, [verklaring])
            return replace(antwoord, stand=replace(antwoord.stand, cijfervraag=vorige.cijfervraag))
        tekst = _GEEN_VERKLARING + cijfer.tekst
        return Kennisantwoord("weet-niet", tekst, vorige, bronnen=tuple(cijfer.bronnen), cijfer=cijfer, zekerheid=1.0)
