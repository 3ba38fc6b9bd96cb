"""Replaces names, numbers, addresses and birth dates by what they are, before anything is kept.

A birth date leaves only the age on the day of the question: "geboren 12-3-2009"
becomes "geboren [geboortedatum] (17 jaar)".
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from assistant.privacy.names import Namenlijst
from knowledge.text import vouw

_MAAND: Final = {
    naam: nummer
    for nummer, namen in enumerate(
        "januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sept|sep oktober|okt november|nov december|dec".split(),
        start=1,
    )
    for naam in namen.split("|")
}
_DATUM: Final = re.compile(
    rf"\b(\d{{1,2}})(?:[-/. ](\d{{1,2}})|\s+({'|'.join(_MAAND)})\.?)[-/. ]\s*((?:19|20)\d{{2}}|\d{{2}})\b|\b((?:19|20)\d{{2}})-(\d{{2}})-(\d{{2}})\b",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEFOON: Final = re.compile(r"(?<![\d-])(?:\+31|0031|0)[\s-]?(?:\d[\s-]?){8,9}(?!\d)")
_NEGEN: Final = re.compile(r"(?<!\d)\d{3}[. ]?\d{3}[. ]?\d{3}(?!\d)|(?<!\d)\d{4}[. ]\d{2}[. ]\d{3}(?!\d)")
_NUMMER: Final = re.compile(
    r"(?i)\b((?:leerling|student|onderwijs|klant|dossier|persoons|zorg)(?:en)?nummer|bsn|pgn|leerlingnr|studentnr)\b[\s:.=#-]*\d[\d .-]{3,}"
)
_POSTCODE: Final = re.compile(r"\b[1-9]\d{3}\s?(?!(?:SA|SD|SS|EN|IN|OP|EE|OF|DE)\b)[A-Z]{2}\b")
_SOORT_STRAAT: Final = "straat|laan|weg|plein|steeg|kade|gracht|singel|dreef|hof|pad|dijk|brink|markt|plantsoen|wal"
_KALE_STRAAT: Final = re.compile(f"(?i){_SOORT_STRAAT}")
_STRAAT: Final = re.compile(
    r"\b(?:[A-Z][\w'’-]*\s+(?:(?:van|de|den|der|het|ter|ten)\s+)*)*[A-Za-z'’-]*"
    rf"(?:{_SOORT_STRAAT})\s+"
    r"(?!\d{1,3}\s?(?:u|uur|uren|dag|dagen|weken|maanden|jaar|jr|procent|%))\d{1,4}\s?[a-zA-Z]?\b"
)
_WOORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAAM_VOORAF: Final = re.compile(r"(?i)\b(heet|genaamd|naam is|noemen we|voornaam|achternaam|naam)\s*[:=]?\s*$")
_ROL_VOORAF: Final = re.compile(
    r"(?i)\b(leerling|student|studente|jongen|meisje|meid|dochter|zoon|broer|zus|moeder|vader|mentor|collega|ene|over|voor|met|van|dat)\s*[:=]?\s*$"
)
_LIDWOORD_VOORAF: Final = re.compile(r"(?i)\b(?:de|het|'t|een)\s+$")
#: Titles that are written with a full stop.
_AFKORTINGEN: Final = frozenset("dhr mevr mw drs ir dr".split())
_GEBOREN_VOORAF: Final = re.compile(r"(?i)\b(geboren|geb\.?|geboortedatum|gebdat\.?|gbd|jarig)\s*(op|is|:|in)?\s*$")
_NAAM_ERNA: Final = re.compile(
    r"(?i)^\s*(?:\(?\d{1,2}\b|,|is\b|heeft\b|wil\b|zit\b|woont\b|gaat\b|komt\b|moet\b|kan\b|doet\b|volgt\b|werkt\b|stopt\b|dreigt\b|haalt\b|en [A-Z])"
)


@dataclass(frozen=True)
class Gemaskeerd:
    """The text that may be used, and what kinds of personal data were taken out."""

    tekst: str
    soorten: Counter[str]


class Maskeerder:
    """Takes personal data out of a text."""

    def __init__(self, namen: Namenlijst) -> None:
        self._namen = namen

    def maskeer(self, tekst: str, peildatum: dt.date) -> Gemaskeerd:
        """The text without personal data, with ages computed on ``peildatum``."""
        soorten: Counter[str] = Counter()

        def vervang(naam: str) -> Callable[[re.Match[str]], str]:
            def door(_: re.Match[str]) -> str:
                soorten[naam] += 1
                return f"[{naam}]"

            return door

        tekst = _EMAIL.sub(vervang("e-mail"), tekst)
        tekst = _NUMMER.sub(vervang("nummer"), tekst)
        tekst = _DATUM.sub(lambda m: _datum(m, tekst, peildatum, soorten), tekst)
        tekst = _NEGEN.sub(lambda m: vervang("bsn")(m) if elfproef(m.group()) else m.group(), tekst)
        tekst = _TELEFOON.sub(vervang("telefoonnummer"), tekst)
        tekst = _POSTCODE.sub(vervang("adres"), tekst)
        tekst = _STRAAT.sub(lambda m: m.group() if self._is_vakwoord(m) else vervang("adres")(m), tekst)
        return Gemaskeerd(self._maskeer_namen(tekst, soorten), soorten)

    def _is_vakwoord(self, adres: re.Match[str]) -> bool:
        """ "arbeidsmarkt 16-27", "loopbaanplein 1 of 2": a word of the field before a number, and no street."""
        woord = adres.group().split()[0]
        return len(adres.group().split()) == 2 and self._namen.is_vakwoord(woord) and not _KALE_STRAAT.fullmatch(woord)

    def _maskeer_namen(self, tekst: str, soorten: Counter[str]) -> str:
        delen: list[str] = []
        positie = 0
        woorden = list(_WOORD.finditer(tekst))
        i = 0
        while i < len(woorden):
            lengte = self._naam_vanaf(tekst, woorden, i)
            if lengte:
                delen += [tekst[positie : woorden[i].start()], "[naam]"]
                positie = woorden[i + lengte - 1].end()
                soorten["naam"] += 1
            i += lengte or 1
        return "".join([*delen, tekst[positie:]])

    def _naam_vanaf(self, tekst: str, woorden: list[re.Match[str]], i: int) -> int:
        """How many words from here form a person's name; 0 when none does."""
        woord = woorden[i]
        if self._in_haken(tekst, woord):
            return 0
        na_aanspreking = i > 0 and self._na_aanspreking(tekst, woorden[i - 1], woord)
        if na_aanspreking and woord.group()[0].isupper():
            return self._tot_achternaam(tekst, woorden, i)
        if na_aanspreking and self._namen.is_tussenvoegsel(woord.group()):
            lengte = self._tot_achternaam(tekst, woorden, i)
            return lengte if lengte > 1 else 0
        if self._is_voornaam_hier(tekst, woord) or self._voornaam_met_achternaam(tekst, woorden, i):
            return max(1, self._tot_achternaam(tekst, woorden, i))
        if _losse_achternaam(tekst, woord) and self._namen.is_achternaam(woord.group()):
            return 0 if self._namen.is_gewoon_woord(woord.group()) or self._namen.is_plaats(woord.group()) else 1
        return 0

    def _na_aanspreking(self, tekst: str, vorige: re.Match[str], woord: re.Match[str]) -> bool:
        """Behind "mevrouw" or "dhr."; in "woont bij oma. Wil weer naar school" a new sentence begins."""
        tussen = tekst[vorige.end() : woord.start()]
        afgekort = tussen in (" ", "  ") or (tussen.strip() == "." and vouw(vorige.group()) in _AFKORTINGEN)
        return afgekort and self._namen.is_aanspreking(vorige.group())

    @staticmethod
    def _in_haken(tekst: str, woord: re.Match[str]) -> bool:
        return tekst[woord.start() - 1 : woord.start()] == "[" and tekst[woord.end() : woord.end() + 1] in ("]", "-")

    def _is_voornaam_hier(self, tekst: str, woord: re.Match[str]) -> bool:
        naam, ervoor, erna = woord.group(), tekst[: woord.start()], tekst[woord.end() :]
        if _NAAM_VOORAF.search(ervoor) and len(naam) > 1:
            return naam[0].isupper() or self._namen.is_voornaam(naam)
        if not self._namen.is_voornaam(naam) or len(naam) < 2:
            return False
        if naam.islower() and _LIDWOORD_VOORAF.search(ervoor):  # "bij de marine"
            return False
        gewoon = self._namen.is_gewoon_woord(naam)
        context = bool(_ROL_VOORAF.search(ervoor) or _NAAM_ERNA.search(erna))
        if naam[0].isupper() and not naam.isupper():
            return not gewoon or context
        if not gewoon and len(naam) < 5:
            return len(naam) > 2 and context
        return len(naam) >= 3 and (
            not gewoon or bool(re.match(r"(?i)\s*(?:\(?\d{1,2}\s?(?:jaar|jr|j)?\b|is \d)", erna)) and context
        )

    def _is_geen_achternaam(self, woord: str) -> bool:
        """Behind a first name any capitalised word is a surname, unless we know it as something else."""
        namen = self._namen
        return (
            vouw(woord) in namen.behouden
            or namen.is_plaats(woord)
            or (namen.is_gewoon_woord(woord) and not namen.is_achternaam(woord))
        )

    def _voornaam_met_achternaam(self, tekst: str, woorden: list[re.Match[str]], i: int) -> bool:
        """A capitalised first name that a surname follows, also when the first name is an ordinary word too."""
        naam = woorden[i].group()
        if not naam[0].isupper() or naam.isupper() or not self._namen.is_voornaam(naam):
            return False
        return self._tot_achternaam(tekst, woorden, i) > 1

    def _tot_achternaam(self, tekst: str, woorden: list[re.Match[str]], i: int) -> int:
        """Words from ``i`` to the end of the name: first names, particles and surname."""
        lengte, j = 1, i + 1
        while j < len(woorden) and tekst[woorden[j - 1].end() : woorden[j].start()] in (" ", ". ", "-"):
            woord = woorden[j].group()
            if self._namen.is_tussenvoegsel(woord):
                j += 1
                continue
            if not self._hoort_bij_naam(woord, woorden[j - 1].group()):
                break
            lengte, j = j - i + 1, j + 1
        return lengte

    def _hoort_bij_naam(self, woord: str, vorige: str) -> bool:
        """Whether a word goes on with a name; after a particle ("Van Dijk", "Dijk-De Vries") an ordinary word may be one."""
        namen = self._namen
        na_tussenvoegsel = namen.is_tussenvoegsel(vorige.rsplit("-", 1)[-1])
        if woord[0].islower():
            return na_tussenvoegsel and namen.is_achternaam(woord) and not namen.is_gewoon_woord(woord)
        return not woord.isupper() and (
            not self._is_geen_achternaam(woord) or (na_tussenvoegsel and namen.is_achternaam(woord))
        )


