"""What there is to do: due, drafts, waiting for review, unanswered questions; and the help and the audit trail."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Final

from fastapi import APIRouter, Response

from assistant.diensten import diensten
from assistant.oordelen import Oordelenkast
from assistant.postvak import Postvak
from assistant.web.console.poort import Beheerder, Ingelogd, Redacteur
from knowledge.release import laatste_uitgave
from knowledge.snapshot import Kennis

router = APIRouter(prefix="/console", include_in_schema=False)
OUD: Final = dt.timedelta(days=365)


@router.get("")
def overzicht(bezoeker: Ingelogd) -> Response:
    """The first page after signing in."""
    if bezoeker.persoon.rol not in ("coordinator", "beheerder"):
        return bezoeker.toon("overzicht.html")
    kennis, redactie, vandaag = diensten().kennis, bezoeker.redactie, dt.date.today()
    eigen = bezoeker.persoon.regio
    open_ = redactie.open_versies()
    return bezoeker.toon(
        "overzicht.html",
        concepten=[v for v in open_ if v.status == "concept" and v.auteur == bezoeker.persoon.naam],
        te_beoordelen=[v for v in open_ if v.status == "in-review"],
        gepland=redactie.gepland(),
        afgelopen=[d for d in kennis.documenten if d.looptijd_tot and d.looptijd_tot < vandaag],
        contacten=[c for c in kennis.contacten if c.te_bevestigen and eigen in (None, c.regio)],
        zonder_gegevens=sum(not (c.telefoon or c.email) for c in kennis.contacten if eigen in (None, c.regio)),
        oud=_lang_geleden(kennis, vandaag),
        vragen=Postvak(redactie.engine).aantal(),
        duim_omlaag=sum(not o.goed for o in Oordelenkast(redactie.engine).alle()),
        uitgave=laatste_uitgave(redactie.engine),
    )


def _lang_geleden(kennis: Kennis, vandaag: dt.date) -> Counter[str]:
    """How many items per region nobody checked for a year."""
    return Counter(i.regio for i in kennis.items if vandaag - i.gecontroleerd > OUD)


@router.get("/handleiding")
def handleiding(bezoeker: Redacteur) -> Response:
    """Help, one part per job."""
    return bezoeker.toon("handleiding.html")


@router.get("/audit")
def audit(bezoeker: Beheerder) -> Response:
    """Who did what."""
    return bezoeker.toon("audit.html", regels=bezoeker.accounts.audit.laatste(300))
