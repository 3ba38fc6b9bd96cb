"""The same work as ours behind plain Rasa: mask, look up and answer; mask, read, decide and explain."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from assistant.diensten import diensten

diensten().warm().ken_routes()


def _gemaskeerd(tracker: Tracker) -> str:
    d = diensten()
    return d.maskeerder.maskeer(str(tracker.latest_message.get("text") or ""), d.vandaag()).tekst


class ActieAntwoord(Action):
    """Answers from the knowledge base."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_antwoord"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """Every question in the message."""
        for antwoord in diensten().vraagbaak.beantwoord(_gemaskeerd(tracker), None, None):
            dispatcher.utter_message(text=antwoord.tekst)
        return []


class ActieAdvies(Action):
    """Reads the youth and advises."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_advies"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """From description to explanation."""
        d = diensten()
        lezing = d.lezer.lees(_gemaskeerd(tracker), peildatum=d.vandaag())
        advies = d.adviseur.adviseer(lezing.kenmerken, twijfel=tuple(lezing.twijfel), mogelijk=lezing.mogelijk)
        dispatcher.utter_message(text=advies.uitleg)
        return []
