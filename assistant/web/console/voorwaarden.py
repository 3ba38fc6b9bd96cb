"""A condition as people read it, as inputs of a form, and back: nobody has to write YAML to change a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from assistant.advice.service import LIJSTEN, WAARDEN, Woorden
from knowledge.rulemodel import Begrip

LEEFTIJD: Final = "leeftijd"
_KEUZES: Final[dict[str, tuple[str, ...]]] = {**WAARDEN, **LIJSTEN, "na_schooljaar_16": ("ja", "nee")}
_GROEPEN: Final = {"alle": "alle van deze", "een_van": "minstens een van deze", "niet": "niet"}

Soort = Literal["groep", "leeftijd", "keuze", "begrip"]


class VoorwaardeLeeg(ValueError):
    """Every part of a condition was taken away."""


@dataclass(frozen=True)
class Tak:
    """One part of a condition: a group of parts, ages, values to choose from, or a term."""

    pad: str
    soort: Soort
    label: str
    keuzes: tuple[tuple[str, str, bool], ...] = ()
    van: int | str = ""
    tot: int | str = ""
    delen: tuple[Tak, ...] = ()
    weg: bool = False


@dataclass(frozen=True)
class Taal:
    """The words of people for fields, values, shared terms and the criteria of one rule."""

    woorden: Woorden
    begrippen: Mapping[str, Begrip]
    criteria: Mapping[str, str] = field(default_factory=dict)

    def label(self, veld: str) -> str:
        """What a part of a condition is about."""
        if veld in self.begrippen:
            return self.begrippen[veld].tekst
        return self.woorden.veld(veld)

    def mag(self, veld: str) -> Mapping[str, str]:
        """The values that a part may take, with their words."""
        if veld == "criterium":
            return self.criteria
        if veld in self.begrippen:
            velden = set(_gevraagd(self.begrippen[veld].als))
            samen = [w for w in WAARDEN["onderwijs"] if velden and all(w in _KEUZES.get(v, ()) for v in velden)]
            return {w: self.woorden.waarde("onderwijs", w) for w in samen}
        return {w: self.woorden.waarde(veld, w) for w in _KEUZES.get(veld, ())}

    def erbij(self) -> dict[str, list[tuple[str, str]]]:
        """What can be added to a condition: per field its values, as ``veld=waarde`` and words."""
        velden = [v for v in _KEUZES if v != "na_schooljaar_16"]
        uit = {self.label(v): [(f"{v}={w}", t) for w, t in self.mag(v).items()] for v in velden}
        return {**uit, "criterium van deze regel": [(f"criterium={c}", t) for c, t in self.criteria.items()]}


def _gevraagd(als: Any) -> Iterator[str]:
    """The fields in which a term fills in what it is asked about."""
    if isinstance(als, dict):
        for sleutel, waarde in als.items():
            if waarde == "$":
                yield sleutel
            yield from _gevraagd(waarde)
    elif isinstance(als, list):
        for deel in als:
            yield from _gevraagd(deel)


# --- reading aloud -----------------------------------------------------------------------------------


def zin(als: Any, taal: Taal) -> str:
    """A condition as a sentence part."""
    if not isinstance(als, dict):
        return str(als)
    return " en ".join(_deelzin(v, w, taal) for v, w in als.items()) or "altijd"


def _deelzin(veld: str, waarde: Any, taal: Taal) -> str:
    if veld in ("alle", "een_van"):
        delen = [zin(deel, taal) for deel in waarde]
        return delen[0] if len(delen) == 1 else f"({(' en ' if veld == 'alle' else ' of ').join(delen)})"
    if veld == "niet":
        return f"niet ({zin(waarde, taal)})"
    if veld == LEEFTIJD and isinstance(waarde, dict):
        return _leeftijd(waarde)
    if veld == "criterium":
        return str(taal.criteria.get(str(waarde), waarde))
    waarden = [str(w) for w in (waarde if isinstance(waarde, list) else [waarde])]
    mag = taal.mag(veld)
    woorden = " of ".join(mag.get(w, w) for w in waarden)
    return taal.label(veld) if veld in taal.begrippen and not mag else f"{taal.label(veld)}: {woorden}"


def _leeftijd(grens: Mapping[str, int]) -> str:
    van, tot = grens.get("van"), grens.get("tot")
    if van is not None and tot is not None:
        return f"{van} jaar of ouder en jonger dan {tot}"
    return f"{van} jaar of ouder" if van is not None else f"jonger dan {tot} jaar"


# --- as inputs ---------------------------------------------------------------------------------------


def takken(als: Any, taal: Taal, pad: str = "") -> tuple[Tak, ...]:
    """The inputs for a condition."""
    return tuple(_tak(v, w, taal, f"{pad}{v}") for v, w in als.items()) if isinstance(als, dict) else ()


def _tak(veld: str, waarde: Any, taal: Taal, pad: str) -> Tak:
    if veld in ("alle", "een_van"):
        delen = tuple(t for i, deel in enumerate(waarde) for t in _deel(deel, taal, f"{pad}.{i}."))
        return Tak(pad, "groep", _GROEPEN[veld], delen=delen)
    if veld == "niet":
        return Tak(pad, "groep", _GROEPEN[veld], delen=takken(waarde, taal, f"{pad}."))
    if veld == LEEFTIJD and isinstance(waarde, dict):
        return Tak(pad, "leeftijd", "leeftijd", van=waarde.get("van", ""), tot=waarde.get("tot", ""))
    mag, gekozen = taal.mag(veld), [str(w) for w in (waarde if isinstance(waarde, list) else [waarde])]
    if not mag:
        return Tak(pad, "begrip", taal.label(veld))
    keuzes = tuple((w, t, w in gekozen) for w, t in {**{g: g for g in gekozen if g not in mag}, **mag}.items())
    return Tak(pad, "keuze", taal.label(veld), keuzes=keuzes)


def _deel(deel: Any, taal: Taal, pad: str) -> tuple[Tak, ...]:
    """A part of a group: as it is when it says one thing, else as a group of its own."""
    binnen = takken(deel, taal, pad)
    return binnen if len(binnen) < 2 else (Tak(pad.rstrip("."), "groep", _GROEPEN["alle"], delen=binnen),)


def met_invoer(delen: tuple[Tak, ...], ingevuld: Mapping[str, str]) -> tuple[Tak, ...]:
    """The inputs with what somebody ticked and typed, also where that could not be saved."""
    return tuple(_met_invoer(tak, ingevuld) for tak in delen)


def _met_invoer(tak: Tak, ingevuld: Mapping[str, str]) -> Tak:
    keuzes = tak.keuzes
    if f"heeft-{tak.pad}" in ingevuld:
        keuzes = tuple((w, tekst, f"w-{tak.pad}-{w}" in ingevuld) for w, tekst, _ in keuzes)
    return replace(
        tak, keuzes=keuzes, weg=f"weg-{tak.pad}" in ingevuld, delen=met_invoer(tak.delen, ingevuld),
        van=ingevuld.get(f"van-{tak.pad}", tak.van), tot=ingevuld.get(f"tot-{tak.pad}", tak.tot),
    )  # fmt: skip


# --- and back ----------------------------------------------------------------------------------------


def lees(als: dict[str, Any], ingevuld: Mapping[str, str]) -> dict[str, Any]:
    """The condition that a form says; a part without values is taken away."""
    nieuw = _lees(als, ingevuld, "") or {}
    _voeg_toe(nieuw, ingevuld)
    if als and not nieuw:
        raise VoorwaardeLeeg("Een rij heeft minstens één voorwaarde nodig. Kies een waarde of verwijder de hele rij.")
    return nieuw


def _lees(als: Any, ingevuld: Mapping[str, str], pad: str) -> dict[str, Any]:
    uit = {}
    for veld, waarde in als.items():
        nieuw = _lees_tak(veld, waarde, ingevuld, f"{pad}{veld}")
        if nieuw not in (None, [], {}):
            uit[veld] = nieuw
    return uit


def _lees_tak(veld: str, waarde: Any, ingevuld: Mapping[str, str], pad: str) -> Any:
    if f"weg-{pad}" in ingevuld:
        return None
    if veld in ("alle", "een_van"):
        delen = [_lees(d, ingevuld, f"{pad}.{i}.") for i, d in enumerate(waarde) if f"weg-{pad}.{i}" not in ingevuld]
        return [d for d in delen if d]
    if veld == "niet":
        return _lees(waarde, ingevuld, f"{pad}.")
    if veld == LEEFTIJD and isinstance(waarde, dict):
        return _grenzen(ingevuld.get(f"van-{pad}", ""), ingevuld.get(f"tot-{pad}", ""))
    if f"heeft-{pad}" not in ingevuld:
        return waarde
    gekozen = [n.removeprefix(f"w-{pad}-") for n in ingevuld if n.startswith(f"w-{pad}-")]
    return gekozen[0] if len(gekozen) == 1 and not isinstance(waarde, list) else gekozen


def _grenzen(van: str, tot: str) -> dict[str, int]:
    try:
        grenzen = {n: int(g) for n, g in (("van", van), ("tot", tot)) if g.strip()}
    except ValueError as fout:
        raise ValueError("Een leeftijd is een heel getal, bijvoorbeeld 23.") from fout
    if any(not 0 <= g <= 120 for g in grenzen.values()):
        raise ValueError("Een leeftijd ligt tussen 0 en 120 jaar.")
    if len(grenzen) == 2 and grenzen["van"] >= grenzen["tot"]:
        raise ValueError(
            f"Niemand is {grenzen['van']} of ouder en jonger dan {grenzen['tot']}. Draai de leeftijden om."
        )
    return grenzen


def _voeg_toe(als: dict[str, Any], ingevuld: Mapping[str, str]) -> None:
    """Adds what was chosen under 'Voorwaarde erbij'; beside a part on the same field both must hold."""
    delen: list[dict[str, Any]] = []
    if grenzen := _grenzen(ingevuld.get("erbij-van", ""), ingevuld.get("erbij-tot", "")):
        delen.append({LEEFTIJD: grenzen})
    if "=" in ingevuld.get("erbij", ""):
        veld, _, waarde = ingevuld["erbij"].partition("=")
        delen.append({veld: waarde})
    for deel in delen:
        if set(deel) & set(als):
            als.setdefault("alle", []).append(deel)
        else:
            als.update(deel)
