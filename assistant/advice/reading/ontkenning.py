"""Denial and its reach: "geen schulden of verslaving", "werkt niet", "niet zonder diploma"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.advice.reading.herkenning import Verhaal, Vermelding
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.woordenschat import lijst, verband, vulwoorden

_BEREIK_VOORUIT = {"geen": 6, "zonder": 5, "noch": 5}
_GEWOON_BEREIK = 5
_TERUG = 6
#: "en echt niet", "en zeker ook niet": so near to the denial "en" begins what is denied.
_EN_VOOR = 3
_OPSOMMING = frozenset(
    {"of", "noch", "en", ",", "/", "geen", "ook", "enige", "met", "bij", "op", "in", "qua", "rond", "geld"}
)

#: What binds a row of problems.
_RIJ = frozenset(
    {"of", "en", "noch", ",", "/", "met", "qua", "rond", "op", "bij", "in", "de", "het", "een", "zijn", "haar"}
)


def ontkende(verhaal: Verhaal) -> frozenset[Vermelding]:
    """The mentions that the text denies."""
    weg: set[Vermelding] = set()
    dubbel = {nr for a, b in verhaal.signalen.get("geen_ontkenning", ()) for nr in range(a, b)}
    dubbel -= {nr for a, b in verhaal.signalen.get("toch_ontkenning", ()) for nr in range(a, b)}
    for plek, tot in verhaal.signalen.get("ontkenning", ()):
        if tot - plek == 1 and plek not in dubbel:
            weg |= _bereik(verhaal, plek)
    for plek, _ in verhaal.signalen.get("niets_daarvan", ()):
        zin, _ = verhaal.indeling.zinsgrenzen(plek)
        weg |= {v for v in verhaal.van_soort("problemen") if zin <= v.van < plek}
    klaar = [v for v in verhaal.van_soort("feiten") if v.begrip.naam == "school-voorbij"]
    weg |= {d for d in verhaal.van_soort("doel") for v in klaar if v.van <= d.van and d.tot <= v.tot}
    return frozenset(v for v in weg if not v.begrip.heeft("niet_ontkenbaar"))


def _bereik(verhaal: Verhaal, plek: int) -> set[Vermelding]:
    if verhaal.norm(plek) == "zonder" and verhaal.norm(plek + 1) in verband("hulp"):
        return set()  # "zonder hulp valt ze uit": what happens then is not denied
    omvat = [v for v in _ontkenbaar(verhaal) if v.van <= plek < v.tot]
    if open_ := {v for v in omvat if v.begrip.heeft("gat")}:
        if verhaal.norm(plek) == "zonder":  # "dreigt zonder diploma te stoppen": the diploma is denied, not the threat
            return set()
        return open_ | _daarna(verhaal, open_)
    if omvat and "uitstroomprofiel" in omvat[0].begrip.zet:
        return set(omvat)  # "profiel is niet arbeid"
    if verhaal.norm(plek) == "zonder" and omvat and omvat[0].begrip.soort == "doel":
        return {v for v in _ontkenbaar(verhaal) if v.van == plek + 1}  # "wil hem zonder diploma houden"
    if omvat:
        return set(_opgesomd(verhaal, omvat[0])) if verhaal.norm(plek) in ("geen", "zonder") else set()
    if verhaal.norm(plek + 1) == "sprake" and verhaal.norm(plek + 2) != "van":
        zin, _ = verhaal.indeling.zinsgrenzen(plek)
        if "van" in verhaal.tussen(zin, zin + 2):  # "van depressie, angst of schulden is geen sprake"
            return {v for v in _ontkenbaar(verhaal) if zin <= v.van and v.tot <= plek and v.begrip.soort != "school"}
        return set(_terug(verhaal, plek))
    eerste = _vooruit(verhaal, plek)
    if not eerste and verhaal.norm(plek) not in _BEREIK_VOORUIT:
        eerste = _terug(verhaal, plek)
        return set(eerste)
    if verhaal.norm(plek) == "noch":
        eerste = [*eerste, *_terug(verhaal, plek)]
    return set(eerste) | {v for e in eerste[:1] for v in _opgesomd(verhaal, e)}


def _daarna(verhaal: Verhaal, blijven: set[Vermelding]) -> set[Vermelding]:
    """ "wil niet in de winkel blijven | werken": the work that one would stay at."""
    eind = {v.tot for v in blijven if v.begrip.naam == "blijft-daar"}
    return {v for v in verhaal.van_soort("doel") if v.van in eind and v.begrip.kenmerken.get("perspectief") == "arbeid"}


def _ontkenbaar(verhaal: Verhaal) -> list[Vermelding]:
    """A workplace is not what is denied: "werken bij een bakker lukt niet"."""
    return [v for v in verhaal.vermeldingen if v.begrip.soort != "werkplek"]


def _vooruit(verhaal: Verhaal, plek: int) -> list[Vermelding]:
    """The first mention after the denial, in the same clause and not too far."""
    if verhaal.norm(plek + 1 + (verhaal.norm(plek + 1) in verband("na_niet"))) == "en":
        return []  # "verzuim is er niet en thuis gaat het goed", "gaat bijna niet meer en uitval dreigt"
    _, einde = verhaal.indeling.grenzen(plek)
    grens = min(einde, plek + 1 + _BEREIK_VOORUIT.get(verhaal.norm(plek), _GEWOON_BEREIK))
    na = [v for v in _ontkenbaar(verhaal) if plek < v.van < grens and not _oorzaak_erna(verhaal, v, plek)]
    return [v for v in na if v in na[:1] or _omvat(na[0], v)]


def _oorzaak_erna(verhaal: Verhaal, v: Vermelding, plek: int) -> bool:
    """ "is bijna niet geweest door een eetstoornis": the cause of what is denied; in "niet door schulden" it is denied."""
    return _als_oorzaak(verhaal, v) and not verband("oorzaak_voor") & verhaal.tussen(plek + 1, plek + 2)


def _omvat(school: Vermelding, v: Vermelding) -> bool:
    """ "geen havo diploma", "geen havo diploma halen": what is denied of a school is the diploma named with it."""
    naast = v.van == school.tot and v.begrip.naam in ("diploma", "lager-diploma") and school.begrip.soort == "school"
    return (v.van == school.van and v.tot >= school.tot) or naast


def _terug(verhaal: Verhaal, plek: int) -> list[Vermelding]:
    """The last mention before the denial, in the same clause; "mbo 2 lukt niet" does not deny the school."""
    begin, einde = verhaal.indeling.grenzen(plek)
    feiten = [v for v in _ontkenbaar(verhaal) if _kan_eerder(v) and not _als_oorzaak(verhaal, v)]
    if plek + 1 < einde:  # "wil werken en echt niet terug": what is denied comes after it
        feiten = [v for v in feiten if "en" not in verhaal.tussen(max(v.tot, plek - _EN_VOOR), plek)]
    ver = _heel_deel(verhaal, plek)
    voor = [v for v in feiten if begin <= v.van and v.tot <= plek and (ver or plek - v.tot < _TERUG)]
    laatste = [v for v in voor if v.tot > voor[-1].van]
    return [*laatste, *(_rij_vooraan(verhaal, laatste[0]) if laatste else ())]


def _rij_vooraan(verhaal: Verhaal, laatste: Vermelding) -> list[Vermelding]:
    """ "schulden, ruzie thuis of een verslaving heeft ze niet": the problems of the row that a sentence opens with."""
    zin, _ = verhaal.indeling.zinsgrenzen(laatste.van)
    rij = [laatste]
    for v in reversed([p for p in verhaal.van_soort("problemen") if zin <= p.van and p.tot <= laatste.van]):
        tussen = verhaal.tussen(v.tot, rij[-1].van)
        gesloten = len(rij) > 1 or {"of", "en", "noch"} & tussen
        if laatste.begrip.soort != "problemen" or not gesloten or not tussen <= _RIJ:
            break
        rij.append(v)
    vooraan = not any(is_persoonsvorm(verhaal.norm(n)) for n in range(zin, rij[-1].van))
    return rij[1:] if vooraan else []


def _kan_eerder(v: Vermelding) -> bool:
    """Whether a denial behind a mention can be about it: in "studeren wil ze voorlopig niet" the studying is denied."""
    return v.begrip.soort != "school" and not v.begrip.heeft("bepaling")


def _heel_deel(verhaal: Verhaal, plek: int) -> bool:
    """ "een baan in plaats van school wil hij niet": what stands in front of such an ending is denied, however far."""
    _, einde = verhaal.indeling.grenzen(plek)
    zinnen = lijst("zinnen")
    onderwerp = verhaal.norm(plek - 1) in zinnen["voornaamwoorden"]
    return plek == einde - 1 and onderwerp and verhaal.norm(plek - 2) in zinnen["hulpwerkwoorden"]


def _als_oorzaak(verhaal: Verhaal, v: Vermelding) -> bool:
    """ "vanwege haar angsten is ze niet in de les": what is denied is not the cause."""
    oorzaak = v.begrip.soort == "problemen" or "aandacht" in v.begrip.zet
    return oorzaak and bool(verband("oorzaak_voor") & verhaal.tussen(v.van - 2, v.van + 1))


def _opgesomd(verhaal: Verhaal, eerste: Vermelding) -> list[Vermelding]:
    """What follows in the same list; a list by commas alone counts only when "of" or "noch" closes it.

    What has a "niet" of its own is no part of it: "geen uitval, en hij gaat niet van school of opleiding af".
    """
    reeks: list[Vermelding] = []
    zeker: list[Vermelding] = []
    tot = eerste.tot
    for v in _ontkenbaar(verhaal):
        if v.van < tot:
            continue
        tussen = [verhaal.norm(n) for n in range(tot, v.van)]
        school = v.begrip.soort == "school" and not {"of", "noch", "/"} & set(tussen)
        eigen = "niet" in verhaal.tussen(v.van, v.tot)
        if school or eigen or not tussen or not _in_opsomming(tussen):
            break
        reeks.append(v)
        tot = v.tot
        if {"of", "noch", "/"} & set(tussen) or set(tussen) <= {"met", "qua"}:
            zeker = list(reeks)
    return zeker


def _in_opsomming(tussen: Sequence[str]) -> bool:
    return "wel" not in tussen and all(w in _OPSOMMING or w in vulwoorden() for w in tussen)
