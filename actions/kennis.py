"""Knowledge questions and their follow-ups."""

from __future__ import annotations

import re
from typing import Any, Final

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import zeg, zeg_kennis
from actions.jongere import bijschrift, kennisregio, tekst_van
from assistant.diensten import Diensten, diensten
from assistant.messages import Antwoord
from knowledge.service import Stand
from knowledge.text import vouw, woorden

#: Points at the place where the youth lives.
_DAAR: Final = re.compile(
    r"(?i)\b(?:daar(?! (?:ook |nog |dan )?(?:voor|bij|mee|van|over|tegen|aan)\b)|in (?:die|deze|zijn|haar|zn|hun) (?:woon)?(?:gemeente|plaats|stad|dorp)|bij (?:hem|haar) in de (?:buurt|gemeente))\b"
)
_GEWEZEN: Final = re.compile(r"\b(?:die|deze|dat|dit) (\w+)")
_OVER_JONGERE: Final = ("action_advies", "action_toets", "action_contact", "action_wat_als", "action_waarom")


class ActionKennisvraag(Action):
    """Answers the question in the message, or every one of them."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_kennisvraag"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the answers and remembers the last one for a follow-up."""
        d = diensten()
        vorige = _over_de_route(tracker, d) or Stand.uit_dict(tracker.get_slot("laatste_kennis"))
        tekst = _met_woonplaats(tekst_van(tracker), tracker, d)
        antwoorden = d.vraagbaak.beantwoord(tekst, kennisregio(tracker, d), vorige)
        return zeg_kennis(dispatcher, antwoorden, d)


def _over_de_route(tracker: Tracker, d: Diensten) -> Stand | None:
    """The route as the subject, where a word of its name is pointed at: "hoe gaat die overdracht", also after another question."""
    route = tracker.get_slot("laatste_route") or {}
    vorige = Stand.uit_dict(tracker.get_slot("laatste_kennis"))
    gewezen = {w for m in _GEWEZEN.finditer(vouw(tekst_van(tracker))) for w in woorden(m[1])}
    if not (route.get("route") and gewezen & set(woorden(route["naam"] or ""))):
        return None
    if vorige and any(gewezen & set(woorden(d.kennis.item_bij_id[i].titel)) for i in vorige.items):
        return None
    return d.vraagbaak.over_route(route["route"], route["naam"], kennisregio(tracker, d))


def _met_woonplaats(tekst: str, tracker: Tracker, d: Diensten) -> str:
    """After an advice "daar" is where the youth lives: for a figure that is known of it, and in another region than ours."""
    gemeente = tracker.get_slot("gemeente")
    if not gemeente or not _ging_over_jongere(tracker) or d.vraagbaak.wijzer.zoek(tekst):
        return tekst
    daar = _DAAR.sub(f"in {gemeente}", tekst, count=1)
    elders = d.kennis.regio_van(gemeente) != kennisregio(tracker, d)
    return daar if daar != tekst and (elders or d.vraagbaak.vindt_cijfer(daar)) else tekst


def _ging_over_jongere(tracker: Tracker) -> bool:
    """Whether nothing was told from the sources since the youth was advised about."""
    gedaan = (e.get("name") for e in reversed(tracker.events) if e.get("event") == "action")
    return next((naam for naam in gedaan if naam in (*_OVER_JONGERE, "action_kennisvraag")), None) in _OVER_JONGERE


class ActionRegiokeuze(Action):
    """Takes over the region for which the user says to work."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_regiokeuze"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says from which region the answers come now; the setting of the door gives way until it changes."""
        d = diensten()
        streken = d.vraagbaak.wijzer.zoek(tekst_van(tracker))
        if not streken:
            return []
        regio = streken[-1].regio
        tekst = f"Goed, ik ga uit van de regio {d.kennis.regionaam(regio)}."
        zeg(dispatcher, Antwoord(tekst=tekst, gedrag="smalltalk"))
        keuze = {"regio": regio, "deur": bijschrift(tracker).get("deur")}
        return [SlotSet("regio", regio), SlotSet("regiokeuze", keuze)]
