"""Facts about one youth, exactly the fields of the domain agreement (beslisregels, section 1).

A field that is ``None`` is unknown: nobody said, or it was asked and not known.
``"nee"`` is a value.  Ages are whole years on the date of assessment.  A list
of values in a field that takes one value means 'one of these'.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from assistant.advice.leeftijd import leeftijd_op, leerplicht_voorbij
from assistant.advice.plaats import Gemeentelijst
from knowledge.model import REGIOS

#: Every value a categorical fact may take, besides unknown.  ``nee`` is a value.
WAARDEN: Final[dict[str, tuple[str, ...]]] = {
    "onderwijs": (
        "vso", "pro", "vmbo-bb", "vmbo-lwt", "vmbo-kb", "vmbo-gl", "vmbo-tl", "havo", "vwo", "vavo", "isk",
        "entree", "mbo-2", "mbo-3", "mbo-4",
    ),
    "herkomst": (
        "vso", "pro", "vmbo-bb", "vmbo-lwt", "vmbo-kb", "vmbo-gl", "vmbo-tl", "havo", "vwo", "vavo", "isk",
        "entree", "mbo-2", "mbo-3", "mbo-4", "nee",
    ),
    "inschrijving": ("ingeschreven", "uitgeschreven", "thuiszitter", "vrijgesteld"),
    "vrijstelling": ("structureel", "tijdelijk", "nee"),
    "gaat_naar": ("entree", "mbo-2", "mbo-3", "mbo-4", "ander-onderwijs", "arbeid", "dagbesteding", "nee"),
    "uitstroomprofiel": ("vervolgonderwijs", "arbeid", "dagbesteding", "nee"),
    "startkwalificatie": ("ja", "nee"),
    "perspectief": ("startkwalificatie", "arbeid", "dagbesteding"),
    "arbeidsvermogen": ("regulier", "met-ondersteuning", "geen-loonvormend"),
    "werk": ("geen", "minder-dan-12-uur", "12-uur-of-meer"),
    "dreigende_uitval": ("ja", "nee"),
    "ernstig": ("ja", "nee"),
}  # fmt: skip

#: Facts that hold a list.  ``aandacht`` may name more than the words listed here.
LIJSTEN: Final[dict[str, tuple[str, ...]]] = {
    "problemen": ("financien", "gezondheid", "huisvesting", "sociale-omgeving", "maatschappelijk-functioneren"),
    "aandacht": (
        "taalzwak", "nieuwkomer", "statushouder", "schulden", "strafblad", "alleenstaande-ouder",
        "maatschappelijke-opvang", "hoogbegaafd", "havo-4",
    ),
}  # fmt: skip

VELDEN: Final[tuple[str, ...]] = ("geboortedatum", "leeftijd", "gemeente", "regio", *WAARDEN, *LIJSTEN)
MAX_LEEFTIJD: Final = 120
#: Facts with their values, lists as tuples.
Feiten = tuple[tuple[str, Any], ...]
ONBEKEND: Final = ("onbekend", "")
#: Facts that could point to a person stay out of traces and receipts; the age that follows from them stays in.
PERSOONLIJK: Final = frozenset({"geboortedatum"})


class KenmerkOngeldig(ValueError):
    """A fact has a value that cannot be used; ``veld`` and ``reden`` say which and why, in Dutch."""

    def __init__(self, veld: str, reden: str) -> None:
        super().__init__(f"{veld}: {reden}")
        self.veld = veld
        self.reden = reden


class KenmerkenTegenstrijdig(KenmerkOngeldig):
    """Two facts cannot both be true."""


@dataclass(frozen=True)
class Kenmerken:
    """The facts as understood: checked, normalised, unknown fields left out."""

    waarden: Mapping[str, Any]
    peildatum: dt.date
    na_schooljaar_16: bool | None = None
    buiten_regio: bool = False

    @property
    def leeftijd(self) -> int | None:
        """Whole years on the date of assessment, if known."""
        return self.waarden.get("leeftijd")

    @property
    def gemeente(self) -> str | None:
        """The municipality where the youth lives, if known."""
        return self.waarden.get("gemeente")

    @property
    def regio(self) -> str | None:
        """The region of the municipality, or else the region that was given."""
        return self.waarden.get("regio")

    @property
    def zeker(self) -> dict[str, Any]:
        """The facts with one known value."""
        return {v: w for v, w in self.waarden.items() if v in LIJSTEN or not isinstance(w, list)}

    def toonbaar(self, velden: Iterable[str] | None = None) -> dict[str, Any]:
        """The facts, or those of some fields, without what could point to a person."""
        mag = self.waarden.keys() if velden is None else velden
        return {v: self.waarden[v] for v in mag if v in self.waarden and v not in PERSOONLIJK}

    def vast(self, velden: Iterable[str]) -> Feiten:
        """What ``toonbaar`` shows of some fields, in a form by which an answer about them can be remembered."""
        return tuple([self._vast[v] for v in velden if v in self._vast])

    @cached_property
    def _vast(self) -> dict[str, tuple[str, Any]]:
        return {v: (v, tuple(w) if isinstance(w, list) else w) for v, w in self.toonbaar().items()}

    @property
    def beperkt(self) -> dict[str, list[str]]:
        """The facts of which only is known that one of some values holds."""
        return {v: w for v, w in self.waarden.items() if v in WAARDEN and isinstance(w, list)}


def begrijp(
    kenmerken: Mapping[str, Any], peildatum: dt.date, gemeenten: Gemeentelijst, regio: str | None = None
) -> Kenmerken:
    """Check and normalise the facts; ``regio`` is the setting of the user and yields to the municipality."""
    genoemd = {veld: waarde for veld, waarde in kenmerken.items() if _toegestaan(veld) and not _is_onbekend(waarde)}
    waarden = {v: _lees(v, w) for v, w in genoemd.items() if v in WAARDEN or v in LIJSTEN}
    geboren, na_schooljaar = None, None
    if "geboortedatum" in genoemd:
        geboren = lees_geboortedatum(genoemd["geboortedatum"], peildatum)
        na_schooljaar = leerplicht_voorbij(geboren, peildatum)
    leeftijd = _leeftijd(genoemd.get("leeftijd"), geboren, peildatum)
    plek, buiten = _plek(genoemd, gemeenten, regio)
    _controleer_samenhang(waarden)
    eerst = {"geboortedatum": geboren.isoformat() if geboren else None, "leeftijd": leeftijd, **plek}
    alle = {v: w for v, w in {**eerst, **waarden}.items() if w is not None}
    return Kenmerken(alle, peildatum, na_schooljaar, buiten)


def _toegestaan(veld: str) -> bool:
    if veld not in VELDEN:
        raise KenmerkOngeldig(str(veld), f"dit veld bestaat niet; de velden zijn: {', '.join(VELDEN)}")
    return True


def _is_onbekend(waarde: Any) -> bool:
    return waarde is None or (isinstance(waarde, str) and waarde.strip() in ONBEKEND)


def _lees(veld: str, waarde: Any) -> str | list[str]:
    return _lees_lijst(veld, waarde) if veld in LIJSTEN else _lees_keuze(veld, waarde)


def _lees_keuze(veld: str, waarde: Any) -> str | list[str]:
    """One value, or several of which one is true; all values together say nothing and are refused."""
    keuzes = list(dict.fromkeys(waarde)) if isinstance(waarde, list) and waarde else [waarde]
    fout = [k for k in keuzes if not isinstance(k, str) or k not in WAARDEN[veld]]
    if fout:
        mag = ", ".join(WAARDEN[veld])
        raise KenmerkOngeldig(veld, f"'{fout[0]}' is geen geldige waarde; kies uit: {mag}, of 'onbekend'")
    return keuzes[0] if len(keuzes) == 1 else keuzes


def _lees_lijst(veld: str, waarde: Any) -> list[str]:
    """A list of words; ``nee`` is the empty list.  ``aandacht`` is an open list."""
    if waarde == "nee":
        return []
    if not isinstance(waarde, list):
        raise KenmerkOngeldig(veld, f"geef een lijst, 'nee' of 'onbekend'; mogelijk zijn: {', '.join(LIJSTEN[veld])}")
    for deel in waarde:
        bekend = deel in LIJSTEN[veld] if veld == "problemen" else isinstance(deel, str) and _WOORD.fullmatch(deel)
        if not bekend:
            raise KenmerkOngeldig(veld, f"'{deel}' is geen geldige waarde; mogelijk zijn: {', '.join(LIJSTEN[veld])}")
    return list(dict.fromkeys(waarde))


_WOORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def lees_geboortedatum(waarde: Any, peildatum: dt.date) -> dt.date:
    """A birth date as a date, 2008-03-12 or 12-03-2008, not after the date of assessment."""
    geboren = waarde if isinstance(waarde, dt.date) else _lees_datum(waarde)
    if geboren > peildatum:
        raise KenmerkOngeldig("geboortedatum", f"deze datum ligt na de peildatum ({peildatum:%d-%m-%Y})")
    if leeftijd_op(geboren, peildatum) > MAX_LEEFTIJD:
        raise KenmerkOngeldig("geboortedatum", f"de leeftijd zou hoger zijn dan {MAX_LEEFTIJD} jaar")
    return geboren


def _lees_datum(waarde: Any) -> dt.date:
    try:
        if gevonden := re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", str(waarde).strip()):
            dag, maand, jaar = (int(deel) for deel in gevonden.groups())
            return dt.date(jaar, maand, dag)
        return dt.date.fromisoformat(str(waarde).strip())
    except ValueError:
        raise KenmerkOngeldig("geboortedatum", f"'{waarde}' is geen datum; schrijf jjjj-mm-dd") from None


def _leeftijd(waarde: Any, geboren: dt.date | None, peildatum: dt.date) -> int | None:
    genoemd = None if waarde is None else _lees_leeftijd(waarde)
    berekend = leeftijd_op(geboren, peildatum) if geboren else None
    if genoemd is not None and berekend is not None and genoemd != berekend:
        reden = f"leeftijd {genoemd} past niet bij de geboortedatum; op {peildatum:%d-%m-%Y} is dat {berekend} jaar"
        raise KenmerkenTegenstrijdig("leeftijd", reden)
    return berekend if genoemd is None else genoemd


def _lees_leeftijd(waarde: Any) -> int:
    if isinstance(waarde, str) and re.fullmatch(r"-?\d{1,9}", waarde.strip(), re.ASCII):
        waarde = int(waarde)
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        raise KenmerkOngeldig("leeftijd", f"'{waarde}' is geen leeftijd; geef hele jaren als getal, bijvoorbeeld 17")
    if not 0 <= waarde <= MAX_LEEFTIJD:
        raise KenmerkOngeldig("leeftijd", f"{waarde} kan niet; geef hele jaren van 0 tot en met {MAX_LEEFTIJD}")
    return waarde


def _plek(
    genoemd: Mapping[str, Any], gemeenten: Gemeentelijst, instelling: str | None
) -> tuple[dict[str, str | None], bool]:
    """Municipality and region; the municipality decides the region, also when it lies outside the four."""
    regio = genoemd.get("regio", instelling)
    if regio is not None and regio not in REGIOS:
        raise KenmerkOngeldig("regio", f"'{regio}' is geen regio; kies uit: {', '.join(REGIOS)}")
    if "gemeente" not in genoemd:
        return {"gemeente": None, "regio": regio}, False
    naam = genoemd["gemeente"]
    if not isinstance(naam, str):
        raise KenmerkOngeldig("gemeente", f"'{naam}' is geen gemeente; geef de naam van de woongemeente")
    woont = gemeenten.zoek(naam)
    if woont is None:
        raise KenmerkOngeldig(
            "gemeente", f"'{naam}' is geen gemeente die ik ken; bedoelt u {gemeenten.lijkt_op(naam)}?"
        )
    return {"gemeente": woont.naam, "regio": woont.regio}, woont.regio is None


def _controleer_samenhang(waarden: Mapping[str, Any]) -> None:
    """Facts that exclude each other by what they mean."""
    if waarden.get("ernstig") == "ja" and waarden.get("problemen") == []:
        raise KenmerkenTegenstrijdig("ernstig", "er zijn geen problemen genoemd die ernstig kunnen zijn")
    ontheven = waarden.get("vrijstelling") in ("structureel", "tijdelijk")
    if ontheven and waarden.get("inschrijving") not in (None, "vrijgesteld"):
        raise KenmerkenTegenstrijdig("vrijstelling", "een vrijstelling hoort alleen bij inschrijving 'vrijgesteld'")
