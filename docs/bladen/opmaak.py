"""Small pieces of Markdown, and the text of the program made fit for a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

WORTEL: Final = Path(__file__).resolve().parents[2]


def tabel(koppen: Iterable[str], rijen: Iterable[Iterable[Any]]) -> str:
    """A table; a bar or line break within a cell cannot break it."""
    koppen = list(koppen)
    regels = [koppen, ["---"] * len(koppen), *([cel(waarde) for waarde in rij] for rij in rijen)]
    return "\n".join(f"| {' | '.join(regel)} |" for regel in regels)


def cel(waarde: Any) -> str:
    """A value as the text of one cell."""
    tekst = "" if waarde is None else str(waarde)
    return re.sub(r"\s+", " ", tekst.replace("|", "\\|")).strip()


def code(waarde: Any) -> str:
    """A name or value as code; nothing stays nothing."""
    return f"`{waarde}`" if str(waarde) else ""


def codes(waarden: Iterable[Any]) -> str:
    """Several names as code."""
    return ", ".join(code(w) for w in waarden)


def eerste_zin(tekst: str | None) -> str:
    """The first sentence of a docstring."""
    plat = re.sub(r"\s+", " ", (tekst or "").replace("``", "`")).strip()
    return re.split(r"(?<=[.?!])\s", plat, maxsplit=1)[0]


def zonder_pad(waarde: Any) -> str:
    """A default without the folder in which this copy happens to stand."""
    return str(waarde).replace(f"{WORTEL}/", "")


def anker(kop: str) -> str:
    """The anchor of a heading, as the usual viewers make it."""
    return re.sub(r"[^\w\- ]", "", kop.replace("`", "").lower()).strip().replace(" ", "-")


def koppeling(tekst: str, kop: str, bestand: str = "") -> str:
    """A link to a heading."""
    return f"[{tekst}]({bestand}#{anker(kop)})"
