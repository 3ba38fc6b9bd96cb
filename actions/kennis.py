"""Knowledge questions and their follow-ups."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import als_antwoord, zeg
from actions.jongere import bijschrift, kennisregio, tekst_van
from assistant.diensten import diensten
from assistant.messages import Antwoord
from knowledge.service import Stand


class ActionKennisvraag(Action):
    """Answers the question in the message, or every one of them."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_kennisvraag"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[EventType]:
        """Says the answers and remembers the last one for a follow-up."""
        d = diensten()
        vorige = Stand.uit_dict(tracker.get_slot("laatste_kennis"))
        antwoorden = d.vraagbaak.beantwoord(tekst_van(tracker), kennisregio(tracker, d), vorige)
        for gevonden in antwoorden:
            zeg(dispatcher, als_antwoord(gevonden, d))
        return [SlotSet("laatste_kennis", antwoorden[-1].stand.als_dict())]


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
