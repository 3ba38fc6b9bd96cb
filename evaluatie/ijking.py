"""``python -m evaluatie.ijking [--schrijf]``: fits how search fuses its signals, and shows whether a score means what it says.

Weights come from comparing, question by question, the items that hold the
decisive words with those that do not; scale and constant from how often the
best item is right.  Each hand is read with weights fitted on the others, in
items that are not found by that hand's own messages.
"""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.diensten import diensten
from evaluatie.maat import gemist
from knowledge.search import SIGNALEN, WEGING, Treffer, Weging
from knowledge.service import Kennis, Vraagbaak, maak_vraagbaak

_HIER = Path(__file__).parent / "gegevens"
_KANDIDATEN: Final = 15
#: In so many parts the hands are read, each searched without the messages of its own part.
_GROEPEN: Final = 5
_VAKKEN: Final = 10

Getallen = NDArray[np.float64]


@dataclass(frozen=True)
class Vraag:
    """One question: by which hand, the signals of its candidates, and which of them answer it."""

    hand: str
    signalen: Getallen
    juist: NDArray[np.bool_]


def lees_vragen() -> list[Vraag]:
    """The development questions that an item answers, with the best candidates of a search that never saw that hand."""
    per_hand = {_hand(pad): _zaken(pad) for pad in sorted(_HIER.glob("vragen-*-ontwikkel.jsonl"))}
    groepen = [dict(list(per_hand.items())[n::_GROEPEN]) for n in range(_GROEPEN)]
    return [vraag for groep in groepen for vraag in _lees_groep(groep)]


def _lees_groep(per_hand: dict[str, list[dict[str, Any]]]) -> Iterator[Vraag]:
    """The questions of some hands, searched in items without the messages of those hands."""
    baak = maak_vraagbaak(_zonder(diensten().kennis, {z["vraag"] for zaken in per_hand.values() for z in zaken}))
    for hand, zaken in per_hand.items():
        for zaak in zaken:
            kandidaten = _kandidaten(baak, zaak)
            juist = np.array([_is_juist(t, zaak) for t in kandidaten], dtype=bool)
            if juist.any():
                yield Vraag(hand, np.array([[t.signalen[s] for s in SIGNALEN] for t in kandidaten]), juist)


def _zonder(kennis: Kennis, teksten: Collection[str]) -> Kennis:
    """The same knowledge, without these messages to be found by."""
    items = (i.model_copy(update={"gevraagd": tuple(t for t in i.gevraagd if t not in teksten)}) for i in kennis.items)
    return replace(kennis, items=tuple(items))


def _hand(pad: Path) -> str:
    return pad.stem.removeprefix("vragen-").removesuffix("-ontwikkel")


def _zaken(pad: Path) -> list[dict[str, Any]]:
    zaken = map(json.loads, pad.read_text(encoding="utf-8").splitlines())
    return [z for z in zaken if z["gedrag"] == "antwoord" and z.get("moet")]


def _kandidaten(baak: Vraagbaak, zaak: dict[str, Any]) -> list[Treffer]:
    streken = baak.wijzer.zoek(zaak["vraag"])
    regio = streken[0].regio if streken else zaak.get("regio")
    return baak.zoeker.zoek(zaak["vraag"], regios=(regio, "landelijk") if regio else None, aantal=_KANDIDATEN)


def _is_juist(treffer: Treffer, zaak: dict[str, Any]) -> bool:
    item = treffer.item
    bron = not zaak.get("bron") or bool({b.document for b in item.bronnen} & set(zaak["bron"]))
    return bron and not gemist(f"{item.titel} {item.antwoord}", zaak["moet"])


