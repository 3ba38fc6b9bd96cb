"""Messages to measure with: the evaluation sets, so that no wording is ours, and answers as people type them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Any

import yaml

from assistant.settings import WORTEL
from evaluatie.zaken import lees

TOETS_BEGINT = "Ik wil toetsen of een leerling JIKP is"


@dataclass(frozen=True)
class Bericht:
    """A message, in the region of the user, perhaps after another one."""

    tekst: str
    regio: str | None = None
    na: str | None = None


def vragen(aantal: int, deel: str = "test") -> list[Bericht]:
    """Different knowledge questions."""
    zaken = [z for z in lees("vragen", deel) if z["gedrag"] == "antwoord"]
    return _eerste((_bericht(z, "vraag") for z in zaken), aantal)


def beschrijvingen(aantal: int, deel: str = "test") -> list[Bericht]:
    """Different descriptions of a youth."""
    return _eerste((_bericht(z, "tekst") for z in lees("casussen", deel)), aantal)


def formulierantwoorden(aantal: int) -> list[Bericht]:
    """Different short answers, each just after a check was started."""
    nlu = yaml.safe_load((WORTEL / "data" / "nlu" / "kort.yml").read_text(encoding="utf-8"))["nlu"]
    voorbeelden = next(i["examples"] for i in nlu if i.get("intent") == "feit")
    regels = (regel.removeprefix("- ").strip() for regel in voorbeelden.splitlines())
    return _eerste((Bericht(regel, na=TOETS_BEGINT) for regel in regels if regel), aantal)


def gemengd(aantal: int) -> list[Bericht]:
    """Questions and descriptions in turn, none of them used elsewhere here."""
    paren = zip_longest(vragen(aantal, "ontwikkel"), beschrijvingen(aantal, "ontwikkel"))
    return [b for b in chain.from_iterable(paren) if b][:aantal]


def _bericht(zaak: dict[str, Any], veld: str) -> Bericht:
    return Bericht(zaak[veld], zaak.get("regio"))


def _eerste(berichten: Any, aantal: int) -> list[Bericht]:
    return list(islice({b.tekst: b for b in berichten}.values(), aantal))
