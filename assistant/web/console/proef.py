"""What the chat would say with a draft in place: a preview of the record itself, and the answer to a question."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markupsafe import Markup
from sqlalchemy import Engine

from assistant.diensten import diensten
from assistant.web.console.poort import Bezoeker
from knowledge.model import REGIOS, Document
from knowledge.publish import Redactie
from knowledge.service import Vraagbaak, maak_vraagbaak
from knowledge.store import Kennisversie

_NA_LIJST: Final = re.compile(r"^(- .*)\n(?=[^\s-])", re.MULTILINE)


def voorbeeld(soort: str, inhoud: dict[str, Any]) -> dict[str, Any] | None:
    """An item or contact as the chat shows it; none for other kinds."""
    if soort == "item":
        return {"soort": soort, "tekst": _opgemaakt(str(inhoud.get("antwoord", ""))), "bronnen": _bronnen(inhoud)}
    if soort == "contact":
        return {"soort": soort, "contact": inhoud, "bronnen": _bronnen(inhoud)}
    return None


def _opgemaakt(tekst: str) -> Markup:
    """The small part of Markdown that the chat knows; HTML stays text, and a line after a list is no part of it."""
    los = _NA_LIJST.sub(r"\1\n\n", tekst)
    return Markup(MarkdownIt("commonmark", {"html": False, "breaks": True}).render(los))


def _bronnen(inhoud: dict[str, Any]) -> list[str]:
    bekend = diensten().kennis.document_bij_id
    bronnen = [(bekend.get(b.get("document", "")), b.get("sectie", "")) for b in inhoud.get("bronnen", [])]
    return [f"{d.titel}, {sectie}{_looptijd(d)}" for d, sectie in bronnen if d]


def _looptijd(document: Document) -> str:
    tot = document.looptijd_tot
    return f" (looptijd tot en met {tot.year}, afgelopen)" if tot and tot < dt.date.today() else ""


def proef(bezoeker: Bezoeker, versie: Kennisversie, vraag: str) -> dict[str, Any] | None:
    """What the chat would answer to a question with this draft in place, with the runners-up."""
    if not vraag.strip():
        return None
    baak = _vraagbaak(bezoeker.redactie.engine, versie.id, versie.stand, diensten().kennis.versie)
    regio = versie.record.gebied if versie.record.gebied in REGIOS else None
    antwoorden = baak.beantwoord(vraag, regio)
    treffers = baak.zoeker.zoek(vraag, regios=(regio, "landelijk") if regio else None, aantal=5)
    antwoord = antwoorden[0] if antwoorden else None
    return {"antwoord": antwoord, "tekst": _opgemaakt(antwoord.tekst) if antwoord else "", "treffers": treffers}


@lru_cache(maxsize=4)
def _vraagbaak(engine: Engine, id_: int, _stand: int, _versie: int) -> Vraagbaak:
    """The search index with a draft in place; vectors of unchanged texts are reused."""
    return maak_vraagbaak(Redactie(engine).kennis([id_]), diensten().vraagbaak)
