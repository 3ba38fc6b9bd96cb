"""The site table, its limits, and what the server keeps of judgements."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from assistant.accounts.service import SESSIEKOEK
from assistant.sites import SITES, SitesOnleesbaar, Sitetabel, lees
from tests.web.gastheer import Gastheer


def bericht(adres: str, tekst: str = "Wat is RMC?", **koppen: str) -> httpx.Response:
    """A message in a new conversation."""
    with httpx.Client(base_url=f"{adres}/api/v1", headers=koppen, timeout=60) as klant:
        begin = klant.post("/gesprekken", json={})
        return (
            begin
            if begin.is_error
            else klant.post(f"/gesprekken/{begin.json()['gesprek_id']}/berichten", json={"tekst": tekst})
        )


def test_the_shipped_table_is_usable() -> None:
    assert {"routewijzer", "demo"} <= {s.sleutel for s in lees(SITES)}


@pytest.mark.parametrize(
    "regels",
    [
        "- {sleutel: A B, naam: x}",
        "- {sleutel: a, naam: x, oorsprongen: ['*']}",
        "- {sleutel: a, naam: x, oorsprongen: ['https://x.nl/pad']}",
        "- {sleutel: a, naam: x, thema: {--kleur: 'url(https://x.nl)'}}",
        "- {sleutel: a, naam: x, thema: {--kleur: 'red; color: blue'}}",
        "- {sleutel: a, naam: x, vreemd: 1}",
        "- {",
    ],
)
def test_an_unusable_table_says_why(tmp_path: Path, regels: str) -> None:
    bestand = tmp_path / "sites.yml"
    bestand.write_text(regels, encoding="utf-8")
    with pytest.raises(SitesOnleesbaar, match=r"sites\.yml"):
        lees(bestand)


def test_an_edited_table_counts_at_once(tmp_path: Path) -> None:
    bestand = tmp_path / "sites.yml"
    bestand.write_text("- {sleutel: a, naam: x}", encoding="utf-8")
    tabel = Sitetabel(bestand)
    bestand.write_text("- {sleutel: a, naam: x, gepauzeerd: true}", encoding="utf-8")
    os.utime(bestand, (1, 1))
    site = tabel.geef("a")
    assert site is not None
    assert not site.open_voor(ingelogd=True)


def test_a_broken_edit_leaves_the_table_as_it_was(tmp_path: Path) -> None:
    bestand = tmp_path / "sites.yml"
    bestand.write_text("- {sleutel: a, naam: x}", encoding="utf-8")
    tabel = Sitetabel(bestand)
    bestand.write_text("- {", encoding="utf-8")
    os.utime(bestand, (1, 1))
    assert tabel.geef("a") is not None
    bestand.unlink()
    assert tabel.geef("a") is not None


@pytest.mark.parametrize(
    ("site", "status"), [("routewijzer", 200), ("gast", 200), ("dicht", 503), ("inloggen", 401), ("onbekend", 404)]
)
def test_a_site_must_be_known_and_open(adres: str, site: str, status: int) -> None:
    assert bericht(adres, **{"Routewijzer-Site": site}).status_code == status


def test_a_site_that_needs_sign_in_opens_after_it(adres: str, sessie: Callable[[str], str]) -> None:
    with httpx.Client(base_url=adres, headers={"Routewijzer-Site": "inloggen"}, timeout=60) as klant:
        assert "moet u inloggen" in klant.get("/inbed/inloggen").text
        klant.cookies.set(SESSIEKOEK, sessie("mia"))
        assert klant.get("/api/v1/sites/inloggen").json()["open"]
        assert klant.post("/api/v1/gesprekken", json={}).status_code == 201
        assert "<routewijzer-chat" in klant.get("/inbed/inloggen").text


def test_an_origin_must_be_listed_for_that_site(adres: str, gast: Gastheer) -> None:
    assert bericht(adres, Origin=gast.adres, **{"Routewijzer-Site": "gast"}).status_code == 200
    assert bericht(adres, Origin=gast.adres, **{"Routewijzer-Site": "demo"}).status_code == 403
    assert bericht(adres, Origin="https://kwaad.nl").status_code == 403
    assert bericht(adres, Origin="null").status_code == 403


def test_only_listed_origins_get_permission_from_the_browser(adres: str, gast: Gastheer) -> None:
    vraag = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,routewijzer-site"}
    goed = httpx.options(f"{adres}/api/v1/gesprekken", headers={"Origin": gast.adres, **vraag})
    kwaad = httpx.options(f"{adres}/api/v1/gesprekken", headers={"Origin": "https://kwaad.nl", **vraag})
    assert goed.headers["access-control-allow-origin"] == gast.adres
    assert "access-control-allow-origin" not in kwaad.headers


def test_a_site_has_a_limit_of_its_own(adres: str) -> None:
    antwoorden = [bericht(adres, **{"Routewijzer-Site": "krap"}) for _ in range(2)]
    assert antwoorden[0].status_code == 200
    assert antwoorden[1].status_code == 429
    assert antwoorden[1].headers["retry-after"] == "60"


def test_a_judgement_is_kept_masked_and_goes_with_the_conversation(adres: str) -> None:
    with httpx.Client(base_url=f"{adres}/api/v1", timeout=60) as klant:
        gesprek = klant.post("/gesprekken", json={}).json()["gesprek_id"]
        pad = f"/gesprekken/{gesprek}/oordelen"
        oordeel = {"antwoord": 1, "goed": False, "reden": "onjuist", "toelichting": "Bel 06-12345678", "items": ["x"]}
        assert klant.post(pad, json=oordeel).status_code == 201
        assert klant.post(pad, json={"antwoord": 1, "goed": True}).status_code == 201
        assert klant.post(pad, json={"antwoord": 1, "goed": False}).status_code == 422
        assert klant.post(pad, json={"antwoord": 1, "goed": True, "reden": "anders"}).status_code == 422
        assert klant.delete(f"/gesprekken/{gesprek}").status_code == 204


def test_a_correction_is_checked(adres: str) -> None:
    with httpx.Client(base_url=f"{adres}/api/v1", timeout=60) as klant:
        gesprek = klant.post("/gesprekken", json={}).json()["gesprek_id"]
        for kenmerken in ({"leeftijd": 900}, {"vreemd": "x"}, {"onderwijs": "x"}, {}):
            antwoord = klant.post(f"/gesprekken/{gesprek}/berichten", json={"tekst": "Wijzig", "kenmerken": kenmerken})
            assert antwoord.status_code == 422
