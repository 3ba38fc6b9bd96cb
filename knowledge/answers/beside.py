"""What belongs beside the best hit: a second item that answers about as well, or what the source does tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from knowledge.answers.details import geeft, plekken, vraagt_detail
from knowledge.questions import vraagt_gegeven
from knowledge.search import Treffer
from knowledge.text import vouw

#: A number in an answer; that of a measure is its name, and that of a year counts nothing.
_GETAL: Final = re.compile(r"(?<!maatregel )(?<!maatregelen )\b(?!20\d\d\b)\d", re.IGNORECASE)
#: "Wat gaat de regio daaraan doen", "is daar iets voor", after what is told: what is done about it is asked, on folded text.
_WAT_GEDAAN: Final = re.compile(
    r"\bwat (?:gaat|gaan|doet|doen|wil|willen|wordt|is|kan|kunnen) (?:\w+ ){0,3}?"
    r"(?:daaraan|eraan|hieraan|daartegen|ertegen|hiertegen|daarmee|ermee|daarvoor|ervoor)\b"
    r"|\bwat (?:gaat|gaan|doet|doen) (?:\w+ ){0,2}?(?:daar|er|hier) (?:\w+ ){0,2}?(?:aan|tegen|mee|voor)\b"
    r"|\b(?:is|komt|bestaat|zit|staat|doen ze|doen we) (?:daar|er|hier) (?:\w+ )?(?:iets|wat|een plan|een maatregel) (?:\w+ )?(?:voor|aan|tegen|op)\b"
)
#: Kinds of items that tell what is done.
AANPAK: Final = ("maatregel", "route", "plusvoorziening", "werkwijze")
_HOEVEEL: Final = re.compile(r"\b(?:hoeveel|aantal(?:len)?)\b", re.IGNORECASE)
#: How near a second hit must lie to count as part of the answer.
NABIJ: Final = 0.93
#: What the source tells stands beside what it leaves out when it lies practically as near.
EVEN_NABIJ: Final = 0.97
#: Below this certainty a second item counts from further off: two readings are better than one that is wrong.
TWIJFELT: Final = 0.9
NABIJ_BIJ_TWIJFEL: Final = 0.85


def met_genoemde_voorop(
    vraag: str, treffers: Sequence[Treffer], noemt: Callable[[str], Mapping[str, float]]
) -> Sequence[Treffer]:
    """The hits, with what is asked by its own name first, before what the source leaves out, unless a particular is asked."""
    if not treffers or not treffers[0].item.staat_niet_in_bron or vraagt_gegeven(vraag):
        return treffers
    grens = EVEN_NABIJ * treffers[0].score
    genoemd = noemt(vraag)
    op_naam = [t for t in treffers[1:3] if not t.item.staat_niet_in_bron and t.score >= grens]
    eerste = next((t for t in op_naam if genoemd.get(t.item.id, 0.0) > genoemd.get(treffers[0].item.id, 0.0)), None)
    return _voorop(eerste, treffers) if eerste else treffers


def _voorop(eerste: Treffer, treffers: Sequence[Treffer]) -> list[Treffer]:
    return [eerste, *(t for t in treffers if t is not eerste)]


def met_gemis_voorop(vraag: str, treffers: Sequence[Treffer]) -> Sequence[Treffer]:
    """The hits, with what the source leaves out first when a number is asked that the best one, just as near, lacks."""
    if not treffers or treffers[0].item.staat_niet_in_bron or not _HOEVEEL.search(vraag):
        return treffers
    grens = EVEN_NABIJ * treffers[0].score
    gemis = next((t for t in treffers[1:3] if t.item.staat_niet_in_bron and t.score >= grens), None)
    if gemis is None or _GETAL.search(treffers[0].item.antwoord):
        return treffers
    return _voorop(gemis, treffers)


def met_gegeven_voorop(vraag: str, treffers: Sequence[Treffer]) -> Sequence[Treffer]:
    """The hits, with first what holds the particular that is asked when the best one, just as near, lacks it."""
    if not treffers or not vraagt_detail(vraag) or geeft(vraag, treffers[0].item.antwoord):
        return treffers
    nabij = [t for t in treffers[1:] if t.score >= EVEN_NABIJ * treffers[0].score and not t.item.staat_niet_in_bron]
    eerste = max(nabij, key=lambda t: plekken(vraag, t.item.antwoord), default=None)
    if eerste is None or not geeft(vraag, eerste.item.antwoord):
        return treffers
    return _voorop(eerste, treffers)


def vraagt_aanpak(vraag: str) -> bool:
    """Whether it is asked what is done about something: "wat gaan ze daaraan doen"."""
    return bool(_WAT_GEDAAN.search(vouw(vraag)))


def met_aanpak_voorop(vraag: str, treffers: Sequence[Treffer]) -> Sequence[Treffer]:
    """The hits, with the measure for what the best one tells first when it is asked what is done about that."""
    if not treffers or treffers[0].item.soort in AANPAK or not vraagt_aanpak(vraag):
        return treffers
    eerste = treffers[0]
    aanpak = next((t for t in treffers[1:] if t.item.soort in AANPAK and t.item.id in eerste.item.zie_ook), None)
    if aanpak is None:
        return treffers
    return [replace(aanpak, score=eerste.score), *(t for t in treffers if t is not aanpak)]


def ook_te_noemen(vraag: str, treffers: Sequence[Treffer], zeker: float) -> list[Treffer]:
    """The second item to give with the first, if any; ``zeker`` is from where a hit is an answer."""
    if treffers[0].item.staat_niet_in_bron:
        return _toch_bekend(vraag, treffers, zeker)
    return _hoort_erbij(treffers, zeker)


def _hoort_erbij(treffers: Sequence[Treffer], zeker: float) -> list[Treffer]:
    """A second item that answers the question about as well as the first, from the same region."""
    eerste, rest = treffers[0], treffers[1:2]
    nabij = NABIJ if eerste.score >= TWIJFELT else NABIJ_BIJ_TWIJFEL
    grens = max(zeker, nabij * eerste.score)
    return [t for t in rest if t.score >= grens and t.item.regio == eerste.item.regio and not t.item.staat_niet_in_bron]


def _toch_bekend(vraag: str, treffers: Sequence[Treffer], zeker: float) -> list[Treffer]:
    """What the source does tell, when that lies as near as what it leaves out and no number or name is asked."""
    if vraagt_gegeven(vraag):
        return []
    eerste, tweede = treffers[0], next((t for t in treffers[1:] if not t.item.staat_niet_in_bron), None)
    if tweede is None or tweede.item.regio != eerste.item.regio:
        return []
    return [tweede] if tweede.score >= max(zeker, EVEN_NABIJ * eerste.score) else []
