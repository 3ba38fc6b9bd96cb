"""Links of a text to routes and to other texts, chosen by name: nobody has to know an id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from knowledge.model import Kennisitem
from knowledge.snapshot import Kennis

#: Empty inputs for more links.
EXTRA: Final = 2
VELDEN: Final = ("routes", "zie_ook")


@dataclass(frozen=True)
class Koppelingen:
    """What can be linked: routes to tick, links with their titles, and the texts to choose from."""

    routes: tuple[tuple[str, str, bool], ...]
    zie_ook: tuple[tuple[str, str], ...]
    teksten: tuple[tuple[str, str], ...]


def koppelingen(soort: str, inhoud: Mapping[str, Any], kennis: Kennis) -> Koppelingen | None:
    """The links of an item; other kinds have none."""
    if soort != "item":
        return None
    bekend = {r.id: r.naam for t in kennis.regels.tabellen for r in t.routes}
    gekozen, ook = inhoud.get("routes", ()), inhoud.get("zie_ook", ())
    namen = {**bekend, **{r: r for r in gekozen if r not in bekend}}
    titels = {i.id: i.titel for i in kennis.items}
    return Koppelingen(
        routes=tuple((id_, naam, id_ in gekozen) for id_, naam in namen.items()),
        zie_ook=(*((id_, titels.get(id_, "")) for id_ in ook), *((("", ""),) * EXTRA)),
        teksten=tuple((i.id, i.titel) for i in _dichtbij(kennis.items, inhoud)),
    )


def _dichtbij(items: Iterable[Kennisitem], inhoud: Mapping[str, Any]) -> list[Kennisitem]:
    """The texts of the same region and the national ones; all of them where no region is chosen yet."""
    regio = inhoud.get("regio")
    mag = (i for i in items if i.id != inhoud.get("id") and (not regio or i.regio in (regio, "landelijk")))
    return sorted(mag, key=lambda i: i.titel.lower())


def lees_koppelingen(inhoud: dict[str, Any], ingevuld: Mapping[str, str]) -> None:
    """Takes over the links that a form says; what was chosen before keeps its place."""
    for veld in VELDEN:
        if f"kiest-{veld}" not in ingevuld:
            continue
        gekozen = [w.strip() for n, w in ingevuld.items() if n.startswith(f"{veld}-") and w.strip()]
        eerst = [w for w in inhoud.get(veld, ()) if w in gekozen]
        if gekozen or inhoud.get(veld):
            inhoud[veld] = list(dict.fromkeys([*eerst, *gekozen]))
