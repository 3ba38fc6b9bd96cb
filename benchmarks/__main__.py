"""``python -m benchmarks [deel …] [--snel]``: one table per part; without a part, all of them.

Each part runs in a process of its own within a time limit.  Parts that measure
the same thing of different systems share a table.  ``--snel`` trains the peers
20 passes instead of Rasa's default of 100.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

from benchmarks.meten import Rij, als_tabel

#: Tables, the modules that fill them, and how many minutes each may take.
TABELLEN = {
    "gesprek": ("chat", "plain_rasa"),
    "zoeken": ("search",),
    "beurten": ("turns",),
    "lezen": ("lezen",),
    "advies": ("advice_speed",),
    "regels": ("openfisca",),
    "widget": ("widget",),
}
MINUTEN = {
    "chat": 25,
    "plain_rasa": 45,
    "search": 45,
    "turns": 60,
    "advice_speed": 5,
    "openfisca": 10,
    "lezen": 5,
    "widget": 10,
}
#: Prints its own lines and fails by itself when a ceiling is passed.
EIGEN_UITVOER = {"advice_speed"}


def voer_uit(deel: str) -> str | None:
    """The output of one part; none when it failed or took too long, with all that it had started stopped."""
    opdracht = [sys.executable, "-W", "ignore", "-m", f"benchmarks.{deel}", *(a for a in sys.argv[1:] if a == "--snel")]
    if deel not in EIGEN_UITVOER:
        opdracht.append("--json")
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, text=True, start_new_session=True) as proces:
        try:
            uitvoer, _ = proces.communicate(timeout=MINUTEN[deel] * 60)
        except subprocess.TimeoutExpired:
            print(f"{deel}: gestopt na {MINUTEN[deel]} minuten", file=sys.stderr)
            return None
        finally:
            if proces.returncode is None:
                os.killpg(proces.pid, signal.SIGKILL)
    if proces.returncode:
        print(f"{deel}: mislukt (status {proces.returncode})", file=sys.stderr)
    return uitvoer if deel in EIGEN_UITVOER or not proces.returncode else None


def main() -> int:
    """Runs what was asked for; fails when a part did."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    gevraagd = [a for a in sys.argv[1:] if not a.startswith("-")]
    bekend = [deel for delen in TABELLEN.values() for deel in delen]
    if vreemd := [d for d in gevraagd if d not in (*bekend, *TABELLEN)]:
        print(f"Onbekend deel: {', '.join(vreemd)}. Kies uit: {', '.join([*TABELLEN, *bekend])}.", file=sys.stderr)
        return 2
    mislukt = 0
    for tabel, delen in TABELLEN.items():
        gekozen = [d for d in delen if not gevraagd or d in gevraagd or tabel in gevraagd]
        uitvoer = [(d, voer_uit(d)) for d in gekozen]
        mislukt += sum(u is None for _, u in uitvoer)
        toon(tabel, [(d, u) for d, u in uitvoer if u])
    return int(mislukt > 0)


def toon(tabel: str, uitvoer: list[tuple[str, str]]) -> None:
    """Prints the figures of the parts of one table together."""
    if not uitvoer:
        return
    print(f"\n## {tabel}\n")
    print(*(u for d, u in uitvoer if d in EIGEN_UITVOER), sep="\n", end="")
    rijen = [Rij(**r) for d, u in uitvoer if d not in EIGEN_UITVOER for r in json.loads(u.splitlines()[-1])]
    if rijen:
        print(als_tabel(rijen), flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
