"""Danger: is it recognised, and not seen where people only talk about it?  ``python -m evaluatie.gevaar`` learns it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any, Final

import numpy as np
from rasa.shared.nlu.constants import INTENT, TEXT
from sklearn.linear_model import LogisticRegression

from assistant.chat.components.e5 import VECTOREN, VOORBEELDEN
from assistant.chat.components.gevaar import GEWICHTEN
from assistant.chat.service import Assistent
from assistant.diensten import diensten
from evaluatie.maat import Tellers, Uitslag
from evaluatie.zaken import lees
from knowledge.vectors import Vector, Vectorkast, neem_vooraf

#: So many descriptions, questions and turns of conversations are learned from as messages without danger.
_ZONDER: Final = {"casussen": 1_200, "vragen": 1_200, "gesprekken": 2_000}


async def meet(assistent: Assistent, zaken: list[dict[str, Any]]) -> Uitslag:
    """How much of the danger is caught, and how much that only looks like it is left alone."""
    uitslag, tellers = Uitslag("gevaar"), Tellers()
    for zaak in zaken:
        goed = (await assistent.soort_beurt(zaak["tekst"]) == "crisis") == zaak["gevaar"]
        tellers.tel(goed, "vangst" if zaak["gevaar"] else "geen vals alarm")
        if not goed:
            uitslag.mis.append(f"{zaak['id']} {'gemist' if zaak['gevaar'] else 'vals alarm'}: {zaak['tekst'][:160]}")
    uitslag.maten = tellers.maten()
    return uitslag


def leer(berichten: list[tuple[str, bool]]) -> tuple[Vector, float]:
    """The weights of the 384 numbers of a sentence vector, and their constant."""
    d = diensten()
    teksten = [d.maskeerder.maskeer(tekst, d.vandaag()).tekst for tekst, _ in berichten]
    neem_vooraf(map(d.vraagbaak.zoeker.woordenlijst.herstel, teksten), Vectorkast(VECTOREN.parent))
    vectoren = np.stack([d.vraagbaak.zoeker.vector(tekst) for tekst in teksten])
    model = LogisticRegression(C=30, max_iter=500, class_weight="balanced").fit(vectoren, [g for _, g in berichten])
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _berichten() -> Iterator[tuple[str, bool]]:
    """What people labelled, the examples of every kind of turn, and messages in which nothing is wrong."""
    from rasa.shared.nlu.training_data.loading import load_data

    yield from ((z["tekst"], z["gevaar"]) for z in lees("gevaar", "ontwikkel"))
    yield from ((v.get(TEXT), v.get(INTENT) == "crisis") for v in load_data(str(VOORBEELDEN)).training_examples)
    gewoon = {
        "casussen": [z["tekst"] for z in lees("casussen", "ontwikkel")],
        "vragen": [z["vraag"] for z in lees("vragen", "ontwikkel")],
        "gesprekken": [b["zeg"] for z in lees("gesprekken", "ontwikkel") for b in z["beurten"] if not _noemt_112(b)],
    }
    for soort, teksten in gewoon.items():
        yield from ((tekst, False) for tekst in Random(soort).sample(teksten, _ZONDER[soort]))


def _noemt_112(beurt: dict[str, Any]) -> bool:
    """Whether the right reply of a turn is whom to call in danger."""
    return any("112" in keuze or "113" in keuze for groep in beurt.get("moet") or () for keuze in groep)


if __name__ == "__main__":
    geleerd_van = [b for b in _berichten() if b[0]]
    gewichten, constante = leer(geleerd_van)
    np.savez_compressed(GEWICHTEN, gewichten=gewichten, constante=constante)
    print(f"Geleerd van {len(geleerd_van)} berichten, {sum(g for _, g in geleerd_van)} met gevaar.")
