from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import Engine

from knowledge.files import CONTENT
from knowledge.kinds import als_inhoud, als_yaml, lees_map, schrijf_map
from knowledge.publish import Redactie
from knowledge.store import Kennisversie

Als = Callable[[str], Any]
WPDA = "contact-nmd-wpda"


def stuur(klant: Any, naam: str, inhoud: bytes) -> Any:
    return klant.post("/console/uitwisseling/import", data={"csrf": klant.csrf}, files={"bestand": (naam, inhoud)})


@pytest.fixture
def boek(als: Als) -> bytes:
    return bytes(als("an").toon("/uitwisseling/export?vorm=xlsx&regio=nmd").content)


def gewijzigd(boek: bytes, blad: str, kolom: str, waarde: Any, rij: int = 2) -> bytes:
    werk, uit = load_workbook(io.BytesIO(boek)), io.BytesIO()
    kolommen = [c.value for c in werk[blad][1]]
    werk[blad].cell(rij, kolommen.index(kolom) + 1).value = waarde
    werk.save(uit)
    return uit.getvalue()


def versies(engine: Engine) -> int:
    with engine.connect() as verbinding:
        return len(list(verbinding.execute(Kennisversie.__table__.select())))


def test_yaml_naar_buiten_is_gelijk_aan_wat_is_meegeleverd_en_terug_verandert_niets(als: Als, tmp_path: Path) -> None:
    baas = als("baas")
    inhoud = baas.toon("/uitwisseling/export?vorm=yaml").content
    zipfile.ZipFile(io.BytesIO(inhoud)).extractall(tmp_path)
    nieuw, oud = ([(s.soort, s.sleutel, s.hash) for s in lees_map(m)] for m in (tmp_path, CONTENT))
    assert sorted(nieuw) == sorted(oud)
    assert "gelijk aan wat al geldt" in stuur(baas, "alles.zip", inhoud).text


def test_een_regio_als_werkboek_heeft_een_blad_per_soort_en_ongewijzigd_terug_is_er_niets(
    als: Als, boek: bytes
) -> None:
    assert {"item", "contact", "cijfer", "invulling"} <= set(load_workbook(io.BytesIO(boek)).sheetnames)
    assert "gelijk aan wat al geldt" in stuur(als("an"), "nmd.xlsx", boek).text


def test_een_werkboek_wordt_een_voorstel_dat_een_ander_als_geheel_publiceert(
    als: Als, boek: bytes, engine: Engine
) -> None:
    an, bo = als("an"), als("bo")
    anders = gewijzigd(gewijzigd(boek, "contact", "telefoon", "0592 123 456"), "contact", "telefoon", "0592 654 321", 3)
    pagina = stuur(an, "nmd.xlsx", anders)
    pad = pagina.url.path.removeprefix("/console")
    assert "2 records" in pagina.text
    assert an.stuur(f"{pad}/publiceren").status_code == 409
    assert bo.stuur(f"{pad}/publiceren").status_code == 200
    nummers = {c.telefoon for c in Redactie(engine).kennis().contacten}
    assert {"0592 123 456", "0592 654 321"} <= nummers


def test_een_voorstel_met_een_bezwaar_gaat_in_zijn_geheel_niet_door(als: Als, boek: bytes, engine: Engine) -> None:
    an, bo = als("an"), als("bo")
    half = gewijzigd(gewijzigd(boek, "contact", "telefoon", "0592 123 456"), "contact", "telefoon", "bel maar", 3)
    pad = stuur(an, "nmd.xlsx", half).url.path.removeprefix("/console")
    geweigerd = bo.stuur(f"{pad}/publiceren")
    assert geweigerd.status_code == 409
    assert "telefoonnummer klopt niet" in geweigerd.text
    assert not any(c.telefoon for c in Redactie(engine).kennis().contacten if c.regio == "nmd")
    bo.stuur(f"{pad}/intrekken")
    assert {v.status for v in Redactie(engine).bundel(pad.split("/")[-1])} == {"ingetrokken"}


@pytest.mark.parametrize(
    ("blad", "kolom", "waarde", "mis", "doe"),
    [
        ("contact", "geldig_van", "31-02-2026", "geen datum die bestaat", "Schrijf hem als 2027-01-31"),
        ("contact", "regio", "groningen", "geen keuze", "nmd"),
        ("item", "titel", None, "verplicht", "Vul het in"),
        ("item", "bronnen", None, "verplicht", "Vul het in"),
        ("cijfer", "waarde", "veel", "getal", "Vul de cel"),
        ("contact", "te_bevestigen", "misschien", "ja of nee", "Vergelijk"),
    ],
)
def test_een_fout_werkboek_geeft_een_rapport_en_verandert_niets(
    als: Als, boek: bytes, engine: Engine, blad: str, kolom: str, waarde: Any, mis: str, doe: str
) -> None:
    eerder = versies(engine)
    antwoord = stuur(als("an"), "nmd.xlsx", gewijzigd(boek, blad, kolom, waarde))
    assert antwoord.status_code == 422
    rij = re.search(
        rf"<tr><td>{blad}</td><td class=\"nr\">2</td><td>{kolom}</td><td>([^<]*)</td><td>([^<]*)</td>", antwoord.text
    )
    assert rij, antwoord.text
    assert mis in rij[1]
    assert doe in rij[2]
    assert versies(engine) == eerder


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("kapot.xlsx", b"PK geen werkboek", "geen leesbaar Excel-werkboek"),
        ("kapot.zip", b"PK geen zip", "geen leesbaar zip-bestand"),
        ("tekst.txt", b"hallo", "geen leesbaar Excel-werkboek"),
    ],
)
def test_een_kapot_bestand_wordt_uitgelegd(als: Als, naam: str, inhoud: bytes, melding: str) -> None:
    antwoord = stuur(als("an"), naam, inhoud)
    assert antwoord.status_code == 422
    assert melding in antwoord.text


