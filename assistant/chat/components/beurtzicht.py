"""One message with everything that words, reading, search and the conversation say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from actions.stel import als_bewering, als_feit
from assistant.chat.components import gevaar
from assistant.diensten import Diensten
from knowledge.answers.followup import wijst_ding_aan
from knowledge.questions import is_vraag
from knowledge.service import RegioId, Stand
from knowledge.spelling import woorden_in
from knowledge.text import vouw

_WOORDEN: Final[dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("beurtwoorden.yml").read_text(encoding="utf-8")
)
#: Metadata keys of a message: the kind of turn that a door announces, the one that needs no guess, and where the conversation stands.
VERWACHT: Final = "verwacht"
ZEKER: Final = "zeker"
STAND: Final = "stand"
#: Turns that a whole message can be by its words alone.
VAST: Final = ("dag", "groet", "bedankt", "hulp", "annuleer", "nieuwe_leerling")
#: From so many facts on a message describes a youth.
BESCHRIJVEND: Final = 3
#: Two of these tell who somebody is.
_WIE: Final = frozenset({"leeftijd", "onderwijs", "gemeente"})
#: A question about a route by its name has no more words than this.
_KORT: Final = 6
#: A question that goes on from what was said before.
EN: Final = ("en ", "maar ", "ok ", "oke ", "dus ", "dan ")


def _ergens(soort: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{p})\b" for p in _WOORDEN[soort]))


def _geheel(soort: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_WOORDEN[soort])})(?: (?:{'|'.join(_WOORDEN['beleefd'])}))*")


_ERGENS: Final = (
    "crisis", "geen_crisis", "gevaar", "leeftijdsgrens", "zaak", "caseload", "adviesvraag", "veronderstelling", "reden", "jikp",
    "nagaan", "schooljaar", "persoon", "over_advies", "casus_begin", "contact", "jikpvraag", "over_toets", "uitkomst",
    "annuleer_begin", "inhoudsvraag", "wat_dan", "regiokeuze", "zaakvraag", "routevraag", "eigen_leerling",
    "stap", "herhaling", "geen_veronderstelling", "vraagt_aanbod", "iemand_gezocht", "begrip", "jikp_algemeen", "deze_jongere",
    "vult_aan", "weerspreekt", "groep", "enkeling", "maakopdracht",
    "plicht", "uitkomsten_verschillen", "reden_van_regio", "wat_ze_doen", "in_stuk",
)  # fmt: skip
_LETTERLIJK: Final = ("zaak",)
_PATRONEN: Final = {s: _ergens(s) for s in _ERGENS}
#: The words that the patterns listen for.
_GEHOORD: Final = woorden_in(p for patronen in _WOORDEN.values() for p in patronen)
BEVELEN: Final = {s: _geheel(s) for s in VAST}
#: Kinds of politeness by their words, the one that decides first.
_BELEEFD: Final = {s: frozenset(_WOORDEN[f"beleefd_{s}"]) for s in ("dag", "bedankt", "groet")}
_BELEEFDE_WOORDEN: Final = frozenset(_WOORDEN["beleefd_vulsel"]).union(*_BELEEFD.values())


@dataclass(frozen=True)
class Gesprekstand:
    """What the conversation was about when the message came in."""

    gevraagd: str | None = None
    laatste: str | None = None
    doel: str | None = None
    bezig: bool = False
    jongere: dict[str, Any] = field(default_factory=dict)
    kennis: dict[str, Any] | None = None
    regio: RegioId | None = None
    route: str | None = None


@dataclass(frozen=True)
class Beurtzicht:
    """One message with everything the services see in it."""

    tekst: str
    stand: Gesprekstand
    d: Diensten
    #: Whether the kind of turn was known before, so that nothing needs to be computed for a guess.
    zeker: bool = False

    @cached_property
    def gevouwen(self) -> str:
        """The words."""
        return vouw(self.tekst)

    @property
    def heeft_woord(self) -> bool:
        """Whether it is more than loose letters: "x" greets nobody."""
        return any(len(woord) > 1 for woord in self.gevouwen.split())

    @cached_property
    def hersteld(self) -> str:
        """The words without typing errors, as the patterns listen for them."""
        return vouw(self.d.vraagbaak.spelling.met(_GEHOORD).herstel(self.tekst))

    @cached_property
    def beleefdheid(self) -> str | None:
        """What a message of nothing but polite words is: a goodbye, thanks or a greeting."""
        woorden = frozenset(self.gevouwen.split())
        soorten = (soort for soort, eigen in _BELEEFD.items() if woorden & eigen)
        return next(soorten, None) if woorden <= _BELEEFDE_WOORDEN else None

    @cached_property
    def velden(self) -> frozenset[str]:
        """Facts about the youth that the message states, or says not to know."""
        lezing = self.d.lezer.lees(
            als_bewering(self.tekst),
            peildatum=self.d.vandaag(),
            gevraagd=self.stand.gevraagd,
            bekend=self.stand.jongere,
        )
        return frozenset({*lezing.kenmerken, *lezing.onbekend, *lezing.gewist, *lezing.mogelijk})

    @property
    def losse_feiten(self) -> frozenset[str]:
        """The facts without those that a school in the text brings along: enrolled there, or coming from there."""
        mee = {"inschrijving", "herkomst"} if "onderwijs" in self.velden else {"inschrijving"}
        return self.velden - mee

    @cached_property
    def gesteld(self) -> frozenset[str]:
        """Facts that the message supposes."""
        return replace(self, tekst=als_feit(self.tekst)).velden

    @cached_property
    def gevaarkans(self) -> float:
        """The chance that it tells of danger at this moment; without a guess only asked where a word of danger occurs."""
        if self.zeker and not (self.heeft("gevaar") or self.heeft("crisis")):
            return 0.0
        return gevaar.kans(self.d.vraagbaak.zoeker.vector(self.tekst))

    @cached_property
    def score(self) -> float:
        """How well the best knowledge item, or a figure, answers the message."""
        return self.d.vraagbaak.zekerheid(self.tekst, self.stand.regio)

    @cached_property
    def bekend_deel(self) -> float:
        """How much of its own words the sources know."""
        return self.d.vraagbaak.bekend_deel(self.tekst)

    @cached_property
    def vervolgt(self) -> bool:
        """Whether it only makes sense after the knowledge answer before it."""
        vorige = Stand.uit_dict(self.stand.kennis)
        return vorige is not None and self.d.vraagbaak.is_vervolg(self.tekst, vorige)

    @property
    def wijst_naar_onderwerp(self) -> bool:
        """Whether it asks about "die route" or "dat traject" of which the conversation has just told."""
        return self.stand.kennis is not None and wijst_ding_aan(self.tekst)

    @cached_property
    def vraagt_wie(self) -> bool:
        """Whether it asks whom to turn to for the youth, and not who carries out a measure that it names."""
        return self.heeft("contact") and not self.wijst_naar_zelf_genoemd

    @cached_property
    def wijst_naar_zelf_genoemd(self) -> bool:
        """Whether it asks about what it names itself: "moet ik de Navigator inschakelen? wat is dat"."""
        return self.d.vraagbaak.wijst_naar_zelf_genoemd(self.tekst)

    @cached_property
    def noemt_iets(self) -> bool:
        """Whether it names something that the sources tell of: "wie was ook alweer de contactschool"."""
        return self.d.vraagbaak.noemt_iets(self.tekst)

    def heeft(self, soort: str) -> bool:
        """Whether the words of a kind occur, as typed or as meant; case keys only as typed."""
        patroon = _PATRONEN[soort]
        if patroon.search(self.gevouwen):
            return True
        ook_hersteld = soort not in _LETTERLIJK and self.hersteld != self.gevouwen
        return ook_hersteld and bool(patroon.search(self.hersteld))

    @property
    def woordsoorten(self) -> list[bool]:
        """Per kind of words whether it occurs, and per command whether the message is nothing else."""
        return [*(self.heeft(s) for s in _ERGENS), *(bool(b.fullmatch(self.gevouwen)) for b in BEVELEN.values())]

    @property
    def noemt_route(self) -> bool:
        """Whether it is little more than the name of the route that was advised: "hoezo plusvoorziening?"."""
        gezegd = self.gevouwen.split()
        return len(gezegd) <= _KORT and bool(
            set(gezegd) & set((self.stand.route or "").split("-")) - {"naar", "op", "het"}
        )

    @property
    def vraagt(self) -> bool:
        """Whether it is put as a question; "klopt niet, het is entree" is none."""
        return is_vraag(self.tekst) and ("?" in self.tekst or not self.heeft("weerspreekt"))

    @property
    def concreet(self) -> bool:
        """Whether it speaks of one youth: an age, or a person of whom it states something."""
        return "leeftijd" in self.velden or (bool(self.velden) and self.heeft("persoon"))

    @property
    def vertelt(self) -> bool:
        """Whether it states an age and something else about someone: "18 jaar, Doetinchem"."""
        velden = {*self.velden} - {"inschrijving"}
        return "leeftijd" in velden and len(velden) > 1 and not self.vraagt and not self.gevouwen.startswith(EN)

    @property
    def vraagt_kennis(self) -> bool:
        """Whether it asks, and for something else than what to do with the youth it describes."""
        return self.vraagt and (self.over_stuk or not self.heeft("adviesvraag"))

    @property
    def over_stuk(self) -> bool:
        """Whether it asks how a document sees a kind of pupils, of whom little more is told than that."""
        return self.heeft("in_stuk") and not self.heeft("enkeling") and len(self.losse_feiten) < BESCHRIJVEND

    @property
    def vraagt_algemeen(self) -> bool:
        """Whether it asks what is told of jikp, and not of the youth under discussion."""
        over_jikp = self.heeft("jikp") and self.heeft("jikp_algemeen") and not self.heeft("reden")
        return over_jikp and self.vraagt and not self.heeft("deze_jongere")

    @property
    def over_groep(self) -> bool:
        """Whether it asks about a kind of youths, and not about one that the speaker knows."""
        return self.vraagt and self.heeft("groep") and not self.heeft("enkeling") and "leeftijd" not in self.velden

    @property
    def vult_aan(self) -> bool:
        """Whether it goes back to the youth with something new: "update: ze is uitgeschreven"."""
        return bool(self.velden) and not self.vraagt and self.heeft("vult_aan")

    @property
    def stelt_voor(self) -> bool:
        """Whether it says who it is about and asks nothing: "vrouw van 21 uit Vries", "leerling van mij, vmbo, woont in Vries"."""
        return self.zegt_wie and self.heeft("persoon") and not self.vraagt

    @property
    def zegt_wie(self) -> bool:
        """Whether two facts tell who somebody is: a school and a place, an age and a school."""
        return len(self.velden & _WIE) > 1

    @property
    def stelt_feit(self) -> bool:
        """Whether it states something of the youth that no figure is about: not "en Winterswijk"."""
        return bool(self.velden - {"gemeente"}) and not self.vraagt and not self.gevouwen.startswith("en ")

    @property
    def weet(self) -> bool:
        """Whether some item or figure counts as an answer."""
        return self.score >= self.zekerheidsgrens

    @property
    def zekerheidsgrens(self) -> float:
        """From where an item counts as an answer."""
        return self.d.vraagbaak.zoeker.weging.zeker
