"""Descriptions in the form of a list: "diploma: nee", "werk: nee", "ingeschreven: ja"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.advice.reading.gesprek import kort_antwoord
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.woordenschat import lijst

#: Stronger than what is read from running text: the writer named the field.
_KRACHT = 5
_LANGSTE = 6
_ZELF_GELEZEN = ("leeftijd", "geboortedatum", "gemeente", "onderwijs", "herkomst")


def lees_formulier(verhaal: Verhaal) -> Iterator[Bewering]:
    """Claims of every "field: value" in the text."""
    velden: dict[str, str] = lijst("gesprek")["veldnamen"]
    for nr, woord in enumerate(verhaal.woorden):
        veld = velden.get(verhaal.norm(nr - 1))
        if woord.norm != ":" or veld is None or veld in _ZELF_GELEZEN or not _begint(verhaal, nr - 1):
            continue
        einde = _einde(verhaal, nr + 1)
        woorden = [verhaal.norm(n) for n in range(nr + 1, einde)]
        if woorden and len(woorden) <= _LANGSTE and (gevonden := kort_antwoord(woorden, veld)):
            yield Bewering(gevonden[0], gevonden[1], nr - 1, einde, kracht=_KRACHT)


def _begint(verhaal: Verhaal, nr: int) -> bool:
    """The name of the field stands at the start of a line or item."""
    return nr == 0 or verhaal.woorden[nr - 1].soort in ("teken", "regel")


def _einde(verhaal: Verhaal, nr: int) -> int:
    while nr < len(verhaal.woorden) and verhaal.woorden[nr].soort not in ("teken", "regel"):
        nr += 1
    return nr
