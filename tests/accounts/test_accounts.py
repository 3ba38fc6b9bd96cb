from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from assistant.accounts import service
from assistant.accounts.models import Gebruiker, Sessie, Uitnodiging
from assistant.accounts.service import AccountOngeldig, Accounts, InloggenMislukt, Persoon
from storage.engine import open_engine
from storage.migrate import werk_bij

WACHTWOORD = "een heel lang wachtwoord"


@pytest.fixture
def engine(tmp_path: Path) -> sa.Engine:
    engine = open_engine(f"sqlite:///{tmp_path / 'accounts.db'}")
    werk_bij(engine)
    return engine


@pytest.fixture
def accounts(engine: sa.Engine) -> Accounts:
    accounts = Accounts(engine)
    accounts.kies_wachtwoord(accounts.maak("An", "coordinator", "nmd"), WACHTWOORD)
    return accounts


def test_wie_inlogt_is_bekend_met_rol_en_regio_tot_zij_uitlogt(accounts: Accounts) -> None:
    sleutel = accounts.log_in("an", WACHTWOORD)
    persoon = accounts.wie(sleutel)
    assert persoon is not None
    assert (persoon.naam, persoon.rol, persoon.regio) == ("an", "coordinator", "nmd")
    accounts.log_uit(sleutel)
    assert accounts.wie(sleutel) is None


def test_wachtwoord_en_sleutels_staan_nergens_leesbaar(accounts: Accounts, engine: sa.Engine) -> None:
    sleutel = accounts.log_in("an", WACHTWOORD)
    with Session(engine) as sessie:
        assert str(sessie.scalar(sa.select(Gebruiker.wachtwoord))).startswith("$argon2id$")
        assert sessie.scalar(sa.select(Sessie.sleutel)) != sleutel


def test_vijf_foute_pogingen_sluiten_het_account_ook_voor_het_goede_wachtwoord(accounts: Accounts) -> None:
    for _ in range(5):
        with pytest.raises(InloggenMislukt, match="klopt niet"):
            accounts.log_in("an", "fout")
    with pytest.raises(InloggenMislukt, match="Wacht een kwartier"):
        accounts.log_in("an", WACHTWOORD)


def test_na_een_kwartier_gaat_het_account_weer_open(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(5):
        with pytest.raises(InloggenMislukt):
            accounts.log_in("an", "fout")
    straks = service._nu() + dt.timedelta(minutes=16)
    monkeypatch.setattr(service, "_nu", lambda: straks)
    assert accounts.log_in("an", WACHTWOORD)


def test_een_onbekende_naam_krijgt_hetzelfde_antwoord(accounts: Accounts) -> None:
    with pytest.raises(InloggenMislukt, match=r"Naam of wachtwoord klopt niet\."):
        accounts.log_in("niemand", WACHTWOORD)


def test_een_link_werkt_een_keer(accounts: Accounts) -> None:
    sleutel = accounts.maak("Bo", "beheerder")
    assert accounts.uitgenodigd(sleutel) == "bo"
    accounts.kies_wachtwoord(sleutel, WACHTWOORD)
    with pytest.raises(AccountOngeldig, match="al gebruikt"):
        accounts.kies_wachtwoord(sleutel, WACHTWOORD)


def test_een_link_verloopt(accounts: Accounts, engine: sa.Engine) -> None:
    sleutel = accounts.maak("Bo", "beheerder")
    with Session(engine) as sessie, sessie.begin():
        sessie.execute(sa.update(Uitnodiging).values(verloopt=dt.datetime(2020, 1, 1)))
    assert accounts.uitgenodigd(sleutel) is None


def test_een_kort_wachtwoord_wordt_geweigerd_en_de_link_blijft_bruikbaar(accounts: Accounts) -> None:
    sleutel = accounts.maak("Bo", "beheerder")
    with pytest.raises(AccountOngeldig, match="12 tekens"):
        accounts.kies_wachtwoord(sleutel, "kort")
    assert accounts.uitgenodigd(sleutel) == "bo"


def test_de_eerste_beheerder_krijgt_een_link_zolang_niemand_kan_inloggen(engine: sa.Engine) -> None:
    accounts = Accounts(engine)
    eerste, tweede = accounts.eerste_beheerder(), accounts.eerste_beheerder()
    assert eerste and tweede and accounts.uitgenodigd(eerste) is None
    accounts.kies_wachtwoord(tweede, WACHTWOORD)
    assert accounts.eerste_beheerder() is None


def test_een_gesloten_account_is_meteen_uitgelogd(accounts: Accounts) -> None:
    sleutel = accounts.log_in("an", WACHTWOORD)
    accounts.zet_actief("an", False)
    assert accounts.wie(sleutel) is None
    with pytest.raises(InloggenMislukt):
        accounts.log_in("an", WACHTWOORD)


@pytest.mark.parametrize("daad", ["UPDATE auditregel SET wie = 'x'", "DELETE FROM auditregel"])
def test_het_auditspoor_kan_alleen_groeien(accounts: Accounts, engine: sa.Engine, daad: str) -> None:
    with pytest.raises(sa.exc.DatabaseError, match="alleen groeien"), engine.begin() as verbinding:
        verbinding.execute(sa.text(daad))
    assert {r.wat for r in accounts.audit.laatste()} >= {"account gemaakt", "wachtwoord gekozen"}


@pytest.mark.parametrize(
    ("rol", "regio", "gebied", "mag"),
    [
        ("mentor", None, "nmd", False),
        ("decaan", "nmd", "nmd", False),
        ("coordinator", "nmd", "nmd", True),
        ("coordinator", "nmd", "achterhoek", False),
        ("coordinator", "nmd", "landelijk", False),
        ("coordinator", None, "landelijk", True),
        ("beheerder", None, "achterhoek", True),
    ],
)
def test_wie_wat_mag_bewerken(rol: str, regio: str | None, gebied: str, mag: bool) -> None:
    assert Persoon("x", rol, regio).mag_bewerken(gebied) is mag  # type: ignore[arg-type]


def test_de_enige_beheerder_kan_niet_weg(accounts: Accounts) -> None:
    accounts.maak("baas", "beheerder")
    with pytest.raises(AccountOngeldig, match="de enige beheerder"):
        accounts.zet_actief("baas", False)
    with pytest.raises(AccountOngeldig, match="de enige beheerder"):
        accounts.wijzig("baas", "mentor")
    accounts.maak("tweede", "beheerder")
    accounts.zet_actief("baas", False)
    with pytest.raises(AccountOngeldig, match="de enige beheerder"):
        accounts.zet_actief("tweede", False)


def test_een_gesloten_account_heeft_geen_open_link(accounts: Accounts) -> None:
    sleutel = accounts.maak("cor", "mentor")
    accounts.zet_actief("cor", False)
    assert accounts.uitgenodigd(sleutel) is None


def test_de_stand_van_een_account(accounts: Accounts) -> None:
    accounts.maak("cor", "mentor")
    for _ in range(5):
        with pytest.raises(InloggenMislukt):
            accounts.log_in("an", "fout")
    assert {a.naam: a.staat for a in accounts.alle()} == {"an": "op-slot", "cor": "uitgenodigd"}
    accounts.zet_actief("cor", False)
    assert accounts.account(2).staat == "gesloten"


def test_wie_via_een_organisatie_inlogt_heeft_geen_wachtwoord_nodig(accounts: Accounts) -> None:
    accounts.maak("cor", "mentor")
    accounts.log_in_via("https://school.nl", "s-1", "cor")
    cor = accounts.account(2)
    assert cor.staat == "actief" and cor.laatst_ingelogd is not None
