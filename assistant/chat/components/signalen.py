"""What the services see in a message, as features: does it ask, does it describe, is it about our field?

A statistical classifier alone cannot know that "thuiszitter" is a fact and
"adhd" is not ours; search and reading do.  Which kinds of words occur is known
to the weighing as well; as features they spare it most of its corrections.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.chat.components.beurtzicht import Beurtzicht, Gesprekstand
from assistant.chat.components.schatter import vooraf
from assistant.diensten import Diensten, diensten
from knowledge.questions import is_vraag
from knowledge.text import STOPWOORDEN, gewoon_woord, vouw

_VERWIJZING: Final = re.compile(
    r"^(en|dus) (in|voor|bij|het|de|landelijk|hoe|wat|wie)\b|\b(dat|daarvoor|daarbij|daar|dit|ervoor|ervan)\b"
)
_LEERLING: Final = re.compile(
    r"\b(hij|zij|ze|hem|haar|zijn|jongen|meisje|meid|leerling|student|studente|jongere|vrouw|man|hijzelf|naam)\b"
)
_MIJN: Final = re.compile(r"\b(mijn|mn|m n|een) (leerling|student|studente|jongere|mentorleerling)\b")
_LANG: Final = 40.0


def signalen(tekst: str, d: Diensten) -> NDArray[np.float32]:
    """Numbers between 0 and about 1 that say what kind of turn a text looks like."""
    gevouwen = vouw(tekst)
    woorden = gevouwen.split()
    inhoud = [w for w in woorden if w not in STOPWOORDEN]
    lijst = d.vraagbaak.zoeker.woordenlijst
    treffers = d.vraagbaak.zoeker.zoek(tekst, aantal=2)
    score = treffers[0].score if treffers else 0.0
    gelezen = {g.veld for g in d.lezer.lees(tekst, peildatum=d.vandaag()).bewijs}
    bekend = sum(w in lijst for w in inhoud) / len(inhoud) if inhoud else 0.0
    nederlands = (
        sum(gewoon_woord(w) or w in STOPWOORDEN or w in lijst for w in woorden) / len(woorden) if woorden else 0.0
    )
    cijfer = d.kennis.cijfers.lees(tekst)
    zicht = Beurtzicht(tekst, Gesprekstand(), d)
    return np.array(
        [
            score,
            score > 0.5,
            bekend,
            nederlands,
            cijfer.zekerheid if cijfer else 0.0,
            min(len(gelezen), 5) / 5,
            len(gelezen) >= 1,
            len(gelezen) >= 3,
            "leeftijd" in gelezen,
            bool(gelezen) and len(woorden) <= 6,
            min(len(woorden), _LANG) / _LANG,
            len(woorden) <= 3,
            tekst.rstrip().endswith("?"),
            is_vraag(tekst),
            bool(_VERWIJZING.search(gevouwen)) and len(woorden) <= 8,
            bool(_LEERLING.search(gevouwen)),
            bool(_MIJN.search(gevouwen)),
            bool(d.vraagbaak.wijzer.zoek(tekst)),
            zicht.vraagt,
            *zicht.woordsoorten,
        ],
        dtype=np.float32,
    )


def _signalen_van(tekst: str) -> NDArray[np.float32]:
    return signalen(tekst, diensten())


def _van_veel(teksten: Sequence[str]) -> list[NDArray[np.float32]]:
    """The signals of many texts on all cores; a copied process shares the services that were loaded here."""
    if "fork" not in get_all_start_methods():
        return [_signalen_van(tekst) for tekst in teksten]
    diensten().vraagbaak.zoeker.neem_vooraf(teksten)
    with ProcessPoolExecutor(mp_context=get_context("fork")) as groep:
        return list(groep.map(_signalen_van, teksten, chunksize=32))


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class Signalenfeaturizer(DenseFeaturizer, GraphComponent):
    """Adds the signals of search, figures and reading to a message."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Alias and scale."""
        return {**DenseFeaturizer.get_default_config(), "schaal": 3.0}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Signalenfeaturizer:
        """Creates the component (see parent class)."""
        return cls(execution_context.node_name, config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the signals to each message that needs a guess."""
        met_tekst = [m for m in messages if m.get(TEXT) and not vooraf(m)]
        self._voeg_toe(met_tekst, [_signalen_van(m.get(TEXT)) for m in met_tekst])
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the signals to each training example."""
        met_tekst = [m for m in training_data.training_examples if m.get(TEXT)]
        self._voeg_toe(met_tekst, _van_veel([m.get(TEXT) for m in met_tekst]))
        return training_data

    def _voeg_toe(self, messages: Sequence[Message], waarden: Sequence[NDArray[np.float32]]) -> None:
        for message, rij in zip(messages, waarden, strict=True):
            self.add_features_to_message(None, rij[np.newaxis, :] * self._config["schaal"], TEXT, message)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing that could be wrong."""
