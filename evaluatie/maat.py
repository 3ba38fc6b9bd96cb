"""Shared measuring: does a reply hold the decisive words, and how are counts kept?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from assistant.messages import Antwoord

#: A number as a case has it; a text may write more zeros behind the comma: 3,1 is 3,10 and 32 is 32,0.
_GETAL = re.compile(r"\d+(?:,\d+)?")


@dataclass
class Uitslag:
    """The figures of one kind of case, and which cases missed."""

    naam: str
    maten: dict[str, float] = field(default_factory=dict)
    mis: list[str] = field(default_factory=list)


class Tellers:
    """Right and asked, per label."""

    def __init__(self) -> None:
        self._goed: Counter[str] = Counter()
        self._alle: Counter[str] = Counter()

    def tel(self, goed: bool, *labels: str) -> None:
        """Counts one case under each label."""
        for label in labels:
            self._alle[label] += 1
            self._goed[label] += goed

    def maten(self) -> dict[str, float]:
        """Share right per label, the largest groups first."""
        return {f"{k} (n={n})" if k != "alle" else k: self._goed[k] / n for k, n in self._alle.most_common()}


def gevouwen(tekst: object) -> str:
    """A text as it is compared: lower case, one kind of space, no punctuation but that of numbers."""
    laag = unicodedata.normalize("NFKC", str(tekst)).lower().replace("’", "'")
    return re.sub(r"[^a-z0-9à-ÿ%€,.]+", " ", re.sub(r"[*_`]", "", laag)).strip()


def bevat(tekst: str, zoek: str) -> bool:
    """Whether a text holds a word or figure; long words also inside a compound, and figures with more zeros behind."""
    t = f" {gevouwen(tekst)} ".replace(". ", " ").replace(", ", " ")
    z = gevouwen(zoek).rstrip(".,")
    heel = f" {z} " in t or f" {z}% " in t or (len(z) > 5 and not z[0].isdigit() and z in t)
    return heel or (bool(_GETAL.fullmatch(z)) and bool(re.search(rf" {z}{'0+' if ',' in z else ',0+'}%? ", t)))


def gemist(tekst: str, groepen: Iterable[Iterable[str]] | None) -> list[list[str]]:
    """The groups of which no alternative occurs."""
    return [list(g) for g in groepen or [] if not any(bevat(tekst, z) for z in g)]


def alle_tekst(antwoorden: Iterable[Antwoord]) -> str:
    """What a reader sees of a turn: text, sources, and the advice card."""
    delen: list[str] = []
    for a in antwoorden:
        delen += [a.tekst, *(f"{b.titel} {b.sectie}" for b in a.bronnen)]
        if a.advies:
            delen += [a.advies.naam, a.advies.status, a.advies.uitleg]
            delen += [f"{c.organisatie} {c.rol}" for c in a.advies.contact]
    return "\n".join(delen)


def oordelen(antwoorden: Iterable[Antwoord]) -> dict[str, str]:
    """The verdict per definition that a turn carries."""
    for a in antwoorden:
        if toets := a.toets or (a.advies.jikp if a.advies else None):
            return {u.definitie: u.uitkomst for u in toets.uitkomsten}
    return {}


def afwijkend(verwacht: Mapping[str, Any] | None, gekregen: Mapping[str, Any]) -> dict[str, Any]:
    """Expected values that came out differently."""
    return {k: gekregen.get(k) for k, w in (verwacht or {}).items() if gekregen.get(k) != w}
