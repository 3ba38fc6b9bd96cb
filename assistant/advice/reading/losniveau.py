"""A level of mbo called by its number alone: "bij het roc getekend voor 2", "stroomt van niveau 3 af naar 2"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from assistant.advice.reading.tekst import Indeling, Woord
from assistant.advice.reading.woordenschat import Begrip, begrippen, verband


@cache
def _niveaus() -> dict[str, Begrip]:
    """The school type of each number."""
    namen = {f"mbo-{nr}": str(nr) for nr in (2, 3, 4)}
    return {namen[b.naam]: b for b, _ in begrippen() if b.soort == "school" and b.naam in namen}


def is_mbo(begrip: Begrip) -> bool:
    """Whether a school type is mbo, of whatever level."""
    naam, mogelijk = begrip.naam, begrip.kenmerken.get("mogelijk", ())
    return begrip.soort == "school" and (
        naam.startswith("mbo") or naam == "entree" or (not naam and set(mogelijk) <= {"mbo-2", "mbo-3", "mbo-4"})
    )


def losse_niveaus(
    rij: Sequence[Woord], indeling: Indeling, bezet: frozenset[int], mbo: Sequence[int]
) -> Iterator[tuple[Begrip, int]]:
    """Numbers behind "op", "voor" or "naar" and before nothing that is counted, in a sentence that speaks of mbo."""
    for nr in range(1, len(rij)):
        volgt = rij[nr + 1] if nr + 1 < len(rij) else None
        vrij = volgt is None or volgt.soort in ("teken", "regel") or volgt.norm in verband("na_niveau")
        if nr in bezet or rij[nr].norm not in _niveaus() or rij[nr - 1].norm not in verband("voor_niveau") or not vrij:
            continue
        if any(indeling.zinsgrenzen(m) == indeling.zinsgrenzen(nr) for m in mbo):
            yield _niveaus()[rij[nr].norm], nr