def pas_aan(vragen: Sequence[Vraag], oud: Weging) -> Weging:
    """Weights that put right items before wrong ones, scaled so that the score of the best is its chance."""
    rijen, gewicht = [], []
    for v in vragen:
        verschil = (v.signalen[v.juist][:, None, :] - v.signalen[~v.juist][None, :, :]).reshape(-1, len(SIGNALEN))
        rijen.append(verschil)
        gewicht += [1 / max(1, len(verschil))] * len(verschil)
    x = np.vstack(rijen)
    y = np.ones(len(x))
    rangorde = LogisticRegression(fit_intercept=False, C=10.0, max_iter=1000)
    rangorde.fit(np.vstack([x, -x]), np.concatenate([y, -y]), sample_weight=[*gewicht, *gewicht])
    richting = rangorde.coef_[0]
    beste = [int(np.argmax(v.signalen @ richting)) for v in vragen]
    ruw = np.array([[v.signalen[b] @ richting] for v, b in zip(vragen, beste, strict=True)])
    schaal = LogisticRegression(C=1e6).fit(ruw, [bool(v.juist[b]) for v, b in zip(vragen, beste, strict=True)])
    factor = float(schaal.coef_[0, 0])
    gewichten = {s: round(float(w) * factor, 3) for s, w in zip(SIGNALEN, richting, strict=True)}
    return replace(oud, gewichten=gewichten, constante=round(float(schaal.intercept_[0]), 3))


def beste(vragen: Sequence[Vraag], weging: Weging) -> tuple[Getallen, NDArray[np.bool_]]:
    """The score of the best candidate of each question, and whether it is right."""
    gewichten = np.array([weging.gewichten[s] for s in SIGNALEN])
    scores = [1 / (1 + np.exp(-(v.signalen @ gewichten + weging.constante))) for v in vragen]
    return np.array([s.max() for s in scores]), np.array(
        [v.juist[int(s.argmax())] for v, s in zip(vragen, scores, strict=True)]
    )


def kruiselings(vragen: Sequence[Vraag], oud: Weging) -> tuple[Getallen, NDArray[np.bool_]]:
    """As ``beste``, each hand with weights fitted on the other hands."""
    scores, juist = [], []
    for hand in sorted({v.hand for v in vragen}):
        weging = pas_aan([v for v in vragen if v.hand != hand], oud)
        s, j = beste([v for v in vragen if v.hand == hand], weging)
        scores.append(s)
        juist.append(j)
    return np.concatenate(scores), np.concatenate(juist)


def kromme(scores: Getallen, juist: NDArray[np.bool_]) -> list[tuple[float, float, int]]:
    """The reliability curve: mean score, share right and number of questions per tenth of the score."""
    vak = np.minimum((scores * _VAKKEN).astype(int), _VAKKEN - 1)
    aanwezig = [n for n in range(_VAKKEN) if (vak == n).any()]
    return [(float(scores[vak == n].mean()), float(juist[vak == n].mean()), int((vak == n).sum())) for n in aanwezig]


def schrijf(weging: Weging, pad: Path = WEGING) -> None:
    """Puts new weights in the file, comments and thresholds kept."""
    tekst = pad.read_text(encoding="utf-8")
    for naam, waarde in {**weging.gewichten, "constante": weging.constante}.items():
        tekst = re.sub(rf"(?m)^(\s*{naam}): .*$", rf"\1: {waarde}", tekst)
    pad.write_text(tekst, encoding="utf-8")


def main() -> int:
    """Prints weights, share right and the reliability curve."""
    warnings.filterwarnings("ignore")
    vragen, oud = lees_vragen(), Weging.lees()
    nieuw = pas_aan(vragen, oud)
    print(f"{len(vragen)} vragen met een item als antwoord")
    print("gewichten:", {s: (oud.gewichten[s], nieuw.gewichten[s]) for s in SIGNALEN}, (oud.constante, nieuw.constante))
    for naam, (scores, juist) in (("nu", beste(vragen, oud)), ("opnieuw, andere handen", kruiselings(vragen, oud))):
        print(f"\n{naam}: beste is juist {juist.mean():.3f}")
        for score, deel, aantal in kromme(scores, juist):
            print(f"  score {score:.2f}  juist {deel:.2f}  (n={aantal})")
    if "--schrijf" in sys.argv:
        schrijf(nieuw)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
