"""What every part shares: a figure with its unit, quantiles, and the table they are printed in."""

from __future__ import annotations

import json
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from assistant.logs import stel_in
from assistant.settings import zonder_telemetrie

ONS = "Routewijzer"


@dataclass(frozen=True)
class Rij:
    """One figure of one system; ``doel`` is the ceiling or floor that we hold ourselves to."""

    maat: str
    systeem: str
    waarde: float
    eenheid: str = ""
    doel: str = ""


def kwantielen(maat: str, systeem: str, seconden: Sequence[float]) -> list[Rij]:
    """Median and 95th percentile in milliseconds."""
    p50, p95 = np.percentile(seconden, [50, 95]) * 1_000
    return [Rij(f"{maat}, p50", systeem, float(p50), "ms"), Rij(f"{maat}, p95", systeem, float(p95), "ms")]


def als_tabel(rijen: Sequence[Rij]) -> str:
    """A Markdown table: a line per measure, a column per system, others also as a ratio to ours."""
    systemen = list(dict.fromkeys(r.systeem for r in rijen))
    doelen = ["doel"] if any(r.doel for r in rijen) else []
    regels = [["maat", *systemen, *doelen], ["---", *("---:" for _ in systemen), *("---" for _ in doelen)]]
    for maat in dict.fromkeys(r.maat for r in rijen):
        per = {r.systeem: r for r in rijen if r.maat == maat}
        doel = [next((r.doel for r in per.values() if r.doel), "")] if doelen else []
        regels.append([maat, *(_cel(per.get(s), per.get(ONS)) for s in systemen), *doel])
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)


def _cel(rij: Rij | None, ons: Rij | None) -> str:
    if rij is None:
        return ""
    cijfers = 0 if rij.waarde >= 100 else 1 if rij.waarde >= 10 else 2
    tekst = f"{rij.waarde:.1%}" if rij.eenheid == "%" else f"{rij.waarde:,.{cijfers}f} {rij.eenheid}".rstrip()
    if ons is None or rij.systeem == ONS or not ons.waarde:
        return tekst
    return f"{tekst} ({rij.waarde / ons.waarde:.2f}×)"


def meld(tekst: str) -> None:
    """Tells on the error stream how far a part is."""
    print(f"… {tekst}", file=sys.stderr, flush=True)


def als_programma(meet: Callable[[bool], list[Rij]]) -> None:
    """Runs one part; ``--json`` prints the figures as data for the part that collects them."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # leave the way out that stops our servers
    zonder_telemetrie()
    stel_in("ERROR")
    warnings.filterwarnings("ignore")
    rijen = meet("--snel" in sys.argv)
    print(json.dumps([asdict(r) for r in rijen]) if "--json" in sys.argv else als_tabel(rijen))
