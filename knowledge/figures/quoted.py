"""Figures that a question itself quotes: 'die 1,2%', 'de genoemde 0,29%'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.model import Observatie

_CITAAT = re.compile(
    r"(?<![\d,./-])(?:(?P<procent>\d{1,3}(?:[,.]\d{1,2})?)\s?(?:%|procent\b)|(?P<komma>\d{1,3},\d{1,2})"
    r"|(?:€\s?|euro\s)?(?P<geheel>\d{1,3}(?:\.\d{3})+|(?!20\d\d)\d{3,7})(?:,-+)?)(?![\d/-]|\.\d|\s?(?:uur|jaar))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Citaat:
    """A quoted number, and whether it is a percentage; a number with a comma may be one."""

    waarde: float
    procent: bool

    def is_van(self, o: Observatie) -> bool:
        """Whether the number is the value of a figure."""
        return o.waarde == self.waarde and self.procent == (o.eenheid == "%") and not o.onbetrouwbaar


def lees_citaten(tekst: str) -> tuple[tuple[Citaat, ...], str]:
    """The quoted numbers, and the text without them."""
    citaten = []
    for gevonden in _CITAAT.finditer(tekst):
        komma = gevonden["procent"] or gevonden["komma"]
        getal = komma.replace(",", ".") if komma else gevonden["geheel"].replace(".", "")
        citaten.append(Citaat(float(getal), komma is not None))
    return tuple(citaten), _CITAAT.sub(" ", tekst)


#: A small number of people: "in welk jaar had Aalten 37 uitvallers".
_PERSONEN = re.compile(
    r"(?<![\d,.])(\d{1,3}) (?:\w+ )?(?:vsv\W?\w*|\w*uitvallers?|jongeren|leerlingen|studenten|schoolverlaters)\b",
    re.IGNORECASE,
)


def lees_personen(tekst: str) -> tuple[Citaat, ...]:
    """The numbers of people that a text quotes, also small ones."""
    return tuple(Citaat(float(m[1]), False) for m in _PERSONEN.finditer(tekst))


def aangehaald(citaten: Iterable[Citaat], observaties: Iterable[Observatie], regio: str) -> list[Observatie]:
    """The figures in the document of a region that a question quotes."""
    eigen = [o for o in observaties if o.regio == regio]
    return [o for c in citaten for o in eigen if c.is_van(o)]
