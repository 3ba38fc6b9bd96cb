"""What may come in: text of a sensible length, cleaned of control characters."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_STURING: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class BerichtOnbruikbaar(ValueError):
    """The message cannot be taken; ``str`` says why and what to do, in Dutch."""


def opgeschoond(tekst: str, max_tekens: int) -> str:
    """The text as it may be processed, or an error that says what is wrong."""
    schoon = _STURING.sub(" ", unicodedata.normalize("NFC", tekst)).strip()
    if not schoon:
        raise BerichtOnbruikbaar("Het bericht is leeg. Typ een vraag of beschrijf een leerling.")
    if len(schoon) > max_tekens:
        raise BerichtOnbruikbaar(
            f"Het bericht telt {len(schoon)} tekens; het maximum is {max_tekens}. Kort het in of verdeel het over meer berichten."
        )
    if _rommel(schoon):
        raise BerichtOnbruikbaar("Ik herken hier geen woorden in. Typ uw vraag in gewone tekst.")
    return schoon if not schoon.startswith("/") else schoon.lstrip("/ ") or " "


def _rommel(tekst: str) -> bool:
    """Binary noise or only symbols: fewer than one letter or digit in five characters."""
    letters = sum(c.isalnum() for c in tekst)
    return letters == 0 or letters / len(tekst) < 0.2
