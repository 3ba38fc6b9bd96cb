"""What an answer is: its text and sources, where to read on, and what the conversation remembers of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from knowledge.answers.details import geeft
from knowledge.answers.followup import Spoor, Stand
from knowledge.figures import Cijferantwoord
from knowledge.model import Kennisitem, Vindplaats
from knowledge.search import Treffer

Gedrag = Literal["antwoord", "weet-niet", "verduidelijk"]


@dataclass(frozen=True)
class Knop:
    """A quick reply: what it shows and what it sends."""

    tekst: str
    bericht: str


@dataclass(frozen=True)
class Kennisantwoord:
    """One answer with its sources, and what the conversation should remember of it."""

    gedrag: Gedrag
    tekst: str
    stand: Stand
    treffers: tuple[Treffer, ...] = ()
    bronnen: tuple[Vindplaats, ...] = ()
    knoppen: tuple[Knop, ...] = ()
    cijfer: Cijferantwoord | None = None
    zekerheid: float = 0.0

    def herhaalt(self, eerder: Kennisantwoord) -> bool:
        """Whether it begins with the item that another question of the same message was answered with."""
        items = self.stand.items[:1]
        kaal = self.cijfer is None and eerder.cijfer is None
        return bool(items) and kaal and self.gedrag == eerder.gedrag and items == eerder.stand.items[:1]


def sporen(bronnen: Iterable[Vindplaats]) -> tuple[Spoor, ...]:
    """Sources as the conversation remembers them."""
    return tuple((b.document, b.sectie, b.regels) for b in bronnen)


def vindplaatsen(stand: Stand) -> tuple[Vindplaats, ...]:
    """The sources that a conversation remembers."""
    return tuple(Vindplaats(document=d, sectie=s, regels=r) for d, s, r in stand.bronnen)


def titelknoppen(titels: Iterable[str]) -> tuple[Knop, ...]:
    """Buttons that ask what they show."""
    return tuple(Knop(t, t) for t in titels)


def eerste_zin(item: Kennisitem) -> str:
    """The sentence of an item that gives the answer itself, with the list that it announces."""
    regel, *verder = item.antwoord.strip().split("\n")
    zin, punt, _ = regel.partition(". ")
    if punt or not zin.endswith(":"):
        return zin + ("." if punt else "")
    punten = [p.removeprefix("- ").rstrip(";. ") for p in takewhile(lambda r: r.startswith("- "), verder)]
    return f"{zin} {'; '.join(punten)}." if punten else zin


def zin_met_gegeven(vraag: str, item: Kennisitem) -> str:
    """The sentence of an item that holds the particular that is asked, else the one that gives the answer itself."""
    zinnen = (z.removeprefix("- ").strip() for z in re.split(r"(?<=[.;])\s+|\n", item.antwoord))
    return next((z for z in zinnen if z and geeft(vraag, z)), eerste_zin(item))
