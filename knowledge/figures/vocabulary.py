"""The words in which people ask for figures, and how a text is reduced to comparable words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from knowledge.files import lees_yaml
from knowledge.model import Record

WOORDEN = Path(__file__).with_name("woorden.yml")

_APOSTROF = re.compile(r"(?<=\w)['’`](?=s\b|er|ers)")
#: "Een niveau-4'er": who is on a level is called by its number.
_NIVEAUER = re.compile(r"(?<=\d)\s?['’`]?ers?\b")
_HOE = re.compile(r"\bhoe(vaak|lang|hoog|groot|oud)\b")
_WOORD = re.compile(r"[a-z0-9]+")
_DUBBEL = re.compile(r"([a-z])\1")

Woordgroep = frozenset[str]


class Uitsplitsing(Record):
    """One level, type or subject by which figures are split, with the words for it."""

    naam: str
    woorden: tuple[str, ...]


@lru_cache(maxsize=20_000)
def stam(woord: str) -> str:
    """A word without plural or verb ending and without double letters: 'scholen' and 'school' are one."""
    for einde in ("en", "s", "e"):
        if len(woord) > len(einde) + 3 and woord.endswith(einde):
            woord = woord[: -len(einde)]
            break
    return _DUBBEL.sub(r"\1", woord) if woord.isalpha() else woord


def plat(tekst: str) -> str:
    """A text in lower case, without accents, with signs written as words."""
    tekst = unicodedata.normalize("NFKD", tekst.lower())
    tekst = "".join(t for t in tekst if not unicodedata.combining(t))
    tekst = _APOSTROF.sub("", _NIVEAUER.sub("", tekst)).replace("%", " procent ").replace("€", " euro ")
    tekst = _HOE.sub(r"hoe \1", tekst)
    return re.sub(r"(?<=\d)\s?(\+|plus\b)", "plus", tekst)


def woorden(tekst: str) -> list[str]:
    """The words of a text as they stand, comparable but not yet reduced to their stem."""
    return _WOORD.findall(plat(tekst))


@dataclass(frozen=True)
class Woordenboek:
    """Every list of words that reading a question needs, reduced to stems once."""

    gelijk: Mapping[str, str]
    gelijke_stam: Mapping[str, str]
    vulwoorden: frozenset[str]
    cijferwoorden: tuple[Woordgroep, ...]
    geen_cijfervraag: tuple[str, ...]
    ruis: re.Pattern[str]
    volgens_bron: tuple[str, ...]
    andere_gebieden: tuple[str, ...]
    hele_periode: tuple[str, ...]
    laatste: tuple[str, ...]
    status: Mapping[str, tuple[Woordgroep, ...]]
    vergelijking: Mapping[str, tuple[Woordgroep, ...]]
    per_gemeente: tuple[Woordgroep, ...]
    eenheid: Mapping[str, tuple[Woordgroep, ...]]
    jaarschuif: Mapping[int, tuple[str, ...]]
    rangorde: Mapping[str, tuple[Woordgroep, ...]]
    landelijk: tuple[Woordgroep, ...]
    eigen: tuple[str, ...]
    wijst_terug: tuple[str, ...]
    hele_regio: tuple[str, ...]
    tegenover: tuple[Woordgroep, ...]
    scheelt: tuple[Woordgroep, ...]
    beweerd: frozenset[str]
    naast: tuple[Woordgroep, ...]
    geteld: frozenset[str]
    maat: tuple[Woordgroep, ...]
    eenheidswoorden: frozenset[str]
    andere_vraag: frozenset[str]
    geheel: frozenset[str]
    overzicht: tuple[Woordgroep, ...]
    nieuwe_vraag: tuple[str, ...]
    uitsplitsingen: Mapping[tuple[str, str], Uitsplitsing]

    def stammen(self, tekst: str) -> list[str]:
        """The stems of a text, with spellings that mean the same made one."""
        return [self.een(stam(self.gelijk.get(w, w))) for w in woorden(tekst)]

    def een(self, stam_: str) -> str:
        """The stem that stands for all words of the same meaning: 'uitvaller' and 'dropout' are 'vsv'."""
        return self.gelijke_stam.get(stam_, stam_)

    def groep(self, tekst: str) -> Woordgroep:
        """A phrase as the set of its stems."""
        return frozenset(self.stammen(tekst))

    def naam(self, sleutel: str, waarde: str) -> str:
        """How a level, type or subject is called in an answer."""
        bekend = self.uitsplitsingen.get((sleutel, waarde))
        return bekend.naam if bekend else waarde.replace("-", " ")


def _lijst(ruw: str) -> list[str]:
    return [deel.strip() for deel in ruw.split(",") if deel.strip()]


def _een_van(zinnen: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases, the longest first."""
    delen = sorted(map(re.escape, zinnen), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(delen)})\b", re.IGNORECASE)


