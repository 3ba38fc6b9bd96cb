"""From a text to words with their place in it, cut into sentences and clauses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.advice.reading.spelling import is_stam, zelfstandig
from assistant.advice.reading.woordenschat import kaal, lijst

_MET_TEKENS: dict[str, str] = lijst("spelling")["met_tekens"]
_DELEN = re.compile(
    r"(?P<kort>(?i:(?<!\w)(?:" + "|".join(map(re.escape, _MET_TEKENS)) + r"))(?!\w))"
    r"|(?P<masker>\[[^\]\n]{1,40}\])"
    r"|(?P<datum>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?!\d))"
    r"|(?P<getal>\d+)"
    r"|(?P<woord>'?[^\W\d_]+(?:['’`´][^\W\d_]+)*)"
    r"|(?P<pijl>[-=]+>|[→➔➜]|>(?=\s*[^\W\d]))"
    r"|(?P<regel>\n+)"
    r"|(?P<teken>\S)"
)
#: "Leeftijd......: 17": dots that lead to a colon.
_STIPPELS = re.compile(r"\.+\s*:")
_KOPPEL = re.compile(r"\S[-‐‑]\S")
_AFKORTPUNT = re.compile(r"\b\w\.\w")
_LANGSTE_AFKORTING = 8
_KORT_MET_PUNT = re.compile(r"(?<!\w)(?i:" + "|".join(lijst("spelling")["met_punt"]) + r")$")
_GAAT_DOOR = re.compile(r"[ \t]?[a-z0-9]")
MAX_TEKENS = 20_000
#: Signs that are spoken; so many of them make a dictation.
_GESPROKEN = re.compile(r"(?i)(?<!\S)(?:" + "|".join(map(re.escape, lijst("zinnen")["gesproken"])) + r")(?!\S)")
_DICTAAT = 2


def met_leestekens(tekst: str) -> str:
    """A dictation with its spoken signs ("punt", "komma") as signs; every other word keeps its place."""
    if len(_GESPROKEN.findall(tekst)) < _DICTAAT:
        return tekst
    tekens = lijst("zinnen")["gesproken"]
    return _GESPROKEN.sub(lambda m: str(tekens[m[0].lower()]).ljust(len(m[0])), tekst)


@dataclass(frozen=True, slots=True)
class Woord:
    """One word: how it reads, how it was written, and where."""

    norm: str
    ruw: str
    begin: int
    eind: int
    soort: str

    @property
    def hoofdletter(self) -> bool:
        """Whether it was written with a capital."""
        return self.ruw[:1].isupper()


def splits(tekst: str, verbeter: Callable[[str], tuple[str, ...]]) -> Iterator[Woord]:
    """The words of a text, corrected, each with its offsets in the original."""
    vorig = ""
    for deel in _DELEN.finditer(tekst, 0, MAX_TEKENS):
        soort, ruw = str(deel.lastgroup), deel.group()
        begin, eind = deel.span()
        vorig, voor = ruw.lower(), vorig
        if vorig == "t" and voor in lijst("zinnen")["voor_t"]:  # "na t examen"; in "vmbo t" it is a level
            ruw = "het"
        if vorig == "nr" and not tekst[eind : eind + 2].strip()[:1].isdigit():  # "gaat nr school", not "nr 4"
            ruw = "naar"
        if soort == "woord":
            for norm in verbeter(kaal(ruw).strip("'") or ruw):
                yield Woord(norm, ruw, begin, eind, "getal" if norm.isdigit() else soort)
        elif soort == "kort":
            for norm in _MET_TEKENS[ruw.lower()].split():
                yield Woord(norm, ruw, begin, eind, "woord")
        elif soort == "pijl":  # "pro -> entree"
            yield Woord("naar", ruw, begin, eind, "woord")
        elif soort == "masker":
            yield Woord(ruw.lower(), ruw, begin, eind, soort)
        elif soort == "teken" and (_binnen_woord(tekst, begin) or _STIPPELS.match(tekst, begin)):
            continue
        else:
            yield Woord("\n" if soort == "regel" else "en" if ruw == "&" else ruw, ruw, begin, eind, soort)


def _binnen_woord(tekst: str, plek: int) -> bool:
    """A hyphen inside a word or a full stop inside an abbreviation does not cut."""
    omgeving = tekst[max(0, plek - 1) : plek + 2]
    return bool(
        _KOPPEL.fullmatch(omgeving)
        or (tekst[plek] == "." and _AFKORTPUNT.search(tekst[max(0, plek - 1) : plek + 3]))
        or (tekst[plek] == "." and _is_afgekort(tekst, plek))
    )


def _is_afgekort(tekst: str, plek: int) -> bool:
    """ "niv. 3", "opl. zorg": a full stop behind an abbreviation, and the sentence goes on."""
    kort = _KORT_MET_PUNT.search(tekst[max(0, plek - _LANGSTE_AFKORTING) : plek])
    return bool(kort and _GAAT_DOOR.match(tekst, plek + 1))


class Woordsplitser:
    """The tokenizer of the spaCy pipeline: a ``Doc`` of corrected words; offsets are kept beside it."""

    def __init__(self, vocab: Vocab, verbeter: Callable[[str], tuple[str, ...]]) -> None:
        self.vocab = vocab
        self._verbeter = verbeter

    def __call__(self, tekst: str) -> Doc:
        """The corrected words of a text."""
        rij = tuple(splits(tekst, self._verbeter))
        doc = Doc(self.vocab, words=[w.norm for w in rij])
        doc.user_data["woorden"] = rij
        return doc


#: So many words at most stand between "en" and the verb of its clause: "en een overstap is".
_ONDERWERP = 4
#: So many words at most are "als het aan zijn moeder ligt".
_AAN_WIE = 6


class Indeling:
    """For every word the number of its clause and of its sentence."""

    def __init__(self, deel: Sequence[int], zin: Sequence[int]) -> None:
        self.deel = tuple(deel)
        self._delen, self._zinnen = _bereiken(deel), _bereiken(zin)

    def grenzen(self, nr: int) -> tuple[int, int]:
        """First word and end of the clause of word ``nr``."""
        return self._delen[nr]

    def zinsgrenzen(self, nr: int) -> tuple[int, int]:
        """First word and end of the sentence of word ``nr``."""
        return self._zinnen[nr]


def _bereiken(nummers: Sequence[int]) -> list[tuple[int, int]]:
    """For every word the span of words with the same number."""
    uit: list[tuple[int, int]] = []
    for _, groep in groupby(nummers):
        lengte = len(list(groep))
        uit += [(len(uit), len(uit) + lengte)] * lengte
    return uit


@cache
def scheiding() -> frozenset[str]:
    """Signs and conjunctions that no expression reaches across."""
    regels = lijst("zinnen")
    return frozenset((*regels["einde_zin"], *regels["einde_deel"], *regels["voegwoorden"]))


def deel_in(rij: Sequence[Woord]) -> Indeling:
    """Sentences end at full stops and new lines; clauses at commas, conjunctions and a second finite verb."""
    regels = lijst("zinnen")
    einde_zin, einde_deel = frozenset(regels["einde_zin"]), frozenset(regels["einde_deel"])
    deel, zin = 0, 0
    delen: list[int] = []
    zinnen: list[int] = []
    begin = 0
    for nr, woord in enumerate(rij):
        if woord.norm in einde_zin:
            deel, zin, begin = deel + 1, zin + 1, nr + 1
        elif woord.norm in einde_deel or (_gevuld(rij, begin, nr) and _nieuw_deel(rij, begin, nr)):
            deel, begin = deel + 1, _aanvang(rij, begin, nr)
            delen[begin:nr] = [deel] * (nr - begin)
        delen.append(deel)
        zinnen.append(zin)
    return Indeling(delen, zinnen)


def _aanvang(rij: Sequence[Woord], begin: int, nr: int) -> int:
    """Where the clause of a second verb at ``nr`` starts: before what stands in front of it.

    "... woont in Zeijen | diploma heeft hij niet", "... dat hij er nog op zit | en zijn diploma wil".
    """
    regels = lijst("zinnen")
    werkwoorden = regels["werkwoorden"]
    if rij[nr].norm not in werkwoorden:
        return nr
    vorig = max((n for n in range(begin, nr) if rij[n].norm in werkwoorden), default=begin)
    volgend = rij[nr + 1].norm if nr + 1 < len(rij) else "."
    if volgend in regels["einde_zin"] or volgend in regels["einde_deel"]:
        return max((n for n in range(vorig + 1, nr) if rij[n].norm in regels["nevenschikking"]), default=nr)
    if rij[nr].norm in regels["zegt"]:
        return nr  # "niveau 2 is niks voor haar | zegt ze"
    if volgend not in regels["voornaamwoorden"]:  # "uitval dreigt niet | en een overstap is nog lang niet in beeld"
        return max((n for n in range(max(vorig + 1, nr - _ONDERWERP), nr) if rij[n].norm == "en"), default=nr)
    start = nr - 1
    if rij[start].soort == "getal" and start - 1 > vorig:  # "niveau 2 kan hij makkelijk"
        start -= 1
    for soort in ("lidwoorden", "voorzetsels"):
        if start - 1 > vorig and rij[start - 1].norm in regels[soort]:
            start -= 1
    if start - 1 > vorig and rij[start - 1].norm in regels["voor_voorzetsel"] and start < nr - 1:
        start -= 1  # "terug naar school wil ze niet"
    return start if start > vorig else nr


def _gevuld(rij: Sequence[Woord], begin: int, nr: int) -> bool:
    """Whether the clause that started at ``begin`` has a word yet."""
    return any(w.soort not in ("teken", "regel") for w in rij[begin:nr])


@lru_cache(maxsize=5000)
def is_persoonsvorm(woord: str) -> bool:
    """Whether a word is the third person of a verb: "durft", "loopt"; nouns in -t are not."""
    if woord in lijst("zinnen")["werkwoorden"] or woord in lijst("zinnen")["onregelmatig"]:
        return True
    if len(woord) < 4 or not woord.endswith("t") or woord in zelfstandig():
        return False
    return is_stam(woord[:-1])


def _hoort_bijeen(rij: Sequence[Woord], nr: int, volgend: str) -> bool:
    """ "wil en kan werken", "is wat ze wil": one predicate, whatever verbs it is made of."""
    samen = frozenset(lijst("zinnen")["hulpwerkwoorden"])
    vorig, daarvoor = rij[nr - 1].norm, rij[nr - 2].norm if nr > 1 else ""
    dubbel = {tuple(paar) for paar in lijst("zinnen")["dubbel_gezegde"]}  # "is en blijft"
    if rij[nr].norm in ("en", "of"):
        return (vorig in samen and volgend in samen) or (vorig, volgend) in dubbel
    if vorig in ("en", "of") and (daarvoor, rij[nr].norm) in dubbel:
        return True
    if rij[nr].norm in samen and vorig in ("en", "of"):
        return daarvoor in samen
    return vorig == "wat" and volgend in samen


def _pas_begonnen(rij: Sequence[Woord], begin: int, nr: int) -> bool:
    """ "dat hij maar moet gaan werken": so far a conjunction and a subject."""
    regels = lijst("zinnen")
    voor = [w.norm for w in rij[begin:nr] if w.soort == "woord"]
    return len(voor) == 2 and voor[0] in regels["voegwoorden"] and voor[1] in regels["onderwerpen"]


def _omgekeerd(rij: Sequence[Woord], van: int) -> bool:
    """ "... werken en dat diploma | hoeft hij niet": what is spoken of, then a verb and its subject."""
    onderwerpen = lijst("zinnen")["voornaamwoorden"]
    return any(
        is_persoonsvorm(rij[n].norm) and rij[n + 1].norm in onderwerpen for n in range(van, min(van + 3, len(rij) - 1))
    )


def _is_lijdend(rij: Sequence[Woord], nr: int) -> bool:
    """ "wil die alsnog halen", "wil dat wel afmaken": what is wanted, taken up from before."""
    regels = lijst("zinnen")
    if rij[nr - 1].norm not in regels["hulpwerkwoorden"] or nr + 1 == len(rij):
        return False
    return rij[nr].norm == "die" or rij[nr + 1].norm in regels["wil_dat_zelf"]


def _als_het_aan(rij: Sequence[Woord], nr: int) -> bool:
    """ "gaat als het aan haar ligt bij haar tante werken": an aside within the clause, from "als" up to its verb."""
    als = next((n for n in range(nr, max(nr - _AAN_WIE, -1), -1) if rij[n].norm == "als"), -1)
    if als < 1 or [w.norm for w in rij[als + 1 : als + 3]] != ["het", "aan"]:
        return False
    return any(w.norm in ("ligt", "lag") for w in rij[nr : als + _AAN_WIE])


def _nieuw_deel(rij: Sequence[Woord], begin: int, nr: int) -> bool:
    """Whether a new clause starts at word ``nr``, the current one having started at ``begin``."""
    regels = lijst("zinnen")
    norm = rij[nr].norm
    if _als_het_aan(rij, nr):
        return False
    if norm == "maar" and (rij[nr - 1].norm in regels["maar_is_slechts"] or _pas_begonnen(rij, begin, nr)):
        return False
    if norm == "maar" and [w.norm for w in rij[nr + 1 : nr + 3]] in regels["maar_een"]:
        return False  # "wil maar een ding"
    if norm in ("die", "dat") and rij[nr - 1].norm in regels["leidt_in"]:
        return False  # "bang dat die afhaakt": the subject of the clause that just began
    if norm in ("die", "dat") and nr + 1 < len(rij) and rij[nr + 1].norm in regels["aangewezen"]:
        return False  # "wil die opleiding afmaken": no relative clause
    if norm in ("die", "dat") and _is_lijdend(rij, nr):
        return False
    if norm == "dat" and rij[nr - 1].norm in regels["vraagt_dat"] and nr + 1 < len(rij):
        volgt = rij[nr + 1].norm  # "is dat bijgesteld naar", not "probleem is dat hij"
        if volgt not in regels["onderwerpen"] and volgt not in regels["lidwoorden"]:
            return False
    if norm in ("die", "dat") and rij[nr - 1].norm in ("dat", "als", "of", "omdat", "want"):
        return False  # "geen kans dat die uitvalt": who is meant, within the clause
    if norm in regels["voegwoorden"]:
        return True
    volgend = rij[nr + 1].norm if nr + 1 < len(rij) else ""
    if _hoort_bijeen(rij, nr, volgend):
        return False
    gezegd = any(w.norm in regels["werkwoorden"] for w in rij[begin:nr])
    if norm == "wel" and (rij[nr - 1].norm in regels["werkwoorden"] or rij[nr - 1].norm in regels["onderwerpen"]):
        return False
    if norm in regels["nevenschikking"]:
        verder = rij[nr + 2].norm if nr + 2 < len(rij) else ""
        if norm == "wel" and is_persoonsvorm(volgend) and verder not in regels["onderwerpen"]:
            return False  # "terwijl hij dat diploma wel wil"
        aanloop = volgend in regels["aanloop"] and (is_persoonsvorm(verder) or verder in regels["onderwerpen"])
        straks = volgend in ("niet", "liever", "graag") and any(is_persoonsvorm(w.norm) for w in rij[nr + 2 : nr + 4])
        vraagt = norm == "of" and volgend == "dat"  # "twijfelt of dat haalbaar is"
        if volgend in regels["lidwoorden"] and _omgekeerd(rij, nr + 2):
            return True
        nieuw = volgend in regels["onderwerpen"] or volgend == "wel" or is_persoonsvorm(volgend) or vraagt
        return nieuw or aanloop or straks
    if norm in regels["onderwerpen"] and gezegd:
        return volgend in regels["werkwoorden"] and rij[nr - 1].norm not in regels["voorzetsels"]
    vorig = rij[nr - 1].norm
    bepaling = nr > 1 and rij[nr - 2].norm in regels["voorzetsels"]  # "naar school wil hij niet"
    return (
        norm in regels["werkwoorden"]
        and gezegd
        and (bepaling or vorig not in regels["onderwerpen"])
        and vorig not in regels["nevenschikking"]
    )
