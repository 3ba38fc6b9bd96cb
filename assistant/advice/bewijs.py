"""The receipt of a check or advice: facts, rule versions and date, without personal data.

It can be run again and then gives the same result, with the rule versions that
were used, also after newer versions were published.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from assistant.advice.kenmerken import Kenmerken
from knowledge.rulemodel import inhoudshash

VORM = 1
Soort = Literal["toets", "advies"]


class BewijsNietHerhaalbaar(ValueError):
    """A receipt cannot be run again; the message says which version is gone or what is wrong with it."""


def maak_bewijs(
    soort: Soort,
    kenmerken: Kenmerken,
    regels: Iterable[tuple[str, int, str]],
    invulling: str = "",
    twijfel: Iterable[str] = (),
) -> dict[str, Any]:
    """The receipt: what was known, which rules were applied, on which date."""
    return {
        "vorm": VORM,
        "soort": soort,
        "peildatum": kenmerken.peildatum.isoformat(),
        "kenmerken": kenmerken.toonbaar(),
        "na_schooljaar_16": kenmerken.na_schooljaar_16,
        "twijfel": sorted(twijfel),
        "regels": [{"id": id_, "versie": versie, "hash": hash_} for id_, versie, hash_ in regels],
        "invulling": invulling,
    }


def bewijs_id(bewijs: Mapping[str, Any]) -> str:
    """The number of a receipt: the same facts, rules and date give the same number."""
    return "rw-" + inhoudshash(json.dumps(bewijs, sort_keys=True, ensure_ascii=False))


def lees_bewijs(bewijs: str | Mapping[str, Any]) -> tuple[Mapping[str, Any], dt.date]:
    """A receipt as data, with its date; refuses what is not a receipt."""
    try:
        data = json.loads(bewijs) if isinstance(bewijs, str) else bewijs
        if data["vorm"] != VORM or data["soort"] not in ("toets", "advies"):
            raise BewijsNietHerhaalbaar(f"dit bewijs heeft een onbekende vorm ({data['vorm']}, {data['soort']})")
        return data, dt.date.fromisoformat(data["peildatum"])
    except (KeyError, TypeError, ValueError) as fout:
        if isinstance(fout, BewijsNietHerhaalbaar):
            raise
        raise BewijsNietHerhaalbaar("dit is geen bewijs van een toets of advies") from fout
