"""What a description comes down to where no rule read anything: learned from descriptions that people labelled.

Rules read what is said in so many words; an outlook is told in a thousand ways
("die havo komt er, al moet hij het twee keer doen").  A linear model over words
and letters fills in such a field when it is as good as sure and nothing settled it:
nobody said or denied anything about it, or what was said seems to contradict
itself.  What a text says not to be known stays unknown.  The fact carries the
clause that speaks for it most, and a note says that it was gathered rather than
read.  The weights are made by ``python -m evaluatie.vermoeden``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer

from assistant.advice.reading.afleiding import Stand
from assistant.advice.reading.lezing import Bewering
from knowledge.text import vouw

GEWICHTEN: Final = Path(__file__).with_name("vermoeden.npz")
#: Fields that are told in too many ways for rules, and that decide about the route.
VELDEN: Final = ("perspectief", "dreigende_uitval", "gaat_naar")
#: The class of a description that says nothing of the field.
ZWIJGT: Final = "-"
#: Below this nothing is presumed; a wrong presumption is worse than a question.
ZEKER: Final = 0.8
#: So many fields must have been read before a text counts as a description.
_BESCHRIJVEND: Final = 3
_VAKKEN: Final = 2**15

Getallen = NDArray[np.float32]


@dataclass(frozen=True)
class Veldmodel:
    """A multinomial logistic regression for one field: a column of weights per value."""

    waarden: tuple[str, ...]
    gewichten: Getallen
    constanten: Getallen

    def hoogte(self, kenmerken: csr_matrix) -> Getallen:
        """How much each text speaks for each value."""
        return np.asarray(kenmerken @ self.gewichten, dtype=np.float32)

    def kans(self, kenmerken: csr_matrix) -> Getallen:
        """The chance of each value, one row per text."""
        hoogte = self.hoogte(kenmerken) + self.constanten
        macht = np.exp(hoogte - hoogte.max(axis=1, keepdims=True))
        return np.asarray(macht / macht.sum(axis=1, keepdims=True))


@cache
def _tellers() -> tuple[HashingVectorizer, HashingVectorizer]:
    vast: dict[str, Any] = {"n_features": _VAKKEN, "alternate_sign": False, "dtype": np.float32, "lowercase": False}
    letters = HashingVectorizer(analyzer="char_wb", ngram_range=(3, 5), **vast)
    return letters, HashingVectorizer(ngram_range=(1, 3), token_pattern=r"\S+", **vast)


def kenmerken(teksten: Sequence[str]) -> csr_matrix:
    """Letters in threes to fives and words up to three together, hashed; one row per text."""
    gevouwen = [vouw(t) for t in teksten]
    return hstack([teller.transform(gevouwen) for teller in _tellers()]).tocsr()


@cache
def _modellen() -> dict[str, Veldmodel]:
    with np.load(GEWICHTEN) as bestand:
        return {
            veld: Veldmodel(
                tuple(bestand[f"{veld}_waarden"].tolist()),
                bestand[f"{veld}_gewichten"].astype(np.float32),
                bestand[f"{veld}_constanten"].astype(np.float32),
            )
            for veld in VELDEN
        }


def vermoed(stand: Stand, beweringen: list[Bewering], onbekend: Collection[str]) -> None:
    """Fills in each field of ``VELDEN`` that is unsettled and as good as certain; the claim joins ``beweringen``.

    ``onbekend`` are fields of which the text says that they are not known.
    """
    gezegd = {b.veld for b in beweringen}
    stellig = {b.veld for b in beweringen if b.oordeel == "genoemd" and b.zeker}
    velden = [
        veld for veld in VELDEN
        if veld not in onbekend and veld not in stand.bekend
        and ((veld in stand.uit.twijfel and veld in stellig) or (stand.open(veld) and veld not in gezegd))
    ]  # fmt: skip  # what is only said to be possible stays in doubt
    if not velden or len(gezegd & stand.uit.kenmerken.keys()) < _BESCHRIJVEND:
        return
    tekst = kenmerken([stand.duider.verhaal.tekst])
    for veld in velden:
        model = _modellen()[veld]
        kans = model.kans(tekst)[0]
        beste = int(kans.argmax())
        if kans[beste] < ZEKER or _gaat_goed(stand, model.waarden[beste]):
            continue
        if model.waarden[beste] == ZWIJGT:
            _bestemming_niet_aan_de_orde(stand, veld)
            continue
        van, tot = _sprekend_deel(stand, model, beste)
        if _gevraagd_of_hier(stand, veld, model.waarden[beste], tot):
            continue
        beweringen.append(Bewering(veld, model.waarden[beste], van, tot))
        stand.uit.kenmerken[veld] = model.waarden[beste]
        stand.uit.twijfel.pop(veld, None)
        stand.uit.vermoed[veld] = stand.duider.verhaal.fragment(van, tot)[0]


def _bestemming_niet_aan_de_orde(stand: Stand, veld: str) -> None:
    """ "Wil niet in de winkel blijven, wil alsnog een diploma": one outlook, and no destination to be in doubt about."""
    if veld == "gaat_naar" and "perspectief" in stand.uit.vermoed:
        stand.uit.twijfel.pop(veld, None)


def _gevraagd_of_hier(stand: Stand, veld: str, waarde: str, tot: int) -> bool:
    """ "Zou hij naar dagbesteding kunnen?" asks; "ingeschreven voor niveau 2" of who is there tells no destination."""
    _, einde = stand.duider.verhaal.indeling.zinsgrenzen(tot - 1)
    gevraagd = "?" in stand.duider.verhaal.tussen(tot - 1, einde + 1)
    hier = waarde == stand.geldt("onderwijs") and stand.geldt("inschrijving") != "uitgeschreven"
    return gevraagd or (veld == "gaat_naar" and hier)


def _gaat_goed(stand: Stand, waarde: str) -> bool:
    """Of who does well at school, work that is told of stands beside it: no outlook to be presumed."""
    return waarde == "arbeid" and stand.geldt("dreigende_uitval") == "nee"


def _sprekend_deel(stand: Stand, model: Veldmodel, waarde: int) -> tuple[int, int]:
    """The clause that speaks most for a value rather than for none."""
    verhaal = stand.duider.verhaal
    woorden = [nr for nr, woord in enumerate(verhaal.woorden) if woord.soort not in ("teken", "regel")]
    per_deel = [list(groep) for _, groep in groupby(woorden, key=verhaal.indeling.grenzen)]
    delen = [(groep[0], groep[-1] + 1) for groep in per_deel]
    hoogte = model.hoogte(kenmerken([verhaal.fragment(van, tot)[0] for van, tot in delen]))
    voor = hoogte[:, waarde] - hoogte[:, model.waarden.index(ZWIJGT)]
    return delen[int(voor.argmax())]
