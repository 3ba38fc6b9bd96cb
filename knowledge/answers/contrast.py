"""What sets two things apart: a text about both when there is one, else what is told of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from knowledge.model import Kennisitem
from knowledge.search import Treffer
from knowledge.text import vouw

#: On folded text: "verschil tussen A en B", "is A hetzelfde als B", "A versus B".
_TWEE: Final = tuple(
    re.compile(p)
    for p in (
        r"\b(?:verschil\w*|onderscheid\w*|verhoudt|verhouding)\b(?: \w+){0,2}? ?(?:tussen|van) (.+?) (?:en|met|of) (.+)",
        r"\bverschilt (?:nou |nu |precies )?(?:een |de |het )?(.+?) (?:van|met) (.+)",
        r"\bverschil (.+?) (?:en|met|of) (.+)",
        r"\b(?:is|zijn) (.+?) (?:hetzelfde|gelijk|anders|iets anders|wat anders) (?:als|aan|dan) (.+)",
        r"^(?:verschil )?(.+?) (?:vs|versus) (.+)",
    )
)
_LIDWOORD: Final = re.compile(r"^(?:nou |nu |precies )*(?:de |het |een )?")
#: What follows a name: "... volgens het plan", "... ik haal ze door elkaar".
_STAART: Final = re.compile(
    r" (?:in|volgens|bij|binnen|uit|hier|hiero|eigenlijk|precies|nou|nu|dan|ik|we|want|voor|zoals|die|dat|qua|en|als)\b.*$"
)


def twee_namen(vraag: str) -> tuple[str, str] | None:
    """The two names that a question holds against each other."""
    gevouwen = vouw(vraag)
    gevonden = next((m for p in _TWEE if (m := p.search(gevouwen))), None)
    if gevonden is None:
        return None
    een, ander = (_LIDWOORD.sub("", _STAART.sub("", naam)) for naam in gevonden.groups())
    return een, ander


def met_beide(
    vraag: str, treffers: Sequence[Treffer], noemt: Callable[[str], Kennisitem | None]
) -> tuple[Treffer, Treffer] | None:
    """The items of both names, as sure as the best hit; none when that speaks of the two, or a name is no item's."""
    namen = twee_namen(vraag)
    if namen is None or not treffers:
        return None
    een, ander = (noemt(naam) for naam in namen)
    if een is None or ander is None or een is ander:
        return None
    beste = treffers[0]
    if _vertelt_van_beide(beste.item, tuple(zip(namen, (een, ander), strict=True))):
        return None
    return replace(beste, item=een), replace(beste, item=ander)


def _vertelt_van_beide(item: Kennisitem, paren: tuple[tuple[str, Kennisitem], ...]) -> bool:
    """Whether an item that is of one of the two names the other, or one of neither is there to set things apart."""
    if all(item is not genoemd for _, genoemd in paren):
        return any(twee_namen(tekst) for tekst in (item.titel, *item.vragen))
    over = vouw(f"{item.titel} {item.antwoord}")
    return all(naam in over or vouw(genoemd.titel) in over for naam, genoemd in paren)
