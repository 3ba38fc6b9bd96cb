"""Questions about cases over HTTP: for who is signed in, within the rights of that account, checked in every turn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from assistant.accounts.service import SESSIEKOEK, Accounts
from assistant.cases.service import Zaken
from assistant.settings import instellingen
from storage.engine import open_engine

WACHTWOORD = "een heel lang wachtwoord"
VRAAG = "hoe staat het met NMD-0042?"
GEVRAAGD = (
    VRAAG,
    "hoeveel jongeren zitten er op de route dagbesteding?",
    "welke jongeren worden binnen zes maanden 23?",
    "welke zaken hebben nog geen vaste begeleider?",
)
MENSEN = {
    "mia": ("mentor", "nmd"), "dee": ("decaan", None), "nel": ("coordinator", "nmd"), "ach": ("coordinator", "achterhoek"),
    "alle": ("coordinator", None), "baas": ("beheerder", None),
}  # fmt: skip
Koppen = dict[str, str]


@pytest.fixture(scope="module")
def accounts(app: Any) -> Accounts:
    """The accounts of the application, with one person per role and region."""
    accounts = Accounts(open_engine(instellingen().database_url))
    bekend = {a.naam for a in accounts.alle()}
    for naam, (rol, regio) in MENSEN.items():
        if naam not in bekend:
            accounts.kies_wachtwoord(accounts.maak(naam, rol, regio), WACHTWOORD)
    return accounts


@pytest.fixture
def als(accounts: Accounts) -> Callable[..., Koppen]:
    """The headers that a page of ours sends for somebody who has just signed in."""

    def log_in(naam: str, **anders: str) -> Koppen:
        sleutel = accounts.log_in(naam, WACHTWOORD)
        persoon = accounts.wie(sleutel)
        assert persoon is not None
        return {"Cookie": f"{SESSIEKOEK}={sleutel}", "Routewijzer-Csrf": persoon.csrf, **anders}

    return log_in


def vraag(klant: Any, koppen: Koppen, tekst: str = VRAAG, gesprek: str | None = None) -> dict[str, Any]:
    """The answer to one question."""
    pad = f"/gesprekken/{gesprek or klant.gesprek()}/berichten"
    antwoord = klant.post(pad, json={"tekst": tekst}, headers=koppen)
    assert antwoord.status_code == 200, antwoord.text
    return dict(antwoord.json()["antwoorden"][0])


@pytest.mark.parametrize("tekst", GEVRAAGD)
def test_zonder_aanmelding_komt_er_een_vraag_om_in_te_loggen(klant: Any, tekst: str) -> None:
    antwoord = vraag(klant, {}, tekst)
    assert (antwoord["gedrag"], antwoord["inloggen"], antwoord["zaken"]) == ("buiten-bereik", True, False)
    assert "na inloggen" in antwoord["tekst"]


@pytest.mark.parametrize("tekst", GEVRAAGD)
def test_wie_is_ingelogd_krijgt_antwoord_ook_over_het_netwerk(
    klant: Any, als: Callable[..., Koppen], tekst: str
) -> None:
    antwoord = vraag(klant, als("alle", host="routewijzer.voorbeeld.nl"), tekst)
    assert (antwoord["gedrag"], antwoord["inloggen"], antwoord["zaken"]) == ("antwoord", False, True)
    assert "synthetisch" in antwoord["tekst"]


@pytest.mark.parametrize(
    ("naam", "mag"), [("mia", False), ("dee", False), ("nel", True), ("alle", True), ("baas", True)]
)
def test_dezelfde_rollen_zien_zaken_als_in_de_console(
    klant: Any, als: Callable[..., Koppen], naam: str, mag: bool
) -> None:
    antwoord = vraag(klant, als(naam))
    assert antwoord["zaken"] is mag
    assert antwoord["inloggen"] is False
    assert ("synthetisch" in antwoord["tekst"]) is mag
    assert mag or "uw account mag geen zaken inzien" in antwoord["tekst"]


def test_een_account_van_een_regio_ziet_geen_andere_regio(klant: Any, als: Callable[..., Koppen]) -> None:
    koppen = als("ach")
    for tekst in (
        VRAAG,
        "hoeveel jongeren zitten er in Assen op de route mbo2-arbeid",
        "welke zaken in Assen hebben geen begeleider",
    ):
        antwoord = vraag(klant, koppen, tekst)
        assert antwoord["gedrag"] == "weet-niet", tekst
        assert "alleen zaken van de regio Achterhoek" in antwoord["tekst"]
        assert "synthetisch" not in antwoord["tekst"]
    gesprek = klant.gesprek("nmd")
    assert "NMD-" not in vraag(klant, koppen, "welke zaken hebben nog geen vaste begeleider?", gesprek)["tekst"]


def test_of_een_zaak_elders_bestaat_is_niet_te_zien(klant: Any, als: Callable[..., Koppen]) -> None:
    koppen = als("ach")
    bestaat, bestaat_niet = (vraag(klant, koppen, f"hoe staat het met {s}?")["tekst"] for s in ("NMD-0041", "NMD-9941"))
    assert bestaat.replace("0041", "9941") == bestaat_niet


@pytest.mark.parametrize(
    "anders",
    [
        {"Routewijzer-Csrf": "vreemd"},
        {"Routewijzer-Csrf": ""},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site"},
        {"Cookie": f"{SESSIEKOEK}=geraden"},
    ],
)
def test_een_koek_alleen_opent_niets(klant: Any, als: Callable[..., Koppen], anders: Koppen) -> None:
    assert vraag(klant, als("alle", **anders))["inloggen"]


def test_een_andere_site_komt_er_met_koek_en_merk_niet_in(klant: Any, als: Callable[..., Koppen]) -> None:
    koppen = als("alle", origin="https://kwaad.voorbeeld")
    assert (
        klant.post(f"/gesprekken/{klant.gesprek()}/berichten", json={"tekst": VRAAG}, headers=koppen).status_code == 403
    )
    gegevens = klant.get("/sites/routewijzer", headers=koppen)
    assert gegevens.status_code == 403


def test_uitloggen_sluiten_of_verlopen_geldt_vanaf_de_volgende_beurt(
    klant: Any, als: Callable[..., Koppen], accounts: Accounts
) -> None:
    einde: dict[str, Callable[[Koppen], None]] = {
        "uitgelogd": lambda k: accounts.log_uit(k["Cookie"].partition("=")[2]),
        "gesloten": lambda _: accounts.zet_actief("nel", False),
        "verlopen": lambda _: _verloop(accounts),
    }
    for wat, sluit in einde.items():
        koppen, gesprek = als("nel"), klant.gesprek()
        assert vraag(klant, koppen, gesprek=gesprek)["zaken"], wat
        sluit(koppen)
        assert vraag(klant, koppen, gesprek=gesprek)["inloggen"], wat
        accounts.zet_actief("nel", True)


def _verloop(accounts: Accounts) -> None:
    with accounts._engine.begin() as verbinding:
        verbinding.execute(sa.text("update sessie set verloopt = '2020-01-01 00:00:00'"))


def test_een_andere_rol_geldt_vanaf_de_volgende_beurt(
    klant: Any, als: Callable[..., Koppen], accounts: Accounts
) -> None:
    koppen = als("nel")
    accounts.wijzig("nel", "mentor", "nmd")
    assert not vraag(klant, koppen)["zaken"]
    accounts.wijzig("nel", "coordinator", "nmd")
    assert vraag(klant, koppen)["zaken"]


def test_wie_het_nummer_van_een_gesprek_heeft_leest_er_geen_zaken_in(klant: Any, als: Callable[..., Koppen]) -> None:
    gesprek = klant.gesprek("nmd")
    gelezen = vraag(klant, als("nel"), gesprek=gesprek)["tekst"]
    eerste_regel = gelezen.splitlines()[0]
    for tekst in (VRAAG, "herhaal dat nog eens", "waarom?", "waar staat dat?", "en wie is de begeleider?"):
        gezegd = str(klant.zeg(gesprek, tekst))
        assert "Wordt 23 op" not in gezegd
        assert eerste_regel not in gezegd


def test_een_gesprek_bewaart_niet_wat_er_over_zaken_is_gelezen_en_niet_door_wie(
    klant: Any, als: Callable[..., Koppen]
) -> None:
    gesprek = klant.gesprek("nmd")
    assert "Vaste begeleider" in vraag(klant, als("nel"), gesprek=gesprek)["tekst"]
    with open_engine(instellingen().database_url).connect() as verbinding:
        zoek = sa.text("select data from events where sender_id = :id")
        bewaard = " ".join(verbinding.execute(zoek, {"id": gesprek}).scalars())
    assert "[antwoord over zaken]" in bewaard
    for woord in ("Vaste begeleider", "synthetisch", '"wie"', '"nel"'):
        assert woord not in bewaard


def test_het_auditspoor_noemt_wie_welke_zaak_las(klant: Any, als: Callable[..., Koppen], accounts: Accounts) -> None:
    vraag(klant, als("nel"))
    vraag(klant, als("mia"))
    vraag(klant, {})
    gelezen = [(r.wie, r.waarop) for r in accounts.audit.laatste() if r.wat == "zaken gelezen"]
    assert gelezen[0] == ("nel", "NMD-0042")
    assert not {"mia", "chat op deze machine"} & {wie for wie, _ in gelezen}


def test_een_vraag_over_een_onbekende_zaak_komt_niet_in_het_postvak(klant: Any, als: Callable[..., Koppen]) -> None:
    assert "geen zaak NMD-9999" in vraag(klant, als("nel"), "status van NMD-9999")["tekst"]
    with open_engine(instellingen().database_url).connect() as verbinding:
        tabel = sa.Table("onbeantwoord", sa.MetaData(), autoload_with=verbinding)
        assert "9999" not in str(verbinding.execute(sa.select(tabel)).all())


def test_de_site_zegt_alleen_aan_de_eigen_pagina_wie_is_ingelogd(klant: Any, als: Callable[..., Koppen]) -> None:
    koppen = als("nel")
    hier = klant.get("/sites/routewijzer", headers=koppen).json()
    zuster = klant.get("/sites/routewijzer", headers={**koppen, "sec-fetch-site": "same-site"}).json()
    niemand = klant.get("/sites/routewijzer").json()
    assert hier["aanmelding"] == {"naam": "nel", "csrf": koppen["Routewijzer-Csrf"]}
    assert zuster["aanmelding"] is niemand["aanmelding"] is None
    assert niemand["inloggen"] == "mag"


def test_zaken_kunnen_helemaal_uit(klant: Any, als: Callable[..., Koppen], monkeypatch: pytest.MonkeyPatch) -> None:
    for keuzes in {id(k): k for k in (instellingen(), klant.app.state.instellingen)}.values():
        monkeypatch.setattr(keuzes, "zaken_in_chat", False)
    for koppen in ({}, als("nel")):
        antwoord = vraag(klant, koppen)
        assert "staan in deze installatie uit" in antwoord["tekst"]
        assert not antwoord["inloggen"]
    assert klant.get("/sites/routewijzer").json()["inloggen"] == "nee"


def test_een_kapotte_database_geeft_een_nette_melding(
    klant: Any, als: Callable[..., Koppen], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: Any) -> None:
        raise sa.exc.OperationalError("select", {}, OSError("disk I/O error"))

    koppen = als("alle")
    with monkeypatch.context() as m:
        m.setattr(Zaken, "stand", stuk)
        assert "storing" in vraag(klant, koppen)["tekst"]
    assert "NMD-0042" in vraag(klant, koppen)["tekst"]
