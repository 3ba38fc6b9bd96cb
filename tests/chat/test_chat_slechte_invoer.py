"""Whatever is typed, the assistant answers in Dutch or says what is wrong, and goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.chat.service import Assistent, BerichtOnbruikbaar, ModelOntbreekt
from assistant.messages import Antwoord
from assistant.settings import instellingen

GEVALLEN = yaml.safe_load(Path(__file__).with_name("slechte_invoer.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("geval", GEVALLEN, ids=[g["naam"] for g in GEVALLEN])
def test_vreemde_invoer_wordt_netjes_afgehandeld(
    geval: dict[str, Any], assistent: Any, stuur: Callable[..., list[Antwoord]]
) -> None:
    gesprek = assistent.nieuw_gesprek()
    tekst = geval["zeg"] if "zeg" in geval else geval["herhaal"] * 2000
    if "weigert" in geval:
        with pytest.raises(BerichtOnbruikbaar, match=geval["weigert"]):
            stuur(gesprek, tekst, regio="nmd")
    else:
        controleer(geval, stuur(gesprek, tekst, regio="nmd"))
    assert stuur(gesprek, "wat is een startkwalificatie?", regio="nmd")[0].gedrag == "antwoord"


def controleer(geval: dict[str, Any], antwoorden: list[Antwoord]) -> None:
    """What a reply to strange input must be."""
    assert antwoorden
    alles = " ".join(a.model_dump_json() for a in antwoorden)
    assert [w for w in geval.get("mag_niet", []) if w in alles] == []
    assert "Traceback" not in alles
    if "gedrag" in geval:
        assert antwoorden[-1].gedrag in geval["gedrag"], antwoorden[-1].tekst
    routes = [a.advies.route for a in antwoorden if a.advies]
    if "route" in geval:
        assert routes[-1:] == [geval["route"]]
    if "niet_route" in geval:
        assert geval["niet_route"] not in routes


def test_een_fout_in_een_actie_wordt_een_bericht(
    assistent: Any, stuur: Callable[..., list[Antwoord]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.advice.service import Adviseur

    def stuk(*_: Any, **__: Any) -> None:
        raise RuntimeError("geheim binnenwerk")

    gesprek = assistent.nieuw_gesprek()
    with monkeypatch.context() as m:
        m.setattr(Adviseur, "adviseer", stuk)
        antwoorden = stuur(gesprek, "jongen van 17 op het pro in Assen wil gaan werken", regio="nmd")
    assert "storing" in antwoorden[-1].tekst
    assert "geheim" not in str(antwoorden)
    assert stuur(gesprek, "wat is een startkwalificatie?", regio="nmd")[-1].gedrag == "antwoord"


def test_een_knop_met_de_drie_naaste_onderwerpen(assistent: Any, stuur: Callable[..., list[Antwoord]]) -> None:
    """The second stage of the fallback: at most three topics to choose from, each a message that is answered."""
    gesprek = assistent.nieuw_gesprek()
    antwoord = stuur(gesprek, "overleg", regio="nmd")[-1]
    assert antwoord.gedrag in ("verduidelijk", "antwoord")
    assert 1 <= len(antwoord.knoppen) <= 3
    assert stuur(gesprek, antwoord.knoppen[0].bericht, regio="nmd")[-1].gedrag == "antwoord"


def test_zonder_model_zegt_de_assistent_hoe_het_te_maken(tmp_path: Path) -> None:
    with pytest.raises(ModelOntbreekt, match="routewijzer train"):
        Assistent(instellingen().model_copy(update={"model_map": tmp_path}))
