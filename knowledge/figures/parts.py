"""A question that asks two things at once: 'hoeveel fte is er en wat kost dat'."""

from __future__ import annotations

import re

from knowledge.figures.vocabulary import Woordenboek

_MEEST = 3
_WOORD = re.compile(r"[a-z]+", re.IGNORECASE)
#: The word that most often begins a second question, in whatever short form it is typed.
_HOEVEEL = "hoeveel"
#: What comes first only says of whom a part is asked: "van de jongeren die in 2016-2017 uitvielen, welk deel ...".
_VAN_WIE = re.compile(
    r"^(?:en )?(?:van|onder) (?:de|het|alle|al|wie|degenen|onze|jongeren|leerlingen|studenten)\b", re.IGNORECASE
)


def deelvragen(vraag: str, boek: Woordenboek) -> list[str]:
    """The questions in a text, split where 'en', a comma or a question mark begins another one."""
    begin = "|".join(re.escape(w) for w in boek.nieuwe_vraag)
    grens = re.compile(
        rf"(?:[,;?]\s*(?:en\s+)?|\s+en\s+(?:ook\s+)?|\s\+\s)(?=(?:{begin})\b)|\?\s+(?=en\b)", re.IGNORECASE
    )
    vraag = _WOORD.sub(lambda w: _HOEVEEL if boek.gelijk.get(w[0].lower()) == _HOEVEEL else w[0], vraag)
    delen = [d for d in (deel.strip(" ,;?") for deel in grens.split(vraag)) if d]
    if len(delen) > 1 and _VAN_WIE.search(delen[0]):
        delen[:2] = [" ".join(delen[:2])]
    return delen[:_MEEST]


def zonder_inleiding(deel: str) -> list[str]:
    """A question as it is told, and without the sentences before it: "ben de kalender aan het vullen. hoe vaak ..."."""
    return list(dict.fromkeys([deel, re.split(r"(?<=[.!:])\s+", deel)[-1]]))
