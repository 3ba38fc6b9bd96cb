"""``python -m evaluatie [ontwikkel|test] [--poort]``: every evaluation set through the chat path, with figures.

The data was written by others than the content and the code.  The development
half may be looked at; the test half is only counted.  ``--poort`` fails below
the thresholds of ``poort.yml``.
"""

from __future__ import annotations

import asyncio
import sys
import warnings
from pathlib import Path

import yaml

from assistant.chat.service import Assistent, train
from assistant.settings import instellingen
from evaluatie import beurten, casussen, feiten, gesprekken, gevaar, toetsen, vragen
from evaluatie.maat import Uitslag
from evaluatie.zaken import lees

HIER = Path(__file__).parent


async def meet(deel: str) -> list[Uitslag]:
    """All figures over one half."""
    assistent = Assistent(vluchtig=True)
    return [
        await beurten.meet(assistent, lees("vragen", deel), lees("casussen", deel)),
        toetsen.meet(lees("toetsen", deel)),
        await casussen.meet(assistent, lees("casussen", deel)),
        feiten.meet(lees("feiten", deel)),
        await vragen.meet(assistent, lees("vragen", deel)),
        await gesprekken.meet(assistent, lees("gesprekken", deel)),
        await gevaar.meet(assistent, lees("gevaar", deel)),
    ]


def main() -> int:
    """Prints the figures; the exit status says whether they pass the gate."""
    warnings.filterwarnings("ignore")
    deel = next((a for a in sys.argv[1:] if not a.startswith("-")), "test")
    train(instellingen().model_map)
    uitslagen = asyncio.run(meet(deel))
    drempels: dict[str, float] = yaml.safe_load((HIER / "poort.yml").read_text(encoding="utf-8"))
    te_laag = []
    for uitslag in uitslagen:
        print(f"\n{uitslag.naam} ({deel})")
        for maat, waarde in uitslag.maten.items():
            grens = drempels.get(f"{uitslag.naam}.{maat}")
            print(f"  {maat:34} {waarde:7.3f}" + (f"   (poort {grens})" if grens else ""))
            if grens and waarde < grens:
                te_laag.append(f"{uitslag.naam}.{maat}")
        if "--mis" in sys.argv:
            print(*uitslag.mis, sep="\n")
    if te_laag:
        print("\nOnder de poort: " + ", ".join(te_laag))
    return int(bool(te_laag) and "--poort" in sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
