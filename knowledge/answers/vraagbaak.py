"""Answering a knowledge question: figure or item, the right region, or an honest "not in my sources"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from typing import Final

from knowledge.answers.causes import Verklaarder
from knowledge.answers.figures import Cijfergever
from knowledge.answers.finding import Vinder
from knowledge.answers.followup import (
    KORT,
    VERVOLGTAAL,
    Soort,
    Stand,
    eigen_woorden,
    leunt,
    noemt_terug,
    soort_vervolg,
    verwijst_terug,
    voluit,
    vraagt_oorzaak,
    vraagt_opbouw,
    zegt_wat_geteld_wordt,
    zonder_aangewezen,
)
from knowledge.answers.halves import Helften
from knowledge.answers.items import Itemantwoorder
from knowledge.answers.organisations import Organisatiewijzer
from knowledge.answers.provenance import hoe_actueel, waar_staat_het
from knowledge.answers.references import Verwijzingen
from knowledge.answers.regional import Regiokeuze
from knowledge.answers.reply import Kennisantwoord, sporen
from knowledge.model import RegioId
from knowledge.questions import VRAAGTAAL, deelvragen, kern, vragende_bijzin
from knowledge.regions import Streekwijzer
from knowledge.search import Zoeker
from knowledge.snapshot import Kennis
from knowledge.spelling import Spelling
from knowledge.text import VRAAGWOORDEN, vouw
from knowledge.vectors import Vector

#: "Hoeveel waren dat er in 17/18?": counted in a year, so of what there is a figure.
_IN_JAAR: Final = re.compile(r"\bhoeveel\b.*\b(?:20)?\d\d (?:20)?\d\d\b")
#: From here an item is what the name of a route in a region stands for.
OP_NAAM: Final = 0.9


@dataclass
class Vraagbaak:
    """Answers questions from one version of the knowledge base."""

    kennis: Kennis
    zoeker: Zoeker
    wijzer: Streekwijzer = field(init=False)
    spelling: Spelling = field(init=False)

    def __post_init__(self) -> None:
        self.wijzer = Streekwijzer(self.kennis.regios)
        plaatsen = self.wijzer.woorden()
        woorden = (*VERVOLGTAAL, *VRAAGTAAL, *plaatsen, *self.zoeker.woordenlijst.gangbaar())
        self.spelling = Spelling(woorden, plaatsen)
        self._over_route: dict[tuple[str, str, RegioId | None], Stand | None] = {}
        self._organisaties = Organisatiewijzer(self.kennis.items)
        self._vinder = Vinder(self.kennis, self.zoeker)
        self._items = items = Itemantwoorder(self._vinder)
        self._regiokeuze = Regiokeuze(self._vinder, items)
        self._cijfers = Cijfergever(self._vinder, self.wijzer)
        self._verklaarder = Verklaarder(self._vinder, items, self._cijfers)
        self._verwijzingen = Verwijzingen(self._vinder, items, self._cijfers, self.wijzer)
        self._helften = Helften(self._een, self._gebied, self._vinder, self._cijfers, self._verklaarder, self.wijzer)

    def beantwoord(
        self, bericht: str, regio: RegioId | None = None, vorige: Stand | None = None
    ) -> list[Kennisantwoord]:
        """One answer per question in the message, in order."""
        antwoorden: list[Kennisantwoord] = []
        hersteld = self.wijzer.met_eigen_regio(self.spelling.herstel(bericht), regio, vorige.regio if vorige else None)
        delen = deelvragen(voluit(hersteld) if vorige else hersteld)
        for vraag in [hersteld] if len(delen) > 1 and self._cijfers.telt_samen(hersteld, regio) else delen:
            eerder = antwoorden[-1].stand if antwoorden else None
            deel = self._cijfers.in_kader(vraag, regio, eerder) if eerder else vraag
            nieuw = self._helften.beantwoord(deel, regio, eerder or vorige)
            antwoorden += [a for a in nieuw if not any(a.herhaalt(b) for b in antwoorden)]
        return antwoorden

    def zekerheid(self, bericht: str, regio: RegioId | None = None) -> float:
        """How well the best item or figure answers a message, between 0 and 1."""
        vraag = self.spelling.herstel(bericht)
        return max(self._vinder.zekerheid(vraag, regio), self._cijfers.zekerheid(vraag, regio))

    def begin_alvast(self, bericht: str) -> Future[Vector]:
        """Starts on the meaning of a message, and of the questions in it, for who will ask for them in a moment."""
        begonnen = self.zoeker.begin_alvast(bericht)
        hersteld = self.spelling.herstel(bericht)
        for deel in dict.fromkeys([hersteld, *kern(hersteld)]):
            self.zoeker.begin_alvast(deel)
        return begonnen

    def vindt_cijfer(self, vraag: str) -> bool:
        """Whether a text asks for a figure, and it is there."""
        antwoord = self._cijfers.beantwoord(self.spelling.herstel(vraag), None, None)
        return antwoord is not None and antwoord.gedrag == "antwoord"

    def bekend_deel(self, bericht: str) -> float:
        """Share of a message's own words that the knowledge base knows; a place by itself says nothing."""
        return self.zoeker.bekend_deel(self.wijzer.zonder_plaatsen(self.spelling.herstel(bericht)))

    def noemt_iets(self, bericht: str) -> bool:
        """Whether a message names something that an item is about."""
        return bool(self._vinder.genoemd(self.spelling.herstel(bericht)))

    def over_route(self, route: str, naam: str, regio: RegioId | None) -> Stand | None:
        """The subject of a conversation after an advice: the item of its name, else what tells most of just this route."""
        sleutel = (route, naam, regio)
        if sleutel not in self._over_route:
            self._over_route[sleutel] = self._zoek_route(*sleutel)
        return self._over_route[sleutel]

    def _zoek_route(self, route: str, naam: str, regio: RegioId | None) -> Stand | None:
        over = [i for i in self.kennis.items if route in i.routes and i.regio == regio and not i.staat_niet_in_bron]
        op_naam = [t for t in self._vinder.zoek(naam, regio) if t.item in over and t.score >= OP_NAAM]
        meest = min(over, key=lambda i: (len(i.routes), i.soort != "route"), default=None)
        item = op_naam[0].item if op_naam else meest
        return Stand(item.titel, regio, (item.id,), None, sporen(item.bronnen)) if item else None

    def is_vervolg(self, tekst: str, vorige: Stand) -> bool:
        """Whether a text only makes sense after the answer before it."""
        vraag = voluit(self.spelling.herstel(tekst))
        if soort_vervolg(vraag, vorige, self.wijzer) or self._achter_cijfer(vraag, vorige):
            return True
        return bool(vorige.cijfervraag) and self._cijfers.beantwoord(vraag, None, vorige) is not None

    def _achter_cijfer(self, vraag: str, vorige: Stand) -> bool:
        """Whether what stands behind a figure that was given is asked: its cause or its parts."""
        vraagt = vraagt_oorzaak(vraag, self.wijzer) or vraagt_opbouw(vraag, self.wijzer)
        return bool(vorige.cijfervraag) and vraagt

    def wijst_naar_zelf_genoemd(self, tekst: str) -> bool:
        """Whether a question points at a measure or a route that it has just named itself."""
        return self._verwijzingen.wijst_naar_zelf_genoemd(self.spelling.herstel(tekst))

    def _een(self, vraag: str, regio: RegioId | None, vorige: Stand | None) -> Kennisantwoord:
        return self._eerste(vraag, regio) if vorige is None else self._vervolg(vraag, regio, vorige)

    def _eerste(self, vraag: str, regio: RegioId | None) -> Kennisantwoord:
        """A question that nothing came before: a figure, an item, or about what it is."""
        gebied = self._gebied(vraag, None, regio)
        if cijfer := self._cijfers.beantwoord(vraag, gebied, None):
            return cijfer
        if (naast := self.wijzer.naast_elkaar(vraag)) and (
            elk := self._regiokeuze.van_elk(self.wijzer.zonder_plaatsen(vraag), naast)
        ):
            return elk
        antwoord = self._elke_gemeente(vraag, gebied) or self._regiokeuze.beantwoord(vraag, gebied)
        return self._waarover(antwoord) if self._wijst_in_het_niets(vraag, antwoord) else antwoord

    def _elke_gemeente(self, vraag: str, gebied: RegioId | None) -> Kennisantwoord | None:
        """What is told of each of two municipalities that are named, where the best hit is about one of them."""
        namen = dict.fromkeys(s.gemeente for s in self.wijzer.zoek(vraag) if s.gemeente)
        treffers = self._vinder.zoek(vraag, gebied) if len(namen) > 1 else []
        van = {n: next((t for t in treffers if n and n in t.item.titel), None) for n in namen}
        elk = [t for t in van.values() if t and t.score >= self._vinder.mogelijk]
        over_een = bool(elk) and treffers[0] in elk and treffers[0].score >= self._vinder.zeker
        return self._items.geef(vraag, gebied, elk, samen=True) if over_een and len(elk) == len(namen) else None

    def _vervolg(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """A question after an answer, which it may go on from or leave behind."""
        soort = soort_vervolg(vraag, vorige, self.wijzer)
        if soort in ("bron", "jaar") and self._verwijzingen.noemt_ander(vraag, vorige):
            soort = None
        if soort == "bron":
            return waar_staat_het(self.kennis, vorige)
        if soort == "jaar":
            return hoe_actueel(self.kennis, vorige)
        gebied = self._gebied(vraag, vorige if soort else None, regio)
        return next(filter(None, self._lezingen(vraag, gebied, vorige, soort)))

    def _lezingen(
        self, vraag: str, gebied: RegioId | None, vorige: Stand, soort: Soort | None
    ) -> Iterator[Kennisantwoord | None]:
        """What a follow-up can be, the most particular first; at the end it stands on its own."""
        if vraagt_oorzaak(vraag, self.wijzer):
            yield self._verklaarder.verklaar(vraag, gebied, vorige)
        if vraagt_opbouw(vraag, self.wijzer):
            yield self._verklaarder.splits_uit(vraag, gebied, vorige)
        wijst = soort == "verwijzing"
        yield self._als_cijfer(vraag, gebied, vorige, soort)
        if wijst and noemt_terug(vraag):
            yield self._cijfers.over_hetzelfde(vraag, gebied, vorige)
        if soort and vorige.items:
            yield self._cijfers.na_item(vraag, gebied, vorige)
        if wijst and vorige.items:
            yield self._cijfer_van_onderwerp(vraag, gebied, vorige)
        if soort == "andere-streek":
            yield self._andere_streek(vraag, gebied, vorige)
        if wijst:
            yield self._verwezen(vraag, gebied, vorige)
        yield self._regiokeuze.beantwoord(vraag, gebied)

    def _als_cijfer(
        self, vraag: str, gebied: RegioId | None, vorige: Stand, soort: Soort | None
    ) -> Kennisantwoord | None:
        """A figure that is asked for; where nobody counted in another region, what is told there."""
        item_aangewezen = soort == "verwijzing" and vorige.items
        cijfer = self._cijfers.beantwoord(zonder_aangewezen(vraag) if item_aangewezen else vraag, gebied, vorige)
        if cijfer and cijfer.gedrag == "weet-niet" and soort == "andere-streek":
            return self._weet_daar_iets(vraag, gebied, vorige) or cijfer
        return cijfer

    def _verwezen(self, vraag: str, gebied: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """A question that points back: at the item of the answer before, at what its figure counts, or at the figure."""
        if (
            not vorige.items
            and self._vraagt_uitleg(vraag, vorige)
            and (over := self._vinder.genoemd_item(vorige.vraag, gebied))
        ):
            vorige = replace(vorige, items=(over,))
        if vorige.items:
            vorige = replace(vorige, onderwerp=vorige.onderwerp or self._niet_te_vinden(vorige, gebied))
            return self._verwijzingen.naar_item(vraag, gebied, vorige)
        if vorige.cijfervraag and verwijst_terug(vraag):
            return self._verwijzingen.naar_cijfer(vraag, gebied, vorige)
        return None

    def _niet_te_vinden(self, vorige: Stand, gebied: RegioId | None) -> str | None:
        """What was asked of by name in vain, so that it stays the subject: "budget van 1.6?", then "wie voert het uit?"."""
        item = self.kennis.item_bij_id.get(vorige.items[0])
        return self._vinder.genoemd_item(vorige.vraag, gebied) if item and item.staat_niet_in_bron else None

    def _wijst_in_het_niets(self, vraag: str, antwoord: Kennisantwoord) -> bool:
        """ "Hoe werkt dat?" as the first question: short, pointing back, and without a word that finds anything."""
        kort = len(vraag.split()) <= KORT and verwijst_terug(vraag)
        niets = antwoord.gedrag == "weet-niet" and antwoord.zekerheid < self._vinder.mogelijk
        zonder_naam = not (eigen_woorden(vraag) or self.wijzer.zoek(vraag) or self.zoeker.genoemd(vraag))
        return kort and (niets or zonder_naam)

    @staticmethod
    def _waarover(antwoord: Kennisantwoord) -> Kennisantwoord:
        tekst = (
            "Waar gaat uw vraag over? Noem het onderwerp erbij, bijvoorbeeld de route, de maatregel of de organisatie."
        )
        return replace(antwoord, gedrag="verduidelijk", tekst=tekst, treffers=(), knoppen=())

    def _cijfer_van_onderwerp(self, vraag: str, gebied: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """How many or how much of what the answer before is about, by its name: "hoeveel leerlingen krijgen dat per jaar"."""
        item = self.kennis.item_bij_id.get(vorige.onderwerp or vorige.items[0])
        geteld = zegt_wat_geteld_wordt(vraag) or bool(_IN_JAAR.search(vouw(vraag)))
        if item is None or not geteld or not leunt(vraag, self.wijzer):
            return None
        antwoord = self._cijfers.van_deel(f"{zonder_aangewezen(vraag)} {self._vinder.noemer(item)}", gebied)
        # The conversation stays about the item: "en wat is het verschil met ..." asks of that, not of the figure.
        stand = replace(vorige, vraag=vraag, onderwerp=item.id)
        return replace(antwoord, stand=replace(stand, bronnen=antwoord.stand.bronnen)) if antwoord else None

    def _andere_streek(self, vraag: str, gebied: RegioId | None, vorige: Stand) -> Kennisantwoord:
        """The question before for what is named now; a municipality that its answer is not about is asked about itself."""
        eerder = self._met_onderwerp(vraag, vorige)
        elders = self.wijzer.met_andere_plaats(eerder, vraag)
        antwoord = self._regiokeuze.beantwoord(elders, gebied)
        genoemd = [s.gemeente for s in self.wijzer.zoek(vraag) if s.gemeente]
        elders_gevraagd = gebied != vorige.regio or (elders != eerder and not genoemd)
        if elders_gevraagd or any(g in antwoord.tekst for g in genoemd):
            return antwoord
        zelf = self._regiokeuze.beantwoord(vraag, gebied)
        return zelf if zelf.zekerheid >= self._vinder.zeker else antwoord

    def _weet_daar_iets(self, vraag: str, gebied: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """ "Heeft Drenthe er ook een?" after how many there are: where nobody counted them, what is told of them."""
        if VRAAGWOORDEN & set(vouw(vraag).split()):
            return None
        antwoord = self._andere_streek(vraag, gebied, vorige)
        return antwoord if antwoord.zekerheid >= self._vinder.zeker else None

    def _met_onderwerp(self, vraag: str, vorige: Stand) -> str:
        """The question before; of "hebben ze dat daar ook?" only what a row of follow-ups, or one that points back, is about."""
        over = vorige.items[0] if vorige.items and verwijst_terug(vorige.vraag) else ""
        onderwerp = self.kennis.item_bij_id.get(vorige.onderwerp or over)
        return self._vinder.noemer(onderwerp) if onderwerp and verwijst_terug(vraag) else vorige.vraag

    def _gebied(self, vraag: str, vorige: Stand | None, regio: RegioId | None) -> RegioId | None:
        """Region from the question, else the conversation, the user's setting, or an organisation that is named."""
        gevraagd = next(iter(kern(vraag)), vraag)
        # What is asked says where before what is told around it.
        for deel in (*vragende_bijzin(gevraagd), gevraagd, vraag):
            if gevonden := self.wijzer.zoek(deel):  # "in Noordenveld: is de route daar al af?": the last place told of
                return gevonden[-1 if verwijst_terug(gevraagd) else 0].regio
        return (vorige.regio if vorige else None) or regio or self._organisaties.regio(vraag)

    def _vraagt_uitleg(self, vraag: str, vorige: Stand) -> bool:
        """Whether what a figure counts is asked about ("voor wie zijn die?"), and neither another thing nor a size.

        After a figure of some particular thing every word that points back is about that: "voor wie is het bedoeld?".
        """
        wijst = verwijst_terug(vraag) or bool(self._cijfers.onderwerp_van(vorige))
        return wijst and leunt(vraag, self.wijzer) and "hoeveel" not in vouw(vraag).split()
