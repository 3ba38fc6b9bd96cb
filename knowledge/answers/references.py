"""Follow-ups that point back: a question with "dat" or "daar", read with the subject or figure before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from knowledge.answers.figures import Cijfergever
from knowledge.answers.finding import Vinder
from knowledge.answers.followup import Stand, leunt, verwijst_terug
from knowledge.answers.items import Itemantwoorder
from knowledge.answers.reply import Kennisantwoord
from knowledge.model import Kennisitem, RegioId
from knowledge.regions import Streekwijzer
from knowledge.search import Treffer

#: A short question that names its own subject this well needs nothing from the answer before it.
STAAT_OP_ZICH: Final = 0.75
#: Weight of the question's own words beside those of the subject before it.
EIGEN_WOORDEN: Final = 0.5


class Verwijzingen:
    """Answers questions that lean on the answer before them."""

    def __init__(self, vinder: Vinder, items: Itemantwoorder, cijfers: Cijfergever, wijzer: Streekwijzer) -> None:
        self._vinder, self._items, self._cijfers, self._wijzer = vinder, items, cijfers, wijzer

    def naar_item(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """A question read together with the subject of the answer before it."""
        los = self._vinder.zoek(vraag, regio)
        item = self._vinder.kennis.item_bij_id.get(vorige.items[0])
        terug = verwijst_terug(vraag) or leunt(vraag, self._wijzer)
        if item is None or (not terug and los and los[0].score >= STAAT_OP_ZICH):
            return self._items.beslis(vraag, regio, los)
        met_onderwerp = f"{item.titel}: {vraag}"
        samen = _verzoend(self._vinder.zoek(met_onderwerp, regio), los, self._vinder.verwant(item))
        if samen and samen[0].item.id in vorige.items:
            samen = self._met_verwant(samen, item, vorige.items)
        return self._items.beslis(met_onderwerp, regio, samen)

    def _met_verwant(self, samen: list[Treffer], item: Kennisitem, gezegd: Sequence[str]) -> list[Treffer]:
        """What was just said answers again; then the best item beside it on the same subject is worth as much."""
        eerste, verwant = samen[0], self._vinder.verwant(item) - {*gezegd}
        ander = next((t for t in samen[1:] if t.item.id in verwant and t.score >= self._vinder.zeker), None)
        if ander is None:
            return samen
        return [eerste, replace(ander, score=eerste.score), *(t for t in samen[1:] if t is not ander)]

    def naar_cijfer(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """A question about the figure just given ("voor wie is dat?"): the figure again, with what is told of it."""
        los = self._vinder.zoek(vraag, regio)
        cijfer = self._cijfers.nogmaals(vorige)
        if cijfer is None:
            return self._items.beslis(vraag, regio, los)
        if not los or los[0].score < self._vinder.zeker:
            return Kennisantwoord(
                "antwoord", cijfer.tekst, vorige, bronnen=tuple(cijfer.bronnen), cijfer=cijfer, zekerheid=1.0
            )
        ook = self._items.beslis(vraag, regio, los)
        return replace(
            ook,
            gedrag="antwoord",
            tekst=f"{ook.tekst}\n\n{cijfer.tekst}",
            bronnen=(*ook.bronnen, *cijfer.bronnen),
            cijfer=cijfer,
            zekerheid=1.0,
        )


def _verzoend(samen: Sequence[Treffer], los: Sequence[Treffer], verwant: frozenset[str]) -> list[Treffer]:
    """Hits for question with subject; among what belongs to the subject, the question's own words break the tie."""
    eigen = {t.item.id: EIGEN_WOORDEN * t.score for t in los if t.item.id in verwant}
    return sorted(samen, key=lambda t: -(t.score + eigen.get(t.item.id, 0.0)))
