"""Finding the items for a question: whole or by the question inside it, in one region or in all."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.model import Kennisitem, RegioId
from knowledge.questions import kern
from knowledge.search import Treffer, Zoeker
from knowledge.snapshot import Kennis


@dataclass(frozen=True)
class Vinder:
    """Finds items in one version of the knowledge base."""

    kennis: Kennis
    zoeker: Zoeker

    @property
    def zeker(self) -> float:
        """From here a hit is an answer."""
        return self.zoeker.weging.zeker

    @property
    def mogelijk(self) -> float:
        """From here a hit is worth mentioning."""
        return self.zoeker.weging.mogelijk

    def zoek(self, vraag: str, regio: RegioId | None, aantal: int = 12) -> list[Treffer]:
        """Search with the whole message and with the question inside it; the best of both."""
        regios = (regio, "landelijk") if regio else None
        gevonden: dict[str, Treffer] = {}
        for tekst in (vraag, *kern(vraag)):
            for treffer in self.zoeker.zoek(tekst, regios=regios, aantal=aantal):
                bekend = gevonden.get(treffer.item.id)
                if bekend is None or treffer.score > bekend.score:
                    gevonden[treffer.item.id] = treffer
        return sorted(gevonden.values(), key=lambda t: -t.score)[:aantal]

    def verwant(self, item: Kennisitem) -> frozenset[str]:
        """An item and those that one of the two links to."""
        terug = (i.id for i in self.kennis.items if item.id in i.zie_ook)
        return frozenset({item.id, *item.zie_ook, *terug})
