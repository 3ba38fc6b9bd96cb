"""Weighing what a turn can be: the classifier's guess against what words, reading, search and the conversation say.

The classifier sees a sentence alone.  "En plusvoorziening?" after an answer is
a follow-up, "17" after a question is the answer to it, and a greeting does not
ask what RMC means.  Each rule below is about a kind of turn, never a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import yaml

from assistant.diensten import Diensten
from knowledge.questions import is_vraag
from knowledge.service import Stand
from knowledge.text import vouw

_WOORDEN: Final[dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("beurtwoorden.yml").read_text(encoding="utf-8")
)
_VAST: Final = ("groet", "bedankt", "dag", "hulp", "annuleer", "nieuwe_leerling")
_KENNIS: Final = ("kennisvraag", "vervolgvraag")
_FEITEN: Final = ("feit", "beschrijving")
_BEGIN: Final = ("start_toets", "start_advies")
#: Guesses that leave room for a question about the route that was advised.
_OVER_ROUTE: Final = (*_KENNIS, "buiten_bereik", "nlu_fallback", "casusvraag", "start_advies")
#: A "waarom" that the sources answer this well is about them, not about the advice.
_OP_ZICH: Final = 0.75
#: What the sources answer this surely is not out of scope, whatever the classifier thinks.
_STELLIG: Final = 0.7
#: A guess of out of scope below this is a doubtful one: then words that the sources know weigh more.
_TWIJFEL: Final = 0.9
#: How well the sources must answer a question, and how much of its own words they must know, to settle such a doubt.
_BEKEND: Final = ((0.42, 0.4), (0.25, 0.58))
_ZEKER_GENOEG: Final = 0.75
#: A greeting or a goodbye this plain stays one, also when some item happens to share its words.
_ONMISKENBAAR: Final = 0.97
_BESCHRIJVEND: Final = 3


def _ergens(soort: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{p})\b" for p in _WOORDEN[soort]))


def _geheel(soort: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_WOORDEN[soort])})(?: (?:{'|'.join(_WOORDEN['beleefd'])}))*")


_ERGENS: Final = (
    "crisis", "geen_crisis", "leeftijdsgrens", "zaak", "caseload", "adviesvraag", "veronderstelling", "reden", "jikp",
    "nagaan", "schooljaar", "persoon", "over_advies", "casus_begin",
)  # fmt: skip
_PATRONEN: Final = {s: _ergens(s) for s in _ERGENS}
_BEVELEN: Final = {s: _geheel(s) for s in _VAST}


@dataclass(frozen=True)
class Gesprekstand:
    """What the conversation was about when the message came in."""

    gevraagd: str | None = None
    laatste: str | None = None
    jongere: dict[str, Any] = field(default_factory=dict)
    kennis: dict[str, Any] | None = None
    regio: str | None = None


@dataclass(frozen=True)
class Beurtzicht:
    """One message with everything the services see in it."""

    tekst: str
    stand: Gesprekstand
    d: Diensten

    @cached_property
    def gevouwen(self) -> str:
        """The words."""
        return vouw(self.tekst)

    @cached_property
    def velden(self) -> frozenset[str]:
        """Facts about the youth that the message states, or says not to know."""
        lezing = self.d.lezer.lees(
            self.tekst, peildatum=self.d.vandaag(), gevraagd=self.stand.gevraagd, bekend=self.stand.jongere
        )
        return frozenset({*lezing.kenmerken, *lezing.onbekend, *lezing.gewist, *lezing.mogelijk})

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

    def heeft(self, soort: str) -> bool:
        """Whether the words of a kind occur."""
        return bool(_PATRONEN[soort].search(self.gevouwen))

    @property
    def vraagt(self) -> bool:
        """Whether it is put as a question."""
        return is_vraag(self.tekst)

    @property
    def concreet(self) -> bool:
        """Whether it speaks of one youth: an age, or a person of whom it states something."""
        return "leeftijd" in self.velden or (bool(self.velden) and self.heeft("persoon"))

    @property
    def vraagt_kennis(self) -> bool:
        """Whether it asks, and for something else than what to do with the youth it describes."""
        return self.vraagt and not self.heeft("adviesvraag")

    @property
    def zekerheidsgrens(self) -> float:
        """From where an item counts as an answer."""
        return self.d.vraagbaak.zoeker.weging.zeker


def weeg(zicht: Beurtzicht, ranglijst: Sequence[tuple[str, float]]) -> str:
    """The kind of turn, given the classifier's ranking (intent, confidence)."""
    return _dwingend(zicht) or _check(zicht) or _in_gesprek(zicht, ranglijst[0][0]) or _aannemelijk(zicht, ranglijst)


def _dwingend(zicht: Beurtzicht) -> str | None:
    """Danger, case keys and whole-message commands: words decide."""
    if zicht.heeft("crisis") and not zicht.heeft("geen_crisis"):
        return "crisis"
    if zicht.heeft("zaak"):
        return "casusvraag"
    return next((soort for soort, bevel in _BEVELEN.items() if bevel.fullmatch(zicht.gevouwen)), None)


