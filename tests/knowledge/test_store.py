from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from knowledge import kinds
from knowledge.files import CONTENT
from knowledge.publish import Bewerkingsconflict, PublicatieGeweigerd, Redactie, StapOngeldig
from knowledge.release import neem_uitgave_over
from knowledge.service import actuele_kennis, kennis_uit_bestanden, kennis_uit_database, kennisstand
from knowledge.store import lees_stukken
from storage.engine import open_engine
from storage.migrate import werk_bij

VANDAAG = dt.date.today()
WPDA = "contact-nmd-wpda"


@pytest.fixture(scope="module")
def gevuld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the shipped knowledge, to be copied."""
    pad = tmp_path_factory.mktemp("kennis") / "kennis.db"
    engine = open_engine(f"sqlite:///{pad}")
    werk_bij(engine)
    neem_uitgave_over(engine)
    engine.dispose()
    return pad


@pytest.fixture
def engine(gevuld: Path, tmp_path: Path) -> Engine:
    shutil.copy(gevuld, tmp_path / "kennis.db")
    return open_engine(f"sqlite:///{tmp_path / 'kennis.db'}")


@pytest.fixture
def redactie(engine: Engine) -> Redactie:
    return Redactie(engine)


def wijzig(redactie: Redactie, sleutel: str, **velden: Any) -> int:
    versie = redactie.concept("contact", sleutel, "An")
    return redactie.bewaar(versie.id, {**versie.inhoud, **velden}, versie.stand, "An").id


def publiceer(redactie: Redactie, sleutel: str, vanaf: dt.date | None = None, **velden: Any) -> int:
    id_ = wijzig(redactie, sleutel, **velden)
    redactie.bied_aan(id_)
    return redactie.publiceer(id_, "Bo", vanaf).id


def telefoon(redactie: Redactie, dag: dt.date = VANDAAG) -> str:
    return next(c.telefoon for c in redactie.kennis(dag=dag).contacten if c.id == WPDA)


def test_de_database_geeft_precies_de_meegeleverde_kennis(engine: Engine) -> None:
    uit_database, uit_bestanden = kennis_uit_database(engine), kennis_uit_bestanden()
    for deel in ("documenten", "items", "observaties", "indicatoren", "regios", "contacten", "regels", "invullingen"):
        assert getattr(uit_database, deel) == getattr(uit_bestanden, deel)


def test_een_tweede_start_leest_geen_yaml(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: Any, **__: Any) -> None:
        raise AssertionError("YAML gelezen")

    monkeypatch.setattr(yaml, "load", stop)
    assert neem_uitgave_over(engine) is None
    assert len(actuele_kennis(str(engine.url)).items) > 1000


def test_zonder_database_komt_de_kennis_uit_de_bestanden_en_ontstaat_er_geen_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'geen.db'}"
    assert kennisstand(url) is None
    assert len(actuele_kennis(url).items) > 1000
    assert not (tmp_path / "geen.db").exists()


def test_export_en_import_van_yaml_veranderen_niets(engine: Engine, tmp_path: Path) -> None:
    with Session(engine) as sessie:
        stukken = lees_stukken(sessie, VANDAAG)
    kinds.schrijf_map(tmp_path / "een", stukken)
    terug = kinds.lees_map(tmp_path / "een")
    assert terug == stukken == kinds.lees_map()
    kinds.schrijf_map(tmp_path / "twee", terug)
    assert kinds.maphash(tmp_path / "een") == kinds.maphash(tmp_path / "twee")


def test_concept_beoordeling_publicatie_en_niet_eerder_zichtbaar(redactie: Redactie) -> None:
    id_ = wijzig(redactie, WPDA, telefoon="0592 123 456")
    assert telefoon(redactie) == ""
    assert next(c.telefoon for c in redactie.kennis([id_]).contacten if c.id == WPDA) == "0592 123 456"
    redactie.bied_aan(id_)
    with pytest.raises(StapOngeldig, match="Iemand anders"):
        redactie.publiceer(id_, "An")
    redactie.publiceer(id_, "Bo")
    assert telefoon(redactie) == "0592 123 456"


def test_een_geplande_versie_geldt_pas_op_haar_dag(redactie: Redactie) -> None:
    morgen = VANDAAG + dt.timedelta(days=1)
    id_ = publiceer(redactie, WPDA, morgen, telefoon="0592 123 456")
    assert (telefoon(redactie), telefoon(redactie, morgen)) == ("", "0592 123 456")
    redactie.trek_in(id_, "Bo", "toch niet")
    assert telefoon(redactie, morgen) == ""


def test_een_oude_versie_is_terug_te_zetten_en_alles_blijft_bewaard(redactie: Redactie) -> None:
    publiceer(redactie, WPDA, telefoon="0592 123 456")
    eerste = redactie.versies("contact", WPDA)[-1]
    terug = redactie.herstel(eerste.id, "An")
    redactie.bied_aan(terug.id)
    redactie.publiceer(terug.id, "Bo")
    assert telefoon(redactie) == ""
    assert [(v.nr, v.inhoud.get("telefoon", "")) for v in redactie.versies("contact", WPDA)] == [
        (3, ""), (2, "0592 123 456"), (1, ""),
    ]  # fmt: skip


def test_twee_bewerkers_overschrijven_elkaar_niet(redactie: Redactie) -> None:
    versie = redactie.concept("contact", WPDA, "An")
    redactie.bewaar(versie.id, {**versie.inhoud, "telefoon": "0592 111 111"}, versie.stand, "An")
    with pytest.raises(Bewerkingsconflict) as fout:
        redactie.bewaar(versie.id, {**versie.inhoud, "telefoon": "0592 222 222"}, versie.stand, "Bo")
    assert fout.value.ander.inhoud["telefoon"] == "0592 111 111"
    assert fout.value.eigen["telefoon"] == "0592 222 222"


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"telefoon": "bel maar"}, "telefoonnummer"),
        ({"email": "geen adres"}, "e-mailadres"),
        ({"gemeenten": ["Groningen"]}, "geen gemeente van deze regio"),
        ({"geldig_van": "2026-12-01", "geldig_tot": "2026-01-01"}, "eindigt vóór"),
        ({"bronnen": [{"document": "bestaat-niet", "sectie": "1"}]}, "bestaat niet"),
    ],
)
def test_wat_niet_klopt_gaat_niet_live(redactie: Redactie, velden: dict[str, Any], melding: str) -> None:
    with pytest.raises(PublicatieGeweigerd, match=melding):
        publiceer(redactie, WPDA, **velden)
    assert redactie.versies("contact", WPDA)[0].status == "in-review"


def test_een_item_waar_iets_naar_verwijst_kan_niet_weg(redactie: Redactie) -> None:
    versie = redactie.archiveer("item", "nmd-route-pro-vso-arbeid", "An", "vervallen")
    redactie.bied_aan(versie.id)
    with pytest.raises(PublicatieGeweigerd, match="zie ook"):
        redactie.publiceer(versie.id, "Bo")


def test_een_nieuwe_uitgave_vernieuwt_alleen_wat_niemand_bewerkte(engine: Engine, tmp_path: Path) -> None:
    redactie = Redactie(engine)
    publiceer(redactie, WPDA, telefoon="0592 123 456")
    nieuw = tmp_path / "uitgave"
    shutil.copytree(CONTENT, nieuw)
    pad = nieuw / "nmd" / "contacten.yml"
    contacten = yaml.safe_load(pad.read_text(encoding="utf-8"))
    for c in contacten:
        c["toelichting"] = "Nieuw in deze uitgave."
    weg = contacten.pop()
    pad.write_text(yaml.safe_dump(contacten, allow_unicode=True), encoding="utf-8")
    overname = neem_uitgave_over(engine, nieuw)
    assert overname is not None
    assert overname.behouden == [f"contact {WPDA}"]
    assert overname.vervallen == [f"contact {weg['id']}"]
    assert len(overname.gewijzigd) == len(contacten) - 1
    assert telefoon(redactie) == "0592 123 456"
    assert neem_uitgave_over(engine, nieuw) is None


def test_een_gewijzigde_regel_geldt_vanaf_haar_datum_en_de_oude_ervoor(redactie: Redactie) -> None:
    versie = redactie.concept("regel", "hoofdroute.1", "An")
    rijen = [
        {**r, "als": {"leeftijd": {"van": 24, "tot": 27}}} if r["nummer"] == 2 else r for r in versie.inhoud["rijen"]
    ]
    redactie.bewaar(versie.id, {**versie.inhoud, "rijen": rijen}, versie.stand, "An")
    redactie.bied_aan(versie.id)
    straks = VANDAAG + dt.timedelta(days=30)
    redactie.publiceer(versie.id, "Bo", straks)
    tabellen = redactie.kennis().regels.tabellen
    assert [(t.versie, t.geldig_tot, t.rijen[1].als["leeftijd"]["van"]) for t in tabellen] == [
        (1, straks - dt.timedelta(days=1), 23),
        (2, None, 24),
    ]
    assert [t.versie for t in tabellen if t.geldt_op(VANDAAG)] == [1]
