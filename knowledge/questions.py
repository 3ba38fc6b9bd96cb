"""From a message to the questions in it: several at once, or one hidden in a story."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import yaml

from knowledge.spelling import woorden_in
from knowledge.text import vouw, woorden

_VORM: Final[dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("vraagvorm.yml").read_text(encoding="utf-8")
)
#: The words in which people ask, towards which a misspelled one is repaired.
VRAAGTAAL: Final = sorted(woorden_in(p for patronen in _VORM.values() for p in patronen))
#: What a thing is called by the kind of thing that it is.
SOORTNAAM: Final = "|".join(_VORM["soortnaam"])
_AANLOOP: Final = re.compile(rf"^(?:(?:{'|'.join(_VORM['aanloop'])}) )+")
_BEGIN: Final = re.compile(rf"(?:{'|'.join(_VORM['vraagwoord'] + _VORM['omkering'])})\b")
_ERGENS: Final = re.compile("|".join(rf"{p}\b" if p.startswith("^") else rf"\b{p}\b" for p in _VORM["verzoek"]))
_GEGEVEN: Final = re.compile(rf"\b(?:{'|'.join(_VORM['gegeven'])})\b")
_DEEL: Final = re.compile(r"[.,;:!?\n()]+|\s[-–]\s")
#: Where one sentence ends and the next begins.
ZINSEINDE: Final = re.compile(r"(?<=[.?!])\s+")
#: A sentence that asks, with its mark.
VRAAGZIN: Final = re.compile(r"[^.?!\n]*\?")
#: "Ernstige problemen? nee niet echt" repeats a question in order to answer it.
_ZELF_BEANTWOORD: Final = re.compile(
    r"(?i)[^.?!\n]*\?\s*(?=(?:ja|jawel|nee|neen|nope|niet|geen|klopt|dat weet|weet ik|weten we)\b)"
    r"|^[^.?!\n]{1,40}(?:\.{2,}|…)\s*(?=[^?\n]*\w[^?\n]*$)"
)
#: "Wat ze zelf wil weet ik nog niet": a question that the speaker says to have no answer to, told as a fact.
_ONBEKEND: Final = re.compile(
    r"(?i)[^.?!\n]*\b(?:(?:weet ik|weten we|weten wij|weet (?:hij|zij|ze|niemand)|durf ik)\b[^.?!\n]{0,30}\b(?:niet|te zeggen)"
    r"|moet(?:en)? (?:nog|zich nog|later) (?:\w+ )?blijken|is (?:(?:nog|mij|ons|dus) )*(?:niet (?:bekend|duidelijk|helder)|onduidelijk|onbekend))"
    r"\s*(?=[.!,;\n]|$)"
)
#: "Wat ze zelf wil: op school blijven": a heading, in the order of a clause that asks nothing.
_KOPJE: Final = re.compile(
    r"(?i)(?:^|(?<=[.!\n]))\s*(?:\w+ ){0,3}(?:wat|hoe|waar|wie) (?:er|hij|ze|zij|ie|het|we|wij|ouders|moeder|vader|school|zijn|haar|de|mij|ons)\b[^:?.!\n]{0,40}:"
)
#: "Hij kwam van het vmbo, had ik dat al gezegd?": what is told, and a question about having told it.
_AL_GEZEGD: Final = re.compile(
    r"(?i)[,.;]?\s*(?:(?:maar|of|en) )?(?:dat )?(?:had|heb|zei|noemde|meldde|schreef) ik (?:(?:dat|het|dit|al|je|u|nou|eigenlijk|eerder|nog|niet|ook) )*"
    r"(?:gezegd|verteld|gemeld|genoemd|geschreven|al|toch)?\s*(?:al|niet)?\?"
)
_GRENS: Final = re.compile(
    r"(?<=[?!])\s+|\n+|(?<=\.)\s+(?=[A-Za-z])|\s+(?:en ook|en daarnaast|verder nog|daarnaast|nog iets|tweede vraag)[:,]?\s+"
)
#: "… zou ik gaarne vernemen welke partij …": the question inside a sentence, after at least a few words.
_INGEBED: Final = re.compile(
    r"(?i)(?:\S+\s+){3,}?(?:vernemen|weten|af|vraag|vraagt|vroeg|vroegen|vragen|benieuwd|zoek|uitleggen|vertellen|aangeven|zeggen)\s*(?:is|:|,)?\s*"
    r"((?:(?:in|op|bij|met|voor|van|tot|via|naar|aan)\s)?(?:wat|wie|welke?|waar\w*|wanneer|waarom|hoe\w*|of)\b.*)"
)
_GETAL: Final = {"twee": 2, "2": 2, "drie": 3, "3": 3, "vier": 4, "4": 4}
_AANTAL: Final = re.compile(
    r"(?i)^(?:\w+[ ,]+){0,4}?(twee|drie|vier|2|3|4|een paar|paar|enkele|wat|meerdere) "
    r"(?:(?:korte|snelle|losse|kleine|andere) )?(?:dingen|dingetjes|vragen|vraagjes|zaken|punten)(?: \w+){0,4}?\s*[:,;.-]\s*"
)
#: Where the next question begins: at a sign or "en" before a question word or turned verb; else between parts of a row.
_VOOR_VRAAG: Final = re.compile(
    rf"(?i)(?:[,;?.]\s*(?:en\s+)?|\s+en\s+)(?=(?:{'|'.join(_VORM['vraagwoord'] + _VORM['omkering'])})\b)"
)
_EN_VRAAG: Final = re.compile(rf"(?i),?\s+(?:en|\+|&)\s+(?=(?:{'|'.join(_VORM['vraagwoord'])})\b)")
#: A second half that points back, or borrows the verb of the first ("en hoe vaak de ambtenaren").
_WIJST: Final = re.compile(
    r"^(?:hoe \w+|wie|wat|welke \w+) (?:de|het|een|in|bij|voor|door|van|op)\b|\b(dat|dit|die|deze|daar\w*|er\w+|(?<!gaat )(?<!gebeurt )er|hij|zij|ze|hem|m|hen)\b"
    rf"|\b(?:het|de) (?:{SOORTNAAM})$"
)
#: In a second half also a thing that is called by its kind, with nothing that says which: "hoe lang duurt het traject".
_BEPAALD: Final = re.compile(rf"(?i)\b(?:het|de|dit|dat|die|deze) (?:{SOORTNAAM})\b(?! (?:van|voor|met|\d))")
#: A second half that is only a question word and a noun: "..., en voor welke scholen".
_AANHANGSEL: Final = re.compile(r"^(?:(?:met|voor|om|van|tot|bij|in|op) )?(?:welke?|hoeveel|wat|wie) \w+$")
_IN_RIJ: Final = re.compile(r"(?i)[,;?]\s*(?:en\s+)?|\s+en\s+|\s*\b[1-4][).]\s*")
_LEEG: Final = frozenset("klopt vinden vind bestaat weet zeker kloppen antwoord vraag iets bedoelen".split())
_MEESTE: Final = 4
#: Words that a clause after a comma must have to be read as a question of its own.
_BIJZIN: Final = 3
#: A word this long names something by itself: "wie is de contactschool?".
_NAAM: Final = 9
_TERUG: Final = re.compile(r"^en\b|\b(daar\w*|dat|dit|die|deze|het|er\w+)\b")


def is_vraag(tekst: str) -> bool:
    """Whether a text asks something: a question mark, a question word or a turned verb where a clause begins."""
    open_ = _KOPJE.sub("", _ONBEKEND.sub("", _ZELF_BEANTWOORD.sub("", _AL_GEZEGD.sub("", tekst))))
    return "?" in open_ or any(_vraagt(d) for d in _DEEL.split(open_))


def vraagt_gegeven(tekst: str) -> bool:
    """Whether one particular is asked: a number, an amount, a name, a place or a date."""
    return bool(_GEGEVEN.search(vouw(tekst)))


def deelvragen(bericht: str) -> list[str]:
    """The questions in a message, in order; the whole message when it is just one."""
    if opgesomd := _opgesomd(bericht.strip()) or _tweeledig(bericht.strip()):
        return opgesomd[:_MEESTE]
    zinnen = _zonder_flarden([z.strip() for z in _GRENS.split(bericht) if z and z.strip()])
    met_teken = [z for n, z in enumerate(zinnen) if z.endswith("?") or _staat_op_zich(z) or _volgt_vraag(zinnen, n)]
    if len(met_teken) >= 2 and "?" in bericht and all(woorden(z) for z in met_teken):
        return _met_verhaal(zinnen, met_teken)[:_MEESTE]
    return [bericht.strip()]


def _zonder_flarden(zinnen: list[str]) -> list[str]:
    """The sentences, with a guess of one word joined to what it is a guess at: "wie betaalt dat? gemeente? school?"."""
    uit: list[str] = []
    for zin in zinnen:
        kort = len(zin.split()) == 1 and not _zegt_iets(zin)
        flard = uit and kort and zin.endswith("?") and not _BEGIN.match(_zonder_aanloop(zin))
        uit[-1:] = [f"{uit[-1]} {zin}"] if flard else [*uit[-1:], zin]
    return uit


def _met_verhaal(zinnen: list[str], vragen: list[str]) -> list[str]:
    """The questions, one that says little by itself with what is told right before it: "Doesburg piekte. Hoe hoog?"."""
    uit: list[str] = []
    verteld: list[str] = []
    for zin in zinnen:
        if zin not in vragen:
            verteld.append(zin)
            continue
        leunt = bool(verteld) and (_TERUG.search(zin.lower()) or len(woorden(zin)) <= _BIJZIN)
        uit.append(" ".join([*verteld, zin]) if leunt else zin)
        verteld = []
    return uit


def _opgesomd(bericht: str) -> list[str]:
    """The questions of a message that announces several: "twee dingen: ..., en ...", "drie vragen: a, b en c"."""
    gevonden = _AANTAL.match(bericht)
    if not gevonden:
        return []
    rest, aantal = bericht[gevonden.end() :], _GETAL.get(gevonden[1].lower(), 0)
    for grens in (_VOOR_VRAAG, _IN_RIJ):
        delen = [d.strip(" ?.,;") for d in grens.split(rest) if d and d.strip(" ?.,;")]
        if len(delen) > 1 and (grens is _IN_RIJ or len(delen) == aantal or not aantal) and all(map(woorden, delen)):
            return delen
    return []


def _tweeledig(bericht: str) -> list[str]:
    """ "Wie is contactgemeente en wat is het streefcijfer?": two whole questions, each with a subject of its own."""
    delen = [d.strip(" ?.,;") for d in _EN_VRAAG.split(bericht)]
    heel = len(delen) == 2 and _BEGIN.match(_zonder_aanloop(delen[0])) and not _AANHANGSEL.match(vouw(delen[1]))
    heel = heel and vouw(delen[1]) != "hoeveel"  # "welke gemeente heeft de meeste en hoeveel" is one question
    return delen if heel and all(set(woorden(d)) - _LEEG for d in delen) and not _WIJST.search(vouw(delen[1])) else []


def tweedeling(vraag: str) -> tuple[str, str] | None:
    """A question before "en" and what is asked after it, however little: "hoeveel scholen doen mee | en welke"."""
    delen = [d.strip(" ?.,;") for d in _EN_VRAAG.split(vraag)]
    return (delen[0], delen[1]) if len(delen) == 2 and is_vraag(delen[0]) else None


def helften(vraag: str) -> tuple[str, str] | None:
    """The two halves of a question of which the second leans on the first: "hoe heet die route | en hoeveel trajecten"."""
    delen = tweedeling(vraag)
    if delen is None or _AANHANGSEL.match(vouw(delen[1])):
        return None
    return delen if set(woorden(delen[1])) - _LEEG else None


def zonder_bepaald(helft: str) -> str:
    """A second half that points at the thing of the first: "en hoe lang duurt het traject" asks "hoe lang duurt dat"."""
    return _BEPAALD.sub("dat", helft)


def kern(bericht: str) -> list[str]:
    """Shorter readings of a long message: the sentences that ask something, last one first, and a question in one."""
    zinnen = [z.strip() for z in re.split(rf"{ZINSEINDE.pattern}|\n+", bericht) if z and z.strip()]
    vragend = [z for z in reversed(zinnen) if is_vraag(z)]
    ingebed = [m.group(1) for z in vragend if (m := _INGEBED.search(z))]
    bijzin = [d for z in vragend for d in _eigen_vraag(z)]
    romp, *aanhangsel = _EN_VRAAG.split(bericht.strip(" ?."))
    hoofd = [romp] if len(aanhangsel) == 1 and _AANHANGSEL.match(vouw(aanhangsel[0])) else []
    return [
        z
        for z in dict.fromkeys([*vragend[:2], *ingebed[:1], *bijzin[:1], *hoofd])
        if z != bericht.strip() and _zegt_iets(z)
    ]


def vragende_bijzin(zin: str) -> list[str]:
    """The clause that asks, at the end of a sentence that tells first: "in X is het Y, en wie is het in Z?"."""
    laatste = re.split(r",\s+", zin)[-1]
    begin = zin.removesuffix(laatste)
    vraagt = bool(_BEGIN.match(_zonder_aanloop(laatste)))
    return [laatste] if begin.strip() and vraagt and not any(map(_vraagt, _DEEL.split(begin))) else []


def _eigen_vraag(zin: str) -> list[str]:
    """A question after a comma that needs nothing of what is told before it: "jongen van 22, wie zoekt werk met hem"."""
    begin, *rest = re.split(r",\s+", zin)
    if _vraagt(begin):
        return []
    return [d for d in rest if _vraagt(d) and not _TERUG.search(d.lower()) and len(woorden(d)) >= _BIJZIN]


def _staat_op_zich(zin: str) -> bool:
    """A question without its mark that needs nothing of what stands before it."""
    return bool(_BEGIN.match(_zonder_aanloop(zin))) and _zegt_iets(zin) and not _TERUG.search(zin.lower())


def _volgt_vraag(zinnen: list[str], nr: int) -> bool:
    """ "Hoeveel zijn er? en waar bestaat dat uit": who has just asked goes on asking, with or without a mark."""
    return nr > 0 and zinnen[nr - 1].endswith("?") and bool(_BEGIN.match(_zonder_aanloop(zinnen[nr])))


def _zegt_iets(zin: str) -> bool:
    """Whether a sentence has a subject of its own: "klopt dat?" has not."""
    eigen = [w for w in woorden(zin) if w not in _LEEG]
    return len(eigen) >= 2 or any(len(w) >= _NAAM for w in eigen)


def _zonder_aanloop(deel: str) -> str:
    """The folded words of a clause from where it begins to ask; none of a clause that is only a run-up."""
    return _AANLOOP.sub("", f"{vouw(deel)} ").strip()


def _vraagt(deel: str) -> bool:
    gevouwen = _zonder_aanloop(deel)
    return bool(_BEGIN.match(gevouwen) or _ERGENS.search(gevouwen))
