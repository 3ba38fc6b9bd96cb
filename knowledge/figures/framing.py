"""The question inside a longer text: 'voor de raad van Winterswijk, 2016-2017: hoeveel waren dat'."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from knowledge.figures.recognise import bevat, staat_dicht
from knowledge.figures.vocabulary import Woordenboek

_GRENS = re.compile(r"[.:;!?\n]+(?:\s+|$)|,\s+")
_MEEST = 3


def vraagzinnen(tekst: str, kader: Collection[str], boek: Woordenboek) -> Iterator[str]:
    """The clauses that ask for a size, each with the areas and years that the rest of the text names."""
    delen = [d.strip() for d in _GRENS.split(tekst) if d and d.strip()]
    gevonden = [d for d in delen if _vraagt_maat(d, boek)] if len(delen) > 1 else []
    for deel in gevonden[:_MEEST]:
        elders = [k for k in kader if k.lower() not in deel.lower()]
        yield " ".join([deel, *elders])


def _vraagt_maat(deel: str, boek: Woordenboek) -> bool:
    rij = boek.stammen(deel)
    return any(staat_dicht(g, rij) for g in boek.maat) or any(
        bevat(groepen, frozenset(rij)) for groepen in boek.vergelijking.values()
    )
