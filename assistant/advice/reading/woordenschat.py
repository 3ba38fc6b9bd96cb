"""The vocabulary: word lists and patterns from ``woorden/*.yml``.

A pattern is a row of words: ``a|b`` offers a choice, ``a?`` may be left out, ``<naam>`` is one of a word group,
``#`` any number, ``##`` one of four digits or more and ``..`` up to three words of anything.  Words without meaning of their own are left out of
patterns, as they are left out of the text that is searched, so "haalt haar diploma" and "haalt het diploma" read alike.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

MAP = Path(__file__).parent / "woorden"
GAT = ".."
GETAL = "#"
GROOT = "##"
_OPEN = (GAT, GETAL, GROOT)
_WOORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\w\s]")


@cache
def lijst(bestand: str) -> Any:
    """The contents of one vocabulary file."""
    return yaml.load((MAP / f"{bestand}.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def kaal(woord: str) -> str:
    """Lower case without accents: "Mariënvelde" and "marienvelde" are one word."""
    if woord.isascii() and "`" not in woord:
        return woord if woord.islower() else woord.lower()
    woord = woord.lower().replace("’", "'").replace("`", "'").replace("ĳ", "ij")
    return "".join(t for t in unicodedata.normalize("NFD", woord) if not unicodedata.combining(t))


def woorden(tekst: str) -> tuple[str, ...]:
    """The bare words of a short text such as a name."""
    return tuple(_WOORD.findall(kaal(tekst).replace("&", " en ").replace("-", " ")))


@cache
def vulwoorden() -> frozenset[str]:
    """Words without a fact of their own."""
    return frozenset(kaal(lijst("spelling")["vulwoorden"]).split())


@cache
def verband(naam: str) -> frozenset[str]:
    """A small set of words that tie a mention to its surroundings."""
    return frozenset(lijst("verbanden")[naam])


@cache
def getalwoorden(*soorten: str) -> Mapping[str, float]:
    """Numbers written as words."""
    return {kaal(k): float(w) for soort in soorten for k, w in lijst("getallen")[soort].items()}


def zeg(zin: str, /, **delen: str) -> str:
    """A sentence for the user."""
    return str(lijst("teksten")[zin]).format(**delen)


@cache
def groep(naam: str) -> tuple[str, ...]:
    """The words of one group."""
    return tuple(kaal(w) for w in str(lijst("groepen")[naam]).split("|"))


@dataclass(frozen=True, eq=False)
class Begrip:
    """A concept of the vocabulary: what saying it, denying it or recalling it states."""

    soort: str
    naam: str = ""
    zet: Mapping[str, Any] = field(default_factory=dict)
    ontkend: Mapping[str, Any] = field(default_factory=dict)
    kenmerken: Mapping[str, Any] = field(default_factory=dict)

    @property
    def laag(self) -> str:
        """Mentions of one layer cannot overlap: a school may stand inside another expression, a problem may not."""
        if self.soort in ("school", "niets"):
            return self.soort
        return "naast" if self.heeft("naast_doel") or self.heeft("vol") else "feit"

    def heeft(self, kenmerk: str) -> bool:
        """Whether the vocabulary gives this concept a property, such as ``gezin``."""
        return bool(self.kenmerken.get(kenmerk))


def _keuzes(deel: str, *, vullers: bool) -> list[str]:
    if deel in _OPEN:
        return [deel]
    keuzes = [""] if deel.endswith("?") else []
    for keus in deel.removesuffix("?").split("|"):
        keuzes += groep(keus[1:-1]) if keus.startswith("<") else [kaal(keus)]
    return keuzes if vullers else [k for k in keuzes if k not in vulwoorden()]


def ontvouw(patroon: str, *, vullers: bool = False) -> Iterator[tuple[str, ...]]:
    """Every row of words that a pattern stands for; words without meaning of their own fall away."""
    delen = re.sub(r"(?<=\w)-(?=\w)", " ", patroon).replace(": ", " ").split()
    keuzes = [k for deel in delen if (k := _keuzes(deel, vullers=vullers))]
    for rij in itertools.product(*keuzes):
        losse = tuple(w for deel in rij for w in ((deel,) if deel in _OPEN else woorden(deel)))
        if any(w not in _OPEN for w in losse):
            yield losse


@cache
def begrippen() -> tuple[tuple[Begrip, tuple[tuple[str, ...], ...]], ...]:
    """All concepts with their patterns."""
    return tuple(
        (b, tuple({rij for p in patronen for rij in ontvouw(str(p), vullers=b.heeft("vol"))}))
        for b, patronen in _ruwe_begrippen()
    )


def _ruwe_begrippen() -> Iterator[tuple[Begrip, Iterable[str]]]:
    yield Begrip("niets", "niets"), lijst("niets")
    for school in lijst("scholen"):
        yield Begrip("school", school["waarde"], school.get("zet", {}), {}, school), school["patronen"]
    for doel in lijst("doelen"):
        yield Begrip("doel", doel["doel"], {}, {}, doel), doel["patronen"]
    for soort in ("problemen", "feiten", "werk"):
        for feit in lijst(soort):
            yield _feit(soort, feit), feit["patronen"]


def _feit(soort: str, feit: dict[str, Any]) -> Begrip:
    zet = {**feit.get("zet", {}), **feit.get("zet_ook", {})}
    if soort == "problemen" and "ernstig" in feit:
        zet["ernstig"] = feit["ernstig"]
    return Begrip(soort, feit.get("begrip", ""), zet, feit.get("ontkend", {}), feit)


@cache
def signalen() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Words that say how a fact is meant, by kind."""
    bronnen = {
        **lijst("signalen"),
        **{naam: rijen for naam, rijen in lijst("uitval").items() if naam != "uitval_samen"},
        **lijst("zwaarte"),
        **{f"plaats-{k}": v for k, v in lijst("plaatsen").items() if k in ("woont", "school", "werk", "verleden")},
    }
    return {
        naam: tuple({rij for p in rijen for rij in ontvouw(str(p), vullers=True)}) for naam, rijen in bronnen.items()
    }


