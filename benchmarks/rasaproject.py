"""A plain Rasa project over our training sentences: Rasa's own default configuration, one reply per intent."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import rasa
import yaml

from assistant.settings import WORTEL

EPOCHS, EPOCHS_SNEL = 100, 20
_STANDAARD = Path(rasa.__file__).parent / "engine" / "recipes" / "config_files" / "default_config.yml"
_ACTIES = Path(__file__).parent / "acties"
#: Kinds of turn that take an action of our own; the others get a fixed reply.
_MET_ACTIE = {"kennisvraag": "action_antwoord", "beschrijving": "action_advies", "feit": "action_advies"}


def instelling(snel: bool) -> dict[str, Any]:
    """The configuration that Rasa gives a new project, with fewer passes when asked."""
    config: dict[str, Any] = yaml.safe_load(_STANDAARD.read_text(encoding="utf-8"))
    config.update(language="nl", assistant_id="vergelijking")
    for deel in (*config["pipeline"], *config["policies"]):
        if snel and "epochs" in deel:
            deel["epochs"] = EPOCHS_SNEL
    return config


def schrijf(map_: Path, snel: bool) -> None:
    """Everything that ``rasa train`` and ``rasa run`` need."""
    (map_ / "actions").mkdir()
    (map_ / "actions" / "__init__.py").touch()
    shutil.copytree(WORTEL / "data" / "nlu", map_ / "data" / "nlu")
    intents = _intents()
    _yaml(map_ / "config.yml", instelling(snel))
    _yaml(map_ / "domain.yml", _domein(intents))
    _yaml(map_ / "data" / "rules.yml", {"version": "3.1", "rules": [_beurt("rule", i) for i in intents]})
    _yaml(map_ / "data" / "stories.yml", {"version": "3.1", "stories": [_beurt("story", *intents[:3])]})
    _yaml(map_ / "credentials.yml", {"rest": None})


def zet_acties(map_: Path, module: str, poort: int) -> None:
    """Which actions run (a module of ``benchmarks.acties``), and where their server listens."""
    shutil.copy(_ACTIES / f"{module}.py", map_ / "actions" / "actions.py")
    _yaml(map_ / "endpoints.yml", {"action_endpoint": {"url": f"http://127.0.0.1:{poort}/webhook"}})


def _intents() -> list[str]:
    paden = sorted((WORTEL / "data" / "nlu").glob("*.yml"))
    bekend = {i["intent"] for p in paden for i in yaml.safe_load(p.read_text(encoding="utf-8"))["nlu"] if "intent" in i}
    return [*sorted(bekend), "nlu_fallback"]


def _domein(intents: list[str]) -> dict[str, Any]:
    vast = {f"utter_{i}": [{"text": f"Vast antwoord op {i}."}] for i in intents if i not in _MET_ACTIE}
    return {"version": "3.1", "intents": intents, "actions": sorted({*_MET_ACTIE.values()}), "responses": vast}


def _beurt(soort: str, *intents: str) -> dict[str, Any]:
    """Turns of intent and reply."""
    stappen = [s for i in intents for s in ({"intent": i}, {"action": _MET_ACTIE.get(i, f"utter_{i}")})]
    return {soort: " ".join(intents), "steps": stappen}


def _yaml(pad: Path, inhoud: Any) -> None:
    pad.write_text(yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False), encoding="utf-8")
