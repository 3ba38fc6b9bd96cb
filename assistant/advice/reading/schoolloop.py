"""From schools with their parts to claims: the present or last school, the one before it, and the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.schoolplek import MBO, VERVOLG, Rol, Schoolplek

#: Enrolled without going to school, or released from it.
_THUIS = ("thuiszitter", "vrijgesteld")


def als_antwoord(
    plekken: Sequence[Schoolplek], gevraagd: str | None, bekend: Mapping[str, Any], *, herstelt: bool
) -> list[Schoolplek]:
    """A school that is simply named answers the question that was asked, or corrects what was known.

    After "ik bedoel", or "niet mbo 2", a level of mbo corrects the present level; a level named to a pupil corrects where he goes.
    "Geen kader maar basis" corrects the fact that was kader, whatever was asked.
    """
    rollen: dict[str | None, Rol] = {"gaat_naar": "bestemming", "herkomst": "vroeger"}
    nu = bekend.get("onderwijs")
    in_mbo = nu in VERVOLG
    niet_die = bool(nu) and any(p.duiding.ontkend and p.waarde == nu for p in plekken)
    verbeterd = _ontkend_gegeven(plekken, bekend, rollen)

    def rol(p: Schoolplek) -> Rol:
        niveau = p.waarde in VERVOLG
        if p.rol != "los" or niet_die or (herstelt and in_mbo and niveau):
            return p.rol
        if verbeterd and not p.duiding.ontkend:
            return rollen[verbeterd]
        if gevraagd == "gaat_naar" and not nu and not _kan_hierna(p.waarde):
            return p.rol  # "vmbo kader" to "where next?", while the present school is not known
        verder = niveau and bekend.get("onderwijs") and not in_mbo and bekend.get("gaat_naar") in VERVOLG
        return rollen.get(gevraagd, "bestemming" if verder else p.rol)

    return [replace(p, rol=rol(p)) for p in plekken]


def _ontkend_gegeven(
    plekken: Sequence[Schoolplek], bekend: Mapping[str, Any], velden: Iterable[str | None]
) -> str | None:
    """The fact beside the present school that a denied school was: "geen kader" of who came from there."""
    ontkend = [p.waarde for p in plekken if p.duiding.ontkend]
    gegeven = {v: bekend[v] for v in velden if v and bekend.get(v)}
    return next((v for v, nu in gegeven.items() if any(w == nu or _valt_onder(w, nu) for w in ontkend)), None)


def _kan_hierna(waarde: str | frozenset[str]) -> bool:
    """Whether a school can come after the one that is not known yet: a level of mbo can."""
    return bool(set(VERVOLG) & ({waarde} if isinstance(waarde, str) else waarde))


def beweer(plekken: Sequence[Schoolplek], bekend: Mapping[str, Any], gevraagd: str | None) -> Iterator[Bewering]:
    """Claims about ``onderwijs``, ``herkomst``, ``inschrijving``, ``gaat_naar`` and attention points."""
    for p in plekken:
        if p.duiding.ander:
            yield _bewering("onderwijs", p, p.waarde, "ander-persoon")
        elif p.ander_wil:
            yield _bewering("gaat_naar", p, p.waarde, "ander-persoon")
        elif p.duiding.ontkend and p.rol != "gestopt":
            yield _bewering("gaat_naar" if p.rol in ("bestemming", "wens") else "onderwijs", p, p.waarde, "ontkend")
    eigen = [
        p for p in plekken if not p.duiding.ander and not p.ander_wil and (not p.duiding.ontkend or p.rol == "gestopt")
    ]
    yield from _vooruit([p for p in eigen if p.rol in ("bestemming", "wens")])
    verloop = [p for p in eigen if p.rol not in ("bestemming", "wens")]
    if gevraagd == "herkomst" and all(p.rol == "vroeger" for p in verloop):
        yield from (_bewering("herkomst", p, p.waarde) for p in verloop[-1:])
    else:
        yield from _verloop(verloop, bekend, gaat_door=len(eigen) > len(verloop))


def _bewering(veld: str, p: Schoolplek, waarde: Any, oordeel: Oordeel = "genoemd", kracht: int = 1) -> Bewering:
    return Bewering(veld, waarde, p.vermelding.van, p.vermelding.tot, oordeel, p.duiding.zeker, kracht)


def _vooruit(plekken: Sequence[Schoolplek]) -> Iterator[Bewering]:
    for p in (p for nr, p in enumerate(plekken) if not _tweede_stap(plekken[:nr], p)):
        waarde = p.waarde
        doel = waarde if isinstance(waarde, frozenset) or waarde in VERVOLG else "ander-onderwijs"
        if isinstance(doel, frozenset) and not doel & set(VERVOLG):
            doel = "ander-onderwijs"
        yield _bewering("gaat_naar", p, doel, kracht=3)


def _tweede_stap(eerder: Sequence[Schoolplek], p: Schoolplek) -> bool:
    """ "via entree en niveau 2 een startkwalificatie halen": behind the first of the two steps comes the other."""
    return any(a.via and not p.via and a.vermelding.tot < p.vermelding.van for a in eerder)


def _verloop(plekken: Sequence[Schoolplek], bekend: Mapping[str, Any], *, gaat_door: bool) -> Iterator[Bewering]:
    """The present or last school, and the one before it; who goes on to another school has not left."""
    huidig = _huidige(plekken, bekend)
    nu_waarde = huidig.waarde if huidig else bekend.get("onderwijs")
    if huidig:
        yield _bewering("onderwijs", huidig, huidig.waarde)
        for p in plekken:
            if p.waarde == huidig.waarde and p.rol in ("nu", "los", "gestopt"):
                yield from (_bewering(veld, p, waarden) for veld, waarden in p.vermelding.begrip.zet.items())
        thuis = bekend.get("inschrijving") in _THUIS  # said before; only the school itself is new
        if huidig.rol == "gestopt" or (huidig.rol == "vroeger" and not gaat_door and not thuis):
            yield _bewering("inschrijving", huidig, "uitgeschreven", kracht=2 if huidig.rol == "gestopt" else 1)
        elif huidig.rol == "nu" and not thuis:
            yield _bewering("inschrijving", huidig, "ingeschreven")
    eerder = [
        p for p in plekken
        if p is not huidig and p.waarde != nu_waarde and not _valt_onder(p.waarde, nu_waarde) and not _kaal_mbo(p)
    ]  # fmt: skip
    if eerder and nu_waarde:
        yield from (_bewering("herkomst", p, p.waarde) for p in _herkomst(eerder, nu_waarde))


def _kaal_mbo(p: Schoolplek) -> bool:
    """ "naar entree bij het roc": the bare name of mbo, of which nothing is told, is no school that was."""
    return p.rol == "los" and isinstance(p.waarde, frozenset) and p.waarde <= set(MBO)


def _valt_onder(waarde: Any, nu: Any) -> bool:
    """Whether "mbo" merely names "mbo-2" again, without its level."""
    if isinstance(waarde, frozenset) and isinstance(nu, frozenset):
        return waarde == nu
    paren = ((waarde, nu), (nu, waarde))
    return any(isinstance(g, frozenset) and (o in g or (o == "entree" and "mbo-2" in g)) for o, g in paren)


def _huidige(plekken: Sequence[Schoolplek], bekend: Mapping[str, Any]) -> Schoolplek | None:
    """The present school, else the one that was stopped, else the last one (unless the present one is known).

    A level said once is not undone by the bare name of the school.
    """
    gestopt = [p for p in plekken if p.rol == "gestopt" and p.duiding.zeker]
    for rol in ("nu", "los", "gestopt"):
        kandidaten = [p for p in plekken if p.rol == rol]
        if rol == "los" and gestopt and not any(p.duiding.zeker for p in kandidaten):
            continue  # "gestopt met mbo 4, heeft misschien niveau 2 gehaald"
        precies = [p for p in kandidaten if isinstance(p.waarde, str)]
        if rol == "los" and any(p.waarde in VERVOLG for p in precies):
            precies = [p for p in precies if p.waarde in VERVOLG]
        if kandidaten:
            daarna = [p for p in plekken if p.rol == "gestopt" and p.vermelding.van > kandidaten[-1].vermelding.van]
            if rol == "los" and daarna:
                return daarna[-1]
            if rol == "nu" and not precies and (niveau := _niveau(plekken, kandidaten[-1])):
                return niveau
            if rol == "los" and not precies and (verlaten := _bedoeld(plekken, kandidaten[-1])):
                return verlaten
            return _zekerste(precies or kandidaten)
    vroeger = [p for p in plekken if p.rol == "vroeger"]
    vroeger = [p for p in vroeger if p.waarde in VERVOLG] or [p for p in vroeger if not _genoemd(p, vroeger)]
    return vroeger[-1] if vroeger and not bekend.get("onderwijs") else None


def _genoemd(ruim: Schoolplek, plekken: Sequence[Schoolplek]) -> bool:
    """ "kaderdiploma vmbo": the bare name beside the precise one."""
    return isinstance(ruim.waarde, frozenset) and any(p.waarde in ruim.waarde for p in plekken)


def _bedoeld(plekken: Sequence[Schoolplek], ruim: Schoolplek) -> Schoolplek | None:
    """ "mbo 2 niet afgemaakt ... via bbl", "was bij ons niveau 2 ... dan bbl": a level that was, and the bare name of it after."""
    gestopt = [p for p in plekken if p.rol in ("gestopt", "vroeger") and isinstance(p.waarde, str)]
    return next((p for p in reversed(gestopt) if p.waarde in ruim.waarde), None)


def _niveau(plekken: Sequence[Schoolplek], ruim: Schoolplek) -> Schoolplek | None:
    """ "staat op het roc ingeschreven, mbo 2": the level that is named beside the school one is at."""
    los = [p for p in plekken if p.rol == "los" and p.duiding.zeker and isinstance(p.waarde, str)]
    return next((replace(p, rol=ruim.rol) for p in los if p.waarde in ruim.waarde), None)


def _zekerste(kandidaten: Sequence[Schoolplek]) -> Schoolplek:
    """The last one; "haalt haar entreediploma waarschijnlijk in mei" takes no doubt to the entree named before."""
    laatste = kandidaten[-1]
    zeker = [p for p in kandidaten if p.waarde == laatste.waarde and p.duiding.zeker]
    return (zeker or [laatste])[-1]


def _herkomst(eerder: Sequence[Schoolplek], nu: Any) -> Sequence[Schoolplek]:
    """For a student in mbo the last school before mbo, another level is none; else the last one named."""
    in_mbo = isinstance(nu, frozenset) and bool(nu & set(MBO)) or nu in VERVOLG
    voor_mbo = [
        p
        for p in eerder
        if isinstance(p.waarde, str)
        and p.waarde not in VERVOLG
        or isinstance(p.waarde, frozenset)
        and not p.waarde & set(MBO)
    ]
    return voor_mbo[-1:] if in_mbo else eerder[-1:]
