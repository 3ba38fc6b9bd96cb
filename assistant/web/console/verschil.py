"""What differs between two versions, as lines that people can read."""

from __future__ import annotations

import difflib
import re
from itertools import islice
from typing import Any, Final, Literal, NamedTuple

from assistant.web.console.formulier import label
from knowledge.kinds import als_yaml


class Regel(NamedTuple):
    """A line that stayed, came or went."""

    soort: Literal["zelfde", "nieuw", "weg"]
    tekst: str


_EINDE_ZIN: Final = re.compile(r"(?<=[.!?:]) +(?=[A-Z*\[\"'])")
_TEKENS: dict[str, Literal["zelfde", "nieuw", "weg"]] = {" ": "zelfde", "+": "nieuw", "-": "weg"}


def verschil(oud: dict[str, Any] | None, nieuw: dict[str, Any]) -> list[Regel]:
    """The lines around every change; everything is new where there was nothing."""
    na_de_kop = islice(difflib.unified_diff(_regels(oud), _regels(nieuw), lineterm="", n=1), 2, None)
    return [Regel(_TEKENS[r[0]], r[1:]) for r in na_de_kop if r[0] in _TEKENS]


def _regels(inhoud: dict[str, Any] | None) -> list[str]:
    return als_yaml({label(veld): _leesbaar(w) for veld, w in inhoud.items()}).splitlines() if inhoud else []


def _leesbaar(waarde: Any) -> Any:
    """Yes and no in Dutch, and one sentence a line, so that one word more does not mark a whole text."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return _EINDE_ZIN.sub("\n", waarde) if isinstance(waarde, str) else waarde
