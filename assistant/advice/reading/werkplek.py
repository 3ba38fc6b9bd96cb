"""Words for a place of work or an occupation, whatever compound they come in: "champignonkwekerij", "magazijnhulp"."""

from __future__ import annotations

from functools import lru_cache

from assistant.advice.reading.woordenschat import kaal, lijst


@lru_cache(maxsize=5000)
def is_werkplek(woord: str) -> bool:
    """Whether a word names a workplace or an occupation, by itself or by its last part."""
    regels = lijst("werkplekken")
    if woord in {kaal(str(w)) for w in regels["geen"]}:
        return False
    if woord in {kaal(str(w)) for w in (*regels["plekken"], *regels["beroepen"])}:
        return True
    staarten = (*regels["plek_staarten"], *regels["beroep_staarten"])
    return any(woord.endswith(s) and len(woord) > len(s) + 1 for s in staarten)
