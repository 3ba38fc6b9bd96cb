"""Follow-up questions: what a short question means in the light of the answer before it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final, Literal

import yaml

from knowledge.model import RegioId
from knowledge.questions import SOORTNAAM
from knowledge.regions import Streekwijzer
from knowledge.spelling import woorden_in
from knowledge.text import VRAAGWOORDEN, lemma, vouw, woorden

Soort = Literal["bron", "jaar", "andere-streek", "verwijzing"]
#: A source as the conversation remembers it: document, section, lines.
Spoor = tuple[str, str, str]

_VORM: Final[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("vervolg.yml").read_text(encoding="utf-8"))
#: The words in which people go on asking, towards which a misspelled one is repaired.
VERVOLGTAAL: Final = sorted(
    woorden_in(p for deel in _VORM.values() for p in (deel.split() if isinstance(deel, str) else deel)) | VRAAGWOORDEN
)


def _los(*soorten: str) -> re.Pattern[str]:
    """A word or phrase of these kinds, anywhere in a text."""
    return re.compile(rf"\b(?:{'|'.join(p for s in soorten for p in _VORM[s])})\b")


_BRON: Final = _los("bron")
_JAAR: Final = _los("jaar")
_OORZAAK: Final = _los("oorzaak")
_OPBOUW: Final = _los("opbouw")
_WIJST_AAN: Final = _los("wijst_aan")
_VERWIJST: Final = _los("wijst_aan", "staat_in")
_AANGEWEZEN: Final = re.compile(rf"\b(?:die|dat|deze|dit|zo ?n) (?:{SOORTNAAM})\b")
_AANLOOP: Final = re.compile(rf"^(?:{'|'.join(_VORM['aanloop'])})\b")
#: A question that points back where its verb stands, however long what follows is; "dat" further on is a conjunction.
_VOORAAN: Final = re.compile(
    rf"^(?:(?:en|maar|ok|oke|dus|dan) )*(?:(?:\w+ )?(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?)(?: \w+)? )?"
    rf"(?:{'|'.join(_VORM['omkering'].split())}) (?:er )?(?:{'|'.join((*_VORM['wijst_aan'], 'het', 'ze'))})\b"
)
#: ... and one about what the people of the answer before do; "het" and "dat" may begin the name of something else.
_DOEN_ZE: Final = re.compile(rf"^(?:(?:en|maar|ok|oke|dus|dan) )*(?:{'|'.join(_VORM['omkering'].split())}) ze\b")
#: A question of one clause with "daarvan" or "ermee" in it has nothing else that this could be about.
_HALVERWEGE: Final = re.compile(
    r"^[^.,;:!?]*\b(?:daar|er)(?:van|mee|voor|bij|in|aan|toe|over)\b[^.,;:!?]*\??$", re.IGNORECASE
)
_KALE_VRAAG: Final = re.compile(
    r"^(en |maar |ok |oke |dus )*((door|voor|met|van|vanaf|bij|naar|aan|op|tot|sinds|via|onder|uit|over|in) )?"
    r"(wie|waar\w*|wanneer|hoe\w*|wat|welke?)\b"
)
#: "In Nijmegen hebben ze ook zoiets, hoe heten die daar?": the same of another region.
_ZOIETS: Final = re.compile(r"\b(?:zoiets|iets dergelijks|iets soortgelijks|iets vergelijkbaars|zo ?n ding)\b")
#: "Hoeveel" with what is counted.
_HOEVEEL_ER: Final = re.compile(
    r"\bhoeveel (?:zijn|waren|bestaan|heb\w*|heeft) (?:\w+ )?er\b|\bhoeveel er (?:zijn|waren)\b"
)
_GETELD: Final = re.compile(r"\bhoeveel (?!(?:per|is|zijn|was|waren|er|ze|dat|die|het|daar\w*|dan|ongeveer)\b)\w+")
#: A choice between words of which none is a subject: "tot of tot en met?".
_KEUZE: Final = re.compile(r"\bof\b")
_EN_VOOR: Final = re.compile(r"^(en|maar|dan|oke?|ok) (voor|bij|op|in|van|met|aan|door) ")
_HALF: Final = re.compile(
    rf"(?:(?:en|maar|ok|oke|ja|nou) )*({'|'.join(_VORM['half'])})(?: (?:dan|ook alweer|dat|eigenlijk))*"
)
_LEEG: Final = frozenset(_VORM["geen_onderwerp"].split())
_VAN_IEDER: Final = frozenset(lemma(w) for w in (*_VORM["ieders"].split(), *VRAAGWOORDEN))
_ASPECTEN: Final = frozenset(lemma(w) for w in _VORM["aspecten"].split())
_WAT_IS_DAT: Final = re.compile(r"\b(?:wat (?:is|doet|houdt|betekent)|wie (?:is|zijn)) (?:dat|die|dit|deze)\b")
_BEWEGING: Final = frozenset(lemma(w) for w in _VORM["beweging"].split())
_VOOR_WIE: Final = re.compile(r"\b(?:voor|over|van) wie\b")
_WIE: Final = re.compile(r"(?<!voor )(?<!over )(?<!van )\b(?:wie|welke (?:partij|organisatie|instelling)\w*)\b")
_EN: Final = re.compile(r"^en (?!(?:nu|dan|verder)\b)")
_EN_HOOGUIT: Final = 4
_GELD: Final = _los("geld")
KORT: Final = 7
MIDDELLANG: Final = 12
#: Words of its own that a question may have which points back.
_WEINIG: Final = 3


@dataclass(frozen=True)
class Stand:
    """What a conversation remembers of its last knowledge answer.

    ``onderwerp`` is the item that a row of follow-ups is about, also when others answered them.
    """

    vraag: str
    regio: RegioId | None
    items: tuple[str, ...] = ()
    cijfervraag: dict[str, Any] | None = None
    bronnen: tuple[Spoor, ...] = ()
    onderwerp: str | None = None

    def als_dict(self) -> dict[str, Any]:
        """Plain data, to be kept in the conversation."""
        return asdict(self)

    @classmethod
    def uit_dict(cls, data: dict[str, Any] | None) -> Stand | None:
        """Back from plain data."""
        if not data:
            return None
        return cls(
            vraag=data["vraag"],
            regio=data["regio"],
            items=tuple(data["items"]),
            cijfervraag=data["cijfervraag"],
            bronnen=tuple((d, s, r) for d, s, r in data["bronnen"]),
            onderwerp=data.get("onderwerp"),
        )


def soort_vervolg(vraag: str, vorige: Stand | None, wijzer: Streekwijzer) -> Soort | None:
    """What kind of follow-up this is, or None when it stands on its own."""
    if vorige is None:
        return None
    tekst = vouw(vraag)
    hier = wijzer.zonder_regio(vraag, vorige.regio)  # the region that it was about already makes it no longer
    lengte = len((wijzer.zonder_plaatsen(vraag) if _elders_alleen(vraag, vorige, wijzer) else vouw(hier)).split())
    if _BRON.search(tekst) and lengte <= KORT + 2:
        return "bron"
    if _JAAR.search(tekst) and lengte <= KORT:
        return "jaar"
    vooraan = bool(_VOORAAN.match(tekst)) and _elders(vraag, vorige, wijzer)
    zoiets = bool(_ZOIETS.search(tekst)) and any(streek.regio != vorige.regio for streek in wijzer.zoek(vraag))
    if lengte > KORT and (vooraan or zoiets):
        return "andere-streek"
    if lengte > KORT:
        wijst = _VOORAAN.match(tekst) or (
            lengte <= MIDDELLANG and (wijst_halverwege(vraag) or vraagt_alleen_maat(vraag, wijzer))
        )
        return "verwijzing" if wijst else None
    inhoud = _eigen_inhoud(tekst, wijzer)
    eigen = [w for w in inhoud if w not in _VAN_IEDER]
    if wijzer.zoek(vraag) and not inhoud and not (_VERWIJST.search(vouw(hier)) and not wijzer.zoek(hier)):
        return "andere-streek"
    gevraagd = [w for w in inhoud if w not in VRAAGWOORDEN]
    if (verwijst_terug(vraag) and len(eigen) <= _WEINIG) or (noemt_terug(vraag) and len(gevraagd) <= _WEINIG):
        return "verwijzing"
    if not inhoud and _KEUZE.search(tekst):
        return "verwijzing"
    kaal = _KALE_VRAAG.match(tekst) and (len(inhoud) <= 1 or leunt(vraag, wijzer))
    return "verwijzing" if kaal or (_AANLOOP.match(tekst) and len(inhoud) <= 2) else None


def _elders_alleen(vraag: str, vorige: Stand, wijzer: Streekwijzer) -> bool:
    """Whether another region is named, by whatever long name, and nothing besides: "en heeft noord- en midden-drenthe er ook een?"."""
    elders = any(streek.regio != vorige.regio for streek in wijzer.zoek(vraag))
    return elders and not _eigen_inhoud(vouw(vraag), wijzer)


def vraagt_alleen_maat(vraag: str, wijzer: Streekwijzer) -> bool:
    """Whether only a size or a moment is asked, in many words: "en hoeveel studenten kunnen er per jaar in, ongeveer?"."""
    return leunt(vraag, wijzer) and bool(VRAAGWOORDEN & set(vouw(vraag).split()))


def _elders(vraag: str, vorige: Stand, wijzer: Streekwijzer) -> bool:
    """Whether the clause that points back names another region and no subject: "hoe heet dat bij X, die hebben ..."."""
    deel = re.split(r"[,.;?!]", vraag, maxsplit=1)[0]
    ander = any(streek.regio != vorige.regio for streek in wijzer.zoek(deel))
    return ander and not any(w not in _VAN_IEDER | _ASPECTEN for w in _eigen_inhoud(vouw(deel), wijzer))


def vraagt_oorzaak(vraag: str, wijzer: Streekwijzer) -> bool:
    """Whether a question asks what the figure before it comes from, and names no subject: "hoe verklaren ze die daling"."""
    return bool(_OORZAAK.search(vouw(vraag))) and _alleen_over_cijfer(vraag, wijzer)


def vraagt_opbouw(vraag: str, wijzer: Streekwijzer) -> bool:
    """Whether a question asks of what parts the amount before it is made up: "hoe is het jaarbedrag gesplitst"."""
    return bool(_OPBOUW.search(vouw(vraag))) and _alleen_over_cijfer(vraag, wijzer)


def _alleen_over_cijfer(vraag: str, wijzer: Streekwijzer) -> bool:
    """Whether a question has no words but those for a figure and for what a figure does."""
    kort = len(vouw(vraag).split()) <= MIDDELLANG
    return kort and not eigen_woorden(wijzer.zonder_plaatsen(vraag)) - _BEWEGING


def voluit(vraag: str) -> str:
    """A question of which only the first word was typed, in full: "sinds?" asks "sinds wanneer"."""
    gevonden = _HALF.fullmatch(vouw(vraag))
    return _VORM["half"][gevonden[1]] if gevonden else vraag


def verwijst_terug(vraag: str) -> bool:
    """Whether a question points back with a word such as "dat" or "daar"."""
    return bool(_WIJST_AAN.search(vouw(vraag)))


def zegt_wat_geteld_wordt(vraag: str) -> bool:
    """Whether "hoeveel" is asked of something named or of the things themselves: "hoeveel zijn er", not "hoeveel per jaar"."""
    return bool(_GETELD.search(vouw(vraag)) or _HOEVEEL_ER.search(vouw(vraag)))


def vraagt_wat_ze_doen(vraag: str) -> bool:
    """Whether it is asked if the people of the answer before do something: "komen ze ook bij hem thuis of ..."."""
    return bool(_DOEN_ZE.match(vouw(vraag)))


def wijst_halverwege(vraag: str) -> bool:
    """Whether a question of one clause has "daarvan" or "ermee" in it."""
    return bool(_HALVERWEGE.match(vraag))


def noemt_terug(vraag: str) -> bool:
    """Whether a question has a word that may stand for something said before, "ze" and "er" among them."""
    return bool(_VERWIJST.search(vouw(vraag)))


def voor_wat_is_dat(vraag: str) -> str:
    """What stands before "wat is dat": what is asked about, when it has a name."""
    tekst = vouw(vraag)
    gevonden = _WAT_IS_DAT.search(tekst)
    return tekst[: gevonden.start()] if gevonden else ""


def wijst_ding_aan(vraag: str) -> bool:
    """Whether a question calls what it points at by the kind of thing that it is: "die route", "dat traject"."""
    return bool(_AANGEWEZEN.search(vouw(vraag)))


def zonder_aangewezen(vraag: str) -> str:
    """The folded question without what it calls the thing it points at: "hoe lang duurt dat traject" asks "hoe lang duurt"."""
    return _AANGEWEZEN.sub(" ", vouw(vraag))


def voor_aanwijzing(vraag: str) -> str | None:
    """What stands before the word that points back ("en Mijn School, wat houdt"); None when none does."""
    tekst = vouw(vraag)
    gevonden = _WIJST_AAN.search(tekst)
    return tekst[: gevonden.start()] if gevonden else None


def is_lang(vraag: str) -> bool:
    """Whether a question is long enough to have a subject of its own."""
    return len(vouw(vraag).split()) > KORT


def heeft_eigen_woord(vraag: str) -> bool:
    """Whether a question has a word besides asking words and those whom every subject is about."""
    return any(w not in _VAN_IEDER for w in woorden(_AANGEWEZEN.sub(" ", vouw(vraag))))


def zegt_zelf_iets(vraag: str) -> bool:
    """Whether a question says what is asked, fillers aside: "voor wie" does, "waar ging die over" does not."""
    return bool(_VOOR_WIE.search(vouw(vraag))) or any(w not in _LEEG for w in woorden(vraag))


def vraagt_alleen_wie(vraag: str) -> bool:
    """Whether a question asks who does something, with no word that says what, and not for whom it is done."""
    tekst = vouw(vraag)
    return bool(_WIE.search(tekst)) and not eigen_woorden(_WIE.sub(" ", tekst))


def gevraagde_woorden(vraag: str) -> set[str]:
    """The words of a question besides question words and fillers."""
    return {w for w in woorden(vraag) if w not in VRAAGWOORDEN and w not in _LEEG}


def eigen_woorden(vraag: str) -> set[str]:
    """The words of a question that are about no subject but its own."""
    zonder = _WIJST_AAN.sub(" ", _AANGEWEZEN.sub(" ", vouw(vraag)))
    return {w for w in woorden(zonder) if w not in _VAN_IEDER | _ASPECTEN | _LEEG}


def noemt_ook(vraag: str) -> bool:
    """Whether nothing is said but what else it is asked of: "en de contactschool?"."""
    tekst = vouw(vraag)
    return bool(_EN.match(tekst)) and len(tekst.split()) <= _EN_HOOGUIT and not VRAAGWOORDEN & set(tekst.split())


def vraagt_geld(vraag: str) -> bool:
    """Whether an amount is asked, with or without the word: "wat krijgt de contactgemeente?"."""
    return bool(_GELD.search(vouw(vraag)))


def zonder_vraag_naar_bron(vraag: str) -> str:
    """The folded question without the words that ask for a source or a year: what else does it name?"""
    return _JAAR.sub(" ", _BRON.sub(" ", vouw(vraag)))


def leunt(vraag: str, wijzer: Streekwijzer) -> bool:
    """Whether a short question has no subject of its own: "en voor het mbo?", "hoeveel waren het er ook alweer"."""
    tekst = vouw(vraag)
    inhoud = [w for w in _eigen_inhoud(tekst, wijzer) if not w.startswith(("hoe", "wat", "wie", "waar"))]
    eigen = [w for w in inhoud if w not in _VAN_IEDER | _ASPECTEN]
    return not eigen or (len(inhoud) == 1 and bool(_EN_VOOR.match(tekst)))


def _eigen_inhoud(tekst: str, wijzer: Streekwijzer) -> list[str]:
    """Content words of a question besides regions and places."""
    return [w for w in woorden(wijzer.zonder_plaatsen(tekst)) if w not in _LEEG]
