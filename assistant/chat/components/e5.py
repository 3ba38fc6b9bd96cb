"""Sentence embeddings as features for Rasa's own intent classifier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.chat.components.schatter import vooraf
from assistant.diensten import diensten
from assistant.settings import WORTEL
from knowledge.vectors import Vectorkast, kort, neem_vooraf

VOORBEELDEN: Final = WORTEL / "data" / "nlu"
#: The folder of their vectors; not beside them, for Rasa reads every file there as examples.
VECTOREN: Final = Path(__file__).parents[1] / "voorbeelden"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class E5Featurizer(DenseFeaturizer, GraphComponent):
    """The multilingual E5 vector of the message as search reads it too, scaled so that it weighs against word features."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Alias and scale."""
        return {**DenseFeaturizer.get_default_config(), "schaal": 8.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> E5Featurizer:
        """Creates the component (see parent class)."""
        return cls(execution_context.node_name, config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the sentence vector to each message that needs a guess."""
        zoeker = diensten().vraagbaak.zoeker
        for message in messages:
            if (tekst := message.get(TEXT)) and not vooraf(message):
                vector = zoeker.vector(tekst)[np.newaxis, :] * self._config["schaal"]
                self.add_features_to_message(None, vector, TEXT, message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the sentence vector to each training example."""
        neem_vooraf(_gelezen(training_data), Vectorkast(VECTOREN.parent))
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing that could be wrong."""


def bewaar_voorbeelden() -> int:
    """Computes and ships the vectors of the training examples; returns how many."""
    from rasa.shared.nlu.training_data.loading import load_data

    teksten = map(kort, _gelezen(load_data(str(VOORBEELDEN))))
    return Vectorkast(VECTOREN.parent).bewaar(VECTOREN.name, ((tekst, "query") for tekst in teksten))


def _gelezen(voorbeelden: TrainingData) -> Iterator[str]:
    """The examples as search reads them, their spelling repaired."""
    herstel = diensten().vraagbaak.zoeker.woordenlijst.herstel
    return (herstel(m.get(TEXT)) for m in voorbeelden.training_examples if m.get(TEXT))
