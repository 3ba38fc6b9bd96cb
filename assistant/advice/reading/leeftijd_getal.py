"""Whether a number is an age, rather than hours, a level, a school year, a date or a duration."""

from __future__ import annotations

import re

from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.woordenschat import getalwoorden, lijst, verband
from knowledge.dutch import woordtabellen
from knowledge.text import lemma

#: The youngest age that is read, the age from which no other sign is asked, and the oldest.
JONGST, KIND, _OUDST, _LOS_OUDST = 4, 12, 99, 30
JAARWOORD = ("jaar", "jr", "j", "jarige")
_STREEP = ("/", "-", "–")
_UUR_MINUUT = re.compile(r"(?<!\d)(?:[01]\d|2[0-3])[.:][0-5]\d(?![\d])")
_UUR_EN_TEKEN = 3
_LAATSTE_DAG = 31
_SCHOOL = ("havo", "vwo", "vmbo")
#: Plurals are longer than this; shorter words behind a number go on with the story.
_WOORD_VAN_IETS = 5


def getalwaarde(verhaal: Verhaal, nr: int) -> int | None:
    """The number that a word is, in digits or spelled out; ``None`` for any other word."""
    norm = verhaal.norm(nr)
    if norm.isdecimal():
        return int(norm) if len(norm) < 5 else None
    telwoord = getalwoorden("telwoorden", "kleine").get(norm)
    return int(telwoord) if telwoord and telwoord >= JONGST else None


def noemt_leeftijd(verhaal: Verhaal, nr: int) -> bool:
    """Whether word ``nr`` is an age, of whoever it may be."""
    getal = getalwaarde(verhaal, nr)
    return getal is not None and is_leeftijd(verhaal, nr, getal)


def is_leeftijd(verhaal: Verhaal, nr: int, getal: int) -> bool:
    """Whether a number is an age rather than hours, a level, a school year or a duration."""
    regels = lijst("getallen")
    voor, na, daarna = verhaal.norm(nr - 1), verhaal.norm(nr + 1), verhaal.norm(nr + 2)
    met_jaar = na in JAARWOORD
    verder = nr + (2 if met_jaar else 1)
    if verhaal.norm(verder) in ("of", "en") and verhaal.norm(verder + 1) in ("ouder", "jonger", "hoger"):
        return False  # "18 jaar of ouder" is a group
    if na in ("e", "ste") and verband("gevierd") & verhaal.tussen(nr - 6, nr + 5):
        return getal <= _OUDST
    if _is_schooljaar(verhaal, nr) or _achter_komma(verhaal, nr) or _is_dagmaand(verhaal, nr):
        return False
    if _telt_iets(verhaal, nr) or _is_tijdstip(verhaal, nr) or _in_de_tientallen(verhaal, nr):
        return False
    if voor == "of" and verhaal.norm(nr - 2) in regels["hoeveelheid"]:
        return False  # "een uur of 20 werken"
    in_school = any(v.van <= nr < v.tot for v in verhaal.van_soort("school"))
    if in_school or verhaal.woorden[nr].soort == "teken" or na in regels["geen_leeftijd_na"]:
        return False
    van_mens = voor == "van" and verhaal.norm(nr - 2) in verband("beschrevene") and daarna not in regels["geen_kind_na"]
    if met_jaar and not van_mens and daarna in regels["duur_na" if getal >= KIND else "korte_duur_na"]:
        return False
    wordt = "geworden" in (na, daarna)
    al = voor == "al" and (wordt or verhaal.norm(nr - 2) in ("is", *verband("hij_zij")))  # "ze is al 18"
    dit_jaar = (
        voor == "jaar" and verhaal.norm(nr - 2) in ("dit", "komend") and (wordt_dit_jaar(verhaal, nr) or wordt)
    )  # "wordt dit jaar 23", "is dit jaar 17 geworden"
    toch = (
        met_jaar or al or dit_jaar or (voor in _SCHOOL and getal >= KIND)
    )  # "leerling havo 16": no year of the school
    if voor in regels["nooit_leeftijd_voor"] or (voor in regels["geen_leeftijd_voor"] and not toch):
        return False
    if getal < KIND:
        van_kind = voor == "van" and verhaal.norm(nr - 2) in verband("beschrevene")
        is_kind = voor in ("is", "pas", "net") and not (na.isalpha() and na not in ("en", "maar", "geworden"))
        tien_of_elf = getal + 2 >= KIND  # "jong voor zijn leeftijd, net 11"
        kind = (
            met_jaar or van_kind or (is_kind and (tien_of_elf or bool(verband("wie_is") & verhaal.tussen(nr - 4, nr))))
        )
        return kind and getal >= JONGST and voor in regels["kind_voor"]
    begin, einde = verhaal.indeling.grenzen(nr)
    los = all(n == nr or verhaal.woorden[n].soort == "teken" for n in range(begin, einde))  # "heer D., tweeëndertig"
    aangesproken = verhaal.tussen(0 if los else nr - 2, nr) & set(regels["aanspreking"])
    return getal <= (_OUDST if met_jaar or van_mens or aangesproken else _LOS_OUDST)


