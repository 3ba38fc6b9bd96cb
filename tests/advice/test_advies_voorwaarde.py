"""The condition language: what it means, and clear errors for what it does not know."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.advice.diagram import JA, NEE
from assistant.advice.regels import Regelwerk
from assistant.advice.voorwaarde import RegelOngeldig


def test_de_lege_voorwaarde_geldt_altijd(werk: Regelwerk) -> None:
    assert werk.vertaler.vertaal("proef", {}) == JA
    assert werk.vertaler.vertaal("proef", {"een_van": []}) == NEE


def test_meer_sleutels_betekenen_allemaal(werk: Regelwerk) -> None:
    samen = werk.vertaler.vertaal("proef", {"onderwijs": "pro", "startkwalificatie": "nee"})
    los = werk.vertaler.vertaal("proef", {"alle": [{"startkwalificatie": "nee"}, {"onderwijs": ["pro"]}]})
    assert samen == los


def test_een_begrip_wordt_ingevuld(werk: Regelwerk) -> None:
    begrip = werk.vertaler.vertaal("proef", {"stroomt-door-naar": "entree"})
    voluit = {"een_van": [{"gaat_naar": "entree"}, {"onderwijs": "entree", "inschrijving": "ingeschreven"}]}
    assert begrip == werk.vertaler.vertaal("proef", voluit)


def test_niet_twee_keer_is_hetzelfde(werk: Regelwerk) -> None:
    als = {"leeftijd": {"van": 16, "tot": 23}}
    assert werk.vertaler.vertaal("proef", {"niet": {"niet": als}}) == werk.vertaler.vertaal("proef", als)


@pytest.mark.parametrize(
    ("als", "reden"),
    [
        ({"schoenmaat": 42}, "geen kenmerk en geen begrip"),
        ({"onderwijs": "gymnasium"}, "kies uit"),
        ({"problemen": ["liefde"]}, "kies uit"),
        ({"criterium": "bestaat-niet"}, "bestaat niet"),
        ({"leeftijd": 17}, "geen kenmerk"),
        ({"alle": ["onderwijs"]}, "een voorwaarde is"),
    ],
)
def test_een_onbekende_voorwaarde_noemt_regel_en_reden(werk: Regelwerk, als: dict[str, Any], reden: str) -> None:
    with pytest.raises(RegelOngeldig) as fout:
        werk.vertaler.vertaal("proef", als)
    assert fout.value.regel == "proef" and reden in fout.value.reden
