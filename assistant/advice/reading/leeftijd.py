"""Age and date of birth, as digits, in words, or "wordt in maart 18": whose it is, and whether it is so now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from assistant.advice.reading.duiding import Duider
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.leeftijd_geboren import geboren_op, uit_datum
from assistant.advice.reading.leeftijd_getal import JAARWOORD, getalwaarde, is_leeftijd, is_ongeveer, noemt_leeftijd
from assistant.advice.reading.leeftijd_straks import nog_niet, ver_weg
from assistant.advice.reading.leeftijd_toen import met_toen
from assistant.advice.reading.lezing import Bewering, Oordeel
from assistant.advice.reading.personen import is_ander
from assistant.advice.reading.woordenschat import verband

#: How far before an age the verb of who tells it may stand: "moeder zegt dat hij al 17 is".
_ZEGT = 5


def lees_leeftijd(duider: Duider, peildatum: dt.date) -> Iterator[Bewering]:
    """Claims about ``leeftijd`` and ``geboortedatum``."""
    yield from met_toen(duider.verhaal, list(_los(duider, peildatum)))


def _los(duider: Duider, peildatum: dt.date) -> Iterator[Bewering]:
    """The claims, each read by itself."""
    verhaal = duider.verhaal
    for nr, woord in enumerate(verhaal.woorden):
        if woord.soort == "datum":
            yield from uit_datum(duider, nr, peildatum)
        elif (getal := getalwaarde(verhaal, nr)) is not None and (
            not duider.vorm.is_vraag(nr) or _vraagt_voor(duider, nr)
        ):
            yield from _uit_getal(duider, nr, getal, peildatum)


def _vraagt_voor(duider: Duider, nr: int) -> bool:
    """ "kun je 25 zijn en nog bij jullie terecht? t gaat over mijn buurjongen": asked about who is told of next."""
    verhaal = duider.verhaal
    zin, einde = verhaal.indeling.zinsgrenzen(nr)
    mag = verband("kan_of_mag") & verhaal.tussen(zin, zin + 3) and verband("men") & verhaal.tussen(zin, nr)
    is_zo = verband("oud_zijn") & verhaal.tussen(nr + 1, nr + 4)
    daarna = verhaal.sein("gaat_om", einde, len(verhaal.woorden))
    ander = any(noemt_leeftijd(verhaal, n) for n in range(einde, len(verhaal.woorden)))
    return bool(mag and is_zo and daarna) and not ander


def _uit_getal(duider: Duider, nr: int, getal: int, peildatum: dt.date) -> Iterator[Bewering]:
    verhaal = duider.verhaal
    if geboren := geboren_op(duider, nr, getal, peildatum):
        yield from geboren
        return
    if not is_leeftijd(verhaal, nr, getal):
        return
    begin, einde = verhaal.indeling.grenzen(nr)
    tot = nr + 2 if verhaal.norm(nr + 1) in JAARWOORD else nr + 1
    zeker = duider.twijfel.is_zeker(nr, nr + 1) or _vraagt_voor(duider, nr)
    zeker = zeker and not is_ongeveer(verhaal, nr) and not ver_weg(verhaal, begin, einde)
    waarde = getal - nog_niet(verhaal, nr, begin, einde)
    kracht = 2 if _volgens_bewijs(verhaal, nr) else 1
    yield Bewering("leeftijd", waarde, nr, tot, _oordeel(duider, nr, begin), zeker, kracht)


def _volgens_bewijs(verhaal: Verhaal, nr: int) -> bool:
    """ "op zijn ID zie ik dat hij nog 17 is": a paper that proves it, named before the age in its sentence."""
    zin, _ = verhaal.indeling.zinsgrenzen(nr)
    vorige = max((n + 1 for n in range(zin, nr) if getalwaarde(verhaal, n) is not None), default=zin)
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
    lang_terug = verhaal.sein("jaren_terug", begin, nr)
    andere = (n for n in range(len(verhaal.woorden)) if n != nr)
    return wie and not lang_terug and not any(_is_eigen_leeftijd(duider, n) for n in andere)


def _ooit_gedacht(duider: Duider, nr: int) -> bool:
    """ "ik dacht dat hij 22 was maar hij blijkt 25": what the speaker took it for, beside the age that it is."""
    verhaal = duider.verhaal
    zin, einde = verhaal.indeling.zinsgrenzen(nr)
    begin, tot = verhaal.indeling.grenzen(nr)
    voor = verhaal.indeling.grenzen(begin - 1)[0] if "dat" in verhaal.tussen(begin, nr) and begin > zin else begin
    gedacht = any(verhaal.norm(plek + 2) != "aan" for plek in verhaal.sein("ooit_gedacht", voor, tot))
    return gedacht and any(_is_eigen_leeftijd(duider, n) for n in range(zin, einde) if n != nr)


def _is_eigen_leeftijd(duider: Duider, nr: int) -> bool:
    return noemt_leeftijd(duider.verhaal, nr) and not duider.houder.van[nr]


def _van_een_ander(duider: Duider, nr: int) -> bool:
    """ "meegekomen met een vriendin van 19": the age of who is named right before it, wherever that stands."""
    norm = duider.verhaal.norm
    wie = norm(nr - 2) if norm(nr - 1) == "van" else ""
    zelf = wie in verband("beschrevene") or duider.houder.is_jongere(nr - 2)
    if is_ander(wie) and zelf and norm(nr - 3) in verband("bezittelijk"):
        return any(_is_eigen_leeftijd(duider, n) for n in range(nr - 2))  # "man van 28 ... van zijn nichtje van 17"
    return (is_ander(wie) and not zelf) or (wie in verband("beschrevene") and _zomaar_iemand(duider, nr))


def _zomaar_iemand(duider: Duider, nr: int) -> bool:
    """ "ze hoorde van een meisje van 20 dat het kan", "een jongen van 20 uit zijn straat": beside an age of the youth's own."""
    verhaal = duider.verhaal
    if verhaal.norm(nr - 3) not in verband("onbepaald"):
        return False
    begin, einde = verhaal.indeling.grenzen(nr)
    gehoord = verhaal.norm(nr - 4) in verband("via_wie") and not verband("gesprek") & verhaal.tussen(begin, nr)
    uit_zijn = verhaal.norm(nr + 1) in verband("vertrekpunt") and verhaal.norm(nr + 2) in verband("bezittelijk")
    eromheen = uit_zijn or bool(verband("wederpartij") & verhaal.tussen(nr + 1, einde))
    eigen = [n for n in range(len(verhaal.woorden)) if n != nr and _is_eigen_leeftijd(duider, n)]
    return (gehoord and bool(eigen)) or (eromheen and any(n < nr for n in eigen))


def _van_beroepskracht(verhaal: Verhaal, nr: int) -> bool:
    """ "zijn begeleider is 24": the age of who helps."""
    plek = nr - 2 if verhaal.norm(nr - 1) in ("is", "van") else nr - 3
    aaneen = verhaal.norm(plek + 1) in ("is", "van")
    return aaneen and verhaal.norm(plek) in verband("beroepskracht")
