"""Correcting words as people type them: abbreviations, typing errors, words written as one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.advice.reading.woordenschat import alle_woorden, kaal, lijst, schoolwoorden, woorden
from knowledge.dutch import woordtabellen

_KORT = 4
#: From this length two errors are forgiven, as in the search of the knowledge base.
_LANG = 7
#: The vowel that many hear within "rk" and "lp": "werreken", "hellepen".
_TUSSENKLANK = re.compile(r"([rl])\1e([bcfgkmnpvw])")


@cache
def woordenboek() -> frozenset[str]:
    """Dutch words and word forms (spaCy lookups); a word that is in here is not a typing error."""
    tabellen = woordtabellen()
    vormen = set().union(tabellen.grondvorm, tabellen.grondvorm.values(), *tabellen.soorten.values())
    return frozenset(kaal(v) for v in (*vormen, *lijst("spelling")["bijwoorden"]) if v.islower())


@cache
def werkwoorden() -> frozenset[str]:
    """Dutch verbs by their infinitive."""
    return woordtabellen().soorten["verb"]


@cache
def zelfstandig() -> frozenset[str]:
    """Dutch nouns."""
    return woordtabellen().soorten["noun"]


class Spelling:
    """Turns a word as written into the words of the vocabulary that it stands for."""

    def __init__(self, eigennamen: Iterable[str] = ()) -> None:
        regels = lijst("spelling")
        self._namen = frozenset(eigennamen)
        self._kort = {kaal(k): woorden(str(v)) or (str(v),) for k, v in regels["afkortingen"].items()}
        self._staarten = sorted(regels["staarten"], key=len, reverse=True)
        self._sprekend = sorted(regels["sprekende_staarten"], key=len, reverse=True)
        self._na_school = sorted(regels["staarten_na_school"], key=len, reverse=True)
        self._begin = {kaal(k): str(v) for k, v in regels["begin"].items()}
        self._ongedeeld = frozenset(map(kaal, regels["ongedeeld"]))
        self._doelen = sorted(w for w in alle_woorden() if len(w) >= _KORT)
        self.verbeter = lru_cache(maxsize=20_000)(self._verbeter)

    def _verbeter(self, woord: str) -> tuple[str, ...]:
        if woord in self._kort:
            return self._kort[woord]
        if woord in alle_woorden() or woord in self._namen or len(woord) < _KORT:
            return (woord,)
        kop = woord.partition("'")[0]
        if kop != woord and kop in alle_woorden():
            return (kop,)
        if klank := _zelfde_klank(woord):
            return (klank,)
        if vorm := _uitgang(woord):
            return (vorm,)
        if heel := next((heel for begin, heel in self._begin.items() if woord.startswith(begin)), ""):
            return (process.extractOne(woord, self._doelen, scorer=OSA.distance, score_cutoff=1) or (heel,))[:1]
        if delen := self._gesplitst(woord):
            return delen
        if (kort := _TUSSENKLANK.sub(r"\1\2", woord)) != woord and woord not in woordenboek():
            return self._verbeter(kort)
        if woord in woordenboek() or _verkleind(woord) or _vervoegd(woord):
            return (woord,)
        naaste = self._naaste(woord)
        return self._bijna_gesplitst(woord) or (naaste,) if naaste == woord else (naaste,)

    def _gesplitst(self, woord: str) -> tuple[str, ...]:
        for staart in self._staarten:
            kop = woord.removesuffix(staart)
            if kop != woord and len(kop) > 1 and (kop in alle_woorden() or kop.removesuffix("s") in alle_woorden()):
                return (kop if kop in alle_woorden() else kop.removesuffix("s"), staart)
        for staart in self._na_school:
            if woord.endswith(staart) and woord.removesuffix(staart) in schoolwoorden():
                return (woord.removesuffix(staart), staart)
        for staart in self._sprekend if woord not in self._ongedeeld else ():
            if woord.endswith(staart) and len(woord) > len(staart) + 1 and woord not in alle_woorden():
                return (woord.removesuffix(staart), staart)
        return ()

    def _bijna_gesplitst(self, woord: str) -> tuple[str, ...]:
        """A compound with a typing error in its tail: "entreeopleidng"."""
        for staart in (s for s in self._staarten if len(s) > _KORT + 1):
            for knip in range(len(woord) - len(staart) - 1, len(woord) - len(staart) + 2):
                kop, rest = woord[: max(knip, 0)], woord[max(knip, 0) :]
                if kop in alle_woorden() and rest[:1] == staart[0] and OSA.distance(rest, staart) == 1:
                    return (kop, staart)
        return ()

    def _naaste(self, woord: str) -> str:
        zuiver = _zonder_herhaling(woord)
        if zuiver in alle_woorden():
            return zuiver
        if len(woord) == _KORT:
            return self._verwisseld(woord) or self._aangevuld(woord) or woord
        ruimte = 1 if len(woord) < _LANG else 2
        treffers = process.extract(woord, self._doelen, scorer=OSA.distance, score_cutoff=ruimte, limit=8)
        kans = [(afstand, -len(t), t) for t, afstand, _ in treffers if t[0] == woord[0] or t[:2] == woord[1::-1]]
        if kans and min(kans)[0] == 1:
            return min(kans)[2]
        return self._afgekapt(woord) or (min(kans)[2] if kans else woord)

    def _afgekapt(self, woord: str) -> str:
        """A long word that was cut off: "praktijkonderw."."""
        return min((d for d in self._doelen if len(woord) > _KORT + 1 and d.startswith(woord)), key=len, default="")

    def _verwisseld(self, woord: str) -> str:
        letters = sorted(woord)
        return next(
            (d for d in self._doelen if len(d) == _KORT and sorted(d) == letters and OSA.distance(d, woord) == 1), ""
        )

    def _aangevuld(self, woord: str) -> str:
        """A short word that misses its last letter: "ruzi"."""
        return next((d for d in self._doelen if len(d) == len(woord) + 1 and d.startswith(woord)), "")


def _zelfde_klank(woord: str) -> str:
    """A word with "ij" for "ei" or the other way round: "drijgt", "bleift"."""
    vormen = (woord.replace("ij", "ei"), woord.replace("ei", "ij"))
    bekend = woord in woordenboek()
    return "" if bekend else next((v for v in vormen if v != woord and v in alle_woorden()), "")


def _uitgang(woord: str) -> str:
    """A verb with the wrong ending ("dreigd", "woondt") or a spoken one ("werke", "stope"), as the vocabulary has it."""
    vormen = [woord[:-1] + "t"] if woord.endswith("d") else [woord[:-2] + "t"] if woord.endswith("dt") else []
    if woord.endswith("uh"):  # "werkuh", as it sounds
        vormen.append(woord.removesuffix("uh") + "en")
    if woord.endswith("e") and woord not in woordenboek():
        vormen += [woord + "n", woord[:-1] + woord[-2:-1] + "en"]
    return next((v for v in vormen if v in alle_woorden()), "")


def is_stam(stam: str) -> bool:
    """Whether a verb exists with this stem, in whatever way its infinitive spells it: loop, zet, geef, reis."""
    open_ = stam[:-2] + stam[-1] if len(stam) > 3 and stam[-2] == stam[-3] else stam
    zacht = open_[:-1] + {"f": "v", "s": "z"}.get(open_[-1], open_[-1])
    return bool({stam + "en", stam + stam[-1] + "en", open_ + "en", zacht + "en"} & werkwoorden())


def _vervoegd(woord: str) -> bool:
    """A past tense or participle of a verb that exists: "verklaarde", "gefietst"."""
    for staart in ("de", "te", "den", "ten", "d", "t"):
        stam = woord.removeprefix("ge").removesuffix(staart) if woord.endswith(staart) else ""
        if len(stam) < _KORT:
            continue
        if is_stam(stam):
            return True
    return False


def _verkleind(woord: str) -> bool:
    """A diminutive of a word that exists: "zonnetje", "bedrijfje"."""
    for staart in ("etje", "tje", "pje", "je"):
        stam = woord.removesuffix("s").removesuffix(staart)
        enkel = stam[:-1] if stam[-2:-1] == stam[-1:] else stam
        if len(stam) < len(woord.removesuffix("s")) and len(enkel) > 2 and {stam, enkel} & woordenboek():
            return True
    return False


def _zonder_herhaling(woord: str) -> str:
    """Without letters held too long: "geeeen" becomes "geen"."""
    uit = ""
    for letter in woord:
        if not (len(uit) > 1 and uit[-1] == uit[-2] == letter):
            uit += letter
    return uit
