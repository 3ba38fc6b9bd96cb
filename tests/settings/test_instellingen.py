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


def draai(*woorden: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """The command itself, as a user starts it."""
    volledig = {**os.environ, **{f"ROUTEWIJZER_{n.upper()}": w for n, w in omgeving.items()}}
    return subprocess.run([ROUTEWIJZER, *woorden], env=volledig, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    ("omgeving", "melding"),
    [
        ({"host": "0.0.0.0"}, "ROUTEWIJZER_EXTERN_TOESTAAN"),
        ({"regio": "limburg", "port": "99999"}, "ROUTEWIJZER_REGIO: deze waarde staat niet in de lijst"),
    ],
)
def test_een_onveilige_of_onbekende_instelling_stopt_de_start(omgeving: dict[str, str], melding: str) -> None:
    uit = draai("serve", **omgeving)
    assert uit.returncode == 1
    assert melding in " ".join(uit.stderr.split())
    assert "Traceback" not in uit.stderr
    assert "Input should" not in uit.stderr


START = """
import os
os.environ.pop("RASA_TELEMETRY_ENABLED", None)
os.environ["ROUTEWIJZER_MODEL_MAP"] = "{leeg}"
{ingang}
print(os.environ.get("RASA_TELEMETRY_ENABLED"))
"""
INGANGEN = {
    "opdrachtregel": "import sys; sys.argv = ['routewijzer', 'regels']\nfrom assistant.cli import main\ntry: main()\nexcept SystemExit: pass",
    "webapplicatie": "from assistant.app import maak_app\ntry: maak_app()\nexcept RuntimeError: pass",
    "gesprek": "from assistant.chat.service import Assistent\ntry: Assistent()\nexcept RuntimeError: pass",
    "training": "from assistant.chat import training\ntraining.vingerafdruk = lambda: 'x'\ntraining.BRONNEN = ()\n"
    "import rasa.model_training as m\nm.train = lambda **_: type('U', (), {'code': 1, 'model': None})\n"
    "from pathlib import Path\ntry: training.train(Path('{leeg}'))\nexcept RuntimeError: pass",
}  # fmt: skip


@pytest.mark.parametrize("ingang", INGANGEN)
def test_telemetrie_staat_uit_bij_elke_ingang(ingang: str, tmp_path: Path) -> None:
    code = START.format(leeg=tmp_path, ingang=INGANGEN[ingang].replace("{leeg}", str(tmp_path)))
    omgeving = {**os.environ, "ROUTEWIJZER_DATABASE_URL": f"sqlite:///{tmp_path / 'a.db'}"}
    uit = subprocess.run([sys.executable, "-W", "ignore", "-c", code], env=omgeving, capture_output=True, text=True, cwd=WORTEL)
    assert uit.stdout.split()[-1:] == ["false"], uit.stderr[-800:]


def test_telemetrie_staat_uit_in_make(tmp_path: Path) -> None:
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
        for tekst in ("hallo", "wat is een startkwalificatie?", "leerling van het pro in Assen wil werken", "17", "weer morgen?")
    ]
    assert gedrag[:2] == ["smalltalk", "antwoord"]
    assert pogingen == []
