"""Behind a figure: the item of its region that explains it or tells its parts, or that the sources give no explanation."""

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
from knowledge.search import Treffer

_BEDRAG: Final = re.compile(r"€ ?(\d[\d.]*\d)")
#: So many amounts make up a third one.
_DELEN: Final = 3
#: A text with one of these explains something.
_VERKLAART: Final = re.compile(r"(?i)\b(?:verklar\w+|oorza\w+|dankzij|doordat)")
_GEEN_VERKLARING: Final = (
    "Dat staat niet in de bron: een verklaring voor dit cijfer wordt niet gegeven. Wel bekend:\n\n"
)


class Verklaarder:
    """Answers "hoe verklaren ze die daling" and "hoe is dat bedrag verdeeld" after a figure."""

    def __init__(self, vinder: Vinder, items: Itemantwoorder, cijfers: Cijfergever) -> None:
        self._vinder, self._items, self._cijfers = vinder, items, cijfers

    def verklaar(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """The explanation of the figure that was given, which stays what the conversation is about; none without a figure."""
        cijfer = self._cijfers.nogmaals(vorige)
        if cijfer is None:
            return None
        gevonden = self._vinder.zoek(f"verklaring en oorzaak van {self._wat(vorige)}: {vraag}", regio)
        verklaring = next((t for t in gevonden if _VERKLAART.search(t.item.antwoord)), None)
        if verklaring and verklaring.score >= self._vinder.zeker:
            return self._met_cijfer(vraag, regio, verklaring, vorige)
        tekst = _GEEN_VERKLARING + cijfer.tekst
        return Kennisantwoord("weet-niet", tekst, vorige, bronnen=tuple(cijfer.bronnen), cijfer=cijfer, zekerheid=1.0)

    def splits_uit(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """The item that tells the parts of an amount: it names that amount and some others; none when no item does."""
        cijfer = self._cijfers.nogmaals(vorige)
        geheel = _bedragen(cijfer.tekst) if cijfer else set()
        kop = cijfer.tekst.partition(":")[0] if cijfer else ""
        gevonden = self._vinder.zoek(f"verdeling en kosten van {kop}", regio) if geheel else []
        met_delen = [
            (t, b) for t in gevonden if (b := _bedragen(t.item.antwoord)) & geheel and len(b - geheel) >= _DELEN
        ]
        # Where every other amount is smaller, these are its parts; else it may stand beside others in a larger whole.
        raak = next((t for t, b in met_delen if max(b) <= max(geheel)), met_delen[0][0] if met_delen else None)
        return self._met_cijfer(vraag, regio, raak, vorige) if raak else None

    def _wat(self, vorige: Stand) -> str:
        return f"{self._cijfers.maat_van(vorige)} {self._cijfers.onderwerp_van(vorige)}".strip()

    def _met_cijfer(self, vraag: str, regio: RegioId | None, treffer: Treffer, vorige: Stand) -> Kennisantwoord:
        """An item as the answer; the conversation stays about the figure."""
        antwoord = self._items.geef(vraag, regio, [treffer])
        return replace(antwoord, stand=replace(antwoord.stand, cijfervraag=vorige.cijfervraag))


def _bedragen(tekst: str) -> set[int]:
    """The amounts of money in a text."""
    return {int(bedrag.replace(".", "")) for bedrag in _BEDRAG.findall(tekst)}
