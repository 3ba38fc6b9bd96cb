"""The commands of the contract: what they print, and what they say when something is wrong."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Instellingen

Opdracht = Callable[..., tuple[int, str, str]]
BESCHRIJVING = "jongen van 17 op het pro in Assen, wil na de zomer aan het werk in de groenvoorziening"
TOETS = (
    "toets --leeftijd 17 --onderwijs vso --uitstroomprofiel dagbesteding --gaat-naar dagbesteding --regio nmd".split()
)


def test_vraag_antwoordt_met_bron(routewijzer: Opdracht) -> None:
    status, uit, _ = routewijzer("vraag", "wat is een plusvoorziening en hebben we die hier?", "--regio", "nmd")
    assert status == 0
    assert "geen fysieke" in " ".join(uit.split())
    assert "Bron: Regionaal programma VSV-JIKP" in uit


def test_vraag_als_json(routewijzer: Opdracht) -> None:
    _, uit, _ = routewijzer("vraag", "wat is een startkwalificatie", "--regio", "nmd", "--json")
    antwoord = json.loads(uit)["antwoorden"][0]
    assert antwoord["gedrag"] == "antwoord"
    assert {b["document"] for b in antwoord["bronnen"]} <= {"nmd-2020", "nmd-2017"}


def test_advies_als_json_toont_rij_contact_en_fragmenten(routewijzer: Opdracht) -> None:
    _, uit, _ = routewijzer("advies", BESCHRIJVING, "--json")
    advies = json.loads(uit)
    assert advies["route"] == "pro-vso-arbeid"
    assert advies["rij"]
    assert any(c["te_bevestigen"] for c in advies["contact"])
    assert all(b["fragment"] in BESCHRIJVING for b in advies["bewijs"])
    assert {u["definitie"]: u["uitkomst"] for u in advies["jikp"]["uitkomsten"]} == {"ocw-2020": "ja", "nmd-2017": "ja"}


def test_advies_in_gewone_tekst(routewijzer: Opdracht) -> None:
    status, uit, _ = routewijzer("advies", BESCHRIJVING)
    assert status == 0
    assert "Waarom" in uit


def test_toets_geeft_elke_definitie_met_criteria(routewijzer: Opdracht) -> None:
    _, uit, _ = routewijzer(*TOETS, "--json")
    uitkomsten = json.loads(uit)["uitkomsten"]
    assert {u["definitie"]: u["uitkomst"] for u in uitkomsten} == {"ocw-2020": "nee", "nmd-2017": "ja"}
    assert all(c["bron"]["document"] for u in uitkomsten for c in u["criteria"])


def test_toets_in_gewone_tekst_noemt_de_bron(routewijzer: Opdracht) -> None:
    _, uit, _ = routewijzer(*TOETS)
    assert "nmd-2017" in uit


def test_zoek_als_json_legt_de_score_uit(routewijzer: Opdracht) -> None:
    _, uit, _ = routewijzer("zoek", "zomerlek", "--regio", "achterhoek", "--json")
    beste = json.loads(uit)[0]
    assert beste["id"] == "ach-b-zomerlek"
    assert beste["signalen"]


def test_regels_controleer_vindt_geen_fouten(routewijzer: Opdracht) -> None:
    assert routewijzer("regels", "controleer")[0] == 0


def test_help_noemt_elke_opdracht(routewijzer: Opdracht) -> None:
    status, uit, _ = routewijzer("--help")
    assert status == 0
    opdrachten = ("serve", "chat", "vraag", "advies", "toets", "zoek", "kennis", "regels", "train", "batch")
    assert [o for o in opdrachten if o not in uit] == []


def test_train_doet_niets_als_het_model_past(routewijzer: Opdracht, model: Path) -> None:
    voor = model.stat().st_mtime_ns
    assert routewijzer("train")[0] == 0
    assert model.stat().st_mtime_ns == voor


def test_chat_leest_tot_het_einde_en_verdraagt_rommel(routewijzer: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    regels = iter(["leerling van het pro in Assen wil werken", "", "🙂", "17"])

    def lees(_: str = "") -> str:
        try:
            return next(regels)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", lees)
    status, uit, _ = routewijzer("chat", "--regio", "nmd")
    assert status == 0
    assert "Het bericht is leeg" in uit
    assert "PrO/VSO-Arbeid" in uit
    assert "Tot ziens" in uit


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("vraag", ""), "Het bericht is leeg"),
        (("vraag", "🙂🙂"), "gewone tekst"),
        (("vraag", "school " * 1500), "maximum"),
        (("advies", "   "), "Het bericht is leeg"),
        (("vraag", "hallo", "--regio", "limburg"), "--regio"),
        (("zoek", "hallo", "--regio", "limburg"), "nmd, achterhoek"),
        (("toets", "--leeftijd", "-3"), "leeftijd"),
        (("toets", "--leeftijd", "140"), "leeftijd"),
        (("toets", "--leeftijd", "oud"), "--leeftijd"),
        (("toets", "--onderwijs", "gymnasium"), "onderwijs"),
        (("toets", "--geboortedatum", "2010-01-01", "--leeftijd", "22"), "leeftijd"),
        (("toets", "--geboortedatum", "2031-01-01"), "geboortedatum"),
        (("toets", "--peildatum", "gisteren"), "JJJJ-MM-DD"),
        (("batch", "bestaat-niet.jsonl", "uit.jsonl"), "bestaat niet"),
        (("onbekend",), "bestaat niet"),
        (("vraag",), "tekst"),
        (("zoek", "x", "--snel"), "--snel"),
        (("serve", "--host", "0.0.0.0"), "ROUTEWIJZER_EXTERN_TOESTAAN"),
        (("serve", "--port", "99999"), "te hoog"),
    ],
    ids=lambda w: " ".join(w)[:40] if isinstance(w, tuple) else "",
)
def test_onbruikbare_invoer_geeft_een_nederlandse_regel(
    routewijzer: Opdracht, woorden: tuple[str, ...], melding: str
) -> None:
    status, uit, fout = routewijzer(*woorden)
    assert status in (1, 2)
    assert melding in " ".join(fout.split())
    assert "Traceback" not in fout
    assert "should be" not in fout
    assert uit == ""


def test_een_onbekende_gemeente_is_geen_fout_maar_wordt_gezegd(routewijzer: Opdracht) -> None:
    status, uit, _ = routewijzer("toets", "--leeftijd", "17", "--gemeente", "Amsterdam", "--onderwijs", "pro", "--json")
    assert status == 0
    assert [u["definitie"] for u in json.loads(uit)["uitkomsten"]] == ["ocw-2020"]


def test_een_bezette_poort_noemt_een_andere(routewijzer: Opdracht) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        status, _, fout = routewijzer("serve", "--port", str(poort))
    assert status == 1
    assert f"--port {poort + 1}" in " ".join(fout.split())


def test_zonder_model_zegt_vraag_hoe_het_te_maken(
    routewijzer: Opdracht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    leeg = Instellingen(model_map=tmp_path)
    monkeypatch.setattr("assistant.chat.service.instellingen", lambda: leeg)
    status, _, fout = routewijzer("vraag", "wat is een startkwalificatie")
    assert status == 1
    assert "routewijzer train" in fout


def test_een_ouder_model_telt_als_geen_model(tmp_path: Path, model: Path) -> None:
    from assistant.chat.service import ModelOntbreekt, vind_model

    shutil.copy(model, tmp_path / "routewijzer-0123456789abcdef.tar.gz")
    with pytest.raises(ModelOntbreekt, match="routewijzer train"):
        vind_model(tmp_path)


def test_een_kapot_yaml_bestand_noemt_bestand_en_regel(
    routewijzer: Opdracht, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from knowledge import files

    kopie = tmp_path / "content"
    shutil.copytree(files.CONTENT, kopie)
    with (kopie / "nmd" / "route.yml").open("a", encoding="utf-8") as bestand:
        bestand.write("\n- id: [kapot\n  titel: 'zonder einde\n")
    with pytest.raises(files.KennisbestandOnleesbaar, match=r"route\.yml, regel \d+"):
        files.lees_items(kopie)


@pytest.mark.parametrize(
    ("bestand", "inhoud", "melding"),
    [
        ("nmd/route.yml", "gewoon een zin", "geen losse tekst"),
        ("nmd/route.yml", "- {id: x}", "item 1"),
        ("nmd/regio.yml", "[]", "regio.yml"),
        ("nmd/contacten.yml", "- 7", "contacten.yml, item 1"),
        ("documenten.yml", "- {id: nmd-2020, onzin: ja}", "documenten.yml"),
        ("nmd/route.yml", "\t- tab", "geen geldige YAML"),
    ],
)
def test_een_onbruikbaar_kennisbestand_zegt_welk_en_waarom(
    tmp_path: Path, bestand: str, inhoud: str, melding: str
) -> None:
    from knowledge import files

    kopie = tmp_path / "content"
    shutil.copytree(files.CONTENT, kopie)
    (kopie / bestand).write_text(inhoud, encoding="utf-8")
    with pytest.raises(files.KennisbestandOnleesbaar, match=melding):
        files.lees_items(kopie)
        files.lees_regios(kopie)
        files.lees_contacten(kopie)
        files.lees_documenten(kopie)


def test_een_bestand_dat_geen_utf8_is_wordt_genoemd(tmp_path: Path) -> None:
    from knowledge import files

    (tmp_path / "x.yml").write_bytes(b"\xff\xfe- id: \xe9")
    with pytest.raises(files.KennisbestandOnleesbaar, match=r"x\.yml"):
        files.lees_yaml(tmp_path / "x.yml")


def test_batch_gaat_door_na_een_onbruikbare_regel(routewijzer: Opdracht, tmp_path: Path) -> None:
    invoer: list[Any] = [
        {"id": 1, "regio": "nmd", "beurten": ["wat is een startkwalificatie", "en bij ons?"]},
        {"id": 2, "kenmerken": {"leeftijd": 17, "onderwijs": "pro"}, "peildatum": "2026-11-22"},
        {"id": 3, "regio": "nmd", "beschrijving": BESCHRIJVING, "peildatum": "2026-11-22"},
        {"id": 4, "kenmerken": {"leeftijd": -3}},
        {"id": 5, "regio": "limburg", "beurten": ["hallo"]},
        {"id": 6},
        {"id": 7, "beurten": [""]},
        {"id": 8, "beurten": 5},
        [1, 2],
        {"id": 9, "regio": "nmd", "beurten": ["wat is een startkwalificatie", "??", "en bij ons?"]},
    ]
    regels = [json.dumps(r) for r in invoer]
    (tmp_path / "in.jsonl").write_text("\n".join([*regels[:9], "{kapot", "", regels[9]]), encoding="utf-8")
    status, _, fout = routewijzer("batch", str(tmp_path / "in.jsonl"), str(tmp_path / "uit.jsonl"))
    uit = [json.loads(r) for r in (tmp_path / "uit.jsonl").read_text(encoding="utf-8").splitlines()]
    assert status == 1
    assert "niet bruikbaar" in fout
    assert [u.get("id") for u in uit] == [1, 2, 3, 4, 5, 6, 7, 8, None, None, 9]
    assert [u.get("id") for u in uit if "fout" not in u] == [1, 2, 3, 9]
    assert len(uit[0]["beurten"]) == 2
    assert [beurt[0]["gedrag"] for beurt in uit[-1]["beurten"]] == ["antwoord", "verduidelijk", "antwoord"]
    assert uit[2]["advies"]["route"] == "pro-vso-arbeid"
    assert all(u["fout"].keys() >= {"type", "title", "status", "detail", "velden"} for u in uit if "fout" in u)
    assert not list(tmp_path.glob("*.deel"))


def test_batch_zonder_fouten_eindigt_met_nul(routewijzer: Opdracht, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "kenmerken": {}}\n', encoding="utf-8")
    assert routewijzer("batch", str(tmp_path / "in.jsonl"), str(tmp_path / "uit.jsonl"))[0] == 0


def test_batch_op_een_binair_bestand_zegt_wat_te_doen(routewijzer: Opdracht, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(bytes(range(256)))
    status, _, fout = routewijzer("batch", str(tmp_path / "in.jsonl"), str(tmp_path / "uit.jsonl"))
    assert status == 1
    assert "UTF-8" in fout


def test_de_opdracht_zelf_toont_alleen_json(model: Path, tmp_path: Path) -> None:
    opdracht = [Path(sys.executable).with_name("routewijzer"), *TOETS, "--json"]
    uit = subprocess.run(opdracht, capture_output=True, text=True, timeout=120)
    assert uit.returncode == 0
    assert json.loads(uit.stdout)["uitkomsten"]
    assert uit.stderr == ""
