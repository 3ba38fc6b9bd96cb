"""Settings: typed, safe by default, and refused with the reason."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from assistant.settings import WORTEL, Instellingen

ROUTEWIJZER = Path(sys.executable).with_name("routewijzer")


def zet(monkeypatch: pytest.MonkeyPatch, **waarden: str) -> Instellingen:
    """Settings read from these environment variables."""
    for naam, waarde in waarden.items():
        monkeypatch.setenv(f"ROUTEWIJZER_{naam.upper()}", waarde)
    return Instellingen()


def test_standaard_luistert_alleen_deze_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    keuzes = zet(monkeypatch)
    assert keuzes.host == "127.0.0.1"
    assert keuzes.extern_toestaan is False


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_een_adres_van_deze_machine_mag(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    assert zet(monkeypatch, host=host).host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.10", "::"])
def test_een_open_adres_wordt_geweigerd_met_de_reden(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    with pytest.raises(ValidationError, match="ROUTEWIJZER_EXTERN_TOESTAAN"):
        zet(monkeypatch, host=host)
    assert zet(monkeypatch, host=host, extern_toestaan="true").host == host


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("host", "mijn-server"), ("port", "0"), ("port", "70000"), ("port", "acht"), ("regio", "limburg"),
        ("max_tekens", "5"), ("gesprek_bewaren_dagen", "0"), ("berichten_per_minuut", "0"), ("log_niveau", "LUID"),
    ],
)  # fmt: skip
def test_een_onbruikbare_waarde_wordt_geweigerd(monkeypatch: pytest.MonkeyPatch, naam: str, waarde: str) -> None:
    with pytest.raises(ValidationError):
        zet(monkeypatch, **{naam: waarde})


def test_een_open_adres_stopt_de_start_met_de_reden() -> None:
    omgeving = {**os.environ, "ROUTEWIJZER_HOST": "0.0.0.0"}
    uit = subprocess.run([ROUTEWIJZER, "serve"], env=omgeving, capture_output=True, text=True, timeout=120)
    assert uit.returncode == 1
    assert "ROUTEWIJZER_EXTERN_TOESTAAN=true" in uit.stderr
    assert "Traceback" not in uit.stderr


INGANGEN = """
import os, sys
from pathlib import Path

leeg = Path(sys.argv[1])
os.environ["ROUTEWIJZER_MODEL_MAP"] = str(leeg)


def telemetrie_na(naam, ingang):
    os.environ.pop("RASA_TELEMETRY_ENABLED", None)
    try:
        ingang()
    except (RuntimeError, SystemExit):
        pass
    print(naam, os.environ.get("RASA_TELEMETRY_ENABLED"))


from assistant import app, cli
from assistant.chat import service, training

sys.argv = ["routewijzer", "onbekend"]
telemetrie_na("opdrachtregel", cli.main)
telemetrie_na("webapplicatie", app.maak_app)
telemetrie_na("gesprek", service.Assistent)
import rasa.model_training
rasa.model_training.train = lambda **_: type("Uitkomst", (), {"code": 1, "model": None})
telemetrie_na("training", lambda: training.train(leeg))
"""


def test_telemetrie_staat_uit_bij_elke_ingang(tmp_path: Path) -> None:
    omgeving = {**os.environ, "ROUTEWIJZER_DATABASE_URL": f"sqlite:///{tmp_path / 'a.db'}"}
    opdracht = [sys.executable, "-W", "ignore", "-c", INGANGEN, str(tmp_path)]
    uit = subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, cwd=WORTEL, timeout=120)
    standen = dict(regel.split() for regel in uit.stdout.splitlines() if regel.endswith(("false", "None")))
    assert standen == dict.fromkeys(("opdrachtregel", "webapplicatie", "gesprek", "training"), "false"), uit.stderr[
        -800:
    ]


def test_telemetrie_staat_uit_in_make() -> None:
    assert "export RASA_TELEMETRY_ENABLED := false" in (WORTEL / "Makefile").read_text(encoding="utf-8")


def test_rasa_vindt_zelf_dat_telemetrie_uit_staat(model: Path) -> None:
    from assistant.settings import zonder_telemetrie

    zonder_telemetrie()
    from rasa import telemetry

    assert telemetry.is_telemetry_enabled() is False


def test_rasa_is_precies_de_afgesproken_versie() -> None:
    assert version("rasa") == "3.6.21"
    assert "rasa==3.6.21" in (WORTEL / "pyproject.toml").read_text(encoding="utf-8")


def test_een_gesprek_maakt_geen_verbinding_naar_buiten(
    assistent: Any, lus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    pogingen = []
    echt = socket.socket.connect

    def alleen_hier(zelf: socket.socket, adres: Any) -> Any:
        if zelf.family != socket.AF_UNIX and str(adres[0]) not in ("127.0.0.1", "::1", "localhost"):
            pogingen.append(adres)
            raise OSError(f"verbinding naar {adres} geweigerd")
        return echt(zelf, adres)

    monkeypatch.setattr(socket.socket, "connect", alleen_hier)
    monkeypatch.setattr(socket.socket, "connect_ex", alleen_hier)
    gesprek = assistent.nieuw_gesprek()
    gedrag = [
        lus.draai(assistent.stuur(gesprek, tekst, regio="nmd"))[-1].gedrag
        for tekst in (
            "hallo",
            "wat is een startkwalificatie?",
            "leerling van het pro in Assen wil werken",
            "17",
            "weer morgen?",
        )
    ]
    assert gedrag[:2] == ["smalltalk", "antwoord"]
    assert pogingen == []