@pytest.mark.parametrize("pad", ["../../uit.yml", "nmd/../../uit.yml", "/etc/uit.yml", "nmd/uit.sh"])
def test_een_zip_kan_niets_buiten_de_map_schrijven(als: Als, pad: str) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr(pad, "- id: x")
    antwoord = stuur(als("an"), "kwaad.zip", uit.getvalue())
    assert antwoord.status_code == 422
    assert "hoort niet in de map" in antwoord.text


def test_de_kennis_van_een_ander_kan_niet_met_een_werkboek_worden_gewijzigd(als: Als, boek: bytes) -> None:
    antwoord = stuur(als("ax"), "nmd.xlsx", gewijzigd(boek, "contact", "telefoon", "0592 123 456"))
    assert antwoord.status_code == 422
    assert "u houdt Noord- en Midden-Drenthe niet bij" in antwoord.text


def test_een_import_overschrijft_geen_concept_van_een_ander(als: Als, boek: bytes, engine: Engine) -> None:
    an, bo = als("an"), als("bo")
    an.stuur(f"/kennis/contact/{WPDA}/concept")
    rij = next(
        i
        for i, s in enumerate([s for s in lees_map() if s.soort == "contact" and s.gebied == "nmd"], 2)
        if s.sleutel == WPDA
    )
    eerder = versies(engine)
    antwoord = stuur(bo, "nmd.xlsx", gewijzigd(boek, "contact", "telefoon", "0592 123 456", rij))
    assert antwoord.status_code == 422
    assert f"contact {WPDA}" in antwoord.text
    assert versies(engine) == eerder


def test_een_nieuwe_rij_wordt_een_nieuw_record(als: Als, boek: bytes, engine: Engine) -> None:
    werk, uit = load_workbook(io.BytesIO(boek)), io.BytesIO()
    blad = werk["contact"]
    rij = [c.value for c in blad[2]]
    rij[0] = "contact-nmd-nieuw"
    blad.append(rij)
    werk.save(uit)
    pad = stuur(als("an"), "nmd.xlsx", uit.getvalue()).url.path.removeprefix("/console")
    als("bo").stuur(f"{pad}/publiceren")
    nieuw = next(c for c in Redactie(engine).kennis().contacten if c.id == "contact-nmd-nieuw")
    assert als_inhoud(nieuw)["regio"] == "nmd"


def zip_met(bestand: str, inhoud: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr(bestand, inhoud)
    return uit.getvalue()


def test_een_record_van_een_ander_komt_niet_binnen_onder_de_eigen_map(als: Als, engine: Engine) -> None:
    """The region of the folder says nothing about the record: both must be one's own."""
    vreemd = next(s for s in lees_map() if s.soort == "contact" and s.gebied == "achterhoek")
    anders = als_yaml([{**vreemd.inhoud, "telefoon": "0592 123 456"}])
    eerder = versies(engine)
    antwoord = stuur(als("an"), "nmd.zip", zip_met("nmd/contacten.yml", anders))
    assert antwoord.status_code == 422
    assert "u houdt Achterhoek niet bij" in antwoord.text
    assert versies(engine) == eerder


@pytest.mark.parametrize("bestand", ["../../uit.yml", "/etc/uit.yml", "nmd/regio.yml", "nmd/contacten.txt"])
def test_een_werkboek_kan_geen_ander_bestand_aanwijzen(als: Als, boek: bytes, bestand: str) -> None:
    antwoord = stuur(als("an"), "nmd.xlsx", gewijzigd(boek, "contact", "in bestand", bestand))
    assert antwoord.status_code == 422
    assert "is geen bestand voor dit blad" in antwoord.text


def test_een_deel_van_een_voorstel_gaat_niet_los_live(als: Als, boek: bytes, engine: Engine) -> None:
    an, bo = als("an"), als("bo")
    bundel = stuur(an, "nmd.xlsx", gewijzigd(boek, "contact", "telefoon", "0592 123 456")).url.path.split("/")[-1]
    deel = Redactie(engine).bundel(bundel)[0]
    for daad in ("publiceren", "teruggeven", "intrekken"):
        geweigerd = bo.stuur(f"/versies/{deel.id}/{daad}")
        assert geweigerd.status_code == 409
        assert "beoordeel het als geheel" in geweigerd.text
    assert Redactie(engine).bundel(bundel)[0].status == "in-review"


def test_twee_invullingen_van_een_regio_gaan_heen_en_terug(tmp_path: Path) -> None:
    nu = next(s for s in lees_map() if s.soort == "invulling" and s.gebied == "nmd")
    straks = replace(nu, sleutel="nmd-2030", record=nu.record.model_copy(update={"id": "nmd-2030"}))
    schrijf_map(tmp_path, [nu, straks])
    assert {(s.sleutel, s.hash) for s in lees_map(tmp_path)} == {(s.sleutel, s.hash) for s in (nu, straks)}


def test_een_werkboek_dat_uitgepakt_veel_te_groot_is_wordt_niet_geopend(als: Als) -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief, archief.open("xl/sheet.xml", "w") as deel:
        for _ in range(101):
            deel.write(b"0" * 1_000_000)
    antwoord = stuur(als("an"), "bom.xlsx", uit.getvalue())
    assert antwoord.status_code == 422
    assert "uitgepakt te groot" in antwoord.text
