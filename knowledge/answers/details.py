"""Details people ask for that sources seldom hold: a telephone number, an address, a name, a later year.

An item about the subject is not the answer to "what is the number"; when its
text does not hold such a detail, that is said first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from knowledge.text import lemma, vouw

_JAAR: Final = re.compile(r"\b(20[12]\d)(?:\s*[-/]\s*(?:20)?([12]\d))?\b")

#: "Hoeveel trajecten liepen er": what is counted.
_HOEVEEL: Final = re.compile(r"\bhoe ?veel (\w{4,})")
#: A sentence that says that something is missing does not hold it.
_ZEGT_NIETS: Final = re.compile(r"[^.\n]*(?:staat|staan) (?:dus )?niet in de bron[^.\n]*\.?")


@dataclass(frozen=True)
class Detail:
    """A kind of detail: how it is asked for, and what it looks like in a text; a ``stil`` one is not missed aloud."""

    naam: str
    gevraagd: re.Pattern[str]
    aanwezig: re.Pattern[str]
    stil: bool = False


DETAILS: Final = tuple(
    Detail(
        d["naam"],
        re.compile("|".join(d["gevraagd"])),
        re.compile("|".join(d["aanwezig"]), re.IGNORECASE),
        d.get("stil", False),
    )
    for d in yaml.safe_load(Path(__file__).with_name("details.yml").read_text(encoding="utf-8"))
)


def ontbrekend(vraag: str, tekst: str) -> str | None:
    """What the question asks for and the text does not hold, as a noun phrase; None when nothing is missing."""
    gevouwen = vouw(vraag)
    gegeven = _ZEGT_NIETS.sub("", tekst)
    for detail in DETAILS:
        if not detail.stil and detail.gevraagd.search(gevouwen) and not detail.aanwezig.search(gegeven):
            return detail.naam
    jaren = {m.group(1) for m in _JAAR.finditer(vraag)} | {
        f"20{m.group(2)}" for m in _JAAR.finditer(vraag) if m.group(2)
    }
    if jaren and not any(j in tekst for j in jaren) and max(jaren) > "2024":
        return f"informatie over {max(jaren)}"
    return None


def vraagt_detail(vraag: str) -> bool:
    """Whether a question asks for one of these details."""
    return any(d.gevraagd.search(vouw(vraag)) for d in DETAILS)


def geeft(vraag: str, tekst: str) -> bool:
    """Whether a question asks for a detail that the text holds."""
    return plekken(vraag, tekst) > 0


def plekken(vraag: str, tekst: str) -> int:
    """In how many places a text holds a detail that is asked: one that is all about costs tells more of them."""
    gegeven = _ZEGT_NIETS.sub("", tekst)
    gevraagd = [d for d in DETAILS if d.gevraagd.search(vouw(vraag))]
    return sum(len(d.aanwezig.findall(gegeven)) for d in gevraagd)


def mist(vraag: str, tekst: str) -> bool:
    """Whether a question asks for a particular, or for how many there are of something, that the text does not hold."""
    gevouwen, gegeven = vouw(vraag), _ZEGT_NIETS.sub("", tekst)
    if geteld := _HOEVEEL.search(gevouwen):
        return not re.search(
            rf"(?<![\d.,])(?<!maatregel )\d[\d.]* (?:\w+ )?{re.escape(lemma(geteld[1]))}", gegeven.lower()
        )
    gevraagd = [d for d in DETAILS if d.gevraagd.search(gevouwen)]
    return any(not d.aanwezig.search(gegeven) for d in gevraagd)
