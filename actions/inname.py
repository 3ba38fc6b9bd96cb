"""What a message tells: about the youth under discussion, or the first words about another one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from rasa_sdk import Tracker
from rasa_sdk.events import EventType

from actions.jongere import Jongere, bijschrift, gewist, lees, lees_tekst, tekst_van
from assistant.advice.reading import Lezing
from assistant.diensten import Diensten
from knowledge.questions import is_vraag

#: Facts that tell two youths apart.
_KERN: Final = ("leeftijd", "onderwijs", "gemeente")
#: Who is told this of in one message is described there, and not by what was said before.
_VOLLEDIG: Final = frozenset({"leeftijd", "onderwijs"})
_BESCHRIJVEND: Final = 3
_HERSTELT: Final = re.compile(r"(?i)\b(sorry|foutje|correctie|bedoel\w*|oeps|nee|pardon|excuus|toch|vergis\w*)\b")
#: Turns that answered something else than the speaker may have meant: what they told is not lost.
_LIET_LIGGEN: Final = frozenset("kennisvraag vervolgvraag buiten_bereik nlu_fallback start_advies crisis".split())
_NAM_IN: Final = frozenset(
    "action_nieuwe_leerling action_annuleer route_form jikp_toets_form action_advies action_toets".split()
)


_WOORDEN: Final[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("aankondiging.yml").read_text(encoding="utf-8")
)
#: Says who it is about.
_PERSOON: Final = re.compile(rf"(?i)\b(?:{_WOORDEN['persoon']}|{_WOORDEN['voornaamwoord']})\b")
#: The pupil of a question: "bij wie moet ik zijn voor een leerling die ...".
_VAN_WIE: Final = re.compile(
    rf"(?i)\b(?:een|mijn|mn|onze|'n) (?P<wie>(?:\w+ )?{_WOORDEN['persoon']} (?:die|dat|met|van|uit|op) .+)"
)


def _aankondigingen() -> re.Pattern[str]:
    woorden = _WOORDEN
    met = "|".join(rf"{p}(?={woorden['persoon']}\b)" for p in woorden["met_persoon"])
    zonder = "|".join(woorden["zonder_persoon"])
    verwant = "|".join([rf"en {woorden['verwant']}", *(rf"(?:en )?{p}" for p in woorden["verwant_zonder_en"])])
    return re.compile(rf"(?i)^\W*(?:{woorden['aanloop']}\b\W*)*(?:{met}|{zonder})|^(?:{verwant})")


_AANKONDIGING: Final = _aankondigingen()
#: Who is announced is no longer the brother of somebody.
_VERWANT: Final = re.compile(
    r"(?i)^(?:tweeling)?(?:broer|broertje|zus|zusje|neef|nicht|vriend|vriendin)\b(?: (?:dan|nu)\b)?"
)


@dataclass(frozen=True)
class Inname:
    """The youth after a message, whether the message told anything, and whether it is another youth than before."""

    jongere: Jongere
    begrepen: bool
    opnieuw: bool = False

    def slots(self) -> list[EventType]:
        """Everything into slots; of the youth before nothing stays."""
        return [*(gewist() if self.opnieuw else []), *self.jongere.slots()]


def neem_in(tracker: Tracker, d: Diensten) -> Inname:
    """Takes in the latest message."""
    bekend, tekst = Jongere.uit(tracker), tekst_van(tracker)
    if bijschrift(tracker).get("kenmerken"):
        return Inname(bekend, bekend.verwerk(lees(tracker, d, bekend)))
    over = na_aankondiging(tekst)
    los = lees_tekst(tekst if over is None else over, tracker, d)
    if over is not None or is_andere_jongere(tekst, los, bekend, gestopt=_gestopt(tracker)):
        nieuw = Jongere()
        return Inname(nieuw, nieuw.verwerk(los), opnieuw=True)
    if not bekend.kenmerken and not los.kenmerken.keys() >= _VOLLEDIG:
        for eerder in _bleef_liggen(tracker):
            lezing = lees_tekst(eerder, tracker, d, bekend)
            if not _strijdig(lezing, los.kenmerken):
                bekend.verwerk(lezing)
    elif not bekend.kenmerken and (gevraagd := _net_gevraagd(tracker)) and not _PERSOON.search(tekst):
        bekend.verwerk(lees_tekst(gevraagd, tracker, d, bekend))
    return Inname(bekend, bekend.verwerk(lees(tracker, d, bekend)))


def na_aankondiging(tekst: str) -> str | None:
    """What follows the announcement of another youth ("nog een meisje: ..."); ``None`` when there is none."""
    gevonden = _AANKONDIGING.match(tekst)
    return _VERWANT.sub("jongere", tekst[gevonden.end() :].lstrip(" :,.;-")) if gevonden else None


def _strijdig(lezing: Lezing, kenmerken: dict[str, Any]) -> bool:
    """Whether what was told before tells someone apart from who is told of now."""
    eerder = lezing.kenmerken
    return any(v in eerder and v in kenmerken and eerder[v] != kenmerken[v] for v in _KERN)


def is_andere_jongere(tekst: str, los: Lezing, jongere: Jongere, *, gestopt: bool = False) -> bool:
    """Whether a description, read on its own, is about someone else than the youth under discussion."""
    nieuw, bekend = los.kenmerken, jongere.kenmerken
    if not bekend or len(nieuw) < _BESCHRIJVEND:
        return False
    anders = [v for v in _KERN if v in nieuw and v in bekend and nieuw[v] != bekend[v]]
    return gestopt or (len(anders) >= 2 and not _HERSTELT.search(tekst))


def _gestopt(tracker: Tracker) -> bool:
    """Whether the user broke off, and told nothing about the youth since."""
    gedaan = (e.get("name") for e in reversed(tracker.events) if e.get("event") == "action")
    return next((naam for naam in gedaan if naam in _NAM_IN), None) == "action_annuleer"


def _bleef_liggen(tracker: Tracker) -> list[str]:
    """What the user told just before, without asking, and was taken for something else ("vmbo kader in Helmond")."""
    uit: list[str] = []
    for event in tracker.events[_laatste_bericht(tracker) - 1 :: -1]:
        if event.get("event") == "action" and event.get("name") in _NAM_IN:
            break
        if event.get("event") != "user":
            continue
        soort = ((event.get("parse_data") or {}).get("intent") or {}).get("name")
        tekst = str(event.get("text") or "")
        if soort not in _LIET_LIGGEN or is_vraag(tekst):
            break
        uit.append(tekst)
    return uit[::-1]


def _net_gevraagd(tracker: Tracker) -> str | None:
    """The pupil that the question just before was about: what follows without a word for whom goes on about him."""
    eerder = [e for e in tracker.events[: _laatste_bericht(tracker)] if e.get("event") == "user"]
    gevonden = _VAN_WIE.search(str(eerder[-1].get("text") or "")) if eerder else None
    return gevonden["wie"].rstrip(" ?.!") if gevonden else None


def _laatste_bericht(tracker: Tracker) -> int:
    """Where in the events the latest message stands."""
    plekken = (nr for nr in range(len(tracker.events) - 1, 0, -1) if tracker.events[nr].get("event") == "user")
    return next(plekken, 1)
