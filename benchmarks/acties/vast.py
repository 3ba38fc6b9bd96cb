"""Says a fixed text: what plain Rasa costs before it knows anything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher


class ActieAntwoord(Action):
    """In place of an answer."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_antwoord"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        """One text for all."""
        dispatcher.utter_message(text="Vast antwoord.")
        return []


class ActieAdvies(ActieAntwoord):
    """In place of an advice."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_advies"
