"""What is said or asked about the youth under discussion: a fact more, what if, why, which route, and whom to call."""

from __future__ import annotations

import re
from typing import Final

from assistant.chat.components.beurtzicht import BESCHRIJVEND, EN, Beurtzicht

#: A "waarom" that the sources answer this well is about them, not about the advice.
OP_ZICH: Final = 0.75
#: So short a question about who must go to school is about the youth under discussion: "mag dat wel met 16?".
_KORT: Final = 6
_KALE_LEEFTIJD: Final = re.compile(r"(?:(?:en|of|dan|met|bij|als) )*(?:1[2-9]|2[0-7])(?: ?jaar| jr)?")


def over_de_jongere(zicht: Beurtzicht) -> str | None:
    """A question about the youth under discussion: what if, why, which outcome, which route, and whom to call."""
    stand = zicht.stand
    if veronderstelt(zicht):
        return "wat_als"
    over_hem = zicht.heeft("deze_jongere") or len(zicht.gevouwen.split()) <= _KORT
    if zicht.heeft("plicht") and over_hem and zicht.vraagt:
        return "waarom"
    if zicht.heeft("reden") and zicht.noemt_route:
        return "waarom"
    if zicht.heeft("herhaling") and not zicht.velden:
        return "waarom" if stand.bezig else "start_advies"
    if stand.laatste != "jongere" and not stand.gevraagd:
        if zicht.vraagt_wie and zicht.heeft("deze_jongere") and not zicht.velden:
            return "contactvraag"
        van_hem = stand.doel == "toets" and zicht.heeft("over_toets") and zicht.heeft("eigen_leerling")
        return "waarom" if van_hem or (zicht.heeft("reden") and over_het_advies(zicht)) else None
    if zicht.vraagt_wie:
        return "contactvraag" if not zicht.velden or zicht.vraagt else None
    if zicht.heeft("leeftijdsgrens") and zicht.vervolgt and zicht.score < OP_ZICH and not zicht.velden:
        return "waarom"
    toets = stand.doel == "toets"
    if zicht.heeft("stap") and not (zicht.velden or stand.bezig or toets or zicht.wijst_naar_zelf_genoemd):
        return "contactvraag"
    if (zicht.heeft("begrip") or zicht.vraagt_algemeen) and zicht.weet and not zicht.velden:
        return None
    if zicht.heeft("uitkomsten_verschillen"):
        return "waarom"
    if zicht.heeft("over_toets") and not zicht.velden and (toets or zicht.heeft("reden") or zicht.heeft("jikp")):
        return "waarom"
    if zicht.heeft("uitkomst"):
        return "waarom" if toets or stand.bezig else "start_advies"
    if zicht.heeft("reden") and over_het_advies(zicht):
        return "waarom"
    if zicht.heeft("jikpvraag") and (not zicht.velden or zicht.heeft("deze_jongere")):
        return "start_toets"
    if zicht.heeft("routevraag") and zicht.vraagt:
        return (
            erbij(zicht, "beschrijving") if zicht.velden else "waarom" if stand.bezig and not toets else "start_advies"
        )
    return None


def veronderstelt(zicht: Beurtzicht) -> bool:
    """ "Wat als hij 18 is", "en zonder dat diploma?", "ze wordt volgende maand 23, wat dan?"."""
    if zicht.heeft("geen_veronderstelling") or (zicht.heeft("vraagt_aanbod") and not zicht.gesteld):
        return False
    if zicht.heeft("veronderstelling") or _andere_leeftijd(zicht):
        return not zicht.heeft("reden")
    over = zicht.stand.laatste == "jongere" and zicht.vraagt and bool(zicht.velden or zicht.gesteld)
    if not over or zicht.stand.gevraagd in zicht.velden:
        return over and zicht.heeft("wat_dan")
    over_hem = zicht.heeft("deze_jongere") or "herkomst" in zicht.gesteld  # "en van vmbo kader?"
    over_hem = over_hem or not zicht.weet  # "maar de regio wil nieuwkomers toch wel meenemen?"
    return zicht.heeft("wat_dan") or (zicht.gevouwen.startswith(EN) and over_hem and not zicht.heeft("inhoudsvraag"))


def _andere_leeftijd(zicht: Beurtzicht) -> bool:
    """ "22?", "en dan 15 jaar": nothing but another age, where that is known and not what was asked."""
    stelt = "?" in zicht.tekst or (zicht.stand.gevraagd is None and zicht.gevouwen.startswith("en dan "))
    bekend = "leeftijd" in zicht.stand.jongere and zicht.stand.gevraagd not in ("leeftijd", "geboortedatum")
    return stelt and bekend and bool(_KALE_LEEFTIJD.fullmatch(zicht.gevouwen))


def erbij(zicht: Beurtzicht, soort: str | None = None) -> str:
    """A fact or more about the youth; a check that was done is done again."""
    veel = len(zicht.velden) >= BESCHRIJVEND
    if zicht.stand.doel == "toets" and not zicht.stand.bezig and not veel and soort is None:
        return "start_toets"
    return soort or ("beschrijving" if veel else "feit")


def over_het_advies(zicht: Beurtzicht) -> bool:
    """Whether a "why" is about what was advised or asked: it says so, or nothing in the sources answers it."""
    if zicht.heeft("reden_van_regio"):
        return False
    return zicht.heeft("over_advies") or (zicht.stand.laatste == "jongere" and zicht.score < OP_ZICH)
