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
_GEGEVEN: Final = re.compile(rf"\b(?:{'|'.join(_VORM['gegeven'])})\b")
_DEEL: Final = re.compile(r"[.,;:!?\n()]+")
#: "Ernstige problemen? nee niet echt" repeats a question in order to answer it.
_ZELF_BEANTWOORD: Final = re.compile(
    r"(?i)[^.?!\n]*\?\s*(?=(?:ja|jawel|nee|neen|nope|niet|geen|klopt|dat weet|weet ik|weten we)\b)"
)
_GRENS: Final = re.compile(
    r"(?<=[?!])\s+|\n+|(?<=\.)\s+(?=[A-Za-z])|\s+(?:en ook|en daarnaast|verder nog|daarnaast|nog iets|tweede vraag)[:,]?\s+"
)
#: "… zou ik gaarne vernemen welke partij …": the question inside a sentence, after at least a few words.
_INGEBED: Final = re.compile(
    r"(?i)(?:\S+\s+){3,}?(?:vernemen|weten|af|vraag|vroeg|vragen|benieuwd|zoek|uitleggen|vertellen|aangeven|zeggen)\s*(?:is|:|,)?\s*"
    r"((?:(?:in|op|bij|met|voor|van|tot|via|naar|aan)\s)?(?:wat|wie|welke?|waar\w*|wanneer|waarom|hoe\w*|of)\b.*)"
)
_LEEG: Final = frozenset("klopt vinden vind bestaat weet zeker kloppen antwoord vraag iets bedoelen".split())
_MEESTE: Final = 4
#: Words that a clause after a comma must have to be read as a question of its own.
_BIJZIN: Final = 3
_TERUG: Final = re.compile(r"^en\b|\b(daar\w*|dat|dit|die|deze|het|er\w+)\b")


def is_vraag(tekst: str) -> bool:
    """Whether a text asks something: a question mark, a question word or a turned verb where a clause begins."""
    open_ = _ZELF_BEANTWOORD.sub("", tekst)
    return "?" in open_ or any(_vraagt(d) for d in _DEEL.split(open_))


def vraagt_gegeven(tekst: str) -> bool:
    """Whether one particular is asked: a number, an amount, a name, a place or a date."""
    return bool(_GEGEVEN.search(vouw(tekst)))


def deelvragen(bericht: str) -> list[str]:
    """The questions in a message, in order; the whole message when it is just one."""
    zinnen = [z.strip() for z in _GRENS.split(bericht) if z and z.strip()]
    met_teken = [z for z in zinnen if z.endswith("?")]
    if len(met_teken) >= 2 and all(woorden(z) for z in met_teken):
        return met_teken[:_MEESTE]
    return [bericht.strip()]


def kern(bericht: str) -> list[str]:
    """Shorter readings of a long message: the sentences that ask something, last one first, and a question in one."""
    zinnen = [z.strip() for z in re.split(r"(?<=[.?!])\s+|\n+", bericht) if z and z.strip()]
    vragend = [z for z in reversed(zinnen) if is_vraag(z)]
    ingebed = [m.group(1) for z in vragend if (m := _INGEBED.search(z))]
    bijzin = [d for z in vragend for d in _eigen_vraag(z)]
    return [
        z for z in dict.fromkeys([*vragend[:2], *ingebed[:1], *bijzin[:1]]) if z != bericht.strip() and _zegt_iets(z)
    ]


def _eigen_vraag(zin: str) -> list[str]:
    """A question after a comma that needs nothing of what is told before it: "jongen van 22, wie zoekt werk met hem"."""
    begin, *rest = re.split(r",\s+", zin)
    if _vraagt(begin):
        return []
    return [d for d in rest if _vraagt(d) and not _TERUG.search(d.lower()) and len(woorden(d)) >= _BIJZIN]


def _zegt_iets(zin: str) -> bool:
    """Whether a sentence has a subject of its own: "klopt dat?" has not."""
    return len([w for w in woorden(zin) if w not in _LEEG]) >= 2


def _vraagt(deel: str) -> bool:
    gevouwen = _AANLOOP.sub("", vouw(deel))
    return bool(_BEGIN.match(gevouwen) or _ERGENS.search(gevouwen))
