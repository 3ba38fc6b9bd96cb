"""Descriptions in the form of a list: "diploma: nee", "Uitvalrisico..: geen", "Problemen thuis: geen"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from assistant.advice.reading.gesprek import kort_antwoord
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.woordenschat import lijst

#: Stronger than what is read from running text: the writer named the field.
_KRACHT = 5
_LANGSTE = 6
_LANGSTE_KOP = 3
_ZELF_GELEZEN = ("leeftijd", "geboortedatum", "gemeente", "onderwijs", "herkomst")


@cache
def _velden() -> Mapping[str, str]:
    """Names of fields, as users type them and as lists print them."""
    regels = lijst("gesprek")
    return {**regels["veldnamen"], **regels["formulierkoppen"]}


def lees_formulier(verhaal: Verhaal) -> Iterator[Bewering]:
    """Claims of every "field: value" in the text; a field that was left empty is in doubt."""
    for van, punt, veld in koppen(verhaal):
        einde = _einde(verhaal, punt + 1)
        woorden = [verhaal.norm(n) for n in range(punt + 1, einde)]
        if veld in _ZELF_GELEZEN or len(woorden) > _LANGSTE or "stoppen" in woorden:
            continue
        waarde = " ".join(woorden)
        if waarde in lijst("gesprek")["weggelaten"] and veld in lijst("gesprek")["mag_leeg"]:
            continue
        if not woorden or waarde in lijst("gesprek")["leeg"]:
            yield Bewering(veld, "", van, max(einde, punt), zeker=False)
        elif gevonden := kort_antwoord(woorden, veld):
            yield Bewering(gevonden[0], gevonden[1], van, einde, kracht=_KRACHT)


def koppen(verhaal: Verhaal) -> Iterator[tuple[int, int, str]]:
    """First word, colon and field of every name at the start of a line or item."""
    for punt, woord in enumerate(verhaal.woorden):
        if woord.norm != ":":
            continue
        begin = punt
        while begin > 0 and verhaal.woorden[begin - 1].soort not in ("teken", "regel"):
            begin -= 1
        veld = next((v for n in range(begin, punt) if (v := _velden().get(verhaal.norm(n)))), None)
        if veld and punt - begin <= _LANGSTE_KOP:
            yield begin, punt, veld


def in_kop(verhaal: Verhaal) -> frozenset[int]:
    """The words that are the name of a field."""
    return frozenset(nr for begin, punt, _ in koppen(verhaal) for nr in range(begin, punt))


def bestemmingsregels(verhaal: Verhaal) -> frozenset[int]:
    """The words behind the name of the field for where somebody goes: "vervolgstap: mbo 3"."""
    naar = [punt for _, punt, veld in koppen(verhaal) if veld == "gaat_naar"]
    return frozenset(nr for punt in naar for nr in range(punt, _einde(verhaal, punt + 1)))


def _einde(verhaal: Verhaal, nr: int) -> int:
    while nr < len(verhaal.woorden) and verhaal.woorden[nr].soort not in ("teken", "regel"):
        nr += 1
    return nr
