"""A synthetic set of cases to try the system with; every row is marked as such."""

from __future__ import annotations

import datetime as dt
import random

from sqlalchemy.orm import Session

from assistant.cases.models import Contactmoment, Jongere, Traject

SAAT = 2026
PER_REGIO = 60
#: Every so many has turned 23 without a handover: what must not happen, and what a rule about 23 is about.
VOORBIJ_23 = 20
JAAR_VOORBIJ_23 = 2003
_REGIOS = {
    "nmd": ("NMD", ["Assen", "Aa en Hunze", "Tynaarlo", "Midden-Drenthe", "Noordenveld"]),
    "achterhoek": ("ACH", ["Aalten", "Berkelland", "Bronckhorst", "Doetinchem", "Winterswijk"]),
    "zuidoost-brabant": ("ZOB", ["Eindhoven", "Helmond", "Deurne", "Best", "Veldhoven"]),
    "rijk-van-nijmegen": ("NIJ", ["Nijmegen", "Druten", "Wijchen", "Beuningen"]),
}
_ROUTES = {
    "pro": "pro-vso-arbeid",
    "vso": "dagbesteding",
    "entree": "entree-arbeid",
    "mbo-2": "mbo2-arbeid",
    "mbo-3": "terug-naar-school",
    "vmbo-bb": "doorstroom-onderwijs",
}
_BEGELEIDERS = ["RMC-trajectbegeleider", "consulent werk", "jobcoach", "mentor", None]


def vul_demo(sessie: Session) -> int:
    """Adds the demo set; the same set every time."""
    worp = random.Random(SAAT)
    for regio, (voorvoegsel, gemeenten) in _REGIOS.items():
        for nummer in range(1, PER_REGIO + 1):
            jongere = _jongere(worp, regio, f"{voorvoegsel}-{nummer:04d}", gemeenten)
            if nummer % VOORBIJ_23 == 0:
                _maak_23(jongere)
            sessie.add(jongere)
    return PER_REGIO * len(_REGIOS)


def _jongere(worp: random.Random, regio: str, sleutel: str, gemeenten: list[str]) -> Jongere:
    onderwijs = worp.choice(list(_ROUTES))
    geboren = dt.date(2004, 1, 1) + dt.timedelta(days=worp.randrange(6 * 365))
    begin = dt.date(2025, 8, 1) + dt.timedelta(days=worp.randrange(400))
    traject = Traject(
        route=_ROUTES[onderwijs],
        status=worp.choices(["lopend", "afgerond", "gestopt"], weights=[7, 2, 1])[0],
        begin=begin,
        vaste_begeleider=worp.choice(_BEGELEIDERS),
        contacten=[
            Contactmoment(datum=begin + dt.timedelta(days=30 * i), soort="contact", organisatie="RMC")
            for i in range(worp.randrange(4))
        ],
    )
    return Jongere(
        sleutel=sleutel,
        regio=regio,
        gemeente=worp.choice(gemeenten),
        geboortedatum=geboren,
        onderwijs=onderwijs,
        synthetisch=True,
        trajecten=[traject],
    )


def _maak_23(jongere: Jongere) -> None:
    """Born years earlier, on the same day; no 29th of February in an ordinary year."""
    geboren = jongere.geboortedatum
    jongere.geboortedatum = geboren.replace(year=JAAR_VOORBIJ_23, day=min(geboren.day, 28))
