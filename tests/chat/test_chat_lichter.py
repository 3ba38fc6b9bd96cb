"""What is spared of Rasa's work changes nothing of what comes out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.core.events import Event, SlotSet, UserUttered

from assistant.chat.lichter import Rechtdoor, _soort_gebeurtenis


class Optelling(GraphComponent):
    """Adds its own number to the sum of what it gets."""

    def __init__(self, eigen: int) -> None:
        self._eigen = eigen

    @classmethod
    def create(cls, config: dict[str, Any], **_: Any) -> Optelling:
        """Creates the component (see parent class)."""
        return cls(config["eigen"])

    def tel(self, een: int, ander: int = 0) -> int:
        """The sum."""
        return een + ander + self._eigen


def knoop(eigen: int, **nodig: str) -> SchemaNode:
    return SchemaNode(nodig, Optelling, "create", "tel", {"eigen": eigen}, eager=True)


@pytest.fixture
def runner(tmp_path: Path) -> DaskGraphRunner:
    schema = GraphSchema(
        {
            "samen": knoop(1, een="links", ander="rechts"),
            "links": knoop(10, een="__in__"),
            "rechts": knoop(100, een="__in__", ander="links"),
            "los": knoop(1_000, een="__anders__"),
        }
    )
    return DaskGraphRunner(schema, LocalModelStorage(tmp_path), ExecutionContext(schema))


@pytest.mark.parametrize("doelen", [["samen"], ["links", "samen"], ["rechts"]])
def test_de_knopen_op_een_rij_geven_wat_dask_geeft(runner: DaskGraphRunner, doelen: list[str]) -> None:
    verwacht = runner.run({"__in__": 5}, doelen)
    assert Rechtdoor(runner).run({"__in__": 5}, doelen) == verwacht
    assert set(verwacht) == set(doelen)


def test_een_doel_zonder_zijn_invoer_is_een_fout_en_geen_gok(runner: DaskGraphRunner) -> None:
    with pytest.raises(KeyError):
        Rechtdoor(runner).run({"__in__": 5}, ["los"])


def test_een_gebeurtenis_wordt_op_naam_gevonden_en_een_onbekende_geweigerd() -> None:
    assert _soort_gebeurtenis("slot") is SlotSet
    assert _soort_gebeurtenis("user") is UserUttered
    assert isinstance(Event.from_parameters({"event": "slot", "name": "leeftijd", "value": 17}), SlotSet)
    with pytest.raises(ValueError, match="bestaat_niet"):
        _soort_gebeurtenis("bestaat_niet")
