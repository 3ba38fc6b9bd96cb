"""Last word on what kind of turn this is, where words alone decide.

Danger to life is recognised by word and never left to statistics.  A door that
knows what it sends (a described youth from ``batch`` or the API) says so in the
metadata of the message.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from knowledge.text import vouw

#: Metadata key by which a door announces the kind of turn.
VERWACHT: Final = "verwacht"
_WOORDEN: Final = yaml.safe_load(Path(__file__).with_name("beurtwoorden.yml").read_text(encoding="utf-8"))


def _patroon(soort: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{p})\b" for p in _WOORDEN[soort]))


_CRISIS: Final = _patroon("crisis")
_GEEN_CRISIS: Final = _patroon("geen_crisis")
_ZAAK: Final = _patroon("zaak")


def dwingend_intent(tekst: str) -> str | None:
    """The intent that the words of a text force, if any."""
    gevouwen = vouw(tekst)
    if _CRISIS.search(gevouwen) and not _GEEN_CRISIS.search(gevouwen):
        return "crisis"
    if _ZAAK.search(gevouwen):
        return "casusvraag"
    return None


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class Beurtwijzer(GraphComponent):
    """Sets the intent where it is announced or forced by words."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> Beurtwijzer:
        """Creates the component (see parent class)."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Overrules the classifier where that is due."""
        for message in messages:
            verwacht = (message.get("metadata") or {}).get(VERWACHT)
            dwingend = dwingend_intent(message.get(TEXT) or "")
            intent = dwingend if dwingend == "crisis" else verwacht or dwingend
            if intent:
                message.set(INTENT, {"name": intent, "confidence": 1.0}, add_to_output=True)
        return messages
