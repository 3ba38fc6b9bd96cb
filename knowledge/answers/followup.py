"""Follow-up questions: what a short question means in the light of the answer before it."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from knowledge.model import RegioId
from knowledge.regions import Streekwijzer
from knowledge.text import vouw, woorden

Soort = Literal["bron", "jaar", "andere-streek", "verwijzing"]
#: A source as the conversation remembers it: document, section, lines.
Spoor = tuple[str, str, str]

_BRON: Final = re.compile(
    r"\b(waar staat d(at|it)(?! (?:ook )?(?:al)? ?(?:weer )?voor\b)|waar (kan|kun|vind|lees) (ik|je|u) d(at|it)|wat is (de|je|jouw|uw) bron|(welke|welk) (bron|document|pagina|paragraaf|hoofdstuk|stuk)"
    r"|waar (heb|haal) (je|jij|u) d(at|it)|staat dat ergens|bron$|waar komt d(at|it) vandaan|hoe weet (je|jij|u) dat)\b"
)
_JAAR: Final = re.compile(
    r"\b(((over|van|uit|op|in) )?welke? (school)?(jaar|jaren)( |$)|van wanneer|hoe (oud|recent|actueel) is (dat|dit|die)|is dat nog actueel|geldt dat nog)\b"
)
#: Words that point at something said before; "er", "het" and "ze" may as well stand for nothing.
_WIJST_AAN: Final = re.compile(r"\b(dat|dit|die|deze|daar|daarvoor|daarbij|daarvan|ervoor|ervan|ermee|zoiets|zo ?n)\b")
_AANLOOP: Final = re.compile(r"^(en|maar|ok(e|ay)?|oke|ja|en wat|hoe zit (het|dat)|en hoe|dan|nou|goed|dus)\b")
_VERWIJST: Final = re.compile(
    r"\b(dat|dit|die|deze|daar|daarvoor|daarbij|daarvan|ervoor|ervan|ermee|er|het|ze|hen|hun|zoiets|zo ?n)\b"
)
_KALE_VRAAG: Final = re.compile(
    r"^(en |maar |ok |oke |dus )*((door|voor|met|van|bij|naar|aan) )?(wie|waar\w*|wanneer|hoe\w*|wat|welke?)\b"
)
_EN_VOOR: Final = re.compile(r"^(en|maar|dan|oke?|ok) (voor|bij|op|in|van|met|aan|door) ")
_KORT: Final = 7


@dataclass(frozen=True)
class Stand:
    """What a conversation remembers of its last knowledge answer."""

    vraag: str
    regio: RegioId | None
    items: tuple[str, ...] = ()
    cijfervraag: dict[str, Any] | None = None
    bronnen: tuple[Spoor, ...] = ()

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
        )


def soort_vervolg(vraag: str, vorige: Stand | None, wijzer: Streekwijzer) -> Soort | None:
    """What kind of follow-up this is, or None when it stands on its own."""
    if vorige is None:
        return None
    tekst = vouw(vraag)
    if _BRON.search(tekst) and len(tekst.split()) <= _KORT + 2:
        return "bron"
    if _JAAR.search(tekst) and len(tekst.split()) <= _KORT:
        return "jaar"
    if len(tekst.split()) > _KORT:
        return None
    inhoud = _eigen_inhoud(tekst, wijzer)
    if wijzer.zoek(vraag) and not inhoud:
        return "andere-streek"
    if _VERWIJST.search(tekst) and len(inhoud) <= 3:
        return "verwijzing"
    kaal = _KALE_VRAAG.match(tekst) and len(inhoud) <= 1
    return "verwijzing" if kaal or (_AANLOOP.match(tekst) and len(inhoud) <= 2) else None


def verwijst_terug(vraag: str) -> bool:
    """Whether a question points back with a word such as "dat" or "daar"."""
    return bool(_WIJST_AAN.search(vouw(vraag)))


def leunt(vraag: str, wijzer: Streekwijzer) -> bool:
    """Whether a short question has no subject of its own: "en voor het mbo?", "hoeveel waren het er ook alweer"."""
    tekst = vouw(vraag)
    inhoud = [w for w in _eigen_inhoud(tekst, wijzer) if not w.startswith(("hoe", "wat", "wie", "waar"))]
    return not inhoud or (len(inhoud) == 1 and bool(_EN_VOOR.match(tekst)))


def _eigen_inhoud(tekst: str, wijzer: Streekwijzer) -> list[str]:
    """Content words of a question besides regions and places."""
    zonder = tekst
    for streek in reversed(wijzer.zoek(tekst)):
        zonder = zonder[: streek.begin] + zonder[streek.eind :]
    return [w for w in woorden(zonder) if w not in _LEEG]


_LEEG: Final = frozenset(
    (
        "regio gemeente zit gaat geldt hoezo gewoon oke ok okay goed bedoel zelfde vraag ja jullie zon zoiets "
        "jammer helder duidelijk mooi top prima alweer waren was eigenlijk trouwens precies ongeveer nou hm"
    ).split()
)
