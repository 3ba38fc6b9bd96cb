"""Age and date of birth, as digits, in words, or "wordt in maart 18"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.wie import is_ander
from assistant.advice.reading.woordenschat import getalwoorden, lijst, verband
from knowledge.dutch import woordtabellen
from knowledge.text import lemma

_JONGST, _KIND, _OUDST, _LOS_OUDST = 4, 12, 99, 30
_DATUM = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{2,4})")
#: How far before an age the verb of who tells it may stand: "moeder zegt dat hij al 17 is".
_ZEGT = 5
_STREEP = ("/", "-", "–")
_UUR_MINUUT = re.compile(r"(?<!\d)(?:[01]\d|2[0-3])[.:][0-5]\d(?![\d])")
_UUR_EN_TEKEN = 3
_LAATSTE_DAG = 31
_SCHOOL = ("havo", "vwo", "vmbo")
_JAARWOORD = ("jaar", "jr", "j", "jarige")
#: Plurals are longer than this; shorter words behind a number go on with the story.
_WOORD_VAN_IETS = 5


def lees_leeftijd(duider: Duider, peildatum: dt.date) -> Iterator[Bewering]:
    """Claims about ``leeftijd`` and ``geboortedatum``."""
    verhaal = duider.verhaal
    for nr, woord in enumerate(verhaal.woorden):
        if woord.soort == "datum":
            yield from _uit_datum(verhaal, nr, peildatum)
        elif (getal := _getal(verhaal, nr)) is not None and (not duider.vorm.is_vraag(nr) or _vraagt_voor(duider, nr)):
            yield from _uit_getal(duider, nr, getal, peildatum)


def _vraagt_voor(duider: Duider, nr: int) -> bool:
    """ "kun je 25 zijn en nog bij jullie terecht? t gaat over mijn buurjongen": asked about who is told of next."""
    verhaal = duider.verhaal
    zin, einde = verhaal.indeling.zinsgrenzen(nr)
    mag = verband("kan_of_mag") & verhaal.tussen(zin, zin + 3) and verband("men") & verhaal.tussen(zin, nr)
    is_zo = verband("oud_zijn") & verhaal.tussen(nr + 1, nr + 4)
    daarna = verhaal.sein("gaat_om", einde, len(verhaal.woorden))
    ander = any(_noemt_leeftijd(verhaal, n) for n in range(einde, len(verhaal.woorden)))
    return bool(mag and is_zo and daarna) and not ander


def _getal(verhaal: Verhaal, nr: int) -> int | None:
    norm = verhaal.norm(nr)
    if norm.isdecimal():
        return int(norm) if len(norm) < 5 else None
    telwoord = getalwoorden("telwoorden", "kleine").get(norm)
    return int(telwoord) if telwoord and telwoord >= _JONGST else None


def _uit_getal(duider: Duider, nr: int, getal: int, peildatum: dt.date) -> Iterator[Bewering]:
    verhaal = duider.verhaal
    if geboren := _geboren_op(verhaal, nr, getal, peildatum):
        yield from geboren
        return
    if not _is_leeftijd(verhaal, nr, getal):
        return
    begin, einde = verhaal.indeling.grenzen(nr)
    tot = nr + 2 if verhaal.norm(nr + 1) in _JAARWOORD else nr + 1
    zeker = duider.twijfel.is_zeker(nr, nr + 1) or _vraagt_voor(duider, nr)
    zeker = zeker and not _ongeveer(verhaal, nr) and not _ver_weg(verhaal, begin, einde)
    waarde = getal - _nog_niet(verhaal, nr, begin, einde)
    kracht = 2 if _volgens_bewijs(verhaal, nr) else 1
    yield Bewering("leeftijd", waarde, nr, tot, _oordeel(duider, nr, begin), zeker, kracht)


def _volgens_bewijs(verhaal: Verhaal, nr: int) -> bool:
    """ "op zijn ID zie ik dat hij nog 17 is": a paper that proves it, named before the age in its sentence."""
    zin, _ = verhaal.indeling.zinsgrenzen(nr)
    vorige = max((n + 1 for n in range(zin, nr) if _getal(verhaal, n) is not None), default=zin)
    return bool(verband("identiteitsbewijs") & verhaal.tussen(vorige, nr))


def _oordeel(duider: Duider, nr: int, begin: int) -> Oordeel:
    verhaal = duider.verhaal
    vorige = next(
        (n for n in range(nr - 1, max(-1, nr - 4), -1) if verhaal.norm(n) not in (",", "(", "van", "is", "nu")), -1
    )
    tussen_haakjes = verhaal.norm(nr - 1) == "(" and is_ander(verhaal.norm(nr - 2))
    tussen_haakjes = tussen_haakjes and not duider.houder.is_jongere(nr - 2) and not _opent_met(verhaal, nr - 2)
    if _van_een_ander(duider, nr) or _van_beroepskracht(verhaal, nr):
        return "ander-persoon"
    if verhaal.sein("mening", max(begin, nr - _ZEGT), nr) and not verband("over_wie_gezegd") & verhaal.tussen(
        begin, nr
    ):
        return "genoemd"  # "moeder zegt 17"
    if (
        tussen_haakjes
        or duider.houder.van[nr]
        or (vorige >= 0 and duider.houder.van[vorige] and verhaal.norm(vorige) == duider.houder.van[vorige])
    ):
        return "ander-persoon"
    if verhaal.norm(nr - 1) in ("geen", "niet") and verhaal.norm(nr - 2) != "net":
        return "ontkend"  # "geen 19 maar 23", "nog geen 18"
    spreker = {"ik", "we", "wij"}  # "had ik een man van 24": the past of the speaker
    if _ooit_gedacht(duider, nr):
        return "verleden"
    if _net_gesproken(duider, nr, begin):
        return "genoemd"
    toen = [p for p in verhaal.sein("verleden", begin, nr) if not spreker & {verhaal.norm(p - 1), verhaal.norm(p + 1)}]
    return (
        "verleden" if toen and not verhaal.sein("nu", begin, nr) and verhaal.norm(nr + 1) != "geworden" else "genoemd"
    )


def _opent_met(verhaal: Verhaal, nr: int) -> bool:
    """ "Man (27), Nijmegen": who the text opens with is who it is about."""
    eerder = (w.norm for w in verhaal.woorden[:nr])
    return verhaal.norm(nr) in verband("man_of_vrouw") and not any(
        w in verband("beschrevene") or is_ander(w) for w in eerder
    )


def _net_gesproken(duider: Duider, nr: int, begin: int) -> bool:
    """ "had contact met een jongen van 19": the talk is over, the age is not; when it is the only age that is told."""
    verhaal = duider.verhaal
    wie = verhaal.norm(nr - 1) == "van" and verhaal.norm(nr - 2) in verband("beschrevene")
    gesprek = verband("gesprek") & verhaal.tussen(begin, nr)
    andere = (n for n in range(len(verhaal.woorden)) if n != nr)
    return wie and bool(gesprek) and not any(_is_eigen_leeftijd(duider, n) for n in andere)


def _ooit_gedacht(duider: Duider, nr: int) -> bool:
    """ "ik dacht dat hij 22 was maar hij blijkt 25": what the speaker took it for, beside the age that it is."""
    verhaal = duider.verhaal
    zin, einde = verhaal.indeling.zinsgrenzen(nr)
    begin, tot = verhaal.indeling.grenzen(nr)
    voor = verhaal.indeling.grenzen(begin - 1)[0] if "dat" in verhaal.tussen(begin, nr) and begin > zin else begin
    gedacht = any(verhaal.norm(plek + 2) != "aan" for plek in verhaal.sein("ooit_gedacht", voor, tot))
    return gedacht and any(_is_eigen_leeftijd(duider, n) for n in range(zin, einde) if n != nr)


def _is_eigen_leeftijd(duider: Duider, nr: int) -> bool:
    return _noemt_leeftijd(duider.verhaal, nr) and not duider.houder.van[nr]


def _noemt_leeftijd(verhaal: Verhaal, nr: int) -> bool:
    getal = _getal(verhaal, nr)
    return getal is not None and _is_leeftijd(verhaal, nr, getal)


def _van_een_ander(duider: Duider, nr: int) -> bool:
    """ "meegekomen met een vriendin van 19": the age of who is named right before it, wherever that stands."""
    norm = duider.verhaal.norm
    wie = norm(nr - 2) if norm(nr - 1) == "van" else ""
    zelf = wie in verband("beschrevene") or duider.houder.is_jongere(nr - 2)
    if is_ander(wie) and zelf and norm(nr - 3) in verband("bezittelijk"):
        return any(_is_eigen_leeftijd(duider, n) for n in range(nr - 2))  # "man van 28 ... van zijn nichtje van 17"
    return is_ander(wie) and not zelf


def _van_beroepskracht(verhaal: Verhaal, nr: int) -> bool:
    """ "zijn begeleider is 24": the age of who helps."""
    plek = nr - 2 if verhaal.norm(nr - 1) in ("is", "van") else nr - 3
    aaneen = verhaal.norm(plek + 1) in ("is", "van")
    return aaneen and verhaal.norm(plek) in verband("beroepskracht")


def _is_leeftijd(verhaal: Verhaal, nr: int, getal: int) -> bool:
    """Whether a number is an age rather than hours, a level, a school year or a duration."""
    regels = lijst("getallen")
    voor, na, daarna = verhaal.norm(nr - 1), verhaal.norm(nr + 1), verhaal.norm(nr + 2)
    met_jaar = na in _JAARWOORD
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
    if met_jaar and not van_mens and daarna in regels["duur_na" if getal >= _KIND else "korte_duur_na"]:
        return False
    wordt = "geworden" in (na, daarna)
    al = voor == "al" and (wordt or verhaal.norm(nr - 2) in ("is", *verband("hij_zij")))  # "ze is al 18"
    dit_jaar = (
        voor == "jaar" and verhaal.norm(nr - 2) in ("dit", "komend") and _wordt(verhaal, nr)
    )  # "wordt dit jaar 23"
    toch = (
        met_jaar or al or dit_jaar or (voor in _SCHOOL and getal >= _KIND)
    )  # "leerling havo 16": no year of the school
    if voor in regels["nooit_leeftijd_voor"] or (voor in regels["geen_leeftijd_voor"] and not toch):
        return False
    if getal < _KIND:
        van_kind = voor == "van" and verhaal.norm(nr - 2) in verband("beschrevene")
        is_kind = voor in ("is", "pas", "net") and not (na.isalpha() and na not in ("en", "maar", "geworden"))
        tien_of_elf = getal + 2 >= _KIND  # "jong voor zijn leeftijd, net 11"
        kind = (
            met_jaar or van_kind or (is_kind and (tien_of_elf or bool(verband("wie_is") & verhaal.tussen(nr - 4, nr))))
        )
        return kind and getal >= _JONGST and voor in regels["kind_voor"]
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
        verhaal.norm(n).isdecimal() and verhaal.norm(n + 1) in _JAARWOORD
        for n in range(len(verhaal.woorden))
        if n != nr
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
        if tussen in _STREEP and len(getallen) > 1 and 1 <= getallen[0] <= _LAATSTE_DAG and 1 <= getallen[1] <= _KIND:
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


def _ongeveer(verhaal: Verhaal, nr: int) -> bool:
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


def _ver_weg(verhaal: Verhaal, begin: int, einde: int) -> bool:
    """ "wordt volgend jaar 23", "wordt over twee jaar 18": how old now is not said."""
    deel = [verhaal.norm(n) for n in range(begin, einde)]
    volgend = any(paar in (("volgend", "jaar"), ("komend", "jaar")) for paar in pairwise(deel))
    later = any(a == "over" and c == "jaar" for a, c in zip(deel, deel[2:], strict=False))
    return "wordt" in deel and (volgend or later)


def _nog_niet(verhaal: Verhaal, nr: int, begin: int, einde: int) -> int:
    """One when the birthday is still to come: "bijna 18", "wordt in maart 18", "net geen 18"."""
    maanden = lijst("getallen")["maanden"]
    getallen = (n for n in range(nr - 1, begin, -1) if _getal(verhaal, n) is not None)
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
    straks = voor[-2:-1] == ["in"] and voor[-1] in maanden
    straks = straks and any((_getal(verhaal, n) or 0) + 1 == _getal(verhaal, nr) for n in range(nr))  # "22 (in mei 23)"
    return int(straks or bool(set(lijst("getallen")["wordt"]) & set(voor)) or "wordt" in na or _wordt(verhaal, nr))


def _wordt(verhaal: Verhaal, nr: int) -> bool:
    """ "wordt in de loop van dit jaar 23": told as to come, in the words for the year."""
    begin, _ = verhaal.indeling.grenzen(nr)
    jaar = verhaal.norm(nr - 1) == "jaar" and verhaal.norm(nr - 2) in ("dit", "komend")
    return jaar and "wordt" in verhaal.tussen(begin, nr)


def _uit_datum(verhaal: Verhaal, nr: int, peildatum: dt.date) -> Iterator[Bewering]:
    """A date in the years in which a youth can be born, when nothing says that it is another date."""
    treffer = _DATUM.fullmatch(verhaal.norm(nr))
    if not treffer:
        return
    a, b, c = (int(g) for g in treffer.groups())
    jaar, maand, dag = (a, b, c) if a > 31 else (c, b, a)
    yield from _geboorte(_jaartal(jaar, peildatum), maand, dag, nr, nr + 1, peildatum)


def _geboren_op(verhaal: Verhaal, nr: int, dag: int, peildatum: dt.date) -> list[Bewering]:
    """ "geboren op 3 maart 2008"."""
    maand = lijst("getallen")["maanden"].get(verhaal.norm(nr + 1))
    jaar = verhaal.norm(nr + 2 if verhaal.norm(nr + 2) != "'" else nr + 3)
    wordt = len(jaar) == 2 and "wordt" in verhaal.tussen(nr - 3, nr)  # "wordt op 3 januari 18"
    if maand and jaar.isdecimal() and len(jaar) in (2, 4) and not wordt:
        return list(_geboorte(_jaartal(int(jaar), peildatum), maand, dag, nr, nr + 3, peildatum))
    jaar_alleen = 1990 <= dag <= peildatum.year - 5
    if jaar_alleen and {verhaal.norm(nr - 1), verhaal.norm(nr - 2)} & {"geboren", "bouwjaar", "geboortejaar"}:
        return [Bewering("leeftijd", peildatum.year - dag, nr, nr + 1, zeker=False)]
    return []


def _jaartal(jaar: int, peildatum: dt.date) -> int:
    if jaar > 99:
        return jaar
    return 2000 + jaar if jaar <= peildatum.year % 100 else 1900 + jaar


def _geboorte(jaar: int, maand: int, dag: int, van: int, tot: int, peildatum: dt.date) -> Iterator[Bewering]:
    try:
        datum = dt.date(jaar, maand, dag)
    except ValueError:
        return
    leeftijd = jaren(datum, peildatum)
    if _JONGST <= leeftijd <= 40:
        waarden: tuple[tuple[str, Any], ...] = (("geboortedatum", datum.isoformat()), ("leeftijd", leeftijd))
        yield from (Bewering(veld, waarde, van, tot, kracht=2) for veld, waarde in waarden)


def jaren(geboren: dt.date, peildatum: dt.date) -> int:
    """Whole years between a birth date and the date of assessment."""
    return peildatum.year - geboren.year - ((peildatum.month, peildatum.day) < (geboren.month, geboren.day))
