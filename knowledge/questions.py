"""From a message to the questions in it: several at once, or one hidden in a story."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text import vouw, woorden

_VRAAGWOORD: Final = (
    "wat wie waar wanneer waarom hoe hoeveel hoelang welke welk is zijn heeft hebben kan kun kunnen mag moet bestaat "
    "krijg krijgt geldt telt hoort valt klopt staat komt doet doen weet weten wil zoek"
).split()
_GRENS: Final = re.compile(
    r"(?<=[?!])\s+|\n+|(?<=\.)\s+(?=[A-Za-z])|\s+(?:en ook|en daarnaast|verder nog|daarnaast|nog iets|tweede vraag)[:,]?\s+"
)
_MEESTE: Final = 4


def deelvragen(bericht: str) -> list[str]:
    """The questions in a message, in order; the whole message when it is just one."""
    zinnen = [z.strip() for z in _GRENS.split(bericht) if z and z.strip()]
    vragen = [z for z in zinnen if _is_vraag(z)]
    met_teken = [z for z in vragen if z.endswith("?")]
    if len(met_teken) >= 2 and all(woorden(z) for z in met_teken):
        return met_teken[:_MEESTE]
    return [bericht.strip()]


def kern(bericht: str) -> list[str]:
    """Shorter readings of a message of several sentences: the ones that ask something, last one first."""
    zinnen = [z.strip() for z in re.split(r"(?<=[.?!])\s+|\n+", bericht) if z and z.strip()]
    return [z for z in reversed(zinnen) if _is_vraag(z) and woorden(z) and z != bericht.strip()][:2]


def _is_vraag(zin: str) -> bool:
    begin = vouw(zin).split()
    return zin.rstrip().endswith("?") or bool(begin and begin[0] in _VRAAGWOORD)
