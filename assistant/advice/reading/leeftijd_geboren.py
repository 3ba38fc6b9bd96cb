"""Dates of birth, and the age that they make."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.leeftijd_getal import JONGST
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.woordenschat import lijst

#: Who is older than this is no youth; the date is another one.
_OUDST = 40
_DATUM = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{2,4})")


def uit_datum(duider: Duider, nr: int, peildatum: dt.date) -> Iterator[Bewering]:
    """A date in the years in which a youth can be born, when nothing says that it is another date."""
    verhaal = duider.verhaal
    treffer = _DATUM.fullmatch(verhaal.norm(nr))
    if not treffer:
        return
    a, b, c = (int(g) for g in treffer.groups())
    jaar, maand, dag = (a, b, c) if a > 31 else (c, b, a)
    yield from _geboorte(duider, (_jaartal(jaar, peildatum), maand, dag), nr, nr + 1, peildatum)


def geboren_op(duider: Duider, nr: int, dag: int, peildatum: dt.date) -> list[Bewering]:
    """ "geboren op 3 maart 2008"."""
    verhaal = duider.verhaal
    maand = lijst("getallen")["maanden"].get(verhaal.norm(nr + 1))
    jaar = verhaal.norm(nr + 2 if verhaal.norm(nr + 2) != "'" else nr + 3)
    wordt = len(jaar) == 2 and "wordt" in verhaal.tussen(nr - 3, nr)  # "wordt op 3 januari 18"
    if maand and jaar.isdecimal() and len(jaar) in (2, 4) and not wordt:
        return list(_geboorte(duider, (_jaartal(int(jaar), peildatum), maand, dag), nr, nr + 3, peildatum))
    jaar_alleen = 1990 <= dag <= peildatum.year - 5
    if jaar_alleen and {verhaal.norm(nr - 1), verhaal.norm(nr - 2)} & {"geboren", "bouwjaar", "geboortejaar"}:
        return [Bewering("leeftijd", peildatum.year - dag, nr, nr + 1, zeker=False)]
    return []


def _jaartal(jaar: int, peildatum: dt.date) -> int:
    if jaar > 99:
        return jaar
    return 2000 + jaar if jaar <= peildatum.year % 100 else 1900 + jaar


def _geboorte(
    duider: Duider, wanneer: tuple[int, int, int], van: int, tot: int, peildatum: dt.date
) -> Iterator[Bewering]:
    """A date of birth with the age that it makes; "zijn broer op 4 mei 2010" is that of the other."""
    try:
        datum = dt.date(*wanneer)
    except ValueError:
        return
    leeftijd = jaren(datum, peildatum)
    if JONGST <= leeftijd <= _OUDST:
        waarden: tuple[tuple[str, Any], ...] = (("geboortedatum", datum.isoformat()), ("leeftijd", leeftijd))
        oordeel: Oordeel = "ander-persoon" if duider.houder.van[van] else "genoemd"
        yield from (Bewering(veld, waarde, van, tot, oordeel, kracht=2) for veld, waarde in waarden)


def jaren(geboren: dt.date, peildatum: dt.date) -> int:
    """Whole years between a birth date and the date of assessment."""
    return peildatum.year - geboren.year - ((peildatum.month, peildatum.day) < (geboren.month, geboren.day))
