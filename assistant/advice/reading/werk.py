"""Paid work and its hours."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.werkplek import is_werkplek
from assistant.advice.reading.woordenschat import getalwoorden, lijst, verband

WEINIG, VEEL, GRENS = "minder-dan-12-uur", "12-uur-of-meer", 12
_UREN_PER_DAG = 8
_PAAR = 2
#: An occupation this near behind hours is the work they are of.
_BEROEP = 6


def lees_werk(duider: Duider, gevraagd: str | None) -> Iterator[Bewering]:
    """Claims about ``werk``; work without hours leaves open how much."""
    for v in duider.verhaal.van_soort("werk"):
        _, einde = duider.verhaal.indeling.grenzen(v.van)
        if duider.vorm.is_vraag(v.van) or (v.begrip.heeft("slot") and v.tot < einde):
            continue
        duiding = duider(v)
        oordeel: Oordeel = "verleden" if v.begrip.heeft("verleden_vorm") and not duiding.ander else duiding.oordeel
        if v.begrip.zet:
            yield Bewering("werk", v.begrip.zet["werk"], v.van, v.tot, oordeel, duiding.zeker, 2)
        elif oordeel == "ontkend":
            yield Bewering("werk", "geen", v.van, v.tot, "genoemd", duiding.zeker)
        elif oordeel != "genoemd" or not _is_plan(duider, v):
            yield Bewering("werk", _omvang(duider.verhaal, v), v.van, v.tot, oordeel, duiding.zeker)
    yield from _losse_uren(duider, gevraagd)
    if gevraagd == "werk" and duider.verhaal.norm(0) in lijst("gesprek")["ja"]:
        yield Bewering("werk", frozenset({WEINIG, VEEL}), 0, 1)


def _losse_uren(duider: Duider, gevraagd: str | None) -> Iterator[Bewering]:
    """Hours without a verb: "25 uur per week bij een winkel", "een baan van 36 uur"; not those of an internship."""
    verhaal = duider.verhaal
    for nr in range(len(verhaal.woorden)):
        begin, einde = verhaal.indeling.grenzen(nr)
        uren = _uren(verhaal, nr)
        naast = verhaal.tussen(begin, einde)
        zin, _ = verhaal.indeling.zinsgrenzen(nr)
        in_zin = verhaal.tussen(zin, einde)
        over_werk = gevraagd == "werk" or bool(naast & verband("bij_werk")) or bool(in_zin & verband("baan"))
        over_werk = over_werk or any(map(is_werkplek, naast | verhaal.tussen(nr, nr + _BEROEP)))  # "36 u/wk lasser"
        if uren is None or verhaal.norm(nr + 1) not in verband("uren") | {"dagen"} or not over_werk:
            continue
        toekomst = verhaal.sein("wens", begin, nr) or verhaal.sein("toekomst", begin, nr) or "gaat" in naast
        les = {verhaal.norm(n) for n in range(zin, _tot_volgende(verhaal, nr, einde)) if verhaal.norm(n - 1) != "naast"}
        if not toekomst and not les & verband("lesuren"):
            omvang = WEINIG if uren < GRENS else VEEL
            yield Bewering("werk", omvang, nr, nr + 2, duider.oordeel(nr, nr + 2), duider.twijfel.is_zeker(nr, nr + 2))


def _tot_volgende(verhaal: Verhaal, nr: int, einde: int) -> int:
    """ "4 dagen in dienst en 1 dag school": the words about these hours, up to the next."""
    return next(
        (n for n in range(nr + 2, einde) if verhaal.norm(n) == "en" and _uren(verhaal, n + 1) is not None), einde
    )


def _is_plan(duider: Duider, v: Vermelding) -> bool:
    """ "wil een bijbaan": not there yet."""
    begin, _ = duider.verhaal.indeling.grenzen(v.van)
    gepland = verband("nog_geen_werk") & duider.verhaal.tussen(begin, v.van)
    return bool(gepland) or bool(duider.verhaal.sein("toekomst", begin, v.van))


def _omvang(verhaal: Verhaal, v: Vermelding) -> str | frozenset[str]:
    """How much work, from hours or days in the same sentence."""
    begin, einde = verhaal.indeling.zinsgrenzen(v.van)
    for nr in range(begin, einde):
        if verhaal.norm(nr) in ("fulltime", "voltijd", "voltijds"):
            return VEEL
        if (uren := _uren(verhaal, nr)) is not None:
            return WEINIG if uren < GRENS else VEEL
    if _een_dag(verhaal, begin, einde) or any(_paar_dagdelen(verhaal, nr) for nr in range(begin, einde)):
        return WEINIG
    return frozenset({WEINIG, VEEL})


def _een_dag(verhaal: Verhaal, begin: int, einde: int) -> bool:
    """ "vakken vullen op zaterdag", "elke woensdag folders": one day of the week and no other."""
    dagen = [n for n in range(begin, einde) if verhaal.norm(n) in verband("weekdag")]
    vast = {verhaal.norm(n - 1) for n in dagen} <= verband("vaste_dag")
    return len({verhaal.norm(n) for n in dagen}) == 1 and vast


def _paar_dagdelen(verhaal: Verhaal, nr: int) -> bool:
    """ "bezorgt twee avonden pizza's": one or two parts of days are less than twelve hours."""
    getal = _getal(verhaal.norm(nr))
    deel = verhaal.norm(nr + 1)
    return getal is not None and getal <= _PAAR and deel in verband("kort_dagdeel")


def _uren(verhaal: Verhaal, nr: int) -> float | None:
    """ "20 uur", "8 uur per week", "3 dagen", "een dag in de week"."""
    getal = _getal(verhaal.norm(nr))
    if getal is None or verhaal.norm(nr - 1) in ("om", "vanaf", "tot", "over"):
        return None
    if (verhaal.norm(nr - 2), verhaal.norm(nr - 1)) == ("om", "de"):
        return None  # "om de paar dagen"
    na = verhaal.norm(nr + 2) if verhaal.norm(nr + 1) in ("hele", "volle") else verhaal.norm(nr + 1)
    if verhaal.norm(nr + 1) in ("a", "à", "tot", "/") and _getal(verhaal.norm(nr + 2)) is not None:
        na = verhaal.norm(nr + 3)
    if na in verband("uren"):
        of = _getal(verhaal.norm(nr + 3)) if verhaal.norm(nr + 2) == "of" else None  # "een uur of zeven"
        if getal == 1 and of is not None:
            return of
        per_dag = verhaal.norm(nr + 2) in ("per", "op") and verhaal.norm(nr + 3) in ("dag", "een")
        return None if per_dag else getal * _keren(verhaal, nr) - (verhaal.norm(nr - 2) == "minder")
    return getal * _UREN_PER_DAG if na in ("dagen", "dag") and getal <= 7 else None


def _keren(verhaal: Verhaal, nr: int) -> float:
    """ "4 x 8 uur", "drie ochtenden van vier uur": how often in a week those hours are worked."""
    if verhaal.norm(nr - 1) in ("x", "keer", "maal"):
        return _getal(verhaal.norm(nr - 2)) or 1
    van_dagdeel = verhaal.norm(nr - 1) == "van" and verhaal.norm(nr - 2) in verband("dagdeel")
    return (_getal(verhaal.norm(nr - 3)) or 1) if van_dagdeel else 1


def _getal(norm: str) -> float | None:
    if norm.isdecimal() and len(norm) < 4:
        return float(norm)
    return getalwoorden("kleine", "telwoorden").get(norm)
