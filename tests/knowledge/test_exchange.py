from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from knowledge.exchange import ImportGeweigerd, WerkboekOnleesbaar, lees_werkboek, schrijf_werkboek
from knowledge.kinds import Stuk, lees_map


@pytest.fixture(scope="module")
def stukken() -> list[Stuk]:
    return lees_map()


@pytest.fixture(scope="module")
def boek(stukken: list[Stuk], tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("werkboek") / "kennis.xlsx"
    schrijf_werkboek(pad, stukken)
    return pad


def test_naar_excel_en_terug_verandert_niets(stukken: list[Stuk], boek: Path) -> None:
    def kern(s: Stuk) -> tuple[str, str, str, str, str]:
        return s.soort, s.sleutel, s.gebied, s.bestand, s.hash

    assert sorted(map(kern, lees_werkboek(boek))) == sorted(map(kern, stukken))


def test_wat_met_een_is_gelijk_teken_begint_blijft_tekst(stukken: list[Stuk], tmp_path: Path) -> None:
    contact = next(s for s in stukken if s.soort == "contact")
    gevaarlijk = contact.record.model_copy(update={"toelichting": "=1+1", "telefoon": "0592123456"})
    schrijf_werkboek(tmp_path / "b.xlsx", [Stuk("contact", contact.sleutel, "nmd", contact.bestand, 1, gevaarlijk)])
    terug = lees_werkboek(tmp_path / "b.xlsx")[0].inhoud
    assert (terug["toelichting"], terug["telefoon"]) == ("=1+1", "0592123456")


@pytest.mark.parametrize(
    ("blad", "kolom", "waarde", "melding"),
    [
        ("contact", "regio", "groningen", "kolom regio"),
        ("contact", "geldig_van", "31-02-2026", "kolom geldig_van"),
        ("contact", "te_bevestigen", "misschien", "hier hoort ja of nee te staan"),
        ("contact", "bronnen", "- {document: [", "kolom bronnen"),
        ("item", "titel", "", "kolom titel"),
        ("item", "id", "nmd-routes-deelname", "staat ook op rij"),
        ("cijfer", "waarde", "veel", "kolom waarde"),
    ],
)
def test_een_fout_noemt_blad_rij_en_kolom_en_er_wordt_niets_gelezen(
    boek: Path, tmp_path: Path, blad: str, kolom: str, waarde: Any, melding: str
) -> None:
    werk = load_workbook(boek)
    kolommen = [c.value for c in werk[blad][1]]
    rij = next(r for r in range(2, 2000) if werk[blad].cell(r, kolommen.index("id") + 1).value != "nmd-routes-deelname")
    werk[blad].cell(rij, kolommen.index(kolom) + 1).value = waarde
    werk.save(tmp_path / "fout.xlsx")
    with pytest.raises(ImportGeweigerd) as fout:
        lees_werkboek(tmp_path / "fout.xlsx")
    assert melding in str(fout.value)
    assert f"blad {blad}, rij" in str(fout.value)


def test_een_kapot_bestand_is_een_leesbare_fout(tmp_path: Path) -> None:
    (tmp_path / "kapot.xlsx").write_bytes(b"PK geen werkboek")
    with pytest.raises(WerkboekOnleesbaar, match=r"Sla het op als \.xlsx"):
        lees_werkboek(tmp_path / "kapot.xlsx")
