"""Rasa without TensorFlow: stand-ins until something asks for the real thing."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.chat.training import CONFIG
from assistant.chat.uitstel import UITGESTELD, neurale_onderdelen

BEGIN = f"""
import sys, warnings
warnings.simplefilter("ignore")
from pathlib import Path
from assistant.chat.uitstel import stel_uit
assert stel_uit(Path({str(CONFIG)!r}))
import rasa.core.agent
from rasa.engine.recipes.default_components import DIETClassifier, ResponseSelector, TEDPolicy
"""


def draai(code: str) -> None:
    """Runs in a fresh process, since an import happens once."""
    klaar = subprocess.run([sys.executable, "-c", BEGIN + code], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr[-2000:]


def test_de_agent_laadt_zonder_tensorflow() -> None:
    draai("assert 'tensorflow' not in sys.modules")


def test_wie_een_neuraal_onderdeel_gebruikt_krijgt_het_echte() -> None:
    draai("""
assert not issubclass(dict, DIETClassifier)
assert ResponseSelector.get_default_config()["ranking_length"] == 10
assert "tensorflow" in sys.modules
import rasa.nlu.classifiers.diet_classifier as echt
assert issubclass(sys.modules["rasa.nlu.selectors.response_selector"].ResponseSelector, DIETClassifier)
assert issubclass(echt.DIETClassifier, DIETClassifier) and TEDPolicy.get_default_config()["epochs"]
""")


def test_onze_configuratie_noemt_geen_neuraal_onderdeel() -> None:
    assert not neurale_onderdelen(CONFIG)


@pytest.mark.parametrize("naam", ["DIETClassifier", "rasa.nlu.classifiers.diet_classifier.DIETClassifier"])
def test_een_configuratie_met_een_neuraal_onderdeel_stelt_niets_uit(naam: str, tmp_path: Path) -> None:
    config = tmp_path / "config.yml"
    config.write_text(f"pipeline:\n  - name: {naam}\npolicies: []\n", encoding="utf-8")
    assert neurale_onderdelen(config) == {"DIETClassifier"}


def test_elke_plaatsvervanger_bestaat_in_rasa() -> None:
    spec = importlib.util.find_spec("rasa")
    assert spec and spec.origin
    for module, klassen in UITGESTELD.items():
        bron = (Path(spec.origin).parents[1] / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
        assert all(f"class {k}" in bron for k in klassen)
