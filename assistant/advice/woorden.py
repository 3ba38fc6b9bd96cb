"""Facts and values in the words of people; the words come from the question file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from knowledge.rulemodel import Vraagregel


class Woorden:
    """Labels of fields and values."""

    def __init__(self, vragen: Iterable[Vraagregel]) -> None:
        self.vragen = {v.veld: v for v in vragen}

    def veld(self, veld: str) -> str:
        """A field as people call it."""
        return self.vragen[veld].label if veld in self.vragen else veld.replace("_", " ")

    def waarde(self, veld: str, waarde: Any) -> str:
        """A value as people say it."""
        if veld == "leeftijd":
            return f"{waarde} jaar"
        if isinstance(waarde, (list, tuple)):
            return opsomming([self.waarde(veld, w) for w in waarde], "of" if veld not in _LIJSTEN else "en") or "geen"
        regel = self.vragen.get(veld)
        return regel.waarden.get(str(waarde), str(waarde)) if regel else str(waarde)

    def kenmerk(self, veld: str, waarde: Any) -> str:
        """A fact as a professional would say it; the field is named where the value alone does not tell."""
        kaal = self.waarde(veld, waarde)
        return f"{_MET_NAAM[veld]} {kaal}" if veld in _MET_NAAM else kaal

    def kenmerken(self, kenmerken: Mapping[str, Any]) -> str:
        """Facts in one sentence part, without birth date."""
        delen = [self.waarde(v, w) for v, w in kenmerken.items() if v not in ("geboortedatum", "regio")]
        return opsomming(delen, "en")


_LIJSTEN = ("problemen", "aandacht")
_MET_NAAM = {"gemeente": "gemeente", "perspectief": "perspectief:", "problemen": "problemen:", "aandacht": "let op:"}


def opsomming(delen: Iterable[str], voegwoord: str = "en") -> str:
    """'a, b en c'."""
    lijst = list(delen)
    return f" {voegwoord} ".join([", ".join(lijst[:-1]), lijst[-1]]) if len(lijst) > 1 else "".join(lijst)
