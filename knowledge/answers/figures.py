"""Answering with a figure: when it goes before an item, and which item stands beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from knowledge.answers.finding import Vinder
from knowledge.answers.followup import Stand, is_lang, leunt, zonder_aangewezen
from knowledge.answers.reply import Kennisantwoord, sporen
from knowledge.figures import Cijferantwoord, Cijfervraag
from knowledge.model import RegioId
from knowledge.questions import tweedeling
from knowledge.regions import Streekwijzer
from knowledge.search import Treffer
from knowledge.text import vouw

#: From here a question counts as one about a figure; between the two, a good item goes first.
CIJFER_ZEKER: Final = 0.7
CIJFER_MISSCHIEN: Final = 0.5
#: An item this sure answers the other half of a question.
NAAST_ZEKER: Final = 0.75
#: A half that asks for a size.
_MAAT: Final = re.compile(r"\b(?:hoe ?veel|hoe ?(?:lang|vaak|hoog|oud|groot))\b")
#: What a figure is of, rather than the measure, the level or the target group that it is counted by.
ONDERWERP: Final = "onderwerp"
#: A percentage, and a year that it may be of.
_CIJFER_VAN_JAAR: Final = re.compile(r"(?s)^(?=.*\d ?%)(?=.*\b20\d\d\b)")


class Cijfergever:
    """Answers questions for a figure, with an item for the other half of a question."""

    def __init__(self, vinder: Vinder, wijzer: Streekwijzer) -> None:
        self._vinder, self._wijzer = vinder, wijzer
        self._cijfers = vinder.kennis.cijfers

    def zekerheid(self, vraag: str, regio: str | None) -> float:
        """How surely a text asks for a figure."""
        gelezen = self._cijfers.lees(vraag, regio, None)
        return gelezen.zekerheid if gelezen else 0.0

    def beantwoord(self, vraag: str, regio: RegioId | None, vorige: Stand | None) -> Kennisantwoord | None:
        """The figure that is asked, as far as that goes before an item."""
        eerder = Cijfervraag.from_dict(vorige.cijfervraag) if vorige and vorige.cijfervraag else None
        gelezen = self._cijfers.lees(vraag, regio, eerder)
        if gelezen is None or gelezen.zekerheid < CIJFER_MISSCHIEN:
            return None
        antwoord = self._cijfers.beantwoord(gelezen)
        zelfde = eerder is not None and gelezen.indicatoren == eerder.indicatoren
        alleen = self._alleen_plaats(vraag) or (eerder is not None and self._alleen_jaar(vraag, gelezen, eerder))
        deel = eerder is not None and gelezen.uitsplitsing != eerder.uitsplitsing and "hoeveel" in vouw(vraag).split()
        vervolgt = zelfde and (alleen or (antwoord.gevonden and (deel or not self._noemt_iets(vraag))))
        if not vervolgt and not self._gaat_voor(vraag, regio, gelezen, antwoord):
            return None
        ook = self._tweede_cijfer(vraag, regio, gelezen, antwoord) if antwoord.gevonden else None
        erbij = self._naast(vraag, regio, gelezen) if antwoord.gevonden and not ook else []
        teksten = [antwoord.tekst, *([ook.tekst] if ook else []), *(t.item.antwoord for t in erbij)]
        bronnen = (*antwoord.bronnen, *(ook.bronnen if ook else ()), *(b for t in erbij for b in t.item.bronnen))
        return Kennisantwoord(
            "antwoord" if antwoord.gevonden else "weet-niet",
            "\n\n".join(teksten),
            Stand(vraag, regio, tuple(t.item.id for t in erbij), gelezen.to_dict(), sporen(bronnen)),
            tuple(erbij),
            bronnen,
            cijfer=antwoord,
            zekerheid=gelezen.zekerheid,
        )

    def telt_samen(self, vraag: str, regio: RegioId | None) -> bool:
        """Whether a text is one question for several figures: "hoeveel is voor het ene en hoeveel voor het andere"."""
        gelezen = self._cijfers.lees(vraag, regio, None)
        if gelezen is None or gelezen.zekerheid < CIJFER_ZEKER or len(gelezen.uitsplitsing) < 2:
            return False
        return len(self._cijfers.beantwoord(gelezen).observaties) >= len(gelezen.uitsplitsing)

    def in_kader(self, vraag: str, regio: RegioId | None, vorige: Stand) -> str:
        """A second question of one message, put so that it keeps the year of the first when it names none: "... in 2023-2024
        weer op school, en hoeveel procent aan het werk?"."""
        los = self._cijfers.lees(vraag, regio, None)
        if not vorige.cijfervraag or los is None or los.jaren:
            return vraag
        eerder = Cijfervraag.from_dict(vorige.cijfervraag)
        verder = self._cijfers.lees(f"en {vraag}", regio, eerder)
        zelfde_jaar = verder is not None and verder.jaren == eerder.jaren != ()
        ander = verder is not None and verder.indicatoren == los.indicatoren != eerder.indicatoren
        return f"en {vraag}" if zelfde_jaar and ander else vraag

    def over_hetzelfde(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """Another figure of what the one before it was about: "hoeveel leggen de gemeenten daarvan in?"."""
        onderwerp = self.onderwerp_van(vorige)
        return self.beantwoord(f"{vraag} {onderwerp}", regio, None) if onderwerp else None

    def na_item(self, vraag: str, regio: RegioId | None, vorige: Stand) -> Kennisantwoord | None:
        """The figure that an item told, for another year or area: "en landelijk?" after an item on the percentage of a year."""
        item = self._vinder.kennis.item_bij_id.get(vorige.items[0])
        if item is None or not _CIJFER_VAN_JAAR.search(item.antwoord) or is_lang(vraag):
            return None
        for tekst in (vorige.vraag, item.titel):
            eerder = self._cijfers.lees(tekst, vorige.regio or regio, None)
            if eerder is None or not eerder.jaren or not self._cijfers.beantwoord(eerder).gevonden:
                continue
            gelezen = self._cijfers.lees(vraag, regio, eerder)
            if gelezen is None or not _verschoven(gelezen, eerder):
                continue
            antwoord = self.beantwoord(vraag, regio, replace(vorige, cijfervraag=eerder.to_dict()))
            if antwoord and antwoord.gedrag == "antwoord":
                return antwoord
        return None

    def van_deel(self, vraag: str, regio: RegioId | None) -> Kennisantwoord | None:
        """The figure that is surely asked of some particular thing, and known; none of the region as a whole."""
        antwoord = self.beantwoord(vraag, regio, None)
        if antwoord is None or antwoord.gedrag != "antwoord" or antwoord.zekerheid < CIJFER_ZEKER:
            return None
        return antwoord if self.onderwerp_van(antwoord.stand) else None

    def onderwerp_van(self, vorige: Stand) -> str:
        """What the figure that was given before is about, by name; nothing when it was not one of some particular thing."""
        return self._cijfers.onderwerp(Cijfervraag.from_dict(vorige.cijfervraag)) if vorige.cijfervraag else ""

    def maat_van(self, vorige: Stand) -> str:
        """What the figure that was given before counts or measures, by name."""
        return self._cijfers.maat(Cijfervraag.from_dict(vorige.cijfervraag)) if vorige.cijfervraag else ""

    def nogmaals(self, vorige: Stand) -> Cijferantwoord | None:
        """The figure that was given before, when there was one."""
        if not vorige.cijfervraag:
            return None
        antwoord = self._cijfers.beantwoord(Cijfervraag.from_dict(vorige.cijfervraag))
        return antwoord if antwoord.gevonden else None

    def _alleen_plaats(self, vraag: str) -> bool:
        """Whether a text names a place and nothing else: "en in de Achterhoek?"."""
        return bool(self._wijzer.zoek(vraag)) and leunt(vraag, self._wijzer)

    def _alleen_jaar(self, vraag: str, gelezen: Cijfervraag, eerder: Cijfervraag) -> bool:
        """Whether a text names another year and nothing else: "en het jaar erna?"."""
        return gelezen.jaren not in ((), eerder.jaren) and leunt(vraag, self._wijzer)

    def _gaat_over_ander(
        self, vraag: str, regio: RegioId | None, gelezen: Cijfervraag, antwoord: Cijferantwoord
    ) -> bool:
        """Whether the figure leaves out something that is asked by name and that an item tells of.

        "Hoe lang duurt een Entree Werkt traject" does not ask for the hours of another kind of support.
        """
        tekst = vouw(antwoord.tekst)
        delen = zip(gelezen.uitsplitsing, self._cijfers.delen(gelezen), strict=True)
        gemist = [naam for (soort, _), naam in delen if soort == ONDERWERP and vouw(naam) not in tekst]
        genoemd = (self._vinder.genoemd_item(naam, regio) for naam in gemist)
        beste = self._vinder.zekerheid(vraag, regio) if any(genoemd) else 0.0
        return beste >= self._vinder.zeker

    def _noemt_iets(self, vraag: str) -> bool:
        """Whether a text names an item: then it may be about that, and not about the figure before it."""
        return bool(self._vinder.genoemd(vraag))

    def _tweede_cijfer(
        self, vraag: str, regio: RegioId | None, eerste: Cijfervraag, gegeven: Cijferantwoord
    ) -> Cijferantwoord | None:
        """Another figure of the same thing, asked in a second half: "hoe lang duurt dat en hoeveel studenten helpen ze"."""
        onderwerp, _, _ = self._cijfers.onderwerp(eerste).partition(",")  # "JongLeren, grootte van de groep"
        delen = tweedeling(vraag)
        if not onderwerp or delen is None or any(deel.indicatoren != eerste.indicatoren for deel in eerste.ook):
            return None
        gelezen = self._cijfers.lees(f"{delen[1]} {onderwerp}", regio, None)
        if gelezen is None or gelezen.zekerheid < CIJFER_MISSCHIEN:
            return None
        antwoord = self._cijfers.beantwoord(gelezen)
        return antwoord if antwoord.gevonden and not {*antwoord.observaties} & {*gegeven.observaties} else None

    def _naast(self, vraag: str, regio: RegioId | None, gelezen: Cijfervraag) -> list[Treffer]:
        """The item that answers the other half of a question that asks for more than a figure."""
        delen = tweedeling(vraag)
        if delen is None or _MAAT.fullmatch(vouw(delen[1])) or all(_MAAT.search(vouw(deel)) for deel in delen):
            return []  # "... de meeste en hoeveel" has no other half
        beste = self._vinder.zoek(vraag, regio)[:1]
        onderwerp = self._cijfers.onderwerp(gelezen)
        tweede = zonder_aangewezen(delen[1])  # "en wat zit er in zo'n programma?"
        if onderwerp and leunt(tweede, self._wijzer):  # "en wat krijgt een leerling daar?"
            beste = self._vinder.zoek(f"{onderwerp}: {delen[1]}", regio)[:1] or beste
        return [t for t in beste if t.score >= NAAST_ZEKER and not t.item.staat_niet_in_bron]

    def _gaat_voor(self, vraag: str, regio: RegioId | None, gelezen: Cijfervraag, antwoord: Cijferantwoord) -> bool:
        """A sure figure does; an unsure or missing one when no item answers, or the one that does knows neither year nor place."""
        if antwoord.gevonden and self._gaat_over_ander(vraag, regio, gelezen, antwoord):
            return False
        mist_procent = gelezen.eenheid == "percentage" and "%" not in antwoord.tekst
        if antwoord.gevonden and gelezen.zekerheid >= CIJFER_ZEKER and not mist_procent:
            return True
        beste = self._vinder.zoek(vraag, regio)[:1]
        if antwoord.gevonden and gelezen.zekerheid >= CIJFER_ZEKER:  # a count is no answer where an item has the share
            return not (beste and beste[0].score >= self._vinder.zeker and "%" in beste[0].item.antwoord)
        if not beste or beste[0].score < self._vinder.zeker:
            return True
        if antwoord.gevonden or beste[0].item.staat_niet_in_bron:
            return False
        tekst = f"{beste[0].item.titel} {beste[0].item.antwoord}"
        gemeenten = [s.gemeente for s in self._wijzer.zoek(vraag) if s.gemeente]
        noemt_jaar = bool(gelezen.jaren) and any(c.isdigit() for c in vraag)
        elders = gelezen.zekerheid >= CIJFER_ZEKER and gemeenten and not any(g in tekst for g in gemeenten)
        return bool(elders) or (noemt_jaar and not any(j in tekst for j in gelezen.jaren))


def _verschoven(nu: Cijfervraag, eerder: Cijfervraag) -> bool:
    """Whether a question asks for the same figure of another year or area."""
    elders = (nu.gebieden, nu.jaren, nu.vergelijking) != (eerder.gebieden, eerder.jaren, eerder.vergelijking)
    return nu.indicatoren == eerder.indicatoren and elders
