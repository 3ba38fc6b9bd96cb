"""The question inside a longer text: 'voor de raad van Winterswijk, 2016-2017: hoeveel waren dat'."""

from __future__ import annotations

import re
from collections.abc import Collection

from knowledge.figures.recognise import bevat, staat_dicht
from knowledge.figures.vocabulary import Woordenboek

_GRENS = re.compile(r"[.:;!?\n]+(?:\s+|$)|,\s+")
_MEEST = 3


def vraagzinnen(tekst: str, boek: Woordenboek) -> list[str]:
    """The clauses of a longer text that ask for a size; none when it is one clause."""
    delen = [d.strip() for d in _GRENS.split(tekst) if d and d.strip()]
    return [d for d in delen if _vraagt_maat(d, boek)][:_MEEST] if len(delen) > 1 else []


def met_kader(zin: str, kader: Collection[str]) -> str:
    """A clause with the areas and years that only the rest of the text names."""
    return " ".join([zin, *(k for k in kader if k.lower() not in zin.lower())])


def _vraagt_maat(deel: str, boek: Woordenboek) -> bool:
    rij = boek.stammen(deel)
    return any(staat_dicht(g, rij) for g in boek.maat) or any(
        bevat(groepen, frozenset(rij)) for groepen in boek.vergelijking.values()
    )
