"""Follow-ups that point back: a question with "dat" or "daar", read with the subject or figure before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from knowledge.answers.details import geeft
from knowledge.answers.figures import Cijfergever
from knowledge.answers.finding import NOEMT, Vinder
from knowledge.answers.followup import Stand, heeft_eigen_woord, is_lang, leunt, verwijst_terug, zonder_vraag_naar_bron
from knowledge.answers.items import Itemantwoorder
from knowledge.answers.reply import Kennisantwoord
from knowledge.model import Kennisitem, RegioId
from knowledge.regions import Streekwijzer
from knowledge.search import Treffer
from knowledge.text import woorden

#: A short question that names its own subject this well needs nothing from the answer before it.
STAAT_OP_ZICH: Final = 0.75
#: Weight of the question's own words beside those of the subject before it.
EIGEN_WOORDEN: Final = 1.0


class Verwijzingen:
    """Answers questions that lean on the answer before them."""

    def __init__(self, vinder: Vinder, items: Itemantwoorder, cijfers: Cijfergever, wijzer: Streekwijzer) -> None:
        self._vinder, self._items, self._cijfers, self._wijzer = vinder, items, cijfers, wijzer

    def noemt_ander(self, vraag: str, vorige: Stand) -> bool:
        """Whether a question names a subject of its own that the answer before it was not about."""
        tekst = self._wijzer.zonder_plaatsen(zonder_vraag_naar_bron(vraag))
        genoemd = {i for i, gewicht in self._vinder.zoeker.genoemd(tekst).items() if gewicht >= NOEMT}
        return bool(genoemd) and not genoemd & self._omgeving(vorige)

    def _omgeving(self, vorige: Stand) -> frozenset[str]:
        """The subject, the items of the answer before, what these link to or that links to them, and their namesakes."""
        items = [i for i in map(self._item, (vorige.onderwerp, *vorige.items)) if i]
        naam = self._vinder.gelijknamig(items[0]) if items else frozenset()
        return naam.union(*(self._vinder.verwant(i) for i in items))

    def _item(self, id_: str | None) -> Kennisitem | None:
        return self._vinder.kennis.item_bij_id.get(id_) if id_ else None

    def naar_item(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """A question read together with the subject of the answers before it, which stays the subject."""
        item = self._item(vorige.onderwerp) or self._item(vorige.items[0])
        vraag = self._wijzer.zonder_regio(vraag, item.regio if item and item.regio == regio else None)
        los = self._vinder.zoek(vraag, regio, len(self._vinder.kennis.items), letterlijk=True)
        if item is None or self._staat_op_zich(vraag, los, vorige, item):
            return self._items.beslis(vraag, regio, los)
        # "Waarom is die er niet" goes on from what was asked; "voor wie is het" asks something else of the same.
        naam = self._vinder.noemer(item) if woorden(vraag) else item.titel
        met_onderwerp = f"{naam}: {vraag}"
        nabij = self._omgeving(vorige)
        eigen = los if heeft_eigen_woord(vraag) else []  # "hoeveel zijn het er" says nothing by itself
        samen = self._vinder.zoek(met_onderwerp, regio)
        samen = _verzoend(samen, eigen, self._telt_mee(vraag, samen, eigen, nabij))
        if samen and samen[0].item.id in vorige.items:
            samen = self._met_verwant(samen, nabij - {*vorige.items})
        antwoord = self._items.beslis(met_onderwerp, regio, samen)
        return replace(antwoord, stand=replace(antwoord.stand, onderwerp=item.id))

    def _telt_mee(
        self, vraag: str, samen: Sequence[Treffer], eigen: Sequence[Treffer], nabij: frozenset[str]
    ) -> frozenset[str]:
        """The items for which the question's own words count: of the subject, or saying that the sources are silent.

        Where the subject's own items hold the detail that is asked, nothing is left unsaid.
        """
        zwijgt = {t.item.id for t in samen if t.item.staat_niet_in_bron}
        grens = self._vinder.zeker
        if any(t.item.id in nabij - zwijgt and t.score >= grens and geeft(vraag, t.item.antwoord) for t in samen):
            return nabij - zwijgt
        return nabij | _niet_verteld(eigen)

    def _staat_op_zich(self, vraag: str, los: Sequence[Treffer], vorige: Stand, item: Kennisitem) -> bool:
        """Whether a question has a subject of its own, by name or because it is answered well without one."""
        beste = los[0].score if los else 0.0
        if is_lang(vraag):  # many words say enough, or name something else in passing
            return beste >= self._vinder.zeker and not (verwijst_terug(vraag) and geeft(vraag, item.antwoord))
        leunend = verwijst_terug(vraag) or leunt(vraag, self._wijzer)
        return self.noemt_ander(vraag, vorige) or (not leunend and beste >= STAAT_OP_ZICH)

    def _met_verwant(self, samen: list[Treffer], verwant: frozenset[str]) -> list[Treffer]:
        """What was just said answers again; then the best item beside it on the same subject is worth as much."""
        eerste = samen[0]
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


def _niet_verteld(los: Sequence[Treffer]) -> frozenset[str]:
    """The items that say that the sources do not tell what is asked, whatever the subject: how to apply, what it costs."""
    return frozenset(t.item.id for t in los if t.item.staat_niet_in_bron and t.score >= STAAT_OP_ZICH)


def _verzoend(samen: Sequence[Treffer], los: Sequence[Treffer], verwant: frozenset[str]) -> list[Treffer]:
    """Hits for question with subject; among what belongs to the subject, the question's own words break the tie."""
    eigen = {t.item.id: EIGEN_WOORDEN * t.score for t in los if t.item.id in verwant}
    return sorted(samen, key=lambda t: -(t.score + eigen.get(t.item.id, 0.0)))
