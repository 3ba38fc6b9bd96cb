"""A question in two halves: "hoe heet die route en hoeveel trajecten liepen er?", answered as one or half by half."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.answers.causes import Verklaarder
from knowledge.answers.details import mist
from knowledge.answers.figures import Cijfergever
from knowledge.answers.finding import Vinder
from knowledge.answers.followup import Stand, vraagt_opbouw
from knowledge.answers.reply import Kennisantwoord
from knowledge.model import RegioId
from knowledge.questions import helften
from knowledge.regions import Streekwijzer

#: Answers one question, given the region and what the conversation remembers.
Een = Callable[[str, RegioId | None, Stand | None], Kennisantwoord]
#: The region that a question is about, given what the conversation remembers and the user's setting.
Gebied = Callable[[str, Stand | None, RegioId | None], RegioId | None]


@dataclass(frozen=True)
class Helften:
    """Answers a question with what a half of it asks for and the answer to the whole lacks."""

    _een: Een
    _gebied: Gebied
    _vinder: Vinder
    _cijfers: Cijfergever
    _verklaarder: Verklaarder
    _wijzer: Streekwijzer

    def beantwoord(self, vraag: str, regio: RegioId | None, vorige: Stand | None) -> list[Kennisantwoord]:
        """The answer to a question, with that to a half of it that asks for what the answer to the whole does not hold."""
        heel = self._een(vraag, regio, vorige)
        if not (delen := helften(vraag)):
            return [heel]
        if heel.gedrag != "antwoord" or self._wijzer.elk_elders(delen):
            return self._los(delen, regio, vorige) or [heel]
        if heel.stand.cijfervraag and vraagt_opbouw(delen[1], self._wijzer):
            opbouw = self._verklaarder.splits_uit(delen[1], self._gebied(vraag, vorige, regio), heel.stand)
            return [heel, *([opbouw] if opbouw and opbouw.stand.items[0] not in heel.stand.items else [])]
        if not heel.stand.items:
            eerst = None if self._cijfers.zekerheid(delen[0], regio) else self._mist_half(delen[0], regio, vorige, heel)
            return [*([eerst] if eerst and eerst.zekerheid >= self._vinder.zeker else []), heel]
        if heel.stand.cijfervraag:
            return [heel]
        voor = self._mist_half(delen[0], regio, vorige, heel)
        na = self._mist_half(delen[1], regio, heel.stand, heel)
        return [*([voor] if voor else []), heel, *([na] if na and not voor else [])]

    def _los(self, delen: tuple[str, str], regio: RegioId | None, vorige: Stand | None) -> list[Kennisantwoord]:
        """The answers to two halves that the whole has none for; none unless the first has one."""
        eerste = self._een(delen[0], regio, vorige)
        return [eerste, self._een(delen[1], regio, eerste.stand)] if eerste.gedrag == "antwoord" else []

    def _mist_half(
        self, helft: str, regio: RegioId | None, vorige: Stand | None, heel: Kennisantwoord
    ) -> Kennisantwoord | None:
        """What one half asks for, when the answer to the whole lacks it and another item or a figure has it."""
        if not mist(helft, heel.tekst):
            return None
        antwoord = self._een(helft, regio, vorige)
        ander = antwoord.stand.cijfervraag or antwoord.stand.items[:1] != heel.stand.items[:1]
        return antwoord if antwoord.gedrag == "antwoord" and ander and not mist(helft, antwoord.tekst) else None
