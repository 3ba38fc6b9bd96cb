"""Rasa's ResponseSelector as a search: every item a response, its title the training sentence."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.meten import meld
from benchmarks.rasaproject import instelling
from benchmarks.zoekers import in_volgorde
from knowledge.model import Kennisitem


@dataclass(frozen=True)
class Antwoordkiezer:
    """A trained selector: its agent, how long it took, how many passes."""

    agent: Any
    items: dict[str, Kennisitem]
    seconden: float
    epochs: int

    @classmethod
    @contextlib.contextmanager
    def getraind(cls, items: Sequence[Kennisitem], snel: bool) -> Iterator[Antwoordkiezer]:
        """Trains on the titles in a temporary folder."""
        from rasa.core.agent import Agent
        from rasa.model_training import train_nlu

        with tempfile.TemporaryDirectory() as tijdelijk:
            map_ = Path(tijdelijk)
            os.environ["RASA_CACHE_DIRECTORY"] = str(map_ / "cache")
            epochs = _schrijf(map_, items, snel)
            meld(f"ResponseSelector: {len(items):,} titels, {epochs} epochs")
            begin = time.monotonic()
            model = train_nlu(
                str(map_ / "config.yml"), str(map_ / "nlu.yml"), tijdelijk, domain=str(map_ / "domain.yml")
            )
            seconden = time.monotonic() - begin
            yield cls(Agent.load(model), {i.id: i for i in items}, seconden, epochs)

    def beste(self, vraag: str, regio: str | None, aantal: int) -> list[Kennisitem]:
        """The items of the responses that it ranks highest."""
        gelezen = asyncio.run(self.agent.parse_message(vraag))
        rangorde = gelezen["response_selector"]["default"]["ranking"]
        gevonden = (self.items[r["intent_response_key"].split("/", 1)[1]] for r in rangorde)
        return in_volgorde(gevonden, regio, aantal)


def _schrijf(map_: Path, items: Sequence[Kennisitem], snel: bool) -> int:
    """Configuration, sentences and responses; returns the number of passes."""
    config = instelling(snel)
    kiezer = next(deel for deel in config["pipeline"] if deel["name"] == "ResponseSelector")
    kiezer["ranking_length"] = 0
    weg = ("DIETClassifier", "EntitySynonymMapper", "FallbackClassifier")
    config["pipeline"] = [deel for deel in config["pipeline"] if deel["name"] not in weg]
    nlu = [{"intent": f"feit/{i.id}", "examples": f"- {i.titel}\n"} for i in items]
    antwoorden = {f"utter_feit/{i.id}": [{"text": i.titel}] for i in items}
    _yaml(map_ / "config.yml", {k: config[k] for k in ("recipe", "language", "assistant_id", "pipeline")})
    _yaml(map_ / "nlu.yml", {"version": "3.1", "nlu": nlu})
    _yaml(map_ / "domain.yml", {"version": "3.1", "intents": ["feit"], "responses": antwoorden})
    epochs: int = kiezer["epochs"]
    return epochs


def _yaml(pad: Path, inhoud: Any) -> None:
    pad.write_text(yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False), encoding="utf-8")
