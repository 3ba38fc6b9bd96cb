"""The words for persons: who is somebody beside the youth, and what tells the youth's gender."""

from __future__ import annotations

from functools import cache

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.woordenschat import kaal, lijst, verband


@cache
def woorden_voor_ander() -> dict[str, str]:
    """Words for somebody beside the youth, with their gender or "mv"."""
    return {kaal(w): soort for soort, ws in lijst("personen")["ander"].items() for w in ws}


@cache
def woorden_voor_jongere() -> dict[str, str]:
    """Words for the youth, with their gender."""
    return {kaal(w): soort for soort, ws in lijst("personen")["eigen"].items() for w in ws}


def is_ander(woord: str) -> bool:
    """Whether a word names someone beside the youth."""
    return woord in woorden_voor_ander()


def geslacht(verhaal: Verhaal) -> str:
    """``m``, ``v`` or unknown: the first word that tells settles it."""
    for woord in verhaal.woorden:
        if woord.norm in verband("sterk_geslacht"):
            return woorden_voor_jongere()[woord.norm]
    return ""
