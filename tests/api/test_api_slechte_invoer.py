"""Requests that cannot be used get a problem in Dutch, and the next request is answered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

GEVALLEN = yaml.safe_load(Path(__file__).with_name("slechte_invoer.yml").read_text(encoding="utf-8"))
ENGELS = re.compile(
    r"(?i)\b(should|must|input|required|valid|expected|error|exception|traceback|not found|allowed|character|greater|less)\b"
)


def als_probleem(antwoord: Any) -> dict[str, Any]:
    """The problem in an answer, after checking that it has the agreed form and nothing of the machinery."""
    assert antwoord.headers["content-type"] == "application/problem+json", antwoord.text
    probleem: dict[str, Any] = antwoord.json()
    assert probleem.keys() >= {"type", "title", "status", "detail", "velden"}
    assert probleem["status"] == antwoord.status_code
    assert probleem["type"].startswith("urn:routewijzer:probleem:")
    assert probleem["title"]
    for tekst in (probleem["title"], probleem["detail"], *(v["reden"] for v in probleem["velden"])):
        assert not ENGELS.search(tekst), tekst
        assert "File " not in tekst
        assert ".py" not in tekst
    return probleem


@pytest.mark.parametrize("geval", GEVALLEN, ids=[g["naam"] for g in GEVALLEN])
def test_onbruikbaar_verzoek_krijgt_een_nederlands_probleem(klant: Any, geval: dict[str, Any]) -> None:
    pad = geval["pad"].replace("{gesprek}", klant.gesprek()) if "{gesprek}" in geval["pad"] else geval["pad"]
    bij: dict[str, Any] = {"json": geval["json"]} if "json" in geval else {}
    if "ruw" in geval:
        bij = {"content": geval["ruw"], "headers": {"content-type": "application/json"}}
    elif geval.get("binair"):
        bij = {"content": bytes(range(256)), "headers": {"content-type": "application/json"}}
    elif "lang" in geval:
        bij = {"json": {"tekst": "school " * (geval["lang"] // 7)}}
    antwoord = klant.vraag(geval["methode"], pad, **bij)
    probleem = als_probleem(antwoord)
    assert antwoord.status_code == geval["status"], probleem
    if "veld" in geval:
        assert geval["veld"] in {v["veld"].split(".")[-1] for v in probleem["velden"]}, probleem


def test_een_veel_te_groot_lichaam_wordt_geweigerd(klant: Any) -> None:
    antwoord = klant.post(f"/gesprekken/{klant.gesprek()}/berichten", json={"tekst": "a" * 600_000})
    assert antwoord.status_code == 413
    als_probleem(antwoord)


def test_een_onverwachte_fout_toont_geen_binnenwerk(klant: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    async def stuk(*_: Any, **__: Any) -> None:
        raise RuntimeError("geheim binnenwerk")

    with monkeypatch.context() as m:
        m.setattr(klant.app.state.assistent, "beurt", stuk)
        antwoord = klant.post(f"/gesprekken/{klant.gesprek()}/berichten", json={"tekst": "hallo"})
    assert antwoord.status_code == 500
    assert "geheim" not in str(als_probleem(antwoord))
    assert klant.zeg(klant.gesprek(), "hallo")[0]["gedrag"] == "smalltalk"


def test_een_kop_met_een_onzinnige_lengte_geeft_een_probleem(klant: Any) -> None:
    antwoord = klant.post("/gesprekken", content=b"{}", headers={"content-length": "veel"})
    als_probleem(antwoord)
