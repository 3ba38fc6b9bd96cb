"""Knowledge questions and their follow-ups."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.antwoorden import als_antwoord, zeg
from actions.jongere import kennisregio
from assistant.diensten import diensten
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
        antwoorden = d.vraagbaak.beantwoord(
            str(tracker.latest_message.get("text") or ""), kennisregio(tracker, d), vorige
        )
        for gevonden in antwoorden:
            zeg(dispatcher, als_antwoord(gevonden, d))
        return [SlotSet("laatste_kennis", antwoorden[-1].stand.als_dict())]
