"""Reading within a conversation: a bare answer to the question asked, "weet ik niet", and taking a fact back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from assistant.advice.kenmerken import LIJSTEN, WAARDEN
from assistant.advice.reading.herkenning import Verhaal
from assistant.advice.reading.lezing import Bewering
from assistant.advice.reading.tekst import is_persoonsvorm
from assistant.advice.reading.twijfel import vraag_erna
from assistant.advice.reading.woordenschat import lijst, verband

_KORT = 12
#: How soon after a question "dat weet niemand" is the answer to it.
_ANTWOORD_BINNEN = 3
Antwoord = tuple[str, Any]


def onbekende_velden(verhaal: Verhaal, gevraagd: str | None) -> frozenset[str]:
    """Fields of which the user says that they are not known."""
    namen: dict[str, str] = lijst("gesprek")["veldnamen"]
    velden: set[str] = set()
    uitgelegd = {nr for a, b in verhaal.signalen.get("was_onduidelijk", ()) for nr in range(a, b)}
    for plek, _ in verhaal.signalen.get("onbekend", ()):
        if plek in uitgelegd:
            continue
        begin, einde = verhaal.indeling.grenzen(plek)
        buren = {verhaal.norm(n) for n in range(begin, einde)}
        zin, zinseinde = verhaal.indeling.zinsgrenzen(plek)
        eerder = range(zin, zin if vraag_erna(verhaal, plek) else plek)
        vragen = (n for n in eerder if verhaal.norm(n) in verband("vraagzin"))
        vraagt = next((n for n in vragen if not verhaal.norm(n - 1).isdecimal()), None)  # not "22 of 23"
        if vraagt is not None:
            buren |= {verhaal.norm(n) for n in range(vraagt, zinseinde)}
        if verhaal.norm(zin) == "?" and plek - zin <= _ANTWOORD_BINNEN:  # "is hij ingeschreven? dat weet moeder niet"
            buren |= verhaal.tussen(*verhaal.indeling.zinsgrenzen(zin - 1))
        velden |= {veld for naam, veld in namen.items() if naam in buren}
        wil = vraagt is not None and verhaal.norm(vraagt) == "wat" and verband("willen") & verhaal.tussen(vraagt, plek)
        if wil:
            velden |= {"gaat_naar", "perspectief"}
        if vraagt is not None and verhaal.norm(vraagt) == "hoe" and "school" in verhaal.tussen(vraagt, plek):
            velden.add("dreigende_uitval")  # "hoe het op school gaat moet ik nog horen"
        if gevraagd and begin <= plek and len(verhaal.woorden) <= _KORT:
            velden.add(gevraagd)
    if any(
        "wil" in verhaal.tussen(p - 8, p + 8) or "doen" in verhaal.tussen(p - 8, p + 8) for p in _doel_onbekend(verhaal)
    ):
        velden |= {"gaat_naar", "perspectief"}
    if any(_om_het_even(verhaal, p) for p in verhaal.sein("om_het_even", 0, len(verhaal.woorden))):
        velden |= {"gaat_naar", "perspectief"}
    if gevraagd and len(verhaal.woorden) <= _KORT and verhaal.sein("keuze", 0, len(verhaal.woorden)):
        velden.add(gevraagd)
    if gevraagd and "".join(w.norm for w in verhaal.woorden).strip("?. ") in ("", "geenidee", "onbekend"):
        velden.add(gevraagd)
    return frozenset(velden)


def toch_gezegd(verhaal: Verhaal, b: Bewering, gevraagd: str) -> Bewering:
    """ "zeventien geloof ik": a short answer to the question counts, though the speaker is not quite sure."""
    gevraagde = {"geboortedatum": ("geboortedatum", "leeftijd")}.get(gevraagd, (gevraagd,))
    return replace(b, zeker=True) if b.veld in gevraagde and len(verhaal.woorden) <= _KORT else b


def _doel_onbekend(verhaal: Verhaal) -> list[int]:
    """Where the text says that the youth does not know what is next."""
    return verhaal.sein("doel_onbekend", 0, len(verhaal.woorden))


def _om_het_even(verhaal: Verhaal, plek: int) -> bool:
    """ "school, werk, het kan hem niet schelen": a bare row of ways, and behind it that either will do."""
    zin, _ = verhaal.indeling.zinsgrenzen(plek)
    begin, _ = verhaal.indeling.grenzen(plek)
    punt = max((n for n in range(zin, begin) if verhaal.norm(n) == ":"), default=zin)
    rij = verhaal.tussen(punt, begin)
    los = not any(is_persoonsvorm(verhaal.norm(n)) for n in range(punt, begin))
    return los and bool(verband("leerwoord") & rij) and bool(verband("werken") & rij)


def gewiste_velden(verhaal: Verhaal) -> frozenset[str]:
    """Fields that the user takes back: "vergeet wat ik zei over school"."""
    woorden = {w.norm for w in verhaal.woorden}
    regels = lijst("gesprek")
    if not any(set(r.split()) <= woorden for r in regels["wissen"]):
        return frozenset()
    return frozenset(veld for naam, veld in regels["veldnamen"].items() if naam in woorden)


def kort_antwoord(woorden: list[str], gevraagd: str, *, ja_nee: bool = True) -> Antwoord | None:
    """The value that a short answer gives to the question about ``gevraagd``.

    Without ``ja_nee`` a "ja" in front is no answer: "ja hij wil naar entree" goes on about something else.
    """
    if not woorden or len(woorden) > _KORT:
        return None
    if gevraagd in ("leeftijd", "geboortedatum"):
        return _leeftijd(woorden)
    regels: dict[str, list[str]] = lijst("gesprek")["antwoorden"].get(gevraagd, {})
    for waarde, zinnen in regels.items():
        if any(_bevat(woorden, zin.split()) for zin in zinnen):
            return gevraagd, _waarde(gevraagd, waarde)
    genoemd = {w for zinnen in regels.values() for zin in zinnen for w in zin.split()}
    ontkent = any(a in ("geen", "niet") and b in genoemd for a, b in pairwise(woorden))  # "geen dagbesteding"
    return _ja_nee(woorden, gevraagd) if ja_nee and not ontkent else None


def _leeftijd(woorden: list[str]) -> Antwoord | None:
    telwoorden = lijst("getallen")["telwoorden"]
    getallen = [
        int(w) if w.isdecimal() else telwoorden[w] for w in woorden if (w.isdecimal() and len(w) < 3) or w in telwoorden
    ]
    return ("leeftijd", getallen[-1]) if getallen and len(set(getallen)) == 1 else None


def _bevat(woorden: list[str], zin: list[str]) -> bool:
    """Whether the words are there, and not denied."""
    plekken = (n for n in range(len(woorden) - len(zin) + 1) if woorden[n : n + len(zin)] == zin)
    return any(n == 0 or woorden[n - 1] not in ("geen", "niet") for n in plekken)


def _waarde(veld: str, waarde: str) -> Any:
    return ([] if waarde == "geen" else [waarde]) if veld in LIJSTEN else waarde


def _ja_nee(woorden: list[str], gevraagd: str) -> Antwoord | None:
    """ "ja" and "nee" where the field asks yes or no, or where denial has one meaning."""
    regels = lijst("gesprek")
    for nr, woord in enumerate(woorden[:2]):
        stand = "ja" if woord in regels["ja"] else "nee" if woord in regels["nee"] else ""
        if stand and (nr == 0 or woord not in regels["alleen_vooraan"]):
            return next(_betekenis(gevraagd, stand), None)
    return None


def _betekenis(veld: str, stand: str) -> Iterator[Antwoord]:
    eigen = lijst("gesprek")["ja_nee"].get(veld, {})
    if stand in eigen:
        yield veld, _waarde(veld, eigen[stand])
    elif stand in WAARDEN.get(veld, ()):
        yield veld, stand
