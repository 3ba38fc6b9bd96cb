"""Writes the reference pages from the program: ``python -m docs.genereer``; ``--controleer`` only compares."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from docs.bladen import contract, gesprek, http, instellingen, kennis, opdrachten, regels, voorbeelden

MAP: Final = Path(__file__).parent / "reference"
OPMERKING: Final = "<!-- Gemaakt door `make docs` uit het programma. Wijzig de bron, niet deze pagina. -->"

BLADEN: Final[dict[str, Callable[[], str]]] = {
    "contract.md": contract.blad,
    "gesprek.md": gesprek.blad,
    "http.md": http.blad,
    "instellingen.md": instellingen.blad,
    "kennis.md": kennis.blad,
    "opdrachten.md": opdrachten.blad,
    "regels.md": regels.blad,
    "voorbeelden.md": voorbeelden.blad,
}


def paginas() -> dict[str, str]:
    """Every page as it should be, by file name."""
    return {naam: f"{OPMERKING}\n\n{blad().strip()}\n" for naam, blad in BLADEN.items()}


def verouderd(gemaakt: dict[str, str], map_: Path = MAP) -> list[str]:
    """The pages that differ from the program, and files that no module makes."""
    anders = [n for n, tekst in gemaakt.items() if not (map_ / n).is_file() or (map_ / n).read_text("utf-8") != tekst]
    return sorted([*anders, *(p.name for p in map_.glob("*.md") if p.name not in gemaakt)])


def schrijf(gemaakt: dict[str, str], map_: Path = MAP) -> None:
    """Puts the pages in place."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, tekst in gemaakt.items():
        (map_ / naam).write_text(tekst, encoding="utf-8")


def main() -> int:
    """Writes or compares; the exit status is 1 when a page is out of date."""
    parser = argparse.ArgumentParser(prog="python -m docs.genereer", description=__doc__)
    parser.add_argument("--controleer", action="store_true", help="alleen vergelijken")
    gemaakt = paginas()
    if not parser.parse_args().controleer:
        schrijf(gemaakt)
    if oud := verouderd(gemaakt):
        print(f"Verouderd in docs/reference: {', '.join(oud)}. Maak ze opnieuw met: make docs", file=sys.stderr)
    return int(bool(oud))


if __name__ == "__main__":
    sys.exit(main())
