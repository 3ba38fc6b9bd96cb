"""Finding the items for a question: whole or by the question inside it, in one region or in all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from knowledge.answers.followup import KORT, eigen_woorden, verwijst_terug
from knowledge.model import Kennisitem, RegioId
from knowledge.plain import in_gewone_woorden
from knowledge.questions import is_vraag, kern
from knowledge.search import Treffer, Zoeker
from knowledge.snapshot import Kennis
from knowledge.text import lemma, vouw, woorden

#: The name of an item that is this telling is what a text is about; "mbo" and "RMC" are in every other one.
NOEMT: Final = 3.5
#: What is asked of a document ("waar ligt dat volgens de nota aan") says nothing of what is asked about.
_DOCUMENT: Final = frozenset(
    lemma(w)
    for w in "nota notitie informatienota raadsstuk raadsnota raadsvoorstel document analyse stuk programma plan bron tekst rapport papieren volgens staat staan stond onder zegt zeggen precies".split()
)
_ER_OVER: Final = re.compile(r"\ber (?:\w+ ){1,4}(?:over|van|mee|voor|aan|bij|uit)\b")
#: "Wat betekent dat voor ...": its subject is the story, however much it names besides.
_OVER_VERHAAL: Final = re.compile(
    r"^(?:en |maar |dus |ok |oke )*(?:wat|hoe) (?:betekent|zit|werkt|gaat|doet|kan|komt|geldt|is) (?:dat|dit)\b"
)
#: So few words of its own and a word that points back: a question about the story before it.
_WEINIG: Final = 2


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

    def zoek(self, vraag: str, regio: RegioId | None, aantal: int = 12, letterlijk: bool = False) -> list[Treffer]:
        """Search with the whole message, the question inside it, and that with what is named; the best of all.

        ``letterlijk``: in its own words only, to judge whether a follow-up says enough by itself.
        """
        lezingen = [vraag, *kern(vraag)] if letterlijk else _lezingen(vraag)
        return self._beste_van([*lezingen, *self._met_genoemde(vraag, regio)], regio, aantal)

    def genoemd(self, tekst: str) -> frozenset[str]:
        """The items that a text names tellingly."""
        return frozenset(i for i, gewicht in self.zoeker.genoemd(tekst).items() if gewicht >= NOEMT)

    def zekerheid(self, vraag: str, regio: RegioId | None) -> float:
        """How well the best item answers a text by its own words."""
        beste = self._beste_van(_lezingen(vraag), regio, 1)
        return beste[0].score if beste else 0.0

    def _beste_van(self, teksten: Sequence[str], regio: RegioId | None, aantal: int) -> list[Treffer]:
        regios = (regio, "landelijk") if regio else None
        gevonden: dict[str, Treffer] = {}
        for tekst in teksten:
            for treffer in self.zoeker.zoek(tekst, regios=regios, aantal=aantal):
                bekend = gevonden.get(treffer.item.id)
                if bekend is None or treffer.score > bekend.score:
                    gevonden[treffer.item.id] = treffer
        return sorted(gevonden.values(), key=lambda t: -t.score)[:aantal]

    def _met_genoemde(self, vraag: str, regio: RegioId | None) -> list[str]:
        """The last question of a story that points back, with what the story names: "Zit daar een garantie op?"."""
        wijzend = [z for z in kern(vraag)[:1] if _wijst_terug(z) and len(z.split()) <= KORT]
        items = self.kennis.item_bij_id
        verhaal = (
            vraag.replace(wijzend[0], " ") if wijzend else vraag
        )  # "wat is daar het uitgangspunt": no name in itself
        genoemd = [
            (gewicht, i) for i, gewicht in self.zoeker.genoemd(verhaal).items()
            if gewicht >= NOEMT and items[i].regio in (regio or items[i].regio, "landelijk")
        ]  # fmt: skip
        return [f"{items[max(genoemd)[1]].titel}: {z}" for z in wijzend] if genoemd else []

    def genoemd_item(self, vraag: str, regio: RegioId | None) -> str | None:
        """The item of a region that a question names most tellingly."""
        items = self.kennis.item_bij_id
        genoemd = self.zoeker.genoemd(vraag).items()
        raak = [(g, -len(items[i].titel), i) for i, g in genoemd if g >= NOEMT and items[i].regio == regio]
        return max(raak)[2] if raak else None

    def noemer(self, item: Kennisitem) -> str:
        """What an item is about, by name: of "Hoe lang duurt de Transitieroute?" the name of the item it asks about."""
        if not is_vraag(item.titel):
            return item.titel
        titel = set(woorden(item.titel))
        genoemd = {i: g for i, g in self.zoeker.genoemd(item.titel).items() if i != item.id and g >= NOEMT}
        items = (self.kennis.item_bij_id[i] for i in sorted(genoemd, key=lambda i: -genoemd[i]))
        namen = [
            naam for i in items if i.regio in (item.regio, "landelijk") for naam in (i.titel, *i.synoniemen)
            if set(woorden(naam)) <= titel
        ]  # fmt: skip
        return max(namen, key=len) if namen else item.titel

    def gelijknamig(self, item: Kennisitem) -> frozenset[str]:
        """The items of a region whose title has the name of what an item is about."""
        naam = set(woorden(self.noemer(item)))
        return frozenset(i.id for i in self.kennis.items if i.regio == item.regio and naam <= set(woorden(i.titel)))

    def verwant(self, item: Kennisitem) -> frozenset[str]:
        """An item and those that one of the two links to."""
        terug = (i.id for i in self.kennis.items if item.id in i.zie_ook)
        return frozenset({item.id, *item.zie_ook, *terug})


def _lezingen(vraag: str) -> list[str]:
    """A question as it was asked, the questions inside it that say what they are about, and each without turns of phrase."""
    lezingen = [vraag, *(z for z in kern(vraag) if not _wijst_naar_verhaal(z))]
    return [*lezingen, *(gewoon for z in lezingen if (gewoon := in_gewone_woorden(z)))]


def _wijst_terug(zin: str) -> bool:
    """Whether a sentence points back, with its word in two halves also: "wat zegt de analyse er precies over"."""
    return verwijst_terug(zin) or bool(_ER_OVER.search(zin.lower()))


def _wijst_naar_verhaal(zin: str) -> bool:
    """ "Staat daar iets over in de plannen?" after a story: its own words find the plans, and not what it is about."""
    eigen = eigen_woorden(zin) - _DOCUMENT
    return not eigen or bool(_OVER_VERHAAL.match(vouw(zin))) or (_wijst_terug(zin) and len(eigen) <= _WEINIG)
