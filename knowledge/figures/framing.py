"""The question inside a longer text: 'voor de raad van Winterswijk, 2016-2017: hoeveel waren dat'."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.figures.recognise import bevat, staat_dicht
from knowledge.figures.vocabulary import Woordenboek

_GRENS = re.compile(r"[.:;!?\n]+(?:\s+|$)|,\s+")
_WIJST_TERUG = re.compile(r"^(?:\w+ ){0,2}(?:dat|dit|die|het|deze)\b")
_MEEST = 3
_ZIN = re.compile(r"(?<=[.!?])\s+|\n+")
#: The place that was named last: "wat was daar het aantal uitvallers", "hoeveel had die gemeente".
_DAAR = re.compile(r"(?i)\bdaar\b|\b(?:die|deze) (?:gemeente|plaats|stad|regio)\b")


def vraag_daar(tekst: str) -> tuple[str, str] | None:
    """What is told and the question after it that points at a place in it: "hij verhuist naar X. Hoeveel waren er daar?"."""
    *verteld, vraag = [z.strip() for z in _ZIN.split(tekst) if z and z.strip()] or [""]
    return (" ".join(verteld), vraag) if verteld and _DAAR.search(vraag) else None


def met_plaats(vraag: str, plaats: str) -> str:
    """A question with the name of the place that it points at."""
    return _DAAR.sub(f"in {plaats}", vraag, count=1)


def vraagzinnen(tekst: str, boek: Woordenboek) -> list[str]:
    """The clauses of a longer text that ask for a size; none when it is one clause."""
    delen = [d.strip() for d in _GRENS.split(tekst) if d and d.strip()]
    return [d for d in delen if _vraagt_maat(d, boek)][:_MEEST] if len(delen) > 1 else []


def voor_de_komma(tekst: str) -> str | None:
    """What comes before a comment on it: "en werkend in 2017-2018, was dat beter geworden?"; none without one."""
    begin, *rest = [d.strip() for d in _GRENS.split(tekst) if d and d.strip()]
    return begin if len(rest) == 1 and _WIJST_TERUG.search(rest[0].lower()) else None


def met_kader(zin: str, kader: Collection[str]) -> str:
    """A clause with the areas and years that only the rest of the text names."""
    return " ".join([zin, *(k for k in kader if k.lower() not in zin.lower())])


def _vraagt_maat(deel: str, boek: Woordenboek) -> bool:
    rij = boek.stammen(deel)
    return any(staat_dicht(g, rij) for g in boek.maat) or any(
        bevat(groepen, frozenset(rij)) for groepen in boek.vergelijking.values()
    )
