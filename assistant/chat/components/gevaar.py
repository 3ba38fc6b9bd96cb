"""Whether a message tells of danger at this moment, whatever its words: learned from messages that people labelled.

Who sees danger writes in a hurry and often around it ("hij ziet morgen niemand
meer", "ze krijgt geen lucht"); no list of words holds that.  A linear model over
the sentence vector does; the lists of words stay beside it.  The weights are
made by ``python -m evaluatie.gevaar``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge.vectors import Vector

GEWICHTEN: Final = Path(__file__).with_name("gevaar.npz")
#: From here it is treated as danger.
GEVAARLIJK: Final = 0.8
#: ... and from here where a fact of somebody's schooling is told: "dreigt uit te vallen" is our daily work.
IN_BESCHRIJVING: Final = 0.98
#: Below this a word of danger is only spoken of: a past that was told, a policy.
GEEN_TEKEN: Final = 0.05


def kans(vector: Vector) -> float:
    """The chance that a message with this sentence vector tells of danger, between 0 and 1."""
    gewichten, constante = _model()
    return float(1 / (1 + np.exp(-(vector @ gewichten + constante))))


@cache
def _model() -> tuple[NDArray[np.float32], float]:
    with np.load(GEWICHTEN) as bestand:
        return bestand["gewichten"], float(bestand["constante"])
