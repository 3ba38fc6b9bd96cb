"""Single sign-on against a real provider on loopback, by HTTP and in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser
from pydantic import SecretStr, ValidationError
from sqlalchemy import Engine

from assistant.accounts.models import Aanmelding
from assistant.accounts.service import Accounts
from assistant.settings import Instellingen
from tests.console.inlogdienst import CLIENT, GEHEIM, Inlogdienst, draai, vrije_poort


@pytest.fixture(scope="module")
def provider() -> Iterator[Inlogdienst]:
    """One provider for all: making its keys takes longer than a test."""
    dienst = Inlogdienst(vrije_poort())
    server = draai(dienst.app(), dienst.poort)
    yield dienst
    server.should_exit = True


@pytest.fixture
def dienst(provider: Inlogdienst) -> Inlogdienst:
    provider.claims, provider.fout = {"sub": "s-1", "preferred_username": "an"}, ""
    return provider


@pytest.fixture
def console(console: FastAPI, dienst: Inlogdienst) -> FastAPI:
    keuzes = console.state.instellingen
    console.state.instellingen = keuzes.model_copy(update={
        "oidc_uitgever": dienst.adres, "oidc_client_id": CLIENT, "oidc_client_geheim": SecretStr(GEHEIM),
        "oidc_naam": "Noorderpoort",
    })  # fmt: skip
    return console


def log_in(console: FastAPI, dienst: Inlogdienst, vanaf: str = "/console") -> Any:
    """The way there and back, as a browser goes it."""
    klant = TestClient(console, base_url="http://localhost")
    assert "Log in via Noorderpoort" in klant.get("/console").text
    heen = klant.get("/console/eenmalig", params={"terug": vanaf}, follow_redirects=False)
    assert heen.headers["location"].startswith(f"{dienst.adres}/inloggen?")
    terug = httpx.get(heen.headers["location"].replace("/inloggen?", "/akkoord?"), follow_redirects=False)
    antwoord = klant.get(terug.headers["location"], follow_redirects=False)
    return klant, antwoord, terug.headers["location"]


def test_wie_bij_de_dienst_inlogt_is_in_de_console_zichzelf(console: FastAPI, dienst: Inlogdienst) -> None:
    klant, antwoord, _ = log_in(console, dienst)
    assert antwoord.status_code == 200
    koek = next(k for k in antwoord.headers.get_list("set-cookie") if k.startswith("routewijzer_sessie")).lower()
    assert "httponly" in koek and "samesite=strict" in koek
    assert "an · coördinator · Noord- en Midden-Drenthe" in klant.get("/console").text


@pytest.mark.parametrize(("vanaf", "verder"), [("/inbed/mijnschool", "/inbed/mijnschool"), ("//elders.nl", "/console")])
def test_wie_uit_de_chat_kwam_gaat_na_de_dienst_daarheen_terug_en_nergens_anders(
    console: FastAPI, dienst: Inlogdienst, vanaf: str, verder: str
) -> None:
    _, antwoord, _ = log_in(console, dienst, vanaf)
    assert f'content="0; url={verder}"' in antwoord.text


@pytest.mark.parametrize("fout", ["handtekening", "aud", "exp", "nonce", "iss", "state", "geweigerd"])
def test_een_token_dat_niet_klopt_opent_niets(console: FastAPI, dienst: Inlogdienst, fout: str) -> None:
    dienst.fout = fout
    klant, antwoord, _ = log_in(console, dienst)
    assert antwoord.status_code == 502
    assert "lukte niet" in antwoord.text
    assert klant.get("/console").status_code == 401


def test_een_terugkeer_werkt_een_keer_en_alleen_in_dezelfde_browser(console: FastAPI, dienst: Inlogdienst) -> None:
    klant, _, terug = log_in(console, dienst)
    assert klant.get(terug).status_code == 401
    assert TestClient(console, base_url="http://localhost").get(terug).status_code == 401


@pytest.mark.parametrize(
    ("claims", "actief", "melding"),
    [
        ({"sub": "s-9", "preferred_username": "onbekend"}, True, "Er is geen open account voor onbekend"),
        ({"sub": "s-9"}, True, "Er is geen open account"),
        ({"sub": "s-1", "preferred_username": "an"}, False, "Er is geen open account"),
    ],
)
def test_zonder_open_account_komt_niemand_binnen(
    console: FastAPI, dienst: Inlogdienst, engine: Engine, claims: dict[str, str], actief: bool, melding: str
) -> None:
    Accounts(engine).zet_actief("an", actief)
    dienst.claims = claims
    _, antwoord, _ = log_in(console, dienst)
    assert antwoord.status_code == 403
    assert melding in antwoord.text


def test_na_de_eerste_keer_telt_alleen_het_vaste_kenmerk(console: FastAPI, dienst: Inlogdienst, engine: Engine) -> None:
    log_in(console, dienst)
    dienst.claims = {"sub": "s-1", "preferred_username": "an-nieuw"}
    assert log_in(console, dienst)[1].status_code == 200
    dienst.claims = {"sub": "s-2", "preferred_username": "an"}
    assert log_in(console, dienst)[1].status_code == 403
    with engine.connect() as verbinding:
        assert verbinding.scalar(sa.select(sa.func.count()).select_from(Aanmelding)) == 1


def test_een_niet_bevestigd_adres_is_geen_naam(console: FastAPI, dienst: Inlogdienst, engine: Engine) -> None:
    console.state.instellingen = console.state.instellingen.model_copy(update={"oidc_claim": "email"})
    accounts = Accounts(engine)
    accounts.maak("an@school.nl", "coordinator", "nmd")
    dienst.claims = {"sub": "s-3", "email": "an@school.nl", "email_verified": False}
    assert "nog niet bevestigd" in log_in(console, dienst)[1].text
    dienst.claims["email_verified"] = True  # type: ignore[assignment]
    assert log_in(console, dienst)[1].status_code == 200


def test_een_onbereikbare_dienst_is_een_nederlandse_pagina(console: FastAPI, dienst: Inlogdienst) -> None:
    uit = {"oidc_uitgever": f"http://127.0.0.1:{vrije_poort()}"}
    console.state.instellingen = console.state.instellingen.model_copy(update=uit)
    antwoord = TestClient(console, base_url="http://localhost").get("/console/eenmalig")
    assert antwoord.status_code == 502
    assert "gebruik uw wachtwoord" in antwoord.text


@pytest.mark.parametrize(
    ("keuzes", "reden"),
    [
        ({"oidc_uitgever": "http://inloggen.school.nl", "oidc_client_id": "x", "oidc_client_geheim": "y"}, "https"),
        ({"oidc_uitgever": "https://inloggen.school.nl"}, "CLIENT_ID"),
    ],
)
def test_een_onveilige_of_halve_instelling_wordt_geweigerd(keuzes: dict[str, str], reden: str) -> None:
    with pytest.raises(ValidationError, match=reden):
        Instellingen(**keuzes)  # type: ignore[arg-type]


def test_in_een_echte_browser_gaat_het_van_site_naar_site_en_terug(
    console: FastAPI, dienst: Inlogdienst, browser: Browser
) -> None:
    """The provider is another site than the console, so that SameSite counts."""
    poort = vrije_poort()
    server = draai(console, poort)
    page = browser.new_context(locale="nl-NL", java_script_enabled=False).new_page()
    page.goto(f"http://localhost:{poort}/console")
    page.get_by_role("link", name="Log in via Noorderpoort").click()
    page.get_by_role("link", name="Ga akkoord").click()
    page.get_by_role("heading", name="Overzicht").wait_for()
    assert "an · coördinator" in page.content()
    server.should_exit = True
