"""Last word on what kind of turn this is: the classifier's ranking weighed in the light of the conversation."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from actions.gesprek import STELLIG
from actions.jongere import OOK_GEVRAAGD
from assistant.chat.components.afweging import ook_gevraagd, vraagt_ander_werk, weeg
from assistant.chat.components.beurtzicht import STAND, VERWACHT, Beurtzicht, Gesprekstand
from assistant.chat.components.schatter import vooraf
from assistant.diensten import diensten


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Beurtwijzer(GraphComponent):
    """Sets the intent where it is announced, forced by words or made clear by the conversation."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Beurtwijzer:
        """Creates the component (see parent class)."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Overrules the classifier where that is due."""
        for message in messages:
            weet = message.get("metadata") or {}
            stand = Gesprekstand(**weet.get(STAND, {}))
            zicht = Beurtzicht(message.get(TEXT) or "", stand, diensten(), zeker=vooraf(message) is not None)
            intent = weeg(zicht, _ranglijst(message))
            if intent != "crisis":
                intent = weet.get(VERWACHT) or intent
            erbij = _erbij(intent, zicht)
            if erbij or intent != (message.get(INTENT) or {}).get("name"):
                message.set(INTENT, {"name": intent, "confidence": 1.0, **erbij}, add_to_output=True)
        return messages


def _erbij(intent: str, zicht: Beurtzicht) -> dict[str, Any]:
    """What an action should know beside the kind of turn."""
    if intent == "buiten_bereik" and vraagt_ander_werk(zicht):
        return {STELLIG: True}
    vraag = ook_gevraagd(zicht) if intent == "beschrijving" else None
    return {OOK_GEVRAAGD: vraag} if vraag else {}


def _ranglijst(message: Message) -> list[tuple[str, float]]:
    """The classifier's guesses, best first; the fallback only when it came out on top."""
    eerste = message.get(INTENT) or {"name": "nlu_fallback", "confidence": 0.0}
    rest = [r for r in message.get("intent_ranking") or [] if r["name"] not in (eerste["name"], "nlu_fallback")]
    return [(r["name"], float(r["confidence"] or 0.0)) for r in (eerste, *rest)]
