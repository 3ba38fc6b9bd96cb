"""Whether a text that was just given, or one on the same subject, says in so many words what is asked next."""

from __future__ import annotations

import re
from typing import Final

from knowledge.answers.details import geeft
from knowledge.answers.followup import eigen_woorden, gevraagde_woorden, noemt_ook, vraagt_geld
from knowledge.text import woorden

_ZIN: Final = re.compile(r"(?<=[.;:])\s+|\n+")
#: ... and what is said after a colon with what stands before it.
_REGEL: Final = re.compile(r"(?<=[.;])\s+|\n+")
#: A sentence that says that something is missing does not say it.
_ZWIJGT: Final = re.compile(r"(?i)\b(?:niet in de (?:bron|nota|notitie)|staat er niet|ontbre\w+|noemt \w+ niet)\b")
#: So many words of a question must stand together in the sentence that answers it; one will do when it gives the detail.
_SAMEN: Final = 2


def zegt(vraag: str, tekst: str) -> bool:
    """Whether one sentence of a text has every word of a question that is more than a question word."""
    gevraagd = gevraagde_woorden(vraag)
    eigen = eigen_woorden(vraag)
    return any(
        (len(gevraagd) >= _SAMEN and gevraagd <= staan) or (eigen and eigen <= staan and geeft(vraag, zin))
        for zin in _ZIN.split(tekst)
        if not _ZWIJGT.search(zin) and (staan := set(woorden(zin)))
    )


def zegt_ook_bedrag(vraag: str, vorige_vraag: str, tekst: str) -> bool:
    """Whether an amount was asked of one, and a text has that of the other who is named now: "en de contactschool?"."""
    wie = eigen_woorden(vraag)
    if not (wie and noemt_ook(vraag) and vraagt_geld(vorige_vraag)):
        return False
    return any("€" in zin and wie <= set(woorden(zin)) for zin in _REGEL.split(tekst))