def elfproef(cijfers: str) -> bool:
    """Whether nine digits can be a burgerservicenummer."""
    getallen = [int(c) for c in cijfers if c.isdigit()]
    if len(getallen) != 9 or not any(getallen):
        return False
    som = sum(g * w for g, w in zip(getallen, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    return som % 11 == 0


def _zinsbegin(ervoor: str) -> bool:
    return not ervoor.strip() or ervoor.rstrip()[-1:] in ".!?:\n"


def _losse_achternaam(tekst: str, woord: re.Match[str]) -> bool:
    return woord.group()[0].isupper() and not woord.group().isupper() and not _zinsbegin(tekst[: woord.start()])


def _datum(match: re.Match[str], tekst: str, peildatum: dt.date, soorten: Counter[str]) -> str:
    """A birth date becomes the age on the day of the question; other dates stay."""
    datum = _lees_datum(match, peildatum)
    jaren = _leeftijd(datum, peildatum) if datum else -1
    genoemd = _GEBOREN_VOORAF.search(tekst[: match.start()])
    if not (0 <= jaren <= 100 if genoemd else 10 <= jaren <= 35):
        return match.group()
    soorten["geboortedatum"] += 1
    return f"[geboortedatum] ({jaren} jaar)"


def _lees_datum(match: re.Match[str], peildatum: dt.date) -> dt.date | None:
    dag, maand, maandnaam, jaar, iso_jaar, iso_maand, iso_dag = match.groups()
    try:
        if iso_jaar:
            return dt.date(int(iso_jaar), int(iso_maand), int(iso_dag))
        getal = int(jaar)
        if getal < 100:
            getal += 2000 if getal <= peildatum.year % 100 else 1900
        return dt.date(getal, int(maand) if maand else _MAAND[maandnaam.lower()], int(dag))
    except (ValueError, KeyError):
        return None


def _leeftijd(geboren: dt.date, peildatum: dt.date) -> int:
    return peildatum.year - geboren.year - ((peildatum.month, peildatum.day) < (geboren.month, geboren.day))
