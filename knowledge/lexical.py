"""Finding by words: lemmas with BM25, compounds taken apart and put together, spelling repaired."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from scipy.sparse import csr_matrix

from knowledge.text import STOPWOORDEN, gewoon_woord, lemma, vouw

K1: Final = 1.2
B: Final = 0.6
MINSTE_DEEL: Final = 4
#: A kind of school with its year or level, and who goes there: "havo4", "mbo2ers".
_MET_CIJFER: Final = re.compile(r"([a-z]{3,})(\d)(?:e?rs?)?$")


class Woordenlijst:
    """The words of the knowledge base: which exist, what they are made of, how they are misspelled."""

    def __init__(self, teksten: Iterable[str]) -> None:
        self._telling = Counter(w for t in teksten for w in vouw(t).split() if w not in STOPWOORDEN)
        self._lang = [w for w in self._telling if len(w) >= MINSTE_DEEL]
        self._herstel = lru_cache(maxsize=20_000)(self._zoek_herstel)
        self._splits = lru_cache(maxsize=20_000)(self._zoek_delen)

    def __contains__(self, woord: str) -> bool:
        return woord in self._telling

    def gangbaar(self) -> list[str]:
        """The words, the commonest first."""
        return [w for w, _ in self._telling.most_common()]

    def is_samenstelling(self, woord: str) -> bool:
        """Whether a word is made of two known words."""
        return len(self._splits(woord)) > 1

    def herstel(self, tekst: str) -> str:
        """The text with words that are no Dutch replaced by the known word they most look like; a "weekend" is no "werkend"."""
        return " ".join(self._herstel(w) for w in vouw(tekst).split())

    def _zoek_herstel(self, woord: str) -> str:
        if len(woord) < MINSTE_DEEL or woord in self._telling or woord in STOPWOORDEN or woord.isdigit():
            return woord
        if lemma(woord) in self._telling or len(self._splits(woord)) > 1 or gewoon_woord(woord):
            return woord
        if (soort := _MET_CIJFER.match(woord)) and soort[1] in self._telling:
            return f"{soort[1]} {soort[2]}"
        ruimte = 1 if len(woord) < 7 else 2
        raak = process.extractOne(woord, self._lang, scorer=DamerauLevenshtein.distance, score_cutoff=ruimte)
        return raak[0] if raak and raak[0][0] == woord[0] else woord

    def _zoek_delen(self, woord: str) -> tuple[str, ...]:
        """A compound as two known parts ("doorstroom"+"coach"), with an optional s between."""
        for i in range(len(woord) - MINSTE_DEEL, MINSTE_DEEL - 1, -1):
            links, rechts = woord[:i], woord[i:]
            if rechts in self._telling and (links in self._telling or links.removesuffix("s") in self._telling):
                return (links if links in self._telling else links.removesuffix("s"), rechts)
        return (woord,)

    def termen(self, tekst: str) -> list[str]:
        """Terms of a text: lemmas, parts of compounds, neighbours written as one word, and numbers such as "2.1"."""
        ruw = vouw(tekst).split()
        inhoud = [w for w in ruw if w not in STOPWOORDEN]
        termen = [lemma(w) for w in inhoud]
        termen += [lemma(d) for w in inhoud if len(w) >= 2 * MINSTE_DEEL for d in self._splits(w) if d != w]
        paren = (a + b for a, b in pairwise(ruw))
        termen += [lemma(p) for p in paren if p in self._telling and len(p) >= MINSTE_DEEL]
        return [*termen, *(f"{a}.{b}" for a, b in pairwise(ruw) if _is_nummer(a, b))]


def _is_nummer(begin: str, rest: str) -> bool:
    """Whether two numbers are one by chapter: "maatregel 2.1" is another than "maatregel 1.2", of the same digits."""
    return begin.isdigit() and rest.isdigit() and len(begin) == 1 and len(rest) <= 2


class Woordindex:
    """BM25 over documents of weighted terms."""

    def __init__(self, documenten: Sequence[Counter[str]]) -> None:
        self.aantal = len(documenten)
        self._kolom: dict[str, int] = {}
        for d in documenten:
            for term in d:
                self._kolom.setdefault(term, len(self._kolom))
        voorkomen = Counter(t for d in documenten for t in d)
        self.idf = {t: math.log(1 + (self.aantal - n + 0.5) / (n + 0.5)) for t, n in voorkomen.items()}
        self._matrix = self._bm25(documenten)

    def _bm25(self, documenten: Sequence[Counter[str]]) -> csr_matrix:
        lengtes = np.array([sum(d.values()) for d in documenten], dtype=np.float64)
        gemiddeld = lengtes.mean() if self.aantal else 1.0
        rijen, kolommen, waarden = [], [], []
        for i, d in enumerate(documenten):
            rem = K1 * (1 - B + B * lengtes[i] / gemiddeld)
            for term, f in d.items():
                rijen.append(i)
                kolommen.append(self._kolom[term])
                waarden.append(self.idf[term] * f * (K1 + 1) / (f + rem))
        return csr_matrix((waarden, (rijen, kolommen)), shape=(self.aantal, max(1, len(self._kolom))), dtype=np.float32)

    def scores(self, termen: Iterable[str]) -> NDArray[np.float32]:
        """BM25 of every document for the terms of a question."""
        vraag = np.zeros(self._matrix.shape[1], dtype=np.float32)
        for term in set(termen):
            if term in self._kolom:
                vraag[self._kolom[term]] = 1.0
        return np.asarray(self._matrix @ vraag, dtype=np.float32)

    def gewicht(self, term: str) -> float:
        """How telling a term is; unknown terms weigh as the rarest."""
        return self.idf.get(term, math.log(1 + self.aantal))
