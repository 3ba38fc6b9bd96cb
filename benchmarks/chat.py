"""The assistant as a user starts it: training, start, turns over HTTP, memory.

``python -m benchmarks.chat``
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.belasting import meet_beurten
from benchmarks.meten import ONS, Rij, als_programma, meld
from benchmarks.proces import BIN, draaiend, geheugen_mb, voer_uit, vrije_poort, wacht_op

EERSTE = "Wat is een startkwalificatie?"
_TRAIN = "from pathlib import Path; from assistant.chat.training import train; train(Path('modellen'), opnieuw=True)"


@dataclass(frozen=True)
class Voordeur:
    """Our HTTP resources."""

    basis: str

    async def begin(self, client: httpx.AsyncClient, regio: str | None) -> str:
        antwoord = await client.post("/api/v1/gesprekken", json={"regio": regio})
        nummer: str = antwoord.raise_for_status().json()["gesprek_id"]
        return nummer

    async def zeg(self, client: httpx.AsyncClient, gesprek: str, tekst: str) -> None:
        antwoord = await client.post(f"/api/v1/gesprekken/{gesprek}/berichten", json={"tekst": tekst})
        assert antwoord.raise_for_status().json()["antwoorden"], tekst


def meet(_snel: bool) -> list[Rij]:
    """Trains and serves in a temporary folder with a database of its own."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        omgeving = {
            "ROUTEWIJZER_DATABASE_URL": f"sqlite:///{map_ / 'meting.db'}",
            "ROUTEWIJZER_MODEL_MAP": str(map_ / "modellen"),
            "RASA_CACHE_DIRECTORY": str(map_ / "cache"),
        }
        meld("Routewijzer: trainen")
        klok, rekentijd = voer_uit([sys.executable, "-W", "ignore", "-c", _TRAIN], map_, omgeving, 900)
        return [
            Rij("trainen, op de klok", ONS, klok, "s", "< 60 s"),
            Rij("trainen, rekentijd", ONS, rekentijd, "s"),
            *_bedien(map_, omgeving),
        ]


def _bedien(map_: Path, omgeving: dict[str, str]) -> list[Rij]:
    poort = vrije_poort()
    basis = f"http://127.0.0.1:{poort}"
    meld("Routewijzer: starten")
    begin = time.monotonic()
    with draaiend([str(BIN / "routewijzer"), "serve", "--port", str(poort)], map_, omgeving) as proces:
        wacht_op(f"{basis}/api/v1/gezondheid", proces)
        _eerste_antwoord(basis)
        start = time.monotonic() - begin
        rust = geheugen_mb([proces.pid])
        beurten = meet_beurten(Voordeur(basis), ONS, [proces.pid])
        return [
            Rij("start tot eerste antwoord", ONS, start, "s", "< 15 s"),
            *beurten,
            Rij("geheugen na de start", ONS, rust, "MB", "< 800 MB"),
            Rij("geheugen na alle beurten", ONS, geheugen_mb([proces.pid]), "MB", "< 800 MB"),
        ]


def _eerste_antwoord(basis: str) -> None:
    with httpx.Client(base_url=f"{basis}/api/v1", timeout=60) as client:
        nummer = client.post("/gesprekken", json={}).raise_for_status().json()["gesprek_id"]
        assert (
            client.post(f"/gesprekken/{nummer}/berichten", json={"tekst": EERSTE})
            .raise_for_status()
            .json()["antwoorden"]
        )


if __name__ == "__main__":
    als_programma(meet)
