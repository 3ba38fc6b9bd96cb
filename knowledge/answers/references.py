"""Follow-ups that point back: a question with "dat" or "daar", read with the subject or figure before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from knowledge.answers.beside import AANPAK, vraagt_aanpak
from knowledge.answers.details import geeft, vraagt_detail
from knowledge.answers.figures import Cijfergever
from knowledge.answers.finding import Vinder
from knowledge.answers.followup import (
    Stand,
    eigen_woorden,
    heeft_eigen_woord,
    is_lang,
    leunt,
    verwijst_terug,
    voor_aanwijzing,
    voor_wat_is_dat,
    vraagt_alleen_maat,
    vraagt_alleen_wie,
    vraagt_wat_ze_doen,
    wijst_halverwege,
    zegt_zelf_iets,
    zonder_vraag_naar_bron,
)
from knowledge.answers.items import Itemantwoorder
from knowledge.answers.measures import bij_maatregel, vraagt_maatregel
from knowledge.answers.reply import Kennisantwoord
from knowledge.answers.said import zegt, zegt_ook_bedrag
from knowledge.model import Kennisitem, RegioId
from knowledge.regions import Streekwijzer
from knowledge.search import Treffer
from knowledge.text import vouw

#: A short question that names its own subject this well needs nothing from the answer before it.
STAAT_OP_ZICH: Final = 0.75
#: ... and one that points back, this well.
ZO_GOED_ALS_ZEKER: Final = 0.9
#: ... and one with no other hit near it, this far above.
VER_BOVEN: Final = 0.3
#: What holds the particular that is asked goes before a better hit that lacks it, from this share of its score.
NAAST_BESTE: Final = 0.8
#: Weight of the question's own words beside those of the subject before it.
EIGEN_WOORDEN: Final = 1.0
#: "zo'n casuïstiektafel": one of the kind that is named.
_ZO_EEN: Final = re.compile(r"\bzo ?n\b")
#: Kinds of items that are somebody who does something.
PARTIJEN: Final = frozenset({"organisatie", "overleg"})
#: Kinds of items that somebody carries out.
UITGEVOERD: Final = frozenset({"maatregel", "route", "plusvoorziening", "werkwijze"})


class Verwijzingen:
    """Answers questions that lean on the answer before them."""

    def __init__(self, vinder: Vinder, items: Itemantwoorder, cijfers: Cijfergever, wijzer: Streekwijzer) -> None:
        self._vinder, self._items, self._cijfers, self._wijzer = vinder, items, cijfers, wijzer

    def noemt_ander(self, vraag: str, vorige: Stand) -> bool:
        """Whether a question names a subject of its own that the answer before it was not about."""
        tekst = self._wijzer.zonder_plaatsen(zonder_vraag_naar_bron(vraag))
        genoemd = self._vinder.genoemd(tekst)
        return bool(genoemd) and not genoemd & self._omgeving(vorige)

    def wijst_naar_zelf_genoemd(self, vraag: str) -> bool:
        """Whether a question points at what it has just named, which somebody carries out: "en School als wijk, wie voert dat uit?".

        Or asks what that is, whatever it is: "moet ik de Navigator inschakelen? wat is dat".
        """
        if any(self._genoemd(voor_wat_is_dat(vraag))):
            return True
        return any(i.soort in UITGEVOERD for i in self._genoemd(voor_aanwijzing(vraag) or ""))

    def _genoemd(self, tekst: str) -> Iterator[Kennisitem]:
        """The items that a text names tellingly."""
        genoemd = self._vinder.genoemd(tekst) if tekst else ()
        return (i for id_ in genoemd if (i := self._item(id_)))

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
        if item is None:
            return self._items.beslis(vraag, regio, los)
        if vraagt_maatregel(vraag) and (aanloop := bij_maatregel(item)) is not None:
            return self._items.geef(vraag, regio, [Treffer(item, 1.0, {})], aanloop)
        if vraagt_aanpak(vraag) and leunt(vraag, self._wijzer) and (aanpak := self._aanpak(item)):
            antwoord = self._items.geef(vraag, regio, [Treffer(aanpak, 1.0, {}), *los])
            return replace(antwoord, stand=replace(antwoord.stand, onderwerp=item.id))
        if verteld := self._verteld(vraag, vorige):
            rest = (t for t in los if t.item is not verteld)
            antwoord = self._items.beslis(vraag, regio, [Treffer(verteld, 1.0, {}), *rest])
            return replace(antwoord, stand=replace(antwoord.stand, onderwerp=item.id))
        if self._staat_op_zich(vraag, los, vorige, item):
            return self._items.beslis(vraag, regio, los)
        # "Waarom is die er niet" goes on from what was asked; "voor wie is het" asks something else of the same.
        met_onderwerp = f"{self._vinder.noemer(item) if zegt_zelf_iets(vraag) else item.titel}: {vraag}"
        antwoord = self._items.beslis(met_onderwerp, regio, self._samen(vraag, met_onderwerp, los, regio, vorige))
        return replace(antwoord, stand=replace(antwoord.stand, onderwerp=self._nu_onderwerp(vraag, antwoord, item)))

    def _aanpak(self, item: Kennisitem) -> Kennisitem | None:
        """What is done about what an item tells: the first measure or way of working that it links to."""
        gelinkt = (self._item(i) for i in item.zie_ook if item.soort not in AANPAK)
        return next((i for i in gelinkt if i and i.soort in AANPAK and not i.staat_niet_in_bron), None)

    def _samen(
        self, vraag: str, met_onderwerp: str, los: Sequence[Treffer], regio: RegioId | None, vorige: Stand
    ) -> list[Treffer]:
        """The hits for a question with its subject, reconciled with those for its own words (``los``)."""
        nabij = self._omgeving(vorige)
        telt = heeft_eigen_woord(vraag) and zegt_zelf_iets(vraag)  # "hoeveel zijn het er" says nothing by itself
        eigen = los if telt else []
        samen = self._vinder.zoek(met_onderwerp, regio)
        samen = _verzoend(samen, eigen, self._telt_mee(vraag, samen, eigen, nabij))
        if vraagt_alleen_wie(vraag):
            return self._met_partij_voorop(samen, nabij)
        samen = self._met_gegeven_voorop(vraag, samen, nabij)
        if samen and samen[0].item.id in vorige.items:
            return self._met_verwant(samen, eigen, vorige.items, nabij)
        return samen

    def _nu_onderwerp(self, vraag: str, antwoord: Kennisantwoord, item: Kennisitem) -> str:
        """What the conversation is about now: what was named and answered, else what it was about."""
        eerste = next(iter(antwoord.stand.items), None)
        return eerste if eerste and eerste in self._vinder.genoemd(vraag) else item.id

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

    def _verteld(self, vraag: str, vorige: Stand) -> Kennisitem | None:
        """The first item, of the answer before or else on its subject, of which one sentence has all the words of a question."""
        ids = dict.fromkeys((*vorige.items, *sorted(self._omgeving(vorige))))
        items = [i for i in map(self._item, ids) if i and not i.staat_niet_in_bron]
        if bedrag := next((i for i in items if zegt_ook_bedrag(vraag, vorige.vraag, i.antwoord)), None):
            return bedrag
        return next((i for i in items if zegt(vraag, i.antwoord)), None) if verwijst_terug(vraag) else None

    def _staat_op_zich(self, vraag: str, los: Sequence[Treffer], vorige: Stand, item: Kennisitem) -> bool:
        """Whether a question has a subject of its own, by name or because it is answered well without one."""
        beste = los[0].score if los else 0.0
        wijst = verwijst_terug(vraag) and not _ZO_EEN.search(vouw(vraag))  # "wat gebeurt er aan zo'n casuïstiektafel?"
        if beste >= STAAT_OP_ZICH and not wijst and self._noemt_zelf(vraag, los[0].item, vorige):
            return True
        if is_lang(vraag) and not vraagt_alleen_maat(
            vraag, self._wijzer
        ):  # many words say enough, or name something in passing
            wijst = (wijst_halverwege(vraag) or self._over_hen(vraag)) and not self._alleen_elders(vraag, los, vorige)
            zeker = ZO_GOED_ALS_ZEKER if wijst else self._vinder.zeker
            return beste >= zeker and not (verwijst_terug(vraag) and geeft(vraag, item.antwoord))
        voor = voor_aanwijzing(vraag)
        if voor is not None:  # "wie heeft daar de regie over" names in passing what "daar" has
            zeker = beste >= ZO_GOED_ALS_ZEKER and (self.noemt_ander(vraag, vorige) or _steekt_uit(los))
            return zeker or self.noemt_ander(voor, vorige) or self._over_plaats(vraag, voor, beste)
        return self.noemt_ander(vraag, vorige) or (not leunt(vraag, self._wijzer) and beste >= STAAT_OP_ZICH)

    def _noemt_zelf(self, vraag: str, beste: Kennisitem, vorige: Stand) -> bool:
        """Whether what answers best is named in the question, and is not what the conversation was about."""
        return beste.id in self._vinder.genoemd(vraag) and beste.id not in (vorige.onderwerp, *vorige.items)

    def _over_hen(self, vraag: str) -> bool:
        """Whether it is asked what the people of the answer before do, and not those of a place that is named."""
        return vraagt_wat_ze_doen(vraag) and not self._wijzer.zoek(vraag)

    def _alleen_elders(self, vraag: str, los: Sequence[Treffer], vorige: Stand) -> bool:
        """Whether the particular that is asked stands in the best hit, and nowhere in what the conversation is about."""
        hier = (i for i in map(self._item, self._omgeving(vorige)) if i)
        return bool(los) and geeft(vraag, los[0].item.antwoord) and not any(geeft(vraag, i.antwoord) for i in hier)

    def _over_plaats(self, vraag: str, voor: str, beste: float) -> bool:
        """Whether "dat" is a place in the question itself, of which it says what is asked: "en Waalre, welke subregio is dat?"."""
        zegt = bool(eigen_woorden(self._wijzer.zonder_plaatsen(vraag)))
        return zegt and bool(self._wijzer.zoek(voor)) and beste >= self._vinder.zeker

    def _met_gegeven_voorop(self, vraag: str, samen: list[Treffer], nabij: frozenset[str]) -> list[Treffer]:
        """First what holds the particular that is asked, of the subject's own items where one of these does."""
        if not samen or not vraagt_detail(vraag) or geeft(vraag, samen[0].item.antwoord):
            return samen
        grens = max(self._vinder.zeker, NAAST_BESTE * samen[0].score)
        ruim = [t for t in samen if t.score >= grens and not t.item.staat_niet_in_bron]
        geven = [t for t in ruim if geeft(vraag, t.item.antwoord)]
        eerste = next((t for t in geven if t.item.id in nabij), next(iter(geven), None))
        return [eerste, *(t for t in samen if t is not eerste)] if eerste else samen

    def _met_partij_voorop(self, samen: list[Treffer], nabij: frozenset[str]) -> list[Treffer]:
        """Who does it: first the best item on the subject that names an organisation of its region."""
        eerste = next((t for t in samen if t.item.id in nabij and self._noemt_partij(t.item)), None)
        return [eerste, *(t for t in samen if t is not eerste)] if eerste else samen

    def _noemt_partij(self, item: Kennisitem) -> bool:
        if item.staat_niet_in_bron:
            return False
        genoemd = map(self._item, self._vinder.genoemd(item.antwoord) - {item.id})
        return any(i and i.soort in PARTIJEN and i.regio == item.regio for i in genoemd)

    def _met_verwant(
        self, samen: list[Treffer], los: Sequence[Treffer], gezegd: Sequence[str], nabij: frozenset[str]
    ) -> list[Treffer]:
        """What was just said answers again: then another item counts as much, and more than a silence told twice.

        That is the best one on the same subject, else by the question's own words.
        """
        eerste = samen[0]
        over = [t for t in samen if t.item.id in nabij] + [t for t in los if t.score >= STAAT_OP_ZICH]
        ander = next((t for t in over if t.item.id not in gezegd and t.score >= self._vinder.zeker), None)
        if ander is None:
            return samen
        twee = [eerste, replace(ander, score=eerste.score)]
        rest = [t for t in samen if t.item.id not in (eerste.item.id, ander.item.id)]
        return [*(reversed(twee) if eerste.item.staat_niet_in_bron else twee), *rest]

    def naar_cijfer(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """A question about the figure just given ("voor wie is dat?"): the figure again, with what is told of it."""
        onderwerp = self._cijfers.onderwerp_van(vorige)
        los = self._vinder.zoek(f"{onderwerp}: {vraag}" if onderwerp else vraag, regio)
        cijfer = self._cijfers.nogmaals(vorige)
        if cijfer is None:
            return self._items.beslis(vraag, regio, los)
        if zegt(vraag, cijfer.tekst) or not los or los[0].score < self._vinder.zeker:
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


def _steekt_uit(los: Sequence[Treffer]) -> bool:
    """Whether one hit stands so far above the others that it can only be that."""
    return bool(los) and (len(los) == 1 or los[0].score - los[1].score >= VER_BOVEN)


def _niet_verteld(los: Sequence[Treffer]) -> frozenset[str]:
    """The items that say that the sources do not tell what is asked, whatever the subject: how to apply, what it costs."""
    return frozenset(t.item.id for t in los if t.item.staat_niet_in_bron and t.score >= STAAT_OP_ZICH)


def _verzoend(samen: Sequence[Treffer], los: Sequence[Treffer], verwant: frozenset[str]) -> list[Treffer]:
    """Hits for question with subject; among what belongs to the subject, the question's own words break the tie."""
    eigen = {t.item.id: EIGEN_WOORDEN * t.score for t in los if t.item.id in verwant}
    return sorted(samen, key=lambda t: -(t.score + eigen.get(t.item.id, 0.0)))
