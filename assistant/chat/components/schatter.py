"""Rasa's logistic regression, kept as plain numbers.

Rasa keeps the classifier with skops, which imports all of scikit-learn to know
what it may load: seconds of every start.  Only the weights matter afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.logistic_regression_classifier import LogisticRegressionClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message

from assistant.chat.components.beurtzicht import VERWACHT, ZEKER

BESTAND: Final = "gewichten.npz"


def vooraf(message: Message) -> str | None:
    """The kind of turn that was known before the message came in here: then nothing is computed for a guess."""
    weet = message.get("metadata") or {}
    return weet.get(VERWACHT) or weet.get(ZEKER)


@dataclass(frozen=True)
class Gewichten:
    """A trained multinomial logistic regression, with scikit-learn's names."""

    coef_: NDArray[np.float64]
    intercept_: NDArray[np.float64]
    classes_: NDArray[np.str_]

    def predict_proba(self, kenmerken: Any) -> NDArray[np.float64]:
        """The chance of every class, one row per message."""
        hoogte = np.asarray(kenmerken @ self.coef_.T) + self.intercept_
        macht = np.exp(hoogte - hoogte.max(axis=1, keepdims=True))
        return np.asarray(macht / macht.sum(axis=1, keepdims=True))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Beurtschatter(LogisticRegressionClassifier):
    """Guesses what kind of turn a message is; trains as its parent does."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Guesses the kind of turn of each message of which it is not yet known."""
        if te_raden := [m for m in messages if not vooraf(m)]:
            super().process(te_raden)
        for message in messages:
            if bekend := vooraf(message):
                soort = {"name": bekend, "confidence": 1.0}
                message.set(INTENT, soort, add_to_output=True)
                message.set(INTENT_RANKING_KEY, [soort], add_to_output=True)
        return messages

    def persist(self) -> None:
        """Keeps the weights."""
        with self._model_storage.write_to(self._resource) as map_:
            np.savez_compressed(
                map_ / BESTAND,
                coef_=self.clf.coef_,
                intercept_=self.clf.intercept_,
                classes_=self.clf.classes_.astype(str),
            )

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> Beurtschatter:
        """The trained component (see parent class)."""
        deel = cls(config, execution_context.node_name, model_storage, resource)
        with model_storage.read_from(resource) as map_, np.load(map_ / BESTAND) as bestand:
            deel.clf = Gewichten(**{naam: bestand[naam] for naam in bestand.files})
        return deel
