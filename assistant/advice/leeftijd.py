"""Ages and school years, from the birth date and the date of assessment."""

from __future__ import annotations

import datetime as dt

#: A school year ends on 31 July (general knowledge, not from the sources).
EINDE_SCHOOLJAAR = (7, 31)


def verjaardag(geboren: dt.date, jaren: int) -> dt.date:
    """The day on which somebody turns ``jaren``; born on 29 February counts as 1 March in other years."""
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return dt.date(geboren.year + jaren, 3, 1)


def leeftijd_op(geboren: dt.date, dag: dt.date) -> int:
    """Whole years on a date."""
    jaren = dag.year - geboren.year
    return jaren if verjaardag(geboren, jaren) <= dag else jaren - 1


def einde_schooljaar(dag: dt.date) -> dt.date:
    """The last day of the school year in which a date falls."""
    einde = dt.date(dag.year, *EINDE_SCHOOLJAAR)
    return einde if dag <= einde else dt.date(dag.year + 1, *EINDE_SCHOOLJAAR)


def leerplicht_voorbij(geboren: dt.date, dag: dt.date) -> bool:
    """Whether the school year in which the youth turned 16 has ended."""
    return dag > einde_schooljaar(verjaardag(geboren, 16))
