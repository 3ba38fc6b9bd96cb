"""The domain agreement once more, written by hand as plain Python over complete facts.

The rules under test are data turned into diagrams; this is the slow, obvious
reading to compare them with.  Every fact must be known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Feiten = Mapping[str, Any]
MBO = ("entree", "mbo-2", "mbo-3", "mbo-4")


def stroomt_uit(f: Feiten) -> bool:
    return f["gaat_naar"] in ("arbeid", "dagbesteding") or f["inschrijving"] == "uitgeschreven"


def stroomt_door(f: Feiten, *naar: str) -> bool:
    return f["gaat_naar"] in naar or (f["onderwijs"] in naar and f["inschrijving"] == "ingeschreven")


def vorige_school(f: Feiten) -> str:
    return str(f["herkomst"] if f["onderwijs"] in MBO else f["onderwijs"])


def ocw_2020(f: Feiten) -> str:
    if f["leeftijd"] >= 23:
        return "nee"
    if stroomt_door(f, "entree"):
        return "ja"
    school = vorige_school(f)
    herkomst = school in ("pro", "vmbo-bb", "vmbo-lwt") or (school == "vso" and f["uitstroomprofiel"] != "dagbesteding")
    return "ja" if herkomst and (stroomt_door(f, "mbo-2") or stroomt_uit(f)) else "nee"


def nmd_2017(f: Feiten) -> str:
    if not 16 <= f["leeftijd"] < 23:
        return "nee"
    school, eerder, minderjarig = f["onderwijs"], f["herkomst"], f["leeftijd"] < 18
    if school in ("vso", "pro") or eerder in ("vso", "pro") or school in ("vmbo-bb", "vmbo-lwt"):
        return "ja"
    if school in ("entree", "mbo-2") and eerder in ("vmbo-bb", "vmbo-lwt"):
        return "ja"
    if minderjarig and f["inschrijving"] == "thuiszitter":
        return "ja"
    if minderjarig and f["inschrijving"] == "vrijgesteld":
        return {"structureel": "ja", "tijdelijk": "oordeel"}.get(f["vrijstelling"], "nee")
    return "nee"


def afkomstig_achterhoek(f: Feiten) -> bool:
    if vorige_school(f) in ("vso", "pro", "vmbo-bb", "vmbo-lwt"):
        return True
    if f["onderwijs"] == "entree":
        return stroomt_uit(f) or f["gaat_naar"] == "mbo-2"
    return f["onderwijs"] in MBO and f["herkomst"] == "entree"


def achterhoek_h2(f: Feiten) -> str:
    if f["leeftijd"] >= 23:
        return "nee"
    if stroomt_door(f, "entree", "mbo-2"):
        return "ja"
    return "ja" if stroomt_uit(f) and afkomstig_achterhoek(f) else "nee"


def achterhoek_416(f: Feiten) -> str:
    if f["leeftijd"] >= 23:
        return "nee"
    beweging = stroomt_door(f, "entree", "mbo-2") or stroomt_uit(f)
    if beweging and afkomstig_achterhoek(f):
        return "ja"
    return "ja" if stroomt_door(f, "entree") else "nee"


def zob_2020(f: Feiten) -> str:
    return "ja" if 16 <= f["leeftijd"] < 23 and f["onderwijs"] in ("pro", "vso", "entree", "vmbo-bb") else "nee"


DEFINITIES: dict[str, Callable[[Feiten], str]] = {
    "ocw-2020": ocw_2020,
    "nmd-2017": nmd_2017,
    "achterhoek-h2": achterhoek_h2,
    "achterhoek-416": achterhoek_416,
    "zob-2020": zob_2020,
}


def hoofdroute(f: Feiten) -> str | None:
    """The routing table from top to bottom; ``None`` where no row fits."""
    perspectief, naar, school, in_school = f["perspectief"], f["gaat_naar"], f["onderwijs"], f["inschrijving"]
    if f["leeftijd"] < 12 or f["leeftijd"] >= 27:
        return "buiten-doelgroep"
    if f["leeftijd"] >= 23:
        return "23-plus"
    if "dagbesteding" in (perspectief, naar, f["uitstroomprofiel"]) or f["arbeidsvermogen"] == "geen-loonvormend":
        return "dagbesteding"
    if f["startkwalificatie"] == "ja":
        return "regulier"
    ernstig = f["ernstig"] == "ja" and bool(f["problemen"])
    werkt = "arbeid" in (perspectief, naar)
    dreigt = in_school == "ingeschreven" and f["dreigende_uitval"] == "ja"
    if dreigt and ernstig and perspectief == "startkwalificatie" and naar != "arbeid":
        return "plusvoorziening"
    if werkt:
        per_school = {
            "vso": "pro-vso-arbeid",
            "pro": "pro-vso-arbeid",
            "entree": "entree-arbeid",
            "mbo-2": "mbo2-arbeid",
        }
        return per_school.get(school, "aan-het-werk")
    if in_school in ("uitgeschreven", "thuiszitter"):
        return "terug-naar-school"
    if in_school != "ingeschreven":
        return None
    if naar != "nee":
        return "doorstroom-onderwijs"
    return "blijf-op-school" if f["dreigende_uitval"] == "ja" else "regulier"
