"""Whole conversations: every turn right, in one conversation."""

from __future__ import annotations

from typing import Any

from assistant.chat.service import Assistent, BerichtOnbruikbaar
from assistant.messages import Antwoord
from evaluatie.maat import Tellers, Uitslag, afwijkend, alle_tekst, bevat, gemist, oordelen


async def meet(assistent: Assistent, zaken: list[dict[str, Any]]) -> Uitslag:
    """Share of turns and of whole conversations that are right."""
    uitslag, tellers = Uitslag("gesprekken"), Tellers()
    for zaak in zaken:
        gesprek, heel = assistent.nieuw_gesprek(), True
        for nummer, beurt in enumerate(zaak["beurten"], start=1):
            fouten = beoordeel(beurt, await _zeg(assistent, gesprek, beurt["zeg"], zaak.get("regio")))
            tellers.tel(not fouten, "beurten")
            if fouten:
                heel = False
                uitslag.mis.append(f"{zaak['id']} beurt {nummer} {fouten}: {beurt['zeg']}")
        tellers.tel(heel, "alle", *(f"lastig {t}" for t in zaak.get("lastig") or []))
        await assistent.wis(gesprek)
    uitslag.maten = tellers.maten()
    return uitslag


async def _zeg(assistent: Assistent, gesprek: str, tekst: str, regio: Any) -> list[Antwoord]:
    """One turn; what holds no words is answered as every door does."""
    try:
        return await assistent.stuur(gesprek, tekst, regio=regio)
    except BerichtOnbruikbaar as fout:
        return [Antwoord(gedrag="verduidelijk", tekst=str(fout))]


def beoordeel(beurt: dict[str, Any], antwoorden: list[Antwoord]) -> list[str]:
    """What is wrong with one turn."""
    tekst = alle_tekst(antwoorden)
    fouten = [f"mist {g}" for g in gemist(tekst, beurt.get("moet"))] if antwoorden else ["geen antwoord"]
    fouten += [f"zegt {z}" for z in beurt.get("mag_niet") or [] if bevat(tekst, z)]
    route = next((a.advies.route for a in antwoorden if a.advies), None)
    if beurt.get("route") and route != beurt["route"]:
        fouten.append(f"route {route}")
    if anders := afwijkend(beurt.get("jikp"), oordelen(antwoorden)):
        fouten.append(f"jikp {anders}")
    return fouten
