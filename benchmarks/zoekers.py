"""Plain ways to rank items, over the same texts that our search uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from rank_bm25 import BM25Okapi

from knowledge.model import Kennisitem
from knowledge.search import vormen
from knowledge.vectors import Rol, Vectorkast, vraagvector


class Rangschikker(Protocol):
    """Anything that finds items for a question."""

    def beste(self, vraag: str, regio: str | None, aantal: int) -> list[Kennisitem]:
        """The best items, best first, of one region or of all."""


def in_volgorde(items: Iterable[Kennisitem], regio: str | None, aantal: int) -> list[Kennisitem]:
    """The first items of a ranking that belong to a region."""
    return [i for i in items if regio is None or i.regio in (regio, "landelijk")][:aantal]


class Woordzoeker:
    """BM25 over lower-case words, as the rank-bm25 package does it."""

    def __init__(self, items: Sequence[Kennisitem]) -> None:
        self._items = items
        self._index = BM25Okapi([_woorden(" ".join((i.titel, *i.vragen, *i.synoniemen, i.antwoord))) for i in items])

    def beste(self, vraag: str, regio: str | None, aantal: int) -> list[Kennisitem]:
        volgorde = np.argsort(-self._index.get_scores(_woorden(vraag)), kind="stable")
        return in_volgorde((self._items[i] for i in volgorde), regio, aantal)


class Vectorzoeker:
    """Nearest title, first sentence or typical question by multilingual E5."""

    def __init__(self, items: Sequence[Kennisitem], kast: Vectorkast) -> None:
        self._items = items
        plat: list[tuple[int, str, Rol]] = [(n, tekst, rol) for n, i in enumerate(items) for tekst, rol in vormen(i)]
        self._begin = np.unique([n for n, _, _ in plat], return_index=True)[1]
        self._matrix = np.zeros((len(plat), 384), dtype=np.float32)
        for rol in ("passage", "query"):
            wie = [k for k, (_, _, r) in enumerate(plat) if r == rol]
            self._matrix[wie] = kast.geef([plat[k][1] for k in wie], rol)

    def beste(self, vraag: str, regio: str | None, aantal: int) -> list[Kennisitem]:
        gelijkenis = np.maximum.reduceat(self._matrix @ vraagvector(vraag), self._begin)
        volgorde = np.argsort(-gelijkenis, kind="stable")
        return in_volgorde((self._items[i] for i in volgorde), regio, aantal)


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst.lower())
