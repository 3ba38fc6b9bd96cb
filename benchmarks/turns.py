"""What kind of turn is it?  Our features against Rasa's DIET, and the whole weighing on messages by another hand.

``python -m benchmarks.turns [--snel]``; ``--snel`` trains DIET 20 passes instead of 100.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import yaml

from assistant.settings import WORTEL
from benchmarks.meten import ONS, Rij, als_programma, meld
from benchmarks.rasaproject import instelling
from evaluatie.zaken import lees

VOUWEN: Final = 5
#: Which kind of turn a question of the evaluation set is, by the reply that it should get.
SOORT: Final = {
    "antwoord": "kennisvraag",
    "weet-niet": "kennisvraag",
    "verduidelijk": "kennisvraag",
    "buiten-bereik": "buiten_bereik",
}


def meet(snel: bool) -> list[Rij]:
    """Cross-validation on the training sentences, then a test on messages that nobody here wrote."""
    ons = yaml.safe_load((WORTEL / "config.yml").read_text(encoding="utf-8"))
    diet = instelling(snel)
    diet["pipeline"] = [deel for deel in diet["pipeline"] if deel["name"] != "ResponseSelector"]
    epochs = next(deel["epochs"] for deel in diet["pipeline"] if deel["name"] == "DIETClassifier")
    with tempfile.TemporaryDirectory() as tijdelijk:
        os.environ["RASA_CACHE_DIRECTORY"] = str(Path(tijdelijk) / "cache")
        return [*_meet(ons, ONS, tijdelijk), *_meet(diet, f"DIET ({epochs} epochs)", tijdelijk)]


def _meet(config: dict[str, Any], systeem: str, map_: str) -> list[Rij]:
    from rasa.nlu.test import generate_folds
    from rasa.shared.nlu.training_data.loading import load_data

    alles = load_data(str(WORTEL / "data" / "nlu"))
    kaal = [deel for deel in config["pipeline"] if not deel["name"].endswith(("FallbackClassifier", "Beurtwijzer"))]
    goed: list[bool] = []
    for nummer, (leer, toets) in enumerate(generate_folds(VOUWEN, alles), start=1):
        meld(f"{systeem}: deel {nummer} van {VOUWEN}")
        gelezen = _lees({**config, "pipeline": kaal}, leer, [m.get("text") for m in toets.intent_examples], map_)
        goed += [m.get("intent") == g for m, g in zip(toets.intent_examples, gelezen, strict=True)]
    meld(f"{systeem}: berichten van een andere hand")
    return [
        Rij("soort beurt, kruisvalidatie (micro-F1)", systeem, sum(goed) / len(goed), "%"),
        *_andere_hand(config, alles, systeem, map_),
    ]


def _lees(config: dict[str, Any], leer: Any, teksten: Sequence[str], map_: str) -> list[str]:
    """Trains a pipeline; the kind of turn it reads in each text."""
    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu
    from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLWriter

    pad, zinnen = Path(map_) / "config.yml", Path(map_) / "nlu.yml"
    delen = {k: config[k] for k in ("recipe", "language", "assistant_id", "pipeline")}
    pad.write_text(yaml.safe_dump(delen, sort_keys=False), encoding="utf-8")
    RasaYAMLWriter().dump(zinnen, leer)
    agent = Agent.load(train_nlu(str(pad), str(zinnen), map_))
    return asyncio.run(_soorten(agent, teksten))


async def _soorten(agent: Any, teksten: Sequence[str]) -> list[str]:
    return [(await agent.parse_message(tekst))["intent"]["name"] for tekst in teksten]


def _andere_hand(config: dict[str, Any], leer: Any, systeem: str, map_: str) -> list[Rij]:
    """Share right per kind, and how well questions outside the field are told apart."""
    zaken = [(z["vraag"], SOORT[z["gedrag"]]) for z in lees("vragen", "test") if z["gedrag"] in SOORT]
    zaken += [(z["tekst"], "beschrijving") for z in lees("casussen", "test")]
    gelezen = _lees(config, leer, [tekst for tekst, _ in zaken], map_)
    paren = [(juist, kreeg) for (_, juist), kreeg in zip(zaken, gelezen, strict=True)]
    rijen = [Rij(f"andere hand, alle (n={len(paren)})", systeem, _goed(paren), "%")]
    for soort in dict.fromkeys([*SOORT.values(), "beschrijving"]):
        deel = [p for p in paren if p[0] == soort]
        rijen.append(Rij(f"andere hand, {soort} (n={len(deel)})", systeem, _goed(deel), "%"))
    return [*rijen, Rij("andere hand, buiten bereik (F1)", systeem, _f1(paren, "buiten_bereik"), "%")]


def _goed(paren: Sequence[tuple[str, str]]) -> float:
    return sum(juist == kreeg for juist, kreeg in paren) / len(paren)


def _f1(paren: Sequence[tuple[str, str]], soort: str) -> float:
    raak = sum(juist == kreeg == soort for juist, kreeg in paren)
    return 2 * raak / max(1, sum((juist == soort) + (kreeg == soort) for juist, kreeg in paren))


if __name__ == "__main__":
    als_programma(meet)
