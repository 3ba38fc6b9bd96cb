"""Hybrid search over knowledge items.

Six signals say how well an item answers a question: meaning (embeddings of its
title, first sentence and typical questions), words (BM25 with compounds and
repaired spelling), letters (character n-grams), the best matching typical
question, how much of the question the item covers, and its name.  Messages that
people typed count as typical questions, but their words are no words of the
field: spelling and scope are judged without them.  A logistic fusion, fitted
on development questions, turns the signals into one calibrated score: the
chance that the item is the right answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.lexical import Woordenlijst, Woordindex
from knowledge.model import Kennisitem
from knowledge.text import STOPWOORDEN, VRAAGWOORDEN, lemma, vouw
from knowledge.vectors import Rol, Vector, Vectorkast, begin_alvast, vraagvector

SIGNALEN: Final = ("betekenis", "betekenis_breed", "woorden", "letters", "vraagvorm", "dekking", "naam")
#: The forms of an item that its title makes; its questions follow, and then what people typed.
_TITELVORMEN: Final = 2
#: So many of its closest forms say how near an item is in general; a form that was counted is less than any other.
_BREED: Final = 3
_OP: Final = -9.0
#: So many questions are compared with all forms at once; more would only take more memory.
_SAMEN: Final = 64
WEGING: Final = Path(__file__).parent / "content" / "weging.yml"

Getallen = NDArray[np.float32]


@dataclass(frozen=True)
class Treffer:
    """An item found, with the chance that it answers the question and what that rests on."""

    item: Kennisitem
    score: float
    signalen: dict[str, float]


@dataclass(frozen=True)
class Weging:
    """The fusion: one weight per signal and the thresholds that were calibrated with it."""

    gewichten: dict[str, float]
    constante: float
    zeker: float
    mogelijk: float

    @classmethod
    def lees(cls, pad: Path = WEGING) -> Weging:
        """The shipped calibration."""
        return cls(**yaml.safe_load(pad.read_text(encoding="utf-8")))


def vormen(item: Kennisitem) -> list[tuple[str, Rol]]:
    """The short texts by which an item is found in meaning, each with its embedding role."""
    eerste_zin = re.split(r"(?<=[.!?:])\s|\n", item.antwoord, maxsplit=1)[0].replace("**", "")
    vragen: list[tuple[str, Rol]] = [(v, "query") for v in (*item.vragen, *item.gevraagd)]
    return [(item.titel, "passage"), (f"{item.titel}. {eerste_zin}", "passage"), *vragen]


class Zoeker:
    """Search index over one version of the items."""

    def __init__(self, items: Sequence[Kennisitem], kast: Vectorkast, weging: Weging | None = None) -> None:
        self.items = tuple(items)
        self.weging = weging or Weging.lees()
        self.woordenlijst = Woordenlijst(self._alle_tekst(i) for i in items)
        self._grondvormen = frozenset(map(lemma, self.woordenlijst.gangbaar()))
        self._bouw_vormen(kast)
        self._bouw_woorden()
        self._soorten = np.array([i.soort for i in items])
        self._regios = np.array([i.regio for i in items])
        self._vooraf: dict[str, Getallen] = {}
        self._vervangen = lru_cache(maxsize=16)(self._vervangen)  # type: ignore[method-assign]
        self._signalen = lru_cache(maxsize=64)(self._bereken_signalen)

    @staticmethod
    def _alle_tekst(item: Kennisitem) -> str:
        return " ".join((item.titel, *item.vragen, *item.synoniemen, item.antwoord))

    def _bouw_vormen(self, kast: Vectorkast) -> None:
        per_item = [vormen(i) for i in self.items]
        plat = [v for groep in per_item for v in groep]
        self._begin = np.cumsum([0, *(len(g) for g in per_item[:-1])]) if per_item else np.zeros(0, int)
        self._vectoren = np.zeros((len(plat), 384), dtype=np.float32)
        for rol in ("passage", "query"):
            wie = [n for n, (_, r) in enumerate(plat) if r == rol]
            self._vectoren[wie] = kast.geef([plat[n][0] for n in wie], rol)
        self._van_item = np.repeat(np.arange(len(per_item)), [len(g) for g in per_item])
        self._vormen = [[self.woordenlijst.termen(t) for t, _ in groep] for groep in per_item]
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
        teksten = [vouw(" ".join((i.titel, *i.synoniemen, *i.vragen))) for i in self.items]
        self._lettermatrix = self._letters.fit_transform(teksten or ["leeg"]).T.tocsr()

    def _bouw_woorden(self) -> None:
        eigen = [len(i.vragen) + _TITELVORMEN for i in self.items]
        documenten = [self._telling(*deel) for deel in zip(self.items, self._vormen, eigen, strict=True)]
        getypt = (Counter(chain.from_iterable(v[n:])) for v, n in zip(self._vormen, eigen, strict=True))
        self._index = Woordindex([d + g for d, g in zip(documenten, getypt, strict=True)])
        self._termen = [frozenset(d) for d in documenten]  # what a question is covered by: no words of a story
        self._vorm_termen = [frozenset(t) for vormen_ in self._vormen for t in vormen_]
        self._termrij = {t: n for n, t in enumerate(sorted(set().union(*self._vorm_termen, *self._termen)))}
        self._vormmatrix = self._binair(self._vorm_termen)
        self._itemmatrix = self._binair(self._termen)
        del self._vormen, self._vorm_termen, self._termen  # only needed to build
        gewichten = np.array([self._index.gewicht(t) for t in sorted(self._termrij)], dtype=np.float32)
        self._termgewicht = gewichten
        self._vormgewicht = np.asarray(gewichten @ self._vormmatrix, dtype=np.float32)
        self._bouw_namen()

    def _telling(self, item: Kennisitem, vormen_: Sequence[Sequence[str]], eigen: int) -> Counter[str]:
        """The terms of an item's own text, those of its names counted three times."""
        synoniemen = self.woordenlijst.termen(" ".join(item.synoniemen))
        telling = Counter({t: 3 * n for t, n in Counter([*vormen_[0], *synoniemen]).items()})
        telling.update(chain.from_iterable(vormen_[_TITELVORMEN:eigen]))
        telling.update(self.woordenlijst.termen(item.antwoord))
        return telling

    def _bouw_namen(self) -> None:
        per_item = [[frozenset(self.woordenlijst.termen(n)) for n in (i.titel, *i.synoniemen)] for i in self.items]
        plat = [n for groep in per_item for n in groep]
        self._namen = self._binair(plat)
        self._naamlengte = np.array([len(n) or 10_000 for n in plat], dtype=np.float32)
        self._naamgewicht = np.asarray(self._termgewicht @ self._namen, dtype=np.float32)
        self._naambegin = np.cumsum([0, *(len(g) for g in per_item[:-1])]) if per_item else np.zeros(0, int)

    def _binair(self, groepen: Sequence[Collection[str]]) -> csr_matrix:
        """Which group has which term: a row per term, so that a question reads only the rows of its own terms."""
        rijen = [self._termrij[t] for g in groepen for t in g]
        kolommen = [i for i, g in enumerate(groepen) for _ in g]
        vorm = (max(1, len(self._termrij)), len(groepen))
        return csr_matrix((np.ones(len(rijen), np.float32), (rijen, kolommen)), shape=vorm)

    def zoek(
        self,
        vraag: str,
        *,
        regios: Collection[str] | None = None,
        soort: str | None = None,
        aantal: int = 10,
    ) -> list[Treffer]:
        """The best items for a question, best first; ``regios`` and ``soort`` limit the choice."""
        if not self.items or not any(len(woord) > 1 for woord in vouw(vraag).split()):
            return []  # nothing, or a lone letter
        mag = np.ones(len(self.items), dtype=bool)
        if regios is not None:
            mag &= np.isin(self._regios, list(regios)) & ~self._vervangen(frozenset(regios))
        if soort is not None:
            mag &= self._soorten == soort
        signalen = self._signalen(vraag)
        scores = np.where(mag, self.kans(signalen), -1.0)
        beste = np.argsort(-scores, kind="stable")[:aantal]
        return [self._treffer(int(i), float(scores[i]), signalen) for i in beste if scores[i] >= 0]

    def vector(self, vraag: str) -> Vector:
        """The meaning of a question as search reads it, its spelling repaired."""
        return vraagvector(self.woordenlijst.herstel(vraag))

    def begin_alvast(self, vraag: str) -> Future[Vector]:
        """Starts on that meaning, for who will ask for it in a moment."""
        return begin_alvast(self.woordenlijst.herstel(vraag))

    def bekend_deel(self, tekst: str) -> float:
        """Share of the weight of a text's own words that the items know; numbers and asking words are none."""
        eigen = [
            w
            for w in self.woordenlijst.herstel(tekst).split()
            if w not in STOPWOORDEN | VRAAGWOORDEN and not w.isdigit()
        ]
        gewichten = {w: self._index.gewicht(lemma(w)) for w in eigen}
        bekend = [w for w in gewichten if lemma(w) in self._grondvormen or self.woordenlijst.is_samenstelling(w)]
        return sum(gewichten[w] for w in bekend) / max(sum(gewichten.values()), 1e-6)

    def genoemd(self, tekst: str) -> dict[str, float]:
        """The items of which a name stands in a text in full, with how telling that name is."""
        vraag = self._als_vector(self.woordenlijst.termen(self.woordenlijst.herstel(tekst)))
        gewicht = self._genoemd_gewicht(vraag)
        return {self.items[i].id: float(gewicht[i]) for i in np.flatnonzero(gewicht)}

    def _vervangen(self, regios: frozenset[str]) -> NDArray[np.bool_]:
        """The national items that one of these regions has a text of its own for, on the same subject."""
        eigen = {i.onderwerp for i in self.items if i.onderwerp and i.regio != "landelijk" and i.regio in regios}
        return np.array([i.regio == "landelijk" and i.onderwerp in eigen for i in self.items], dtype=bool)

    def kans(self, signalen: Getallen) -> Getallen:
        """The fused score of every item, between 0 and 1."""
        gewichten = np.array([self.weging.gewichten[s] for s in SIGNALEN], dtype=np.float32)
        return np.asarray(1 / (1 + np.exp(-(signalen @ gewichten + self.weging.constante))), dtype=np.float32)

    def _treffer(self, i: int, score: float, signalen: Getallen) -> Treffer:
        return Treffer(
            self.items[i], round(score, 4), {s: round(float(v), 4) for s, v in zip(SIGNALEN, signalen[i], strict=True)}
        )

    def _bereken_signalen(self, vraag: str) -> Getallen:
        hersteld = self.woordenlijst.herstel(vraag)
        termen = frozenset(self.woordenlijst.termen(hersteld))
        totaal = sum(map(self._index.gewicht, termen))
        gewogen = self._als_vector(termen)
        vooraf = self._vooraf.pop(hersteld, None)
        betekenis, breed, letters = self._nabij_en_letterlijk([hersteld])[0] if vooraf is None else vooraf
        return np.column_stack(
            [
                betekenis,
                breed,
                self._index.scores(termen) / max(totaal * 2.0, 1e-6),
                letters,
                *self._vormen_en_dekking(gewogen, totaal),
                self._naam(gewogen, totaal),
            ]
        ).astype(np.float32)

    def _als_vector(self, termen: Collection[str]) -> csr_matrix:
        """The terms of a question as one row of weights over the known terms."""
        plaatsen = sorted(self._termrij[t] for t in termen if t in self._termrij)
        vorm = (1, max(1, len(self._termrij)))
        return csr_matrix((self._termgewicht[plaatsen], plaatsen, [0, len(plaatsen)]), shape=vorm)

    def neem_vooraf(self, vragen: Iterable[str]) -> None:
        """Meaning and letters of many questions, in products of matrices instead of one by one; each is asked for once."""
        hersteld = sorted({self.woordenlijst.herstel(v) for v in vragen})
        for begin in range(0, len(hersteld), _SAMEN):
            deel = hersteld[begin : begin + _SAMEN]
            self._vooraf.update(zip(deel, self._nabij_en_letterlijk(deel), strict=True))

    def _nabij_en_letterlijk(self, vragen: Sequence[str]) -> Getallen:
        """Per question three numbers for every item: how near twice, and how alike in letters."""
        letters = (self._letters.transform(vragen) @ self._lettermatrix).toarray()
        nabij = self._nabijheid(np.stack([vraagvector(v) for v in vragen]))
        return np.concatenate([nabij, letters[:, np.newaxis]], axis=1)

    def _nabijheid(self, vragen: Vector) -> Getallen:
        """Per question two numbers for every item, rescaled from 0.75–0.95 to 0–1: questions × 2 × items."""
        over = (self._vectoren @ vragen.T - 0.75) / 0.2
        beste = []
        for _ in range(_BREED):
            beste.append(np.maximum.reduceat(over, self._begin))
            over[over == beste[-1][self._van_item]] = _OP
        top = np.stack(beste)
        telt = top > _OP
        breed = (top * telt).sum(axis=0) / telt.sum(axis=0)
        return np.asarray(np.stack([top[0], breed]).transpose(2, 0, 1), dtype=np.float32)

    def _vormen_en_dekking(self, vraag: csr_matrix, totaal: float) -> tuple[Getallen, Getallen]:
        """Best weighted overlap with one typical question, and the share of the question's weight found in the item."""
        overlap = _rij(vraag @ self._vormmatrix) * 2 / (self._vormgewicht + totaal + 1e-6)
        return np.maximum.reduceat(overlap, self._begin), _rij(vraag @ self._itemmatrix) / max(totaal, 1e-6)

    def _naam(self, vraag: csr_matrix, totaal: float) -> Getallen:
        """Share of the question's weight taken by a name of the item that it contains in full."""
        return np.asarray(self._genoemd_gewicht(vraag) / max(totaal, 1e-6), dtype=np.float32)

    def _genoemd_gewicht(self, vraag: csr_matrix) -> Getallen:
        """Per item the weight of the most telling of its names that a question contains in full."""
        raak = _rij(vraag.sign() @ self._namen) >= self._naamlengte
        return np.asarray(np.maximum.reduceat(np.where(raak, self._naamgewicht, 0.0), self._naambegin))


def _rij(matrix: csr_matrix) -> Getallen:
    """A sparse row as plain numbers."""
    return np.asarray(matrix.toarray(), dtype=np.float32).ravel()
