"""Described youths: route, verdicts, contact and facts; and how many questions were asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from assistant.advice.model import Advies
from assistant.chat.invoer import BerichtOnbruikbaar
from assistant.chat.service import Assistent
from evaluatie.maat import Tellers, Uitslag, gemist, gevouwen

PEILDATUM: Final = dt.date(2026, 11, 22)
#: A value for these that the text does not state counts against the reader.
STRENG: Final = frozenset({"problemen", "aandacht", "perspectief", "startkwalificatie", "dreigende_uitval"})


async def meet(assistent: Assistent, zaken: list[dict[str, Any]]) -> Uitslag:
    """Figures per route and per difficulty."""
    uitslag, tellers = Uitslag("casussen"), Tellers()
    feiten: dict[str, int] = {"goed": 0, "teveel": 0, "gemist": 0}
    for zaak in zaken:
        advies = await _adviseer(assistent, zaak)
        goed = advies is not None and route_goed(zaak, advies)
        tellers.tel(goed, "alle", f"route {zaak.get('route')}", *(f"lastig {t}" for t in zaak.get("lastig") or []))
        if not goed:
            uitslag.mis.append(
                f"{zaak['id']} {zaak.get('route')} kreeg {advies and advies.route}: {zaak['tekst'][:160]}"
            )
        if advies:
            _tel_rest(zaak, advies, tellers, feiten)
    uitslag.maten = {**tellers.maten(), "kenmerken F1": _f1(feiten)}
    return uitslag


async def _adviseer(assistent: Assistent, zaak: dict[str, Any]) -> Advies | None:
    gesprek = assistent.nieuw_gesprek()
    try:
        return await assistent.adviseer(gesprek, zaak["tekst"], zaak.get("regio"), PEILDATUM)
    except BerichtOnbruikbaar:
        return None
    finally:
        await assistent.wis(gesprek)


def route_goed(zaak: dict[str, Any], advies: Advies) -> bool:
    """The right route, or no route and the right question where a deciding fact is missing."""
    vraagt = zaak.get("vraagt_een_van")
    if vraagt is None and zaak.get("route") is not None:
        return advies.route in {zaak["route"], *zaak.get("acceptabel", [])}
    gevraagd = {*advies.ontbreekt, advies.volgende_vraag.veld if advies.volgende_vraag else ""}
    return advies.route is None and (not vraagt or bool(gevraagd & set(vraagt)))


def _tel_rest(zaak: dict[str, Any], advies: Advies, tellers: Tellers, feiten: dict[str, int]) -> None:
    oordelen = {u.definitie: u.uitkomst for u in advies.jikp.uitkomsten}
    for definitie, verwacht in (zaak.get("jikp") or {}).items():
        tellers.tel(oordelen.get(definitie) == verwacht, "jikp")
    if zaak.get("contact"):
        tekst = " ".join(f"{c.organisatie} {c.rol}" for c in advies.contact)
        tellers.tel(not gemist(tekst, zaak["contact"]), "contact")
    wel, gelezen = plat(zaak.get("kenmerken") or {}), plat(advies.kenmerken)
    genoemd = {veld for veld, _ in wel}
    feiten["goed"] += len(wel & gelezen)
    feiten["gemist"] += len(wel - gelezen)
    feiten["teveel"] += len({p for p in gelezen - wel if p[0] in genoemd or p[0] in STRENG})


def plat(kenmerken: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Each field with each of its values, as they are compared; unknown is none."""
    uit: set[tuple[str, str]] = set()
    for veld, waarde in kenmerken.items():
        for w in waarde if isinstance(waarde, list) else [waarde]:
            if veld != "regio" and w not in (None, "onbekend"):
                uit.add((veld, gevouwen(str(w).replace("&", "en"))))
    return uit


def _f1(feiten: dict[str, int]) -> float:
    return 2 * feiten["goed"] / max(1, 2 * feiten["goed"] + feiten["teveel"] + feiten["gemist"])
