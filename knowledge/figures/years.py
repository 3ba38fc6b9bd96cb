"""School years, calendar years and periods: reading, shifting and comparing them."""

from __future__ import annotations

import datetime as dt
import re

_TEKEN = r"(?:\s?[-–/]\s?'?| t/m | tot en met | tot )"
_PAAR = re.compile(
    rf"(?<!\d)(?:(20\d\d){_TEKEN}(20\d\d|\d\d)|(\d\d)\s?[-–/]\s?(20\d\d|\d\d))(?!\d|\s?-?\s?jari|\s?jaar)"
)
_LOS = re.compile(r"(?<!\d)(20\d\d)(?!\d)|(?<=in ')(\d\d)(?!\d)")
_AANEEN = re.compile(
    r"(?<![\d-])(1\d) ?([12]\d)(?![\d-])(?! ?(?:(?:en|of|tot|t/m) ?\d\d ?)?-?ja?a?r)|(?<!\d)(20\d\d) (20\d\d)(?!\d)"
)
#: A document by its year ("de notitie uit 2017") names no year of a figure; a period ("het plan van 2020-2024") does.
_VAN_STUK = re.compile(
    r"\b(\w*(?:notitie|nota|convenant|document|stuk|rapport|rapportage|brief|regeling|definitie|afspraken|actieplan|handreiking))"
    r" (?:uit|van|d\.?d\.?)(?: het)?(?: jaar)? 20\d\d(?!\s?[-–/]|\d| t/m| tot)",
    re.IGNORECASE,
)
#: Two school years with all those between them, where each of the two already is a mark: "van 15/16 t/m 18/19".
_TOT_EN_MET = re.compile(
    r"§ ?(?:t/m|t ?m|tot en met|tot aan|tot) (?:(?:en met )?(?:school|studie)?jaar )?§", re.IGNORECASE
)
_VOORZETSEL = re.compile(r"\b(?:in|over|van|uit|voor|te)\s+(?:(?:het|de)\s+)?§", re.IGNORECASE)
_RELATIEF = {
    r"vorig(e)? (school|studie)jaar|afgelopen (school|studie)jaar": -1,
    r"(dit|huidig|huidige|komend) (school|studie)jaar": 0,
}
_RELATIEF_KALENDER = {r"\bvorig jaar\b": -1, r"\bdit jaar\b|\bmomenteel\b": 0}


def lees_jaren(tekst: str, vandaag: dt.date | None) -> tuple[tuple[str, ...], str]:
    """The years that a text names, and the text without them: '17/18' becomes '2017-2018'.

    ``vandaag`` is what 'vorig schooljaar' is counted from; without it such words name no year.
    """
    jaren: list[str] = []

    def paar(gevonden: re.Match[str]) -> str:
        van, tot = _vier(gevonden[1] or gevonden[3]), _vier(gevonden[2] or gevonden[4])
        if not van < tot <= van + 20 or not 2000 <= van < 2050 or (gevonden[3] and tot != van + 1):
            return gevonden[0]
        jaren.append(f"{van}-{tot}")
        return "§"

    def los(gevonden: re.Match[str]) -> str:
        jaren.append(str(_vier(gevonden[1] or gevonden[2])))
        return "§"

    def aaneen(gevonden: re.Match[str]) -> str:
        van, tot = gevonden[1] or gevonden[3], gevonden[2] or gevonden[4]
        return f"{van}/{tot}" if int(tot) == int(van) + 1 else gevonden[0]

    zonder_stuk = _VAN_STUK.sub(r"\1", tekst)
    rest = _PAAR.sub(paar, _AANEEN.sub(aaneen, zonder_stuk))
    for tot in _TOT_EN_MET.finditer(rest):
        plek = rest[: tot.start()].count("§")
        jaren = sorted({*jaren, *alle_tussen(*jaren[plek : plek + 2])})
    rest = _LOS.sub(los, rest)
    rest = _VOORZETSEL.sub(" ", rest).replace("§", " ")
    relatief, rest = _relatief(rest, vandaag)
    return tuple(dict.fromkeys([*jaren, *relatief])), rest


def _relatief(tekst: str, vandaag: dt.date | None) -> tuple[list[str], str]:
    """Years that are named from today, and the text without those words."""
    jaren: list[str] = []
    for patroon, schuif in (*_RELATIEF.items(), *_RELATIEF_KALENDER.items()):
        if not re.search(patroon, tekst, re.IGNORECASE):
            continue
        tekst = re.sub(patroon, " ", tekst, flags=re.IGNORECASE)
        if vandaag is not None:
            begin = vandaag.year if vandaag.month >= 8 else vandaag.year - 1
            school = f"{begin + schuif}-{begin + schuif + 1}"
            jaren.append(school if patroon in _RELATIEF else str(vandaag.year + schuif))
    return jaren, tekst


def _vier(jaar: str) -> int:
    return int(jaar) if len(jaar) == 4 else 2000 + int(jaar)


def grenzen(jaar: str) -> tuple[int, int]:
    """First and last calendar year of '2018', '2017-2018' or '2020-2024'."""
    van, _, tot = jaar.partition("-")
    return (int(van), int(tot or van)) if van else (0, 0)


def einde(jaar: str) -> tuple[int, int]:
    """Order by last year, with a whole period after its last year."""
    van, tot = grenzen(jaar)
    return tot, tot - van


def is_schooljaar(jaar: str) -> bool:
    """True for two following years, false for one year and for a longer period."""
    van, tot = grenzen(jaar)
    return tot == van + 1


def is_periode(jaar: str) -> bool:
    """True for more than two years, such as the run of a programme."""
    van, tot = grenzen(jaar)
    return tot > van + 1


def past(gevraagd: str, jaar: str) -> bool:
    """Whether a figure of ``jaar`` answers a question about ``gevraagd``."""
    if gevraagd == jaar or not jaar:
        return gevraagd == jaar
    (a, b), (van, tot) = grenzen(gevraagd), grenzen(jaar)
    if a == b:
        return van <= a <= tot
    if is_periode(gevraagd) and is_periode(jaar):
        return a <= van and tot <= b
    return is_periode(jaar) and van <= a and b <= tot


def schuif(jaar: str, stap: int) -> str:
    """The year before or after, in the same notation."""
    van, tot = grenzen(jaar)
    return f"{van + stap}-{tot + stap}" if tot != van else str(van + stap)


def alle_tussen(van: str, tot: str) -> tuple[str, ...]:
    """The school years between two of them, '2016-2017' and '2017-2018' between '2015-2016' and '2018-2019'."""
    if not (is_schooljaar(van) and is_schooljaar(tot)):
        return ()
    return tuple(schuif(van, stap) for stap in range(1, grenzen(tot)[0] - grenzen(van)[0]))


def in_woorden(jaar: str) -> str:
    """A year as it stands in a sentence."""
    if not jaar:
        return ""
    return f"in schooljaar {jaar}" if is_schooljaar(jaar) else f"in {jaar}" if "-" not in jaar else f"over {jaar}"