def _check(zicht: Beurtzicht) -> str | None:
    """Whether someone of a given age is JIKP asks for the check, not for the meaning of the word."""
    gevraagd = zicht.heeft("jikp") and (zicht.vraagt or zicht.heeft("nagaan")) and not zicht.heeft("leeftijdsgrens")
    return "start_toets" if gevraagd and "leeftijd" in zicht.velden else None


def _in_gesprek(zicht: Beurtzicht, gok: str) -> str | None:
    """What the conversation makes of it: an answer, an addition, a supposition or a follow-up."""
    stand = zicht.stand
    if stand.jongere and zicht.heeft("veronderstelling") and not zicht.heeft("reden"):
        return "wat_als"
    if stand.jongere and zicht.heeft("reden") and _over_het_advies(zicht):
        return "waarom"
    if stand.gevraagd and stand.gevraagd in zicht.velden and not zicht.vraagt:
        return "feit"
    if stand.laatste == "kennis" and len(zicht.velden) < _BESCHRIJVEND and zicht.vervolgt:
        return "vervolgvraag"
    if stand.laatste == "jongere" and gok in _OVER_ROUTE and zicht.vraagt and not zicht.velden and zicht.vervolgt:
        return "vervolgvraag"
    if stand.laatste == "jongere" and zicht.velden and not zicht.vraagt and gok not in ("casusvraag", "start_toets"):
        return "beschrijving" if len(zicht.velden) >= _BESCHRIJVEND else "feit"
    return None


def _over_het_advies(zicht: Beurtzicht) -> bool:
    """Whether a "why" is about what was advised or asked: it says so, or nothing in the sources answers it."""
    return zicht.heeft("over_advies") or (zicht.stand.laatste == "jongere" and zicht.score < _OP_ZICH)


def _aannemelijk(zicht: Beurtzicht, ranglijst: Sequence[tuple[str, float]]) -> str:
    """The highest guess that the message itself does not contradict."""
    for intent, zekerheid in ranglijst:
        if _kan(zicht, intent, zekerheid):
            return _kennis_of_jongere(zicht, intent)
    return "nlu_fallback"


def _kan(zicht: Beurtzicht, intent: str, zekerheid: float) -> bool:
    if intent == "crisis" and zicht.heeft("geen_crisis"):
        return False
    if intent in _VAST or intent == "crisis":
        return zekerheid >= (_ZEKER_GENOEG if zicht.score < zicht.zekerheidsgrens else _ONMISKENBAAR)
    if intent == "wat_als":
        return bool(zicht.stand.jongere) and zicht.heeft("veronderstelling")
    if intent == "waarom":
        return zicht.heeft("reden") and bool(zicht.stand.jongere or zicht.stand.gevraagd)
    if intent == "contactvraag":
        return bool(zicht.stand.jongere)
    if intent == "casusvraag":
        return zicht.heeft("caseload") and not zicht.heeft("schooljaar")
    if intent == "feit":
        return bool(zicht.velden) or bool(zicht.stand.gevraagd)
    if intent == "buiten_bereik":
        return zicht.score < _STELLIG and not (zekerheid < _TWIJFEL and _bekend_terrein(zicht))
    if intent in _BEGIN:
        return not (zicht.vraagt_kennis and zicht.score >= zicht.zekerheidsgrens) or zicht.heeft("nagaan")
    return True


def _bekend_terrein(zicht: Beurtzicht) -> bool:
    """Whether a question is made of words that the sources know, and they have something near an answer."""
    return zicht.vraagt and any(zicht.score >= s and zicht.bekend_deel >= d for s, d in _BEKEND)


def _kennis_of_jongere(zicht: Beurtzicht, intent: str) -> str:
    """Between asking and describing: facts speak for a youth, a good answer for a question."""
    weet = zicht.score >= zicht.zekerheidsgrens
    beschrijft = len(zicht.velden) >= _BESCHRIJVEND and zicht.concreet
    if intent in _FEITEN and _is_kennisvraag(zicht, weet, beschrijft):
        return "kennisvraag"
    if intent == "nlu_fallback":
        return "kennisvraag" if weet else "beschrijving" if beschrijft else intent
    verhaal = beschrijft or (zicht.concreet and not weet) or zicht.heeft("casus_begin")
    if intent in _KENNIS and not zicht.vraagt_kennis and verhaal:
        return "beschrijving"
    return intent


def _is_kennisvraag(zicht: Beurtzicht, weet: bool, beschrijft: bool) -> bool:
    """A question about our subject, whatever it tells of a pupil; or key words that name no one."""
    in_gesprek = bool(zicht.stand.gevraagd or zicht.stand.jongere)
    if zicht.vraagt_kennis:
        return zicht.score >= _STELLIG if beschrijft else weet or not in_gesprek
    return not in_gesprek and not zicht.concreet and (weet or not zicht.velden)
