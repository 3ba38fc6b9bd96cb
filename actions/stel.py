"""A supposition as if it were so: "wat als hij 24 was" becomes "hij is 24"; an order to change a fact likewise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import yaml

_WOORDEN: Final[dict[str, dict[str, str]]] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
_VERONDERSTELD: Final = _WOORDEN["verondersteld"]
_FEIT_ALS: Final = _WOORDEN["feit_als"]
#: "als hij kader gedaan had": the same in the other order.
_OMGEKEERD: Final = re.compile(r"(?i)\b(gedaan|gevolgd|gezeten|gehad|verlaten) (had|heeft)\b")
_GEDAAN: Final = re.compile(r"(?i)\b(?:had|heeft)\b[^,.?]{0,30}? (?:gedaan|gevolgd|gezeten|gehad)\b")
_STOPT: Final = re.compile(r"(?i)\b(?:ermee )?stopt\b(?! niet)")
#: "Over drie weken wordt ze 23": supposed, it is so already.
_OVER_EVEN: Final = re.compile(
    r"(?i)\b(?:over (?:een|\w+) (?:paar )?|volgende |komende )(?:dag|dagen|week|weken|maand|maanden)\b"
)
_VULSEL: Final = re.compile(r"(?i) (?:nou|eens|toch|dan|straks|eenmaal)\b")
#: "liever werken dan leren": this "dan" tells the one from the other.
_DAN_VERGELIJKT: Final = re.compile(r"(?i)\b(liever|eerder|meer|minder|beter)\b([^,.;]*?) dan\b")
_MERK: Final = "\0"
#: Where a supposition begins after something else: "terug naar mijn leerling. wat als ...", "even over hem, stel dat ...".
_LATER_BEGIN: Final = re.compile(
    r"(?i)(?:[.!;:?]|\s[-–])\s+(?=(?:(?:en|maar|ok|oke|dus)\s+)?(?:wat (?:gebeurt er |verandert er )?als|als|stel|mocht)\b)"
    r"|,\s+(?=(?:(?:en|maar|ok|oke|dus)\s+)?(?:wat (?:gebeurt er |verandert er )?als|stel|mocht)\b)"
)
_VERONDERSTELT: Final = re.compile(r"(?i)\b(?:als|stel|mocht)\b")
#: "hij had kader gedaan in plaats van basis": what it takes the place of is no fact; nor is what stays as it was.
_IN_PLAATS: Final = re.compile(
    r"(?i)\b(?:ipv|i\.p\.v\.|in plaats van)( (?:op|in|bij|van|naar))?( (?:de|het|een))? \w+(?:-\w+)?( \d)?|[,.;?]?\s*\b(?:de )?rest (?:blijft )?(?:het)?zelfde\b.*$|\bverder alles (?:het)?zelfde\b.*$"
)
_JARIG: Final = re.compile(r"(?i)\b(verjaardag|jarig)\b")
_AANLOOP: Final = re.compile(
    r"(?i)^\W*(?:(?:en|maar|ok|oké|oke|dus|dan)\W+)*"
    r"(?:(?:(?:doe|stel)(?: eens| even| maar| nou| nu)* alsof"
    r"|(?:neem|laten we|laat ons|ga|reken|veronderstel)(?: er| ervan| daarvan| eens| even| maar| nou| nu| daar)*(?: aan| aannemen| zeggen| van uit| vanuit| uit| op)? dat"
    r"|wat (nou |dan |nu |gebeurt er |verandert er |had (je|u|jij) gezegd |zou (je|u|jij) zeggen |zou het zijn |is het"
    r" |had het (moeten )?(zijn|worden) |was het geweest |was (de|het) \w+ geweest )?als"
    r"|stel( je voor| nou| nu| eens| even)*( dat)?|al?s|zou het anders zijn als|maakt het uit (als|of)|verandert het( advies)? als|mocht(en)?"
    r"|(over|na|in|vanaf|straks|later|volgend\w*|komend\w*)\b[^,?]{0,30}? als)\s+)?"
)
#: What is asked about it: "..., wat dan?", "hoe zit het dan".
_SLOT: Final = re.compile(
    r"(?i)[,.;]?\s*\b(wat|hoe|en|wie|welke route)( (is|wordt|geldt|verandert|gebeurt|zit|hoort|past)( er| het| erbij)?)?"
    r" (dan|nu)\b[^,.\d]*$"
)
#: "..., bij wie moet ik dan zijn": whom to turn to under the supposition.
_BIJ_WIE: Final = re.compile(r"(?i)[,.;]\s*(?:(?:bij|met|naar|voor) )?(?:wie|waar)\b[^,.\d]*$")
_DIPLOMA: Final = re.compile(
    r"(?i)\b(zonder|met) (?:(?:dat|het|die|dit|een|zijn|haar|zn) )?(?:diploma|papiertje|startkwalificatie)\b(?! (?:(?:had|heeft|is|was|zou) )?(?:verlaten|gestopt|vertrokken|\w*gegaan|weg|stopt|vertrekt|verlaat))"
)
_LEEFTIJD: Final = re.compile(r"(?i)\b(?:met|bij|op|vanaf)(?: (?:zijn|haar|zn|een|de))? (\d\d)(?:e|ste| jaar)?\b")
#: "van vmbo kader": the school before, when the sentence says no more than that.
_HERKOMST: Final = re.compile(r"(?i)^(van|uit|vanuit|vanaf) (?=\S+(?: \S+){0,3}$)")
_WERKWOORD: Final = "|".join([*_VERONDERSTELD, *_VERONDERSTELD.values()])
#: In a subordinate clause the verb comes last; facts are told with the verb after the one it is about.
_ACHTERAAN: Final = re.compile(rf"(?i)^(hij|zij|ze|ie|die|het|deze \w+|de \w+) (.+) ({_WERKWOORD})$")
#: ... and so it is in a second half that has no subject of its own: "en voor werk kiest", "en geen diploma wil halen".
_ACHTERAAN_TWEEDE: Final = re.compile(rf"(?i)^(.+?) (gaat|{_WERKWOORD})( \w+en)?$")
#: ... also with another verb behind it: "hij niveau 2 gaat doen".
_TWEE_ACHTERAAN: Final = re.compile(
    rf"(?i)^(hij|zij|ze|ie|die|deze \w+|de \w+) ((?:(?! en ).)+) (gaat|{_WERKWOORD}) (\w+en)$"
)
_EINDIGT: Final = re.compile(rf"(?i) (?:gaat|{_WERKWOORD})(?: \w+en)?$")

_KWAM: Final = re.compile(r"(?i)^(hij|zij|ze|ie|die) ((?:van|uit|vanuit)\b.+?) (kwam|komt)\b")
#: Orders to change a fact, and what they state: "zet de leeftijd op 19", "maak er mbo 3 van", "verander mbo 2 in mbo 3".
_TUSSEN: Final = r"(?:\s+(?:je|jij|u|dan|nu|eens|even|effe|maar|nou|ook|toch|alsjeblieft|aub|graag|voor m[ei]j?))*"
_STELT_BIJ: Final = r"(?:zet(?:ten)?|verander(?:en)?|wijzig(?:en)?|corrigeer|corrigeren|pas|aan ?(?:te )?passen|vervang(?:en)?|maak|maken)"
_NIEUW: Final = rf"(?P<nieuw>[^?!.]+?)(?:\s+(?:jaar|aan|om|{_STELT_BIJ}|alsjeblieft|aub|graag))*\s*[?!.]*$"
_BEVEL: Final = rf"(?i)^\W*(?:(?:en|ok|oke|nee|sorry|wacht|dan|nu|graag)\W+)*(?:(?:kun|kan|kunt|wil|wilt|zou|mag)\s+(?:je|jij|u|ik)|{_STELT_BIJ}){_TUSSEN}\s+"
_OPDRACHTEN: Final = (
    re.compile(
        rf"{_BEVEL}(?:zijn|haar|zn|de|het|die)\s+(?P<wat>{'|'.join(_FEIT_ALS)}){_TUSSEN}\s+(?:(?:aan|{_STELT_BIJ})\s+)*(?:van\s.+?\s)?(?:op|in|naar|tot|door)\s+{_NIEUW}"
    ),
    re.compile(rf"{_BEVEL}(?:er|daar|hier|dat){_TUSSEN}\s+(?P<nieuw>.+?)\s+van(?:\s+{_STELT_BIJ})?\s*[?!.]*$"),
    re.compile(rf"(?i)^\W*(?:verander|vervang|wijzig){_TUSSEN}\s+\S+(?:\s\d)?\s+(?:in|door|naar)\s+{_NIEUW}"),
)


def als_bewering(tekst: str) -> str:
    """An order to change a fact as the statement of that fact; any other text as it is."""
    gevonden = next((m for opdracht in _OPDRACHTEN if (m := opdracht.match(tekst))), None)
    if gevonden is None:
        return tekst
    wat = gevonden.groupdict().get("wat") or ""
    return _FEIT_ALS.get(wat.lower(), "het is {}").format(gevonden["nieuw"])


def is_gedaan(tekst: str) -> bool:
    """Whether another past is supposed ("en als hij kader had gedaan?"): he is enrolled no more or less than he was."""
    return bool(_GEDAAN.search(_OMGEKEERD.sub(r"\2 \1", tekst)))


def los_van_verteld(tekst: str) -> tuple[str, str]:
    """What a message tells before it supposes something, and the rest; nothing where it supposes from the start."""
    gevonden = _LATER_BEGIN.search(tekst)
    if gevonden is None or veronderstelt(tekst[: gevonden.start()]):
        return "", tekst
    return tekst[: gevonden.start()], tekst[gevonden.end() :]


def veronderstelt(tekst: str) -> bool:
    """Whether a message supposes something, and does not ask what could change."""
    return bool(_VERONDERSTELT.search(tekst))


def als_feit(tekst: str, leeftijd: int | None = None) -> str:
    """The supposition in a message as a statement, for the reader; ``leeftijd`` is the age before the birthday."""
    _, tekst = los_van_verteld(tekst)
    if leeftijd and _JARIG.search(tekst) and not re.search(r"\d", tekst):
        return f"is {leeftijd + 1} jaar"
    kaal = _SLOT.sub("", _BIJ_WIE.sub("", _AANLOOP.sub("", _IN_PLAATS.sub("", tekst)).rstrip(" ?.!")))
    kaal = re.sub(r" {2,}", " ", _OVER_EVEN.sub("", kaal)).strip()
    kaal = re.sub(r"\s*\?", ".", kaal, count=1)  # what is told after the supposition is told, not asked
    kaal = _DIPLOMA.sub(
        lambda m: "heeft geen diploma" if m[1].lower() == "zonder" else "heeft een diploma gehaald", kaal
    )
    kaal = _OMGEKEERD.sub(r"\2 \1", kaal)
    for verleden, nu in _WOORDEN["voltooid"].items():
        kaal = re.sub(rf"(?i)\b{verleden}\b", nu, kaal)
    kaal = _VULSEL.sub("", _DAN_VERGELIJKT.sub(rf"\1\2 {_MERK}", kaal)).replace(_MERK, "dan")
    kaal = re.sub(r"(?i)\bzou(?:den)? (\w+n)\b", lambda m: _WOORDEN["zou"].get(m[1].lower(), m[0]), kaal)
    kaal = _HERKOMST.sub(r"komt \1 ", _LEEFTIJD.sub(r"is \1 jaar", kaal))
    kaal = _STOPT.sub("is gestopt", _werkwoord_vooraan(kaal))
    return re.sub(r"\w+", lambda m: _VERONDERSTELD.get(m.group().lower(), m.group()), kaal)


def _werkwoord_vooraan(tekst: str) -> str:
    """A subordinate clause as a main one; what comes after it stays as it is."""
    eerste, *rest = re.split(r"(?=[,.?;])", tekst, maxsplit=1)
    eerste = _KWAM.sub(r"\1 \3 \2", eerste)
    half, en, tweede = eerste.partition(" en ")
    if en and _EINDIGT.search(half):
        eerste, tweede = half, _ACHTERAAN_TWEEDE.sub(r"\2 \1\3", tweede)
    else:
        en = tweede = ""
    eerste = _TWEE_ACHTERAAN.sub(r"\1 \3 \2 \4", eerste)
    return _ACHTERAAN.sub(r"\1 \3 \2", eerste) + en + tweede + "".join(rest)
