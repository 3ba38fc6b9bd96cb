"""Words for a place of work or an occupation, whatever compound they come in: "champignonkwekerij", "magazijnhulp"."""

from __future__ import annotations

from functools import cache, lru_cache

from assistant.advice.reading.woordenschat import kaal, lijst


@cache
def _woorden(*soorten: str) -> frozenset[str]:
    return frozenset(kaal(str(w)) for soort in soorten for w in lijst("werkplekken")[soort])


@lru_cache(maxsize=5000)
def is_werkplek(woord: str) -> bool:
    """Whether a word names a workplace or an occupation, by itself or by its last part."""
    if woord in _woorden("geen"):
        return False
    if woord in _woorden("plekken", "beroepen"):
        return True
    return any(woord.endswith(s) and len(woord) > len(s) + 1 for s in _woorden("plek_staarten", "beroep_staarten"))
