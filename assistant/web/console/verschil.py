"""What differs between two versions, as lines that people can read."""

from __future__ import annotations

import difflib
from typing import Any, Literal, NamedTuple

from knowledge.kinds import als_yaml


class Regel(NamedTuple):
    """A line that stayed, came or went."""

    soort: Literal["zelfde", "nieuw", "weg"]
    tekst: str


_TEKENS: dict[str, Literal["zelfde", "nieuw", "weg"]] = {" ": "zelfde", "+": "nieuw", "-": "weg"}


def verschil(oud: dict[str, Any] | None, nieuw: dict[str, Any]) -> list[Regel]:
    """The lines around every change; everything is new where there was nothing."""
    regels = difflib.unified_diff(_regels(oud), _regels(nieuw), lineterm="", n=1)
    return [Regel(_TEKENS[r[0]], r[1:]) for r in regels if r[0] in _TEKENS and not r.startswith(("---", "+++"))]


def _regels(inhoud: dict[str, Any] | None) -> list[str]:
    return als_yaml(inhoud).splitlines() if inhoud else []
