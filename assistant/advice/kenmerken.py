"""Facts about one youth, exactly the fields of the domain agreement (beslisregels, section 1).

A field that is ``None`` is unknown: nobody said, or it was asked and not known.
``"nee"`` is a value.  Ages are whole years on the date of assessment.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

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


class KenmerkOngeldig(ValueError):
    """A fact has a value that cannot be used; ``veld`` and ``reden`` say which and why, in Dutch."""

    def __init__(self, veld: str, reden: str) -> None:
        super().__init__(f"{veld}: {reden}")
        self.veld = veld
        self.reden = reden


class KenmerkenTegenstrijdig(KenmerkOngeldig):
    """Two facts cannot both be true."""
