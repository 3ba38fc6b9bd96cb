"""Misspelled words as they were meant: by their sound first, then by a letter that is missing, extra or swapped.

Search repairs words towards the content alone.  What surrounds a question ("wie
kan ik belen", "waar staat da") is no content, and every pattern that listens
to such words needs them spelled.  A word that is Dutch or ours stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final

import yaml
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.dutch import woordtabellen
from knowledge.text import STOPWOORDEN, gewoon_woord, vouw

#: A word cut short with a full stop, and the sentence goes on or ends: "plusvoorz. nmd?".
_AFGEKORT: Final = re.compile(r"([^\W\d_]{5,})\.(?=\s+[a-z0-9]|\s*[?,;)]|\s*$)")
#: "Wie voert 't uit": a letter for "het", and no kind of vmbo.
_T_IS_HET: Final = re.compile(r"(?i)(?<!vmbo )(?<!mavo )(?<!klas )(?<![\w/'’-])['’]?t(?= )")
_WOORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS: Final = re.compile(r"(?<![\\\w])[a-z]{3,}(?![\w*?+{])")
#: Bounds of length: of what is repaired at all, of what may have two letters swapped, another letter, or two errors.
_KORT: Final = 4
_KORTER_DAN: Final = 4
_MIDDEN: Final = 7
_LANG: Final = 9
_MEEST: Final = 8
#: Words cut short in haste: "hvl" is hoeveel, "lft" is leeftijd.
_VOLUIT: Final[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("afkortingen.yml").read_text(encoding="utf-8"))
#: "Het" written on to the word before it, where the two together look like a word.
_AANEEN: Final = {"ist": "is het", "wast": "was het"}
_UITGANGEN: Final = ("e", "s", "t", "st", "de", "te")
#: Spellings of one sound, in this order; what is left doubled is written once.
_KLANKEN: Final = (
    (re.compile(r"ij|ei|y"), "y"), (re.compile(r"ou|au"), "ou"), (re.compile(r"ie"), "i"),
    (re.compile(r"sch(?=[^aeiouy]|$)"), "s"), (re.compile(r"ch"), "g"), (re.compile(r"c(?=[eiy])"), "s"), (re.compile(r"c"), "k"),
    (re.compile(r"x"), "ks"), (re.compile(r"qu"), "kw"), (re.compile(r"ph"), "f"), (re.compile(r"th"), "t"),
    (re.compile(r"dt?$"), "t"), (re.compile(r"z"), "s"), (re.compile(r"v"), "f"), (re.compile(r"(.)\1+"), r"\1"),
)  # fmt: skip


def woorden_in(patronen: Iterable[str]) -> frozenset[str]:
    """The Dutch words that patterns listen for, without those that are cut short by an optional letter."""
    gevonden = {w for p in patronen for w in _LETTERS.findall(p)}
    return frozenset(w for w in gevonden if w in STOPWOORDEN or gewoon_woord(w))


def klank(woord: str) -> str:
    """What two spellings of one sound have in common: "zyn" and "zijn", "kontact" and "contact"."""
    for patroon, teken in _KLANKEN:
        woord = patroon.sub(teken, woord)
    return woord


def _is_nederlands(woord: str) -> bool:
    """Whether a word is in one of the Dutch tables, inflected or not."""
    return gewoon_woord(woord) or any(woord in deel for deel in woordtabellen().soorten.values())


def _zonder_uitgang(woord: str) -> list[str]:
    """A word, and what is left of it without an ending that the tables do not always have: "laatst", "geachte"."""
    return [woord, *(woord.removesuffix(e) for e in _UITGANGEN if woord.endswith(e) and len(woord) - len(e) >= _KORT)]


class Spelling:
    """Repairs towards a vocabulary; earlier words go before later ones that are as near.

    A short word of ``namen`` is meant only where a letter is missing: "deuren" is no Deurne.
    """

    def __init__(self, woorden: Iterable[str], namen: Iterable[str] = ()) -> None:
        self._namen = frozenset(n for n in namen if len(n) < _LANG)
        self._bekend = dict.fromkeys(w for w in woorden if w.isalpha())
        self._lang = [w for w in self._bekend if len(w) >= _KORT]
        self._klank: dict[str, str] = {}
        for woord in self._lang:
            self._klank.setdefault(klank(woord), woord)
        self._herstel = lru_cache(maxsize=20_000)(self._zoek)
        self.met = lru_cache(maxsize=4)(self._met)

    def herstel(self, tekst: str) -> str:
        """The text with misspelled words replaced; signs, numbers and capitals elsewhere stay."""
        voluit = _AFGEKORT.sub(lambda m: self._voluit(m[1]) or m[0], _T_IS_HET.sub("het", tekst))
        return _WOORD.sub(lambda m: self._een(m.group()), voluit)

    def _met(self, woorden: frozenset[str]) -> Spelling:
        """The same with more words to repair towards; those go first."""
        return Spelling([*sorted(woorden), *self._bekend], self._namen)

    def _voluit(self, ruw: str) -> str | None:
        """The shortest known word that an abbreviation begins; none of what is a word by itself."""
        begin = vouw(ruw)
        langer = (w for w in self._lang if w.startswith(begin) and w != begin)
        return None if self._kent(begin) else min(langer, key=len, default=None)

    def _een(self, ruw: str) -> str:
        woord = vouw(ruw)
        hersteld = self._herstel(woord)
        return ruw if hersteld == woord else hersteld

    def _kent(self, woord: str) -> bool:
        return woord in self._bekend or woord in STOPWOORDEN or any(map(_is_nederlands, _zonder_uitgang(woord)))

    def _zoek(self, woord: str) -> str:
        if heel := _VOLUIT.get(woord) or _AANEEN.get(woord):
            return heel
        if not woord.isalpha() or self._kent(woord):
            return woord
        if f"{woord}t" in STOPWOORDEN:  # spoken Dutch drops it: "da", "wa", "nie"
            return f"{woord}t"
        if woord.endswith("t") and woord[:-1] in STOPWOORDEN:  # ... and writes "het" on to the word before: "ist"
            return f"{woord[:-1]} het"
        if "y" in woord and self._kent(voluit := woord.replace("y", "ij")):
            return voluit
        if len(woord) < _KORT:
            return woord
        return self._klank.get(klank(woord)) or self._naaste(woord) or woord

    def _naaste(self, woord: str) -> str | None:
        """The nearest word with the same first sound."""
        ruimte = 1 if len(woord) < _LANG else 2
        begin = klank(woord)[:1]
        gevonden = process.extract(woord, self._lang, scorer=OSA.distance, score_cutoff=ruimte, limit=_MEEST)
        mogelijk = [
            (afstand, -len(kandidaat), str(kandidaat)) for kandidaat, afstand, _ in gevonden
            if klank(kandidaat)[:1] == begin and (len(kandidaat) > len(woord) or self._mag_wijzigen(woord, kandidaat))
        ]  # fmt: skip
        # A letter is left out more often than added; among equals the sort keeps the order of the vocabulary.
        return min(mogelijk, key=lambda m: m[:2])[2] if mogelijk else None

    def _mag_wijzigen(self, woord: str, kandidaat: str) -> bool:
        """Whether a word may be meant where no letter is missing: in a long word, or where two letters changed places."""
        lang = len(woord) >= _MIDDEN or (len(woord) >= _KORTER_DAN and sorted(woord) == sorted(kandidaat))
        return lang and kandidaat not in self._namen
