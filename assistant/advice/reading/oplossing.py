"""From claims to facts: what holds, what is contradicted, what stays open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from assistant.advice.kenmerken import LIJSTEN
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.woordenschat import zeg


@dataclass
class Uitkomst:
    """Facts as settled, with fields that the text leaves in doubt, narrows down or overtakes.

    ``vermoed`` names the facts that were gathered from the whole, with the clause that speaks for each.
    """

    kenmerken: dict[str, Any] = field(default_factory=dict)
    mogelijk: dict[str, frozenset[str]] = field(default_factory=dict)
    twijfel: dict[str, str] = field(default_factory=dict)
    achterhaald: set[str] = field(default_factory=set)
    vermoed: dict[str, str] = field(default_factory=dict)


def los_op(verhaal: Verhaal, beweringen: Sequence[Bewering], bekend: Mapping[str, Any]) -> Uitkomst:
    """Settle every field; lists gather, single values must agree or be corrected."""
    uit = Uitkomst()
    for veld in dict.fromkeys(b.veld for b in beweringen):
        eigen = [b for b in beweringen if b.veld == veld]
        if veld in LIJSTEN:
            _verzamel(veld, eigen, bekend, uit)
        else:
            _kies(verhaal, veld, eigen, uit)
    if "geboortedatum" in uit.kenmerken and "leeftijd" not in uit.twijfel:
        _tegen_geboortedatum(verhaal, beweringen, uit)
    if "leeftijd" in uit.twijfel and "geboortedatum" in uit.kenmerken:  # an age against a date of birth
        uit.twijfel["geboortedatum"] = uit.twijfel["leeftijd"]
        del uit.kenmerken["geboortedatum"]
    return uit


def _tegen_geboortedatum(verhaal: Verhaal, beweringen: Sequence[Bewering], uit: Uitkomst) -> None:
    """ "17 jaar oud, geboren 12 mei 2003": an age that the date of birth contradicts is an error; neither holds."""
    gezegd = {b.waarde for b in beweringen if (b.veld, b.oordeel) == ("leeftijd", "genoemd") and b.zeker}
    if len(gezegd) > 1 and not verhaal.sein("correctie", 0, len(verhaal.woorden)):
        uit.kenmerken.pop("leeftijd", None)
        uit.twijfel["leeftijd"] = zeg("tegenspraak", waarden=" en ".join(sorted(map(_leesbaar, gezegd))))


def _verzamel(veld: str, eigen: Sequence[Bewering], bekend: Mapping[str, Any], uit: Uitkomst) -> None:
    """A list holds what is said of the youth, and what was known already and is not denied."""
    gezegd = [w for b in eigen if b.oordeel == "genoemd" and b.zeker for w in b.waarde]
    ontkend = {w for b in eigen if b.oordeel in ("ontkend", "verleden") for w in b.waarde} - set(gezegd)
    leeg = any(b.oordeel == "genoemd" and b.zeker and not b.waarde for b in eigen)
    eerder = [] if leeg and not gezegd else [w for w in bekend.get(veld) or () if w not in ontkend]
    waarden = list(dict.fromkeys([*eerder, *gezegd]))
    if waarden or leeg or (ontkend & set(bekend.get(veld) or ())):
        uit.kenmerken[veld] = waarden
    onzeker = {w for b in eigen if b.oordeel == "genoemd" and not b.zeker for w in b.waarde} - set(waarden)
    if onzeker:
        uit.twijfel[veld] = zeg("niet_zeker", waarden=", ".join(sorted(onzeker)))


def _kies(verhaal: Verhaal, veld: str, eigen: Sequence[Bewering], uit: Uitkomst) -> None:
    genoemd = [b for b in eigen if b.oordeel == "genoemd"]
    zekere = [b for b in genoemd if b.zeker]
    ontkend = {str(b.waarde) for b in eigen if b.oordeel == "ontkend" and b.zeker}
    if not zekere:
        if any(str(b.waarde) not in ontkend for b in genoemd):
            uit.twijfel[veld] = zeg("onzeker")
        return
    if all(b.kracht == 0 for b in zekere) and any(not b.zeker and b.kracht > 0 for b in genoemd):
        uit.twijfel[veld] = zeg("onzeker")  # "zit thuis; is zij ziek of heeft school geen plek?"
        return
    if _teruggenomen(verhaal, zekere, genoemd):
        uit.twijfel[veld] = zeg("onzeker")
        return
    sterkste = max(b.kracht for b in zekere)
    volgens = [b for b in zekere if _volgens(verhaal, b)]
    top = _nauwkeurig(
        verhaal, volgens if len({b.waarde for b in volgens}) > 1 else [b for b in zekere if b.kracht == sterkste]
    )
    top = _keus(verhaal, zekere) or top
    waarden = list(dict.fromkeys(b.waarde for b in top))
    if len(waarden) > 1 and (laatste := _gecorrigeerd(verhaal, top)):
        waarden = [laatste.waarde]
    if len(waarden) > 1:
        uit.twijfel[veld] = zeg("tegenspraak", waarden=" en ".join(map(_leesbaar, waarden)))
    elif isinstance(waarden[0], frozenset):
        uit.mogelijk[veld] = waarden[0]
    else:
        uit.kenmerken[veld] = waarden[0]


def _volgens(verhaal: Verhaal, b: Bewering) -> bool:
    """ "volgens school is hij uitgeschreven", "de mentor zegt dat hij er nog gewoon zit": told with who says so."""
    begin, einde = verhaal.indeling.grenzen(b.van)
    if verhaal.norm(begin) == "dat" and begin:
        begin, _ = verhaal.indeling.grenzen(begin - 1)
    return bool(verhaal.sein("volgens", begin, einde))


def _keus(verhaal: Verhaal, zekere: Sequence[Bewering]) -> list[Bewering]:
    """ "werken of naar mbo 2": two that the text leaves as a choice, whatever their weight."""
    for a, b in pairwise(sorted(zekere, key=lambda b: b.van)):
        werk = {a.waarde, b.waarde} & {"arbeid", "dagbesteding"}  # "mbo of gaan werken" is no matter of levels
        ruim = not werk and (isinstance(a.waarde, frozenset) or isinstance(b.waarde, frozenset))
        if a.waarde != b.waarde and not ruim and 0 < b.van - a.tot <= 4 and "of" in verhaal.tussen(a.tot, b.van):
            return [a, b]
    return []


def _teruggenomen(verhaal: Verhaal, zekere: Sequence[Bewering], genoemd: Sequence[Bewering]) -> bool:
    """ "16, nou ja, 16 of 26": after the last sure claim the speaker corrects himself into doubt."""
    later = [b for b in genoemd if not b.zeker and b.van >= zekere[-1].tot and b.waarde != zekere[-1].waarde]
    return any(verhaal.sein("correctie", zekere[-1].tot, b.van) for b in later)


def _leesbaar(waarde: Any) -> str:
    return " of ".join(sorted(waarde)) if isinstance(waarde, frozenset) else str(waarde)


def _nauwkeurig(verhaal: Verhaal, beweringen: Sequence[Bewering]) -> list[Bewering]:
    """A set of options gives way to one value out of it: "mbo" and "mbo 2" agree; so do "entree" and the roc it is at."""
    precies = [b for b in beweringen if not isinstance(b.waarde, frozenset)]

    def zegt_het(p: Bewering, ruim: Bewering) -> bool:
        daar = 0 <= ruim.van - p.tot <= 3 and "of" not in verhaal.tussen(p.tot, ruim.van)
        return p.waarde in ruim.waarde or (p.waarde == "entree" and "mbo-2" in ruim.waarde and daar)

    ruim = [b for b in beweringen if isinstance(b.waarde, frozenset) and not any(zegt_het(p, b) for p in precies)]
    return sorted([*precies, *ruim], key=lambda b: b.van)


def _gecorrigeerd(verhaal: Verhaal, top: Sequence[Bewering]) -> Bewering | None:
    """The last claim, when between it and the one before it (or right after it) the speaker corrects himself."""
    laatste = top[-1]
    vorige = next((b for b in reversed(top) if b.waarde != laatste.waarde), None)
    if vorige is None:
        return None
    begin, einde = verhaal.indeling.grenzen(laatste.van)
    if (laatste.veld, laatste.waarde) == ("dreigende_uitval", "nee"):  # "vorig jaar bijna gestopt, geen gevaar meer"
        if verhaal.norm(begin) == "dat" and begin:
            begin, _ = verhaal.indeling.grenzen(begin - 1)
        if verhaal.sein("geen_meer", begin, min(einde + 1, len(verhaal.woorden))):
            return laatste
    zin, _ = verhaal.indeling.zinsgrenzen(vorige.van)
    hersteld = verhaal.sein("ik_zei", zin, vorige.van) and "maar" in verhaal.tussen(vorige.tot, laatste.van)
    return laatste if hersteld or verhaal.sein("correctie", vorige.tot, max(einde, laatste.tot)) else None


def ontdubbel(beweringen: Iterable[Bewering]) -> list[Bewering]:
    """Each claim once, in the order of the text."""
    uniek = {(b.veld, str(b.waarde), b.van, b.tot, b.oordeel): b for b in beweringen}
    return sorted(uniek.values(), key=lambda b: (b.van, b.tot))
