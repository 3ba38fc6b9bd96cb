"""A plain Rasa project over our training sentences: Rasa's own default configuration, a fixed reply per intent."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import rasa
import yaml

from assistant.settings import WORTEL

EPOCHS, EPOCHS_SNEL = 100, 20
_STANDAARD = Path(rasa.__file__).parent / "engine" / "recipes" / "config_files" / "default_config.yml"
_ACTIE = '''"""One custom action, as an answer from a knowledge base is given in plain Rasa."""

from rasa_sdk import Action


class ActieAntwoord(Action):
    """Gives a fixed text."""

    def name(self):
        return "action_antwoord"

    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text="Vast antwoord.")
        return []
'''


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
    (map_ / "actions" / "actions.py").write_text(_ACTIE, encoding="utf-8")
    shutil.copytree(WORTEL / "data" / "nlu", map_ / "data" / "nlu")
    intents = _intents()
    _yaml(map_ / "config.yml", instelling(snel))
    _yaml(map_ / "domain.yml", _domein(intents))
    _yaml(map_ / "data" / "rules.yml", {"version": "3.1", "rules": [_beurt("rule", i) for i in intents]})
    _yaml(map_ / "data" / "stories.yml", {"version": "3.1", "stories": [_beurt("story", *intents[:3])]})
    _yaml(map_ / "credentials.yml", {"rest": None})


def wijs_acties(map_: Path, poort: int) -> None:
    """Where the action server listens."""
    _yaml(map_ / "endpoints.yml", {"action_endpoint": {"url": f"http://127.0.0.1:{poort}/webhook"}})


def _intents() -> list[str]:
    paden = sorted((WORTEL / "data" / "nlu").glob("*.yml"))
    bekend = {i["intent"] for p in paden for i in yaml.safe_load(p.read_text(encoding="utf-8"))["nlu"] if "intent" in i}
    return [*sorted(bekend), "nlu_fallback"]


def _domein(intents: list[str]) -> dict[str, Any]:
    vast = {f"utter_{i}": [{"text": f"Vast antwoord op {i}."}] for i in intents if i != "kennisvraag"}
    return {"version": "3.1", "intents": intents, "actions": ["action_antwoord"], "responses": vast}


def _beurt(soort: str, *intents: str) -> dict[str, Any]:
    """Turns of intent and reply; a question goes to the action server."""
    stappen = [
        s
        for i in intents
        for s in ({"intent": i}, {"action": "action_antwoord" if i == "kennisvraag" else f"utter_{i}"})
    ]
    return {soort: " ".join(intents), "steps": stappen}


def _yaml(pad: Path, inhoud: Any) -> None:
    pad.write_text(yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False), encoding="utf-8")