def _telt_iets(verhaal: Verhaal, nr: int) -> bool:
    """ "na veertien sollicitaties": so many of a thing, where another number is said to be the age in years."""
    na = verhaal.norm(nr + 1)
    enkelvoud = {lemma(na), na.removesuffix("s")} - {na}
    meervoud = len(na) > _WOORD_VAN_IETS and bool(enkelvoud & woordtabellen().soorten["noun"])
    jaren = any(
        verhaal.norm(n).isdecimal() and verhaal.norm(n + 1) in JAARWOORD for n in range(len(verhaal.woorden)) if n != nr
    )
    return meervoud and jaren


def _achter_komma(verhaal: Verhaal, nr: int) -> bool:
    """ "na 2,5 jaar gestopt": part of a number that is no whole one."""
    if nr < 2 or verhaal.norm(nr - 1) != "," or not verhaal.norm(nr - 2).isdecimal():
        return False
    geheel, komma, deel = verhaal.woorden[nr - 2 : nr + 1]
    return geheel.eind == komma.begin and komma.eind == deel.begin and len(deel.ruw) == 1


def _is_dagmaand(verhaal: Verhaal, nr: int) -> bool:
    """ "gesprek 12-11: ...": a day and a month, written as one."""
    for dag in (nr - 1, nr):
        if dag < 0 or dag + 1 >= len(verhaal.woorden):
            continue
        tussen = verhaal.tekst[verhaal.woorden[dag].eind : verhaal.woorden[dag + 1].begin]
        getallen = [int(verhaal.norm(n)) for n in (dag, dag + 1) if verhaal.norm(n).isdecimal()]
        if tussen in _STREEP and len(getallen) > 1 and 1 <= getallen[0] <= _LAATSTE_DAG and 1 <= getallen[1] <= KIND:
            return True
    return False


def _is_tijdstip(verhaal: Verhaal, nr: int) -> bool:
    """ "dinsdag 12.00 u", "om 13:30": an hour and its minutes, written as one."""
    woord = verhaal.woorden[nr]
    uur = _UUR_MINUUT.match(verhaal.tekst, woord.begin)
    minuut = _UUR_MINUUT.match(verhaal.tekst, max(0, woord.begin - _UUR_EN_TEKEN))
    return bool(uur or (minuut and minuut.end() == woord.eind))


def _in_de_tientallen(verhaal: Verhaal, nr: int) -> bool:
    """ "ergens in de twintig", "begin dertig": a range, no age."""
    return verhaal.norm(nr - 1) == "de" and verhaal.norm(nr - 2) in lijst("getallen")["tiental_voor"]


def _is_schooljaar(verhaal: Verhaal, nr: int) -> bool:
    """ "lichting 17/18", "sj 18-19": two years that follow each other behind the word for it."""
    for eerste, tweede in ((nr, nr + 1), (nr, nr + 2), (nr - 1, nr), (nr - 2, nr)):
        jaar, volgend = verhaal.norm(eerste), verhaal.norm(tweede)
        aaneen = tweede == eerste + 1 or verhaal.norm(eerste + 1) in _STREEP
        volgt_op = aaneen and jaar.isdecimal() and volgend.isdecimal() and int(volgend) == int(jaar) + 1
        if volgt_op and verhaal.norm(eerste - 1) in lijst("getallen")["schooljaar_voor"]:
            return True
    return False


def is_ongeveer(verhaal: Verhaal, nr: int) -> bool:
    """ "16 of 17", "rond de 18", "een jaar of 17": not a whole age; "hangt rond van 18" is one."""
    regels = lijst("getallen")
    ervoor = {verhaal.norm(nr - 1), *([verhaal.norm(nr - 2)] if verhaal.norm(nr - 1) != "van" else [])}
    if ervoor & set(regels["ongeveer"]):
        return True
    scholen = {n for v in verhaal.van_soort("school") for n in range(v.van, v.tot)}  # "niv 2 / 18 jr"
    volgend = _voorbij_al(verhaal, nr + 2, 1)
    na = verhaal.norm(nr + 1) in regels["keus"] and verhaal.norm(volgend).isdecimal() and volgend not in scholen
    keus = _voorbij_al(verhaal, nr - 1, -1)
    voor = (verhaal.norm(keus - 1).isdecimal() and keus - 1 not in scholen) or verhaal.norm(keus - 1) == "jaar"
    return na or (verhaal.norm(keus) in regels["keus"] and voor)


def _voorbij_al(verhaal: Verhaal, nr: int, stap: int) -> int:
    """ "22 of al 23": past the small words between a choice and its number."""
    return nr + stap if verhaal.norm(nr) in lijst("getallen")["tussen_keus"] else nr


def wordt_dit_jaar(verhaal: Verhaal, nr: int) -> bool:
    """ "wordt in de loop van dit jaar 23": told as to come, in the words for the year."""
    begin, _ = verhaal.indeling.grenzen(nr)
    jaar = verhaal.norm(nr - 1) == "jaar" and verhaal.norm(nr - 2) in ("dit", "komend")
    return jaar and "wordt" in verhaal.tussen(begin, nr)
