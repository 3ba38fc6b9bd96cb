"""Training the Rasa model once, and knowing when it is out of date."""

from __future__ import annotations

import hashlib
import io
import os
from contextlib import redirect_stdout
from pathlib import Path

from assistant.chat.uitstel import stel_uit
from assistant.logs import stel_in
from assistant.settings import WORTEL, zonder_telemetrie

CONFIG = WORTEL / "config.yml"
#: What the model is trained from: the data, the parts that make its features (what the reader finds is one), and the
#: weights of the search whose score is one.  How a guess is weighed afterwards (`afweging.py`, `over_jongere.py`) needs
#: no training.
BRONNEN = (
    "config.yml",
    "domain.yml",
    "data",
    "knowledge/content/weging.yml",
    "knowledge/lexical.py",
    "knowledge/questions.py",
    "knowledge/vraagvorm.yml",
    "knowledge/vectors.py",
    "assistant/chat/components/e5.py",
    "assistant/chat/components/signalen.py",
    "assistant/chat/components/beurtzicht.py",
    "assistant/chat/components/beurtwoorden.yml",
    "assistant/advice/reading",
)


class ModelOntbreekt(RuntimeError):
    """There is no trained model that fits the training data."""

    def __init__(self) -> None:
        super().__init__("Er is nog geen getraind model. Maak het met: routewijzer train (duurt ongeveer een minuut).")


def vingerafdruk(wortel: Path = WORTEL) -> str:
    """Content hash of everything the model is trained from."""
    som = hashlib.sha256()
    paden = [
        p
        for naam in BRONNEN
        for p in ([wortel / naam] if (wortel / naam).is_file() else sorted((wortel / naam).rglob("*.*")))
        if p.suffix in (".yml", ".py")
    ]
    for pad in paden:
        som.update(pad.relative_to(wortel).as_posix().encode())
        som.update(pad.read_bytes())
    return som.hexdigest()[:16]


def modelpad(map_: Path) -> Path:
    """Where the model of the present training data belongs."""
    return map_ / f"routewijzer-{vingerafdruk()}.tar.gz"


def bewaar_voorbeelden() -> int:
    """Computes and ships the sentence vectors of the training examples; returns how many."""
    stel_uit(CONFIG)
    from assistant.chat.components.e5 import bewaar_voorbeelden as bewaar

    return bewaar()


def vind_model(map_: Path) -> Path:
    """The trained model, or an error that says how to make it."""
    pad = modelpad(map_)
    if not pad.exists():
        raise ModelOntbreekt
    return pad


def train(map_: Path, *, opnieuw: bool = False) -> Path:
    """Trains when there is no model of the present training data; returns its path."""
    pad = modelpad(map_)
    if pad.exists() and not opnieuw:
        return pad
    zonder_telemetrie()
    stel_in()
    stel_uit(CONFIG)
    from rasa.model_training import train as rasa_train

    map_.mkdir(parents=True, exist_ok=True)
    tijdelijk = f"bezig-{os.getpid()}"
    with redirect_stdout(io.StringIO()):  # Rasa prints where it put the file that gets another name below
        uitkomst = rasa_train(
            domain=str(WORTEL / "domain.yml"),
            config=str(CONFIG),
            training_files=str(WORTEL / "data"),
            output=str(map_),
            fixed_model_name=tijdelijk,
            force_training=True,
        )
    if uitkomst.code != 0 or not uitkomst.model:
        raise ModelOntbreekt
    Path(uitkomst.model).replace(pad)
    for oud in map_.glob("routewijzer-*.tar.gz"):
        if oud != pad:
            oud.unlink()
    return pad
