"""Rasa without TensorFlow, for as long as nothing uses it.

Rasa imports its neural components by name, whether a configuration uses them
or not, and with them TensorFlow: seconds of start and a third of the memory.
While deferral is on, those modules are stand-ins whose classes answer to their
name and, on first use, end the deferral and hand over to the real ones.
"""

from __future__ import annotations

import importlib
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import yaml

#: Rasa's modules that import TensorFlow themselves, and the classes that other modules take from them.
UITGESTELD: Final[dict[str, tuple[str, ...]]] = {
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": ("ConveRTFeaturizer",),
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": ("LanguageModelFeaturizer",),
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
    "rasa.core.policies.unexpected_intent_policy": ("UnexpecTEDIntentPolicy",),
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
}


class Plaatsvervanger(type):
    """The type of a stand-in: whatever is asked of the class is asked of the real one."""

    def _echt(cls) -> Any:
        return getattr(echte_module(cls.__module__), cls.__name__)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        """An instance of the real class."""
        return cls._echt()(*args, **kwargs)

    def __getattr__(cls, naam: str) -> Any:
        if naam.startswith("__"):
            raise AttributeError(naam)
        return getattr(cls._echt(), naam)

    def __subclasscheck__(cls, klasse: type) -> bool:
        """Before the real class is there, nothing can descend from it."""
        return klasse is cls or (_is_echt(cls.__module__) and issubclass(klasse, cls._echt()))

    def __instancecheck__(cls, ding: object) -> bool:
        return cls.__subclasscheck__(type(ding))


class Uitsteller(MetaPathFinder, Loader):
    """Gives stand-ins for the modules of ``UITGESTELD``."""

    def find_spec(self, fullname: str, *_: Any) -> ModuleSpec | None:
        """A module of the list; all others are found as usual."""
        return ModuleSpec(fullname, self) if fullname in UITGESTELD else None

    def exec_module(self, module: ModuleType) -> None:
        """Fills the stand-in with the classes that others import from it."""
        naam = module.__name__
        for klasse in UITGESTELD[naam]:
            setattr(module, klasse, Plaatsvervanger(klasse, (), {"__module__": naam}))
        module.__dict__["__getattr__"] = lambda attribuut: _van_echte(naam, attribuut)


_UITSTELLER: Final = Uitsteller()


def stel_uit(config: Path) -> bool:
    """Defers TensorFlow when ``config`` names no component that needs it and it is not there yet; whether it did."""
    if "tensorflow" in sys.modules or neurale_onderdelen(config):
        return False
    if _UITSTELLER not in sys.meta_path:
        sys.meta_path.insert(0, _UITSTELLER)
    return True


def neurale_onderdelen(config: Path) -> set[str]:
    """The components of a Rasa configuration that cannot do without TensorFlow."""
    inhoud = yaml.safe_load(config.read_text(encoding="utf-8"))
    namen = {d["name"].rpartition(".")[2] for deel in ("pipeline", "policies") for d in inhoud.get(deel) or ()}
    return namen & {klasse for klassen in UITGESTELD.values() for klasse in klassen}


def echte_module(naam: str) -> ModuleType:
    """The real module; asking for one ends the deferral of all, since they build on each other."""
    if _UITSTELLER in sys.meta_path:
        sys.meta_path.remove(_UITSTELLER)
    for ander in UITGESTELD:
        if ander in sys.modules and not _is_echt(ander):
            del sys.modules[ander]
    return importlib.import_module(naam)


def _is_echt(naam: str) -> bool:
    module = sys.modules.get(naam)
    return module is not None and getattr(module.__spec__, "loader", None) is not _UITSTELLER


def _van_echte(naam: str, attribuut: str) -> Any:
    if attribuut.startswith("__"):
        raise AttributeError(attribuut)
    return getattr(echte_module(naam), attribuut)
