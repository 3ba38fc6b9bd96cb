"""A school that is put right in the text: "niet mbo 3 maar mbo 2", "zit op vmbo? nee praktijkonderwijs"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.schoolplek import EIGEN, VERVOLG, VOOR_MBO, Schoolplek
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import verband

#: Within so many words a correction is about the school that it stands by.
_NABIJ = 5
#: Within so many words after a correction stands what is right: "correctie van mijn collega: het is ...".
_HERZIEN = 8
#: Between "niet mbo 3" and "mbo 2" stands little more than "maar".
_MAAR = 4


def hersteld(plekken: Sequence[Schoolplek], verhaal: Verhaal) -> list[Schoolplek]:
    """Each school that is put right with the part that the wrong one played."""
    uit: list[Schoolplek] = []
    juist: Schoolplek | None = None
    for plek in _niet_maar(plekken, verhaal):
        vorige = uit[-1] if uit else None
        if vorige and _komt_ervoor(vorige, plek, verhaal):
            uit[-1] = juist = replace(plek, rol=vorige.rol if plek.rol == "los" else plek.rol)
        elif vorige and _herziet(vorige, plek, verhaal):
            uit[-1] = juist = replace(plek, rol=vorige.rol)
        elif not (vorige and vorige is juist and vorige.waarde == plek.waarde and plek.rol in EIGEN):
            uit.append(plek)  # "o nee, mbo 3 staat er in de aanmelding, dus mbo 3" names it once
    return uit


def _niet_maar(plekken: Sequence[Schoolplek], verhaal: Verhaal) -> list[Schoolplek]:
    """ "student mbo 3 ... sorry, niet mbo 3 maar mbo 2": what stands after "maar" takes the place of the first naming."""
    uit = list(plekken)
    for niet, wel in pairwise(plekken):
        eerder = uit[: uit.index(niet)] if niet in uit else []
        eerste = next((p for p in eerder if p.waarde == niet.waarde and not p.duiding.ontkend), None)
        van, tot = niet.vermelding.tot, wel.vermelding.van
        maar = tot - van <= _MAAR and "maar" in verhaal.tussen(van, tot)
        if eerste and niet.duiding.ontkend and maar and wel.rol in EIGEN:
            uit = [replace(wel, rol=eerste.rol) if p is eerste else p for p in uit if p not in (niet, wel)]
    return uit


def _komt_ervoor(vorige: Schoolplek, plek: Schoolplek, verhaal: Verhaal) -> bool:
    """ "zit op vmbo? nee praktijkonderwijs": the second school takes the place of the one asked about."""
    van, tot = vorige.vermelding.tot, plek.vermelding.van
    if plek.duiding.ontkend or tot - van > _NABIJ:
        return False
    vraagt = "?" in verhaal.tussen(van, tot) and verhaal.sein("correctie", van, tot)
    return bool(verhaal.sein("herstelt", van, tot) or vraagt)


def _herziet(vorige: Schoolplek, plek: Schoolplek, verhaal: Verhaal) -> bool:
    """ "op vmbo-basis, correctie van een collega: het is vmbo-kader": another rung of the same ladder."""
    trap = any({vorige.waarde, plek.waarde} <= {*soort} for soort in (VOOR_MBO, VERVOLG))
    van = plek.vermelding.van
    sein = verhaal.sein("correctie", vorige.vermelding.tot, van)
    if not (trap and sein) or vorige.waarde == plek.waarde or plek.duiding.ander or plek.duiding.ontkend:
        return False
    tussen = range(max(sein), van)
    anders = any(is_persoonsvorm(w) and w not in verband("koppelwerkwoord") for w in map(verhaal.norm, tussen))
    return len(tussen) <= _HERZIEN and not anders and plek.rol in ("los", "nu", "vroeger")