@dataclass(frozen=True, slots=True)
class Samen:
    """One word of each set in one clause, one of ``zin`` anywhere in its sentence, none of ``niet`` in the clause."""

    woorden: tuple[frozenset[str], ...]
    zin: frozenset[str]
    niet: frozenset[str]

    def alle(self) -> frozenset[str]:
        """Every word that plays a part."""
        return frozenset().union(*self.woorden, self.zin)


@cache
def samen() -> tuple[Samen, ...]:
    """The sets of words that tell together, in any order, that school will be lost."""
    return tuple(
        Samen(tuple(_keus(w) for w in regel["woorden"]), _keus(regel.get("zin", "")), _keus(regel.get("niet", "")))
        for regel in lijst("uitval")["uitval_samen"]
    )


def _keus(woorden_: Any) -> frozenset[str]:
    return frozenset(kaal(w) for w in str(woorden_).split("|") if w)


@cache
def schoolwoorden() -> frozenset[str]:
    """Names of school types that are one word."""
    return frozenset(rij[0] for b, rijen in begrippen() if b.soort == "school" for rij in rijen if len(rij) == 1)


@cache
def alle_woorden() -> frozenset[str]:
    """Every word that the vocabulary knows; misspelled words are corrected towards these."""
    rijen = itertools.chain.from_iterable(r for _, r in begrippen())
    seinen = itertools.chain.from_iterable(signalen().values())
    bekend = {w for rij in itertools.chain(rijen, seinen) for w in rij if w.isalpha() or "'" in w}
    bekend |= {w for regel in samen() for w in regel.alle() if w.isalpha()}
    zinnen, personen = lijst("zinnen"), lijst("personen")
    bekend |= set(itertools.chain(zinnen["voegwoorden"], zinnen["onderwerpen"], zinnen["werkwoorden"]))
    bekend |= {kaal(w) for rol in ("ander", "eigen") for ws in personen[rol].values() for w in ws}
    getallen = lijst("getallen")
    bekend |= {kaal(w) for soort in ("telwoorden", "kleine", "maanden", "rangtelwoorden") for w in getallen[soort]}
    return frozenset(bekend | vulwoorden() | {"jaar", "uur", "per", "van"})
