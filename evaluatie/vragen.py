"""Knowledge questions: the right fact with the right source, at once; and knowing what is not known."""

from __future__ import annotations

from typing import Any, Final

from assistant.chat.service import Assistent
from assistant.messages import Antwoord
from evaluatie.maat import Tellers, Uitslag, alle_tekst, bevat, gemist

MAG: Final = {
    "antwoord": {"antwoord"},
    "weet-niet": {"weet-niet", "antwoord"},
    "buiten-bereik": {"buiten-bereik", "weet-niet", "crisis"},
    "smalltalk": {"smalltalk"},
    "verduidelijk": {"verduidelijk", "antwoord"},
}


async def meet(assistent: Assistent, zaken: list[dict[str, Any]]) -> Uitslag:
    """Accuracy at once, after one clarification, per region and kind; refusals as precision and recall."""
    uitslag, tellers = Uitslag("vragen"), Tellers()
    weigering = {"goed": 0, "gevraagd": 0, "gegeven": 0}
    for zaak in zaken:
        antwoorden = await _vraag(assistent, zaak["vraag"], zaak.get("regio"))
        fouten = beoordeel(zaak, antwoorden)
        soort = zaak["gedrag"]
        tellers.tel(not fouten, "alle", f"gedrag {soort}", f"regio {zaak.get('regio') or 'geen'}")
        if soort == "antwoord":
            tellers.tel("bron" not in fouten, "bron juist")
            tellers.tel(not fouten or await _na_verduidelijking(assistent, zaak, antwoorden), "met één verduidelijking")
        _tel_weigering(weigering, soort, antwoorden)
        if fouten:
            uitslag.mis.append(f"{zaak['id']} {fouten} {zaak['vraag']}")
    uitslag.maten = {**tellers.maten(), **_weigering(weigering)}
    return uitslag


async def _vraag(assistent: Assistent, tekst: str, regio: Any) -> list[Antwoord]:
    gesprek = assistent.nieuw_gesprek()
    try:
        return await assistent.stuur(gesprek, tekst, regio=regio)
    finally:
        await assistent.wis(gesprek)


def beoordeel(zaak: dict[str, Any], antwoorden: list[Antwoord]) -> list[str]:
    """What is wrong with a reply: the fact, a wrong fact, the source, the kind of reply."""
    tekst, soorten, soort = alle_tekst(antwoorden), {a.gedrag for a in antwoorden}, zaak["gedrag"]
    documenten = {b.document for a in antwoorden for b in a.bronnen}
    kale_weigering = soort in ("weet-niet", "buiten-bereik", "smalltalk") and soort in soorten
    fouten = []
    if not kale_weigering and gemist(tekst, zaak.get("moet")):
        fouten.append("feit")
    if any(bevat(tekst, z) for z in zaak.get("mag_niet") or []):
        fouten.append("verkeerd feit")
    if zaak.get("bron") and soort == "antwoord" and not documenten & set(zaak["bron"]):
        fouten.append("bron")
    if not soorten & MAG[soort]:
        fouten.append("gedrag")
    return fouten


async def _na_verduidelijking(assistent: Assistent, zaak: dict[str, Any], antwoorden: list[Antwoord]) -> bool:
    """Whether one of the offered buttons leads to the right answer."""
    for knop in [k for a in antwoorden for k in a.knoppen][:3]:
        if not beoordeel(zaak, await _vraag(assistent, knop.bericht, zaak.get("regio"))):
            return True
    return False


def _tel_weigering(telling: dict[str, int], soort: str, antwoorden: list[Antwoord]) -> None:
    gevraagd = soort == "buiten-bereik"
    gegeven = all(a.gedrag in ("buiten-bereik", "crisis") for a in antwoorden)
    telling["gevraagd"] += gevraagd
    telling["gegeven"] += gegeven
    telling["goed"] += gevraagd and gegeven


def _weigering(telling: dict[str, int]) -> dict[str, float]:
    precisie = telling["goed"] / max(1, telling["gegeven"])
    bereik = telling["goed"] / max(1, telling["gevraagd"])
    f1 = 2 * precisie * bereik / max(1e-9, precisie + bereik)
    return {"buiten bereik precisie": precisie, "buiten bereik vangst": bereik, "buiten bereik F1": f1}
