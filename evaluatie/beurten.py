"""What kind of turn a first message is: a question, a described youth, small talk, or out of scope."""

from __future__ import annotations

from typing import Any, Final

from assistant.chat.service import Assistent
from evaluatie.maat import Tellers, Uitslag

#: The kind of reply that a case expects, and the intents that lead to it.
SOORTEN: Final = {
    "antwoord": {"kennisvraag", "vervolgvraag"},
    "weet-niet": {"kennisvraag", "vervolgvraag"},
    "verduidelijk": {"kennisvraag", "nlu_fallback"},
    "buiten-bereik": {"buiten_bereik", "crisis"},
    "smalltalk": {"groet", "bedankt", "dag", "hulp"},
    "beschrijving": {"beschrijving", "feit"},
}


async def meet(assistent: Assistent, vragen: list[dict[str, Any]], casussen: list[dict[str, Any]]) -> Uitslag:
    """Share of messages that get the right kind of turn; out of scope also as F1."""
    uitslag, tellers = Uitslag("beurten"), Tellers()
    gevraagd = gegeven = goed = 0
    berichten = [(z["id"], z["vraag"], z["gedrag"], z.get("regio")) for z in vragen]
    berichten += [(z["id"], z["tekst"], "beschrijving", z.get("regio")) for z in casussen]
    for id_, tekst, soort, regio in berichten:
        intent = await assistent.soort_beurt(tekst, regio)
        raak = intent in SOORTEN[soort]
        tellers.tel(raak, "alle", soort)
        gevraagd, gegeven = gevraagd + (soort == "buiten-bereik"), gegeven + (intent == "buiten_bereik")
        goed += soort == "buiten-bereik" and intent == "buiten_bereik"
        if not raak:
            uitslag.mis.append(f"{id_} {soort} werd {intent}: {tekst[:160]}")
    uitslag.maten = {**tellers.maten(), "buiten bereik F1": 2 * goed / max(1, gevraagd + gegeven)}
    return uitslag
