"""Which region a text is about: by its own name, a municipality or a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.model import Regio, RegioId
from knowledge.questions import ZINSEINDE
from knowledge.text import vouw

#: Place names that are also ordinary words count only with a capital and a preposition before them.
_GEWONE_WOORDEN = frozenset(
    {"best", "mook", "beek", "horst", "heide", "rolde", "loo", "bant", "veld", "post", "ter", "laag"}
)
_MINSTE_PLAATS = 4
#: Words between two places that are asked of side by side.
_MEESTE_TUSSEN = 4
_VOORZETSEL = re.compile(r"\b(?:in|uit|van|voor|bij|binnen) (?:(?:de|onze|jullie) )?(?:regio )?$")
_HIER = re.compile(
    r"(?i)\b(?:(?:in|bij|voor|binnen) (?:onze|deze|jullie|mijn|mn|de) (?:eigen )?regio|bij ons in de regio|bij ons)\b"
)
#: The own region without its name: "en bij ons?", "welk nummer hebben zij, en wij zelf?".
_WIJ = re.compile(
    r"(?i)\b(?:(?:bij|in|voor|van) (?:ons|onze (?:eigen )?regio|hier)(?: zelf| dan)*|(?<=en )wij(?: zelf| dan| hier)*(?=[\s?!.]*$)|wij ?zelf)\b"
)
#: A second region that is only held beside the first, however long what is said of that: "... of is dat alleen in Brabant".
_OF_ALLEEN = re.compile(
    r"\bof (?:is|geldt|zijn|heeft|hebben|doen|doet|loopt|bestaat) (?:dat|die|dit|het|ze)\b|\b(?:als|dan) (?:dat|die|dit) (?:van|in|bij|voor)\b"
)


@dataclass(frozen=True)
class Streek:
    """A region found in a text, with the municipality when that is what was named."""

    regio: RegioId
    gemeente: str | None
    begin: int
    eind: int


class Streekwijzer:
    """Finds region names, municipalities and places in a text."""

    def __init__(self, regios: Iterable[Regio]) -> None:
        regios = list(regios)
        self._naam = {regio.id: regio.naam for regio in regios}
        self._namen: dict[str, tuple[RegioId, str | None]] = {}
        self._delen: set[str] = set()
        for regio in regios:
            for gemeente in regio.gemeenten:
                for plaats in gemeente.woonplaatsen:
                    for naam in (plaats.naam, *plaats.synoniemen):
                        self._namen.setdefault(vouw(naam), (regio.id, gemeente.naam))
        for regio in regios:
            for gemeente in regio.gemeenten:
                for naam in (gemeente.naam, *gemeente.synoniemen):
                    self._namen[vouw(naam)] = (regio.id, gemeente.naam)
            for naam in (regio.naam, *regio.synoniemen):
                self._namen[vouw(naam)] = (regio.id, None)
            self._delen |= {w for g in regio.gemeenten if g.subregio for w in vouw(g.subregio).split()}
        lang_eerst = sorted(
            (n for n in self._namen if len(n) >= _MINSTE_PLAATS or n in {"nmd", "zob"}), key=len, reverse=True
        )
        self._patroon = (
            re.compile(rf"(?<![a-z0-9])({'|'.join(map(re.escape, lang_eerst))})(?![a-z0-9])") if lang_eerst else None
        )

    def woorden(self) -> list[str]:
        """The names of one word."""
        return [naam for naam in self._namen if naam.isalpha() and naam not in _GEWONE_WOORDEN]

    def zoek(self, tekst: str) -> list[Streek]:
        """Every region or municipality named, in order of appearance."""
        if not self._patroon:
            return []
        gevouwen = vouw(tekst)
        return [
            Streek(*self._namen[m.group(1)], m.start(), m.end())
            for m in self._patroon.finditer(gevouwen)
            if m.group(1) not in _GEWONE_WOORDEN or self._als_plaats(tekst, m.group(1))
        ]

    def naast_elkaar(self, tekst: str) -> list[RegioId]:
        """The regions that a text asks of side by side: "contactgemeente achterhoek en contactgemeente nijmegen"."""
        streken, gevouwen = self.zoek(tekst), vouw(tekst)
        tussen = [gevouwen[a.eind : b.begin].split() for a, b in pairwise(streken)]
        dicht = bool(tussen) and all(len(t) <= _MEESTE_TUSSEN for t in tussen) and "en" in tussen[-1]
        samen = dicht or (len(streken) == 2 and _OF_ALLEEN.search(gevouwen[streken[0].eind : streken[1].begin]))
        regios = list(dict.fromkeys(s.regio for s in streken))
        return regios if samen and len(regios) > 1 else []

    def elk_elders(self, delen: Iterable[str]) -> bool:
        """Whether each of two halves names a region of its own: "hoe heet het in Nijmegen en hoe is dat in Drenthe"."""
        eerste, tweede = ({s.regio for s in self.zoek(_laatste_zin(deel))} for deel in delen)
        return bool(eerste and tweede) and not eerste & tweede

    def met_eigen_regio(self, tekst: str, regio: RegioId | None, vorige: RegioId | None) -> str:
        """A text with the name of the user's region for "bij ons" and "wij zelf", where it asks of another one before that."""
        genoemd = {s.regio for s in self.zoek(tekst)}
        if regio is None or regio in genoemd or not (genoemd or vorige not in (None, regio)):
            return tekst
        return _WIJ.sub(f"in {self._naam[regio]}", tekst)

    def zonder_plaatsen(self, tekst: str) -> str:
        """The folded text without the names of regions, municipalities and places in it."""
        return _zonder(self.zoek(tekst), tekst)

    def zonder_regio(self, tekst: str, regio: RegioId | None) -> str:
        """A text without the name of one region as a whole: it says where to look, not what for."""
        gevouwen = vouw(tekst)
        heel = [
            s for s in self.zoek(tekst)
            if s.gemeente is None and s.regio == regio and not self._delen & set(gevouwen[s.begin : s.eind].split())
        ]  # fmt: skip
        return _HIER.sub("", _zonder(heel, tekst) if heel else tekst)

    def met_andere_plaats(self, eerder: str, nu: str) -> str:
        """The question before with the municipality that is named now in the place of its own: "en Waalre?"."""
        oud = [s for s in self.zoek(eerder) if s.gemeente]
        nieuw = [s for s in self.zoek(nu) if s.gemeente]
        if not oud or not nieuw:
            return eerder
        tekst = vouw(eerder)
        return f"{tekst[: oud[0].begin]}{vouw(nu)[nieuw[0].begin : nieuw[0].eind]}{tekst[oud[0].eind :]}"

    @staticmethod
    def _als_plaats(tekst: str, naam: str) -> bool:
        return re.search(rf"\b(in|uit|te|van|gemeente|naar) {re.escape(naam.capitalize())}\b", tekst) is not None


def _zonder(streken: Sequence[Streek], tekst: str) -> str:
    """The folded text without these, and without a preposition that belongs to them."""
    gevouwen = vouw(tekst)
    for streek in reversed(streken):
        gevouwen = _VOORZETSEL.sub("", gevouwen[: streek.begin]) + gevouwen[streek.eind :]
    return gevouwen


def _laatste_zin(tekst: str) -> str:
    """The sentence that a text ends in: what is told before it names other places in passing."""
    return ZINSEINDE.split(tekst.strip())[-1]
