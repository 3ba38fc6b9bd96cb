"""Rasa without the work that it does anew in every turn and that comes out the same every time.

It orders its graph, looks through all kinds of events for a name, checks the
answer of an action as if a stranger had sent it and copies everything for debug
lines; together a third of the calls in a short turn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from typing import Any, Final

from rasa.core import processor
from rasa.core.actions import forms
from rasa.core.actions.action import RemoteAction
from rasa.core.policies import rule_policy
from rasa.core.processor import MessageProcessor
from rasa.engine.graph import ExecutionContext, GraphNodeHook, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.events import Event

#: In these modules a copy is only ever made for a debug line, which is written, if at all, before anything changes.
_KOPIE_VOOR_DE_LOG: Final = (processor, forms, rule_policy)
_zoek_soort: Final[Callable[[str, type[Event] | None], type[Event] | None]] = Event.resolve_by_type


def maak_licht(verwerker: MessageProcessor) -> None:
    """Takes that work out of a processor that has loaded its model."""
    RemoteAction._validate_action_result = _vertrouwd
    Event.resolve_by_type = staticmethod(_soort_gebeurtenis)
    for module in _KOPIE_VOOR_DE_LOG:
        module.copy = _Zonderkopie
    verwerker.graph_runner = Rechtdoor(verwerker.graph_runner)


def _vertrouwd(_: RemoteAction, __: dict[str, Any]) -> bool:
    """The executor has checked what our action returned; Rasa's check of a foreign server takes longer than the action."""
    return True


class _Zonderkopie:
    """Stands in for ``copy``."""

    @staticmethod
    def deepcopy(ding: Any) -> Any:
        """The thing itself."""
        return ding


@cache
def _soort_gebeurtenis(naam: str, anders: type[Event] | None = None) -> type[Event] | None:
    """The class of an event by its name."""
    return _zoek_soort(naam, anders)


class Rechtdoor(GraphRunner):
    """Runs the nodes of a loaded graph one after another, in an order worked out once for each goal."""

    def __init__(self, runner: DaskGraphRunner) -> None:
        self._knopen = runner._instantiated_nodes
        self._schema: GraphSchema = runner._graph_schema
        self._volgorde = cache(self._bepaal_volgorde)

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> Rechtdoor:
        """Creates the runner (see parent class)."""
        return cls(DaskGraphRunner(graph_schema, model_storage, execution_context, hooks))

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """What the goals come out at (see parent class)."""
        uit: dict[str, tuple[str, Any]] = {naam: (naam, waarde) for naam, waarde in (inputs or {}).items()}
        doelen = tuple(targets or self._schema.target_names)
        for knoop, nodig in self._volgorde(doelen):
            uit[knoop] = self._knopen[knoop](*(uit[naam] for naam in nodig))
        return dict(uit[doel] for doel in doelen)

    def _bepaal_volgorde(self, doelen: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        """The nodes that the goals need, each with what it takes in, which comes before it."""
        nodig = {naam: tuple(k.needs.values()) for naam, k in self._schema.minimal_graph_schema(doelen).nodes.items()}
        return [(naam, nodig[naam]) for naam in TopologicalSorter(nodig).static_order() if naam in nodig]
