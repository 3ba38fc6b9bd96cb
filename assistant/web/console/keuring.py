"""The check of the rules as a condition for publishing."""

from __future__ import annotations

from assistant.advice.service import Adviseur, ContactOntbreekt, Regelbevinding, RegelOngeldig, Regeltestuitslag
from knowledge.proof import Bezwaar
from knowledge.snapshot import Kennis


def adviseur(kennis: Kennis) -> Adviseur:
    """The advice on a version of the knowledge."""
    return Adviseur(kennis.regels, kennis.invullingen, kennis.contacten, kennis.regios, kennis.documenten)


def regeltests(kennis: Kennis) -> list[Regeltestuitslag]:
    """What comes out of every rule test; nothing when the rules cannot be read."""
    try:
        return adviseur(kennis).regeltests()
    except (RegelOngeldig, ContactOntbreekt):
        return []


def bevindingen(kennis: Kennis) -> list[Regelbevinding]:
    """What is wrong or worth knowing about the rules; a rule that cannot be read is a finding too."""
    try:
        return adviseur(kennis).controleer()
    except (RegelOngeldig, ContactOntbreekt) as fout:
        return [Regelbevinding(ernst="fout", soort="onleesbaar", regel="regels", melding=str(fout))]


def keur_regels(kennis: Kennis) -> list[Bezwaar]:
    """The findings that stand in the way of publishing."""
    return [Bezwaar(b.regel, b.melding) for b in bevindingen(kennis) if b.ernst == "fout"]
