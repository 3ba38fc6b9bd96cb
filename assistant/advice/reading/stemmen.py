"""Who says it: voices that contradict each other settle nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assistant.advice.kenmerken import LIJSTEN
from assistant.advice.reading.doelvolgorde import bestemming_van
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.personen import is_ander
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import lijst, verband

#: The youth's own voice: about wishes it decides against all others.
ZELF: Final = "zelf"
_WENSEN: Final = ("gaat_naar", "perspectief")
_VLAKBIJ: Final = 3
_KOP: Final = 6


def weeg_stemmen(verhaal: Verhaal, beweringen: Sequence[Bewering]) -> list[Bewering]:
    """The claims, those in doubt that one voice makes and another denies ("volgens moeder ..., volgens school ...")."""
    gezegd: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    beweringen = [replace(b, oordeel="ander-persoon") if _aan_ander(verhaal, b) else b for b in beweringen]
    beweringen = [replace(b, zeker=False) if _verslagen_botsen(verhaal, b) else b for b in beweringen]
    gehoord = _eigen_wens_eerst([(b, stem(verhaal, b.van)) for b in beweringen])
    for b, wie in gehoord:
        telt = b.oordeel in ("genoemd", "ontkend") or (b.veld in _WENSEN and b.oordeel == "ander-persoon")
        if b.veld not in LIJSTEN and telt and wie:
            gezegd[b.veld][wie].add(f"{'niet ' if b.oordeel == 'ontkend' else ''}{b.waarde}")
    botst = {veld for veld, per in gezegd.items() if _botsen(veld, per)}
    scholen = {(b.van, b.tot) for b in beweringen if b.veld == "onderwijs"}

    def wankelt(b: Bewering, wie: str) -> bool:
        meegezegd = b.veld == "inschrijving" and b.kracht == 1 and (b.van, b.tot) in scholen  # "student mbo 3"
        kan_werk = b.veld == "arbeidsvermogen" and "perspectief" in botst and bool(wie)
        return kan_werk or (b.veld in botst and (bool(wie) or meegezegd))

    return [replace(b, zeker=False) if wankelt(b, wie) else b for b, wie in gehoord]


def _verslagen_botsen(verhaal: Verhaal, b: Bewering) -> bool:
    """ "in het ene verslag staat profiel arbeid, in het andere dagbesteding": what two documents differ on is open."""
    if b.veld not in (*_WENSEN, "uitstroomprofiel"):
        return False
    zin, einde = verhaal.indeling.zinsgrenzen(b.van)
    ene, andere = (next((n for n in range(zin, einde) if verhaal.norm(n) == w), -1) for w in ("ene", "andere"))
    if not (0 <= ene < andere and verband("bron") & verhaal.tussen(ene, einde)):
        return False
    wegen = [(v.van, w) for v in verhaal.van_soort("doel", "feiten") if (w := bestemming_van(v))]
    eerst, dan = ({w for nr, w in wegen if van <= nr < tot} for van, tot in ((ene, andere), (andere, einde)))
    return bool(eerst and dan) and eerst != dan


def _aan_ander(verhaal: Verhaal, b: Bewering) -> bool:
    """ "als het aan zijn ouders ligt gaat hij naar niveau 2": what somebody else would have."""
    begin, _ = verhaal.indeling.grenzen(b.van)
    vorig, _ = verhaal.indeling.grenzen(max(begin - 1, 0))
    zin, _ = verhaal.indeling.zinsgrenzen(b.van)
    for van, tot in verhaal.signalen.get("als_het_aan", ()) if b.veld in _WENSEN and b.oordeel == "genoemd" else ():
        wie = verhaal.tussen(van, tot)
        school = set(lijst("signalen")["school_mening"])
        if max(vorig, zin) <= van < b.van and any(is_ander(w) or w in school for w in wie):
            return True
    return False


def _eigen_wens_eerst(gehoord: Sequence[tuple[Bewering, str]]) -> list[tuple[Bewering, str]]:
    """ "moeder zegt dat hij gaat werken, hijzelf zegt dat hij naar het mbo wil": what others say of it is theirs."""
    wensen = [(b, wie) for b, wie in gehoord if b.veld in _WENSEN and b.oordeel == "genoemd" and b.zeker]
    if not any(wie.startswith(ZELF) for _, wie in wensen):
        return list(gehoord)
    van_ander = {id(b) for b, wie in wensen if wie and not wie.startswith(ZELF)}
    return [(replace(b, oordeel="ander-persoon") if id(b) in van_ander else b, wie) for b, wie in gehoord]


def _botsen(veld: str, per_stem: dict[str, set[str]]) -> bool:
    eigen = [waarden for wie, waarden in per_stem.items() if wie.startswith(ZELF)]
    if veld in _WENSEN and eigen:  # who says one thing to his mother and another to me, has not made up his mind
        return len(eigen) > 1 and len(set.union(*eigen)) > 1
    return len(per_stem) > 1 and len(set.union(*per_stem.values())) > 1


def stem(verhaal: Verhaal, nr: int) -> str:
    """Who or what is quoted at word ``nr``: the last one named before it in the sentence; empty for the writer."""
    zin, einde = verhaal.indeling.zinsgrenzen(nr)
    plekken = sorted({p for naam in ("mening", "volgens") for p in verhaal.sein(naam, zin, einde)})
    eerder = [p for p in plekken if p <= nr] or [p for p in plekken if _erachter(verhaal, nr, p)]
    spreker = _spreker(verhaal, eerder[-1], zin) if eerder else _kop_spreker(verhaal, zin, nr)
    plek, bron = _bron(verhaal, zin, nr)
    return bron if bron and (not spreker or not eerder or plek > eerder[-1]) else spreker


def _kop_spreker(verhaal: Verhaal, zin: int, nr: int) -> str:
    """ "De stagebegeleider: betaald werk kan hij": who stands before the colon."""
    punt = next((n for n in range(nr, zin, -1) if verhaal.norm(n) == ":"), zin)
    begin, _ = verhaal.indeling.grenzen(max(punt - 1, zin))
    wie = [verhaal.norm(n) for n in range(begin, punt) if verhaal.woorden[n].soort == "woord"]
    if not wie or len(wie) > _KOP or any(map(is_persoonsvorm, wie)):
        return ""
    if verband("jongere_zelf") & set(wie):
        return ZELF
    return next((w for w in wie if is_ander(w) or w in lijst("signalen")["school_mening"]), "")


def _erachter(verhaal: Verhaal, nr: int, plek: int) -> bool:
    """ "hij heeft zijn diploma, zegt hij": who says it, told behind it."""
    _, einde = verhaal.indeling.grenzen(nr)
    return plek == einde + 1 and verhaal.norm(einde) == "," and verhaal.norm(plek) != "volgens"


def _bron(verhaal: Verhaal, zin: int, nr: int) -> tuple[int, str]:
    """The document last named up to word ``nr``: "het register", "bladzijde 3", "het andere formulier"."""
    twee = "ene" in verhaal.tussen(zin, nr)
    for plek in range(nr, zin - 1, -1):
        woord, voor, na = (verhaal.norm(n) for n in (plek, plek - 1, plek + 1))
        if twee and woord in ("ene", "andere"):
            return plek, woord
        if woord in verband("bron") and not (twee and voor in ("ene", "andere")):
            return plek, " ".join(filter(None, (woord, na if na.isdecimal() else _van_wie(verhaal, plek))))
    return -1, ""


def _van_wie(verhaal: Verhaal, plek: int) -> str:
    """ "het verslag van de mentor": two documents of a kind are told apart by who wrote them."""
    if verhaal.norm(plek + 1) != "van":
        return ""
    na = (verhaal.norm(n) for n in range(plek + 2, plek + 2 + _VLAKBIJ))
    return next((w for w in na if w not in lijst("zinnen")["lidwoorden"]), "")


def _spreker(verhaal: Verhaal, plek: int, zin: int) -> str:
    """The person beside "zegt" or after "volgens"."""
    voor = [verhaal.norm(n) for n in range(plek - 1, max(zin, plek - _VLAKBIJ) - 1, -1)]
    na = [verhaal.norm(n) for n in range(plek + 1, plek + 1 + _VLAKBIJ)]
    if verhaal.norm(plek) == "volgens" and na[0] in ("hem", "haar") and (is_persoonsvorm(na[1]) or not na[1].isalpha()):
        return ZELF  # "volgens haar is ze uitgeschreven"
    tegen = _aangesproken(voor)
    voor = [w for w in voor if w != tegen]
    for woord in na if verhaal.norm(plek) == "volgens" else (*voor, *na):
        if woord in verband("hij_zij"):
            return f"{ZELF} {tegen or _aangesproken(na)}".strip()
        if is_ander(woord) or woord in lijst("signalen")["school_mening"] or woord in verband("instelling"):
            return woord
    return ""


def _aangesproken(woorden: Sequence[str]) -> str:
    """ "tegen zijn moeder zegt hij", "zegt hij tegen mij": to whom it is said."""
    gericht = (w for w in woorden if is_ander(w) or w in verband("toegesproken"))
    return next(gericht, "") if "tegen" in woorden else ""
