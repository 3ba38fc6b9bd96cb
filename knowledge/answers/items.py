"""Answering from items: the best hit, a guess that is called one, a choice, or "not in my sources"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from knowledge.answers.beside import (
    met_aanpak_voorop,
    met_gegeven_voorop,
    met_gemis_voorop,
    met_genoemde_voorop,
    ook_te_noemen,
)
from knowledge.answers.contrast import met_beide
from knowledge.answers.details import ontbrekend
from knowledge.answers.finding import Vinder
from knowledge.answers.followup import Stand
from knowledge.answers.reply import Kennisantwoord, eerste_zin, sporen, titelknoppen
from knowledge.model import Kennisitem, RegioId
from knowledge.search import Treffer
from knowledge.text import vouw

#: How far an uncertain hit must stand above the next to be the answer.
AFSTAND: Final = 0.08
#: A guess below this is not worth telling: only the titles are offered.
GOK: Final = 0.25
_WAARSCHIJNLIJK: Final = "Dit komt het dichtst bij uw vraag:\n\n"
_ONZEKER: Final = "Ik weet niet zeker of dit is wat u bedoelt. Het dichtst bij uw vraag komt:\n\n"


class Itemantwoorder:
    """Turns hits into an answer that is as sure as they are."""

    def __init__(self, vinder: Vinder) -> None:
        self._vinder = vinder
        self._item_bij_id = vinder.kennis.item_bij_id
        self._regionaam = {r.id: r.naam for r in vinder.kennis.regios}

    def beslis(self, vraag: str, regio: RegioId | None, treffers: Sequence[Treffer]) -> Kennisantwoord:
        """What the hits, best first, are good for."""
        treffers = met_genoemde_voorop(vraag, met_gemis_voorop(vraag, treffers), self._vinder.zoeker.genoemd)
        treffers = met_aanpak_voorop(vraag, met_gegeven_voorop(vraag, treffers))
        if not treffers or treffers[0].score < self._vinder.mogelijk:
            return self._weet_niet(vraag, regio, treffers)
        if beide := met_beide(vraag, treffers, lambda naam: self._genoemd(naam, regio)):
            return self.geef(vraag, regio, beide, samen=True)
        if treffers[0].score >= self._vinder.zeker:
            return self.geef(vraag, regio, treffers)
        if len(treffers) == 1 or treffers[0].score - treffers[1].score >= AFSTAND:
            return self.geef(vraag, regio, treffers, _WAARSCHIJNLIJK)
        if treffers[0].score < GOK:
            return self._bedoelt_u(vraag, regio, treffers[:3])
        return self._misschien(vraag, regio, treffers[:3])

    def _genoemd(self, naam: str, regio: RegioId | None) -> Kennisitem | None:
        """The item of a name: that is called so, or that the name tells most tellingly."""
        eigen = (i for i in self._vinder.kennis.items if i.regio == regio)
        zo_geheten = next((i for i in eigen if naam in map(vouw, (i.titel, *i.synoniemen))), None)
        gevonden = None if zo_geheten else self._vinder.genoemd_item(naam, regio)
        return self._item_bij_id[gevonden] if gevonden else zo_geheten

    def geef(
        self,
        vraag: str,
        regio: RegioId | None,
        treffers: Sequence[Treffer],
        aanloop: str = "",
        samen: bool = False,
    ) -> Kennisantwoord:
        """The best hit as the answer, after ``aanloop``, with what belongs beside it; ``samen``: all hits at once."""
        item = treffers[0].item
        if not regio and item.regio != "landelijk" and not aanloop:
            aanloop = f"**{self._regionaam[item.regio]}:** "
        mist = None if samen or item.staat_niet_in_bron else ontbrekend(vraag, item.antwoord)
        if mist:
            aanloop = f"Dat staat niet in de bron: {mist} wordt niet gegeven. Wel bekend:\n\n{aanloop}"
        ook = list(treffers[1:]) if samen else [] if mist else ook_te_noemen(vraag, treffers, self._vinder.zeker)
        delen = [aanloop + item.antwoord, *(f"**{t.item.titel}**\n{t.item.antwoord}" for t in ook)]
        bronnen = (*item.bronnen, *(b for t in ook for b in t.item.bronnen))
        return Kennisantwoord(
            "weet-niet" if mist or (item.staat_niet_in_bron and not ook) else "antwoord",
            "\n\n".join(delen),
            Stand(vraag, regio, (item.id, *(t.item.id for t in ook)), None, sporen(bronnen)),
            tuple(treffers[:3]),
            bronnen,
            titelknoppen(self._verder(item, treffers, ook)),
            zekerheid=treffers[0].score,
        )

    def _verder(self, item: Kennisitem, treffers: Sequence[Treffer], ook: Sequence[Treffer]) -> list[str]:
        """What to read on: the links of the item, or the runners-up when the hit was not sure."""
        if treffers[0].score < self._vinder.zeker:
            return [t.item.titel for t in treffers[1:4]]
        getoond = {item.id, *(t.item.id for t in ook)}
        return [self._item_bij_id[i].titel for i in item.zie_ook if i not in getoond][:3]

    def _bedoelt_u(self, vraag: str, regio: RegioId | None, treffers: Sequence[Treffer]) -> Kennisantwoord:
        """Only the titles, to choose from."""
        titels = [t.item.titel for t in treffers]
        return Kennisantwoord(
            "verduidelijk",
            "\n- ".join(["Ik weet niet zeker wat u bedoelt. Gaat uw vraag over een van deze onderwerpen?", *titels]),
            Stand(vraag, regio),
            tuple(treffers),
            knoppen=titelknoppen(titels),
            zekerheid=treffers[0].score,
        )

    def _misschien(self, vraag: str, regio: RegioId | None, treffers: Sequence[Treffer]) -> Kennisantwoord:
        """The nearest answer, said to be a guess, and the other readings with their first sentence and a button."""
        eerste, *anders = (t.item for t in treffers)
        titels = [f"- **{i.titel}**: {eerste_zin(i)}" for i in anders]
        return Kennisantwoord(
            "weet-niet" if eerste.staat_niet_in_bron else "antwoord",
            "\n\n".join([_ONZEKER + f"**{eerste.titel}**\n{eerste.antwoord}", "\n".join(["Of bedoelt u:", *titels])]),
            Stand(vraag, regio, (eerste.id,), None, sporen(eerste.bronnen)),
            tuple(treffers),
            (*eerste.bronnen, *(i.bronnen[0] for i in anders)),
            titelknoppen(i.titel for i in anders),
            zekerheid=treffers[0].score,
        )

    def _weet_niet(self, vraag: str, regio: RegioId | None, treffers: Sequence[Treffer]) -> Kennisantwoord:
        waar = f" over {self._regionaam[regio]}" if regio else ""
        return Kennisantwoord(
            "weet-niet",
            f"Dat staat niet in mijn bronnen{waar}. Ik geef alleen antwoorden die in de regionale programma's staan. "
            "Stel de vraag anders, of leg haar voor aan het RMC van uw regio.",
            Stand(vraag, regio),
            tuple(treffers[:3]),
            zekerheid=treffers[0].score if treffers else 0.0,
        )
