"""Answers and regions: what only another region tells, and what differs from region to region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from knowledge.answers.finding import NOEMT, Vinder
from knowledge.answers.followup import Stand
from knowledge.answers.items import Itemantwoorder
from knowledge.answers.reply import Kennisantwoord, Knop, sporen, zin_met_gegeven
from knowledge.model import Kennisitem, RegioId
from knowledge.search import Treffer

#: Another region answers only when this one has next to nothing and that one is sure.
ELDERS_ZEKER: Final = 0.7
ELDERS_BETER: Final = 0.4


class Regiokeuze:
    """Answers a question from the items of its region, of another one, or of each."""

    def __init__(self, vinder: Vinder, items: Itemantwoorder) -> None:
        self._vinder, self._items = vinder, items
        self._regionaam = {r.id: r.naam for r in vinder.kennis.regios}

    def beantwoord(self, vraag: str, regio: RegioId | None) -> Kennisantwoord:
        """The answer from the items of a region, or of all when none is known."""
        treffers = self._vinder.zoek(vraag, regio)
        beste = treffers[0].score if treffers else 0.0
        anders: Kennisantwoord | None = None
        if regio and beste < self._vinder.zeker:
            anders = self._elders(vraag, regio, beste)
        elif not regio and beste >= self._vinder.mogelijk:
            anders = self._per_regio(vraag, treffers)
        return anders or self._items.beslis(vraag, regio, treffers)

    def _elders(self, vraag: str, regio: RegioId, hier: float) -> Kennisantwoord | None:
        """The answer of another region, said to be so, when this region's sources are silent."""
        anders = [t for t in self._vinder.zoek(vraag, None) if t.item.regio != regio]
        if not anders or anders[0].score < ELDERS_ZEKER or anders[0].score - hier < ELDERS_BETER:
            return None
        gebied = anders[0].item.regio
        daar = "de landelijke bron" if gebied == "landelijk" else self._regionaam[gebied]
        aanloop = f"Voor {self._regionaam[regio]} staat dit niet in mijn bronnen. Wel voor {daar}:\n\n"
        return self._items.geef(vraag, regio, anders, aanloop)

    @staticmethod
    def _alleen_hier(beste: Treffer, zelfde: Mapping[RegioId, Kennisitem], genoemd: Mapping[str, float]) -> bool:
        """Whether the question names something that only one region has: "wat is JongLeren"."""
        anders = (i for i in zelfde.values() if i.regio != beste.item.regio)
        return genoemd.get(beste.item.id, 0.0) >= NOEMT and not any(i.id in genoemd for i in anders)

    def _per_regio(self, vraag: str, treffers: Sequence[Treffer]) -> Kennisantwoord | None:
        """A compact comparison when the question has another answer in each region."""
        onderwerp = treffers[0].item.onderwerp
        alle = self._vinder.kennis.items if onderwerp else ()
        zelfde = {i.regio: i for i in alle if i.onderwerp == onderwerp and i.regio != "landelijk"}
        genoemd = self._vinder.zoeker.genoemd(vraag)
        if len(zelfde) < 2 or self._alleen_hier(treffers[0], zelfde, genoemd):
            return None
        return self._onder_elkaar(vraag, zelfde, treffers, "Dit verschilt per regio:")

    def van_elk(self, vraag: str, regios: Sequence[RegioId]) -> Kennisantwoord | None:
        """The answers of several regions to one question without their names, when all are surely of the same subject."""
        gevonden = {r: self._vinder.zoek(vraag, r)[:1] for r in regios}
        beste = [t for lijst in gevonden.values() for t in lijst if t.score >= self._vinder.zeker]
        onderwerpen = {t.item.onderwerp for t in beste}
        if len(beste) < len(regios) or len(onderwerpen) != 1 or None in onderwerpen:
            return None
        return self._onder_elkaar(vraag, dict(zip(regios, (t.item for t in beste), strict=True)), beste, "Per regio:")

    def _onder_elkaar(
        self, vraag: str, items: Mapping[RegioId, Kennisitem], treffers: Sequence[Treffer], kop: str
    ) -> Kennisantwoord:
        """What each region tells, in a sentence, with a button for more."""
        regels = [f"- **{self._regionaam[r]}**: {zin_met_gegeven(vraag, i)}" for r, i in items.items()]
        bronnen = tuple(i.bronnen[0] for i in items.values())
        return Kennisantwoord(
            "antwoord",
            kop + "\n" + "\n".join(regels) + "\n\nVoor welke regio wilt u meer weten?",
            Stand(vraag, None, tuple(i.id for i in items.values()), None, sporen(bronnen)),
            tuple(treffers[:3]),
            bronnen,
            tuple(Knop(self._regionaam[r], f"en in {self._regionaam[r]}?") for r in items),
            zekerheid=treffers[0].score,
        )
