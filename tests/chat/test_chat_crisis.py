"""Immediate danger goes before everything; the reply says whom to call and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.messages import Antwoord

ZINNEN = yaml.safe_load(Path(__file__).with_name("crisis.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("zin", ZINNEN["wel"])
def test_gevaar_geeft_alleen_wie_te_bellen(zin: str, assistent: Any, stuur: Callable[..., list[Antwoord]]) -> None:
    antwoorden = stuur(assistent.nieuw_gesprek(), zin, regio="nmd")
    assert [a.gedrag for a in antwoorden] == ["crisis"], antwoorden[0].tekst
    assert "112" in antwoorden[0].tekst
    assert "113" in antwoorden[0].tekst
    assert antwoorden[0].advies is None


@pytest.mark.parametrize("zin", ZINNEN["niet"])
def test_geen_gevaar_is_geen_crisis(zin: str, assistent: Any, stuur: Callable[..., list[Antwoord]]) -> None:
    assert "crisis" not in [a.gedrag for a in stuur(assistent.nieuw_gesprek(), zin, regio="nmd")]


def test_na_een_crisis_gaat_de_chat_verder(assistent: Any, stuur: Callable[..., list[Antwoord]]) -> None:
    gesprek = assistent.nieuw_gesprek()
    stuur(gesprek, "leerling van het pro in Assen wil werken", regio="nmd")
    assert stuur(gesprek, "ze zegt dat ze dood wil")[0].gedrag == "crisis"
    advies = stuur(gesprek, "17")[-1].advies
    assert advies is not None
    assert advies.route == "pro-vso-arbeid"
