"""Plain Rasa over the same training sentences: its default configuration and a separate action server.

Served twice: with actions that say a fixed text, and with actions that do our work, so that a turn can be
compared with a turn that does as much.

``python -m benchmarks.plain_rasa [--snel]``; ``--snel`` trains 20 passes instead of 100.
"""

from __future__ import annotations

import contextlib
import tempfile
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks import rasaproject
from benchmarks.belasting import meet_beurten
from benchmarks.chat import EERSTE
from benchmarks.meten import Rij, als_programma, meld
from benchmarks.proces import BIN, draaiend, geheugen_mb, voer_uit, vrije_poort, wacht_op

RASA = str(BIN / "rasa")
OMGEVING = {"PYTHONWARNINGS": "ignore", "TF_CPP_MIN_LOG_LEVEL": "3", "SQLALCHEMY_SILENCE_UBER_WARNING": "1"}


@dataclass(frozen=True)
class Webhaak:
    """Rasa's REST channel; a conversation starts with its first message."""

    basis: str

    async def begin(self, _client: httpx.AsyncClient, _regio: str | None) -> str:
        return uuid.uuid4().hex

    async def zeg(self, client: httpx.AsyncClient, gesprek: str, tekst: str) -> None:
        antwoord = await client.post("/webhooks/rest/webhook", json={"sender": gesprek, "message": tekst})
        antwoord.raise_for_status()


def meet(snel: bool) -> list[Rij]:
    """Trains and serves a project in a temporary folder."""
    passages = rasaproject.EPOCHS_SNEL if snel else rasaproject.EPOCHS
    systeem = f"kale Rasa ({passages} epochs)"
    geladen = {"vast": f"{systeem}, vaste tekst", "kennis": f"{systeem}, ons werk in acties"}
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        rasaproject.schrijf(map_, snel)
        meld(f"{systeem}: trainen")
        klok, rekentijd = voer_uit([RASA, "train"], map_, OMGEVING, 1_800)
        return [
            Rij("trainen, op de klok", systeem, klok, "s"),
            Rij("trainen, rekentijd", systeem, rekentijd, "s"),
            *(rij for module, naam in geladen.items() for rij in _bedien(map_, module, naam)),
        ]


def _bedien(map_: Path, module: str, systeem: str) -> list[Rij]:
    poort, actiepoort = vrije_poort(), vrije_poort()
    rasaproject.zet_acties(map_, module, actiepoort)
    omgeving = {**OMGEVING, "ROUTEWIJZER_DATABASE_URL": f"sqlite:///{map_ / 'meting.db'}"}
    basis = f"http://127.0.0.1:{poort}"
    meld(f"{systeem}: starten")
    begin = time.monotonic()
    with contextlib.ExitStack() as stapel:
        acties = stapel.enter_context(draaiend([RASA, "run", "actions", "-p", str(actiepoort)], map_, omgeving))
        opdracht = [RASA, "run", "--enable-api", "-i", "127.0.0.1", "-p", str(poort)]
        server = stapel.enter_context(draaiend(opdracht, map_, OMGEVING))
        wacht_op(f"http://127.0.0.1:{actiepoort}/health", acties)
        wacht_op(f"{basis}/status", server)
        bericht = {"sender": "eerste", "message": EERSTE}
        assert httpx.post(f"{basis}/webhooks/rest/webhook", json=bericht, timeout=60).raise_for_status().json()
        start = time.monotonic() - begin
        pids = [server.pid, acties.pid]
        rust = geheugen_mb(pids)
        beurten = meet_beurten(Webhaak(basis), systeem, pids)
        na = geheugen_mb(pids)
    return [
        Rij("start tot eerste antwoord", systeem, start, "s"),
        *beurten,
        Rij("geheugen na de start", systeem, rust, "MB"),
        Rij("geheugen na alle beurten", systeem, na, "MB"),
    ]


if __name__ == "__main__":
    als_programma(meet)
