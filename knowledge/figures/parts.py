"""A question that asks two things at once: 'hoeveel fte is er en wat kost dat'."""

from __future__ import annotations

import re

from knowledge.figures.vocabulary import Woordenboek

_MEEST = 3
_WOORD = re.compile(r"[a-z]+", re.IGNORECASE)
#: The word that most often begins a second question, in whatever short form it is typed.
_HOEVEEL = "hoeveel"
#: What comes first only says of whom a part is asked ("van de jongeren die in 2016-2017 uitvielen, welk deel ..."), or
#: what is supposed ("als we de streefcijfers halen, om hoeveel jongeren gaat het dan").
_VAN_WIE = re.compile(
    r"^(?:en )?(?:(?:van|onder) (?:de|het|alle|al|wie|degenen|onze|jongeren|leerlingen|studenten)|als|indien|stel|mits|zodra)\b",
    re.IGNORECASE,
)
#: From so many on, what stands between commas and "en" is a row of figures.
RIJ = 3
_STUK = re.compile(r"[,;:.?!]\s+|\s(?:en|plus|\+|&)\s", re.IGNORECASE)
#: The whole as one of a row, after its parts: "vo, mbo en totaal"; not "vo en mbo samen".
_EN_GEHEEL = re.compile(
    r"(?:,|\ben|\bplus|\+) (?:ook |dan |nog |voor |over |in |van |het |de |alles )*(?:totaal|totale|samen|bij elkaar|geheel)\b",
    re.IGNORECASE,
)
#: The whole with its parts behind it: "hoeveel waren er, uitgesplitst naar vo en mbo".
_GESPLITST = re.compile(r"\b(?:(?:op|uit)?gesplitst|(?:onder)?verdeeld|uitsplitsing|opsplitsing)\b", re.IGNORECASE)

#: A whole, and then a part of it: "hoeveel waren dat en hoeveel daarvan zaten op het mbo", "totaal en waarvan mbo".
_WAARVAN = re.compile(r"\b(?:en|,) (?:hoe ?veel |welk deel |wat )?(?:daarvan|waarvan|ervan)\b", re.IGNORECASE)


def stukken(vraag: str) -> list[str]:
    """What stands between the commas, the colons and every "en" of a text."""
    return [s for stuk in _STUK.split(vraag) if (s := stuk.strip(" ,;:?!."))]


def noemt_ook_geheel(vraag: str) -> bool:
    """Whether the whole is asked beside its parts."""
    return any(patroon.search(vraag) for patroon in (_EN_GEHEEL, _GESPLITST, _WAARVAN))


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
