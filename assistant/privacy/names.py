"""Which words are names of people: the Dutch name lists of ``deduce``, minus ordinary words.

The lists are read as plain files; ``deduce`` itself is not loaded, since it
builds large tables and masks school and place names as well.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from knowledge.text import STOPWOORDEN, gewoon_woord, vouw

_AANSPREKING: Final = frozenset(
    "meneer mevrouw mevr mw dhr heer juf juffrouw meester dokter drs ir dr tante oom opa oma".split()
)
_TUSSENVOEGSELS: Final = frozenset("van de der den ten ter te het 't in el al ben bin ibn ait ait o'".split())


@dataclass(frozen=True)
class Namenlijst:
    """First names and surnames, and the words that are never a name here."""

    voornamen: frozenset[str]
    achternamen: frozenset[str]
    behouden: frozenset[str]
    gewoon: frozenset[str]
    plaatsen: frozenset[str]

    @classmethod
    def laad(cls, behouden: Iterable[str] = (), teksten: Iterable[str] = ()) -> Namenlijst:
        """The lists, with the names of ``behouden`` (schools, places, organisations) never a person's name.

        Words of ``teksten`` are ordinary words: a name only with a capital and in context.
        """
        kennis = frozenset(w for tekst in (*behouden, *_NOOIT) for w in vouw(tekst).split())
        gewoon = frozenset(w for tekst in teksten for w in vouw(tekst).split()) | _lijst("lst_common_word", "whitelist")
        return cls(
            _lijst("lst_first_name"), _lijst("lst_surname"), kennis | STOPWOORDEN | _MAANDEN, gewoon, _plaatsen()
        )

    def is_voornaam(self, woord: str) -> bool:
        """In the list of first names and not a word that is kept."""
        gevouwen = vouw(woord)
        return gevouwen in self.voornamen and gevouwen not in self.behouden

    def is_vakwoord(self, woord: str) -> bool:
        """A word of the names that are kept: of schools, organisations and subjects."""
        return vouw(woord) in self.behouden

    def is_achternaam(self, woord: str) -> bool:
        """In the list of surnames; a place may be one too ("de Vries")."""
        return vouw(woord) in self.achternamen

    def is_plaats(self, woord: str) -> bool:
        """The name of a Dutch town or village; many are surnames too."""
        return vouw(woord) in self.plaatsen

    def is_gewoon_woord(self, woord: str) -> bool:
        """Also an ordinary Dutch word ("roos", "mark"), so that context must decide."""
        gevouwen = vouw(woord)
        return gevouwen in self.behouden or gevouwen in self.gewoon or gewoon_woord(gevouwen)

    @staticmethod
    def is_aanspreking(woord: str) -> bool:
        """A form of address, after which a name follows."""
        return vouw(woord) in _AANSPREKING

    @staticmethod
    def is_tussenvoegsel(woord: str) -> bool:
        """A particle of a surname ("van", "de")."""
        return woord.lower() in _TUSSENVOEGSELS


_NOOIT: Final[list[str]] = yaml.safe_load(Path(__file__).with_name("gewone_woorden.yml").read_text(encoding="utf-8"))
_MAANDEN: Final = frozenset(
    "januari februari maart april mei juni juli augustus september oktober november december "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
)


def _plaatsen() -> frozenset[str]:
    return _lijst("lst_residence", "locations/lst_placename")


@cache
def _lijst(naam: str, soort: str = "names") -> frozenset[str]:
    herkomst = importlib.util.find_spec("deduce")
    if herkomst is None or herkomst.origin is None:
        raise NamenlijstOntbreekt("De namenlijsten ontbreken. Installeer de afhankelijkheden opnieuw met: make install")
    pad = Path(herkomst.origin).parent / "data" / "lookup" / "src" / soort / naam / "items.txt"
    return frozenset(vouw(r) for r in pad.read_text(encoding="utf-8").splitlines() if len(vouw(r)) > 1)


class NamenlijstOntbreekt(RuntimeError):
    """Without name lists nothing may be masked, so nothing may be read either."""
