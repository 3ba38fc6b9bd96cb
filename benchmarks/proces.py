"""Starting a program of our own, waiting for it, weighing it and stopping it by its own number."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import httpx

BIN = Path(sys.executable).parent
STILTE = {"RASA_TELEMETRY_ENABLED": "false", "SANIC_REGISTER": "false", "SANIC_HOST": "127.0.0.1"}


class NietOpgekomen(RuntimeError):
    """A server did not answer in time or stopped; the end of its output is noted with it."""


def vrije_poort() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        poort: int = proef.getsockname()[1]
        return poort


@contextlib.contextmanager
def draaiend(opdracht: Sequence[str], map_: Path, omgeving: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program for as long as the block lasts; only this process is stopped."""
    with tempfile.TemporaryFile() as log:
        proces = subprocess.Popen(
            opdracht, cwd=map_, env={**os.environ, **STILTE, **omgeving}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            yield proces
        except NietOpgekomen as fout:
            log.seek(0)
            fout.add_note(log.read().decode(errors="replace")[-2_000:])
            raise
        finally:
            proces.terminate()
            try:
                proces.wait(10)
            except subprocess.TimeoutExpired:
                proces.kill()


def wacht_op(adres: str, proces: subprocess.Popen[bytes], grens: float = 240) -> None:
    """Returns when an address answers well."""
    einde = time.monotonic() + grens
    while time.monotonic() < einde and proces.poll() is None:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(adres, timeout=5).is_success:
                return
        time.sleep(0.1)
    raise NietOpgekomen(f"{adres} gaf geen antwoord (status {proces.poll()})")


def geheugen_mb(pids: Sequence[int]) -> float:
    """Resident memory of processes together, in megabytes."""
    return sum(int(regel) for regel in _ps("rss", pids)) / 1_000


def rekentijd(pids: Sequence[int]) -> float:
    """Seconds of processor time that processes have used together, to the second."""
    return sum(sum(int(d) * 60**n for n, d in enumerate(reversed(t.split(":")))) for t in _ps("time", pids))


def _ps(veld: str, pids: Sequence[int]) -> list[str]:
    opdracht = ["ps", "-o", f"{veld}=", "-p", ",".join(map(str, pids))]
    return subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout.split()


def voer_uit(opdracht: Sequence[str], map_: Path, omgeving: Mapping[str, str], grens: float) -> tuple[float, float]:
    """Runs a program to its end; seconds on the clock and of the processor."""
    begin, voor = time.monotonic(), os.times()
    with tempfile.TemporaryFile() as uitvoer:
        subprocess.run(
            opdracht, cwd=map_, env={**os.environ, **STILTE, **omgeving},
            stdout=uitvoer, stderr=subprocess.STDOUT, check=True, timeout=grens,
        )  # fmt: skip
    na = os.times()
    gerekend = na.children_user + na.children_system - voor.children_user - voor.children_system
    return time.monotonic() - begin, gerekend
