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
from knowledge.service import Stand
from knowledge.text import vouw

_WOORDEN: Final[dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("beurtwoorden.yml").read_text(encoding="utf-8")
)
_VAST: Final = ("groet", "bedankt", "dag", "hulp", "annuleer", "nieuwe_leerling")
_KENNIS: Final = ("kennisvraag", "vervolgvraag")
_FEITEN: Final = ("feit", "beschrijving")
_ZEKER_GENOEG: Final = 0.75
_BESCHRIJVEND: Final = 3


def _ergens(soort: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{p})\b" for p in _WOORDEN[soort]))


def _geheel(soort: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_WOORDEN[soort])})(?: (?:{'|'.join(_WOORDEN['beleefd'])}))*")


_ERGENS: Final = (
    "crisis", "geen_crisis", "zaak", "veronderstelling", "reden", "vraagwoord", "iemand_bellen", "jikp", "nagaan", "schooljaar",
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
        regios = (self.stand.regio, "landelijk") if self.stand.regio else None
        treffers = self.d.vraagbaak.zoeker.zoek(self.tekst, regios=regios, aantal=1)
        cijfer = self.d.kennis.cijfers.lees(self.tekst, self.stand.regio, None)
        return max(treffers[0].score if treffers else 0.0, cijfer.zekerheid if cijfer else 0.0)

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
        return self.tekst.rstrip().endswith("?") or bool(_PATRONEN["vraagwoord"].match(self.gevouwen))

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
    gevraagd = zicht.heeft("jikp") and (zicht.vraagt or zicht.heeft("nagaan"))
    return "start_toets" if gevraagd and "leeftijd" in zicht.velden else None


def _in_gesprek(zicht: Beurtzicht, gok: str) -> str | None:
    """What the conversation makes of it: an answer, an addition, a supposition or a follow-up."""
    stand = zicht.stand
    if stand.jongere and zicht.heeft("veronderstelling") and not zicht.heeft("reden"):
        return "wat_als"
    if stand.gevraagd and stand.gevraagd in zicht.velden and not zicht.vraagt:
        return "feit"
    if stand.laatste == "kennis" and len(zicht.velden) < _BESCHRIJVEND and zicht.vervolgt:
        return "vervolgvraag"
    if stand.laatste == "jongere" and zicht.velden and not zicht.vraagt and gok not in ("casusvraag", "start_toets"):
        return "beschrijving" if len(zicht.velden) >= _BESCHRIJVEND else "feit"
    return None


def _aannemelijk(zicht: Beurtzicht, ranglijst: Sequence[tuple[str, float]]) -> str:
    """The highest guess that the message itself does not contradict."""
    for intent, zekerheid in ranglijst:
        if _kan(zicht, intent, zekerheid):
            return _kennis_of_jongere(zicht, intent)
    return "nlu_fallback"


def _kan(zicht: Beurtzicht, intent: str, zekerheid: float) -> bool:
    if intent in _VAST or intent == "crisis":
        return zekerheid >= _ZEKER_GENOEG and zicht.score < zicht.zekerheidsgrens
    if intent == "wat_als":
        return bool(zicht.stand.jongere) and zicht.heeft("veronderstelling")
    if intent == "waarom":
        return zicht.heeft("reden") and bool(zicht.stand.jongere or zicht.stand.gevraagd)
    if intent == "contactvraag":
        return bool(zicht.stand.jongere)
    if intent == "casusvraag":
        return not zicht.heeft("schooljaar")
    if intent == "feit":
        return bool(zicht.velden) or bool(zicht.stand.gevraagd)
    return True


def _kennis_of_jongere(zicht: Beurtzicht, intent: str) -> str:
    """Between asking and describing: facts speak for a youth, a good answer for a question."""
    weet = zicht.score >= zicht.zekerheidsgrens
    if intent in _FEITEN and zicht.vraagt and weet and len(zicht.velden) < _BESCHRIJVEND:
        return "kennisvraag"
    if intent == "nlu_fallback":
        return "kennisvraag" if weet else "beschrijving" if len(zicht.velden) >= _BESCHRIJVEND else intent
    if intent in _KENNIS and not weet and not zicht.vraagt and len(zicht.velden) >= _BESCHRIJVEND:
        return "beschrijving"
    return intent
