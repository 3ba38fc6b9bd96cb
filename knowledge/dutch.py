"""The Dutch words of spaCy's lookup tables, read once and shared by finding, reading and masking.

spaCy's own table costs four times the memory of a plain dictionary, and the
same words stand in both tables: here every word is kept once.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Woordtabellen:
    """Inflected forms with their base form, and base forms by part of speech."""

    grondvorm: dict[str, str]
    soorten: dict[str, frozenset[str]]


class WoordtabelOntbreekt(RuntimeError):
    """The package with the Dutch tables is not installed."""


@cache
def woordtabellen() -> Woordtabellen:
    """Both tables; a word that occurs more than once is one object in memory."""
    ruw = _lees("lookup")
    een: dict[str, str] = {vorm: vorm for vorm in ruw}
    grondvorm = {vorm: een.setdefault(grond, grond) for vorm, grond in ruw.items()}
    soorten = {s: frozenset(een.setdefault(w, w) for w in woorden) for s, woorden in _lees("index").items()}
    return Woordtabellen(grondvorm, soorten)


def _lees(naam: str) -> Any:
    pakket = find_spec("spacy_lookups_data")
    if pakket is None or pakket.origin is None:
        raise WoordtabelOntbreekt(
            "De woordtabellen ontbreken. Installeer de afhankelijkheden opnieuw met: make install"
        )
    pad = Path(pakket.origin).parent / "data" / f"nl_lemma_{naam}.json.gz"
    with gzip.open(pad, "rt", encoding="utf-8") as bestand:
        return json.load(bestand)
