"""Small text operations that search, figures and places share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from knowledge.dutch import woordtabellen

_GEEN_WOORD = re.compile(r"[^a-z0-9%€]+")
_MINSTE_STAM = 4

#: Words that carry no subject of their own.
STOPWOORDEN = frozenset(
    """aan al als alleen alle alles andere ben bent bij daar dan dat de der deze die dit doen door dus een eens en er
    erg eigenlijk even ga gaan geen gewoon graag had heb hebben hebt heeft hem hen het hier hij hoe hun iemand iets ik
    in is ja je jij jou jouw jullie kan ken kun kunnen kunt maar me meer men met mij mijn moet moeten mogen mag na naar
    nee net niet nog nou nu of om omdat ons onze ook op over precies s sinds te tegen toch toen tot u uit uw van veel
    via voor waar waarom want waren was wat we weer wel welk welke werd wie wij wil willen word worden wordt wou zal ze
    zelf zich zij zijn zo zou zijn wordt weten weet vertel uitleg uitleggen leg zeg hoi hallo dag goedemorgen alweer""".split()
)

#: Words that ask for a size, a moment or a time, whatever the subject is.
VRAAGWOORDEN = frozenset("hoeveel hoelang hoever wanneer laat vaak lang groot keer tijd dag aantal".split())


def vouw(tekst: str) -> str:
    """Lower case without accents, apostrophes and punctuation: what two spellings have in common."""
    if tekst.isascii():
        if tekst.isalnum() and tekst.islower():
            return tekst
        return _GEEN_WOORD.sub(" ", tekst.lower().replace("'", "")).strip()
    ontleed = unicodedata.normalize("NFKD", tekst.lower().replace("’", "'").replace("'", ""))
    zonder = "".join(c for c in ontleed if not unicodedata.combining(c))
    return _GEEN_WOORD.sub(" ", zonder).strip()


@lru_cache(maxsize=50_000)
def lemma(woord: str) -> str:
    """Base form of a folded word; without an entry the common endings are taken off."""
    gevonden = woordtabellen().grondvorm.get(woord)
    return vouw(gevonden) if gevonden else _stam(woord)


def _stam(woord: str) -> str:
    """A light stem: plural, inflection and doubled letters of Dutch, never shorter than four letters."""
    for einde in ("ingen", "ers", "eren", "en", "es", "s", "e"):
        if woord.endswith(einde) and len(woord) - len(einde) >= _MINSTE_STAM:
            stam = woord[: -len(einde)]
            if einde == "ingen":
                return stam + "ing"
            return stam[:-1] if len(stam) > _MINSTE_STAM and stam[-1] == stam[-2] else stam
    return woord


def woorden(tekst: str) -> list[str]:
    """Base forms of the words of a text that carry meaning, in order."""
    return [lemma(w) for w in vouw(tekst).split() if w not in STOPWOORDEN]


def stukjes(woord: str, lengte: int = 4) -> list[str]:
    """Character n-grams of a word with its borders marked: what misspellings and compounds share."""
    rand = f"#{woord}#"
    return [rand] if len(rand) <= lengte else [rand[i : i + lengte] for i in range(len(rand) - lengte + 1)]


@lru_cache(maxsize=1)
def _grondwoorden() -> frozenset[str]:
    """Folded base forms of the lemma table; a table's keys are only the inflected forms."""
    return frozenset(vouw(w) for w in woordtabellen().grondvorm.values())


def gewoon_woord(woord: str) -> bool:
    """Whether a folded word is an ordinary Dutch word, inflected or not."""
    return woord in woordtabellen().grondvorm or woord in _grondwoorden()
