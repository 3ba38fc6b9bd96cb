"""A birthday that is still to come: "bijna 18", "wordt in maart 18", "26 (27 op 3 december)"."""

from __future__ import annotations

from itertools import pairwise

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.leeftijd_getal import getalwaarde, wordt_dit_jaar
from assistant.advice.reading.woordenschat import lijst


def ver_weg(verhaal: Verhaal, begin: int, einde: int) -> bool:
    """ "wordt volgend jaar 23", "wordt over twee jaar 18": how old now is not said."""
    deel = [verhaal.norm(n) for n in range(begin, einde)]
    volgend = any(paar in (("volgend", "jaar"), ("komend", "jaar")) for paar in pairwise(deel))
    later = any(a == "over" and c == "jaar" for a, c in zip(deel, deel[2:], strict=False))
    return "wordt" in deel and (volgend or later)


def nog_niet(verhaal: Verhaal, nr: int, begin: int, einde: int) -> int:
    """One when the birthday is still to come: "bijna 18", "wordt in maart 18", "net geen 18"."""
    maanden = lijst("getallen")["maanden"]
    getallen = (n for n in range(nr - 1, begin, -1) if getalwaarde(verhaal, n) is not None)
    eerder = next((n for n in getallen if verhaal.norm(n + 1) not in maanden), begin - 1)
    voor = [verhaal.norm(n) for n in range(max(begin, nr - 6, eerder + 1), nr)]  # "bijna 17, dus nog 16"
    na = [verhaal.norm(n) for n in range(nr + 1, min(einde, nr + 5))]
    if any(w in lijst("getallen")["geworden"] for w in (*voor, *na)) or verhaal.signalen.get("reken_mee"):
        return 0
    if "geen" in voor[-2:] and "net" in voor[-4:]:
        return 1
    kort = lijst("getallen")["korter_dan_jaar"]
    vlak_voor = [verhaal.norm(n) for n in range(max(begin, nr - 5), nr)]
    over = any(a == "over" and b in kort for a, b in zip(vlak_voor, vlak_voor[2:], strict=False))
    if over or any(a == "volgende" and b in kort for a, b in pairwise(vlak_voor)):
        return 1  # "26 en volgende maand pas 27", "over een maand dus 23"
    straks = (voor[-2:-1] == ["in"] and voor[-1] in maanden) or _op_een_dag(verhaal, nr)
    straks = straks and any(
        (getalwaarde(verhaal, n) or 0) + 1 == getalwaarde(verhaal, nr) for n in range(nr)
    )  # "22 (in mei 23)"
    bijna = bool(set(lijst("getallen")["wordt"]) & set(voor)) or bool(verhaal.sein("tegen_de", max(begin, nr - 3), nr))
    return int(straks or bijna or _wordt_dat(verhaal, nr, einde) or wordt_dit_jaar(verhaal, nr))


def _wordt_dat(verhaal: Verhaal, nr: int, einde: int) -> bool:
    """ "18 wordt ze in mei"; in "15, wordt 16 in maart" the number behind it is meant."""
    plek = next((n for n in range(nr + 1, min(einde, nr + 5)) if verhaal.norm(n) == "wordt"), None)
    if plek is None:
        return False
    maanden = lijst("getallen")["maanden"]
    verder = range(plek + 1, min(einde, plek + 5))
    return not any(getalwaarde(verhaal, n) is not None and verhaal.norm(n + 1) not in maanden for n in verder)


def _op_een_dag(verhaal: Verhaal, nr: int) -> bool:
    """ "26 (27 op 3 december)", "22 (23 in mei)": when that will be, said behind it."""
    maanden = lijst("getallen")["maanden"]
    na = [verhaal.norm(n) for n in range(nr + 1, nr + 4)]
    dag = na[0] == "op" and na[1].isdecimal() and na[2] in maanden
    return dag or (na[0] == "in" and na[1] in maanden)
