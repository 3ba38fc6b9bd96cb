"""From a message to the questions in it: several at once, or one hidden in a story."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import yaml

from knowledge.text import vouw, woorden

_VORM: Final[dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("vraagvorm.yml").read_text(encoding="utf-8")
)
_AANLOOP: Final = re.compile(rf"^(?:(?:{'|'.join(_VORM['aanloop'])}) )+")
_BEGIN: Final = re.compile(rf"(?:{'|'.join(_VORM['vraagwoord'] + _VORM['omkering'])})\b")
_ERGENS: Final = re.compile("|".join(rf"{p}\b" if p.startswith("^") else rf"\b{p}\b" for p in _VORM["verzoek"]))
_DEEL: Final = re.compile(r"[.,;:!?\n()]+")
#: "Ernstige problemen? nee niet echt" repeats a question in order to answer it.
_ZELF_BEANTWOORD: Final = re.compile(
    r"(?i)[^.?!\n]*\?\s*(?=(?:ja|jawel|nee|neen|nope|niet|geen|klopt|dat weet|weet ik|weten we)\b)"
)
_GRENS: Final = re.compile(
    r"(?<=[?!])\s+|\n+|(?<=\.)\s+(?=[A-Za-z])|\s+(?:en ook|en daarnaast|verder nog|daarnaast|nog iets|tweede vraag)[:,]?\s+"
)
_MEESTE: Final = 4


def is_vraag(tekst: str) -> bool:
    """Whether a text asks something: a question mark, a question word or a turned verb where a clause begins."""
    open_ = _ZELF_BEANTWOORD.sub("", tekst)
    return "?" in open_ or any(_vraagt(d) for d in _DEEL.split(open_))


def deelvragen(bericht: str) -> list[str]:
    """The questions in a message, in order; the whole message when it is just one."""
    zinnen = [z.strip() for z in _GRENS.split(bericht) if z and z.strip()]
    met_teken = [z for z in zinnen if z.endswith("?")]
    if len(met_teken) >= 2 and all(woorden(z) for z in met_teken):
        return met_teken[:_MEESTE]
    return [bericht.strip()]


def kern(bericht: str) -> list[str]:
    """Shorter readings of a message of several sentences: the ones that ask something, last one first."""
    zinnen = [z.strip() for z in re.split(r"(?<=[.?!])\s+|\n+", bericht) if z and z.strip()]
    return [z for z in reversed(zinnen) if is_vraag(z) and woorden(z) and z != bericht.strip()][:2]


def _vraagt(deel: str) -> bool:
    gevouwen = _AANLOOP.sub("", vouw(deel))
    return bool(_BEGIN.match(gevouwen) or _ERGENS.search(gevouwen))
