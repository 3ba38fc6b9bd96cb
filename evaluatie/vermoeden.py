"""``python -m evaluatie.vermoeden``: learns what descriptions come down to, from the development half."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.advice.reading.vermoeden import GEWICHTEN, VELDEN, ZWIJGT, kenmerken
from evaluatie.zaken import lees


def leer(zaken: list[dict[str, Any]]) -> dict[str, Any]:
    """Per field the values, a column of weights for each and their constants."""
    rijen = kenmerken([z["tekst"] for z in zaken])
    uit: dict[str, Any] = {}
    for veld in VELDEN:
        labels = [str(z["kenmerken"].get(veld) or ZWIJGT) for z in zaken]
        model = LogisticRegression(C=30, max_iter=500).fit(rijen, labels)
        uit[f"{veld}_waarden"] = model.classes_.astype(str)
        uit[f"{veld}_gewichten"] = model.coef_.T.astype(np.float16)
        uit[f"{veld}_constanten"] = model.intercept_
    return uit


if __name__ == "__main__":
    gevallen = lees("casussen", "ontwikkel")
    np.savez_compressed(GEWICHTEN, **leer(gevallen))
    print(f"Geleerd van {len(gevallen)} beschrijvingen.")