@cache
def woordenboek(pad: Path = WOORDEN) -> Woordenboek:
    """The shipped words, read once."""
    ruw: dict[str, Any] = lees_yaml(pad)
    gelijk = {"".join(woorden(van)): naar for van, naar in ruw["gelijk"].items()}

    gelijke_stam = {stam(van): stam(naar) for van, naar in gelijk.items()}

    def groep(tekst: str) -> Woordgroep:
        stammen = (stam(gelijk.get(w, w)) for w in woorden(tekst))
        return frozenset(gelijke_stam.get(s, s) for s in stammen)

    def groepen(teksten: Iterable[str]) -> tuple[Woordgroep, ...]:
        return tuple(sorted({groep(t) for t in teksten}, key=lambda g: (-len(g), sorted(g))))

    def tabel(naam: str) -> dict[str, tuple[Woordgroep, ...]]:
        return {sleutel: groepen(_lijst(deel)) for sleutel, deel in ruw[naam].items()}

    return Woordenboek(
        gelijk=gelijk,
        gelijke_stam=gelijke_stam,
        vulwoorden=frozenset(stam(w) for w in woorden(ruw["vulwoorden"])),
        cijferwoorden=groepen(_lijst(ruw["cijferwoorden"])),
        geen_cijfervraag=tuple(_lijst(ruw["geen_cijfervraag"])),
        ruis=_een_van(_lijst(ruw["ruis"])),
        volgens_bron=tuple(_lijst(ruw["volgens_bron"])),
        andere_gebieden=tuple(_lijst(ruw["andere_gebieden"])),
        hele_periode=tuple(_lijst(ruw["hele_periode"])),
        laatste=tuple(_lijst(ruw["laatste"])),
        status=tabel("status"),
        vergelijking=tabel("vergelijking"),
        per_gemeente=groepen(_lijst(ruw["per_gemeente"])),
        eenheid=tabel("eenheid"),
        jaarschuif={int(k): tuple(_lijst(v)) for k, v in ruw["jaarschuif"].items()},
        rangorde=tabel("rangorde"),
        landelijk=groepen(_lijst(ruw["landelijk"])),
        eigen=tuple(_lijst(ruw["eigen"])),
        wijst_terug=tuple(_lijst(ruw["wijst_terug"])),
        hele_regio=tuple(_lijst(ruw["hele_regio"])),
        tegenover=groepen(_lijst(ruw["tegenover"])),
        scheelt=groepen(_lijst(ruw["scheelt"])),
        beweerd=frozenset(stam(w) for w in _lijst(ruw["beweerd"])),
        naast=groepen(_lijst(ruw["naast"])),
        geteld=frozenset(w for deel in _lijst(ruw["geteld"]) for w in woorden(deel)),
        maat=groepen(_lijst(ruw["maat"])),
        eenheidswoorden=groep(ruw["eenheidswoorden"]),
        geheel=frozenset(stam(w) for w in _lijst(ruw["geheel"])),
        andere_vraag=frozenset(_lijst(ruw["andere_vraag"])),
        overzicht=groepen(_lijst(ruw["overzicht"])),
        nieuwe_vraag=tuple(_lijst(ruw["nieuwe_vraag"])),
        uitsplitsingen={
            (sleutel, str(waarde)): Uitsplitsing.model_validate(deel)
            for sleutel, delen in ruw["uitsplitsingen"].items()
            for waarde, deel in delen.items()
        },
    )
