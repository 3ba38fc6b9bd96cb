"""Follow-ups about an answer itself: where it stands, which year it is about, and whether it still holds."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from knowledge.answers.followup import Stand
from knowledge.answers.reply import Kennisantwoord, vindplaatsen
from knowledge.figures import Cijfervraag
from knowledge.model import Document
from knowledge.snapshot import Kennis

_ZIN: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_JAAR: Final = re.compile(r"\b20\d\d\b")
#: So many sentences of the answer before are told again.
_MEESTE: Final = 2


def waar_staat_het(kennis: Kennis, vorige: Stand) -> Kennisantwoord:
    """The documents and sections of the answer before."""
    if not vorige.bronnen:
        return Kennisantwoord(
            "weet-niet", "Bij het vorige antwoord hoort geen bron: ik vond het niet in mijn documenten.", vorige
        )
    regels = [f"- {kennis.document_bij_id[d].titel}, {s}" for d, s, _ in dict.fromkeys(vorige.bronnen)]
    return _uit_bronnen("Dat staat hier:\n" + "\n".join(regels), vorige)


def hoe_actueel(kennis: Kennis, vorige: Stand) -> Kennisantwoord:
    """The years of the figure before, or the term of the documents."""
    if vorige.cijfervraag and (over := _jaren_van_cijfer(kennis, Cijfervraag.from_dict(vorige.cijfervraag))):
        return _uit_bronnen(over, vorige)
    if not vorige.bronnen:
        return waar_staat_het(kennis, vorige)
    genoemd = _zinnen_met_jaar(kennis, vorige)
    documenten = [kennis.document_bij_id[d] for d in dict.fromkeys(d for d, _, _ in vorige.bronnen)]
    regels = [f"- {d.titel}: {d.jaar}, looptijd {d.looptijd_tekst}{_verlopen(d)}" for d in documenten]
    return _uit_bronnen("\n\n".join([*genoemd, "Het antwoord komt uit:\n" + "\n".join(regels)]), vorige)


def _zinnen_met_jaar(kennis: Kennis, vorige: Stand) -> list[str]:
    """What the answer before says itself of the year it is about, again."""
    item = kennis.item_bij_id.get(vorige.items[0]) if vorige.items else None
    zinnen = [z.strip(" -") for z in _ZIN.split(item.antwoord)] if item else []
    return [z for z in zinnen if _JAAR.search(z)][:_MEESTE]


def _jaren_van_cijfer(kennis: Kennis, vraag: Cijfervraag) -> str:
    """The years that were asked, else those that were shown, with the figure again and what is said of it."""
    if vraag.jaren:
        return f"Dat cijfer gaat over {' en '.join(vraag.jaren)}."
    antwoord = kennis.cijfers.beantwoord(vraag)
    jaren = sorted({o.jaar for o in kennis.observaties if o.id in antwoord.observaties and o.jaar})
    return f"Dat cijfer gaat over {' en '.join(jaren)}.\n\n{antwoord.tekst}" if jaren else ""


def _uit_bronnen(tekst: str, vorige: Stand) -> Kennisantwoord:
    return Kennisantwoord("antwoord", tekst, vorige, bronnen=vindplaatsen(vorige), zekerheid=1.0)


def _verlopen(document: Document) -> str:
    voorbij = document.looptijd_tot and document.looptijd_tot < dt.date.today()
    return ". Die looptijd is voorbij: controleer of het nog geldt." if voorbij else "."
